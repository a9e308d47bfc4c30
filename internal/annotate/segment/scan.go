package segment

import (
	"strings"
	"unicode/utf8"
)

// scanner cuts one block into pieces, from left to right, with bounded looks
// ahead: the time is linear in the length whatever the text is.
type scanner struct {
	*rules
	t      string // the text up to the end of the block
	from   int    // where the block begins
	pieces []piece
	inside bool // after an opening straight quotation mark
}

// emit adds the piece [i, j).
func (s *scanner) emit(i, j int, k kind) {
	p := piece{start: int32(i), end: int32(j), kind: k}
	switch k {
	case word, abbr, initial, title:
		p.shape = shapeOf(s.t[i:j])
	case number:
		p.shape = numeric
	case opener, closer:
		switch s.t[i] {
		case '(', ')', '[', ']', '{', '}':
		default:
			p.shape = quoted
		}
	}
	s.pieces = append(s.pieces, p)
}

// scan cuts the text from s.from on.
func (s *scanner) scan() {
	t := s.t
	for i := s.from; i < len(t); {
		c, n := classAt(t, i)
		if c == space {
			i += n
			continue
		}
		if list := s.specials[t[i]]; list != nil {
			if end := s.special(i, list); end > 0 {
				i = end
				continue
			}
		}
		switch c {
		case lower, upper, mark:
			i = s.word(i)
		case digit:
			i = s.number(i)
		default:
			i = s.sign(i, n, c)
		}
	}
}

// special emits a table entry that holds a mark of punctuation ("c.-à-d.",
// "Yahoo!") if it stands at i, and returns its end; else 0.
func (s *scanner) special(i int, list []string) int {
	if before(s.t, i).inWord() {
		return 0
	}
	for _, form := range list {
		if end := matchFold(s.t, i, form); end > 0 && !at(s.t, end).inWord() {
			k := word
			if strings.HasSuffix(form, ".") {
				k = abbr
			}
			s.emit(i, end, k)
			return end
		}
	}
	return 0
}

// matchFold tells where form, in lower case, ends in t from i on; 0 if it does
// not stand there.
func matchFold(t string, i int, form string) int {
	for _, want := range form {
		if i >= len(t) {
			return 0
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if fold(r) != want {
			return 0
		}
		i += n
	}
	return i
}

// sign emits a mark of punctuation or a symbol of n bytes at i.
func (s *scanner) sign(i, n int, c class) int {
	t := s.t
	k := sign
	switch c {
	case stop, ellipsis:
		return s.dots(i)
	case terminator:
		k = ender
	case comma:
		k = comma_
	case colon:
		k = colon_
	case opening:
		k = opener
	case closing:
		k = closer
	case quoting, apostrophe:
		k = s.quote(i, n)
	case dash:
		k = dash_
	case hyphen:
		return s.hyphen(i, n)
	case symbol:
		return s.symbol(i, n)
	}
	j := s.marks(s.repeated(i, n))
	if t[i] == '"' {
		s.inside = k == opener
	}
	s.emit(i, j, k)
	return j
}

// ruleOff is how often the same mark stands side by side before the whole run
// is one piece: a line drawn with marks, not quotation marks inside each other.
const ruleOff = 8

// repeated is the end of the mark of n bytes at i, or of the run if the same
// mark is repeated so often that it is no longer punctuation.
func (s *scanner) repeated(i, n int) int {
	j := i + n
	mark := s.t[i:j]
	for strings.HasPrefix(s.t[j:], mark) {
		j += n
	}
	if j-i < ruleOff*n {
		return i + n
	}
	return j
}

// marks goes over what joins the sign before it: variation selectors, accents.
func (s *scanner) marks(i int) int {
	for i < len(s.t) {
		c, n := classAt(s.t, i)
		if c != mark {
			break
		}
		i += n
	}
	return i
}

// dots takes a run of full stops: "." ends, ".." and "..." are one piece.
func (s *scanner) dots(i int) int {
	j := i
	for j < len(s.t) {
		c, n := classAt(s.t, j)
		if c != stop && c != ellipsis {
			break
		}
		j += n
	}
	j = s.marks(j)
	s.emit(i, j, ender)
	return j
}

// quote tells whether a mark that looks the same on both sides opens or closes:
// by the spaces around it, and in doubt by what is open.
func (s *scanner) quote(i, n int) kind {
	left, right := before(s.t, i), at(s.t, i+n)
	free := left == space || left == opening || left == dash
	switch {
	case free && right != space:
		return opener
	case !free && (right == space || right == comma || right == stop):
		return closer
	}
	if s.inside {
		return closer
	}
	return opener
}

// hyphen takes a run of hyphens, a negative number, or a clitic that stands
// apart ("a -t-il").
func (s *scanner) hyphen(i, n int) int {
	t := s.t
	next := at(t, i+n)
	free := before(t, i) == space || before(t, i) == opening
	if next == digit && free && s.mayBeNegative() {
		j := s.numberEnd(i + n)
		s.emit(i, j, number)
		return j
	}
	if next == lower && before(t, i) == space {
		if end := s.looseClitic(i, n); end > 0 {
			s.emit(i, end, word)
			return end
		}
	}
	j := i + n
	for j < len(t) && t[j] == '-' {
		j++
	}
	j = s.marks(j)
	s.emit(i, j, dash_)
	return j
}

// mayBeNegative is false after a number ("2 -3") and at the start of a line.
func (s *scanner) mayBeNegative() bool {
	n := len(s.pieces)
	return n > 0 && s.pieces[n-1].kind != number
}

// symbol takes "@name", "#word", "°C" and single signs.
func (s *scanner) symbol(i, n int) int {
	t := s.t
	j := i + n
	switch {
	case (t[i] == '@' || t[i] == '#') && at(t, j).inWord() && !before(t, i).inWord():
		for j < len(t) {
			c, n := classAt(t, j)
			if !c.inWord() && t[j] != '_' {
				break
			}
			j += n
		}
		s.emit(i, j, word)
		return j
	case strings.HasPrefix(t[i:], "°") && at(t, j) == upper && !at(t, j+1).inWord():
		j++
	case t[i] == '_' || t[i] == '=' || t[i] == '*' || t[i] == '~':
		for j < len(t) && t[j] == t[i] {
			j++
		}
	default:
		if j = s.repeated(i, n); j == i+n {
			j = s.joined(j)
		}
	}
	j = s.marks(j)
	s.emit(i, j, sign)
	return j
}

// joined goes over signs that a zero-width joiner ties to the one before.
func (s *scanner) joined(j int) int {
	const joiner = "\u200d"
	for {
		m := s.marks(j)
		if !strings.HasSuffix(s.t[:m], joiner) || m == j || at(s.t, m) != symbol {
			return j
		}
		_, n := classAt(s.t, m)
		j = m + n
	}
}
