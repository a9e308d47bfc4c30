package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/lang"
)

// longForm is the length in bytes above which a word is looked up in no table.
const longForm = 48

// compound is a run of characters that may be one word or several.
type compound struct {
	end        int
	apostrophe bool
	hyphen     bool
	stopped    bool // took its last full stop: "O.U.A."
	whole      bool // an address: not to be cut
}

// word takes the words written together from i on: "d'abord", "a-t-il",
// "Saint-Cyr-l'École", with the full stop of an abbreviation.
func (s *scanner) word(i int) int {
	if end := s.address(i); end > 0 {
		s.emit(i, end, word)
		return end
	}
	c := s.compound(i)
	switch {
	case c.whole:
		s.emit(i, c.end, word)
		return c.end
	case c.apostrophe || c.hyphen:
		s.split(i, c.end)
	default:
		s.emit(i, c.end, word)
	}
	if c.stopped {
		s.pieces[len(s.pieces)-1].kind = abbr
		return c.end
	}
	if at(s.t, c.end) == stop {
		return s.fullStop(c.end)
	}
	return c.end
}

// compound finds the end of the run at i.
func (s *scanner) compound(i int) compound {
	t := s.t
	c := compound{end: i}
	letters := 0 // since the last mark inside the word
	capital := false
	for c.end < len(t) {
		cl, n := classAt(t, c.end)
		next := c.end + n
		switch {
		case cl.inWord():
			if cl != mark {
				letters++
				capital = cl == upper
			}
			c.end = next
			continue
		case cl == apostrophe && at(t, next).letter():
			c.apostrophe = true
		case cl == apostrophe && s.elision(i, c.end):
			c.apostrophe = true
			c.end = next
			return c
		case cl == hyphen && at(t, next).inWord():
			c.hyphen = true
		case cl == stop:
			if done := s.stopInside(i, &c, letters == 1 && capital); done {
				return c
			}
		default:
			if s.markInside(i, &c, next) {
				return c
			}
		}
		if c.end < next {
			c.end = next
		}
		letters = 0
	}
	return c
}

// stopInside decides on a full stop in the middle of a run: "O.U.A.", "J.-C.",
// "lemonde.fr". It returns true when the run ends, with or without the stop.
func (s *scanner) stopInside(i int, c *compound, one bool) bool {
	t := s.t
	next := c.end + 1
	if end := s.mail(c.end); end > 0 {
		c.end, c.whole = end, true
		return true
	}
	after := at(t, next)
	if one {
		inner := i < c.end-1 && strings.IndexByte(t[i:c.end], '.') >= 0
		switch {
		case after == upper && s.oneLetter(next):
			return false
		case after == hyphen && at(t, next+1) == upper && s.oneLetter(next+1):
			c.end = next + 1
			return false
		case inner:
			c.end, c.stopped = next, true
		}
		return true
	}
	if after != lower && !(after == digit && before(t, c.end) == digit) {
		return true
	}
	return s.abbreviation(i, c.end) != lang.NoAbbr
}

// oneLetter tells whether a single capital stands at i, as in "O.U.A".
func (s *scanner) oneLetter(i int) bool {
	_, n := classAt(s.t, i)
	return !at(s.t, i+n).inWord()
}

// markInside decides on the other marks that may stand in a run: "AT&T",
// "élu(e)s", "n°", "a_b". It returns true when the run ends.
func (s *scanner) markInside(i int, c *compound, next int) bool {
	t := s.t
	switch t[c.end] {
	case '&':
		if before(t, c.end) == upper && at(t, next) == upper {
			c.end = next
			return false
		}
	case '_':
		c.end = next
		return false
	case '/':
		// "IIb/IIIa": a code; "Paris/Londres" is three words.
		if shapeOf(t[i:c.end]) == mixed && shapeOf(t[next:min(len(t), next+8)]) == mixed {
			c.end = next
			return false
		}
	case '@':
		if end := s.mail(c.end); end > 0 {
			c.end, c.whole = end, true
		}
	case '(':
		for k := next; k < next+3 && k < len(t); k++ {
			if t[k] == ')' && k > next {
				c.end = k + 1
				return false
			}
			if t[k] < 'a' || t[k] > 'z' {
				break
			}
		}
	case "°"[0]:
		if c.end-i <= 2 && strings.HasPrefix(t[c.end:], "°") {
			c.end = next
		}
	}
	return true
}

// elision tells whether [i, j) is a word that loses its vowel ("qu").
func (s *scanner) elision(i, j int) bool {
	if j-i > longForm {
		return false
	}
	var buf [longForm * 2]byte
	return s.elisions[string(appendLower(buf[:0], s.t[i:j]))]
}

// split cuts elided words off the front and clitics off the end.
func (s *scanner) split(i, j int) {
	var buf [longForm * 2]byte
	for i < j {
		low := buf[:0]
		if j-i <= longForm {
			low = appendLower(low, s.t[i:j])
			if s.wholes[string(low)] {
				s.emit(i, j, word)
				return
			}
		}
		a, n := s.firstApostrophe(i, min(j, i+longForm))
		if a > i && s.elision(i, a) {
			s.emit(i, a+n, word)
			i = a + n
			continue
		}
		if len(low) > 0 {
			s.clitics(i, j, low)
			return
		}
		s.emit(i, j, word)
		return
	}
}

func (s *scanner) firstApostrophe(i, j int) (int, int) {
	for i < j {
		c, n := classAt(s.t, i)
		if c == apostrophe {
			return i, n
		}
		i += n
	}
	return -1, 0
}

// abbreviation is the class of the last word of [i, j), as written.
func (s *scanner) abbreviation(i, j int) lang.AbbrClass {
	if j-i > longForm {
		return lang.NoAbbr
	}
	return s.abbreviations[s.t[i:j]]
}

// fold is a character in lower case, apostrophes straight, hyphens and spaces
// plain.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r |= 0x20
		}
		return r
	}
	switch runeClass(r) {
	case apostrophe:
		return '\''
	case hyphen:
		return '-'
	case space:
		return ' '
	case upper:
		return unicode.ToLower(r)
	}
	return r
}

func appendLower(b []byte, t string) []byte {
	for i := 0; i < len(t); i++ {
		c := t[i]
		if c >= utf8.RuneSelf {
			for _, r := range t[i:] {
				b = utf8.AppendRune(b, fold(r))
			}
			return b
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}
