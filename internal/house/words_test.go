package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// wordsAllowed may hold words of a language, each for the reason given.
var wordsAllowed = map[string]string{
	"internal/eval/names.go":        "the articles that the reference scorer drops",
	"internal/eval/statements.go":   "the introducing words that the reference scorer drops",
	"internal/text/decode.go":       "the marks of text encoded twice",
	"internal/lang/lexicon_find.go": "letters and their bare forms, for words written without accents",
}

// TestNoWordsOfALanguageInGo looks for accented letters in strings: a list of
// French words in Go would hardly do without.
func TestNoWordsOfALanguageInGo(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || wordsAllowed[s.file] != "" || strings.HasPrefix(s.pkg, "cmd/train") || s.pkg == "internal/store/storetest" {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, s.file), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			l, ok := n.(*ast.BasicLit)
			if !ok || l.Kind != token.STRING {
				return true
			}
			v, _ := strconv.Unquote(l.Value)
			accented := strings.IndexFunc(v, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) >= 0
			if accented && len([]rune(v)) > 1 {
				t.Errorf("%s holds %s: words of a language belong in a table under lang/", s.file, l.Value)
			}
			return true
		})
	}
}
