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
	if cut := r.firstBreak(c, at, min(end, s.End), root, s); cut < end {
		end = cut
		return r.closePiece(at, end)
	}
	end = r.closePiece(at, end)
	end = r.runOn(c, at, end, s)
	for n := 0; n < 6; n++ {
		next := r.goesOn(c, at, end, root, s)
		if next <= end {
			break
		}
		end = r.runOn(c, at, next, s)
	}
	if end < s.End {
		end = r.joinThat(c, end, s)
	}
	return end
}

// runOn takes in words up to the next comma, conjunction or word of the writer's.
func (r *run) runOn(c *cue, at, end int32, s doc.Sentence) int32 {
	for end < s.End && !r.breaks(c, end, s) {
		if p := r.pieceAt(end); p != nil {
			end = p.end
			continue
		}
		end++
	}
	return r.closePiece(at, end)
}

// goesOn is where the content goes on behind a stop: over an insertion in the
// middle of it, over a comma before a complement or an apposition, over "et"
// before a second verb of the same clause; or end.
func (r *run) goesOn(c *cue, at, end, root int32, s doc.Sentence) int32 {
	if end >= s.End || r.in[c.verb] != doc.None {
		return end
	}
	if e := r.insertEnd(end); e > end {
		if e = r.skipCommas(e, s.End); e < s.End && r.pieceAt(e) != nil {
			return r.pieces[r.in[e]].end
		}
		return end
	}
	if r.tok[end].UPOS == doc.CCONJ {
		return r.secondVerb(c, end, root, s)
	}
	if r.comma(end) && r.in[end] == doc.None {
		return r.afterComma(c, end, s)
	}
	return end
}

// secondVerb is where a second verb of the content's clause ends: "que la
// France était prête à faire face et était prête à …".
func (r *run) secondVerb(c *cue, end, root int32, s doc.Sentence) int32 {
	v := end + 1
	for v < s.End && (r.tok[v].UPOS == doc.ADV || r.tok[v].UPOS == doc.PRON && r.is(v, lang.WordObjectClitic|lang.WordReflexive)) {
		v++
	}
	if n := end + 1; n+1 < s.End && (r.tok[n].UPOS == doc.ADP && r.infinitive(n+1, s) != doc.None || r.infinitive(n, s) != doc.None) {
		return n + 1
	}
	if r.nounsOnly(end+1, s) {
		return end + 2
	}
	if v >= s.End || !r.finite(v) || root == doc.None || r.cueAt[v] != doc.None {
		return end
	}
	main := root
	for k := r.tok[root].Child; k != doc.None; k = r.tok[k].Next {
		if r.finite(k) && (r.tok[k].Deprel.Is(doc.RelAux) || r.tok[k].Deprel.Is(doc.RelCop)) {
			main = k
			break
		}
	}
	own := c.top
	if c.aux != doc.None {
		own = c.aux
	}
	if r.alike(v, main) && !r.alike(v, own) {
		return v + 1
	}
	return end
}

// nounsOnly tells whether a noun phrase and nothing more follows up to the next
// stop: "l'UE et l'ONU".
func (r *run) nounsOnly(i int32, s doc.Sentence) bool {
	if i >= s.End || r.tok[i].UPOS != doc.DET && r.tok[i].UPOS != doc.PROPN && r.tok[i].UPOS != doc.NOUN {
		return false
	}
	for ; i < s.End; i++ {
		if r.in[i] != doc.None {
			continue
		}
		if r.finite(i) || r.cueAt[i] != doc.None || r.tok[i].UPOS == doc.VERB && r.form(i) != doc.VerbFormInf && r.tok[i].Deprel.Base() != doc.RelAcl {
			return false
		}
		if r.comma(i) || r.sign(i, ";") || r.sign(i, ":") || r.tok[i].UPOS == doc.CCONJ {
			return true
		}
	}
	return true
}

func (r *run) alike(a, b int32) bool {
	return r.tok[a].Feats.Get(doc.FeatTense) == r.tok[b].Feats.Get(doc.FeatTense) && r.tok[a].Feats.Get(doc.FeatMood) == r.tok[b].Feats.Get(doc.FeatMood)
}

// afterComma is where a further part of the content behind a comma begins to be
// taken in: a complement or an apposition with no verb of its own.
func (r *run) afterComma(c *cue, comma int32, s doc.Sentence) int32 {
	i := comma + 1
	if i >= s.End || r.insertEnd(i) > i || r.insertEnd(comma) > comma || r.channelAt(i, s) != doc.None {
		return comma
	}
	if r.pieceAt(i) == nil {
		switch r.tok[i].UPOS {
		case doc.ADP:
			if r.is(i, lang.WordGerund|lang.WordCircumstance) {
				return comma
			}
		case doc.DET, doc.NOUN, doc.PROPN, doc.ADJ:
		default:
			if r.is(i, lang.WordPurpose) {
				break
			}
			return comma
		}
	}
	for k := i; k < s.End; k++ {
		if r.in[k] == doc.None && (r.finite(k) || r.cueAt[k] != doc.None && r.shape(&r.cues[r.cueAt[k]]) == gerundShape) {
			return comma
		}
		if r.in[k] == doc.None && (r.comma(k) || r.sign(k, ";") || r.sign(k, ":")) {
			break
		}
	}
	if r.timexAt(i) != doc.None {
		if t := r.d.Timexes[r.timexAt(i)]; t.End < s.End && !r.stop(t.End, s) {
			return comma
		}
	}
	return i
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
		if r.sign(i, ":") && i+1 < s.End && r.pieceAt(i+1) != nil || r.sign(i, ";") {
			return i
		}
		if r.is(i, lang.WordOccasion) && root != doc.None && root < i && r.tok[root].UPOS != doc.VERB && r.tok[root].UPOS != doc.AUX && r.in[i] == doc.None {
			return i
		}
		if r.comma(i) && r.splice(i, end) {
			return i
		}
		if r.sideClause(i, end, s) || r.takesAddressee(c, i, end) {
			return i
		}
		if k := r.cueAt[i]; k != doc.None && i == r.cues[k].first && &r.cues[k] != c {
			o := &r.cues[k]
			if r.outer(o, s) && !o.incise {
				return r.beforeCue(o, at)
			}
			if !o.incise && r.joined(c, o, root) {
				return r.beforeCue(o, at)
			}
		}
	}
	return end
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
	for n := 0; n < 4 && k < end && (r.tok[k].UPOS == doc.ADP || r.tok[k].UPOS == doc.NOUN); n++ {
		k++
	}
	if k >= end || !r.is(k, lang.WordRelative) || r.tok[k].UPOS != doc.PRON {
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
		return sc == finiteShape && c.aux != doc.None && r.is(b, lang.WordCoordinator) && (root == doc.None || !r.participle(root, doc.TensePast) || r.tok[o.verb].Head == c.verb)
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
	case r.insertEnd(i) > i, r.stop(i, s):
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
	return r.is(i, lang.WordOccasion) || r.is(i, lang.WordGerund) && i+1 < s.End && r.cueAt[i+1] != doc.None && r.shape(&r.cues[r.cueAt[i+1]]) == gerundShape || r.channelAt(i, s) != doc.None
}

// joinThat takes in further clauses of the same cue: "que A et que B".
func (r *run) joinThat(c *cue, end int32, s doc.Sentence) int32 {
	for n := 0; n < 4; n++ {
		i := r.skipCommas(end, s.End)
		if i < s.End && r.is(i, lang.WordCoordinator) {
			i++
		} else if i == end {
			return end
		}
		if i+1 >= s.End || !r.is(i, lang.WordThat) || r.tok[i].UPOS != doc.SCONJ || r.in[i] != doc.None {
			return end
		}
		root := r.clauseRoot(i, s)
		e := i + 2
		if root >= i && r.lo[root] > c.verb {
			e = max(e, min(r.hi[root]+1, s.End))
		}
		e = r.firstBreak(c, i, e, root, s)
		for e < s.End && !r.breaks(c, e, s) {
			e++
		}
		if e <= end {
			return end
		}
		end = r.closePiece(i, e)
	}
	return end
}
