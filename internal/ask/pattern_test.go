package ask

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	langfiles "readout/lang"

	"readout/internal/lang"
	"readout/internal/record"
	"readout/internal/register"
)

// loaded are the languages, read once for all tests.
var loaded = map[string]func() (*lang.Language, error){
	"fr": sync.OnceValues(func() (*lang.Language, error) { return lang.LoadQuestions(langfiles.FS, "fr") }),
	"en": sync.OnceValues(func() (*lang.Language, error) { return lang.LoadQuestions(langfiles.FS, "en") }),
}

func asker(t testing.TB, code string, a Analyzer) *Asker {
	t.Helper()
	l, err := loaded[code]()
	if err != nil {
		t.Fatal(err)
	}
	q, err := New(l, a)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func french(t testing.TB, a Analyzer) *Asker { return asker(t, "fr", a) }
func english(t testing.TB) *Asker            { return asker(t, "en", nil) }

// Each pattern fits its own examples, with the slots filled as they say.
func TestPatternsFitTheirExamples(t *testing.T) {
	for _, q := range []*Asker{french(t, nil), english(t)} {
		fitTheirExamples(t, q)
	}
}

func fitTheirExamples(t *testing.T, q *Asker) {
	for _, e := range q.Examples() {
		if !e.Passed {
			t.Errorf("%s does not fit %q\n want  %s\n found %s", e.ID, e.Question, e.Want, e.Found)
		}
	}
}

// cast is the people named in one example: whoever stands in a slot for people
// is in the records under those words.
type cast struct {
	Records
	actors []register.Local
}

func (c *cast) Actors(_ context.Context, keys ...string) ([]register.Local, error) {
	var out []register.Local
	for _, a := range c.actors {
		own := register.Keys(a.Actor)
		if !slices.ContainsFunc(keys, func(k string) bool { return !slices.Contains(own, k) }) {
			out = append(out, a)
		}
	}
	return out, nil
}

func castOf(q *Asker, e example) *cast {
	c := &cast{}
	for _, slot := range []string{"A", "B", "to", "by", "T"} {
		s := e.slots[slot]
		p := q.g.phrase(split(&q.g.lang.Segment, s))
		if s == "" || slot == "T" && !strings.ContainsFunc(s, unicode.IsUpper) {
			continue
		}
		a := record.Actor{ID: slot, Kind: "body", Name: strings.Join(p.Words, " "), Country: p.Country}
		switch {
		case p.State:
			a.Kind = "state"
		case p.counterpart != "":
			a.Kind, a.Name, a.Role = "person", "Ivan Quidam", e.slots["A"]
			a.Role = strings.NewReplacer("français", "russe", "French", "Russian").Replace(a.Role)
		case len(p.Soft) > 0:
			a.Kind, a.Name, a.Role = "person", "Ana Quidam", strings.Join(p.Words, " ")
		case strings.ToLower(s) != s:
			a.Kind = "person"
		}
		a.Names = []string{a.Name}
		c.actors = append(c.actors, register.Local{ID: register.ActorID(len(c.actors) + 1), Document: "d", Actor: a})
	}
	return c
}

// When the people of an example are known, its pattern is the one that is
// chosen and its slots are read as the example says.
func TestExamplesAreUnderstood(t *testing.T) {
	for _, q := range []*Asker{french(t, nil), english(t)} {
		areUnderstood(t, q)
	}
}

func areUnderstood(t *testing.T, q *Asker) {
	for _, p := range q.g.patterns {
		for _, s := range p.Examples {
			e := parseExample(s)
			c := castOf(q, e)
			x := &session{q: q, ctx: context.Background(), from: c, a: &Answer{}, question: e.question, who: map[string]*party{}}
			u, err := x.understand(q.words(e.question))
			switch {
			case err != nil:
				t.Fatal(err)
			case u == nil:
				t.Errorf("%s: %q is not understood", p.ID, e.question)
			case u.pattern.ID != p.ID || !holds(e, &u.reading):
				t.Errorf("%s: %q is read by %s as %v (%d unknown)", p.ID, e.question, u.pattern.ID, shown(e.question, &u.reading), len(u.unknown))
			}
		}
	}
}
