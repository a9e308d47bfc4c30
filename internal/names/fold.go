// Package names compares the names of persons, bodies and places as the press
// spells them: without case and accents, by their last word, by their initials,
// and across transliterations ("Choïgou", "Choïgu", "Shoigu").
//
// The key of a word is a skeleton of sound classes. The classes follow the
// correspondences between the French, English and German romanisations of
// Cyrillic, Arabic, Armenian and Georgian (the tables of GOST 7.79, BGN/PCGN
// and the Imprimerie nationale), reduced to what two spellings of one name
// share: vowels fall out, and sounds that the romanisations exchange fall
// together. Two words with one key are only candidates; SameWord decides.
package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters that Unicode does not decompose, with what they are without their stroke.
var plain = map[rune]string{
	'ł': "l", 'ø': "o", 'æ': "ae", 'œ': "oe", 'ß': "ss", 'đ': "d", 'ð': "d", 'þ': "th",
	'ı': "i", 'ħ': "h", 'ŧ': "t", 'ŋ': "ng", 'ə': "a", 'ʿ': "", 'ʾ': "", 'ʼ': "", '’': "'", 'ʻ': "",
}

// Fold is s in lower case without accents, with straight apostrophes.
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b.WriteByte(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		foldRune(&b, unicode.ToLower(r), s[i:i+n])
		i += n
	}
	return b.String()
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

func foldRune(b *strings.Builder, r rune, raw string) {
	if p, ok := plain[r]; ok {
		b.WriteString(p)
		return
	}
	if r == utf8.RuneError {
		b.WriteString(raw)
		return
	}
	if unicode.Is(unicode.Mn, r) {
		return
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	d := norm.NFD.Properties(buf[:n]).Decomposition()
	if d == nil {
		b.Write(buf[:n])
		return
	}
	for len(d) > 0 {
		q, m := utf8.DecodeRune(d)
		if !unicode.Is(unicode.Mn, q) {
			if p, ok := plain[q]; ok {
				b.WriteString(p)
			} else {
				b.WriteRune(q)
			}
		}
		d = d[m:]
	}
}

// Words are the folded words of a name. Hyphens hold a word together
// ("Ter-Aslanian"), apostrophes and all else part it; the dots of initials go.
func Words(s string) []string {
	f := Fold(s)
	return strings.FieldsFunc(f, func(r rune) bool {
		return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// Last is the last of the words, "" if there is none.
func Last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// Initials are the first letters of the words that begin with a capital in s
// ("Organisation des Nations unies" gives "on"), all gives those of all words
// of more than three letters besides ("onu").
func Initials(s string) (capitals, all string) {
	var c, a strings.Builder
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		r, _ := utf8.DecodeRuneInString(w)
		up := unicode.IsUpper(r)
		f := Fold(string(r))
		if up {
			c.WriteString(f)
		}
		if up || len(w) > 3 {
			a.WriteString(f)
		}
	}
	return c.String(), a.String()
}

// IsAcronym tells whether a word is written in capitals throughout ("ONU",
// "O.N.U.", "CNDD-FDD"), two letters at least.
func IsAcronym(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case unicode.IsLetter(r), unicode.IsSpace(r):
			return false
		}
	}
	return n >= 2
}
