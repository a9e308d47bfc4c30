package timex_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var months = strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")

// TestLeftOut takes the year, or all but the weekday, out of dates that the
// WiNER-fr articles give whole, and asks for them back: "samedi 12 mars" becomes
// "samedi", and must still be the same day.
func TestLeftOut(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	_, p := load(t)
	gold := map[string]bool{}
	for _, g := range readGold(t, "fr-dev.jsonl") {
		gold[strings.TrimPrefix(g.Doc, "wn")] = true
	}
	res := map[string]*regexp.Regexp{
		"weekday":  regexp.MustCompile(`(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (\d{1,2}) (` + strings.Join(months, "|") + `)( \d{4})?`),
		"month":    regexp.MustCompile(`\b(en|de|depuis|fin|début) ()(` + strings.Join(months, "|") + `)( \d{4})`),
		"daymonth": regexp.MustCompile(`\b(le) (\d{1,2}) (` + strings.Join(months, "|") + `)( \d{4})`),
	}
	files, _ := filepath.Glob("../../../../shared/data/ner/winer-fr/*/*.txt")
	if len(files) == 0 {
		t.Skip("the WiNER-fr articles stand beside the project; they are not here")
	}
	n, ok, miss := map[string]int{}, map[string]int{}, map[string]int{}
	for k, f := range files {
		if k%16 > 0 && !testing.Verbose() {
			continue
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		if gold[name] {
			continue
		}
		raw, _ := os.ReadFile(f)
		s := string(raw)
		pub, err := time.Parse("2006_01_02", name[:10])
		if err != nil {
			continue
		}
		for kind, re := range res {
			for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
				mon := 0
				for i, x := range months {
					if x == s[m[6]:m[7]] {
						mon = i + 1
					}
				}
				day, _ := strconv.Atoi(s[m[4]:m[5]])
				y := pub.Year()
				if m[8] >= 0 {
					y, _ = strconv.Atoi(strings.TrimSpace(s[m[8]:m[9]]))
				}
				d := time.Date(y, time.Month(mon), max(1, day), 0, 0, 0, 0, time.UTC)
				if m[8] < 0 && d.Sub(pub).Hours() > 24*180 {
					d = d.AddDate(-1, 0, 0)
				}
				diff := d.Sub(pub).Hours() / 24
				var changed, want string
				at := m[0]
				switch kind {
				case "weekday":
					if diff < -6 || diff > 6 || strings.HasSuffix(s[:m[0]], "ce ") || strings.HasSuffix(s[:m[0]], "de ") || strings.HasSuffix(s[:m[0]], "demain ") {
						continue
					}
					changed, want = s[:m[3]]+s[m[1]:], d.Format("2006-01-02")
				case "month":
					if diff < -330 || diff > 300 {
						continue
					}
					at = m[6]
					changed, want = s[:m[7]]+s[m[1]:], d.Format("2006-01")
				default:
					if diff < -330 || diff > 300 {
						continue
					}
					at = m[4]
					changed, want = s[:m[7]]+s[m[1]:], d.Format("2006-01-02")
				}
				n[kind]++
				doc := read(p, changed, pub.Format("2006-01-02"))
				for _, x := range doc.Timexes {
					if int(x.Span.Start) <= at && at < int(x.Span.End) {
						v := strings.Trim(x.Value, "/.")
						if strings.HasPrefix(v, want) && len(v) == len(want) || strings.HasSuffix(v, want) {
							ok[kind]++
						} else {
							miss[kind]++
						}
					}
				}
			}
		}
	}
	for k := range n {
		t.Logf("%s: %d of %d right, %d wrong", k, ok[k], n[k], miss[k])
		if 100*(ok[k]+1) < 90*n[k] { // one is forgiven: the sample is small
			t.Errorf("%s: only %d of %d", k, ok[k], n[k])
		}
	}
}
