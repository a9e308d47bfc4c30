package lang

import (
	"strings"
	"testing"

	langfiles "readout/lang"
)

func TestNumbers(t *testing.T) {
	l, err := Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string
		want  float64
	}{
		{"vingt deux", 22}, {"quatre vingt douze", 92}, {"quatre vingts", 80}, {"soixante dix sept", 77}, {"deux cents", 200},
		{"deux mille trois cents", 2300}, {"mille", 1000}, {"trois millions deux cent mille", 3200000}, {"cent quatre vingt dix neuf", 199},
		{"deux milliards", 2e9}, {"nonante neuf", 99},
	} {
		var s Sum
		for _, w := range strings.Fields(c.words) {
			if !s.Add(l.Numbers.Words[w]) {
				t.Errorf("%s ends before %s", c.words, w)
				break
			}
		}
		if s.Value() != c.want {
			t.Errorf("%s is %v, not %v", c.words, s.Value(), c.want)
		}
	}
	for _, words := range []string{"deux trois", "vingt trente", "cent cent", "mille mille", "deux vingt"} {
		var s Sum
		all := true
		for _, w := range strings.Fields(words) {
			all = all && s.Add(l.Numbers.Words[w])
		}
		if all {
			t.Errorf("%s is no number, yet gives %v", words, s.Value())
		}
	}
	for form, want := range map[string]Digits{
		"12": {Value: 12}, "3,5": {Value: 3.5, Decimal: true}, "3\u202f550": {Value: 3550, Grouped: true}, "1.000.000": {Value: 1e6, Grouped: true},
		"28\u00a0400": {Value: 28400, Grouped: true},
	} {
		if got, ok := l.Numbers.Digits(form); !ok || got != want {
			t.Errorf("%s: %v, not %v", form, got, want)
		}
	}
	for _, form := range []string{"", "a", "12a", "3,", "1/2", "1 2"} {
		if got, ok := l.Numbers.Digits(form); ok {
			t.Errorf("%q is read as %v", form, got)
		}
	}
}
