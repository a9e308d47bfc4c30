package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"readout/internal/record"
	"readout/internal/register"
	"readout/internal/store"
)

// documentColumns are what scanDocument reads.
const documentColumns = `d.sha256, d.name, d.lang, d.title, d.outlet, d.url, d.published, d.published_from,
	(SELECT count(*) FROM statement s WHERE s.doc = d.id),
	(SELECT count(*) FROM contact c WHERE c.doc = d.id),
	(SELECT count(*) FROM actor a WHERE a.doc = d.id)`

func scanDocument(d *register.Document) []any {
	return []any{&d.SHA256, &d.Name, &d.Lang, &d.Title, &d.Outlet, &d.URL, &d.Published.Value, &d.Published.From,
		&d.Statements, &d.Contacts, &d.Actors}
}

// Documents lists what is kept.
func (s *Store) Documents(ctx context.Context, f store.DocumentFilter) ([]register.Document, error) {
	var w where
	w.equal("d.name", f.Name)
	w.equal("d.lang", f.Lang)
	w.equal("d.outlet", f.Outlet)
	if f.Since != "" {
		w.and("d.published >= ?", f.Since)
	}
	if f.Until != "" {
		w.and("d.published <> '' AND d.published <= ?", f.Until)
	}
	var out []register.Document
	q := "SELECT " + documentColumns + " FROM document d" + w.sql() + " ORDER BY d.published, d.name, d.id" + limit(f.Limit)
	err := s.each(ctx, q, w.args, func(row *sql.Rows) error {
		var d register.Document
		if err := row.Scan(scanDocument(&d)...); err != nil {
			return err
		}
		out = append(out, d)
		return nil
	})
	return out, err
}

// minPrefix is how many figures of a SHA-256 are enough to name a document.
const minPrefix = 6

// Record is a document whole.
func (s *Store) Record(ctx context.Context, ref string) (*record.Record, error) {
	query := "SELECT sha256, name, text, record FROM document WHERE name = ?1 LIMIT 9"
	found, err := s.records(ctx, query, ref)
	if err == nil && len(found) == 0 && len(ref) >= minPrefix {
		query = "SELECT sha256, name, text, record FROM document WHERE substr(sha256, 1, length(?1)) = ?1 LIMIT 9"
		found, err = s.records(ctx, query, strings.ToLower(ref))
	}
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, &store.Error{Code: store.NoDocument, Path: s.path, Detail: ref}
	case len(found) > 1:
		e := &store.Error{Code: store.Ambiguous, Path: s.path, Detail: ref}
		for _, r := range found {
			e.Candidates = append(e.Candidates, r.Doc+" "+r.SHA256)
		}
		return nil, e
	}
	return found[0], nil
}

func (s *Store) records(ctx context.Context, query, ref string) ([]*record.Record, error) {
	var out []*record.Record
	err := s.each(ctx, query, []any{ref}, func(row *sql.Rows) error {
		var sha, name, text, body string
		if err := row.Scan(&sha, &name, &text, &body); err != nil {
			return err
		}
		r := &record.Record{}
		if err := json.Unmarshal([]byte(body), r); err != nil {
			return &store.Error{Code: store.Corrupt, Path: s.path, Detail: name, Err: err}
		}
		r.Text = text
		out = append(out, r)
		return nil
	})
	return out, err
}

// Actors finds the actors that have all the keys.
func (s *Store) Actors(ctx context.Context, keys ...string) ([]register.Local, error) {
	var w where
	for _, k := range keys {
		w.and("a.id IN (SELECT actor FROM actor_key WHERE key = ?)", k)
	}
	var out []register.Local
	q := "SELECT a.id, d.sha256, d.published, a.json FROM actor a JOIN document d ON d.id = a.doc" + w.sql() + " ORDER BY d.published, d.name, a.id"
	err := s.each(ctx, q, w.args, func(row *sql.Rows) error {
		var l register.Local
		var body string
		if err := row.Scan(&l.ID, &l.Document, &l.Published, &body); err != nil {
			return err
		}
		out = append(out, l)
		return json.Unmarshal([]byte(body), &out[len(out)-1].Actor)
	})
	return out, err
}

// Count says how much is kept.
func (s *Store) Count(ctx context.Context) (c store.Counts, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM statement),
		(SELECT count(*) FROM contact), (SELECT count(*) FROM actor)`).Scan(&c.Documents, &c.Statements, &c.Contacts, &c.Actors)
	return c, s.fail(ctx, err)
}

// each runs a query and hands over its rows.
func (s *Store) each(ctx context.Context, query string, args []any, row func(*sql.Rows) error) error {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return s.fail(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return s.fail(ctx, err)
		}
	}
	return s.fail(ctx, rows.Err())
}

// view gives the parts of stored documents that results show, each document
// read once.
type view struct {
	s    *Store
	docs map[int64]*viewed
}

type viewed struct {
	register.Document
	text   string
	actors map[string]record.Actor
}

func (s *Store) view() *view { return &view{s, map[int64]*viewed{}} }

func (v *view) of(ctx context.Context, id int64) (*viewed, error) {
	if d := v.docs[id]; d != nil {
		return d, nil
	}
	d := &viewed{actors: map[string]record.Actor{}}
	err := v.s.db.QueryRowContext(ctx, "SELECT "+documentColumns+", d.text FROM document d WHERE d.id = ?", id).
		Scan(append(scanDocument(&d.Document), &d.text)...)
	if errors.Is(err, sql.ErrNoRows) { // taken out since the query: the caller passes it over
		return nil, nil
	}
	if err != nil {
		return nil, v.s.fail(ctx, err)
	}
	err = v.s.each(ctx, "SELECT json FROM actor WHERE doc = ?", []any{id}, func(row *sql.Rows) error {
		var body string
		var a record.Actor
		if err := row.Scan(&body); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(body), &a); err != nil {
			return err
		}
		d.actors[a.ID] = a
		return nil
	})
	if err != nil {
		return nil, err
	}
	v.docs[id] = d
	return d, nil
}

// places reads a column of places and puts the words in.
func (d *viewed) places(column string) ([]register.Place, error) {
	var all []place
	if err := json.Unmarshal([]byte(column), &all); err != nil {
		return nil, err
	}
	out := make([]register.Place, 0, len(all))
	for _, p := range all {
		out = append(out, d.place(p))
	}
	return out, nil
}

func (d *viewed) place(p place) register.Place {
	from, to := min(p[2], len(d.text)), min(p[3], len(d.text))
	return register.Place{Span: record.Span{Start: p[0], End: p[1], Text: d.text[from:max(from, to)]}, Line: p[4]}
}

func (d *viewed) named(ids ...[]string) []record.Actor {
	out := []record.Actor{}
	seen := map[string]bool{}
	for _, list := range ids {
		for _, id := range list {
			if a, ok := d.actors[id]; ok && !seen[id] {
				seen[id] = true
				out = append(out, a)
			}
		}
	}
	return out
}
