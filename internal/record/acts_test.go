package record

import (
	"encoding/json"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// TestActs: an act points at its statement, at the words of its sides and at on
// whose word it is told; lists are never null.
func TestActs(t *testing.T) {
	s := "Lima dit que Quito a aidé des rebelles."
	d := &doc.Document{Text: text.FromString(s), Entities: []doc.Entity{{Name: "Lima", Kind: doc.ActorState}, {Name: "Quito", Kind: doc.ActorState}}}
	span := func(words string) text.Span {
		i := strings.Index(s, words)
		return text.Span{Start: int32(i), End: int32(i + len(words))}
	}
	d.Quotations = []doc.Quotation{{Content: []text.Span{span("Quito a aidé des rebelles")}, Cue: span("dit"), CueToken: 1, Source: span("Lima"), When: doc.None, Follows: doc.None}}
	d.Attributions = []doc.Attribution{{By: []int32{0}}}
	d.Acts = []doc.Act{{
		Code: "070", Plover: "AID", Initiator: []int32{1}, From: span("Quito"), To: span("des rebelles"), Factuality: "claimed", When: doc.None,
		Quotation: 0, Saying: doc.None, Contact: doc.None, Via: []doc.Reporter{{Source: span("Lima"), Cue: span("dit")}}, ViaBy: [][]int32{{0}},
		Evidence: span("a aidé"), Rule: "xx.act.aid",
	}}
	raw, err := json.Marshal(Build(d).Acts)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"id":"e1","plover":"AID","mode":"","cameo":"070","initiator":["a2"],"recipient":[],"factuality":"claimed","when":null,"statement":"s1","contact":null,` +
		`"evidence":{"start":19,"end":25,"text":"a aidé"},"from":{"start":13,"end":18,"text":"Quito"},"to":{"start":26,"end":38,"text":"des rebelles"},"saying":null,` +
		`"via":[{"source":{"start":0,"end":4,"text":"Lima"},"cue":{"start":5,"end":8,"text":"dit"},"by":["a1"],"channel":""}],"rule":"xx.act.aid"}]`
	if string(raw) != want {
		t.Errorf("got  %s\nwant %s", raw, want)
	}
}
