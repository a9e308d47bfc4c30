package rules

import (
	"testing"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// said is a reading of one text with one statement, by a rule and an act.
func said(rule, act string, content, cue text.Span) *doc.Document {
	d := &doc.Document{Name: "d", Text: text.FromString("Oui.\nLe maire a dit non.\n")}
	d.Quotations = []doc.Quotation{{Content: []text.Span{content}, Cue: cue, Rule: rule, Act: act}}
	return d
}

func TestCompare(t *testing.T) {
	no, cue, yes := text.Span{Start: 20, End: 23}, text.Span{Start: 14, End: 19}, text.Span{Start: 0, End: 3}
	before := said("a", "state", no, cue)
	if c := Compare(before, said("a", "state", no, cue)); len(c) != 0 {
		t.Errorf("the same readings differ: %+v", c)
	}
	for _, s := range []struct {
		name  string
		after *doc.Document
		want  []string
	}{
		{"act", said("a", "deny", no, cue), []string{"~ a"}},
		{"rule", said("b", "state", no, cue), []string{"~ b"}},
		{"content", said("b", "state", yes, cue), []string{"+ b", "- a"}},
		{"nothing", &doc.Document{Text: before.Text}, []string{"- a"}},
	} {
		var got []string
		for _, c := range Compare(before, s.after) {
			got = append(got, c.Kind+" "+c.Rule)
			if c.Line != 2 && c.Kind != Gained {
				t.Errorf("%s: line %d", s.name, c.Line)
			}
		}
		if len(got) != len(s.want) || got[0] != s.want[0] || got[len(got)-1] != s.want[len(s.want)-1] {
			t.Errorf("%s: %v, want %v", s.name, got, s.want)
		}
	}
}

func TestMark(t *testing.T) {
	marks := []lang.QuoteSpan{{Name: "source", Start: 4, End: 6}, {Name: "cue", Start: 0, End: 10}, {Name: "content", Statement: 1, Start: 12, End: 15}}
	want := "[cue a-t-[source il] dit] ¶ [content2 oui]"
	if got := mark("a-t-il dit\n\noui", marks); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A switched-off rule gives nothing, and its examples are not run.
func TestOff(t *testing.T) {
	p, l := french(t)
	d := &doc.Document{Text: text.FromString("Le maire affirme que le pont est fermé.")}
	p.Run(d)
	if len(d.Quotations) != 1 {
		t.Fatal(d.Quotations)
	}
	rule := d.Quotations[0].Rule
	changed := *l
	changed.QuoteRules = append([]lang.QuoteRule(nil), l.QuoteRules...)
	for i := range changed.QuoteRules {
		changed.QuoteRules[i].Off = changed.QuoteRules[i].ID == rule
	}
	p, err := annotate.New(&changed)
	if err != nil {
		t.Fatal(err)
	}
	off := &doc.Document{Text: d.Text}
	p.Run(off)
	if len(off.Quotations) != 0 {
		t.Errorf("found by %s", off.Quotations[0].Rule)
	}
	if run, err := Test(p, &changed, rule); err != nil || len(run) != 0 {
		t.Errorf("%d examples of a rule that is off were run: %v", len(run), err)
	}
	if got := Unknown(l, []string{rule, "fr.quote.none"}); len(got) != 1 || got[0] != "fr.quote.none" {
		t.Errorf("unknown: %v", got)
	}
}
