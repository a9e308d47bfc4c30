package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"readout/internal/record"
)

const sharedDir = "../../../shared"

// TestSameAsReference compares our figures with those of the reference scorer
// on records made from the annotation by a seeded spoiling.
func TestSameAsReference(t *testing.T) {
	script := filepath.Join(sharedDir, "gold", "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("the reference scorer ../shared/gold/score.py is not here")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3, which runs the reference scorer, is not installed")
	}
	for _, name := range []string{"seed", "invented", "fr-dev"} {
		goldFile := filepath.Join(sharedDir, "gold", name+".jsonl")
		gold := readGoldFile(t, goldFile)
		rnd := newTwister(7)
		var found []record.Record
		var lines bytes.Buffer
		for i := range gold {
			if rnd.index(20) == 0 {
				continue
			}
			found = append(found, spoil(&gold[i], rnd))
			line, _ := json.Marshal(found[len(found)-1])
			lines.Write(append(line, '\n'))
		}
		file := filepath.Join(t.TempDir(), "found.jsonl")
		if err := os.WriteFile(file, lines.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		want, err := exec.Command(python, script, goldFile, file).Output()
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		Compare(gold, found).Write(&got)
		if got.String() != string(want) {
			t.Errorf("%s: ours\n%s\nreference\n%s", name, got.String(), want)
		}
	}
}

func readGoldFile(t *testing.T, file string) []Gold {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := ReadGold(f)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// spoil makes a record of an annotation with mistakes of every kind.
func spoil(g *Gold, rnd *twister) record.Record {
	r := record.Record{Doc: g.Doc}
	for _, a := range g.Actors {
		x := record.Actor{ID: "f-" + a.ID, Name: a.Name, Names: []string{a.Name}}
		if rnd.index(10) == 0 {
			x.Name, x.Names = "Nobody", nil
		}
		r.Actors = append(r.Actors, x)
	}
	ids := func(l []string) []string {
		out := []string{}
		for _, id := range l {
			if rnd.index(8) > 0 {
				out = append(out, "f-"+id)
			}
		}
		return out
	}
	span := func(s Span) *record.Span {
		return &record.Span{Start: max(0, s[0]-rnd.index(6)), End: s[1] - rnd.index(min(30, s[1]-s[0]))}
	}
	maybe := func(s *Span) *record.Span {
		if s == nil || rnd.index(9) == 0 {
			return nil
		}
		return span(*s)
	}
	when := func(v *string) *record.When {
		if v == nil || rnd.index(6) == 0 {
			return nil
		}
		return &record.When{Value: *v}
	}
	for _, s := range g.Statements {
		if rnd.index(7) == 0 {
			continue
		}
		x := record.Statement{Cue: maybe(s.Cue), Source: maybe(s.Source), By: ids(s.By), To: ids(s.To), Mode: s.Mode, Act: s.Act, When: when(s.When)}
		if rnd.index(5) == 0 {
			x.Mode, x.Act = "direct", "state"
		}
		for _, c := range s.Content {
			x.Content = append(x.Content, *span(c))
		}
		for _, v := range s.Via {
			x.Via = append(x.Via, record.Via{By: ids(v.By)})
		}
		r.Statements = append(r.Statements, x)
	}
	for _, c := range g.Contacts {
		r.Contacts = append(r.Contacts, record.Contact{Kind: c.Kind, Parties: ids(c.Parties), When: when(c.When), Status: "held"})
	}
	for _, x := range g.Times {
		if x.Span != nil && rnd.index(6) > 0 {
			r.Times = append(r.Times, record.Time{Span: *span(*x.Span), Value: x.Value})
		}
	}
	return r
}

func TestPerfectRecordScoresFull(t *testing.T) {
	g := Gold{Doc: "d", Text: "Le maire dit oui.", Actors: []GoldActor{{ID: "m", Name: "le maire"}},
		Statements: []GoldSaid{{Content: []Span{{13, 16}}, Cue: &Span{9, 12}, Source: &Span{0, 8}, By: []string{"m"}, Mode: "indirect", Act: "agree"}}}
	f := record.Record{Doc: "d", Actors: []record.Actor{{ID: "a1", Name: "Le maire"}},
		Statements: []record.Statement{{Content: []record.Span{{Start: 13, End: 16}}, Cue: &record.Span{Start: 9, End: 12}, Source: &record.Span{Start: 0, End: 8}, By: []string{"a1"}, Mode: "indirect", Act: "agree"}}}
	r := Compare([]Gold{g}, []record.Record{f})
	for _, name := range []string{"ggt80", "attribution", "source", "cue", "mode", "act", "exact_content"} {
		if got := r.Get(name).F; got != 1 {
			t.Errorf("%s = %v, want 1", name, got)
		}
	}
}
