package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// The ways in which what is found may differ.
const (
	Gained  = "+"
	Lost    = "-"
	Changed = "~" // the same words, by another rule or with other fields
)

// Change is one statement or time expression that only one of two readings of a
// document has, or that both have differently.
type Change struct {
	Kind     string // Gained, Lost, Changed
	Doc      string
	Line     int
	Rule     string // of the new reading, or of the old one for what is lost
	Old, New string // the sentence with its marks; "" where there is none
}

// finding is one statement or time with where it stands and how it is shown.
type finding struct {
	key   string // its words' places
	start int
	rule  string
	shown string // with marks and values
}

// Compare lists what differs between two readings of one text, in its order.
func Compare(before, after *doc.Document) []Change {
	var out []Change
	for _, list := range []func(*doc.Document) []finding{statements, times} {
		out = append(out, changes(list(before), list(after), after)...)
	}
	slices.SortStableFunc(out, func(a, b Change) int { return cmp.Compare(a.Line, b.Line) })
	return out
}

func changes(before, after []finding, d *doc.Document) []Change {
	was := make(map[string]finding, len(before))
	for _, f := range before {
		was[f.key] = f
	}
	var out []Change
	add := func(kind string, f finding, old, now string) {
		out = append(out, Change{kind, d.Name, d.Text.Line(int32(f.start)), f.rule, old, now})
	}
	for _, f := range after {
		o, both := was[f.key]
		delete(was, f.key)
		switch {
		case !both:
			add(Gained, f, "", f.shown)
		case o.shown != f.shown || o.rule != f.rule:
			old := o.shown
			if o.rule != f.rule {
				old += " (" + o.rule + ")"
			}
			add(Changed, f, old, f.shown)
		}
	}
	for _, f := range before {
		if _, left := was[f.key]; left {
			add(Lost, f, f.shown, "")
		}
	}
	return out
}

// statements are the statements of a reading, known by the places of their cue
// and content.
func statements(d *doc.Document) []finding {
	out := make([]finding, 0, len(d.Quotations))
	for i := range d.Quotations {
		q := &d.Quotations[i]
		if len(q.Content) == 0 {
			continue
		}
		f := finding{key: fmt.Sprint(q.Cue, q.Content), start: int(q.Content[0].Start), rule: q.Rule}
		e := lang.QuoteExample{Mode: "?", Act: "?", By: "?"}
		f.shown = excerpt(d, quoteMarks(q, 0)) + asked(d, i, &e)
		out = append(out, f)
	}
	return out
}

// times are the time expressions of a reading.
func times(d *doc.Document) []finding {
	out := make([]finding, 0, len(d.Timexes))
	for _, t := range d.Timexes {
		m := lang.QuoteSpan{Name: "time", Start: int(t.Span.Start), End: int(t.Span.End)}
		value := t.Value
		if value == "" {
			value = "null:" + t.Reason
		}
		out = append(out, finding{fmt.Sprint(t.Span), m.Start, t.Rule, excerpt(d, []lang.QuoteSpan{m}) + " = " + value})
	}
	return out
}

// longest is the longest excerpt, in bytes, that is shown whole.
const longest = 2000

// excerpt is the sentences that the marks stand in, with the marks.
func excerpt(d *doc.Document, marks []lang.QuoteSpan) string {
	start, end := len(d.Text.String()), 0
	for _, m := range marks {
		start, end = min(start, m.Start), max(end, m.End)
	}
	for _, s := range d.Sentences {
		a, b := int(s.Span.Start), int(s.Span.End)
		if a < end && b > start && b-a < longest {
			start, end = min(start, a), max(end, b)
		}
	}
	inside := slices.Clone(marks)
	for i := range inside {
		inside[i].Start -= start
		inside[i].End -= start
	}
	return strings.Join(strings.Fields(mark(d.Text.String()[start:end], inside)), " ")
}
