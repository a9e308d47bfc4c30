package lang

import "strings"

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
	Skip      map[string]bool       // words after or before a number that make it a name, not a count: "article", "n°"
}

func (r *reader) figures() Figures {
	f := Figures{Units: map[string]FigureUnit{}, Skip: map[string]bool{}}
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
