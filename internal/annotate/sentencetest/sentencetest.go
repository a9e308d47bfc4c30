// Package sentencetest runs all stages over a table of invented sentences and
// compares what one of them wrote, for the tests of stages whose work shows only
// behind the others.
package sentencetest

import (
	"io/fs"
	"strings"
	"testing"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// Run reads the table: a header, then a text and what is wanted of it a line; ¶
// begins a paragraph. mostWrong is how many may be read wrongly, by errors of the
// models that stand before the stage; read tells what a document came to.
func Run(t *testing.T, files fs.FS, table string, mostWrong int, read func(*doc.Document) string) {
	t.Helper()
	l, err := lang.Load(files, "fr")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.File("models/parse.bin"); err != nil {
		t.Skip("no weights of the parser")
	}
	p, err := annotate.New(l)
	if err != nil {
		t.Fatal(err)
	}
	wrong, header := 0, true
	for line := range strings.Lines(table) {
		words, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		d := &doc.Document{Text: text.FromString("Le point du jour\n\n" + strings.ReplaceAll(words, " ¶ ", "\n\n") + "\n"), Meta: doc.Meta{Published: "2023-05-03"}}
		p.Run(d)
		if got := read(d); got != want {
			wrong++
			t.Logf("%s\n\tgot  %q\n\twant %q", words, got, want)
		}
	}
	if wrong > mostWrong {
		t.Errorf("%d texts read wrongly, at most %d may be", wrong, mostWrong)
	}
}
