package names

import "strings"

// sounds are the letter groups of the romanisations with their class, the
// longest first for each first letter. "" drops the group. Vowels are dropped
// by Key itself; a class letter in capitals is not itself rewritten.
var sounds = [256][]struct{ from, to string }{
	'b': {{"b", "B"}},
	'c': {{"chtch", "S"}, {"cz", "S"}, {"ch", "S"}, {"ck", "K"}, {"ce", "Z"}, {"ci", "Z"}, {"cy", "Z"}, {"c", "K"}},
	'd': {{"dzh", "J"}, {"dj", "J"}, {"dz", "Z"}, {"dh", "D"}, {"d", "D"}},
	'f': {{"f", "F"}},
	'g': {{"gh", "G"}, {"g", "G"}},
	'h': {{"h", ""}},
	'j': {{"j", "J"}},
	'k': {{"kh", "K"}, {"ks", "KZ"}, {"k", "K"}},
	'l': {{"l", "L"}},
	'm': {{"m", "M"}},
	'n': {{"n", "N"}},
	'p': {{"ph", "F"}, {"p", "P"}},
	'q': {{"qu", "K"}, {"q", "K"}},
	'r': {{"rh", "R"}, {"r", "R"}},
	's': {{"shch", "S"}, {"schtsch", "S"}, {"sch", "S"}, {"sh", "S"}, {"sz", "S"}, {"s", "Z"}},
	't': {{"tsch", "S"}, {"tch", "S"}, {"ts", "Z"}, {"tz", "Z"}, {"th", "T"}, {"t", "T"}},
	'v': {{"v", "F"}},
	'w': {{"w", "F"}},
	'x': {{"x", "KZ"}},
	'z': {{"zh", "J"}, {"z", "Z"}},
}

// Key is the sound skeleton of one word: "Choïgou", "Choïgu", "Shoigu" and
// "Shoygu" all give "SG"; a word that begins with a vowel has an "A" in front.
func Key(word string) string {
	var buf [32]byte
	s := spell(buf[:0], Fold(word))
	out := s[:0]
	for i, c := range s {
		switch {
		case c < 'a':
			out = appendSound(out, c)
		case i == 0:
			out = append(out, 'A')
		}
	}
	return string(out)
}

// spell writes the sound classes of a folded word in capitals and its vowels,
// brought to one spelling, in small letters: "ou" and "oo" are u, y is i.
func spell(out []byte, f string) []byte {
	for i := 0; i < len(f); {
		c := f[i]
		list := sounds[c]
		if list == nil {
			i++
			switch c {
			case 'y':
				c = 'i'
			case 'o':
				if i < len(f) && (f[i] == 'u' || f[i] == 'o') {
					c = 'u'
					i++
				}
			case 'a', 'e', 'i', 'u':
			default:
				continue
			}
			out = appendSound(out, c)
			continue
		}
		for _, s := range list {
			if strings.HasPrefix(f[i:], s.from) {
				for k := 0; k < len(s.to); k++ {
					out = appendSound(out, s.to[k])
				}
				i += len(s.from)
				break
			}
		}
		// "Gueorgui": the u only keeps the g hard.
		if c == 'g' && i+1 < len(f) && f[i] == 'u' && strings.IndexByte("eiy", f[i+1]) >= 0 {
			i++
		}
	}
	return out
}

// appendSound adds a sound, a doubled one only once ("Tarassov", "Tarasov").
func appendSound(out []byte, c byte) []byte {
	if len(out) > 0 && out[len(out)-1] == c {
		return out
	}
	return append(out, c)
}

// SameWord tells whether two words are spellings of one name: equal without
// accents, or of one sound in French, English and German romanisation
// ("Tcherniavski", "Chernyavsky"), or one letter apart in a long word
// ("Yildirim", "Yildirin").
func SameWord(a, b string) bool {
	a, b = Fold(a), Fold(b)
	if a == b {
		return a != ""
	}
	if len(a) > 32 || len(b) > 32 || min(len(a), len(b)) < 4 {
		return false
	}
	var abuf, bbuf [64]byte
	x, y := spell(abuf[:0], a), spell(bbuf[:0], b)
	if string(x) == string(y) {
		return true
	}
	return max(len(a), len(b)) >= 7 && a[0] == b[0] && a[len(a)-1] == b[len(b)-1] && distance(a, b) == 1
}

// distance is the edit distance of two short words.
func distance(a, b string) int {
	var buf [41]int
	row := buf[:len(b)+1]
	for j := range row {
		row[j] = j
	}
	for i := 0; i < len(a); i++ {
		diag := row[0]
		row[0] = i + 1
		for j := 0; j < len(b); j++ {
			up := row[j+1]
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			row[j+1] = min(cost, up+1, row[j]+1)
			diag = up
		}
	}
	return row[len(b)]
}
