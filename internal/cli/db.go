package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// defaultStore is the store's file where neither --db nor READOUT_DB names one.
const defaultStore = "readout.db"

func (a *app) dbFlag(c *cobra.Command) {
	path := a.Getenv("READOUT_DB")
	if path == "" {
		path = defaultStore
	}
	c.Flags().StringVar(&a.db, "db", path, a.say.T("flag.db"))
}

// withStore opens the store, hands it over and closes it.
func (a *app) withStore(ctx context.Context, o sqlite.Options, do func(store.Store) error) error {
	s, err := sqlite.Open(ctx, a.db, o)
	if err != nil {
		return a.storeFailed(err)
	}
	err = do(s)
	if closing := s.Close(); err == nil && closing != nil {
		err = closing
	}
	return a.storeFailed(err)
}

// storeFailed tells what is wrong with the store, in one sentence of cause and
// remedy, and gives the exit status.
func (a *app) storeFailed(err error) error {
	var e *store.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case store.NoDocument:
		a.complain("store.no-document", e.Detail)
		return status(NothingFound)
	case store.Ambiguous:
		a.complain("store.ambiguous", e.Detail, strings.Join(e.Candidates, ", "))
		return status(Usage)
	}
	detail := e.Detail
	if detail == "" && e.Err != nil {
		detail = e.Err.Error()
	}
	a.complain("store."+string(e.Code), e.Path, detail, e.Version, e.Known)
	return status(StoreFailed)
}
