package sqlite

import (
	"context"
	"embed"
	"fmt"
	"path"
	"strconv"
	"strings"

	"readout/internal/store"
)

// migrations are numbered from 0001 without a gap; one that has been released
// is never changed, a new one follows it.
//
//go:embed migrations/*.sql
var migrations embed.FS

// migration is one step from a schema to the next.
type migration struct {
	version int
	sql     string
}

func steps() ([]migration, error) {
	files, err := migrations.ReadDir("migrations") // sorted by name
	if err != nil {
		return nil, err
	}
	out := make([]migration, 0, len(files))
	for i, f := range files {
		number, _, _ := strings.Cut(f.Name(), "_")
		v, err := strconv.Atoi(number)
		if err != nil || v != i+1 {
			return nil, fmt.Errorf("sqlite: migration %s is not number %d", f.Name(), i+1)
		}
		raw, err := migrations.ReadFile(path.Join("migrations", f.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, migration{v, string(raw)})
	}
	return out, nil
}

// version reads the schema's number: 0 for an empty file. A database that
// somebody else made is no store.
func (s *Store) version(ctx context.Context) (int, error) {
	var app, v, tables int
	row := s.db.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`)
	if err := row.Scan(&app, &v, &tables); err != nil {
		return 0, err
	}
	if tables > 0 && app != applicationID {
		return 0, &store.Error{Code: store.NotAStore, Path: s.path}
	}
	return v, nil
}

// checkSchema refuses what a later readout made, and for reading what an
// earlier one made and nobody has brought up to date.
func (s *Store) checkSchema(ctx context.Context) error {
	all, err := steps()
	if err != nil {
		return err
	}
	v, err := s.version(ctx)
	switch {
	case err != nil:
		return err
	case v > len(all):
		return &store.Error{Code: store.NewerSchema, Path: s.path, Version: v, Known: len(all)}
	case v < len(all):
		return &store.Error{Code: store.OlderSchema, Path: s.path, Version: v, Known: len(all)}
	}
	return nil
}

// migrate brings the schema up to date, each step in a transaction of its own.
func (s *Store) migrate(ctx context.Context) error {
	all, err := steps()
	if err != nil {
		return err
	}
	v, err := s.version(ctx)
	if err != nil {
		return err
	}
	if v > len(all) {
		return &store.Error{Code: store.NewerSchema, Path: s.path, Version: v, Known: len(all)}
	}
	for _, m := range all[v:] {
		if err := s.step(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// step applies one migration, unless another process has just done so.
func (s *Store) step(ctx context.Context, m migration) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var v int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v); err != nil {
		return err
	}
	if v >= m.version {
		return nil
	}
	numbers := fmt.Sprintf(";\nPRAGMA user_version = %d;\nPRAGMA application_id = %d;", m.version, applicationID)
	if _, err := tx.ExecContext(ctx, m.sql+numbers); err != nil {
		return err
	}
	return tx.Commit()
}
