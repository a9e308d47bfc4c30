package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// contentEnd is where the content that begins at token at ends. The tree gives
// a first answer (the last word under root); what goes back to the writer is
// cut off; words up to the next comma or conjunction are taken in, for the
// parser ties late complements to the wrong verb more often than writers do.
func (r *run) contentEnd(c *cue, at, root int32, s doc.Sentence) int32 {
	if int(at) >= len(r.tok) {
		return at // a text that stops behind a colon
	}
	if root == doc.None {
		if p := r.pieceAt(at); p != nil {
			root = r.pieceHead(p)
		} else {
			root = at
		}
	}
	end := at + 1
	if root >= at && r.lo[root] > c.verb {
		end = max(end, min(r.hi[root]+1, s.End))
	} else if root >= at {
		end = max(end, root+1)
	}
	if p := r.pieceAt(at); p != nil {
		end = max(end, p.end)
	}
	for end > at+1 && end <= s.End && r.comma(end-1) && r.in[end-1] == doc.None {
		end-- // the tree hangs the comma on the last word
	}
	if e := r.asideEnd(c, at, s); e != doc.None {
		return e // "a rappelé, sans se prononcer sur le fond, que …"
	}
	if cut := r.firstBreak(c, at, min(end, s.End), root, s); cut < end {
		end = cut
		return r.closePiece(at, end)
	}
	end = r.closePiece(at, end)
	end = r.runOn(c, at, end, root, s)
	if r.is(at-1, lang.WordThat) && r.comma(end) && r.in[end] == doc.None && r.insertEnd(end) == end && r.mainVerb(at, end) == doc.None && !r.marked(at, end) {
		end = r.runOn(c, at, end+1, root, s) // "que, le pape étant absent, la messe …": the verb is still to come
	}
	for n := 0; n < 6; n++ {
		next := r.goesOn(c, at, end, root, s)
		if next <= end {
			break
		}
		end = r.runOn(c, at, next, root, s)
	}
	if end < s.End && !(r.nounRoot(root) && r.comma(end) && r.is(end+1, lang.WordThat)) {
		end = r.joinThat(c, end, s)
	}
	return end
}

// asideEnd is the comma that closes an aside in which the cue is an infinitive,
// or None.
func (r *run) asideEnd(c *cue, at int32, s doc.Sentence) int32 {
	if c.link == doc.None || c.link <= s.First || !r.comma(c.link-1) || c.top != c.verb || r.shape(c) != infinitiveShape || !r.is(c.link, lang.WordWithout) {
		return doc.None
	}
	for i := at; i < s.End && i < at+20; i++ {
		if r.comma(i) && r.in[i] == doc.None {
			return i
		}
	}
	return doc.None
}

// pieceHead is the token of a quoted piece that the rest of it hangs on.
func (r *run) pieceHead(p *piece) int32 {
	for i := p.first + 1; i < p.end && i < p.first+60; i++ {
		if h := r.tok[i].Head; !r.punct(i) && (h < p.first || h >= p.end) {
			return i
		}
	}
	return p.end - 1
}

// closePiece moves an end out of a quotation: to its end when the content opened
// it, before its closing mark when the content began inside it.
func (r *run) closePiece(at, end int32) int32 {
	if int(end) >= len(r.tok) || end <= at {
		if end > at && r.in[end-1] != doc.None && r.in[at] == r.in[end-1] && r.pieces[r.in[at]].first < at && r.pieceEnding(end-1) != nil {
			return end - 1
		}
		return end
	}
	p := r.in[end-1]
	if p == doc.None {
		return end
	}
	q := &r.pieces[p]
	if q.first >= at {
		return max(end, q.end)
	}
	if end >= q.end && q.closed {
		return q.end - 1
	}
	return end
}

// firstBreak is the first place in the stretch where the writer takes over
// again, or end.
func (r *run) firstBreak(c *cue, at, end, root int32, s doc.Sentence) int32 {
	for i := at + 1; i < end; i++ {
		if r.in[i] != doc.None && r.in[i] != r.in[c.verb] {
			continue
		}
		if r.sign(i, ":") && i+1 < s.End && (r.pieceAt(i+1) != nil || r.nounRoot(root) && !r.explained(at, i, s) && r.in[i] == doc.None && r.clauseAt(i+1, s)) || r.sign(i, ";") {
			return i
		}
		if r.is(i, lang.WordOccasion) && !r.howLong(i) && root != doc.None && root < i && r.tok[root].UPOS != doc.VERB && r.tok[root].UPOS != doc.AUX && r.in[i] == doc.None {
			return i
		}
		if r.comma(i) && i+1 < end && r.in[i] == doc.None && r.finite(i+1) && i+1 != root && !r.inRelative(i+1) && !r.hasComma(at, i) {
			return i // "…, ajoutant qu'il n'est pas prêt, est un partisan": the writer's main verb
		}
		if r.comma(i) && r.in[i] == doc.None && (r.nounRoot(root) && r.is(i+1, lang.WordThat) || r.opensSentence(c, s) && r.nounClause(i, end)) {
			return i // "la lenteur de l'État, qu'ils accusent de …", "Soupçonné d'avoir triché, le joueur nie"
		}
		if r.otherSubject(i, root, s) {
			return i
		}
		if r.comma(i) && (r.splice(i, end) || r.comments(i, end) || r.nextClause(i, end, root)) {
			return i
		}
		if r.nounRoot(root) && r.sideClause(i, end, s) || r.takesAddressee(c, i, end) || r.leavesNoun(c, i, root, s) {
			return i
		}
		if k := r.cueAt[i]; k != doc.None && i == r.cues[k].first && &r.cues[k] != c {
			o := &r.cues[k]
			if r.outer(o, s) && !o.incise {
				return r.beforeCue(o, at)
			}
			if l := o.link; l > at+1 && r.is(l, lang.WordWithout) && r.comma(l-1) && o.top == o.verb {
				return l - 1 // "favorable à une réforme, sans en préciser les contours"
			}
			if !o.incise && r.joined(c, o, root) {
				return r.beforeCue(o, at)
			}
		}
	}
	return end
}

// comments tells whether a comment on the clause begins behind the comma: "…,
// ce que le pouvoir nie".
func (r *run) comments(i, end int32) bool {
	return i+3 < end && r.in[i] == doc.None && r.is(i+1, lang.WordDemonstrative) && r.is(i+2, lang.WordRelative) && r.tok[i+1].UPOS == doc.PRON
}

// nextClause tells whether another clause with a subject of its own begins behind
// the comma that follows a noun phrase: "revendique 28 400 tonnes, la Norvège ne
// lui en reconnaît que 19 600".
func (r *run) nextClause(i, end, root int32) bool {
	return r.nounRoot(root) && root < i && r.in[i] == doc.None && r.nounClause(i, end)
}

// otherSubject tells whether a conjunction behind an infinitive opens a finite
// clause, which cannot go on with it: "s'est engagé à renégocier la dette et son
// colistier n'a jamais caché …".
func (r *run) otherSubject(i, root int32, s doc.Sentence) bool {
	if r.tok[i].UPOS != doc.CCONJ || root == doc.None || root >= i || r.form(root) != doc.VerbFormInf || r.in[i] != doc.None {
		return false
	}
	v := i + 1
	for v < s.End && (r.tok[v].UPOS == doc.ADV || r.tok[v].UPOS == doc.PRON && r.is(v, lang.WordObjectClitic|lang.WordReflexive)) {
		v++
	}
	if v < s.End && r.finite(v) && r.tok[v].UPOS != doc.NOUN {
		return r.mainVerb(root, i) == doc.None && !r.relativeIn(root, i)
	}
	return r.nounClause(i, s.End) && !r.relativeIn(root, i)
}

// relativeIn tells whether a relative or other clause opens in the stretch.
func (r *run) relativeIn(first, end int32) bool {
	for i := first; i < end; i++ {
		if r.is(i, lang.WordRelative|lang.WordThat|lang.WordSubordinator) {
			return true
		}
	}
	return false
}

// opensSentence tells whether the cue is a participle that opens its sentence.
func (r *run) opensSentence(c *cue, s doc.Sentence) bool {
	return c.first <= r.start(s)+2 && r.shape(c) == participleShape
}

// nounClause tells whether a noun phrase and its finite verb stand behind token i.
func (r *run) nounClause(i, end int32) bool {
	noun := false
	for v := i + 1; v < end && v < i+12; v++ {
		switch u := r.tok[v].UPOS; {
		case r.finite(v) && r.tok[v].UPOS != doc.NOUN:
			return noun && !r.inRelative(v)
		case u == doc.NOUN, u == doc.PROPN, u == doc.PRON && r.tok[v].Deprel.Is(doc.RelNsubj), u == doc.ADJ && r.tok[v].Deprel.Is(doc.RelNsubj):
			noun = true
		case u == doc.SCONJ, u == doc.CCONJ && !noun, r.is(v, lang.WordRelative), r.punct(v), u == doc.ADP && !noun:
			return false
		}
	}
	return false
}

// clauseAt tells whether a clause begins at token i, and no list.
func (r *run) clauseAt(i int32, s doc.Sentence) bool {
	for ; i < s.End && !r.sign(i, "("); i++ {
		if r.finite(i) && r.in[i] == doc.None && !r.inRelative(i) {
			return true
		}
	}
	return false
}

// nounRoot tells whether a noun heads the content.
func (r *run) nounRoot(root int32) bool {
	return root != doc.None && (r.tok[root].UPOS == doc.NOUN || r.tok[root].UPOS == doc.PROPN || r.tok[root].UPOS == doc.NUM)
}

// splice tells whether a clause of its own begins behind the comma: "demandait
// que A couvre la perte, B n'y consentait que …".
func (r *run) splice(i, end int32) bool {
	for v := i + 1; v < end && v < i+25; v++ {
		if r.finite(v) {
			return r.tok[v].Deprel == doc.RelParataxis && r.lo[v] > i
		}
		if r.comma(v) {
			return false
		}
	}
	return false
}

// sideClause tells whether a relative clause behind a comma begins at token i
// and runs to the end of the content: it is the writer's aside as a rule.
func (r *run) sideClause(i, end int32, s doc.Sentence) bool {
	if !r.comma(i) || i+2 >= end {
		return false
	}
	k := i + 1
	for n := 0; n < 4 && k < end && (r.tok[k].UPOS == doc.ADP || r.tok[k].UPOS == doc.NOUN || r.tok[k].UPOS == doc.DET); n++ {
		k++
	}
	if k >= end || !r.is(k, lang.WordRelative) || r.tok[k].UPOS != doc.PRON && (r.tok[k].UPOS != doc.SCONJ || k < i+3) {
		return false
	}
	for v := k + 1; v < end; v++ {
		if r.inRelative(v) && r.tok[v].Head < i {
			return r.hi[v]+2 >= end
		}
	}
	return false
}

// takesAddressee tells whether a preposition of two words or more brings in who
// is told: "a sollicité une audience auprès du président".
func (r *run) takesAddressee(c *cue, i, end int32) bool {
	if r.tok[i].UPOS != doc.ADV && r.tok[i].UPOS != doc.ADP || len(c.entry.To) < 5 {
		return false
	}
	_, ok := r.matches(i, end, splitSpaces(c.entry.To))
	return ok
}

// beforeCue steps back over what leads to a cue: conjunction, comma, "en".
func (r *run) beforeCue(o *cue, at int32) int32 {
	i := o.first
	for i > at+1 && (r.comma(i-1) || r.is(i-1, lang.WordCoordinator|lang.WordGerund) || r.tok[i-1].UPOS == doc.ADV || r.tok[i-1].UPOS == doc.ADP || r.tok[i-1].UPOS == doc.PRON && r.is(i-1, lang.WordObjectClitic)) {
		i--
	}
	return i
}

// joined tells whether a later cue in the content is coordinated with the cue
// itself and not with the verb of its content: "a reconnu que …, mais a suggéré".
func (r *run) joined(c, o *cue, root int32) bool {
	b := o.first - 1
	for b > c.end && (r.tok[b].UPOS == doc.ADV || r.tok[b].UPOS == doc.PRON && r.is(b, lang.WordObjectClitic|lang.WordReflexive)) {
		b--
	}
	if !r.is(b, lang.WordCoordinator) && !r.comma(b) {
		return false
	}
	if n := r.ownSubject(o.top); n != doc.None && n > c.end && n < o.first {
		return false
	}
	if r.tok[o.verb].Deprel == doc.RelAclRelcl {
		return false
	}
	so, sc := r.shape(o), r.shape(c)
	if so == participleShape {
		return sc == finiteShape && c.aux != doc.None && r.is(b, lang.WordCoordinator) && (root == doc.None || !r.participle(root, doc.TensePast) || r.tok[o.verb].Head == c.verb || r.hasPassive(root) && int(o.end) < len(r.tok) && (r.tok[o.end].UPOS == doc.DET || r.tok[o.end].UPOS == doc.PROPN))
	}
	if so != sc || so != finiteShape {
		return so == finiteShape && sc == finiteShape
	}
	if (o.aux == doc.None) != (c.aux == doc.None) {
		return root != doc.None && r.form(root) == doc.VerbFormInf
	}
	if root != doc.None && r.sameTense(o, root) && r.tok[o.verb].Head == root {
		return false
	}
	return true
}

// sameTense tells whether a cue and the verb of a content are built alike.
func (r *run) sameTense(o *cue, root int32) bool {
	if r.form(root) == doc.VerbFormInf {
		return false
	}
	rootAux := r.auxiliary(root, r.sentence(root))
	if (rootAux == doc.None) != (o.aux == doc.None) {
		return false
	}
	a, b := o.top, root
	if rootAux != doc.None {
		a, b = o.aux, rootAux
	}
	return r.tok[a].Feats.Get(doc.FeatTense) == r.tok[b].Feats.Get(doc.FeatTense) && r.tok[a].Feats.Get(doc.FeatMood) == r.tok[b].Feats.Get(doc.FeatMood)
}

// breaks tells whether a content that runs on word by word stops before token i.
func (r *run) breaks(c *cue, i int32, s doc.Sentence) bool {
	t := &r.tok[i]
	switch {
	case r.insertEnd(i) > i, r.stop(i, s), r.takesAddressee(c, i, s.End):
		return true
	case t.UPOS == doc.PUNCT && r.pieceAt(i) == nil, t.UPOS == doc.CCONJ:
		return true
	case r.in[i] != r.in[i-1] && r.in[i] == doc.None && r.in[c.verb] != doc.None:
		return true
	}
	if k := r.cueAt[i]; k != doc.None && &r.cues[k] != c {
		o := &r.cues[k]
		return o.incise || r.outer(o, s)
	}
	return r.is(i, lang.WordOccasion) && !r.howLong(i) || r.is(i, lang.WordGerund) && i+1 < s.End && r.cueAt[i+1] != doc.None && r.shape(&r.cues[r.cueAt[i+1]]) == gerundShape || r.channelAt(i, s) != doc.None
}
