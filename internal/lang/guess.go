package lang

import (
	"io/fs"
	"strings"
	"unicode"
)

// Undetermined is what Guess says of a text in no language that it knows.
const Undetermined = "und"

// Guesser tells languages apart by their function words. It is safe for
// concurrent use.
type Guesser struct {
	codes []string
	words map[string][]hit
}

// hit says that a word speaks for a language, the less the more languages have it.
type hit struct {
	lang   int
	weight int
}

// LoadGuesser reads languages.tsv at the root of the language data. Without
// that file the guesser knows no language and says Undetermined of every text.
func LoadGuesser(fsys fs.FS) (*Guesser, error) {
	g := &Guesser{words: map[string][]hit{}}
	r := &reader{fsys: fsys}
	r.table("languages.tsv", []string{"code", "words"}, func(row Row) {
		for _, w := range row.List("words") {
			g.words[w] = append(g.words[w], hit{lang: len(g.codes)})
		}
		g.codes = append(g.codes, row.Get("code"))
	})
	for _, hits := range g.words {
		for i := range hits {
			hits[i].weight = whole / len(hits)
		}
	}
	return g, r.err()
}

// whole is the weight of a word that only one language has. Weights are whole
// numbers, so that their sum does not depend on the order of words.
const whole = 5040

// guessWords is how many words are looked at: enough for any text.
const guessWords = 2000

// In percent: the best language must explain this share of the words, and be this
// much better than the next one: French prose stands near 0.35, a list of names or
// a language without a row under 0.08.
const (
	leastShare  = 10
	leastMargin = 115
)

// Guess is the code of the language that a text is written in, or Undetermined.
func (g *Guesser) Guess(text string) string {
	counts := map[string]int{}
	words := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words == guessWords {
			break
		}
		words++
		counts[strings.ToLower(w)]++
	}
	scores := make([]int, len(g.codes))
	most := 2 + words/20 // a refrain says no more than a line of it
	for w, n := range counts {
		for _, h := range g.words[w] {
			scores[h.lang] += h.weight * min(n, most)
		}
	}
	best, next := -1, 0
	for i, s := range scores {
		if best < 0 || s > scores[best] {
			if best >= 0 {
				next = scores[best]
			}
			best = i
		} else if s > next {
			next = s
		}
	}
	if best < 0 || words == 0 || 100*scores[best] < leastShare*whole*words || 100*scores[best] < leastMargin*next {
		return Undetermined
	}
	return g.codes[best]
}

// Known are the languages that the guesser tells apart.
func (g *Guesser) Known() string { return strings.Join(g.codes, " ") }
