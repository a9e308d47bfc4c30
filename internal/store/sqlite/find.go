package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"strconv"
	"strings"

	"readout/internal/register"
)

// Statements finds statements, in the order of days.
func (s *Store) Statements(ctx context.Context, f register.StatementFilter) ([]register.Statement, error) {
	var w where
	w.linked("by", f.By)
	w.linked("by", f.With)
	w.linked("to", f.To)
	w.linked("target", f.Target)
	if f.ToOrTarget != nil {
		w.and("x.id IN (SELECT statement FROM statement_actor WHERE part IN ('to', 'target') AND actor IN (SELECT value FROM json_each(?)))", list(f.ToOrTarget))
	}
	w.among("x.act", f.Acts)
	w.time(f.Since, f.Until)
	w.equal("d.sha256", f.Document)
	columns := "said said_lemmas"
	if f.Around {
		columns = "said said_lemmas around around_lemmas"
	}
	if query := match(f.About, columns, " AND "); query != "" {
		w.and("x.id IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)", query)
	}
	v := s.view()
	var out []register.Statement
	err := s.hits(ctx, "statement", w, f.Limit, func(doc int64, dated register.Dated, places, body string) error {
		d, err := v.of(ctx, doc)
		if d == nil {
			return err
		}
		h := register.Statement{Document: d.Document, Dated: dated}
		if err := json.Unmarshal([]byte(body), &h.Said); err != nil {
			return err
		}
		ids := [][]string{h.Said.By, h.Said.To, h.Said.Target}
		for _, via := range h.Said.Via {
			ids = append(ids, via.By)
		}
		h.Actors = d.named(ids...)
		h.Places, err = d.places(places)
		out = append(out, h)
		return err
	})
	return out, err
}

// Contacts finds contacts, in the order of days.
func (s *Store) Contacts(ctx context.Context, f register.ContactFilter) ([]register.Contact, error) {
	var w where
	for _, p := range f.Parties {
		w.and("x.id IN (SELECT contact FROM contact_party WHERE actor IN (SELECT value FROM json_each(?)))", list(p))
	}
	w.among("x.kind", f.Kinds)
	w.among("x.status", f.Statuses)
	w.time(f.Since, f.Until)
	w.equal("d.sha256", f.Document)
	v := s.view()
	var out []register.Contact
	err := s.hits(ctx, "contact", w, f.Limit, func(doc int64, dated register.Dated, places, body string) error {
		d, err := v.of(ctx, doc)
		if d == nil {
			return err
		}
		h := register.Contact{Document: d.Document, Dated: dated}
		if err := json.Unmarshal([]byte(body), &h.Held); err != nil {
			return err
		}
		h.Actors = d.named(h.Held.Parties)
		h.Places, err = d.places(places)
		out = append(out, h)
		return err
	})
	return out, err
}

// Search finds the passages that have most of the terms, the best first.
func (s *Store) Search(ctx context.Context, terms []register.Term, n int) ([]register.Passage, error) {
	query := match(terms, "forms lemmas", " OR ")
	if query == "" {
		return nil, nil
	}
	type hit struct {
		doc int64
		at  string
	}
	var hits []hit
	err := s.each(ctx, `SELECT p.doc, p.place FROM passage_words w JOIN passage p ON p.id = w.rowid
		WHERE passage_words MATCH ? ORDER BY bm25(passage_words), p.id`+limit(n), []any{query}, func(row *sql.Rows) error {
		var h hit
		err := row.Scan(&h.doc, &h.at)
		hits = append(hits, h)
		return err
	})
	if err != nil {
		return nil, err
	}
	v := s.view()
	var out []register.Passage
	for _, h := range hits {
		d, err := v.of(ctx, h.doc)
		if err != nil {
			return nil, err
		}
		var p place
		if err := json.Unmarshal([]byte(h.at), &p); err != nil {
			return nil, s.fail(ctx, err)
		}
		if d != nil {
			out = append(out, register.Passage{Document: d.Document, Place: d.place(p)})
		}
	}
	return out, nil
}

// hits reads the rows of statement or contact that fit, then hands them over:
// the connection is free again before their documents are read.
func (s *Store) hits(ctx context.Context, table string, w where, n int, each func(doc int64, d register.Dated, places, body string) error) error {
	type hit struct {
		doc          int64
		dated        register.Dated
		places, body string
	}
	var all []hit
	q := "SELECT x.doc, x.dated, x.first, x.last, x.places, x.json FROM " + table + " x JOIN document d ON d.id = x.doc" + w.sql() +
		" ORDER BY CASE x.last WHEN '' THEN x.first ELSE x.last END, d.published, d.name, d.id, x.n" + limit(n)
	err := s.each(ctx, q, w.args, func(row *sql.Rows) error {
		var h hit
		err := row.Scan(&h.doc, &h.dated.By, &h.dated.From, &h.dated.To, &h.places, &h.body)
		if h.dated.By == "published" {
			h.dated.From = ""
		}
		all = append(all, h)
		return err
	})
	if err != nil {
		return err
	}
	for _, h := range all {
		if err := each(h.doc, h.dated, h.places, h.body); err != nil {
			return s.fail(ctx, err)
		}
	}
	return nil
}

// where collects conditions and their arguments.
type where struct {
	conds []string
	args  []any
}

func (w *where) and(cond string, args ...any) {
	w.conds = append(w.conds, "("+cond+")")
	w.args = append(w.args, args...)
}

func (w *where) equal(column, value string) {
	if value != "" {
		w.and(column+" = ?", value)
	}
}

func (w *where) among(column string, values []string) {
	if len(values) > 0 {
		w.and(column+" IN (SELECT value FROM json_each(?))", list(values))
	}
}

// linked asks for one of the actors in a part of the statement. A list that is
// empty but not nil fits nothing: somebody was asked for who is not there.
func (w *where) linked(part string, actors []register.ActorID) {
	if actors != nil {
		w.and("x.id IN (SELECT statement FROM statement_actor WHERE part = ? AND actor IN (SELECT value FROM json_each(?)))", part, list(actors))
	}
}

// time is register.Dated.Within in SQL.
func (w *where) time(since, until string) {
	if since != "" || until != "" {
		w.and("x.dated <> ''")
	}
	if since != "" {
		w.and("x.last = '' OR x.last >= ?", since)
	}
	if until != "" {
		w.and("x.first = '' OR x.first <= ?", until)
	}
}

func (w *where) sql() string {
	if len(w.conds) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conds, " AND ")
}

func limit(n int) string {
	if n <= 0 {
		return ""
	}
	return " LIMIT " + strconv.Itoa(n)
}

func list(v any) string {
	raw, err := json.Marshal(v)
	if err != nil { // numbers and strings only
		return "[]"
	}
	return string(raw)
}

// match writes terms as a full-text query over columns. Words are taken apart
// again, so nothing of them is read as an operator.
func match(terms []register.Term, columns, join string) string {
	var out []string
	for _, t := range terms {
		var forms []string
		for _, f := range t {
			if words := plain(f); words != "" {
				forms = append(forms, `"`+words+`"`)
			}
		}
		if len(forms) > 0 {
			out = append(out, "{"+columns+"} : ("+strings.Join(forms, " OR ")+")")
		}
	}
	return strings.Join(out, join)
}
