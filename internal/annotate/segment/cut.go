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
// text, in units of the model: about one chance in three.
const leniency = 56

// cut finds the sentence ends of the block and leaves them in b.cuts.
func (b *builder) cut(block text.Span) {
	b.view = view{rules: b.stage.rules, t: b.t, pieces: b.pieces}
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
		if n.shape == lowered && (g.last < g.at-1 && p.shape == quoted || v.t[last.start] != '.' || last.end > last.start+1) {
			return noGap // « Qui ? » a-t-il demandé.
		}
		if apart || n.shape > lowered || n.kind == opener {
			return afterEnd
		}
	case initial:
		if n.kind == initial {
			return noGap // "J. M. Dupont"
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

// endFeatures describes a gap to the model.
func (v *view) endFeatures(g *gap, list []uint32) []uint32 {
	f := features{list: list, base: uint32(g.type_) * 2654435761}
	w, n := g.word, g.next
	first := v.looks(g.at)
	wl, nl, n2l := v.looks(w), v.looks(n), v.looks(n+1)
	nf := v.form(n)
	marks := v.marksAt(g)
	far, size := v.distance(g), blockSize(g.length)
	known := v.readings(n, true)
	start := v.starter(n)
	f.add(0, 0, 0)
	f.add(v.form(g.last), 0, 0)
	f.add(v.form(w), 0, 0)
	f.add(v.form(w), v.form(g.last), 0)
	f.add(v.ending(w), nl, 0)
	f.add(wl, nl, first)
	f.add(nf, 0, 0)
	f.add(nf, nl, wl)
	f.add(v.form(w-1), wl, nl)
	f.add(v.form(n+1), nl, 0)
	f.add(nl, n2l, first)
	f.add(nl, n2l, wl)
	f.add(start, nl, wl)
	f.add(marks, first, nl)
	f.add(far, nl, wl)
	f.add(far, size, start)
	f.add(size, nl, wl)
	f.add(v.ending(n), nl, 0)
	f.add(known, nl, wl)
	f.add(v.readings(w, false), nl, start)
	f.add(v.readings(w, false), known, nl)
	f.add(v.readings(n+1, false), known, nl)
	f.add(v.readings(w-1, false), v.readings(w, false), nl)
	f.add(v.looks(g.begun), first, nl)
	f.add(v.form(g.begun), start, nl)
	f.add(v.length(w), wl, nl)
	f.add(nf, v.form(n+1), 0)
	f.add(v.form(w), nf, 0)
	f.add(v.looks(w-1), wl, nl)
	f.add(v.readings(w, false), v.readings(n+1, false), start)
	seen, ahead := v.verbs(max(g.begun, g.at-24), g.at), v.verbAhead(n)
	f.add(seen, ahead, nl)
	f.add(seen, start, nl)
	f.add(seen, far, nl)
	f.add(seen, size, start<<8|ahead)
	f.add(ahead, start, nl)
	v.coarseFeatures(&f, g, nl<<1|start)
	return f.list
}

// coarseFeatures are those of word classes around the gap.
func (v *view) coarseFeatures(f *features, g *gap, looks uint32) {
	w, n := g.word, g.next
	cw, cw1 := v.coarse(w, false), v.coarse(w-1, false)
	cl, cn, cn1, cn2 := v.coarse(n, true), v.coarse(n, false), v.coarse(n+1, false), v.coarse(n+2, false)
	f.add(cw, cl, looks)
	f.add(cw1<<8|cw, cl<<8|cn, looks)
	f.add(cw<<8|cl, cn1<<8|cn2, looks)
	f.add(cl<<8|cn, cn1<<8|cn2, looks)
	f.add(cl<<8|cn, cw, v.looks(w))
	f.add(v.form(n), cn1, cn2)
	f.add(v.form(n), cw, 0)
	f.add(v.form(w), cl, looks)
	f.add(cw1, cw, v.distance(g))
	f.add(v.ending(w), cl, cn1)
	f.add(v.looks(w), v.looks(n+1), v.looks(n+2)<<8|looks)
}

// marksAt tells what white space and which closing marks stand in the gap.
func (v *view) marksAt(g *gap) uint32 {
	var m uint32
	p, n := &v.pieces[g.at-1], &v.pieces[g.at]
	for i := p.end; i < n.start && i < p.end+8; i++ {
		if v.t[i] == '\n' {
			m |= 1
		}
	}
	switch d := n.start - p.end; {
	case d == 0:
		m |= 2
	case d > 2:
		m |= 4
	}
	return m | uint32(min(g.at-1-g.last, 3))<<4
}

// distance is how many pieces the sentence has so far, roughly.
func (v *view) distance(g *gap) uint32 {
	switch d := g.at - g.begun; {
	case d < 4:
		return uint32(d)
	case d < 6:
		return 4
	case d < 9:
		return 5
	case d < 14:
		return 6
	case d < 25:
		return 7
	case d < 45:
		return 8
	}
	return 9
}

// blockSize is large where the lines of a text were lost: only there do
// headings stand inside a block without a stop.
func blockSize(bytes int) uint32 {
	switch {
	case bytes < 400:
		return 0
	case bytes < 1500:
		return 1
	case bytes < 4000:
		return 2
	}
	return 3
}

func (v *view) length(i int) uint32 {
	if h, out := v.out(i); out {
		return h
	}
	return uint32(min(v.pieces[i].end-v.pieces[i].start, 6))
}

// splitFeatures describes a form that may be one word or two by the words
// around it in its sentence.
func (v *view) splitFeatures(i int, list []uint32) []uint32 {
	me := v.form(i)
	f := features{list: list, base: me}
	p, p2, n, n2 := v.form(i-1), v.form(i-2), v.form(i+1), v.form(i+2)
	pr, p2r, nr, n2r := v.readings(i-1, false), v.readings(i-2, false), v.readings(i+1, false), v.readings(i+2, false)
	pe, ne := v.ending(i-1), v.ending(i+1)
	f.add(0, 0, 0)
	f.add(p, 0, 0)
	f.add(n, 0, 0)
	f.add(p, p2, 0)
	f.add(n, n2, 0)
	f.add(p, n, 0)
	f.add(pe, 0, 0)
	f.add(ne, 0, 0)
	f.add(pe, ne, 0)
	f.add(pr, 0, 0)
	f.add(nr, 0, 0)
	f.add(pr, nr, 0)
	f.add(pr, p2r, 0)
	f.add(p2r, pr, nr)
	f.add(nr, n2r, 0)
	f.add(pr, nr, n2r)
	f.add(pe, p2r, 0)
	f.add(p2, pr, 0)
	f.add(v.looks(i-1), v.looks(i), 0)
	f.add(v.form(i-3), pr, 0)
	f.add(pr, ne, 0)
	f.add(n2, 0, 0)
	f.add(pe, nr, 0)
	return f.list
}
