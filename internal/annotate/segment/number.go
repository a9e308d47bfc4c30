package segment

import "strings"

// number takes a number with what is written to it: "3,5", "12/05/2024",
// "19h30", "1er", "2.700.000", and "42 000" with the spaces that group digits.
func (s *scanner) number(i int) int {
	j := s.numberEnd(i)
	if unit := s.unit(i, j); unit > 0 {
		s.emit(i, unit, number)
		end := s.letters(unit, j)
		s.emit(unit, end, word)
		return end
	}
	s.emit(i, j, number)
	return j
}

// unit finds a unit that is a word of its own inside the number [i, j), such
// as the "h" of "19h30", and returns where it begins; 0 if there is none.
func (s *scanner) unit(i, j int) int {
	k := s.digits(i)
	if k == i || k >= j {
		return 0
	}
	end := s.letters(k, j)
	if end == k || end-k > longForm || end < j && at(s.t, end) != digit && at(s.t, end) != hyphen {
		return 0
	}
	var buf [longForm * 2]byte
	if s.units[string(appendLower(buf[:0], s.t[k:end]))] {
		return k
	}
	return 0
}

func (s *scanner) letters(i, j int) int {
	for i < j {
		c, n := classAt(s.t, i)
		if !c.letter() {
			break
		}
		i += n
	}
	return i
}

func (s *scanner) numberEnd(i int) int {
	j := s.digits(i)
	if j-i <= 3 && s.t[i] != '0' {
		j = s.groups(j)
	}
	for j < len(s.t) {
		c, n := classAt(s.t, j)
		switch c {
		case digit, lower, upper, mark:
			j += n
			continue
		case stop, comma, hyphen, apostrophe:
			if at(s.t, j+n) == digit {
				j += n
				continue
			}
		case colon:
			if s.t[j] == ':' && at(s.t, j+n) == digit {
				j += n
				continue
			}
		case symbol:
			if s.t[j] == '/' && at(s.t, j+n) == digit || s.t[j] == '_' {
				j += n
				continue
			}
		}
		if c == hyphen && at(s.t, j+n).letter() && !s.cliticAt(j) {
			j += n
			continue
		}
		break
	}
	return j
}

func (s *scanner) digits(i int) int {
	for i < len(s.t) {
		c, n := classAt(s.t, i)
		if c != digit {
			break
		}
		i += n
	}
	return i
}

// groups goes over groups of three digits, each after one space that does not
// end the line: "42 000", "1 250 000".
func (s *scanner) groups(j int) int {
	for j < len(s.t) {
		c, n := classAt(s.t, j)
		if c != space || s.t[j] == '\n' || s.t[j] == '\r' || s.t[j] == '\t' {
			break
		}
		end := s.digits(j + n)
		if end-j-n != 3 || at(s.t, end).letter() {
			break
		}
		j = end
	}
	return j
}

// address takes an address of the web that begins at i, or returns 0.
func (s *scanner) address(i int) int {
	t := s.t[i:min(len(s.t), i+12)]
	switch t[0] | 0x20 {
	case 'h', 'f', 'w', 'm':
	default:
		return 0
	}
	low := strings.ToLower(t)
	start := false
	for _, p := range [...]string{"http://", "https://", "ftp://", "www.", "mailto:"} {
		start = start || strings.HasPrefix(low, p) && len(t) > len(p)
	}
	if !start {
		return 0
	}
	j, last := i, i
	for j < len(s.t) {
		c, n := classAt(s.t, j)
		if c == space || c == quoting || c == opening || c == closing || s.t[j] == '<' || s.t[j] == '>' {
			break
		}
		j += n
		if c.inWord() || s.t[j-n] == '/' {
			last = j
		}
	}
	return last
}

// mail takes an e-mail address whose first letter is at i, seen from a full
// stop or @ at j; it returns its end, or 0.
func (s *scanner) mail(j int) int {
	limit := min(len(s.t), j+64)
	k := j
	for k < limit && (s.t[k] == '.' || s.t[k] == '_' || s.t[k] == '-' || at(s.t, k).inWord() && s.t[k] < 0x80) {
		k++
	}
	if k >= limit || s.t[k] != '@' || !at(s.t, k+1).inWord() {
		return 0
	}
	k++
	last := k
	for k < len(s.t) && k < j+128 && (s.t[k] == '.' || s.t[k] == '-' || s.t[k] == '_' || at(s.t, k).inWord() && s.t[k] < 0x80) {
		if s.t[k] != '.' && s.t[k] != '-' {
			last = k + 1
		}
		k++
	}
	return last
}
