package annotate

import (
	"testing"
	"time"

	"readout/internal/doc"
	"readout/internal/record"
	"readout/internal/text"
	"readout/samples"
)

// pressTexts are all samples together, about 1,900 words of ordinary newswriting.
func pressTexts(b *testing.B) []string {
	files, err := samples.FS.ReadDir(".")
	if err != nil {
		b.Fatal(err)
	}
	var out []string
	for _, f := range files {
		raw, err := samples.FS.ReadFile(f.Name())
		if err != nil {
			b.Fatal(err)
		}
		if len(raw) > 500 {
			out = append(out, string(raw))
		}
	}
	return out
}

// BenchmarkTextToRecord measures the whole way, in words per second.
func BenchmarkTextToRecord(b *testing.B) {
	p, texts := loadAll(b), pressTexts(b)
	words, sentences := 0, 0
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			d := &doc.Document{Name: "d", Text: text.FromString(s), Meta: doc.Meta{Published: "2024-04-04"}}
			p.Run(d)
			record.Build(d)
			words += len(d.Tokens)
			sentences += len(d.Sentences)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(sentences)/b.Elapsed().Seconds(), "sentences/s")
}

// BenchmarkStages measures each stage on the layers that the earlier ones made.
func BenchmarkStages(b *testing.B) {
	p, texts := loadAll(b), pressTexts(b)
	spent := make([]time.Duration, len(p.stages))
	words := 0
	for b.Loop() {
		for _, s := range texts {
			d := &doc.Document{Name: "d", Lang: "fr", Text: text.FromString(s), Meta: doc.Meta{Published: "2024-04-04"}}
			for i, r := range p.stages {
				start := time.Now()
				r.Run(d)
				spent[i] += time.Since(start)
			}
			words += len(d.Tokens)
		}
	}
	for i, n := range p.names {
		b.ReportMetric(float64(spent[i].Nanoseconds())/float64(words), n+"-ns/word")
	}
}
