package segment

import (
	"os"
	"testing"

	"readout/internal/lang"
)

// TestHeadingAt finds known headings whatever their case and accents.
func TestHeadingAt(t *testing.T) {
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	r := newRules(l)
	r.headings = readHeadings(r, map[string]bool{"créé": true, "créé par * en un an": true})
	for _, c := range []struct {
		text string
		want int
	}{
		{"CREE Par", 1}, {"Créé par Ida", 1}, {"Cree PAR Ida en un AN fin", 6}, {"Créé par ida en un an", 1}, {"créé", 0}, {"Ida", 0},
	} {
		s := scanner{rules: r, t: c.text}
		s.scan()
		v := view{rules: r, t: c.text, pieces: s.pieces}
		if got := v.headingAt(0); got != c.want {
			t.Errorf("%q: a heading of %d pieces, want %d", c.text, got, c.want)
		}
	}
}
