package lang

import (
	"unicode"
	"unicode/utf8"
)

// word is what the look-up takes: a word, or one put together in a buffer.
type word interface{ ~string | ~[]byte }

const (
	indexBits = 20
	indexMask = 1<<indexBits - 1
)

func hashWord[W word](w W) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	h ^= h >> 15
	h *= 2246822519
	return h ^ h>>13
}

func same[W word](s string, w W) bool {
	if len(s) != len(w) {
		return false
	}
	for i := 0; i < len(w); i++ {
		if s[i] != w[i] {
			return false
		}
	}
	return true
}

// find looks a form up as it is.
func find[W word](x *Lexicon, w W) (Entry, bool) {
	if x == nil || len(x.table) == 0 {
		return Entry{}, false
	}
	h := hashWord(w)
	mask := uint32(len(x.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		v := x.table[i]
		if v == 0 {
			return Entry{}, false
		}
		if (v^h)&^indexMask != 0 {
			continue
		}
		n := v&indexMask - 1
		if same(x.arena[x.starts[n]:x.starts[n+1]], w) {
			return Entry{lex: x, form: n, set: x.sets[n]}, true
		}
	}
}

// Lookup finds a form spelt exactly so. Common words are in lower case with a
// straight apostrophe, as doc.Token.Norm; names have their capital.
func (x *Lexicon) Lookup(form string) (Entry, bool) { return read(x, form) }

// read is find for forms that have readings; the lexicon also holds some
// words of which it knows only a lemma's spelling or a cluster.
func read[W word](x *Lexicon, w W) (Entry, bool) {
	e, ok := find(x, w)
	return e, ok && e.Len() > 0
}

// Find finds a form as it stands in a text: as written, then with typographic
// apostrophes straightened, in lower case, with a capital only at the start
// ("PARIS"), with the accent that capitals often lack ("Etat"), and with a
// ligature ("soeur"). If there is no such form the Entry may still have a
// cluster.
func (x *Lexicon) Find(form string) (Entry, bool) {
	if e, ok := read(x, form); ok || x == nil {
		return e, ok
	}
	if len(form) > 60 {
		return Entry{}, false
	}
	var buf [128]byte
	low := appendLower(buf[:0], form)
	if allCapitals(form) {
		if e, ok := findTitled(x, form, low); ok && e.isName() {
			return e, ok
		}
	}
	bare, ok := read(x, low)
	if ok {
		bare.Fold = Lowered
		return bare, ok
	}
	if e, ok := findFolded(x, form, low); ok {
		return e, ok
	}
	return bare, false
}

func findFolded(x *Lexicon, form string, low []byte) (Entry, bool) {
	capital, _ := utf8.DecodeRuneInString(form)
	if !unicode.IsUpper(capital) {
		return findLigature(x, low)
	}
	if e, ok := findTitled(x, form, low); ok {
		return e, ok
	}
	if e, ok := findAccented(x, capital, form, low); ok {
		return e, ok
	}
	return findLigature(x, low)
}

// FindLower finds the common word behind a capitalised form ("Pierre" →
// "pierre"); for forms in lower case it is the same as Find.
func (x *Lexicon) FindLower(form string) (Entry, bool) {
	if x == nil || len(form) > 60 {
		return Entry{}, false
	}
	var buf [128]byte
	low := appendLower(buf[:0], form)
	e, ok := read(x, low)
	if ok {
		e.Fold = Lowered
		return e, ok
	}
	if c, _ := utf8.DecodeRuneInString(form); unicode.IsUpper(c) {
		return findAccented(x, c, "", low)
	}
	return e, ok
}

// allCapitals tells whether a form is written "PARIS".
func allCapitals(form string) bool {
	n := 0
	for _, r := range form {
		if unicode.IsLower(r) {
			return false
		}
		n++
	}
	return n > 2
}

// isName tells whether the dictionary has the form as a name: of "PARIS" it is
// likelier that it is Paris than that it is bets ("paris").
func (e Entry) isName() bool {
	return e.Has(ProperName) || e.Has(FirstName) || e.Has(FamilyName)
}

func findTitled(x *Lexicon, form string, low []byte) (Entry, bool) {
	_, first := utf8.DecodeRuneInString(form)
	if len(low) != len(form) || len(form) == first {
		return Entry{}, false
	}
	var buf [128]byte
	b := append(append(buf[:0], form[:first]...), low[first:]...)
	e, ok := read(x, b)
	e.Fold = Titled
	return e, ok
}

// The accented letters that a bare capital may stand for, commonest first.
var accented = [...]struct {
	bare     rune
	capitals string
	small    string
}{
	{'E', "ÉÈÊ", "éèê"}, {'A', "ÀÂ", "àâ"}, {'I', "ÎÏ", "îï"}, {'O', "ÔŒ", "ôœ"}, {'U', "ÙÛ", "ùû"}, {'C', "Ç", "ç"},
}

func findAccented(x *Lexicon, capital rune, form string, low []byte) (Entry, bool) {
	for i := range accented {
		if accented[i].bare != capital {
			continue
		}
		if form != "" {
			if e, ok := findWith(x, accented[i].capitals, form[1:]); ok {
				return e, ok
			}
		}
		return findWith(x, accented[i].small, low[1:])
	}
	return Entry{}, false
}

func findWith[W word](x *Lexicon, firsts string, rest W) (Entry, bool) {
	for _, r := range firsts {
		var buf [128]byte
		b := append(utf8.AppendRune(buf[:0], r), rest...)
		if e, ok := read(x, b); ok {
			e.Fold = Accented
			return e, ok
		}
	}
	return Entry{}, false
}

func findLigature(x *Lexicon, low []byte) (Entry, bool) {
	for i := 0; i+1 < len(low); i++ {
		if low[i] != 'o' || low[i+1] != 'e' {
			continue
		}
		var buf [128]byte
		b := append(append(append(buf[:0], low[:i]...), "œ"...), low[i+2:]...)
		if e, ok := read(x, b); ok {
			e.Fold = Ligature
			return e, ok
		}
	}
	return Entry{}, false
}

// appendLower is strings.ToLower into a buffer, apostrophes straightened.
func appendLower(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '’' {
			b = append(b, '\'')
		} else {
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
		i += n
	}
	return b
}
