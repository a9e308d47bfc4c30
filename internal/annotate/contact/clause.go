package contact

import "readout/internal/doc"

// clauseParties: "a déclaré à son homologue lors d'un entretien": who speaks and
// who is spoken to in the clause where the contact is only named.
func (r *run) clauseParties(e *event, t int32) {
	h := r.clause(e, t)
	if h == none {
		return
	}
	who := r.boss(h, r.subject(h))
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

// boss: "a indiqué le cabinet du ministre X, après un appel avec Y": the contact
// is the person's whose house speaks for him.
func (r *run) boss(h int32, who []int32) []int32 {
	s := r.ownSubject(h)
	if s == none || len(who) != 1 {
		return who
	}
	x := &r.d.Entities[who[0]]
	speaks := x.Kind == doc.ActorPerson && r.at[s] != none && r.w.Exclusions[r.d.Tokens[s].Lemma] == "speaks"
	if x.Kind == doc.ActorPerson && !speaks {
		return who
	}
	for c := r.d.Tokens[s].Child; c != none; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Deprel.Is(doc.RelAppos) && r.isPerson(c) && x.Kind != doc.ActorPerson || // "le cabinet du ministre-président, X"
			r.d.Tokens[c].Deprel.Is(doc.RelNmod) && r.role(c) == "of" && (r.isPerson(c) || speaks && r.maySpeak(c)) {
			return r.people(nil, c)
		}
	}
	return who
}

// teller is the verb of saying behind the words that hold verb h, if the contact
// stands outside them: in "Les bateaux sortiront, a assuré la ministre après un
// échange avec X" the tree may hang the exchange on "sortiront".
func (r *run) teller(t, h int32) int32 {
	at := r.d.Tokens[t].Span
	for i := r.said(); i < len(r.d.Quotations) && i < r.quotation+perSentence; i++ {
		q := &r.d.Quotations[i]
		if q.CueToken <= h || q.CueToken >= t {
			continue
		}
		holds, out := false, true
		for _, c := range q.Content {
			holds = holds || c.Contains(r.d.Tokens[h].Span)
			out = out && !c.Contains(at)
		}
		if holds && out {
			return q.CueToken
		}
	}
	return h
}

// perSentence bounds how many quotations of a sentence are looked at.
const perSentence = 64

// said is the first quotation that may stand in the sentence; they are in text
// order, and so are the sentences asked about.
func (r *run) said() int {
	start := r.d.Sentences[r.sentence].Span.Start
	for r.quotation < len(r.d.Quotations) && lastOf(&r.d.Quotations[r.quotation]) <= start {
		r.quotation++
	}
	return r.quotation
}

// lastOf is where the words of a quotation and its cue end.
func lastOf(q *doc.Quotation) int32 {
	end := q.Cue.End
	for _, c := range q.Content {
		end = max(end, c.End)
	}
	return end
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
		case r.lasted(h):
			during = true
		case during && r.d.Tokens[h].UPOS == doc.VERB && (k.Deprel.Is(doc.RelObl) || k.Deprel.Is(doc.RelAdvmod) || k.Deprel.Is(doc.RelNmod) || k.Deprel.Is(doc.RelObj)):
			e.clause = r.teller(t, h)
			return e.clause
		case during && k.Deprel.Is(doc.RelNmod) && r.isPerson(h):
			e.parties = r.people(e.parties, h) // "a assuré la ministre, après un échange avec X"
			if v := r.d.Tokens[h].Head; v != none && r.d.Tokens[v].UPOS == doc.VERB {
				e.clause = v
			}
			return none
		case !k.Deprel.Is(doc.RelNmod) && !during:
			return none
		}
		t = h
	}
	return none
}

// lasted tells whether a noun sets a clause in or beside the contact: "au cours
// de", "au lendemain de".
func (r *run) lasted(t int32) bool {
	role := r.w.Links[r.d.Tokens[t].Lemma]
	return r.d.Tokens[t].UPOS != doc.VERB && (role == "during" || role == "morrow" || role == "eve")
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

// onVisit: "au cours d'un voyage en Allemagne, X a rappelé", "lors d'une visite
// à Y, X a assuré au président Z": the clause tells who came, and whom he spoke
// to there, if he is of that place. It returns how many came.
func (r *run) onVisit(e *event, t int32) int {
	c := event{token: t, sentence: e.sentence}
	r.visitPlace(&c, t)
	country := ""
	for i := t + 1; i < t+12 && i < r.d.Sentences[r.sentence].End && !c.place.Empty(); i++ {
		if r.isPlace(i) && nameOf(&r.d.Mentions[r.at[i]]) == c.place {
			country = r.d.Mentions[r.at[i]].Country
		}
	}
	r.clauseParties(&c, t)
	if len(c.parties) > 1 && (country == "" || r.d.Entities[c.parties[len(c.parties)-1]].Country == country) {
		e.parties = c.parties
		return len(c.parties) - 1
	}
	if h := r.clause(&event{}, t); h != none {
		e.parties = r.subject(h)
	}
	return len(e.parties)
}

// visitPlace finds where a visit goes: its phrase with à or en, or that of the verb.
func (r *run) visitPlace(e *event, t int32) {
	who := append([]int32(nil), e.parties...)
	try := func(c int32, role string) {
		if e.place.Empty() && (role == "to" || role == "at") && r.isPlace(c) {
			if len(who) > 0 && len(e.parties) < 2 {
				r.host(e, c, who)
			}
			e.place = nameOf(&r.d.Mentions[r.at[c]])
		}
	}
	r.phrases(t, try)
	for c := r.d.Tokens[t].Child; c != none && e.place.Empty(); c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Deprel.Is(doc.RelAcl) { // "la visite que X devait effectuer à Rome"
			r.phrases(c, try)
			if x := r.d.Dependent(c, doc.RelXcomp); x != none {
				r.phrases(x, try)
			}
		}
	}
	if h := r.d.Tokens[t].Head; h != none && e.place.Empty() {
		r.phrases(h, try)
	}
	for i := t + 1; e.place.Empty() && i < t+12 && i < r.d.Sentences[r.sentence].End && r.d.Tokens[i].UPOS != doc.VERB; i++ {
		if r.isPlace(i) { // "Le voyage du ministre à Rome", hung on the minister
			try(i, r.role(i))
		}
	}
}
