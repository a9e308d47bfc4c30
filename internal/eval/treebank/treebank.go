// Package treebank scores sentences, words, tags and trees against a treebank,
// by the definitions of the CoNLL 2018 shared task (Zeman et al. 2018): words
// count as found when they cover the same characters; words of a multiword
// token are aligned by their forms; every score is an F1 over gold and system
// words, so that raw text and given tokens are measured by the same rule.
package treebank

import (
	"fmt"
	"sort"
	"strings"

	"readout/internal/conllu"
)

// F1 counts what was found. With the same words on both sides it is the
// accuracy.
type F1 struct{ Gold, System, Correct int }

// P is the precision in per cent.
func (f F1) P() float64 { return percent(f.Correct, f.System) }

// R is the recall in per cent.
func (f F1) R() float64 { return percent(f.Correct, f.Gold) }

// F is the harmonic mean of precision and recall in per cent.
func (f F1) F() float64 { return percent(2*f.Correct, f.Gold+f.System) }

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// Scores is one comparison of a system's sentences with the gold ones.
type Scores struct {
	Tokens    F1 // surface tokens by characters
	Sentences F1 // sentences by first and last character
	Words     F1 // syntactic words
	UPOS      F1
	UFeats    F1 // the universal features, all of a word together
	Lemmas    F1
	UAS       F1 // head
	LAS       F1 // head and relation without its subtype, as in CoNLL 2018
	LASSub    F1 // head and relation with its subtype
	Relations map[string]F1
}

// Score compares the system's sentences with the gold ones. Both must hold the
// same characters, white space aside.
func Score(gold, system []conllu.Sentence) (Scores, error) {
	g, s := flatten(gold), flatten(system)
	if err := sameCharacters(g.chars, s.chars); err != nil {
		return Scores{}, err
	}
	pairs := align(g.words, s.words)
	out := Scores{
		Tokens:    spans(g.tokens, s.tokens),
		Sentences: spans(g.sentences, s.sentences),
		Relations: map[string]F1{},
	}
	all := F1{Gold: len(g.words), System: len(s.words)}
	goldOf := make([]int, len(s.words))
	for i := range goldOf {
		goldOf[i] = unaligned
	}
	for _, p := range pairs {
		goldOf[p.system] = p.gold
	}
	out.Words, out.UPOS, out.UFeats, out.Lemmas, out.UAS, out.LAS, out.LASSub = all, all, all, all, all, all, all
	out.Words.Correct = len(pairs)
	countRelations(out.Relations, g.words, s.words)
	for _, p := range pairs {
		out.pair(&g.words[p.gold], &s.words[p.system], goldOf)
	}
	return out, nil
}

// pair counts what the system got right of one aligned word.
func (o *Scores) pair(g, s *word, goldOf []int) {
	if g.UPOS == s.UPOS {
		o.UPOS.Correct++
	}
	if universal(g.Feats) == universal(s.Feats) {
		o.UFeats.Correct++
	}
	if g.Lemma == "_" || g.Lemma == s.Lemma {
		o.Lemmas.Correct++
	}
	head := root
	if s.head != root {
		head = goldOf[s.head]
	}
	if head != g.head {
		return
	}
	o.UAS.Correct++
	if base(g.Deprel) == base(s.Deprel) {
		o.LAS.Correct++
	}
	if g.Deprel == s.Deprel {
		o.LASSub.Correct++
		f := o.Relations[g.Deprel]
		f.Correct++
		o.Relations[g.Deprel] = f
	}
}

func countRelations(relations map[string]F1, gold, system []word) {
	for i := range gold {
		f := relations[gold[i].Deprel]
		f.Gold++
		relations[gold[i].Deprel] = f
	}
	for i := range system {
		f := relations[system[i].Deprel]
		f.System++
		relations[system[i].Deprel] = f
	}
}

func base(deprel string) string {
	b, _, _ := strings.Cut(deprel, ":")
	return b
}

// universalFeatures is the inventory that CoNLL 2018 scored.
const universalFeatures = "|PronType|NumType|Poss|Reflex|Foreign|Abbr|Gender|Animacy|Number|Case|Definite|Degree|" +
	"VerbForm|Mood|Tense|Aspect|Voice|Evident|Polarity|Person|Polite|"

// universal keeps the universal features of a FEATS column, sorted.
func universal(feats string) string {
	if feats == "_" || feats == "" {
		return ""
	}
	var keep []string
	for f := range strings.SplitSeq(feats, "|") {
		name, _, _ := strings.Cut(f, "=")
		if strings.Contains(universalFeatures, "|"+name+"|") {
			keep = append(keep, f)
		}
	}
	sort.Strings(keep)
	return strings.Join(keep, "|")
}

// String is a table of all scores but the relations.
func (o Scores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %7s %7s %7s\n", "", "P", "R", "F1")
	for _, row := range []struct {
		name string
		f    F1
	}{
		{"tokens", o.Tokens}, {"sentences", o.Sentences}, {"words", o.Words}, {"UPOS", o.UPOS}, {"UFeats", o.UFeats},
		{"lemmas", o.Lemmas}, {"UAS", o.UAS}, {"LAS", o.LAS}, {"LAS+sub", o.LASSub},
	} {
		fmt.Fprintf(&b, "%-10s %7.2f %7.2f %7.2f\n", row.name, row.f.P(), row.f.R(), row.f.F())
	}
	return b.String()
}

// RelationTable is a table of the relations, the most frequent in the gold
// trees first.
func (o Scores) RelationTable() string {
	names := make([]string, 0, len(o.Relations))
	for n := range o.Relations {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := o.Relations[names[i]].Gold, o.Relations[names[j]].Gold
		return a > b || a == b && names[i] < names[j]
	})
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s %6s %6s %7s %7s %7s\n", "relation", "gold", "found", "P", "R", "F1")
	for _, n := range names {
		f := o.Relations[n]
		fmt.Fprintf(&b, "%-20s %6d %6d %7.2f %7.2f %7.2f\n", n, f.Gold, f.System, f.P(), f.R(), f.F())
	}
	return b.String()
}
