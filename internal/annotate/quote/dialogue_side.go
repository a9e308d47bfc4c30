package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// readSide reads a label that tells only who asks and who answers: "Q : …",
// "Réponse. – …".
func (r *run) readSide(t *turn) {
	if t.first+2 >= t.end {
		return
	}
	at := t.first + 1
	switch {
	case r.sign(at, ":"):
		at++
	case r.sign(at, ".") && r.comma(at+1) && !r.sign(at+1, ","):
		at += 2
	default:
		return
	}
	switch {
	case r.is(t.first, lang.WordAsks):
		t.side, t.at = 1, at
	case r.is(t.first, lang.WordAnswers):
		t.side, t.at = 2, at
	}
}

// sideTurns states the turns of an interview of which the labels tell only the
// sides: who answers is the person that the text names, who asks is the one
// who took the words down, if it says who that is.
func (r *run) sideTurns(turns []turn) {
	side := [3]int32{doc.None, r.interviewer(), r.interviewed(turns)}
	if side[2] == doc.None {
		side[2] = r.interviewed(nil) // who is named only below
	}
	for _, t := range turns {
		if t.side != 0 {
			r.stateTurn(t, side[t.side], side[3-t.side], t.at)
		}
	}
}

// spokeBefore is who spoke last before token i, in so many sentences before it,
// and is not the one who speaks in turn with him, or None: "« Vous avez
// signé », rappelle la présidente. – J'ai signé …, répond l'accusé. – Sans lire ?"
func (r *run) spokeBefore(i, other, reach int32) int32 {
	best := doc.None
	si := r.sentOf[i]
	for d := int32(1); d <= reach && si-d >= 0 && best == doc.None; d++ {
		for j := r.first(si - d); j != doc.None; j = r.said[j].next {
			st := &r.said[j]
			if st.dropped || st.Speaker == doc.None || other != doc.None && r.tok[st.Speaker].Norm == r.tok[other].Norm {
				continue
			}
			best = st.Speaker
		}
	}
	return best
}
