package timex_test

import (
	"strings"
	"testing"

	"readout/internal/doc"
)

// TestLongTexts keeps the time bounded on texts made to be hard.
func TestLongTexts(t *testing.T) {
	_, p := load(t)
	stage := p[len(p)-1]
	for _, s := range []string{
		strings.Repeat("fin de la fin du début de ", 20000), strings.Repeat("entre 2004 et ", 20000),
		strings.Repeat("mercredi ", 50000), strings.Repeat("3 ", 50000), strings.Repeat("cent mille ", 30000),
		strings.Repeat("du 6 au 15 septembre à 14h30 de ", 10000),
	} {
		d := &doc.Document{Lang: "fr"}
		d.Published.Value = "2024-04-04"
		one(d, s)
		stage.Run(d)
	}
}
