package store_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"readout/internal/doc"
	"readout/internal/record"
	"readout/internal/store"
	"readout/internal/text"
)

// annotated is a document whose sentences end at full stops; lemmas are given
// for some words.
func annotated(s string, lemmas map[string]string) *doc.Document {
	d := &doc.Document{Text: text.FromString(s)}
	first, from := int32(0), 0
	word := func(start, end int) {
		form := s[start:end]
		d.Tokens = append(d.Tokens, doc.Token{Form: form, Norm: strings.ToLower(form), Lemma: lemmas[form], Span: text.Span{Start: int32(start), End: int32(end)}})
	}
	start := -1
	for i, r := range s + " " {
		switch {
		case r != ' ' && r != '.' && start < 0:
			start = i
		case (r == ' ' || r == '.') && start >= 0:
			word(start, i)
			start = -1
		}
		if r == '.' {
			d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: int32(len(d.Tokens)), Span: text.Span{Start: int32(from), End: int32(i + 1)}})
			first, from = int32(len(d.Tokens)), i+1
			for from < len(s) && s[from] == ' ' {
				from++
			}
		}
	}
	return d
}

func TestEntryOfSentences(t *testing.T) {
	d := annotated("Été froid. Ils négocient encore. Rien.", map[string]string{"Ils": "il", "négocient": "négocier", "encore": "encore"})
	e := store.NewEntry(d, &record.Record{Text: d.Text.String()}, "")
	var got []string
	for _, p := range e.Passages {
		got = append(got, d.Text.String()[p.From:p.To])
	}
	if !slices.Equal(got, []string{"Été froid.", "Ils négocient encore.", "Rien."}) {
		t.Errorf("%q", got)
	}
	p := e.Passages[1]
	if p.Start != 11 || p.End != 32 || p.From != 13 {
		t.Errorf("%+v", p)
	}
	if l := e.LemmasIn(p.Start, p.End); l != "il negocier" {
		t.Errorf("%q", l)
	}
	if l := e.LemmasIn(p.Start+4, p.End); l != "negocier" {
		t.Errorf("%q", l)
	}
}

// Whatever the sentences and the spans, the passages are in order, hold only
// words of the text, and those chosen for a span hold all of it that any
// passage holds.
func TestPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"été", "a", "négociation.", "fin.", "𝄞", strings.Repeat("mot", 900)}), 1, 12).Draw(t, "words")
		d := annotated(strings.Join(words, " ")+".", nil)
		s := d.Text.String()
		e := store.NewEntry(d, &record.Record{Text: s}, "")
		runes := []rune(s)
		for i, p := range e.Passages {
			if string(runes[p.Start:p.End]) != s[p.From:p.To] || i > 0 && p.Start < e.Passages[i-1].End {
				t.Fatalf("passage %d: %+v", i, p)
			}
		}
		from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(runes)).Draw(t, "to")
		for i, p := range e.Passages {
			in := slices.ContainsFunc(e.PlaceOf(record.Span{Start: from, End: to}), func(r [2]int) bool { return r[0] <= i && i < r[1] })
			if in != (p.Start < to && from < p.End) {
				t.Fatalf("passage %d %+v for %d to %d: %v", i, p, from, to, in)
			}
		}
	})
}
