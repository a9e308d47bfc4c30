package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// unsaid tells whether the cue says nothing where it stands: things do not
// speak, questions are not statements, an infinitive is only a plan, and "we
// demand" inside a quotation is part of it.
func (r *run) unsaid(k int32, s doc.Sentence) bool {
	c := &r.cues[k]
	if n := c.subject; n != doc.None && r.tok[n].UPOS == doc.PRON {
		someone := c.end < s.End && r.tok[r.behindBut(s)].UPOS == doc.ADP && (c.entry.Act == "state" && r.is(c.end, lang.WordThat) || n == c.first-1 && r.comma(n-1)) || // "Dans son entourage, on assure que"
			r.toldMe(c, n)
		if r.is(n, lang.WordThing) || r.is(n, lang.WordNobody) && !someone || r.tok[n].Feats.Has(doc.FeatPronType, doc.PronTypeInt) || r.is(n, lang.WordWhether) && (n == s.First || r.pieceAt(n-1) != nil) || r.in[c.verb] != doc.None && r.is(n, lang.WordFirst) && c.aux == doc.None {
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

// behindBut is where the sentence begins behind a conjunction: "Mais à Paris, on souligne …".
func (r *run) behindBut(s doc.Sentence) int32 {
	i := r.start(s)
	for i+1 < s.End && i < s.First+3 && (r.tok[i].UPOS == doc.CCONJ || r.comma(i)) {
		i++
	}
	return i
}

// toldMe tells whether somebody who is not named says something to somebody who
// is: "on lui a conseillé de patienter".
func (r *run) toldMe(c *cue, n int32) bool {
	if c.entry.To == "" || !r.is(n, lang.WordNobody) || n > c.verb || c.negated {
		return false
	}
	for i := n + 1; i < c.verb; i++ {
		if r.is(i, lang.WordDativeClitic) && r.tok[i].UPOS == doc.PRON {
			return true
		}
	}
	return false
}

// supposed tells whether the cue is the verb of a condition: "s'il souhaite
// déloger le président". One with a clause may be a concession and stands.
func (r *run) supposed(c *cue) bool {
	if !r.tok[c.top].Deprel.Is(doc.RelAdvcl) || c.end < int32(len(r.tok)) && r.is(c.end, lang.WordThat) {
		return false
	}
	for k := r.tok[c.top].Child; k != doc.None && k < c.first; k = r.tok[k].Next {
		if r.tok[k].Deprel.Is(doc.RelMark) && r.is(k, lang.WordIf) && (k == 0 || !r.is(k-1, lang.WordEven)) {
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
		return true // "sans donner de motif": said not to be said
	}
	if c.link > 0 && r.is(c.link-1, lang.WordBefore|lang.WordPurpose) {
		return true
	}
	if r.narrative(c) {
		return true
	}
	if k := r.governor(c); k != doc.None {
		return r.cues[k].entry.Has(lang.FrameInf) && c.link == doc.None
	}
	return false
}

// narrative tells whether an infinitive tells what came next: "Et d'ajouter : « … »".
func (r *run) narrative(c *cue) bool {
	s := r.sentence(c.verb)
	return c.link == s.First+1 && r.is(s.First, lang.WordCoordinator) && r.is(c.link, lang.WordOf) && c.first == c.link+1
}

// speakerBefore is whoever spoke last in the two sentences before, or None.
func (r *run) speakerBefore(si int32) int32 {
	who, at := doc.None, doc.None
	for d := int32(1); d <= 2 && who == doc.None; d++ {
		for k := r.first(si - d); k != doc.None; k = r.said[k].next {
			if st := &r.said[k]; st.Speaker != doc.None && st.CueToken > at {
				who, at = st.Speaker, st.CueToken
			}
		}
	}
	return who
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
		if !r.hasPassive(h) {
			return true
		}
		if int(c.end) >= len(r.tok) || r.tok[c.end].UPOS != doc.DET && r.tok[c.end].UPOS != doc.PROPN {
			return false // but "a promis que la loi serait votée et accusé la gauche"
		}
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
