package record

import (
	"encoding/json"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// said makes a document in which a span is quoted.
func said(words string, content ...string) *doc.Document {
	d := &doc.Document{Name: "d", Text: text.FromString(words)}
	for _, c := range content {
		at := int32(strings.Index(words, c))
		d.Quotations = append(d.Quotations, doc.Quotation{
			Content: []text.Span{{Start: at, End: at + int32(len(c))}}, CueToken: doc.None, Speaker: doc.None, When: doc.None, Follows: doc.None, Act: "state",
		})
	}
	return d
}

func TestSpansAreCodePoints(t *testing.T) {
	d := said("Été : « où ? », dit-elle.", "« où ? »")
	r := Build(d)
	c := r.Statements[0].Content[0]
	if got := string([]rune(r.Text)[c.Start:c.End]); got != c.Text || got != "« où ? »" {
		t.Errorf("[%d,%d] is %q, said to be %q", c.Start, c.End, got, c.Text)
	}
}

func TestListsAreNeverNull(t *testing.T) {
	raw, err := json.Marshal(Build(said("Elle dit oui.", "oui")))
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"actors", "statements", "contacts", "acts", "times", "figures", "remarks", "by", "to", "target", "via"} {
		if strings.Contains(string(raw), `"`+list+`":null`) {
			t.Errorf("%s is null", list)
		}
	}
}

func TestFigureBelongsToTheInnermostStatement(t *testing.T) {
	d := said("Il dit qu'elle a compté 12 morts hier.", "elle a compté 12 morts hier", "12 morts")
	at := int32(strings.Index(d.Text.String(), "12"))
	d.Figures = []doc.Figure{{Span: text.Span{Start: at, End: at + 2}, Value: 12, Unit: "morts"}}
	r := Build(d)
	if f := r.Figures[0]; f.Statement == nil || *f.Statement != "s2" {
		t.Errorf("statement %v, want s2", f.Statement)
	}
}

func TestActorsAreNumberedByFirstUse(t *testing.T) {
	d := said("A dit b, B dit c.", "b", "c")
	d.Entities = []doc.Entity{{Name: "B"}, {Name: "unused"}, {Name: "A"}}
	d.Attributions = []doc.Attribution{{By: []int32{2}}, {By: []int32{0}, To: []int32{2}}}
	r := Build(d)
	if len(r.Actors) != 2 || r.Actors[0].Name != "A" || r.Actors[1].Name != "B" {
		t.Errorf("actors %+v", r.Actors)
	}
	if s := r.Statements[1]; s.By[0] != "a2" || s.To[0] != "a1" {
		t.Errorf("by %v to %v", s.By, s.To)
	}
}
