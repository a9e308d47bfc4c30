package segment

import "unicode/utf8"

// clitics cuts clitics off the end of [i, j), whose lower-case form is low, and
// emits word and clitics in order: "donnez-le-moi" = "donnez" "-le" "-moi".
func (s *scanner) clitics(i, j int, low []byte) {
	var ends [4]int
	n := 0
	if s.mayTakeClitic(i) || shapeOf(s.t[i:j]) == capitals {
		for n < len(ends) {
			cut := s.cliticLength(low)
			if cut == 0 {
				break
			}
			k := j
			for r := utf8.RuneCount(low[len(low)-cut:]); r > 0; r-- {
				_, size := utf8.DecodeLastRuneInString(s.t[:k])
				k -= size
			}
			_, size := classAt(s.t, k)
			if at(s.t, k+size) == upper && shapeOf(s.t[i:j]) != capitals {
				break // "Dupont-Le"
			}
			ends[n] = j
			n++
			j = k
			low = low[:len(low)-cut]
		}
	}
	s.emit(i, j, word)
	for n--; n >= 0; n-- {
		s.emit(j, ends[n], word)
		j = ends[n]
	}
}

// cliticLength is the length of the longest clitic at the end of a word, 0 if
// there is none.
func (s *scanner) cliticLength(low []byte) int {
	if s.wholes[string(low)] {
		return 0
	}
	for k := min(s.longestClitic, len(low)-1); k > 1; k-- {
		if s.cliticForms[string(low[len(low)-k:])] {
			return k
		}
	}
	return 0
}

// mayTakeClitic is false for a capitalised word inside a sentence: "Jong-il".
func (s *scanner) mayTakeClitic(i int) bool {
	if at(s.t, i) != upper || len(s.pieces) == 0 {
		return true
	}
	switch s.pieces[len(s.pieces)-1].kind {
	case word, number, initial, title:
		return false
	}
	return true
}

// cliticAt tells whether the rest of the word from the hyphen at i is a clitic.
func (s *scanner) cliticAt(i int) bool {
	_, n := classAt(s.t, i)
	return s.looseClitic(i, n) > 0
}

// looseClitic is the end of a clitic that begins with the hyphen of n bytes at
// i and ends where the word ends; 0 if there is none.
func (s *scanner) looseClitic(i, n int) int {
	j := i + n
	for j < len(s.t) && j-i <= s.longestClitic+4 {
		c, n := classAt(s.t, j)
		if !c.inWord() && c != hyphen && c != apostrophe {
			break
		}
		j += n
	}
	var buf [longForm * 2]byte
	if j-i <= longForm && s.cliticForms[string(appendLower(buf[:0], s.t[i:j]))] {
		return j
	}
	return 0
}
