// Package figure finds numbers with what they count: "au moins 144 morts",
// "3,5 milliards d'euros", "près de 40 %". Numbers inside time expressions, in
// names ("article 5") and without a unit or counted noun are left out.
package figure

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	lang      *lang.Language
	modifiers map[string][]lang.Modifier // by their last word
	ruleUnit  string
	ruleNoun  string
}

// New loads what the stage needs of the language. Without tables the stage
// still reads numbers in figures.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{lang: l, modifiers: map[string][]lang.Modifier{}, ruleUnit: l.Code + ".figure.unit", ruleNoun: l.Code + ".figure.noun"}
	for _, m := range l.Figures.Modifiers {
		last := m.Words[len(m.Words)-1]
		s.modifiers[last] = append(s.modifiers[last], m)
	}
	return s, nil
}

// Run adds the figures to the document.
func (s *Stage) Run(d *doc.Document) {
	d.Figures = nil
	next := 0 // first time expression that may still cover a token
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		for t := sent.First; t < sent.End; {
			for next < len(d.Timexes) && d.Timexes[next].End <= t {
				next++
			}
			if next < len(d.Timexes) && d.Timexes[next].First <= t {
				t = max(d.Timexes[next].End, t+1)
				continue
			}
			stop := sent.End
			if next < len(d.Timexes) {
				stop = min(stop, max(d.Timexes[next].First, t+1))
			}
			t = s.at(d, sent, t, stop)
		}
	}
}

// at looks for a figure whose number begins at token t and says where to go on.
func (s *Stage) at(d *doc.Document, sent *doc.Sentence, t, stop int32) int32 {
	n, ok := s.number(d, t, stop)
	if !ok {
		return t + 1
	}
	if t > sent.First && s.lang.Figures.Skip[d.Tokens[t-1].Norm] {
		return n.end
	}
	unit, rule := s.counted(d, &n, stop)
	if unit.end <= unit.first {
		return n.end
	}
	first := s.modifier(d, sent.First, t)
	f := doc.Figure{Value: n.value, Unit: words(d, unit.first, unit.end), Rule: rule}
	if first < t {
		f.Modifier = words(d, first, t)
	}
	f.Span = d.SpanOf(min(first, unit.first), max(n.end, unit.end))
	if k := len(d.Figures); k > 0 && f.Span.Start < d.Figures[k-1].Span.End {
		f.Span, f.Modifier = d.SpanOf(min(t, unit.first), max(n.end, unit.end)), "" // those words are taken
		if f.Span.Start < d.Figures[k-1].Span.End {
			return n.end
		}
	}
	d.Figures = append(d.Figures, f)
	return max(n.end, unit.end)
}

// words is the text of tokens as written, a multiword token once.
func words(d *doc.Document, first, end int32) string { return d.Words(d.SpanOf(first, end)) }

// modifier is the first token of what modifies a number at t, t if nothing does.
func (s *Stage) modifier(d *doc.Document, first, t int32) int32 {
	if t == first {
		return t
	}
	best := t
	for _, m := range s.modifiers[d.Tokens[t-1].Norm] {
		from := t - int32(len(m.Words))
		if from < first || from >= best {
			continue
		}
		same := true
		for i, w := range m.Words {
			same = same && d.Tokens[from+int32(i)].Norm == w
		}
		if same {
			best = from
		}
	}
	return best
}

// stretch is a run of tokens.
type stretch struct{ first, end int32 }

const nounReach = 4 // words between a number and what it counts

// counted is the unit or noun of a number: a unit right behind it, a currency
// sign before it, the noun that the tree hangs it on, or the next noun with only
// adjectives between.
func (s *Stage) counted(d *doc.Document, n *number, stop int32) (stretch, string) {
	at := n.end
	if n.noun && at < stop && d.Tokens[at].UPOS == doc.ADP {
		at++ // "14 millions d'euros"
	}
	if at < stop && s.isUnit(d.Tokens[at].Norm) {
		return stretch{at, at + 1}, s.ruleUnit
	}
	if n.first > 0 && n.figures && s.isUnit(d.Tokens[n.first-1].Norm) && d.Tokens[n.first-1].UPOS == doc.SYM {
		return stretch{n.first - 1, n.first}, s.ruleUnit
	}
	if n.year {
		return stretch{}, ""
	}
	if h := d.Tokens[n.first].Head; h > n.first && h >= at && h < stop && h-at <= nounReach && d.Tokens[n.first].Deprel.Is(doc.RelNummod) && d.Tokens[h].UPOS == doc.NOUN {
		return stretch{h, h + 1}, s.ruleNoun
	}
	for i := at; i < stop && i <= at+1; i++ {
		switch d.Tokens[i].UPOS {
		case doc.NOUN:
			return stretch{i, i + 1}, s.ruleNoun
		case doc.ADJ:
			continue
		}
		break
	}
	return stretch{}, ""
}

func (s *Stage) isUnit(norm string) bool {
	_, ok := s.lang.Figures.Units[norm]
	return ok
}
