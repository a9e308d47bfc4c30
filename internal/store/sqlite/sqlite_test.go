package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/internal/store/storetest"
)

func open(t testing.TB, path string, o sqlite.Options) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store {
		return open(t, filepath.Join(t.TempDir(), "été #1?.db"), sqlite.Options{Create: true})
	})
}
