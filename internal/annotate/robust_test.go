package annotate

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/text"
)

// check holds what must be true of any text: spans inside the text and on rune
// borders, tokens in order, indices that point at something.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	span := func(what string, s text.Span) {
		if !d.Text.OnRuneBorders(s) {
			t.Errorf("%s at %v is not on rune borders of %d bytes", what, s, len(d.Text.String()))
		}
	}
	last := int32(0)
	for i, x := range d.Tokens {
		span("token", x.Span)
		if x.Span.Start < last && x.Part != doc.LaterPart {
			t.Fatalf("token %d begins at %d, before the end of the one before it", i, x.Span.Start)
		}
		last = x.Span.End
		if x.Head < doc.None || int(x.Head) >= len(d.Tokens) {
			t.Fatalf("token %d has the head %d", i, x.Head)
		}
	}
	for _, m := range d.Mentions {
		span("mention", m.Span)
		span("name", m.Name)
		span("role", m.Role)
	}
	for _, x := range d.Timexes {
		span("time", x.Span)
	}
	for _, x := range d.Figures {
		span("figure", x.Span)
	}
	for _, q := range d.Quotations {
		for _, c := range append([]text.Span{q.Cue, q.Source, q.Addressee}, q.Content...) {
			span("quotation", c)
		}
		if len(q.Content) == 0 {
			t.Errorf("a quotation without content by %s", q.Rule)
		}
	}
	for _, c := range d.Contacts {
		span("contact", c.Evidence)
	}
	for _, a := range d.Acts {
		span("act", a.Evidence)
		span("from", a.From)
		span("to", a.To)
		if len(a.Via) != len(a.ViaBy) || a.Code == "" || a.Factuality == "" {
			t.Errorf("an act %q, %q with %d levels and %d lists of who they are", a.Code, a.Factuality, len(a.Via), len(a.ViaBy))
		}
		for _, list := range append([][]int32{a.Initiator, a.Recipient}, a.ViaBy...) {
			for _, e := range list {
				if e < 0 || int(e) >= len(d.Entities) {
					t.Errorf("an act names the entity %d of %d", e, len(d.Entities))
				}
			}
		}
	}
	if len(d.Attributions) != len(d.Quotations) {
		t.Errorf("%d attributions for %d quotations", len(d.Attributions), len(d.Quotations))
	}
}

// hard are texts that look for weak spots, each about n bytes long.
func hard(n int) map[string]string {
	return map[string]string{
		"one line":      strings.Repeat("Le ministre a dit à la presse que la France était prête, a-t-il ajouté mardi. ", n/79),
		"one sentence":  strings.Repeat("le ministre qui dit que la France est prête et ", n/48),
		"no spaces":     strings.Repeat("mot", n/3),
		"marks":         strings.Repeat(`"`, n/8),
		"guillemets":    strings.Repeat("« »", n/16),
		"nested":        strings.Repeat("« ", 10000) + "oui" + strings.Repeat(" »", 10000),
		"unclosed":      strings.Repeat("« Nous irons, dit-il. ", n/24),
		"figures":       strings.Repeat("12 000 ", n/7),
		"dates":         strings.Repeat("le 3 avril 2024 ", n/16),
		"names":         strings.Repeat("Jean Dupont, ", n/13),
		"line ends":     strings.Repeat("oui\n", n/4),
		"carriage":      strings.Repeat("Il dit non.\r\n\r\n", n/15),
		"commas":        strings.Repeat(",", n/8),
		"parentheses":   strings.Repeat("(", n/8),
		"dashes":        strings.Repeat("— ", n/8),
		"combining":     "e" + strings.Repeat("\u0301", n/2),
		"abbreviations": strings.Repeat("M. ", n/3),
		"apostrophes":   strings.Repeat("l’", n/4),
		"hyphens":       strings.Repeat("a-t-il-", n/7),
		"acts":          strings.Repeat("Paris refuse de négocier la livraison de chars à Kiev et ", n/60),
		"short lines":   strings.Repeat("« Oui », dit-il.\n", n/20),
	}
}

// TestHardTextsEndInBoundedTime: what a text of 200 kB takes is far below the
// limit if the work is linear, and far above it if it is quadratic.
func TestHardTextsEndInBoundedTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	p := loadAll(t)
	for name, s := range hard(100 << 10) {
		done := make(chan *doc.Document, 1)
		go func() {
			d := &doc.Document{Name: name, Text: text.FromString(s)}
			p.Run(d)
			done <- d
		}()
		select {
		case d := <-done:
			check(t, d)
		case <-time.After(2 * time.Minute):
			t.Fatalf("%s: not done after two minutes", name)
		}
	}
}

func FuzzRun(f *testing.F) {
	p := loadAll(f)
	f.Add(dispatch)
	for _, s := range hard(300) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 20000 {
			t.Skip()
		}
		d := &doc.Document{Name: "d", Text: text.FromString(s), Meta: doc.Meta{Published: "2024-04-04"}}
		p.Run(d)
		check(t, d)
	})
}
