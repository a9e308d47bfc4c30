package register

import (
	"context"
	"slices"
	"sort"
	"strings"

	"readout/internal/names"
	"readout/internal/record"
)

// Phrase is how somebody is called in a question: "Choïgou", "le ministre russe
// de la Défense", "la Russie". Articles, prepositions and forms of address are
// left out already.
type Phrase struct {
	Words   []string // as written
	Country string   // ISO 3166 alpha-2 of a country, a capital or a demonym among them
	Demonym []string // the words that say so
	Soft    []string // words of office: a name may fit without them
	State   bool     // the phrase is nothing but the name of a state or its capital
}

// Match is how an identity fits a phrase.
type Match string

// The matches, the best first.
const (
	ByFull    Match = "full-name" // every word of the phrase is in the name
	ByName    Match = "name"
	ByRole    Match = "role"
	ByCountry Match = "country"
)

// Candidate is an identity that a phrase may mean.
type Candidate struct {
	Identity
	Match Match `json:"match"`
}

// Resolve finds who a phrase may mean, the best first: by name, else by role.
// Several candidates of one match are several people; the caller asks back.
func Resolve(ctx context.Context, from Actors, p Phrase) ([]Candidate, error) {
	if len(p.folded()) == 0 {
		return nil, nil
	}
	if p.State {
		if out, err := resolveState(ctx, from, p); err != nil || len(out) > 0 {
			return out, err
		}
	}
	r := resolver{ctx: ctx, from: from, p: p, seen: map[ActorID]Local{}}
	for _, w := range p.nameWords() {
		r.fetch(nameKey(w))
	}
	r.fetch(p.roleKeys()...)
	if a := p.acronym(); a != "" {
		r.fetch(nameKey(a))
	}
	seeds := map[ActorID]Match{}
	for id, a := range r.seen {
		if m := p.match(a); m != "" {
			seeds[id] = m
		}
	}
	r.widen(seeds)
	if r.err != nil {
		return nil, r.err
	}
	all := make([]Local, 0, len(r.seen))
	for _, a := range r.seen {
		all = append(all, a)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return candidates(Join(all), seeds), nil
}

func resolveState(ctx context.Context, from Actors, p Phrase) ([]Candidate, error) {
	all, err := from.Actors(ctx, countryKey("state", p.Country))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	var out []Candidate
	for _, id := range Join(all) {
		out = append(out, Candidate{id, ByCountry})
	}
	return out[:1], nil // one state, whatever it is called
}

// ActingFor finds the state with this code and those who belong to it and of whom
// acts says that they speak for it: its ministers, not its opposition.
func ActingFor(ctx context.Context, from Actors, country string, acts func(record.Actor) bool) ([]ActorID, error) {
	var out []ActorID
	for _, kind := range []string{"state", "person"} {
		found, err := from.Actors(ctx, countryKey(kind, country))
		if err != nil {
			return nil, err
		}
		for _, a := range found {
			if a.Kind == "state" || (a.Kind == "body" || a.Kind == "person") && acts(a.Actor) {
				out = append(out, a.ID)
			}
		}
	}
	return out, nil
}

// resolver fetches actors once.
type resolver struct {
	ctx  context.Context
	from Actors
	p    Phrase
	seen map[ActorID]Local
	err  error
}

func (r *resolver) fetch(keys ...string) {
	if r.err != nil || len(keys) == 0 {
		return
	}
	found, err := r.from.Actors(r.ctx, keys...)
	r.err = err
	for _, a := range found {
		r.seen[a.ID] = a
	}
}

// widen brings in those who bear the names of the people found, so that who was
// asked for by his role is also found where he is only named.
func (r *resolver) widen(seeds map[ActorID]Match) {
	done := map[string]bool{}
	for id := range seeds {
		a := r.seen[id]
		if a.Kind == "person" && !named(a.Actor) || a.Kind == "anonymous" {
			continue
		}
		if w := names.Last(wordsOf(a.Name)); w != "" && !done[nameKey(w)] {
			done[nameKey(w)] = true
			r.fetch(nameKey(w))
		}
	}
}

// candidates keeps the identities with a seed, only those of the best match.
func candidates(all []Identity, seeds map[ActorID]Match) []Candidate {
	for _, want := range []Match{ByFull, ByName, ByRole} {
		var out []Candidate
		for _, id := range all {
			if slices.ContainsFunc(id.Members, func(a ActorID) bool { return seeds[a] == want }) {
				out = append(out, Candidate{id, want})
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// nameWords are the words that may be a name: those with a capital, or all of
// them in a question typed without any.
func (p Phrase) nameWords() []string {
	var capitals []string
	for _, w := range p.folded() {
		if p.capital(w) {
			capitals = append(capitals, w)
		}
	}
	if len(capitals) > 0 {
		return capitals
	}
	return p.folded()
}

// acronym is what the initials of a name of several words make: "ue" of "Union
// européenne", "" if the words are not a name.
func (p Phrase) acronym() string {
	if len(p.Words) < 2 || !p.capital(names.Fold(p.Words[0])) {
		return ""
	}
	_, all := names.Initials(strings.Join(p.Words, " "))
	return all
}

func (p Phrase) folded() []string { return wordsOf(strings.Join(p.Words, " ")) }

// roleKeys are those of the words that are no demonym: "ministre", "défense".
func (p Phrase) roleKeys() []string {
	var out []string
	for _, w := range p.Words {
		if slices.Contains(p.Demonym, w) {
			continue
		}
		for _, x := range wordsOf(w) {
			if k := roleKey(x); k != "" {
				out = append(out, k)
			}
		}
	}
	return out
}

// match tells how an actor fits the phrase, "" for not at all.
func (p Phrase) match(a Local) Match {
	if a.Kind == "anonymous" || a.Country != "" && p.Country != "" && a.Country != p.Country {
		return ""
	}
	var own [][]string
	for _, n := range append([]string{a.Name}, a.Names...) {
		own = append(own, wordsOf(n))
	}
	role := wordsOf(a.Role)
	nameHits, roleHits := 0, 0
	var missed []int
	words := p.folded()
	for i, w := range words {
		switch {
		case inAny(own, w, (a.Kind == "person" || p.capital(w)) && !p.isDemonym(w)):
			nameHits++
		case slices.ContainsFunc(role, func(r string) bool { return SameStem(r, w) }), p.isDemonym(w) && a.Country == p.Country:
			roleHits++
		default:
			missed = append(missed, i)
		}
	}
	if a.Kind == "person" && named(a.Actor) {
		return p.matchPerson(a, words, missed, nameHits, roleHits)
	}
	if short := p.acronym(); short != "" && a.Kind != "person" {
		for _, n := range a.Names {
			if names.IsAcronym(n) && names.Fold(n) == short {
				return ByFull
			}
		}
	}
	switch {
	case len(missed) > 0 && (a.Kind == "person" || len(words) > 1 || !isAcronymOf(p.Words[0], a.Names)):
		return ""
	case len(missed) > 0:
		return ByFull
	case nameHits > 0 && p.covers(own, words):
		switch {
		case a.Kind == "person":
			return ByRole // a role stands where the name would
		case len(words) == 1 && !names.IsAcronym(p.Words[0]):
			return ByName // one word may as well be a family name
		}
		return ByFull
	case nameHits == 0 && a.Kind == "person":
		return ByRole
	}
	return ""
}

func (p Phrase) matchPerson(a Local, words []string, missed []int, nameHits, roleHits int) Match {
	switch {
	case nameHits > 0 && familyIn(a, words):
		if !p.mayLack(a, words, missed) {
			return ""
		}
		if nameHits > 1 && len(missed) == 0 {
			return ByFull
		}
		return ByName
	case len(missed) == 0 && nameHits == 0 && roleHits > 0:
		return ByRole
	}
	return ""
}

func (p Phrase) isDemonym(word string) bool { return p.oneOf(p.Demonym, word) }

func (p Phrase) oneOf(list []string, word string) bool {
	return slices.ContainsFunc(list, func(d string) bool { return slices.Contains(wordsOf(d), word) })
}

// inAny looks for a word in names; spellings may differ only in a proper name,
// or "ministre" would be "ministère".
func inAny(lists [][]string, w string, proper bool) bool {
	for _, l := range lists {
		if slices.ContainsFunc(l, func(x string) bool { return x == w || proper && names.SameWord(x, w) || SameStem(x, w) && len(w) > 6 }) {
			return true
		}
	}
	return false
}

// familyIn tells whether the phrase has the last word of the name, or a word by
// which the document calls the person alone ("Xi").
func familyIn(a Local, words []string) bool {
	full := wordsOf(a.Name)
	family := []string{names.Last(full)}
	for _, n := range a.Names {
		if w := wordsOf(n); len(w) == 1 {
			family = append(family, w[0])
		}
	}
	for _, f := range family {
		if slices.ContainsFunc(words, func(w string) bool { return names.SameWord(w, f) }) {
			return true
		}
	}
	return false
}

// mayLack tells whether the actor may be meant though words of the phrase are
// not in its name: "le ministre Kalnov" fits Kalnov whose office is not told,
// "Piotr Kalnov" fits Kalnov; but "Boris Kalnov" is not Piotr Kalnov, and "la
// visite de Kalnov" is nobody.
func (p Phrase) mayLack(a Local, words []string, missed []int) bool {
	full := wordsOf(a.Name)
	family := slices.IndexFunc(words, func(w string) bool { return names.SameWord(w, names.Last(full)) })
	for _, i := range missed {
		if p.oneOf(p.Soft, words[i]) {
			continue
		}
		given := i < family && (p.capital(words[i]) || !p.capital(words[family]))
		if !given || len(full) > 1 && !(len(words[i]) == 1 && words[i][0] == full[0][0]) {
			return false
		}
	}
	return true
}

// capital tells whether a folded word was written with a capital.
func (p Phrase) capital(word string) bool {
	for _, w := range p.Words {
		if slices.Contains(wordsOf(w), word) {
			return strings.ToLower(w) != w
		}
	}
	return false
}

// covers tells whether the phrase says enough of one of the names: half of its
// longer words and the first of them or, of a short name, all: "la Défense" is
// not "le ministère français de la Défense".
func (p Phrase) covers(own [][]string, words []string) bool {
	for _, n := range own {
		all, hit, head := 0, 0, false
		for _, x := range n {
			if len(x) < 4 && len(n) > 1 {
				continue
			}
			all++
			if slices.ContainsFunc(words, func(w string) bool { return names.SameWord(x, w) || SameStem(x, w) }) {
				hit++
				head = head || all == 1
			}
		}
		if hit > 0 && hit == all || head && 2*hit >= all {
			return true
		}
	}
	return false
}

func isAcronymOf(word string, of []string) bool {
	if !names.IsAcronym(word) {
		return false
	}
	f := names.Fold(word)
	for _, n := range of {
		if c, all := names.Initials(n); f == c || f == all {
			return true
		}
	}
	return false
}
