package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// dialogues states the turns of interviews and debates: paragraphs that begin
// with who speaks ("Mme Ruiz : …", "M. Aubin. – …") or with a dash, and answers
// that follow questions.
func (r *run) dialogues() {
	turns := r.turns()
	labels, dashes, asked, sides := 0, 0, 0, 0
	for _, t := range turns {
		switch {
		case t.label != doc.None:
			labels++
		case t.side != 0:
			sides++
		case t.dash:
			dashes++
			if t.asks {
				asked++
			}
		}
	}
	switch {
	case labels >= 2:
		for i, t := range turns {
			if t.label != doc.None {
				r.stateTurn(t, t.label, otherSide(turns, i), t.at)
			}
		}
	case sides >= 2:
		r.sideTurns(turns)
	case dashes >= 2 && asked > 0:
		r.dashTurns(turns)
	default:
		r.answers(turns)
	}
}

// answers states the paragraphs in the first person that follow questions.
func (r *run) answers(turns []turn) {
	pairs := 0
	for i := 0; i+1 < len(turns); i++ {
		if turns[i].asks && !turns[i+1].asks && turns[i+1].own {
			pairs++
		}
	}
	if pairs < 2 {
		return
	}
	who, by := r.interviewed(turns), r.asker(turns)
	for i := 0; i+1 < len(turns) && who != doc.None; i++ {
		if turns[i].asks && !turns[i+1].asks && turns[i+1].own {
			if by != doc.None {
				r.stateTurn(turns[i], by, who, turns[i].at)
			}
			r.stateTurn(turns[i+1], who, by, turns[i+1].at)
		}
	}
}

// otherSide is who is named by the nearest turn of somebody else, the one before
// it first.
func otherSide(turns []turn, i int) int32 {
	for _, k := range [2]int{i - 1, i + 1} {
		if k >= 0 && k < len(turns) && turns[k].label != doc.None {
			return turns[k].label
		}
	}
	return doc.None
}

// dashTurns states the paragraphs that dashes open: two people who take turns.
// An incise in one of them tells who it is; in an interview the one who asks is
// the interviewer.
func (r *run) dashTurns(turns []turn) {
	for i := 0; i < len(turns); {
		k := i
		for k < len(turns) && turns[k].dash {
			k++
		}
		if k-i >= 2 {
			r.dashRun(turns[i:k], turns)
		}
		i = max(k, i+1)
	}
}

func (r *run) dashRun(list, all []turn) {
	side := [2]int32{doc.None, doc.None}
	named, asks := false, [2]int{}
	for i, t := range list {
		if who := r.namedIn(t); who != doc.None {
			side[i%2], named = who, true
		}
		if t.asks {
			asks[i%2]++
		}
	}
	if asks[0]+asks[1] == 0 {
		return
	}
	if !named {
		a := 0
		if asks[1] > asks[0] {
			a = 1
		}
		side[a], side[1-a] = r.asker(all), r.interviewed(all)
	}
	for k, who := range side {
		reach := int32(1)
		if named {
			reach = 3
		}
		if who == doc.None {
			side[k] = r.spokeBefore(list[0].first, side[1-k], reach)
		}
	}
	for i, t := range list {
		if r.namedIn(t) == doc.None {
			r.stateTurn(t, side[i%2], side[1-i%2], t.at)
		}
	}
}

// namedIn is who an incise of the turn says it is, or None.
func (r *run) namedIn(t turn) int32 {
	for k := r.sentOf[t.first]; k <= r.sentOf[t.end-1]; k++ {
		for j := r.first(k); j != doc.None; j = r.said[j].next {
			if o := &r.said[j]; o.relay && o.CueToken != doc.None && r.in[o.CueToken] == doc.None && o.Speaker != doc.None {
				return o.Speaker
			}
		}
	}
	return doc.None
}

// turn is a paragraph that may be one side's words in a dialogue.
type turn struct {
	stretch
	at    int32 // where the words begin
	label int32 // who is named before a colon, or None
	asks  bool  // it ends with a question mark
	dash  bool  // a dash opens it
	side  uint8 // 1 if its label says that somebody asks, 2 that somebody answers
	own   bool  // the first person speaks in it, outside quotation marks
}

// turns lists the paragraphs of the body.
func (r *run) turns() []turn {
	var out []turn
	for i := 0; i < len(r.d.Sentences); {
		first := r.d.Sentences[i]
		k := i
		for k < len(r.d.Sentences) && r.d.Sentences[k].Block == first.Block {
			k++
		}
		t := turn{stretch: stretch{first.First, r.d.Sentences[k-1].End}, label: doc.None}
		t.at = t.first
		if kind := r.kind(first); kind == doc.Body || kind == doc.Heading {
			r.readTurn(&t)
			out = append(out, t)
		}
		i = k
	}
	return out
}

func (r *run) readTurn(t *turn) {
	t.asks = r.sign(t.end-1, "?")
	for i := t.first; i < t.end; i++ {
		if r.in[i] == doc.None && r.is(i, lang.WordFirst) {
			t.own = true
			break
		}
	}
	if r.comma(t.first) && !r.sign(t.first, ",") && t.first+1 < t.end && r.capital(t.first+1) {
		t.dash, t.at = true, t.first+1
		return
	}
	if i := r.labelDash(t); i != doc.None {
		t.label, t.at = r.labelHead(t.first, i), i+2
		return
	}
	if r.readSide(t); t.side != 0 {
		return
	}
	for i := t.first; i < t.end && i < t.first+9; i++ {
		if r.sign(i, ":") && i > t.first && i+1 < t.end {
			if r.mainVerb(t.first, i) == doc.None {
				t.label, t.at = r.labelHead(t.first, i), i+1
			}
			return
		}
		if r.in[i] != doc.None || r.comma(i) && i > t.first {
			return
		}
	}
}

// labelDash is the stop before the dash behind the name of who speaks, as
// parliaments print it: "Monika Aubin (socialiste). – …", or None.
func (r *run) labelDash(t *turn) int32 {
	for i := t.first + 1; i+2 < t.end && i < t.first+20; i++ {
		if r.finite(i) || r.in[i] != doc.None {
			return doc.None
		}
		if r.sign(i, ".") && r.comma(i+1) && !r.sign(i+1, ",") {
			return i
		}
	}
	return doc.None
}

// labelHead is the person or body that the label of a turn names, or None.
func (r *run) labelHead(first, end int32) int32 {
	for i := first; i < end; i++ {
		if m := r.mention[i]; m != doc.None && r.d.Mentions[m].First <= first+1 && r.d.Mentions[m].Type != doc.Location &&
			(r.d.Mentions[m].Type != doc.NoType || r.d.Mentions[m].Kind == doc.Role || r.tok[i].UPOS == doc.PROPN) {
			return i
		}
	}
	return doc.None
}

// interviewed is the person that the text names first, by name and role if it
// does, before the first question.
func (r *run) interviewed(turns []turn) int32 {
	end := int32(len(r.tok))
	for _, t := range turns {
		if t.asks {
			end = t.first
			break
		}
	}
	best := doc.None
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Head >= end {
			break
		}
		if m.Type != doc.Person || m.Name.Empty() {
			continue
		}
		if best == doc.None || r.d.Mentions[r.mention[best]].Role.Empty() && !m.Role.Empty() {
			if r.mention[m.Head] != doc.None {
				best = m.Head
			}
		}
	}
	return best
}

// interviewer is the journalist that the text names at its end as the one who
// took the words down: "Propos recueillis par Odile Castan", or None.
func (r *run) interviewer() int32 {
	for k := len(r.d.Sentences) - 1; k >= 0 && k >= len(r.d.Sentences)-4; k-- {
		s := r.d.Sentences[k]
		if s.End-s.First > 20 {
			continue
		}
		noun := false
		for i := s.First; i+1 < s.End; i++ {
			if n := r.nounAt(i, s.End); n != nil && (n.Class == lang.NounWord || n.Class == lang.NounInterview) {
				noun = true
			}
			if !noun || !r.is(i, lang.WordAgent) {
				continue
			}
			for h := i + 1; h < s.End && h < i+4; h++ {
				if m := r.mention[h]; m != doc.None && r.d.Mentions[m].Type == doc.Person {
					return h
				}
			}
		}
	}
	return doc.None
}

// stateTurn makes a whole paragraph the words of a speaker, unless statements
// were found in it already.
func (r *run) stateTurn(t turn, who, to, at int32) {
	si := r.sentOf[at]
	for k := si; k <= r.sentOf[t.end-1]; k++ {
		for j := r.first(k); j != doc.None; j = r.said[j].next {
			if o := &r.said[j]; o.relay && r.in[max(o.CueToken, 0)] == doc.None || o.CueToken == doc.None || t.first <= o.CueToken && o.CueToken < t.at {
				return // "Réponse du maire : …": the label is the cue
			}
		}
	}
	st := r.newStatement(doc.None, r.s.rules.turn)
	st.sentence, st.Act, st.Speaker = si, "state", who
	st.spoken = true
	if to != doc.None && to != who {
		st.To = []int32{to}
	}
	if who >= t.first && who < t.end {
		f, e := r.phraseOf(who)
		st.Source = r.spanOf(f, min(e, max(at-1, who+1)))
	}
	for k := si; k <= r.sentOf[t.end-1]; k++ {
		for j := r.first(k); j != doc.None; j = r.said[j].next {
			if o := &r.said[j]; o.Speaker != doc.None && r.is(o.Speaker, lang.WordFirst) && o.cue != doc.None && r.cues[o.cue].aux == doc.None {
				o.dropped = true // "nous espérons": part of the answer
			} else if t.asks && o.Speaker > t.first && r.present(o.Speaker) && r.finite(o.Speaker-1) {
				o.dropped = true // "Avez-vous promis … ?": asked, not told
			}
		}
	}
	st.content = []stretch{r.trim(stretch{at, t.end})}
	if st.content[0].empty() {
		return
	}
	r.add(st)
}
