package coref

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// reading chooses the row of the table that a pronoun's form and tag ask for:
// "leur" before a noun possesses, before a verb it is told something.
func (r *run) reading(m int32) lang.PronounForm {
	x := &r.d.Mentions[m]
	t := &r.d.Tokens[x.Head]
	forms := r.w.Pronouns[t.Norm]
	if len(forms) == 0 && x.End > x.First+1 && x.End <= x.First+4 {
		forms = r.w.Pronouns[r.d.Words(x.Span)]
	}
	if len(forms) == 0 {
		// "en", "y", "ceux" and what no table knows mean no actor.
		p := lang.PronounForm{Gender: x.Gender, Number: x.Number, Person: 3}
		if t.Feats.Has(doc.FeatPronType, doc.PronTypeRel) {
			p.Class = lang.PronounRelative
		}
		return p
	}
	possessive := t.UPOS == doc.DET || t.Deprel.Is(doc.RelDet)
	for _, f := range forms {
		if (f.Class == lang.PronounPossessive) == possessive {
			return refine(f, t)
		}
	}
	return refine(forms[0], t)
}

// refine tells subjects from the rest where one form is both: "elle" after "selon".
func refine(f lang.PronounForm, t *doc.Token) lang.PronounForm {
	switch f.Class {
	case lang.PronounSubject:
		if !t.Deprel.Is(doc.RelNsubj) && !t.Deprel.Is(doc.RelExpl) && t.Deprel != doc.NoRel && t.Deprel != doc.RelDep {
			f.Class = lang.PronounStrong
		}
	case lang.PronounObject:
		if t.Deprel.Is(doc.RelObl) || t.Deprel.Is(doc.RelNmod) {
			f.Class = lang.PronounStrong
		}
	}
	return f
}

// pronounOf finds the entity of a pronoun, or none.
func (r *run) pronounOf(m int32) (int32, string) {
	p := r.pronoun[m]
	switch {
	case p.Person == 1 || p.Person == 2:
		return none, "" // after the walk, when the speakers are known
	case p.Class == lang.PronounRelative:
		_, acting := r.speaks[m]
		h := r.d.Mentions[m].Head
		if c := r.apposedBefore(h); c != none {
			return c, "coref.relative"
		}
		if c := r.antecedent(h, acting); c != none {
			return c, "coref.relative"
		}
		return r.nounBefore(h, p), "coref.relative"
	case p.Class == lang.PronounDemonstrative:
		return r.latter(m), "coref.latter"
	case p.Class == lang.PronounBoth:
		if c := r.lastPlural(p); c != none {
			return c, "coref.both"
		}
		return r.pairOf(m, ""), "coref.pair"
	case p.Class == lang.PronounReflexive, p.Class == lang.PronounIndefinite, p.Class == lang.PronounNone:
		return none, ""
	case p.Number == doc.NumberPlur:
		if c := r.antecedentOf(m, p); c != none {
			return c, "coref.pronoun"
		}
		return r.pairOf(m, ""), "coref.pair"
	}
	if c := r.ahead(m, p); c != none {
		return c, "coref.pronoun.ahead"
	}
	return r.antecedentOf(m, p), "coref.pronoun"
}

// ahead is the subject still to come that a pronoun in front of it means: "Dans
// le rapport qu'il a remis, le biologiste Luc Aubry conclut …", "À son arrivée,
// Anne Roux a dit …".
func (r *run) ahead(m int32, p lang.PronounForm) int32 {
	h := r.d.Mentions[m].Head
	s := r.d.SentenceOf(h)
	if s == none || p.Class != lang.PronounSubject && p.Class != lang.PronounPossessive {
		return none
	}
	front := none // the phrase or clause in front that holds the pronoun
	for t, n := h, 0; t != none && n < 6; t, n = r.d.Tokens[t].Head, n+1 {
		if k := &r.d.Tokens[t]; t != h && k.Head > t && (k.Deprel.Is(doc.RelObl) || k.Deprel.Is(doc.RelAdvcl)) {
			front = t
		}
	}
	if front == none {
		return none
	}
	for c := range r.children(r.d.Tokens[front].Head) {
		o := r.at[c]
		if c <= front || o == none || !r.d.Tokens[c].Deprel.Is(doc.RelNsubj) || !r.hasName(o) || r.d.Mentions[o].Type != doc.Person || r.d.Mentions[o].First <= h {
			continue
		}
		if x := r.clusterOf(o); x != none && sameGender(r.clusters[x].gender, p.Gender) {
			return x
		}
	}
	return none
}

// antecedent is the entity that a relative pronoun takes up: that of the noun
// on which its clause hangs.
func (r *run) antecedent(t int32, acting bool) int32 {
	rel := t
	for n := 0; n < 8 && t != none; n++ {
		k := &r.d.Tokens[t]
		t = k.Head
		// The parser takes "X, qui a reçu Y, …" for a list without "et".
		list := n == 1 && k.Deprel.Is(doc.RelConj) && t != none && r.d.Tokens[t].UPOS != doc.VERB
		if k.Deprel.Is(doc.RelAcl) || list {
			for n := 0; n < 3 && t != none; n++ {
				if m := r.mentionAt(t); m != none {
					if c := r.clusterOf(m); c != none || !acting {
						return c
					}
					if c := r.personBefore(rel, m); c != none {
						return c
					}
					return r.openNoun(m) // "des usagers, qui se disent …"
				}
				if !r.d.Tokens[t].Deprel.Is(doc.RelNmod) {
					return none
				}
				t = r.d.Tokens[t].Head
			}
			return none
		}
	}
	return none
}

// personBefore is the person whose name ends right before a relative pronoun and
// its comma, inside the phrase of a thing: "la visite d'Anne Roux, qui promet …".
func (r *run) personBefore(t, outer int32) int32 {
	if x := &r.d.Mentions[outer]; x.Type != doc.NoType || x.Kind != doc.Nominal || t == 0 || r.d.Tokens[t-1].Form != "," {
		return none
	}
	for h := t - 2; h >= 0 && h > t-8; h-- {
		if o := r.at[h]; o != none && o != outer && r.d.Mentions[o].Type == doc.Person && r.d.Mentions[o].End == t-1 {
			return r.clusterOf(o)
		}
	}
	return none
}

// phraseBefore is the longest phrase that ends right before a relative pronoun,
// its preposition and comma, and whether a comma stands there.
func (r *run) phraseBefore(t int32) (m int32, comma bool) {
	if t > 0 && r.d.Tokens[t-1].UPOS == doc.ADP {
		t--
	}
	if t > 0 && r.d.Tokens[t-1].Form == "," {
		t, comma = t-1, true
	}
	best := none
	for h := t - 1; h >= 0 && h > t-24; h-- {
		o := r.at[h]
		if o == none || r.d.Mentions[o].Kind == doc.Pronoun || r.d.Mentions[o].End != t || r.isThing(o) {
			continue
		}
		if best == none || r.d.Mentions[o].First < r.d.Mentions[best].First {
			best = o
		}
	}
	return best, comma
}

// apposedBefore is the person whom an apposition and a comma part from a
// relative pronoun: "Anne Roux, figure du mouvement, qui …" is about her.
func (r *run) apposedBefore(t int32) int32 {
	m, comma := r.phraseBefore(t)
	if m == none || !comma || r.d.Mentions[m].Type != doc.Person || r.d.Mentions[m].Name.Empty() || r.d.Mentions[m].Role.Empty() {
		return none
	}
	return r.clusterOf(m)
}

// nounBefore is the actor of the phrase right before a relative pronoun that the
// tree hangs on nothing: "à l'entreprise, laquelle soutient …".
func (r *run) nounBefore(t int32, p lang.PronounForm) int32 {
	m, _ := r.phraseBefore(t)
	if m == none || r.isThing(m) {
		return none
	}
	c := r.clusterOf(m)
	if c == none || !sameGender(r.clusters[c].gender, p.Gender) {
		return none
	}
	return c
}

// lastPlural is the group or set last spoken of.
func (r *run) lastPlural(p lang.PronounForm) int32 {
	best, rank := none, -1000
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if !k.plural && len(k.members) == 0 || r.sentence-k.sentence > 3 {
			continue
		}
		if p.Gender == doc.GenderFem && k.gender == doc.GenderMasc || p.Gender == doc.GenderMasc && k.gender == doc.GenderFem {
			continue
		}
		score := -10*int(r.sentence-k.sentence) - (len(r.recent) - 1 - i)
		if k.subject {
			score += 7
		}
		if k.nested {
			score -= 6
		}
		if score > rank {
			best, rank = c, score
		}
	}
	return best
}

// firstPersons gives "je" and "nous" in quoted words to their speaker.
func (r *run) firstPersons() {
	for _, m := range r.order {
		p := r.pronoun[m]
		if p.Person != 1 || r.of[m] != none {
			continue
		}
		h := r.d.Mentions[m].Head
		if h < 0 || int(h) >= len(r.quote) {
			continue
		}
		if r.quote[h] == none {
			// "J'ai été reçue hier": who writes
			if p.Number != doc.NumberPlur && !r.inside[h] {
				if c := r.author(); c != none {
					r.join(m, c, "coref.author")
				}
			}
			continue
		}
		if c := r.speakerOf(r.quote[h], 0); c != none && (p.Number != doc.NumberPlur || r.clusters[c].kind != doc.ActorState) {
			r.join(m, c, "coref.first-person")
		}
	}
}

// speakerOf is the entity whose words a quotation holds.
func (r *run) speakerOf(q int32, depth int) int32 {
	x := &r.d.Quotations[q]
	if m := r.mentionAt(x.Speaker); m != none {
		return r.clusterOf(m)
	}
	if x.Follows >= 0 && x.Follows < q && depth < 50 {
		return r.speakerOf(x.Follows, depth+1)
	}
	return none
}
