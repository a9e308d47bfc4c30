// Package sqlite keeps the records of documents in one SQLite file. It needs no
// server and no C: the database is a Go translation of SQLite with its
// full-text index.
//
// The file is in WAL mode: who reads is not hindered by who writes, and a
// process that dies leaves the last finished document as the end of the store.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	_ "modernc.org/sqlite" // the driver

	"readout/internal/store"
)

// Options says how to open.
type Options struct {
	ReadOnly bool // the store must be there already and is not changed
	Create   bool // make the file if it is not there
	// Wait is how long a write waits for another process; 0 is ten seconds.
	Wait time.Duration
}

const defaultWait = 10 * time.Second

// applicationID marks the file as a store of readout ("rdot").
const applicationID = 0x72646f74

// Store is an open file.
type Store struct {
	path string
	wait time.Duration
	db   *sql.DB
	add  *adder // nil if read-only
}

var _ store.Store = (*Store)(nil)

// Open opens a store, and with Create makes one where there is none. The error
// is a *store.Error.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, wait: o.Wait}
	if s.wait <= 0 {
		s.wait = defaultWait
	}
	st, err := os.Stat(path)
	fresh := errors.Is(err, os.ErrNotExist) || err == nil && st.Size() == 0
	switch {
	case fresh && (!o.Create || o.ReadOnly || !isFolder(filepath.Dir(path))):
		return nil, &store.Error{Code: store.NotFound, Path: path}
	case err == nil && !st.Mode().IsRegular():
		return nil, &store.Error{Code: store.NotAStore, Path: path}
	case err != nil && !fresh:
		return nil, s.fail(ctx, err)
	case !fresh && !hasHeader(path):
		return nil, &store.Error{Code: store.NotAStore, Path: path}
	}
	if o.ReadOnly {
		err = s.openForReading(ctx)
	} else {
		err = s.openForWriting(ctx)
	}
	if err != nil {
		s.Close()
		return nil, s.fail(ctx, err)
	}
	return s, nil
}

func isFolder(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.IsDir()
}

// hasHeader looks for the words that every SQLite file begins with. A file that
// can't be read is left to the database to complain of.
func hasHeader(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := f.Read(head)
	return string(head[:n]) == "SQLite format 3\x00"
}

func (s *Store) openForWriting(ctx context.Context) (err error) {
	if s.db, err = s.connect("rwc", nil); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	s.add, err = newAdder(ctx, s.db)
	return err
}

// openForReading opens without writing. On a disk that can't be written the
// files that WAL needs beside the store can't be made; the store is then read
// as one that nobody changes.
func (s *Store) openForReading(ctx context.Context) (err error) {
	if s.db, err = s.connect("ro", nil); err != nil {
		return err
	}
	err = s.checkSchema(ctx)
	if code := codeOf(err); code == store.ReadOnly || code == store.Failed {
		s.db.Close()
		if s.db, err = s.connect("ro", url.Values{"immutable": {"1"}}); err != nil {
			return err
		}
		err = s.checkSchema(ctx)
	}
	return err
}

// connect makes the pool of connections; nothing is opened yet.
func (s *Store) connect(mode string, more url.Values) (*sql.DB, error) {
	abs, err := filepath.Abs(s.path)
	if err != nil {
		return nil, err
	}
	q := url.Values{"mode": {mode}, "_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(" + strconv.FormatInt(s.wait.Milliseconds(), 10) + ")", "foreign_keys(1)", "cache_size(-16000)", "temp_store(memory)",
	}}
	if mode == "rwc" {
		q["_pragma"] = append(q["_pragma"], "journal_mode(wal)", "synchronous(normal)")
	}
	for k, v := range more {
		q[k] = v
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: q.Encode()}
	return sql.Open("sqlite", u.String())
}

// Close ends the use of the store.
func (s *Store) Close() error {
	if s.add != nil {
		s.add.close()
	}
	if s.db != nil {
		return s.db.Close()
	}
	return nil
}

// Check looks through the whole file for damage.
func (s *Store) Check(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, "PRAGMA integrity_check(3)")
	if err != nil {
		return s.fail(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return s.fail(ctx, err)
		}
		if line != "ok" {
			return &store.Error{Code: store.Corrupt, Path: s.path, Detail: line}
		}
	}
	return s.fail(ctx, rows.Err())
}
