package timex_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"readout/internal/doc"
)

// A case of the date recognizer's suite. What differs by convention, and is
// counted as a failure here all the same:
//   - sets ("tous les lundis") are rates and no time expressions of ours;
//   - weeks are written there as 2016-W45, here as the days from Monday to Sunday;
//   - "dernier" and "prochain" with a weekday count weeks there, days here;
//   - "il y a deux ans" is a day there, a year here; "dans trois mois" a month here;
//   - stretches of clock time have no value here beside the day and the first time;
//   - numbers alone ("à 7", "le 12") are times there; here they need "heures" or a month;
//   - "quelques heures" counts as three there, is vague here;
//   - adverbs of now ("maintenant", "bientôt") are out here.
type recCase struct {
	Input                              string
	NotSupported, NotSupportedByDesign string
	Context                            struct{ ReferenceDateTime string }
	Results                            []struct {
		Text, Type, TypeName string
		Value                struct {
			Timex                            string
			FutureResolution, PastResolution map[string]string
			Values                           []map[string]string `json:"values"`
		}
		Resolution struct {
			Values []map[string]string
		}
	}
}

// readings are what the case accepts for one expression, each as "from|to|time|duration".
func readings(c *recCase, i int) []string {
	r := &c.Results[i]
	var out []string
	one := func(m map[string]string, timex string) {
		get := func(keys ...string) string {
			for _, k := range keys {
				if v := m[k]; v != "" && v != "not resolved" {
					return v
				}
			}
			return ""
		}
		day := func(s string) string {
			if len(s) >= 10 && s[4] == '-' {
				return s[:10]
			}
			return ""
		}
		clock := func(s string) string {
			if k := strings.IndexByte(s, ':'); k >= 2 && len(s) >= k+3 {
				return s[k-2 : k+3]
			}
			return ""
		}
		typ := r.Type + r.TypeName + m["type"]
		switch {
		case strings.Contains(typ, "duration"):
			out = append(out, "d|"+seconds(timex))
		case strings.Contains(typ, "range"):
			out = append(out, "r|"+day(get("startDate", "startDateTime", "start"))+"|"+day(get("endDate", "endDateTime", "end")))
		case strings.Contains(typ, "datetime") && !strings.HasSuffix(typ, "date") && !strings.HasSuffix(typ, "time") || strings.HasSuffix(typ, "datetime"):
			v := get("dateTime", "value")
			out = append(out, "t|"+day(v)+"|"+clock(v))
		case strings.Contains(typ, "set"):
			out = append(out, "set")
		case strings.HasSuffix(typ, "time"):
			out = append(out, "c|"+clock(get("time", "value")))
		default:
			out = append(out, "r|"+day(get("date", "value"))+"|")
		}
	}
	if len(r.Resolution.Values) > 0 || len(r.Value.Values) > 0 {
		for _, m := range append(r.Resolution.Values, r.Value.Values...) {
			one(m, m["timex"])
		}
		return out
	}
	one(r.Value.FutureResolution, r.Value.Timex)
	one(r.Value.PastResolution, r.Value.Timex)
	return out
}

// seconds makes durations comparable.
func seconds(s string) string {
	if !strings.HasPrefix(s, "P") {
		return s
	}
	unit := map[byte]float64{'Y': 365 * 86400, 'M': 30 * 86400, 'W': 7 * 86400, 'D': 86400}
	total, num := 0.0, ""
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'T':
			unit = map[byte]float64{'H': 3600, 'M': 60, 'S': 1}
		case c >= '0' && c <= '9' || c == '.':
			num += string(c)
		default:
			v, _ := strconv.ParseFloat(num, 64)
			total, num = total+v*unit[c], ""
		}
	}
	return strconv.FormatFloat(total, 'f', -1, 64)
}

// days is the first day of an EDTF value and the day after its last, "" for an open end.
func days(v string) (string, string) {
	if a, b, ok := strings.Cut(v, "/"); ok {
		from, _ := days(a)
		_, to := days(b)
		return from, to
	}
	v = strings.TrimSuffix(v, "~")
	if v == ".." || v == "" {
		return "", ""
	}
	if d, ok := strings.CutSuffix(v, "X"); ok && len(d) == 3 {
		n, _ := strconv.Atoi(d)
		return ymd(n*10, 1, 1), ymd(n*10+10, 1, 1)
	}
	v = strings.ReplaceAll(v, "X", "0")
	p := strings.Split(v, "-")
	n := make([]int, 3)
	for i := range min(3, len(p)) {
		n[i], _ = strconv.Atoi(p[i])
	}
	switch {
	case len(p) == 1:
		return ymd(n[0], 1, 1), ymd(n[0]+1, 1, 1)
	case len(p) == 2 && n[1] > 20:
		return ymd(n[0], (n[1]-20)*3, 1), ""
	case len(p) == 2:
		return ymd(n[0], n[1], 1), ymd(n[0]+n[1]/12, n[1]%12+1, 1)
	}
	return v, ""
}

func ymd(y, m, d int) string {
	s := func(n, w int) string {
		t := strconv.Itoa(n)
		for len(t) < w {
			t = "0" + t
		}
		return t
	}
	return s(y, 4) + "-" + s(m, 2) + "-" + s(d, 2)
}

// agrees tells whether an expression has one of the readings.
func agrees(x *doc.Timex, want []string) bool {
	from, to := days(x.Value)
	for _, w := range want {
		p := strings.Split(w, "|")
		switch p[0] {
		case "d":
			if x.Kind == doc.Duration && seconds(x.Value) == p[1] {
				return true
			}
		case "c":
			if x.Time == p[1] {
				return true
			}
		case "t":
			if from == p[1] && (x.Time == p[2] || x.Time == "" && p[2] == "00:00") {
				return true
			}
		case "r":
			if p[1] == "" && p[2] == "" || from == p[1] && (p[2] == "" || to == p[2] || to == "" || to+"x" == p[2]) {
				return true
			}
		}
	}
	return false
}

// TestRecognizers reports how many of the French cases of Recognizers-Text pass:
// all expressions found, none beside, and in the parsers' cases the right values.
func TestRecognizers(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/data/time/recognizers/French/*.json")
	if len(files) == 0 {
		t.Skip("the cases of Recognizers-Text stand beside the project; they are not here")
	}
	_, p := load(t)
	all, pass, allSup, passSup, sets := 0, 0, 0, 0, 0
	sort.Strings(files)
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var cases []recCase
		if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), &cases); err != nil {
			t.Logf("%s: %v", filepath.Base(f), err)
			continue
		}
		n, ok, sup, supOK := 0, 0, 0, 0
		for i := range cases {
			c := &cases[i]
			ref := "2016-11-07"
			if len(c.Context.ReferenceDateTime) >= 10 {
				ref = c.Context.ReferenceDateTime[:10]
			}
			if i%8 > 0 && !testing.Verbose() {
				continue
			}
			good := passes(p, c, ref, strings.Contains(f, "Extractor"))
			supported := c.NotSupported == "" && c.NotSupportedByDesign == "" || !strings.Contains(c.NotSupported+c.NotSupportedByDesign, "dotnet")
			n++
			if good {
				ok++
			}
			if supported {
				sup++
				if asksForSet(c) && !good {
					sets++
				}
				if good {
					supOK++
				} else if testing.Verbose() {
					d := read(p, c.Input, ref)
					var want []string
					for i := range c.Results {
						want = append(want, c.Results[i].Text+" "+strings.Join(readings(c, i), ","))
					}
					var got []string
					for _, x := range d.Timexes {
						got = append(got, d.Words(x.Span)+" "+shown(x)+" "+x.Time)
					}
					t.Logf("MISS %s | %s | %s | want %q | got %q", filepath.Base(f), c.Input, ref, want, got)
				}
			}
		}
		t.Logf("%-36s %4d of %4d supported, %4d of %4d", filepath.Base(f), supOK, sup, ok, n)
		all, pass, allSup, passSup = all+n, pass+ok, allSup+sup, passSup+supOK
	}
	if 2*passSup < allSup {
		t.Errorf("fewer than half of the supported cases pass")
	}
	t.Logf("all: %d of %d supported (%.1f %%; %d of them ask for sets, which are out here), %d of %d (%.1f %%)", passSup, allSup, 100*float64(passSup)/float64(allSup), sets, pass, all, 100*float64(pass)/float64(all))
}

func asksForSet(c *recCase) bool {
	for i := range c.Results {
		if strings.Contains(c.Results[i].Type+c.Results[i].TypeName, "set") {
			return true
		}
	}
	return false
}

func passes(p pipeline, c *recCase, ref string, spansOnly bool) bool {
	d := read(p, c.Input, ref)
	if len(d.Timexes) != len(c.Results) {
		return false
	}
	at := 0
	for i := range c.Results {
		x := &d.Timexes[i]
		k := strings.Index(strings.ToLower(c.Input[at:]), strings.ToLower(strings.TrimSpace(c.Results[i].Text)))
		if k < 0 {
			return false
		}
		from, to := at+k, at+k+len(strings.TrimSpace(c.Results[i].Text))
		if int(x.Span.Start) >= to || int(x.Span.End) <= from {
			return false
		}
		at = min(to, len(c.Input))
		if !spansOnly && !agrees(x, readings(c, i)) {
			return false
		}
	}
	return true
}
