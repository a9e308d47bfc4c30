package segment

import (
	"unicode/utf8"

	"readout/internal/linear"
)

// view is a run of pieces as the models see it.
type view struct {
	*rules
	t      string
	pieces []piece
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
	if withoutCapital {
		e, _ := v.lexicon.FindLower(t)
		return uint32(e.UPOS())
	}
	e, _ := v.lexicon.Find(t)
	return uint32(e.UPOS())
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
