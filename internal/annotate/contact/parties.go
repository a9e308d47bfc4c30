package contact

import "readout/internal/doc"

// nounParties finds the parties in the noun's own phrase: "entre X et Y",
// "avec X", "de X à Y", "son"; it returns how many.
func (r *run) nounParties(e *event, t int32) int {
	before, between := e.parties, false
	e.parties = nil
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if (k.Deprel.Is(doc.RelDet) || k.Deprel.Is(doc.RelNmodPoss)) && r.at[c] != none && r.d.Mentions[r.at[c]].Kind == doc.Pronoun {
			e.parties = r.people(e.parties, c)
		}
	}
	r.phrases(t, func(c int32, role string) {
		switch role {
		case "with", "between":
			n := len(e.parties)
			e.parties = r.people(e.parties, c)
			if role == "between" {
				between = true
				if len(e.parties) == n+1 {
					e.parties = r.afterAnd(e.parties, c)
				}
			}
		case "of":
			if r.w.Modifiers[r.d.Tokens[c].Lemma] != "" && (r.at[c] == none || r.d.Mentions[r.at[c]].Kind == doc.Nominal) { // "un coup de fil du ministre", hung on "fil"
				r.phrases(c, func(p int32, role string) {
					if (role == "of" || role == "with" || role == "between" || role == "to" && e.kind != "meeting") && !r.isPlace(p) {
						e.parties = r.people(e.parties, p)
					}
				})
				return
			}
			if e.kind == "visit" && !r.isActor(c) { // "une visite d'État du président"
				r.phrases(c, func(p int32, role string) {
					if role == "of" && r.isActor(p) {
						e.parties = r.people(e.parties, p)
					}
				})
				return
			}
			if !r.isPlace(c) || e.kind == "summit" || e.kind == "talks" {
				e.parties = r.people(e.parties, c)
			}
		case "to":
			if !r.isPlace(c) && (e.kind == "call" || e.kind == "message" || e.kind != "summit" && e.kind != "talks" && (r.isPerson(c) || e.kind == "visit" && r.maySpeak(c) && r.d.Mentions[r.at[c]].Type == doc.Person)) {
				e.parties = r.people(e.parties, c)
			}
		}
		r.initiator(e, c)
	})
	own := e.parties
	if len(own) > 1 && between { // "X a annoncé une rencontre entre Y et Z"
		e.parties = own
		return len(own)
	}
	e.parties = before
	for _, p := range own {
		e.parties = add(e.parties, p)
	}
	return len(own)
}

// isActor: a person, or a named body or group.
func (r *run) isActor(t int32) bool {
	m := r.at[t]
	if m == none || r.entity[m] == none || r.isPlace(t) {
		return false
	}
	k := r.d.Entities[r.entity[m]].Kind
	return k == doc.ActorPerson || r.d.Mentions[m].Kind == doc.Named || r.d.Mentions[m].Kind == doc.Role && k != doc.ActorState
}

// afterAnd adds the second of "entre X et Y" when the parser hung it elsewhere.
func (r *run) afterAnd(out []int32, t int32) []int32 {
	end := min(r.d.Sentences[r.sentence].End, t+9)
	for i := t + 1; i < end; i++ {
		switch k := &r.d.Tokens[i]; k.UPOS {
		case doc.VERB, doc.SCONJ:
			return out
		case doc.CCONJ:
			for j := i + 1; j < end && j < i+4; j++ {
				if r.at[j] != none && r.entity[r.at[j]] != none {
					return r.people(out, j)
				}
			}
			return out
		}
	}
	return out
}

// initiator reads "à la demande de X", "à l'initiative de X".
func (r *run) initiator(e *event, c int32) {
	k := &r.d.Tokens[c]
	if r.w.Links[k.Lemma] != "initiative" || k.UPOS != doc.NOUN || e.initiative != none {
		return
	}
	for p := k.Child; p != none && p < c; p = r.d.Tokens[p].Next { // "à sa demande"
		if r.at[p] != none && r.entity[r.at[p]] != none && r.d.Tokens[p].Feats.Get(doc.FeatPoss) != 0 {
			e.initiative = r.entity[r.at[p]]
			return
		}
	}
	if p := r.d.Dependent(c, doc.RelNmod); p != none && e.initiative == none && r.at[p] == none && len(e.parties) > 1 && r.d.Dependent(p, doc.RelDet) != none && r.w.Links[r.d.Tokens[p].Lemma] == "repeated" {
		e.initiative = e.parties[len(e.parties)-1] // "à la demande de ce dernier"
		return
	}
	r.phrases(c, func(p int32, role string) {
		if role == "of" && e.initiative == none {
			if x := r.people(nil, p); len(x) == 1 {
				e.initiative = x[0]
			}
		}
	})
}

// initiatives looks for "à la demande de X" beside the contact, whatever the
// tree hangs it on.
func (r *run) initiatives(e *event) {
	s := r.d.Sentences[r.sentence]
	for i := max(s.First, e.token-20); i < min(s.End, e.token+30) && e.initiative == none; i++ {
		if k := &r.d.Tokens[i]; k.UPOS == doc.NOUN && r.w.Links[k.Lemma] == "initiative" {
			if role := r.role(i); role == "to" || role == "at" {
				r.initiator(e, i)
			}
		}
	}
}

// stranger tells whether the noun's phrase names a partner that is no entity:
// "dans un entretien au Temps" is not the contact spoken of before.
func (r *run) stranger(e *event, t int32) bool {
	found := false
	r.phrases(t, func(c int32, role string) {
		if (role == "with" || role == "between" || role == "to") && !r.isPlace(c) && !r.isTime(c) && r.d.Tokens[c].UPOS != doc.NUM {
			found = found || !holds(e.parties, r.people(nil, c)) || r.at[c] == none
		}
	})
	return found
}

// another tells whether the noun is a subject with a date of its own close
// after a contact: it is a further one of the same parties.
func (r *run) another(t int32) bool {
	n := len(r.found)
	if n == 0 || r.sentence-r.found[n-1].last > 2 || !r.d.Tokens[t].Deprel.Is(doc.RelNsubj) {
		return false
	}
	for i := r.timex; i < len(r.d.Timexes) && r.d.Timexes[i].First <= t+8; i++ {
		if x := &r.d.Timexes[i]; x.First > t && x.Kind != doc.Duration {
			return true
		}
	}
	return false
}

// lightParties takes the subject of a light verb: "Xavier a eu un entretien
// avec Yves", where "avec Yves" may hang on the verb; and the agent of a
// passive: "un appel proposé par Ankara".
func (r *run) lightParties(e *event, t int32) bool {
	light := r.lightVerb(e, r.carrier(t))
	return r.lent(e, t) || light
}

// carrier is the noun that a verb has in place of a contact: "une série
// d'entretiens", "la tenue d'un sommet"; else the noun of the contact itself.
func (r *run) carrier(t int32) int32 {
	h := r.d.Tokens[t].Head
	if h == none || !r.d.Tokens[t].Deprel.Is(doc.RelNmod) || r.d.Tokens[h].UPOS != doc.NOUN || r.role(t) != "of" {
		return t
	}
	if m := r.at[h]; m != none && (r.d.Mentions[m].Kind != doc.Nominal || r.entity[m] != none) || r.w.Nouns[r.d.Tokens[h].Lemma].Kind != "" || r.lasted(h) {
		return t
	}
	return h
}

// lightVerb takes the subject of the verb whose object or subject a noun is.
func (r *run) lightVerb(e *event, t int32) bool {
	k := &r.d.Tokens[t]
	h := k.Head
	found := false
	if h != none && r.d.Tokens[h].UPOS == doc.VERB {
		gives, light := r.w.Light[r.d.Tokens[h].Lemma]
		if gives == "gather" && k.Deprel.Is(doc.RelNsubj) && !r.passive(h) { // "Le sommet réunira X, Y et Z"
			if o := r.object(h); o != none {
				n := len(e.parties)
				e.parties = r.people(e.parties, o)
				return len(e.parties) > n
			}
		}
		if !light && k.Deprel.Is(doc.RelObl) && r.governs(h) != "" && !r.during(t) {
			switch r.role(t) { // "s'est préparé à une rencontre avec X"
			case "to", "of":
				for _, p := range r.subject(h) {
					e.parties = add(e.parties, p)
				}
				found = len(e.parties) > 0
			}
		}
		object := k.Deprel.Is(doc.RelObj) || k.Deprel.Is(doc.RelNsubj) && r.passive(h) || k.Deprel == doc.RelOblArg
		if light && !r.there(h) && (object || k.Deprel.Is(doc.RelObl) && (gives == "attend" && r.role(t) == "to" || (gives == "initiator" || gives == "remain") && r.role(t) == "at")) {
			found = true
			if !k.Deprel.Is(doc.RelNsubj) {
				for _, p := range r.subject(h) {
					if e.kind != "message" || !r.excluded(p) {
						e.parties = add(e.parties, p)
					}
				}
				r.proposed(e, h)
			}
			r.verbPhrases(e, h, t)
			if e.kind == "message" && len(e.parties) == 1 && gives == "initiator" {
				r.aheadTo(e, t)
			}
		}
	}
	return found
}

// lent takes the parties that a participle or a relative clause of the noun
// gives: "un appel proposé par Ankara", "la visite que X devait effectuer".
func (r *run) lent(e *event, t int32) bool {
	found := false
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		v := &r.d.Tokens[c]
		if !v.Deprel.Is(doc.RelAcl) || v.UPOS != doc.VERB {
			continue
		}
		own, verb := r.ownSubject(c), c
		if x := r.d.Dependent(c, doc.RelXcomp); x != none && own != none && r.w.Light[v.Lemma] == "" {
			verb = x
		}
		if _, light := r.w.Light[r.d.Tokens[verb].Lemma]; !light {
			continue
		}
		if v.Deprel != doc.RelAclRelcl && own == none {
			r.verbPhrases(e, verb, none)
			found = true
			continue
		}
		n := len(e.parties)
		if own != none {
			for _, p := range r.people(nil, own) {
				if !r.excluded(p) { // "une lettre dont l'AFP a obtenu copie"
					e.parties = add(e.parties, p)
				}
			}
		}
		if own == none || r.d.Mentions[max(r.at[own], 0)].Kind == doc.Pronoun { // "que lui avait adressée X"
			if o := r.d.Dependent(verb, doc.RelObj); o != none && o > verb && r.maySpeak(o) {
				e.parties = r.people(e.parties, o)
			}
		}
		r.verbPhrases(e, verb, none)
		found = found || len(e.parties) > n
	}
	return found
}

// proposed: "a proposé à l'Égypte d'accueillir un sommet": who proposes and to whom.
func (r *run) proposed(e *event, h int32) {
	g := r.d.Tokens[h].Head
	if g == none || !r.d.Tokens[h].Deprel.Is(doc.RelXcomp) {
		return
	}
	if s := r.governs(g); s != "proposed" && s != "requested" {
		return
	}
	for _, p := range r.subject(g) {
		e.parties = add(e.parties, p)
	}
	r.phrases(g, func(c int32, role string) {
		if role == "to" && c != h && !r.isTime(c) && c < h {
			e.parties = r.people(e.parties, c)
		}
	})
}

// there: "il y a eu un entretien" lends no subject.
func (r *run) there(h int32) bool {
	for c := r.d.Tokens[h].Child; c != none && c < h; c = r.d.Tokens[c].Next {
		if r.w.Links[r.d.Tokens[c].Lemma] == "there" {
			return true
		}
	}
	return false
}

// verbPhrases takes the partners that hang on the light verb.
func (r *run) verbPhrases(e *event, h, t int32) {
	if o := r.d.Dependent(h, doc.RelIobj); o != none {
		e.parties = r.people(e.parties, o)
	}
	r.phrases(h, func(c int32, role string) {
		if c == t {
			return
		}
		switch role {
		case "with", "between":
			e.parties = r.people(e.parties, c)
		case "of":
			if r.d.Tokens[c].Deprel == doc.RelOblAgent || r.passive(h) || r.d.Tokens[h].Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) || r.w.Light[r.d.Tokens[h].Lemma] == "recipient" {
				e.parties = r.people(e.parties, c)
			}
		}
		r.initiator(e, c)
	})
	if len(e.parties) > 1 {
		return // "À l'Élysée, X a eu un échange avec Y"
	}
	r.phrases(h, func(c int32, role string) {
		if c != t && role == "to" && !r.isPlace(c) && !r.isTime(c) {
			body := r.at[c] != none && r.d.Mentions[r.at[c]].Kind == doc.Role && e.kind != "visit" && e.kind != "call"
			if r.isPerson(c) || body {
				e.parties = r.people(e.parties, c)
			}
		}
	})
}
