package record

import "readout/internal/doc"

// sameOccasion is how many sentences further a speaker still speaks on the
// occasion that the text has dated.
const sameOccasion = 2

// dates finds when each quotation was said: what its own clause tells, or else
// the date of the call or meeting in which it was said, or of the statement of
// the same speaker that it goes on from ("a dit lundi X. Il a ajouté que …").
func (b *builder) dates() []*When {
	out := make([]*When, len(b.d.Quotations))
	for i := range b.d.Quotations {
		out[i] = b.when(b.d.Quotations[i].When)
	}
	for k := range b.d.Contacts {
		c := &b.d.Contacts[k]
		w := b.contactWhen(c)
		for _, i := range c.Told {
			if c.Status == "held" && int(i) < len(out) && out[i] == nil {
				out[i] = w
			}
		}
	}
	for i := range out {
		if out[i] == nil {
			out[i] = b.before(i, out)
		}
	}
	for i := range out {
		if out[i] == nil && b.inTitle(i) {
			out[i] = b.below(i, out)
		}
	}
	return out
}

// isDay: "en 2016" is too wide to be the occasion of what is said next.
func isDay(w *When) bool {
	return w != nil && len(w.Value) == len("2006-01-02")
}

func (b *builder) inTitle(i int) bool {
	s := b.sentenceOf(i)
	if s == doc.None {
		return false
	}
	k := b.d.Sentences[s].Block
	return k >= 0 && int(k) < len(b.d.Blocks) && b.d.Blocks[k].Kind == doc.Title
}

// below is the date of the speaker's first dated statement in the text, which
// the headline sums up.
func (b *builder) below(i int, dates []*When) *When {
	for j := i + 1; j < len(dates) && j < i+12; j++ {
		if isDay(dates[j]) && b.sameSpeaker(i, j) {
			return dates[j]
		}
	}
	return nil
}

// before is the date of the statement that one goes on from.
func (b *builder) before(i int, dates []*When) *When {
	s := b.sentenceOf(i)
	for j := i - 1; j >= 0 && j > i-8 && s != doc.None; j-- {
		t := b.sentenceOf(j)
		if t == doc.None || t > s || s-t > sameOccasion || !isDay(dates[j]) {
			continue
		}
		if b.d.Sentences[s].Block != b.d.Sentences[t].Block && s-t > 1 {
			continue
		}
		if b.sameSpeaker(i, j) {
			return dates[j]
		}
	}
	return nil
}

// sentenceOf is the sentence of the cue, or of the words if there is none.
func (b *builder) sentenceOf(i int) int32 {
	q := &b.d.Quotations[i]
	if q.CueToken >= 0 && int(q.CueToken) < len(b.d.Tokens) {
		return b.d.SentenceOf(q.CueToken)
	}
	if j := int(q.Follows); j >= 0 && j < i {
		return b.sentenceOf(j)
	}
	return doc.None
}

func (b *builder) sameSpeaker(i, j int) bool {
	if i >= len(b.d.Attributions) || j >= len(b.d.Attributions) {
		return false
	}
	x, y := b.d.Attributions[i].By, b.d.Attributions[j].By
	return len(x) > 0 && len(x) == len(y) && x[0] == y[0]
}
