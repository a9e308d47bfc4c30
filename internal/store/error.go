package store

import "fmt"

// Code is the stable name of what went wrong with a store.
type Code string

// The codes.
const (
	NotFound    Code = "not-found"    // there is no store at Path, or no folder to make one in
	NotAStore   Code = "not-a-store"  // Path is something else
	Corrupt     Code = "corrupt"      // Path is damaged; Detail says how
	NewerSchema Code = "newer-schema" // made by a later readout; Version, Known
	OlderSchema Code = "older-schema" // made by an earlier readout and opened for reading only
	ReadOnly    Code = "read-only"    // Path can't be written
	Locked      Code = "locked"       // another process kept it too long
	NoSpace     Code = "no-space"     // the disk is full
	NoDocument  Code = "no-document"  // Detail is what was asked for
	Ambiguous   Code = "ambiguous"    // Detail is what was asked for, Candidates what fits
	Failed      Code = "failed"       // anything else; see Err
)

// Error is what went wrong, for the machine; the faces make sentences of it.
type Error struct {
	Code           Code
	Path           string
	Detail         string
	Version, Known int
	Candidates     []string // "name sha256" of each
	Err            error
}

func (e *Error) Error() string {
	s := "store: " + string(e.Code)
	if e.Path != "" {
		s += ": " + e.Path
	}
	if e.Code == NewerSchema || e.Code == OlderSchema {
		s += fmt.Sprintf(" (schema %d, known up to %d)", e.Version, e.Known)
	}
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the database's own error.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors.Is(err, &Error{Code: Locked}) compare codes.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}
