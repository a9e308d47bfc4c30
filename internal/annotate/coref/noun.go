package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/names"
)

// nounOf finds the entity that an unnamed noun phrase takes up, or none.
func (r *run) nounOf(m int32) (int32, string) {
	x := &r.d.Mentions[m]
	lemma := r.d.Tokens[x.Head].Lemma
	det := r.determiner(x.Head)
	if x.Number == doc.NumberPlur || r.hasCount(x.Head) {
		return r.pluralOf(m, lemma, det)
	}
	switch {
	case r.isLatter(x.Head, lemma):
		return r.latter(m), "coref.latter"
	case r.w.Is(lemma, "counterpart"):
		return r.counterpart(m), "coref.counterpart"
	case r.w.Is(lemma, "interlocutor") && det == detPossessive:
		return r.interlocutor(m), "coref.interlocutor"
	case r.w.Is(lemma, "source") && (det == detDemonstrative || r.isSame(x.Head)):
		return r.lastSource(), "coref.source.same"
	}
	if c, ok := r.states[x.Country]; ok && r.w.Is(lemma, "part") && x.Country != "" {
		return c, "coref.part"
	}
	if x.Unnamed || det == detIndefinite {
		return none, ""
	}
	if r.w.Is(lemma, "pair-state") && (r.office(m) == "" || r.office(m) == "state") && r.isBare(m) && det != detNone {
		return r.lastState(), "coref.country"
	}
	if c, why := r.samePhrase(m, det); c != none {
		return c, why
	}
	if det == detPossessive && r.ownerOf(m) != none {
		return r.sameOwner(m, lemma)
	}
	if r.isBody(lemma) || x.Type == doc.Organization {
		// "l'industriel" may be a company or its owner
		if c := r.bodyOf(m, lemma); c != none || x.Type != doc.Person {
			return c, "coref.body"
		}
	}
	if det == detDemonstrative {
		if c := r.thisOne(lemma); c != none {
			return c, "coref.these"
		}
	}
	if x.Kind == doc.Role || r.office(m) != "" {
		c := r.roleOf(m, lemma)
		if c == none && det == detDefinite && (r.w.Is(lemma, "person") || r.w.Loose[r.office(m)]) {
			return r.personOf(m, lemma), "coref.person"
		}
		return c, "coref.role"
	}
	if r.w.Is(lemma, "person") || x.Type == doc.Person {
		return r.personOf(m, lemma), "coref.person"
	}
	return none, ""
}

// pluralOf is what a phrase of several means: those it names, a pair, the group
// of the same words.
func (r *run) pluralOf(m int32, lemma string, det int) (int32, string) {
	if c := r.namedSet(m); c != none {
		return c, "coref.set"
	}
	if c := r.countrySet(m, lemma); c != none {
		return c, "coref.set"
	}
	if c := r.pairOf(m, lemma); c != none {
		return c, "coref.pair"
	}
	if c, why := r.samePhrase(m, det); c != none {
		return c, why
	}
	if det == detDemonstrative {
		return r.thesePlural(m, lemma), "coref.these"
	}
	// "les auteurs", of the researchers whose study the text reports
	if det == detDefinite && r.isBare(m) && r.w.Is(lemma, "authors") {
		return r.lastPlural(lang.PronounForm{Gender: r.d.Mentions[m].Gender}), "coref.these"
	}
	return none, ""
}

// determiners by what they do.
const (
	detNone = iota
	detDefinite
	detIndefinite
	detDemonstrative
	detPossessive
)

func (r *run) determiner(head int32) int {
	found := detNone
	for c := range r.children(head) {
		t := &r.d.Tokens[c]
		if !t.Deprel.Is(doc.RelDet) && t.UPOS != doc.DET {
			continue
		}
		switch {
		case t.Feats.Get(doc.FeatPoss) != 0:
			return detPossessive
		case t.Feats.Has(doc.FeatPronType, doc.PronTypeDem):
			return detDemonstrative
		case t.Feats.Has(doc.FeatDefinite, doc.DefiniteInd), t.Feats.Has(doc.FeatPronType, doc.PronTypeInd):
			return detIndefinite
		case t.Feats.Get(doc.FeatDefinite) == 0 && t.Feats.Get(doc.FeatPronType) == 0:
			found = detIndefinite // "certains", "plusieurs", but "tous les"
			continue
		}
		return detDefinite
	}
	return found
}

// hasCount tells whether a numeral stands before the noun: "les deux hommes".
func (r *run) hasCount(head int32) bool {
	n := r.d.Dependent(head, doc.RelNummod)
	return n != none && n < head
}

// isLatter: "ce dernier", tagged as a noun or as an adjective without one.
func (r *run) isLatter(head int32, lemma string) bool {
	return r.w.Is(lemma, "latter") && r.determiner(head) == detDemonstrative
}

// isSame tells whether an adjective "même" stands in the phrase.
func (r *run) isSame(head int32) bool {
	for c := range r.children(head) {
		if r.w.Is(r.d.Tokens[c].Lemma, "same") {
			return true
		}
	}
	return false
}

// phraseKey is a phrase without its determiner, for phrases said again word for
// word: "les syndicats". Long phrases and possessives have none.
func (r *run) phraseKey(m int32) string {
	x := &r.d.Mentions[m]
	if x.End-x.First > 12 || r.determiner(x.Head) == detPossessive {
		return ""
	}
	var b strings.Builder
	for t := x.First; t < x.End; t++ {
		if k := &r.d.Tokens[t]; k.UPOS != doc.DET && k.UPOS != doc.PUNCT {
			b.WriteString(names.Fold(k.Norm))
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (r *run) samePhrase(m int32, det int) (int32, string) {
	if det == detIndefinite || det == detPossessive {
		return none, ""
	}
	if c, ok := r.phrases[r.phraseKey(m)]; ok {
		return r.find(c), "coref.phrase"
	}
	return none, ""
}

// thisOne is whom "ce responsable" takes up: the last one brought in by that noun.
func (r *run) thisOne(lemma string) int32 {
	for i := len(r.recent) - 1; i >= 0; i-- {
		if k := &r.clusters[r.recent[i]]; !k.plural && k.head == lemma {
			return r.recent[i]
		}
	}
	return none
}

// thesePlural is the group that "ces associations" takes up.
func (r *run) thesePlural(m int32, lemma string) int32 {
	if r.w.Is(lemma, "latter") {
		return r.latter(m)
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		if k := &r.clusters[r.recent[i]]; k.plural && k.head == lemma {
			return r.recent[i]
		}
	}
	return none
}
