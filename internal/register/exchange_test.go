package register

import (
	"testing"

	"readout/internal/record"
)

// told makes a contact of a document whose actors are one and two.
func told(document, when, kind, status string) Contact {
	c := Contact{Document: Document{SHA256: document, Name: document}, Held: record.Contact{ID: "c1", Kind: kind, Parties: []string{"a1", "a2"}, Status: status},
		Actors: []record.Actor{{ID: "a1", Name: "Ana Roux", Kind: "person"}, {ID: "a2", Name: "Igor Belov", Kind: "person"}}}
	if when != "" {
		c.Held.When = &record.When{Value: when}
	}
	c.Dated = DateOf(when, "2024-04-10")
	return c
}

func exchanges(found ...Contact) []Exchange {
	var locals []Local
	for i, c := range found {
		for j, a := range c.Actors {
			locals = append(locals, Local{ID: ActorID(10*i + j + 1), Document: c.Document.SHA256, Actor: a})
		}
	}
	return Exchanges(found, Join(locals), locals)
}

func TestTwoAccountsAreOneExchange(t *testing.T) {
	x := exchanges(told("paris", "2024-04-03", "call", "held"), told("moscou", "2024-04-03", "talks", "held"), told("rome", "2024-04", "call", "denied"))
	if len(x) != 1 || len(x[0].Tellings) != 3 || x[0].Kind != "call" || x[0].When != "2024-04-03" {
		t.Fatalf("got %+v", x)
	}
	if len(x[0].Statuses) != 2 || !x[0].Took() {
		t.Errorf("the accounts differ: %v", x[0].Statuses)
	}
}

func TestOtherDaysKindsAndUndatedStandApart(t *testing.T) {
	x := exchanges(told("a", "2024-04-03", "call", "held"), told("b", "2024-04-04", "call", "held"), told("c", "2024-04-03", "message", "held"), told("d", "", "call", "held"))
	if len(x) != 4 || x[3].Tellings[0].Document.Name != "d" {
		t.Fatalf("got %+v", x)
	}
}

func TestPreviousContact(t *testing.T) {
	x := exchanges(told("b", "2024-04-03", "call", "held"), told("a", "2022-10", "call", "held"), told("c", "2023-05-01", "meeting", "cancelled"))
	last := x[len(x)-1]
	if last.Gap == nil || last.Gap.Duration != "P17M" || last.Gap.When != "2022-10" {
		t.Errorf("got %+v: a cancelled meeting is no contact", last.Gap)
	}
	if x[0].Gap != nil {
		t.Error("the first contact has none before it")
	}
}

func TestGap(t *testing.T) {
	for _, g := range [][3]string{{"2024-03-31", "2024-04-03", "P3D"}, {"2024-02-03", "2024-04-02", "P59D"}, {"2024-02-03", "2024-04-03", "P2M"}, {"2022-10-31", "2024-04-03", "P17M"}, {"2024-01-31", "2024-04-30", "P3M"}} {
		if got := gap(g[0], g[1]); got != g[2] {
			t.Errorf("gap(%s, %s) = %s, want %s", g[0], g[1], got, g[2])
		}
	}
}
