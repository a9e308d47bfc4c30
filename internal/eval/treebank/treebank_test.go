package treebank

import (
	"math"
	"os"
	"strings"
	"testing"

	"readout/internal/conllu"
)

// sentence makes a sentence of words "form/UPOS/head/deprel", "du=" before
// the words of a multiword token.
func sentence(t *testing.T, s string) conllu.Sentence {
	t.Helper()
	var out conllu.Sentence
	pending := 0
	for f := range strings.FieldsSeq(s) {
		if form, ok := strings.CutSuffix(f, "="); ok {
			n := len(out.Words) + 1
			out.Ranges = append(out.Ranges, conllu.Range{First: n, Last: n + 1, Form: form})
			pending = 2
			continue
		}
		p := strings.Split(f, "/")
		if len(p) != 4 {
			t.Fatalf("bad word %q", f)
		}
		out.Words = append(out.Words, conllu.Word{Form: p[0], Lemma: strings.ToLower(p[0]), UPOS: p[1], Feats: "_", Head: int(p[2][0] - '0'), Deprel: p[3]})
		pending--
	}
	return out
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.01 {
		t.Errorf("%s is %.2f, want %.2f", what, got, want)
	}
}

const goldLine = "Elle/PRON/2/nsubj parle/VERB/0/root du= de/ADP/5/case le/DET/5/det port/NOUN/2/obl:arg ./PUNCT/2/punct"

func TestPerfect(t *testing.T) {
	g := []conllu.Sentence{sentence(t, goldLine)}
	s, err := Score(g, g)
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]F1{"tokens": s.Tokens, "sentences": s.Sentences, "words": s.Words, "UPOS": s.UPOS, "UFeats": s.UFeats,
		"lemmas": s.Lemmas, "UAS": s.UAS, "LAS": s.LAS, "subtypes": s.LASSub, "nsubj": s.Relations["nsubj"]} {
		near(t, name, f.F(), 100)
	}
	if s.Words.Gold != 6 || s.Tokens.Gold != 5 {
		t.Errorf("%d words in %d tokens", s.Words.Gold, s.Tokens.Gold)
	}
}

func TestMultiwordMissed(t *testing.T) {
	g := []conllu.Sentence{sentence(t, goldLine)}
	y := []conllu.Sentence{sentence(t, "Elle/PRON/2/nsubj parle/VERB/0/root du/DET/4/det port/NOUN/2/obj ./PUNCT/2/punct")}
	s, err := Score(g, y)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "tokens", s.Tokens.F(), 100)
	near(t, "words", s.Words.F(), 100*2*4.0/11)
	near(t, "UAS", s.UAS.F(), 100*2*4.0/11)
	near(t, "LAS", s.LAS.F(), 100*2*3.0/11)
}

func TestSubtypeAndHead(t *testing.T) {
	g := []conllu.Sentence{sentence(t, goldLine)}
	y := []conllu.Sentence{sentence(t, "Elle/PRON/2/nsubj parle/VERB/0/root du= de/ADP/2/case le/DET/5/det port/NOUN/2/obl:mod ./PUNCT/2/punct")}
	s, err := Score(g, y)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "UAS", s.UAS.F(), 100*5.0/6)
	near(t, "LAS", s.LAS.F(), 100*5.0/6)
	near(t, "LAS with subtypes", s.LASSub.F(), 100*4.0/6)
	near(t, "obl:arg", s.Relations["obl:arg"].F(), 0)
}

func TestSentenceSplit(t *testing.T) {
	g := []conllu.Sentence{sentence(t, "Oui/INTJ/0/root ./PUNCT/1/punct"), sentence(t, "Non/INTJ/0/root ./PUNCT/1/punct")}
	y := []conllu.Sentence{sentence(t, "Oui/INTJ/0/root ./PUNCT/1/punct Non/INTJ/1/conj ./PUNCT/3/punct")}
	s, err := Score(g, y)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "sentences", s.Sentences.F(), 0)
	near(t, "words", s.Words.F(), 100)
	near(t, "UAS", s.UAS.F(), 75)
}

func TestTokenBorders(t *testing.T) {
	g := []conllu.Sentence{sentence(t, "dit/VERB/0/root -il/PRON/1/nsubj")}
	y := []conllu.Sentence{sentence(t, "dit-/VERB/0/root il/PRON/1/nsubj")}
	s, err := Score(g, y)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "words", s.Words.F(), 0)
}

func TestOtherTextIsRefused(t *testing.T) {
	g := []conllu.Sentence{sentence(t, "Oui/INTJ/0/root ./PUNCT/1/punct")}
	y := []conllu.Sentence{sentence(t, "Oui/INTJ/0/root !/PUNCT/1/punct")}
	if _, err := Score(g, y); err == nil {
		t.Error("other characters were compared")
	}
}

// TestTreebankAgainstItself reads a whole treebank.
func TestTreebankAgainstItself(t *testing.T) {
	f, err := os.Open("../../../../shared/data/ud/fr_sequoia-ud-dev.conllu")
	if err != nil {
		t.Skip("the treebanks are not beside the project")
	}
	defer f.Close()
	g, err := conllu.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Score(g, g)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "LAS", s.LASSub.F(), 100)
	near(t, "words", s.Words.F(), 100)
}
