// Package segment cuts blocks into sentences and syntactic words.
package segment

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	lang *lang.Language
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) { return &Stage{lang: l}, nil }

// Run adds the stage's layer to the document.
func (s *Stage) Run(d *doc.Document) {}
