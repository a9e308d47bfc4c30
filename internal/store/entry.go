package store

import (
	"sort"
	"strings"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/record"
	"readout/internal/register"
	"readout/internal/text"
)

// Entry is a document as it goes into a store: its record and the stretches of
// its text that a search finds.
type Entry struct {
	Record   *record.Record
	Passages []Passage
	Lemmas   []Lemma // in the order of the text
	Stamp    string  // by what the record was made: version, data, metadata
}

// Passage is a sentence, or a line of a text that was not analysed.
type Passage struct {
	Start, End int // code points
	From, To   int // bytes of Record.Text
	Line       int // 1-based
}

// Lemma is the dictionary form of a word, where it is not the word itself.
type Lemma struct {
	Start, End int // code points of the word
	Words      string
}

// NewEntry makes the entry of a document that was read.
func NewEntry(d *doc.Document, r *record.Record, stamp string) *Entry {
	e := &Entry{Record: r, Stamp: stamp}
	if len(d.Sentences) == 0 {
		e.Passages = linesOf(r.Text)
		return e
	}
	e.Passages = make([]Passage, 0, len(d.Sentences))
	for _, s := range d.Sentences {
		e.Passages = appendPieces(e.Passages, d.Text, int(s.Span.Start), int(s.Span.End))
		e.lemmas(d, s)
	}
	return e
}

// longestPassage is how many bytes a passage has at most. A longer sentence, such
// as a file without a full stop, is cut at blanks: nobody reads it as one
// passage, and each of its statements would carry all of it.
const longestPassage = 2000

// appendPieces adds the text between two offsets as one passage, or as several.
func appendPieces(out []Passage, t *text.Text, from, to int) []Passage {
	s := t.String()
	for from < to {
		end := to
		if to-from > longestPassage {
			end = from + longestPassage
			if blank := strings.LastIndexByte(s[from:end], ' '); blank > longestPassage/2 {
				end = from + blank + 1
			}
			for !utf8.RuneStart(s[end]) {
				end--
			}
		}
		words := strings.TrimSpace(s[from:end])
		if words != "" {
			at := from + strings.Index(s[from:end], words)
			stop := at + len(words)
			out = append(out, Passage{Start: t.Point(int32(at)), End: t.Point(int32(stop)), From: at, To: stop, Line: t.Line(int32(at))})
		}
		from = end
	}
	return out
}

// lemmas notes the dictionary forms of a sentence's words where they differ.
func (e *Entry) lemmas(d *doc.Document, s doc.Sentence) {
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		if t.Lemma == "" || t.Lemma == t.Norm {
			continue
		}
		if words := strings.Join(register.Plain(t.Lemma), " "); words != "" {
			e.Lemmas = append(e.Lemmas, Lemma{d.Text.Point(t.Span.Start), d.Text.Point(t.Span.End), words})
		}
	}
}

// LemmasIn are the lemmas of the words inside a stretch of the text.
func (e *Entry) LemmasIn(start, end int) string {
	i := sort.Search(len(e.Lemmas), func(i int) bool { return e.Lemmas[i].Start >= start })
	var b strings.Builder
	for ; i < len(e.Lemmas) && e.Lemmas[i].End <= end; i++ {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(e.Lemmas[i].Words)
	}
	return b.String()
}

// linesOf takes the lines of a text as its passages.
func linesOf(s string) []Passage {
	t := text.FromString(s)
	var out []Passage
	from := 0
	for line := range strings.Lines(s) {
		out = appendPieces(out, t, from, from+len(line))
		from += len(line)
	}
	return out
}

// PlaceOf finds the passages that hold the spans, as half-open ranges of the
// entry's passages: neighbours are one range.
func (e *Entry) PlaceOf(spans ...record.Span) [][2]int {
	in := map[int]bool{}
	first, last := len(e.Passages), -1
	for _, s := range spans {
		if s.End <= s.Start {
			continue
		}
		for i := e.passageAt(s.Start); i < len(e.Passages) && e.Passages[i].Start < s.End; i++ {
			if e.Passages[i].End > s.Start {
				in[i], first, last = true, min(first, i), max(last, i)
			}
		}
	}
	var out [][2]int
	for i := first; i <= last; i++ {
		switch {
		case !in[i]:
		case len(out) > 0 && out[len(out)-1][1] == i:
			out[len(out)-1][1]++
		default:
			out = append(out, [2]int{i, i + 1})
		}
	}
	return out
}

// passageAt is the first passage that ends after the point.
func (e *Entry) passageAt(point int) int {
	lo, hi := 0, len(e.Passages)
	for lo < hi {
		m := (lo + hi) / 2
		if e.Passages[m].End <= point {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Spans are all words that make the statement: content, cue, source, and who is
// spoken to.
func Spans(s *record.Statement) []record.Span {
	out := append([]record.Span(nil), s.Content...)
	for _, p := range []*record.Span{s.Cue, s.Source, s.Addressee} {
		if p != nil {
			out = append(out, *p)
		}
	}
	return out
}
