package ask

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/record"
	"readout/internal/register"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/internal/store/storetest"
	"readout/internal/text"
)

// newsroom is a store with a few invented dispatches.
func newsroom(t testing.TB) store.Store {
	t.Helper()
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "store.db"), sqlite.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for _, d := range dispatches() {
		if _, err := s.Add(ctx, d.Entry("")); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func dispatches() []*storetest.Dispatch {
	call := storetest.New("appel", "2024-04-04", "La ministre française de la Défense, Jeanne Ory, a déclaré mercredi à son homologue russe Piotr Kalnov, lors d'un entretien téléphonique, que la France était prête à des échanges sur les otages.\n"+
		"Ory a ajouté que la menace restait forte, selon le ministère.\n"+
		"Kalnov a répondu à Ory que Moscou n'était pour rien dans l'attaque.\n"+
		"Ils s'étaient parlé pour la dernière fois en octobre 2022.\n"+
		"Une rencontre prévue à Vienne a été annulée.").
		Actor("a1", "person", "Jeanne Ory", "ministre française de la Défense", "FR").
		Actor("a2", "person", "Piotr Kalnov", "ministre russe de la Défense", "RU").
		Actor("a3", "body", "ministère de la Défense", "", "FR").
		Said("propose", "a1", "a déclaré", "la France était prête à des échanges sur les otages", "a2", "", "2024-04-03").
		Said("state", "a1", "a ajouté", "la menace restait forte", "", "", "2024-04-03").
		Said("deny", "a2", "a répondu", "Moscou n'était pour rien dans l'attaque", "a1", "", "2024-04-03").
		Met("call", "held", "a1 a2", "un entretien téléphonique", "2024-04-03").
		Met("talks", "held", "a1 a2", "s'étaient parlé", "2022-10").
		Met("meeting", "cancelled", "a1 a2", "Une rencontre prévue", "")
	call.Record.Statements[1].Via = []record.Via{{By: []string{"a3"}, Cue: call.Span("selon"), Source: call.Span("le ministère")}}
	crisis := storetest.New("crise", "2024-05-20", "Le président Emmanuel Macron a accusé la Russie de mensonge sur la guerre en Ukraine.\n"+
		"Le sénateur Anselme Brun a condamné l'attaque de Brest.\nShoigou Kalnow a remercié le président Macron pour sa patience.\n"+
		"Interrogé sur le gazoduc, Anselme Brun a refusé de répondre.").
		Actor("a1", "person", "Emmanuel Macron", "président", "FR").
		Actor("a2", "state", "la Russie", "", "RU").
		Actor("a3", "person", "Anselme Brun", "sénateur", "").
		Actor("a4", "person", "Kalnow", "", "").
		Said("accuse", "a1", "a accusé", "mensonge sur la guerre en Ukraine", "", "a2", "").
		Said("condemn", "a3", "a condamné", "l'attaque de Brest", "", "", "").
		Said("thank", "a4", "a remercié", "sa patience", "a1", "", "2024-05-19").
		Said("decline", "a3", "a refusé", "de répondre", "", "", "")
	old := storetest.New("avant", "2023-02-01", "Macron a promis à Kiev des chars pour l'Ukraine.").
		Actor("a1", "person", "Macron", "", "").Actor("a2", "state", "Kiev", "", "UA").
		Said("promise", "a1", "a promis", "des chars pour l'Ukraine", "a2", "", "")
	return []*storetest.Dispatch{call, crisis, old}
}

// One line a question: its status, and the passages by reason, document and
// number of statement or contact.
func TestAsk(t *testing.T) {
	s := newsroom(t)
	q := french(t, dates{})
	for _, c := range []struct{ question, want string }{
		{"Que se sont dit Ory et Kalnov ?", "answered contact:appel:c2 said-to:appel:s1 contact:appel:c1 said-near:appel:s2 said-to:appel:s3"},
		{"Que se sont dit la ministre française de la Défense et son homologue russe ?", "answered contact:appel:c2 said-to:appel:s1 contact:appel:c1 said-near:appel:s2 said-to:appel:s3"},
		{"Que se sont dit Ory et Kalnov sur les otages ?", "answered said-to:appel:s1"},
		{"Que se sont dit Ory et Macron ?", "nothing"},
		{"Que se sont dit Ory et Dupont ?", "unknown-actor"},
		{"Quand Ory et Kalnov se sont-ils parlé pour la dernière fois ?", "answered contact:appel:c1 contact:appel:c2"},
		{"Quand Ory et Kalnov se sont-ils rencontrés ?", "answered contact-not-held:appel:c3"},
		{"Avec qui Jeanne Ory s'est-elle entretenue ?", "answered contact:appel:c2 contact:appel:c1"},
		{"Qu'a dit Macron ?", "answered said:avant:s1 said:crise:s1"},
		{"qu'a dit macron sur l'ukraine", "answered said:avant:s1 said:crise:s1"},
		{"Qu'a dit Macron sur l'Ukraine depuis mars 2024 ?", "answered said:crise:s1"},
		{"Qu'a dit Macron avant 2024 ?", "answered said:avant:s1"},
		{"Qu'a dit Macron sur le fromage ?", "nothing"},
		{"Qu'a dit Kalnov à Ory ?", "answered said:appel:s3"},
		{"Qu'a dit Brun sur le gazoduc ?", "answered said-around:crise:s4"},
		{"Qui a accusé la Russie ?", "answered targeted:crise:s1"},
		{"Qui a accusé Moscou de mensonge ?", "answered targeted:crise:s1"},
		{"Qui a remercié Emmanuel Macron ?", "answered targeted:crise:s3"},
		{"Qui a condamné l'attaque de Brest ?", "answered said:crise:s2"},
		{"Qui a parlé d'otages ?", "answered said:appel:s1"},
		{"Que se sont dit Paris et Moscou ?", "answered contact:appel:c2 said-to:appel:s1 contact:appel:c1 said-near:appel:s2 said-to:appel:s3"},
		{"Est-ce que Jeanne Ory a rencontré Kalnov ?", "answered contact-not-held:appel:c3"},
		{"Est-ce qu'Anselme Brun a condamné l'attaque ?", "answered said:crise:s2"},
		{"Qui a remercié ?", "answered said:crise:s3"},
		{"Qu'a dit Paris ?", "answered said:appel:s1 said:appel:s2 said:crise:s1"},
		{"Qu'a dit Moscou ?", "answered said:appel:s3"},
		{"Qu'a demandé Berlin ?", "unknown-actor"},
		{"Qu'a promis le président ?", "answered said:avant:s1"},
		{"Qu'ont dit Ory et Brun ?", "answered said:appel:s1 said:appel:s2 said:crise:s2 said:crise:s4"},
		{"Combien coûte un char en Ukraine ?", "not-understood"},
		{"", "not-understood"},
		{"??? !!!", "not-understood"},
		{strings.Repeat("que dit Macron ", 500), "not-understood"},
	} {
		a, err := q.Ask(context.Background(), s, c.question, Options{Today: "2024-06-01"})
		if err != nil {
			t.Fatal(err)
		}
		got := string(a.Status)
		for _, p := range a.Passages {
			id := ""
			if p.Statement != nil {
				id = p.Statement.Said.ID
			} else {
				id = p.Contact.Held.ID
			}
			got += fmt.Sprintf(" %s:%s:%s", p.Why, p.Document.Name, id)
		}
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s\n%+v", c.question, got, c.want, a.Notes)
		}
	}
}

func TestAskInEnglish(t *testing.T) {
	s := newsroom(t)
	both := []*Asker{french(t, dates{}), english(t)}
	for question, want := range map[string]string{
		"What did Macron say about Ukraine since March 2024?":                                 "answered en.ask.what 1",
		"What did Macron say before 2024?":                                                    "answered en.ask.what 1",
		"What did the French defence minister and her Russian counterpart say to each other?": "answered en.ask.each-other 5",
		"When did Ory and Kalnov last speak?":                                                 "answered en.ask.when 2",
		"Who accused Russia?":                                                                 "answered en.ask.who 1",
		"Que dit Macron ?":                                                                    "answered fr.ask.que-dit 2",
		"Who thanked Dupont?":                                                                 "nothing en.ask.who 0",
	} {
		a, err := Any(context.Background(), both, s, question, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := string(a.Status)
		if a.Query != nil {
			got += fmt.Sprintf(" %s %d", a.Query.Pattern, len(a.Passages))
		}
		if got != want {
			t.Errorf("%s: %s, want %s (%+v)", question, got, want, a.Query)
		}
	}
}

// What is shown stands in the text, letter for letter.
func TestPassagesAreInTheText(t *testing.T) {
	ctx := context.Background()
	s := newsroom(t)
	q := french(t, nil)
	for _, question := range []string{"Que se sont dit Ory et Kalnov ?", "Qu'a dit Macron ?", "Combien coûte un char en Ukraine ?", "Quand Ory et Kalnov se sont-ils parlé ?"} {
		a, err := q.Ask(ctx, s, question, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Passages)+len(a.Nearest) == 0 {
			t.Errorf("%s: nothing is shown", question)
		}
		for _, p := range append(a.Passages, a.Nearest...) {
			r, err := s.Record(ctx, p.Document.SHA256)
			if err != nil {
				t.Fatal(err)
			}
			for _, at := range p.Places {
				if string([]rune(r.Text)[at.Start:at.End]) != at.Text || strings.Count(string([]rune(r.Text)[:at.Start]), "\n")+1 != at.Line {
					t.Errorf("%s: %+v is not in the text", question, at)
				}
			}
		}
	}
}

// The JSON of an answer has the record's own statement and each document once.
func TestAnswerAsJSON(t *testing.T) {
	a, err := french(t, nil).Ask(context.Background(), newsroom(t), "Qui a accusé la Russie ?", Options{})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var back struct {
		Status   string
		Passages []struct {
			Why       string
			Document  struct{ Doc string }
			Places    []struct{ Line int }
			Actors    []record.Actor
			Statement record.Statement
		}
		Nearest, Notes []any
	}
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	p := back.Passages[0]
	if back.Status != "answered" || p.Document.Doc != "crise" || p.Statement.Act != "accuse" || len(p.Actors) != 2 || p.Places[0].Line != 1 || back.Nearest == nil || back.Notes == nil {
		t.Errorf("%s", raw)
	}
	if strings.Count(string(raw), `"doc":`) != 1 {
		t.Errorf("the document stands several times: %s", raw)
	}
}

func TestNotes(t *testing.T) {
	s := newsroom(t)
	q := french(t, dates{})
	for question, want := range map[string]string{
		"Que se sont dit Ory et Dupont ?":                  "unknown [Dupont]",
		"Qu'a dit Brun sur le gazoduc ?":                   "words-around []",
		"Quand Ory et Kalnov se sont-ils rencontrés ?":     "not-held []",
		"Qu'a dit Macron depuis mardi ?":                   "vague-date [mardi]",
		"Qu'a dit Macron depuis l'invasion de l'Ukraine ?": "vague-date [l'invasion de l'Ukraine]",
		"Qu'a dit Macron et son homologue ?":               "unknown [Macron et son homologue]",
	} {
		a, err := q.Ask(context.Background(), s, question, Options{})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, n := range a.Notes {
			found = found || fmt.Sprint(n.Code, " ", n.Args) == want
		}
		if !found {
			t.Errorf("%s: %v, want %s", question, a.Notes, want)
		}
	}
}

// dates stands for the stages: it knows the dates of these tests.
type dates struct{}

func (dates) Run(d *doc.Document) {
	for words, value := range map[string]string{"depuis mars 2024": "2024-03/..", "2024": "2024", "mardi": ""} {
		at := strings.Index(d.Text.String(), words)
		if at >= 0 && len(d.Timexes) == 0 && !(words == "2024" && strings.Contains(d.Text.String(), "mars 2024")) {
			d.Timexes = append(d.Timexes, doc.Timex{Span: text.Span{Start: int32(at), End: int32(at + len(words))}, Value: value})
		}
	}
}

func BenchmarkAsk(b *testing.B) {
	s := newsroom(b)
	q := french(b, nil)
	for b.Loop() {
		if _, err := q.Ask(context.Background(), s, "Que se sont dit la ministre française de la Défense et son homologue russe ?", Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// empty is a store in which some people are and nothing was said.
type empty struct{ cast }

func (*empty) Statements(context.Context, register.StatementFilter) ([]register.Statement, error) {
	return nil, nil
}
func (*empty) Contacts(context.Context, register.ContactFilter) ([]register.Contact, error) {
	return nil, nil
}
func (*empty) Search(context.Context, []register.Term, int) ([]register.Passage, error) {
	return nil, nil
}

// Whatever is asked, nothing panics and nothing is answered that is not there.
func FuzzAsk(f *testing.F) {
	q := french(f, nil)
	s := &empty{}
	for _, p := range q.g.patterns {
		e := parseExample(p.Examples[0])
		f.Add(e.question)
		s.actors = append(s.actors, castOf(q, e).actors...)
	}
	f.Fuzz(func(t *testing.T, question string) {
		a, err := q.Ask(context.Background(), s, question, Options{})
		if err != nil || len(a.Passages) > 0 || a.Status == Answered {
			t.Error(err, a)
		}
	})
}
