package act

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// noun tries the frames of a noun: the same arguments as those of its verb, each
// in the place where a noun has it. Who does it is "par X", a possessive, an
// adjective of a people or the subject of a light verb; to whom, what the
// noun's own preposition brings.
func (r *run) noun(t int32, words []lang.FrameWord) {
	var best choice
	var got found
	for i := range words {
		w := &words[i]
		c, light := r.readNoun(t, w.Preps)
		if fit := r.fill(w.Frame, c, &got); fit >= 0 {
			e := event{frame: w.Frame, token: t, light: light, noun: true, code: w.Frame.Code}
			r.roles(&e, c, &got)
			best.take(e, fit)
		}
	}
	r.keepBest(&best)
}

// readNoun collects the complements of a noun. preps bring what is the object
// of the verb; without any, "de" does.
func (r *run) readNoun(t int32, preps []string) (*clause, int32) {
	c := &r.clause
	*c = clause{word: t, noun: true, subject: none, first: none, object: none, dative: none, inf: none, that: none, part: none, phrases: c.phrases[:0]}
	genitive := none
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		switch {
		case k.Deprel.Is(doc.RelAcl) && !r.infinite(x), k.Deprel.Is(doc.RelAmod):
			r.beside(c, x)
		case k.Deprel.Is(doc.RelNmod), k.Deprel.Is(doc.RelObl), k.Deprel.Is(doc.RelAcl), k.Deprel.Is(doc.RelCcomp), k.Deprel.Is(doc.RelXcomp), k.Deprel.Is(doc.RelAdvcl):
			r.complement(c, t, x)
		case k.Deprel.Is(doc.RelDet) && k.Feats.Get(doc.FeatPoss) != 0:
			c.subject = x
		}
	}
	ofIsObject := len(preps) == 0 // "-" stands for none
	if a := r.doneBy(t); a != none {
		c.subject = a
	}
	light := r.lend(c, t, &ofIsObject)
	for _, p := range c.phrases {
		switch {
		case slices.Contains(preps, p.prep):
			if c.object == none {
				c.object = p.head
			}
		case r.w.Links[p.prep] == "of":
			if genitive == none {
				genitive = p.head
			}
		case r.w.Links[p.prep] == "by" && !r.isTime(p.head):
			c.subject = p.head
		}
	}
	if c.object == none {
		c.object = r.deeper(t, func(p string) bool { return slices.Contains(preps, p) })
	}
	if c.subject == none { // "la libération de deux otages par le mouvement"
		c.subject = r.deeper(t, func(p string) bool { return r.w.Links[p] == "by" })
	}
	if c.object == none && c.dative != none && slices.ContainsFunc(preps, func(p string) bool { return r.w.Links[p] == "dative" }) {
		c.object = c.dative
	}
	if genitive != none {
		if ofIsObject && c.object == none {
			c.object = genitive
		} else if !ofIsObject && c.subject == none && r.actor(genitive) { // not "une trêve de 72 heures"
			c.subject = genitive
		}
	}
	return c, light
}

// deeper is what a preposition of the noun brings where the parser hung it on a
// complement of the noun: "une attaque au drone contre Kiev".
func (r *run) deeper(t int32, wanted func(string) bool) int32 {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		if !r.d.Tokens[x].Deprel.Is(doc.RelNmod) {
			continue
		}
		for y := r.d.Tokens[x].Child; y != none; y = r.d.Tokens[y].Next {
			if !r.d.Tokens[y].Deprel.Is(doc.RelNmod) && !r.d.Tokens[y].Deprel.Is(doc.RelObl) {
				continue
			}
			if p := r.d.Dependent(y, doc.RelCase); p != none && wanted(r.d.Tokens[p].Lemma) && r.actor(y) {
				return y
			}
		}
	}
	return none
}

// beside takes from an adjective or participle of the noun whose it is
// ("l'attaque russe"), and what its prepositions bring ("des manœuvres
// conjointes avec Riyad").
func (r *run) beside(c *clause, x int32) {
	if c.subject == none && r.d.Tokens[x].Deprel.Is(doc.RelAmod) && !r.demonym(x).empty() {
		c.subject = x
		return
	}
	for y := r.d.Tokens[x].Child; y != none; y = r.d.Tokens[y].Next {
		if k := &r.d.Tokens[y]; k.Deprel.Is(doc.RelObl) && k.Deprel != doc.RelOblAgent {
			r.phrase(c, y)
		}
	}
}

// doneBy: "l'attaque menée par Kiev".
func (r *run) doneBy(t int32) int32 {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		if k := &r.d.Tokens[x]; k.Deprel.Is(doc.RelAcl) && r.isPassive(x) && len(r.w.Light[k.Lemma]) > 0 {
			return r.agent(x)
		}
	}
	return none
}

// lend lets a light verb give its parties to the noun: "Paris a apporté son
// soutien à Kiev", "Kiev a reçu le soutien de Paris". It gives the verb.
func (r *run) lend(c *clause, t int32, ofIsObject *bool) int32 {
	k := &r.d.Tokens[t]
	for n := 0; n < 2 && k.Head != none && k.Deprel.Is(doc.RelNmod) && r.through(k.Head) == t; n++ {
		t = k.Head // "a lancé une série de frappes"
		k = &r.d.Tokens[t]
	}
	h := k.Head
	if h == none || r.d.Tokens[h].UPOS != doc.VERB {
		return none
	}
	passive := r.isPassive(h)
	link := ""
	switch {
	case k.Deprel.Is(doc.RelObj) && !passive, k.Deprel.Is(doc.RelNsubj) && passive:
		link = "object"
	case k.Deprel.Is(doc.RelObl), k.Deprel.Is(doc.RelXcomp):
		if p := r.d.Dependent(t, doc.RelCase); p != none {
			link = r.d.Tokens[p].Lemma
		}
	}
	for _, l := range r.w.Light[r.d.Tokens[h].Lemma] {
		if l.Link != link {
			continue
		}
		subject := r.subject(h, 0)
		if passive {
			subject = r.agent(h)
		}
		if l.Initiator {
			if subject != none || c.subject == none {
				c.subject = subject
			}
		} else {
			c.object, *ofIsObject = subject, false
		}
		r.borrow(c, h, t)
		return h
	}
	return none
}

// borrow takes over what the light verb's own prepositions bring.
func (r *run) borrow(c *clause, h, t int32) {
	for x := r.d.Tokens[h].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		switch {
		case x == t:
		case k.Deprel.Is(doc.RelObl):
			r.phrase(c, x)
		case k.Deprel.Is(doc.RelIobj):
			c.dative = x
		case (k.Deprel.Is(doc.RelXcomp) || k.Deprel.Is(doc.RelAdvcl)) && r.infinite(x) && x > t:
			r.setInf(c, x)
		}
	}
}
