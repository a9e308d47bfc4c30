package tag

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// word is what the models look at in one token, worked out once.
type word struct {
	form, low uint32    // hashes of the form and of its lower case
	suffix    [5]uint32 // of the last 1 … 5 letters
	prefix    [3]uint32
	shape     uint32 // "Xx", "X.", "9.9"
	class     uint32 // ambiguity class, or the last letters of an unknown word
	common    uint32 // ambiguity class of the common word behind a capital
	cluster   uint32
	capital   bool
	letter    bool // has a letter
	upper     bool // has two or more letters, none of them small
	hyphen    int  // the byte after the last hyphen, 0 if none
	entry     lang.Entry
	tail      lang.Entry // what follows the last hyphen of an unknown word: "ex-ministre"
	lower     lang.Entry // the common word behind a capital ("Pierre" → "pierre")
}

const fnvStart, fnvPrime = 2166136261, 16777619

// read fills the word from a token's form.
func (w *word) read(form string, x *lang.Lexicon) {
	*w = word{form: linear.HashString(form)}
	w.scan(form)
	w.entry, _ = x.Find(form)
	if w.capital {
		w.lower, _ = x.FindLower(form)
		w.common = classOf(w.lower)
	}
	w.class = classOf(w.entry)
	if w.class == 0 && w.common != 0 {
		w.class = w.common
	}
	if w.class == 0 && w.hyphen > 0 {
		w.tail, _ = x.Find(form[w.hyphen:])
		w.class = classOf(w.tail) * 3
	}
	if w.class == 0 {
		w.class = w.suffix[2] ^ 0x5bd1e995
	}
	w.cluster = uint32(w.entry.Cluster())
	if w.cluster == 0 {
		w.cluster = uint32(w.lower.Cluster())
	}
}

func classOf(e lang.Entry) uint32 {
	return uint32(e.Class())
}

// scan hashes the parts of the form in lower case.
func (w *word) scan(form string) {
	var letters [48]rune
	n, capitals, small := 0, 0, 0
	low, shape, last := uint32(fnvStart), uint32(fnvStart), byte(0)
	for i, r := range form {
		k := kindOf(r)
		if r == '-' {
			w.hyphen = i + 1
		}
		if i == 0 {
			w.capital = k == 'X'
		}
		w.letter = w.letter || k == 'X' || k == 'x'
		if k != last {
			shape = (shape ^ uint32(k)) * fnvPrime
			last = k
		}
		if k == 'x' {
			small++
		}
		if k == 'X' {
			capitals++
			r = unicode.ToLower(r)
		}
		if r == '’' {
			r = '\''
		}
		low = (low ^ uint32(r)) * fnvPrime
		if n < 3 {
			w.prefix[n] = low
		}
		if n == len(letters) {
			copy(letters[:], letters[24:])
			n = 24
		}
		letters[n] = r
		n++
	}
	w.low, w.shape, w.upper = low, shape, capitals > 1 && small == 0
	for i := min(n, 3); i > 0 && i < 3; i++ {
		w.prefix[i] = w.prefix[i-1]
	}
	h := uint32(fnvStart + 1)
	for i := range w.suffix {
		if i < n {
			h = (h ^ uint32(letters[n-1-i])) * fnvPrime
		}
		w.suffix[i] = h
	}
}

func kindOf(r rune) byte {
	if r < utf8.RuneSelf {
		switch {
		case r >= 'a' && r <= 'z':
			return 'x'
		case r >= 'A' && r <= 'Z':
			return 'X'
		case r >= '0' && r <= '9':
			return '9'
		}
		return '.'
	}
	switch {
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return '9'
	}
	return '.'
}

// edge stands for what lies before and after a sentence.
var edgeHash = [...]uint32{0x1f123bb5, 0x7feb352d}

func edge(i int) word {
	h := edgeHash[i]
	return word{form: h, low: h, shape: h, class: h, cluster: h, suffix: [5]uint32{h, h, h, h, h}, prefix: [3]uint32{h, h, h}}
}

// allowed is the set of parts of speech a word may get: closed classes are
// only for words that the lexicon knows, and punctuation has no letters.
func (w *word) allowed() lang.UPOSSet {
	known := w.entry.UPOS() | w.lower.UPOS()
	s := open
	if known != 0 {
		s |= known & closed
	}
	if !w.letter {
		s |= closed&^(1<<doc.AUX) | 1<<doc.PUNCT
	}
	return s
}

const (
	open   lang.UPOSSet = 1<<doc.ADJ | 1<<doc.ADV | 1<<doc.INTJ | 1<<doc.NOUN | 1<<doc.NUM | 1<<doc.PROPN | 1<<doc.SYM | 1<<doc.VERB | 1<<doc.X
	closed lang.UPOSSet = 1<<doc.ADP | 1<<doc.AUX | 1<<doc.CCONJ | 1<<doc.DET | 1<<doc.PART | 1<<doc.PRON | 1<<doc.SCONJ
)
