package ask

import (
	"testing"

	langfiles "readout/lang"

	"readout/internal/lang"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		l, err := lang.LoadQuestions(langfiles.FS, "fr")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(l, nil); err != nil {
			b.Fatal(err)
		}
	}
}
