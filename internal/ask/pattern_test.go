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

// example is a question of questions.tsv with what its slots must hold.
type example struct {
	question string
	slots    map[string]string
}

func parseExample(s string) example {
	parts := strings.Split(s, "|")
	e := example{strings.TrimSpace(parts[0]), map[string]string{}}
	for _, p := range parts[1:] {
		k, v, _ := strings.Cut(p, "=")
		e.slots[strings.TrimSpace(k)] = strings.TrimSpace(v)
	}
	return e
}

// Each pattern fits its own examples, with the slots filled as they say.
func TestPatternsFitTheirExamples(t *testing.T) {
	for _, q := range []*Asker{french(t, nil), english(t)} {
		fitTheirExamples(t, q)
	}
}

func fitTheirExamples(t *testing.T, q *Asker) {
	for _, p := range q.g.patterns {
		for _, s := range p.Examples {
			e := parseExample(s)
			ws := q.words(e.question)
			m := matcher{g: q.g, p: p, ws: ws, slots: map[string][]word{}}
			m.match(0, 0)
			if !slices.ContainsFunc(m.out, func(r reading) bool { return holds(e, &r) }) {
				t.Errorf("%s does not fit %q", p.ID, e.question)
				for _, r := range m.out[:min(3, len(m.out))] {
					t.Logf("  %v", shown(e.question, &r))
				}
			}
		}
	}
}

func shown(question string, r *reading) map[string]string {
	out := map[string]string{}
	for k, v := range r.slots {
		out[k] = wordsOf(question, v)
	}
	return out
}

func holds(e example, r *reading) bool {
	got := shown(e.question, r)
	if len(got) != len(e.slots) {
		return false
	}
	for k, v := range e.slots {
		if got[k] != v {
			return false
		}
	}
	return true
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
