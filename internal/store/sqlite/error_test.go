package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"readout/internal/register"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/internal/store/storetest"
)

// filled makes a store with some documents and closes it.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.db")
	s := open(t, path, sqlite.Options{Create: true})
	for _, n := range []string{"n1", "n2", "n3"} {
		if _, err := s.Add(context.Background(), storetest.Call(n, "2024-04-04").Entry("")); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func wantCode(t *testing.T, what string, err error, code store.Code) {
	t.Helper()
	if !errors.Is(err, &store.Error{Code: code}) {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func TestOpenRefuses(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	write := func(name, body string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	foreign := filepath.Join(dir, "foreign.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE document (id INTEGER)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	newer := filled(t)
	if db, err = sql.Open("sqlite", newer); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, c := range []struct {
		path string
		o    sqlite.Options
		code store.Code
	}{
		{filepath.Join(dir, "none.db"), sqlite.Options{}, store.NotFound},
		{filepath.Join(dir, "none.db"), sqlite.Options{ReadOnly: true, Create: true}, store.NotFound},
		{filepath.Join(dir, "no", "folder.db"), sqlite.Options{Create: true}, store.NotFound},
		{dir, sqlite.Options{Create: true}, store.NotAStore},
		{write("text.txt", "Le ministre a dit oui."), sqlite.Options{Create: true}, store.NotAStore},
		{write("head.db", "SQLite format 3\x00 and then nothing of the kind"), sqlite.Options{}, store.NotAStore},
		{foreign, sqlite.Options{Create: true}, store.NotAStore},
		{newer, sqlite.Options{Create: true}, store.NewerSchema},
		{newer, sqlite.Options{ReadOnly: true}, store.NewerSchema},
	} {
		s, err := sqlite.Open(ctx, c.path, c.o)
		wantCode(t, filepath.Base(c.path), err, c.code)
		if s != nil {
			s.Close()
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "none.db")); err == nil {
		t.Error("opening made a file though it was not asked to")
	}
	raw, err := os.ReadFile(filepath.Join(dir, "text.txt"))
	if err != nil || string(raw) != "Le ministre a dit oui." {
		t.Error("the text was touched", err)
	}
}

// A damaged page is found by Check at the latest, and is never a panic.
func TestCorrupt(t *testing.T) {
	ctx := context.Background()
	path := filled(t)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(raw); i += 4096 {
		copy(raw[i:], bytes.Repeat([]byte{0xa5}, 512))
	}
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		wantCode(t, "open", err, store.Corrupt)
		return
	}
	defer s.Close()
	wantCode(t, "check", s.Check(ctx), store.Corrupt)
	_, err = s.Documents(ctx, store.DocumentFilter{})
	wantCode(t, "documents", err, store.Corrupt)
	_, err = s.Add(ctx, storetest.Call("n9", "").Entry(""))
	wantCode(t, "add", err, store.Corrupt)
}

func TestReadOnly(t *testing.T) {
	ctx := context.Background()
	path := filled(t)
	s := open(t, path, sqlite.Options{ReadOnly: true})
	_, err := s.Add(ctx, storetest.Call("n9", "").Entry(""))
	wantCode(t, "add", err, store.ReadOnly)
	wantCode(t, "remove", s.Remove(ctx, "x"), store.ReadOnly)
	if found, err := s.Statements(ctx, register.StatementFilter{}); err != nil || len(found) != 6 {
		t.Errorf("%d statements, %v", len(found), err)
	}
	s.Close()
	if os.Getuid() == 0 {
		return // nothing is read-only to root
	}
	if err := os.Chmod(filepath.Dir(path), 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Dir(path), 0o755)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	_, err = sqlite.Open(ctx, path, sqlite.Options{})
	wantCode(t, "open on a disk that can't be written", err, store.ReadOnly)
	s = open(t, path, sqlite.Options{ReadOnly: true})
	defer s.Close()
	if c, err := s.Count(ctx); err != nil || c.Documents != 3 {
		t.Errorf("%+v, %v", c, err)
	}
}

// Another process that keeps the store makes a writer give up, not a reader.
func TestLocked(t *testing.T) {
	path := filled(t)
	other, err := sql.Open("sqlite", path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	s := open(t, path, sqlite.Options{Wait: 1})
	defer s.Close()
	ctx := context.Background()
	_, err = s.Add(ctx, storetest.Call("n9", "").Entry(""))
	wantCode(t, "add", err, store.Locked)
	if c, err := s.Count(ctx); err != nil || c.Documents != 3 {
		t.Errorf("%+v, %v", c, err)
	}
}
