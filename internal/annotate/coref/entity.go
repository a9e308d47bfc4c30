package coref

import "readout/internal/doc"

// write turns clusters into entities, in order of their first mention, and
// renumbers the attributions.
func (r *run) write() {
	id := make([]int32, len(r.clusters))
	for i := range id {
		id[i] = none
	}
	sizes := r.number(id)
	total := 0
	for _, n := range sizes {
		total += int(n)
	}
	r.d.Entities = make([]doc.Entity, len(sizes))
	mentions, reasons := make([]int32, 0, total), make([]string, 0, total)
	for c := range r.clusters {
		if r.find(int32(c)) != int32(c) || id[c] == none {
			continue
		}
		e := &r.d.Entities[id[c]]
		n, k := len(mentions), int(sizes[id[c]])
		e.Mentions, e.Reasons = mentions[n:n:n+k], reasons[n:n:n+k]
		mentions, reasons = mentions[:n+k], reasons[:n+k]
	}
	for _, m := range r.order {
		if c := r.clusterOf(m); c != none {
			e := &r.d.Entities[id[c]]
			e.Mentions, e.Reasons = append(e.Mentions, m), append(e.Reasons, r.why[m])
		}
	}
	for c := range r.clusters {
		if r.find(int32(c)) == int32(c) && id[c] != none {
			r.fill(&r.d.Entities[id[c]], int32(c), id)
		}
	}
	for i := range r.d.Attributions {
		a := &r.d.Attributions[i]
		a.By, a.To, a.Target = renumber(a.By, id), renumber(a.To, id), renumber(a.Target, id)
		for k := range a.Via {
			a.Via[k] = renumber(a.Via[k], id)
		}
	}
}

// number gives clusters their entity numbers and counts their mentions.
func (r *run) number(id []int32) []int32 {
	var sizes []int32
	take := func(c int32) {
		if c = r.find(c); id[c] == none {
			id[c] = int32(len(sizes))
			sizes = append(sizes, 0)
		}
	}
	for _, m := range r.order {
		if c := r.clusterOf(m); c != none {
			take(c)
			sizes[id[c]]++
		}
	}
	for c := range r.clusters {
		take(int32(c))
	}
	return sizes
}

func renumber(l []int32, id []int32) []int32 {
	out := make([]int32, len(l))
	for i, c := range l {
		out[i] = id[c]
	}
	return out
}

// fill writes what is known of an entity.
func (r *run) fill(e *doc.Entity, c int32, id []int32) {
	k := &r.clusters[c]
	e.Kind, e.Country = k.kind, k.country
	e.Name = r.d.Words(k.full)
	if len(k.words) == 0 {
		e.Name = r.phraseName(e, k)
	}
	if e.Name == "" {
		e.Name = k.alias
	}
	e.Role = r.d.Words(k.role)
	if role := r.peerRole(k); role != "" {
		e.Role = role
	}
	if e.Role == "" && len(k.words) == 0 && k.kind == doc.ActorPerson {
		e.Role = e.Name
	}
	for _, m := range k.members {
		e.Members = append(e.Members, id[r.find(m)])
	}
	r.spell(e, c)
}
