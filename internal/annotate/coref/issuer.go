package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/names"
	"readout/internal/text"
)

// noteHouse remembers the body or unnamed source that spoke last, for "le
// communiqué" and "la même source".
func (r *run) noteHouse(a *doc.Attribution) {
	last := a.By
	if n := len(a.Via); n > 0 {
		last = a.Via[n-1]
	}
	if len(last) == 1 && r.clusters[last[0]].kind != doc.ActorPerson {
		r.house = last[0]
	}
}

// mentionIn is the mention that a source's phrase is about when none is headed
// by its head: the first that bears a name, else the first.
func (r *run) mentionIn(source text.Span) int32 {
	if source.Empty() {
		return none
	}
	first := none
	for t := r.tokenFrom(source.Start); int(t) < len(r.d.Tokens) && r.d.Tokens[t].Span.Start < source.End; t++ {
		m := r.at[t]
		if m == none || r.clusterOf(m) == none || r.pronoun[m].Class == lang.PronounPossessive {
			continue
		}
		if r.hasName(m) && r.d.Mentions[m].Type != doc.Location {
			return m
		}
		if first == none {
			first = m
		}
	}
	return first
}

// issuer is who stands behind a text that speaks: "un communiqué du ministère",
// "le texte" after the ministry was named.
func (r *run) issuer(t int32) int32 {
	lemma := r.d.Tokens[t].Lemma
	isSource := r.w.Is(lemma, "source") && r.isSame(t)
	if !r.w.Is(lemma, "document") && !isSource {
		return none
	}
	for c := range r.children(t) {
		k := &r.d.Tokens[c]
		if !k.Deprel.Is(doc.RelNmod) {
			continue
		}
		if m := r.at[c]; m != none && (r.hasName(m) || r.determiner(c) != detNone) { // not "un communiqué de presse"
			x := r.clusterOf(m)
			if x != none && (r.clusters[x].kind == doc.ActorBody || r.clusters[x].kind == doc.ActorGroup || r.clusters[x].kind == doc.ActorPerson) {
				return x
			}
		}
	}
	if !isSource {
		if c := r.publisher(t); c != none {
			return c
		}
	}
	if isSource || (r.determiner(t) == detDefinite || r.determiner(t) == detDemonstrative) && !r.named(t) {
		return r.house
	}
	if !isSource && r.d.Dependent(t, doc.RelNmod) == none {
		return r.houseOf(r.holder)
	}
	return none
}

// publisher is who gave out a text, as its own sentence tells: its owner ("leurs
// travaux"), the agent of its participle ("un texte diffusé par le club") or the
// subject of the verb that it is the object or means of ("Ubisoft annonce dans
// un communiqué que …" has its own rule; here "X a publié un communiqué qui …").
func (r *run) publisher(t int32) int32 {
	for c := range r.children(t) {
		k := &r.d.Tokens[c]
		switch {
		case k.UPOS == doc.DET && k.Feats.Get(doc.FeatPoss) != 0:
			if m := r.at[c]; m != none {
				return r.acting(m)
			}
		case k.Deprel.Is(doc.RelAcl) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart):
			for a := range r.children(c) {
				if m := r.mentionAt(a); r.d.Tokens[a].Deprel == doc.RelOblAgent && m != none && !r.isMedia(m) {
					return r.acting(m)
				}
			}
		}
	}
	v := r.d.Tokens[t].Head
	if !r.d.Tokens[t].Deprel.Is(doc.RelObj) || v == none || !r.w.Is(r.d.Tokens[v].Lemma, "publish") {
		return none
	}
	for c := range r.children(v) {
		if r.d.Tokens[c].Deprel.Is(doc.RelNsubj) {
			return r.acting(r.mentionAt(c))
		}
	}
	return none
}

// named tells whether a noun has a complement or a name of its own: "l'enquête
// Opinéa" is not that of whoever spoke last.
func (r *run) named(t int32) bool {
	return r.d.Dependent(t, doc.RelNmod) != none || r.d.Dependent(t, doc.RelAppos) != none || r.d.Dependent(t, doc.RelFlat) != none
}

// acting is the entity of a mention if it is one that may speak for itself.
func (r *run) acting(m int32) int32 {
	c := r.clusterOf(m)
	if c == none || r.clusters[c].thing || len(r.clusters[c].members) > 0 {
		return none
	}
	return c
}

// isMedia tells whether a mention is of a newspaper, in which a study is only printed.
func (r *run) isMedia(m int32) bool {
	return r.d.Mentions[m].Office == "media" || r.clusterOf(m) != none && r.clusters[r.clusterOf(m)].office == "media"
}

// houseOf is the house of an office-holder: a communiqué that nobody signs, on
// what a minister did, is that of his ministry.
func (r *run) houseOf(holder int32) int32 {
	if holder == none {
		return none
	}
	o := &r.clusters[holder]
	office, _, _ := strings.Cut(r.d.Words(o.role), " ")
	name := r.houseName(o, r.w.Houses[strings.ToLower(office)].Name)
	if name == "" || o.country == "" {
		return none
	}
	key := "§" + names.Fold(name)
	if c, ok := r.phrases[key]; ok {
		return r.find(c)
	}
	for _, c := range r.recent {
		if k := &r.clusters[c]; k.kind == doc.ActorBody && r.d.Words(k.full) == name {
			return c
		}
	}
	c := r.open(none, "")
	k := &r.clusters[c]
	k.kind, k.settled, k.alias, k.country = doc.ActorBody, true, name, o.country
	r.phrases[key] = c
	return c
}

// holderIn is the first office-holder of a state that a quotation speaks of.
func (r *run) holderIn(q *doc.Quotation) int32 {
	if len(q.Content) == 0 {
		return none
	}
	c := q.Content[0]
	for t := r.tokenFrom(c.Start); int(t) < len(r.d.Tokens) && r.d.Tokens[t].Span.Start < c.End; t++ {
		if m := r.at[t]; m != none && r.d.Mentions[m].Kind != doc.Pronoun {
			if x := r.clusterOf(m); x != none && r.clusters[x].kind == doc.ActorPerson {
				return x
			}
		}
	}
	return none
}

// adhoc makes an entity of a source without a mention; the same words are the same entity.
func (r *run) adhoc(t int32, source text.Span) int32 {
	if source.Empty() {
		source = r.d.Tokens[t].Span
	}
	key := "§" + names.Fold(r.d.Words(source))
	if c, ok := r.phrases[key]; ok {
		return r.find(c)
	}
	c := r.open(none, "")
	k := &r.clusters[c]
	k.full, k.head = source, r.d.Tokens[t].Lemma
	switch {
	case r.d.Tokens[t].Feats.Has(doc.FeatNumber, doc.NumberPlur):
		k.kind, k.plural = doc.ActorGroup, true
	case r.d.Tokens[t].UPOS == doc.PROPN || r.w.Is(k.head, "person"):
		k.kind = doc.ActorPerson
	default:
		k.kind = doc.ActorBody
	}
	r.phrases[key] = c
	return c
}
