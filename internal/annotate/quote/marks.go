package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// piece is one outermost stretch in quotation marks.
type piece struct {
	first, end int32 // tokens with the marks, half-open
	words      int32 // words inside
	finite     bool  // there is a finite verb inside
	closed     bool
	goesOn     bool // the paragraph that follows opens the same quotation again
	settled    bool // a statement has it
}

// mark says what a sign does.
type mark struct {
	opens, closes, same bool
	partner             string
}

func marksOf(q *lang.Quotes) map[string]mark {
	m := make(map[string]mark, 2*len(q.Marks))
	for _, p := range q.Marks {
		switch p.Class {
		case "same":
			m[p.Open] = mark{opens: true, closes: true, same: true, partner: p.Open}
		case "pair", "single":
			o := m[p.Open]
			o.opens, o.partner = true, p.Close
			m[p.Open] = o
			c := m[p.Close]
			c.closes = true
			m[p.Close] = c
		}
	}
	return m
}

// maxDepth is how deep marks are told apart; deeper ones are only counted.
const maxDepth = 16

// maxPiece is the longest quotation, in tokens; a mark that is still open then
// was never closed, and what it holds would belong to every cue inside it.
const maxPiece = 2000

// marker is the state of the scan for quotation marks.
type marker struct {
	r     *run
	open  [maxDepth]string // what would close each open mark
	depth int
	start int32 // the outermost open mark
}

// findPieces finds the quoted stretches. A mark left open is closed at the end
// of its paragraph, and that is remarked, unless the next paragraph opens with
// the same mark again, as long speeches are set.
func (r *run) findPieces() {
	m := marker{r: r}
	block := int32(-1)
	for si, s := range r.d.Sentences {
		if s.Block != block || si == 0 {
			m.endBlock(s.First)
			block = s.Block
		}
		for i := s.First; i < s.End; i++ {
			if m.depth > 0 && i-m.start >= maxPiece {
				m.endBlock(i)
			}
			m.token(i)
		}
	}
	m.endBlock(int32(len(r.tok)))
}

func (m *marker) token(i int32) {
	r := m.r
	t := &r.tok[i]
	if len(t.Form) <= 3 {
		if k, ok := r.s.marks[t.Form]; ok {
			m.sign(i, k)
			return
		}
	}
	if m.depth > 0 {
		r.in[i] = int32(len(r.pieces))
	}
}

func (m *marker) sign(i int32, k mark) {
	form := m.r.tok[i].Form
	for d := m.depth - 1; d >= 0 && k.closes; d-- {
		if d >= maxDepth || m.open[d] != form {
			if d >= maxDepth {
				m.depth--
				return
			}
			continue
		}
		// A closing sign closes what was left open inside, too.
		m.r.in[i] = int32(len(m.r.pieces))
		m.depth = d
		if d == 0 {
			m.add(i+1, true)
		}
		return
	}
	if !k.opens {
		if m.depth > 0 {
			m.r.in[i] = int32(len(m.r.pieces))
		} else {
			m.r.d.Remark("quote", "unbalanced-quotes", m.r.tok[i].Span, form)
		}
		return
	}
	if m.depth == 0 {
		m.start = i
	}
	if m.depth < maxDepth {
		m.open[m.depth] = k.partner
	}
	m.depth++
	m.r.in[i] = int32(len(m.r.pieces))
}

// endBlock closes what is open before token next, where a paragraph begins.
func (m *marker) endBlock(next int32) {
	if m.depth == 0 {
		return
	}
	r := m.r
	again := int(next) < len(r.tok) && r.tok[next].Form == r.tok[m.start].Form && !r.s.marks[r.tok[next].Form].same
	m.depth = 0
	m.add(next, false)
	p := &r.pieces[len(r.pieces)-1]
	p.goesOn = again
	if !again {
		r.d.Remark("quote", "unbalanced-quotes", text.Span{Start: r.tok[m.start].Span.Start, End: r.tok[next-1].Span.End}, r.tok[m.start].Form)
	}
}

func (m *marker) add(end int32, closed bool) {
	p := piece{first: m.start, end: end, closed: closed}
	for i := p.first + 1; i < end; i++ {
		if !m.r.punct(i) {
			p.words++
			p.finite = p.finite || m.r.finite(i)
		}
	}
	m.r.pieces = append(m.r.pieces, p)
}

// pieceAt is the quoted piece that begins at token i, or nil.
func (r *run) pieceAt(i int32) *piece {
	if i < 0 || int(i) >= len(r.tok) || r.in[i] == doc.None {
		return nil
	}
	if p := &r.pieces[r.in[i]]; p.first == i {
		return p
	}
	return nil
}

// pieceEnding is the quoted piece whose last token is i, or nil.
func (r *run) pieceEnding(i int32) *piece {
	if i < 0 || int(i) >= len(r.tok) || r.in[i] == doc.None {
		return nil
	}
	if p := &r.pieces[r.in[i]]; p.end == i+1 {
		return p
	}
	return nil
}

// titleOf tells whether the quotation at token i is the title of the text that
// stands before it: "a répondu à la pétition « Rendez-nous la plage »".
func (r *run) titleOf(c *cue, i int32, s doc.Sentence) bool {
	h := i - 1
	if h <= c.end || r.tok[h].UPOS != doc.NOUN || !r.hasCase(h) {
		return false
	}
	n := r.nounAt(h, s.End)
	return n != nil && (n.Class == lang.NounText || n.Class == lang.NounLaw || n.Class == lang.NounInterview)
}
