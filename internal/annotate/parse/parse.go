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
	m, err := Decode(raw, l.Lexicon)
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
	model  *Model
	s      sentence
	x      search
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
	w.model = m
	w.s.prepare(m, tokens)
	w.x.width, w.x.margin = m.width, m.margin
	w.x.start(&w.s)
	for w.x.step(w) {
	}
	for at := w.x.live[0]; at != none; at = w.x.states[at].prev {
		st := &w.x.states[at]
		if st.dep != none {
			tokens[st.dep].Head = base + st.head
			tokens[st.dep].Deprel = m.labels[st.label]
		}
	}
	for i := range tokens {
		if tokens[i].Head == doc.None {
			return int32(i)
		}
	}
	return 0
}

func (w *worker) actionScores(features []uint32, out *[kinds]int32) {
	w.model.actions.Score(features, out[:])
}

func (w *worker) bestLabel(features []uint32) uint8 {
	scores := w.scores[:len(w.model.labels)]
	w.model.arcs.Score(features, scores)
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return uint8(best)
}

// flat is the tree without a model: everything under the first token.
func flat(tokens []doc.Token, base int32) {
	for i := 1; i < len(tokens); i++ {
		tokens[i].Head, tokens[i].Deprel = base, doc.RelDep
	}
}
