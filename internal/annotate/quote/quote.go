// Package quote finds who is said to say what: cue, content, source, addressee, chain.
//
// Each construction of the language has a file of its own. Careful rules come
// first and bold ones last; each touches only what no earlier one settled. The
// rules know no word: they ask for tags, relations, quotation marks and the
// classes of the tables under quotes/.
package quote

import (
	"errors"

	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	lang  *lang.Language
	rules rules
	marks map[string]mark
	off   map[string]bool // rules whose statements are dropped
	acts  []string
	// triggers are the patterns of the language's own rules, by their place.
	triggers [phases]trigger
	filters  map[string][]pattern // conditions on the stage's own rules
}

// rules are the stable ids of the rules: « language ».quote.« name ».
type rules struct {
	object, oblique, attr, relative, colon             string
	incise, as, source, weak, owner, turn, label, bare string
	that, whether, inf, adnoun                         string // patterns of the data that the stage asks for by name
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	p := l.Code + ".quote."
	s := &Stage{lang: l, marks: marksOf(&l.Quotes), off: map[string]bool{}, filters: map[string][]pattern{}, acts: lang.QuoteActs(), rules: rules{
		that: p + "that", whether: p + "whether", inf: p + "infinitive", object: p + "object", oblique: p + "oblique",
		attr: p + "attribute", colon: p + "colon", incise: p + "incise", as: p + "as", source: p + "source",
		weak: p + "for", owner: p + "owner", relative: p + "relative", adnoun: p + "participle",
		turn: p + "turn", label: p + "label", bare: p + "bare",
	}}
	return s, errors.Join(append(s.loadPatterns(l.QuoteRules), s.switchOff(l.QuoteRules))...)
}

// Run adds the stage's layer to the document.
func (s *Stage) Run(d *doc.Document) {
	d.Quotations = d.Quotations[:0]
	if len(d.Tokens) == 0 {
		return
	}
	r := newRun(s, d)
	r.prepare()
	for ph, own := range ownPhases() {
		own(r)
		r.patterns(phase(ph))
	}
	r.chains()
	r.write()
}

// prepare finds what all rules ask for: quotations, verbs of saying, phrases.
func (r *run) prepare() {
	r.findPieces()
	for i := range r.d.Sentences {
		r.findCues(int32(i))
		r.findPhrases(int32(i))
	}
}

// ownPhases are the stage's own rules by phase; each is followed by the
// patterns that have their place there.
func ownPhases() [phases]func(*run) {
	return [phases]func(*run){
		afterIncises: (*run).incises, afterPhrases: (*run).phrases, afterComplements: (*run).complements,
		afterNouns: (*run).taken, afterDialogues: (*run).dialogues, afterGoOn: (*run).goOn,
	}
}
