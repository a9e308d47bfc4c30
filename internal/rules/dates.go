package rules

import (
	"strings"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// dateRules are the rules of time expressions, those of notes last.
func dateRules(l *lang.Language) []*lang.Rule {
	var out []*lang.Rule
	for _, list := range [][]lang.Rule{l.Dates.Rules, l.Dates.Notes} {
		for i := range list {
			out = append(out, &list[i])
		}
	}
	return out
}

// testDate runs one example of time expressions: "words [expression] = value @
// day of publication", several values parted by ";". All expressions of the
// example are compared; a "yes" also asks that the rule be the one that fired,
// unless its work is to pass words over.
func testDate(p *annotate.Pipeline, r *lang.Rule, f lang.RuleField) Result {
	yes := f.Name == "yes"
	body, published, _ := strings.Cut(f.Text, " @ ")
	body, want, _ := strings.Cut(body, " = ")
	body = strings.TrimSuffix(body, " =")
	plain := strings.NewReplacer("[", "", "]", "").Replace(body)
	d := &doc.Document{Text: text.FromString(plain), Meta: doc.Meta{Published: strings.TrimSpace(published), PublishedFrom: "meta"}}
	d.Meta.Note = strings.HasSuffix(r.File, "notes.txt")
	p.RunUntil(d, "timex")
	out := Result{ID: r.ID, File: r.File, Line: f.Line, Yes: yes, Text: plain}
	var shown []string
	var marks []lang.QuoteSpan
	fired, covers := false, true
	for _, t := range d.Timexes {
		value := t.Value
		if value == "" {
			value = "null:" + t.Reason
		}
		shown = append(shown, value)
		marks = append(marks, lang.QuoteSpan{Name: t.Rule, Start: int(t.Span.Start), End: int(t.Span.End)})
		if t.Rule == r.ID {
			fired = true
			covers = covers && (!yes || strings.Contains(body, "["+d.Words(t.Span)+"]"))
		}
	}
	found := strings.Join(shown, " ; ")
	want = strings.Join(strings.FieldsFunc(strings.ReplaceAll(want, " ; ", ";"), func(c rune) bool { return c == ';' }), " ; ")
	out.Want = body + dateValues(want)
	out.Found = mark(plain, marks) + dateValues(found)
	out.Passed = strings.TrimSpace(want) == found && covers && (r.Get("is") == "skip" || fired == yes)
	return out
}

func dateValues(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return " = " + s
}
