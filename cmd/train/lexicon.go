package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/lang"
)

// hunspellFolder is where Debian's hunspell-fr-comprehensive puts its files.
const hunspellFolder = "/usr/share/hunspell"

func lexiconJob() Job {
	return Job{"lexicon", "the French full-form lexicon, from the Debian dictionary and the treebanks", trainLexicon}
}

// morphologyTreebanks agree on features and lemmas; the other French ones do not.
func morphologyTreebanks(p Paths) []string {
	if p.Tune {
		return []string{"fr_sequoia-ud-train", "fr_gsd-ud-dev:train", "fr_fqb-ud-test"}
	}
	return []string{"fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev", "fr_fqb-ud-test"}
}

func trainLexicon(p Paths) error {
	b := newLexiconBuilder()
	err := expandHunspell(hunspellFolder, "fr", func(f hunspellForm) {
		for _, a := range mapHunspell(f) {
			b.add(f.form, a)
			if a.Kind == lang.TitleWord && startsUpper(f.form) {
				b.add(f.form+".", a) // "M.", "Mgr."
			}
		}
	})
	if err != nil {
		return err
	}
	for _, name := range morphologyTreebanks(p) {
		sentences, err := readTreebank(p, name)
		if err != nil {
			return err
		}
		b.attest(sentences)
	}
	clusters, err := readClusters(p)
	if err != nil {
		return err
	}
	raw, err := lang.EncodeLexicon(b.forms(clusters))
	if err != nil {
		return err
	}
	fmt.Printf("lexicon: %d forms, %d bytes\n", len(b.readings), len(raw))
	return writeModel(filepath.Join(p.Out, "lexicon.bin"), raw)
}

// writeModel replaces a file in one step, so that nobody reads half of it.
func writeModel(path string, raw []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", raw, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// readTreebank reads a file of data/ud. "NAME:train" is its first four fifths,
// "NAME:rest" the last, for tuning.
func readTreebank(p Paths, name string) ([]conllu.Sentence, error) {
	name, part, _ := strings.Cut(name, ":")
	f, err := os.Open(filepath.Join(p.Shared, "data", "ud", name+".conllu"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := conllu.Read(f)
	cut := len(s) * 4 / 5
	switch part {
	case "train":
		s = s[:cut]
	case "rest":
		s = s[cut:]
	}
	return s, err
}

// reading is an analysis with the times that treebanks have it.
type reading struct {
	lang.Analysis
	order, count int
}

type lexiconBuilder struct {
	readings map[string][]reading
	capital  map[string]int // times a form was seen with a capital though in lower case in the dictionary
}

func newLexiconBuilder() *lexiconBuilder {
	return &lexiconBuilder{map[string][]reading{}, map[string]int{}}
}

func (b *lexiconBuilder) add(form string, a lang.Analysis) {
	form = strings.ReplaceAll(form, "’", "'")
	if len(form) > 60 || strings.ContainsAny(form, " \t") {
		return
	}
	list := b.readings[form]
	for i := range list {
		if list[i].Analysis == a {
			return
		}
	}
	b.readings[form] = append(list, reading{Analysis: a, order: len(list)})
}

// attest counts the readings of a treebank's words. A word is filed under its
// lower-case form unless it is a name.
func (b *lexiconBuilder) attest(sentences []conllu.Sentence) {
	for _, s := range sentences {
		for _, w := range s.Words {
			upos := doc.ParseUPOS(w.UPOS)
			if upos == doc.NoPOS || upos == doc.X || w.Lemma == "_" && w.Form != "_" || unlisted(w.Form) {
				continue
			}
			form, lemma := strings.ReplaceAll(w.Form, "’", "'"), w.Lemma
			if _, known := b.readings[form]; upos != doc.PROPN && !known {
				form = strings.ToLower(form)
			}
			feats := doc.ParseFeats(w.Feats)
			feats = feats.With(doc.FeatExtPos, 0).With(doc.FeatTypo, 0)
			b.count(form, lang.Analysis{Lemma: lemma, UPOS: upos, Feats: feats})
		}
	}
}

// unlisted tells whether a form is a figure or sign, which no lexicon lists.
func unlisted(form string) bool {
	for _, r := range form {
		if unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

func (b *lexiconBuilder) count(form string, a lang.Analysis) {
	list := b.readings[form]
	found := false
	for i := range list {
		r := &list[i]
		if r.Lemma == a.Lemma && r.UPOS == a.UPOS && r.Feats == a.Feats {
			r.count++
			found = true
		}
	}
	if !found && len(form) <= 60 {
		a.Seen = true
		b.readings[form] = append(list, reading{a, len(list), 1})
	}
}

// closed are the parts of speech whose readings the treebanks settle: their
// conventions are not the dictionary's ("leur" is a form of "son").
const closed = 1<<doc.ADP | 1<<doc.AUX | 1<<doc.CCONJ | 1<<doc.DET | 1<<doc.PRON | 1<<doc.SCONJ | 1<<doc.PART

func (b *lexiconBuilder) forms(clusters map[string]uint8) []lang.LexiconForm {
	b.addLemmas()
	for w := range clusters {
		if _, ok := b.readings[w]; !ok {
			b.readings[w] = nil // known by its neighbours only
		}
	}
	out := make([]lang.LexiconForm, 0, len(b.readings))
	for form, list := range b.readings {
		f := lang.LexiconForm{Form: form, Cluster: clusters[strings.ToLower(form)]}
		for _, r := range settle(list) {
			f.Analyses = append(f.Analyses, r.Analysis)
		}
		out = append(out, f)
	}
	return out
}

// addLemmas sees to it that every lemma is a form, so that the look-up of a
// lemma finds its string ready made.
func (b *lexiconBuilder) addLemmas() {
	var missing []string
	for _, list := range b.readings {
		for _, r := range list {
			if _, ok := b.readings[r.Lemma]; !ok && r.Lemma != "" && len(r.Lemma) <= 60 {
				missing = append(missing, r.Lemma)
			}
		}
	}
	for _, m := range missing {
		b.readings[m] = nil // a form without readings yet
	}
}

// settle orders a form's readings and drops the dictionary's closed-class ones
// where treebanks have the word.
func settle(list []reading) []reading {
	attested := map[doc.UPOS]int{}
	total := 0
	for _, r := range list {
		attested[r.UPOS] += r.count
		if closed>>r.UPOS&1 == 1 {
			total += r.count
		}
	}
	var out []reading
	for _, r := range list {
		isClosed := closed>>r.UPOS&1 == 1
		if isClosed && total > 0 && r.count == 0 && r.UPOS != doc.AUX {
			continue
		}
		if isClosed && r.Seen && attested[r.UPOS]*200 >= total && r.count > 1 {
			r.Seen = false
		}
		out = append(out, r)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].count != out[j].count {
			return out[i].count > out[j].count
		}
		if out[i].Seen != out[j].Seen {
			return !out[i].Seen
		}
		return out[i].order < out[j].order
	})
	return out
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
