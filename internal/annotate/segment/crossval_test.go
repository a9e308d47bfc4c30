package segment

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/eval/treebank"
	"readout/internal/lang"
	"readout/internal/linear"
	"readout/internal/text"
)

// TestCrossValidate trains on four fifths of Sequoia and measures on the rest,
// five times over. It takes minutes and runs only with
// READOUT_CROSSVALIDATE set, to judge a change of features.
func TestCrossValidate(t *testing.T) {
	if os.Getenv("READOUT_CROSSVALIDATE") == "" {
		t.Skip("READOUT_CROSSVALIDATE is not set")
	}
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	bank := func(name string) []conllu.Sentence {
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
	main := inOrder(append(bank("fr_sequoia-ud-train"), bank("fr_sequoia-ud-dev")...))
	gsd := bank("fr_gsd-ud-dev")
	pud, fqb := bank("fr_pud-ud-test"), bank("fr_fqb-ud-test")
	var spaces, lines, words, other treebank.F1
	var types [5][4]int
	var bareGaps []scored
	const folds = 5
	for k := range folds {
		held, rest := holdOut(main, k, folds)
		gsdHeld, gsdRest := holdOut(gsd, k, folds)
		raw, err := Learn(l, [][]conllu.Sentence{rest, gsdRest, pud, fqb}, articles(t))
		if err != nil {
			t.Fatal(err)
		}
		s := &Stage{rules: newRules(l)}
		if s.model, err = readModel(raw); err != nil {
			t.Fatal(err)
		}
		x := measure(t, s, held, " ")
		sum(&spaces, x.Sentences)
		byType(s, held, &types, &bareGaps)
		sum(&words, x.Words)
		sum(&lines, measure(t, s, held, "\n").Sentences)
		sum(&other, measure(t, s, gsdHeld, " ").Sentences)
	}
	for i, n := range types {
		t.Logf("gap type %d: found %d, wrong %d, missed %d", i, n[3], n[2], n[1])
	}
	reportBare(t, bareGaps)
	t.Logf("words %.3f, sentences: joined by spaces %.2f (P %.2f R %.2f), by newlines %.2f; GSD %.2f", words.F(), spaces.F(), spaces.P(), spaces.R(), lines.F(), other.F())
}

func sum(a *treebank.F1, b treebank.F1) {
	a.Gold += b.Gold
	a.System += b.System
	a.Correct += b.Correct
}

func measure(t *testing.T, s *Stage, gold []conllu.Sentence, sep string) treebank.Scores {
	var texts []string
	for _, g := range gold {
		texts = append(texts, g.Text)
	}
	d := &doc.Document{Text: text.FromString(strings.Join(texts, sep))}
	s.Run(d)
	if os.Getenv("READOUT_CROSSVALIDATE") == "errors" {
		printErrors(d, gold, sep)
	}
	scores, err := treebank.Score(gold, conllu.Sentences(d))
	if err != nil {
		t.Fatal(err)
	}
	return scores
}

// printErrors shows the sentence ends that differ.
func printErrors(d *doc.Document, gold []conllu.Sentence, sep string) {
	_, want, _ := join(gold)
	raw := d.Text.String()
	for _, s := range d.Sentences {
		e := s.Span.End
		if !want[e] {
			fmt.Printf("%q WRONG  %q | %q\n", sep, raw[max(0, e-40):e], raw[e:min(len(raw), int(e)+40)])
		}
		delete(want, e)
	}
	for e := range want {
		fmt.Printf("%q MISSED %q | %q\n", sep, raw[max(0, e-40):e], raw[e:min(len(raw), int(e)+40)])
	}
}

// inOrder sorts sentences by their texts: the parts of a treebank were drawn
// from the same ones.
func inOrder(all []conllu.Sentence) []conllu.Sentence {
	slices.SortStableFunc(all, func(a, b conllu.Sentence) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// holdOut draws every n-th sentence or so by its name: the treebank's own test
// was drawn so, sentence by sentence out of the same texts.
func holdOut(all []conllu.Sentence, k, n int) (held, rest []conllu.Sentence) {
	for _, s := range all {
		if int(linear.Finish(linear.HashString(s.ID))>>7)%n == k {
			held = append(held, s)
		} else {
			rest = append(rest, s)
		}
	}
	return held, rest
}

// byType counts decisions at gaps by what makes them gaps.
func byType(s *Stage, gold []conllu.Sentence, out *[5][4]int, bares *[]scored) {
	raw, want, _ := join(gold)
	sc := scanner{rules: s.rules, t: raw}
	sc.scan()
	v := view{rules: s.rules, t: raw, pieces: sc.pieces, habits: s.model.habits}
	g := gap{last: -1, length: len(raw)}
	for i := 1; i < len(sc.pieces); i++ {
		if sc.pieces[i-1].kind != closer {
			g.last = i - 1
		}
		end := want[sc.pieces[i-1].end]
		said := false
		if v.candidate(&g, i) {
			var score [1]int32
			s.model.ends.Score(v.endFeatures(&g, nil), score[:])
			said = score[0] > 0
			if g.type_ == bare {
				*bares = append(*bares, scored{float64(score[0]) / 64, end})
			}
		} else {
			g.type_ = noGap
		}
		k := 0
		if end {
			k |= 1
		}
		if said {
			k |= 2
		}
		out[g.type_][k]++
		if end {
			g.begun, g.last = i, i
		}
	}
}

func articles(t *testing.T) [][]string {
	files, err := filepath.Glob("../../../../shared/data/ner/winer-fr/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.SplitSeq(string(raw), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		out = append(out, lines)
	}
	return out
}

// scored is the decision at a gap without a stop.
type scored struct {
	x   float64
	end bool
}

// reportBare logs how good the scores of gaps without a stop are, wherever the
// line between yes and no is drawn.
func reportBare(t *testing.T, gaps []scored) {
	loss, ends := 0.0, 0
	for _, g := range gaps {
		x := g.x
		if g.end {
			ends++
			x = -x
		}
		loss += math.Log1p(math.Exp(x))
	}
	t.Logf("without a stop: %d of %d, loss %.1f", ends, len(gaps), loss)
}
