package annotate

import (
	"fmt"
	"hash/fnv"
	"slices"
	"testing"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
	langfiles "readout/lang"
)

// dispatch has something for every stage.
const dispatch = `Pêche : Oslo et Reykjavik se parlent à nouveau
OSLO, 14 mars 2023 (Agence du Nord) – Le ministre norvégien de la Pêche, Einar Solvang, s'est entretenu lundi par téléphone avec son homologue islandaise, Birna Jónsdóttir, a annoncé le ministère.
« Nous n'avons rien signé », a-t-elle déclaré mardi devant une quarantaine de journalistes. Selon elle, l'accord porterait sur 12 000 tonnes.
`

func loadAll(t testing.TB) *Pipeline {
	t.Helper()
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEachStageComesAfterWhatItNeeds(t *testing.T) {
	have := []Layer{Text}
	for _, s := range Stages() {
		for _, n := range s.Needs {
			if !slices.Contains(have, n) {
				t.Errorf("stage %s needs %s, which no earlier stage gives", s.Name, n)
			}
		}
		for _, g := range s.Gives {
			if slices.Contains(have, g) {
				t.Errorf("stage %s gives %s, which an earlier stage gave", s.Name, g)
			}
		}
		have = append(have, s.Gives...)
	}
}

func TestEachStageWritesOnlyItsOwnLayer(t *testing.T) {
	p := loadAll(t)
	d := &doc.Document{Name: "d", Lang: "fr", Text: text.FromString(dispatch)}
	before := layers(d)
	for i, s := range Stages() {
		p.stages[i].Run(d)
		after := layers(d)
		for l, sum := range after {
			if sum != before[l] && !slices.Contains(s.Gives, l) {
				t.Errorf("stage %s changed the layer %s", s.Name, l)
			}
		}
		before = after
	}
}

// layers sums up each layer of a document.
func layers(d *doc.Document) map[Layer]uint64 {
	var words, tags, trees []any
	for _, t := range d.Tokens {
		words = append(words, t.Form, t.Norm, t.Span, t.Part, t.Space)
		tags = append(tags, t.Lemma, t.UPOS, t.Feats)
		trees = append(trees, t.Head, t.Child, t.Next, t.Deprel)
	}
	if !slices.ContainsFunc(d.Tokens, func(t doc.Token) bool { return t.Head != doc.None }) {
		trees = nil // not parsed yet: only None
	}
	if !slices.ContainsFunc(d.Tokens, func(t doc.Token) bool { return t.UPOS != doc.NoPOS }) {
		tags = nil // not tagged yet: only zeros
	}
	sum := func(v ...any) uint64 {
		h := fnv.New64a()
		fmt.Fprintf(h, "%v", v)
		return h.Sum64()
	}
	out := map[Layer]uint64{
		Text: sum(d.Text.String()), Blocks: sum(d.Title, d.Published, d.Blocks), Tokens: sum(d.Sentences, words), Tags: sum(tags),
		Mentions: sum(d.Mentions, d.MentionAt), Times: sum(d.Timexes), Figures: sum(d.Figures), Quotations: sum(d.Quotations),
		Entities: sum(d.Entities), Attributions: sum(d.Attributions), Contacts: sum(d.Contacts),
	}
	if trees != nil {
		out[Trees] = sum(trees)
	}
	return out
}

func TestSameTextSameLayers(t *testing.T) {
	p := loadAll(t)
	run := func() map[Layer]uint64 {
		d := &doc.Document{Name: "d", Text: text.FromString(dispatch)}
		p.Run(d)
		return layers(d)
	}
	first := run()
	for range 3 {
		for l, sum := range run() {
			if first[l] != sum {
				t.Errorf("the layer %s is not the same twice", l)
			}
		}
	}
}
