package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

func (r *run) isPlace(t int32) bool {
	m := r.at[t]
	return m != none && r.d.Mentions[m].Type == doc.Location && r.d.Mentions[m].Kind == doc.Named
}

// nameOf is the name of a place without what the tree hangs on it: "Kiev" of
// "Kiev, puis mardi à Varsovie".
func nameOf(m *doc.Mention) span {
	if !m.Name.Empty() {
		return m.Name
	}
	return m.Span
}

// placeFrame: the subject goes to a place; its state, or the place, is the host.
func (r *run) placeFrame(e *event, v lang.ContactVerb, who []int32) bool {
	if len(who) == 0 {
		return false
	}
	if e.weak && r.d.Dependent(e.token, doc.RelXcomp) != none {
		return false // "vient d'appeler", "va recevoir"
	}
	e.parties = append(e.parties, who...)
	if v.Frame == "place-object" {
		o := r.object(e.token)
		return o != none && r.host(e, o, who)
	}
	found := false
	if y := r.thereBefore(e.token); y != none && r.host(e, y, who) {
		return true
	}
	r.phrases(e.token, func(c int32, role string) {
		if found || role != "to" && role != "at" {
			return
		}
		if r.isPlace(c) {
			found = r.host(e, c, who)
		} else if b := r.bodyAt(c); role == "to" && !e.weak && b != none && !holds(who, []int32{b}) {
			e.parties = add(e.parties, b)
			found = true
		} else if role == "to" && r.isPerson(c) {
			e.parties = r.people(e.parties, c)
			found = len(e.parties) > len(who)
		}
	})
	return found
}

// bodyAt is the body that a phrase of a place names: "au ministère", "au siège
// du FMI"; none if it names none.
func (r *run) bodyAt(c int32) int32 {
	if _, contact := r.w.Nouns[r.d.Tokens[c].Lemma]; contact {
		return none // "se rend aux réunions du G20": the noun tells the contact
	}
	for n := 0; n < 2; n++ {
		if m := r.at[c]; m != none && r.entity[m] != none {
			if e := r.entity[m]; r.d.Entities[e].Kind == doc.ActorBody && !r.excluded(e) {
				return e
			}
			return none
		}
		next := none
		r.phrases(c, func(p int32, role string) {
			if role == "of" && next == none {
				next = p
			}
		})
		if next == none {
			return none
		}
		c = next
	}
	return none
}

// isTown: a place, or a proper noun that nobody took for a person.
func (r *run) isTown(t int32) bool {
	m := r.at[t]
	return m != none && r.d.Mentions[m].Kind == doc.Named && r.d.Mentions[m].Type != doc.Person && r.d.Tokens[t].UPOS == doc.PROPN
}

func (r *run) isPerson(t int32) bool {
	m := r.at[t]
	return m != none && r.entity[m] != none && r.d.Entities[r.entity[m]].Kind == doc.ActorPerson
}

// host adds the state of a place to the parties, unless the visitors are at home there.
func (r *run) host(e *event, t int32, who []int32) bool {
	m := r.at[t]
	if m == none || r.d.Mentions[m].Kind != doc.Named {
		return false
	}
	x := &r.d.Mentions[m]
	e.place = nameOf(x)
	h := r.entity[m]
	if s, ok := r.states[x.Country]; ok && x.Country != "" {
		h = s
	}
	if h == none {
		return false
	}
	for _, p := range who {
		if p == h || x.Country != "" && r.d.Entities[p].Country == x.Country {
			return false
		}
	}
	if e.weak && x.Country != "" && !r.abroad(who, t) {
		return false
	}
	if x.Country == "" {
		// A town that no table knows is the other party's, if there is one.
		if other := r.otherSide(who); other != none {
			h = other
		} else if e.weak {
			return false
		}
	}
	e.parties = add(e.parties, h)
	return true
}

// abroad tells whether somebody going to a place, which any verb may say,
// leaves home as far as the text tells: he is of another country, or bears an
// office and goes to a state.
func (r *run) abroad(who []int32, t int32) bool {
	for _, p := range who {
		x := &r.d.Entities[p]
		if x.Kind == doc.ActorGroup && len(x.Mentions) > 0 && r.w.Exclusions[r.d.Tokens[r.d.Mentions[x.Mentions[0]].Head].Lemma] == "summons" {
			return false // "Les policiers sont venus deux fois à Paris"
		}
		if x.Country != "" || x.Kind == doc.ActorState {
			return true // host has compared the countries
		}
		for i, m := range x.Mentions {
			if i < 8 && r.d.Mentions[m].Office != "" {
				return r.entity[r.at[t]] != none && r.d.Entities[r.entity[r.at[t]]].Kind == doc.ActorState
			}
		}
	}
	return false
}

// sendFrame: "envoyer une délégation à Rome": who is sent visits; an unnamed
// delegation goes for who sends it.
func (r *run) sendFrame(e *event, sender []int32) bool {
	o := r.object(e.token)
	if o == none {
		return false
	}
	who := r.people(nil, o)
	if len(who) == 0 {
		return false
	}
	if k := r.d.Entities[who[0]].Kind; len(sender) == 1 && (k == doc.ActorBody || k == doc.ActorGroup) && !r.definite(o) && r.d.Mentions[r.at[o]].Kind != doc.Named {
		who = sender
	}
	e.parties = append(e.parties, who...)
	found := false
	try := func(c int32, role string) {
		if !found && (role == "to" || role == "at") && r.isPlace(c) {
			found = r.host(e, c, who)
		}
	}
	r.phrases(e.token, try)
	r.phrases(o, try) // "une délégation à Tromsø"
	return found
}

// thereBefore is the place that "y" means in "s'y rendre": the one named last.
func (r *run) thereBefore(t int32) int32 {
	if !r.there(t) {
		return none
	}
	for i := t - 1; i >= 0 && i > t-60; i-- {
		if r.isPlace(i) && (r.role(i) == "to" || r.role(i) == "at") {
			return i
		}
	}
	return none
}

// otherSide is whom somebody last was in contact with, alone.
func (r *run) otherSide(who []int32) int32 {
	if len(who) != 1 {
		return none
	}
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact; i, n = i-1, n+1 {
		p := r.found[i].parties
		if len(p) != 2 || p[0] != who[0] && p[1] != who[0] {
			continue
		}
		if p[0] == who[0] {
			return p[1]
		}
		return p[0]
	}
	return none
}
