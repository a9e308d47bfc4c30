package record

import (
	"cmp"
	"slices"
	"sort"
)

// piece is a stretch of content of one statement.
type piece struct {
	start, end int
	statement  int
}

// lookBack bounds how many pieces before a figure are looked at: statements
// nest a few levels deep, not hundreds.
const lookBack = 64

// figures finds, for each figure, the innermost statement that holds it.
func (b *builder) figures(statements []Statement) []Figure {
	var pieces []piece
	for i := range statements {
		for _, c := range statements[i].Content {
			pieces = append(pieces, piece{c.Start, c.End, i})
		}
	}
	slices.SortFunc(pieces, func(x, y piece) int { return cmp.Or(x.start-y.start, y.end-x.end, x.statement-y.statement) })
	out := make([]Figure, 0, len(b.d.Figures))
	for _, f := range b.d.Figures {
		x := Figure{Span: b.span(f.Span), Value: f.Value, Unit: f.Unit, Modifier: f.Modifier}
		if i := innermost(pieces, x.Start, x.End); i >= 0 {
			x.Statement = &statements[i].ID
		}
		out = append(out, x)
	}
	return out
}

// innermost is the statement of the shortest piece that holds a stretch, or -1.
func innermost(pieces []piece, start, end int) int {
	last := sort.Search(len(pieces), func(i int) bool { return pieces[i].start > start }) - 1
	best, size := -1, 0
	for i := last; i >= 0 && i > last-lookBack; i-- {
		if p := pieces[i]; p.end >= end && (best < 0 || p.end-p.start < size) {
			best, size = p.statement, p.end-p.start
		}
	}
	return best
}
