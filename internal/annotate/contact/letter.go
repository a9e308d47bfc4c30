package contact

import "readout/internal/doc"

// aheadTo looks for who was written to a few words after the message, where
// other words part them: "a laissé deux messages, restés sans réponse, à X".
func (r *run) aheadTo(e *event, t int32) {
	end := min(r.d.Sentences[r.sentence].End, t+14)
	for i := t + 1; i < end; i++ {
		k := &r.d.Tokens[i]
		if k.UPOS == doc.VERB && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) || k.UPOS == doc.SCONJ || k.UPOS == doc.PRON {
			return
		}
		if k.Deprel.Is(doc.RelCase) && k.Head > i && r.w.Links[k.Lemma] == "to" && r.maySpeak(k.Head) {
			e.parties = r.people(e.parties, k.Head)
			return
		}
	}
}

// letter: "Dans une lettre datée du 14 octobre, X reproche à Y d'avoir …": who
// says it in the letter writes, whom he says it to is written to.
func (r *run) letter(e *event, t int32) {
	k := &r.d.Tokens[t]
	h := k.Head
	if h == none || r.d.Tokens[h].UPOS != doc.VERB || !k.Deprel.Is(doc.RelObl) || r.role(t) != "at" && r.role(t) != "of" {
		return
	}
	who := r.boss(h, r.subject(h))
	if len(who) == 1 && r.excluded(who[0]) { // "Dans une lettre dont l'AFP a obtenu copie, X accuse"
		if c := r.d.Dependent(h, doc.RelConj); c != none && r.d.Tokens[c].UPOS == doc.VERB && r.ownSubject(c) != none {
			h, who = c, r.boss(c, r.subject(c))
		}
	}
	if len(who) != 1 || r.excluded(who[0]) {
		return
	}
	to := e.parties
	e.parties = append([]int32(nil), who...)
	for _, p := range to { // "dans une lettre à Y"
		e.parties = add(e.parties, p)
	}
	if len(e.parties) > 1 {
		return
	}
	for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
		x := &r.d.Tokens[c]
		if (x.Deprel.Is(doc.RelObl) && r.role(c) == "to" || x.Deprel.Is(doc.RelIobj)) && r.maySpeak(c) {
			e.parties = r.people(e.parties, c)
		}
	}
	if len(e.parties) == 1 {
		e.parties = r.addressed(e.parties, h)
	}
	e.weak = len(e.parties) < 2
}

// inContact: "L'entreprise est en contact avec le ministère", "reste en contact":
// the subject of the noun is a party, and it goes on.
func (r *run) inContact(e *event, t int32) bool {
	k := &r.d.Tokens[t]
	verb, s := r.d.Dependent(t, doc.RelCop), none
	if verb != none {
		s = r.ownSubject(t)
	} else if h := k.Head; h != none && r.w.Light[r.d.Tokens[h].Lemma] == "remain" && (k.Deprel.Is(doc.RelXcomp) || k.Deprel.Is(doc.RelObl)) {
		verb, s = h, r.ownSubject(h)
	}
	if s == none || len(e.parties) > 1 && r.d.Dependent(t, doc.RelCop) != none {
		return false
	}
	e.parties = r.people(e.parties, s)
	e.said, e.again = false, false
	e.goesOn = r.d.Tokens[verb].Feats.Has(doc.FeatTense, doc.TensePres) && r.d.Tokens[verb].Feats.Has(doc.FeatMood, doc.MoodInd)
	return len(e.parties) > 1
}

// further: "une rencontre à trois avec l'Iran": so many parties, of which the
// phrase names one; the others are those of the contact last told of.
func (r *run) further(e *event, t int32) {
	if len(e.parties) == 0 {
		return
	}
	for c := t + 1; c < t+3 && c < r.d.Sentences[r.sentence].End; c++ {
		k := &r.d.Tokens[c]
		if k.UPOS != doc.NUM || r.role(c) != "to" {
			continue
		}
		n := int(r.numbers[k.Norm].Value)
		var with []int32
		take := func(p int32, role string) {
			if role == "with" {
				with = r.people(with, p)
			}
		}
		r.phrases(t, take)
		r.phrases(c, take) // "à trois avec l'Iran", hung on the number
		if h := r.d.Tokens[t].Head; h != none && r.d.Tokens[t].Deprel.Is(doc.RelObj) {
			r.phrases(h, take)
		}
		if len(with) == n-2 && len(r.found) > 0 && r.d.Tokens[t].Deprel.Is(doc.RelObj) && len(e.parties) < n {
			if p := r.found[len(r.found)-1].parties; len(p) == 2 && !holds(p, e.parties) {
				e.parties = append(append([]int32(nil), p...), with...) // "La porte-parole n'exclut pas …"
				return
			}
		}
		for _, p := range with {
			e.parties = add(e.parties, p)
		}
		for i, m := len(r.found)-1, 0; i >= 0 && m < perContact && len(e.parties) < n; i, m = i-1, m+1 {
			all := e.parties[:len(e.parties):len(e.parties)]
			for _, p := range r.found[i].parties {
				all = add(all, p)
			}
			if len(all) == n {
				e.parties = all
			}
		}
		return
	}
}
