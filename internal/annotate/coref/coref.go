// Package coref joins the mentions of one document to entities and resolves the
// people of each quotation. It works in sieves, the careful ones first: full
// names, short names and spellings; then one walk through the text for roles,
// counterparts, pairs and pronouns, each looking back at a bounded list of the
// entities last spoken of. Every join keeps its reason.
package coref

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	words *lang.Coref
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	w := l.Coref
	if w == nil {
		w = &lang.Coref{}
	}
	return &Stage{words: w}, nil
}

// Run writes Entities and Attributions.
func (s *Stage) Run(d *doc.Document) {
	r := newRun(d, s.words)
	r.joinNames()
	r.walk()
	r.firstPersons()
	r.attribute()
	r.write()
}
