package cli

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/spf13/cobra"

	"readout/internal/ingest"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func (a *app) addCommand() *cobra.Command {
	var in inputFlags
	var quiet bool
	c := &cobra.Command{
		Use:   "add FILE…",
		Short: a.say.T("add.short"),
		Long:  a.say.T("add.long"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withStore(c.Context(), sqlite.Options{Create: true}, func(s store.Store) error {
				return a.add(c.Context(), s, args, in, quiet)
			})
		},
	}
	in.add(a, c)
	a.dbFlag(c)
	c.Flags().BoolVar(&quiet, "quiet", false, a.say.T("flag.quiet"))
	return c
}

// tally counts what became of the documents.
type tally struct {
	outcomes map[store.Outcome]int
	names    map[string]string // sha256 → document name, to say which texts are the same
}

// add reads the files and stores each as soon as it is read. A document that
// is there with the same stamp is not read again; one transaction a document
// makes an interruption harmless.
func (a *app) add(ctx context.Context, s store.Store, paths []string, in inputFlags, quiet bool) error {
	stamp, err := a.stamp()
	if err != nil {
		return err
	}
	bar := a.newProgress(quiet)
	t := tally{map[store.Outcome]int{}, map[string]string{}}
	var failed atomic.Pointer[error]
	skip := func(d *ingest.Document) bool {
		have, ok, err := s.Stamp(ctx, d.SHA256)
		if err != nil {
			failed.Store(&err)
		}
		return ok && have == stampOf(stamp, d)
	}
	err = a.eachSized(ctx, paths, in, skip, bar.total, func(r result) error {
		defer bar.step(r.in.Name, int64(len(r.in.Text.Original())))
		if p := failed.Load(); p != nil {
			return *p
		}
		return a.addOne(ctx, s, r, stamp, &t, bar)
	})
	bar.done()
	a.added(t)
	if errors.Is(err, context.Canceled) {
		a.complain("add.interrupted")
		return status(SomeRefused)
	}
	return err
}

func (a *app) addOne(ctx context.Context, s store.Store, r result, stamp string, t *tally, bar *progress) error {
	if first, ok := t.names[r.in.SHA256]; ok {
		bar.clear()
		a.complain("add.same", r.in.Path, first)
		t.outcomes[store.Unchanged]++
		return nil
	}
	t.names[r.in.SHA256] = r.in.Name
	if r.out == nil {
		t.outcomes[store.Unchanged]++
		return nil
	}
	outcome, err := s.Add(ctx, store.NewEntry(r.out.Document, r.out.Record, stampOf(stamp, r.in)))
	if err != nil {
		return err
	}
	t.outcomes[outcome]++
	return nil
}

// added says how many documents are new, there already, or were read anew.
func (a *app) added(t tally) {
	fmt.Fprintln(a.Stdout, a.say.T("add.summary", t.outcomes[store.Added], t.outcomes[store.Replaced], t.outcomes[store.Unchanged], a.db))
}
