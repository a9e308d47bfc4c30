package act

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/doc/doctest"
	"readout/internal/lang"
)

func stage(t testing.TB) *Stage {
	t.Helper()
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// entities gives every mention an entity of its own.
func entities(d *doc.Document) {
	for i := range d.Mentions {
		d.Entities = append(d.Entities, doc.Entity{Name: d.Words(d.Mentions[i].Span), Kind: doc.ActorState, Mentions: []int32{int32(i)}})
	}
	d.Attributions = make([]doc.Attribution, len(d.Quotations))
}

const delivered = `Berlin Berlin PROPN 3 nsubj
a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
livré livrer VERB 0 root Tense=Past|VerbForm=Part
des un DET 5 det
chars char NOUN 3 obj
à à ADP 7 case
Kiev Kiev PROPN 3 obl:arg`

// TestStageAlone runs the stage on a tree made by hand, without the others.
func TestStageAlone(t *testing.T) {
	d := doctest.Build(delivered, "named place 1-1 1 country=DE\nnamed place 7-7 7 country=UA")
	entities(d)
	stage(t).Run(d)
	if len(d.Acts) != 1 {
		t.Fatalf("%d acts, not one", len(d.Acts))
	}
	a := d.Acts[0]
	if a.Code != "072" || a.Plover != "AID" || a.Factuality != "held" || d.Entities[a.Initiator[0]].Name != "Berlin" || d.Entities[a.Recipient[0]].Name != "Kiev" {
		t.Errorf("found %+v", a)
	}
	if got := d.Words(a.Evidence); got != "a livré" {
		t.Errorf("evidence %q", got)
	}
}

// TestWithoutTables: a language without frames has only its contacts as acts.
func TestWithoutTables(t *testing.T) {
	s, err := New(&lang.Language{})
	if err != nil {
		t.Fatal(err)
	}
	d := doctest.Build(delivered, "named place 1-1 1\nnamed place 7-7 7")
	entities(d)
	d.Contacts = []doc.Contact{{Kind: "call", Parties: []int32{0, 1}, Status: "refused", When: doc.None, Evidence: d.SpanOf(2, 3)}}
	s.Run(d)
	if len(d.Acts) != 1 || d.Acts[0].Code != "041" || d.Acts[0].Factuality != "refused" {
		t.Errorf("found %+v", d.Acts)
	}
}

func FuzzRun(f *testing.F) {
	s := stage(f)
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8}, "Paris refuse de livrer des chars à Kiev")
	f.Add([]byte(strings.Repeat("\x10\x22\x01", 30)), "accuser menacer de rompre la négociation avec Moscou et bombarder")
	f.Fuzz(func(t *testing.T, raw []byte, words string) {
		if !utf8.ValidString(words) || len(words) > 2000 || len(raw) > 4000 {
			t.Skip()
		}
		d := doctest.Scramble(raw, words)
		entities(d)
		for i := range d.Mentions {
			if i > 0 {
				d.Contacts = append(d.Contacts, doc.Contact{Kind: "visit", Parties: []int32{int32(i - 1), int32(i)}, Status: "held", When: doc.None, Evidence: d.Mentions[i].Span})
			}
		}
		s.Run(d)
		for _, a := range d.Acts {
			if !d.Text.OnRuneBorders(a.Evidence) {
				t.Errorf("evidence %v of %q", a.Evidence, words)
			}
		}
	})
}

func BenchmarkRun(b *testing.B) {
	s := stage(b)
	base := doctest.Build(delivered, "named place 1-1 1 country=DE\nnamed place 7-7 7 country=UA")
	d := doctest.Repeat(base, 500)
	entities(d)
	words := 0
	b.ReportAllocs()
	for b.Loop() {
		d.Acts = nil
		s.Run(d)
		words += len(d.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
