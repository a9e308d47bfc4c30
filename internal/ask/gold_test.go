package ask

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/names"
	"readout/internal/record"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/internal/text"
)

// goldLine is what these tests need of a line of a gold file.
type goldLine struct {
	Doc, Lang, Published, SHA256, Text string
	Actors                             []record.Actor
	Statements                         []struct {
		Content [][2]int
		By, To  []string
		Target  []string
		Mode    string
		Act     string
		When    string
	}
	Contacts []struct {
		Kind, Status, When string
		Parties            []string
		Evidence           [2]int
	}
}

// goldStore keeps the invented dispatches with the records that people made, so
// that what is missing here is missing in the asking.
func goldStore(t *testing.T, file string) (store.Store, []goldLine) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Skip("the gold files are not beside the project:", err)
	}
	defer f.Close()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "gold.db"), sqlite.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	var all []goldLine
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var g goldLine
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		r := g.record()
		d := &doc.Document{Name: g.Doc, Text: text.FromString(g.Text)}
		if _, err := s.Add(context.Background(), store.NewEntry(d, r, "")); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return s, all
}

func (g *goldLine) record() *record.Record {
	runes := []rune(g.Text)
	span := func(at [2]int) record.Span {
		return record.Span{Start: at[0], End: at[1], Text: string(runes[at[0]:at[1]])}
	}
	r := &record.Record{Doc: g.Doc, SHA256: g.SHA256, Lang: g.Lang, Text: g.Text, Published: record.Published{Value: g.Published}}
	for _, a := range g.Actors {
		a.Names = []string{a.Name}
		r.Actors = append(r.Actors, a)
	}
	for i, x := range g.Statements {
		s := record.Statement{ID: "s" + string(rune('a'+i)), By: x.By, To: x.To, Target: x.Target, Mode: x.Mode, Act: x.Act}
		for _, c := range x.Content {
			s.Content = append(s.Content, span(c))
		}
		if x.When != "" {
			s.When = &record.When{Value: x.When}
		}
		r.Statements = append(r.Statements, s)
	}
	for i, x := range g.Contacts {
		c := record.Contact{ID: "c" + string(rune('a'+i)), Kind: x.Kind, Status: x.Status, Parties: x.Parties, Evidence: span(x.Evidence)}
		if x.When != "" {
			c.When = &record.When{Value: x.When}
		}
		r.Contacts = append(r.Contacts, c)
	}
	return r
}

// proper tells a name of several words from a role put in its place.
func proper(name string) bool {
	last := name[strings.LastIndex(name, " ")+1:]
	return len(names.Words(name)) > 1 && strings.ToLower(last) != last
}

// Every statement of a person with a name is found by asking what that person
// said, and no statement is found that another person made.
func TestEveryStatementIsFound(t *testing.T) {
	s, all := goldStore(t, "../../../shared/gold/invented.jsonl")
	q := french(t, nil)
	asked, missed := 0, 0
	for _, g := range all {
		for _, a := range g.Actors {
			if a.Kind != "person" || !proper(a.Name) {
				continue
			}
			var want []string
			for i, x := range g.Statements {
				if slices.Contains(x.By, a.ID) {
					want = append(want, "s"+string(rune('a'+i)))
				}
			}
			answer, err := q.Ask(context.Background(), s, "Qu'a dit "+a.Name+" ?", Options{Limit: 1000})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range answer.Passages {
				if p.Document.SHA256 == g.SHA256 {
					got = append(got, p.Statement.Said.ID)
				}
				last := names.Last(names.Words(a.Name))
				family := last[strings.LastIndex(last, "-")+1:]
				if !slices.ContainsFunc(p.Statement.Actors, func(b record.Actor) bool {
					return strings.HasSuffix(names.Fold(b.Name), family) || names.SameWord(names.Last(names.Words(b.Name)), last)
				}) {
					t.Errorf("%s: %s of %s is another's", a.Name, p.Statement.Said.ID, p.Document.Name)
				}
			}
			asked += len(want)
			for _, w := range want {
				if !slices.Contains(got, w) {
					missed++
					t.Logf("%s, %s: %s is missed (%s)", g.Doc, a.Name, w, answer.Status)
				}
			}
		}
	}
	t.Logf("%d statements, %d missed", asked, missed)
	if missed*50 > asked {
		t.Errorf("%d of %d statements are missed", missed, asked)
	}
}

// Two persons of whom a text tells that they were in contact are found so by
// every way of asking for it.
func TestEveryContactIsFound(t *testing.T) {
	s, all := goldStore(t, "../../../shared/gold/invented.jsonl")
	q := french(t, nil)
	for _, g := range all {
		for i, c := range g.Contacts {
			var party []string
			for _, a := range g.Actors {
				if slices.Contains(c.Parties, a.ID) && a.Kind == "person" && len(names.Words(a.Name)) > 1 {
					party = append(party, a.Name)
				}
			}
			if len(party) != 2 || c.Kind == "message" {
				continue
			}
			for _, question := range []string{
				"Quand " + party[0] + " et " + party[1] + " se sont-ils parlé pour la dernière fois ?",
				"Quand " + party[1] + " a-t-il parlé à " + party[0] + " ?",
				"Quels contacts entre " + party[0] + " et " + party[1] + " ?",
			} {
				a, err := q.Ask(context.Background(), s, question, Options{})
				if err != nil {
					t.Fatal(err)
				}
				if a.Status != Answered {
					t.Errorf("%s c%d: %s: %s %v", g.Doc, i, question, a.Status, a.Notes)
				}
			}
		}
	}
}
