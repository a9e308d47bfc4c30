package quote

import (
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
		if u := r.tok[h].UPOS; u == doc.NOUN || u == doc.PROPN || u == doc.PRON || u == doc.ADJ && r.canSpeak(h) {
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
		if i >= c.tail && c.incise || !c.incise && (st.holds(i) || r.tok[i].UPOS == doc.VERB && r.tok[i].Head == c.verb) {
			break // "ajoutant avoir remis aux enquêteurs « les relevés »"
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
		if o.subject != doc.None && st.Speaker != doc.None && o.subject != st.Speaker {
			continue // "a dit que Paris avait proposé à Brunn de …, ajoutant que"
		}
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
	if n := r.nounAt(h, s.End); n != nil && !r.isNamed(h) {
		for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
			if k > h && r.tok[k].Deprel.Is(doc.RelNmod) && r.mention[k] != doc.None && r.canSpeak(k) && r.asksOf(h, k) {
				return k // "à une question de la radio"
			}
		}
		return doc.None
	}
	if !r.listens(h) {
		return doc.None
	}
	if up := r.tok[h].Head; up != doc.None && up >= c.end && up < h && !r.sameClause(up, c) && (r.nounAt(up, s.End) != nil || c.incise && r.tok[h].Deprel.Is(doc.RelNmod) && r.timexAt(up) == doc.None && up > c.end && r.tok[up].UPOS == doc.NOUN && r.mention[up] == doc.None) {
		return doc.None // "dans un entretien au Morgenbote", "à son arrivée à l'aéroport"
	}
	if m := r.mention[h]; m != doc.None && r.d.Mentions[m].Type == doc.Location && (c.entry.Act == "state" || c.entry.Act == "announce") && (r.tok[h-1].UPOS != doc.DET || r.onTheMap(h)) {
		return doc.None // "a déclaré à Paris", but "a confié au Trégor républicain"
	}
	if c.incise && c.subject != doc.None && c.subject < e && e < c.phraseEnd && c.phraseFirst < e {
		return doc.None // "a déclaré Ada Berg, conseillère à la présidence"
	}
	return h
}

// asksOf tells whether the noun of a question belongs to the other: "une question
// de la radio", but not "une question sur les dons à un ministre".
func (r *run) asksOf(h, k int32) bool {
	for i := h + 1; i < k; i++ {
		if t := &r.tok[i]; t.UPOS == doc.VERB || t.UPOS == doc.ADP && !r.is(i, lang.WordOf) {
			return false
		}
	}
	return k < h+6
}

// isNamed tells whether the noun heads a name: "le Courrier du Havre".
func (r *run) isNamed(h int32) bool {
	m := r.mention[h]
	return m != doc.None && r.d.Mentions[m].Kind == doc.Named
}

// onTheMap tells whether the tables know the name as that of a place.
func (r *run) onTheMap(h int32) bool {
	return r.s.lang.Names.Longest(r.tok, h, lang.WordHash(r.tok[h].Norm), lang.Country|lang.Capital|lang.Place).Words > 0
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
