package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// objectOf is the head of the direct object behind the verb, or None.
func (r *run) objectOf(c *cue, s doc.Sentence) int32 {
	for _, v := range [2]int32{c.verb, c.last} {
		for k := r.tok[v].Child; k != doc.None; k = r.tok[k].Next {
			if k >= c.end && k != c.subject && r.tok[k].Deprel.Is(doc.RelObj) && r.tok[k].UPOS != doc.VERB && (!r.isTime(k) || r.beyondTime(k)) {
				return k
			}
		}
	}
	return r.nounBehind(c, s)
}

// beyondTime tells whether a time word is the head of more than the expression:
// "annonce une année de crise", not "annonce ce jeudi 9 avril la signature".
func (r *run) beyondTime(i int32) bool {
	k := r.d.Dependent(i, doc.RelNmod)
	return k != doc.None && r.timexAt(k) != r.timexAt(i)
}

// nounBehind is the head of the noun phrase right behind the group, over
// adverbs, time expressions and whoever is told, where the tree has no object.
func (r *run) nounBehind(c *cue, s doc.Sentence) int32 {
	lost := r.word[c.verb]&recovered != 0
	for i, limit := c.end, c.end+14; i < s.End && i < limit; i++ {
		if x := r.timexAt(i); x != doc.None {
			i = max(i, r.d.Timexes[x].End-1)
			limit = max(limit, i+6)
			continue
		}
		if r.everyNoun(i, s) {
			return i + 1
		}
		switch r.tok[i].UPOS {
		case doc.ADV, doc.DET, doc.ADJ, doc.NUM:
			continue
		case doc.ADP:
			if i+1 < s.End && r.tok[i+1].Deprel == doc.RelFixed {
				i++ // "par ailleurs", "en outre"
				continue
			}
			if e := r.mediumEnd(i, s); e > i {
				i = e - 1
				continue
			}
			if h := r.channelAt(i, s); h != doc.None {
				i = r.channelEnd(h, s) // "a annoncé dans un communiqué sa volonté de …"
				limit = max(limit, i+6)
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
			if (r.tok[i].Head == c.verb || lost || !r.hasCase(i) || i > c.end+2) && (!r.tok[i].Deprel.Is(doc.RelNsubj) || lost || c.aux == doc.None && !c.passive && r.shape(c) == participleShape) && i != c.subject {
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

// everyNoun tells whether a determiner stands at token i that the tagger took for
// a pronoun or an adverb, and a noun that it took for a verb behind it: "dément
// toute remise", "refuse tout moratoire".
func (r *run) everyNoun(i int32, s doc.Sentence) bool {
	if x := r.s.lang.Lexicon; x == nil || i+1 >= s.End || r.tok[i].UPOS != doc.PRON && r.tok[i].UPOS != doc.ADV || r.tok[i+1].UPOS != doc.VERB || !r.is(i, lang.WordEvery) {
		return false
	}
	e, ok := r.s.lang.Lexicon.Lookup(r.tok[i+1].Norm)
	return !ok || e.UPOS().Has(doc.NOUN)
}

// channelEnd is the last token of a channel's phrase: before a noun phrase that
// no preposition ties to it, as in "dans un article publié lundi [la fin] de …".
func (r *run) channelEnd(h int32, s doc.Sentence) int32 {
	last := min(r.hi[h], h+14, s.End-1)
	for k := h + 2; k <= last; k++ {
		if r.tok[k].UPOS != doc.DET {
			continue
		}
		switch r.tok[k-1].UPOS {
		case doc.NOUN, doc.PROPN, doc.ADJ, doc.ADV, doc.NUM, doc.X:
			return k - 1
		case doc.PUNCT:
			if r.comma(k-1) && r.timexAt(k) == doc.None {
				return k - 1
			}
		}
	}
	return last
}

// takes tells whether the preposition alone may introduce the content: "à", not
// the first word of "à propos de".
func takes(e *lang.QuoteCue, prep string) bool {
	for _, p := range e.Preps {
		if len(p) == 1 && p[0] == prep {
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
	for at+2 < h && r.tok[at].UPOS == doc.ADP && r.tok[at+1].Deprel == doc.RelFixed {
		at += 2 // "en outre"
	}
	if at >= h {
		if at = h; h > c.end && r.everyNoun(h-1, s) {
			at--
		}
	}
	st.Rule, st.nominal, st.root = r.s.rules.object, true, h
	if c.entry.Has(lang.FrameObj) || c.entry.Has(lang.FrameObjText) && r.isText(c.subject, s) {
		r.fillContent(c, st, at, s)
		r.withoutTold(c, st, h)
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
	case "promise", "agree", "refuse", "warn", "deny", "ask":
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
	r.ownContent(c, st, first)
	return true
}

// ownContent is the noun of a cue of several words with what depends on it: "a
// donné [son accord de principe pour une mise à disposition]".
func (r *run) ownContent(c *cue, st *statement, first int32) {
	own := *c
	own.end, own.entry = first, &lang.QuoteCue{}
	st.content = []stretch{{first, c.last + 1}}
	if s := r.sentence(c.verb); r.tok[c.last].UPOS == doc.NOUN {
		st.content = r.cutInserts(stretch{first, r.contentEnd(&own, first, c.last, s)}, doc.None)
		r.withoutTold(c, st, c.last)
	}
	if len(st.content) == 0 {
		st.content = []stretch{{first, c.last + 1}}
	}
}

// isText tells whether the noun is a text, a law or a poll.
func (r *run) isText(h int32, s doc.Sentence) bool {
	n := r.nounAt(h, s.End)
	return n != nil && (n.Class == lang.NounText || n.Class == lang.NounLaw || n.Class == lang.NounRelease)
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
	if n == nil || n.Class != lang.NounWord && n.Class != lang.NounAttack && n.Class != lang.NounIdea {
		return false
	}
	if st.Act = n.Act; n.Act == "state" && c.entry.Act == "decline" {
		st.Act = "decline" // "réserve sa réponse"
	} else if a := c.entry.Act; a == "refuse" || a == "deny" {
		st.Act = a // "balaie ces accusations"
	}
	end := r.contentEnd(c, at, h, s)
	if end+1 < s.End && r.sign(end, ":") && r.pieceAt(end+1) == nil && r.mainVerb(end+1, s.End) != doc.None {
		// "a tenu des propos fermes : il n'y aura pas de trêve"
		st.nominal, st.root = false, doc.None
		st.content = r.cutInserts(stretch{end + 1, s.End}, doc.None)
		return len(st.content) > 0
	}
	if p := r.nounComplement(h, n, s); p != doc.None && r.is(p-1, lang.WordThat) {
		at, st.root, st.nominal = p, doc.None, false
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
		if r.takesAddressee(c, i, s.End) {
			for words := splitSpaces(c.entry.To); len(words) > 1; words = words[1:] {
				i++ // "s'est excusé auprès des clients"
			}
			continue
		}
		for _, p := range c.entry.Preps {
			e, ok := r.matches(i, s.End, p)
			if !ok || e >= s.End || r.infinitive(e, s) != doc.None {
				continue
			}
			if c.entry.To == "obj" && len(p) == 1 && r.is(i, lang.WordOf) && c.object == doc.None && c.dative == doc.None && r.objectOf(c, s) == doc.None && !c.passive {
				continue // "assurer X de Y" wants its X
			}
			if p[len(p)-1] == c.entry.To && r.told(c, i) {
				continue
			}
			h := r.tok[e-1].Head
			if m := r.objectOf(c, s); m != doc.None && m < i && r.mention[m] != doc.None && r.d.Mentions[r.mention[m]].End > e && r.is(i, lang.WordOf) && len(p) == 1 && r.capital(e) {
				continue // "remercient les pêcheurs de Vaux"
			}
			if h == doc.None || h < e || h >= s.End {
				h = doc.None
			} else if up := r.tok[h].Head; up != doc.None && up >= c.end && up < i && (r.tok[up].UPOS == doc.NOUN || r.tok[up].UPOS == doc.PROPN) && c.entry.To != "obj" && c.entry.Target != "obj" && r.timexAt(up) == doc.None {
				continue
			}
			if h != doc.None && r.isTime(h) && r.d.Dependent(h, doc.RelNmod) == doc.None {
				continue // but "appelle à une journée de grève"
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
	return c.subject != doc.None && r.mayState(c, c.subject)
}

// mayState tells whether the noun may be the source of the cue: it can speak, or
// the cue is one that nothing but people do.
func (r *run) mayState(c *cue, h int32) bool {
	if r.canSpeak(h) {
		return true
	}
	if e := c.entry; !e.Reflexive && (e.Has(lang.FrameAttr) || len(e.Attr) > 0) && e.Act != "announce" && r.tok[h].UPOS == doc.NOUN && !r.isText(h, r.sentence(h)) && r.timexAt(h) == doc.None {
		return true // who judges is somebody
	}
	switch c.entry.Act {
	case "announce":
		return r.mention[h] != doc.None && c.aux != doc.None
	case "condemn", "accuse", "demand", "deny", "thank", "apologise", "refuse", "ask":
		return r.mention[h] != doc.None
	}
	return false
}
