package lang

import "strings"

// AbbrClass says when a word with a full stop is an abbreviation.
type AbbrClass uint8

// The classes of segment/abbreviations.tsv.
const (
	NoAbbr     AbbrClass = iota
	AbbrTitle            // "M. Durand": a name follows, no sentence ends here
	AbbrNumber           // "p. 12": only before a number
	AbbrMonth            // "12 sept.": only after a number
	AbbrWord             // "etc.": always; may end a sentence
)

func parseAbbrClass(s string) AbbrClass {
	switch s {
	case "title":
		return AbbrTitle
	case "number":
		return AbbrNumber
	case "month":
		return AbbrMonth
	case "word":
		return AbbrWord
	}
	return NoAbbr
}

// Multiword is one form that stands for several syntactic words.
type Multiword struct {
	Parts   []string
	Learned bool // the form may also be one word; a model decides
}

// Segment is what a language says about the borders of words and sentences.
// Forms have straight apostrophes and plain hyphens.
type Segment struct {
	Abbreviations map[string]AbbrClass // as written, without the stop
	Elisions      map[string]bool      // lower case, without the apostrophe
	Clitics       map[string]bool      // lower case, with the mark that joins them: "-il"
	LongestClitic int                  // bytes
	Wholes        map[string]bool      // lower case
	Multiword     map[string]Multiword // lower case
	LongestMulti  int                  // bytes
	Starters      map[string]bool      // lower case
	Units         map[string]bool      // lower case; cut off the figure they are written to
	Lowered       map[string]bool      // lower case; they often begin a sentence so
	Headings      map[string]bool      // lower case; "*" is any word with a capital
}

func (r *reader) segment() Segment {
	s := Segment{
		Abbreviations: map[string]AbbrClass{}, Elisions: map[string]bool{}, Clitics: map[string]bool{},
		Wholes: map[string]bool{}, Multiword: map[string]Multiword{}, Starters: map[string]bool{}, Units: map[string]bool{},
		Lowered: map[string]bool{}, Headings: map[string]bool{},
	}
	r.table("segment/abbreviations.tsv", []string{"form", "class"}, func(row Row) {
		c := parseAbbrClass(row.Get("class"))
		if c == NoAbbr {
			row.Fail("class", "unknown class %q", row.Get("class"))
		}
		s.Abbreviations[row.Get("form")] = c
	})
	forms := func(file string, set map[string]bool) {
		r.table(file, []string{"form"}, func(row Row) {
			form := row.Get("form")
			if form == "" || form != strings.ToLower(form) {
				row.Fail("form", "%q is not in lower case", form)
			}
			set[form] = true
		})
	}
	forms("segment/elisions.tsv", s.Elisions)
	forms("segment/clitics.tsv", s.Clitics)
	forms("segment/wholes.tsv", s.Wholes)
	forms("segment/starters.tsv", s.Starters)
	forms("segment/units.tsv", s.Units)
	forms("segment/lowered.tsv", s.Lowered)
	forms("segment/headings.tsv", s.Headings)
	for c := range s.Clitics {
		s.LongestClitic = max(s.LongestClitic, len(c))
	}
	r.table("segment/multiword.tsv", []string{"form", "parts", "when"}, func(row Row) {
		m := Multiword{Parts: strings.Fields(row.Get("parts")), Learned: row.Get("when") == "learned"}
		if len(m.Parts) < 2 {
			row.Fail("parts", "a multiword token has two parts or more")
			return
		}
		if w := row.Get("when"); w != "always" && w != "learned" {
			row.Fail("when", "unknown word %q", w)
		}
		s.Multiword[row.Get("form")] = m
		s.LongestMulti = max(s.LongestMulti, len(row.Get("form")))
	})
	return s
}
