package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/register"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func (a *app) actorsCommand() *cobra.Command {
	var asJSON bool
	least := 1
	c := &cobra.Command{
		Use:   "actors [NAME]",
		Short: a.say.T("actors.short"),
		Long:  a.say.T("actors.long"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withStore(c.Context(), sqlite.Options{ReadOnly: true}, func(s store.Store) error {
				return a.actors(c.Context(), s, strings.Join(args, " "), least, asJSON)
			})
		},
	}
	a.dbFlag(c)
	c.Flags().IntVar(&least, "documents", 1, a.say.T("flag.documents"))
	c.Flags().BoolVar(&asJSON, "json", false, a.say.T("flag.list-json"))
	return c
}

// actors shows the register: who is held to be one across documents, under
// which spellings and roles.
func (a *app) actors(ctx context.Context, s store.Store, name string, least int, asJSON bool) error {
	ids, err := identities(ctx, s, name)
	if err != nil {
		return err
	}
	colours, err := a.palette()
	if err != nil {
		return err
	}
	shown := 0
	for _, x := range ids {
		if x.Documents < least || x.Kind == "anonymous" {
			continue
		}
		shown++
		if asJSON {
			e := json.NewEncoder(a.Stdout)
			e.SetEscapeHTML(false)
			if err := e.Encode(x); err != nil {
				return err
			}
			continue
		}
		a.printIdentity(x, colours)
	}
	if shown == 0 {
		a.complain("actors.none", name)
		return status(NothingFound)
	}
	return nil
}

func identities(ctx context.Context, s store.Store, name string) ([]register.Identity, error) {
	if name != "" {
		found, err := register.Resolve(ctx, s, register.Phrase{Words: strings.Fields(name)})
		out := make([]register.Identity, 0, len(found))
		for _, f := range found {
			out = append(out, f.Identity)
		}
		return out, err
	}
	all, err := s.Actors(ctx)
	if err != nil {
		return nil, err
	}
	ids := register.Join(all)
	slices.SortStableFunc(ids, func(x, y register.Identity) int { return y.Documents - x.Documents })
	return ids, nil
}

func (a *app) printIdentity(x register.Identity, p palette) {
	fmt.Fprintf(a.Stdout, "%s %s", p.name(clean(x.Name)), p.dim("("+a.say.T("actor."+x.Kind)+")"))
	fmt.Fprint(a.Stdout, "  ", a.say.T("actors.documents", x.Documents))
	for _, n := range x.Names {
		if n != x.Name {
			fmt.Fprint(a.Stdout, p.dim(" = "), clean(n))
		}
	}
	for _, r := range x.Roles {
		fmt.Fprint(a.Stdout, "\n    ", clean(r.Role))
		if r.First != "" {
			fmt.Fprint(a.Stdout, p.dim("  "+r.First+" … "+r.Last))
		}
	}
	fmt.Fprintln(a.Stdout)
}
