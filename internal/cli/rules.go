package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/reader"
	"readout/internal/rules"
)

// rulesCommand shows the rules of a language, runs their examples, and compares
// two versions of its files on texts.
func (a *app) rulesCommand() *cobra.Command {
	c := &cobra.Command{Use: "rules", Short: a.say.T("rules.short"), Long: a.say.T("rules.long")}
	code := c.PersistentFlags().String("lang", reader.Fallback, a.say.T("flag.rules-lang"))
	list := &cobra.Command{
		Use: "list", Short: a.say.T("rules.list.short"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.listRules(*code) },
	}
	test := &cobra.Command{
		Use: "test [ID…]", Short: a.say.T("rules.test.short"), Long: a.say.T("rules.test.long"),
		RunE: func(_ *cobra.Command, ids []string) error { return a.testRules(*code, ids) },
	}
	c.AddCommand(list, test, a.diffCommand(code))
	return c
}

// listRules prints a line for each rule: id, kind, where its condition stands, examples, what it does.
func (a *app) listRules(code string) error {
	_, l, err := a.reader.Pipeline(code)
	if err != nil {
		return err
	}
	colours, err := a.palette()
	if err != nil {
		return err
	}
	for _, e := range rules.List(l) {
		says := sentence(e.Says)
		if e.Off {
			says = a.say.T("rules.off") + " " + says
		}
		id := fmt.Sprintf("%-24s", e.ID)
		where := a.say.T("rules.in-program")
		if e.Data {
			where = a.say.T("rules.in-data")
		}
		fmt.Fprintf(a.Stdout, "%s %-6s %-9s %3d + %3d -  %s\n", colours.bold(id), e.Kind, where, e.Yes, e.No, says)
	}
	return nil
}

// sentence is the first sentence of a description, or what a line holds of it.
func sentence(s string) string {
	const most = 110
	if i := strings.Index(s, ". "); i >= 0 {
		s = s[:i+1]
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// testRules runs the examples and prints those that fail, with what they want
// and what was found.
func (a *app) testRules(code string, ids []string) error {
	pipe, l, err := a.reader.Pipeline(code)
	if err != nil {
		return err
	}
	if none := rules.Unknown(l, ids); len(none) > 0 {
		return usageError(a.say.T("error.no-rule", strings.Join(none, ", ")))
	}
	colours, err := a.palette()
	if err != nil {
		return err
	}
	results, err := rules.Test(pipe, l, ids...)
	if err != nil {
		return err
	}
	failed, seen := 0, map[string]bool{}
	for _, r := range results {
		seen[r.ID] = true
		if r.Passed {
			continue
		}
		failed++
		want := a.say.T("rules.want")
		if !r.Yes {
			want = a.say.T("rules.want-none")
		}
		fmt.Fprintf(a.Stdout, "%s  %s\n  %-8s %s\n  %-8s %s\n", colours.bold(r.ID), colours.dim(fmt.Sprintf("%s/%s:%d", code, r.File, r.Line)),
			want, r.Want, a.say.T("rules.found"), r.Found)
	}
	fmt.Fprintln(a.Stdout, a.say.T("rules.tested", len(results), len(seen), failed))
	if failed > 0 {
		return status(SomeRefused)
	}
	return nil
}
