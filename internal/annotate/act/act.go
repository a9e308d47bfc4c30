// Package act finds who did what to whom in the sense of the PLOVER and CAMEO
// codes. Frames over Universal Dependencies come from files: the lemma, what
// complements it must have, and the code. Acts upon acts ("refuser de
// négocier") are read from a table outer × inner, contacts from their own
// layer. Every act says whether it took place and on whose word.
package act

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	words    *lang.Acts
	names    *lang.Names
	pronouns map[string][]lang.PronounForm
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{words: l.Acts, names: l.Names}
	if s.words == nil {
		s.words = &lang.Acts{}
	}
	if l.Coref != nil {
		s.pronouns = l.Coref.Pronouns
	}
	return s, nil
}

// Run writes Acts.
func (s *Stage) Run(d *doc.Document) {
	r := newRun(d, s)
	for i := range d.Sentences {
		r.sentence(d.Sentences[i])
	}
	r.consult()
	r.write()
}
