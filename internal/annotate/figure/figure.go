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
	rulePart  string
	ruleAgain string
}

// New loads what the stage needs of the language. Without tables the stage
// still reads numbers in figures.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{lang: l, modifiers: map[string][]lang.Modifier{}, ruleUnit: l.Code + ".figure.unit", ruleNoun: l.Code + ".figure.noun",
		rulePart: l.Code + ".figure.part", ruleAgain: l.Code + ".figure.again"}
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
	if s.fraction(d, &n, ok, t, stop) {
		ok = true
	}
	if !ok {
		return t + 1
	}
	if t > sent.First && s.lang.Figures.Skip[d.Tokens[t-1].Norm] || inName(d, t, n.end) {
		return n.end
	}
	unit, rule, to := s.counted(d, sent, &n, stop)
	if unit == "" {
		return n.end
	}
	first := s.modifier(d, sent.First, t)
	f := doc.Figure{Value: n.value, Unit: unit, Rule: rule}
	if first < t {
		f.Modifier = words(d, first, t)
	}
	f.Span = d.SpanOf(min(first, to.first), max(n.end, to.end))
	if k := len(d.Figures); k > 0 && f.Span.Start < d.Figures[k-1].Span.End {
		f.Span, f.Modifier = d.SpanOf(min(t, to.first), max(n.end, to.end)), "" // those words are taken
		if f.Span.Start < d.Figures[k-1].Span.End {
			return n.end
		}
	}
	if end := s.modifierBehind(d, to.end, stop); f.Modifier == "" && end > to.end {
		f.Modifier, f.Span, to.end = words(d, to.end, end), d.SpanOf(min(first, to.first), end), end
	}
	if s.minus(d, sent, t, to) {
		f.Value, f.Span = -f.Value, d.SpanOf(t-1, max(n.end, to.end))
	}
	d.Figures = append(d.Figures, f)
	return max(n.end, to.end)
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
