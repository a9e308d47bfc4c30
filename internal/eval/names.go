package eval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout/internal/record"
)

var articles = regexp.MustCompile(`^(l'|l’|le |la |les |un |une |des |du |de |d'|d’|the |a |an |leurs |son |sa |ses )+`)

// fold is a name in lower case without marks, leading articles and punctuation.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if norm.NFD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	s = articles.ReplaceAllString(strings.TrimSpace(b.String()), "")
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
	return strings.Join(words, " ")
}

// sameName tells whether two folded names can name the same actor: the same
// last word, and the words of one among those of the other.
func sameName(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	return x[len(x)-1] == y[len(y)-1] && (subset(x, y) || subset(y, x))
}

func subset(x, y []string) bool {
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

// actors maps found actor ids to gold ones by name; the first gold actor that
// fits wins, an actor that fits none keeps its id behind a question mark.
type actors map[string]string

func matchActors(gold []GoldActor, found []record.Actor) actors {
	m := actors{}
	folded := make([]string, len(gold))
	for i, g := range gold {
		folded[i] = fold(g.Name)
	}
	for _, f := range found {
		m[f.ID] = "?" + f.ID
		names := []string{fold(f.Name)}
		for _, n := range f.Names {
			names = append(names, fold(n))
		}
		for i, g := range gold {
			if slices.ContainsFunc(names, func(n string) bool { return sameName(n, folded[i]) }) {
				m[f.ID] = g.ID
				break
			}
		}
	}
	return m
}

// ids is the set of gold actors that found ids stand for.
func (m actors) ids(found []string) []string {
	out := make([]string, 0, len(found))
	for _, f := range found {
		id, ok := m[f]
		if !ok {
			id = "?" + f
		}
		out = append(out, id)
	}
	return set(out)
}

// set sorts and drops doubles, so that sets compare with slices.Equal.
func set(l []string) []string {
	out := slices.Clone(l)
	slices.Sort(out)
	return slices.Compact(out)
}
