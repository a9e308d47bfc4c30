// Package store says what a store of records does: it keeps documents whole,
// finds what was said by whom, and loses nothing that it reported as kept. The
// databases are in the folders below; storetest is the suite that each passes.
package store

import (
	"context"

	"readout/internal/record"
	"readout/internal/register"
)

// Outcome is what Add did.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "added"
	Unchanged Outcome = "unchanged" // the same text with the same record is there
	Replaced  Outcome = "replaced"  // the same text was there with another record
)

// Store keeps the records of documents. It is safe for concurrent use; several
// processes may use one store. Every error is an *Error or a context's.
type Store interface {
	// Add keeps a document with its record, in one step: when it returns, the
	// document is there whole, and if the process dies before, nothing of it is.
	// A text is known by its SHA-256 and never kept twice.
	Add(ctx context.Context, e *Entry) (Outcome, error)

	// Stamp is the stamp with which a text was last added, so that work already
	// done can be passed over; ok is false if the text is not there.
	Stamp(ctx context.Context, sha256 string) (stamp string, ok bool, err error)

	// Remove takes a document out; it is no error if it is not there.
	Remove(ctx context.Context, sha256 string) error

	// Documents lists what is kept, by day of publication, then name.
	Documents(ctx context.Context, f DocumentFilter) ([]register.Document, error)

	// Record is a document whole, by its name, its SHA-256 or the beginning of
	// it (six figures at least). Code NoDocument or Ambiguous if not one fits.
	Record(ctx context.Context, ref string) (*record.Record, error)

	// Statements, Contacts and Search find; Statements and Contacts come in the
	// order of days, Search with the best first.
	Statements(ctx context.Context, f register.StatementFilter) ([]register.Statement, error)
	Contacts(ctx context.Context, f register.ContactFilter) ([]register.Contact, error)
	Search(ctx context.Context, terms []register.Term, limit int) ([]register.Passage, error)

	// Actors finds the actors of all documents that have all the keys.
	register.Actors

	// Count says how much is kept.
	Count(ctx context.Context) (Counts, error)

	// Check looks through the whole store for damage.
	Check(ctx context.Context) error

	Close() error
}

// DocumentFilter says which documents are listed; the zero value is all.
type DocumentFilter struct {
	Name   string // exactly
	Lang   string
	Outlet string
	Since  string // first and last day of publication
	Until  string
	Limit  int
}

// Counts is how much a store keeps.
type Counts struct {
	Documents  int `json:"documents"`
	Statements int `json:"statements"`
	Contacts   int `json:"contacts"`
	Actors     int `json:"actors"` // those of each document counted apart
}
