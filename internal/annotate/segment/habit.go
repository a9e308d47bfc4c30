package segment

import (
	"readout/internal/conllu"
	"readout/internal/linear"
)

// habitBits is the size of the table of habits: how a word is written inside
// sentences, as far as the texts that were learned from have it. "saignements"
// never has a capital there, "Commission" mostly.
const habitBits = 16

// written counts the occurrences of a form inside sentences.
type written struct{ small, capital int }

// class is what the model knows of the counts; 0 if the form was not seen.
func (w written) class() uint32 {
	if w.small+w.capital <= 0 {
		return 0
	}
	small := uint32(0)
	switch {
	case w.small > 9:
		small = 3
	case w.small > 2:
		small = 2
	case w.small > 0:
		small = 1
	}
	capital := uint32(0)
	switch {
	case w.capital > w.small:
		capital = 3
	case w.capital*8 > w.small:
		capital = 2
	case w.capital > 0:
		capital = 1
	}
	return 1 + small<<2 + capital
}

// habit is the class of piece i.
func (v *view) habit(i int) uint32 {
	if _, out := v.out(i); out || v.pieces[i].kind != word {
		return 99
	}
	if v.counts != nil {
		p := &v.pieces[i]
		w := v.counts[linear.Finish(v.form(i))&(1<<habitBits-1)]
		if v.own == i && p.shape == titled && w.capital > 0 {
			w.capital--
		}
		return w.class()
	}
	if v.habits == nil {
		return 0
	}
	var out [1]int32
	row := [1]uint32{linear.Finish(v.form(i))}
	v.habits.Score(row[:], out[:])
	return uint32(out[0])
}

// habitFeatures are those of how the next word is usually written.
func (v *view) habitFeatures(f *features, g *gap, looks uint32) {
	w, n := g.word, g.next
	h := v.habit(n)
	f.add(h, looks, 0)
	f.add(h, v.coarse(n, true), looks)
	f.add(h, v.coarse(w, false), looks)
	f.add(h, v.coarse(n+1, false), looks)
	f.add(h, v.looks(n+1), v.looks(w))
}

// packHabits makes a model of one weight a form: the class of its counts.
func packHabits(counts []written) *linear.Packed {
	classes := make([]float32, len(counts))
	for i, w := range counts {
		classes[i] = float32(w.class())
	}
	return linear.Pack(classes, 1, 1, 1)
}

// countAll counts how words are written in all texts.
func (t *learner) countAll(banks [][]conllu.Sentence, articles [][]string) {
	t.counts = make([]written, 1<<habitBits)
	for _, bank := range banks {
		raw, ends, _ := join(bank)
		t.count(raw, ends, false)
	}
	for _, article := range articles {
		for _, line := range article {
			t.count(line, nil, true)
		}
	}
}

// count adds the words of a text to the counts, but for those that begin a
// sentence: ends says where sentences end; by rule, they may also begin after a
// stop, a colon or an opening mark.
func (t *learner) count(raw string, ends map[int32]bool, rule bool) {
	s := scanner{rules: t.rules, t: raw}
	s.scan()
	v := view{rules: t.rules, t: raw, pieces: s.pieces}
	start := true
	for i := range s.pieces {
		p := &s.pieces[i]
		if p.kind == word && !start {
			w := &t.counts[linear.Finish(v.form(i))&(1<<habitBits-1)]
			switch p.shape {
			case lowered:
				w.small++
			case titled:
				w.capital++
			}
		}
		if p.kind == word || p.kind == number {
			start = false
		}
		if ends[p.end] || rule && (p.kind == ender || p.kind == colon_ || p.kind == opener) {
			start = true
		}
	}
}
