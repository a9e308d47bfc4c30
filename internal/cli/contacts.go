package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/register"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// contactFlags say which contacts are shown.
type contactFlags struct {
	filter register.ContactFilter
	with   []string
	json   bool
}

func (a *app) contactsCommand() *cobra.Command {
	var in inputFlags
	var f contactFlags
	c := &cobra.Command{
		Use:   "contacts [FILE…]",
		Short: a.say.T("contacts.short"),
		Long:  a.say.T("contacts.long"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.checkContacts(f.filter); err != nil {
				return err
			}
			if len(args) == 0 {
				return a.withStore(c.Context(), sqlite.Options{ReadOnly: true}, func(s store.Store) error {
					return a.contacts(c.Context(), s, f)
				})
			}
			return a.contactsOf(c.Context(), args, in, f)
		},
	}
	in.add(a, c)
	a.dbFlag(c)
	fl := c.Flags()
	fl.StringArrayVar(&f.with, "with", nil, a.say.T("flag.with"))
	fl.StringSliceVar(&f.filter.Kinds, "kind", nil, a.say.T("flag.kind"))
	fl.StringSliceVar(&f.filter.Statuses, "status", nil, a.say.T("flag.status"))
	fl.StringVar(&f.filter.Since, "since", "", a.say.T("flag.contact-since"))
	fl.StringVar(&f.filter.Until, "until", "", a.say.T("flag.contact-until"))
	fl.BoolVar(&f.json, "json", false, a.say.T("flag.contact-json"))
	return c
}

// checkContacts refuses kinds and statuses that no contact has.
func (a *app) checkContacts(f register.ContactFilter) error {
	for _, k := range f.Kinds {
		if !a.say.Has("kind." + k) {
			return usageError(a.say.T("error.kind", k))
		}
	}
	for _, s := range f.Statuses {
		if !a.say.Has("status." + s) {
			return usageError(a.say.T("error.status", s))
		}
	}
	for _, day := range []string{f.Since, f.Until} {
		if _, _, ok := register.Bounds(day); day != "" && !ok {
			return usageError(a.say.T("error.day", day))
		}
	}
	return nil
}

// contactsOf shows the contacts of files, by way of a store that is thrown away.
func (a *app) contactsOf(ctx context.Context, files []string, in inputFlags, f contactFlags) error {
	dir, err := os.MkdirTemp("", "readout-contacts-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	a.db = filepath.Join(dir, "contacts.db")
	return a.withStore(ctx, sqlite.Options{Create: true}, func(s store.Store) error {
		refused := a.each(ctx, files, in, func(r result) error {
			_, err := s.Add(ctx, store.NewEntry(r.out.Document, r.out.Record, ""))
			return err
		})
		if refused != nil && refused != status(SomeRefused) {
			return refused
		}
		if err := a.contacts(ctx, s, f); err != nil {
			return err
		}
		return refused
	})
}

// contacts prints the register of contacts: one entry for each, with all texts
// that tell of it and the contact that the same parties had before.
func (a *app) contacts(ctx context.Context, s store.Store, f contactFlags) error {
	locals, err := s.Actors(ctx)
	if err != nil {
		return err
	}
	all, err := s.Contacts(ctx, register.ContactFilter{})
	if err != nil {
		return err
	}
	wanted, err := a.wanted(ctx, s, f)
	if err != nil {
		return err
	}
	colours, err := a.palette()
	if err != nil {
		return err
	}
	shown := 0
	for _, x := range register.Exchanges(all, register.Join(locals), locals) {
		if !wanted(&x) {
			continue
		}
		shown++
		if f.json {
			e := json.NewEncoder(a.Stdout)
			e.SetEscapeHTML(false)
			if err := e.Encode(x); err != nil {
				return err
			}
			continue
		}
		a.printExchange(&x, colours)
	}
	if shown == 0 {
		a.complain("contacts.none")
		return status(NothingFound)
	}
	return nil
}

// wanted tells which exchanges the flags ask for. The store is asked for the
// tellings; an exchange is shown whole if one of its tellings fits.
func (a *app) wanted(ctx context.Context, s store.Store, f contactFlags) (func(*register.Exchange) bool, error) {
	for _, w := range f.with {
		found, err := register.Resolve(ctx, s, register.Phrase{Words: strings.Fields(w)})
		if err != nil {
			return nil, err
		}
		var ids []register.ActorID
		for _, c := range found {
			ids = append(ids, c.Identity.Members...)
		}
		if len(ids) == 0 {
			a.complain("actors.none", w)
			return nil, status(NothingFound)
		}
		f.filter.Parties = append(f.filter.Parties, ids)
	}
	fit, err := s.Contacts(ctx, f.filter)
	if err != nil {
		return nil, err
	}
	type telling struct{ document, contact string }
	in := make(map[telling]bool, len(fit))
	for i := range fit {
		in[telling{fit[i].Document.SHA256, fit[i].Held.ID}] = true
	}
	return func(x *register.Exchange) bool {
		for i := range x.Tellings {
			if in[telling{x.Tellings[i].Document.SHA256, x.Tellings[i].Held.ID}] {
				return true
			}
		}
		return false
	}, nil
}

func (a *app) printExchange(x *register.Exchange, p palette) {
	day := a.say.T("ask.undated")
	if x.When != "" {
		day = a.say.Date(x.When)
	}
	parties := make([]string, 0, len(x.Parties))
	for _, y := range x.Parties {
		one := p.name(clean(y.Name))
		if y.Role != "" && y.Kind == "person" && y.Role != y.Name {
			one += p.dim(" (" + clean(y.Role) + ")")
		}
		parties = append(parties, one)
	}
	statuses := make([]string, 0, len(x.Statuses))
	for _, s := range x.Statuses {
		statuses = append(statuses, a.say.T("status."+s))
	}
	fmt.Fprintf(a.Stdout, "%s  %s · %s · %s", p.bold(day), a.say.T("kind."+x.Kind), strings.Join(parties, ", "), strings.Join(statuses, " / "))
	a.printDetails(x)
	if x.Gap != nil {
		fmt.Fprintln(a.Stdout, "    "+a.say.T("contacts.previous", a.say.Date(x.Gap.Duration), a.say.Date(x.Gap.When)))
	}
	for i := range x.Tellings {
		c := &x.Tellings[i]
		said, line := register.Evidence(c)
		note := ""
		if len(x.Statuses) > 1 {
			note = " [" + a.say.T("status."+c.Held.Status) + "]"
		}
		fmt.Fprintf(a.Stdout, "    %s%s %s\n", p.dim(clean(c.Document.Name)+", "+a.say.T("print.line", line)), note, p.words(clean(said.Text)))
	}
}

// printDetails adds what one of the tellings says of length, place and initiative.
func (a *app) printDetails(x *register.Exchange) {
	var duration, place, initiative string
	for i := range x.Tellings {
		c := &x.Tellings[i]
		if c.Held.Duration != nil && duration == "" {
			duration = a.say.T("print.duration", a.say.Date(*c.Held.Duration))
		}
		if c.Held.Place != nil && place == "" {
			place = a.say.T("print.place", clean(c.Held.Place.Text))
		}
		if c.Held.Initiative != nil && initiative == "" {
			for _, y := range c.Actors {
				if y.ID == *c.Held.Initiative {
					initiative = a.say.T("print.initiative", clean(y.Name))
				}
			}
		}
	}
	for _, s := range []string{duration, place, initiative} {
		if s != "" {
			fmt.Fprint(a.Stdout, " · ", s)
		}
	}
	fmt.Fprintln(a.Stdout)
}
