package coref_test

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
	sentencetest.Run(t, os.DirFS("../../../lang"), string(table), mostWrong, speakers)
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
