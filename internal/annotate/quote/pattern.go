package quote

import (
	"cmp"
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// phase is a place in the order of the rules: patterns run behind the stage's
// own rules of the phase.
type phase uint8

const (
	afterIncises phase = iota
	afterPhrases
	afterComplements
	afterNouns
	afterDialogues
	afterGoOn
	phases
)

// pattern is one pattern of a rule, with the rule's id.
type pattern struct {
	*lang.Pattern
	rule string
}

// trigger lists the patterns of one phase, in the order of the file. A pattern
// costs nothing where the word that it begins with does not stand.
type trigger struct {
	all           []pattern
	nouns         bool // some begin with a noun of speech
	lemmas, forms map[string][]int32
}

// candidate is a token at which a pattern may begin.
type candidate struct {
	pattern, token int32
}

// phaseOf is the phase of each of the stage's own rules.
func (r *rules) phaseOf() map[string]phase {
	m := map[string]phase{}
	for p, ids := range [phases][]string{
		afterIncises:     {r.incise, r.as},
		afterPhrases:     {r.source, r.weak, r.owner},
		afterComplements: {r.object, r.oblique, r.attr, r.relative, r.colon},
		afterDialogues:   {r.turn},
		afterGoOn:        {r.bare},
	} {
		for _, id := range ids {
			m[id] = phase(p)
		}
	}
	return m
}

// loadPatterns puts the patterns of the language's rules into their phases.
func (s *Stage) loadPatterns(list []lang.QuoteRule) []error {
	var errs []error
	at, own := s.rules.phaseOf(), map[string]bool{}
	for id := range at {
		own[id] = true
	}
	for i := range list {
		q := &list[i]
		if q.After == "" {
			if !own[q.ID] {
				at[q.ID] = afterNouns
			}
		} else if p, ok := at[q.After]; ok {
			at[q.ID] = p
		} else {
			errs = append(errs, q.Fail(q.Line, "after "+q.After+": no such rule above or in the program"))
			continue
		}
		for k := range q.Patterns {
			p := pattern{&q.Patterns[k], q.ID}
			switch {
			case p.Begin != lang.BeginFound:
				s.triggers[at[q.ID]].add(p)
			case own[q.ID]:
				s.filters[q.ID] = append(s.filters[q.ID], p)
			default:
				errs = append(errs, q.Fail(q.Line, "gives nothing, and the program has no rule of this name that conditions could be put on"))
			}
		}
	}
	return errs
}

func (t *trigger) add(p pattern) {
	k := int32(len(t.all))
	t.all = append(t.all, p)
	switch first := &p.Nodes[0]; p.Begin {
	case lang.BeginNoun:
		t.nouns = true
	case lang.BeginLemma:
		t.lemmas = index(t.lemmas, first, lang.IfLemma, k)
	case lang.BeginForm:
		t.forms = index(t.forms, first, lang.IfForm, k)
	}
}

func index(m map[string][]int32, n *lang.PatternNode, by lang.PatternIf, k int32) map[string][]int32 {
	if m == nil {
		m = map[string][]int32{}
	}
	for i := range n.Tests {
		if t := &n.Tests[i]; t.If == by && !t.Not {
			for _, w := range t.Words {
				m[w] = append(m[w], k)
			}
			break
		}
	}
	return m
}

// patterns runs the patterns of a phase, rule by rule in the order of the file.
func (r *run) patterns(ph phase) {
	r.runPatterns(&r.s.triggers[ph], false)
}

// runPatterns tries each pattern where it may begin; dry, nothing is given.
func (r *run) runPatterns(t *trigger, dry bool) {
	if len(t.all) == 0 {
		return
	}
	r.find(t)
	m := matcher{r: r, dry: dry}
	next := 0 // in the candidates, which are in the order of the patterns
	for k := range t.all {
		p := &t.all[k]
		switch p.Begin {
		case lang.BeginCue:
			for i := range r.cues {
				m.try(p, r.cues[i].verb)
			}
		case lang.BeginQuote:
			for i := range r.pieces {
				m.try(p, r.pieces[i].first)
			}
		case lang.BeginPhrase:
			for i := range r.phrase {
				m.try(p, r.phrase[i].cueFirst)
			}
		case lang.BeginNoun:
			for _, i := range r.nounTokens {
				m.try(p, i)
			}
		default:
			for ; next < len(r.candidates) && r.candidates[next].pattern == int32(k); next++ {
				m.try(p, r.candidates[next].token)
			}
		}
	}
}

// find lists the nouns of speech, and where patterns may begin that begin with
// a word of their own.
func (r *run) find(t *trigger) {
	r.candidates, r.nounTokens = r.candidates[:0], r.nounTokens[:0]
	if !t.nouns && t.lemmas == nil && t.forms == nil {
		return
	}
	for _, s := range r.d.Sentences {
		if s.End-s.First > maxSentence {
			continue
		}
		for i := s.First; i < s.End; i++ {
			r.findAt(t, i)
		}
	}
	slices.SortFunc(r.candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.pattern, b.pattern), cmp.Compare(a.token, b.token))
	})
}

func (r *run) findAt(t *trigger, i int32) {
	w := &r.tok[i]
	if t.forms != nil {
		for _, k := range t.forms[w.Norm] {
			r.candidates = append(r.candidates, candidate{k, i})
		}
	}
	if w.UPOS == doc.PUNCT {
		return
	}
	if t.lemmas != nil {
		for _, k := range t.lemmas[w.Lemma] {
			r.candidates = append(r.candidates, candidate{k, i})
		}
	}
	if t.nouns && w.UPOS == doc.NOUN && r.cueAt[i] == doc.None && r.q.Nouns[w.Lemma] != nil {
		r.nounTokens = append(r.nounTokens, i)
	}
}

// stands tells whether a statement of the stage's own rule meets the conditions
// that the language puts on it.
func (r *run) stands(st *statement) bool {
	list := r.s.filters[st.Rule]
	if len(list) == 0 || len(st.content) == 0 {
		return true
	}
	content := st.root
	if content == doc.None {
		content = st.content[0].first
	}
	m := matcher{r: r, dry: true}
	for _, p := range list {
		m.begin(p, content)
		m.at[0], m.at[1], m.at[2] = st.CueToken, st.Speaker, content
		if m.step(len(lang.FoundNodes())) {
			return true
		}
	}
	return false
}
