package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"readout/internal/annotate/tag"
	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/lang"
)

func tagJob() Job {
	return Job{"tag", "parts of speech, features and lemmas, from the treebanks", trainTag}
}

// otherTreebanks are learnt from for parts of speech only.
func otherTreebanks() []string {
	return []string{
		"fr_rhapsodie-ud-train", "fr_rhapsodie-ud-dev", "fr_rhapsodie-ud-test",
		"fr_parisstories-ud-train", "fr_parisstories-ud-dev", "fr_parisstories-ud-test",
	}
}

// tagCorpora are all treebanks the tagger learns from.
func tagCorpora(p Paths) ([]tag.Corpus, error) {
	names := append(morphologyTreebanks(p), otherTreebanks()...)
	docs, err := treebankDocuments(p, names)
	return asCorpora(names, docs), err
}

// asCorpora says of treebanks what the tagger may learn from them. The
// conventions it follows are those of Sequoia but for signs; GSD and FQB help where they
// agree. Features and lemmas of the others deviate.
func asCorpora(names []string, docs []*doc.Document) []tag.Corpus {
	var out []tag.Corpus
	for i, d := range docs {
		symbols(d)
		c := tag.Corpus{Doc: d}
		switch {
		case strings.HasPrefix(names[i], "fr_sequoia"):
			c.Morphology = true
		case strings.HasPrefix(names[i], "fr_gsd"):
			c.Morphology, c.Domain = true, 1
		case strings.HasPrefix(names[i], "fr_fqb"):
			c.Morphology, c.Domain = true, 2
		}
		out = append(out, c)
	}
	return out
}

// symbols makes the treebanks agree on signs such as "%" and "°": Sequoia and
// FQB call them nouns, the others symbols, as the guidelines of Universal
// Dependencies do.
func symbols(d *doc.Document) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		word := strings.IndexFunc(t.Form, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
		if t.UPOS == doc.NOUN && !word {
			t.UPOS = doc.SYM
		}
	}
}

func trainTag(p Paths) error {
	x, err := loadLexicon(p)
	if err != nil {
		return err
	}
	docs, err := tagCorpora(p)
	if err != nil {
		return err
	}
	m := tag.Train(docs, x, tag.Options{})
	raw, err := m.Encode()
	if err != nil {
		return err
	}
	fmt.Printf("tag: %d bytes\n", len(raw))
	if err := writeModel(filepath.Join(p.Out, "tag.bin"), raw); err != nil {
		return err
	}
	if m, err = tag.Decode(raw); err != nil {
		return err
	}
	return reportTags(p, tag.NewStage(x, m))
}

func loadLexicon(p Paths) (*lang.Lexicon, error) {
	raw, err := os.ReadFile(filepath.Join(p.Out, "lexicon.bin"))
	if err != nil {
		return nil, err
	}
	return lang.DecodeLexicon(raw)
}

func treebankDocuments(p Paths, names []string) ([]*doc.Document, error) {
	var out []*doc.Document
	for _, n := range names {
		s, err := readTreebank(p, n)
		if err != nil {
			return nil, err
		}
		out = append(out, conllu.Document(s))
	}
	return out, nil
}

// reportTags prints how many words of the test sets (when tuning: of the dev
// sets, which are then not trained on) are tagged right.
func reportTags(p Paths, s *tag.Stage) error {
	names := []string{"fr_sequoia-ud-test", "fr_gsd-ud-test"}
	if p.Tune {
		names = []string{"fr_sequoia-ud-dev", "fr_gsd-ud-dev:rest"}
	}
	for _, n := range names {
		gold, err := treebankDocuments(p, []string{n, n})
		if err != nil {
			return err
		}
		s.Run(gold[1])
		right := compareTags(gold[0], gold[1])
		total := float64(len(gold[0].Tokens)) / 100
		fmt.Printf("%-20s UPOS %.2f  UFeats %.2f  lemma %.2f\n", n, float64(right.upos)/total, float64(right.feats)/total, float64(right.lemma)/total)
	}
	return nil
}

type tagScore struct{ upos, feats, lemma int }

func compareTags(gold, found *doc.Document) tagScore {
	var n tagScore
	for i := range gold.Tokens {
		g, f := &gold.Tokens[i], &found.Tokens[i]
		if g.UPOS == f.UPOS {
			n.upos++
		}
		if universal(g.Feats) == universal(f.Feats) {
			n.feats++
		}
		if g.Lemma == f.Lemma || g.Lemma == "" {
			n.lemma++
		}
	}
	return n
}

// universal keeps the features that the shared tasks score as UFeats.
func universal(f doc.Feats) doc.Feats {
	for _, k := range [...]doc.Feature{doc.FeatExtPos, doc.FeatEmph, doc.FeatNumberPsor, doc.FeatPersonPsor, doc.FeatStyle, doc.FeatTypo, doc.FeatNumForm} {
		f = f.With(k, 0)
	}
	return f
}
