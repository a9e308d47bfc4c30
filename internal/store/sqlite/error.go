package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"readout/internal/store"
)

// fail turns what the database says into an error of the store; nil stays nil.
// When the context has ended, that is the error, however the database puts it.
func (s *Store) fail(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var se *store.Error
	if errors.As(err, &se) {
		return err
	}
	return &store.Error{Code: codeOf(err), Path: s.path, Err: err}
}

func codeOf(err error) store.Code {
	var se *store.Error
	if errors.As(err, &se) {
		return se.Code
	}
	if errors.Is(err, fs.ErrPermission) {
		return store.ReadOnly
	}
	if errors.Is(err, sql.ErrNoRows) {
		return store.Corrupt
	}
	var de *driver.Error
	if !errors.As(err, &de) {
		return store.Failed
	}
	switch de.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return store.Locked
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return store.ReadOnly
	case lib.SQLITE_CORRUPT:
		return store.Corrupt
	case lib.SQLITE_NOTADB:
		return store.NotAStore
	case lib.SQLITE_FULL:
		return store.NoSpace
	}
	return store.Failed
}
