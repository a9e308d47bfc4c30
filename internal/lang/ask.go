package lang

import (
	"io/fs"
	"strings"
)

// AskPattern is one way of asking; see the head of ask/questions.tsv.
type AskPattern struct {
	ID, Kind, Pattern string
	Examples          []string
	Line              int
}

// AskForm is a word or phrase of a question with its class or what it gives.
type AskForm struct {
	Form  string
	Gives []string
}

// Ask is how questions are put in a language.
type Ask struct {
	Patterns  []AskPattern
	Words     []AskForm // Gives is the class
	Modifiers []AskForm // Gives is the slot
	Contacts  []AskForm // Gives are kinds of contacts
	Verbs     []AskForm // Gives is the act
}

// askKinds are the kinds of questions that can be answered.
const askKinds = "exchange last contacts who said"

func (r *reader) ask() Ask {
	var a Ask
	r.table("ask/questions.tsv", []string{"id", "kind", "pattern", "examples"}, func(row Row) {
		p := AskPattern{ID: row.Get("id"), Kind: row.Get("kind"), Pattern: row.Get("pattern"), Line: row.line}
		for _, e := range strings.Split(row.Get("examples"), "//") {
			if e = strings.TrimSpace(e); e != "" {
				p.Examples = append(p.Examples, e)
			}
		}
		if !strings.Contains(" "+askKinds+" ", " "+p.Kind+" ") {
			row.Fail("kind", "unknown kind %q; known are %s", p.Kind, askKinds)
		}
		if len(p.Examples) == 0 {
			row.Fail("examples", "a pattern needs an example")
		}
		a.Patterns = append(a.Patterns, p)
	})
	forms := func(file, form, gives string, to *[]AskForm) {
		r.table("ask/"+file, []string{form, gives}, func(row Row) {
			f := AskForm{row.Get(form), row.List(gives)}
			if f.Form == "" || len(f.Gives) == 0 {
				row.Fail(form, "an empty field")
				return
			}
			*to = append(*to, f)
		})
	}
	forms("words.tsv", "form", "class", &a.Words)
	forms("modifiers.tsv", "cue", "slot", &a.Modifiers)
	forms("contacts.tsv", "form", "kinds", &a.Contacts)
	r.table("ask/verbs.tsv", []string{"act", "form"}, func(row Row) {
		a.Verbs = append(a.Verbs, AskForm{row.Get("form"), []string{checkAct(row, "act")}})
	})
	return a
}

// LoadQuestions reads of a language only what questions need: how they are put,
// names of countries and offices, words of dates, verbs of saying. A language may be asked in whose texts
// can't be analysed.
func LoadQuestions(fsys fs.FS, code string) (*Language, error) {
	sub, err := fs.Sub(fsys, code)
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(sub, "ask/questions.tsv"); err != nil {
		return nil, ErrUnknown
	}
	l := &Language{Code: code, fsys: sub}
	r := &reader{fsys: sub}
	l.Press = r.press()
	l.Segment = r.segment()
	l.Lexicon = loadLexicon(r)
	l.Dates = r.dates()
	l.Quotes = r.quotes()
	l.Names = r.names(&l.Segment)
	l.Ask = r.ask()
	return l, r.err()
}
