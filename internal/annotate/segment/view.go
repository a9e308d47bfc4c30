package segment

import (
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// view is a run of pieces as the models see it.
type view struct {
	*rules
	t      string
	pieces []piece
	habits *linear.Packed
	counts []written // instead of habits, while learning
	own    int       // the piece that is not to count itself
}

// Hashes of what lies outside the run.
const (
	beforeFirst = 0x9e3779b1
	afterLast   = 0x85ebca6b
)

// out tells whether there is no piece i, and the hash that stands for it.
func (v *view) out(i int) (uint32, bool) {
	switch {
	case i < 0:
		return beforeFirst, true
	case i >= len(v.pieces):
		return afterLast, true
	}
	return 0, false
}

// form is the hash of piece i in lower case; all numbers of the same length
// are alike.
func (v *view) form(i int) uint32 {
	if h, out := v.out(i); out {
		return h
	}
	p := &v.pieces[i]
	t := v.t[p.start:p.end]
	if p.kind == number {
		return linear.Hash(numeral, uint32(min(len(t), 5)))
	}
	return foldedHash(t)
}

const numeral = 0x27d4eb2f

func foldedHash(t string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(t) && i < longForm; {
		c := t[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			h = (h ^ uint32(c)) * 16777619
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		h = (h ^ uint32(fold(r))) * 16777619
		i += n
	}
	return h
}

// ending is the hash of the last three characters or so of piece i.
func (v *view) ending(i int) uint32 {
	if h, out := v.out(i); out {
		return h
	}
	t := v.t[v.pieces[i].start:v.pieces[i].end]
	at := len(t)
	for r := 0; r < 3 && at > 0; r++ {
		_, size := utf8.DecodeLastRuneInString(t[:at])
		at -= size
	}
	return foldedHash(t[at:])
}

// readings is the set of parts of speech that the lexicon gives piece i, with
// or without its capital.
func (v *view) readings(i int, withoutCapital bool) uint32 {
	if h, out := v.out(i); out {
		return h
	}
	p := &v.pieces[i]
	if p.kind != word {
		return uint32(p.kind) << 24
	}
	t := v.t[p.start:p.end]
	if withoutCapital || p.shape == capitals {
		e, _ := v.lexicon.FindLower(t)
		return dictionary(e)
	}
	e, _ := v.lexicon.Find(t)
	return dictionary(e)
}

// dictionary is the set of parts of speech that the dictionary gives a form:
// what only the treebanks have would make their words better known than others.
func dictionary(e lang.Entry) uint32 {
	var set lang.UPOSSet
	for i := range e.Len() {
		if tag, seen := e.Tag(i); !seen {
			set = set.Add(tag.UPOS)
		}
	}
	return uint32(set)
}

// coarse is the class of piece i: how it may stand at the border of a sentence.
func (v *view) coarse(i int, withoutCapital bool) uint32 {
	if _, out := v.out(i); out {
		return 15
	}
	p := &v.pieces[i]
	if p.kind != word {
		return 16 + uint32(p.kind)
	}
	return coarseClass(v.readings(i, withoutCapital))
}

// coarseClass is a class of sets of parts of speech.
func coarseClass(set uint32) uint32 {
	const (
		small = 1<<doc.ADP | 1<<doc.DET | 1<<doc.CCONJ | 1<<doc.SCONJ | 1<<doc.PRON | 1<<doc.PART
		verbs = 1<<doc.VERB | 1<<doc.AUX
		nouns = 1 << doc.NOUN
		names = 1 << doc.PROPN
		adj   = 1 << doc.ADJ
		adv   = 1<<doc.ADV | 1<<doc.INTJ
	)
	switch {
	case set == 0:
		return 0
	case set&^small == 0:
		return 1
	case set&small != 0:
		return 2
	case set&^verbs == 0:
		return 3
	case set&^nouns == 0:
		return 4
	case set&^adj == 0:
		return 5
	case set&^(nouns|adj) == 0:
		return 6
	case set&^names == 0:
		return 7
	case set&adv != 0:
		return 8
	case set&verbs != 0 && set&nouns != 0:
		return 9
	case set&verbs != 0 && set&adj != 0:
		return 10
	case set&names != 0:
		return 11
	}
	return 12
}

// verb tells whether the lexicon has piece i only as a verb.
func (v *view) verb(i int) bool {
	p := &v.pieces[i]
	if p.verb == 0 {
		p.verb = 1
		if p.kind == word && p.shape == lowered {
			const verbs = 1<<doc.VERB | 1<<doc.AUX
			if r := v.readings(i, false); r != 0 && r&^verbs == 0 {
				p.verb = 2
			}
		}
	}
	return p.verb == 2
}

// verbs counts the verbs among the pieces [i, j), at most two.
func (v *view) verbs(i, j int) uint32 {
	n := uint32(0)
	for ; i < j && n < 2; i++ {
		if v.verb(i) {
			n++
		}
	}
	return n
}

// verbAhead tells how far the next verb is after piece i, before a full stop.
func (v *view) verbAhead(i int) uint32 {
	for k := i; k < i+14 && k < len(v.pieces); k++ {
		if v.pieces[k].kind == ender {
			return 9
		}
		if v.verb(k) {
			return uint32(min(k-i, 8)) / 2
		}
	}
	return 8
}

// looks is kind and shape of piece i in one number.
func (v *view) looks(i int) uint32 {
	if h, out := v.out(i); out {
		return h
	}
	p := &v.pieces[i]
	return uint32(p.kind)<<4 | uint32(p.shape)
}

// starter tells whether piece i is a small word with a capital.
func (v *view) starter(i int) uint32 {
	if _, out := v.out(i); out {
		return 0
	}
	p := &v.pieces[i]
	if p.kind != word || p.shape == lowered || int(p.end-p.start) > 16 {
		return 0
	}
	var buf [longForm]byte
	if v.starters[string(appendLower(buf[:0], v.t[p.start:p.end]))] {
		return 1
	}
	return 0
}

// features collects hashed features.
type features struct {
	list []uint32
	base uint32
	id   uint32
}

// add makes one feature of up to three values; each call has its own number.
func (f *features) add(a, b, c uint32) {
	f.id++
	h := linear.Hash(linear.Hash(linear.Hash(linear.Hash(f.base, f.id), a), b), c)
	f.list = append(f.list, linear.Finish(h))
}
