package press

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/text"
)

// paragraphs are the lines of the text without the white space around them;
// lines that were broken to fit a width are joined again.
func paragraphs(src string) []text.Span {
	var out []text.Span
	wrapped := wrapWidth(src)
	prevLen, adjacent := 0, false // length of the line before, if no blank line parts it from this one
	for at := 0; at < len(src); {
		end, next := lineEnd(src, at)
		line := trim(src, text.Span{Start: int32(at), End: int32(end)})
		at = next
		if line.Empty() {
			adjacent = false
			continue
		}
		n := len(out)
		if adjacent && continues(src, out[n-1], line, prevLen, wrapped) {
			out[n-1].End = line.End
		} else {
			out = append(out, line)
		}
		prevLen, adjacent = line.Len(), true
	}
	return out
}

// lineEnd is where the line that begins at at ends, and where the next begins.
func lineEnd(src string, at int) (end, next int) {
	for i := at; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\r' && i+1 < len(src) && src[i+1] == '\n':
			return i, i + 2
		case c == '\n' || c == '\r' || c == '\v' || c == '\f':
			return i, i + 1
		case c == 0xe2 && (strings.HasPrefix(src[i:], "\u2028") || strings.HasPrefix(src[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(src), len(src)
}

// wrapWidth is the width at which a text was hard-wrapped, 0 if it was not: it
// has several lines, none is long, and most lines with a line right below them
// are nearly full and stop in mid-sentence.
func wrapWidth(src string) int {
	const longest, fewest = 130, 4
	width, inside, full := 0, 0, 0
	for pass := range 2 {
		prev := text.Span{}
		for at := 0; at < len(src); {
			end, next := lineEnd(src, at)
			line := trim(src, text.Span{Start: int32(at), End: int32(end)})
			at = next
			if pass == 0 {
				if width = max(width, line.Len()); width > longest {
					return 0
				}
				continue
			}
			if !prev.Empty() && !line.Empty() {
				inside++
				if prev.Len()*4 >= width*3 && !endsSentence(src[prev.Start:prev.End]) {
					full++
				}
			}
			prev = line
		}
	}
	if width < 40 || inside < fewest || full*10 < inside*6 {
		return 0
	}
	return width
}

// continues tells whether line goes on with the paragraph before it: in a
// wrapped text after a line that is nearly full, anywhere if it begins with a
// small letter after a line that stops in mid-sentence.
func continues(src string, para, line text.Span, prevLen, wrapped int) bool {
	if wrapped > 0 && prevLen*5 >= wrapped*3 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(src[line.Start:])
	if !unicode.IsLower(r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(src[para.Start:para.End])
	return (unicode.IsLower(last) || last == ',') && line.Len() > 20
}

// trim takes white space off both ends of a span.
func trim(src string, s text.Span) text.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(src[s.Start:s.End])
		if !blank(r) {
			break
		}
		s.Start += int32(n)
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(src[s.Start:s.End])
		if !blank(r) {
			break
		}
		s.End -= int32(n)
	}
	return s
}

// blank tells whether r shows nothing: white space, a byte order mark, a
// zero-width or control character.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r < 0x20 || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r == '\u2060'
}

// endsSentence tells whether the line ends with a full stop (not an ellipsis),
// perhaps inside a closing quotation mark.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "»”\"’)\u00a0\u202f ")
	return strings.HasSuffix(line, ".") && !strings.HasSuffix(line, "...")
}

// opensLikeTitle tells whether a line begins as a headline may: with a capital,
// a digit or a quotation mark, not with a dash or a small letter.
func opensLikeTitle(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("«“\"‘'[(¿¡", r)
}
