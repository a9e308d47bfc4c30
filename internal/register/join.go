package register

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"readout/internal/names"
	"readout/internal/record"
)

// Identity is one person, body, state or group as the register sees it now:
// actors of several documents that are held to be one, each with the reason.
// Nothing is stored of it; with another document it may fall apart again.
type Identity struct {
	Name      string    `json:"name"`  // the fullest name, of those the one seen most often
	Names     []string  `json:"names"` // every spelling, by how often it was seen
	Kind      string    `json:"kind"`
	Country   string    `json:"country,omitempty"`
	Roles     []Tenure  `json:"roles"` // in the order of first days
	Documents int       `json:"documents"`
	Members   []ActorID `json:"-"`
	Texts     []string  `json:"-"`     // the documents, by sha256
	Joins     []Joined  `json:"joins"` // why, one entry for each way of writing
}

// Tenure is a role with the days of publication between which it was seen.
type Tenure struct {
	Role      string `json:"role"`
	First     string `json:"first"`
	Last      string `json:"last"`
	Documents int    `json:"documents"`
}

// Joined says why actors written in one way belong to an identity.
type Joined struct {
	Name   string `json:"name"`
	Role   string `json:"role,omitempty"`
	Reason Reason `json:"reason"`
}

// Reason is why a name was held to be that of an identity.
type Reason string

// The reasons, the strongest first.
const (
	FirstSeen  Reason = "first-seen"       // the way of writing that the others were compared with
	SameName   Reason = "same-name"        // the whole name, perhaps in another transliteration
	GivenName  Reason = "given-name"       // the family name, and given names that agree
	SameRole   Reason = "family-name+role" // the family name alone, and the role or the country
	OnlyFamily Reason = "family-name"      // the family name alone, and nobody else has it
	Acronym    Reason = "acronym"
	OneCountry Reason = "country" // two names of one state
)

// writing is one way in which an actor is written, with all who are.
type writing struct {
	actor   record.Actor
	words   []string // folded words of the name, fullest first
	names   [][]string
	proper  [][]string // those of names by which a body can be told from others
	members []Local
	group   int
	reason  Reason
}

// Join puts actors together that are held to be one, the most frequent first.
// It is given those that may be: all of a store, or all with one key.
func Join(actors []Local) []Identity {
	ways := writings(actors)
	buckets := map[string][]int{}
	for i, w := range ways {
		for _, k := range joinKeys(w) {
			buckets[k] = append(buckets[k], i)
		}
	}
	for i := range ways {
		ways[i].group, ways[i].reason = i, FirstSeen
	}
	keys := make([]string, 0, len(buckets))
	for k := range buckets {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		joinSure(ways, buckets[k])
	}
	for _, k := range keys {
		joinShort(ways, buckets[k])
	}
	return identities(ways)
}

// writings collects actors that are written alike.
func writings(actors []Local) []*writing {
	type key struct{ name, names, kind, role, country, alone string }
	index := map[key]*writing{}
	var out []*writing
	for _, a := range actors {
		k := key{a.Name, strings.Join(a.Names, "\x00"), a.Kind, a.Role, a.Country, ""}
		if !canJoin(a.Actor) {
			k.alone = a.Document
		}
		w := index[k]
		if w == nil {
			w = &writing{actor: a.Actor, words: wordsOf(a.Name)}
			for _, n := range append([]string{a.Name}, a.Names...) {
				w.names = append(w.names, wordsOf(n))
				if n == a.Name || len(strings.Fields(n)) > 1 || names.IsAcronym(n) {
					if properName(n) {
						w.proper = append(w.proper, wordsOf(n))
					}
				}
			}
			index[k] = w
			out = append(out, w)
		}
		w.members = append(w.members, a)
	}
	sort.SliceStable(out, func(i, j int) bool {
		if len(out[i].words) != len(out[j].words) {
			return len(out[i].words) > len(out[j].words) // full names first, short ones join them
		}
		return len(out[i].members) > len(out[j].members)
	})
	return out
}

// canJoin tells whether an actor can be known again in another document: not an
// anonymous source, nor who is only known by his office, for offices change
// hands, nor a body without a name or a country.
func canJoin(a record.Actor) bool {
	switch a.Kind {
	case "anonymous":
		return false
	case "person":
		return named(a)
	case "state":
		return true
	}
	return properName(a.Name) && (a.Country != "" || !common(a))
}

// joinKeys are where a writing looks for its like.
func joinKeys(w *writing) []string {
	switch {
	case !canJoin(w.actor):
		return nil
	case w.actor.Kind == "state" && w.actor.Country != "":
		return []string{"s" + w.actor.Country}
	case w.actor.Kind == "person":
		return []string{nameKey(names.Last(w.words))}
	}
	var out []string
	for _, n := range w.names {
		if len(n) > 0 {
			out = append(out, nameKey(n[len(n)-1]), nameKey(n[0]))
		}
	}
	for _, n := range w.actor.Names {
		if _, all := names.Initials(n); len(all) > 1 {
			out = append(out, nameKey(all)) // where "UE" meets the Union européenne
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// commonLetters are as many as a word in small letters inside a name has at
// most: "Dominique de Villepin", but "le ministre de la Défense" is no name.
const commonLetters = 4

// named tells a name ("Piotr Kalnov") from a role put in its place ("le ministre russe").
func named(a record.Actor) bool {
	words := strings.Fields(a.Name)
	if len(words) == 0 || a.Role != "" && strings.Contains(names.Fold(a.Role), names.Fold(a.Name)) {
		return false
	}
	for i, w := range words {
		lower := strings.ToLower(w) == w
		if lower && (utf8.RuneCountInString(w) > commonLetters || i == len(words)-1) {
			return false
		}
	}
	return true
}

// joinSure joins those whose names agree whole.
func joinSure(ways []*writing, bucket []int) {
	for x, i := range bucket {
		for _, j := range bucket[:x] {
			if root(ways, i) == root(ways, j) {
				continue
			}
			if reason := same(ways[i], ways[j]); reason != "" {
				merge(ways, i, j, reason)
			}
		}
	}
}

// merge puts two groups together; the one of the earlier writing is the root.
func merge(ways []*writing, i, j int, reason Reason) {
	from, to := root(ways, i), root(ways, j)
	if from < to {
		from, to, i = to, from, j
	}
	ways[from].group = to
	ways[i].reason = reason
}

func root(ways []*writing, i int) int {
	for ways[i].group != i {
		ways[i].group = ways[ways[i].group].group
		i = ways[i].group
	}
	return i
}

// same compares two writings; "" is no, or not sure.
func same(a, b *writing) Reason {
	if a.actor.Kind != b.actor.Kind && (person(a) || person(b) || a.actor.Kind == "state" || b.actor.Kind == "state") {
		return ""
	}
	if a.actor.Kind == "state" && a.actor.Country != "" && a.actor.Country == b.actor.Country {
		return OneCountry
	}
	apart := a.actor.Country != "" && b.actor.Country != "" && a.actor.Country != b.actor.Country
	if person(a) {
		switch {
		case len(a.words) > 1 && sameWords(a.words, b.words):
			return SameName
		case len(a.words) < 2 || len(b.words) < 2 || apart || !names.SameWord(names.Last(a.words), names.Last(b.words)):
			return ""
		case givenAgree(a.words, b.words):
			return GivenName
		}
		return ""
	}
	return sameBody(a, b, apart)
}

// sameBody compares bodies and groups. "Le ministère" is a name in one text
// only; "le ministère de la Défense" is one body only where the country is
// known to be the same.
func sameBody(a, b *writing, apart bool) Reason {
	if apart || (common(a.actor) || common(b.actor)) && (a.actor.Country == "" || a.actor.Country != b.actor.Country) {
		return ""
	}
	for _, x := range a.proper {
		for _, y := range b.proper {
			if sameWords(x, y) {
				return SameName
			}
		}
	}
	if initials(a.actor, b.actor) || initials(b.actor, a.actor) {
		return Acronym
	}
	return ""
}

// common tells whether a body is called by what it is rather than by a name.
func common(a record.Actor) bool {
	if a.Role != "" {
		return true
	}
	for _, w := range strings.Fields(a.Name) {
		if utf8.RuneCountInString(w) > commonLetters-1 {
			return strings.ToLower(w) == w
		}
	}
	return false
}

// properName tells whether a spelling of a body says which one is meant: it has
// a capital behind its first word, or is one word or an acronym.
func properName(name string) bool {
	words := strings.Fields(name)
	for _, w := range words[min(1, len(words)):] {
		if strings.ToLower(w) != w {
			return true
		}
	}
	return len(words) == 1 && strings.ToLower(name) != name
}

func person(w *writing) bool { return w.actor.Kind == "person" }

func sameWords(a, b []string) bool {
	return len(a) > 0 && slices.EqualFunc(a, b, names.SameWord)
}

// givenAgree compares all but the last words: each of the shorter list must be
// in the longer one, whole or as an initial ("J. Ory"); where the family name is
// the same, the sound of the consonants is enough ("Khaled", "Khalid").
func givenAgree(a, b []string) bool {
	a, b = a[:len(a)-1], b[:len(b)-1]
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool {
			short := len(x) == 1 || len(y) == 1
			return names.SameWord(x, y) || short && x[0] == y[0] || len(x) > 4 && len(y) > 4 && names.Key(x) == names.Key(y)
		}) {
			return false
		}
	}
	return true
}

// initials tells whether one of a's names is made of the initials of one of b's.
func initials(a, b record.Actor) bool {
	for _, x := range a.Names {
		if !names.IsAcronym(x) {
			continue
		}
		f := strings.ReplaceAll(names.Fold(x), ".", "")
		for _, y := range b.Names {
			if capitals, all := names.Initials(y); f == capitals || f == all {
				return true
			}
		}
	}
	return false
}

// joinShort joins those known by a family name alone: to the only identity that
// has it, or among several to the only one that shares the role or the country.
func joinShort(ways []*writing, bucket []int) {
	for _, i := range bucket {
		a := ways[i]
		if !person(a) || len(a.words) != 1 || a.reason != FirstSeen {
			continue
		}
		all, close := map[int]int{}, map[int]int{} // group → writing
		for _, j := range bucket {
			b := ways[j]
			if i == j || !person(b) || root(ways, j) == root(ways, i) || !names.SameWord(a.words[0], names.Last(b.words)) {
				continue
			}
			if a.actor.Country != "" && b.actor.Country != "" && a.actor.Country != b.actor.Country {
				continue
			}
			all[root(ways, j)] = j
			if shareOffice(a.actor, b.actor) {
				close[root(ways, j)] = j
			}
		}
		if len(close) == 1 {
			for _, j := range close {
				merge(ways, i, j, SameRole)
			}
		} else if len(all) == 1 {
			for _, j := range all {
				merge(ways, i, j, OnlyFamily)
			}
		}
	}
}

// shareOffice tells whether two actors have the country or a word of the role
// in common.
func shareOffice(a, b record.Actor) bool {
	if a.Country != "" && a.Country == b.Country {
		return true
	}
	for _, x := range wordsOf(a.Role) {
		for _, y := range wordsOf(b.Role) {
			if SameStem(x, y) {
				return true
			}
		}
	}
	return false
}

// SameStem tells whether two words of a role are forms of one: "français" and
// "française", "président" and "présidente", but not "ministre" and "ministère".
func SameStem(a, b string) bool {
	a, b = names.Fold(a), names.Fold(b)
	if len(a) < 4 || len(b) < 4 {
		return a == b && a != ""
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && len(a)-n <= 2 && len(b)-n <= 2
}
