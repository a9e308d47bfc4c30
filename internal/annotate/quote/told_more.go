package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// toldInside finds who a pronoun means inside somebody's words: "elle m'a dit de
// partir" in what X says is said to X, and "Y lui a promis" in X's account mostly
// too.
func (r *run) toldInside(st *statement, q *doc.Quotation) {
	if len(q.To) != 1 || !r.is(q.To[0], lang.WordDativeClitic|lang.WordObjectClitic) || len(q.Via) == 0 || st.CueToken == doc.None {
		return
	}
	h := q.To[0]
	o := q.Via[0]
	for k := range q.Via {
		if q.Via[k].Channel == "" {
			o = q.Via[k]
			break
		}
	}
	if o.Channel != "" || o.Speaker == doc.None || o.Speaker == st.Speaker || o.Speaker == h {
		return
	}
	inside := r.in[h] != doc.None || r.spokenAt(st.CueToken)
	first := r.is(h, lang.WordFirst)
	if first != inside || first && r.is(max(st.Speaker, 0), lang.WordFirst) {
		return
	}
	if m := r.mention[o.Speaker]; !first && (m == doc.None || r.d.Mentions[m].Type != doc.Person) {
		return
	}
	if !first && (r.tok[h].Feats.Has(doc.FeatNumber, doc.NumberPlur) || st.Speaker == doc.None || r.tok[st.Speaker].UPOS == doc.PRON) {
		return
	}
	q.To = []int32{o.Speaker}
}

// spokenAt tells whether the token stands in a turn of a dialogue.
func (r *run) spokenAt(i int32) bool {
	for d := int32(0); d <= 6 && r.sentOf[i]-d >= 0; d++ {
		for k := r.first(r.sentOf[i] - d); k != doc.None; k = r.said[k].next {
			if o := &r.said[k]; o.spoken && o.holds(i) {
				return true
			}
		}
	}
	return false
}

// stillTold keeps the listeners of the statement before for what its speaker goes
// on to say: in the same sentence, "a confié au journal que …, ajoutant que …", and
// with a pronoun in the next, "« … », a-t-il dit devant la presse. Il a ajouté que …".
func (r *run) stillTold(st *statement, q *doc.Quotation) {
	n := len(r.d.Quotations)
	if n == 0 || len(q.To) > 0 || st.cue == doc.None || st.Speaker == doc.None {
		return
	}
	for n > 1 && covers(&r.d.Quotations[n-2], &r.d.Quotations[n-1]) {
		n-- // what stands inside somebody's words is not what he goes on from
	}
	p := &r.d.Quotations[n-1]
	if p.CueToken == doc.None || len(p.To) != 1 || p.Speaker == doc.None || r.cueAt[p.CueToken] == doc.None {
		return
	}
	ps := r.sentOf[p.CueToken]
	if ps == st.sentence && p.Speaker == st.Speaker && r.toldPlainly(&r.cues[r.cueAt[p.CueToken]], p) && r.cues[st.cue].entry.To != "obj" {
		q.To = slices.Clone(p.To)
		return
	}
	if st.inner || len(q.Via) > 0 || r.tok[p.To[0]].UPOS == doc.PRON {
		return
	}
	c := &r.cues[st.cue]
	if ps >= st.sentence || st.sentence-ps > 2 || r.d.Sentences[ps].Block != r.d.Sentences[st.sentence].Block || !r.listeners(p.To[0]) && !(c.incise && r.asMedium(p.To[0])) {
		return
	}
	if r.tok[st.Speaker].UPOS != doc.PRON || r.is(st.Speaker, lang.WordFirst|lang.WordRelative|lang.WordNobody) || r.shape(c) != finiteShape {
		return
	}
	q.To = slices.Clone(p.To)
}

// covers tells whether the cue of a quotation stands in the content of another.
func covers(o, q *doc.Quotation) bool {
	for _, c := range o.Content {
		if c.Start <= q.Cue.Start && q.Cue.End <= c.End && !q.Cue.Empty() {
			return true
		}
	}
	return false
}

// toldPlainly tells whether the statement only says something to somebody: who is
// asked, thanked or promised something need not be told what comes next.
func (r *run) toldPlainly(c *cue, p *doc.Quotation) bool {
	switch p.Act {
	case "state", "announce", "admit", "deny":
		return c.entry.To != "obj"
	}
	return false
}

// asMedium tells whether who is told is a named body, as a newspaper is.
func (r *run) asMedium(h int32) bool {
	m := r.mention[h]
	return m != doc.None && r.d.Mentions[m].Kind == doc.Named && r.d.Mentions[m].Type == doc.Organization
}

// toldElse finds who is told though no word by the cue says so.
func (r *run) toldElse(c *cue, st *statement, q *doc.Quotation) {
	if len(q.To) > 0 {
		return
	}
	h := doc.None
	if c != nil {
		h = r.toldToAct(c, st)
	}
	if h == doc.None {
		h = r.toldByAsker(st)
	}
	if h != doc.None {
		f, e := r.phraseOf(h)
		if p := r.caseOf(h); p != doc.None && p >= f {
			f = p + 1
		}
		q.Addressee, q.To = r.spanOf(f, max(e, h+1)), []int32{h}
	}
}

// toldByAsker is who has asked the speaker: "Joint par la radio, le maire dément …",
// "selon le gérant, interrogé par Lac FM, …".
func (r *run) toldByAsker(st *statement) int32 {
	if st.Speaker == doc.None {
		return doc.None
	}
	s := r.sentence(st.Speaker)
	_, e := r.phraseOf(st.Speaker)
	e = max(e, st.Speaker+1)
	for i := s.First; i < s.End && i < e+4; i++ {
		// At the head of a sentence "Joint par la radio" may look like a present.
		if !r.hasLemma(i, lang.WordInterviewed) || r.in[i] != doc.None || st.holds(i) || i > r.start(s) && (!r.participle(i, doc.TensePast) || r.hasTense(i)) {
			continue
		}
		if h := r.tok[i].Head; i > r.start(s)+1 && h != st.Speaker && (i < st.Speaker || r.mention[st.Speaker] == doc.None || h < st.Speaker || h >= e) && (i < e || i > e+2 || !r.comma(i-1)) {
			continue
		}
		for k := i + 1; k < s.End && k < i+7 && !r.comma(k) && !r.finite(k); k++ {
			if !r.is(k, lang.WordAgent) {
				continue
			}
			h := r.tok[k].Head
			if h == doc.None || h <= k || h >= s.End {
				h = r.nounFrom(k+1, s)
			}
			if h != doc.None && h != st.Speaker && !st.holds(h) && r.mention[h] != doc.None && r.canSpeak(h) && r.timexAt(h) == doc.None {
				return h
			}
			break
		}
	}
	return doc.None
}

// toldToAct is who has to do what is demanded: "exige que Brunn retire ses
// troupes". The tree may hang other words on the verb, but its subject stands first.
func (r *run) toldToAct(c *cue, st *statement) int32 {
	if c.entry.Act != "ask" && c.entry.Act != "demand" || st.Rule != r.s.rules.that || len(st.content) == 0 || st.Negated {
		return doc.None
	}
	x := st.content[0]
	v := r.mainVerb(x.first, min(x.end, x.first+40))
	if v == doc.None || r.tok[v].Deprel == doc.RelAuxPass || r.tok[v].Deprel.Is(doc.RelCop) {
		return doc.None
	}
	if f := r.tok[v].Feats; f.Has(doc.FeatTense, doc.TenseFut) || f.Has(doc.FeatMood, doc.MoodCnd) {
		return doc.None
	}
	if d := r.tok[v].Deprel; d.Is(doc.RelAux) && r.tok[v].Head > v {
		v = r.tok[v].Head
	}
	h := r.ownSubject(v)
	if h == doc.None || h < x.first || h >= v || r.tok[h].UPOS == doc.PRON || h == st.Speaker || r.mention[h] == doc.None || r.timexAt(h) != doc.None {
		return doc.None
	}
	if m := &r.d.Mentions[r.mention[h]]; m.Type == doc.NoType && m.Kind != doc.Named {
		return doc.None
	}
	return h
}

// listeners tells whether those told are an audience: behind a preposition of
// listeners.
func (r *run) listeners(h int32) bool {
	s := r.sentence(h)
	for i := h - 1; i >= s.First && i > h-7; i-- {
		if e, ok := r.before(i, s); ok && e <= h {
			return true
		}
	}
	return false
}
