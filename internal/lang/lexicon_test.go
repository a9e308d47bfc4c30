package lang

import (
	"os"
	"testing"

	"readout/internal/doc"
)

func frenchLexicon(t testing.TB) *Lexicon {
	raw, err := os.ReadFile("../../lang/fr/" + LexiconFile)
	if err != nil {
		t.Skip("the French lexicon has not been made: go run ./cmd/train lexicon")
	}
	x, err := DecodeLexicon(raw)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestLexiconFindsFormsAsTheyStandInAText(t *testing.T) {
	x := frenchLexicon(t)
	for _, c := range []struct {
		form, lemma string
		upos        doc.UPOS
		fold        Fold
	}{
		{"affirmait", "affirmer", doc.VERB, AsWritten},
		{"Ministres", "ministre", doc.NOUN, Lowered},
		{"MOSCOU", "Moscou", doc.PROPN, Titled},
		{"PARIS", "Paris", doc.PROPN, Titled},
		{"Ecoliers", "écolier", doc.NOUN, Accented},
		{"noeuds", "nœud", doc.NOUN, Ligature},
		{"qu’", "que", doc.SCONJ, Lowered},
		{"ils", "eux", doc.PRON, AsWritten},
		{"Wanda", "Wanda", doc.PROPN, AsWritten},
	} {
		e, ok := x.Find(c.form)
		if !ok || e.Fold != c.fold || !e.UPOS().Has(c.upos) {
			t.Errorf("%s: found %v, fold %d, parts of speech %b", c.form, ok, e.Fold, e.UPOS())
			continue
		}
		found := false
		for i := range e.Len() {
			a := e.At(i)
			found = found || a.UPOS == c.upos && a.Lemma == c.lemma
		}
		if !found {
			t.Errorf("%s: no reading %s %s; first is %+v", c.form, c.lemma, c.upos, e.At(0))
		}
	}
	if e, _ := x.Find("Wanda"); !e.Has(FirstName) {
		t.Error("Wanda is not known as a first name")
	}
}

func TestLexiconDoesNotAllocate(t *testing.T) {
	x := frenchLexicon(t)
	n := testing.AllocsPerRun(100, func() {
		for _, w := range []string{"affirmait", "Ministres", "Etats", "noeud", "Zzyzx"} {
			if e, ok := x.Find(w); ok {
				_ = e.Lemma(0)
			}
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestLexiconRefusesDamage(t *testing.T) {
	raw, err := EncodeLexicon([]LexiconForm{{Form: "chat", Analyses: []Analysis{{Lemma: "chat", UPOS: doc.NOUN}}}, {Form: "chats", Analyses: []Analysis{{Lemma: "chat", UPOS: doc.NOUN}}}})
	if err != nil {
		t.Fatal(err)
	}
	x, err := DecodeLexicon(raw)
	if err != nil {
		t.Fatal(err)
	}
	if e, ok := x.Lookup("chats"); !ok || e.At(0).Lemma != "chat" {
		t.Errorf("chats: %v", ok)
	}
	plain, err := Unpack(raw)
	if err != nil {
		t.Fatal(err)
	}
	for n := range plain {
		short, err := Pack(plain[:n])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := DecodeLexicon(short); err == nil {
			t.Errorf("cut after %d bytes: no error", n)
		}
	}
}

func BenchmarkLexiconLoad(b *testing.B) {
	raw, err := os.ReadFile("../../lang/fr/" + LexiconFile)
	if err != nil {
		b.Skip("the French lexicon has not been made")
	}
	for b.Loop() {
		if _, err := DecodeLexicon(raw); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLexiconFind(b *testing.B) {
	x := frenchLexicon(b)
	words := []string{"le", "ministre", "a", "affirmé", "mercredi", "que", "Moscou", "Lecornu", "préparait", "Etats-Unis"}
	for b.Loop() {
		for _, w := range words {
			x.Find(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(words)), "ns/word")
}
