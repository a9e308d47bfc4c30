package coref

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

// entityOf is the name of the entity of the mention with this number, from 1.
func entityOf(d *doc.Document, mention int32) string {
	for _, e := range d.Entities {
		for _, m := range e.Mentions {
			if m == mention-1 {
				var names []string
				for _, k := range e.Members {
					names = append(names, d.Entities[k].Name)
				}
				if names != nil {
					return strings.Join(names, " + ")
				}
				return e.Name
			}
		}
	}
	return "none"
}

const twoMinisters = `
La le DET 2 det Definite=Def|PronType=Art
ministre ministre NOUN 9 nsubj Number=Sing
française français ADJ 2 amod _
de de ADP 6 case _
la le DET 6 det Definite=Def|PronType=Art
Mer mer NOUN 2 nmod _
, , PUNCT 8 punct _
Jeanne Jeanne PROPN 2 appos _
parle parler VERB 0 root _
à à ADP 12 case _
son son DET 12 det Poss=Yes|PronType=Prs
homologue homologue NOUN 9 obl:arg Number=Sing
russe russe ADJ 12 amod _
Igor Igor PROPN 12 appos _
Choïgou Choïgou PROPN 14 flat:name _
. . PUNCT 9 punct _

Elle elle PRON 3 nsubj Number=Sing
l' le PRON 3 obj _
écoute écouter VERB 0 root _
. . PUNCT 3 punct _

Les le DET 3 det Definite=Def|PronType=Art
deux deux NUM 3 nummod _
ministres ministre NOUN 4 nsubj Number=Plur
saluent saluer VERB 0 root _
Moscou Moscou PROPN 4 obj _
. . PUNCT 4 punct _

Shoigu Shoigu PROPN 3 nsubj _
, , PUNCT 1 punct _
dit dire VERB 0 root _
la le DET 5 det Definite=Def|PronType=Art
ministre ministre NOUN 3 nsubj Number=Sing
, , PUNCT 3 punct _
aime aimer VERB 3 ccomp _
la le DET 9 det Definite=Def|PronType=Art
Russie Russie PROPN 7 obj _
. . PUNCT 3 punct _
`

const twoMinistersMentions = `
role person 1-8 2 name=8-8 role=2-6 country=FR office=minister.sea g=f n=s
pronoun none 11-11 11 n=s
role person 11-15 12 name=14-15 role=12-13 country=RU g=m n=s
pronoun none 17-17 17 g=f n=s
pronoun none 18-18 18 n=s
role person 21-23 23 office=minister n=p
named place 25-25 25 country=RU name=25-25
named person 27-27 27 name=27-27
role person 30-31 31 office=minister g=f n=s
named place 34-35 35 country=RU name=35-35
`

func TestSieves(t *testing.T) {
	d := doctest.Build(twoMinisters, twoMinistersMentions)
	stage(t).Run(d)
	want := []string{"Jeanne", "Jeanne", "Igor Choïgou", "Jeanne", "Igor Choïgou", "Jeanne + Igor Choïgou", "Russie", "Igor Choïgou", "Jeanne", "Russie"}
	for i, w := range want {
		if got := entityOf(d, int32(i+1)); got != w {
			t.Errorf("mention %d, %q, is %s, want %s", i+1, d.Words(d.Mentions[i].Span), got, w)
		}
	}
}

func TestEveryJoinHasItsReason(t *testing.T) {
	d := doctest.Build(twoMinisters, twoMinistersMentions)
	stage(t).Run(d)
	for _, e := range d.Entities {
		if len(e.Reasons) != len(e.Mentions) {
			t.Fatalf("%s: %d reasons for %d mentions", e.Name, len(e.Reasons), len(e.Mentions))
		}
		for i, r := range e.Reasons {
			if r == "" {
				t.Errorf("%s: mention %q without a reason", e.Name, d.Words(d.Mentions[e.Mentions[i]].Span))
			}
		}
	}
}

func TestQuotationPeople(t *testing.T) {
	d := doctest.Build(twoMinisters, twoMinistersMentions)
	d.Quotations = []doc.Quotation{
		{Content: []text.Span{d.SpanOf(26, 27)}, Speaker: 30, CueToken: 28, Follows: doc.None, To: []int32{24}, When: doc.None},
		{Content: []text.Span{d.SpanOf(32, 35)}, Speaker: doc.None, CueToken: doc.None, Follows: 0, When: doc.None},
		{Content: []text.Span{d.SpanOf(23, 25)}, Speaker: 22, CueToken: 23, Follows: doc.None, When: doc.None},
	}
	stage(t).Run(d)
	name := func(l []int32) string {
		var s []string
		for _, e := range l {
			s = append(s, d.Entities[e].Name)
		}
		return strings.Join(s, ",")
	}
	a := d.Attributions
	if name(a[0].By) != "Jeanne" || name(a[1].By) != "Jeanne" || name(a[2].By) != "Jeanne,Igor Choïgou" || name(a[0].To) != "Russie" {
		t.Errorf("by %q, %q, %q; to %q", name(a[0].By), name(a[1].By), name(a[2].By), name(a[0].To))
	}
}
