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
