package corefscore

import (
	"math"
	"testing"
)

// The worked example of Luo (2005), section 3: gold chains {1 2 3 4 5}, {6 7},
// {8 9 10 11 12}; the answer joins the last two.
func TestLuo(t *testing.T) {
	gold := Chains{{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}}
	a := Score(gold, Chains{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}})
	check := func(name string, c Count, want float64) {
		t.Helper()
		if _, _, f := c.F(); math.Abs(f-want) > 0.1 {
			t.Errorf("%s: F %.1f, want %.1f", name, f, want)
		}
	}
	check("MUC", a.MUC, 94.7)
	check("B3", a.B3, 86.5)
	check("CEAF", a.CEAF, 73.3)
	same := Score(gold, gold)
	if same.Mean() < 99.99 {
		t.Errorf("gold against itself gives %.2f", same.Mean())
	}
}
