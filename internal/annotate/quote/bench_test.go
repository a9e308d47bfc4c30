package quote

import (
	"testing"
	"time"

	"readout/internal/doc"
	"readout/internal/doc/doctest"
)

// BenchmarkRules shows what each rule costs, in nanoseconds a word: the stage's
// own rules by phase, each pattern of the data by itself.
func BenchmarkRules(b *testing.B) {
	s := french(b)
	d := doctest.Repeat(whole(b), 20)
	for ph, name := range [phases]string{"incise,as", "source,for,owner", "that…quoted", "noun", "turn", "bare"} {
		b.Run("program/"+name, func(b *testing.B) { ownPhase(b, s, d, phase(ph)) })
	}
	for ph := range s.triggers {
		for k := range s.triggers[ph].all {
			p := s.triggers[ph].all[k]
			b.Run("data/"+p.rule, func(b *testing.B) { onePattern(b, s, d, phase(ph), p) })
		}
	}
}

func perWord(b *testing.B, took time.Duration, d *doc.Document) {
	b.ReportMetric(float64(took.Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/word")
	b.ReportMetric(0, "ns/op")
}

// ownPhase times the stage's own rules of one phase in a whole run.
func ownPhase(b *testing.B, s *Stage, d *doc.Document, ph phase) {
	var took time.Duration
	for range b.N {
		d.Quotations = d.Quotations[:0]
		r := newRun(s, d)
		r.prepare()
		for p, own := range ownPhases() {
			start := time.Now()
			own(r)
			if phase(p) == ph {
				took += time.Since(start)
				break
			}
			r.patterns(phase(p))
		}
	}
	perWord(b, took, d)
}

// onePattern times the search for one pattern, behind the rules before its place.
func onePattern(b *testing.B, s *Stage, d *doc.Document, ph phase, p pattern) {
	r := newRun(s, d)
	r.prepare()
	for k, own := range ownPhases() {
		if own(r); phase(k) == ph {
			break
		}
		r.patterns(phase(k))
	}
	var t trigger
	t.add(p)
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		r.runPatterns(&t, true)
	}
	perWord(b, b.Elapsed(), d)
}
