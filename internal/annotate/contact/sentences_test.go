package contact_test

import (
	"os"
	"strings"
	"testing"

	"readout/internal/annotate/sentencetest"
	"readout/internal/doc"
)

// mostWrong is how many of the texts may be read wrongly, by errors of the
// models that stand before this stage.
const mostWrong = 2

// TestSentences reads testdata/sentences.tsv with all stages.
func TestSentences(t *testing.T) {
	table, err := os.ReadFile("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	sentencetest.Run(t, os.DirFS("../../../lang"), string(table), mostWrong, contacts)
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
