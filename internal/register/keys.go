package register

import (
	"slices"

	"readout/internal/names"
	"readout/internal/record"
)

// Keys are what an actor is found by: the sound of each word of its names, the
// stem of each word of its role, its country. A store indexes them; two actors
// with one key are only candidates for one another.
func Keys(a record.Actor) []string {
	var out []string
	for _, n := range append([]string{a.Name}, a.Names...) {
		for _, w := range wordsOf(n) {
			out = append(out, nameKey(w))
		}
		if a.Kind == "body" || a.Kind == "group" { // "ONU" finds the Organisation des Nations unies
			if c, all := names.Initials(n); len(all) > 1 {
				out = append(out, nameKey(c), nameKey(all))
			}
		}
	}
	for _, w := range wordsOf(a.Role) {
		if k := roleKey(w); k != "" {
			out = append(out, k)
		}
	}
	if a.Country != "" {
		out = append(out, countryKey(a.Kind, a.Country))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// nameKey is the sound of a word, or the word itself if it has none ("27").
func nameKey(word string) string {
	if k := names.Key(word); k != "" {
		return "n" + k
	}
	return "n=" + names.Fold(word)
}

// stemLetters are as many as the forms of a word of office share in French and
// English: français, française; président, présidente.
const stemLetters = 5

// roleKey is the stem of a word of a role, "" for the short ones (de, la, of).
func roleKey(word string) string {
	w := names.Fold(word)
	if len(w) < 4 {
		return ""
	}
	return "r" + w[:min(len(w), stemLetters)]
}

// countryKey tells states from those who only belong to one.
func countryKey(kind, country string) string {
	if kind == "state" {
		return "s" + country
	}
	return "c" + country
}
