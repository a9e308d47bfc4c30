package ask

import (
	"errors"
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// grammar is how questions are put in one language.
type grammar struct {
	lang      *lang.Language
	patterns  []*pattern
	words     forms
	modifiers forms
	contacts  forms
	verbs     forms
}

func newGrammar(l *lang.Language) (*grammar, error) {
	g := &grammar{lang: l, words: newForms(&l.Segment, l.Ask.Words), modifiers: newForms(&l.Segment, l.Ask.Modifiers),
		contacts: newForms(&l.Segment, l.Ask.Contacts), verbs: newForms(&l.Segment, l.Ask.Verbs)}
	var errs []error
	for _, p := range l.Ask.Patterns {
		c, err := compile(&l.Segment, p)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		g.patterns = append(g.patterns, c)
	}
	return g, errors.Join(errs...)
}

// readings are all ways in which the words fit the patterns, in the order of
// the patterns.
func (g *grammar) readings(ws []word) []reading {
	var out []reading
	for _, p := range g.patterns {
		m := matcher{g: g, p: p, ws: ws, slots: map[string][]word{}}
		m.match(0, 0)
		out = append(out, m.out...)
	}
	return out
}

// is tells whether a word is of a class of words.tsv by itself.
func (g *grammar) is(w word, class string) bool {
	for _, f := range g.words.first[w.norm] {
		if len(f.words) == 1 && slices.Contains(f.gives, class) {
			return true
		}
	}
	return false
}

// without drops the words of a class at the head and at the end.
func (g *grammar) without(class string, ws []word) []word {
	for again := true; again; {
		again = false
		for _, f := range g.words.at(ws) {
			if slices.Contains(f.gives, class) {
				ws, again = ws[len(f.words):], true
				break
			}
		}
		for n := 1; n <= 5 && n <= len(ws); n++ {
			tail := ws[len(ws)-n:]
			if slices.ContainsFunc(g.words.at(tail), func(f form) bool { return len(f.words) == n && slices.Contains(f.gives, class) }) {
				ws, again = ws[:len(ws)-n], true
				break
			}
		}
	}
	return ws
}

// actsOf are the acts of a verb of saying in any of its forms, nil if it is none.
func (g *grammar) actsOf(w word) []string {
	var acts []string
	for _, lemma := range g.lemmas(w.form, doc.VERB) {
		for _, c := range g.lang.Quotes.Cues[lemma] {
			if len(c.Rest) == 0 && c.Clitic == "" && c.Act != "" && !slices.Contains(acts, c.Act) {
				acts = append(acts, c.Act)
			}
		}
	}
	return acts
}

// lemmas are the dictionary forms of a word, of one part of speech or, with
// doc.NoPOS, of any.
func (g *grammar) lemmas(form string, pos doc.UPOS) []string {
	e, ok := g.lang.Lexicon.Find(form)
	if !ok {
		return nil
	}
	var out []string
	for i := range e.Len() {
		a := e.At(i)
		if (pos == doc.NoPOS || a.UPOS == pos) && !slices.Contains(out, a.Lemma) {
			out = append(out, a.Lemma)
		}
	}
	return out
}

// common tells whether a word is one by which questions are put: of words.tsv, a
// verb of saying, or a word for a contact.
func (g *grammar) common(w word) bool {
	for _, f := range []forms{g.words, g.verbs, g.contacts} {
		if slices.ContainsFunc(f.first[w.norm], func(x form) bool { return len(x.words) == 1 }) {
			return true
		}
	}
	return g.actsOf(w) != nil
}
