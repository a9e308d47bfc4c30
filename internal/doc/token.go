package doc

import "readout/internal/text"

// Token is one syntactic word, as in CoNLL-U. The words of a multiword token
// ("du" = "de" + "le") share its span.
type Token struct {
	Form   string // as written, or the part of a multiword token
	Norm   string // lower-cased Form with a straight apostrophe; what tables and models look up
	Lemma  string
	Feats  Feats
	Span   text.Span
	Head   int32 // document-wide index; None for a root or before parsing
	Child  int32 // first dependent in text order, or None
	Next   int32 // next dependent of the same head, or None
	UPOS   UPOS
	Deprel Deprel
	Part   Part
	Space  bool // white space follows
}

// Part is a token's place in a multiword token.
type Part uint8

// The places in a multiword token.
const (
	Whole     Part = iota // a word of its own
	FirstPart             // the first word of a multiword token
	LaterPart             // any further word of it
)

// LinkChildren sets Child and Next of all tokens of a sentence from Head.
func (d *Document) LinkChildren(s Sentence) {
	t := d.Tokens
	for i := s.First; i < s.End; i++ {
		t[i].Child, t[i].Next = None, None
	}
	for i := s.End - 1; i >= s.First; i-- {
		if h := t[i].Head; h >= 0 {
			t[i].Next = t[h].Child
			t[h].Child = i
		}
	}
}

// Dependent is the first dependent of head with the given relation (subtypes
// count when the relation asked for has none), or None.
func (d *Document) Dependent(head int32, rel Deprel) int32 {
	for c := d.Tokens[head].Child; c != None; c = d.Tokens[c].Next {
		if d.Tokens[c].Deprel.Is(rel) {
			return c
		}
	}
	return None
}

// Under tells whether token i stands in the subtree of head (head included).
func (d *Document) Under(i, head int32) bool {
	for n := 0; i != None && n < 1000; n++ {
		if i == head {
			return true
		}
		i = d.Tokens[i].Head
	}
	return false
}

// SpanOf is the text from token first up to token end (half-open).
func (d *Document) SpanOf(first, end int32) text.Span {
	if end <= first {
		return text.Span{}
	}
	return text.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[end-1].Span.End}
}
