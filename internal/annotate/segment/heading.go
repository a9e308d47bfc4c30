package segment

import (
	"unicode/utf8"

	"readout/internal/linear"
)

// headingPart tells what the words with one hash are.
type headingPart uint8

const (
	headingBegins headingPart = iota + 1 // the first words of a known heading
	headingWhole                         // all its words, and maybe the first of another
)

const (
	// longestHeading is the most pieces that a heading may have.
	longestHeading = 24
	// anyCapital stands for a word of which only the capital is known.
	anyCapital = 0x51ed270b
)

// readHeadings makes the table of known headings: the hashes of all their
// beginnings.
func readHeadings(r *rules, headings map[string]bool) map[uint32]headingPart {
	out := map[uint32]headingPart{}
	for heading := range headings {
		s := scanner{rules: r, t: heading}
		s.scan()
		v := view{rules: r, t: heading, pieces: s.pieces}
		h := uint32(0)
		for i := range s.pieces {
			if heading[s.pieces[i].start:s.pieces[i].end] == "*" {
				h = linear.Hash(h, anyCapital)
			} else {
				h = linear.Hash(h, v.plain(i))
			}
			out[h] = max(out[h], headingBegins)
		}
		out[h] = headingWhole
	}
	return out
}

// plain is the hash of piece i without case and accents: headings in capitals
// often lack them.
func (v *view) plain(i int) uint32 {
	p := &v.pieces[i]
	t := v.t[p.start:p.end]
	if p.kind == number {
		return numeral + uint32(min(len(t), 3))
	}
	h := uint32(2166136261)
	for i := 0; i < len(t) && i < longForm; {
		r, n := utf8.DecodeRuneInString(t[i:])
		h = (h ^ uint32(withoutAccent(fold(r)))) * 16777619
		i += n
	}
	return h
}

// unaccented has the letter that each character from U+00E0 to U+00FF is made
// of; a stop for those that are made of none.
const unaccented = "aaaaaa.ceeeeiiii.nooooo..uuuuy.y"

// withoutAccent is the letter that r, in lower case, is made of.
func withoutAccent(r rune) rune {
	if r < 0xE0 || r > 0xFF || unaccented[r-0xE0] == '.' {
		return r
	}
	return rune(unaccented[r-0xE0])
}

// headingAt tells where the longest known heading ends that begins with piece
// i; i if none does.
func (v *view) headingAt(i int) int {
	if p := &v.pieces[i]; p.kind != word || p.shape == lowered {
		return i
	}
	return v.restOfHeading(0, i, i+longestHeading, i)
}

// restOfHeading goes on from piece k, after words with the hash h.
func (v *view) restOfHeading(h uint32, k, limit, found int) int {
	if k >= min(limit, len(v.pieces)) {
		return found
	}
	next := [2]uint32{linear.Hash(h, v.plain(k))}
	n := 1
	if p := &v.pieces[k]; p.kind == word && p.shape > lowered {
		next[1] = linear.Hash(h, anyCapital)
		n = 2
	}
	for _, h := range next[:n] {
		part := v.headings[h]
		if part == headingWhole {
			found = max(found, k+1)
		}
		if part != 0 {
			found = v.restOfHeading(h, k+1, limit, found)
		}
	}
	return found
}

// headingSize is how long a heading is, roughly.
func headingSize(pieces int) uint32 {
	switch {
	case pieces < 3:
		return uint32(pieces)
	case pieces < 5:
		return 3
	}
	return 4
}

// headingsBehind looks for known headings that end at the gap and for those
// that go on beyond it, the first of each.
func (v *view) headingsBehind(g *gap) (ending, open uint32) {
	const all = 8 // the heading is the sentence so far
	for s := max(g.begun, g.at-longestHeading); s < g.at; s++ {
		e := v.headingAt(s)
		if e == s {
			continue
		}
		size := headingSize(e - s)
		if s == g.begun {
			size |= all
		}
		switch {
		case ending == 0 && (e == g.at || g.type_ == afterColon && e == g.last):
			ending = size
		case open == 0 && e > g.at:
			open = size
		}
	}
	return ending, open
}

// headingFeatures are those of known headings on both sides of the gap.
func (v *view) headingFeatures(f *features, g *gap, looks uint32) {
	var ahead, after uint32
	if e := v.headingAt(g.at); e > g.at {
		ahead, after = headingSize(e-g.at), v.looks(e)
	}
	ending, open := v.headingsBehind(g)
	f.add(ahead, after, looks)
	f.add(ahead, after, ending)
	f.add(ending, looks, 0)
	f.add(open, looks, 0)
	f.add(ending, ahead, open)
	f.add(ending, v.coarse(g.next, true), 0)
}
