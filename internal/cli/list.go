package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func (a *app) listCommand() *cobra.Command {
	var f store.DocumentFilter
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: a.say.T("list.short"),
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withStore(c.Context(), sqlite.Options{ReadOnly: true}, func(s store.Store) error {
				return a.list(c.Context(), s, f, asJSON)
			})
		},
	}
	a.dbFlag(c)
	c.Flags().StringVar(&f.Since, "since", "", a.say.T("flag.since"))
	c.Flags().StringVar(&f.Until, "until", "", a.say.T("flag.until"))
	c.Flags().IntVar(&f.Limit, "limit", 0, a.say.T("flag.limit"))
	c.Flags().BoolVar(&asJSON, "json", false, a.say.T("flag.list-json"))
	return c
}

// list prints a line for each document.
func (a *app) list(ctx context.Context, s store.Store, f store.DocumentFilter, asJSON bool) error {
	docs, err := s.Documents(ctx, f)
	if err != nil {
		return err
	}
	e := json.NewEncoder(a.Stdout)
	e.SetEscapeHTML(false)
	for _, d := range docs {
		if asJSON {
			if err := e.Encode(d); err != nil {
				return err
			}
			continue
		}
		day := d.Published.Value
		if day == "" {
			day = "—"
		}
		fmt.Fprintf(a.Stdout, "%-10s  %-22s  %s  %s\n", day, clean(d.Name), a.say.T("list.counts", d.Statements, d.Contacts), clean(d.Title))
	}
	if len(docs) == 0 {
		a.complain("list.none")
		return status(NothingFound)
	}
	return nil
}

func (a *app) showCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "show DOC…",
		Short: a.say.T("show.short"),
		Long:  a.say.T("show.long"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			write, err := a.recordWriter(format, false)
			if err != nil {
				return err
			}
			return a.withStore(c.Context(), sqlite.Options{ReadOnly: true}, func(s store.Store) error {
				for _, ref := range args {
					r, err := s.Record(c.Context(), ref)
					if err != nil {
						return err
					}
					if err := write(a.Stdout, r); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	a.dbFlag(c)
	c.Flags().StringVar(&format, "format", "text", a.say.T("flag.format"))
	return c
}
