package quote

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/doc/doctest"
	"readout/internal/text"
)

// whole is all cases as one document.
func whole(t testing.TB) *doc.Document { return load(t, "testdata/rules.conllu") }

// load reads a document, one paragraph a sentence.
func load(t testing.TB, file string) *doc.Document {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := conllu.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	d := conllu.Document(all)
	for i, s := range all {
		annotate(d, d.Sentences[i].First, s)
	}
	return d
}

// check holds what is true of every document: spans stand inside the text on
// borders of letters, tokens and indices exist, and a second run gives the same.
func check(t *testing.T, s *Stage, d *doc.Document) {
	t.Helper()
	s.Run(d)
	n := int32(len(d.Text.String()))
	inside := func(x text.Span) {
		if x.Start < 0 || x.End > n || x.End < x.Start || !utf8.ValidString(d.Words(x)) {
			t.Fatalf("span %v of %d bytes", x, n)
		}
	}
	for _, q := range d.Quotations {
		if len(q.Content) == 0 || q.Act == "" || q.Rule == "" {
			t.Fatalf("empty statement: %+v", q)
		}
		for _, c := range q.Content {
			inside(c)
		}
		inside(q.Cue)
		inside(q.Source)
		inside(q.Addressee)
		if q.Speaker < doc.None || int(q.Speaker) >= len(d.Tokens) || int(q.When) >= len(d.Timexes) {
			t.Fatalf("index out of the document: %+v", q)
		}
		for _, v := range q.Via {
			inside(v.Source)
			inside(v.Cue)
		}
	}
	was := len(d.Quotations)
	s.Run(d)
	if len(d.Quotations) != was {
		t.Fatalf("%d statements, then %d", was, len(d.Quotations))
	}
}

func FuzzRun(f *testing.F) {
	f.Add([]byte{5, 1, 2, 3, 9, 77, 120, 4, 4, 4}, "Le maire a dit : « non » , selon X .")
	f.Add([]byte{0, 255, 3, 9, 16, 120}, "« « » \" a -t-il déclaré que oui , et refusé de \" partir")
	s := french(f)
	f.Fuzz(func(t *testing.T, raw []byte, words string) {
		d := doctest.Scramble(raw, words)
		d.Quotations = nil
		check(t, s, d)
	})
}

// An interview without quotation marks: the answers are the words of whoever the
// introduction names.
func TestInterview(t *testing.T) {
	s, d := french(t), load(t, "testdata/interview.conllu")
	check(t, s, d)
	var got []string
	for _, q := range d.Quotations {
		if q.Mode == doc.Direct && q.Rule == "fr.quote.turn" && d.Tokens[q.Speaker].Span.Start < d.Sentences[0].Span.End {
			got = append(got, show(d, q))
		}
	}
	if want := ";;Oui, nous avons perdu trois lignes || ;;Je négocierai avec les équipages"; strings.Join(got, " || ") != want {
		t.Errorf("got %q", got)
	}
}

func TestCasesHoldTogether(t *testing.T) { check(t, french(t), whole(t)) }

// flat is a document of one sentence without a tree.
func flat(words []string) *doc.Document {
	d := &doc.Document{Text: text.FromString(strings.Join(words, " "))}
	at := int32(0)
	for _, w := range words {
		end := at + int32(len(w))
		u := doc.NOUN
		if len(w) < 4 {
			u = doc.PUNCT
		}
		d.Tokens = append(d.Tokens, doc.Token{Form: w, Norm: w, Lemma: w, UPOS: u, Span: text.Span{Start: at, End: end}, Head: doc.None, Child: doc.None, Next: doc.None})
		at = end + 1
	}
	d.Sentences = []doc.Sentence{{First: 0, End: int32(len(words))}}
	return d
}

func TestOddTextsEnd(t *testing.T) {
	s := french(t)
	repeat := func(n int, w ...string) []string {
		var out []string
		for len(out) < n {
			out = append(out, w...)
		}
		return out
	}
	// Whatever is not linear here takes hours: the test runner's own limit tells.
	for name, words := range map[string][]string{
		"one endless sentence": repeat(1_000_000, "déclare", "selon", "annonce", "pays"),
		"only marks":           repeat(200_000, "«"),
		"marks by turns":       repeat(200_000, "«", "mot", "»"),
		"straight marks":       repeat(200_000, "\"", "mots"),
		"nested":               append(repeat(10_000, "«"), repeat(10_000, "»")...),
	} {
		t.Run(name, func(t *testing.T) { check(t, s, flat(words)) })
	}
}

func BenchmarkRun(b *testing.B) {
	s := french(b)
	d := doctest.Repeat(whole(b), 20)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		s.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// A text may stop behind the word or the sign that opens a content.
func TestTextStopsBeforeContent(t *testing.T) {
	s := french(t)
	for _, c := range ruleCases(t) {
		for n := int32(1); n < int32(len(c.d.Tokens)) && n < 30; n++ {
			check(t, s, prefix(c.d, n))
		}
	}
}

// prefix is the first sentence of a document, cut behind n tokens.
func prefix(d *doc.Document, n int32) *doc.Document {
	n = min(n, d.Sentences[0].End)
	p := &doc.Document{Text: d.Text, Blocks: d.Blocks, Tokens: append([]doc.Token(nil), d.Tokens[:n]...), Sentences: []doc.Sentence{d.Sentences[0]}}
	p.Sentences[0].End = n
	for i := range p.Tokens {
		if p.Tokens[i].Head >= n {
			p.Tokens[i].Head = doc.None
		}
	}
	p.LinkChildren(p.Sentences[0])
	return p
}
