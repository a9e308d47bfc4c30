package record

import (
	"cmp"
	"slices"
	"strconv"

	"readout/internal/doc"
)

// sameOccasion is how many sentences further a speaker still speaks on the
// occasion that the text has dated.
const sameOccasion = 12

// dates finds when each quotation was said: what its own clause tells, or else
// the date of the call or meeting in which it was said, or of the statement of
// the same speaker that it goes on from ("a dit lundi X. Il a ajouté que …").
// What stands in the headline was said when the text below says.
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
			out[i] = b.ofToday(i)
		}
	}
	for i := range out {
		if out[i] == nil {
			out[i] = b.before(i, out)
		}
	}
	for i := range out {
		if out[i] == nil {
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

// ofToday dates what tells of a call or meeting held on the day of publication:
// it can have been said neither before nor after.
func (b *builder) ofToday(i int) *When {
	for k := range b.d.Contacts {
		c := &b.d.Contacts[k]
		if w := b.contactWhen(c); c.Status == "held" && isDay(w) && w.Value == b.d.Published.Value && b.holds(i, c.Evidence.Start) {
			return w
		}
	}
	return nil
}

// holds tells whether the content of a quotation covers a byte of the text.
func (b *builder) holds(i int, at int32) bool {
	for _, s := range b.d.Quotations[i].Content {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// below is the date of the speaker's first dated statement or contact in the
// text, which the headline or a first sentence sums up; if the headline names
// another speaker ("Bakou", for its ministry), the date that the text begins with.
func (b *builder) below(i int, dates []*When) *When {
	s, title := b.sentenceOf(i), b.inTitle(i)
	if s == doc.None || b.stepsBack(i) || !title && !b.inLede(s) {
		return nil
	}
	for j := i + 1; j < len(dates) && j < i+12; j++ {
		t := b.sentenceOf(j)
		if isDay(dates[j]) && (b.sameSpeaker(i, j) && (title || t-s <= lede) || title && b.inLede(t)) {
			return dates[j]
		}
	}
	return nil
}

// lede is how many sentences of the body sum up the news.
const lede = 2

// inLede tells whether a sentence is one of the first of the body.
func (b *builder) inLede(s int32) bool {
	for n := 0; s >= 0 && n <= lede; s, n = s-1, n+1 {
		k := b.d.Sentences[s].Block
		if k >= 0 && int(k) < len(b.d.Blocks) && b.d.Blocks[k].Kind != doc.Body {
			return n > 0
		}
	}
	return s < 0
}

// before is the date of the statement or contact that a statement goes on from:
// the last one of its speaker. A narrative that steps back ("avait promis") has
// left the occasion, and one that returns from there has, too.
func (b *builder) before(i int, dates []*When) *When {
	s := b.sentenceOf(i)
	if s == doc.None || i >= len(b.d.Attributions) || b.hearsay(i) {
		return nil
	}
	back := b.stepsBack(i)
	near, out := s-sameOccasion, b.opening(s, back)
	for j := i - 1; j >= 0 && j > i-40; j-- {
		t := b.sentenceOf(j)
		if t == doc.None || t > s || t < near || t != s && !isDay(dates[j]) || dates[j] == nil || b.inTitle(j) {
			continue
		}
		if b.sameSpeaker(i, j) && (b.stepsBack(j) == back) {
			near, out = t, dates[j]
			break
		}
	}
	for k := range b.d.Contacts {
		c := &b.d.Contacts[k]
		if back || c.Status != "held" || !b.among(i, c.Parties) {
			continue
		}
		t := b.sentenceAt(c.Evidence.Start)
		if w := b.contactWhen(c); t != doc.None && t <= s && t > near && isDay(w) && b.recent(w) {
			near, out = t, w
		}
	}
	return out
}

// opening is the day of a time that opens the paragraph, as in a chronicle: "Vers
// 16 heures, X dit non. Il appelle à la grève."
func (b *builder) opening(s int32, back bool) *When {
	k := b.d.Sentences[s].Block
	if back || k < 0 {
		return nil
	}
	for s > 0 && b.d.Sentences[s-1].Block == k {
		s--
	}
	first := b.d.Sentences[s].First
	i, _ := slices.BinarySearchFunc(b.d.Timexes, first, func(t doc.Timex, i int32) int { return cmp.Compare(t.First, i) })
	if i == len(b.d.Timexes) || b.d.Timexes[i].First > first+2 || b.d.Timexes[i].Kind != doc.Clock {
		return nil
	}
	if w := b.when(int32(i)); isDay(w) && b.recent(w) {
		return w
	}
	return nil
}

// recent tells whether a day lies in the week before publication.
func (b *builder) recent(w *When) bool {
	p := b.d.Published.Value
	return len(p) >= 10 && dayNumber(p)-dayNumber(w.Value) <= 7
}

// dayNumber counts days with months of 31, near enough to compare two dates.
func dayNumber(v string) int {
	y, _ := strconv.Atoi(v[:4])
	m, _ := strconv.Atoi(v[5:7])
	d, _ := strconv.Atoi(v[8:10])
	return (12*y+m)*31 + d
}

// stepsBack tells whether the cue is in the pluperfect.
func (b *builder) stepsBack(i int) bool {
	v := b.d.Quotations[i].CueToken
	if v < 0 || int(v) >= len(b.d.Tokens) {
		return false
	}
	for c := b.d.Tokens[v].Child; c != doc.None; c = b.d.Tokens[c].Next {
		if k := &b.d.Tokens[c]; k.UPOS == doc.AUX && k.Deprel != doc.RelAuxPass && !k.Deprel.Is(doc.RelCop) && k.Feats.Has(doc.FeatTense, doc.TenseImp) {
			return true
		}
	}
	return false
}

// hearsay tells whether the cue is in the conditional: that it was said at all is
// a rumour, and not of the occasion ("il aurait rejeté un appel").
func (b *builder) hearsay(i int) bool {
	v := b.d.Quotations[i].CueToken
	if v < 0 || int(v) >= len(b.d.Tokens) {
		return false
	}
	if b.d.Tokens[v].Feats.Has(doc.FeatMood, doc.MoodCnd) {
		return true
	}
	for c := b.d.Tokens[v].Child; c != doc.None; c = b.d.Tokens[c].Next {
		if k := &b.d.Tokens[c]; k.UPOS == doc.AUX && k.Feats.Has(doc.FeatMood, doc.MoodCnd) {
			return true
		}
	}
	return false
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
	if len(q.Content) > 0 {
		return b.sentenceAt(q.Content[0].Start)
	}
	return doc.None
}

// sentenceAt is the sentence that holds a byte of the text.
func (b *builder) sentenceAt(at int32) int32 {
	lo, hi := 0, len(b.d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if s := b.d.Sentences[m]; s.End <= s.First || b.d.Tokens[s.End-1].Span.End > at {
			hi = m
		} else {
			lo = m + 1
		}
	}
	if lo == len(b.d.Sentences) {
		return doc.None
	}
	return int32(lo)
}

func (b *builder) sameSpeaker(i, j int) bool {
	if i >= len(b.d.Attributions) || j >= len(b.d.Attributions) {
		return false
	}
	x, y := b.d.Attributions[i].By, b.d.Attributions[j].By
	return len(x) > 0 && len(x) == len(y) && x[0] == y[0]
}

// among tells whether the speaker is one of the parties, or all of them are.
func (b *builder) among(i int, parties []int32) bool {
	by := b.d.Attributions[i].By
	for _, x := range by {
		if !says(parties, x) {
			return false
		}
	}
	return len(by) > 0
}
