package record

import (
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// TestDateOfWhatGoesOn: "A a dit lundi b. Il a ajouté c." and an account of a call.
func TestDateOfWhatGoesOn(t *testing.T) {
	words := "A a dit lundi b. Il a ajouté c. B se tait. D a promis e."
	d := said(words, "b", "c", "e")
	for range 20 {
		d.Tokens = append(d.Tokens, doc.Token{Head: doc.None, Child: doc.None, Next: doc.None})
	}
	d.Sentences = []doc.Sentence{{First: 0, End: 6}, {First: 6, End: 11}, {First: 11, End: 15}, {First: 15, End: 20}}
	d.Timexes = []doc.Timex{{Span: text.Span{Start: 9, End: 14}, Value: "2024-01-08"}, {Span: text.Span{Start: 9, End: 14}, Value: "2024-01-05"}}
	for i, cue := range []int32{2, 8, 17} {
		d.Quotations[i].CueToken = cue
	}
	d.Quotations[0].When = 0
	d.Entities = []doc.Entity{{Name: "A"}, {Name: "D"}}
	d.Attributions = []doc.Attribution{{By: []int32{0}}, {By: []int32{0}}, {By: []int32{1}}}
	r := Build(d)
	if w := r.Statements[1].When; w == nil || w.Value != "2024-01-08" {
		t.Errorf("what was added is dated %v", w)
	}
	if w := r.Statements[2].When; w != nil {
		t.Errorf("another's words are dated %v", w)
	}
	d.Contacts = []doc.Contact{{Kind: "call", Parties: []int32{0, 1}, Status: "held", When: 1, Duration: doc.None, Initiative: doc.None, Told: []int32{2}}}
	if w := Build(d).Statements[2].When; w == nil || w.Value != "2024-01-05" {
		t.Errorf("what was said in the call is dated %v", w)
	}
}

// TestWhoAsked: "A demande une trêve à B. B a refusé."
func TestWhoAsked(t *testing.T) {
	d := said("A demande b à B. B a refusé. C a refusé.", "b", "B a", "C a")
	for range 16 {
		d.Tokens = append(d.Tokens, doc.Token{Head: doc.None, Child: doc.None, Next: doc.None})
	}
	d.Sentences = []doc.Sentence{{First: 0, End: 6}, {First: 6, End: 10}, {First: 10, End: 14}}
	for i, cue := range []int32{1, 8, 12} {
		d.Quotations[i].CueToken = cue
	}
	d.Quotations[0].Act, d.Quotations[1].Act, d.Quotations[2].Act = "ask", "refuse", "refuse"
	d.Entities = []doc.Entity{{Name: "A"}, {Name: "B"}, {Name: "C"}}
	d.Attributions = []doc.Attribution{{By: []int32{0}, To: []int32{1}}, {By: []int32{1}}, {By: []int32{2}}}
	r := Build(d)
	if to := r.Statements[1].To; len(to) != 1 || to[0] != r.Statements[0].By[0] {
		t.Errorf("B refuses to %v", to)
	}
	if to := r.Statements[2].To; len(to) != 0 {
		t.Errorf("C refuses to %v", to)
	}
}
