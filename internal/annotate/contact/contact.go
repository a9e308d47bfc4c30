// Package contact finds calls, meetings, visits, talks, messages and summits:
// who spoke with whom, when, where, and whether it took place, is planned, was
// proposed, refused or denied. Verbs and nouns of contact come from tables; the
// parties are entities of the document.
package contact

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	words    *lang.Contacts
	pronouns map[string][]lang.PronounForm
	numbers  map[string]lang.NumberWord

	stateNames map[string]bool
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{words: l.Contacts, numbers: l.Numbers.Words}
	if s.words == nil {
		s.words = &lang.Contacts{}
	}
	if l.Coref != nil {
		s.pronouns, s.stateNames = l.Coref.Pronouns, l.Coref.StateNames
	}
	return s, nil
}

// isState tells whether an entity bears the name of a state or its capital, and
// is no county or town.
func (s *Stage) isState(x *doc.Entity) bool {
	if s.stateNames == nil {
		return true
	}
	for _, n := range x.Names {
		if s.stateNames[strings.ToLower(n)] {
			return true
		}
	}
	return s.stateNames[strings.ToLower(x.Name)]
}

// Run writes Contacts.
func (s *Stage) Run(d *doc.Document) {
	r := newRun(d, s)
	for i := range d.Sentences {
		r.sentence = int32(i)
		r.events(d.Sentences[i])
	}
	r.denials()
	r.calledOff()
	r.told()
	r.write()
}
