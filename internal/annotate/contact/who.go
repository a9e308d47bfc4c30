package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// person adds the entity of one head; both of a pair.
func (r *run) person(out []int32, t int32) []int32 {
	m := r.at[t]
	if p := r.joint(t); p != nil {
		for _, x := range p {
			out = add(out, x)
		}
		return out
	}
	for n := 0; m == none && n < 2; n++ {
		k := &r.d.Tokens[t]
		if !k.Deprel.Is(doc.RelFlat) && !k.Deprel.Is(doc.RelAppos) || k.Head == none {
			return out
		}
		t = k.Head
		m = r.at[t]
	}
	if m == none {
		return out
	}
	e := r.entity[m]
	if k := &r.d.Tokens[t]; e == none && k.UPOS == doc.PRON { // "aucune des deux capitales", "chacun des deux ministres"
		if c := r.d.Dependent(t, doc.RelNmod); c != none && r.role(c) == "of" && r.at[c] != none && r.entity[r.at[c]] != none {
			return r.person(out, c)
		}
	}
	if e == none {
		for _, x := range r.speaker(t) {
			out = add(out, x)
		}
		return out
	}
	if ms := r.d.Entities[e].Members; len(ms) > 0 {
		for _, x := range ms {
			out = add(out, x)
		}
		return out
	}
	if p := r.college(m); p != nil {
		for _, x := range p {
			out = add(out, x)
		}
		return out
	}
	if p := r.both(m); p != nil {
		for _, x := range p {
			out = add(out, x)
		}
		return out
	}
	return add(out, e)
}

// speaker is who a pronoun means that stands in somebody's words and that
// nobody resolved: "j'ai eu X au téléphone", and "lui" in "Le ministre lui avait
// promis son soutien, a affirmé X".
func (r *run) speaker(t int32) []int32 {
	k := &r.d.Tokens[t]
	first, other := false, false
	for _, p := range r.pronouns[k.Norm] {
		first = first || p.Person == 1
		other = other || p.Person == 3 && p.Class == lang.PronounObject
	}
	if !first && !(other && k.Deprel.Is(doc.RelIobj)) {
		return nil
	}
	for i := r.said(); i < len(r.d.Quotations) && i < len(r.d.Attributions) && i < r.quotation+perSentence; i++ {
		q := &r.d.Quotations[i]
		if q.Cue.Start > r.d.Sentences[r.sentence].Span.End {
			return nil
		}
		if by := r.d.Attributions[i].By; len(by) == 1 {
			for _, c := range q.Content {
				if c.Contains(k.Span) {
					return r.spokenFor(by)
				}
			}
		}
	}
	return nil
}

// announcer: "X a annoncé une rencontre avec Y": who says so is the other party,
// if the phrase names its partner and no other.
func (r *run) announcer(e *event, t int32) {
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact; i, n = i-1, n+1 {
		if o := &r.found[i]; len(o.parties) == 2 && holds(o.parties, e.parties) {
			return // a further contact of those told of
		}
	}
	partner := false
	with := func(c int32, role string) { partner = partner || role == "with" }
	r.phrases(t, with)
	if h := r.d.Tokens[t].Head; h != none && r.d.Tokens[t].Deprel.Is(doc.RelNsubj) {
		r.phrases(h, with)
	}
	if !partner {
		return
	}
	at := r.d.Tokens[t].Span
	for i := r.said(); i < len(r.d.Quotations) && i < len(r.d.Attributions) && i < r.quotation+perSentence; i++ {
		q := &r.d.Quotations[i]
		if q.Cue.Start > r.d.Sentences[r.sentence].Span.End {
			return
		}
		by := r.d.Attributions[i].By
		if len(by) != 1 || r.d.Entities[by[0]].Kind == doc.ActorAnonymous || q.Act == "deny" || q.Act == "condemn" || q.Act == "criticise" {
			continue
		}
		for _, c := range q.Content {
			if c.Contains(at) {
				e.parties = add(e.parties, r.spokenFor(by)[0])
				return
			}
		}
	}
}

// spokenFor is whom a spokesman speaks for: "nous sommes en contact avec …",
// said by the spokesman of a firm.
func (r *run) spokenFor(by []int32) []int32 {
	for i, m := range r.d.Entities[by[0]].Mentions {
		h := r.d.Mentions[m].Head
		if i > 8 {
			break
		}
		if r.w.Exclusions[r.d.Tokens[h].Lemma] != "speaks" {
			continue
		}
		for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
			if r.d.Tokens[c].Deprel.Is(doc.RelNmod) && r.role(c) == "of" && r.maySpeak(c) {
				return r.people(nil, c)
			}
		}
	}
	return by
}

// both is the pair that "les deux ministres" means when nothing else says it:
// the parties of the contact last told of, else the pair that the text is about.
func (r *run) both(m int32) []int32 {
	x := &r.d.Mentions[m]
	if x.Kind == doc.Named || x.Number != doc.NumberPlur || !r.counted(x.Head, 2) || r.d.Entities[r.entity[m]].Kind == doc.ActorAnonymous {
		return nil
	}
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact; i, n = i-1, n+1 {
		if p := r.found[i].parties; len(p) == 2 && r.alike(p[0], x) && r.alike(p[1], x) {
			return p
		}
	}
	if p := r.mainPair(); len(p) == 2 && r.alike(p[0], x) && r.alike(p[1], x) {
		return p
	}
	if x.Type == doc.Location {
		return r.states2() // "les deux capitales", where only their ministers were named together
	}
	return nil
}

// counted tells whether a noun is definite and has that number: "les deux hommes".
func (r *run) counted(t int32, n float64) bool {
	if !r.definite(t) {
		return false
	}
	c := r.d.Dependent(t, doc.RelNummod)
	return c != none && r.numbers[r.d.Tokens[c].Norm].Value == n
}

// alike tells whether an entity may be one of those that a plural phrase means:
// a person for "les deux ministres", a state for "les deux pays".
func (r *run) alike(e int32, m *doc.Mention) bool {
	x := &r.d.Entities[e]
	switch m.Type {
	case doc.Person:
		return x.Kind == doc.ActorPerson && (m.Gender != doc.GenderFem || r.genderOf(e) != doc.GenderMasc)
	case doc.Organization:
		return x.Kind == doc.ActorBody
	case doc.Location:
		return x.Kind == doc.ActorState
	}
	return false
}

func (r *run) genderOf(e int32) uint8 {
	for _, m := range r.d.Entities[e].Mentions {
		if g := r.d.Mentions[m].Gender; g != 0 {
			return g
		}
	}
	return 0
}
