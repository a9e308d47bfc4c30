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
	weight float32
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
			hits[i].weight = 1 / float32(len(hits))
		}
	}
	return g, r.err()
}

// guessWords is how many words are looked at: enough for any text.
const guessWords = 2000

// The best language must explain this share of the words, and be this much
// better than the next one: French prose stands near 0.35, a list of names or
// a language without a row under 0.08.
const (
	leastShare  = 0.10
	leastMargin = 1.15
)

// Guess is the code of the language that a text is written in, or Undetermined.
func (g *Guesser) Guess(text string) string {
	scores := make([]float32, len(g.codes))
	words := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words == guessWords {
			break
		}
		words++
		for _, h := range g.words[strings.ToLower(w)] {
			scores[h.lang] += h.weight
		}
	}
	best, next := -1, float32(0)
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
	if best < 0 || scores[best] < leastShare*float32(words) || scores[best] < leastMargin*next || words == 0 {
		return Undetermined
	}
	return g.codes[best]
}

// Known are the languages that the guesser tells apart.
func (g *Guesser) Known() string { return strings.Join(g.codes, " ") }
