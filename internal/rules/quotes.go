package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// testQuote runs one example of attribution. In a "yes" the rule gives the
// marked statements and no other; in a "no" it gives none. What other rules find
// in the example is theirs.
func testQuote(p *annotate.Pipeline, r *lang.QuoteRule, e lang.QuoteExample, yes bool) Result {
	d := &doc.Document{Text: text.FromString(e.Text)}
	p.Run(d)
	out := Result{ID: r.ID, File: r.File, Line: e.Line, Yes: yes, Text: e.Text, Want: mark(e.Text, nil)}
	if yes {
		out.Want = mark(e.Text, e.Marks) + values(e.Mode, e.Act, e.Negated, e.By)
	}
	var marks []lang.QuoteSpan
	var said, others []string
	n := 0
	for i := range d.Quotations {
		q := &d.Quotations[i]
		if q.Rule != r.ID {
			others = append(others, q.Rule)
			continue
		}
		marks = append(marks, quoteMarks(q, n)...)
		if v := asked(d, i, &e); !slices.Contains(said, v) {
			said = append(said, v)
		}
		n++
	}
	out.Found = mark(e.Text, marks) + strings.Join(said, "")
	if yes && n == 0 && len(others) > 0 {
		out.Found += " (" + strings.Join(others, ", ") + ")"
	}
	out.Passed = out.Found == out.Want
	return out
}

// asked gives of a found statement what the example says of its own.
func asked(d *doc.Document, i int, e *lang.QuoteExample) string {
	q := &d.Quotations[i]
	mode, act, by := "", "", ""
	if e.Mode != "" {
		mode = q.Mode.String()
	}
	if e.Act != "" {
		act = q.Act
	}
	if e.By != "" && i < len(d.Attributions) {
		var names []string
		for _, k := range d.Attributions[i].By {
			names = append(names, d.Entities[k].Name)
		}
		by = strings.Join(names, " + ")
	}
	return values(mode, act, q.Negated, by)
}

// values writes what is said of a statement beside its words, in one order.
func values(mode, act string, negated bool, by string) string {
	var out []string
	for _, v := range []string{mode, act} {
		if v != "" {
			out = append(out, v)
		}
	}
	if negated {
		out = append(out, "negated")
	}
	if by != "" {
		out = append(out, "by "+by)
	}
	if len(out) == 0 {
		return ""
	}
	return " = " + strings.Join(out, ", ")
}

// quoteMarks are the spans of a found statement by the names of the examples;
// statement is its place among those of the rule.
func quoteMarks(q *doc.Quotation, statement int) []lang.QuoteSpan {
	var out []lang.QuoteSpan
	add := func(name string, s text.Span) {
		if !s.Empty() {
			out = append(out, lang.QuoteSpan{Name: name, Statement: statement, Start: int(s.Start), End: int(s.End)})
		}
	}
	for _, c := range q.Content {
		add("content", c)
	}
	add("source", q.Source)
	add("cue", q.Cue)
	add("to", q.Addressee)
	for _, v := range q.Via {
		add("via", v.Source)
	}
	return out
}

// mark writes the marks into the text, the longer ones outside, and ¶ for the
// paragraphs.
func mark(s string, marks []lang.QuoteSpan) string {
	list := slices.Clone(marks)
	slices.SortStableFunc(list, func(a, b lang.QuoteSpan) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Statement, b.Statement))
	})
	var b strings.Builder
	var open []int // ends of the marks begun, the innermost last
	k := 0
	for i := 0; i <= len(s); i++ {
		for len(open) > 0 && open[len(open)-1] <= i {
			b.WriteByte(']')
			open = open[:len(open)-1]
		}
		for ; k < len(list) && list[k].Start == i; k++ {
			b.WriteString("[" + list[k].Name)
			if n := list[k].Statement; n > 0 {
				b.WriteString(strconv.Itoa(n + 1))
			}
			b.WriteByte(' ')
			open = append(open, list[k].End)
		}
		if i < len(s) {
			b.WriteByte(s[i])
		}
	}
	return strings.ReplaceAll(b.String(), "\n\n", " ¶ ")
}
