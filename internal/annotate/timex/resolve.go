package timex

import (
	"readout/internal/doc"
)

// direction is where the sentence looks: tense of the governing verb.
type direction uint8

const (
	anyway direction = iota
	past
	future
	present // a plan ("le conseil se réunit vendredi") rather than a deed told vividly
)

// context is what a value is resolved against.
type context struct {
	g        *grammar
	now      day // publication
	hasNow   bool
	then     when // last date of the discourse
	near     bool // then stands in the same sentence
	told     when // last day of the discourse that is not to come
	dir      direction
	firm     bool    // the verb leaves no doubt about dir
	weak     bool    // the other side will do: the period comes round but once a year
	plan     bool    // the verb is in the present
	deadline bool    // "avant" or "pour" stands before
	grants   bool    // the verb gives or sets a term
	strict   bool    // occurrence must lie strictly before or after
	origin   *when   // what occurrences are counted from, nil for now
	within   *period // occurrences must lie in it
	depth    int
}

// eval works out a node; it never fails, it says why there is no value.
func (c context) eval(n *node) when {
	if n == nil {
		return unresolved(impossible)
	}
	if c.depth++; c.depth > 24 {
		return unresolved(impossible)
	}
	switch n.op {
	case opNow:
		if !c.hasNow {
			return unresolved(noDate)
		}
		w := at(period{dayGrain, c.now, c.now}, published)
		w.deictic = true
		return w
	case opThen:
		if c.then.isDate() && c.then.anchor != noAnchor {
			w := at(c.then.p, discourse)
			return w
		}
		return unresolved(noAntecedent)
	case opDate:
		return c.date(n)
	case opYears:
		return yearPair(n)
	case opSeason, opFeast, opHalf, opQuarter, opISOWeek, opDecade, opCentury, opWeekend:
		return c.named(n)
	case opFortnight, opNth, opFirstN, opLastOf, opWeekdayOf, opWith:
		return c.inside(n)
	case opShift, opThis, opLast, opNext:
		return c.relative(n)
	case opPast, opFuture, opBefore, opAfter:
		return c.towards(n)
	case opBack, opAhead, opLoose:
		return c.turned(n)
	case opNight:
		return c.night(n)
	case opSince, opUntil, opDeadline, opBetween:
		return c.interval(n)
	case opDuration:
		return c.length(n)
	case opClock, opAt, opHalfClock, opHHMM:
		return c.hour(n)
	case opPart:
		return c.eval(n.kid(1))
	case opApprox:
		w := c.eval(n.kid(0))
		w.approx = w.approx || w.duration == "" && w.clock == ""
		return w
	case opVague:
		return unresolved(vague)
	case opEvent:
		return c.byEvent(n)
	case opSet, opSetOn, opSetAt:
		return c.repeated(n)
	}
	return unresolved(impossible)
}

// turned resolves what looks one way whatever the verb says: "depuis mars",
// "d'ici à lundi", "au-delà du 27 septembre".
func (c context) turned(n *node) when {
	switch n.op {
	case opBack:
		c.dir, c.firm = past, true
	case opAhead:
		c.dir, c.firm, c.plan = future, true, false
	case opLoose:
		c.dir, c.deadline = anyway, true
	}
	return c.eval(n.kid(0))
}

// towards resolves what a word like "dernier" or "suivant" sends to one side.
func (c context) towards(n *node) when {
	c.strict = true
	c.dir = past
	if n.op == opFuture || n.op == opAfter {
		c.dir = future
	}
	if n.op == opBefore || n.op == opAfter {
		w := c.eval(&node{op: opThen})
		if !w.ok() {
			return w
		}
		c.origin = &w
	}
	w := c.eval(n.kid(0))
	if n.op == opFuture && n.kid(0).weekdayOnly() && w.isDate() && c.hasNow && w.p.first == c.now+1 {
		w.p = around(dayGrain, w.p.first+7) // tomorrow is not "vendredi prochain"
	}
	return w
}

// interval resolves open and closed intervals.
func (c context) interval(n *node) when {
	if n.op == opBetween {
		return c.between(n)
	}
	// "jusqu'en mars" looks ahead, unless the sentence is about the past.
	if (n.op == opUntil || n.op == opDeadline) && (c.dir == anyway || c.grants) {
		c.dir = future
	}
	if n.op == opDeadline && c.dir == past { // "a annoncé des missiles d'ici au printemps"
		c.dir, c.deadline = anyway, true
	}
	w := c.eval(n.kid(0))
	if !w.ok() || w.duration != "" || n.op == opDeadline && w.anchor == absolute {
		return w // "d'ici à 2030" is the horizon itself
	}
	w.kind = doc.Interval
	if w.from != nil {
		w.p = period{w.from.grain, w.from.first, w.to.last}
		if n.op == opSince {
			w.p = *w.from
		} else {
			w.p = *w.to
		}
		w.from, w.to = nil, nil
	}
	w.clock = ""
	w.openEnd, w.openStart = n.op == opSince, n.op != opSince
	return w
}

func (c context) between(n *node) when {
	if x := n.kid(0); c.dir == future && x.weekdayOnly() {
		// "de lundi à vendredi" still to come begins with the next Monday.
		w := c.eval(x)
		if !w.isDate() {
			return w
		}
		a := w.anchor
		c.origin = &w
		y := c.eval(n.kid(1))
		if y.isDate() && y.anchor == discourse {
			y.anchor = a
		}
		return stretchOf(w, y)
	}
	y := c.eval(n.kid(1))
	if !y.isDate() {
		return y
	}
	// The first end takes what it lacks from the second: "du 6 au 15 septembre".
	cx := c
	cx.origin, cx.dir, cx.strict, cx.within = &y, past, false, nil
	x := cx.eval(n.kid(0))
	if x.isDate() && x.anchor == discourse {
		x.anchor = y.anchor
	}
	return stretchOf(x, y)
}

// stretchOf is the interval from x to y.
func stretchOf(x, y when) when {
	if !x.isDate() {
		return x
	}
	if !y.isDate() {
		return y
	}
	if x.p.first > y.p.last {
		return unresolved(impossible)
	}
	from, to := x.p, y.p
	w := when{kind: doc.Interval, anchor: y.anchor, from: &from, to: &to, approx: x.approx || y.approx}
	if x.from != nil {
		w.from = x.from
	}
	if y.to != nil {
		w.to = y.to
	}
	w.p = period{min(x.p.grain, y.p.grain), w.from.first, w.to.last}
	return w
}

// length resolves a duration.
func (c context) length(n *node) when {
	v, known := n.kid(0).quantity()
	if !known {
		return unresolved(vague)
	}
	v2, _ := n.kid(2).quantity()
	s, ok := durationOf(v, n.kid(1).unit(), v2, n.kid(3).unit())
	if !ok {
		return unresolved(vague)
	}
	return when{kind: doc.Duration, duration: s, p: period{grain: n.kid(1).unit()}}
}

// byEvent resolves "au lendemain de son entrevue": the day of the date in the
// same sentence; of the event itself nothing is known.
func (c context) byEvent(n *node) when {
	if n.kid(0) == nil || !c.near {
		return unresolved(event)
	}
	return c.eval(n.kid(0))
}
