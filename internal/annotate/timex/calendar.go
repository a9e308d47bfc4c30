package timex

import "strconv"

// day counts days of the proleptic Gregorian calendar; 1970-01-01 is 0.
type day int32

// dayOf is the day of a civil date; a day beyond the month's end is moved back
// to its last day (31 January and a month later is the end of February).
func dayOf(y, m, d int) day {
	y, m = y+floorDiv(m-1, 12), floorMod(m-1, 12)+1
	d = min(max(d, 1), monthDays(y, m))
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return day(era*146097 + doe - 719468)
}

// civil is the year, month and day of a day.
func (d day) civil() (y, m, dd int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dd = doy - (153*mp+2)/5 + 1
	m = mp%12 + 3
	y = yoe + era*400
	if m > 12 {
		m -= 12
	}
	if m <= 2 {
		y++
	}
	return y, m, dd
}

func (d day) year() int  { y, _, _ := d.civil(); return y }
func (d day) month() int { _, m, _ := d.civil(); return m }

// weekday is 1 for Monday to 7 for Sunday.
func (d day) weekday() int { return floorMod(int(d)+3, 7) + 1 }

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func monthDays(y, m int) int {
	switch m {
	case 2:
		if leap(y) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// validDate tells whether the date is one of the calendar.
func validDate(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= monthDays(y, m)
}

// easter is Easter Sunday of a year (the anonymous Gregorian computus).
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(y, n/31, n%31+1)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return ((a % b) + b) % b }

// parseDay reads an EDTF day.
func parseDay(s string) (day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, e1 := strconv.Atoi(s[:4])
	m, e2 := strconv.Atoi(s[5:7])
	d, e3 := strconv.Atoi(s[8:])
	if e1 != nil || e2 != nil || e3 != nil || !validDate(y, m, d) {
		return 0, false
	}
	return dayOf(y, m, d), true
}

// grain is the size of a period.
type grain uint8

// The grains, from small to large.
const (
	noGrain grain = iota
	minute
	hour
	dayGrain
	weekend
	week
	fortnight
	month
	quarter
	season
	half
	year
	decade
	century
	second // only of durations
)

var grainNames = [...]string{"", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year", "decade", "century", "second"}

func (g grain) String() string { return grainNames[g] }

func grainOf(name string) (grain, bool) {
	for i, n := range grainNames {
		if i > 0 && n == name {
			return grain(i), true
		}
	}
	return noGrain, false
}

// period is a stretch of whole days with the grain that names it.
type period struct {
	grain       grain
	first, last day
}

// around is the period of a grain that holds the day.
func around(g grain, d day) period {
	y, m, dd := d.civil()
	switch g {
	case weekend:
		// The weekend of a week is its end; Monday still looks back to none.
		s := d + day(6-d.weekday())
		return period{g, s, s + 1}
	case week:
		s := d - day(d.weekday()-1)
		return period{g, s, s + 6}
	case fortnight:
		if dd <= 15 {
			return period{g, dayOf(y, m, 1), dayOf(y, m, 15)}
		}
		return period{g, dayOf(y, m, 16), dayOf(y, m, 31)}
	case month:
		return months(g, y, m, 1)
	case quarter:
		return months(g, y, (m-1)/3*3+1, 3)
	case season:
		// Seasons of the meteorologists; the winter belongs to the year it begins in.
		return months(g, y, m/3*3, 3)
	case half:
		return months(g, y, (m-1)/6*6+1, 6)
	case year:
		return months(g, y, 1, 12)
	case decade:
		return months(g, floorDiv(y, 10)*10, 1, 120)
	case century:
		return months(g, floorDiv(y, 100)*100, 1, 1200)
	}
	return period{g, d, d}
}

func months(g grain, y, m, n int) period {
	return period{g, dayOf(y, m, 1), dayOf(y, m+n, 1) - 1}
}

// size is how many months or days a grain takes.
func (g grain) size() (months, days int) {
	switch g {
	case weekend, week:
		return 0, 7
	case fortnight:
		return 0, 14
	case month:
		return 1, 0
	case quarter, season:
		return 3, 0
	case half:
		return 6, 0
	case year:
		return 12, 0
	case decade:
		return 120, 0
	case century:
		return 1200, 0
	case dayGrain:
		return 0, 1
	}
	return 0, 0
}

// moved is the day n grains later or earlier.
func (d day) moved(g grain, n int) day {
	mm, dd := g.size()
	if mm > 0 {
		y, m, md := d.civil()
		return dayOf(y, m+n*mm, md)
	}
	return d + day(n*dd)
}

// shift is the period of grain g that lies n of them from p.
func (p period) shift(g grain, n int) period { return around(g, p.first.moved(g, n)) }

// edtf writes the period; ends is set for periods that have no name of their own.
func (p period) edtf() string {
	y, m, _ := p.first.civil()
	switch p.grain {
	case month:
		return dayText(p.first)[:len(dayText(p.first))-3]
	case season:
		return yearText(y) + "-" + strconv.Itoa(21+floorMod(m/3-1, 4))
	case quarter, half:
		a, b := dayText(p.first), dayText(p.last)
		return a[:len(a)-3] + "/" + b[:len(b)-3]
	case year:
		return yearText(y)
	case decade:
		s := yearText(y)
		return s[:len(s)-1] + "X"
	case century:
		s := yearText(y)
		return s[:len(s)-2] + "XX"
	case week, weekend, fortnight:
		return dayText(p.first) + "/" + dayText(p.last)
	}
	if p.first != p.last {
		return dayText(p.first) + "/" + dayText(p.last)
	}
	return dayText(p.first)
}

func dayText(d day) string {
	y, m, dd := d.civil()
	return yearText(y) + "-" + two(m) + "-" + two(dd)
}

func yearText(y int) string {
	sign := ""
	if y < 0 {
		sign, y = "-", -y
	}
	s := strconv.Itoa(y)
	for len(s) < 4 {
		s = "0" + s
	}
	return sign + s
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
