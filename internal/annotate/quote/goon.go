package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// kind is the kind of the paragraph that the sentence stands in.
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
		if s.End-s.First > maxSentence || r.kind(s) == doc.Title || r.hasOuterCue(p) {
			continue
		}
		if r.byColon(p, si) || r.byLabel(p, si) || r.byLineAbove(p, si) {
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
		if h := r.personIn(r.d.Sentences[next]); h != doc.None && (si == 0 || r.d.Sentences[si-1].Block != s.Block) {
			return h // “On ne lâchera rien !” Devant le brasero, Odile Castan motivait ses troupes.
		}
	}
	for i := p.first - 1; i >= 0 && r.sentOf[i] >= si-2; i-- {
		if m := r.mention[i]; m != doc.None && r.in[i] == doc.None && r.d.Mentions[m].Type == doc.Person {
			return i
		}
	}
	return doc.None
}

// personIn is the first person whom a sentence names and makes its subject, or
// None.
func (r *run) personIn(s doc.Sentence) int32 {
	for i := s.First; i < s.End && i < s.First+25; i++ {
		if m := r.mention[i]; m != doc.None && r.in[i] == doc.None && r.d.Mentions[m].Type == doc.Person && !r.d.Mentions[m].Name.Empty() && r.tok[i].Deprel.Is(doc.RelNsubj) {
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
