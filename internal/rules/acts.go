package rules

import (
	"slices"
	"strings"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// testAct runs one example of a frame. In a "yes" the frame gives the acts that
// are told and no other; in a "no" it gives none. A frame that is nothing but an
// inner act is shown by the acts around it.
func testAct(p *annotate.Pipeline, f *lang.ActFrame, e lang.FrameExample, yes bool) Result {
	d := &doc.Document{Text: text.FromString(e.Text), Meta: doc.Meta{Published: exampleDay, PublishedFrom: "meta"}}
	p.Run(d)
	out := Result{ID: f.ID, File: f.File, Line: e.Line, Yes: yes, Text: e.Text}
	var want, found, others []string
	for _, a := range e.Acts {
		want = append(want, actWords(a))
	}
	for i := range d.Acts {
		a := &d.Acts[i]
		w := actWords(asWritten(e.Acts, lang.FrameAct{
			Code: a.Code, Initiator: side(d, a.Initiator, a.From), Recipient: side(d, a.Recipient, a.To), Factuality: a.Factuality, By: chain(d, a),
		}))
		if a.Rule == f.ID || f.Part && a.Inner == f.ID || strings.HasPrefix(f.Code, "04") && strings.HasPrefix(a.Code, "04") && a.Code == f.Code && yes {
			if !slices.Contains(found, w) {
				found = append(found, w)
			}
		} else {
			others = append(others, a.Rule+" "+w)
		}
	}
	out.Want = e.Text + actValues(want)
	out.Found = e.Text + actValues(found)
	out.Passed = out.Want == out.Found
	if !out.Passed && len(others) > 0 {
		out.Found += " (" + strings.Join(others, " ; ") + ")"
	}
	return out
}

// asWritten gives a found act the names that the example writes, where they are
// the same but for an article or a capital: how an actor without a name is called
// is none of the frame's business.
func asWritten(want []lang.FrameAct, a lang.FrameAct) lang.FrameAct {
	for _, w := range want {
		if w.Code == a.Code && w.Factuality == a.Factuality && alike(w.Initiator, a.Initiator) && alike(w.Recipient, a.Recipient) && alike(w.By, a.By) {
			return w
		}
	}
	return a
}

// alike tells whether one name is the end of the other: "l'armée" and "armée".
func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutSuffix(b, a)
	return ok && (rest == "" || a != "" && len(strings.Fields(rest)) < 2 && strings.ContainsAny(rest[len(rest)-1:], " '"))
}

// exampleDay is the day on which the examples of frames are read.
const exampleDay = "2024-04-04"

func actValues(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return " = " + strings.Join(list, " ; ")
}

// actWords writes an act as examples do.
func actWords(a lang.FrameAct) string {
	s := a.Code + " " + strings.TrimSpace(a.Initiator+" >") + " " + a.Recipient
	s = strings.TrimSpace(s)
	if a.Factuality != "held" {
		s += ", " + a.Factuality
	}
	if a.By != "" {
		s += ", by " + a.By
	}
	return s
}

// side is who an act names on one side: the actors, or else the words.
func side(d *doc.Document, entities []int32, words text.Span) string {
	var out []string
	for _, e := range entities {
		out = append(out, d.Entities[e].Name)
	}
	if out == nil {
		return d.Words(words)
	}
	return strings.Join(out, " + ")
}

// chain is on whose word an act is told.
func chain(d *doc.Document, a *doc.Act) string {
	var out []string
	for k, v := range a.Via {
		if s := side(d, a.ViaBy[k], v.Source); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " < ")
}
