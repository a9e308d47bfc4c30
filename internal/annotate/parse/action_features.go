package parse

// view is a configuration as the templates for the next action see it.
type view struct {
	s                      *sentence
	st                     *state
	top, under, front      *elem // the two uppermost entries of the stack and the token in front
	s0, s1, s2, b0, b1, b2 *node // words from the top of the stack down, and from the front on
	hl, dist               uint32
	sb, sbTag              uint64 // of top and front together: fine tags, tags
}

func (m *machine) view(st *state) view {
	s := m.s
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
	b1, b2 := s.at(front.node+1), s.at(front.node+2)
	if st.back {
		e := s.at(int32(s.n))
		b1, b2 = e, e
	}
	s0, b0 := s.at(top.node), s.at(front.node)
	return view{
		s: s, st: st, top: top, under: under, front: front,
		s0: s0, s1: s.at(under.node), s2: s.at(third.node), b0: b0, b1: b1, b2: b2,
		hl: uint32(top.label), dist: gap(top.node, front.node),
		sb: two(s0.fine, b0.fine), sbTag: two(s0.tag, b0.tag),
	}
}

// actionFeatures describes a configuration for the choice of the next action.
func (m *machine) actionFeatures(st *state, buf []uint32) []uint32 {
	v := m.view(st)
	k := sink{f: buf[:0]}
	k = v.words(k)
	k = v.dependents(k)
	k = v.prepositions(k)
	k = v.lexical(k)
	k = v.coordination(k)
	k = v.between(k)
	return v.sentence(k).f
}

// words are on the stack and in front, alone, in pairs and in threes.
func (v *view) words(k sink) sink {
	s0, s1, s2, b0, b1, b2 := v.s0, v.s1, v.s2, v.b0, v.b1, v.b2
	sb, sbTag, hl, dist := v.sb, v.sbTag, v.hl, v.dist
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
	return k
}

// dependents are those the words have so far.
func (v *view) dependents(k sink) sink {
	s0, s1, b0 := v.s0, v.s1, v.b0
	top, under, front := v.top, v.under, v.front
	sb, sbTag, hl, s := v.sb, v.sbTag, v.hl, v.s
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
	return k
}

// prepositions and conjunctions say what a phrase may hang on.
func (v *view) prepositions(k sink) sink {
	s0, s1, b0 := v.s0, v.s1, v.b0
	top, under, front := v.top, v.under, v.front
	sb, sbTag := v.sb, v.sbTag
	k.add(three(front.marker, s0.lemma, b0.tag))
	k.add(three(front.marker, b0.lemma, s0.tag))
	k.add(three(front.marker, s0.lemma, b0.lemma))
	k.add(sb + uint64(front.marker)*k3)
	k.add(three(front.marker, s1.lemma, s0.tag))
	k.add(sb + uint64(top.marker)*k3)
	k.add(sbTag + uint64(top.marker)*k3 + uint64(front.marker)*k4)
	k.add(sbTag + uint64(under.marker)*k3 + uint64(front.marker)*k4)
	return k
}

// lexical is agreement, and what the lexicon says of a form and a verb.
func (v *view) lexical(k sink) sink {
	s0, s1, b0 := v.s0, v.s1, v.b0
	top, front := v.top, v.front
	sb, sbTag, hl := v.sb, v.sbTag, v.hl
	k.add(two(s0.morph, b0.morph))
	ag := agree(s0, b0)
	k.add(sb + uint64(ag)*k3)
	k.add(sbTag + uint64(ag|agree(s1, b0)<<8)*k3 + uint64(s1.tag)*k4)
	k.add(two(s0.class, b0.class))
	k.add(three(s0.class, b0.fine, hl))
	k.add(two(s0.fine, b0.class))
	k.add(three(s0.frame, b0.fine, bits(top.onRgt)))
	k.add(three(s0.frame, front.marker, b0.tag))
	k.add(three(b0.frame, s0.fine, bits(front.onLeft)))
	k.add(three(s1.frame, b0.fine, s0.tag))
	return k
}

// coordination joins things that are alike.
func (v *view) coordination(k sink) sink {
	s0, s1, b0 := v.s0, v.s1, v.b0
	top, under, front := v.top, v.under, v.front
	sb, sbTag, hl := v.sb, v.sbTag, v.hl
	p0, p1 := alike(s0, b0, top, front), alike(s1, b0, under, front)
	k.add(two(p0|uint32(front.lLab)<<8|uint32(front.lLab2)<<16, hl))
	k.add(sbTag + uint64(p0|uint32(front.lLab)<<8)*k3)
	k.add(sbTag + uint64(p0|p1<<8|uint32(front.lLab)<<16)*k3 + uint64(s1.tag)*k4)
	k.add(sb + uint64(under.rLab)*k3 + uint64(hl)*k4)
	k.add(three(s1.lemma, s0.lemma, b0.tag))
	return k
}

// between is what stands between the two, and beside them.
func (v *view) between(k sink) sink {
	s0, b0 := v.s0, v.b0
	top, front := v.top, v.front
	sb, sbTag, hl, dist, s := v.sb, v.sbTag, v.hl, v.dist, v.s
	pb, vb := min(b0.punct-s0.punct, 3), min(b0.verbs-s0.verbs, 2)
	between := uint32(pb) | uint32(vb)<<2 | uint32(min(b0.comma-s0.comma, 3))<<4
	k.add(sb + uint64(between)*k3)
	k.add(sbTag + uint64(between)*k3 + uint64(dist|hl<<8)*k4)
	k.add(sb + uint64(s.at(top.node+1).fine)*k3)
	k.add(sb + uint64(s.at(front.node-1).fine)*k3)
	k.add(sbTag + uint64(s.at(front.node-1).lemma)*k3)
	return k
}

// sentence is what is known of the whole sentence.
func (v *view) sentence(k sink) sink {
	s0, b0 := v.s0, v.b0
	sb, sbTag, hl, s := v.sb, v.sbTag, v.hl, v.s
	ahead := uint32(min(s.total.verbs-b0.verbs, 2))
	k.add(sb + uint64(s0.quote|b0.quote<<3)*k3)
	k.add(sb + uint64(ahead|hl<<4)*k3)
	k.add(sbTag + uint64(s.end)*k3 + uint64(ahead|uint32(min(v.st.depth, 3))<<4)*k4)
	return k
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

var noElem = elem{below: none, node: none, left: none, left2: none, right: none, right2: none}
