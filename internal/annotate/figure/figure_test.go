package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/annotate/figure"
	"readout/internal/annotate/parse"
	"readout/internal/annotate/press"
	"readout/internal/annotate/segment"
	"readout/internal/annotate/tag"
	"readout/internal/annotate/timex"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
	langfiles "readout/lang"

	"pgregory.net/rapid"
)

type stage interface{ Run(*doc.Document) }

func load(t testing.TB) []stage {
	t.Helper()
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	var out []stage
	add := func(s stage, err error) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	a, err := press.New(l)
	add(a, err)
	b, err := segment.New(l)
	add(b, err)
	c, err := tag.New(l)
	add(c, err)
	e, err := parse.New(l)
	add(e, err)
	f, err := timex.New(l)
	add(f, err)
	g, err := figure.New(l)
	add(g, err)
	return out
}

func read(p []stage, s string) *doc.Document {
	d := &doc.Document{Lang: "fr", Text: text.FromString(s)}
	d.Meta.Published = "2024-04-04"
	for _, s := range p {
		s.Run(d)
	}
	return d
}

func TestFigures(t *testing.T) {
	p := load(t)
	for _, c := range []struct{ in, want string }{
		{"L'attaque a fait au moins 144 morts à Sarnov.", "au moins 144 morts = 144 morts (au moins)"},
		{"La commission a débloqué 3,5 milliards d'euros pour le port.", "3,5 milliards d'euros = 3.5e+09 euros ()"},
		{"Près de 40 % des élèves étaient absents.", "Près de 40 % = 40 % (Près de)"},
		{"Le pont compte quatre-vingt-douze piliers.", "quatre-vingt-douze piliers = 92 piliers ()"},
		{"Il a vendu 28 400 tonnes de cabillaud.", "28 400 tonnes = 28400 tonnes ()"},
		{"Une quarantaine de personnes attendaient.", "Une quarantaine de personnes = 40 personnes ()"},
		{"La loi a été votée le 12 mai 2021 après deux heures de débat.", ""},
		{"L'article 5 du traité a été invoqué.", ""},
		{"Plus de deux mille trois cents soldats sont partis.", "Plus de deux mille trois cents soldats = 2300 soldats (Plus de)"},
		{"Il faudra vingt et un navires.", "vingt et un navires = 21 navires ()"},
		{"Un homme est venu.", ""},
		{"Le plan coûtera 60 à 80 milliards d'euros.", "60 = 6e+10 euros (); 80 milliards d'euros = 8e+10 euros ()"},
		{"Ils craignent la perte de 8 000 à 10 000 postes.", "8 000 = 8000 postes (); 10 000 postes = 10000 postes ()"},
		{"La crue a fait entre trois et cinq morts.", "trois = 3 morts (); cinq morts = 5 morts ()"},
		{"Il a ordonné le retrait de 2 000 des 3 550 soldats.", "2 000 = 2000 soldats (); 3 550 soldats = 3550 soldats ()"},
		{"Elle a employé deux de ses neveux.", "deux de ses neveux = 2 neveux ()"},
		{"La moitié des élus ont voté non.", "moitié des élus = 0.5 élus ()"},
		{"Deux tiers des ports sont fermés.", "Deux tiers des ports = 0.666666666 ports ()"},
		{"Le coût est évalué à 13 milliards d'euros par Rome, à 17 milliards par Athènes.", "13 milliards d'euros = 1.3e+10 euros (); 17 milliards = 1.7e+10 euros ()"},
		{"L'usine emploie 300 ouvriers, contre 450 en mars.", "300 ouvriers = 300 ouvriers (); 450 = 450 ouvriers ()"},
		{"Les ventes ont chuté (- 33 %) en mai.", "- 33 % = -33 % ()"},
		{"L'explosion a fait 144 morts au moins.", "144 morts au moins = 144 morts (au moins)"},
		{"L'Union évalue à 42 000 le nombre de réfugiés.", "42 000 le nombre de réfugiés = 42000 réfugiés ()"},
		{"Il a visité quatorze villes dans huit États.", "quatorze villes = 14 villes (); huit États = 8 États ()"},
		{"Il a réduit de moitié les droits.", ""},
		{"Le premier quart du match a déçu.", ""},
	} {
		d := read(p, c.in)
		var got []string
		for _, f := range d.Figures {
			got = append(got, fmt.Sprintf("%s = %v %s (%s)", d.Words(f.Span), f.Value, f.Unit, f.Modifier))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n  found %s\n  want  %s", c.in, strings.Join(got, "; "), c.want)
		}
	}
}

// TestAnyWords draws words that numbers are made of: no panic, spans in order.
func TestAnyWords(t *testing.T) {
	p := load(t)
	last := p[len(p)-1]
	word := rapid.SampledFrom([]string{"deux", "cent", "mille", "millions", "vingt", "et", "un", "3", "550", "3,5", "%", "$", "de", "quatre-vingt-dix", "999999999999999999999", "euros", "personnes", "au", "moins", "près", "-", "article"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "words"), " ")
		d := &doc.Document{Lang: "fr", Text: text.FromString(s)}
		at := 0
		for _, w := range strings.Fields(s) {
			d.Tokens = append(d.Tokens, doc.Token{Form: w, Norm: w, Head: int32(rapid.IntRange(-1, 5).Draw(t, "head")), Deprel: doc.RelNummod,
				UPOS: doc.UPOS(rapid.IntRange(0, doc.UPOSCount-1).Draw(t, "upos")), Span: text.Span{Start: int32(at), End: int32(at + len(w))}})
			at += len(w) + 1
		}
		for i := range d.Tokens {
			d.Tokens[i].Head = min(d.Tokens[i].Head, int32(len(d.Tokens)-1))
		}
		d.Sentences = []doc.Sentence{{End: int32(len(d.Tokens))}}
		last.Run(d)
		end := int32(0)
		for _, f := range d.Figures {
			if f.Span.Start < end || f.Span.Empty() || f.Unit == "" {
				t.Fatalf("%q: %v after %d", s, f, end)
			}
			end = f.Span.End
		}
	})
}

func BenchmarkRun(b *testing.B) {
	p := load(b)
	d := read(p, strings.Repeat("La commission a débloqué 3,5 milliards d'euros pour le port, et près de 40 % des habitants étaient absents mercredi. ", 200))
	s := p[len(p)-1]
	n := 0
	for b.Loop() {
		s.Run(d)
		n += len(d.Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
