// Package ask answers questions from stored records: a question becomes a
// query, the query finds passages, and the answer is those passages or nothing.
// No sentence of an answer is made by the program.
//
// Ways of asking are data (lang/fr/ask); who is meant is settled by the
// register; dates are read by the stages that read them in texts. What was
// understood is part of every answer, so that a person can see what was looked
// for.
package ask

import (
	"context"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/register"
)

// Records is what an answer is drawn from; every store has it.
type Records interface {
	register.Actors
	Statements(context.Context, register.StatementFilter) ([]register.Statement, error)
	Contacts(context.Context, register.ContactFilter) ([]register.Contact, error)
	Search(ctx context.Context, terms []register.Term, limit int) ([]register.Passage, error)
}

// Analyzer finds the dates of a question; the pipeline of stages is one.
type Analyzer interface{ Run(*doc.Document) }

// Options says how to answer.
type Options struct {
	Today string // the day of the question, for "depuis mardi"; "" leaves such dates open
	Limit int    // at most so many passages; 0 is DefaultLimit
}

// DefaultLimit is how many passages an answer shows, and nearest how many are
// shown when there is no answer.
const (
	DefaultLimit = 50
	nearest      = 5
)

// Asker answers questions in one language. It is safe for concurrent use.
type Asker struct {
	g        *grammar
	analyzer Analyzer
}

// New prepares the ways of asking; all mistakes in them are reported together.
// Without an analyzer only dates in figures are understood.
func New(l *lang.Language, a Analyzer) (*Asker, error) {
	g, err := newGrammar(l)
	if err != nil {
		return nil, err
	}
	return &Asker{g, a}, nil
}

// Ask answers a question. The error is one of the records only.
func (q *Asker) Ask(ctx context.Context, from Records, question string, o Options) (*Answer, error) {
	if o.Limit <= 0 {
		o.Limit = DefaultLimit
	}
	a := &Answer{Question: question, Status: NotUnderstood, Passages: []Passage{}, Nearest: []Passage{}, Notes: []Note{}}
	s := &session{q: q, ctx: ctx, from: from, o: o, a: a, question: question, who: map[string]*party{}}
	ws := q.words(question)
	if len(ws) == 0 || len(ws) > maxWords {
		return a, nil
	}
	r, err := s.understand(ws)
	if err != nil {
		return nil, err
	}
	if r != nil {
		if err := s.answer(r); err != nil {
			return nil, err
		}
	}
	if len(a.Passages) == 0 {
		err = s.nearest(ws)
	}
	return a, err
}

// Any asks in one language after the other and gives the first answer whose
// question was understood with everybody known, else the first that was
// understood at all, else the first.
func Any(ctx context.Context, in []*Asker, from Records, question string, o Options) (*Answer, error) {
	var best *Answer
	for _, q := range in {
		a, err := q.Ask(ctx, from, question, o)
		if err != nil {
			return nil, err
		}
		if a.Status == Answered || a.Status == Nothing {
			return a, nil
		}
		if best == nil || best.Status == NotUnderstood && a.Status == Unknown {
			best = a
		}
	}
	return best, nil
}

// words are those of the question itself, without what politeness puts around it.
func (q *Asker) words(question string) []word {
	return q.g.without("polite", split(&q.g.lang.Segment, question))
}
