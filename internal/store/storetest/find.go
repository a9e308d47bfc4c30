package storetest

import (
	"context"
	"strings"
	"testing"

	"readout/internal/record"
	"readout/internal/register"
	"readout/internal/store"
)

// filled adds two dispatches and gives the row of each actor by name.
func filled(t *testing.T, s store.Store) map[string][]register.ActorID {
	t.Helper()
	ctx := context.Background()
	later := New("n2", "2024-06-10", "Le sénateur Anselme Brun a accusé Piotr Kalnov de mentir sur les négociations.\nKalnov a remercié Jeanne Ory pour sa patience.\nLe sommet prévu en juillet n'aura pas lieu.").
		Actor("a1", "person", "Anselme Brun", "sénateur", "").
		Actor("a2", "person", "Piotr Kalnov", "", "").
		Actor("a3", "person", "Jeanne Ory", "", "").
		Said("accuse", "a1", "a accusé", "mentir sur les négociations", "", "a2", "").
		Said("thank", "a2", "a remercié", "sa patience", "a3", "", "2024-06-09").
		Met("summit", "cancelled", "a2 a3", "Le sommet", "2024-07")
	for _, d := range []*Dispatch{later, Call("n1", "2024-04-04")} {
		if _, err := s.Add(ctx, d.Entry("")); err != nil {
			t.Fatal(err)
		}
	}
	out := map[string][]register.ActorID{}
	all, err := s.Actors(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		out[a.Name] = append(out[a.Name], a.ID)
	}
	return out
}

func statements(t *testing.T, s store.Store) {
	ids := filled(t, s)
	ory, kalnov, brun := ids["Jeanne Ory"], ids["Piotr Kalnov"], ids["Anselme Brun"]
	for _, c := range []struct {
		f    register.StatementFilter
		want string // document and id, in order
	}{
		{register.StatementFilter{}, "n1:s1 n1:s2 n2:s2 n2:s1"},
		{register.StatementFilter{By: ory}, "n1:s1 n1:s2"},
		{register.StatementFilter{By: ory, To: kalnov}, "n1:s1"},
		{register.StatementFilter{By: kalnov, To: ory}, "n2:s2"},
		{register.StatementFilter{By: ory, With: kalnov}, ""},
		{register.StatementFilter{By: ory, With: ory, To: kalnov}, "n1:s1"},
		{register.StatementFilter{By: []register.ActorID{}}, ""},
		{register.StatementFilter{Target: kalnov}, "n2:s1"},
		{register.StatementFilter{ToOrTarget: kalnov}, "n1:s1 n2:s1"},
		{register.StatementFilter{Acts: []string{"thank", "accuse"}}, "n2:s2 n2:s1"},
		{register.StatementFilter{Acts: []string{"accuse"}, By: brun}, "n2:s1"},
		{register.StatementFilter{About: []register.Term{{"Menace"}}}, "n1:s1"},
		{register.StatementFilter{About: []register.Term{{"négociation", "negociations"}}}, "n2:s1"},
		{register.StatementFilter{About: []register.Term{{"telephone"}}}, ""},
		{register.StatementFilter{About: []register.Term{{"telephone"}}, Around: true}, "n1:s1"},
		{register.StatementFilter{About: []register.Term{{"menace"}, {"patience"}}}, ""},
		{register.StatementFilter{About: []register.Term{{"toute instrumentalisation"}}}, "n1:s2"},
		{register.StatementFilter{About: []register.Term{{"instrumentalisation toute"}}}, ""},
		{register.StatementFilter{About: []register.Term{{"?!"}}, By: brun}, "n2:s1"},
		{register.StatementFilter{Since: "2024-06-10"}, "n2:s1"},
		{register.StatementFilter{Until: "2024-06-09"}, "n1:s1 n1:s2 n2:s2"},
		{register.StatementFilter{Since: "2024-04-05", Until: "2024-06-09"}, "n2:s2"},
		{register.StatementFilter{Limit: 1}, "n1:s1"},
	} {
		found, err := s.Statements(context.Background(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range found {
			got = append(got, h.Document.Name+":"+h.Said.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.f, got, c.want)
		}
	}
	found, err := s.Statements(context.Background(), register.StatementFilter{By: kalnov})
	if err != nil || len(found) != 1 {
		t.Fatal(err, found)
	}
	h := found[0]
	want := record.Span{Start: 79, End: 125, Text: "Kalnov a remercié Jeanne Ory pour sa patience."}
	if len(h.Places) != 1 || h.Places[0].Span != want || h.Places[0].Line != 2 {
		t.Errorf("%+v", h.Places)
	}
	if len(h.Actors) != 2 || h.Actors[0].Name != "Piotr Kalnov" || h.Actors[1].ID != "a3" {
		t.Errorf("%+v", h.Actors)
	}
	if h.Dated != (register.Dated{From: "2024-06-09", To: "2024-06-09", By: "when"}) {
		t.Errorf("%+v", h.Dated)
	}
}

func contacts(t *testing.T, s store.Store) {
	ids := filled(t, s)
	ory, kalnov, brun := ids["Jeanne Ory"], ids["Piotr Kalnov"], ids["Anselme Brun"]
	for _, c := range []struct {
		f    register.ContactFilter
		want string
	}{
		{register.ContactFilter{}, "n1:c1 n2:c1"},
		{register.ContactFilter{Parties: [][]register.ActorID{ory, kalnov}}, "n1:c1 n2:c1"},
		{register.ContactFilter{Parties: [][]register.ActorID{ory, brun}}, ""},
		{register.ContactFilter{Parties: [][]register.ActorID{ory, {}}}, ""},
		{register.ContactFilter{Kinds: []string{"call", "meeting"}}, "n1:c1"},
		{register.ContactFilter{Statuses: []string{"cancelled"}}, "n2:c1"},
		{register.ContactFilter{Since: "2024-07-15"}, "n2:c1"},
		{register.ContactFilter{Until: "2024-05-01"}, "n1:c1"},
	} {
		found, err := s.Contacts(context.Background(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range found {
			got = append(got, h.Document.Name+":"+h.Held.ID)
			if len(h.Actors) != 2 || len(h.Places) != 1 {
				t.Errorf("%+v", h)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.f, got, c.want)
		}
	}
}

func search(t *testing.T, s store.Store) {
	filled(t, s)
	for query, want := range map[string]string{
		"négociations": "Le sénateur Anselme Brun a accusé Piotr Kalnov de mentir sur les négociations.",
		"SOMMET":       "Le sommet prévu en juillet n'aura pas lieu.",
		"aura lieu":    "",
	} {
		found, err := s.Search(context.Background(), []register.Term{{query}}, 3)
		switch {
		case err != nil:
			t.Error(err)
		case want == "" && len(found) > 0, want != "" && (len(found) == 0 || found[0].Place.Text != want):
			t.Errorf("%q finds %+v", query, found)
		}
	}
	found, err := s.Search(context.Background(), []register.Term{{"ory"}, {"telephone"}}, 2)
	if err != nil || len(found) != 2 || found[0].Document.Name != "n1" {
		t.Errorf("the passage with both words comes first: %v %+v", err, found)
	}
}

func actors(t *testing.T, s store.Store) {
	filled(t, s)
	keys := func(a record.Actor) []string { return register.Keys(a) }
	for _, c := range []struct {
		keys []string
		want int
	}{
		{keys(record.Actor{Name: "Kalnow"}), 2},
		{keys(record.Actor{Name: "Piotr Kalnov", Role: "ministre"}), 1},
		{keys(record.Actor{Kind: "state", Country: "RU"}), 1},
		{keys(record.Actor{Name: "Personne"}), 0},
		{nil, 6},
	} {
		found, err := s.Actors(context.Background(), c.keys...)
		if err != nil || len(found) != c.want {
			t.Errorf("%v: %d actors, want %d (%v)", c.keys, len(found), c.want, err)
		}
	}
}
