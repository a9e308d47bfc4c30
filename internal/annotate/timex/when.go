package timex

import (
	"strconv"

	"readout/internal/doc"
)

// when is a resolved value, or the reason why there is none.
type when struct {
	kind               doc.TimexKind
	p                  period // of a date; the whole of an interval
	from, to           *period
	openStart, openEnd bool
	approx             bool
	duration           string
	clock              string
	anchor             anchor
	deictic            bool // counted from the day of speaking: "hier", "ce matin"
	reason             string
}

// anchor says what a value was resolved against.
type anchor uint8

const (
	noAnchor anchor = iota
	absolute
	published
	discourse
)

func (a anchor) String() string {
	return [...]string{"", "absolute", "published", "discourse"}[a]
}

// The reasons why a value is empty.
const (
	noDate       = "no-publication-date"
	vague        = "vague"
	noAntecedent = "no-antecedent"
	impossible   = "no-such-date"
	event        = "event"
)

func unresolved(reason string) when { return when{reason: reason} }

func at(p period, a anchor) when { return when{p: p, anchor: a} }

func (w *when) ok() bool { return w.reason == "" }

// isDate tells whether the value names a stretch of the calendar.
func (w *when) isDate() bool {
	return w.ok() && w.p.grain != noGrain && w.duration == "" && !w.openStart && !w.openEnd
}

// value is the EDTF value, or the duration.
func (w *when) value() string {
	switch {
	case !w.ok():
		return ""
	case w.duration != "":
		return w.duration
	case w.openEnd:
		return w.p.edtfStart() + w.tilde() + "/.."
	case w.openStart:
		return "../" + w.p.edtfEnd() + w.tilde()
	case w.from != nil:
		a, b := w.from.edtfStart(), w.to.edtfEnd()
		if a == b {
			return a
		}
		return a + "/" + b
	}
	return w.p.edtf() + w.tilde()
}

func (w *when) tilde() string {
	if w.approx {
		return "~"
	}
	return ""
}

// edtfStart is a period as the beginning of an interval, where no interval may stand.
func (p period) edtfStart() string {
	switch p.grain {
	case week, weekend, fortnight:
		return dayText(p.first)
	case quarter, half:
		return period{month, p.first, p.first}.edtf()
	case decade, century:
		return yearText(p.first.year())
	}
	return p.edtf()
}

func (p period) edtfEnd() string {
	switch p.grain {
	case week, weekend, fortnight:
		return dayText(p.last)
	case quarter, half:
		return period{month, p.last, p.last}.edtf()
	case decade, century:
		return yearText(p.last.year())
	}
	return p.edtf()
}

// durationOf writes n units as ISO 8601.
func durationOf(n float64, g grain, n2 float64, g2 grain) (string, bool) {
	if n < 0 || n > 1e11 || n2 < 0 || n2 > 1e9 {
		return "", false
	}
	a, t1 := isoPart(n, g)
	if a == "" {
		return "", false
	}
	b, t2 := "", false
	if g2 != noGrain {
		if b, t2 = isoPart(n2, g2); b == "" {
			return "", false
		}
	}
	switch {
	case t1 && b == "":
		return "PT" + a, true
	case t1 && t2:
		return "PT" + a + b, true
	case t1:
		return "", false
	case t2:
		return "P" + a + "T" + b, true
	}
	return "P" + a + b, true
}

// isoPart is one part of a duration; halves of an hour and of a year become
// smaller units, as people write them.
func isoPart(n float64, g grain) (s string, clock bool) {
	switch g {
	case hour, minute:
		smaller := map[grain]string{hour: "M", minute: "S"}[g]
		letter := map[grain]string{hour: "H", minute: "M"}[g]
		whole := float64(int64(n))
		switch {
		case n == whole:
			return number(n) + letter, true
		case whole == 0:
			return number((n-whole)*60) + smaller, true
		}
		return number(whole) + letter + number((n-whole)*60) + smaller, true
	case second:
		return number(n) + "S", true
	case dayGrain:
		if n == 0.5 {
			return "", false
		}
		return number(n) + "D", false
	case weekend:
		return number(n*2) + "D", false
	case week:
		return number(n) + "W", false
	case fortnight:
		return number(n*2) + "W", false
	case month:
		if whole := float64(int64(n)); n != whole {
			if whole == 0 {
				return number(n*30) + "D", false
			}
			return number(whole) + "M" + number((n-whole)*30) + "D", false // "un mois et demi"
		}
		return number(n) + "M", false
	case quarter, season, half:
		m, _ := g.size()
		return number(n*float64(m)) + "M", false
	case year:
		whole := float64(int64(n))
		switch {
		case n == whole:
			return number(n) + "Y", false
		case whole == 0:
			return number(n*12) + "M", false
		}
		return number(whole) + "Y" + number((n-whole)*12) + "M", false
	case decade:
		return number(n*10) + "Y", false
	case century:
		return number(n*100) + "Y", false
	}
	return "", false
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
