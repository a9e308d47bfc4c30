package ingest

import (
	"errors"
	"fmt"
	"io/fs"
)

// Code is the stable name of what went wrong with a path.
type Code string

// The refusals, then what is only told.
const (
	NotFound    Code = "not-found"
	Unreadable  Code = "unreadable"
	TooLarge    Code = "too-large"   // Size, Limit
	Empty       Code = "empty"       // nothing but blanks
	NotText     Code = "not-text"    // Offset of the first byte that no text holds
	Undecidable Code = "undecidable" // Offset of the first byte whose encoding can't be told
	NotAFile    Code = "not-a-file"  // a device, a socket, a pipe in a folder
	Loop        Code = "loop"        // a link that leads back into its own folder
	EmptyFolder Code = "empty-folder"
	Failed      Code = "failed" // a mistake of the program; Arg is its cause

	Skipped        Code = "skipped"        // in a folder, with an ending that is not read
	Repeated       Code = "repeated"       // the same file was already listed
	DuplicateName  Code = "duplicate-name" // Arg is the other path with this name
	NoticeEncoding Code = "encoding"       // Arg is the encoding found
)

// Problem is one path that was refused, passed over, or read with a notice.
type Problem struct {
	Code        Code
	Path        string
	Size, Limit int64
	Offset      int64
	Arg         string
	Err         error
}

func (p *Problem) Error() string {
	s := fmt.Sprintf("ingest: %s: %s", p.Path, p.Code)
	switch p.Code {
	case TooLarge:
		s += fmt.Sprintf(" (%d bytes, limit %d)", p.Size, p.Limit)
	case NotText, Undecidable:
		s += fmt.Sprintf(" at byte %d", p.Offset)
	}
	if p.Arg != "" {
		s += " (" + p.Arg + ")"
	}
	if p.Err != nil && p.Code == Unreadable {
		s += ": " + p.Err.Error()
	}
	return s
}

// Unwrap gives the cause below.
func (p *Problem) Unwrap() error { return p.Err }

// Refused tells whether the path gave no document though it was asked for.
// A file of another kind in a folder, or one named twice, is only told.
func (p *Problem) Refused() bool {
	switch p.Code {
	case Skipped, Repeated, DuplicateName, NoticeEncoding, EmptyFolder:
		return false
	}
	return true
}

func openProblem(path string, err error) *Problem {
	if errors.Is(err, fs.ErrNotExist) {
		return &Problem{Code: NotFound, Path: path, Err: err}
	}
	return &Problem{Code: Unreadable, Path: path, Err: err}
}
