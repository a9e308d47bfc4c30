package register

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/internal/record"
)

// memory is a few actors, looked up as a store does.
type memory []Local

func (m memory) Actors(_ context.Context, keys ...string) ([]Local, error) {
	var out []Local
	for _, a := range m {
		own := Keys(a.Actor)
		if !slices.ContainsFunc(keys, func(k string) bool { return !slices.Contains(own, k) }) {
			out = append(out, a)
		}
	}
	return out, nil
}

// people reads "doc day kind name; other names | role | country" lines.
func people(lines ...string) memory {
	var out memory
	for i, l := range lines {
		f := strings.SplitN(l, " ", 4)
		part := strings.Split(f[3], "|")
		all := strings.Split(strings.TrimSpace(part[0]), "; ")
		a := Local{ID: ActorID(i + 1), Document: f[0], Published: f[1]}
		a.Actor = record.Actor{Kind: f[2], Name: all[0], Names: all}
		if len(part) > 1 {
			a.Role = strings.TrimSpace(part[1])
		}
		if len(part) > 2 {
			a.Country = strings.TrimSpace(part[2])
		}
		out = append(out, a)
	}
	return out
}

var cast = people(
	"d1 2024-04-04 person Sébastien Lecornu; Lecornu | ministre français de la Défense | FR",
	"d1 2024-04-04 person Sergueï Choïgu; Choïgou | ministre russe de la Défense | RU",
	"d1 2024-04-04 body ministère français de la Défense || FR",
	"d1 2024-04-04 state Moscou || RU",
	"d2 2023-01-10 person Choïgou",
	"d2 2023-01-10 state la Russie || RU",
	"d3 2022-05-05 person Sergei Shoigu | ministre de la Défense | RU",
	"d4 2024-06-01 person Andreï Belooussov | ministre russe de la Défense | RU",
	"d4 2024-06-01 person Emmanuel Macron; Macron | président français | FR",
	"d5 2024-06-02 person Macron",
	"d6 2024-06-03 person Brigitte Macron",
	"d7 2024-06-03 body Organisation des Nations unies; ONU",
	"d8 2024-06-04 body ONU",
	"d9 2024-06-04 person ministre russe de la Défense | ministre russe de la Défense | RU",
	"d9 2024-06-04 anonymous une source russe || RU",
	"d10 2024-06-04 person Amélie Oudéa-Castera | ministre française des Sports | FR",
	"d11 2024-06-05 person Ana Petrov",
	"d12 2024-06-05 person Boris Petrov",
	"d13 2024-06-06 person Petrov",
	"d14 2022-09-20 person Khaled al-Mabrouk; al-Mabrouk | ministre libyen de l'Intérieur | LY",
	"d16 2022-09-21 body le ministère turc de l'Énergie; le ministère | ministère turc de l'Énergie | TR",
	"d17 2022-09-21 body ministère libyen de l'Intérieur; le ministère; Le ministère | ministère libyen de l'Intérieur | LY",
	"d18 2022-09-22 body ministère libyen de l'Intérieur; le ministère | ministère libyen de l'Intérieur | LY",
	"d19 2022-09-22 body le gouvernement",
	"d20 2022-09-23 body le gouvernement",
	"d15 2022-09-21 person Khalid El Mabrouk; El Mabrouk | ministre de l'Intérieur | LY",
)

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		p    Phrase
		want string // name: documents, …
	}{
		{Phrase{Words: []string{"Lecornu"}}, "Sébastien Lecornu: 1 (name)"},
		{Phrase{Words: []string{"lecornu"}}, "Sébastien Lecornu: 1 (name)"},
		{Phrase{Words: []string{"Shoigou"}}, "Sergueï Choïgu: 3 (name)"},
		{Phrase{Words: []string{"ministre", "russe", "Défense"}, Country: "RU", Demonym: []string{"russe"}}, "Sergueï Choïgu: 3 (role), ministre russe de la Défense: 1 (role), Andreï Belooussov: 1 (role)"},
		{Phrase{Words: []string{"ministre", "français", "Défense"}, Country: "FR", Demonym: []string{"français"}}, "Sébastien Lecornu: 1 (role)"},
		{Phrase{Words: []string{"ministre", "français", "Défense", "Sébastien", "Lecornu"}, Country: "FR", Demonym: []string{"français"}}, "Sébastien Lecornu: 1 (full-name)"},
		{Phrase{Words: []string{"ministère", "Défense"}}, "ministère français de la Défense: 1 (full-name)"},
		{Phrase{Words: []string{"Emmanuel", "Macron"}}, "Emmanuel Macron: 1 (full-name)"},
		{Phrase{Words: []string{"Brigitte", "Macron"}}, "Brigitte Macron: 1 (full-name)"},
		{Phrase{Words: []string{"Russie"}, Country: "RU", Demonym: []string{"Russie"}, State: true}, "Moscou: 2 (country)"},
		{Phrase{Words: []string{"ONU"}}, "Organisation des Nations unies: 2 (full-name)"},
		{Phrase{Words: []string{"Dupont"}}, ""},
		{Phrase{Words: []string{"Khaled", "al-Mabrouk"}}, "Khaled al-Mabrouk: 2 (full-name)"},
		{Phrase{Words: []string{"ministère", "Énergie"}}, "le ministère turc de l'Énergie: 1 (full-name)"},
		{Phrase{Words: []string{"ministère", "Intérieur"}}, "ministère libyen de l'Intérieur: 2 (full-name)"},
		{Phrase{Words: []string{"El", "Mabrouk"}}, "Khaled al-Mabrouk: 2 (full-name)"},
		{Phrase{Words: []string{"Sébastien"}}, ""},
		{Phrase{Words: []string{"source", "russe"}, Country: "RU", Demonym: []string{"russe"}}, ""},
		{Phrase{Words: []string{"A", "Petrov"}}, "Ana Petrov: 1 (name), Petrov: 1 (name)"},
	} {
		found, err := Resolve(context.Background(), cast, c.p)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range found {
			got = append(got, fmt.Sprintf("%s: %d (%s)", x.Name, x.Documents, x.Match))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%v:\ngot  %s\nwant %s", c.p.Words, s, c.want)
		}
	}
}

// Every joining has its reason, and a family name that two people bear is
// joined to neither.
func TestJoinReasons(t *testing.T) {
	got := map[string]string{}
	for _, id := range Join(cast) {
		for _, j := range id.Joins {
			got[j.Name+"|"+j.Role] = id.Name + ": " + string(j.Reason)
		}
	}
	for way, want := range map[string]string{
		"Choïgou|":                             "Sergueï Choïgu: family-name",
		"Sergei Shoigu|ministre de la Défense": "Sergueï Choïgu: same-name",
		"Macron|":                              "Macron: first-seen",
		"Petrov|":                              "Petrov: first-seen",
		"ONU|":                                 "Organisation des Nations unies: same-name",
		"Moscou|":                              "Moscou: country",
	} {
		if got[way] != want {
			t.Errorf("%s: got %q, want %q", way, got[way], want)
		}
	}
}
