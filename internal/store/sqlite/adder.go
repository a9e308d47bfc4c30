package sqlite

import (
	"context"
	"database/sql"

	"readout/internal/store"
)

// adder holds the statements that adding a document runs many times.
type adder struct {
	known, document, actor, key, passage, passageWords *sql.Stmt
	statement, statementActor, statementWords          *sql.Stmt
	contact, contactParty                              *sql.Stmt
}

func newAdder(ctx context.Context, db *sql.DB) (*adder, error) {
	a := &adder{}
	for _, p := range []struct {
		to    **sql.Stmt
		query string
	}{
		{&a.known, `SELECT id, record, stamp FROM document WHERE sha256 = $1`},
		{&a.document, `INSERT INTO document (sha256, name, lang, title, outlet, url, published, published_from, stamp, text, record)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`},
		{&a.actor, `INSERT INTO actor (doc, ref, kind, name, json) VALUES ($1, $2, $3, $4, $5)`},
		{&a.key, `INSERT OR IGNORE INTO actor_key (key, actor) VALUES ($1, $2)`},
		{&a.passage, `INSERT INTO passage (doc, place) VALUES ($1, $2)`},
		{&a.passageWords, `INSERT INTO passage_words (rowid, forms, lemmas) VALUES ($1, $2, $3)`},
		{&a.statement, `INSERT INTO statement (doc, n, act, dated, first, last, places, json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`},
		{&a.statementActor, `INSERT OR IGNORE INTO statement_actor (actor, part, statement) VALUES ($1, $2, $3)`},
		{&a.statementWords, `INSERT INTO statement_words (rowid, said, said_lemmas, around, around_lemmas) VALUES ($1, $2, $3, $4, $5)`},
		{&a.contact, `INSERT INTO contact (doc, n, kind, status, dated, first, last, places, json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`},
		{&a.contactParty, `INSERT OR IGNORE INTO contact_party (actor, contact) VALUES ($1, $2)`},
	} {
		st, err := db.PrepareContext(ctx, p.query)
		if err != nil {
			a.close()
			return nil, err
		}
		*p.to = st
	}
	return a, nil
}

func (a *adder) close() {
	for _, st := range []*sql.Stmt{a.known, a.document, a.actor, a.key, a.passage, a.passageWords,
		a.statement, a.statementActor, a.statementWords, a.contact, a.contactParty} {
		if st != nil {
			st.Close()
		}
	}
}

// place is a stretch of a text as a column holds it, in a few characters.
type place [5]int

func placeOf(p store.Passage) place { return place{p.Start, p.End, p.From, p.To, p.Line} }
