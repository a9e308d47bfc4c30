package coref

import (
	"testing"

	"readout/internal/doc/doctest"
)

// FuzzRun throws arbitrary trees, mentions and quotations at the stage: it must
// not panic, and what it writes must point at what is there.
func FuzzRun(f *testing.F) {
	f.Add([]byte("ab cd ef gh ij kl mn op"), "Elle a dit que les deux ministres parlent avec son homologue russe à Paris")
	f.Add([]byte{0, 255, 3, 9, 77, 120}, "Lecornu Choïgou ONU ( ONU ) M. X")
	s := stage(f)
	f.Fuzz(func(t *testing.T, raw []byte, words string) {
		d := doctest.Scramble(raw, words)
		s.Run(d)
		for i, e := range d.Entities {
			for _, m := range e.Mentions {
				if int(m) >= len(d.Mentions) {
					t.Fatalf("entity %d has mention %d of %d", i, m, len(d.Mentions))
				}
			}
			for _, k := range e.Members {
				if k < 0 || int(k) >= len(d.Entities) {
					t.Fatalf("entity %d has member %d of %d", i, k, len(d.Entities))
				}
			}
		}
		if len(d.Attributions) != len(d.Quotations) {
			t.Fatal("attributions are not parallel to quotations")
		}
		for _, a := range d.Attributions {
			for _, l := range append([][]int32{a.By, a.To, a.Target}, a.Via...) {
				for _, e := range l {
					if e < 0 || int(e) >= len(d.Entities) {
						t.Fatalf("attribution to entity %d of %d", e, len(d.Entities))
					}
				}
			}
		}
	})
}

// A document of 350,000 words takes a moment, not a minute.
func TestLongDocument(t *testing.T) {
	d := doctest.Repeat(doctest.Build(twoMinisters, twoMinistersMentions), 10000)
	stage(t).Run(d)
	if len(d.Entities) == 0 || len(d.Entities) > 100 {
		t.Errorf("%d entities", len(d.Entities))
	}
}

func BenchmarkRun(b *testing.B) {
	d := doctest.Repeat(doctest.Build(twoMinisters, twoMinistersMentions), 30)
	s := stage(b)
	words := len(d.Tokens)
	b.ResetTimer()
	for range b.N {
		d.Entities, d.Attributions = nil, nil
		s.Run(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
