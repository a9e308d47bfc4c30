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
		if r.unsaid(int32(k), s) {
			continue
		}
		st := r.newStatement(int32(k), "")
		if !r.byOpening(int32(k), &st, s) && !r.byAttribute(c, &st, s) && !r.byNoun(c, &st, s) && !r.byRelative(c, &st) && !r.byOwnWords(c, &st) && !r.afterQuotation(c, &st, s) && !r.askedAbout(c, &st, s) {
			continue
		}
		if c.effect == lang.EffectDeclined || c.effect == lang.EffectRefused {
			st.Act = "decline"
		}
		c.done = true
		r.add(st)
	}
}

// unsaid tells whether the cue says nothing where it stands: things do not
// speak, questions are not statements, an infinitive is only a plan, and "we
// demand" inside a quotation is part of it.
func (r *run) unsaid(k int32, s doc.Sentence) bool {
	c := &r.cues[k]
	if n := c.subject; n != doc.None && r.tok[n].UPOS == doc.PRON {
		if r.is(n, lang.WordThing|lang.WordNobody) || r.tok[n].Feats.Has(doc.FeatPronType, doc.PronTypeInt) || r.is(n, lang.WordWhether) && (n == s.First || r.pieceAt(n-1) != nil) || r.in[c.verb] != doc.None && r.is(n, lang.WordFirst) && c.aux == doc.None {
			return true
		}
	}
	if r.asks(c, s) {
		return true
	}
	if r.supposed(c) {
		return true
	}
	sh := r.shape(c)
	if r.in[c.verb] != doc.None && (sh == gerundShape || sh == infinitiveShape) && r.pieces[r.in[c.verb]].finite {
		return true
	}
	return sh == infinitiveShape && (!r.infinitiveStates(c) || c.subject != doc.None && !r.canSpeak(c.subject))
}

// supposed tells whether the cue is the verb of a condition: "s'il souhaite
// déloger le président". One with a clause may be a concession and stands.
func (r *run) supposed(c *cue) bool {
	if !r.tok[c.top].Deprel.Is(doc.RelAdvcl) || c.end < int32(len(r.tok)) && r.is(c.end, lang.WordThat) {
		return false
	}
	for k := r.tok[c.top].Child; k != doc.None && k < c.first; k = r.tok[k].Next {
		if r.tok[k].Deprel.Is(doc.RelMark) && r.is(k, lang.WordWhether) {
			return true
		}
	}
	return false
}

// infinitiveStates tells whether an infinitive reports words that were said:
// with a verb before it that leaves it so, of purpose ("pour réclamer"), behind
// "avant de", or in the perfect ("avoir demandé").
func (r *run) infinitiveStates(c *cue) bool {
	if c.top != c.verb {
		return true
	}
	if c.aux != doc.None {
		k := r.governor(c)
		return k == doc.None || r.cues[k].entry.Act == "state" || r.cues[k].entry.Act == "announce"
	}
	if c.link != doc.None && r.is(c.link, lang.WordPurpose|lang.WordWithout) {
		return r.is(c.link, lang.WordPurpose)
	}
	if c.link > 0 && r.is(c.link-1, lang.WordBefore|lang.WordPurpose) {
		return true
	}
	if k := r.governor(c); k != doc.None {
		return r.cues[k].entry.Has(lang.FrameInf) && c.link == doc.None
	}
	return false
}

// governor is the cue that the infinitive depends on, or None.
func (r *run) governor(c *cue) int32 {
	h := r.tok[c.top].Head
	if h == doc.None || h >= c.first {
		return doc.None
	}
	return r.cueAt[h]
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
	if h := r.tok[c.verb].Head; r.tok[c.verb].Deprel.Is(doc.RelConj) && c.subject != doc.None && c.subject < c.verb {
		return !r.hasPassive(h)
	}
	// "a condamné les frappes et assuré son interlocuteur": the tree may miss it.
	s := r.sentence(c.verb)
	if c.first > s.First && r.is(c.first-1, lang.WordCoordinator) && k > 0 {
		o := &r.cues[k-1]
		return o.verb >= s.First && o.aux != doc.None && o.subject != doc.None
	}
	return r.tok[c.verb].Deprel == doc.RelRoot
}

// hasPassive tells whether the verb has a passive auxiliary.
func (r *run) hasPassive(v int32) bool {
	for k := r.tok[v].Child; k != doc.None && k < v; k = r.tok[k].Next {
		if r.tok[k].Deprel == doc.RelAuxPass {
			return true
		}
	}
	return false
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
		if o.kind == openColonClause && (r.objectOf(c, s) != doc.None || r.inciseAfter(o.at, s)) {
			return false
		}
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
	if o.kind == openQuote && c.entry.Has(lang.FrameAttr) {
		r.addAntecedent(c, st)
	}
	return len(st.content) > 0
}

// inciseAfter tells whether an incise follows in the sentence.
func (r *run) inciseAfter(i int32, s doc.Sentence) bool {
	k := r.firstInsert(i)
	return k < len(r.inserts) && r.inserts[k].first < s.End
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
			if k >= c.end && r.tok[k].Deprel.Is(doc.RelObj) && r.tok[k].UPOS != doc.VERB && (r.timexAt(k) == doc.None || r.mention[k] != doc.None) {
				return k
			}
		}
	}
	return r.nounBehind(c, s)
}

// nounBehind is the head of the noun phrase right behind the group, over
// adverbs, time expressions and whoever is told, where the tree has no object.
func (r *run) nounBehind(c *cue, s doc.Sentence) int32 {
	lost := r.word[c.verb]&recovered != 0
	for i := c.end; i < s.End && i < c.end+14; i++ {
		if x := r.timexAt(i); x != doc.None {
			i = max(i, r.d.Timexes[x].End-1)
			continue
		}
		switch r.tok[i].UPOS {
		case doc.ADV, doc.DET, doc.ADJ, doc.NUM:
			continue
		case doc.ADP:
			if i+1 < s.End && r.tok[i+1].Deprel == doc.RelFixed && r.tok[i+1].UPOS == doc.ADV {
				i++ // "par ailleurs"
				continue
			}
			if h := r.tok[i].Head; r.tok[i].Lemma == c.entry.To && h != doc.None && h > i && h < i+6 {
				_, e := r.phraseOf(h)
				i = max(h, min(e, h+6)-1)
				for i > h && (r.tok[i].Part == doc.FirstPart && r.is(i, lang.WordOf) || i > h+1) {
					i--
				}
				continue
			}
			if r.tok[i].Part == doc.FirstPart && r.is(i, lang.WordOf) && !takes(c.entry, r.tok[i].Lemma) {
				i++
				continue
			}
		case doc.NOUN, doc.PROPN:
			if (r.tok[i].Head == c.verb || lost || !r.hasCase(i) || i > c.end+2) && !r.tok[i].Deprel.Is(doc.RelNsubj) && i != c.subject {
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

// takes tells whether the preposition may introduce the content.
func takes(e *lang.QuoteCue, prep string) bool {
	for _, p := range e.Preps {
		if p[0] == prep {
			return true
		}
	}
	return false
}

// byNoun states a noun phrase: "a condamné l'attaque", "plaide pour un accord".
func (r *run) byNoun(c *cue, st *statement, s doc.Sentence) bool {
	if !r.speaks(c) {
		return false
	}
	e := c.entry
	if h := r.objectOf(c, s); h != doc.None && e.To != "obj" && e.Target != "obj" && r.byObject(c, st, h, s) {
		return true
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
	for k := at; k < h; k++ {
		if x := r.timexAt(k); x != doc.None && r.d.Timexes[x].End <= h && r.tok[r.d.Timexes[x].End].UPOS == doc.DET {
			at = r.d.Timexes[x].End // "a annoncé ce jeudi 9 avril la signature"
		}
	}
	if at > h {
		at = h
	}
	st.Rule, st.nominal, st.root = r.s.rules.object, true, h
	if c.entry.Has(lang.FrameObj) || c.entry.Has(lang.FrameObjText) && r.isText(c.subject, s) {
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

// byOwnWords states the noun of a cue of several words that takes nothing else:
// "a donné son accord".
func (r *run) byOwnWords(c *cue, st *statement) bool {
	switch c.entry.Act {
	case "promise", "agree", "refuse":
	default:
		return false
	}
	if c.last == c.verb || !r.speaks(c) || c.effect != lang.EffectSaid || c.entry.Has(lang.FrameThat) && r.tok[c.last].UPOS != doc.NOUN {
		return false
	}
	first := c.verb + 1
	for first < c.last && (r.tok[first].UPOS == doc.ADV || r.is(first, lang.WordNegator)) && r.tok[c.last].UPOS == doc.NOUN {
		first++
	}
	if u := r.tok[first].UPOS; u != doc.DET && u != doc.NOUN && u != doc.ADV && u != doc.INTJ {
		return false
	}
	st.Rule, st.nominal, st.root = r.s.rules.object, true, c.last
	st.Cue = r.d.SpanOf(c.first, first)
	st.content = []stretch{{first, c.last + 1}}
	return true
}

// askedAbout takes what somebody who declines was asked about: "Interrogé sur
// la réponse russe, son porte-parole n'a pas souhaité commenter".
func (r *run) askedAbout(c *cue, st *statement, s doc.Sentence) bool {
	if c.entry.Negated != "decline" || !c.negated && c.effect == lang.EffectSaid {
		return false
	}
	for k := r.cueAt[c.verb] - 1; k >= 0 && r.cues[k].verb >= s.First; k-- {
		o := &r.cues[k]
		if r.shape(o) != participleShape || o.entry.To != "obj" {
			continue
		}
		if at, root := r.oblique(o, s); at != doc.None && at < c.first {
			st.Rule, st.nominal, st.root = r.s.rules.oblique, true, root
			st.content = []stretch{r.trim(stretch{at, min(r.contentEnd(o, at, root, s), c.phraseFirst)})}
			return !st.content[0].empty()
		}
	}
	return false
}

// afterQuotation states « … », X a dit: the source between the quotation and a
// cue that has nothing behind it.
func (r *run) afterQuotation(c *cue, st *statement, s doc.Sentence) bool {
	if !c.entry.Has(lang.FrameSay) || c.subject == doc.None || c.subject >= c.first || r.shape(c) != finiteShape || c.negated {
		return false
	}
	i := c.phraseFirst - 1
	for i >= 0 && r.comma(i) {
		i--
	}
	if c.phraseEnd < c.first-3 || i < s.First-1 {
		return false
	}
	p := r.pieceEnding(i)
	if p == nil || p.settled {
		return false
	}
	st.Rule = r.s.rules.after
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	return true
}

// isText tells whether the noun is a text, a law or a poll.
func (r *run) isText(h int32, s doc.Sentence) bool {
	n := r.nounAt(h, s.End)
	return n != nil && (n.Class == lang.NounText || n.Class == lang.NounLaw)
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
		if r.insertEnd(i) > i || r.comma(i) && i > c.end+1 || r.finite(i) || r.tok[i].UPOS == doc.CCONJ || r.cueAt[i] != doc.None {
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
			} else if up := r.tok[h].Head; up != doc.None && up >= c.end && up < i && (r.tok[up].UPOS == doc.NOUN || r.tok[up].UPOS == doc.PROPN) && c.entry.To != "obj" && c.entry.Target != "obj" && r.timexAt(up) == doc.None {
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
