package record

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"readout/internal/doc"
)

// spoken finds the days of what stands in quotation marks: « J'ai eu aujourd'hui un
// bon échange », said on Wednesday and printed on Thursday, is of Wednesday. It
// returns the values that differ from those of the layer.
func (b *builder) spoken() map[int32]string {
	var pieces []piece
	for i, q := range b.d.Quotations {
		for _, c := range q.Content {
			if q.Mode == doc.Direct || q.Mode == doc.Mixed {
				pieces = append(pieces, piece{int(c.Start), int(c.End), i})
			}
		}
	}
	slices.SortFunc(pieces, func(x, y piece) int { return cmp.Or(x.start-y.start, y.end-x.end, x.statement-y.statement) })
	var inside []int32 // deictic expressions of quotations, and whose they are
	var whose []int
	for x := range b.d.Timexes {
		t := &b.d.Timexes[x]
		if !t.Deictic || len(t.Value) != len(time.DateOnly) {
			continue
		}
		if i := innermost(pieces, int(t.Span.Start), int(t.Span.End)); i >= 0 && b.marked(i, t) {
			inside, whose = append(inside, int32(x)), append(whose, i)
		}
	}
	if len(inside) == 0 || len(b.d.Published.Value) != len(time.DateOnly) {
		return nil
	}
	b.moves = map[int32]string{}
	for _, x := range inside {
		b.moves[x] = "" // what is not known yet dates nothing
	}
	days := b.dates()
	b.moves = nil
	out := map[int32]string{}
	for k, x := range inside {
		w := days[whose[k]]
		if !isDay(w) || w.Value >= b.d.Published.Value || !b.recent(w) {
			continue
		}
		if v := moved(b.d.Timexes[x].Value, b.d.Published.Value, w.Value); v != "" {
			out[x] = v
		}
	}
	return out
}

// marked tells whether an expression stands in quotation marks: all of a direct
// quotation does, of a mixed one only what the text marks is sure to be theirs.
func (b *builder) marked(i int, t *doc.Timex) bool {
	if b.d.Quotations[i].Mode == doc.Direct {
		return true
	}
	from := b.d.Quotations[i].Content[0].Start
	if from > t.Span.Start {
		return false
	}
	before := b.d.Text.String()[from:t.Span.Start]
	return strings.Count(before, "«") > strings.Count(before, "»") || strings.Count(before, "“") > strings.Count(before, "”")
}

// moved is a day as far from to as it was from from.
func moved(day, from, to string) string {
	d, err1 := time.Parse(time.DateOnly, day)
	a, err2 := time.Parse(time.DateOnly, from)
	z, err3 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil || err3 != nil {
		return ""
	}
	return d.Add(z.Sub(a)).Format(time.DateOnly)
}

// valueOf is what a time expression means.
func (b *builder) valueOf(x int32) string {
	if v, ok := b.moves[x]; ok {
		return v
	}
	return b.d.Timexes[x].Value
}
