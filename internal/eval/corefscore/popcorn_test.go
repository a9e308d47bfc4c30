package corefscore_test

import (
	"os"
	"testing"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/eval/corefscore"
	"readout/internal/lang"
	"readout/internal/text"
)

// TestPopcorn reports coreference on the POPCORN corpus, on its own mentions.
// POPCORN=test asks for the test part; the train part is for tuning.
func TestPopcorn(t *testing.T) {
	part := os.Getenv("POPCORN")
	if part == "" {
		t.Skip("set POPCORN=train or POPCORN=test to score coreference on the POPCORN corpus")
	}
	raw, err := os.ReadFile("../../../../shared/data/coref/popcorn-fr-" + part + ".json")
	if err != nil {
		t.Skip("the POPCORN corpus is not here")
	}
	texts, err := corefscore.Popcorn(raw)
	if err != nil {
		t.Fatal(err)
	}
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotate.New(l)
	if err != nil {
		t.Skip("no models: ", err)
	}
	var sum corefscore.Result
	for _, x := range texts {
		d := &doc.Document{Name: x.ID, Text: text.FromString(x.Text)}
		p.Run(d)
		sum.Add(x.Against(d))
	}
	for _, m := range []struct {
		name string
		c    corefscore.Count
	}{{"MUC", sum.MUC}, {"B3", sum.B3}, {"CEAF", sum.CEAF}} {
		p, r, f := m.c.F()
		t.Logf("%-5s P %5.1f  R %5.1f  F %5.1f", m.name, p, r, f)
	}
	t.Logf("mean F %.1f on %d documents", sum.Mean(), len(texts))
}
