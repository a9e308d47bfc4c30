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
