package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/ask"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func (a *app) askCommand() *cobra.Command {
	var o ask.Options
	var asJSON bool
	var code string
	c := &cobra.Command{
		Use:   "ask QUESTION…",
		Short: a.say.T("ask.short"),
		Long:  a.say.T("ask.long"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if o.Today == "" {
				o.Today = time.Now().Format(time.DateOnly)
			}
			return a.withStore(c.Context(), sqlite.Options{ReadOnly: true}, func(s store.Store) error {
				return a.ask(c.Context(), s, strings.Join(args, " "), code, o, asJSON)
			})
		},
	}
	a.dbFlag(c)
	c.Flags().StringVar(&o.Today, "today", "", a.say.T("flag.today"))
	c.Flags().IntVar(&o.Limit, "limit", 0, a.say.T("flag.limit"))
	c.Flags().BoolVar(&asJSON, "json", false, a.say.T("flag.ask-json"))
	c.Flags().StringVar(&code, "lang", "", a.say.T("flag.question-lang"))
	return c
}

// ask answers one question; nothing found is exit status 3.
func (a *app) ask(ctx context.Context, s store.Store, question, code string, o ask.Options, asJSON bool) error {
	askers, err := a.askers(code)
	if err != nil {
		return err
	}
	answer, err := ask.Any(ctx, askers, s, question, o)
	if err != nil {
		return err
	}
	if asJSON {
		e := json.NewEncoder(a.Stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(answer); err != nil {
			return err
		}
	} else if err := a.printAnswer(a.Stdout, answer); err != nil {
		return err
	}
	if answer.Status != ask.Answered {
		return status(NothingFound)
	}
	return nil
}

// answerPrinter writes an answer for a person.
type answerPrinter struct {
	w   io.Writer
	say *Messages
	p   palette
}

func (a *app) printAnswer(w io.Writer, answer *ask.Answer) error {
	colours, err := a.palette()
	if err != nil {
		return err
	}
	p := &answerPrinter{w, a.say, colours}
	p.understood(answer)
	for _, n := range answer.Notes {
		args := []any{}
		if len(n.Args) > 0 {
			args = append(args, clean(n.Args[0]), clean(strings.Join(n.Args[1:], ", ")))
		}
		fmt.Fprintln(w, p.p.warn(a.say.T("note."+n.Code, args...)))
	}
	for i := range answer.Passages {
		p.passage(&answer.Passages[i])
	}
	if answer.More > 0 {
		fmt.Fprintln(w, p.p.dim(a.say.T("ask.more", answer.More)))
	}
	if answer.Status != ask.Answered {
		fmt.Fprintln(w, a.say.T("ask."+string(answer.Status)))
		if len(answer.Nearest) > 0 {
			fmt.Fprintln(w, p.p.head(a.say.T("ask.nearest")))
		}
		for i := range answer.Nearest {
			p.passage(&answer.Nearest[i])
		}
	}
	return nil
}

// understood says what was looked for, so that a person sees a wrong reading.
func (p *answerPrinter) understood(answer *ask.Answer) {
	q := answer.Query
	if q == nil {
		return
	}
	parts := []string{p.say.T("query." + q.Kind)}
	for _, x := range []*ask.Party{q.A, q.B} {
		if x == nil {
			continue
		}
		who := clean(x.Words)
		if len(x.Found) > 0 && !strings.EqualFold(clean(x.Found[0].Name), who) {
			who += " = " + clean(x.Found[0].Name)
		}
		parts = append(parts, p.p.name(who))
	}
	if q.About != "" {
		parts = append(parts, p.say.T("query.about", clean(q.About)))
	}
	if q.Since != "" {
		parts = append(parts, p.say.T("date.since", p.say.Date(q.Since)))
	}
	if q.Until != "" {
		parts = append(parts, p.say.T("date.until", p.say.Date(q.Until)))
	}
	fmt.Fprintln(p.w, p.p.dim(p.say.T("ask.understood"))+strings.Join(parts, " · "))
}

// passage writes where a passage stands, what the record says of it, and its
// words, set off by a bar: they are the text's, not ours.
func (p *answerPrinter) passage(x *ask.Passage) {
	day := p.say.T("ask.undated")
	if d := x.Document.Published.Value; d != "" {
		day = p.say.Date(d)
	}
	line := ""
	if len(x.Places) > 0 {
		line = ", " + p.say.T("print.line", x.Places[0].Line)
	}
	source := clean(x.Document.Name)
	if x.Document.Outlet != "" {
		source = clean(x.Document.Outlet) + ", " + source
	}
	fmt.Fprintf(p.w, "\n%s — %s%s\n", p.p.bold(day), source, line)
	switch {
	case x.Statement != nil:
		fmt.Fprintln(p.w, "  "+p.said(x))
	case x.Contact != nil:
		fmt.Fprintln(p.w, "  "+p.held(x))
	}
	if key := "why." + string(x.Why); p.say.Has(key) {
		fmt.Fprintln(p.w, "  "+p.p.dim(p.say.T(key)))
	}
	for _, place := range x.Places {
		fmt.Fprintln(p.w, p.p.dim("  │ ")+clean(place.Text))
	}
}

func (p *answerPrinter) said(x *ask.Passage) string {
	s := &x.Statement.Said
	short := shortNames(x.Statement.Actors)
	r := &printer{say: p.say, p: p.p, short: short}
	var b strings.Builder
	r.w = &b
	r.statementLine(s)
	return strings.TrimSpace(b.String())
}

func (p *answerPrinter) held(x *ask.Passage) string {
	r := &printer{say: p.say, p: p.p, short: shortNames(x.Contact.Actors)}
	return r.contactLine(&x.Contact.Held)
}
