package parse

import (
	"os"
	"testing"

	langfiles "readout/lang"

	"readout/internal/annotate/tag"
	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/lang"
)

const treebanks = "../../../../shared/data/ud/"

func french(t testing.TB) (*Stage, *tag.Stage) {
	t.Helper()
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	if p.model == nil {
		t.Skip("there are no weights for French here")
	}
	g, err := tag.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p, g
}

func treebank(t testing.TB, name string) *doc.Document {
	t.Helper()
	f, err := os.Open(treebanks + name + ".conllu")
	if err != nil {
		t.Skip("the treebanks are not here")
	}
	defer f.Close()
	s, err := conllu.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return conllu.Document(s)
}

// TestTreebanks holds the labelled attachment score, as the CoNLL 2018 shared
// task counts it: gold words, our tags, universal relations.
func TestTreebanks(t *testing.T) {
	p, g := french(t)
	for name, want := range map[string]float64{"fr_sequoia-ud-test": 88, "fr_gsd-ud-test": 82.5} {
		gold, d := treebank(t, name), treebank(t, name)
		g.Run(d)
		p.Run(d)
		right, full := 0, 0
		for i := range d.Tokens {
			a, b := &gold.Tokens[i], &d.Tokens[i]
			if a.Head == b.Head && a.Deprel.Base() == b.Deprel.Base() {
				right++
				if a.Deprel == b.Deprel {
					full++
				}
			}
		}
		n := float64(len(d.Tokens)) / 100
		t.Logf("%s: LAS %.2f, with subtypes %.2f", name, float64(right)/n, float64(full)/n)
		if float64(right)/n < want {
			t.Errorf("%s: LAS %.2f, want %.1f at least", name, float64(right)/n, want)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	p, g := french(b)
	d := treebank(b, "fr_gsd-ud-dev")
	g.Run(d)
	for b.Loop() {
		p.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := New(l); err != nil {
			b.Fatal(err)
		}
	}
}
