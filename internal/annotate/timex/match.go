package timex

import "math/bits"

// found is the best match of a category at one place.
type found struct {
	end         int // cell after the match
	first, stop int // cells of the span
	rule        *rule
	val         *node
}

const (
	maxDepth = 8
	memoSize = 16
	maxSteps = 4000 // instructions for one start; more is no date
)

// memory is what a category gave at a cell; at counts over the whole document,
// so that nothing need be wiped between sentences.
type memory struct {
	at int
	ok bool
	f  found
}

// matcher runs patterns over the cells of one stretch of text.
type matcher struct {
	g     *grammar
	cells []cell
	memo  []memory // memoSize places, each with one of every category
	base  int      // cells before this stretch, more than 0
	steps int
	depth int
}

// thread is the state of one run of a program.
type thread struct {
	caps        [maxSlots]*node
	first, stop int
}

// best finds the longest match of the rules at a cell; of two equally long,
// the one that stands first in the rules.
func (m *matcher) best(of *ruleSet, at int) (out found, ok bool) {
	set, some := m.candidates(of, at)
	if !some {
		return out, false
	}
	for i := 0; i < len(set)*64; i++ {
		rest := set[i>>6] >> (i & 63)
		if rest == 0 {
			i |= 63
			continue
		}
		i += bits.TrailingZeros64(rest)
		r := m.g.list[i]
		t := thread{first: -1, stop: -1}
		end, hit := m.run(r.prog.code, 0, at, &t)
		if !hit || end == at {
			continue
		}
		f := found{end: end, first: t.first, stop: t.stop, rule: r}
		if f.first < 0 {
			f.first = at
		}
		if f.stop < 0 {
			f.stop = end
		}
		if !ok || f.stop > out.stop {
			f.val = r.gives.fill(t.caps[:])
			out, ok = f, true
		}
	}
	return out, ok
}

// call is best for a category, remembered for the cells around.
func (m *matcher) call(cat, at int) (found, bool) {
	k := &m.memo[(at%memoSize)*len(m.g.cats)+cat]
	if k.at == m.base+at {
		return k.f, k.ok
	}
	if m.depth >= maxDepth {
		return found{}, false
	}
	m.depth++
	f, ok := m.best(&m.g.inCat[cat], at)
	m.depth--
	*k = memory{at: m.base + at, ok: ok, f: f}
	return f, ok
}

// run follows a program from pc at a cell; the first way through wins.
func (m *matcher) run(code []inst, pc, at int, t *thread) (int, bool) {
	for {
		if m.steps--; m.steps < 0 {
			return at, false
		}
		in := &code[pc]
		switch in.op {
		case iEnd:
			return at, true
		case iTest:
			if at >= len(m.cells) || !m.cells[at].bits.and(&in.set) {
				return at, false
			}
			if in.slot >= 0 {
				t.caps[in.slot] = m.value(at, in.cls)
			}
			at++
			pc++
		case iCall:
			f, ok := m.call(in.x, at)
			if !ok {
				return at, false
			}
			if in.slot >= 0 {
				t.caps[in.slot] = f.val
			}
			at = f.end
			pc++
		case iSplit:
			saved := *t
			if end, ok := m.run(code, in.x, at, t); ok {
				return end, true
			}
			*t = saved
			pc = in.y
		case iJump:
			pc = in.x
		case iOpen:
			t.first = at
			pc++
		case iClose:
			t.stop = at
			pc++
		case iAhead:
			saved := *t
			_, ok := m.run(code, pc+1, at, t)
			*t = saved
			if ok == in.neg {
				return at, false
			}
			pc = in.x
		case iBehind:
			if (at > 0 && m.cells[at-1].bits.and(&in.set)) == in.neg {
				return at, false
			}
			pc++
		}
	}
}

// value is what a cell means as a member of a class.
func (m *matcher) value(at, class int) *node {
	c := &m.cells[at]
	if c.e != nil {
		for i := range c.e.vals {
			if c.e.vals[i].class == class {
				return c.e.vals[i].val
			}
		}
	}
	return &node{op: opNum, num: c.num}
}
