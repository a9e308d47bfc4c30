package timex

import (
	"math/bits"
	"strings"
)

// ruleSet is a set of rules by their number.
type ruleSet [10]uint64

const maxRules = 10 * 64

func (s *ruleSet) add(i int) { s[i>>6] |= 1 << (i & 63) }

func (s *ruleSet) or(t *ruleSet) {
	for i := range s {
		s[i] |= t[i]
	}
}

func (s *ruleSet) keep(t *ruleSet) (some bool) {
	var any uint64
	for i := range s {
		s[i] &= t[i]
		any |= s[i]
	}
	return any != 0
}

// link computes what each rule may begin with, so that at a word only the rules
// are tried that can begin there and go on with the next word. Categories whose
// name begins with a dot are parts of others, not time expressions of their own.
func (g *grammar) link() {
	catFirst := make([]classSet, len(g.cats))
	for range g.cats {
		for _, r := range g.list {
			w := walk{code: r.prog.code, cats: catFirst}
			w.from(0)
			catFirst[r.cat].or(&w.out)
		}
	}
	g.byFirst, g.bySecond = make([]ruleSet, g.nbits), make([]ruleSet, g.nbits)
	g.inCat = make([]ruleSet, len(g.cats))
	for i, r := range g.list {
		g.inCat[r.cat].add(i)
		if !strings.HasPrefix(g.cats[r.cat], ".") {
			g.top.add(i)
		}
		w := walk{code: r.prog.code, cats: catFirst}
		w.from(0)
		for b := range g.nbits {
			if w.out.has(b) {
				g.byFirst[b].add(i)
			}
		}
		v := walk{code: r.prog.code, cats: catFirst}
		for _, pc := range w.tests {
			v.from(pc + 1)
		}
		if w.calls || v.ends {
			g.short.add(i)
		}
		for b := range g.nbits {
			if v.out.has(b) {
				g.bySecond[b].add(i)
			}
		}
	}
}

// walk collects what a program may test next.
type walk struct {
	code  []inst
	cats  []classSet
	out   classSet
	tests []int // where in the program the tests stand
	calls bool  // a category may come first
	ends  bool  // the program may be over
	seen  map[int]bool
}

func (w *walk) from(pc int) {
	if w.seen == nil {
		w.seen = map[int]bool{}
	}
	if w.seen[pc] {
		return
	}
	w.seen[pc] = true
	switch in := &w.code[pc]; in.op {
	case iTest:
		w.out.or(&in.set)
		w.tests = append(w.tests, pc)
	case iCall:
		w.out.or(&w.cats[in.x])
		w.calls = true
	case iSplit:
		w.from(in.x)
		w.from(in.y)
	case iJump, iAhead:
		w.from(in.x)
	case iOpen, iClose, iBehind:
		w.from(pc + 1)
	case iEnd:
		w.ends = true
	}
}

// candidates are the rules of a set that may match at a cell.
func (m *matcher) candidates(of *ruleSet, at int) (ruleSet, bool) {
	var out ruleSet
	if at >= len(m.cells) {
		return out, false
	}
	m.g.collect(&out, m.g.byFirst, &m.cells[at].bits)
	if !out.keep(of) {
		return out, false
	}
	second := m.g.short
	if at+1 < len(m.cells) {
		m.g.collect(&second, m.g.bySecond, &m.cells[at+1].bits)
	}
	return out, out.keep(&second)
}

func (g *grammar) collect(out *ruleSet, by []ruleSet, b *classSet) {
	for i, word := range b {
		for word != 0 {
			k := i<<6 + bits.TrailingZeros64(word)
			word &= word - 1
			out.or(&by[k])
		}
	}
}
