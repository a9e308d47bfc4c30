package ask

import (
	"fmt"
	"slices"
	"strings"

	"readout/internal/lang"
)

// pattern is one way of asking, ready to be tried.
type pattern struct {
	lang.AskPattern
	elems []elem
}

// elem is one part of a pattern.
type elem struct {
	alts  [][]string // words that may stand here
	class []string   // classes whose words may stand here
	opt   bool
	slot  string // A, B, T, W, V, C; "…" for modifiers
}

// reading is one way in which a question fits a pattern.
type reading struct {
	pattern *pattern
	slots   map[string][]word // A, B, T, W and the modifiers about, to, by
	verb    []string          // acts of {V}
	kinds   []string          // kinds of {C}
	last    bool
}

// compile reads the notation described at the head of questions.tsv.
func compile(seg *lang.Segment, p lang.AskPattern) (*pattern, error) {
	out := &pattern{AskPattern: p}
	rest := strings.TrimSpace(p.Pattern)
	for rest != "" {
		var e elem
		var body string
		switch rest[0] {
		case '[', '(':
			closing := strings.IndexByte(rest, map[byte]byte{'[': ']', '(': ')'}[rest[0]])
			if closing < 0 {
				return nil, fmt.Errorf("%s: %q is not closed", p.ID, rest[:1])
			}
			e.opt, body, rest = rest[0] == '[', rest[1:closing], rest[closing+1:]
		case '{', '<':
			closing := strings.IndexAny(rest, "}>")
			if closing < 0 {
				return nil, fmt.Errorf("%s: %q is not closed", p.ID, rest[:1])
			}
			body, rest = rest[:closing+1], rest[closing+1:]
		default:
			body, rest, _ = strings.Cut(rest, " ")
		}
		rest = strings.TrimSpace(rest)
		if err := e.fill(seg, body); err != nil {
			return nil, fmt.Errorf("%s: %w", p.ID, err)
		}
		out.elems = append(out.elems, e)
	}
	return out, nil
}

func (e *elem) fill(seg *lang.Segment, body string) error {
	for _, alt := range strings.Split(body, "|") {
		switch {
		case alt == "…" || strings.HasPrefix(alt, "{"):
			if alt != "…" && !slices.Contains([]string{"{A}", "{B}", "{T}", "{W}", "{V}", "{C}"}, alt) || strings.Contains(body, "|") {
				return fmt.Errorf("slot %q", alt)
			}
			e.slot = strings.Trim(alt, "{}")
		case strings.HasPrefix(alt, "<"):
			// "<have> eu lieu": a class at the head of an alternative, then words
			class, more, _ := strings.Cut(strings.TrimPrefix(alt, "<"), ">")
			if strings.TrimSpace(more) != "" {
				return fmt.Errorf("words behind <%s> inside an alternative", class)
			}
			e.class = append(e.class, class)
		default:
			ws := norms(seg, alt)
			if len(ws) == 0 {
				return fmt.Errorf("an empty alternative in %q", body)
			}
			e.alts = append(e.alts, ws)
		}
	}
	return nil
}

// maxReadings and maxSteps bound the work on one question.
const (
	maxReadings = 200
	maxSteps    = 20_000
)

// matcher tries one pattern on one question.
type matcher struct {
	g     *grammar
	p     *pattern
	ws    []word
	slots map[string][]word
	verb  []string
	kinds []string
	last  bool
	steps int
	out   []reading
}

func (m *matcher) emit() {
	r := reading{pattern: m.p, slots: map[string][]word{}, verb: m.verb, kinds: m.kinds, last: m.last}
	for k, v := range m.slots {
		r.slots[k] = v
	}
	m.out = append(m.out, r)
}

// match tries element i at word j and, for each way in which it fits, the rest.
func (m *matcher) match(i, j int) {
	m.steps++
	if m.steps > maxSteps || len(m.out) >= maxReadings {
		return
	}
	if i == len(m.p.elems) {
		if j == len(m.ws) {
			m.emit()
		}
		return
	}
	e := &m.p.elems[i]
	if e.opt || e.slot == "…" {
		m.match(i+1, j)
	}
	switch e.slot {
	case "":
		m.literal(e, i, j)
	case "…":
		m.modifier(i, j)
	case "V":
		m.verbSlot(i, j)
	case "C":
		for _, f := range m.g.contacts.at(m.ws[j:]) {
			old := m.kinds
			m.kinds = f.gives
			m.match(i+1, j+len(f.words))
			m.kinds = old
		}
	default:
		m.fillSlot(e.slot, j, func(next int) { m.match(i+1, next) })
	}
}

func (m *matcher) literal(e *elem, i, j int) {
	for _, alt := range e.alts {
		if begins(m.ws[j:], alt) {
			m.match(i+1, j+len(alt))
		}
	}
	for _, c := range e.class {
		for _, f := range m.g.words.at(m.ws[j:]) {
			if f.gives[0] == c {
				old := m.last
				m.last = old || c == "lasttime"
				m.match(i+1, j+len(f.words))
				m.last = old
			}
		}
	}
}

// modifier reads one cue and what it governs, then more of them.
func (m *matcher) modifier(i, j int) {
	for _, f := range m.g.modifiers.at(m.ws[j:]) {
		slot := f.gives[0]
		if _, taken := m.slots[slot]; taken {
			continue
		}
		m.fillSlot(slot, j+len(f.words), func(next int) { m.match(i, next) })
	}
}

// fillSlot gives the slot one word, then two, and so on. Nobody is called
// "quand Macron".
func (m *matcher) fillSlot(slot string, j int, then func(next int)) {
	old, had := m.slots[slot]
	name := slot == "A" || slot == "B" || slot == "to" || slot == "by"
	for next := j + 1; next <= len(m.ws) && !(name && m.g.is(m.ws[next-1], "question")); next++ {
		m.slots[slot] = m.ws[j:next]
		then(next)
	}
	if had {
		m.slots[slot] = old
	} else {
		delete(m.slots, slot)
	}
}

func (m *matcher) verbSlot(i, j int) {
	old := m.verb
	for _, f := range m.g.verbs.at(m.ws[j:]) {
		m.verb = f.gives
		m.match(i+1, j+len(f.words))
	}
	if j < len(m.ws) {
		if acts := m.g.actsOf(m.ws[j]); acts != nil {
			m.verb = acts
			m.match(i+1, j+1)
		}
	}
	m.verb = old
}
