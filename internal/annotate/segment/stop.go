package segment

import "readout/internal/lang"

// fullStop decides whether the full stop at j belongs to the word before it,
// the last piece, and returns where to go on.
func (s *scanner) fullStop(j int) int {
	if at(s.t, j+1) == stop || len(s.pieces) == 0 {
		return j // "..."
	}
	p := &s.pieces[len(s.pieces)-1]
	k := s.stopKind(p, j+1)
	if k == word {
		return j
	}
	p.kind = k
	p.end = int32(j + 1)
	return j + 1
}

// stopKind is what the piece becomes with a full stop that ends at j; word if
// it does not take the stop.
func (s *scanner) stopKind(p *piece, j int) kind {
	next, c := s.nextWord(j)
	switch s.abbreviation(int(p.start), int(p.end)) {
	case lang.AbbrTitle:
		if c.letter() {
			return title
		}
	case lang.AbbrNumber:
		if c == digit || c == upper && s.roman(next) {
			return title
		}
	case lang.AbbrMonth:
		if len(s.pieces) > 1 && s.pieces[len(s.pieces)-2].kind == number {
			return abbr
		}
	case lang.AbbrWord:
		return abbr
	}
	if p.shape == single && (c == upper || c == hyphen) {
		return initial
	}
	return word
}

// nextWord finds the first character after at most a few spaces from j on.
func (s *scanner) nextWord(j int) (int, class) {
	for k := 0; k < 4 && j < len(s.t); k++ {
		c, n := classAt(s.t, j)
		if c != space {
			return j, c
		}
		j += n
	}
	return j, space
}

// roman tells whether a Roman number stands at i.
func (s *scanner) roman(i int) bool {
	j := i
	for j < len(s.t) && j < i+8 && isRoman(s.t[j]) {
		j++
	}
	return j > i && !at(s.t, j).inWord() && at(s.t, j) != apostrophe
}

func isRoman(c byte) bool {
	switch c {
	case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		return true
	}
	return false
}
