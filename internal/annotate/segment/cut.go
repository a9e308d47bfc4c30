package segment

import "readout/internal/text"

// gap is a place between two pieces where a sentence may end.
type gap struct {
	at     int // the piece after it
	last   int // the piece before it, closing marks passed over
	word   int // the last piece that is no mark before that
	next   int // the piece after it, opening marks passed over
	type_  gapType
	begun  int // the first piece of the sentence so far
	length int // of the block in bytes
}

// gapType says what makes a gap worth a look.
type gapType uint32

const (
	noGap      gapType = iota
	afterEnd           // after . ? ! …
	afterAbbr          // after an abbreviation with its stop
	afterColon         // after : or ;
	bare               // before a capital, a figure or a mark, no stop before
)

// lostLines is the size in bytes from which a block is taken for a text whose
// lines were lost, as soon as sentences without a stop are seen in it.
const lostLines = 4000

// leniency is how far below nought the score of a bare gap may be in such a
// text, in units of the model: a little under one chance in two.
const leniency = 20

// cut finds the sentence ends of the block and leaves them in b.cuts.
func (b *builder) cut(block text.Span) {
	b.view = view{rules: b.stage.rules, t: b.t, pieces: b.pieces}
	if m := b.stage.model; m != nil {
		b.view.habits = m.habits
	}
	bares := b.decide(block.Len(), 0)
	if block.Len() > lostLines && bares*16 > len(b.cuts) {
		b.decide(block.Len(), leniency)
	}
	b.cuts = append(b.cuts, int32(len(b.pieces)))
	for _, at := range b.cuts {
		if p := &b.pieces[at-1]; p.kind == initial && int(at) < len(b.pieces) {
			p.end-- // "le plan B." loses its stop again
			b.dropped = true
		}
	}
	if b.dropped {
		b.restoreStops()
	}
}

// decide goes over the gaps of the block; it returns how many sentences end
// without a stop.
func (b *builder) decide(length int, lenient int32) int {
	b.cuts = b.cuts[:0]
	g := gap{last: -1, length: length}
	bares := 0
	for i := 1; i < len(b.pieces); i++ {
		if b.pieces[i-1].kind != closer {
			g.last = i - 1
		}
		if !b.view.candidate(&g, i) || !b.ends(&g, lenient) {
			continue
		}
		if g.type_ == bare {
			bares++
		}
		b.cuts = append(b.cuts, int32(i))
		g.begun, g.last = i, i
	}
	return bares
}

// restoreStops puts a piece of its own for each full stop that an initial gave
// back at the end of its sentence.
func (b *builder) restoreStops() {
	out := make([]piece, 0, len(b.pieces)+16)
	next := 0
	for i, p := range b.pieces {
		if next < len(b.cuts) && int(b.cuts[next]) == i {
			b.cuts[next] = int32(len(out))
			next++
		}
		if p.kind == initial && b.t[p.end] == '.' {
			p.kind = word
			out = append(out, p, piece{start: p.end, end: p.end + 1, kind: ender})
			continue
		}
		out = append(out, p)
	}
	b.cuts[next] = int32(len(out))
	b.pieces = out
	b.dropped = false
}

// candidate tells whether a sentence may end before piece i, and describes the
// gap. Most gaps are no candidates: the models are asked at few places.
func (v *view) candidate(g *gap, i int) bool {
	p, n := &v.pieces[i-1], &v.pieces[i]
	switch n.kind {
	case closer, comma_, colon_, ender:
		return false
	}
	if p.kind == opener || g.last < g.begun {
		return false
	}
	g.at, g.next = i, i
	for g.next < i+3 && g.next < len(v.pieces)-1 && (v.pieces[g.next].kind == opener || v.pieces[g.next].kind == dash_) {
		g.next++
	}
	g.type_ = v.typeOf(g, p, n)
	if g.type_ == noGap {
		return false
	}
	g.word = g.last
	for k := 0; k < 8 && g.word > g.begun && v.pieces[g.word].kind >= ender && v.pieces[g.word].kind <= sign; k++ {
		g.word--
	}
	return true
}

func (v *view) typeOf(g *gap, p, n *piece) gapType {
	apart := n.start > p.end
	last := &v.pieces[g.last]
	switch last.kind {
	case ender:
		quote := g.last < g.at-1 && p.shape == quoted
		plain := v.t[last.start] == '.' && last.end == last.start+1
		if n.shape == lowered && (quote || g.length <= lostLines || !plain && !v.lowered[v.t[n.start:n.end]]) {
			return noGap // « Qui ? » a-t-il demandé. Also "3 millions de pers. sont".
		}
		if apart || n.shape > lowered || n.kind == opener {
			return afterEnd
		}
	case initial:
		if n.kind == initial || g.last == g.begun {
			return noGap // "J. M. Dupont"; "E. Durand" at the start of a sentence
		}
		return afterAbbr
	case abbr:
		return afterAbbr
	case colon_:
		// In a text with its lines, what follows a colon belongs to the sentence.
		if apart && g.length > lostLines {
			return afterColon
		}
	case comma_, dash_, title:
	default:
		if n.kind == dash_ && g.length <= lostLines && v.t[n.start] != '-' {
			return noGap // "OSLO, 16 janvier – Le ministre": a list has its lines
		}
		if apart && (n.kind != word || n.shape > lowered) {
			return bare
		}
	}
	return noGap
}

// ends decides whether a sentence ends at the gap.
func (b *builder) ends(g *gap, lenient int32) bool {
	if b.stage.model == nil {
		return b.view.endsByRule(g)
	}
	if g.type_ == afterColon && b.t[b.pieces[g.last].start] == ';' {
		// Where lines are lost a semicolon is nearly always the end of a clause that
		// the treebanks count as a sentence: 33 of 43 in Sequoia, all 16 in GSD's dev.
		_, open, _ := b.view.behind(g)
		return open == 0
	}
	b.feats = b.view.endFeatures(g, b.feats[:0])
	var score [1]int32
	b.stage.model.ends.Score(b.feats, score[:])
	if g.type_ == bare {
		return score[0] > -lenient
	}
	return score[0] > 0
}

// endsByRule decides without weights: a full stop and a capital.
func (v *view) endsByRule(g *gap) bool {
	n := &v.pieces[g.next]
	switch g.type_ {
	case afterEnd:
		return n.kind == number || n.shape > lowered || n.kind == sign
	case afterAbbr:
		return v.starter(g.next) == 1
	}
	return false
}
