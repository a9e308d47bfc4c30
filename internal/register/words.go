package register

import (
	"strings"
	"unicode"

	"readout/internal/names"
)

// Plain are the words of a text as the full-text index holds them: folded to
// small letters without accents, parted at everything that is neither letter
// nor digit, so that "l’Ukraine" gives l and ukraine.
func Plain(s string) []string {
	return strings.FieldsFunc(names.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// wordsOf are the folded words of a name. The article of an Arabic name is left
// out, which one paper writes with a hyphen and the next as a word: "Khaled
// al-Mabrouk", "Khalid El Mabrouk". An article stands before another word and
// has two letters, and no name in Latin letters is parted by it otherwise.
func wordsOf(name string) []string {
	ws := names.Words(name)
	out := ws[:0]
	for i, w := range ws {
		if article, rest, ok := strings.Cut(w, "-"); ok && len(article) == 2 && len(rest) > 2 {
			w = rest
		}
		if i > 0 && i+1 < len(ws) && (w == "el" || w == "al") {
			continue
		}
		out = append(out, w)
	}
	return out
}
