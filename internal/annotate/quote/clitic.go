package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// taken makes the statements of cues whose content is a pronoun that takes up
// what was said before: "La direction l'a démenti". They come late: a cue with
// more behind it says that.
func (r *run) taken() {
	for k := range r.cues {
		c := &r.cues[k]
		if c.done || c.incise || c.passive || c.effect == lang.EffectUnsaid || !r.takesUp(c) {
			continue
		}
		if s := r.sentence(c.verb); r.unsaid(int32(k), s) || r.pieceAt(c.end) != nil || r.sign(c.end, ":") {
			continue
		}
		st := r.newStatement(int32(k), r.s.rules.object)
		st.nominal, st.root = true, c.object
		st.content = []stretch{{c.object, c.object + 1}}
		c.done = true
		r.add(st)
	}
}

// takesUp tells whether the cue has a pronoun of the third person for its object
// and may have one.
func (r *run) takesUp(c *cue) bool {
	e := c.entry
	if c.object == doc.None || !e.Has(lang.FrameObj) || e.Has(lang.FrameAttr) && e.Act == "state" || !r.speaks(c) || r.shape(c) == participleShape {
		return false
	}
	f := r.tok[c.object].Feats
	return r.in[c.verb] == doc.None && !r.is(c.object, lang.WordFirst|lang.WordGerund) && f.Has(doc.FeatPerson, doc.PersonThird)
}

// withoutTold takes who is told out of an object: "a demandé [un avis] à
// l'Académie [d'ici vendredi]". What the object's noun itself takes stays, unless
// it is a person: "un hommage aux victimes".
func (r *run) withoutTold(c *cue, st *statement, h int32) {
	if c.entry.To == "" || c.entry.To == "obj" || len(st.content) == 0 {
		return
	}
	s := r.sentence(h)
	last := st.content[0].end
	for i := h + 1; i < last && i < h+25; i++ {
		if r.tok[i].UPOS != doc.ADP || r.tok[i].Lemma != c.entry.To || r.in[i] != doc.None || !st.holds(i) {
			continue
		}
		x := r.tok[i].Head
		if x == doc.None || x <= i || x >= last || r.tok[x].Head != c.verb && r.tok[x].Head != c.top || !r.mayBeTold(x) {
			continue
		}
		if n := r.nounAt(h, s.End); n != nil && takes(&lang.QuoteCue{QuoteComplements: n.QuoteComplements}, c.entry.To) && !r.isPerson(x) {
			continue
		}
		_, end := r.phraseOf(x)
		for k := x + 1; k < end; k++ {
			if t := r.timexAt(k); t != doc.None {
				end = r.d.Timexes[t].First
			}
		}
		for end > x+1 && r.tok[end-1].UPOS != doc.NOUN && r.tok[end-1].UPOS != doc.PROPN && r.tok[end-1].UPOS != doc.ADJ {
			end--
		}
		st.until = st.content[len(st.content)-1].end
		st.content = r.without(st.content, stretch{i, max(x+1, end)})
		return
	}
}

// mayBeTold tells whether the noun is somebody one can tell things.
func (r *run) mayBeTold(x int32) bool {
	m := r.mention[x]
	return m != doc.None && r.d.Mentions[m].Type != doc.Location && (r.d.Mentions[m].Type != doc.NoType || r.d.Mentions[m].Kind != doc.Nominal)
}
