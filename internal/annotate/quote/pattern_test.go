package quote

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/doc/doctest"
	"readout/internal/lang"
	langfiles "readout/lang"
)

// withRules is the stage with the given rules only, each a list of pattern lines.
func withRules(t testing.TB, l *lang.Language, rules ...string) (*Stage, error) {
	t.Helper()
	var b strings.Builder
	for i, lines := range rules {
		id := "fr.quote.test" + string(rune('a'+i))
		if own, rest, ok := strings.Cut(lines, ": unless "); ok && strings.HasPrefix(own, "fr.") {
			id, lines = own, "unless "+rest
		}
		b.WriteString(id + "\n says it\n yes [content a]\n no b\n " + strings.ReplaceAll(lines, "; ", "\n ") + "\n")
	}
	l, err := l.WithQuoteRules([]byte(b.String()))
	if err != nil {
		return nil, err
	}
	return New(l)
}

// tables are the tables of French.
func tables(t testing.TB) *lang.Language {
	t.Helper()
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// pull is a sentence with its tree: "La demande par le syndicat d'un report a échoué."
const pull = `# mention = nominal none 2-2 2
# mention = role organization 5-6 6
1	La	le	DET	_	_	2	det	_	_
2	demande	demande	NOUN	_	Gender=Fem|Number=Sing	11	nsubj	_	_
3	hier	hier	ADV	_	_	2	advmod	_	_
4	par	par	ADP	_	_	6	case	_	_
5	le	le	DET	_	_	6	det	_	_
6	syndicat	syndicat	NOUN	_	Gender=Masc|Number=Sing	2	nmod	_	_
7	d'	de	ADP	_	_	9	case	_	SpaceAfter=No
8	un	un	DET	_	_	9	det	_	_
9	report	report	NOUN	_	Gender=Masc|Number=Sing	6	nmod	_	_
10	a	avoir	AUX	_	Tense=Pres|VerbForm=Fin	11	aux:tense	_	_
11	échoué	échouer	VERB	_	Tense=Past|VerbForm=Part	0	root	_	_
12	.	.	PUNCT	_	_	11	punct	_	_

`

func TestPatternMatches(t *testing.T) {
	l := tables(t)
	const cue, who = "when cue: noun=word", "when who: cue > nmod case=par"
	const give = "give cue=cue source=who content=word(cue)"
	for _, c := range []struct {
		lines string
		want  bool
	}{
		{cue + "; " + who + "; " + give, true},
		{"when cue: lemma=demande|appel; " + who + "; " + give, true},
		{"when cue: form=demande; " + who + "; " + give, true},
		{"when cue: lemma=appel; " + who + "; " + give, false},
		{cue + " act=ask Gender=Fem; " + who + "; " + give, true},
		{cue + " act=deny; " + who + "; " + give, false},
		{cue + " Number=Plur; " + who + "; " + give, false},
		{cue + "; when who: cue > obj; " + give, false},
		{cue + "; when who: behind cue case=par; " + give, true},
		{cue + "; when who: behind cue within 3 case=par; " + give, false},
		{cue + "; when who: right behind cue ADV; " + give, true},
		{cue + "; when who: before cue NOUN; " + give, false},
		{cue + "; when who: cue >> nmod case=de; " + give, true},
		{cue + "; when who: cue < nsubj VERB; " + give, true},
		{cue + "; when w: cue >> nmod case=de; when who: w << nmod lemma=demande; " + give, true},
		{cue + "; " + who + " kind=body role; " + give, false}, // refused: role is no condition
		{cue + "; " + who + " kind=body; " + give, true},
		{cue + "; " + who + " kind=person; " + give, false},
		{cue + "; " + who + " speaks; unless who kind=body; " + give, false},
		{cue + "; " + who + "; unless v: behind who main; " + give, false},
		{cue + "; " + who + "; unless v: before cue main; " + give, true},
		{cue + "; " + who + "; when x: cue >> nmod fits=cue; " + give, true},
		{cue + "; " + who + "; when x: cue >> nmod not fits=cue case=de; " + give, false},
		{cue + "; " + who + "; maybe x: cue > obj; " + give, true},
		{cue + "; " + who + " phrase right before x; " + give, false}, // refused: x is not known yet
		{cue + "; " + who + "; when x: right behind phrase(who); when x2: right behind x DET; " + give, true},
		{cue + " not first; " + who + "; " + give, true},
		{cue + " in=title; " + who + "; " + give, false},
		{cue + " quoted; " + who + "; " + give, false},
	} {
		s, err := withRules(t, l, c.lines)
		if err != nil {
			if c.want {
				t.Errorf("%s: %v", c.lines, err)
			}
			continue
		}
		d := sentence(t, pull)
		s.Run(d)
		got := false
		for _, q := range d.Quotations {
			got = got || q.Rule == "fr.quote.testa"
		}
		if got != c.want {
			t.Errorf("%s: fires %v", c.lines, got)
		}
	}
}

// What is given: the source ends where the content begins, and a second rule
// finds the cue settled.
func TestPatternGives(t *testing.T) {
	l := tables(t)
	s, err := withRules(t, l, "when cue: noun=word; when who: cue > nmod case=par; when what: cue >> nmod case=de; give cue=cue source=who content=what act=demand mode=mixed",
		"when cue: noun=word; when who: cue > nmod case=par; give cue=cue source=who content=word(who)")
	if err != nil {
		t.Fatal(err)
	}
	d := sentence(t, pull)
	s.Run(d)
	if len(d.Quotations) != 1 {
		t.Fatalf("%d statements", len(d.Quotations))
	}
	q := d.Quotations[0]
	if got := show(d, q); got != "le syndicat;demande;un report" || q.Act != "demand" || q.Mode != doc.Mixed {
		t.Errorf("%s %s %s", got, q.Act, q.Mode)
	}
}

// Conditions may be put on the program's own rules.
func TestPatternFilters(t *testing.T) {
	l := tables(t)
	const text = `# mention = role organization 1-2 2
1	Le	le	DET	_	_	2	det	_	_
2	syndicat	syndicat	NOUN	_	Gender=Masc|Number=Sing	3	nsubj	_	_
3	dénonce	dénoncer	VERB	_	Tense=Pres|VerbForm=Fin	0	root	_	_
4	un	un	DET	_	_	5	det	_	_
5	abandon	abandon	NOUN	_	Gender=Masc|Number=Sing	3	obj	_	_

`
	for rule, want := range map[string]int{
		"fr.quote.object: unless source kind=person":     1,
		"fr.quote.object: unless source kind=body":       0,
		"fr.quote.object: unless v: before content main": 0,
		"fr.quote.oblique: unless source kind=body":      1,
	} {
		s, err := withRules(t, l, rule)
		if err != nil {
			t.Fatal(err)
		}
		d := sentence(t, text)
		if s.Run(d); len(d.Quotations) != want {
			t.Errorf("%s: %d statements", rule, len(d.Quotations))
		}
	}
	if _, err := withRules(t, l, "fr.quote.nulle: unless source kind=body"); err == nil || !strings.Contains(err.Error(), "gives nothing, and the program has no rule of this name") {
		t.Error(err)
	}
}

func TestPatternPlaceIsKnown(t *testing.T) {
	l := tables(t)
	if _, err := withRules(t, l, "after fr.quote.nulle; when cue: noun=word; give content=cue"); err == nil || !strings.Contains(err.Error(), "after fr.quote.nulle: no such rule") {
		t.Error(err)
	}
	if _, err := withRules(t, l, "off"); err == nil || !strings.Contains(err.Error(), "no lines when and give") {
		t.Error(err)
	}
}

// hardSentences is a document of sentences as long as any that is looked into, of
// words over and over, each hanging on the one before it.
func hardSentences(n int, words ...string) *doc.Document {
	tags := map[string]doc.UPOS{"par": doc.ADP, "de": doc.ADP, "chez": doc.ADP, "même": doc.ADJ, "déclarer": doc.VERB, "que": doc.SCONJ, "selon": doc.ADP}
	var w []string
	for len(w) < n {
		w = append(w, words...)
	}
	d := flat(w)
	d.Sentences = nil
	for i := 0; i < len(w); i += maxSentence {
		s := doc.Sentence{First: int32(i), End: int32(min(i+maxSentence, len(w)))}
		for k := s.First; k < s.End; k++ {
			t := &d.Tokens[k]
			if u, ok := tags[w[k]]; ok {
				t.UPOS = u
			} else if len(w[k]) > 2 {
				t.UPOS = doc.NOUN
			}
			if t.UPOS == doc.VERB {
				t.Feats = doc.ParseFeats("VerbForm=Fin|Mood=Ind")
			}
			if k > s.First {
				t.Head, t.Deprel = k-1, doc.RelNmod
			}
		}
		d.LinkChildren(s)
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

func TestPatternsEndQuickly(t *testing.T) {
	s := french(t)
	for _, words := range [][]string{
		{"«", "même", "constat", "chez", "ministre", ":", "»", "déclarer"},
		{"annonce", "par", "maire", "de", "report"},
		{"«", "oui", "»", ":", "annonce", "maire"},
		{"«", "annonce"},
		{"selon", "maire", ",", "déclarer", ":", "que"},
	} {
		d := hardSentences(20_000, words...)
		start := time.Now()
		s.Run(d)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%v: %v", words, took)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("when cue: noun=word; when who: cue >> any; give cue=cue source=who content=from(who)-tree(cue)", []byte{5, 1, 2, 3, 9}, "Le refus de X : « oui » par Y .")
	f.Add("when a: opens; maybe b: subject of a; when c: behind a; when e: before c; give content=around(a,c)+between(a,c)", []byte{0, 255}, "« non » , dit -il « oui »")
	f.Add("when a: cue; when b: object of a; maybe c: end of quote(b); give content=behind(b) cue=verb(a) source=span(a,b) to=tree(c)", []byte{7, 77, 120}, "X donne son accord à Y")
	l := tables(f)
	f.Fuzz(func(t *testing.T, lines string, raw []byte, words string) {
		s, err := withRules(t, l, lines)
		if err != nil || !utf8.ValidString(words) {
			return // every text that is read is UTF-8
		}
		d := doctest.Scramble(raw, words)
		d.Quotations = nil
		check(t, s, d)
	})
}
