package timex_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWiNER measures the dates and hours of the WiNER-fr articles. They mark
// dates by the calendar and times of the clock, not weekdays, relative dates and
// durations, so that only what is marked there can be asked for.
func TestWiNER(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/data/ner/winer-fr/*/*.ann")
	if len(files) == 0 {
		t.Skip("the WiNER-fr articles stand beside the project; they are not here")
	}
	if testing.Short() {
		t.Skip("slow")
	}
	_, p := load(t)
	apart := map[string]bool{}
	for i, g := range readGold(t, "fr-dev.jsonl") {
		if i%3 == 2 {
			apart[strings.TrimPrefix(g.Doc, "wn")] = true
		}
	}
	total, hit, exact := map[string]int{}, map[string]int{}, map[string]int{}
	shownN := 0
	for k, f := range files {
		if k%24 > 0 && !testing.Verbose() {
			continue
		}
		name := strings.TrimSuffix(filepath.Base(f), ".ann")
		raw, err := os.ReadFile(strings.TrimSuffix(f, ".ann") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		ann, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		body := string(raw)
		runes := []rune(body)
		d := read(p, body, strings.ReplaceAll(name[:10], "_", "-"))
		for _, line := range strings.Split(string(ann), "\n") {
			var kind string
			var a, b int
			_, rest, ok := strings.Cut(line, "\t")
			if !ok {
				continue
			}
			if n, _ := fmt.Sscanf(rest, "%s %d %d", &kind, &a, &b); n != 3 || kind != "Date" && kind != "Hour" || b > len(runes) {
				continue
			}
			total[kind]++
			over, same := false, false
			for _, x := range d.Timexes {
				s, e := d.Text.Point(x.Span.Start), d.Text.Point(x.Span.End)
				over = over || s < b && a < e
				same = same || s == a && e == b
			}
			if over {
				hit[kind]++
			} else if !apart[name] && testing.Verbose() && shownN < 150 {
				shownN++
				t.Logf("MISSED %s %s [%s] | %s", name, kind, string(runes[a:b]), strings.ReplaceAll(string(runes[max(0, a-30):min(len(runes), b+20)]), "\n", " "))
			}
			if same {
				exact[kind]++
			}
		}
	}
	for _, k := range []string{"Date", "Hour"} {
		t.Logf("%s: %d of %d found (%.1f %%), %d with the same ends (%.1f %%)", k, hit[k], total[k], 100*float64(hit[k])/float64(total[k]), exact[k], 100*float64(exact[k])/float64(total[k]))
		if 100*hit[k] < 96*total[k] {
			t.Errorf("%s: %d of %d found, fewer than 96 in 100", k, hit[k], total[k])
		}
	}
}
