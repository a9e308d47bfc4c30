package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/doc"
	"readout/internal/reader"
	"readout/internal/text"
)

func (a *app) explainCommand() *cobra.Command {
	var in inputFlags
	c := &cobra.Command{
		Use:   "explain FILE [WORDS…]",
		Short: a.say.T("explain.short"),
		Long:  a.say.T("explain.long"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.explain(c.Context(), args[0], strings.Join(args[1:], " "), in)
		},
	}
	in.add(a, c)
	return c
}

// explain shows the sentences that hold the words, or all.
func (a *app) explain(ctx context.Context, file, words string, in inputFlags) error {
	colours, err := a.palette()
	if err != nil {
		return err
	}
	shown := 0
	err = a.readAll(ctx, []string{file}, in, func(w io.Writer, o *reader.Output) error {
		e := &explainer{w: w, d: o.Document, p: colours}
		for _, s := range o.Document.Sentences {
			if strings.Contains(clean(o.Document.Words(s.Span)), clean(words)) {
				e.sentence(s)
				shown++
			}
		}
		return nil
	})
	if err == nil && shown == 0 {
		a.complain("error.words-not-found", words)
		return status(NothingFound)
	}
	return err
}

// explainer prints what the stages found in one sentence.
type explainer struct {
	w io.Writer
	d *doc.Document
	p palette
}

func (e *explainer) sentence(s doc.Sentence) {
	fmt.Fprintln(e.w, e.p.bold(clean(e.d.Words(s.Span))))
	e.tree(s)
	for i := range e.d.Mentions {
		if m := &e.d.Mentions[i]; s.Span.Contains(m.Span) && m.Kind != doc.Nominal {
			kind := [...]string{"name", "role", "pronoun", "nominal"}[m.Kind]
			e.row("mention", kind, m.Span, m.Rule+e.entity(int32(i)))
		}
	}
	for _, t := range e.d.Timexes {
		if s.Span.Contains(t.Span) {
			value := t.Value
			if value == "" {
				value = "? " + t.Reason
			}
			e.row("time", value, t.Span, strings.TrimSpace(t.Rule+" "+t.Anchor))
		}
	}
	for _, f := range e.d.Figures {
		if s.Span.Contains(f.Span) {
			e.row("figure", fmt.Sprint(f.Value), f.Span, f.Rule)
		}
	}
	for i := range e.d.Quotations {
		if q := &e.d.Quotations[i]; touches(s.Span, q) {
			e.quotation(i, q)
		}
	}
	for _, c := range e.d.Contacts {
		if s.Span.Contains(c.Evidence) {
			e.row("contact", c.Kind+" "+c.Status, c.Evidence, c.Rule+" "+e.entities(c.Parties))
		}
	}
	for i := range e.d.Acts {
		if a := &e.d.Acts[i]; s.Span.Contains(a.Evidence) {
			e.act(a)
		}
	}
	fmt.Fprintln(e.w)
}

// act writes the frames that gave an act, and on whose word it is told.
func (e *explainer) act(a *doc.Act) {
	rule := a.Rule
	if a.Inner != "" {
		rule += " + " + a.Inner
	}
	e.row("act", a.Code+" "+a.Factuality, a.Evidence, rule)
	e.row("  initiator", "", a.From, e.entities(a.Initiator))
	e.row("  recipient", "", a.To, e.entities(a.Recipient))
	for k, v := range a.Via {
		e.row("  via", v.Channel, v.Source, e.entities(a.ViaBy[k]))
	}
}

func touches(s text.Span, q *doc.Quotation) bool {
	for _, c := range q.Content {
		if s.Overlaps(c) {
			return true
		}
	}
	return s.Overlaps(q.Cue)
}

// tree prints the tokens as CoNLL-U does, heads as positions in the sentence.
func (e *explainer) tree(s doc.Sentence) {
	for i := s.First; i < s.End; i++ {
		t := &e.d.Tokens[i]
		head := 0
		if t.Head != doc.None {
			head = int(t.Head-s.First) + 1
		}
		fmt.Fprintf(e.w, "%4d  %-18s %-18s %-6s %4d %-14s %s\n", i-s.First+1, clean(t.Form), clean(t.Lemma), t.UPOS, head, t.Deprel, e.p.dim(t.Feats.String()))
	}
}

func (e *explainer) row(what, value string, at text.Span, rule string) {
	if at.Empty() {
		return
	}
	fmt.Fprintf(e.w, "  %-10s %-14s %s  %s\n", what, value, e.p.words(clean(e.d.Words(at))), e.p.dim(rule))
}

func (e *explainer) quotation(i int, q *doc.Quotation) {
	by := ""
	if i < len(e.d.Attributions) {
		by = e.entities(e.d.Attributions[i].By) + " " + e.d.Attributions[i].Reason
	}
	for _, c := range q.Content {
		e.row("statement", q.Mode.String()+" "+q.Act, c, q.Rule)
	}
	e.row("  cue", "", q.Cue, "")
	e.row("  source", "", q.Source, by)
	e.row("  addressee", "", q.Addressee, "")
	for _, v := range q.Via {
		e.row("  via", v.Channel, v.Source, e.d.Words(v.Cue))
	}
}

// entity is the entity that a mention was joined to, with the reason.
func (e *explainer) entity(m int32) string {
	for i := range e.d.Entities {
		for k, x := range e.d.Entities[i].Mentions {
			if x != m {
				continue
			}
			why := ""
			if k < len(e.d.Entities[i].Reasons) {
				why = e.d.Entities[i].Reasons[k]
			}
			return fmt.Sprintf(" = %s (%s)", clean(e.d.Entities[i].Name), why)
		}
	}
	return ""
}

func (e *explainer) entities(ids []int32) string {
	var out []string
	for _, id := range ids {
		if id >= 0 && int(id) < len(e.d.Entities) {
			out = append(out, clean(e.d.Entities[id].Name))
		}
	}
	return strings.Join(out, ", ")
}
