package act

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// phrase is a complement that a preposition brings.
type phrase struct {
	prep string
	head int32
}

// clause is a verb, adjective or noun with its complements.
type clause struct {
	word      int32
	noun      bool
	passive   bool
	reflexive bool
	subject   int32
	first     int32 // the grammatical subject of a passive
	object    int32
	dative    int32
	inf       int32
	that      int32
	part      int32 // "arrêté des manifestants": a partitive taken for a phrase with "de"
	phrases   []phrase
}

// read collects the complements of a verb or of an adjective with its copula.
func (r *run) read(t int32) *clause {
	c := &r.clause
	*c = clause{word: t, subject: none, first: none, object: none, dative: none, inf: none, that: none, part: none, phrases: c.phrases[:0]}
	k := &r.d.Tokens[t]
	c.passive = r.isPassive(t)
	for x := k.Child; x != none; x = r.d.Tokens[x].Next {
		r.complement(c, t, x)
	}
	c.subject = r.subject(t, 0)
	if c.object != none { // "mobilise ses alliés en faveur de Kiev"
		for x := r.d.Tokens[c.object].Child; x != none; x = r.d.Tokens[x].Next {
			if p := r.d.Dependent(x, doc.RelCase); p != none && r.w.Links[r.d.Tokens[x].Lemma] == "through" {
				r.compound(c, r.d.Tokens[p].Lemma+" "+r.d.Tokens[x].Lemma, x)
			}
		}
	}
	if c.passive {
		if c.object == none {
			c.object = c.subject
		}
		c.first, c.subject = c.subject, r.agent(t)
	}
	return c
}

func (r *run) complement(c *clause, t, x int32) {
	k := &r.d.Tokens[x]
	rel := k.Deprel
	switch {
	case k.UPOS == doc.PRON && x < t && r.isReflexive(t, x):
		c.reflexive = true
	case rel.Is(doc.RelObj):
		if r.infinite(x) {
			r.setInf(c, x)
		} else if c.object == none || r.d.Tokens[x].UPOS == doc.NOUN && r.d.Tokens[c.object].UPOS == doc.PRON {
			c.object = r.real(t, x)
		}
	case rel.Is(doc.RelIobj):
		c.dative = x
	case rel.Is(doc.RelXcomp), rel.Is(doc.RelCcomp), rel.Is(doc.RelCsubj):
		switch {
		case r.infinite(x):
			r.setInf(c, x)
		case rel.Is(doc.RelCcomp):
			c.that = x
		case r.d.Dependent(x, doc.RelCase) != none:
			r.phrase(c, x)
		case c.object == none:
			c.object = x
		}
	case rel.Is(doc.RelAdvcl), rel.Is(doc.RelAcl):
		// an infinitive with "à" or "de" that the parser took for an adjunct
		if r.infinite(x) && c.inf == none && rel != doc.RelAclRelcl {
			if m := r.d.Dependent(x, doc.RelMark); m != none && r.w.Links[r.d.Tokens[m].Lemma] != "" {
				r.setInf(c, x)
			}
		}
	case rel.Is(doc.RelObl), rel.Is(doc.RelNmod), rel.Is(doc.RelAdvmod), rel.Is(doc.RelDep):
		if r.infinite(x) {
			r.setInf(c, x)
		} else {
			r.phrase(c, x)
		}
	}
}

// infinite tells whether a token is an infinitive, "avoir livré" too.
func (r *run) infinite(t int32) bool {
	k := &r.d.Tokens[t]
	if k.UPOS != doc.VERB {
		return false
	}
	if k.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) {
		return true
	}
	for x := k.Child; x != none && x < t; x = r.d.Tokens[x].Next {
		if a := &r.d.Tokens[x]; a.Deprel.Is(doc.RelAux) && a.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) {
			return true
		}
	}
	return false
}

func (r *run) setInf(c *clause, x int32) {
	if c.inf == none {
		c.inf = x
	}
}

// phrase adds a prepositional phrase, by the lemma of its preposition and, if
// that is of several words, by all of them too.
func (r *run) phrase(c *clause, x int32) {
	if len(c.phrases) > 24 {
		return
	}
	p := r.d.Dependent(x, doc.RelCase)
	if p == none {
		if r.d.Tokens[x].UPOS == doc.ADV { // "auprès du président"
			if o := r.d.Dependent(x, doc.RelObl); o != none {
				c.phrases = append(c.phrases, phrase{r.d.Tokens[x].Lemma, o})
			}
		}
		return
	}
	k := &r.d.Tokens[p]
	if f := r.d.Dependent(p, doc.RelFixed); f != none {
		name := k.Lemma
		for ; f != none; f = r.d.Tokens[f].Next {
			if r.d.Tokens[f].Deprel.Is(doc.RelFixed) {
				name += " " + r.d.Tokens[f].Lemma
			}
		}
		c.phrases = append(c.phrases, phrase{name, x})
		return
	}
	if c.part == none && k.Part == doc.FirstPart && r.w.Links[k.Lemma] == "of" {
		c.part = x
	}
	c.phrases = append(c.phrases, phrase{k.Lemma, x})
	if r.w.Links[r.d.Tokens[x].Lemma] == "through" {
		r.compound(c, k.Lemma+" "+r.d.Tokens[x].Lemma, x)
	}
}

// compound adds "en faveur de X", of which the parser made two phrases.
func (r *run) compound(c *clause, name string, x int32) {
	for y := r.d.Tokens[x].Child; y != none; y = r.d.Tokens[y].Next {
		if p := r.d.Dependent(y, doc.RelCase); p != none && r.d.Tokens[y].Deprel.Is(doc.RelNmod) {
			if n := name + " " + r.d.Tokens[p].Lemma; r.known(n) {
				c.phrases = append(c.phrases, phrase{n, y})
			}
		}
	}
}

func (r *run) known(prep string) bool {
	_, ok := r.w.Links[prep]
	return ok
}

// isReflexive tells whether a pronoun before the verb makes it a reflexive one.
func (r *run) isReflexive(t, x int32) bool {
	k := &r.d.Tokens[x]
	forms := r.s.pronouns[k.Norm]
	for _, p := range forms {
		if p.Class == lang.PronounReflexive {
			return true
		}
	}
	own := len(forms) == 0 // not in the table: as it is tagged
	for _, p := range forms {
		own = own || p.Person != 3 && r.samePerson(t, k)
	}
	return own && k.Feats.Get(doc.FeatReflex) != 0
}

// samePerson: "je me suis engagé", but not "il m'a appelé".
func (r *run) samePerson(t int32, k *doc.Token) bool {
	s := r.d.Dependent(t, doc.RelNsubj)
	return s != none && r.d.Tokens[s].Feats.Get(doc.FeatPerson) == k.Feats.Get(doc.FeatPerson)
}

// isPassive: with the auxiliary of the passive, or a participle behind its noun
// without an object of its own.
func (r *run) isPassive(t int32) bool {
	k := &r.d.Tokens[t]
	if k.UPOS == doc.ADJ {
		return false
	}
	if r.d.Dependent(t, doc.RelAuxPass) != none || r.d.Dependent(t, doc.RelNsubjPass) != none {
		return true
	}
	participle := k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && !k.Feats.Has(doc.FeatTense, doc.TensePres)
	if !participle || r.d.Dependent(t, doc.RelAux) != none {
		return false
	}
	if k.Deprel.Is(doc.RelConj) && k.Head != none {
		return r.d.Tokens[k.Head].Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && r.isPassive(k.Head) && r.d.Dependent(t, doc.RelObj) == none
	}
	return r.d.Dependent(t, doc.RelObj) == none
}

// agent is who does what a verb in the passive says.
func (r *run) agent(t int32) int32 {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if k.Deprel == doc.RelOblAgent {
			return x
		}
		if k.Deprel.Is(doc.RelObl) || k.Deprel.Is(doc.RelNmod) {
			if p := r.d.Dependent(x, doc.RelCase); p != none && r.w.Links[r.d.Tokens[p].Lemma] == "by" && !r.isTime(x) {
				return x
			}
		}
	}
	return none
}

// subject is the subject of a verb: its own, that of the verb it is coordinated
// with or depends on, or the noun that a participle follows.
func (r *run) subject(t int32, depth int) int32 {
	for n := depth; n < 6 && t != none; n++ {
		if s := r.ownSubject(t); s != none {
			return r.real(t, s)
		}
		k := &r.d.Tokens[t]
		h := k.Head
		if h == none {
			return none
		}
		if o := r.punished(h, t); o != none {
			return o
		}
		switch k.Deprel.Base() {
		case doc.RelAcl:
			if r.d.Tokens[h].UPOS != doc.VERB && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) {
				return h
			}
			if k.Deprel == doc.RelAclRelcl || r.d.Tokens[h].UPOS != doc.VERB {
				return none
			}
		case doc.RelXcomp:
			if c, ok := r.controlled(h, t); ok {
				return c
			}
		case doc.RelConj:
		case doc.RelAdvcl, doc.RelObl, doc.RelObj, doc.RelCcomp:
			if k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) || r.d.Dependent(t, doc.RelAux) != none && r.finite(t) {
				return none
			}
		default:
			return none
		}
		if r.isPassive(t) != r.isPassive(h) && k.Deprel.Is(doc.RelConj) && r.isPassive(h) {
			return none
		}
		t = h
	}
	return none
}

// punished is whom a verb is done to for what the infinitive of the past behind
// it says: "a condamné les rebelles pour avoir tué des civils".
func (r *run) punished(h, t int32) int32 {
	if r.d.Tokens[h].UPOS != doc.VERB || !r.infinite(t) || !r.past(t) {
		return none
	}
	if f, ok := r.mark(t); !ok || f != open {
		return none
	}
	if o := r.d.Dependent(h, doc.RelObj); o != none && r.actor(o) {
		return o
	}
	return none
}

// controlled is who is asked to do what the infinitive under a verb of asking
// says: "a ordonné à l'armée d'occuper la ville".
func (r *run) controlled(h, t int32) (int32, bool) {
	asks, reflexive := false, false
	for x := r.d.Tokens[h].Child; x != none && x < h; x = r.d.Tokens[x].Next {
		reflexive = reflexive || r.d.Tokens[x].UPOS == doc.PRON && r.isReflexive(h, x)
	}
	for _, w := range r.w.Verbs[r.d.Tokens[h].Lemma] {
		asks = asks || w.Reflexive == reflexive && w.Frame.Outer != "" && r.w.Outers[w.Frame.Outer].ByRecipient
	}
	if !asks {
		return none, false
	}
	if r.isPassive(h) {
		return r.ownSubject(h), true
	}
	found := none
	for x := r.d.Tokens[h].Child; x != none && x < t; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		switch {
		case k.Deprel.Is(doc.RelObj), k.Deprel.Is(doc.RelIobj):
			found = x
		case k.Deprel.Is(doc.RelObl) && r.caseRole(x) == "dative" && r.actor(x):
			found = x
		}
	}
	return found, true
}

// ownSubject is the subject of a verb; of several before it the nearest.
func (r *run) ownSubject(t int32) int32 {
	found := none
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if !k.Deprel.Is(doc.RelNsubj) {
			continue
		}
		if found == none || x < t && r.at[x] != none && r.d.Tokens[found].UPOS == doc.PROPN && r.d.Tokens[found+1].UPOS == doc.PUNCT {
			found = x
		}
	}
	return found
}

// real is the noun that a relative pronoun of the verb's clause stands for, or
// the token itself.
func (r *run) real(t, x int32) int32 {
	if r.d.Tokens[x].Feats.Has(doc.FeatPronType, doc.PronTypeRel) {
		if a := r.relative(t); a != none {
			return a
		}
	}
	return x
}

// relative is the noun that the relative clause of a verb belongs to.
func (r *run) relative(t int32) int32 {
	for n := 0; n < 4 && t != none; n++ {
		k := &r.d.Tokens[t]
		if k.Deprel == doc.RelAclRelcl {
			return k.Head
		}
		if !k.Deprel.Is(doc.RelConj) && !k.Deprel.Is(doc.RelXcomp) {
			return none
		}
		t = k.Head
	}
	return none
}

// finite tells whether the verb or its auxiliary is finite.
func (r *run) finite(t int32) bool {
	f, _ := r.form(t)
	return f.Has(doc.FeatVerbForm, doc.VerbFormFin)
}

// form is the finite form of a verb, its own or that of an auxiliary, and
// whether it is compound.
func (r *run) form(t int32) (doc.Feats, bool) {
	k := &r.d.Tokens[t]
	if k.UPOS != doc.ADJ && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
		return k.Feats, false
	}
	for x := k.Child; x != none; x = r.d.Tokens[x].Next {
		a := &r.d.Tokens[x]
		if (a.Deprel.Is(doc.RelAux) || a.Deprel.Is(doc.RelCop)) && a.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return a.Feats, a.Deprel != doc.RelAuxPass && !a.Deprel.Is(doc.RelCop)
		}
	}
	return k.Feats, false
}
