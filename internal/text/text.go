// Package text holds a document's original bytes, what they decode to, and the
// offsets between the two.
//
// Every span in readout is a pair of byte offsets into the decoded UTF-8 text
// (Text.String). Nothing is normalised on the way: a carriage return, a
// no-break space or a typographic apostrophe stands in the decoded text as it
// stood in the file. Code points and original bytes are computed only to be
// shown or exported.
package text

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets into the decoded text.
type Span struct{ Start, End int32 }

// Len is the number of bytes in the span.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty tells whether the span covers nothing; the zero Span is empty.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains tells whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps tells whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover is the smallest span that holds both; an empty span adds nothing.
func (s Span) Cover(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Text is one decoded document with the way back to its bytes.
type Text struct {
	decoded  string
	encoding Encoding
	original []byte
	origin   []run   // decoded offset → original offset, where they are not the same
	points   []int32 // code points before each block of blockBytes bytes
	lines    []int32 // byte offset of each line's first byte
}

// run says that from decoded offset at on, each rune of the decoded text stands
// for a stretch of the original that begins at from.
type run struct{ at, from int32 }

const blockBytes = 256

// FromString wraps text that is already decoded.
func FromString(s string) *Text { return newText(s, []byte(s), UTF8, nil) }

func newText(decoded string, original []byte, enc Encoding, origin []run) *Text {
	t := &Text{decoded: decoded, original: original, encoding: enc, origin: origin}
	t.points = make([]int32, 0, len(decoded)/blockBytes+2)
	t.lines = append(t.lines, 0)
	var n int32
	for i := 0; i < len(decoded); i++ {
		if i%blockBytes == 0 {
			t.points = append(t.points, n)
		}
		if utf8.RuneStart(decoded[i]) {
			n++
		}
		if decoded[i] == '\n' {
			t.lines = append(t.lines, int32(i+1))
		}
	}
	return t
}

// String is the decoded text.
func (t *Text) String() string { return t.decoded }

// Original is the file as it was read.
func (t *Text) Original() []byte { return t.original }

// Encoding says how the original was written.
func (t *Text) Encoding() Encoding { return t.encoding }

// Of returns the words a span points at.
func (t *Text) Of(s Span) string { return t.decoded[s.Start:s.End] }

// Point turns a byte offset of the decoded text into an offset in code points.
func (t *Text) Point(at int32) int {
	if int(at) >= len(t.decoded) {
		at = int32(len(t.decoded))
	}
	if len(t.points) == 0 {
		return 0
	}
	b := min(int(at)/blockBytes, len(t.points)-1)
	n := int(t.points[b])
	for i := b * blockBytes; i < int(at); i++ {
		if utf8.RuneStart(t.decoded[i]) {
			n++
		}
	}
	return n
}

// Offset turns an offset in code points into a byte offset of the decoded text:
// the way back from Point.
func (t *Text) Offset(point int) int32 {
	b := sort.Search(len(t.points), func(i int) bool { return int(t.points[i]) > point }) - 1
	if b < 0 {
		return 0
	}
	n, i := int(t.points[b]), b*blockBytes
	for ; i < len(t.decoded); i++ {
		if !utf8.RuneStart(t.decoded[i]) {
			continue
		}
		if n == point {
			return int32(i)
		}
		n++
	}
	return int32(len(t.decoded))
}

// Line is the 1-based line that holds the byte offset.
func (t *Text) Line(at int32) int {
	return sort.Search(len(t.lines), func(i int) bool { return t.lines[i] > at })
}
