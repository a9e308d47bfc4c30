package contact_test

import (
	"os"
	"strings"
	"testing"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// mostWrong is how many of the sentences may be read wrongly, by errors of the
// models that stand before this stage.
const mostWrong = 2

// TestSentences reads testdata/sentences.tsv with all stages.
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
		sentence, want, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") || sentence == "sentence" {
			continue
		}
		d := &doc.Document{Text: text.FromString("Le point du jour\n\n" + sentence + "\n"), Meta: doc.Meta{Published: "2023-05-03"}}
		p.Run(d)
		if got := contacts(d); got != want {
			wrong++
			t.Logf("%s\n\tgot  %q\n\twant %q", sentence, got, want)
		}
	}
	if wrong > mostWrong {
		t.Errorf("%d sentences read wrongly, at most %d may be", wrong, mostWrong)
	}
}

func contacts(d *doc.Document) string {
	var out []string
	for _, c := range d.Contacts {
		var p []string
		for _, e := range c.Parties {
			p = append(p, d.Entities[e].Name)
		}
		out = append(out, c.Kind+" "+c.Status+" "+strings.Join(p, "+"))
	}
	return strings.Join(out, "; ")
}
