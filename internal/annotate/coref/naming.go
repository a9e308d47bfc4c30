package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/names"
	"readout/internal/text"
)

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
			e.Names = addName(e.Names, r.undetermined(m))
			if k.kind == doc.ActorGroup || k.kind == doc.ActorAnonymous {
				e.Names = addName(e.Names, r.plain(m))
			}
			continue
		}
		e.Names = addName(e.Names, r.bare(s))
		if full := r.inBrackets(m, s); full != "" {
			e.Names = addName(e.Names, full)
		}
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

// phraseName is what an unnamed entity is called: the phrase that says most of
// it, without its article if that is definite; "son cabinet" only if nothing
// else stands there.
func (r *run) phraseName(e *doc.Entity, k *cluster) string {
	best, rank := none, -1
	for i, m := range e.Mentions {
		x := &r.d.Mentions[m]
		if i == 64 || x.Kind == doc.Pronoun || x.End-x.First > 14 || len(k.members) > 0 || r.why[m] == "coref.first-person" {
			continue
		}
		score := 2 * int(x.End-x.First)
		switch r.determiner(x.Head) {
		case detPossessive, detDemonstrative:
			score = 0
		case detDefinite:
			score--
		}
		if score > rank {
			best, rank = m, score
		}
	}
	if best == none {
		return r.bare(k.full)
	}
	return r.undetermined(best)
}

// undetermined is a phrase without its definite, demonstrative or possessive
// article ("ministère de l'Intérieur"); a bare noun keeps it ("le maire"). An
// article has a small letter, though it may open a sentence: "des habitants".
func (r *run) undetermined(m int32) string {
	x := &r.d.Mentions[m]
	s := r.core(m)
	if x.End < x.First+2 || r.d.Tokens[x.First].UPOS != doc.DET || r.d.Tokens[x.First].Span.Start != s.Start {
		return r.bare(s)
	}
	switch r.determiner(x.Head) {
	case detDefinite, detDemonstrative, detPossessive:
		if next := r.d.Tokens[x.First+1].Span.Start; next < s.End && x.End > x.First+2 {
			s.Start = next
			return r.bare(s)
		}
	}
	w := r.bare(s)
	if c := w[:min(1, len(w))]; c >= "A" && c <= "Z" {
		return strings.ToLower(c) + w[1:]
	}
	return w
}

// core is a phrase without what stands in brackets and without a time at its
// end: "le président lundi".
func (r *run) core(m int32) text.Span {
	x := &r.d.Mentions[m]
	s := x.Span
	for t := x.Head + 1; t < x.End; t++ {
		k := &r.d.Tokens[t]
		if k.Form == "(" || t > x.First && r.timed[t] {
			if u := r.d.Tokens[t-1].UPOS; u == doc.ADP || u == doc.DET || u == doc.VERB {
				break // "la réunion de lundi", "un homme tué lundi"
			}
			s.End = r.d.Tokens[t-1].Span.End
			break
		}
	}
	return s
}

// plain is the phrase of a group before a participle that tells more of it:
// "grévistes" of "les grévistes massés aux grilles"; "" if it has none.
func (r *run) plain(m int32) string {
	x := &r.d.Mentions[m]
	for t := x.Head + 1; t < x.End; t++ {
		if k := &r.d.Tokens[t]; k.UPOS == doc.VERB && k.Deprel.Is(doc.RelAcl) {
			return r.bare(r.d.SpanOf(x.Head, t))
		}
	}
	return ""
}

// inBrackets is the full name that stands in brackets after an acronym: "l'Ufip
// (Union française des industries pétrolières)".
func (r *run) inBrackets(m int32, name text.Span) string {
	short := r.d.Words(name)
	t := r.tokenFrom(name.End)
	if !names.IsAcronym(short) && len(short) > 6 || int(t)+2 >= len(r.d.Tokens) || r.d.Tokens[t].Form != "(" {
		return ""
	}
	for end := t + 1; int(end) < len(r.d.Tokens) && end < t+20; end++ {
		if r.d.Tokens[end].Form != ")" {
			continue
		}
		full := r.d.Words(r.d.SpanOf(t+1, end))
		capitals, all := names.Initials(full)
		if f := names.Fold(short); end > t+2 && (strings.HasPrefix(all, f) || strings.HasPrefix(f, capitals) && len(capitals) > 1 || len(all) > 1 && all[0] == f[0] && len(all) <= len(f)) {
			return full
		}
		return ""
	}
	return ""
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
	if len(o.words) == 0 {
		return // "service de presse du président" would name the president
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
