package text

import (
	"sort"
	"unicode/utf8"
)

// OriginalOffset turns an offset into the decoded text into one into the
// original bytes.
func (t *Text) OriginalOffset(at int32) int {
	i := sort.Search(len(t.origin), func(i int) bool { return t.origin[i].at > at }) - 1
	if i < 0 {
		return int(at)
	}
	return int(t.origin[i].from + at - t.origin[i].at)
}

// OnRuneBorders tells whether both ends of the span stand between runes and
// inside the text.
func (t *Text) OnRuneBorders(s Span) bool {
	in := func(at int32) bool {
		return at >= 0 && int(at) <= len(t.decoded) && (int(at) == len(t.decoded) || utf8.RuneStart(t.decoded[at]))
	}
	return s.Start <= s.End && in(s.Start) && in(s.End)
}
