package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// passives makes the statements of passive cues with an agent: "Les frappes ont
// été condamnées par le Vatican", "une rencontre proposée par la partie
// arménienne". Without an agent nobody is said to say it.
func (r *run) passives() {
	for k := range r.cues {
		c := &r.cues[k]
		if c.done || c.incise || c.entry.Reflexive || c.first > 0 && r.is(c.first-1, lang.WordThat) || c.effect == lang.EffectUnsaid || !c.passive && (r.shape(c) != participleShape || r.ownsClause(int32(k)) && r.agent(c.verb) == doc.None) {
			continue
		}
		a := r.agent(c.verb)
		if a == doc.None || !r.mayState(c, a) {
			continue
		}
		s := r.sentence(c.verb)
		c.subject = a
		c.phraseFirst, c.phraseEnd = r.phraseOf(a)
		st := r.newStatement(int32(k), r.s.rules.passive)
		st.nominal = true
		if r.passiveContent(int32(k), &st, s) {
			c.done = true
			r.add(st)
		}
	}
}

// passiveContent is the subject of the passive, or the noun a participle is
// tied to; for "accusé par X de Y", what follows.
func (r *run) passiveContent(k int32, st *statement, s doc.Sentence) bool {
	c := &r.cues[k]
	if c.entry.Target != "obj" && c.entry.To != "obj" && !c.entry.Has(lang.FrameObj|lang.FrameAttr) && len(c.entry.Attr)+len(c.entry.Preps) == 0 {
		return false
	}
	if o := r.open(k, s); o.kind == openThat || o.kind == openInf || o.kind == openColon {
		st.root, st.nominal = o.root, false
		r.fillContent(c, st, o.at, s)
	}
	if c.entry.Target == "obj" || c.entry.To == "obj" && r.tok[c.verb].Deprel != doc.RelAcl {
		return len(st.content) > 0
	}
	if !c.entry.Has(lang.FrameObj|lang.FrameAttr) && len(c.entry.Preps) == 0 && len(c.entry.Attr) == 0 {
		return len(st.content) > 0
	}
	h := doc.None
	for n := r.tok[c.verb].Child; n != doc.None; n = r.tok[n].Next {
		if r.tok[n].Deprel.Is(doc.RelNsubj) && n < c.first {
			h = n
		}
	}
	if h == doc.None && (r.tok[c.verb].Deprel == doc.RelAcl || r.tok[c.verb].Deprel == doc.RelAmod) && !c.passive {
		h = r.tok[c.verb].Head
		st.Rule = r.s.rules.adnoun
	}
	if h != doc.None && r.tok[h].UPOS == doc.PRON && r.is(h, lang.WordRelative) {
		h = r.tok[c.verb].Head
	}
	if h == doc.None || h >= c.first {
		return len(st.content) > 0
	}
	first := r.lo[h]
	if p := r.caseOf(h); p != doc.None && p >= first {
		first = p + 1
	}
	last := min(c.first, r.hi[h]+1)
	for i := h + 1; i < last; i++ {
		if k := r.cueAt[i]; k != doc.None && r.comma(i-1) && r.shape(&r.cues[k]) == participleShape {
			last = i // "Une rencontre, proposée par la Suède, a été déclinée"
		}
	}
	if r.tok[h].UPOS == doc.PRON && (c.entry.Act == "ask" || c.entry.Act == "propose") {
		return len(st.content) > 0 // "il était sollicité par la chaîne": nothing is asked yet
	}
	if x := r.trim(stretch{first, last}); !x.empty() {
		st.content = append([]stretch{x}, st.content...)
	}
	if len(st.content) == 1 && c.passive {
		r.passiveRest(c, st, s)
	}
	if !c.entry.Has(lang.FrameObj) && len(st.content) < 2 {
		return false // "a été désigné par Gault et Millau" says nothing yet
	}
	return len(st.content) > 0
}

// passiveRest adds what is said of the subject: "est évalué à 13 milliards par
// la banque", "a été jugée insuffisante par les transporteurs", and a quotation
// behind a colon.
func (r *run) passiveRest(c *cue, st *statement, s doc.Sentence) {
	agent := c.phraseFirst
	if p := r.caseOf(c.subject); p != doc.None {
		agent = p
	}
	at := doc.None
	if c.entry.Has(lang.FrameAttr) && c.end < agent && (r.tok[c.end].UPOS == doc.ADJ || r.pieceAt(c.end) != nil) {
		at = c.end
	}
	for _, p := range append(c.entry.Preps[:len(c.entry.Preps):len(c.entry.Preps)], c.entry.Attr) {
		for _, w := range p {
			if c.end < s.End && (r.tok[c.end].Lemma == w || r.tok[c.end].Norm == w) {
				at = c.end + 1
			}
		}
	}
	if at != doc.None && at < agent {
		if x := r.trim(stretch{at, agent}); !x.empty() {
			st.content = append(st.content, x)
		}
	}
	e := max(c.phraseEnd, c.end)
	if e < s.End && r.sign(e, ":") {
		r.addColon(st, e, s)
	}
}
