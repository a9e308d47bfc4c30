package timex

import (
	"strings"

	"readout/internal/doc"
)

// hour resolves a clock time: the value is the day, the time stands beside it.
func (c context) hour(n *node) when {
	switch n.op {
	case opAt:
		w := c.eval(n.kid(1))
		w.clock, w.kind = c.eval(n.kid(0)).clock, doc.Clock
		return w
	case opHalfClock:
		w := c.eval(n.kid(0))
		if half, ok := n.kid(1).number(); ok && len(w.clock) == len("00:00") {
			h, _ := (&node{op: opHalfDay, kids: []*node{{op: opNum, num: float64(w.clock[0]-'0')*10 + float64(w.clock[1]-'0')}, {op: opNum, num: float64(half)}}}).number()
			w.clock = two(h) + w.clock[2:]
		}
		return w
	}
	w := c.dayOfClock(n)
	w.kind = doc.Clock
	h, ok := n.kid(0).number()
	m, _ := n.kid(1).number()
	if n.op == opHHMM {
		h, m = h/100, h%100
	}
	if m < 0 && m > -60 { // "huit heures moins dix"
		h, m = h-1, m+60
	}
	if ok && h >= 0 && h <= 24 && m >= 0 && m < 60 {
		w.clock = two(h) + ":" + two(m)
	}
	return w
}

// dayOfClock is the day that a clock time is of: the one it names, else the last
// one of the same sentence, else that of the text.
func (c context) dayOfClock(n *node) when {
	switch {
	case n.op == opClock && n.kid(2) != nil:
		return c.eval(n.kid(2))
	case c.near && c.then.isDate() && c.then.p.grain == dayGrain && c.then.from == nil && (c.dir != past || !c.hasNow || c.then.p.first <= c.now):
		return at(c.then.p, discourse)
	}
	return c.eval(&node{op: opNow})
}

// night resolves "cette nuit": the one that ended today when the sentence looks
// back, the coming one when it looks ahead ("Ils voteront cette nuit").
func (c context) night(n *node) when {
	if n.kid(0) == nil {
		if w := c.dayOfClock(n); !w.ok() || w.anchor == discourse {
			return w
		}
		n = &node{op: opNight, kids: []*node{{op: opNow}}}
	}
	w := c.eval(n.kid(0))
	if !w.isDate() {
		return w
	}
	a, b := around(dayGrain, w.p.first-1), around(dayGrain, w.p.first)
	if c.dir == future || c.plan {
		a, b = around(dayGrain, w.p.first), around(dayGrain, w.p.first+1)
	}
	return when{kind: doc.Interval, anchor: w.anchor, from: &a, to: &b, p: period{dayGrain, a.first, b.last}}
}

// repeated resolves a set ("tous les deux jours"): how often, or on which day,
// written as in TIMEX3: P2D, XXXX-WXX-1, XXXX-04-15.
func (c context) repeated(n *node) when {
	w := when{kind: doc.Repeated}
	switch n.op {
	case opSet:
		k, _ := n.kid(0).quantity()
		var ok bool
		if w.duration, ok = durationOf(k, n.kid(1).unit(), 0, noGrain); !ok {
			return unresolved(vague)
		}
	case opSetAt:
		w = c.eval(n.kid(1))
		w.clock = c.eval(n.kid(0)).clock
	case opSetOn:
		x := n.kid(0)
		if wd, ok := x.number(); ok {
			w.duration = "XXXX-WXX-" + string(rune('0'+wd%8))
			return w
		}
		y := c.eval(x)
		if v := y.value(); y.isDate() && len(v) == len("2006-01-02") {
			w.duration = "XXXX" + v[strings.IndexByte(v, '-'):]
			return w
		}
		return unresolved(vague)
	}
	return w
}
