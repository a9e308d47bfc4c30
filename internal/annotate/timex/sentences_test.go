package timex_test

import (
	"os"
	"strings"
	"testing"
)

// TestSentences reads invented sentences over everything that a date may be said
// with, and holds words and values of each.
func TestSentences(t *testing.T) {
	raw, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, p := load(t)
	n := 0
	for _, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		body, published, _ := strings.Cut(line, " @ ")
		body, values, _ := strings.Cut(body, " =")
		d := read(p, strings.NewReplacer("[", "", "]", "").Replace(body), published)
		var got, want []string
		for _, x := range d.Timexes {
			got = append(got, shown(x))
		}
		for _, v := range strings.Split(values, " ; ") {
			if v = strings.TrimSpace(v); v != "" {
				want = append(want, v)
			}
		}
		if strings.Join(got, " ; ") != strings.Join(want, " ; ") {
			t.Errorf("%s\n  found %v %v\n  want  %v", body, got, words(d), want)
			continue
		}
		for i, open := range strings.Split(body, "[")[1:] {
			want, _, _ := strings.Cut(open, "]")
			if k := len(d.Timexes) - strings.Count(body, "[") + i; k < 0 || d.Words(d.Timexes[k].Span) != want {
				t.Errorf("%s\n  covers %v", body, words(d))
			}
		}
	}
	t.Logf("%d sentences", n)
}
