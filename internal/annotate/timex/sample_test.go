package timex_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var core = regexp.MustCompile(`(?i)\b(jours?|journées?|semaines?|mois|trimestre|semestre|ans?|années?|décennies?|siècles?|heures?|minutes?|week-ends?|matin|matinée|soir|soirée|nuit|après-midi|midi|hier|demain|veille|lendemain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|printemps|été|automne|hiver|quinzaine|fin|début|\d{4})\b`)

func TestSample(t *testing.T) {
	if os.Getenv("SAMPLE") == "" {
		t.Skip()
	}
	mod, _ := strconv.Atoi(os.Getenv("SAMPLE"))
	files, _ := filepath.Glob("../../../../shared/data/ner/winer-fr/*/*.txt")
	_, p := load(t)
	gold := map[string]bool{}
	for _, g := range readGold(t, "fr-dev.jsonl") {
		gold[strings.TrimPrefix(g.Doc, "wn")] = true
	}
	for k, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		if gold[name] || k%37 != mod {
			continue
		}
		raw, _ := os.ReadFile(f)
		s := string(raw)
		d := read(p, s, strings.ReplaceAll(name[:10], "_", "-"))
		cov := make([]bool, len(s)+1)
		ctx := func(a, b int) string {
			return strings.ReplaceAll(s[max(0, a-50):a]+" [["+s[a:b]+"]] "+s[b:min(len(s), b+30)], "\n", " ")
		}
		for _, x := range d.Timexes {
			for i := x.Span.Start; i < x.Span.End; i++ {
				cov[i] = true
			}
			if x.Anchor == "absolute" {
				continue
			}
			t.Log(name[:10], shown(x), x.Rule[8:], "|", ctx(int(x.Span.Start), int(x.Span.End)))
		}
		for _, m := range core.FindAllStringIndex(s, -1) {
			if !cov[m[0]] && s[m[0]:m[1]] != "été" {
				t.Log(name[:10], "UNCOVERED |", ctx(m[0], m[1]))
			}
		}
	}
}
