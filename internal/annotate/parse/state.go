package parse

// elem is one entry of the stack with what is known of its subtree. Entries
// are never changed once another state may see them: states share them.
type elem struct {
	below  int32 // arena index of the entry under it, none if it is the lowest
	node   int32 // token, from the sentence's first
	left   int32 // last dependent attached on the left, then the one before
	left2  int32
	right  int32
	right2 int32
	marker uint32 // hash of its preposition or conjunction
	onLeft uint64 // relations of its left dependents, one bit a label
	onRgt  uint64
	lLab   uint8 // labels + 1 of left, left2, right, right2; 0 if none
	lLab2  uint8
	rLab   uint8
	rLab2  uint8
	nLeft  uint8
	nRight uint8
	label  uint8 // label + 1 of its own arc; 0 if it has no head yet
}

// The kinds of actions of the arc-eager system (Nivre 2003).
const (
	shift  = iota // push the next token
	reduce        // pop the top, which has its head
	left          // the next token becomes the head of the top; pop it
	right         // the top becomes the head of the next token; push it
	kinds
)

const none int32 = -1

// state is one configuration. Trees are read off the chain of states.
type state struct {
	top    int32 // arena index of the top of the stack, or none
	next   int32 // the token at the front of the buffer; n when it is empty
	back   bool  // next was taken back from the stack: there is no buffer behind it
	front  elem  // the front token with its left dependents
	depth  int32
	action uint8
	label  uint8 // of the arc the last action made
	score  int32
	prev   int32 // arena index of the state before, or none
	head   int32 // the arc that the action made: dependent and head, none if none
	dep    int32
}

// machine runs the transitions over one sentence; it is reused.
type machine struct {
	s     *sentence
	elems []elem
}

func fresh(node int32) elem {
	return elem{below: none, node: node, left: none, left2: none, right: none, right2: none}
}

func (m *machine) start(s *sentence) state {
	m.s = s
	m.elems = m.elems[:0]
	return state{top: none, prev: none, head: none, dep: none, front: fresh(0)}
}

func (m *machine) push(e elem) int32 {
	m.elems = append(m.elems, e)
	return int32(len(m.elems) - 1)
}

// allowed tells which kinds of actions may follow, one bit a kind; 0 when the
// tree is complete.
func (m *machine) allowed(st *state) uint8 {
	n := int32(m.s.n)
	if st.next >= n {
		return 0
	}
	if st.top == none {
		return 1 << shift
	}
	headed := m.elems[st.top].label != 0
	a := uint8(1<<shift | 1<<right)
	if st.back {
		a = 1 << right
	}
	if headed {
		return a | 1<<reduce
	}
	return a | 1<<left
}

// apply does one action; label counts for left and right only.
func (m *machine) apply(st *state, kind, label uint8) {
	st.action, st.label, st.head, st.dep = kind, label, none, none
	switch kind {
	case shift:
		st.front.below = st.top
		st.top = m.push(st.front)
		st.depth++
		m.advance(st)
	case reduce:
		st.top = m.elems[st.top].below
		st.depth--
	case left:
		top := &m.elems[st.top]
		st.head, st.dep = st.front.node, top.node
		m.s.attachLeft(&st.front, top.node, label)
		st.top = top.below
		st.depth--
	case right:
		parent := m.elems[st.top]
		st.head, st.dep = parent.node, st.front.node
		attachRight(&parent, st.front.node, label)
		st.top = m.push(parent)
		st.front.label = label + 1
		st.front.below = st.top
		st.top = m.push(st.front)
		st.depth++
		m.advance(st)
	}
	m.settle(st)
}

// advance brings the next token to the front.
func (m *machine) advance(st *state) {
	st.next++
	if st.back {
		st.next = int32(m.s.n)
	}
	st.front = fresh(st.next)
}

// settle empties the stack at the end of the sentence. A token without a head
// above another is taken back to the front, to be attached after all (Nivre and
// Fernández-González 2014), so that a single one is left: the root.
func (m *machine) settle(st *state) {
	n := int32(m.s.n)
	for st.next >= n && st.top != none {
		top := &m.elems[st.top]
		if top.label == 0 {
			if top.below == none {
				return
			}
			st.front, st.next, st.back = *top, top.node, true
		}
		st.top = top.below
		st.depth--
	}
}

func (s *sentence) attachLeft(h *elem, d int32, label uint8) {
	h.left2, h.lLab2 = h.left, h.lLab
	h.left, h.lLab = d, label+1
	h.onLeft |= 1 << (label & 63)
	h.nLeft++
	if s.m.marks[label] {
		h.marker = s.at(d).lemma
	}
}

func attachRight(h *elem, d int32, label uint8) {
	h.right2, h.rLab2 = h.right, h.rLab
	h.right, h.rLab = d, label+1
	h.onRgt |= 1 << (label & 63)
	h.nRight++
}

// arc is the arc that an action of the kind would make.
func (m *machine) arc(st *state, kind uint8) arc {
	top := &m.elems[st.top]
	above := &noElem
	if top.below != none {
		above = &m.elems[top.below]
	}
	if kind == left {
		return arc{head: &st.front, dep: top, above: above}
	}
	return arc{head: top, dep: &st.front, above: above, rightwards: true}
}
