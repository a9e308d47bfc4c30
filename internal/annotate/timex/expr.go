package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// node is what a rule gives: an operation of the calendar algebra on values
// taken from the words, or a value itself.
type node struct {
	op   op
	num  float64 // of opNum
	sym  string  // of opNum and opSym
	slot int     // of opSlot: the capture it stands for
	kids []*node
}

type op uint8

// The operations; ops gives their names in the rules and how many arguments each takes.
const (
	opNone      op = iota // consumed, no time expression
	opNum                 // a number or symbol
	opSlot                // a capture, before it is filled in
	opDate                // date(y, m, d, w): any may be _
	opISOWeek             // isoweek(y, n)
	opSeason              // season(s, y)
	opFeast               // feast(f, y)
	opHalf                // half(n, y)
	opQuarter             // quarter(n, y)
	opFortnight           // fortnight(n, x)
	opDecade              // decade(y)
	opCentury             // century(n)
	opWeekend             // someweekend(): the one that the sentence means
	opNow                 // now(): the day of publication
	opThen                // then(): the last date of the discourse
	opShift               // shift(unit, n, x)
	opThis                // this(unit, x): the unit that holds x
	opPast                // past(x): strictly before now
	opFuture              // future(x): strictly after now
	opBefore              // before(x): strictly before then
	opAfter               // after(x): strictly after then
	opBack                // back(x): the last one, whatever the tense says
	opAhead               // ahead(x): the next one, whatever the tense says
	opLoose               // loose(x): the nearest one, rather ahead, whatever the tense says
	opNight               // night(x): the night that ends with the day x, or begins with it when the sentence looks ahead; without x, that of the day in the sentence
	opSince               // since(x)
	opUntil               // until(x)
	opDeadline            // deadline(x): up to x, unless x has its own year
	opBetween             // between(x, y)
	opLast                // last(n, unit, x): the n units that end at x
	opNext                // next(n, unit, x)
	opDuration            // duration(n, unit, n, unit)
	opSum                 // sum(n, m)
	opNeg                 // neg(n)
	opYears               // years(y, n): a year and, in two figures, a later one, or else a month
	opYear2               // year2(n): a year of two figures
	opClock               // clock(h, m, x): x is the day, _ for that of the text
	opAt                  // at(t, x): the clock time t of the day x
	opHalfDay             // halfday(h, n): an hour counted to twelve; n is 0 before noon, 12 after
	opPart                // part(p, x): a part of the day x
	opFirstN              // firstn(n, unit, x): the first n units of x, the last ones if n < 0
	opNth                 // nth(n, unit, x): the n-th unit of x
	opLastOf              // lastof(unit, x): the last unit of x
	opWeekdayOf           // weekdayof(n, w, x): the n-th such weekday of the month x
	opApprox              // approx(x)
	opEvent               // event(x): by an event, whose day is x if a date stands beside it
	opVague               // vague(unit)
	opSet                 // set(n, unit): repeated every n units
	opSetOn               // seton(x): repeated on such a weekday or day of the year
	opSetAt               // setat(t, s): the set s at the clock time t
	opHalfClock           // halfclock(t, n): the clock time t with its hour counted to twelve, as in halfday
	opHHMM                // hhmm(n): hours and minutes in one number
	opWith                // with(x, y): x placed in the period y
)

var ops = map[string]struct {
	op       op
	min, max int
}{
	"none": {opNone, 0, 0}, "date": {opDate, 1, 4}, "isoweek": {opISOWeek, 2, 2}, "season": {opSeason, 1, 2},
	"feast": {opFeast, 1, 2}, "half": {opHalf, 1, 2}, "quarter": {opQuarter, 1, 2}, "fortnight": {opFortnight, 2, 2},
	"decade": {opDecade, 1, 1}, "century": {opCentury, 1, 1}, "someweekend": {opWeekend, 0, 0}, "now": {opNow, 0, 0},
	"then": {opThen, 0, 0}, "shift": {opShift, 3, 3}, "this": {opThis, 2, 2}, "past": {opPast, 1, 1},
	"future": {opFuture, 1, 1}, "before": {opBefore, 1, 1}, "after": {opAfter, 1, 1}, "since": {opSince, 1, 1}, "back": {opBack, 1, 1}, "ahead": {opAhead, 1, 1}, "loose": {opLoose, 1, 1}, "night": {opNight, 0, 1},
	"until": {opUntil, 1, 1}, "deadline": {opDeadline, 1, 1}, "between": {opBetween, 2, 2}, "last": {opLast, 3, 3}, "next": {opNext, 3, 3},
	"duration": {opDuration, 2, 4}, "sum": {opSum, 2, 2}, "neg": {opNeg, 1, 1}, "years": {opYears, 2, 2}, "year2": {opYear2, 1, 1},
	"clock": {opClock, 1, 3}, "part": {opPart, 2, 2}, "at": {opAt, 2, 2}, "halfday": {opHalfDay, 2, 2}, "nth": {opNth, 3, 3}, "firstn": {opFirstN, 3, 3}, "lastof": {opLastOf, 2, 2},
	"weekdayof": {opWeekdayOf, 3, 3}, "approx": {opApprox, 1, 1}, "vague": {opVague, 0, 1}, "event": {opEvent, 1, 1}, "set": {opSet, 2, 2},
	"seton": {opSetOn, 1, 1}, "setat": {opSetAt, 2, 2}, "halfclock": {opHalfClock, 2, 2}, "hhmm": {opHHMM, 1, 1},
	"with": {opWith, 2, 2},
}

// parseGives reads "shift(year, neg(n), now)". Bare names are captures, or
// operations without arguments, or symbols such as units; _ is nothing.
func parseGives(s string, slots map[string]int) (*node, error) {
	p := &givesParser{s: s, slots: slots}
	n, err := p.expr()
	if err != nil {
		return nil, err
	}
	if p.skip(); p.at < len(p.s) {
		return nil, fmt.Errorf("unread: %q", p.s[p.at:])
	}
	return n, nil
}

type givesParser struct {
	s     string
	at    int
	slots map[string]int
}

func (p *givesParser) skip() {
	for p.at < len(p.s) && p.s[p.at] == ' ' {
		p.at++
	}
}

func (p *givesParser) expr() (*node, error) {
	p.skip()
	start := p.at
	for p.at < len(p.s) && !strings.ContainsRune("(), ", rune(p.s[p.at])) {
		p.at++
	}
	name := p.s[start:p.at]
	if name == "_" {
		return nil, nil
	}
	if v, err := strconv.ParseFloat(name, 64); err == nil {
		return &node{op: opNum, num: v, sym: name}, nil
	}
	if p.at >= len(p.s) || p.s[p.at] != '(' {
		if slot, ok := p.slots[name]; ok && slot < 0 {
			return nil, nil
		} else if ok {
			return &node{op: opSlot, slot: slot}, nil
		}
		if o, ok := ops[name]; ok && o.min == 0 {
			return &node{op: o.op}, nil
		}
		if _, ok := grainOf(name); ok {
			return &node{op: opNum, sym: name}, nil
		}
		return nil, fmt.Errorf("%q is no capture, operation or unit", name)
	}
	o, ok := ops[name]
	if !ok {
		return nil, fmt.Errorf("no operation %q", name)
	}
	p.at++
	n := &node{op: o.op}
	for p.skip(); p.at < len(p.s) && p.s[p.at] != ')'; p.skip() {
		kid, err := p.expr()
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
		if p.skip(); p.at < len(p.s) && p.s[p.at] == ',' {
			p.at++
		}
	}
	if p.at >= len(p.s) {
		return nil, fmt.Errorf("%s( is not closed", name)
	}
	p.at++
	if len(n.kids) < o.min || len(n.kids) > o.max {
		return nil, fmt.Errorf("%s takes %d to %d arguments", name, o.min, o.max)
	}
	return n, nil
}

// fill puts the captures into what a rule gives.
func (n *node) fill(caps []*node) *node {
	if n == nil {
		return nil
	}
	if n.op == opSlot {
		return caps[n.slot]
	}
	if len(n.kids) == 0 {
		return n
	}
	out := &node{op: n.op, num: n.num, sym: n.sym, kids: make([]*node, len(n.kids))}
	for i, k := range n.kids {
		out.kids[i] = k.fill(caps)
	}
	return out
}

// kid is an argument, nil if it was left out.
func (n *node) kid(i int) *node {
	if i < len(n.kids) {
		return n.kids[i]
	}
	return nil
}

// quantity is a node's value, which need not be whole.
func (n *node) quantity() (float64, bool) {
	if n == nil {
		return 0, false
	}
	switch n.op {
	case opNum:
		return n.num, true
	case opSum:
		a, ok1 := n.kid(0).quantity()
		b, ok2 := n.kid(1).quantity()
		return a + b, ok1 && ok2
	}
	return 0, false
}

// number is a node's value if it is one.
func (n *node) number() (int, bool) {
	if n == nil {
		return 0, false
	}
	switch n.op {
	case opNum:
		if n.num < -30000 || n.num > 30000 {
			return 0, false
		}
		return int(n.num), true
	case opNeg:
		v, ok := n.kid(0).number()
		return -v, ok
	case opSum:
		a, ok1 := n.kid(0).number()
		b, ok2 := n.kid(1).number()
		return a + b, ok1 && ok2
	case opHalfDay:
		h, ok1 := n.kid(0).number()
		half, ok2 := n.kid(1).number()
		if h > 12 || !ok2 {
			return h, ok1
		}
		return h%12 + half, ok1
	case opYear2:
		v, ok := n.kid(0).number()
		switch {
		case v < 50:
			return 2000 + v, ok
		case v < 100:
			return 1900 + v, ok
		}
		return v, ok
	}
	return 0, false
}

func (n *node) unit() grain {
	if n == nil || n.op != opNum {
		return noGrain
	}
	g, _ := grainOf(n.sym)
	return g
}

// weekdayOnly tells whether the node is a date of which but the weekday is given.
func (n *node) weekdayOnly() bool {
	return n != nil && n.op == opDate && n.kid(0) == nil && n.kid(1) == nil && n.kid(2) == nil
}
