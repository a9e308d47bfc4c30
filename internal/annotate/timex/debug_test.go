package timex_test

import (
	"os"
	"testing"
)

func TestDebug(t *testing.T) {
	s := os.Getenv("TXT")
	if s == "" {
		t.Skip()
	}
	_, p := load(t)
	d := read(p, s, "2024-04-04")
	for i, k := range d.Tokens {
		t.Log(i, k.Form, k.Norm, k.Lemma, k.UPOS, k.Feats, k.Head, k.Deprel)
	}
	for _, x := range d.Timexes {
		t.Log(d.Words(x.Span), shown(x), x.Rule, x.Anchor, x.Grain, x.Time)
	}
}
