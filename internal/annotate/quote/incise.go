package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// incises finds the cues that stand in or behind what they report: « …, a-t-il
// dit », "…, a indiqué le ministère", "comme le rappelle HRW", and makes the
// rest of the sentence their content. The subject of every other cue is found
// on the way, for participles speak for whoever spoke before them.
func (r *run) incises() {
	for k := range r.cues {
		c := &r.cues[k]
		s := r.sentence(c.verb)
		c.head, c.tail = c.first, c.end
		if !c.done && r.isIncise(c, s) {
			c.incise = true
			r.inciseTail(c, s)
		} else {
			c.subject = r.subjectOf(c)
		}
		if c.subject != doc.None {
			c.phraseFirst, c.phraseEnd = r.phraseOf(c.subject)
			for x := r.timexAt(c.phraseFirst); x != doc.None && c.phraseFirst < c.subject && r.d.Timexes[x].End <= c.subject && r.timexAt(c.subject) == doc.None; x = r.timexAt(c.phraseFirst) {
				c.phraseFirst = r.d.Timexes[x].End // "Le lendemain, l'ordre"
				for c.phraseFirst < c.subject && r.comma(c.phraseFirst) {
					c.phraseFirst++
				}
			}
			if c.subject < c.first && c.phraseEnd > c.first {
				c.phraseEnd = c.first
			}
			if c.incise && c.subject >= c.end {
				c.phraseEnd = r.beforeClause(c.subject+1, c.phraseEnd, s)
			}
			for c.phraseEnd > c.subject+1 && r.comma(c.phraseEnd-1) {
				c.phraseEnd--
			}
		}
	}
	for k := range r.cues {
		c := &r.cues[k]
		if c.incise && !c.done {
			r.stateIncise(int32(k))
		}
	}
}

// isIncise tells whether the cue is parenthetical.
func (r *run) isIncise(c *cue, s doc.Sentence) bool {
	if !c.entry.Has(lang.FrameSay|lang.FrameThat) || r.shape(c) != finiteShape || c.passive || c.negated || c.effect != lang.EffectSaid || c.aux != doc.None && c.aux < c.first {
		return false
	}
	before := c.first - 1
	if c.first <= r.start(s) {
		// The sentence may have been cut behind the quotation.
		if before = s.First - 1; before < 0 || r.d.Sentences[r.sentOf[before]].Block != s.Block {
			return false
		}
		if r.pieceEnding(before) == nil && r.dashTurn(c, s) == doc.None {
			return false
		}
		return c.clitic != doc.None || r.subjectRight(c, s)
	}
	for before >= s.First && r.tok[before].UPOS == doc.PRON && r.is(before, lang.WordObjectClitic) {
		before--
	}
	if c.clitic != doc.None {
		if r.putTo(c, s) {
			return false
		}
		return before >= s.First && (r.in[before] != r.in[c.verb] || r.punct(before) || !r.sign(s.End-1, "?"))
	}
	if before < s.First {
		return false
	}
	if r.is(before, lang.WordAs) {
		c.head = before
		if c.subject = r.nounRight(c, s); c.subject != doc.None {
			return true
		}
		return r.subjectRight(c, s)
	}
	closing := r.in[before] != doc.None && r.pieceEnding(before) != nil || r.endMark(before) // "– Pourquoi si tard ? a demandé le juge."
	if !closing && !r.comma(before) {
		return false
	}
	if !r.subjectRight(c, s) && !r.anySubject(c, before, s) {
		return false
	}
	h := r.tok[c.top].Head
	return closing || r.clauseBefore(c, s) || r.clauseBehind(c, s) || r.tok[c.top].Deprel.Is(doc.RelParataxis) && h != doc.None && h > c.end
}

// putTo tells whether the verb is that of a question put to somebody in quoted
// words: « Comment l'expliquez-vous ? ».
func (r *run) putTo(c *cue, s doc.Sentence) bool {
	if !r.present(c.clitic) || r.in[c.verb] == doc.None || c.first > s.First && r.comma(c.first-1) {
		return false
	}
	for i := c.end; i < s.End && r.in[i] == r.in[c.verb]; i++ {
		if r.endMark(i) || r.sign(i, ".") {
			return r.sign(i, "?")
		}
	}
	return false
}

// endMark tells whether the token ends a sentence, though the program reads on.
func (r *run) endMark(i int32) bool { return r.sign(i, "?") || r.sign(i, "!") || r.sign(i, "…") }

// dashTurn is the dash that opens the paragraph when the sentence of the cue
// comes right behind the words of the turn: "— Jamais ! a répliqué le maire."
func (r *run) dashTurn(c *cue, s doc.Sentence) int32 {
	p := r.sentOf[s.First] - 1
	if p < 0 || !r.endMark(s.First-1) {
		return doc.None
	}
	for n := 0; n < 5 && p > 0 && r.d.Sentences[p-1].Block == s.Block; n++ {
		p--
	}
	f := r.d.Sentences[p].First
	if r.d.Sentences[p].Block != s.Block || !r.comma(f) || r.sign(f, ",") {
		return doc.None
	}
	return f
}

// subjectRight finds the inverted subject of an incise: ", a indiqué mercredi
// le ministère". The tree is asked first; a role or a name right behind the
// group will do.
func (r *run) subjectRight(c *cue, s doc.Sentence) bool {
	n := doc.None
	for _, v := range [2]int32{c.top, c.verb} {
		if o := r.ownSubject(v); o != doc.None {
			n = o
		}
	}
	if n != doc.None && n < c.first {
		// The parser may have given the verb a noun of the clause before; then that clause has a verb of its own.
		if p := r.in[n]; p == doc.None && r.mainVerb(n, c.first) == doc.None || p != doc.None && !r.pieces[p].finite && !r.comma(c.first-1) {
			main := r.mainVerb(s.First, c.head) != doc.None && r.comma(c.first-1)
			if n = r.nounRight(c, s); n == doc.None || !main && !r.closedRight(c, n, s) {
				return false
			}
			c.subject = n
			return true
		}
		n = doc.None
	}
	if n == doc.None || n-c.end > 12 || !r.canSpeak(n) {
		n = r.nounRight(c, s)
	}
	if n == doc.None {
		return false
	}
	c.subject = n
	return true
}

// anySubject takes whatever noun the tree gives as the subject right behind the
// cue when a quotation closes before it: « … », confie une fleuriste.
func (r *run) anySubject(c *cue, before int32, s doc.Sentence) bool {
	if r.comma(before) {
		before--
	}
	n := r.ownSubject(c.top)
	if n == doc.None && !c.entry.Has(lang.FrameObj|lang.FrameObjWord|lang.FrameObjMarked) {
		n = r.objectOf(c, s) // « … ? », s'impatiente un riverain: the verb takes no object
	}
	if before < s.First || r.pieceEnding(before) == nil || n == doc.None || n < c.end || n > c.end+3 || r.isTime(n) {
		return false
	}
	c.subject = n
	return true
}

// nounRight is the head of the first noun phrase behind the group that can
// speak, over adverbs, time expressions and addressees.
func (r *run) nounRight(c *cue, s doc.Sentence) int32 {
	for i := c.end; i < s.End && i < c.end+12; i++ {
		t := &r.tok[i]
		if r.punct(i) && !r.comma(i) || r.finite(i) || r.form(i) == doc.VerbFormInf || t.UPOS == doc.SCONJ || r.pieceAt(i) != nil || t.UPOS == doc.PRON && r.is(i, lang.WordRelative) {
			return doc.None
		}
		if x := r.timexAt(i); x != doc.None {
			i = max(i, r.d.Timexes[x].End-1)
			continue
		}
		if len(r.d.MentionAt) == len(r.tok) && r.d.MentionAt[i] != doc.None && t.UPOS != doc.DET { // "son" of "son porte-parole" does not speak
			m := &r.d.Mentions[r.d.MentionAt[i]]
			if m.First >= c.end && m.First <= i && m.Head >= c.end && m.Head < s.End && r.tok[m.First-1].UPOS != doc.ADP && r.tok[m.First-1].Part == doc.Whole {
				if !r.canSpeak(m.Head) {
					return doc.None
				}
				return m.Head
			}
			if m.End > i && m.First >= c.end {
				i = m.End - 1
				continue
			}
		}
		if t.UPOS != doc.NOUN && t.UPOS != doc.PROPN && t.UPOS != doc.PRON {
			continue
		}
		h := i
		for up := r.tok[h].Head; up != doc.None && up >= c.end && up < i+8 && (r.tok[up].UPOS == doc.NOUN || r.tok[up].UPOS == doc.PROPN); up = r.tok[h].Head {
			h = up
		}
		if r.hasCase(h) {
			_, e := r.phraseOf(h)
			i = max(i, e-1)
			continue
		}
		if !r.canSpeak(h) {
			return doc.None
		}
		return h
	}
	return doc.None
}

// closedRight tells whether the noun phrase right behind the group ends at a
// comma and the clause goes on: "La Libye, a poursuivi le ministre, n'est pas …".
func (r *run) closedRight(c *cue, n int32, s doc.Sentence) bool {
	f, e := r.phraseOf(n)
	if f > c.end+1 || e >= s.End || !r.comma(e) || e+1 >= s.End || !r.comma(c.first-1) {
		return false
	}
	return r.pieceAt(e+1) != nil || r.finite(e+1) || r.is(e+1, lang.WordNegation)
}

// clauseBefore tells whether a whole clause stands to the left of the incise.
func (r *run) clauseBefore(c *cue, s doc.Sentence) bool {
	for i := s.First; i < c.head; i++ {
		if r.finite(i) && !r.tok[i].Deprel.Is(doc.RelAcl) && !r.inRelative(i) {
			return true
		}
	}
	return false
}

// inRelative tells whether the verb (or what it helps) heads a relative clause.
func (r *run) inRelative(i int32) bool {
	for n := 0; n < 3 && i != doc.None; n++ {
		t := &r.tok[i]
		if t.Deprel == doc.RelAclRelcl {
			// Without a relative word the relation is a mistake of the parser's.
			for k := r.lo[i]; k < i; k++ {
				if r.is(k, lang.WordRelative) {
					return true
				}
			}
			return false
		}
		if !t.Deprel.Is(doc.RelAux) && !t.Deprel.Is(doc.RelCop) && !t.Deprel.Is(doc.RelConj) {
			return false
		}
		i = t.Head
	}
	return false
}

// clauseBehind tells whether the clause goes on behind the incise: "La Libye, a
// poursuivi le ministre, n'est pas …".
func (r *run) clauseBehind(c *cue, s doc.Sentence) bool {
	_, e := r.phraseOf(c.subject)
	for i := e; i < s.End && i < e+10; i++ {
		if r.comma(i) && i+1 < s.End {
			return r.pieceAt(i+1) != nil || r.finite(i+1) || r.is(i+1, lang.WordNegation)
		}
	}
	return false
}

// inciseTail finds where an incise ends: behind its subject, with time, place
// and addressee, at the next comma or the end.
func (r *run) inciseTail(c *cue, s doc.Sentence) {
	if c.clitic != doc.None {
		c.subject = c.clitic
	}
	e := c.end
	if c.subject >= e {
		_, e = r.phraseOf(c.subject)
		e = r.beforeClause(c.subject+1, e, s)
	}
	for e < s.End && !r.comma(e) && !r.sign(e, ";") && !r.sign(e, ":") && r.pieceAt(e) == nil && !r.stop(e, s) {
		if r.is(e, lang.WordCoordinator) && e+1 < s.End && r.cueAt[e+1] != doc.None {
			break
		}
		e++
	}
	c.tail = r.tailGoesOn(e, s)
}

// tailGoesOn takes in where and to whom it was said behind a further comma: ", a
// admis la directrice, Odile Castan, sur les ondes de Radio Brenne".
func (r *run) tailGoesOn(e int32, s doc.Sentence) int32 {
	i := e + 1
	if i >= s.End || !r.comma(e) || r.in[e] != doc.None {
		return e
	}
	h, p := r.channelPhrase(i, s)
	if _, facing := r.before(i, s); !facing && (h == doc.None || len(p.Words) < 3) {
		return e
	}
	for k := i; k < s.End && k < i+15; k++ {
		if r.comma(k) || r.stop(k, s) {
			return k
		}
		if r.finite(k) || r.in[k] != doc.None {
			return e
		}
	}
	return e
}

// nobody takes the source of "a-t-on appris de source diplomatique" from the
// phrase behind it.
func (r *run) nobody(c *cue, st *statement) {
	at, _ := slices.BinarySearchFunc(r.phrase, c.end, func(p phrase, i int32) int { return int(p.cueFirst - i) })
	for k := at; k < len(r.phrase) && r.phrase[k].cueFirst < c.tail; k++ {
		p := &r.phrase[k]
		p.done = true
		c.subject, c.phraseFirst, c.phraseEnd = p.head, p.from, p.to
		st.Speaker, st.Source = p.head, r.spanOf(p.from, p.to)
		return
	}
}

// stop tells whether only final punctuation is left.
func (r *run) stop(i int32, s doc.Sentence) bool {
	for ; i < s.End; i++ {
		if !r.punct(i) || r.in[i] != doc.None {
			return false
		}
	}
	return true
}

// stateIncise makes the statement of an incise.
func (r *run) stateIncise(k int32) {
	c := &r.cues[k]
	s := r.sentence(c.verb)
	rule := r.s.rules.incise
	if c.head < c.first && r.is(c.head, lang.WordAs) {
		rule = r.s.rules.as
	}
	st := r.newStatement(k, rule)
	if c.clitic != doc.None && r.is(c.clitic, lang.WordNobody) {
		r.nobody(c, &st)
	}
	left := c.head - 1
	for left >= s.First && r.tok[left].UPOS == doc.PRON && r.is(left, lang.WordObjectClitic) {
		left--
	}
	cut := c.head
	for left >= s.First && r.comma(left) {
		cut = left
		left--
	}
	st.content = r.around(stretch{cut, c.tail}, s)
	if len(st.content) == 0 && c.head <= r.start(s) {
		if f := r.dashTurn(c, s); f != doc.None {
			st.content = []stretch{r.trim(stretch{f + 1, s.First})}
		}
	}
	if len(st.content) == 0 {
		return
	}
	st.relay = true
	st.scope = stretch{st.content[0].first, st.content[len(st.content)-1].end}
	if c.tail < s.End && r.comma(c.tail) && len(st.content) > 1 {
		cut = min(cut, c.head)
	}
	c.done = true
	r.add(st)
	r.inserts = append(r.inserts, insert{stretch{cut, c.tail}, int32(len(r.said) - 1)})
}
