package lang

import "strconv"

// NumberKind says how a number word takes part in a larger number.
type NumberKind uint8

// The kinds of number words.
const (
	NumberUnit   NumberKind = iota // added: "trois", "vingt", "soixante"
	NumberScale                    // multiplies what stands before it: "cents", "millions"
	NumberApprox                   // a count that is about right: "quarantaine"
)

// NumberWord is one line of figures/numbers.tsv.
type NumberWord struct {
	Value float64
	Kind  NumberKind
	Times float64 // the word multiplies when exactly this number stands before it ("quatre-vingts"); 0: never
	Noun  bool    // may only end a number: "millions", "quarantaine"
}

// Numbers reads numbers in figures and words.
type Numbers struct {
	Words   map[string]NumberWord
	Joiner  string // the word that joins tens and units: "et"
	Decimal string // marks that part whole from fraction
	Group   string // marks that may stand between groups of three figures
}

func (r *reader) numbers() Numbers {
	n := Numbers{Words: map[string]NumberWord{}}
	kinds := map[string]NumberKind{"unit": NumberUnit, "scale": NumberScale, "approx": NumberApprox}
	r.table("figures/numbers.tsv", []string{"word", "kind", "value", "times"}, func(row Row) {
		word := row.Get("word")
		switch row.Get("kind") {
		case "joiner":
			n.Joiner = word
			return
		case "decimal":
			n.Decimal += word
			return
		case "group":
			n.Group += word
			return
		}
		kind, ok := kinds[row.Get("kind")]
		if !ok {
			row.Fail("kind", "unknown kind %q", row.Get("kind"))
			return
		}
		v, err := strconv.ParseFloat(row.Get("value"), 64)
		if err != nil {
			row.Fail("value", "not a number: %q", row.Get("value"))
			return
		}
		w := NumberWord{Value: v, Kind: kind, Noun: kind == NumberApprox || kind == NumberScale && v >= 1e6}
		if s := row.Get("times"); s != "" {
			if w.Times, err = strconv.ParseFloat(s, 64); err != nil {
				row.Fail("times", "not a number: %q", s)
			}
		}
		n.Words[word] = w
	})
	return n
}

// Digits is a number written in figures.
type Digits struct {
	Value   float64
	Grouped bool // "3 550": has marks between groups of three
	Decimal bool // "3,5"
}

// Digits reads a whole form as a number in figures.
func (n *Numbers) Digits(form string) (Digits, bool) {
	var d Digits
	if form == "" || form[0] < '0' || form[0] > '9' || len(form) > 40 {
		return d, false
	}
	frac, run := 0.0, 0
	for i, c := range form {
		switch {
		case c >= '0' && c <= '9':
			run++
			if d.Decimal {
				frac /= 10
				d.Value += frac * float64(c-'0')
			} else {
				d.Value = d.Value*10 + float64(c-'0')
			}
		case !d.Decimal && in(n.Group, c) && threeFigures(form[i+len(string(c)):]):
			d.Grouped = true
		case !d.Decimal && in(n.Decimal, c) && i+1 < len(form):
			d.Decimal, frac = true, 1
		default:
			return d, false
		}
	}
	if d.Decimal { // 3.3 rather than 3.3000000000000003
		d.Value, _ = strconv.ParseFloat(strconv.FormatFloat(d.Value, 'f', 9, 64), 64)
	}
	return d, run > 0
}

func in(set string, c rune) bool {
	for _, s := range set {
		if s == c {
			return true
		}
	}
	return false
}

func threeFigures(s string) bool {
	for i := range 3 {
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == 3 || s[3] < '0' || s[3] > '9'
}

// Sum puts a number together word by word; the zero value is empty.
type Sum struct {
	total, current float64
	words          int
	closed         bool
}

// Add takes one more number word, or says that it begins another number
// ("vingt" + "deux" goes on, "deux" + "trois" does not).
func (s *Sum) Add(w NumberWord) bool {
	if s.closed {
		return false
	}
	switch {
	case w.Kind == NumberApprox:
		if s.words > 0 && (s.current >= 10 || s.total > 0) {
			return false
		}
		s.current, s.closed = max(1, s.current)*w.Value, true
	case w.Times > 0 && s.words > 0 && remainder(s.current, 100) == w.Times:
		s.current += w.Times*w.Value - w.Times
	case w.Kind == NumberScale && w.Value < 1000:
		if s.words > 0 && (s.current == 0 || s.current >= 10) {
			return false
		}
		s.current = max(1, s.current) * w.Value
	case w.Kind == NumberScale:
		if s.total > 0 && (s.current == 0 || remainder(s.total, w.Value*1000) != 0) {
			return false
		}
		s.total, s.current = s.total+max(1, s.current)*w.Value, 0
	case s.words == 0 || s.current == 0 && s.total > 0 || fits(s.current, w.Value):
		s.current += w.Value
	default:
		return false
	}
	s.words++
	return true
}

// Begin starts from a number in figures: "14" before "millions".
func (s *Sum) Begin(v float64) { *s = Sum{current: v, words: 1} }

// Value is the number so far.
func (s *Sum) Value() float64 { return s.total + s.current }

// Words is how many words it took.
func (s *Sum) Words() int { return s.words }

// fits tells whether v may follow: units after tens, teens after sixty and eighty.
func fits(current, v float64) bool {
	tens := remainder(current, 100)
	switch {
	case v >= 100 || v <= 0:
		return false
	case v < 10:
		return tens == 0 || tens >= 20 && remainder(tens, 10) == 0 || tens == 10 && v >= 7
	case v < 20:
		return tens == 0 || tens == 60 || tens == 80
	default:
		return tens == 0
	}
}

func remainder(a, b float64) float64 {
	if a < 0 || a > 1e15 {
		return -1
	}
	return float64(int64(a) % int64(b))
}
