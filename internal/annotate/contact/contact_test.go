package contact

import (
	"os"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/doc/doctest"
	"readout/internal/lang"
	"readout/internal/text"
)

func stage(t testing.TB) *Stage {
	t.Helper()
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// people gives every mention without an entity one of its own, joins those of
// one name, and lets "ils" mean the first two.
func people(d *doc.Document) {
	by := map[string]int32{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		name := d.Words(m.Span)
		e, ok := by[name]
		if !ok {
			e = int32(len(d.Entities))
			by[name] = e
			kind := doc.ActorPerson
			if m.Type == doc.Location {
				kind = doc.ActorState
			}
			x := doc.Entity{Name: name, Kind: kind, Country: m.Country}
			if m.Number == doc.NumberPlur && e > 1 {
				x.Members = []int32{0, 1}
			}
			d.Entities = append(d.Entities, x)
		}
		d.Entities[e].Mentions = append(d.Entities[e].Mentions, int32(i))
	}
}

func found(d *doc.Document) string {
	var out []string
	for _, c := range d.Contacts {
		var p []string
		for _, e := range c.Parties {
			p = append(p, d.Entities[e].Name)
		}
		s := c.Kind + " " + strings.Join(p, "+") + " " + c.Status
		if c.When != doc.None {
			s += " " + d.Timexes[c.When].Value
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

var cases = []struct{ name, tokens, mentions, want string }{
	{"a verb with its partner", `
Aubry Aubry PROPN 4 nsubj _
s' se PRON 4 expl Reflex=Yes
est être AUX 4 aux Mood=Ind|Tense=Pres|VerbForm=Fin
entretenue entretenir VERB 0 root Tense=Past|VerbForm=Part
par par ADP 6 case _
téléphone téléphone NOUN 4 obl _
avec avec ADP 8 case _
Belli Belli PROPN 4 obl _
lundi lundi NOUN 4 obl _`, `
named person 1-1 1 name=1-1
named person 8-8 8 name=8-8`, "call Aubry+Belli held 2023-01-02"},
	{"a pair and the future", `
Aubry Aubry PROPN 5 dislocated _
Belli Belli PROPN 5 dislocated _
ils il PRON 5 nsubj _
se se PRON 5 expl Reflex=Yes
rencontreront rencontrer VERB 0 root Mood=Ind|Tense=Fut|VerbForm=Fin`, `
named person 1-1 1
named person 2-2 2
pronoun none 3-3 3 n=p`, "meeting Aubry+Belli planned"},
	{"a noun under a light verb", `
Aubry Aubry PROPN 3 nsubj _
a avoir AUX 3 aux Mood=Ind|Tense=Pres|VerbForm=Fin
eu avoir VERB 0 root Tense=Past|VerbForm=Part
un un DET 5 det Definite=Ind
entretien entretien NOUN 3 obj _
téléphonique téléphonique ADJ 5 amod _
avec avec ADP 8 case _
Belli Belli PROPN 5 nmod _`, `
named person 1-1 1
named person 8-8 8`, "call Aubry+Belli held"},
	{"a refusal", `
Aubry Aubry PROPN 3 nsubj _
a avoir AUX 3 aux Mood=Ind|Tense=Pres|VerbForm=Fin
refusé refuser VERB 0 root Tense=Past|VerbForm=Part
de de ADP 5 mark _
recevoir recevoir VERB 3 xcomp VerbForm=Inf
Belli Belli PROPN 5 obj _`, `
named person 1-1 1
named person 6-6 6`, "meeting Aubry+Belli refused"},
	{"a journey to a capital is to its state", `
Aubry Aubry PROPN 4 nsubj _
s' se PRON 4 expl Reflex=Yes
est être AUX 4 aux Mood=Ind|Tense=Pres|VerbForm=Fin
rendue rendre VERB 0 root Tense=Past|VerbForm=Part
à à ADP 6 case _
Rome Rome PROPN 4 obl _`, `
named person 1-1 1 country=FR
named place 6-6 6 country=IT`, "visit Aubry+Rome held"},
	{"a demand is no call", `
Aubry Aubry PROPN 2 nsubj _
appelle appeler VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
Belli Belli PROPN 2 obj _
à à ADP 5 mark _
cesser cesser VERB 2 xcomp VerbForm=Inf`, `
named person 1-1 1
named person 3-3 3`, ""},
	{"an interview is no contact", `
Aubry Aubry PROPN 3 nsubj _
a avoir AUX 3 aux Mood=Ind|Tense=Pres|VerbForm=Fin
rencontré rencontrer VERB 0 root Tense=Past|VerbForm=Part
un un DET 5 det Definite=Ind
journaliste journaliste NOUN 3 obj _`, `
named person 1-1 1
nominal person 4-5 5`, ""},
}

func TestContacts(t *testing.T) {
	s := stage(t)
	for _, c := range cases {
		d := doctest.Build(c.tokens, c.mentions)
		people(d)
		d.Published.Value = "2023-01-04"
		for i, k := range d.Tokens {
			if k.Form == "lundi" {
				d.Timexes = append(d.Timexes, doc.Timex{Span: k.Span, First: int32(i), End: int32(i) + 1, Value: "2023-01-02"})
			}
		}
		s.Run(d)
		if got := found(d); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add([]byte("ab cd ef gh ij kl mn op"), "elles rencontrer entretien avec de téléphone rendre annuler")
	s := stage(f)
	f.Fuzz(func(t *testing.T, raw []byte, words string) {
		d := doctest.Scramble(raw, words)
		people(d)
		d.Attributions = make([]doc.Attribution, len(d.Quotations))
		for i := range d.Attributions {
			if len(d.Entities) > 0 {
				d.Attributions[i].By = []int32{int32(i % len(d.Entities))}
			}
		}
		for i := range d.Mentions {
			m := &d.Mentions[i]
			d.Timexes = append(d.Timexes, doc.Timex{First: m.First, End: m.End, Span: m.Span, Value: words, Kind: doc.TimexKind(i % 5)})
		}
		s.Run(d)
		whole := text.Span{End: int32(len(words))}
		for _, c := range d.Contacts {
			if len(c.Parties) < 2 || !whole.Contains(c.Evidence) || c.Status == "" {
				t.Fatalf("contact %+v", c)
			}
		}
	})
}

func BenchmarkRun(b *testing.B) {
	var tokens, mentions string
	tokens, mentions = cases[0].tokens, cases[0].mentions
	d := doctest.Repeat(doctest.Build(tokens, mentions), 100)
	people(d)
	s := stage(b)
	words := len(d.Tokens)
	b.ResetTimer()
	for range b.N {
		d.Contacts = nil
		s.Run(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
