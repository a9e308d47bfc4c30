package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// feastRule says when a feast falls: on a fixed day, some days from Easter, or
// on the n-th weekday of a month (n < 0 counts from its end).
type feastRule struct {
	month, day   int
	fromEaster   int
	weekday, nth int
}

// parseFeast reads "12-25", "easter+39" or "05 7 -1".
func parseFeast(s string) (feastRule, error) {
	var f feastRule
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		if rest == "" {
			return f, nil
		}
		n, err := strconv.Atoi(rest)
		f.fromEaster = n
		return f, err
	}
	if m, d, ok := strings.Cut(s, "-"); ok && !strings.Contains(s, " ") {
		mm, err1 := strconv.Atoi(m)
		dd, err2 := strconv.Atoi(d)
		if err1 != nil || err2 != nil || !validDate(2000, mm, dd) {
			return f, fmt.Errorf("no such day: %q", s)
		}
		f.month, f.day = mm, dd
		return f, nil
	}
	p := strings.Fields(s)
	if len(p) != 3 {
		return f, fmt.Errorf("not a day, easter±n or month weekday n: %q", s)
	}
	var v [3]int
	for i := range p {
		n, err := strconv.Atoi(p[i])
		if err != nil {
			return f, err
		}
		v[i] = n
	}
	f.month, f.weekday, f.nth = v[0], v[1], v[2]
	if f.month < 1 || f.month > 12 || f.weekday < 1 || f.weekday > 7 || f.nth == 0 {
		return f, fmt.Errorf("no such day: %q", s)
	}
	return f, nil
}

// in is the day of the feast in a year.
func (f feastRule) in(y int) day {
	switch {
	case f.weekday > 0:
		d, _ := nthWeekday(around(month, dayOf(y, f.month, 1)), f.weekday, f.nth)
		return d
	case f.month > 0:
		return dayOf(y, f.month, f.day)
	}
	return easter(y) + day(f.fromEaster)
}

// nthWeekday is the n-th such weekday of a period, from its end if n < 0.
func nthWeekday(p period, weekday, n int) (day, bool) {
	var d day
	if n > 0 {
		d = p.first + day(floorMod(weekday-p.first.weekday(), 7)+7*(n-1))
	} else {
		d = p.last - day(floorMod(p.last.weekday()-weekday, 7)-7*(n+1))
	}
	return d, d >= p.first && d <= p.last
}
