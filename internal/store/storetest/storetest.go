// Package storetest is the suite that every store passes: what goes in comes
// out, once, and is found by what it says.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"readout/internal/record"
	"readout/internal/register"
	"readout/internal/store"
)

// Run runs the suite; open gives a store that is empty.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"AddOnce", addOnce},
		{"Replace", replace},
		{"Remove", removed},
		{"Record", whole},
		{"Documents", documents},
		{"Statements", statements},
		{"Contacts", contacts},
		{"Search", search},
		{"Actors", actors},
		{"OddText", oddText},
		{"LongLine", longLine},
		{"Cancelled", cancelled},
		{"CancelledMidway", cancelledMidway},
		{"Together", together},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
			c.test(t, s)
			if err := s.Check(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func addOnce(t *testing.T, s store.Store) {
	ctx := context.Background()
	e := Call("n1", "2024-04-04").Entry("v1")
	for i, want := range []store.Outcome{store.Added, store.Unchanged, store.Unchanged} {
		if got := must[store.Outcome](t)(s.Add(ctx, e)); got != want {
			t.Errorf("add %d: %s, want %s", i, got, want)
		}
	}
	c := must[store.Counts](t)(s.Count(ctx))
	if c != (store.Counts{Documents: 1, Statements: 2, Contacts: 1, Actors: 3}) {
		t.Errorf("%+v", c)
	}
	stamp, ok, err := s.Stamp(ctx, e.Record.SHA256)
	if stamp != "v1" || !ok || err != nil {
		t.Error(stamp, ok, err)
	}
	if _, ok, err := s.Stamp(ctx, "none"); ok || err != nil {
		t.Error(ok, err)
	}
}

// A later version of the program finds one statement less: the old ones are gone.
func replace(t *testing.T, s store.Store) {
	ctx := context.Background()
	d := Call("n1", "2024-04-04")
	must[store.Outcome](t)(s.Add(ctx, d.Entry("v1")))
	d.Record.Statements = d.Record.Statements[:1]
	if got := must[store.Outcome](t)(s.Add(ctx, d.Entry("v2"))); got != store.Replaced {
		t.Error(got)
	}
	c := must[store.Counts](t)(s.Count(ctx))
	if c != (store.Counts{Documents: 1, Statements: 1, Contacts: 1, Actors: 3}) {
		t.Errorf("%+v", c)
	}
	found := must[[]register.Statement](t)(s.Statements(ctx, register.StatementFilter{About: []register.Term{{"instrumentalisation"}}}))
	if len(found) != 0 {
		t.Errorf("the old statement is still found: %v", found)
	}
	if got := must[[]register.Passage](t)(s.Search(ctx, []register.Term{{"instrumentalisation"}}, 5)); len(got) != 1 {
		t.Errorf("%d passages", len(got))
	}
}

func removed(t *testing.T, s store.Store) {
	ctx := context.Background()
	e := Call("n1", "2024-04-04").Entry("")
	must[store.Outcome](t)(s.Add(ctx, e))
	for range 2 {
		if err := s.Remove(ctx, e.Record.SHA256); err != nil {
			t.Fatal(err)
		}
	}
	if c := must[store.Counts](t)(s.Count(ctx)); c != (store.Counts{}) {
		t.Errorf("%+v", c)
	}
	if got := must[[]register.Passage](t)(s.Search(ctx, []register.Term{{"menace"}}, 5)); len(got) != 0 {
		t.Errorf("%d passages", len(got))
	}
}

func whole(t *testing.T, s store.Store) {
	ctx := context.Background()
	d := Call("n1", "2024-04-04")
	must[store.Outcome](t)(s.Add(ctx, d.Entry("")))
	twin := Call("n1", "2024-04-05")
	for _, ref := range []string{"n1", d.Record.SHA256, d.Record.SHA256[:8], strings.ToUpper(d.Record.SHA256[:8])} {
		got := must[*record.Record](t)(s.Record(ctx, ref))
		if !reflect.DeepEqual(got, &d.Record) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", ref, got, d.Record)
		}
	}
	for _, ref := range []string{"n2", "", "%", d.Record.SHA256[:3], "______"} {
		if _, err := s.Record(ctx, ref); !errors.Is(err, &store.Error{Code: store.NoDocument}) {
			t.Errorf("%q: %v", ref, err)
		}
	}
	must[store.Outcome](t)(s.Add(ctx, twin.Entry("")))
	_, err := s.Record(ctx, "n1")
	var se *store.Error
	if !errors.As(err, &se) || se.Code != store.Ambiguous || len(se.Candidates) != 2 {
		t.Error(err)
	}
}

func documents(t *testing.T, s store.Store) {
	ctx := context.Background()
	for _, d := range []*Dispatch{Call("c", "2024-05-01"), Call("b", "2024-04-04"), Call("a", "2024-04-04"), Call("z", "")} {
		must[store.Outcome](t)(s.Add(ctx, d.Entry("")))
	}
	for _, c := range []struct {
		f    store.DocumentFilter
		want string
	}{
		{store.DocumentFilter{}, "z a b c"},
		{store.DocumentFilter{Since: "2024-04-04", Until: "2024-04-30"}, "a b"},
		{store.DocumentFilter{Until: "2024-04-30"}, "a b"},
		{store.DocumentFilter{Name: "b"}, "b"},
		{store.DocumentFilter{Lang: "en"}, ""},
		{store.DocumentFilter{Outlet: "Agence Essai", Limit: 2}, "z a"},
	} {
		var got []string
		for _, d := range must[[]register.Document](t)(s.Documents(ctx, c.f)) {
			got = append(got, d.Name)
			if d.Statements != 2 || d.Contacts != 1 || d.Actors != 3 || len(d.SHA256) != 64 {
				t.Errorf("%+v", d)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v: %v, want %s", c.f, got, c.want)
		}
	}
}

func oddText(t *testing.T, s store.Store) {
	ctx := context.Background()
	d := &Dispatch{}
	d.Record = record.Record{Doc: "it's \"odd\"; DROP TABLE document", SHA256: strings.Repeat("a1", 32), Lang: "fr",
		Text: "Ligne un — 𝄞 « oui »\r\n\r\nAND OR NOT \"NEAR(a b)\" * ^ -\nдевушка 日本", Actors: []record.Actor{},
		Statements: []record.Statement{}, Contacts: []record.Contact{}, Acts: []record.Act{}, Times: []record.Time{}, Figures: []record.Figure{}, Remarks: []record.Remark{}}
	must[store.Outcome](t)(s.Add(ctx, d.Entry("")))
	got := must[*record.Record](t)(s.Record(ctx, d.Record.Doc))
	if got.Text != d.Record.Text {
		t.Errorf("%q", got.Text)
	}
	for query, want := range map[string]string{"AND": "AND OR NOT \"NEAR(a b)\" * ^ -", "near(a": "AND OR NOT \"NEAR(a b)\" * ^ -", "Девушка": "девушка 日本",
		"OUI\"": "Ligne un — 𝄞 « oui »", "\"": "", "*": "", "": ""} {
		found := must[[]register.Passage](t)(s.Search(ctx, []register.Term{{query}}, 5))
		switch {
		case want == "" && len(found) > 0:
			t.Errorf("%q finds %v", query, found)
		case want != "" && (len(found) != 1 || found[0].Place.Text != want):
			t.Errorf("%q finds %v", query, found)
		case want != "":
			p := found[0].Place
			if string([]rune(d.Record.Text)[p.Start:p.End]) != want {
				t.Errorf("%q: code points %d to %d", query, p.Start, p.End)
			}
		}
	}
}

// A text of one endless line is kept in passages that a person can read, and a
// statement as long as the text does no harm.
func longLine(t *testing.T, s store.Store) {
	ctx := context.Background()
	body := "Le début dit que " + strings.Repeat("la négociation, à l’été, dure encore ", 20_000) + "fin."
	d := New("long", "2024-04-04", body).Actor("a1", "person", "Jeanne Ory", "", "")
	d.Said("state", "a1", "dit", strings.TrimPrefix(body, "Le début dit que "), "", "", "")
	must[store.Outcome](t)(s.Add(ctx, d.Entry("")))
	found := must[[]register.Passage](t)(s.Search(ctx, []register.Term{{"début"}}, 5))
	if len(found) != 1 || found[0].Place.Start != 0 || len(found[0].Place.Text) > 2000 || !strings.HasPrefix(body, found[0].Place.Text) {
		t.Errorf("%d passages", len(found))
	}
	if got := must[[]register.Statement](t)(s.Statements(ctx, register.StatementFilter{About: []register.Term{{"négociation"}}})); len(got) != 1 {
		t.Errorf("%d statements", len(got))
	}
}

func cancelled(t *testing.T, s store.Store) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Add(ctx, Call("n1", "").Entry("")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if c := must[store.Counts](t)(s.Count(context.Background())); c.Documents != 0 {
		t.Error(c)
	}
}

// A context that ends while a document is added leaves all of it or nothing,
// and the error says that the context ended.
func cancelledMidway(t *testing.T, s store.Store) {
	for i := range 30 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(i*60)*time.Microsecond)
		d := Call(fmt.Sprintf("n%d", i), "2024-04-04")
		_, err := s.Add(ctx, d.Entry(""))
		cancel()
		_, there, e := s.Stamp(context.Background(), d.Record.SHA256)
		switch {
		case e != nil:
			t.Fatal(e)
		case err != nil && !errors.Is(err, context.DeadlineExceeded):
			t.Errorf("after %d µs: %v", i*60, err)
		case err == nil && !there:
			t.Errorf("after %d µs: reported and not there", i*60)
		}
	}
	docs := must[[]register.Document](t)(s.Documents(context.Background(), store.DocumentFilter{}))
	for _, d := range docs {
		if d.Statements != 2 || d.Contacts != 1 || d.Actors != 3 {
			t.Errorf("half a document: %+v", d)
		}
	}
}

// Several goroutines add, some of them the same text, while others read.
func together(t *testing.T, s store.Store) {
	ctx := context.Background()
	var wg sync.WaitGroup
	var mu sync.Mutex
	added := 0
	for g := range 4 {
		wg.Go(func() {
			for i := range 8 {
				out, err := s.Add(ctx, Call(fmt.Sprintf("n%d", (g*4+i)%20), "2024-04-04").Entry(""))
				if err != nil {
					t.Error(err)
					return
				}
				if out == store.Added {
					mu.Lock()
					added++
					mu.Unlock()
				}
				if _, err := s.Statements(ctx, register.StatementFilter{Acts: []string{"ask"}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if c := must[store.Counts](t)(s.Count(ctx)); c.Documents != 20 || added != 20 {
		t.Errorf("%d documents, %d reported as added", c.Documents, added)
	}
}
