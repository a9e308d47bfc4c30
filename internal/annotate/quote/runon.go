package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// runOn takes in words up to the next comma, conjunction or word of the writer's.
func (r *run) runOn(c *cue, at, end, root int32, s doc.Sentence) int32 {
	phrase := r.tok[c.verb].UPOS == doc.NOUN && r.word[c.verb]&recovered == 0 // "la promesse de X de …"
	for end < s.End && !r.breaks(c, end, s) && !r.leavesNoun(c, end, root, s) {
		if phrase && r.finite(end) && r.in[end] == doc.None && !r.inRelative(end) {
			break // the verb of the sentence that the noun stands in
		}
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
		if p := r.pieceAt(end + 1); p != nil && r.pieceEnding(end-1) != nil && r.plainPiece(p) {
			return p.end // "avait été « surmené » et « reprenait pied »"
		}
		return r.secondVerb(c, end, root, s)
	}
	if r.explained(at, end, s) {
		return end + 1
	}
	if r.comma(end) && r.in[end] == doc.None {
		return r.afterComma(c, end, root, s)
	}
	return end
}

// plainPiece tells whether no statement has the quotation and no incise follows it.
func (r *run) plainPiece(p *piece) bool {
	if p.settled {
		return false
	}
	for i := p.end; int(i) < len(r.tok) && i < p.end+3; i++ {
		if k := r.cueAt[i]; k != doc.None && r.cues[k].incise {
			return false
		}
	}
	return true
}

// explained tells whether the clause that is reported goes on behind a colon that
// explains it: "notent que la date n'est pas un hasard : elle tombe un dimanche".
func (r *run) explained(at, colon int32, s doc.Sentence) bool {
	if !r.sign(colon, ":") || !r.is(at-1, lang.WordThat) || colon+1 >= s.End || r.pieceAt(colon+1) != nil || !r.clauseAt(colon+1, s) {
		return false
	}
	for i := colon + 1; i < s.End; i++ {
		if k := r.cueAt[i]; k != doc.None && r.cues[k].incise || r.insertEnd(i) > i {
			return false
		}
	}
	return true
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
	if r.likePhrase(c, end+1, s) {
		return end + 2
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

// likePhrase tells whether a second phrase of the same preposition follows and
// nothing more: "la suppression de 240 postes à Vevey et à Orbe".
func (r *run) likePhrase(c *cue, i int32, s doc.Sentence) bool {
	if i >= s.End || r.tok[i].UPOS != doc.ADP {
		return false
	}
	h := r.tok[i].Head
	if h == doc.None || h <= i || h >= s.End || !r.tok[h].Deprel.Is(doc.RelConj) {
		return false
	}
	first := r.tok[h].Head
	if first == doc.None || first <= c.verb || first >= i || r.caseOf(first) == doc.None || r.tok[r.caseOf(first)].Lemma != r.tok[i].Lemma {
		return false
	}
	return r.nounsOnly(h, s)
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
		if (r.tok[i].UPOS == doc.NOUN || r.tok[i].UPOS == doc.PROPN) && r.tok[i].Deprel.Is(doc.RelNsubj) {
			return false // "et son colistier, Ramiro Salas, n'a jamais caché …"
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
func (r *run) afterComma(c *cue, comma, root int32, s doc.Sentence) int32 {
	i := comma + 1
	if i >= s.End || r.leavesNoun(c, i, root, s) || r.insertEnd(i) > i || r.insertEnd(comma) > comma || r.channelAt(i, s) != doc.None {
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
			if r.is(i, lang.WordPurpose) || r.is(i, lang.WordCondition) && r.tok[i].UPOS != doc.PRON {
				break
			}
			return comma
		}
	}
	if r.is(i, lang.WordCondition) && r.tok[i].UPOS != doc.PRON || r.tok[i].UPOS == doc.ADP && r.is(i+1, lang.WordCondition) {
		return i // "…, tant que l'otage ne serait pas libre", "…, à condition que"
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
