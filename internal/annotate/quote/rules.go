package quote

import (
	"errors"
	"slices"

	"readout/internal/lang"
)

// Rules are the ids of the rules, careful ones first: the stage's own, then
// those that the language adds. Each has a paragraph in quotes/rules.txt, in
// words and examples.
func (s *Stage) Rules() []string {
	list := s.ownRules()
	for i := range s.lang.QuoteRules {
		if id := s.lang.QuoteRules[i].ID; !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// ownRules are the rules whose condition is, at least in part, in this package.
func (s *Stage) ownRules() []string {
	r := &s.rules
	return []string{r.object, r.oblique, r.attr, r.relative, r.colon, r.incise, r.as, r.source,
		r.weak, r.owner, r.turn, r.label, r.bare}
}

// switchOff notes the rules that the language switches off. A paragraph about a
// rule that the stage has not is a mistake in the file: its words would not be
// about anything.
func (s *Stage) switchOff(list []lang.QuoteRule) error {
	var errs []error
	known := s.ownRules()
	for i := range list {
		if !slices.Contains(known, list[i].ID) && len(list[i].Patterns) == 0 {
			errs = append(errs, list[i].Fail(list[i].Line, "no such rule in the program, and no lines when and give that say what it does"))
		}
		if list[i].Off {
			s.off[list[i].ID] = true
		}
	}
	return errors.Join(errs...)
}
