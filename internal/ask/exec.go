package ask

import (
	"fmt"
	"slices"
	"sort"

	"readout/internal/register"
)

// answer runs the query and fills the answer.
func (s *session) answer(u *understood) error {
	if len(u.unknown) > 0 {
		s.a.Status = Unknown
		return nil
	}
	var found []Passage
	var err error
	switch u.pattern.Kind {
	case "exchange":
		found, err = s.states(u, s.exchange)
	case "last", "contacts":
		found, err = s.states(u, s.contacts)
	case "who":
		found, err = s.states(u, s.whoSaid)
	default:
		found, err = s.states(u, s.said)
	}
	if err != nil {
		return err
	}
	s.a.Status = Nothing
	if len(found) > 0 {
		s.a.Status = Answered
		for _, p := range []*party{u.a, u.b} {
			if p != nil && p.acting {
				s.note(NoteActingFor, p.Words)
			}
		}
	}
	if n := len(found) - s.o.Limit; n > 0 {
		s.a.More, found = n, found[:s.o.Limit]
	}
	s.a.Passages = append(s.a.Passages, found...)
	return nil
}

// states answers for the states themselves and those who speak for them: "Paris
// et Moscou" are their ministers too. What a state said is only asked of these
// if it said nothing itself.
func (s *session) states(u *understood, query func(*understood) ([]Passage, error)) ([]Passage, error) {
	notes := slices.Clone(s.a.Notes)
	found, err := query(u)
	between := u.pattern.Kind != "who" && u.pattern.Kind != "said"
	if err != nil || !between && len(found) > 0 {
		return found, err
	}
	wider, words, err := s.widened(u)
	if err != nil || len(words) == 0 {
		return found, err
	}
	own := s.a.Notes
	s.a.Notes = notes
	more, err := query(wider)
	if err != nil || len(more) <= len(found) {
		s.a.Notes = own
		return found, err
	}
	for _, w := range words {
		s.note(NoteActingFor, w)
	}
	return more, nil
}

// widened adds to each state asked about those who speak for it; words are how
// those states are called in the question.
func (s *session) widened(u *understood) (wider *understood, words []string, err error) {
	w := *u
	for _, p := range []**party{&w.a, &w.b} {
		if *p == nil || !(*p).phrase.State || (*p).acting {
			continue
		}
		all := **p
		if all.ids, err = register.ActingFor(s.ctx, s.from, all.phrase.Country, s.q.g.speaksFor); err != nil {
			return nil, nil, err
		}
		words = append(words, all.Words)
		*p = &all
	}
	return &w, words, nil
}

// filter is what every query for statements has in common.
func (s *session) filter(u *understood) register.StatementFilter {
	return register.StatementFilter{Acts: s.a.Query.Acts, About: s.q.g.terms(u.about), Since: u.period.Since, Until: u.period.Until}
}

// statements runs a query for statements. If the words asked for stand in none
// of them, those are shown that have them beside.
func (s *session) statements(f register.StatementFilter, why Why) ([]Passage, error) {
	found, err := s.from.Statements(s.ctx, f)
	if err == nil && len(found) == 0 && len(f.About) > 0 {
		f.Around, why = true, SaidAround
		if found, err = s.from.Statements(s.ctx, f); len(found) > 0 {
			s.note(NoteAround)
		}
	}
	return passages(found, why), err
}

func passages(found []register.Statement, why Why) []Passage {
	out := make([]Passage, 0, len(found))
	for i := range found {
		h := &found[i]
		out = append(out, Passage{Why: why, Document: h.Document, Places: h.Places, Dated: h.Dated, Statement: h})
	}
	return out
}

// said answers "Qu'a dit A (à B) (sur W)".
func (s *session) said(u *understood) ([]Passage, error) {
	f := s.filter(u)
	f.By = ids(u.a)
	switch {
	case u.b == nil:
		return s.statements(f, Said)
	case u.slots["to"] != nil:
		f.To = ids(u.b)
		return s.statements(f, Said)
	}
	return s.object(u, f, Said)
}

// whoSaid answers "Qui a accusé T".
func (s *session) whoSaid(u *understood) ([]Passage, error) {
	f := s.filter(u)
	f.By = ids(u.a)
	if u.b == nil {
		return s.statements(f, Said)
	}
	return s.object(u, f, Targeted)
}

// object finds what was said to or of the second party. A name of whom nothing
// of the kind was said may be a subject: "Qui a condamné Alep" finds who
// condemned the bombing of it.
func (s *session) object(u *understood, f register.StatementFilter, why Why) ([]Passage, error) {
	f.ToOrTarget = ids(u.b)
	found, err := s.statements(f, why)
	if err != nil || len(found) > 0 || u.slots["T"] == nil {
		return found, err
	}
	f.ToOrTarget = nil
	f.About = append(s.q.g.terms(u.slots["T"]), f.About...)
	hits, err := s.from.Statements(s.ctx, f)
	if found = passages(hits, Said); len(found) > 0 {
		s.note(NoteOtherWords, u.b.Words)
	}
	return found, err
}

// ids are the party's actors; nobody asked for is no condition.
func ids(p *party) []register.ActorID {
	if p == nil {
		return nil
	}
	return append([]register.ActorID{}, p.ids...)
}

// exchange answers "Que se sont dit A et B": what either said to the other, what
// both said, and what either said where the text tells of their contact.
func (s *session) exchange(u *understood) ([]Passage, error) {
	a, b := ids(u.a), ids(u.b)
	base := s.filter(u)
	base.Acts = nil
	var out collector
	for _, q := range []struct {
		by, to, with []register.ActorID
		why          Why
	}{{a, b, nil, SaidTo}, {b, a, nil, SaidTo}, {a, nil, b, SaidJointly}} {
		f := base
		f.By, f.To, f.With = q.by, q.to, q.with
		found, err := s.statements(f, q.why)
		if err != nil {
			return nil, err
		}
		out.add(found...)
	}
	held, err := s.from.Contacts(s.ctx, register.ContactFilter{Parties: [][]register.ActorID{a, b}, Since: base.Since, Until: base.Until})
	if err != nil {
		return nil, err
	}
	for i := range held {
		if err := s.about(&out, base, &held[i], a, b); err != nil {
			return nil, err
		}
		if len(base.About) == 0 && took(held[i].Held.Status) {
			out.add(contactPassage(&held[i]))
		}
	}
	return out.sorted(), nil
}

// about adds what either party said in the sentence that tells of their contact,
// and what they said on the day of it when the text does not tell to whom.
func (s *session) about(out *collector, f register.StatementFilter, c *register.Contact, a, b []register.ActorID) error {
	if !took(c.Held.Status) {
		return nil
	}
	f.By, f.Document = append(slices.Clone(a), b...), c.Document.SHA256
	found, err := s.from.Statements(s.ctx, f)
	if err != nil {
		return err
	}
	for i := range found {
		h := &found[i]
		p := Passage{Document: h.Document, Places: h.Places, Dated: h.Dated, Statement: h}
		switch {
		case slices.ContainsFunc(h.Places, func(x register.Place) bool {
			return x.Start < c.Held.Evidence.End && c.Held.Evidence.Start < x.End
		}):
			p.Why = SaidAt
		case len(h.Said.To) == 0 && c.Dated.By == "when" && h.Dated.By == "when" && h.Dated.From == c.Dated.From && h.Dated.To == c.Dated.To:
			p.Why = SaidNear
		default:
			continue
		}
		out.add(p)
	}
	return nil
}

// took tells whether a contact took place.
func took(status string) bool { return status == "held" || status == "ongoing" }

// contacts answers "Quand A et B se sont-ils parlé" and "Avec qui A s'est-il
// entretenu". For the last one those with a date come first, the latest at the
// head; what did not take place is shown only if nothing else is there.
func (s *session) contacts(u *understood) ([]Passage, error) {
	f := register.ContactFilter{Parties: [][]register.ActorID{ids(u.a)}, Kinds: u.kinds, Since: u.period.Since, Until: u.period.Until}
	if u.b != nil {
		f.Parties = append(f.Parties, ids(u.b))
	}
	found, err := s.from.Contacts(s.ctx, f)
	if err != nil {
		return nil, err
	}
	var dated, undated, not []Passage
	for i := range found {
		c := &found[i]
		p := contactPassage(c)
		switch {
		case !took(c.Held.Status):
			p.Why = NotHeld
			not = append(not, p)
		case c.Dated.By == "when":
			dated = append(dated, p)
		default:
			undated = append(undated, p)
		}
	}
	if u.pattern.Kind == "last" {
		slices.Reverse(dated)
		slices.Reverse(undated)
	}
	switch {
	case len(dated)+len(undated) == 0 && len(not) > 0:
		s.note(NoteNotHeld)
		return not, nil
	case len(undated) > 0 && u.pattern.Kind == "last":
		s.note(NoteUndated, fmt.Sprint(len(undated)))
	}
	return append(dated, undated...), nil
}

func contactPassage(c *register.Contact) Passage {
	return Passage{Why: InContact, Document: c.Document, Places: c.Places, Dated: c.Dated, Contact: c}
}

// collector keeps each statement and contact once, with the first reason.
type collector struct {
	all  []Passage
	seen map[string]bool
}

func (c *collector) add(ps ...Passage) {
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	for _, p := range ps {
		key := p.Document.SHA256
		if p.Statement != nil {
			key += p.Statement.Said.ID
		} else {
			key += p.Contact.Held.ID
		}
		if !c.seen[key] {
			c.seen[key] = true
			c.all = append(c.all, p)
		}
	}
}

// sorted puts passages in the order of days, documents and places.
func (c *collector) sorted() []Passage {
	sort.SliceStable(c.all, func(i, j int) bool {
		a, b := &c.all[i], &c.all[j]
		if x, y := a.Dated.Day(), b.Dated.Day(); x != y {
			return x < y
		}
		if a.Document.SHA256 != b.Document.SHA256 {
			return a.Document.Name+a.Document.SHA256 < b.Document.Name+b.Document.SHA256
		}
		return first(a.Places) < first(b.Places)
	})
	return c.all
}

func first(p []register.Place) int {
	if len(p) == 0 {
		return 0
	}
	return p[0].Start
}

// nearest finds the passages that have most of the question's words, leaving
// out those by which any question is put.
func (s *session) nearest(ws []word) error {
	telling := slices.DeleteFunc(slices.Clone(ws), func(w word) bool { return s.q.g.common(w) })
	if len(telling) == 0 {
		telling = ws
	}
	var terms []register.Term
	for _, t := range s.q.g.terms(telling) {
		if len(t[0]) > 2 && !slices.ContainsFunc(terms, func(o register.Term) bool { return o[0] == t[0] }) {
			terms = append(terms, t)
		}
	}
	found, err := s.from.Search(s.ctx, terms, nearest)
	for _, f := range found {
		s.a.Nearest = append(s.a.Nearest, Passage{
			Why: Similar, Document: f.Document, Places: []register.Place{f.Place}, Dated: register.DateOf("", f.Document.Published.Value),
		})
	}
	return err
}
