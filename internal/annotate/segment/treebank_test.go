package segment_test

import (
	"os"
	"strings"
	"testing"

	"readout/internal/annotate/segment"
	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/eval/treebank"
	"readout/internal/lang"
	"readout/internal/text"
)

func french(t testing.TB) *segment.Stage {
	t.Helper()
	dir := os.Getenv("READOUT_LANG") // to try other tables and weights
	if dir == "" {
		dir = "../../../lang"
	}
	l, err := lang.Load(os.DirFS(dir), "fr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := segment.New(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func readTreebank(t testing.TB, name string) []conllu.Sentence {
	t.Helper()
	f, err := os.Open("../../../../shared/data/ud/" + name + ".conllu")
	if err != nil {
		t.Skip("the treebanks are not beside the project")
	}
	defer f.Close()
	all, err := conllu.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// joined is the raw text of the sentences: size(n) says how many sentences the
// n-th paragraph has; sentences are joined by a space, paragraphs by a newline.
func joined(all []conllu.Sentence, size func(n int) int) string {
	var b strings.Builder
	left, n := size(0), 0
	for _, s := range all {
		if left == 0 {
			b.WriteByte('\n')
			n++
			left = size(n)
		} else if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.Text)
		left--
	}
	return b.String()
}

func score(t testing.TB, s *segment.Stage, gold []conllu.Sentence, raw string) treebank.Scores {
	t.Helper()
	d := &doc.Document{Text: text.FromString(raw)}
	s.Run(d)
	scores, err := treebank.Score(gold, conllu.Sentences(d))
	if err != nil {
		t.Fatal(err)
	}
	return scores
}

// TestTreebanks measures words and sentences on raw text, joined by spaces, by
// newlines, and in paragraphs of one to five sentences.
func TestTreebanks(t *testing.T) {
	s := french(t)
	for _, bank := range []struct {
		name                  string
		words, sents, inParas float64
	}{
		{"fr_sequoia-ud-test", 99.5, 91, 89.5},
		{"fr_gsd-ud-test", 99.3, 94, 93},
	} {
		gold := readTreebank(t, bank.name)
		spaces := score(t, s, gold, joined(gold, func(int) int { return len(gold) + 1 }))
		lines := score(t, s, gold, joined(gold, func(int) int { return 1 }))
		paras := score(t, s, gold, joined(gold, func(n int) int { return 1 + n*7%5 }))
		t.Logf("%-18s words %.2f sentences %.2f; lines %.2f %.2f; paragraphs %.2f %.2f", bank.name, spaces.Words.F(), spaces.Sentences.F(),
			lines.Words.F(), lines.Sentences.F(), paras.Words.F(), paras.Sentences.F())
		if spaces.Words.F() < bank.words || spaces.Sentences.F() < bank.sents || paras.Sentences.F() < bank.inParas {
			t.Errorf("%s fell below words %.2f sentences %.2f, in paragraphs %.2f", bank.name, bank.words, bank.sents, bank.inParas)
		}
	}
}
