package timex_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"readout/internal/doc"
)

type goldDoc struct {
	Doc, Text, Published string
	Times                []struct {
		Span  [2]int
		Value *string
	}
}

func readGold(t testing.TB, name string) []goldDoc {
	f, err := os.Open("../../../../shared/gold/" + name)
	if err != nil {
		t.Skip("the gold files stand beside the project; they are not here")
	}
	defer f.Close()
	var out []goldDoc
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var g goldDoc
		if err := json.Unmarshal(s.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

type counts struct {
	gold, found, span, value int
	rules                    map[string][3]int // right, wrong, extra
}

func (c counts) f(hit int) float64 { return 200 * float64(hit) / float64(max(1, c.gold+c.found)) }

func (c *counts) rule(id string, right, extra bool) {
	if c.rules == nil {
		c.rules = map[string][3]int{}
	}
	n := c.rules[id]
	switch {
	case extra:
		n[2]++
	case right:
		n[0]++
	default:
		n[1]++
	}
	c.rules[id] = n
}

// score counts spans that overlap and values that agree, as the reference scorer does.
func (c *counts) score(t *testing.T, g goldDoc, d *doc.Document, show bool) {
	used := map[int]bool{}
	c.gold += len(g.Times)
	c.found += len(d.Timexes)
	runes := []rune(g.Text)
	for _, x := range g.Times {
		best, same := -1, false
		for j, y := range d.Timexes {
			a, b := d.Text.Point(y.Span.Start), d.Text.Point(y.Span.End)
			if used[j] || a >= x.Span[1] || b <= x.Span[0] {
				continue
			}
			eq := x.Value == nil && y.Value == "" || x.Value != nil && *x.Value == y.Value
			if best < 0 || eq && !same {
				best, same = j, eq
			}
		}
		want := "null"
		if x.Value != nil {
			want = *x.Value
		}
		if best < 0 {
			if show {
				t.Logf("MISSED %s [%s] = %s | %s", g.Doc, string(runes[x.Span[0]:x.Span[1]]), want, string(runes[max(0, x.Span[0]-40):min(len(runes), x.Span[1]+20)]))
			}
			continue
		}
		used[best] = true
		c.span++
		c.rule(d.Timexes[best].Rule, same, false)
		if same {
			c.value++
		} else if show {
			y := d.Timexes[best]
			t.Logf("VALUE  %s [%s] = %s, found [%s] %s %s | %s", g.Doc, string(runes[x.Span[0]:x.Span[1]]), want, d.Words(y.Span), shown(y), y.Rule, string(runes[max(0, x.Span[0]-60):min(len(runes), x.Span[1]+40)]))
		}
	}
	for j, y := range d.Timexes {
		if !used[j] {
			c.rule(y.Rule, false, true)
		}
		if !used[j] && show {
			t.Logf("EXTRA  %s [%s] %s %s (%s) | %s", g.Doc, d.Words(y.Span), shown(y), y.Rule, g.Published, d.Text.String()[max(0, y.Span.Start-40):min(int32(len(d.Text.String())), y.Span.End+20)])
		}
	}
}

// TestGold scores the time expressions of the gold texts; every third document
// is kept apart from tuning.
func TestGold(t *testing.T) {
	_, p := load(t)
	var all counts
	for _, name := range []string{"seed.jsonl", "fr-dev.jsonl", "invented.jsonl"} {
		var tune, apart counts
		for i, g := range readGold(t, name) {
			c, show := &tune, testing.Verbose()
			if i%3 == 2 {
				c, show = &apart, false
			}
			c.score(t, g, read(p, g.Text, g.Published), show)
		}
		all.add(tune)
		all.add(apart)
		if testing.Verbose() {
			for id, n := range apart.rules {
				if n[1]+n[2] > 0 {
					t.Logf("apart %s: %d right, %d wrong, %d extra", id, n[0], n[1], n[2])
				}
			}
		}
		t.Logf("%s: span F %.1f value F %.1f (%d); apart: span F %.1f (found %d, hit %d) value F %.1f (%d)", name,
			tune.f(tune.span), tune.f(tune.value), tune.gold, apart.f(apart.span), apart.found, apart.span, apart.f(apart.value), apart.gold)
	}
	t.Logf("all: span F %.1f value F %.1f", all.f(all.span), all.f(all.value))
	if all.f(all.span) < 95 || all.f(all.value) < 88 {
		t.Errorf("span F %.1f, value F %.1f: below 95 and 88", all.f(all.span), all.f(all.value))
	}
}

func (c *counts) add(d counts) {
	c.gold, c.found, c.span, c.value = c.gold+d.gold, c.found+d.found, c.span+d.span, c.value+d.value
}
