package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/record"
	"readout/internal/store"
	"readout/internal/text"
)

// Dispatch is an invented text with its record, written by hand.
type Dispatch struct {
	Record record.Record
}

// Entry is the dispatch as it goes into a store; its sentences are its lines.
func (d *Dispatch) Entry(stamp string) *store.Entry {
	r := d.Record
	return store.NewEntry(&doc.Document{Name: r.Doc, Text: text.FromString(r.Text)}, &r, stamp)
}

// New begins a record of a text, without statements.
func New(name, published, body string) *Dispatch {
	sum := sha256.Sum256([]byte(body))
	return &Dispatch{record.Record{
		Doc: name, SHA256: hex.EncodeToString(sum[:]), Lang: "fr", Outlet: "Agence Essai", Text: body,
		Published: record.Published{Value: published, From: "meta"},
		Actors:    []record.Actor{}, Statements: []record.Statement{}, Contacts: []record.Contact{}, Acts: []record.Act{},
		Times: []record.Time{}, Figures: []record.Figure{}, Remarks: []record.Remark{},
	}}
}

// Span finds words in the text.
func (d *Dispatch) Span(words string) *record.Span {
	before, _, ok := strings.Cut(d.Record.Text, words)
	if !ok {
		panic("storetest: the text does not say " + words)
	}
	n := utf8.RuneCountInString(before)
	return &record.Span{Start: n, End: n + utf8.RuneCountInString(words), Text: words}
}

// Actor adds an actor: "a1", "person", "Jeanne Ory", role, country.
func (d *Dispatch) Actor(id, kind, name, role, country string) *Dispatch {
	d.Record.Actors = append(d.Record.Actors, record.Actor{ID: id, Kind: kind, Name: name, Names: []string{name}, Role: role, Country: country})
	return d
}

// Said adds a statement; ids in by, to and target are parted by blanks.
func (d *Dispatch) Said(act, by, cue, content, to, target, when string) *Dispatch {
	s := record.Statement{
		ID: "s" + string(rune('1'+len(d.Record.Statements))), Act: act, Mode: "indirect", Cue: d.Span(cue), Content: []record.Span{*d.Span(content)},
		By: ids(by), To: ids(to), Target: ids(target), Via: []record.Via{}, Rule: "test",
	}
	if when != "" {
		s.When = &record.When{Value: when}
	}
	d.Record.Statements = append(d.Record.Statements, s)
	return d
}

// Met adds a contact.
func (d *Dispatch) Met(kind, status, parties, evidence, when string) *Dispatch {
	c := record.Contact{
		ID: "c" + string(rune('1'+len(d.Record.Contacts))), Kind: kind, Status: status, Parties: ids(parties), Evidence: *d.Span(evidence), Rule: "test",
	}
	if when != "" {
		c.When = &record.When{Value: when}
	}
	d.Record.Contacts = append(d.Record.Contacts, c)
	return d
}

func ids(s string) []string { return append([]string{}, strings.Fields(s)...) }

// Call is a dispatch about a call of two invented ministers.
func Call(name, published string) *Dispatch {
	body := "La ministre Jeanne Ory a assuré jeudi à son homologue Piotr Kalnov, au téléphone, que la menace restait forte.\n" +
		"Elle a demandé à Moscou de cesser toute instrumentalisation.\n" +
		"Dépêche " + name + " " + published + "\n"
	return New(name, published, body).
		Actor("a1", "person", "Jeanne Ory", "ministre française de la Défense", "FR").
		Actor("a2", "person", "Piotr Kalnov", "ministre russe de la Défense", "RU").
		Actor("a3", "state", "Moscou", "", "RU").
		Said("state", "a1", "a assuré", "la menace restait forte", "a2", "", "2024-04-04").
		Said("ask", "a1", "a demandé", "de cesser toute instrumentalisation", "a3", "", "").
		Met("call", "held", "a1 a2", "au téléphone", "2024-04-04")
}
