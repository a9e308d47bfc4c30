package ask

import (
	"maps"
	"slices"
	"strings"
)

// ExampleResult is one example of questions.tsv, tried on its own pattern.
type ExampleResult struct {
	ID       string
	Line     int // of questions.tsv
	Question string
	Passed   bool
	// Want and Found are the slots and what they hold; Found is the first
	// reading if none fits, "" if there is no reading.
	Want, Found string
}

// Examples tries the examples of all patterns.
func (q *Asker) Examples() []ExampleResult {
	var out []ExampleResult
	for _, p := range q.g.patterns {
		for _, s := range p.Examples {
			e := parseExample(s)
			m := matcher{g: q.g, p: p, ws: q.words(e.question), slots: map[string][]word{}}
			m.match(0, 0)
			r := ExampleResult{ID: p.ID, Line: p.Line, Question: e.question, Want: slots(e.slots)}
			for i := range m.out {
				fits := holds(e, &m.out[i])
				if i == 0 || fits {
					r.Found, r.Passed = slots(shown(e.question, &m.out[i])), fits
				}
				if fits {
					break
				}
			}
			out = append(out, r)
		}
	}
	return out
}

// slots writes slots as an example does.
func slots(m map[string]string) string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, k+"="+m[k])
	}
	return strings.Join(out, " | ")
}

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
