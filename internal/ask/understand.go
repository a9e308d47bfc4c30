package ask

import (
	"context"
	"slices"
	"strings"

	"readout/internal/names"
	"readout/internal/register"
)

// session is one question under way.
type session struct {
	q        *Asker
	ctx      context.Context
	from     Records
	o        Options
	a        *Answer
	question string
	who      map[string]*party // by words
}

// party is somebody asked about.
type party struct {
	Party
	phrase phrase
	ids    []register.ActorID
	acting bool // the state itself is not in the records, who acts for it is
}

// understood is a reading with its people found.
type understood struct {
	reading
	a, b    *party
	about   []word
	period  Period
	unknown []*party
}

// understand picks the reading whose people are all known, of several the
// first; with dates taken out, and if that leads nowhere with them left in.
func (s *session) understand(ws []word) (*understood, error) {
	period, vague := s.q.dates(s.question, s.o.Today, ws)
	best, err := s.best(s.q.g.readings(undated(ws)), period)
	if err != nil || best != nil && len(best.unknown) == 0 || !dated(ws) {
		return s.settled(best, vague), err
	}
	whole, err := s.best(s.q.g.readings(ws), Period{})
	if err == nil && whole != nil && (best == nil || len(whole.unknown) < len(best.unknown)) {
		best, vague = whole, nil
	}
	return s.settled(best, vague), err
}

// settled writes down what was understood.
func (s *session) settled(u *understood, vague []string) *understood {
	if u == nil {
		return nil
	}
	if t := u.slots["time"]; t != nil {
		vague = append(vague, wordsOf(s.question, t))
	}
	for _, v := range vague {
		s.note(NoteVagueDate, v)
	}
	s.a.Query = &Query{Kind: u.pattern.Kind, Pattern: u.pattern.ID, Acts: widen(u.acts()), Contacts: u.kinds, Period: u.period, About: wordsOf(s.question, u.about)}
	for _, p := range []*party{u.a, u.b} {
		if p == nil {
			continue
		}
		out := p.Party
		if p == u.a {
			s.a.Query.A = &out
		} else {
			s.a.Query.B = &out
		}
		if len(p.Found) > 1 {
			args := []string{p.Words}
			for _, c := range p.Found {
				args = append(args, c.Name)
			}
			s.note(NoteAmbiguous, args...)
		}
	}
	for _, p := range u.unknown {
		if p.phrase.counterpart != "" && len(p.phrase.Words) == 0 {
			s.note(NoteCounterpart, p.Words)
		} else {
			s.note(NoteUnknown, p.Words)
		}
	}
	return u
}

func (s *session) note(code string, args ...string) {
	s.a.Notes = append(s.a.Notes, Note{code, append([]string{}, args...)})
}

// best finds the people of each reading and takes the one with the fewest who
// are unknown, then the first pattern, then the longest names.
func (s *session) best(all []reading, period Period) (*understood, error) {
	var best *understood
	for _, r := range all {
		u := &understood{reading: r, period: period}
		if err := s.people(u); err != nil {
			return nil, err
		}
		if best == nil || u.better(best) {
			best = u
		}
	}
	return best, nil
}

func (u *understood) better(old *understood) bool {
	if len(u.unknown) != len(old.unknown) {
		return len(u.unknown) < len(old.unknown)
	}
	if u.pattern != old.pattern {
		return false // the earlier pattern stays
	}
	if a, b := u.named(), old.named(); a != b {
		return a > b
	}
	return len(u.slots["time"]) > len(old.slots["time"]) // "depuis l'invasion de l'Ukraine" is one time
}

// named is how many words of the question are known of the people found, less
// those that are not: "Ory au sujet des otages" names nobody better than "Ory".
func (u *understood) named() (n int) {
	for _, p := range []*party{u.a, u.b} {
		if p == nil || len(p.Found) == 0 {
			continue
		}
		known := map[string]bool{}
		for _, c := range p.Found[0].Names {
			addWords(known, c)
		}
		for _, r := range p.Found[0].Roles {
			addWords(known, r.Role)
		}
		for _, w := range p.phrase.Words {
			if known[names.Fold(w)] || slices.Contains(p.phrase.Demonym, w) {
				n++
			} else {
				n--
			}
		}
	}
	return n
}

func addWords(set map[string]bool, s string) {
	for _, w := range names.Words(s) {
		set[w] = true
	}
}

// people finds who the slots mean. {T} is somebody if somebody is called so,
// else a subject.
func (s *session) people(u *understood) (err error) {
	var t *party
	for _, x := range []struct {
		slot string
		to   **party
	}{{"A", &u.a}, {"by", &u.a}, {"B", &u.b}, {"to", &u.b}, {"T", &t}} {
		ws := u.slots[x.slot]
		if ws == nil || err != nil {
			continue
		}
		*x.to, err = s.party(ws, u.a)
	}
	if err != nil {
		return err
	}
	u.about = append(slices.Clone(u.slots["W"]), u.slots["about"]...)
	if t != nil {
		if len(t.ids) > 0 {
			u.b = t
		} else {
			u.about = append(slices.Clone(u.slots["T"]), u.about...)
		}
	}
	for _, p := range []*party{u.a, u.b} {
		if p != nil && len(p.ids) == 0 {
			u.unknown = append(u.unknown, p)
		}
	}
	if len(u.about) > 0 && len(s.q.g.terms(u.about)) == 0 {
		u.about = nil
	}
	return nil
}

// longestName is how many words of a question may name somebody, and mostParties
// how many ways to cut the question into names are looked up.
const (
	longestName = 16
	mostParties = 150
)

// party finds who some words mean: one, or several joined by "et". A
// counterpart has the office of the other party.
func (s *session) party(ws []word, other *party) (*party, error) {
	key := wordsOf(s.question, ws)
	if other != nil {
		key += "\x00" + other.Words
	}
	if p := s.who[key]; p != nil {
		return p, nil
	}
	if len(ws) > longestName || len(s.who) > mostParties {
		return &party{Party: Party{Words: wordsOf(s.question, ws), Found: []register.Candidate{}}}, nil
	}
	p, err := s.one(ws, other)
	if err != nil {
		return nil, err
	}
	if parts := s.q.g.and(ws); len(p.ids) == 0 && len(parts) > 1 {
		all := &party{Party: Party{Words: p.Words, Found: []register.Candidate{}}, phrase: p.phrase}
		for _, part := range parts {
			one, err := s.one(part, other)
			if err != nil {
				return nil, err
			}
			if len(one.ids) == 0 {
				all = p
				break
			}
			all.Found, all.ids = append(all.Found, one.Found...), append(all.ids, one.ids...)
		}
		p = all
	}
	s.who[key] = p
	return p, nil
}

func (s *session) one(ws []word, other *party) (*party, error) {
	p := &party{Party: Party{Words: strings.TrimSpace(wordsOf(s.question, ws)), Found: []register.Candidate{}}, phrase: s.q.g.phrase(ws)}
	if p.phrase.counterpart != "" {
		return p, s.counterparts(p, other)
	}
	if err := s.resolve(p, p.phrase.Phrase); err != nil || len(p.ids) > 0 || !p.phrase.State {
		return p, err
	}
	var err error
	p.ids, err = register.ActingFor(s.ctx, s.from, p.phrase.Country, s.q.g.speaksFor)
	p.acting = len(p.ids) > 0
	return p, err
}

func (s *session) resolve(p *party, ph register.Phrase) error {
	if len(ph.Words) == 0 {
		return nil
	}
	found, err := register.Resolve(s.ctx, s.from, ph)
	for _, c := range found {
		p.Found = append(p.Found, c)
		p.ids = append(p.ids, c.Members...)
	}
	return err
}

// counterparts finds who has the office of the other party in the country that
// is named: "le ministre français de la Défense et son homologue russe". The
// office is read off the words for the other party, or off its roles.
func (s *session) counterparts(p *party, other *party) error {
	if other == nil {
		return nil
	}
	own := p.phrase.Phrase
	if len(own.Words) > len(own.Demonym) { // a name is given too: "son homologue Piotr Kalnov"
		named := own
		if err := s.resolve(p, named); err != nil || len(p.ids) > 0 {
			return err
		}
	}
	offices := [][]string{}
	if words := withoutAll(other.phrase.Words, other.phrase.Demonym); len(other.Found) > 0 && other.Found[0].Match == register.ByRole && len(words) > 0 {
		offices = append(offices, words)
	} else {
		for _, c := range other.Found {
			for _, r := range c.Roles {
				role := s.q.g.phrase(split(&s.q.g.lang.Segment, r.Role))
				offices = append(offices, withoutAll(role.Words, role.Demonym))
			}
		}
	}
	for _, office := range offices {
		ph := register.Phrase{Words: append(slices.Clone(office), own.Demonym...), Country: own.Country, Demonym: own.Demonym}
		if len(office) == 0 || own.Country == "" {
			continue
		}
		if err := s.resolve(p, ph); err != nil {
			return err
		}
	}
	if err := s.beside(p, other); err != nil {
		return err
	}
	p.Found, p.ids = distinct(p.Found)
	return nil
}

// beside finds those whom a text itself calls a counterpart ("son homologue
// russe Piotr Kalnov"), if it is a text that has the other party too.
func (s *session) beside(p *party, other *party) error {
	own := p.phrase.Phrase
	found, err := register.Resolve(s.ctx, s.from, register.Phrase{
		Words: append([]string{p.phrase.counterpart}, own.Demonym...), Country: own.Country, Demonym: own.Demonym,
	})
	for _, c := range found {
		if slices.ContainsFunc(other.Found, func(o register.Candidate) bool {
			return slices.ContainsFunc(o.Texts, func(t string) bool { return slices.Contains(c.Texts, t) })
		}) {
			p.Found = append(p.Found, c)
		}
	}
	return err
}

func distinct(found []register.Candidate) (out []register.Candidate, ids []register.ActorID) {
	out = []register.Candidate{}
	for _, c := range found {
		if !slices.ContainsFunc(out, func(o register.Candidate) bool { return slices.Equal(o.Members, c.Members) }) {
			out, ids = append(out, c), append(ids, c.Members...)
		}
	}
	return out, ids
}

func withoutAll(words, drop []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(drop, w) {
			out = append(out, w)
		}
	}
	return out
}

// acts are those of the verb as it is used: "Qui soutient la Russie" is no plain
// saying, as "soutenir que" would be.
func (u *understood) acts() []string {
	if u.slots["T"] == nil || len(u.verb) < 2 {
		return u.verb
	}
	return slices.DeleteFunc(slices.Clone(u.verb), func(a string) bool { return a == "state" })
}

// widen adds acts that one verb may be recorded as: "demander" is ask, and
// demand when it is a condition. A plain verb of saying asks for no act.
func widen(acts []string) []string {
	if slices.Contains(acts, "state") {
		return nil
	}
	var out []string
	for _, a := range acts {
		out = append(out, a)
		switch a {
		case "ask":
			out = append(out, "demand", "question", "propose")
		case "demand":
			out = append(out, "ask")
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
