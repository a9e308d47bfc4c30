package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/text"
)

// mostCountries bounds how many one phrase in the plural is taken for.
const mostCountries = 6

// countrySet is "les présidents iranien et irakien", "les gouvernements français,
// belge et suisse": one for each adjective of a people, known or new.
func (r *run) countrySet(m int32, lemma string) int32 {
	x := &r.d.Mentions[m]
	if x.Kind != doc.Role || x.Type != doc.Person && x.Type != doc.Organization {
		return none
	}
	var states [mostCountries]string
	n, last, joined := 0, none, false
	for t := x.Head + 1; t < x.End && n < mostCountries; t++ {
		k := &r.d.Tokens[t]
		if iso := r.w.Demonyms[k.Norm]; iso != "" && !k.Feats.Has(doc.FeatNumber, doc.NumberPlur) {
			states[n], last = iso, t
			n++
			continue
		}
		if k.UPOS == doc.CCONJ {
			joined = true
		} else if k.Form != "," {
			break
		}
	}
	if n < 2 || !joined {
		return none
	}
	rest := text.Span{}
	if last+1 < x.End {
		rest = r.d.SpanOf(last+1, x.End)
	}
	var members []int32
	for _, iso := range states[:n] {
		c := r.holderOf(m, lemma, iso)
		if c == none {
			c = r.openHolder(m, lemma, iso, rest)
		}
		members = union(members, []int32{c})
	}
	if len(members) < 2 {
		return none
	}
	return r.setOf(m, members)
}

// holderOf is the person or body of a state that the noun of a set means.
func (r *run) holderOf(m int32, lemma, iso string) int32 {
	x := &r.d.Mentions[m]
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if k.country != iso || k.plural || len(k.members) > 0 || k.kind != kindOf(x.Type) {
			continue
		}
		if office := r.office(m); x.Type == doc.Person && office != "" && k.office != "" && r.mayTake(office, k.office) || x.Type == doc.Organization && r.hasWord(c, lemma) {
			return c
		}
	}
	return none
}

// openHolder makes a new entity of one of a set: "président iranien".
func (r *run) openHolder(m int32, lemma, iso string, rest text.Span) int32 {
	x, state := &r.d.Mentions[m], r.w.States[iso]
	adj := state.Masculine
	if x.Gender == doc.GenderFem {
		adj = state.Feminine
	}
	name := strings.TrimSpace(lemma + " " + adj + " " + r.d.Words(rest))
	if c, ok := r.phrases["§"+name]; ok {
		return r.find(c)
	}
	c := r.open(none, "")
	k := &r.clusters[c]
	k.kind, k.settled, k.alias, k.country, k.head, k.office = kindOf(x.Type), true, name, iso, lemma, r.office(m)
	k.gender = x.Gender
	k.sentence, k.last = r.sentence, x.Head
	r.phrases["§"+name] = c
	if len(r.recent) < window {
		r.recent = append(r.recent, c)
	}
	return c
}

// setOf is the entity that stands for several.
func (r *run) setOf(m int32, members []int32) int32 {
	if len(members) == 2 {
		return r.set(m, members[0], members[1])
	}
	c := r.open(none, "")
	k := &r.clusters[c]
	k.kind, k.settled, k.plural, k.members, k.full = doc.ActorGroup, true, true, members, r.d.Mentions[m].Span
	return c
}
