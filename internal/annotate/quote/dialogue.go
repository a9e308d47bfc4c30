package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// dialogues states the turns of interviews: paragraphs that begin with who
// speaks ("Mme Ruiz : …"), and answers that follow questions.
func (r *run) dialogues() {
	turns := r.turns()
	labels := 0
	for _, t := range turns {
		if t.label != doc.None {
			labels++
		}
	}
	if labels >= 2 {
		for _, t := range turns {
			if t.label != doc.None && !t.asks {
				r.stateTurn(t, t.label, t.at)
			}
		}
		return
	}
	pairs := 0
	for i := 0; i+1 < len(turns); i++ {
		if turns[i].asks && !turns[i+1].asks && turns[i+1].own {
			pairs++
		}
	}
	if pairs < 2 {
		return
	}
	who := r.interviewed(turns)
	for i := 0; i+1 < len(turns) && who != doc.None; i++ {
		if turns[i].asks && !turns[i+1].asks && turns[i+1].own {
			r.stateTurn(turns[i+1], who, turns[i+1].stretch.first)
		}
	}
}

// turn is a paragraph that may be one side's words in a dialogue.
type turn struct {
	stretch
	at    int32 // where the words begin
	label int32 // who is named before a colon, or None
	asks  bool  // it ends with a question mark
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

// labelHead is the person or body that the label of a turn names, or None.
func (r *run) labelHead(first, end int32) int32 {
	for i := first; i < end; i++ {
		if m := r.mention[i]; m != doc.None && r.d.Mentions[m].First <= first+1 && r.d.Mentions[m].Type != doc.Location {
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

// stateTurn makes a whole paragraph the words of a speaker, unless statements
// were found in it already.
func (r *run) stateTurn(t turn, who, at int32) {
	si := r.sentOf[at]
	for k := si; k <= r.sentOf[t.end-1]; k++ {
		for j := r.first(k); j != doc.None; j = r.said[j].next {
			if o := &r.said[j]; o.relay || o.CueToken == doc.None || t.first <= o.CueToken && o.CueToken < t.at {
				return // "Réponse du maire : …": the label is the cue
			}
		}
	}
	st := r.newStatement(doc.None, r.s.rules.turn)
	st.sentence, st.Act, st.Speaker = si, "state", who
	st.spoken = true
	if who >= t.first && who < t.end {
		f, e := r.phraseOf(who)
		st.Source = r.spanOf(f, min(e, max(at-1, who+1)))
	}
	for k := si; k <= r.sentOf[t.end-1]; k++ {
		for j := r.first(k); j != doc.None; j = r.said[j].next {
			if o := &r.said[j]; o.Speaker != doc.None && r.is(o.Speaker, lang.WordFirst) && o.cue != doc.None && r.cues[o.cue].aux == doc.None {
				o.dropped = true // "nous espérons": part of the answer
			}
		}
	}
	st.content = []stretch{r.trim(stretch{at, t.end})}
	if st.content[0].empty() {
		return
	}
	r.add(st)
}
