package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// subjectOf finds the head token of who says what the cue says, or None.
func (r *run) subjectOf(c *cue) int32 {
	n := r.subject(c)
	if n == doc.None || r.tok[n].UPOS == doc.PRON {
		return n
	}
	// "le consulat et le gouvernement recommandent": the first of the pair heads both.
	if h := r.tok[n].Head; r.tok[n].Deprel.Is(doc.RelConj) && h != doc.None && h < n && n < c.verb && (r.tok[h].UPOS == doc.NOUN || r.tok[h].UPOS == doc.PROPN) && r.plural(c) && !r.plural1(n) {
		return h
	}
	return n
}

// plural tells whether the verb is in the plural.
func (r *run) plural(c *cue) bool {
	v := c.top
	if c.aux != doc.None {
		v = c.aux
	}
	return r.plural1(v)
}

func (r *run) plural1(i int32) bool { return r.tok[i].Feats.Has(doc.FeatNumber, doc.NumberPlur) }

func (r *run) subject(c *cue) int32 {
	if c.clitic != doc.None {
		return c.clitic
	}
	s := r.sentence(c.verb)
	sh := r.shape(c)
	if n := r.invertedSubject(c, s); n != doc.None {
		return n
	}
	if n := r.lostSubject(c, s); n != doc.None {
		return n
	}
	if sh == participleShape && c.aux == doc.None && !c.passive && c.first > s.First && r.is(c.first-1, lang.WordCoordinator) {
		// "a souligné … et mis en garde": who did the first.
		if n := r.sharedSubject(c, s); n != doc.None {
			return n
		}
	}
	if c.passive || sh == participleShape && c.aux == doc.None && r.agent(c.verb) != doc.None {
		return r.agent(c.verb)
	}
	if sh == gerundShape {
		return r.gerundSubject(c, s)
	}
	for _, v := range [4]int32{c.top, c.verb, c.last, c.aux} {
		if v == doc.None {
			continue
		}
		if n := r.ownSubject(v); n != doc.None && r.credible(c, n) {
			return n
		}
	}
	if n := r.neighbour(c, s); n != doc.None && sh == finiteShape {
		return n
	}
	if sh == finiteShape && c.first > s.First && r.is(c.first-1, lang.WordCoordinator) {
		if n := r.sharedSubject(c, s); n != doc.None {
			return n
		}
		if n := r.firstSubject(c, s); n != doc.None {
			return n
		}
	}
	if n := r.climb(c.top, s); n != doc.None && !r.isTime(n) && (r.in[n] == doc.None || r.in[n] == r.in[c.verb]) {
		return n
	}
	if sh == finiteShape {
		return r.subjectLeft(c, s)
	}
	return r.lastSpeaker(c, s)
}

// sharedSubject is the subject of the nearest cue before that is built alike,
// or has an auxiliary for a participle to share.
func (r *run) sharedSubject(c *cue, s doc.Sentence) int32 {
	for k := r.cueAt[c.verb] - 1; k >= 0 && r.cues[k].verb >= s.First; k-- {
		if o := &r.cues[k]; (o.aux != doc.None) == (c.aux != doc.None || r.shape(c) == participleShape) && r.shape(o) == finiteShape && r.in[o.verb] == r.in[c.verb] && o.subject != doc.None && !r.inRelative(o.top) {
			return o.subject
		}
	}
	return doc.None
}

// credible tells whether a subject that the tree gives can be one: nothing
// behind a verb that is no incise, no topic before a colon, no noun beyond
// another clause when a name stands right before the verb.
func (r *run) credible(c *cue, n int32) bool {
	switch r.tok[n].UPOS {
	case doc.NOUN, doc.PROPN, doc.PRON, doc.NUM, doc.ADJ, doc.X, doc.SYM, doc.ADV, doc.DET:
	default:
		return false
	}
	if r.isTime(n) || r.tok[n].UPOS == doc.PRON && n > 0 && int(n)+1 < len(r.tok) && r.comma(n-1) && r.comma(n+1) {
		return false // "Les élus ont, eux, gardé le silence"
	}
	if n > c.verb {
		if c.entry.Reflexive && c.entry.Has(lang.FrameAttr) && !r.punct(c.first-1) {
			return false // "Les élus se disent inquiets": a noun to the tree
		}
		return r.tok[n].UPOS != doc.ADJ && n < c.end+8
	}
	clause := false
	for i := n + 1; i < c.first; i++ {
		if r.sign(i, ":") && r.in[i] == doc.None && r.in[n] == r.in[c.verb] {
			return false
		}
		if r.in[i] == r.in[n] && r.is(i, lang.WordRelative) && r.tok[i].UPOS == doc.PRON {
			clause = true
		}
		if clause && r.finite(i) {
			clause = false
		}
	}
	return !clause || r.neighbour(c, r.sentence(c.verb)) == doc.None
}

// neighbour is the head of a mention that ends right before the verb group and
// has no preposition, or None.
func (r *run) neighbour(c *cue, s doc.Sentence) int32 {
	i := c.first - 1
	for i >= s.First && (r.tok[i].UPOS == doc.ADV || r.tok[i].UPOS == doc.PRON && r.is(i, lang.WordObjectClitic|lang.WordReflexive) || r.is(i, lang.WordNegation)) {
		i--
	}
	k := r.mentionEnding(i, s)
	if k == doc.None {
		return doc.None
	}
	m := &r.d.Mentions[k]
	if m.Head < s.First || m.Head > i || r.timexAt(m.Head) != doc.None || m.Kind == doc.Pronoun || r.hasCase(m.Head) || m.First > s.First && r.tok[m.First-1].UPOS == doc.ADP {
		return doc.None
	}
	return m.Head
}

// mentionEnding is the mention that token i ends, by its head, its name or an
// adjective behind its head ("les autorités suédoises"), or None.
func (r *run) mentionEnding(i int32, s doc.Sentence) int32 {
	if len(r.d.MentionAt) != len(r.tok) || i < s.First {
		return doc.None
	}
	for k := i; k >= s.First && k > i-6; k-- {
		m := r.d.MentionAt[k]
		if m != doc.None && (k == i || r.d.Mentions[m].End == i+1) {
			return m
		}
		if u := r.tok[k].UPOS; m != doc.None || u != doc.ADJ && u != doc.NOUN && u != doc.PROPN && u != doc.ADP && u != doc.DET {
			return doc.None
		}
	}
	return doc.None
}

// firstSubject is the subject of the nearest finite verb before the cue, for a
// verb joined to it without one of its own.
func (r *run) firstSubject(c *cue, s doc.Sentence) int32 {
	for i := c.first - 1; i >= s.First; i-- {
		if !r.finite(i) || r.inRelative(i) {
			continue
		}
		v := i
		if d := r.tok[i].Deprel; d.Is(doc.RelAux) || d.Is(doc.RelCop) {
			v = r.tok[i].Head
		}
		if v < 0 || r.tok[v].Deprel.Is(doc.RelAdvcl) || r.tok[v].Deprel.Is(doc.RelCcomp) {
			continue
		}
		if n := r.ownSubject(v); n != doc.None && n < c.first {
			return n
		}
	}
	return doc.None
}

// ownSubject is the subject that depends on the verb itself.
func (r *run) ownSubject(v int32) int32 {
	found := doc.None
	s := r.sentence(v)
	for k := r.tok[v].Child; k != doc.None; k = r.tok[k].Next {
		d := r.tok[k].Deprel
		if d.Is(doc.RelNsubj) || d == doc.RelExplSubj && r.is(k, lang.WordCliticSubject) {
			// "le ministère, lui, affirme": the noun, not the pronoun that takes it up.
			if found == doc.None || r.tok[found].UPOS == doc.PRON && r.tok[k].UPOS != doc.PRON {
				found = k
			} else if k < v && r.tok[k].UPOS != doc.PRON && r.lo[k] > s.First && r.is(r.lo[k]-1, lang.WordThat) {
				found = k // "Le texte, que le maire qualifie de …": both hang on the verb
			}
		}
	}
	return found
}

// climb asks the verbs above for their subject: coordinated verbs, infinitives
// and participles share the one of their clause.
func (r *run) climb(v int32, s doc.Sentence) int32 {
	for n := 0; n < 8 && v != doc.None; n++ {
		up := r.tok[v].Head
		if up == doc.None {
			return doc.None
		}
		switch rel := r.tok[v].Deprel.Base(); rel {
		case doc.RelConj, doc.RelXcomp, doc.RelAdvcl, doc.RelCcomp, doc.RelAux, doc.RelCop, doc.RelParataxis:
			if u := r.tok[up].UPOS; rel == doc.RelCcomp && r.finite(v) {
				return doc.None
			} else if rel == doc.RelParataxis && u != doc.VERB {
				return doc.None
			}
		case doc.RelAcl:
			if r.tok[v].Deprel == doc.RelAclRelcl {
				return doc.None
			}
			if r.form(v) == doc.VerbFormInf {
				// "sa volonté de demander": who has the will.
				v = up
				continue
			}
			return up
		case doc.RelObl, doc.RelObj, doc.RelNmod:
		default:
			return doc.None
		}
		if n := r.ownSubject(up); n != doc.None && n != v {
			return n
		}
		v = up
	}
	return doc.None
}

// gerundSubject is who a participle or gerund speaks for: the noun right before
// it without a comma ("un communiqué affirmant que"), else whoever spoke last
// in the sentence, else the subject of the sentence.
func (r *run) gerundSubject(c *cue, s doc.Sentence) int32 {
	if n := r.ownSubject(c.top); n != doc.None && n < c.top {
		return n
	}
	before := c.first - 1
	if before >= s.First && !r.comma(before) && !r.is(before, lang.WordGerund) && !r.punct(before) {
		if n, m := r.neighbour(c, s), r.mentionEnding(before, s); n != doc.None && m != doc.None && r.d.Mentions[m].First > s.First && r.comma(r.d.Mentions[m].First-1) {
			return n
		}
		if r.tok[c.top].Deprel == doc.RelAcl && !(c.end < s.End && r.sign(c.end, ":")) {
			return r.tok[c.top].Head
		}
		if c.end < s.End && r.sign(c.end, ":") {
			return r.lastSpeaker(c, s) // "… affirmant : « … »": the comma is missing
		}
		if before > s.First+1 && r.tok[before-1].UPOS == doc.DET && r.comma(before-2) {
			return before
		}
		// "Lecornu réaffirmant le soutien": a name right after the comma and right before the participle.
		if h := r.headBefore(c.first, s); h != doc.None {
			return h
		}
	}
	if r.is(c.first-1, lang.WordGerund) {
		if n := r.climb(c.top, s); n != doc.None {
			if r.tok[n].UPOS == doc.PRON && r.is(n, lang.WordRelative) && r.hasComma(n, c.first) {
				if m := r.firstSubject(c, s); m != doc.None {
					return m // "Mme X, qui …, a quitté la salle en dénonçant"
				}
			}
			return n
		}
	}
	if n := r.lastSpeaker(c, s); n != doc.None {
		return n
	}
	return r.climb(c.top, s)
}

// headBefore is the head of the noun phrase that ends right before token i.
func (r *run) headBefore(i int32, s doc.Sentence) int32 {
	h := i - 1
	for n := 0; n < 12 && h >= s.First; n++ {
		up := r.tok[h].Head
		if up == doc.None || up >= i || r.tok[up].UPOS != doc.NOUN && r.tok[up].UPOS != doc.PROPN && r.tok[up].UPOS != doc.PRON {
			break
		}
		h = up
	}
	switch r.tok[h].UPOS {
	case doc.NOUN, doc.PROPN, doc.PRON:
		return h
	}
	return doc.None
}

// lastSpeaker is the source of the nearest cue before this one in the sentence
// that is not inside a quotation of somebody else.
func (r *run) lastSpeaker(c *cue, s doc.Sentence) int32 {
	me := r.cueAt[c.verb]
	for k := me - 1; k >= 0; k-- {
		o := &r.cues[k]
		if o.verb < s.First {
			break
		}
		if r.in[o.verb] != r.in[c.verb] && r.in[o.verb] != doc.None || o.subject == doc.None && !o.done && o.entry == nil {
			continue
		}
		if r.shape(o) == participleShape || r.tok[o.top].Deprel == doc.RelAclRelcl || r.tok[o.top].Deprel == doc.RelCcomp {
			continue
		}
		if o.subject != doc.None && o.subject < c.verb {
			return o.subject
		}
	}
	// The subject of the sentence's first finite verb.
	for i := s.First; i < c.first; i++ {
		if r.finite(i) && !r.tok[i].Deprel.Is(doc.RelAcl) {
			v := i
			if r.tok[v].Deprel.Is(doc.RelAux) || r.tok[v].Deprel.Is(doc.RelCop) {
				v = r.tok[v].Head
			}
			if v == doc.None || v < 0 {
				continue
			}
			if n := r.ownSubject(v); n != doc.None && n < c.first {
				return n
			}
		}
	}
	return doc.None
}

// subjectLeft looks for the nearest noun to the left that can be a subject,
// where the tree gives none.
func (r *run) subjectLeft(c *cue, s doc.Sentence) int32 {
	for i := c.first - 1; i >= s.First && c.first-i < 30; i-- {
		t := &r.tok[i]
		if r.in[i] != r.in[c.verb] {
			continue
		}
		switch t.UPOS {
		case doc.NOUN, doc.PROPN, doc.PRON, doc.SYM:
			if r.is(i, lang.WordObjectClitic|lang.WordReflexive) {
				continue
			}
			h := r.headBefore(i+1, s)
			if h != doc.None && r.isTime(h) {
				continue
			}
			if h == doc.None || r.hasCase(h) {
				if h != doc.None && r.lo[h] > s.First {
					i = r.lo[h]
				}
				continue
			}
			return h
		case doc.VERB:
			if r.finite(i) {
				return doc.None
			}
		}
	}
	return doc.None
}
