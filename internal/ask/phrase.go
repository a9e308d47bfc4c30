package ask

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/names"
	"readout/internal/record"
	"readout/internal/register"
)

// phrase is how somebody is called in the question.
type phrase struct {
	register.Phrase
	counterpart string // "homologue" in "son homologue russe": the office is that of the other one
}

// known are the classes of words that a phrase is read by.
const known = lang.Country | lang.Capital | lang.People | lang.Honorific | lang.Office | lang.Portfolio

// phrase reads the words of a slot: what names a country, what is a form of
// address, what says nothing.
func (g *grammar) phrase(ws []word) phrase {
	var p phrase
	tokens, of := g.tokens(ws)
	other := false // words that are no country
	for i := int32(0); i < int32(len(tokens)); {
		w := ws[of[i]]
		m := g.lang.Names.Longest(tokens, i, lang.WordHash(tokens[i].Norm), known)
		n := max(m.Words, 1)
		span := tokens[i : i+n]
		country := m.Of(span, lang.Country|lang.Capital|lang.People)
		switch {
		case m.Words > 0 && country == nil && m.Of(span, lang.Honorific) != nil:
		case g.is(w, "counterpart"):
			p.counterpart = w.form
		case country != nil && (p.Country == "" || p.Country == country.Country):
			p.Country = country.Country
			for k := i; k < i+n; k++ {
				if form := ws[of[k]].form; !g.is(ws[of[k]], "skip") && (k == i || of[k] != of[k-1]) {
					p.Words, p.Demonym = append(p.Words, form), append(p.Demonym, form)
				}
			}
			if country.Class == lang.People {
				other = true
				p.Soft = append(p.Soft, ws[of[i]].form)
			}
		case n == 1 && g.is(w, "skip"):
		default:
			for k := i; k < i+n; k++ {
				if form := ws[of[k]].form; (k == i || of[k] != of[k-1]) && !g.is(ws[of[k]], "skip") {
					p.Words = append(p.Words, form)
					if m.Words > 0 {
						p.Soft = append(p.Soft, form)
					}
				}
			}
			other = true
		}
		i += n
	}
	p.State = p.Country != "" && !other && p.counterpart == ""
	return p
}

// offices are those whose holder speaks for a state, and the kinds of bodies that
// do, by their ids in names/roles.tsv, nouns.tsv and bodies.tsv.
var offices = []string{"president", "vice-president", "head-of-state", "monarch", "prime-minister", "deputy-prime-minister",
	"minister", "secretary", "secretary-of-state", "envoy", "ambassador", "diplomat", "official",
	"government", "ministry", "department", "presidency", "premiership"}

// speaksFor tells whether an actor that belongs to a state speaks for it, by the
// first office or kind of body in its role or name.
func (g *grammar) speaksFor(a record.Actor) bool {
	called := a.Role
	if called == "" && a.Kind == "body" {
		called = a.Name
	}
	ws := split(&g.lang.Segment, called)
	tokens, of := g.tokens(ws)
	for i := range tokens {
		const classes = lang.Office | lang.BodyNoun | lang.Seat
		m := g.lang.Names.Longest(tokens, int32(i), lang.WordHash(tokens[i].Norm), classes)
		if e := m.Of(tokens[i:], classes); e != nil {
			id, _, _ := strings.Cut(e.ID, ".")
			return slices.Contains(offices, id) || g.is(ws[of[i]], "counterpart")
		}
	}
	return false
}

// tokens gives the words in the form that the tables of names are read by: "du"
// is two tokens. of[i] is the word that token i came from.
func (g *grammar) tokens(ws []word) (tokens []doc.Token, of []int) {
	for i, w := range ws {
		norm := strings.ReplaceAll(strings.ToLower(w.form), "’", "'")
		parts := []string{norm}
		if m, ok := g.lang.Segment.Multiword[norm]; ok {
			parts = m.Parts
		}
		for _, p := range parts {
			form := w.form
			if len(parts) > 1 {
				form = p
			}
			tokens = append(tokens, doc.Token{Form: form, Norm: p})
			of = append(of, i)
		}
	}
	return tokens, of
}

// terms are the words of a subject to look for, each in any of its forms: as
// written and as its lemma.
func (g *grammar) terms(ws []word) []register.Term {
	var out []register.Term
	for _, w := range ws {
		if g.is(w, "skip") || g.is(w, "stop") || w.norm == "" {
			continue
		}
		t := register.Term{names.Fold(w.form)}
		for _, l := range g.lemmas(w.form, doc.NoPOS) {
			if f := names.Fold(l); f != t[0] {
				t = append(t, f)
			}
		}
		out = append(out, t)
	}
	return out
}

// and splits "Lecornu et Choïgou" at the word that joins, for those who are
// asked about together.
func (g *grammar) and(ws []word) [][]word {
	var out [][]word
	from := 0
	for i := range ws {
		if g.is(ws[i], "and") {
			if i > from {
				out = append(out, ws[from:i])
			}
			from = i + 1
		}
	}
	if from < len(ws) {
		out = append(out, ws[from:])
	}
	return out
}
