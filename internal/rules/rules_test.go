package rules

import (
	"slices"
	"testing"

	"readout/internal/annotate"
	"readout/internal/annotate/quote"
	"readout/internal/lang"
	langfiles "readout/lang"
)

func french(t testing.TB) (*annotate.Pipeline, *lang.Language) {
	t.Helper()
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotate.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p, l
}

// TestExamples runs the examples of every rule through all stages.
func TestExamples(t *testing.T) {
	p, l := french(t)
	all, err := Test(p, l)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if !r.Passed {
			t.Errorf("%s:%d: %s (yes: %v)\n want  %s\n found %s", r.File, r.Line, r.ID, r.Yes, r.Want, r.Found)
		}
	}
}

// TestEveryRuleIsDescribed: each rule that the stage has stands in the file,
// with examples enough to tell what it does.
func TestEveryRuleIsDescribed(t *testing.T) {
	_, l := french(t)
	s, err := quote.New(l)
	if err != nil {
		t.Fatal(err)
	}
	list := List(l)
	for _, id := range s.Rules() {
		i := slices.IndexFunc(list, func(e Entry) bool { return e.ID == id })
		if i < 0 {
			t.Errorf("quotes/rules.txt says nothing of %s", id)
			continue
		}
		if e := list[i]; e.Says == "" || e.Yes < 2 || e.No < 2 {
			t.Errorf("%s: %d examples yes and %d no, at least two each", id, e.Yes, e.No)
		}
	}
}
