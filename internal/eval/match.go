package eval

import (
	"slices"

	"readout/internal/record"
)

// match counts what agrees on one pair of statements.
func (s *scorer) match(p pair) {
	g, f := &s.gold.Statements[p.gold], &s.found.Statements[p.found]
	s.counts["iou50"]++
	s.counts["mode_hit_"+g.Mode]++
	if p.iou >= .8 {
		s.counts["iou80"]++
	}
	if slices.Equal(set(g.By), s.names.ids(f.By)) {
		s.counts["attr"]++
		if p.iou >= .8 {
			s.counts["attr80"]++
		}
	} else {
		if len(f.By) > 0 {
			s.counts["false"]++
		}
		s.mistakes = append(s.mistakes, Mistake{s.gold.Doc, "by", p.gold, p.found})
	}
	if touch(g.Source, foundSpan(f.Source)) {
		s.counts["source"]++
	}
	if s.sameWords(g.Cue, foundSpan(f.Cue)) {
		s.counts["cue"]++
	}
	if g.Mode == f.Mode {
		s.counts["mode"]++
	}
	if g.Act == f.Act {
		s.counts["act"]++
	}
	s.matchPeople(g, f)
	if g.When != nil {
		s.counts["when_gold"]++
		if f.When != nil && f.When.Value == *g.When {
			s.counts["when_hit"]++
		}
	}
}

// matchPeople counts addressees and the chain.
func (s *scorer) matchPeople(g *GoldSaid, f *record.Statement) {
	if len(g.To) > 0 {
		s.counts["to_gold"]++
		if slices.Equal(set(g.To), s.names.ids(f.To)) {
			s.counts["to_hit"]++
		}
	}
	if len(f.To) > 0 {
		s.counts["to_found"]++
	}
	if len(g.Via) > 0 {
		s.counts["via_gold"]++
		same := len(g.Via) == len(f.Via)
		for i := 0; same && i < len(g.Via); i++ {
			same = slices.Equal(set(g.Via[i].By), s.names.ids(f.Via[i].By))
		}
		if same {
			s.counts["via_hit"]++
		}
	}
	if len(f.Via) > 0 {
		s.counts["via_found"]++
	}
}

func touch(a, b *Span) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return a[0] < b[1] && b[0] < a[1]
}

func (s *scorer) sameWords(a, b *Span) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return fold(s.words(*a)) == fold(s.words(*b))
}

func (s *scorer) words(x Span) string {
	a, b := min(max(0, x[0]), len(s.text)), min(x[1], len(s.text))
	if a > b {
		return ""
	}
	return string(s.text[a:b])
}

// contacts matches by parties, and by parties and kind; among equals the one
// whose kind and date agree.
func (s *scorer) contacts() {
	s.counts["c_gold"], s.counts["c_found"] = len(s.gold.Contacts), len(s.found.Contacts)
	for _, strict := range []bool{true, false} {
		used := make([]bool, len(s.found.Contacts))
		for _, g := range s.gold.Contacts {
			if j := s.bestContact(g, used, strict); j >= 0 {
				used[j] = true
				s.countContact(g, &s.found.Contacts[j], strict)
			}
		}
	}
}

func (s *scorer) bestContact(g GoldContact, used []bool, strict bool) int {
	best, at := -1, -1
	for j := range s.found.Contacts {
		f := &s.found.Contacts[j]
		if used[j] || !slices.Equal(set(g.Parties), s.names.ids(f.Parties)) || strict && g.Kind != f.Kind {
			continue
		}
		n := 0
		if g.Kind == f.Kind {
			n += 2
		}
		if sameWhen(g.When, f.When) {
			n++
		}
		if n > best {
			best, at = n, j
		}
	}
	return at
}

func (s *scorer) countContact(g GoldContact, f *record.Contact, strict bool) {
	if strict {
		s.counts["c_kind"]++
		return
	}
	s.counts["c_parties"]++
	if sameWhen(g.When, f.When) {
		s.counts["c_when"]++
	}
	if g.Status == f.Status {
		s.counts["c_status"]++
	}
}

func sameWhen(g *string, f *record.When) bool {
	if g == nil || f == nil {
		return g == nil && f == nil
	}
	return *g == f.Value
}

// times matches expressions that overlap, the one of the same value first.
func (s *scorer) times() {
	s.counts["t_found"] = len(s.found.Times)
	used := make([]bool, len(s.found.Times))
	for _, g := range s.gold.Times {
		if g.Span == nil {
			continue
		}
		s.counts["t_gold"]++
		at, right := -1, false
		for j := range s.found.Times {
			f := &s.found.Times[j]
			if used[j] || f.Start >= g.Span[1] || g.Span[0] >= f.End {
				continue
			}
			same := g.Value == nil && f.Value == nil || g.Value != nil && f.Value != nil && *g.Value == *f.Value
			if at < 0 || same && !right {
				at, right = j, same
			}
		}
		if at < 0 {
			continue
		}
		used[at] = true
		s.counts["t_span"]++
		if right {
			s.counts["t_value"]++
		}
	}
}
