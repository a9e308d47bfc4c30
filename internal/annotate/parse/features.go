package parse

// Features are sums of token hashes, each times a constant of its own place in
// the template; the upper half of the product is the feature's hash. The
// templates follow Zhang and Nivre (2011), with prepositions, morphology,
// quotation marks and finite verbs added.
const (
	k1 = 0x9e3779b97f4a7c15
	k2 = 0xc2b2ae3d27d4eb4f
	k3 = 0x165667b19e3779f9
	k4 = 0xd6e8feb86659fd93
	k5 = 0xa0761d6478bd642f
)

type sink struct {
	f    []uint32
	tmpl uint64
}

func (k *sink) add(h uint64) {
	k.tmpl += 0x8b72e5d1c3a4f769
	k.f = append(k.f, uint32((h+k.tmpl)*k5>>32))
}

func one(a uint32) uint64         { return uint64(a) * k1 }
func two(a, b uint32) uint64      { return uint64(a)*k1 + uint64(b)*k2 }
func three(a, b, c uint32) uint64 { return uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3 }

func gap(a, b int32) uint32 {
	d := b - a
	switch {
	case d < 5:
		return uint32(d)
	case d < 8:
		return 5
	case d < 15:
		return 6
	}
	return 7
}

func bits(m uint64) uint32 { return uint32(m * k4 >> 32) }

// agree compares number, gender and person of two tokens: 0 unknown, 1 same,
// 2 different, each.
func agree(a, b *node) uint32 {
	return same(a.num, b.num) | same(a.gen, b.gen)<<2 | same(a.per, b.per)<<4
}

func same(a, b uint8) uint32 {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == b:
		return 1
	}
	return 2
}

// alike tells in what two words with their dependents are the same.
func alike(a, b *node, ea, eb *elem) uint32 {
	return yes(a.tag == b.tag) | yes(a.fine == b.fine)<<1 | yes(a.morph == b.morph)<<2 | yes(a.lemma == b.lemma)<<3 |
		yes(ea.marker == eb.marker)<<4 | yes(ea.marker != 0)<<5
}

func yes(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// actionFeatures describes a configuration for the choice of the next action.
func (m *machine) actionFeatures(st *state, buf []uint32) []uint32 {
	s := m.s
	k := sink{f: buf[:0]}
	top, under, third := &noElem, &noElem, &noElem
	if st.top != none {
		top = &m.elems[st.top]
		if top.below != none {
			under = &m.elems[top.below]
			if under.below != none {
				third = &m.elems[under.below]
			}
		}
	}
	front := &st.front
	s0, s1, s2, b0 := s.at(top.node), s.at(under.node), s.at(third.node), s.at(front.node)
	b1, b2 := s.at(front.node+1), s.at(front.node+2)
	if st.back {
		e := s.at(int32(s.n))
		b1, b2 = e, e
	}
	hl := uint32(top.label)
	dist := gap(top.node, front.node)
	sb := two(s0.fine, b0.fine)
	sbTag := two(s0.tag, b0.tag)

	k.add(one(hl))
	k.add(two(s0.lemma, hl))
	k.add(two(s0.fine, hl))
	k.add(one(s0.word))
	k.add(two(b0.lemma, b0.tag))
	k.add(one(b0.fine))
	k.add(one(b0.word))
	k.add(two(b1.lemma, b0.fine))
	k.add(one(b1.fine))
	k.add(one(b2.lemma))
	k.add(one(b2.fine))
	k.add(two(s0.lemma, b0.lemma))
	k.add(three(s0.lemma, b0.fine, hl))
	k.add(three(s0.fine, b0.lemma, hl))
	k.add(sb + uint64(hl)*k3)
	k.add(sb + uint64(dist)*k3)
	k.add(two(s0.lemma, dist) + uint64(b0.tag)*k3)
	k.add(two(b0.lemma, dist) + uint64(s0.tag)*k3)
	k.add(three(b0.fine, b1.fine, b2.fine))
	k.add(sb + uint64(b1.fine)*k3)
	k.add(sb + uint64(b1.fine)*k3 + uint64(b2.tag)*k4)
	k.add(sbTag + uint64(b1.lemma)*k3)
	k.add(sb + uint64(s1.fine)*k3)
	k.add(sb + uint64(s1.tag)*k3 + uint64(hl)*k4)
	k.add(two(s1.lemma, b0.fine) + uint64(s0.tag)*k3)
	k.add(three(s1.fine, b0.lemma, s0.tag))
	k.add(two(s1.lemma, b0.lemma))
	k.add(sbTag + uint64(s1.tag)*k3 + uint64(s2.tag)*k4)
	k.add(sbTag + uint64(s1.tag)*k3 + uint64(b1.fine)*k4)
	// dependents
	lc, rc, bl := s.at(top.left), s.at(top.right), s.at(front.left)
	k.add(sb + uint64(lc.fine)*k3)
	k.add(sb + uint64(rc.fine)*k3)
	k.add(sb + uint64(bl.fine)*k3)
	k.add(two(s0.lemma, uint32(top.rLab)) + uint64(b0.fine)*k3)
	k.add(sb + (uint64(top.rLab)|uint64(top.rLab2)<<8|uint64(hl)<<16)*k3)
	k.add(sb + (uint64(top.lLab)|uint64(top.lLab2)<<8)*k3)
	k.add(sb + (uint64(front.lLab)|uint64(front.lLab2)<<8)*k3)
	k.add(sb + uint64(bits(top.onRgt))*k3)
	k.add(sb + uint64(bits(top.onLeft))*k3)
	k.add(sb + uint64(bits(front.onLeft))*k3)
	k.add(two(s0.lemma, bits(top.onRgt)) + uint64(b0.tag)*k3)
	k.add(sbTag + uint64(s1.tag)*k3 + uint64(bits(under.onRgt))*k4)
	k.add(sb + (uint64(min(top.nRight, 4))|uint64(min(top.nLeft, 4))<<4)*k3)
	k.add(three(rc.lemma, s0.fine, b0.fine))
	k.add(three(bl.lemma, s0.fine, b0.fine))
	// prepositions and conjunctions
	k.add(three(front.marker, s0.lemma, b0.tag))
	k.add(three(front.marker, b0.lemma, s0.tag))
	k.add(three(front.marker, s0.lemma, b0.lemma))
	k.add(sb + uint64(front.marker)*k3)
	k.add(three(front.marker, s1.lemma, s0.tag))
	k.add(sb + uint64(top.marker)*k3)
	k.add(sbTag + uint64(top.marker)*k3 + uint64(front.marker)*k4)
	k.add(sbTag + uint64(under.marker)*k3 + uint64(front.marker)*k4)
	// morphology
	k.add(two(s0.morph, b0.morph))
	ag := agree(s0, b0)
	k.add(sb + uint64(ag)*k3)
	k.add(sbTag + uint64(ag|agree(s1, b0)<<8)*k3 + uint64(s1.tag)*k4)
	// what the lexicon knows
	k.add(two(s0.class, b0.class))
	k.add(three(s0.class, b0.fine, hl))
	k.add(two(s0.fine, b0.class))
	k.add(three(s0.frame, b0.fine, bits(top.onRgt)))
	k.add(three(s0.frame, front.marker, b0.tag))
	k.add(three(b0.frame, s0.fine, bits(front.onLeft)))
	k.add(three(s1.frame, b0.fine, s0.tag))
	// coordination: alike things are joined
	p0, p1 := alike(s0, b0, top, front), alike(s1, b0, under, front)
	k.add(two(p0|uint32(front.lLab)<<8|uint32(front.lLab2)<<16, hl))
	k.add(sbTag + uint64(p0|uint32(front.lLab)<<8)*k3)
	k.add(sbTag + uint64(p0|p1<<8|uint32(front.lLab)<<16)*k3 + uint64(s1.tag)*k4)
	k.add(sb + uint64(under.rLab)*k3 + uint64(hl)*k4)
	k.add(three(s1.lemma, s0.lemma, b0.tag))
	// what stands between
	pb, vb := min(b0.punct-s0.punct, 3), min(b0.verbs-s0.verbs, 2)
	between := uint32(pb) | uint32(vb)<<2 | uint32(min(b0.comma-s0.comma, 3))<<4
	k.add(sb + uint64(between)*k3)
	k.add(sbTag + uint64(between)*k3 + uint64(dist|hl<<8)*k4)
	k.add(sb + uint64(s.at(top.node+1).fine)*k3)
	k.add(sb + uint64(s.at(front.node-1).fine)*k3)
	k.add(sbTag + uint64(s.at(front.node-1).lemma)*k3)
	// the sentence
	ahead := uint32(min(s.total.verbs-b0.verbs, 2))
	k.add(sb + uint64(s0.quote|b0.quote<<3)*k3)
	k.add(sb + uint64(ahead|hl<<4)*k3)
	k.add(sbTag + uint64(s.end)*k3 + uint64(ahead|uint32(min(st.depth, 3))<<4)*k4)
	return k.f
}

var noElem = elem{below: none, node: none, left: none, left2: none, right: none, right2: none}

// arc is a head with a dependent to come, as the choice of the label sees it.
type arc struct {
	head, dep  *elem
	above      *elem // the head's own head if it is on the stack, else the entry below
	rightwards bool
}

// key stands for everything that labelFeatures looks at.
func (a arc) key() uint64 {
	h, d := a.head, a.dep
	x := uint64(h.node)*k1 + uint64(d.node)*k2 + uint64(a.above.node)*k3
	x = (x ^ x>>29) * k4
	x += h.onLeft*k5 + h.onRgt*k1 + d.onLeft*k2 + d.onRgt*k3
	x = (x ^ x>>31) * k4
	x += uint64(h.left)*k5 + uint64(h.right)*k1 + uint64(d.left)*k2 + uint64(d.right)*k3 + uint64(d.marker)*k4
	x = (x ^ x>>30) * k5
	x += uint64(h.label)*k1 + uint64(h.lLab)*k2 + uint64(h.rLab)*k3
	x += uint64(h.marker) * k4
	if a.rightwards {
		x += k2
	}
	x = (x ^ x>>32) * k1
	return x | 1
}

// labelFeatures describes an arc that is about to be made.
func (m *machine) labelFeatures(a arc, buf []uint32) []uint32 {
	s := m.s
	k := sink{f: buf[:0]}
	if a.rightwards {
		k.tmpl = 0x3c6ef372fe94f82b
	}
	h, d, g := s.at(a.head.node), s.at(a.dep.node), s.at(a.above.node)
	var dist uint32
	lo, hi := h, d
	side, last, onSide := a.head.left, a.head.lLab, a.head.onLeft
	if a.rightwards {
		dist = gap(a.head.node, a.dep.node)
		side, last, onSide = a.head.right, a.head.rLab, a.head.onRgt
	} else {
		dist = gap(a.dep.node, a.head.node)
		lo, hi = d, h
	}
	hd := two(h.fine, d.fine)
	hdTag := two(h.tag, d.tag)
	k.add(hd)
	k.add(hdTag)
	k.add(one(d.word))
	k.add(two(d.lemma, h.tag))
	k.add(two(d.lemma, h.fine))
	k.add(two(h.lemma, d.tag))
	k.add(two(h.lemma, d.fine))
	k.add(two(h.lemma, d.lemma))
	k.add(hd + uint64(dist)*k3)
	k.add(hd + uint64(a.dep.marker)*k3)
	k.add(three(a.dep.marker, d.tag, h.tag))
	k.add(three(a.dep.marker, h.lemma, d.tag))
	k.add(three(a.dep.marker, d.lemma, h.tag))
	k.add(three(a.dep.marker, d.lemma, h.lemma))
	k.add(hd + uint64(bits(a.head.onLeft))*k3)
	k.add(hd + uint64(bits(a.head.onRgt))*k3)
	k.add(hd + uint64(bits(a.dep.onLeft))*k3)
	k.add(hd + uint64(bits(a.dep.onRgt))*k3)
	k.add(hdTag + uint64(bits(a.head.onLeft))*k3 + uint64(bits(a.head.onRgt))*k4)
	k.add(three(h.lemma, bits(onSide), d.fine))
	k.add(hd + uint64(last)*k3)
	k.add(hdTag + uint64(last)*k3 + uint64(s.at(side).lemma)*k4)
	k.add(hd + uint64(s.at(side).fine)*k3)
	k.add(hd + uint64(a.head.label)*k3)
	k.add(hdTag + uint64(a.head.label)*k3 + uint64(g.tag)*k4)
	k.add(hd + uint64(s.at(a.dep.left).fine)*k3)
	k.add(hd + uint64(s.at(a.dep.right).fine)*k3)
	k.add(hdTag + uint64(s.at(a.dep.left).lemma)*k3)
	k.add(two(h.morph, d.morph))
	k.add(one(d.morph))
	k.add(two(h.morph, d.tag))
	k.add(hd + uint64(agree(h, d))*k3)
	between := uint32(min(hi.punct-lo.punct, 3)) | uint32(min(hi.verbs-lo.verbs, 2))<<2 | uint32(min(hi.comma-lo.comma, 3))<<4
	k.add(hd + uint64(between)*k3)
	k.add(hd + uint64(h.quote|d.quote<<3)*k3)
	k.add(hd + uint64(s.at(a.dep.node-1).fine)*k3)
	k.add(hd + uint64(s.at(a.dep.node+1).fine)*k3)
	k.add(three(s.at(a.dep.node+1).lemma, d.fine, h.tag))
	k.add(three(s.at(a.dep.node-1).lemma, d.fine, h.tag))
	k.add(hd + uint64(s.at(a.head.node+1).fine)*k3)
	k.add(hd + uint64(s.at(a.head.node-1).fine)*k3)
	k.add(two(h.word, d.word))
	k.add(two(h.class, d.class))
	k.add(two(h.fine, d.class))
	k.add(two(h.class, d.fine))
	k.add(two(h.frame, d.fine))
	k.add(three(h.frame, d.fine, bits(onSide)))
	k.add(three(h.frame, a.dep.marker, d.tag))
	k.add(two(d.frame, h.fine))
	k.add(hdTag + uint64(alike(h, d, a.head, a.dep)|uint32(a.dep.lLab)<<8)*k3)
	k.add(hdTag + uint64(s.end)*k3)
	return k.f
}
