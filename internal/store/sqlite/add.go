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

// Add keeps a document in one transaction.
func (s *Store) Add(ctx context.Context, e *store.Entry) (store.Outcome, error) {
	if s.add == nil {
		return "", &store.Error{Code: store.ReadOnly, Path: s.path}
	}
	body, err := withoutText(e.Record)
	if err != nil {
		return "", s.fail(ctx, err)
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return "", s.fail(ctx, err)
	}
	defer tx.Rollback()
	outcome := store.Added
	var id int64
	var old, stamp string
	err = tx.StmtContext(ctx, s.add.known).QueryRowContext(ctx, e.Record.SHA256).Scan(&id, &old, &stamp)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return "", s.fail(ctx, err)
	case old == body && stamp == e.Stamp:
		return store.Unchanged, nil
	case old == body:
		if _, err := tx.ExecContext(ctx, "UPDATE document SET stamp = ? WHERE id = ?", e.Stamp, id); err != nil {
			return "", s.fail(ctx, err)
		}
		return store.Unchanged, s.fail(ctx, tx.Commit())
	default:
		outcome = store.Replaced
		if err := remove(ctx, tx, id); err != nil {
			return "", s.fail(ctx, err)
		}
	}
	w := &writer{ctx: ctx, tx: tx, add: s.add, bound: map[*sql.Stmt]*sql.Stmt{}, e: e, actors: map[string]int64{}}
	w.document(body)
	w.people()
	w.passages()
	w.statements()
	w.contacts()
	if w.err != nil {
		return "", s.fail(ctx, w.err)
	}
	if err := tx.Commit(); err != nil {
		return "", s.fail(ctx, err)
	}
	return outcome, nil
}

// Stamp is the stamp that a text was last added with.
func (s *Store) Stamp(ctx context.Context, sha256 string) (string, bool, error) {
	var stamp string
	err := s.db.QueryRowContext(ctx, "SELECT stamp FROM document WHERE sha256 = ?", sha256).Scan(&stamp)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return stamp, err == nil, s.fail(ctx, err)
}

// Remove takes a document out.
func (s *Store) Remove(ctx context.Context, sha256 string) error {
	if s.add == nil {
		return &store.Error{Code: store.ReadOnly, Path: s.path}
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.fail(ctx, err)
	}
	defer tx.Rollback()
	var id int64
	err = tx.QueryRowContext(ctx, "SELECT id FROM document WHERE sha256 = ?", sha256).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		err = remove(ctx, tx, id)
	}
	if err == nil {
		err = tx.Commit()
	}
	return s.fail(ctx, err)
}

// remove deletes a document's rows: the word indexes by hand, for the rest the
// tables refer to the document.
func remove(ctx context.Context, tx *sql.Tx, id int64) error {
	for _, q := range []string{
		"DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE doc = ?)",
		"DELETE FROM statement_words WHERE rowid IN (SELECT id FROM statement WHERE doc = ?)",
		"DELETE FROM document WHERE id = ?",
	} {
		if _, err := tx.ExecContext(ctx, q, id); err != nil {
			return err
		}
	}
	return nil
}

// withoutText is the record as JSON; the text has a column of its own.
func withoutText(r *record.Record) (string, error) {
	c := *r
	c.Text = ""
	raw, err := json.Marshal(&c)
	return string(raw), err
}

// writer inserts one document; after the first error it does nothing more.
type writer struct {
	ctx    context.Context
	tx     *sql.Tx
	add    *adder
	bound  map[*sql.Stmt]*sql.Stmt // the adder's statements inside the transaction
	e      *store.Entry
	doc    int64
	actors map[string]int64 // id in the record → row
	err    error
}

// insert runs one of the prepared statements and gives the new row's id.
func (w *writer) insert(st *sql.Stmt, args ...any) int64 {
	if w.err != nil {
		return 0
	}
	in := w.bound[st]
	if in == nil {
		in = w.tx.StmtContext(w.ctx, st)
		w.bound[st] = in
	}
	res, err := in.ExecContext(w.ctx, args...)
	if err != nil {
		w.err = err
		return 0
	}
	id, _ := res.LastInsertId()
	return id
}

func (w *writer) json(v any) string {
	raw, err := json.Marshal(v)
	if err != nil && w.err == nil {
		w.err = err
	}
	return string(raw)
}

func (w *writer) document(body string) {
	r := w.e.Record
	w.doc = w.insert(w.add.document, r.SHA256, r.Doc, r.Lang, r.Title, r.Outlet, r.URL,
		r.Published.Value, r.Published.From, w.e.Stamp, r.Text, body)
}

func (w *writer) people() {
	for _, a := range w.e.Record.Actors {
		id := w.insert(w.add.actor, w.doc, a.ID, a.Kind, a.Name, w.json(a))
		w.actors[a.ID] = id
		for _, k := range register.Keys(a) {
			w.insert(w.add.key, k, id)
		}
	}
}

func (w *writer) passages() {
	text := w.e.Record.Text
	for _, p := range w.e.Passages {
		id := w.insert(w.add.passage, w.doc, w.json(placeOf(p)))
		w.insert(w.add.passageWords, id, plain(text[p.From:p.To]), w.e.LemmasIn(p.Start, p.End))
	}
}

func (w *writer) statements() {
	for n := range w.e.Record.Statements {
		x := &w.e.Record.Statements[n]
		when := ""
		if x.When != nil {
			when = x.When.Value
		}
		dated, first, last := w.dated(when)
		ranges := w.e.PlaceOf(store.Spans(x)...)
		id := w.insert(w.add.statement, w.doc, n, x.Act, dated, first, last, w.places(ranges), w.json(x))
		w.link(w.add.statementActor, "by", id, x.By)
		w.link(w.add.statementActor, "to", id, x.To)
		w.link(w.add.statementActor, "target", id, x.Target)
		for _, v := range x.Via {
			w.link(w.add.statementActor, "via", id, v.By)
		}
		var said, lemmas strings.Builder
		for _, c := range x.Content {
			said.WriteString(plain(clip(c.Text)) + " ")
			lemmas.WriteString(w.e.LemmasIn(c.Start, c.End) + " ")
		}
		around, aroundLemmas := w.around(ranges)
		w.insert(w.add.statementWords, id, said.String(), lemmas.String(), around, aroundLemmas)
	}
}

func (w *writer) link(st *sql.Stmt, part string, statement int64, actors []string) {
	for _, a := range actors {
		if id, ok := w.actors[a]; ok {
			w.insert(st, id, part, statement)
		}
	}
}

func (w *writer) contacts() {
	for n := range w.e.Record.Contacts {
		x := &w.e.Record.Contacts[n]
		when := ""
		if x.When != nil {
			when = x.When.Value
		}
		dated, first, last := w.dated(when)
		id := w.insert(w.add.contact, w.doc, n, x.Kind, x.Status, dated, first, last, w.places(w.e.PlaceOf(x.Evidence)), w.json(x))
		for _, a := range x.Parties {
			if actor, ok := w.actors[a]; ok {
				w.insert(w.add.contactParty, actor, id)
			}
		}
	}
}

// dated gives the columns of a date; what is only known by its publication has
// that day in both.
func (w *writer) dated(when string) (by, first, last string) {
	d := register.DateOf(when, w.e.Record.Published.Value)
	if d.By == "published" {
		return d.By, d.To, d.To
	}
	return d.By, d.From, d.To
}

// indexed is how many bytes of one statement's words are indexed at most, and
// mostAround how many of the passages around it are
// indexed and shown: words nested ten thousand deep
// would otherwise be indexed ten thousand times.
const (
	indexed    = 64 << 10
	mostAround = 20
)

func clip(s string) string {
	if len(s) <= indexed {
		return s
	}
	return strings.ToValidUTF8(s[:indexed], "")
}

func (w *writer) around(ranges [][2]int) (words, lemmas string) {
	var a, b strings.Builder
	for _, r := range ranges {
		for _, p := range w.e.Passages[r[0]:min(r[1], r[0]+mostAround)] {
			a.WriteString(plain(w.e.Record.Text[p.From:p.To]) + " ")
			b.WriteString(w.e.LemmasIn(p.Start, p.End) + " ")
		}
	}
	return a.String(), b.String()
}

func (w *writer) places(ranges [][2]int) string {
	out := make([]place, 0, len(ranges))
	for _, r := range ranges {
		first, last := w.e.Passages[r[0]], w.e.Passages[min(r[1], r[0]+mostAround)-1]
		out = append(out, place{first.Start, last.End, first.From, last.To, first.Line})
	}
	return w.json(out)
}

// plain are the words of a text as the indexes hold them.
func plain(s string) string { return strings.Join(register.Plain(s), " ") }
