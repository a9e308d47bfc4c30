package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// complements makes the statements of the cues that are no incises: a clause,
// an infinitive, a quotation or a noun phrase behind them.
func (r *run) complements() {
	for k := range r.cues {
		c := &r.cues[k]
		if c.done || c.passive || c.effect == lang.EffectUnsaid || !r.ownsClause(int32(k)) {
			continue
		}
		s := r.sentence(c.verb)
		if c.subject != doc.None && (r.is(c.subject, lang.WordThing) && r.tok[c.subject].UPOS == doc.PRON || r.asks(c, s)) {
			continue
		}
		st := r.newStatement(int32(k), "")
		if !r.byOpening(int32(k), &st, s) && !r.byAttribute(c, &st, s) && !r.byNoun(c, &st, s) && !r.byRelative(c, &st) {
			continue
		}
		if c.effect == lang.EffectDeclined || c.effect == lang.EffectRefused {
			st.Act = "decline"
		}
		c.done = true
		r.add(st)
	}
}

// asks tells whether the cue stands in a question of the writer's: "Que se sont
// dit les deux ministres ?"
func (r *run) asks(c *cue, s doc.Sentence) bool {
	return r.in[c.verb] == doc.None && r.sign(s.End-1, "?") && (c.subject > c.verb || r.tok[s.First].Feats.Has(doc.FeatPronType, doc.PronTypeInt))
}

// ownsClause tells whether the cue can have a content behind it: a past
// participle only when it shares the auxiliary of the verb it is joined to.
func (r *run) ownsClause(k int32) bool {
	c := &r.cues[k]
	if r.shape(c) != participleShape {
		return true
	}
	if r.tok[c.verb].Deprel.Is(doc.RelConj) && c.subject != doc.None && c.subject < c.verb {
		return true
	}
	// "a condamné les frappes et assuré son interlocuteur": the tree may miss it.
	s := r.sentence(c.verb)
	if c.first > s.First && r.is(c.first-1, lang.WordCoordinator) && k > 0 {
		o := &r.cues[k-1]
		return o.verb >= s.First && o.aux != doc.None && o.subject != doc.None
	}
	return r.tok[c.verb].Deprel == doc.RelRoot
}

// byOpening states what a conjunction, an infinitive or a quotation opens.
func (r *run) byOpening(k int32, st *statement, s doc.Sentence) bool {
	o := r.open(k, s)
	c := &r.cues[k]
	rules := &r.s.rules
	switch o.kind {
	case openThat:
		st.Rule = rules.that
	case openWhether:
		st.Rule = rules.whether
		if c.entry.Act == "ask" {
			st.Act = "question"
		}
	case openInf:
		st.Rule = rules.inf
		if o.link == doc.None || c.entry.Has(lang.FrameInf) && len(c.entry.Inf) == 0 {
			break
		}
		if r.tok[o.root].Head != c.verb && r.tok[o.root].Head != c.last && r.tok[o.root].Head != c.top && c.entry.To != "obj" && c.entry.Target != "obj" && r.objectOf(c, s) != doc.None {
			// "a promis le droit de partir": the infinitive belongs to the noun.
			return false
		}
	case openQuote:
		st.Rule = rules.quoted
	case openColon, openColonClause:
		st.Rule = rules.colon
		if h := r.objectOf(c, s); o.kind == openColon && h != doc.None && h < o.at && c.entry.Has(lang.FrameObj|lang.FrameObjWord) && r.byNoun(c, st, s) {
			return true
		}
		if o.kind == openColon && !c.entry.Has(lang.FrameSay|lang.FrameThat) {
			return false
		}
	default:
		return false
	}
	st.root = o.root
	r.fillContent(c, st, o.at, s)
	return len(st.content) > 0
}

// fillContent sets the content from token at on, with a quotation behind a
// colon as a further span.
func (r *run) fillContent(c *cue, st *statement, at int32, s doc.Sentence) {
	end := r.contentEnd(c, at, st.root, s)
	st.content = r.cutInserts(stretch{at, end}, doc.None)
	r.addColon(st, end, s)
}

// addColon adds the quotation that follows a content behind a colon: "a
// précisé que … : « … »".
func (r *run) addColon(st *statement, end int32, s doc.Sentence) {
	if end+1 < s.End && r.sign(end, ":") {
		if p := r.pieceAt(end + 1); p != nil && !p.settled {
			st.content = append(st.content, stretch{p.first, p.end})
		}
	}
}

// objectOf is the head of the direct object behind the verb, or None.
func (r *run) objectOf(c *cue, s doc.Sentence) int32 {
	for _, v := range [2]int32{c.verb, c.last} {
		for k := r.tok[v].Child; k != doc.None; k = r.tok[k].Next {
			if k >= c.end && r.tok[k].Deprel.Is(doc.RelObj) && r.tok[k].UPOS != doc.VERB {
				return k
			}
		}
	}
	// Without a tree to trust: the first noun right behind the group.
	for i := c.end; i < s.End && i < c.end+6; i++ {
		switch r.tok[i].UPOS {
		case doc.ADV, doc.DET, doc.ADJ, doc.NUM:
			continue
		case doc.NOUN, doc.PROPN, doc.PRON:
			if r.timexAt(i) != doc.None {
				continue
			}
			if r.tok[i].Head == c.verb && !r.tok[i].Deprel.Is(doc.RelNsubj) && !r.hasCase(i) && i != c.subject && r.tok[i].UPOS != doc.PRON {
				return i
			}
		case doc.PUNCT:
			if r.pieceAt(i) != nil {
				continue
			}
		}
		return doc.None
	}
	return doc.None
}

// byNoun states a noun phrase: "a condamné l'attaque", "plaide pour un accord".
func (r *run) byNoun(c *cue, st *statement, s doc.Sentence) bool {
	if !r.speaks(c) {
		return false
	}
	e := c.entry
	if h := r.objectOf(c, s); h != doc.None && e.To != "obj" && e.Target != "obj" {
		return r.byObject(c, st, h, s)
	}
	if at, root := r.oblique(c, s); at != doc.None {
		st.Rule, st.nominal, st.root = r.s.rules.oblique, true, root
		r.fillContent(c, st, at, s)
		return len(st.content) > 0
	}
	if h := r.objectOf(c, s); h != doc.None && e.Has(lang.FrameObj) {
		return r.byObject(c, st, h, s)
	}
	return false
}

func (r *run) byObject(c *cue, st *statement, h int32, s doc.Sentence) bool {
	at := max(r.lo[h], c.end)
	for at < h && (r.punct(at) && r.pieceAt(at) == nil || r.tok[at].UPOS == doc.ADV && r.tok[at].Head != h) {
		at++
	}
	if r.timexAt(at) != doc.None && r.timexAt(at) != r.timexAt(h) {
		at = r.d.Timexes[r.timexAt(at)].End
	}
	if at > h {
		at = h
	}
	st.Rule, st.nominal, st.root = r.s.rules.object, true, h
	if c.entry.Has(lang.FrameObj) {
		r.fillContent(c, st, at, s)
		return len(st.content) > 0
	}
	end := r.contentEnd(c, at, h, s)
	if c.entry.Has(lang.FrameObjMarked) && r.marked(at, end) {
		r.fillContent(c, st, at, s)
		return len(st.content) > 0
	}
	if c.entry.Has(lang.FrameObjWord) {
		return r.lightVerb(c, st, at, h, s)
	}
	return false
}

// marked tells whether a quotation opens inside the stretch.
func (r *run) marked(first, end int32) bool {
	for i := first; i < end; i++ {
		if r.pieceAt(i) != nil {
			return true
		}
	}
	return false
}

// lightVerb states the noun of a verb that says nothing itself: "émet des
// réserves", "apporte son soutien à".
func (r *run) lightVerb(c *cue, st *statement, at, h int32, s doc.Sentence) bool {
	n := r.nounAt(h, s.End)
	if n == nil || n.Class == lang.NounText || n.Class == lang.NounLaw {
		return false
	}
	st.Act = n.Act
	if p := r.nounComplement(h, n, s); p != doc.None {
		at, st.root = p, doc.None
	}
	r.fillContent(c, st, at, s)
	return len(st.content) > 0
}

// oblique is the noun phrase behind a preposition that the cue governs: where
// it begins and its head.
func (r *run) oblique(c *cue, s doc.Sentence) (at, root int32) {
	for i := c.end; i < s.End && i < c.end+14; i++ {
		if r.insertEnd(i) > i || r.comma(i) && i > c.end+1 || r.finite(i) {
			break
		}
		if r.tok[i].UPOS != doc.ADP && !r.is(i, lang.WordInfinitive) && r.tok[i].UPOS != doc.ADV {
			continue
		}
		for _, p := range c.entry.Preps {
			e, ok := r.matches(i, s.End, p)
			if !ok || e >= s.End || r.infinitive(e, s) != doc.None {
				continue
			}
			if p[len(p)-1] == c.entry.To && r.told(c, i) {
				continue
			}
			h := r.tok[e-1].Head
			if h == doc.None || h < e || h >= s.End {
				h = doc.None
			} else if up := r.tok[h].Head; up != doc.None && up >= c.end && up < i && (r.tok[up].UPOS == doc.NOUN || r.tok[up].UPOS == doc.PROPN) && c.entry.To != "obj" {
				continue
			}
			if h != doc.None && r.timexAt(h) != doc.None && r.mention[h] == doc.None {
				continue
			}
			return e, h
		}
	}
	return doc.None, doc.None
}

// told tells whether the preposition brings in who is spoken to.
func (r *run) told(c *cue, prep int32) bool {
	h := r.tok[prep].Head
	if h == doc.None || r.mention[h] == doc.None {
		return false
	}
	m := &r.d.Mentions[r.mention[h]]
	return m.Type == doc.Person || m.Kind == doc.Role
}

// speaks tells whether the source of a noun phrase can be taken for one who
// speaks: a bare noun that is no mention does things, but says none.
func (r *run) speaks(c *cue) bool {
	return c.subject != doc.None && r.canSpeak(c.subject)
}
