package timex

// relative resolves what is counted from another date.
func (c context) relative(n *node) when {
	switch n.op {
	case opThis:
		g, w := n.kid(0).unit(), c.eval(n.kid(1))
		if !w.isDate() {
			return w
		}
		if g == noGrain {
			return unresolved(impossible)
		}
		w.p, w.from, w.to, w.clock = around(g, w.p.first), nil, nil, ""
		return w
	case opShift:
		return c.shift(n)
	}
	// last(n, unit, x) and next(n, unit, x): a stretch that ends or begins at x.
	k, ok := n.kid(0).number()
	g, w := n.kid(1).unit(), c.eval(n.kid(2))
	if !ok || g == noGrain || k < 1 {
		return unresolved(vague)
	}
	if !w.isDate() {
		return w
	}
	coarse := g
	if g < dayGrain {
		coarse = dayGrain
	}
	if g < dayGrain || g == second { // "les dernières 48 heures" are two days, the last minutes are today's
		if g != hour {
			k = 0
		}
		g, coarse, k = dayGrain, dayGrain, k/24
	}
	here := around(coarse, w.p.first)
	if k == 0 {
		w.p, w.from, w.to = here, nil, nil
		return w
	}
	// A run of days or weeks is counted up to the day itself, one of months up
	// to the month before.
	var from, to period
	if n.op == opLast {
		from, to = here.shift(coarse, -k), here.shift(coarse, -1)
	} else {
		from, to = here, here.shift(coarse, k)
	}
	if g == year && n.op == opLast {
		to = here
	}
	w.from, w.to = &from, &to
	w.p = period{coarse, from.first, to.last}
	return w
}

// shift moves a date by n units and names the result as coarsely as the unit
// does: "il y a deux ans" is a year, "il y a dix jours" a day.
func (c context) shift(n *node) when {
	g := n.kid(0).unit()
	k, ok := n.kid(1).number()
	w := c.eval(n.kid(2))
	if !w.ok() {
		return w
	}
	if g == noGrain || !ok {
		return unresolved(vague)
	}
	if !w.isDate() {
		return unresolved(noAntecedent)
	}
	if g <= week && w.p.grain > week && c.told.isDate() {
		w.p, w.anchor = c.told.p, discourse // of "la veille" behind a month: the last day that was told of
	}
	w.from, w.to, w.clock = nil, nil, ""
	base := w.p.first
	if k > 0 {
		base = w.p.last
	}
	if w.p.grain > dayGrain {
		base = w.p.first
		if g < w.p.grain && g <= week { // three days after a month: no saying when
			return unresolved(vague)
		}
	}
	d := base.moved(g, k)
	switch g {
	case hour:
		w.p = around(dayGrain, base+day(k/24))
	case minute, second:
		w.p = around(dayGrain, base)
	case dayGrain, week, fortnight:
		w.p = around(dayGrain, d)
	default:
		w.p = around(g, d)
	}
	if y := w.p.first.year(); y < -5000 || y > 9999 {
		return unresolved(impossible)
	}
	return w
}

// named resolves periods that have a name or number of their own.
func (c context) named(n *node) when {
	v, hasV := n.kid(0).number()
	y, hasY := n.kid(1).number()
	switch n.op {
	case opDecade:
		if !hasV || v < 0 {
			return unresolved(impossible)
		}
		if v < 100 {
			v += 1900
		}
		return at(around(decade, dayOf(v, 1, 1)), absolute)
	case opCentury:
		if !hasV || v < 1 || v > 99 {
			return unresolved(impossible)
		}
		return at(around(century, dayOf((v-1)*100, 1, 1)), absolute)
	case opWeekend:
		return c.occurrence(func(k int) (period, bool) {
			return around(weekend, c.base()+day(7*k)), true
		}, 1, false)
	case opISOWeek:
		if !hasV || !hasY {
			return unresolved(impossible)
		}
		p := around(week, dayOf(v, 1, 4)) // the fourth of January is in the first week
		return at(p.shift(week, y-1), absolute)
	}
	c.weak = n.op == opFeast || n.op == opSeason
	in := c.yearly(n, v)
	a := absolute
	if !hasY && n.kid(1) != nil { // a year that is itself relative: "Noël de l'année dernière"
		w := c.eval(n.kid(1))
		if !w.isDate() {
			return w
		}
		y, a, hasY = w.p.first.year(), w.anchor, true
	}
	if hasY {
		p, ok := in(y)
		if !ok {
			return unresolved(impossible)
		}
		return at(p, a)
	}
	return c.occurrence(func(k int) (period, bool) { return in(c.base().year() + k) }, 2, false)
}

// yearly is when something that comes round once a year falls in a year.
func (c context) yearly(n *node, v int) func(y int) (period, bool) {
	switch n.op {
	case opFeast:
		var f feastRule
		ok := false
		if k := n.kid(0); k != nil {
			f, ok = c.g.feasts[k.sym]
		}
		return func(y int) (period, bool) { d := f.in(y); return period{dayGrain, d, d}, ok }
	case opSeason:
		return func(y int) (period, bool) { return around(season, dayOf(y, (v-20)*3, 1)), v >= 21 && v <= 24 }
	case opHalf:
		return func(y int) (period, bool) { return around(half, dayOf(y, (v-1)*6+1, 1)), v >= 1 && v <= 2 }
	}
	return func(y int) (period, bool) { return around(quarter, dayOf(y, (v-1)*3+1, 1)), v >= 1 && v <= 4 }
}

// inside resolves a part of another period.
func (c context) inside(n *node) when {
	last := len(n.kids) - 1
	w := c.eval(n.kid(last))
	if !w.isDate() {
		return w
	}
	k, ok := n.kid(0).number()
	switch n.op {
	case opFortnight:
		if !ok || w.p.grain != month {
			return unresolved(impossible)
		}
		w.p = around(fortnight, w.p.first+day(15*(k-1)))
		return w
	case opWeekdayOf:
		wd, ok2 := n.kid(1).number()
		d, found := day(0), false
		if ok && ok2 && wd >= 1 && wd <= 7 && k != 0 {
			d, found = nthWeekday(w.p, wd, k)
		}
		if !found {
			return unresolved(impossible)
		}
		w.p = period{dayGrain, d, d}
		return w
	case opWith:
		// "mercredi de la semaine prochaine", "mai de l'an dernier".
		c.within, c.origin, c.dir, c.strict = &w.p, &w, anyway, false
		x := c.eval(n.kid(0))
		if x.ok() {
			x.anchor = w.anchor
		}
		return x
	case opLastOf:
		return nthOf(w, n.kid(0).unit(), -1)
	}
	if !ok {
		return unresolved(impossible)
	}
	if n.op == opFirstN {
		return firstOf(w, n.kid(1).unit(), k)
	}
	return nthOf(w, n.kid(1).unit(), k)
}

// firstOf is the first n units of a period, or its last -n ones.
func firstOf(w when, g grain, n int) when {
	step := 1
	if n < 0 {
		step = -1
	}
	a, b := nthOf(w, g, step), nthOf(w, g, n)
	if n < 0 {
		a, b = b, a
	}
	return stretchOf(a, b)
}

// nthOf is the n-th unit of a period, from its end if n < 0.
func nthOf(w when, g grain, n int) when {
	if g == noGrain || g >= w.p.grain && w.from == nil || n == 0 {
		return unresolved(impossible)
	}
	p := around(g, w.p.first)
	if n < 0 {
		p = around(g, w.p.last).shift(g, n+1)
	} else {
		p = p.shift(g, n-1)
	}
	if p.last < w.p.first || p.first > w.p.last {
		return unresolved(impossible)
	}
	w.p, w.from, w.to = p, nil, nil
	return w
}
