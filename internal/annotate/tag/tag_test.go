package tag

import (
	"os"
	"strings"
	"testing"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

func french(t testing.TB) *Stage {
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Skip("no French: ", err)
	}
	if l.Lexicon == nil {
		t.Skip("the French lexicon has not been made: go run ./cmd/train lexicon")
	}
	s, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	if s.model == nil {
		t.Skip("the French tagger has not been trained: go run ./cmd/train tag")
	}
	return s
}

// tokens makes a document of words between blanks, one sentence a line.
func tokens(lines string) *doc.Document {
	d := &doc.Document{Text: text.FromString(lines)}
	at := int32(0)
	for _, line := range strings.Split(lines, "\n") {
		first, start := int32(len(d.Tokens)), at
		for _, w := range strings.Split(line, " ") {
			if w != "" {
				span := text.Span{Start: at, End: at + int32(len(w))}
				d.Tokens = append(d.Tokens, doc.Token{Form: w, Norm: conllu.Norm(w), Span: span, Space: true})
			}
			at += int32(len(w)) + 1
		}
		d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: int32(len(d.Tokens)), Span: text.Span{Start: start, End: at - 1}})
	}
	return d
}

const dispatch = `Mme Odile Ferrand , ministre de l' Intérieur , s' est entretenue jeudi par téléphone avec son homologue moldave , M. Ion Ceban .
« Nous n' avons reçu que des promesses » , a -t-il déploré devant les députés .
PARIS , 3 mai ( AFP ) - Le porte-parole du gouvernement a affirmé que les négociations reprendraient mardi .
Selon l' ex-ministre , les Etats membres ont versé 12,5 millions d' euros .`

func TestTagsOfADispatch(t *testing.T) {
	d := tokens(dispatch)
	french(t).Run(d)
	want := map[string]string{
		"Ferrand": "PROPN Ferrand", "ministre": "NOUN ministre", "s'": "PRON", "entretenue": "VERB entretenir",
		"jeudi": "NOUN jeudi", "son": "DET son", "homologue": "NOUN homologue", "moldave": "ADJ moldave", "M.": "NOUN monsieur",
		"avons": "AUX avoir", "reçu": "VERB recevoir", "déploré": "VERB déplorer", "députés": "NOUN député",
		"affirmé": "VERB affirmer", "reprendraient": "VERB reprendre", "ex-ministre": "NOUN ex-ministre", "versé": "VERB verser",
		"membres": "NOUN membre", "mai": "NOUN mai", "Selon": "ADP selon", "PARIS": "PROPN",
	}
	for _, tok := range d.Tokens {
		got := tok.UPOS.String() + " " + tok.Lemma
		if w, ok := want[tok.Form]; ok && !strings.HasPrefix(got, w) {
			t.Errorf("%s: %s, want %s", tok.Form, got, w)
		}
	}
	for _, tok := range d.Tokens {
		switch tok.Form {
		case "reprendraient":
			if !tok.Feats.Has(doc.FeatMood, doc.MoodCnd) || !tok.Feats.Has(doc.FeatNumber, doc.NumberPlur) {
				t.Errorf("reprendraient: %s", tok.Feats)
			}
		case "entretenue":
			if !tok.Feats.Has(doc.FeatGender, doc.GenderFem) {
				t.Errorf("entretenue: %s", tok.Feats)
			}
		}
	}
}

func TestUnknownWords(t *testing.T) {
	d := tokens("Les crypto-brouilleurs dézonaient les zorglubations .")
	french(t).Run(d)
	want := []string{"DET le", "NOUN crypto-brouilleur", "VERB dézoner", "DET le", "NOUN zorglubation", "PUNCT ."}
	for i, w := range want {
		if got := d.Tokens[i].UPOS.String() + " " + d.Tokens[i].Lemma; got != w {
			t.Errorf("%s: %s, want %s", d.Tokens[i].Form, got, w)
		}
	}
}

func TestWithoutWeightsTheLexiconTags(t *testing.T) {
	x := french(t).lex
	d := tokens("Elle a dit 12 choses à Zorg .")
	NewStage(x, nil).Run(d)
	for i, w := range []doc.UPOS{doc.PRON, doc.AUX, doc.VERB, doc.PUNCT, doc.NOUN, doc.ADP, doc.PROPN, doc.PUNCT} {
		if d.Tokens[i].UPOS != w {
			t.Errorf("%s: %s, want %s", d.Tokens[i].Form, d.Tokens[i].UPOS, w)
		}
	}
	d = tokens("Elle dort .")
	NewStage(nil, nil).Run(d)
	if d.Tokens[1].Lemma != "dort" {
		t.Errorf("without anything the lemma is the form, not %q", d.Tokens[1].Lemma)
	}
}

func TestTheSameTextGetsTheSameTags(t *testing.T) {
	s := french(t)
	a, b := tokens(dispatch), tokens(dispatch)
	s.Run(a)
	s.Run(b)
	for i := range a.Tokens {
		if a.Tokens[i] != b.Tokens[i] {
			t.Fatalf("%+v and %+v", a.Tokens[i], b.Tokens[i])
		}
	}
}

func TestOnlyItsOwnLayerIsWritten(t *testing.T) {
	d := tokens(dispatch)
	before := append([]doc.Token(nil), d.Tokens...)
	french(t).Run(d)
	for i := range d.Tokens {
		g := d.Tokens[i]
		if g.UPOS == doc.NoPOS || g.Lemma == "" {
			t.Errorf("%s has no tag or lemma", g.Form)
		}
		g.UPOS, g.Feats, g.Lemma = 0, 0, ""
		if g != before[i] {
			t.Errorf("%+v was %+v", g, before[i])
		}
	}
}

func TestDamagedWeightsAreRefused(t *testing.T) {
	for _, raw := range []string{"", "x", "readout tag"} {
		if _, err := Decode([]byte(raw)); err == nil {
			t.Errorf("%q: no error", raw)
		}
	}
}

func TestTrainingLearnsAndIsTheSameEachTime(t *testing.T) {
	d := tokens("le chat dort\nle chien mange\nun chat mange\nle rat dort")
	for i := range d.Tokens {
		d.Tokens[i].UPOS = []doc.UPOS{doc.NOUN, doc.ADJ, doc.VERB}[i%3]
		d.Tokens[i].Lemma = d.Tokens[i].Form
	}
	o := Options{Epochs: 3, Seeds: 2, Bits: 10}
	one, err := Train([]Corpus{{Doc: d, Morphology: true}}, nil, o).Encode()
	if err != nil {
		t.Fatal(err)
	}
	two, err := Train([]Corpus{{Doc: d, Morphology: true}}, nil, o).Encode()
	if err != nil || string(one) != string(two) {
		t.Fatal("two trainings, two results", err)
	}
	m, err := Decode(one)
	if err != nil {
		t.Fatal(err)
	}
	e := tokens("un chien dort")
	NewStage(nil, m).Run(e)
	for i, w := range []doc.UPOS{doc.NOUN, doc.ADJ, doc.VERB} {
		if e.Tokens[i].UPOS != w {
			t.Errorf("%s: %s, want %s", e.Tokens[i].Form, e.Tokens[i].UPOS, w)
		}
	}
}

func FuzzRun(f *testing.F) {
	s := french(f)
	for _, seed := range []string{"", dispatch, "« »", "É", "\xff\xfe’", "-", "--", "l’", "œ-œ", strings.Repeat("A", 300), strings.Repeat("é-", 90)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		d := tokens(line)
		s.Run(d)
		for i := range d.Tokens {
			if d.Tokens[i].UPOS == doc.NoPOS {
				t.Errorf("%q has no tag", d.Tokens[i].Form)
			}
		}
	})
}

func BenchmarkRun(b *testing.B) {
	s := french(b)
	d := tokens(dispatch)
	for b.Loop() {
		s.Run(d)
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoad(b *testing.B) {
	raw, err := os.ReadFile("../../../lang/fr/" + File)
	if err != nil {
		b.Skip("the French tagger has not been trained")
	}
	for b.Loop() {
		if _, err := Decode(raw); err != nil {
			b.Fatal(err)
		}
	}
}
