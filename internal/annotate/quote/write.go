package quote

import (
	"cmp"
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// write turns the statements into the document's layer, in text order.
func (r *run) write() {
	order := make([]int32, 0, len(r.said))
	for k := range r.said {
		if !r.said[k].dropped && len(r.said[k].content) > 0 && !r.s.off[r.said[k].Rule] {
			order = append(order, int32(k))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(r.place(a), r.place(b)) })
	for _, k := range order {
		st := &r.said[k]
		q := st.Quotation
		q.Content = r.spans(st.content)
		if len(q.Content) == 0 {
			continue
		}
		if q.Mode = r.mode(st); st.asMode != "" {
			q.Mode = doc.ParseMode(st.asMode)
		}
		if !st.settledAct {
			r.act(st, &q)
		}
		r.people(st, &q)
		r.channel(st, &q)
		r.toldInside(st, &q)
		r.stillTold(st, &q)
		if q.When = r.when(st); q.When == doc.None {
			q.When = r.sameTime(st)
		}
		if q.When == doc.None {
			q.When = r.entryDate(st)
		}
		if st.Negated && st.cue != doc.None {
			r.negate(st, &q)
		}
		r.d.Quotations = append(r.d.Quotations, q)
	}
}

// isAttack tells whether the content is a deed one claims or condemns.
func (r *run) isAttack(st *statement) bool {
	c := &r.cues[st.cue]
	if c.passive || r.shape(c) == participleShape {
		return true
	}
	if st.root == doc.None {
		return false
	}
	n := r.nounAt(st.root, int32(len(r.tok)))
	return n != nil && n.Class == lang.NounAttack
}

func (r *run) place(k int32) int32 {
	st := &r.said[k]
	if st.CueToken != doc.None {
		return min(st.CueToken, st.content[0].first)
	}
	return st.content[0].first
}

// spanOf is the text of some tokens, without the half of a contraction.
func (r *run) spanOf(first, end int32) text.Span {
	for first < end-1 && r.tok[first].Part == doc.LaterPart {
		first++
	}
	return r.d.SpanOf(first, end)
}

// sourceSpan is the text of a cue's source; of an inverted pronoun only the
// pronoun: "il" of "-t-il".
func (r *run) sourceSpan(c *cue) text.Span {
	s := r.spanOf(c.phraseFirst, c.phraseEnd)
	if c.subject != doc.None && r.is(c.subject, lang.WordCliticSubject) {
		return r.afterHyphen(s)
	}
	return s
}

// afterHyphen is what stands behind the last hyphen of a span.
func (r *run) afterHyphen(s text.Span) text.Span {
	w := r.d.Words(s)
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] == '-' {
			s.Start += int32(i + 1)
			break
		}
	}
	return s
}

// spans turns stretches into text, joining those that touch.
func (r *run) spans(list []stretch) []text.Span {
	out := make([]text.Span, 0, len(list))
	for i, c := range list {
		c = r.trim(c)
		if c.empty() {
			continue
		}
		if i > 0 && len(out) > 0 && list[i-1].end == c.first {
			out[len(out)-1].End = r.tok[c.end-1].Span.End
			continue
		}
		out = append(out, r.spanOf(c.first, c.end))
	}
	return out
}

// mode says how the words are reported, from the marks around and inside them.
func (r *run) mode(st *statement) doc.Mode {
	in, out := 0, 0
	for _, c := range st.content {
		for i := c.first; i < c.end; i++ {
			p := r.in[i]
			switch {
			case p != doc.None && r.pieces[p].first >= c.first:
				in++
			case p != doc.None && r.pieces[p].first < c.first && r.pieces[p].end <= c.end:
				in++ // the mark opened right before the content
			case r.punct(i):
			default:
				out++
			}
		}
	}
	switch {
	case st.spoken, r.dashed(st):
		return doc.Direct
	case in > 0 && out == 0:
		return doc.Direct
	case in > 0:
		return doc.Mixed
	case st.nominal:
		return doc.Reported
	}
	return doc.Indirect
}

// dashed tells whether the content is a turn of a dialogue that a dash opens at
// the head of a paragraph.
func (r *run) dashed(st *statement) bool {
	if !st.relay {
		return false
	}
	i := st.content[0].first - 1
	if i < 0 || r.sign(i, ",") || r.sign(i, "-") || !r.comma(i) {
		return false
	}
	s := r.sentence(i)
	return i == s.First && (r.sentOf[i] == 0 || r.d.Sentences[r.sentOf[i]-1].Block != s.Block) && r.kind(s) == doc.Body
}

// people sets addressee and target.
func (r *run) people(st *statement, q *doc.Quotation) {
	if st.cue == doc.None {
		r.toldElse(nil, st, q)
		return
	}
	c := &r.cues[st.cue]
	s := r.sentence(c.verb)
	if h := r.addressee(c, st, s); h != doc.None && len(q.To) == 0 {
		f, e := r.phraseOf(h)
		if p := r.caseOf(h); p != doc.None && p >= f {
			f = p + 1
		}
		// "explique à l'agence Borealis la chercheuse Selma Ortiz": who speaks is no
		// part of who is told, though the parser hung it there.
		for !q.Source.Empty() && e > h+1 && r.tok[h].Span.End <= q.Source.Start && r.tok[e-1].Span.Start >= q.Source.Start {
			e--
		}
		if h < c.first && c.first < e {
			for e = c.first; e > h+1 && r.punct(e-1); {
				e-- // "Ce dernier, prié par la presse de répondre"
			}
		}
		q.Addressee = r.spanOf(f, r.beforeContent(st, h, e))
		q.To = []int32{h}
	}
	r.toldElse(c, st, q)
	switch c.entry.Target {
	case "obj":
		if h := r.objectOf(c, s); h != doc.None {
			q.Target = []int32{h}
		} else if c.object != doc.None {
			q.Target = []int32{c.object}
		}
	case "content":
		if st.root != doc.None && r.mention[st.root] != doc.None {
			q.Target = []int32{st.root}
		}
	}
}

// when is the time expression that stands with the cue and not in its content.
func (r *run) when(st *statement) int32 {
	at := st.CueToken
	if at == doc.None {
		return r.labelWhen(st)
	}
	s := r.sentence(at)
	best, dist := doc.None, int32(1<<30)
	lo := int32(0)
	if x := r.firstTimex(s.First); x != doc.None {
		lo = x
	} else {
		return doc.None
	}
	for x := lo; int(x) < len(r.d.Timexes) && r.d.Timexes[x].First < s.End; x++ {
		t := &r.d.Timexes[x]
		if t.Kind != doc.Date && t.Kind != doc.Clock || st.holds(t.First) || r.inOther(t.First, st) {
			continue
		}
		d := at - t.First
		if d < 0 {
			d = -d
		}
		if d > 10 && (t.First > s.First+2 || d > 3*farWhen) && (d > farWhen || t.First > at) {
			continue // "Vers 10 h 50" opens the sentence
		}
		way := r.clause(t, at)
		if way == datesNot {
			continue
		}
		if d += int32(way) * farWhen; d < dist {
			best, dist = x, d
		}
	}
	return best
}

// sameTime takes the time of the statement written last when it was said in the
// same breath: by the same source in the same sentence, or by "a-t-il ajouté"
// in the next.
func (r *run) sameTime(st *statement) int32 {
	n := len(r.d.Quotations)
	if n == 0 || st.cue == doc.None {
		return doc.None
	}
	p := &r.d.Quotations[n-1]
	if p.CueToken == doc.None || p.When == doc.None {
		return doc.None
	}
	switch ps := r.sentOf[p.CueToken]; {
	case ps == st.sentence && p.Speaker == st.Speaker:
		return p.When
	case st.sentence-ps <= 2 && r.d.Sentences[ps].Block == r.d.Sentences[st.sentence].Block && r.cues[st.cue].clitic != doc.None:
		return p.When
	}
	return doc.None
}

// inOther tells whether the token stands in the content of another statement of
// the sentence that does not hold this one's cue.
func (r *run) inOther(i int32, st *statement) bool {
	for k := r.first(st.sentence); k != doc.None; k = r.said[k].next {
		o := &r.said[k]
		if !o.dropped && !o.relay && o.holds(i) && !o.holds(st.CueToken) {
			return true
		}
	}
	return false
}

// firstTimex is the first time expression at or behind the token, or None.
func (r *run) firstTimex(i int32) int32 {
	k, _ := slices.BinarySearchFunc(r.d.Timexes, i, func(t doc.Timex, i int32) int { return cmp.Compare(t.First, i) })
	if k == len(r.d.Timexes) {
		return doc.None
	}
	return int32(k)
}

// beforeContent ends the phrase of who is told where what is said begins: "invite
// les usagers touchés par la grève à prendre le car".
func (r *run) beforeContent(st *statement, h, e int32) int32 {
	for _, c := range st.content {
		if c.first > h && c.first < e {
			e = c.first
			for e > h+1 && (r.punct(e-1) || r.tok[e-1].UPOS == doc.ADP || r.tok[e-1].UPOS == doc.SCONJ) {
				e--
			}
		}
	}
	return e
}

// negate says what a negated cue does.
func (r *run) negate(st *statement, q *doc.Quotation) {
	c := &r.cues[st.cue]
	if !r.reallyNegated(c) {
		q.Negated = false
		return
	}
	if c.entry.Negated != "" && q.Act == c.entry.Act {
		q.Act, q.Negated = c.entry.Negated, false
	}
	if q.Act == "decline" || c.effect == lang.EffectDeclined || c.effect == lang.EffectRefused {
		q.Negated = false
	}
}
