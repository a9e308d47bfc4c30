package eval_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/eval"
	"readout/internal/eval/treebank"
	"readout/internal/reader"
	"readout/internal/record"
	"readout/internal/text"
	langfiles "readout/lang"
)

var update = flag.Bool("update", false, "write the scores of today to eval/scores.txt")

const (
	goldDir    = "../../../shared/gold"
	treeDir    = "../../../shared/data/ud"
	setDir     = "../../eval"
	scoresFile = "../../eval/scores.txt"
)

// tolerance is what rounding to one decimal may hide.
const tolerance = 0.051

// TestScoresDoNotFall measures every phenomenon and compares with the file.
func TestScoresDoNotFall(t *testing.T) {
	_, err := os.Stat(goldDir)
	beside := err == nil
	if !beside && *update {
		t.Skip("the annotated texts ../shared/gold are not here: scores are written with them only")
	}
	r := reader.New(langfiles.FS)
	now := map[string]float64{}
	var order []string
	put := func(name string, v float64) {
		order = append(order, name)
		now[name] = 100 * v
	}
	for _, set := range []string{"dispatches", "dispatches-unseen"} {
		goldScores(t, r, readSet(t, filepath.Join(setDir, set+".jsonl"), false), set, put)
	}
	if beside {
		for _, set := range []string{"press", "press-unseen"} {
			goldScores(t, r, readSet(t, filepath.Join(setDir, set+".jsonl"), true), set, put)
		}
		for _, set := range []string{"seed", "fr-dev", "invented"} {
			goldScores(t, r, readSet(t, filepath.Join(goldDir, set+".jsonl"), false), set, put)
		}
		for _, bank := range []string{"fr_sequoia", "fr_gsd"} {
			treeScores(t, r, bank, put)
		}
	}
	if *update {
		write(t, order, now)
		return
	}
	compare(t, now, beside)
}

// goldScores measures one annotated set; false_per_100 is turned so that more
// is better.
func goldScores(t *testing.T, r *reader.Reader, gold []eval.Gold, set string, put func(string, float64)) {
	var found []record.Record
	for _, g := range gold {
		out, err := r.Read(&doc.Document{Name: g.Doc, Lang: g.Lang, Text: text.FromString(g.Text), Meta: doc.Meta{Published: g.Published, PublishedFrom: "meta"}})
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, *out.Record)
	}
	for _, s := range eval.Compare(gold, found).Scores {
		if s.Per100 {
			put(set+" not_"+s.Name, 1-s.F/100)
			continue
		}
		put(set+" "+s.Name, s.F)
	}
}

func treeScores(t *testing.T, r *reader.Reader, bank string, put func(string, float64)) {
	f, err := os.Open(filepath.Join(treeDir, bank+"-ud-test.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := conllu.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	pipe, _, err := r.Pipeline("fr")
	if err != nil {
		t.Fatal(err)
	}
	d := conllu.Document(conllu.Bare(gold))
	pipe.RunStages(d, "tag", "parse")
	s, err := treebank.Score(gold, conllu.Merge(gold, conllu.Sentences(d)))
	if err != nil {
		t.Fatal(err)
	}
	put(bank+" upos", s.UPOS.F()/100)
	put(bank+" feats", s.UFeats.F()/100)
	put(bank+" lemma", s.Lemmas.F()/100)
	put(bank+" uas", s.UAS.F()/100)
	put(bank+" las", s.LAS.F()/100)
	for _, rel := range []string{"parataxis", "ccomp", "appos", "obl:agent"} {
		put(bank+" "+rel, s.Relations[rel].F()/100)
	}
	raw := &doc.Document{Text: text.FromString(joined(gold))}
	pipe.RunUntil(raw, "segment")
	if s, err = treebank.Score(gold, conllu.Sentences(raw)); err != nil {
		t.Fatal(err)
	}
	put(bank+" raw words", s.Words.F()/100)
	put(bank+" raw sentences", s.Sentences.F()/100)
}

// joined is the raw text of a treebank: its sentences with a space between.
func joined(sentences []conllu.Sentence) string {
	var b strings.Builder
	for i, s := range sentences {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

func write(t *testing.T, order []string, now map[string]float64) {
	var b strings.Builder
	b.WriteString("# Scores that may not fall, in hundredths. Measured and written by\n#   go test ./internal/eval -run TestScoresDoNotFall -update\n")
	b.WriteString("# with the annotated texts and the treebanks of ../shared beside the project; whole sets, final weights.\n")
	for _, k := range order {
		fmt.Fprintf(&b, "%s %.1f\n", k, now[k])
	}
	if err := os.WriteFile(scoresFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// compare holds the scores against the file; what needs ../shared counts only
// where that is.
func compare(t *testing.T, now map[string]float64, beside bool) {
	f, err := os.Open(scoresFile)
	if err != nil {
		t.Skip("eval/scores.txt is not written yet")
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		line := in.Text()
		i := strings.LastIndexByte(line, ' ')
		if strings.HasPrefix(line, "#") || i < 0 {
			continue
		}
		want, err := strconv.ParseFloat(line[i+1:], 64)
		if err != nil {
			t.Fatalf("scores.txt: %s", line)
		}
		got, ok := now[line[:i]]
		switch {
		case !ok && !beside:
		case !ok:
			t.Errorf("%s is no longer measured", line[:i])
		case got < want-tolerance:
			t.Errorf("%s fell from %.1f to %.1f", line[:i], want, got)
		case got > want+tolerance:
			t.Logf("%s rose from %.1f to %.1f: run with -update", line[:i], want, got)
		}
	}
}
