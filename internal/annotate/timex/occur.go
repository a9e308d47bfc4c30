package timex

// date resolves a date of which any of year, month, day and weekday are given.
func (c context) date(n *node) when {
	y, hasY := n.kid(0).number()
	m, hasM := n.kid(1).number()
	d, hasD := n.kid(2).number()
	wd, hasW := n.kid(3).number()
	if hasM && (m < 1 || m > 12) || hasD && (d < 1 || d > 31) {
		return unresolved(impossible)
	}
	if hasY {
		switch {
		case !hasM:
			return at(around(year, dayOf(y, 1, 1)), absolute)
		case !hasD:
			return at(around(month, dayOf(y, m, 1)), absolute)
		case !validDate(y, m, d):
			return unresolved(impossible)
		}
		return at(around(dayGrain, dayOf(y, m, d)), absolute)
	}
	switch {
	case hasM && hasD:
		c.weak = true
		return c.occurrence(func(k int) (period, bool) {
			y := c.base().year() + k
			p := around(dayGrain, dayOf(y, m, d))
			return p, validDate(y, m, d) && (!hasW || p.first.weekday() == wd)
		}, 8, hasW)
	case hasM:
		c.weak = true
		return c.occurrence(func(k int) (period, bool) {
			return around(month, dayOf(c.base().year()+k, m, 1)), true
		}, 2, false)
	case hasD:
		if !hasW && c.origin == nil && c.within == nil && c.then.isDate() && c.then.p.grain <= month && c.then.from == nil {
			if w := c.dayNear(d); w.isDate() {
				return w
			}
		}
		return c.occurrence(func(k int) (period, bool) {
			b := c.base()
			p := around(month, dayOf(b.year(), b.month()+k, 1))
			x := p.first + day(d-1)
			return period{dayGrain, x, x}, x <= p.last && (!hasW || x.weekday() == wd)
		}, 12, false)
	case hasW && wd >= 1 && wd <= 7:
		return c.occurrence(func(k int) (period, bool) {
			b := c.base()
			x := b - day(b.weekday()-wd) + day(7*k)
			return period{dayGrain, x, x}, true
		}, 2, false)
	}
	return unresolved(impossible)
}

// dayNear is a bare day of the month beside the last date of the text: "Le 14 juin,
// ils se sont vus. Le 20, ils ont rompu."
func (c context) dayNear(d int) when {
	best, found := day(0), false
	cost := func(x day) int {
		if x < c.then.p.first {
			return 3 * int(c.then.p.first-x) // a text goes on rather than back
		}
		return int(x - c.then.p.first)
	}
	for k := -1; k <= 1; k++ {
		p := around(month, dayOf(c.then.p.first.year(), c.then.p.first.month()+k, 1))
		x := p.first + day(d-1)
		if x > p.last || c.dir == past && c.hasNow && x > c.now {
			continue
		}
		if !found || cost(x) < cost(best) {
			best, found = x, true
		}
	}
	if !found {
		return unresolved(impossible)
	}
	return at(around(dayGrain, best), discourse)
}

// yearPair resolves "2011-12": a season over two years, or a month.
func yearPair(n *node) when {
	a, ok1 := n.kid(0).number()
	b, ok2 := n.kid(1).number()
	switch {
	case !ok1 || !ok2:
	case b > a%100:
		return stretchOf(at(around(year, dayOf(a, 1, 1)), absolute), at(around(year, dayOf(a-a%100+b, 1, 1)), absolute))
	case b >= 1 && b <= 12:
		return at(around(month, dayOf(a, b, 1)), absolute)
	}
	return unresolved(impossible)
}

// base is the day that occurrences are counted from.
func (c context) base() day {
	if c.origin != nil {
		return c.origin.p.first
	}
	return c.now
}

// occurrence picks one of the periods that a partial date may mean: the last
// one when the sentence looks back, the next one when it looks ahead, else the
// nearest. any says that even one on the far side will do when nothing else fits.
func (c context) occurrence(gen func(k int) (period, bool), reach int, any bool) when {
	if !c.hasNow && c.origin == nil {
		return unresolved(noDate)
	}
	a := published
	if c.origin != nil {
		a = discourse
	}
	best, bestCost, ok := period{}, 0, false
	for k := -reach; k <= reach; k++ {
		p, valid := gen(k)
		if !valid || c.within != nil && (p.first < c.within.first || p.last > c.within.last) {
			continue
		}
		cost, fits := c.cost(p)
		if !fits && !any {
			continue
		}
		if !fits {
			cost += 1 << 20
		}
		if !ok || cost < bestCost {
			best, bestCost, ok = p, cost, true
		}
	}
	if !ok {
		return unresolved(impossible)
	}
	return at(best, a)
}

// far is how many times as far as on the side where the sentence looks a date
// must lie to be taken from the other: "il l'a invité à Rome le 24 juillet" said
// in June is no date of eleven months ago.
const far = 4

// cost is the distance of a period in days, and whether it may be meant at all.
func (c context) cost(p period) (int, bool) {
	first, last := c.base(), c.base()
	if c.origin != nil {
		last = c.origin.p.last
	}
	dist := 0
	switch {
	case p.first > last:
		dist = int(p.first - last)
	case p.last < first:
		dist = int(first - p.last)
	}
	switch c.dir {
	case past:
		if c.strict {
			return dist, p.last < first
		}
		if p.first > last {
			return far * dist, c.weak && !c.firm && c.origin == nil
		}
	case future:
		if c.strict {
			return dist, p.first > last
		}
		if p.last < first {
			return far * dist, c.weak && !c.firm && c.origin == nil
		}
	default:
		// Nothing in the sentence tells: the nearest, the past one of two.
		// What waits for a deadline ("avant le printemps") rather lies ahead.
		// The present of a plan looks ahead ("le conseil statue mardi").
		if (c.plan || c.deadline) && p.grain == dayGrain && dist < 7 {
			if p.last < first {
				dist *= 4
			}
		} else if p.first > last && p.grain == dayGrain && dist < 7 {
			dist += dist / 2
		} else if p.first > last {
			dist += dist / 8
		} else if c.deadline || c.plan {
			dist *= 2
		}
	}
	return dist, true
}
