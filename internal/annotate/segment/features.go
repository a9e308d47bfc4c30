package segment

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
	v.stretchFeatures(&f, g, nl<<1|start)
	v.habitFeatures(&f, g, nl<<1|start)
	if g.type_ == bare || g.type_ == afterColon {
		v.headingFeatures(&f, g, nl<<1|start)
	}
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
