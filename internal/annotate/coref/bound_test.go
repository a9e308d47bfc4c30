package coref

import (
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// FuzzRun throws arbitrary trees, mentions and quotations at the stage: it must
// not panic, and what it writes must point at what is there.
func FuzzRun(f *testing.F) {
	f.Add([]byte("ab cd ef gh ij kl mn op"), "Elle a dit que les deux ministres parlent avec son homologue russe à Paris")
	f.Add([]byte{0, 255, 3, 9, 77, 120}, "Lecornu Choïgou ONU ( ONU ) M. X")
	s := stage(f)
	f.Fuzz(func(t *testing.T, raw []byte, words string) {
		d := scrambled(raw, words)
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

func scrambled(raw []byte, words string) *doc.Document {
	d := &doc.Document{Text: text.FromString(words)}
	at := 0
	for _, w := range strings.Fields(words) {
		i := strings.Index(words[at:], w) + at
		d.Tokens = append(d.Tokens, doc.Token{Form: w, Norm: strings.ToLower(w), Lemma: strings.ToLower(w), Span: text.Span{Start: int32(i), End: int32(i + len(w))}, Head: doc.None})
		at = i + len(w)
	}
	n := int32(len(d.Tokens))
	if n == 0 {
		return d
	}
	next := func() int32 {
		if len(raw) == 0 {
			return 0
		}
		b := raw[0]
		raw = raw[1:]
		return int32(b)
	}
	for i := range d.Tokens {
		k := &d.Tokens[i]
		k.UPOS, k.Deprel = doc.UPOS(next()%int32(doc.UPOSCount)), doc.Deprel(next()%int32(doc.DeprelCount))
		k.Head = next()%(n+1) - 1
		if k.Head == int32(i) {
			k.Head = doc.None
		}
	}
	d.Sentences = []doc.Sentence{{First: 0, End: n}}
	d.LinkChildren(d.Sentences[0])
	for len(raw) > 6 {
		first := next() % n
		end := first + 1 + next()%(n-first)
		m := doc.Mention{Kind: doc.MentionKind(next() % 4), Type: doc.EntityType(next() % 4), First: first, End: end, Head: first, Gender: uint8(next() % 3), Number: uint8(next() % 4)}
		m.Span = d.SpanOf(first, end)
		d.Mentions = append(d.Mentions, m)
		d.Quotations = append(d.Quotations, doc.Quotation{Speaker: next()%(n+1) - 1, CueToken: first, Content: []text.Span{m.Span}, Mode: doc.Mode(next() % 4), Follows: int32(len(d.Quotations)) - 1, To: []int32{first}})
	}
	return d
}

// long is a document of n sentences like those of twoMinisters.
func long(t testing.TB, n int) *doc.Document {
	base := handmade(t, twoMinisters, twoMinistersMentions)
	d := &doc.Document{Text: base.Text, Lang: "fr"}
	for i := 0; i < n; i++ {
		off := int32(len(d.Tokens))
		for _, k := range base.Tokens {
			if k.Head >= 0 {
				k.Head += off
			}
			d.Tokens = append(d.Tokens, k)
		}
		for _, s := range base.Sentences {
			s.First += off
			s.End += off
			d.Sentences = append(d.Sentences, s)
			d.LinkChildren(s)
		}
		for _, m := range base.Mentions {
			m.First += off
			m.End += off
			m.Head += off
			d.Mentions = append(d.Mentions, m)
		}
	}
	return d
}

// A document of 350,000 words takes a moment, not a minute.
func TestLongDocument(t *testing.T) {
	d := long(t, 10000)
	stage(t).Run(d)
	if len(d.Entities) == 0 || len(d.Entities) > 100 {
		t.Errorf("%d entities", len(d.Entities))
	}
}

func BenchmarkRun(b *testing.B) {
	d := long(b, 30)
	s := stage(b)
	words := len(d.Tokens)
	b.ResetTimer()
	for range b.N {
		d.Entities, d.Attributions = nil, nil
		s.Run(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
