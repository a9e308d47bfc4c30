package coref_test

import (
	"os"
	"strings"
	"testing"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// mostWrong is how many of the texts may be read wrongly, by errors of the
// models that stand before this stage.
const mostWrong = 2

// TestSentences reads testdata/sentences.tsv with all stages; ¶ begins a paragraph.
func TestSentences(t *testing.T) {
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.File("models/parse.bin"); err != nil {
		t.Skip("no weights of the parser")
	}
	p, err := annotate.New(l)
	if err != nil {
		t.Skip("the models cannot be read: ", err)
	}
	raw, err := os.ReadFile("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		words, want, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") || words == "text" {
			continue
		}
		d := &doc.Document{Text: text.FromString("Le point du jour\n\n" + strings.ReplaceAll(words, " ¶ ", "\n\n") + "\n"), Meta: doc.Meta{Published: "2023-05-03"}}
		p.Run(d)
		if got := speakers(d); got != want {
			wrong++
			t.Logf("%s\n\tgot  %q\n\twant %q", words, got, want)
		}
	}
	if wrong > mostWrong {
		t.Errorf("%d texts read wrongly, at most %d may be", wrong, mostWrong)
	}
}

func speakers(d *doc.Document) string {
	var out []string
	for _, a := range d.Attributions {
		var by []string
		for _, e := range a.By {
			by = append(by, d.Entities[e].Name)
		}
		out = append(out, strings.Join(by, "+"))
	}
	return strings.Join(out, "; ")
}
