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
	for name, want := range map[string]float64{"fr_sequoia-ud-test": 88.5, "fr_gsd-ud-test": 83.5} {
		gold, d := treebank(t, name), treebank(t, name)
		g.Run(d)
		p.Run(d)
		heads, right, full := 0, 0, 0
		for i := range d.Tokens {
			a, b := &gold.Tokens[i], &d.Tokens[i]
			heads += int(yes(a.Head == b.Head))
			right += int(yes(a.Head == b.Head && a.Deprel.Base() == b.Deprel.Base()))
			full += int(yes(a.Head == b.Head && a.Deprel == b.Deprel))
		}
		n := float64(len(d.Tokens)) / 100
		t.Logf("%s: UAS %.2f, LAS %.2f, with subtypes %.2f", name, float64(heads)/n, float64(right)/n, float64(full)/n)
		for _, rel := range []doc.Deprel{doc.RelNsubj, doc.RelObj, doc.RelCcomp, doc.RelParataxis, doc.RelAppos, doc.RelOblAgent, doc.RelAclRelcl, doc.RelConj} {
			t.Logf("  %-10s F %.1f", rel, relationF(gold, d, rel))
		}
		if float64(right)/n < want {
			t.Errorf("%s: LAS %.2f, want %.1f at least", name, float64(right)/n, want)
		}
	}
}

// relationF is the F score of one relation, head and relation both right.
func relationF(gold, found *doc.Document, rel doc.Deprel) float64 {
	both, all := 0, 0
	for i := range gold.Tokens {
		a, b := &gold.Tokens[i], &found.Tokens[i]
		ga, fb := a.Deprel.Is(rel), b.Deprel.Is(rel)
		all += int(yes(ga) + yes(fb))
		both += int(yes(ga && fb && a.Head == b.Head))
	}
	return 200 * float64(both) / float64(max(all, 1))
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
