// Package mention finds names, role phrases and pronouns: whatever may act or speak.
package mention

import (
	"errors"
	"io/fs"
	"sync"

	"readout/internal/doc"
	"readout/internal/lang"
)

// File is where a language keeps the weights of the names.
const File = "models/names.bin"

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	names *lang.Names
	lex   *lang.Lexicon
	model *Model // nil if the language has no weights
	pool  sync.Pool
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{names: l.Names, lex: l.Lexicon}
	s.pool.New = func() any { return newScratch() }
	raw, err := l.File(File)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	s.model, err = Decode(raw)
	return s, err
}

// With is the stage with another model.
func (s *Stage) With(m *Model) *Stage {
	out := &Stage{names: s.names, lex: s.lex, model: m}
	out.pool.New = func() any { return newScratch() }
	return out
}

// scratch is the memory of one run, kept for the next.
type scratch struct {
	words    []word
	labels   []label
	features []uint32
	memory   map[uint32]votes // word → types it got in the document
	found    map[uint32]votes // the same, of the pass before
}

func newScratch() *scratch {
	return &scratch{memory: map[uint32]votes{}, found: map[uint32]votes{}}
}

// prepare works out the words of the document and clears the labels.
func (k *scratch) prepare(d *doc.Document, s *Stage) {
	k.read(d, s)
	if cap(k.labels) < len(d.Tokens) {
		k.labels = make([]label, len(d.Tokens)+len(d.Tokens)/4)
	}
	k.labels = k.labels[:len(d.Tokens)]
	clear(k.labels)
}

// Run adds the stage's layer to the document.
func (s *Stage) Run(d *doc.Document) {}
