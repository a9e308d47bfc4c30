package segment_test

import (
	"fmt"
	"os"
	"testing"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/text"
)

// TestDifferences prints where words differ from a treebank; it runs only when
// READOUT_DIFF names one.
func TestDifferences(t *testing.T) {
	name := os.Getenv("READOUT_DIFF")
	if name == "" {
		t.Skip("READOUT_DIFF names no treebank")
	}
	s := french(t)
	for _, g := range readTreebank(t, name) {
		d := &doc.Document{Text: text.FromString(g.Text), Blocks: []doc.Block{{Span: text.Span{End: int32(len(g.Text))}}}}
		s.Run(d)
		var got []string
		for _, x := range conllu.Sentences(d) {
			for _, w := range x.Words {
				got = append(got, w.Form)
			}
		}
		var want []string
		for _, w := range g.Words {
			want = append(want, w.Form)
		}
		for len(got) > 0 && len(want) > 0 && got[0] == want[0] {
			got, want = got[1:], want[1:]
		}
		for len(got) > 0 && len(want) > 0 && got[len(got)-1] == want[len(want)-1] {
			got, want = got[:len(got)-1], want[:len(want)-1]
		}
		if len(got)+len(want) > 0 {
			fmt.Printf("%-30.30q want %.90q\n%30s got  %.90q\n", g.ID, want, "", got)
		}
	}
}
