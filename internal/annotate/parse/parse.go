// Package parse finds the head and relation of each token: an arc-eager
// transition parser (Nivre 2003) with linear models over hashed features. One
// small model chooses the kind of action, another the relation of the arc.
package parse

import (
	"errors"
	"io/fs"
	"sync"

	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	model *Model
	pool  sync.Pool
}

const file = "models/parse.bin"

// New loads the weights. Without them Run makes flat trees.
func New(l *lang.Language) (*Stage, error) {
	raw, err := l.File(file)
	if errors.Is(err, fs.ErrNotExist) {
		return With(nil), nil
	}
	if err != nil {
		return nil, err
	}
	m, err := Decode(raw)
	if err != nil {
		return nil, err
	}
	return With(m), nil
}

// With makes a stage of a model; nil makes flat trees.
func With(m *Model) *Stage {
	return &Stage{model: m, pool: sync.Pool{New: func() any { return new(worker) }}}
}

// chunk is the longest run of tokens parsed as one. Longer sentences, which are
// lists or lack punctuation, are parsed in pieces, the root of each piece under
// the first root.
const chunk = 400

// Run sets Head, Deprel, Child and Next of every token.
func (s *Stage) Run(d *doc.Document) {
	w := s.pool.Get().(*worker)
	defer s.pool.Put(w)
	for _, sent := range d.Sentences {
		root := doc.None
		for first := sent.First; first < sent.End; first += chunk {
			end := min(first+chunk, sent.End)
			r := first + w.parse(s.model, d.Tokens[first:end], first)
			if root == doc.None {
				root = r
				continue
			}
			d.Tokens[r].Head, d.Tokens[r].Deprel = root, doc.RelParataxis
		}
		d.LinkChildren(sent)
	}
}

// worker holds what one goroutine reuses between sentences.
type worker struct {
	s      sentence
	m      machine
	f      []uint32
	scores [maxLabels]int32
}

// parse writes the heads of some tokens, of which the first has the index base
// in the document, and returns the root.
func (w *worker) parse(m *Model, tokens []doc.Token, base int32) int32 {
	for i := range tokens {
		tokens[i].Head, tokens[i].Deprel = doc.None, doc.RelRoot
	}
	if m == nil {
		flat(tokens, base)
		return 0
	}
	w.s.prepare(m, tokens)
	st := w.m.start(&w.s)
	for {
		allowed := w.m.allowed(&st)
		if allowed == 0 {
			break
		}
		kind := w.choose(m, &st, allowed)
		label := uint8(0)
		if kind >= left {
			label = w.label(m, &st, kind)
		}
		w.m.apply(&st, kind, label)
		if st.dep != none {
			tokens[st.dep].Head = base + st.head
			tokens[st.dep].Deprel = m.labels[label]
		}
	}
	for i := range tokens {
		if tokens[i].Head == doc.None {
			return int32(i)
		}
	}
	return 0
}

// flat is the tree without a model: everything under the first token.
func flat(tokens []doc.Token, base int32) {
	for i := 1; i < len(tokens); i++ {
		tokens[i].Head, tokens[i].Deprel = base, doc.RelDep
	}
}

func (w *worker) choose(m *Model, st *state, allowed uint8) uint8 {
	if allowed&(allowed-1) == 0 { // only one way on
		for k := uint8(0); k < kinds; k++ {
			if allowed == 1<<k {
				return k
			}
		}
	}
	w.f = w.m.actionFeatures(st, w.f)
	scores := w.scores[:kinds]
	m.actions.Score(w.f, scores)
	best := uint8(kinds)
	for k := uint8(0); k < kinds; k++ {
		if allowed>>k&1 == 1 && (best == kinds || scores[k] > scores[best]) {
			best = k
		}
	}
	return best
}

func (w *worker) label(m *Model, st *state, kind uint8) uint8 {
	w.f = w.m.labelFeatures(w.m.arc(st, kind), w.f)
	scores := w.scores[:len(m.labels)]
	m.arcs.Score(w.f, scores)
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return uint8(best)
}
