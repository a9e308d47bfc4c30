package press

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/lang"
	"readout/internal/text"
)

// pieceKind is what a piece of a line is.
type pieceKind uint8

const (
	word   pieceKind = iota
	number           // "12", "1er", "2024"
	date             // "04/04/2024", "2024-04-04"
	clock            // "18:22", "18h22"
	dash
	mark // any other sign
)

// piece is one word, number or sign of a line.
type piece struct {
	span text.Span
	norm string // lower-cased, with a straight apostrophe
	kind pieceKind
	caps bool // every letter is a capital, and there are at least two
	init bool // begins with a capital
}

const maxScan = 240 // bytes of a line that are looked at: furniture stands at its beginning

// scan cuts the beginning of a line into pieces.
func scan(src string, p text.Span) []piece {
	end := int(p.End)
	if p.Len() > maxScan {
		end = int(p.Start) + maxScan
		for !utf8.RuneStart(src[end]) {
			end--
		}
	}
	var out []piece
	for at := int(p.Start); at < end; {
		r, n := utf8.DecodeRuneInString(src[at:end])
		if blank(r) {
			at += n
			continue
		}
		stop := at + n
		kind := mark
		switch {
		case unicode.IsDigit(r):
			stop, kind = scanNumber(src, at, end)
		case unicode.IsLetter(r):
			stop, kind = scanWord(src, at, end), word
		case r == '-' || r == '–' || r == '—' || r == '―':
			kind = dash
		}
		out = append(out, newPiece(src, at, stop, kind))
		at = stop
	}
	return out
}

func newPiece(src string, at, end int, kind pieceKind) piece {
	form := src[at:end]
	p := piece{span: text.Span{Start: int32(at), End: int32(end)}, kind: kind}
	p.norm = strings.ReplaceAll(strings.ToLower(form), "’", "'")
	if kind != word {
		return p
	}
	letters := 0
	p.caps = true
	for i, r := range form {
		if i == 0 {
			p.init = unicode.IsUpper(r)
		}
		if unicode.IsLetter(r) {
			letters++
			p.caps = p.caps && unicode.IsUpper(r)
		}
	}
	p.caps = p.caps && letters > 1
	return p
}

// scanWord takes letters with apostrophes and hyphens inside ("N'DJAMENA",
// "Saint-Louis"); "d'" before a word ends after its apostrophe.
func scanWord(src string, at, end int) int {
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(src[i:end])
		next, _ := utf8.DecodeRuneInString(src[i+n : end])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
		case (r == '\'' || r == '’') && unicode.IsLetter(next):
			if i-at == 1 && unicode.IsLower(rune(src[at])) {
				return i + n
			}
		case r == '-' && unicode.IsLetter(next):
		default:
			return i
		}
		i += n
	}
	return end
}

// scanNumber takes digits with what makes them a date or a clock time.
func scanNumber(src string, at, end int) (int, pieceKind) {
	i, seps, kind := at, 0, number
	for i < end {
		c := src[i]
		digitNext := i+1 < end && src[i+1] >= '0' && src[i+1] <= '9'
		switch {
		case c >= '0' && c <= '9':
		case (c == '/' || c == '.' || c == '-') && digitNext:
			seps++
		case (c == ':' || c == 'h' || c == 'H') && digitNext:
			kind = clock
		default:
			if (c == 'h' || c == 'H') && (i+1 == end || !isASCIILetter(src[i+1])) {
				return i + 1, clock
			}
			if strings.HasPrefix(src[i:end], "er") && (i+2 == end || !isASCIILetter(src[i+2])) {
				return i + 2, number
			}
			if seps == 2 && kind == number {
				kind = date
			}
			return i, kind
		}
		i++
	}
	if seps == 2 && kind == number {
		kind = date
	}
	return i, kind
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// cue is the longest phrase of one of the classes that begins at piece i, and
// how many pieces it takes.
func (s *Stage) cue(words []piece, i int, classes lang.PressCue) (n int, class lang.PressCue) {
	var buf [64]byte
	key := buf[:0]
	for k := i; k < len(words) && k < i+s.words.Longest; k++ {
		if words[k].kind != word && words[k].kind != dash {
			break
		}
		if k > i && !strings.HasSuffix(string(key), "'") {
			key = append(key, ' ')
		}
		key = append(key, words[k].norm...)
		if c := s.words.Cues[string(key)] & classes; c != 0 {
			n, class = k-i+1, c
		}
	}
	return n, class
}

// starts tells whether the line begins with a phrase of one of the classes.
func (s *Stage) starts(words []piece, classes lang.PressCue) bool {
	n, _ := s.cue(words, 0, classes)
	return n > 0
}

// whole tells whether the line is nothing but such a phrase.
func (s *Stage) whole(words []piece, classes lang.PressCue) bool {
	for len(words) > 0 && words[len(words)-1].kind == mark {
		words = words[:len(words)-1]
	}
	n, _ := s.cue(words, 0, classes)
	return n > 0 && n == len(words)
}
