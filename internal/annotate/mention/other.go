package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// other adds the mention that token i heads, if it does: a pronoun, a
// possessive, a noun phrase without name or office.
func (r *run) other(i int32) {
	t := &r.d.Tokens[i]
	switch t.UPOS {
	case doc.PRON:
		r.pronoun(i)
	case doc.DET:
		if t.Feats.Get(doc.FeatPoss) != 0 || r.reads(i, true) {
			r.add(doc.Mention{Kind: doc.Pronoun, First: i, End: i + 1, Number: t.Feats.Get(doc.FeatNumberPsor), Rule: "mention.possessive"}, i)
		} else if nominal(t.Deprel) && t.Part != doc.LaterPart {
			r.phrase(i)
		}
	case doc.NOUN, doc.PROPN:
		if !r.k.words[i].field {
			r.phrase(i)
		}
	case doc.X, doc.SYM, doc.NUM, doc.ADJ, doc.ADV:
		if nominal(t.Deprel) && (t.UPOS != doc.ADV || t.Deprel.Is(doc.RelNsubj)) {
			r.phrase(i)
		}
	}
}

// nominal tells whether the relation is one of noun phrases to their verb.
func nominal(rel doc.Deprel) bool {
	return rel.Is(doc.RelNsubj) || rel.Is(doc.RelObj) || rel.Is(doc.RelIobj) || rel == doc.RelOblAgent
}

// reads tells whether the table of pronouns has the token as a possessive, or
// as anything else.
func (r *run) reads(i int32, possessive bool) bool {
	for _, f := range r.s.pronouns[r.d.Tokens[i].Norm] {
		if (f.Class == lang.PronounPossessive) == possessive && f.Class != lang.PronounReflexive && f.Class != lang.PronounNone {
			return true
		}
	}
	return false
}

// pronoun adds a pronoun that may mean somebody: personal, relative,
// demonstrative; one that stands for a quantity is a phrase ("certains",
// "beaucoup"). Reflexives and empty objects are left out.
func (r *run) pronoun(i int32) {
	t := &r.d.Tokens[i]
	forms := r.s.pronouns[t.Norm]
	if t.Deprel.Is(doc.RelExpl) && len(forms) > 0 && forms[0].Class != lang.PronounSubject {
		return
	}
	if t.Deprel == doc.RelExplSubj && t.Head > i && r.d.Tokens[t.Head].UPOS != doc.VERB && !r.behindVerb(i) {
		return // "Il n'est pas question de …" is about nobody
	}
	if len(forms) > 0 {
		for _, f := range forms {
			if f.Class == lang.PronounReflexive || f.Class == lang.PronounNone || f.Class == lang.PronounPossessive && len(forms) == 1 {
				return
			}
		}
		m := doc.Mention{Kind: doc.Pronoun, First: i, End: i + 1, Gender: forms[0].Gender, Number: forms[0].Number, Rule: "mention.pronoun"}
		m.Unnamed = forms[0].Class == lang.PronounIndefinite
		r.add(m, i)
		return
	}
	switch t.Feats.Get(doc.FeatPronType) {
	case doc.PronTypeRel:
		if t.Deprel.Is(doc.RelNsubj) {
			r.add(doc.Mention{Kind: doc.Pronoun, First: i, End: i + 1, Rule: "mention.pronoun"}, i)
		}
	case doc.PronTypeDem:
		if t.Feats.Get(doc.FeatGender) != 0 {
			r.phrase(i)
		}
	case doc.PronTypePrs:
		if t.Feats.Get(doc.FeatPerson) != 0 && nominal(t.Deprel) {
			r.add(doc.Mention{Kind: doc.Pronoun, First: i, End: i + 1, Gender: t.Feats.Get(doc.FeatGender), Number: t.Feats.Get(doc.FeatNumber), Rule: "mention.pronoun"}, i)
		}
	default:
		r.phrase(i)
	}
}

// phrase adds the noun phrase of token i.
func (r *run) phrase(i int32) {
	t := &r.d.Tokens[i]
	switch t.Deprel.Base() {
	case doc.RelFlat, doc.RelFixed, doc.RelCompound, doc.RelGoeswith, doc.RelPunct, doc.RelCase, doc.RelCc, doc.RelMark, doc.RelDet:
		return
	}
	e := &r.k.ext[i]
	m := doc.Mention{Kind: doc.Nominal, First: e.first, End: r.goesOnTo(e.first, i, e.end), Rule: "mention.noun"}
	m.Gender = t.Feats.Get(doc.FeatGender)
	m.Number = r.number(i, 0)
	m.Unnamed = r.unnamed(i, e.first)
	if w := &r.k.words[i]; t.UPOS == doc.NOUN && w.shape == title && !w.start && w.gaz&lang.People == 0 && r.determined(i) {
		m.Type = doc.Organization // "l'Ordre", "la Conférence": a body by its common noun
	}
	for j := e.first; j < e.end && j < e.first+maxChunk; j++ {
		if c := r.k.words[j].gaz; c&lang.People != 0 && r.k.words[j].inside == 1 && (j == i || r.d.Tokens[j].Head == i) {
			m.Country = r.countryAt(j)
			break
		}
	}
	r.add(m, i)
}

// unnamed tells whether a phrase is an unnamed source: a noun of such, without
// definite article or name ("une source diplomatique", "des témoins", "deux
// médecins").
func (r *run) unnamed(head, first int32) bool {
	t := &r.d.Tokens[head]
	if t.UPOS == doc.PRON {
		return t.Feats.Has(doc.FeatPronType, doc.PronTypeInd) && !r.holdsPerson(first, r.k.ext[head].end)
	}
	det, count := r.determiner(head)
	if det != 0 && !det.indefinite() {
		return false
	}
	bare := det == 0 && !count && (r.number(head, 0) != doc.NumberPlur || !nominal(t.Deprel) && t.Deprel != doc.RelOblAgent)
	for i := max(first, head-2); i <= head; i++ {
		m := r.s.names.Longest(r.d.Tokens[:r.sent.End], i, r.k.words[i].norm, lang.SourceNoun)
		if m.Words == 0 || i+m.Words <= head {
			continue
		}
		e := m.Of(r.d.Tokens[i:r.sent.End], lang.SourceNoun)
		return !bare || e != nil && e.ID == "source" // "de source diplomatique"
	}
	return false
}

// holdsPerson tells whether the phrase has a person's name in it: "l'un d'eux,
// Paul Roux".
func (r *run) holdsPerson(first, end int32) bool {
	for i := first; i < end && i < first+maxChunk; i++ {
		if n := r.k.inName[i]; n != doc.None && r.k.names[n].kind == doc.Person {
			return true
		}
	}
	return false
}

// article is what a determiner does; 0 is none.
type article uint8

const (
	definite article = iota + 1
	vague
)

func (a article) indefinite() bool { return a == vague }

// determiner is the article of a noun, and whether a number stands before it.
func (r *run) determiner(head int32) (a article, count bool) {
	for c := r.k.ext[head].child; c != doc.None && c < head; c = r.k.ext[c].next {
		t := &r.d.Tokens[c]
		switch {
		case t.Deprel.Is(doc.RelNummod):
			count = true
		case t.UPOS != doc.DET || a != 0:
		case t.Feats.Has(doc.FeatDefinite, doc.DefiniteDef), t.Feats.Get(doc.FeatPoss) != 0, t.Feats.Has(doc.FeatPronType, doc.PronTypeDem):
			a = definite
		default:
			a = vague // "une", "plusieurs", "certains"
		}
	}
	return a, count
}

// behindVerb tells whether a pronoun stands behind a verb or auxiliary: "a-t-il
// martelé" has a subject whatever the tree calls it.
func (r *run) behindVerb(i int32) bool {
	if i == 0 {
		return false
	}
	u := r.d.Tokens[i-1].UPOS
	return u == doc.VERB || u == doc.AUX
}
