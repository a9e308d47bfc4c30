package timex_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"readout/internal/doc"
)

// likeTheirs finds what WiNER-fr marks: dates by the calendar and times of the
// clock. Weekdays, relative dates and durations it leaves out, so that those of
// ours that name no month, year or hour cannot be compared.
var likeTheirs = regexp.MustCompile(`(?i)\b(\d{4}|` + strings.Join(months, "|") + `)\b`)

// counted is what is there, what was found of it, and what was found beside.
type counted struct{ gold, hit, exact, ours, right int }

func (c counted) f() (p, r, f float64) {
	p, r = 100*float64(c.right)/float64(max(1, c.ours)), 100*float64(c.hit)/float64(max(1, c.gold))
	return p, r, 2 * p * r / max(1, p+r)
}

type marked struct {
	kind     string
	from, to int
}

// winerMarks reads the dates and hours of an annotation file.
func winerMarks(ann string, end int) (out []marked) {
	for _, line := range strings.Split(ann, "\n") {
		var m marked
		_, rest, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		if n, _ := fmt.Sscanf(rest, "%s %d %d", &m.kind, &m.from, &m.to); n == 3 && (m.kind == "Date" || m.kind == "Hour") && m.to <= end {
			out = append(out, m)
		}
	}
	return out
}

// TestWiNER measures the dates and hours of the WiNER-fr articles: F of spans that touch.
func TestWiNER(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/data/ner/winer-fr/*/*.ann")
	if len(files) == 0 {
		t.Skip("the WiNER-fr articles stand beside the project; they are not here")
	}
	if testing.Short() {
		t.Skip("slow")
	}
	_, p := load(t)
	count := map[string]*counted{"Date": {}, "Hour": {}}
	for k, f := range files {
		if k%24 > 0 && !testing.Verbose() {
			continue
		}
		raw, err := os.ReadFile(strings.TrimSuffix(f, ".ann") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		ann, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		body := string(raw)
		d := read(p, body, strings.ReplaceAll(filepath.Base(f)[:10], "_", "-"))
		gold := winerMarks(string(ann), len([]rune(body)))
		for _, m := range gold {
			c := count[m.kind]
			c.gold++
			over, same := false, false
			for _, x := range d.Timexes {
				s, e := d.Text.Point(x.Span.Start), d.Text.Point(x.Span.End)
				over = over || s < m.to && m.from < e
				same = same || s == m.from && e == m.to
			}
			if over {
				c.hit++
			}
			if same {
				c.exact++
			}
		}
		for _, x := range d.Timexes {
			c := count["Date"]
			if x.Time != "" {
				c = count["Hour"]
			} else if x.Kind == doc.Duration || !likeTheirs.MatchString(d.Words(x.Span)) {
				continue
			}
			c.ours++
			s, e := d.Text.Point(x.Span.Start), d.Text.Point(x.Span.End)
			for _, m := range gold {
				if s < m.to && m.from < e {
					c.right++
					break
				}
			}
		}
	}
	for _, k := range []string{"Date", "Hour"} {
		c := count[k]
		pr, re, fm := c.f()
		t.Logf("%s: %d marked, P %.1f R %.1f F %.1f; %.1f %% with the same ends", k, c.gold, pr, re, fm, 100*float64(c.exact)/float64(max(1, c.gold)))
		if fm < 95 {
			t.Errorf("%s: F %.1f, below 95", k, fm)
		}
	}
}
