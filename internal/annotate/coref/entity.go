package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/names"
	"readout/internal/text"
)

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
		e.Name = r.bare(k.full)
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

// spell lists the names an entity bears in the text, the fullest first; of an
// unnamed one, the phrases that name it.
func (r *run) spell(e *doc.Entity, c int32) {
	k := &r.clusters[c]
	e.Names = append(e.Names, e.Name)
	for i, m := range e.Mentions {
		x := &r.d.Mentions[m]
		if x.Kind == doc.Pronoun || i > 200 && len(e.Names) > 8 {
			continue
		}
		var s text.Span
		switch {
		case r.hasName(m):
			s = r.nameSpan(m)
		case len(k.words) > 0 || len(k.members) > 0:
			continue
		default:
			s = x.Span
		}
		e.Names = addName(e.Names, r.bare(s))
	}
	if k.kind == doc.ActorState && k.country != "" {
		name := r.w.States[k.country].Name
		n := len(e.Names)
		if e.Names = addName(e.Names, name); len(e.Names) == n && name != "" {
			e.Name = name // the text has "Moscou" and "la Russie"
		}
	}
	e.Names = addName(e.Names, k.alias)
	if k.owner != none && len(k.words) == 0 {
		r.ownedNames(e, k)
	}
}

// bare is a phrase without quotation marks around it.
func (r *run) bare(s text.Span) string {
	return strings.Trim(r.d.Words(s), "«»\"“” \u00a0\u202f")
}

// ownedNames gives "son cabinet" the name that it has when its owner is known:
// "ministère algérien de la Mer", "cabinet du président tavrien". The owner's
// own name is left out: the cabinet of Jeanne Aubry is not Jeanne Aubry.
func (r *run) ownedNames(e *doc.Entity, k *cluster) {
	o := &r.clusters[r.find(k.owner)]
	if k.head == "" || o.kind != doc.ActorPerson || o.role.Empty() {
		return
	}
	if h := r.houseName(o, k.head); h != "" {
		e.Names = addName(e.Names, h)
		e.Name = h
		return
	}
	e.Names = addName(e.Names, r.w.Genitive(r.noun(k), r.d.Words(o.role), o.gender == doc.GenderFem))
}

// noun is the phrase that names an unnamed one, from its head on: "service de presse".
func (r *run) noun(k *cluster) string {
	if k.first == none {
		return k.head
	}
	x := &r.d.Mentions[k.first]
	return r.d.Words(text.Span{Start: r.d.Tokens[x.Head].Span.Start, End: max(x.Span.End, r.d.Tokens[x.Head].Span.End)})
}

// peerRole is the role of "son homologue russe": that of the one whose
// counterpart he is, with his own country's adjective. None if the text gives
// him a role of his own, or the office has another word for the other gender.
func (r *run) peerRole(k *cluster) string {
	if k.peer == none || !k.role.Empty() && !r.isPeerWord(k.role) {
		return ""
	}
	o := &r.clusters[r.find(k.peer)]
	own, other := r.w.States[k.country], r.w.States[o.country]
	head, _, _ := strings.Cut(r.d.Words(o.role), " ")
	if o.role.Empty() || own.Masculine == "" || k.gender != o.gender && !r.w.Is(strings.ToLower(head), "epicene") {
		return ""
	}
	mine := own.Masculine
	if k.gender == doc.GenderFem {
		mine = own.Feminine
	}
	role := " " + r.d.Words(o.role) + " "
	for _, adj := range [2]string{other.Masculine, other.Feminine} {
		if at := " " + adj + " "; adj != "" && strings.Contains(role, at) {
			return strings.TrimSpace(strings.Replace(role, at, " "+mine+" ", 1))
		}
	}
	return ""
}

// isPeerWord tells whether a role is only "homologue russe".
func (r *run) isPeerWord(s text.Span) bool {
	word, _, _ := strings.Cut(r.d.Words(s), " ")
	return r.w.Is(strings.ToLower(word), "counterpart")
}

// houseName is the name of the house of an office-holder: "son ministère", of
// the "ministre algérien de la Mer", is the "ministère algérien de la Mer".
func (r *run) houseName(o *cluster, head string) string {
	role := r.d.Words(o.role)
	office, rest, _ := strings.Cut(role, " ")
	house, ok := r.w.Houses[strings.ToLower(office)]
	if !ok || house.Name != head {
		return ""
	}
	rest = " " + rest
	state := r.w.States[o.country]
	for _, adj := range [2]string{state.Feminine, state.Masculine} {
		if adj != "" {
			rest = strings.Replace(rest+" ", " "+adj+" ", " ", 1)
		}
	}
	adj := state.Masculine
	if house.Feminine {
		adj = state.Feminine
	}
	return strings.Join(strings.Fields(house.Name+" "+adj+" "+rest), " ")
}

func addName(list []string, s string) []string {
	if s == "" {
		return list
	}
	for _, t := range list {
		if t == s || len(t) == len(s) && names.Fold(t) == names.Fold(s) {
			return list
		}
	}
	return append(list, s)
}
