package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// addressee is the head of who is told, or None: a pronoun before the verb, its
// object or the phrase behind the preposition that the table names, who sits
// before the speaker ("devant la presse"), who a letter goes to.
func (r *run) addressee(c *cue, st *statement, s doc.Sentence) int32 {
	if c.dative != doc.None && c.entry.To != "" {
		return c.dative
	}
	if c.clitic != doc.None && r.is(c.clitic, lang.WordNobody) {
		return doc.None // "précise-t-on à la préfecture": that is who says it
	}
	to := c.entry.To
	if to == "obj" {
		if h, settled := r.toldObject(c, st, s); settled {
			return h
		}
		to = r.q.Dative
	}
	if h := r.toldBehind(c, st, s, splitSpaces(to)); h != doc.None {
		return h
	}
	if h := r.toldBefore(c, st, s); h != doc.None {
		return h
	}
	if h := r.toldByVerb(c, st, s); h != doc.None {
		return h
	}
	return r.toldByLetter(c, st, s)
}

// toldObject is the object that is told: "exhorte les deux camps à …"; of a
// passive its subject: "sommé par ses amis de …". The second value is false when
// who is told may still stand behind a preposition.
func (r *run) toldObject(c *cue, st *statement, s doc.Sentence) (int32, bool) {
	if c.passive || r.shape(c) == participleShape && c.aux == doc.None && r.agent(c.verb) != doc.None {
		return r.toldSubject(c), true
	}
	if c.incise && c.subject >= c.end {
		return c.object, true // "a assuré le préfet de l'Isère, Marc Delaunay": all of it is who speaks
	}
	clause := st.Rule == r.s.rules.inf || st.Rule == r.s.rules.that || st.Rule == r.s.rules.whether
	h := r.objectOf(c, s)
	if h != doc.None && h != c.subject && (h < c.phraseFirst || h >= c.phraseEnd) && (r.canSpeak(h) || clause && !st.holds(h) && r.timexAt(h) == doc.None) {
		return h, true
	}
	if c.incise || c.object != doc.None || h != doc.None {
		return c.object, true
	}
	return doc.None, false
}

// toldSubject is who a passive is said to: its subject, or the noun or the
// subject of the clause that a participle hangs on.
func (r *run) toldSubject(c *cue) int32 {
	n := r.ownSubject(c.verb)
	for v, k := c.verb, 0; n == doc.None && k < 2; k++ {
		h := r.tok[v].Head
		if h == doc.None {
			return doc.None
		}
		if u := r.tok[h].UPOS; u == doc.NOUN || u == doc.PROPN || u == doc.PRON {
			n = h
		} else {
			n, v = r.ownSubject(h), h
		}
	}
	if n == doc.None || !r.canSpeak(n) || r.is(n, lang.WordRelative) {
		return doc.None
	}
	return n
}

// toldBehind looks behind the cue for a preposition of listeners.
func (r *run) toldBehind(c *cue, st *statement, s doc.Sentence, prep []string) int32 {
	for i := c.end; i < s.End && i < c.end+16; i++ {
		if !c.incise && st.nominal && st.holds(i) {
			continue // "a promis une aide aux éleveurs"
		}
		if i >= c.tail && c.incise || !c.incise && st.holds(i) {
			break
		}
		e, ok := i, false
		if len(prep) > 0 {
			e, ok = r.matches(i, s.End, prep)
		}
		facing := false
		if !ok {
			e, facing = r.before(i, s)
		}
		if !ok && !facing || e >= s.End || !facing && (r.tok[i].Deprel == doc.RelFixed || r.tok[i].UPOS != doc.ADP && len(prep) == 1) {
			continue
		}
		if h := r.toldHead(c, e, s); h != doc.None {
			return h
		}
	}
	return doc.None
}

// toldBefore looks at the head of the sentence and behind its commas: "Devant
// les députés, le ministre a confirmé …".
func (r *run) toldBefore(c *cue, st *statement, s doc.Sentence) int32 {
	if r.shape(c) != finiteShape {
		return doc.None
	}
	for i := s.First; i < c.first; i++ {
		if i > r.start(s) && !r.comma(i-1) || st.holds(i) {
			continue
		}
		if e, ok := r.before(i, s); ok && e < c.first {
			if h := r.toldHead(c, e, s); h != doc.None && h < c.first && h != c.subject {
				return h
			}
		}
	}
	return doc.None
}

// toldByVerb is who the verb before a gerund is spoken to: "s'est adressé aux
// élus en disant : …".
func (r *run) toldByVerb(c *cue, st *statement, s doc.Sentence) int32 {
	if r.shape(c) != gerundShape || c.incise {
		return doc.None
	}
	for k := r.cueAt[c.verb] - 1; k >= 0 && r.cues[k].verb >= s.First; k-- {
		o := &r.cues[k]
		if o.entry.To == "" || r.tok[c.top].Head != o.verb && r.tok[c.top].Head != o.top || st.holds(o.verb) {
			continue
		}
		if o.dative != doc.None {
			return o.dative
		}
		if o.entry.To == "obj" {
			return doc.None
		}
		return r.toldBehind(o, st, s, splitSpaces(o.entry.To))
	}
	return doc.None
}

// toldByLetter is who the letter goes to in which it is said: "écrit-il dans une
// lettre au médiateur".
func (r *run) toldByLetter(c *cue, st *statement, s doc.Sentence) int32 {
	dative := splitSpaces(r.q.Dative)
	for i := s.First; i < s.End; i++ {
		if st.holds(i) || r.tok[i].UPOS != doc.ADP {
			continue
		}
		h := r.channelNoun(i, s)
		if h == doc.None {
			continue
		}
		n := r.nounAt(h, s.End)
		if n == nil || n.Class != lang.NounText {
			continue
		}
		for k := h + 1; k < s.End && k < h+8 && !st.holds(k) && !r.comma(k); k++ {
			if e, ok := r.matches(k, s.End, dative); ok && r.tok[k].UPOS == doc.ADP {
				if to := r.tok[e-1].Head; to != doc.None && to >= e && to < s.End && r.canSpeak(to) && r.timexAt(to) == doc.None && to != c.subject {
					return to
				}
			}
		}
	}
	return doc.None
}

// toldInside finds who a pronoun means inside somebody's words: "elle m'a dit de
// partir" in what X says is said to X, and "Y lui a promis" in X's account mostly
// too.
func (r *run) toldInside(st *statement, q *doc.Quotation) {
	if len(q.To) != 1 || !r.is(q.To[0], lang.WordDativeClitic|lang.WordObjectClitic) || len(q.Via) == 0 || st.CueToken == doc.None {
		return
	}
	h := q.To[0]
	o := q.Via[0]
	for k := range q.Via {
		if q.Via[k].Channel == "" {
			o = q.Via[k]
			break
		}
	}
	if o.Channel != "" || o.Speaker == doc.None || o.Speaker == st.Speaker || o.Speaker == h {
		return
	}
	inside := r.in[h] != doc.None || r.spokenAt(st.CueToken)
	first := r.is(h, lang.WordFirst)
	if first != inside || first && r.is(max(st.Speaker, 0), lang.WordFirst) {
		return
	}
	if m := r.mention[o.Speaker]; !first && (m == doc.None || r.d.Mentions[m].Type != doc.Person) {
		return
	}
	if !first && (r.tok[h].Feats.Has(doc.FeatNumber, doc.NumberPlur) || st.Speaker == doc.None || r.tok[st.Speaker].UPOS == doc.PRON) {
		return
	}
	q.To = []int32{o.Speaker}
}

// spokenAt tells whether the token stands in a turn of a dialogue.
func (r *run) spokenAt(i int32) bool {
	for d := int32(0); d <= 6 && r.sentOf[i]-d >= 0; d++ {
		for k := r.first(r.sentOf[i] - d); k != doc.None; k = r.said[k].next {
			if o := &r.said[k]; o.spoken && o.holds(i) {
				return true
			}
		}
	}
	return false
}

// stillTold keeps the listeners of the sentence before for what its speaker goes
// on to say in the next, with a pronoun: "« … », a-t-il dit devant la presse. Il a
// ajouté que …".
func (r *run) stillTold(st *statement, q *doc.Quotation) {
	n := len(r.d.Quotations)
	if n == 0 || len(q.To) > 0 || st.inner || st.cue == doc.None || st.Speaker == doc.None || len(q.Via) > 0 {
		return
	}
	p := &r.d.Quotations[n-1]
	if p.CueToken == doc.None || len(p.To) != 1 || r.tok[p.To[0]].UPOS == doc.PRON || p.Speaker == doc.None {
		return
	}
	ps := r.sentOf[p.CueToken]
	if ps >= st.sentence || st.sentence-ps > 2 || r.d.Sentences[ps].Block != r.d.Sentences[st.sentence].Block || !r.listeners(p.To[0]) {
		return
	}
	if r.tok[st.Speaker].UPOS != doc.PRON || r.is(st.Speaker, lang.WordFirst|lang.WordRelative|lang.WordNobody) || r.shape(&r.cues[st.cue]) != finiteShape {
		return
	}
	q.To = slices.Clone(p.To)
}

// listeners tells whether those told are an audience: behind a preposition of
// listeners.
func (r *run) listeners(h int32) bool {
	s := r.sentence(h)
	for i := h - 1; i >= s.First && i > h-7; i-- {
		if e, ok := r.before(i, s); ok && e <= h {
			return true
		}
	}
	return false
}

// before tells whether a preposition of listeners stands at token i: "devant la
// presse".
func (r *run) before(i int32, s doc.Sentence) (int32, bool) {
	for _, p := range r.q.Phrases[r.tok[i].Norm] {
		if p.Class == lang.PhraseAddressee {
			if e, ok := r.matches(i, s.End, p.Words); ok {
				return e, true
			}
		}
	}
	return i, false
}

// toldHead is the head of who is told behind the preposition that ends before
// token e, or None: a person or body that hangs on the cue, or whose question is
// answered.
func (r *run) toldHead(c *cue, e int32, s doc.Sentence) int32 {
	h := r.tok[e-1].Head
	if h == doc.None || h < e || h >= s.End {
		if h = r.nounFrom(e, s); h == doc.None {
			return doc.None
		}
	}
	if r.timexAt(h) != doc.None {
		return doc.None
	}
	if n := r.nounAt(h, s.End); n != nil {
		for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
			if k > h && r.tok[k].Deprel.Is(doc.RelNmod) && r.mention[k] != doc.None && r.canSpeak(k) {
				return k // "à une question de la radio"
			}
		}
		return doc.None
	}
	if !r.listens(h) {
		return doc.None
	}
	if up := r.tok[h].Head; up != doc.None && up >= c.end && up < h && !r.sameClause(up, c) && r.nounAt(up, s.End) != nil {
		return doc.None // "dans un entretien au Morgenbote"
	}
	if m := r.mention[h]; m != doc.None && r.d.Mentions[m].Type == doc.Location && (c.entry.Act == "state" || c.entry.Act == "announce") {
		return doc.None
	}
	return h
}

// nounFrom is the first noun at or behind token i, over its article, where the
// tree gives the preposition none.
func (r *run) nounFrom(i int32, s doc.Sentence) int32 {
	for k := i; k < s.End && k < i+4; k++ {
		switch r.tok[k].UPOS {
		case doc.NOUN, doc.PROPN:
			return k
		case doc.DET, doc.ADJ, doc.NUM:
		default:
			return doc.None
		}
	}
	return doc.None
}

// listens tells whether the noun may be one who is told: somebody who can speak,
// or a number of them: "une poignée de journalistes".
func (r *run) listens(h int32) bool {
	if r.canSpeak(h) {
		return true
	}
	for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
		if k == h+2 && r.tok[k].Deprel.Is(doc.RelNmod) && r.is(h+1, lang.WordOf) && r.canSpeak(k) && r.tok[k].Feats.Has(doc.FeatNumber, doc.NumberPlur) {
			return true
		}
	}
	return false
}

func (r *run) sameClause(up int32, c *cue) bool { return up == c.verb || up == c.top || up == c.last }

func splitSpaces(s string) []string {
	var out []string
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] != ' ' {
			i++
		}
		out = append(out, s[:i])
		s = s[min(len(s), i+1):]
	}
	return out
}
