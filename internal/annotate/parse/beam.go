package parse

// scorer is what a search asks of a model: packed weights when running, the
// perceptrons when learning.
type scorer interface {
	actionScores(features []uint32, out *[kinds]int32)
	bestLabel(features []uint32) uint8
}

// search keeps the best few states side by side (Zhang and Clark 2008). It
// branches only where the model is in doubt: an action that scores less than
// the best one by more than margin is not tried.
type search struct {
	m      machine
	width  int
	margin int32
	states []state
	live   []int32 // arena indices of the states of this step, best first
	next   []int32
	cands  []candidate
	f      []uint32
	scores [kinds]int32
	memory [recall]remembered
}

// recall is how many labels a search remembers: states that differ elsewhere
// ask for the label of the same arc.
const recall = 64

type remembered struct {
	key   uint64
	label uint8
}

type candidate struct {
	score int32
	from  int32
	kind  uint8 // kinds: the tree is complete, the state stays
}

func (x *search) start(s *sentence) {
	x.states = append(x.states[:0], x.m.start(s))
	x.live = append(x.live[:0], 0)
	clear(x.memory[:])
}

// step extends every live state by one action; false when all are complete.
func (x *search) step(sc scorer) bool {
	x.cands = x.cands[:0]
	moved := false
	for _, at := range x.live {
		if x.expand(at, sc) {
			moved = true
		}
	}
	if !moved {
		return false
	}
	x.next = x.next[:0]
	for _, c := range x.cands {
		if !x.twin(c) {
			x.next = append(x.next, x.follow(c, sc))
		}
	}
	x.live, x.next = x.next, x.live
	return true
}

// expand puts the actions that may follow a state among the candidates.
func (x *search) expand(at int32, sc scorer) bool {
	st := &x.states[at]
	allowed := x.m.allowed(st)
	if allowed == 0 {
		x.offer(candidate{st.score, at, kinds})
		return false
	}
	if k := only(allowed); k < kinds {
		x.offer(candidate{st.score, at, k})
		return true
	}
	scores := &x.scores
	x.f = x.m.actionFeatures(st, x.f)
	sc.actionScores(x.f, scores)
	best := int32(-1 << 31)
	for k := range scores {
		if allowed>>k&1 == 1 && scores[k] > best {
			best = scores[k]
		}
	}
	for k := range scores {
		if allowed>>k&1 == 1 && scores[k] >= best-x.margin {
			x.offer(candidate{st.score + scores[k], at, uint8(k)})
		}
	}
	return true
}

// only is the one action allowed, kinds if there are several.
func only(allowed uint8) uint8 {
	switch allowed {
	case 1 << shift:
		return shift
	case 1 << reduce:
		return reduce
	case 1 << left:
		return left
	case 1 << right:
		return right
	}
	return kinds
}

// offer keeps the width best candidates in order; of equals the first stays
// first.
func (x *search) offer(c candidate) {
	i := len(x.cands)
	if i == x.width {
		if x.cands[i-1].score >= c.score {
			return
		}
		i--
	} else {
		x.cands = append(x.cands, c)
	}
	for i > 0 && x.cands[i-1].score < c.score {
		x.cands[i] = x.cands[i-1]
		i--
	}
	x.cands[i] = c
}

// follow makes the state a candidate stands for.
func (x *search) follow(c candidate, sc scorer) int32 {
	if c.kind == kinds {
		return c.from
	}
	at := int32(len(x.states))
	x.states = append(x.states, x.states[c.from])
	st := &x.states[at]
	label := uint8(0)
	if c.kind >= left {
		label = x.label(x.m.arc(st, c.kind), sc)
	}
	st.score, st.prev = c.score, c.from
	x.m.apply(st, c.kind, label)
	return at
}

func (x *search) label(a arc, sc scorer) uint8 {
	key := a.key()
	slot := &x.memory[key>>58]
	if slot.key != key {
		x.f = x.m.labelFeatures(a, x.f)
		slot.key, slot.label = key, sc.bestLabel(x.f)
	}
	return slot.label
}

// twin tells whether a candidate leads to a configuration that a better one
// has reached already by another order of actions.
func (x *search) twin(c candidate) bool { return false }
