package lang

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestFramesAreChecked: a frame without examples of both kinds, with a code that
// is in no table or a complement that is none, is refused with its line.
func TestFramesAreChecked(t *testing.T) {
	files := func(frames string) fstest.MapFS {
		return fstest.MapFS{
			"acts/codes.tsv":       {Data: []byte("code\tplover\tmode\n072\tAID\t\n")},
			"acts/outers.tsv":      {Data: []byte("outer\tinner\tby\tto\nrefuse\trefused\tinitiator\tother\n")},
			"acts/algebra.tsv":     {Data: []byte("outer\tinner\tcode\n")},
			"xx/README.md":         {Data: []byte("x")},
			"xx/acts/links.tsv":    {Data: []byte("word\trole\nto\tdative\n")},
			"xx/acts/words.tsv":    {Data: []byte("class\twords\nweapon\ttank, gun\n")},
			"xx/acts/frames-1.txt": {Data: []byte(frames)},
		}
	}
	good := "a\n verb give\n object @weapon\n to? actor\n code 072\n recipient to, object/to\n yes A gives B a gun. = 072 A > B, claimed, by C\n no A gives up.\n"
	if _, err := Load(files(good), "xx"); err != nil {
		t.Errorf("a whole frame is refused: %v", err)
	}
	for _, x := range []struct{ from, to, want string }{
		{" yes A gives B a gun. = 072 A > B, claimed, by C\n", "", "1:1: a: a frame needs an example yes"},
		{" no A gives up.\n", "", "a frame needs an example no"},
		{" = 072 A > B, claimed, by C", "", "an example yes tells its acts"},
		{"claimed", "sold", "neither a factuality nor by NAME: sold"},
		{"code 072", "code 999", "no code 999 in codes.tsv"},
		{"@weapon", "@wine", "no class wine in words.tsv"},
		{"to? actor", "from? actor", "unknown field from"},
		{"to? actor", "to? angel", "unknown kind angel"},
		{"recipient to, ", "recipient for, ", "no complement for"},
		{" recipient to, object/to\n", "", "a frame needs a line recipient"},
		{"code 072", "code 072\n outer dream", "no class dream in outers.tsv"},
		{"a\n", "a\n verb give\na\n", "a second rule with the id a"},
	} {
		_, err := Load(files(strings.Replace(good, x.from, x.to, 1)), "xx")
		if err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%q for %q: %v, not %q", x.to, x.from, err, x.want)
		}
	}
}

// TestCompose: the longest fitting beginning of the inner code decides.
func TestCompose(t *testing.T) {
	a := &Acts{Algebra: map[string][]ActRow{"refuse": {{"0", "120"}, {"07", "122"}, {"072", "1222"}}}}
	for inner, want := range map[string]string{"072": "1222", "073": "122", "036": "120", "190": ""} {
		if got := a.Compose("refuse", inner); got != want {
			t.Errorf("refuse × %s = %q, not %q", inner, got, want)
		}
	}
}
