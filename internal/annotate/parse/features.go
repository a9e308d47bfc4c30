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
	x += uint64(h.marker)*k4 + uint64(d.lLab)*k5
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
	side, last, onSide := a.head.left, a.head.lLab, a.head.onLeft
	if a.rightwards {
		dist = gap(a.head.node, a.dep.node)
		side, last, onSide = a.head.right, a.head.rLab, a.head.onRgt
	} else {
		dist = gap(a.dep.node, a.head.node)
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
	k = m.labelContext(a, k, hd, hdTag)
	return k.f
}

// labelContext describes what stands around an arc.
func (m *machine) labelContext(a arc, k sink, hd, hdTag uint64) sink {
	s := m.s
	h, d := s.at(a.head.node), s.at(a.dep.node)
	lo, hi, onSide := d, h, a.head.onLeft
	if a.rightwards {
		lo, hi, onSide = h, d, a.head.onRgt
	}
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
	return k
}
