// Package register sees the records of many documents as one: who is who
// across them, what was said by whom, who was in contact with whom.
//
// Identity is a judgement that can be taken back. A document's actors are never
// merged; Join and Resolve compute, when asked, which of them are one person or
// body, each with its reason, and leave the records as they are.
//
// The types here are what a store gives and what a question asks for; the
// package itself reads no database.
package register

import (
	"context"

	"readout/internal/record"
)

// Document is what is known of a stored text without its content.
type Document struct {
	SHA256    string           `json:"sha256"`
	Name      string           `json:"doc"`
	Lang      string           `json:"lang"`
	Title     string           `json:"title"`
	Outlet    string           `json:"outlet,omitempty"`
	URL       string           `json:"url,omitempty"`
	Published record.Published `json:"published"`

	Statements int `json:"statements"`
	Contacts   int `json:"contacts"`
	Actors     int `json:"actors"`
}

// ActorID is an actor of one document, as the store numbers them. It is stable
// as long as the document is not stored anew.
type ActorID int64

// Local is an actor of one document.
type Local struct {
	ID        ActorID
	Document  string // its sha256
	Published string // the day its document came out, "" if unknown
	record.Actor
}

// Place is a stretch of a stored text: whole sentences, in code points, with
// the number of the line that it begins on.
type Place struct {
	record.Span
	Line int `json:"line"`
}

// Dated says when something was, as a range of days.
type Dated struct {
	From string `json:"from,omitempty"` // first day, "" if open or unknown
	To   string `json:"to,omitempty"`   // last day, "" if open or unknown
	// By is what the range was read from: "when" is the text's own date;
	// "published" only says that it was not after the day of publication.
	By string `json:"by,omitempty"`
}

// Statement is a statement of a stored document with what is needed to show it.
type Statement struct {
	Document Document         `json:"document"`
	Said     record.Statement `json:"statement"`
	Actors   []record.Actor   `json:"actors"` // those that the statement names by id
	Places   []Place          `json:"places"` // the sentences that hold it, in order
	Dated    Dated            `json:"dated"`
}

// Contact is a contact of a stored document with what is needed to show it.
type Contact struct {
	Document Document       `json:"document"`
	Held     record.Contact `json:"contact"`
	Actors   []record.Actor `json:"actors"`
	Places   []Place        `json:"places"`
	Dated    Dated          `json:"dated"`
}

// Passage is a stretch of a stored text that a full-text search found.
type Passage struct {
	Document Document `json:"document"`
	Place    Place    `json:"place"`
}

// Term is a word to look for: any of its forms or lemmas, as Plain gives them. A
// form of several words is looked for as a phrase.
type Term []string

// StatementFilter says which statements are wanted; every field that is set
// must hold, and among the values of one field any will do.
type StatementFilter struct {
	By, To, Target []ActorID
	// With is somebody else who said the same: "les deux ministres ont promis".
	With []ActorID
	// ToOrTarget is met by either: "qui a accusé X" does not ask whether X was spoken to.
	ToOrTarget []ActorID
	About      []Term // all of them, in the content or, if Around, in the sentences that hold it
	Around     bool
	Acts       []string
	Since      string // first day
	Until      string // last day
	Document   string // sha256
	Limit      int    // 0 is no limit
}

// ContactFilter says which contacts are wanted.
type ContactFilter struct {
	Parties  [][]ActorID // for each list, one of it must be a party
	Kinds    []string
	Statuses []string
	Since    string
	Until    string
	Document string
	Limit    int
}

// Actors finds the actors that have all the keys (see Keys); no key is every actor.
type Actors interface {
	Actors(ctx context.Context, keys ...string) ([]Local, error)
}
