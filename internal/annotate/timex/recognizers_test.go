package timex_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// A case of the date recognizer's suite. The cases are messages to an assistant
// ("Je reviendrai a 7"), so they are read as notes. docs/dates.md lists what the
// comparison forgives and what it counts as wrong though it only is another habit.
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

// The least share of the French cases that must pass, in percent: of those that
// any platform of theirs supports, and of all.
const (
	leastSupported = 92
	leastOfAll     = 61
)

// tally counts cases and those that pass.
type tally struct{ n, ok int }

func (t *tally) add(good bool) {
	t.n++
	if good {
		t.ok++
	}
}

func (t tally) percent() float64 { return 100 * float64(t.ok) / float64(max(1, t.n)) }

// TestRecognizers reports how many of the French cases of Recognizers-Text pass:
// all expressions found, none beside, and in the parsers' cases the right values.
func TestRecognizers(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/data/time/recognizers/French/*.json")
	if len(files) == 0 {
		t.Skip("the cases of Recognizers-Text stand beside the project; they are not here")
	}
	_, p := load(t)
	var all, supported, asText tally
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
		var mine, sup tally
		for i := range cases {
			c := &cases[i]
			ref := "2016-11-07"
			if len(c.Context.ReferenceDateTime) >= 10 {
				ref = c.Context.ReferenceDateTime[:10]
			}
			spans := strings.Contains(f, "Extractor")
			good := passes(note(p, c.Input, ref), c, ref, spans)
			mine.add(good)
			if !c.supported() {
				continue
			}
			sup.add(good)
			asText.add(passes(read(p, c.Input, ref), c, ref, spans))
			if !good && testing.Verbose() {
				t.Logf("MISS %s | %s | %s | %s", filepath.Base(f), c.Input, ref, wanted(p, c, ref))
			}
		}
		t.Logf("%-36s %4d of %4d supported, %4d of %4d", filepath.Base(f), sup.ok, sup.n, mine.ok, mine.n)
		all, supported = tally{all.n + mine.n, all.ok + mine.ok}, tally{supported.n + sup.n, supported.ok + sup.ok}
	}
	t.Logf("supported: %d of %d (%.1f %%; read as texts, not as notes, %.1f %%); all: %d of %d (%.1f %%)",
		supported.ok, supported.n, supported.percent(), asText.percent(), all.ok, all.n, all.percent())
	if supported.percent() < leastSupported || all.percent() < leastOfAll {
		t.Errorf("fewer than %d %% of the supported cases or %d %% of all", leastSupported, leastOfAll)
	}
}

// supported tells whether any of their platforms passes the case.
func (c *recCase) supported() bool {
	marks := strings.ToLower(c.NotSupported + "," + c.NotSupportedByDesign)
	for _, platform := range []string{"dotnet", "javascript", "python", "java"} {
		if !slices.Contains(strings.FieldsFunc(marks, func(r rune) bool { return r == ',' || r == ' ' }), platform) {
			return true
		}
	}
	return false
}

// wanted shows what a case asks for and what was found.
func wanted(p pipeline, c *recCase, ref string) string {
	d := note(p, c.Input, ref)
	var want, got []string
	for i := range c.Results {
		want = append(want, c.Results[i].Text+" "+strings.Join(readings(c, i), ","))
	}
	for _, x := range d.Timexes {
		got = append(got, d.Words(x.Span)+" "+shown(x)+" "+x.Time)
	}
	return fmt.Sprintf("want %q | got %q", want, got)
}

// note reads what is typed in haste.
func note(p pipeline, s, published string) *doc.Document {
	d := &doc.Document{Lang: "fr", Text: text.FromString(s)}
	d.Meta.Published, d.Meta.Note = published, true
	for _, s := range p {
		s.Run(d)
	}
	return d
}

// passes tells whether the expressions of a case were found and no others.
func passes(d *doc.Document, c *recCase, ref string, spansOnly bool) bool {
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
		if !spansOnly && !agrees(x, readings(c, i), ref) {
			return false
		}
	}
	return true
}
