// Package doc holds the plain values that the stages of analysis read and
// write: one Document with its layers. It has no logic of any stage.
//
// All positions are of two kinds: a text.Span is a byte range of the decoded
// text, an int32 index points into Document.Tokens (document-wide) or another
// slice of the Document. -1 means none.
package doc

import "readout/internal/text"

// None is the index that points nowhere.
const None int32 = -1

// Document is one text and what the stages found in it.
type Document struct {
	Name string // file name without its ending
	Lang string
	Text *text.Text
	Meta Meta

	// press
	Title     text.Span
	Published Published
	Blocks    []Block

	// segment, tag, parse
	Sentences []Sentence
	Tokens    []Token

	Mentions     []Mention     // mention
	MentionAt    []int32       // mention; token → innermost mention whose head or name holds it, or None
	Timexes      []Timex       // timex
	Figures      []Figure      // figure
	Quotations   []Quotation   // quote
	Entities     []Entity      // coref
	Attributions []Attribution // coref; parallel to Quotations
	Contacts     []Contact     // contact
	Acts         []Act         // act

	Remarks []Remark
}

// Meta is what came with the file, from flags or a table; never from the text.
type Meta struct {
	Published string // EDTF day, "" if unknown
	// PublishedFrom says where Published came from: flag, meta, page; "" counts as meta.
	PublishedFrom string
	Outlet        string
	URL           string
	Title         string
	Note          bool // typed in haste, as a question or message: a bare number may be an hour, a month stand without capital or accent
}

// Published is the day the text came out and where that was read.
type Published struct {
	Value string // EDTF, "" if unknown
	From  string // flag, meta, dateline, page, copyright; "" if unknown
	// Updated is the day of a later change that the text names, "" if none.
	Updated string
	Span    text.Span
}

// BlockKind says what part a block plays on the page.
type BlockKind uint8

// The kinds of blocks.
const (
	Body      BlockKind = iota
	Title               // the headline
	Dateline            // "PARIS, 12 mai (AFP) –"
	Byline              // who wrote it
	Copyright           // "© Copyright AFP 2024."
	Heading             // a heading inside the text
)

// Block is a paragraph or a part of one that no sentence may cross.
type Block struct {
	Span text.Span
	Kind BlockKind
}

// Sentence is a run of tokens.
type Sentence struct {
	First, End int32 // tokens, half-open
	Span       text.Span
	Block      int32
}

// Remark is something a stage could not settle, for the person who reads.
type Remark struct {
	Stage string
	Code  string // stable, e.g. "unbalanced-quotes"; messages are made from it by the faces
	Span  text.Span
	Arg   string
}

// SentenceOf finds the sentence of a token by binary search.
func (d *Document) SentenceOf(token int32) int32 {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].End <= token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(d.Sentences) || d.Sentences[lo].First > token {
		return None
	}
	return int32(lo)
}

// Words is the text of a span.
func (d *Document) Words(s text.Span) string { return d.Text.Of(s) }

// Remark adds a remark.
func (d *Document) Remark(stage, code string, at text.Span, arg string) {
	d.Remarks = append(d.Remarks, Remark{stage, code, at, arg})
}
