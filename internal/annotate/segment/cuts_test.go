package segment_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/text"
)

// TestCuts prints the sentence ends that differ from a treebank; it runs only
// when READOUT_CUTS names one.
func TestCuts(t *testing.T) {
	name := os.Getenv("READOUT_CUTS")
	if name == "" {
		t.Skip("READOUT_CUTS names no treebank")
	}
	name, how, _ := strings.Cut(name, ":")
	s := french(t)
	gold := readTreebank(t, name)
	size := func(int) int { return len(gold) + 1 }
	if how == "lines" {
		size = func(int) int { return 1 }
	}
	raw := joined(gold, size)
	want := ends(gold)
	d := &doc.Document{Text: text.FromString(raw)}
	s.Run(d)
	at := func(end int) string {
		return fmt.Sprintf("%q | %q", raw[max(0, end-40):end], raw[end:min(len(raw), end+40)])
	}
	got := map[int]bool{}
	for _, x := range d.Sentences {
		got[int(x.Span.End)] = true
		if !want[int(x.Span.End)] {
			fmt.Println("WRONG ", at(int(x.Span.End)))
		}
	}
	for e := range want {
		if !got[e] {
			fmt.Println("MISSED", at(e))
		}
	}
}

func ends(gold []conllu.Sentence) map[int]bool {
	out, n := map[int]bool{}, 0
	for i, g := range gold {
		if i > 0 {
			n++
		}
		n += len(g.Text)
		out[n] = true
	}
	return out
}
