package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// noun makes an event of a noun of contact, or adds to one already met.
func (r *run) noun(t int32, n lang.ContactNoun) {
	e := event{kind: n.Kind, token: t, sentence: r.sentence, when: none, duration: none, initiative: none, noun: true, rule: "contact.noun"}
	modified := r.modifyNoun(&e, t)
	e.definite, e.bare = r.definite(t), r.d.Dependent(t, doc.RelDet) == none && r.d.Dependent(t, doc.RelNummod) == none
	if r.d.Dependent(t, doc.RelCop) != none { // "C'était leur premier face-à-face"
		e.definite, e.again, e.said = true, false, true
	}
	if r.isEvent(t) {
		return
	}
	light := r.lightParties(&e, t)
	own := r.nounParties(&e, t)
	if len(e.parties) < 2 {
		before := len(e.parties)
		r.ahead(&e, t)
		own += len(e.parties) - before
	}
	told := n.Kind != "message" && r.clause(&event{}, t) != none
	switch {
	case n.Strength == "modified" && !modified:
		return
	case n.Strength == "weak" && e.kind == "call" && own == 0 && !e.bare && r.another(t):
		// "Un appel, en mars dernier, s'était achevé …" after a meeting of the two
	case n.Strength == "weak" && !modified && !light && !told && own < 2:
		if own == 0 || !r.visitor(&e, t) {
			if !e.definite {
				return
			}
		}
	}
	visitors := len(e.parties)
	if light || e.kind != "visit" {
		visitors = 1
	}
	e.weak, e.also = n.Strength == "weak" && !modified && !told && !(e.kind == "call" && r.another(t)), n.Also
	if modified {
		e.also = ""
	}
	if e.kind == "visit" {
		if h := r.d.Tokens[t].Head; len(e.parties) == 0 && h != none && r.role(t) == "at" { // "X, en visite à Rome,"
			if r.isPerson(h) {
				e.parties = r.people(e.parties, h)
			} else if r.d.Tokens[h].UPOS == doc.VERB {
				e.parties = r.subject(h)
			}
		}
		r.visitPlace(&e, t)
	}
	if (len(e.parties) < 2 || told && own == len(e.parties)) && !e.weak {
		r.clauseParties(&e, t)
	}
	e.status = r.nounStatus(t)
	e.evidence = r.nounGroup(t)
	r.complete(&e)
	if len(e.parties) < 2 {
		if !r.stranger(&e, t) {
			r.anaphor(&e)
		}
		return
	}
	if e.kind == "visit" && len(e.parties) <= visitors {
		return // "leur venue", without a host
	}
	if r.plausible(&e) {
		r.keep(e)
	}
}

// modifyNoun reads the adjectives and phrases that tell kind and identity:
// "téléphonique", "par téléphone", "le précédent".
func (r *run) modifyNoun(e *event, t int32) bool {
	found := false
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if r.w.Links[k.Lemma] == "repeated" && (k.UPOS == doc.ADJ || k.UPOS == doc.NUM) {
			e.again = true
		}
		if kind, ok := r.w.Modifiers[k.Lemma]; ok && !k.Deprel.Is(doc.RelConj) && !k.Deprel.Is(doc.RelAppos) && e.kind != "message" && e.kind != "visit" {
			e.kind, found = kind, true
		}
	}
	// "avoir une rencontre par téléphone": the phrase hangs on the verb
	if h := r.d.Tokens[t].Head; !found && h != none && r.d.Tokens[t].Deprel.Is(doc.RelObj) {
		for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
			if kind, ok := r.w.Modifiers[r.d.Tokens[c].Lemma]; ok && c > t && c < t+6 && r.d.Tokens[c].Deprel.Is(doc.RelObl) && e.kind != "message" && e.kind != "visit" {
				e.kind, found = kind, true
			}
		}
	}
	return found
}

// isEvent: "réunion publique", "conférence de presse" are no contacts.
func (r *run) isEvent(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if (k.Deprel.Is(doc.RelAmod) || k.Deprel.Is(doc.RelNmod)) && (r.w.Exclusions[k.Lemma] == "event" || r.w.Exclusions[k.Lemma] == "media" && k.Deprel.Is(doc.RelNmod)) {
			return true
		}
	}
	return false
}

func (r *run) definite(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.Deprel.Is(doc.RelDet) {
			return k.Feats.Has(doc.FeatDefinite, doc.DefiniteDef) || k.Feats.Has(doc.FeatPronType, doc.PronTypeDem) || k.Feats.Get(doc.FeatPoss) != 0
		}
	}
	return false
}

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
			if e.kind == "visit" && !r.isActor(c) {
				return // "une visite d'État"
			}
			if !r.isPlace(c) || e.kind == "summit" || e.kind == "talks" {
				e.parties = r.people(e.parties, c)
			}
		case "to":
			if !r.isPlace(c) && (e.kind == "call" || e.kind == "message" || e.kind != "summit" && e.kind != "talks" && r.isPerson(c)) {
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
	if m == none || r.entity[m] == none {
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
	if r.w.Links[k.Lemma] != "initiative" || k.UPOS != doc.NOUN {
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

// visitor tells whether the noun names a visit with its visitor.
func (r *run) visitor(e *event, t int32) bool { return e.kind == "visit" && len(e.parties) > 0 }

// lightParties takes the subject of a light verb: "Xavier a eu un entretien
// avec Yves", where "avec Yves" may hang on the verb; and the agent of a
// passive: "un appel proposé par Ankara".
func (r *run) lightParties(e *event, t int32) bool {
	k := &r.d.Tokens[t]
	h := k.Head
	found := false
	if h != none && r.d.Tokens[h].UPOS == doc.VERB {
		gives, light := r.w.Light[r.d.Tokens[h].Lemma]
		object := k.Deprel.Is(doc.RelObj) || k.Deprel.Is(doc.RelNsubj) && r.passive(h) || k.Deprel == doc.RelOblArg
		if light && !r.there(h) && (object || k.Deprel.Is(doc.RelObl) && (gives == "attend" && r.role(t) == "to" || gives == "initiator" && r.role(t) == "at")) {
			found = true
			if !k.Deprel.Is(doc.RelNsubj) {
				for _, p := range r.subject(h) {
					e.parties = add(e.parties, p)
				}
			}
			r.verbPhrases(e, h, t)
		}
	}
	for c := k.Child; c != none; c = r.d.Tokens[c].Next {
		v := &r.d.Tokens[c]
		if v.Deprel.Is(doc.RelAcl) && v.UPOS == doc.VERB {
			if _, light := r.w.Light[v.Lemma]; light && v.Deprel != doc.RelAclRelcl {
				r.verbPhrases(e, c, none)
				found = true
			} else if light && v.Deprel == doc.RelAclRelcl {
				e.parties = r.people(e.parties, r.ownSubject(c))
				r.verbPhrases(e, c, none)
				found = found || len(e.parties) > 0
			}
		}
	}
	return found
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
		case "to":
			body := r.at[c] != none && r.d.Mentions[r.at[c]].Kind == doc.Role && e.kind != "visit" && e.kind != "call"
			if !r.isPlace(c) && !r.isTime(c) && (r.isPerson(c) || body) {
				e.parties = r.people(e.parties, c)
			}
		}
		r.initiator(e, c)
	})
}

// clauseParties: "a déclaré à son homologue lors d'un entretien": who speaks and
// who is spoken to in the clause where the contact is only named.
func (r *run) clauseParties(e *event, t int32) {
	h := r.clause(e, t)
	if h == none {
		return
	}
	who := r.subject(h)
	if len(who) > 1 && r.possessed(t) { // "Après leur rencontre, X et Y …"
		e.parties = who
	}
	if len(e.parties) > 1 {
		return
	}
	for _, p := range who {
		e.parties = add(e.parties, p)
	}
	if len(e.parties) > 1 {
		return
	}
	if o := r.d.Dependent(h, doc.RelIobj); o != none {
		e.parties = r.people(e.parties, o)
	}
	r.phrases(h, func(c int32, role string) {
		if c != t && role == "to" && r.isPerson(c) {
			e.parties = r.people(e.parties, c)
		}
	})
	for n := 0; len(e.parties) < 2 && n < 2; n++ {
		for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
			if k := &r.d.Tokens[c]; c != t && (k.Deprel.Is(doc.RelObj) || k.Deprel.Is(doc.RelObl)) && r.isPerson(c) && len(e.parties) < 2 {
				e.parties = r.people(e.parties, c)
			}
		}
		if h = r.d.Dependent(h, doc.RelXcomp); h == none { // "a tenté, lors d'un appel, de mettre X en garde"
			break
		}
	}
}

// possessed tells whether the noun has a possessive determiner.
func (r *run) possessed(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Feats.Get(doc.FeatPoss) != 0 {
			return true
		}
	}
	return false
}

// clause is the verb of the clause in which something happened "lors de", "au
// cours de", "après" the contact, or none. "une série d'appels" is climbed over.
func (r *run) clause(e *event, t int32) int32 {
	during := false
	for n := 0; n < 5; n++ {
		k := &r.d.Tokens[t]
		during = during || r.during(t)
		h := k.Head
		if h == none {
			return none
		}
		switch {
		case r.w.Links[r.d.Tokens[h].Lemma] == "during" && r.d.Tokens[h].UPOS != doc.VERB:
			during = true
		case during && r.d.Tokens[h].UPOS == doc.VERB && (k.Deprel.Is(doc.RelObl) || k.Deprel.Is(doc.RelAdvmod) || k.Deprel.Is(doc.RelNmod) || k.Deprel.Is(doc.RelObj)):
			return h
		case during && k.Deprel.Is(doc.RelNmod) && r.isPerson(h):
			e.parties = r.people(e.parties, h) // "a assuré la ministre, après un échange avec X"
			return none
		case !k.Deprel.Is(doc.RelNmod) && !during:
			return none
		}
		t = h
	}
	return none
}

// during tells whether the phrase says that something happened in the contact:
// "lors de", "au cours de", "après".
func (r *run) during(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.Deprel.Is(doc.RelCase) && (r.w.Links[k.Lemma] == "during" || r.fixed(c)) {
			return true
		}
	}
	return false
}

// fixed: "au cours de", "à l'issue de", written as a fixed preposition.
func (r *run) fixed(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if r.w.Links[r.d.Tokens[c].Lemma] == "during" {
			return true
		}
	}
	return false
}

// visitPlace finds where a visit goes: its phrase with à or en, or that of the verb.
func (r *run) visitPlace(e *event, t int32) {
	who := append([]int32(nil), e.parties...)
	try := func(c int32, role string) {
		if e.place.Empty() && (role == "to" || role == "at") && r.isPlace(c) {
			if len(who) > 0 && len(e.parties) < 2 {
				r.host(e, c, who)
			}
			e.place = r.d.Mentions[r.at[c]].Span
		}
	}
	r.phrases(t, try)
	if h := r.d.Tokens[t].Head; h != none && e.place.Empty() {
		r.phrases(h, try)
	}
	for i := t + 1; e.place.Empty() && i < t+12 && i < r.d.Sentences[r.sentence].End && r.d.Tokens[i].UPOS != doc.VERB; i++ {
		if r.isPlace(i) { // "Le voyage du ministre à Rome", hung on the minister
			try(i, r.role(i))
		}
	}
}

// nounGroup is the noun with its determiner and adjectives.
func (r *run) nounGroup(t int32) text.Span {
	first, end := t, t+1
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.Deprel.Is(doc.RelDet) || k.Deprel.Is(doc.RelNummod) || k.Deprel.Is(doc.RelAmod) {
			if c < first && t-c < 6 {
				first = c
			}
			if c == end {
				end = c + 1
			}
		}
	}
	return r.d.SpanOf(first, end)
}
