package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// headlines states what a title puts in somebody's mouth without a verb:
// "Brandstetter à Toukouma : « L'Allemagne ne part pas »", "Oslo « n'a jamais
// parlé d'arbitrage »".
func (r *run) headlines() {
	for si, s := range r.d.Sentences {
		if r.kind(s) != doc.Title || s.End-s.First > maxSentence {
			continue
		}
		for i := s.First; i < s.End; i++ {
			p := r.pieceAt(i)
			if p == nil || r.covered(i, int32(si)) || !p.finite && p.words < 4 {
				continue
			}
			src := r.headlineSource(i, s)
			if src == doc.None {
				continue
			}
			st := r.newStatement(doc.None, r.s.rules.headline)
			st.sentence, st.Act, st.Speaker = int32(si), "state", src
			f, e := r.phraseOf(src)
			st.Source = r.spanOf(f, e)
			st.content = []stretch{r.trim(stretch{p.first, p.end})}
			r.add(st)
			p.settled = true
		}
	}
}

// headlineSource is the one who can speak right before a quotation or the colon
// before it.
func (r *run) headlineSource(i int32, s doc.Sentence) int32 {
	b := i - 1
	colon := b >= s.First && r.sign(b, ":")
	if b < s.First {
		return doc.None
	}
	start := s.First
	for k := s.First; k < b; k++ {
		if r.sign(k, ":") {
			start = k + 1
		}
	}
	for k := start; k < b; k++ {
		if r.mention[k] == doc.None {
			continue
		}
		m := &r.d.Mentions[r.mention[k]]
		if m.First != start {
			continue
		}
		end := m.End == b || !colon && m.End == i
		if m.Type == doc.Person && (end || r.tok[m.End].UPOS == doc.ADP || r.comma(m.End)) || (m.Type == doc.Organization || m.Type == doc.Location && !colon) && end {
			return k
		}
	}
	return doc.None
}

func (r *run) kind(s doc.Sentence) doc.BlockKind {
	if s.Block >= 0 && int(s.Block) < len(r.d.Blocks) {
		return r.d.Blocks[s.Block].Kind
	}
	return doc.Body
}

// covered tells whether a statement of the sentence has the token in its content.
func (r *run) covered(i, sentence int32) bool {
	for k := r.first(sentence); k != doc.None; k = r.said[k].next {
		if r.said[k].holds(i) {
			return true
		}
	}
	return false
}

// goOn gives quotations without a cue to whoever spoke before: a sentence that
// is nothing but a quotation goes on with the statement before it; one with a
// clause in it is a statement of its own whose source the text leaves out.
func (r *run) goOn() {
	byToken := r.contentIndex()
	for pi := range r.pieces {
		p := &r.pieces[pi]
		if byToken[p.first] != doc.None || p.end > p.first+1 && byToken[p.first+1] != doc.None {
			p.settled = true
			continue
		}
		si := r.sentOf[p.first]
		s := r.d.Sentences[si]
		if s.End-s.First > maxSentence || r.kind(s) == doc.Title || r.bySpeakerLine(p, si) || r.hasOuterCue(p) {
			continue
		}
		if r.byColon(p, si) {
			continue
		}
		whole := p.first == s.First || r.onlyDash(s.First, p.first)
		last := r.sentOf[p.end-1]
		closes := r.stop(p.end, r.d.Sentences[last])
		if whole && closes {
			if prev := r.statementBefore(p.first, si, byToken); prev != doc.None {
				st := &r.said[prev]
				st.content = append(st.content, r.trim(stretch{p.first, p.end}))
				p.settled = true
				for i := p.first; i < p.end; i++ {
					byToken[i] = prev
				}
				continue
			}
		}
		if (p.finite && p.words >= 4 || p.words >= 8) && p.words < 400 {
			r.bare(p, si, byToken)
		}
	}
}

// bySpeakerLine states « … » — Nom: a dash and a name behind a quotation.
func (r *run) bySpeakerLine(p *piece, si int32) bool {
	i := p.end
	if int(i)+1 >= len(r.tok) || !r.comma(i) || r.sign(i, ",") {
		return false
	}
	src := doc.None
	for k := i + 1; int(k) < len(r.tok) && k < i+4; k++ {
		if m := r.mention[k]; m != doc.None && r.d.Mentions[m].First == i+1 && r.d.Mentions[m].Type == doc.Person {
			src = k
		}
	}
	if src == doc.None || r.mainVerb(i+1, r.sentence(src).End) != doc.None {
		return false
	}
	st := r.newStatement(doc.None, r.s.rules.line)
	st.sentence, st.Act, st.Speaker = si, "state", src
	f, e := r.phraseOf(src)
	st.Source = r.spanOf(f, e)
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	r.add(st)
	p.settled = true
	return true
}

// hasOuterCue tells whether a statement's cue stands inside the quotation and
// its source outside: « a redit son inquiétude » behind its subject.
func (r *run) hasOuterCue(p *piece) bool {
	for k := r.first(r.sentOf[p.first]); k != doc.None; k = r.said[k].next {
		st := &r.said[k]
		if p.first < st.CueToken && st.CueToken < p.end && st.Speaker != doc.None && st.Speaker < p.first {
			return true
		}
	}
	return false
}

// onlyDash tells whether only dashes stand between the two tokens.
func (r *run) onlyDash(a, b int32) bool {
	for i := a; i < b; i++ {
		if !r.comma(i) {
			return false
		}
	}
	return true
}

// contentIndex says for each token which statement has it in its content.
func (r *run) contentIndex() []int32 {
	by := make([]int32, len(r.tok))
	for i := range by {
		by[i] = doc.None
	}
	for k := range r.said {
		for _, c := range r.said[k].content {
			if c.end-c.first > 5000 {
				continue
			}
			for i := c.first; i < c.end; i++ {
				by[i] = int32(k)
			}
		}
	}
	return by
}

// statementBefore is the statement that a quotation at the head of a sentence
// goes on from: the last one of the sentence before, direct speech first.
func (r *run) statementBefore(at, si int32, by []int32) int32 {
	if si == 0 || at == 0 || r.kind(r.d.Sentences[si-1]) != doc.Body {
		return doc.None
	}
	if by[at-1] != doc.None || at > 1 && r.punct(at-1) && by[at-2] != doc.None {
		k := by[at-1]
		if k == doc.None {
			k = by[at-2]
		}
		if st := &r.said[k]; st.Speaker != doc.None && (r.marked(st.content[0].first, st.content[len(st.content)-1].end) || r.hasSay(st)) {
			return k
		}
	}
	best := doc.None
	for k := r.first(si - 1); k != doc.None; k = r.said[k].next {
		st := &r.said[k]
		if st.Speaker == doc.None {
			continue
		}
		if best == doc.None || r.hasSay(st) && st.CueToken > r.said[best].CueToken {
			best = k
		}
	}
	return best
}

func (r *run) hasSay(st *statement) bool {
	return st.cue == doc.None || r.cues[st.cue].entry.Has(lang.FrameSay)
}

// nearPerson is who a quotation without any cue may come from: whoever speaks
// in the sentence behind it when it opens its paragraph ("« … » Dans une lettre,
// le ministre reproche …"), else the person named last before it.
func (r *run) nearPerson(p *piece, si int32) int32 {
	s := r.d.Sentences[si]
	next := r.sentOf[p.end-1] + 1
	if p.first == s.First && int(next) < len(r.d.Sentences) && r.d.Sentences[next].Block == s.Block {
		for k := r.first(next); k != doc.None; k = r.said[k].next {
			if r.said[k].Speaker != doc.None {
				return r.said[k].Speaker
			}
		}
	}
	for i := p.first - 1; i >= 0 && r.sentOf[i] >= si-2; i-- {
		if m := r.mention[i]; m != doc.None && r.in[i] == doc.None && r.d.Mentions[m].Type == doc.Person {
			return i
		}
	}
	return doc.None
}

// bare states a quotation whose cue and source the text leaves out.
func (r *run) bare(p *piece, si int32, by []int32) {
	speaker := doc.None
	from := int32(0)
	for d := int32(0); d <= 3; d++ {
		for k := r.first(si - d); k != doc.None; k = r.said[k].next {
			st := &r.said[k]
			if st.Speaker == doc.None || d == 0 && st.CueToken > p.first {
				continue
			}
			if at := max(st.CueToken, st.Speaker); at >= from {
				speaker, from = st.Speaker, at
			}
		}
	}
	if speaker == doc.None {
		speaker = r.nearPerson(p, si)
	}
	if speaker == doc.None {
		return
	}
	st := r.newStatement(doc.None, r.s.rules.bare)
	st.sentence, st.Act, st.Speaker = si, "state", speaker
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	p.settled = true
	r.add(st)
}
