package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/names"
	"readout/internal/text"
)

// nameIndex finds the clusters that may bear a name.
type nameIndex struct {
	exact    map[string]int32
	word     map[string][]int32 // any word of a person's or body's name
	sound    map[string][]int32 // sound key of the last word of a person's name
	initials map[string]int32   // initials of a body's name
	bracket  map[string]bool    // initials that stood in brackets after the name
	split    map[string][]string
}

// perWord bounds how many clusters share one entry of the index; later ones
// are not found by that word.
const perWord = 8

// joinNames is the first sieve: all mentions that bear a name. Names of several
// words come first, so that "Lecornu" in a headline finds "Sébastien Lecornu" below.
func (r *run) joinNames() {
	x := &nameIndex{map[string]int32{}, map[string][]int32{}, map[string][]int32{}, map[string]int32{}, map[string]bool{}, map[string][]string{}}
	var short, unions []int32
	var shortWords [][]string
	for _, m := range r.order {
		if !r.hasName(m) {
			continue
		}
		if r.w.Metonyms[r.nameOf(m)].Kind == "union" {
			unions = append(unions, m)
			continue
		}
		if c := r.stateOf(m); c != none {
			continue
		}
		raw := r.d.Words(r.nameSpan(m))
		w, ok := x.split[raw]
		if !ok {
			w = names.Words(raw)
			if len(w) > 1 && names.IsAcronym(raw) && strings.IndexByte(raw, '.') > 0 {
				w = []string{strings.Join(w, "")} // "l'E.I."
			}
			x.split[raw] = w
		}
		switch {
		case len(w) == 0:
		case len(w) == 1:
			short, shortWords = append(short, m), append(shortWords, w)
		default:
			r.place(x, m, w, r.longName(x, m, w))
		}
	}
	for i, m := range short {
		r.place(x, m, shortWords[i], r.shortName(x, m, shortWords[i][0]))
	}
	for _, m := range unions {
		r.union(x, m)
	}
}

// union joins "Bruxelles" to the Commission or the Union, if the text names one
// of them; else it is what it says.
func (r *run) union(x *nameIndex, m int32) {
	for _, s := range strings.Split(r.w.Metonyms[r.nameOf(m)].Means, ",") {
		full, short, _ := strings.Cut(s, "=")
		for _, name := range [2]string{full, short} {
			if c := x.exact[join(names.Words(name))]; c > 0 && name != "" {
				r.join(m, r.find(c-1), "coref.state")
				r.clusters[r.find(c-1)].alias = full
				return
			}
		}
	}
	if r.stateOf(m) == none {
		w := names.Words(r.nameOf(m))
		r.place(x, m, w, match{none, ""})
	}
}

func (r *run) hasName(m int32) bool {
	return r.d.Mentions[m].Kind == doc.Named || !r.d.Mentions[m].Name.Empty() || !r.trailing(m).Empty()
}

// trailing is the name at the end of a role whose middle nobody knows: "le
// président zorakien Milan Dostrek".
func (r *run) trailing(m int32) text.Span {
	x := &r.d.Mentions[m]
	if x.Kind != doc.Role || x.Type != doc.Person || x.Number == doc.NumberPlur || x.End < x.Head+3 {
		return text.Span{}
	}
	t := x.End
	for t > x.Head+1 && r.d.Tokens[t-1].UPOS == doc.PROPN {
		t--
	}
	if x.End-t < 2 || r.d.Tokens[t].Deprel.Is(doc.RelConj) || r.d.Tokens[t-1].UPOS == doc.ADP || r.d.Tokens[t-1].UPOS == doc.DET {
		return text.Span{}
	}
	for i := x.Head + 1; i < t; i++ {
		if o := r.at[i]; o != none && r.d.Mentions[o].End == x.End && !r.d.Mentions[o].Role.Empty() && !r.d.Mentions[o].Name.Empty() {
			return text.Span{} // "le porte-parole du président Milan Dostrek": the name is the president's
		}
	}
	return r.d.SpanOf(t, x.End)
}

// nameOf is the bare name, or the phrase if the mention stage gave none.
func (r *run) nameOf(m int32) string {
	x := &r.d.Mentions[m]
	if !x.Name.Empty() {
		return r.d.Words(x.Name)
	}
	return r.d.Words(x.Span)
}

// stateOf joins a country, its capital and its metonyms: "la Russie", "Moscou".
func (r *run) stateOf(m int32) int32 {
	x := &r.d.Mentions[m]
	name := r.nameOf(m)
	key := ""
	kind := doc.ActorState
	mean, known := r.w.Metonyms[name]
	switch {
	case known && mean.Kind == "place":
		return none
	case known && mean.Country != "" && mean.Kind != "union":
		key = mean.Country + " " + mean.Kind + " " + mean.Means
		if mean.Kind == "state" {
			key = mean.Country
		} else {
			kind = doc.ActorBody
		}
	case x.Country != "" && x.Kind == doc.Named && (x.Type == doc.Location || x.Type == doc.NoType) && x.Role.Empty() && r.w.StateNames[strings.ToLower(name)]:
		key = x.Country
	default:
		return none
	}
	c, ok := r.states[key]
	if ok {
		r.join(m, c, "coref.state")
		return c
	}
	c = r.open(m, "coref.first")
	r.states[key] = c
	k := &r.clusters[c]
	k.kind, k.settled, k.country, k.state = kind, true, x.Country, kind == doc.ActorState
	if known {
		k.country = mean.Country
	}
	k.full, k.words = r.nameSpan(m), names.Words(name)
	r.note(c, m)
	return c
}

// nameSpan is where the bare name stands.
func (r *run) nameSpan(m int32) text.Span {
	x := &r.d.Mentions[m]
	s := x.Name
	if s.Empty() {
		s = r.trailing(m)
	}
	if s.Empty() {
		s = x.Span
	}
	// "la Santé publique d'ici vendredi": a time is no part of a name, but "le Mouvement du 23 mars".
	for t := x.First + 1; t < x.End && x.Type == doc.Organization; t++ {
		if k := &r.d.Tokens[t]; r.timed[t] && k.Span.Start > s.Start && k.Span.Start < s.End {
			for t--; t > x.First && r.d.Tokens[t].UPOS == doc.ADV; t-- {
			}
			if u := r.d.Tokens[t].UPOS; (u == doc.NOUN || u == doc.PROPN || u == doc.ADJ) && r.d.Tokens[t].Span.Start >= s.Start {
				s.End = r.d.Tokens[t].Span.End
			}
			break
		}
	}
	// "L'Agence de la mer et Orionis" taken for one name: the first part.
	for t := x.First + 1; t+1 < x.End; t++ {
		if k := &r.d.Tokens[t]; k.UPOS == doc.CCONJ && k.Span.Start > s.Start && k.Span.End < s.End && r.d.Tokens[t+1].UPOS == doc.PROPN && x.Type == doc.Organization {
			s.End = r.d.Tokens[t-1].Span.End
			break
		}
	}
	return s
}

// place puts a named mention into the cluster found, or a new one, and indexes it.
func (r *run) place(x *nameIndex, m int32, w []string, found match) {
	c := found.cluster
	if c == none {
		c = r.open(m, "coref.first")
		k := &r.clusters[c]
		k.full, k.words = r.nameSpan(m), w
	} else {
		r.join(m, c, found.why)
		if k := &r.clusters[c]; len(w) > len(k.words) && r.d.Mentions[m].Type == doc.Person || len(k.words) == 0 {
			k.full, k.words = r.nameSpan(m), w
		}
	}
	r.note(c, m)
	if key := join(w); x.exact[key] == 0 {
		x.exact[key] = c + 1
		for _, s := range w {
			if len(s) > 2 {
				add(x.word, s, c)
			}
		}
		if last := names.Last(w); len(last) > 3 {
			add(x.sound, names.Key(last), c)
		}
		if r.d.Mentions[m].Type != doc.Person && len(w) > 1 || len(w) > 2 {
			r.indexInitials(x, m, c)
		}
	}
}

// match is a cluster found and the reason.
type match struct {
	cluster int32
	why     string
}

func (r *run) longName(x *nameIndex, m int32, w []string) match {
	if c := x.exact[join(w)]; c > 0 && r.agrees(c-1, m) { // "Mme Le Goff" is not "M. Le Goff"
		return match{r.find(c - 1), "coref.name.same"}
	}
	last := names.Last(w)
	for _, c := range x.word[last] {
		if r.agrees(c, m) && within(w, r.clusters[c].words) && r.kindIs(c, m) {
			return match{r.find(c), "coref.name.part"}
		}
	}
	if r.typeOf(m) == doc.Location {
		return match{none, ""}
	}
	for _, c := range x.word[w[0]] {
		if k := &r.clusters[c]; r.agrees(c, m) && len(k.words) > 1 && r.kindIs(c, m) && (prefix(w, k.words) || prefix(k.words, w)) {
			return match{r.find(c), "coref.name.part"}
		}
	}
	if r.d.Mentions[m].Type == doc.Organization {
		return match{none, ""}
	}
	for _, c := range x.sound[names.Key(last)] {
		if r.agrees(c, m) && spelled(w, r.clusters[c].words) && !r.isComplement(&r.clusters[c], last) {
			return match{r.find(c), "coref.name.spelling"}
		}
	}
	return match{none, ""}
}

// isComplement tells whether a word of a body's name stands behind a preposition
// in it: "le Sangha" is not "Le Matin du Sangha".
func (r *run) isComplement(k *cluster, w string) bool {
	if k.kind != doc.ActorBody || len(k.words) < 2 || k.words[0] == w {
		return false
	}
	for t, n := r.tokenFrom(k.full.Start), 0; int(t) < len(r.d.Tokens) && n < 16 && r.d.Tokens[t].Span.Start < k.full.End; t, n = t+1, n+1 {
		if names.Fold(r.d.Tokens[t].Norm) != w {
			continue
		}
		p := t - 1
		for p > 0 && r.d.Tokens[p].UPOS == doc.DET {
			p--
		}
		return p > 0 && r.d.Tokens[p].UPOS == doc.ADP && r.d.Tokens[p].Span.Start >= k.full.Start
	}
	return false
}

func (r *run) shortName(x *nameIndex, m int32, w string) match {
	if c := x.exact[w]; c > 0 && r.agrees(c-1, m) {
		return match{r.find(c - 1), "coref.name.same"}
	}
	typ := r.typeOf(m)
	if c, ok := x.initials[w]; ok && x.bracket[w] {
		return match{r.find(c), "coref.acronym"}
	}
	if c, ok := x.initials[w]; ok && (typ != doc.Person || len(w) > 2) && names.IsAcronym(r.nameOf(m)) {
		return match{r.find(c), "coref.acronym"}
	}
	// The family name before any other word of a name; the nearest before the rest.
	best, rank := none, 0
	for _, c := range x.word[w] {
		k := &r.clusters[c]
		if !r.agrees(c, m) || !r.kindIs(c, m) || typ == doc.Location || len(k.words) < 2 && rank > 0 || r.isComplement(k, w) {
			continue
		}
		score := 1
		switch {
		case names.Last(k.words) == w && !(k.kind == doc.ActorBody && r.isOwner(k)):
			score = 4
		case k.words[0] == w && typ != doc.Person:
			score = 3
		case len(k.words) > 2 && k.words[0] != w:
			score = 2
		}
		if typ == doc.Organization && score < 3 {
			continue
		}
		if score > rank {
			best, rank = c, score
		}
	}
	if best != none {
		return match{r.find(best), "coref.name.short"}
	}
	if typ == doc.Person || typ == doc.NoType {
		for _, c := range x.sound[names.Key(w)] {
			if k := &r.clusters[c]; r.agrees(c, m) && len(w) > 4 && names.SameWord(w, names.Last(k.words)) && r.kindIs(c, m) && !r.isComplement(k, names.Last(k.words)) {
				return match{r.find(c), "coref.name.spelling"}
			}
		}
	}
	return match{none, ""}
}
