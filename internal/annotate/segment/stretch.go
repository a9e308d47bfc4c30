package segment

import "readout/internal/doc"

// How surely a piece is a finite verb.
const (
	unasked   uint8 = iota
	noFinite        // no reading of it is one
	maybe           // another reading is commoner: "porte"
	probably        // the commonest reading is one: "est"
	certainly       // it can be nothing else: "affirmait"
)

// facts looks piece i up once.
func (v *view) facts(p *piece) {
	p.finite = noFinite
	if p.kind != word || p.shape == noShape {
		return
	}
	e, _ := v.lexicon.FindLower(v.t[p.start:p.end])
	p.cluster = e.Cluster()
	if p.shape == titled {
		return
	}
	n, all := e.Len(), true
	for i := range n {
		tag, _ := e.Tag(i)
		fin := (tag.UPOS == doc.VERB || tag.UPOS == doc.AUX) && tag.Feats.Get(doc.FeatVerbForm) == doc.VerbFormFin
		switch {
		case !fin:
			all = false
		case i == 0:
			p.finite = probably
		case p.finite == noFinite:
			p.finite = maybe
		}
	}
	if n > 0 && all {
		p.finite = certainly
	}
}

// finite tells how surely piece i is a finite verb.
func (v *view) finite(i int) uint8 {
	p := &v.pieces[i]
	if p.finite == unasked {
		v.facts(p)
	}
	return p.finite
}

// cluster is the class of words of piece i that stand in similar places.
func (v *view) cluster(i int) uint32 {
	if h, out := v.out(i); out {
		return h
	}
	p := &v.pieces[i]
	if p.kind != word {
		return 1<<10 | uint32(p.kind)
	}
	v.finite(i)
	return uint32(p.cluster)
}

// behind sums up the sentence so far: the surest finite verb, brackets left
// open, how many words have a capital.
func (v *view) behind(g *gap) (surest, open, capital uint32) {
	from := max(g.begun, g.at-24)
	depth, ups, words := 0, 0, 0
	for i := from; i < g.at; i++ {
		p := &v.pieces[i]
		switch p.kind {
		case opener:
			depth++
		case closer:
			depth = max(depth-1, 0)
		case word:
			words++
			if p.shape > lowered && p.shape < numeric {
				ups++
			}
			surest = max(surest, uint32(v.finite(i)))
		}
	}
	return surest, uint32(min(depth, 2)), share(ups, words)
}

// ahead sums up what follows up to the next full stop: the surest finite verb
// and how far it is, how far the next capital and the next stop are.
func (v *view) ahead(g *gap) (surest, far, capital, stop uint32) {
	far, capital, stop = 9, 9, 9
	for i := g.next; i < len(v.pieces) && i < g.next+16; i++ {
		p := &v.pieces[i]
		if p.kind == ender || p.kind == abbr {
			stop = steps(i - g.next)
			break
		}
		if p.kind != word {
			continue
		}
		if i > g.next && capital == 9 && p.shape > lowered {
			capital = steps(i - g.next)
		}
		if f := uint32(v.finite(i)); f > surest {
			surest = f
			far = steps(i - g.next)
		}
	}
	return surest, far, capital, stop
}

func steps(n int) uint32 {
	switch {
	case n < 4:
		return uint32(n)
	case n < 6:
		return 4
	case n < 9:
		return 5
	}
	return 6
}

func share(part, whole int) uint32 {
	switch {
	case part == 0:
		return 0
	case part == whole:
		return 4
	case part*2 > whole:
		return 3
	case part*4 > whole:
		return 2
	}
	return 1
}

// stretchFeatures are those of the stretches before and after the gap.
func (v *view) stretchFeatures(f *features, g *gap, looks uint32) {
	w, n := g.word, g.next
	fin, open, ups := v.behind(g)
	afin, far, capital, stop := v.ahead(g)
	d := v.distance(g)
	cw, cl, cn1 := v.coarse(w, false), v.coarse(n, true), v.coarse(n+1, false)
	begun := v.coarse(g.begun, true)
	kw, kn, kn1 := v.cluster(w), v.cluster(n), v.cluster(n+1)
	last, first := v.looks(g.last), v.looks(g.at)
	f.add(fin, d, looks)
	f.add(fin, d, cw<<8|cl)
	f.add(open, fin, looks)
	f.add(open, last, first)
	f.add(ups, d, looks)
	f.add(ups, cl, looks)
	f.add(ups, v.form(g.begun), d)
	f.add(afin<<4|far, capital, looks)
	f.add(afin<<4|far, fin, looks)
	f.add(afin<<4|far, cl, cn1)
	f.add(afin, fin, cw<<8|cl)
	f.add(capital<<4|stop, fin, looks)
	f.add(capital, stop, d)
	f.add(begun<<8|cw, d, fin)
	f.add(begun<<8|cw, cl, fin)
	f.add(v.form(g.begun), fin, first)
	f.add(kw, looks, 0)
	f.add(kn, looks, cw)
	f.add(kw, kn, looks)
	f.add(kn, kn1, looks)
	f.add(kw, cl, cn1)
	f.add(v.cluster(w-1), kw, looks)
	f.add(kn, afin<<4|far, looks)
}
