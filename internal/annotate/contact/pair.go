package contact

import (
	"strings"

	"readout/internal/doc"
)

// mostPersons bounds how many persons mainPair weighs.
const mostPersons = 12

// mainPair is the two persons that a text about one contact is about: two
// counterparts, else the two named most, if both are and nobody else is as often.
func (r *run) mainPair() []int32 {
	if r.pair != nil {
		return r.pair
	}
	r.pair = []int32{}
	top := r.mostNamed()
	best := 0
	for i, a := range top {
		for _, b := range top[i+1:] {
			if n := r.count(a) + r.count(b); n > best && r.counterparts(a, b) {
				best, r.pair = n, []int32{a, b}
			}
		}
	}
	if best > 0 || len(top) < 2 {
		return r.pair
	}
	if r.d.Entities[top[0]].Country != r.d.Entities[top[1]].Country && (len(top) == 2 || r.count(top[2]) < r.count(top[1])) {
		r.pair = top[:2]
	}
	return r.pair
}

func (r *run) count(e int32) int { return len(r.d.Entities[e].Mentions) }

// mostNamed are the persons with a role named twice or more, the most named first.
func (r *run) mostNamed() []int32 {
	var top []int32
	for i := range r.d.Entities {
		x := &r.d.Entities[i]
		if x.Kind != doc.ActorPerson || len(x.Members) > 0 || len(x.Mentions) < 2 || x.Role == "" || x.Role == x.Name {
			continue
		}
		at := len(top)
		for at > 0 && r.count(top[at-1]) < len(x.Mentions) {
			at--
		}
		if at < mostPersons {
			top = append(top, 0)
			copy(top[at+1:], top[at:])
			top[at] = int32(i)
			top = top[:min(len(top), mostPersons)]
		}
	}
	return top
}

// counterparts tells whether two persons bear the same title in two states.
func (r *run) counterparts(a, b int32) bool {
	x, y := &r.d.Entities[a], &r.d.Entities[b]
	if x.Country != "" && x.Country == y.Country {
		return false
	}
	s, _, _ := strings.Cut(x.Role, " ")
	t, _, _ := strings.Cut(y.Role, " ")
	return strings.EqualFold(s, t)
}

// states2 are the two states that "la commission mixte", "les deux capitales"
// are of: those of the parties of the contact last told of, else of the two
// persons that the text is about; nil if they are no two.
func (r *run) states2() []int32 {
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact; i, n = i-1, n+1 {
		if p := r.statesOfParties(r.found[i].parties); p != nil {
			return p
		}
	}
	return r.statesOfParties(r.mainPair())
}

// statesOfParties are the states of two parties, nil if they are of no two.
func (r *run) statesOfParties(parties []int32) []int32 {
	if len(parties) != 2 {
		return nil
	}
	var out []int32
	for _, p := range parties {
		x := &r.d.Entities[p]
		s, ok := r.states[x.Country]
		switch {
		case x.Kind == doc.ActorState:
			out = add(out, p)
		case ok && x.Country != "":
			out = add(out, s)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// joint are the two states whose "commission mixte" a phrase names.
func (r *run) joint(t int32) []int32 {
	if n, ok := r.w.Nouns[r.d.Tokens[t].Lemma]; !ok || n.Strength != "modified" {
		return nil
	}
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if k := &r.d.Tokens[c]; k.Deprel.Is(doc.RelAmod) && r.w.Modifiers[k.Lemma] != "" {
			return r.states2()
		}
	}
	return nil
}
