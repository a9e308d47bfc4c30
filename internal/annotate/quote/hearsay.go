package quote

import "readout/internal/doc"

// relayOn carries a level over to the verb that goes on behind the insertion
// with the same subject: "a remercié le gouvernement, d'après ce compte rendu, et
// l'a prié de …".
func (r *run) relayOn(o *statement) {
	for k := range r.inserts {
		in := &r.inserts[k]
		if &r.said[in.said] != o {
			continue
		}
		s := r.sentence(in.first)
		i := r.skipCommas(in.end, s.End)
		if i >= s.End || r.tok[i].UPOS != doc.CCONJ {
			return
		}
		for j := r.first(r.sentOf[i]); j != doc.None; j = r.said[j].next {
			st := &r.said[j]
			if st.dropped || st.relay || st.cue == doc.None || st.CueToken < i || r.hasReporter(st, o.reporter()) {
				continue
			}
			if c := &r.cues[st.cue]; c.first <= i+3 && c.subject < in.first {
				st.Via = append(st.Via, o.reporter())
			}
		}
		return
	}
}

// hearsay gives a statement in the conditional of hearsay ("aurait exigé des
// excuses") to whoever told the one before it in the paragraph, when the
// sentence itself names nobody.
func (r *run) hearsay(k int32) {
	st := &r.said[k]
	if st.dropped || st.relay || len(st.Via) > 0 || st.cue == doc.None || !r.reported(st) {
		return
	}
	o := r.toldBeforehand(k)
	if o == doc.None {
		return
	}
	p := &r.said[o]
	rep := p.reporter()
	if n := len(p.Via); n > 0 && p.cue != doc.None && r.reported(p) {
		rep = p.Via[n-1]
	}
	if rep.Speaker != st.Speaker && rep.Speaker != doc.None {
		st.Via = append(st.Via, rep)
	}
}

// reported tells whether the cue stands in the perfect of the conditional.
func (r *run) reported(st *statement) bool {
	c := &r.cues[st.cue]
	return c.aux != doc.None && r.tok[c.aux].Feats.Has(doc.FeatMood, doc.MoodCnd) && r.participle(c.verb, doc.TensePast) && r.in[c.verb] == doc.None
}

// toldBeforehand is the statement before this one in its paragraph, in the same
// sentence or one of the two before.
func (r *run) toldBeforehand(k int32) int32 {
	st := &r.said[k]
	best := doc.None
	for si := st.sentence; si >= 0 && si >= st.sentence-2 && r.d.Sentences[si].Block == r.d.Sentences[st.sentence].Block; si-- {
		for j := r.first(si); j != doc.None; j = r.said[j].next {
			o := &r.said[j]
			if j == k || o.dropped || o.CueToken == doc.None || o.CueToken >= st.CueToken || o.Speaker == doc.None {
				continue
			}
			if best == doc.None || o.CueToken > r.said[best].CueToken {
				best = j
			}
		}
		if best != doc.None {
			return best
		}
	}
	return best
}
