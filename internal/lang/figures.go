package lang

import (
	"strconv"
	"strings"
)

// Modifier is what a word before a number does to it: "au moins" 144 morts.
type Modifier struct {
	Words []string // as tokens' norms
	Sense string   // least, most, about, more, less, exactly
}

// FigureUnit is a sign or word that measures: "%", "km", "euros".
type FigureUnit struct {
	Kind string // money, share, length, mass, …
}

// Figures is what the reading of numbers with their units knows of one language.
type Figures struct {
	Modifiers []Modifier
	Units     map[string]FigureUnit // by Norm
	Parts     map[string]float64    // fractions that are nouns: "moitié", "tiers"
	Joins     map[string]FigureJoin // small words that tie a number to another or to its noun
	Skip      map[string]bool       // words after or before a number that make it a name, not a count: "article", "n°"
}

// FigureJoin is what a small word beside a number does, as bits.
type FigureJoin uint8

// What the words of figures/joins.tsv do.
const (
	JoinTo      FigureJoin = 1 << iota // from one number to another: "60 à 80 milliards"
	JoinAnd                            // the same after JoinBetween: "entre trois et cinq morts"
	JoinBetween                        // opens such a range
	JoinOf                             // what it is a part of: "deux des six navires"
	JoinAgainst                        // sets beside the number before, which tells the unit: "contre 45 000 en mai"
	JoinMinus                          // a sign before a share: "- 33 %"
)

var figureJoins = map[string]FigureJoin{"to": JoinTo, "and": JoinAnd, "between": JoinBetween, "of": JoinOf, "against": JoinAgainst, "minus": JoinMinus}

func (r *reader) figures() Figures {
	f := Figures{Units: map[string]FigureUnit{}, Skip: map[string]bool{}, Parts: map[string]float64{}, Joins: map[string]FigureJoin{}}
	r.table("figures/joins.tsv", []string{"word", "does"}, func(row Row) {
		j, ok := figureJoins[row.Get("does")]
		if !ok {
			row.Fail("does", "to, and, between, of, against or minus, not %q", row.Get("does"))
			return
		}
		f.Joins[row.Get("word")] |= j
	})
	r.table("figures/parts.tsv", []string{"word", "value"}, func(row Row) {
		v, err := strconv.ParseFloat(row.Get("value"), 64)
		if err != nil {
			row.Fail("value", "not a number: %q", row.Get("value"))
			return
		}
		f.Parts[row.Get("word")] = v
	})
	r.table("figures/modifiers.tsv", []string{"words", "sense"}, func(row Row) {
		f.Modifiers = append(f.Modifiers, Modifier{strings.Fields(row.Get("words")), row.Get("sense")})
	})
	r.table("figures/units.tsv", []string{"word", "kind"}, func(row Row) {
		f.Units[row.Get("word")] = FigureUnit{row.Get("kind")}
	})
	r.table("figures/labels.tsv", []string{"word"}, func(row Row) {
		f.Skip[row.Get("word")] = true
	})
	return f
}
