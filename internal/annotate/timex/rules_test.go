package timex_test

import (
	"strings"
	"testing"

	"readout/internal/annotate/parse"
	"readout/internal/annotate/press"
	"readout/internal/annotate/segment"
	"readout/internal/annotate/tag"
	"readout/internal/annotate/timex"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
	langfiles "readout/lang"
)

type stage interface{ Run(*doc.Document) }

// pipeline is the stages up to the time expressions.
type pipeline []stage

func load(t testing.TB) (*lang.Language, pipeline) {
	t.Helper()
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	var p pipeline
	add := func(s stage, err error) {
		if err != nil {
			t.Fatal(err)
		}
		p = append(p, s)
	}
	a, err := press.New(l)
	add(a, err)
	b, err := segment.New(l)
	add(b, err)
	c, err := tag.New(l)
	add(c, err)
	e, err := parse.New(l)
	add(e, err)
	f, err := timex.New(l)
	add(f, err)
	return l, p
}

func read(p pipeline, s, published string) *doc.Document {
	d := &doc.Document{Lang: "fr", Text: text.FromString(s)}
	d.Meta.Published = published
	for _, s := range p {
		s.Run(d)
	}
	return d
}

func shown(x doc.Timex) string {
	if x.Value == "" {
		return "null:" + x.Reason
	}
	return x.Value
}

// TestExamples runs the examples of all rules: every expression of a "yes" line
// has the words and the value given there, and no other stands in it; a "no"
// line holds what it says too, and nothing by its own rule beside that.
func TestExamples(t *testing.T) {
	l, p := load(t)
	if len(l.Dates.Rules) == 0 || len(l.Dates.Notes) == 0 {
		t.Fatal("no rules")
	}
	if err := timex.CheckNotes(l); err != nil {
		t.Fatal(err)
	}
	all := append(append([]lang.Rule{}, l.Dates.Rules...), l.Dates.Notes...)
	for i := range all {
		r := &all[i]
		for _, ex := range r.All("yes") {
			check(t, p, r, ex, true)
		}
		for _, ex := range r.All("no") {
			check(t, p, r, ex, false)
		}
	}
}

func check(t *testing.T, p pipeline, r *lang.Rule, ex lang.RuleField, yes bool) {
	t.Helper()
	body, published, _ := strings.Cut(ex.Text, " @ ")
	body, values, _ := strings.Cut(body, " = ")
	plain := strings.NewReplacer("[", "", "]", "").Replace(body)
	d := &doc.Document{Lang: "fr", Text: text.FromString(plain)}
	d.Meta.Published, d.Meta.Note = strings.TrimSpace(published), strings.HasSuffix(r.File, "notes.txt")
	for _, s := range p {
		s.Run(d)
	}
	var got, want []string
	for _, x := range d.Timexes {
		got = append(got, shown(x))
	}
	for _, v := range strings.Split(values, " ; ") {
		if v = strings.TrimSpace(v); v != "" {
			want = append(want, v)
		}
	}
	where := r.File + ":" + r.ID
	if strings.Join(got, " ; ") != strings.Join(want, " ; ") {
		t.Errorf("%s: %s\n  found %v %v\n  want  %v", where, plain, got, words(d), want)
		return
	}
	fired := false
	for _, x := range d.Timexes {
		fired = fired || x.Rule == r.ID
		if yes && x.Rule == r.ID && !strings.Contains(body, "["+d.Words(x.Span)+"]") {
			t.Errorf("%s: %s\n  covers %q", where, plain, d.Words(x.Span))
		}
	}
	if r.Get("is") != "skip" && fired != yes {
		t.Errorf("%s: %s\n  fired: %v, by %v", where, plain, fired, words(d))
	}
}

func words(d *doc.Document) []string {
	var out []string
	for _, x := range d.Timexes {
		out = append(out, x.Rule+"["+d.Words(x.Span)+"]")
	}
	return out
}
