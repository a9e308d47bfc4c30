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
	side := [3]int32{doc.None, r.asker(turns), r.interviewed(turns)}
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

// asker is the journalist, or else the paper, that puts the questions.
func (r *run) asker(turns []turn) int32 {
	if by := r.interviewer(); by != doc.None {
		return by
	}
	return r.paper(turns)
}

// paper is the newspaper or broadcaster that asks, where the text names no
// journalist: the body behind a noun of interview before the first question
// ("dans un entretien au Fanal", "répond aux questions du Fanal"), or None.
func (r *run) paper(turns []turn) int32 {
	end := int32(len(r.tok))
	for _, t := range turns {
		if t.asks {
			end = t.first
			break
		}
	}
	for i := int32(0); i < end; i++ {
		n := r.nounAt(i, end)
		if n == nil || n.Class != lang.NounInterview && n.Act != "question" {
			continue
		}
		for h := i + 1; h < end && h < i+12 && r.sentOf[h] == r.sentOf[i]; h++ {
			if m := r.mention[h]; m != doc.None && r.isPaper(&r.d.Mentions[m]) && r.hasCase(h) {
				return h
			}
		}
	}
	return doc.None
}

// isPaper tells whether a name may be that of a newspaper: a body, or something
// that no table knows.
func (r *run) isPaper(m *doc.Mention) bool {
	return m.Type == doc.Organization || m.Kind == doc.Named && m.Type != doc.Person && m.Country == ""
}
