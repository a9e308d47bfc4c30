package linear

import "testing"

func weights(rows, classes int) []float32 {
	w := make([]float32, rows*classes)
	x := uint32(7)
	for i := range w {
		x = Finish(Hash(x, uint32(i)))
		if x%3 != 0 {
			w[i] = float32(int(x>>8)%255-127) * coarse // what a byte holds without rounding
		}
	}
	return w
}

// reload writes weights to a file and reads them back.
func reload(t testing.TB, p *Packed) *Packed {
	t.Helper()
	var e Encoder
	e.Packed(p)
	file, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	d, err := NewDecoder(file)
	if err != nil {
		t.Fatal(err)
	}
	p = d.Packed()
	if d.Err() != nil {
		t.Fatal(d.Err())
	}
	return p
}

func TestPackedScoresLikeTheWeights(t *testing.T) {
	for _, classes := range []int{1, 3, 4, 45, 60, 100} {
		w := weights(64, classes)
		trained := Pack(w, classes, 1, 0)
		p := reload(t, trained)
		features := make([]uint32, 150)
		for i := range features {
			features[i] = Finish(uint32(i))
		}
		out, exact := make([]int32, classes), make([]int32, classes)
		p.Score(features, out)
		trained.Score(features, exact)
		for c := range out {
			want := int32(0)
			for _, f := range features {
				want += int32(round(w[int(f&63)*classes+c]))
			}
			if out[c] != want || exact[c] != want {
				t.Errorf("%d classes: class %d is %d, want %d", classes, c, out[c], want)
			}
		}
	}
}

func TestDecoderRefusesBrokenFiles(t *testing.T) {
	var e Encoder
	e.Packed(Pack(weights(64, 5), 5, 1, 0))
	for n := 0; n < len(e.raw); n += 7 {
		d := Decoder{raw: e.raw[:n]}
		if d.Packed() == nil || d.Err() == nil {
			t.Fatalf("a file cut at byte %d was read", n)
		}
	}
	if _, err := NewDecoder([]byte("no zstd")); err == nil {
		t.Error("plain text was read as a model")
	}
}

func benchmarkScore(b *testing.B, classes int) {
	p := reload(b, Pack(weights(1<<16, classes), classes, 1, 0))
	features := make([]uint32, 60)
	for i := range features {
		features[i] = Finish(uint32(i))
	}
	out := make([]int32, classes)
	for b.Loop() {
		p.Score(features, out)
	}
}

func BenchmarkScore4(b *testing.B)  { benchmarkScore(b, 4) }
func BenchmarkScore48(b *testing.B) { benchmarkScore(b, 48) }
func BenchmarkScore52(b *testing.B) { benchmarkScore(b, 52) }
