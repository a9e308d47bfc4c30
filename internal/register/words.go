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
