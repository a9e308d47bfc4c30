package quote

import (
	"errors"
	"slices"

	"readout/internal/lang"
)

// Rules are the ids of the rules, careful ones first. Each has a paragraph in
// quotes/rules.txt, in words and examples.
func (s *Stage) Rules() []string {
	r := &s.rules
	return []string{r.that, r.whether, r.inf, r.object, r.oblique, r.attr, r.relative, r.colon, r.quoted, r.after, r.incise, r.as, r.source,
		r.weak, r.owner, r.passive, r.adnoun, r.noun, r.headline, r.line, r.turn, r.bare}
}

// switchOff notes the rules that the language switches off. A paragraph about a
// rule that the stage has not is a mistake in the file: its words would not be
// about anything.
func (s *Stage) switchOff(list []lang.QuoteRule) error {
	var errs []error
	known := s.Rules()
	for i := range list {
		if !slices.Contains(known, list[i].ID) {
			errs = append(errs, list[i].Fail(list[i].Line, "no such rule"))
		}
		if list[i].Off {
			s.off[list[i].ID] = true
		}
	}
	return errors.Join(errs...)
}
