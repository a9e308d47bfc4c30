package segment

import (
	"unicode"
	"unicode/utf8"
)

// class is what the scanner needs to know of a character.
type class uint8

const (
	space      class = iota
	lower            // letters without capitals included (ª, Arabic, Han)
	upper            // and title case
	digit            //
	mark             // what only goes on a word: combining marks, soft hyphens, ²
	apostrophe       // ' ’ ʼ
	hyphen           // - ‐ ‑ −
	dash             // – — ―
	stop             // .
	ellipsis         // …
	terminator       // ! ?
	comma            // ,
	colon            // : ;
	opening          // ( [ { « “ „
	closing          // ) ] } » ”
	quoting          // " and ‘: opening or closing by their surroundings
	symbol           // anything else
)

// asciiClasses has one letter for each ASCII character: see classOfLetter.
const asciiClasses = "ssssssss" + "s     ss" + "ssssssss" + "ssssssss" +
	" !\"sssS'" + "()ss,-.s" + "00000000" + "00::sss!" +
	"sAAAAAAA" + "AAAAAAAA" + "AAAAAAAA" + "AAA(s)ss" +
	"saaaaaaa" + "aaaaaaaa" + "aaaaaaaa" + "aaa(s)ss"

func asciiClass(c byte) class {
	switch asciiClasses[c] {
	case 'a':
		return lower
	case ' ':
		return space
	case 'A':
		return upper
	case '0':
		return digit
	case '\'':
		return apostrophe
	case '-':
		return hyphen
	case '.':
		return stop
	case ',':
		return comma
	case ':':
		return colon
	case '!':
		return terminator
	case '"':
		return quoting
	case '(':
		return opening
	case ')':
		return closing
	}
	return symbol
}

// classAt is the class of the character at i and its size in bytes.
func classAt(t string, i int) (class, int) {
	if c := t[i]; c < utf8.RuneSelf {
		return asciiClass(c), 1
	}
	r, n := utf8.DecodeRuneInString(t[i:])
	return runeClass(r), n
}

func runeClass(r rune) class {
	switch {
	case r >= 0xC0 && r <= 0x24F:
		return letterClass(r)
	case r < 0xC0:
		return latinClass(r)
	case r >= 0x2000 && r <= 0x206F:
		return punctuationClass(r)
	}
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r):
		return letterClass(r)
	case unicode.Is(unicode.Nd, r):
		return digit
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.No, r):
		return mark
	case r == 0x2BC || r == 0xFF07:
		return apostrophe
	case r == 0x2212:
		return hyphen
	case unicode.Is(unicode.Ps, r):
		return opening
	case unicode.Is(unicode.Pe, r):
		return closing
	}
	return symbol
}

func letterClass(r rune) class {
	switch {
	case r == 0xD7 || r == 0xF7:
		return symbol
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	}
	return lower
}

// latinClass is for the controls and signs between ASCII and À.
func latinClass(r rune) class {
	switch r {
	case 0x85, 0xA0:
		return space
	case 0xAB:
		return opening
	case 0xBB:
		return closing
	case 0xAD, 0xB2, 0xB3, 0xB9, 0xBC, 0xBD, 0xBE:
		return mark
	case 0xAA, 0xBA, 0xB5:
		return lower
	}
	return symbol
}

// punctuationClass is for the block General Punctuation.
func punctuationClass(r rune) class {
	switch {
	case r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F:
		return space
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060:
		return mark
	case r == 0x2010 || r == 0x2011:
		return hyphen
	case r >= 0x2012 && r <= 0x2015:
		return dash
	case r == 0x2019:
		return apostrophe
	case r == 0x2018 || r == 0x201B:
		return quoting
	case r == 0x201C || r == 0x201E || r == 0x201F || r == 0x201A || r == 0x2039:
		return opening
	case r == 0x201D || r == 0x203A:
		return closing
	case r == 0x2026:
		return ellipsis
	case r == 0x203C || r == 0x203D || (r >= 0x2047 && r <= 0x2049):
		return terminator
	}
	return symbol
}

// before is the class of the character that ends at i; space at the text's start.
func before(t string, i int) class {
	if i <= 0 {
		return space
	}
	if c := t[i-1]; c < utf8.RuneSelf {
		return asciiClass(c)
	}
	r, _ := utf8.DecodeLastRuneInString(t[:i])
	return runeClass(r)
}

// at is the class of the character at i; space at the text's end.
func at(t string, i int) class {
	if i >= len(t) {
		return space
	}
	c, _ := classAt(t, i)
	return c
}

func (c class) letter() bool { return c == lower || c == upper }

// inWord tells whether the character goes on a word without more ado.
func (c class) inWord() bool { return c >= lower && c <= mark }
