package timex_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"readout/internal/doc"
	"readout/internal/text"
)

// one fills a document with one sentence of words parted by spaces.
func one(d *doc.Document, s string) {
	d.Text = text.FromString(s)
	at := 0
	for _, w := range strings.Split(s, " ") {
		if w != "" {
			d.Tokens = append(d.Tokens, doc.Token{
				Form: w, Norm: strings.ToLower(w), Head: doc.None, Child: doc.None, Next: doc.None, Space: true,
				Span: text.Span{Start: int32(at), End: int32(at + len(w))},
			})
		}
		at += len(w) + 1
	}
	d.Sentences = []doc.Sentence{{First: 0, End: int32(len(d.Tokens)), Span: text.Span{End: int32(len(s))}}}
}

// TestAnyTokens draws random words, known and unknown ones, with random tags
// and trees: no panic, spans in order and inside the text, the same twice.
func TestAnyTokens(t *testing.T) {
	l, p := load(t)
	stage := p[len(p)-1]
	known := []string{"«", "»", ",", ".", "(", ")", "-", "/", ":", "2024", "1999", "31", "12", "1", "0", "14h30", "12/05/2021", "1er", "XXe", "2ème", "3,5", "999999999", "mi-mars", "vingt-et-un", "\u00e9", "日本", "9999-99-99"}
	for w := range l.Dates.Words {
		known = append(known, strings.Fields(w)...)
	}
	for w := range l.Numbers.Words {
		known = append(known, w)
	}
	for i := range l.Dates.Rules {
		for _, f := range l.Dates.Rules[i].All("pattern") {
			for k, w := range strings.Split(f.Text, `"`) {
				if k%2 == 1 && !strings.Contains(w, " ") {
					known = append(known, w)
				}
			}
		}
	}
	word := rapid.SampledFrom(known)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(word, 1, 40).Draw(t, "words")
		d := &doc.Document{Lang: "fr"}
		d.Published.Value = rapid.SampledFrom([]string{"", "2024-02-29", "2023-12-31", "0001-01-01", "9999-12-31", "2024", "x"}).Draw(t, "published")
		one(d, strings.Join(words, " "))
		n := len(d.Tokens)
		for i := range d.Tokens {
			k := &d.Tokens[i]
			k.UPOS = doc.UPOS(rapid.IntRange(0, doc.UPOSCount-1).Draw(t, "upos"))
			k.Head = int32(rapid.IntRange(-1, n-1).Draw(t, "head"))
			k.Deprel = doc.Deprel(rapid.IntRange(0, doc.DeprelCount-1).Draw(t, "deprel"))
			k.Feats = k.Feats.With(doc.FeatVerbForm, uint8(rapid.IntRange(0, 4).Draw(t, "form")))
		}
		d.LinkChildren(d.Sentences[0])
		stage.Run(d)
		last := int32(0)
		for _, x := range d.Timexes {
			if x.Span.Start < last || x.Span.End <= x.Span.Start || int(x.Span.End) > len(d.Text.String()) || !utf8.ValidString(d.Words(x.Span)) {
				t.Fatalf("span %v after %d of %q", x.Span, last, d.Text.String())
			}
			if (x.Value == "") == (x.Reason == "") {
				t.Fatalf("%q: value %q, reason %q", d.Words(x.Span), x.Value, x.Reason)
			}
			last = x.Span.End
		}
		first := d.Timexes
		stage.Run(d)
		if !reflect.DeepEqual(first, d.Timexes) {
			t.Fatal("twice is not the same")
		}
	})
}

func BenchmarkRun(b *testing.B) {
	_, p := load(b)
	var docs []*doc.Document
	words := 0
	for _, g := range readGold(b, "invented.jsonl") {
		d := read(p, g.Text, g.Published)
		docs = append(docs, d)
		words += len(d.Tokens)
	}
	stage := p[len(p)-1]
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, d := range docs {
			stage.Run(d)
		}
		n += words
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
