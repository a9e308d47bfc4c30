package act

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// people are the words that name somebody without a name.
const people = lang.Office | lang.BodyNoun | lang.GroupNoun | lang.SourceNoun | lang.People

// mention is the mention that a token heads, or that its name belongs to.
func (r *run) mention(t int32) int32 {
	for n := 0; n < 3 && t != none; n++ {
		if m := r.at[t]; m != none {
			return m
		}
		k := &r.d.Tokens[t]
		if !k.Deprel.Is(doc.RelFlat) && !k.Deprel.Is(doc.RelAppos) {
			return none
		}
		t = k.Head
	}
	return none
}

// actor tells whether the phrase that a token heads may act: a name, a role, a
// pronoun for one, or a noun that means people.
func (r *run) actor(t int32) bool {
	m := r.mention(t)
	if m == none {
		return r.people(t)
	}
	x := &r.d.Mentions[m]
	switch x.Kind {
	case doc.Named:
		if e := r.entity[m]; e != none && x.Type == doc.Location {
			return r.d.Entities[e].Kind == doc.ActorState
		}
		return x.Type != doc.Location || x.Country != ""
	case doc.Role:
		return !r.thing(t)
	case doc.Pronoun:
		return r.entity[m] != none || r.d.Tokens[t].Feats.Has(doc.FeatPronType, doc.PronTypePrs)
	}
	return x.Unnamed || r.people(t)
}

// people tells whether a noun means persons or a body of them.
func (r *run) people(t int32) bool {
	k := &r.d.Tokens[t]
	if k.UPOS != doc.NOUN && k.UPOS != doc.PROPN && k.UPOS != doc.ADJ {
		return false
	}
	if words := r.w.Words[k.Lemma]; slices.Contains(words, "people") || slices.Contains(words, "bodies") {
		return true
	}
	if r.thing(t) {
		return false
	}
	m := r.s.names.Longest(r.d.Tokens, t, lang.WordHash(k.Norm), people)
	return m.Words > 0
}

// thing tells whether a noun means a deed or a place, though it looks like one of
// persons: "la politique", "la ville".
func (r *run) thing(t int32) bool {
	words := r.w.Words[r.d.Tokens[t].Lemma]
	return slices.Contains(words, "deeds") || slices.Contains(words, "place") && !slices.Contains(words, "bodies")
}

// actorKind: person, body, state.
func (r *run) actorKind(t int32, kind string) bool {
	m := r.mention(t)
	if m == none {
		return kind == "person" && r.people(t) && !r.bodies(t)
	}
	x := &r.d.Mentions[m]
	if kind == "named" {
		return x.Kind == doc.Named && x.Type == doc.Organization
	}
	if x.Kind != doc.Named && r.bodies(t) {
		return kind == "body"
	}
	if x.Kind != doc.Named {
		n := r.s.names.Longest(r.d.Tokens, t, lang.WordHash(r.d.Tokens[t].Norm), people)
		if n.Words > 0 {
			body := n.Of(r.d.Tokens[t:], lang.BodyNoun) != nil
			return kind == "body" && body || kind == "person" && !body
		}
	}
	if e := r.entity[m]; e != none {
		switch r.d.Entities[e].Kind {
		case doc.ActorPerson:
			return kind == "person"
		case doc.ActorBody:
			return kind == "body"
		case doc.ActorState:
			return kind == "state"
		}
	}
	switch x.Type {
	case doc.Person:
		return kind == "person"
	case doc.Organization:
		return kind == "body"
	}
	return kind == "state" && x.Country != "" || kind == "person" && r.people(t)
}

// bodies tells whether a noun means a body or a state.
func (r *run) bodies(t int32) bool {
	return slices.Contains(r.w.Words[r.d.Tokens[t].Lemma], "bodies")
}

// place tells whether a phrase names a place.
func (r *run) place(t int32) bool {
	m := r.mention(t)
	return m != none && r.d.Mentions[m].Kind == doc.Named && r.d.Mentions[m].Type == doc.Location || slices.Contains(r.w.Words[r.d.Tokens[t].Lemma], "place")
}

// isTime tells whether a token begins or lies in a time expression.
func (r *run) isTime(t int32) bool {
	lo, hi := 0, len(r.d.Timexes)
	for lo < hi {
		m := (lo + hi) / 2
		if r.d.Timexes[m].End <= t {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(r.d.Timexes) && r.d.Timexes[lo].First <= t
}

// who are the parties that the phrase headed by a token names, with those
// coordinated with it, and the words that name the first.
func (r *run) who(t int32) party {
	var p party
	if t == none {
		return p
	}
	if k := &r.d.Tokens[t]; k.UPOS == doc.ADJ && r.at[t] == none {
		return r.demonym(t)
	}
	p = r.one(p, t)
	n := 0
	for c := r.d.Tokens[t].Child; c != none && n < 16; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Deprel.Is(doc.RelConj) && r.actor(c) {
			p = r.one(p, c)
			n++
		}
	}
	return p
}

// one adds the phrase of one head.
func (r *run) one(p party, t int32) party {
	m := r.mention(t)
	if m == none {
		if p.span.Empty() && r.d.Tokens[t].UPOS != doc.PRON {
			p.span = r.nounPhrase(t)
		}
		return p
	}
	x := &r.d.Mentions[m]
	if p.span.Empty() && (x.Kind != doc.Pronoun || r.entity[m] != none) {
		p.span = x.Span
	}
	e := r.entity[m]
	if e == none {
		return p
	}
	if ms := r.d.Entities[e].Members; len(ms) > 0 {
		for _, y := range ms {
			p.entities = add(p.entities, y)
		}
		return p
	}
	p.entities = add(p.entities, e)
	return p
}

// demonym is the state that an adjective of a people means: "l'attaque russe".
func (r *run) demonym(t int32) party {
	k := &r.d.Tokens[t]
	m := r.s.names.Longest(r.d.Tokens, t, lang.WordHash(k.Norm), lang.People)
	e := m.Of(r.d.Tokens[t:], lang.People)
	if e == nil {
		return party{}
	}
	p := party{span: k.Span}
	if s, ok := r.states[e.Country]; ok {
		p.entities = []int32{s}
	}
	return p
}

// nounPhrase is a noun with what stands before it.
func (r *run) nounPhrase(t int32) text.Span {
	first := t
	for c := r.d.Tokens[t].Child; c != none && c < t; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if (k.Deprel.Is(doc.RelDet) || k.Deprel.Is(doc.RelAmod) || k.Deprel.Is(doc.RelNummod)) && c < first && t-c < 6 && k.Part != doc.LaterPart {
			first = c
		}
	}
	return r.d.SpanOf(first, t+1)
}

func add(list []int32, x int32) []int32 {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}
