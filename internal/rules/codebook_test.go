package rules

import (
	"os"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// TestCodebook holds docs/codebook.md against the tables: every code stands
// there once, with the kind of act that the table gives, and its example yields
// it; a code that is only inside other acts is that of the inner frame.
func TestCodebook(t *testing.T) {
	raw, err := os.ReadFile("../../docs/codebook.md")
	if err != nil {
		t.Fatal(err)
	}
	p, l := french(t)
	inner := map[string]string{}
	for i := range l.Acts.Frames {
		inner[l.Acts.Frames[i].ID] = l.Acts.Frames[i].Code
	}
	seen := map[string]bool{}
	for _, line := range strings.Split(string(raw), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 7 || strings.TrimSpace(f[1]) == "code" || strings.HasPrefix(f[1], "---") {
			continue
		}
		code, example := strings.TrimSpace(f[1]), strings.TrimSpace(f[5])
		c, ok := l.Acts.Codes[code]
		if !ok || seen[code] {
			t.Errorf("%s is not in the table of codes, or twice in the codebook", code)
		}
		seen[code] = true
		if want := strings.TrimSpace(c.Plover + " " + c.Mode); want != strings.TrimSpace(f[2]) {
			t.Errorf("%s is %q in the table, not %q", code, want, f[2])
		}
		d := &doc.Document{Text: text.FromString(example)}
		p.Run(d)
		found := false
		var others []string
		for _, a := range d.Acts {
			found = found || a.Code == code || inner[a.Inner] == code
			others = append(others, a.Code)
		}
		if !found {
			t.Errorf("%s: %q gives %v", code, example, others)
		}
	}
	for code := range l.Acts.Codes {
		if !seen[code] {
			t.Errorf("%s is not in the codebook", code)
		}
	}
}
