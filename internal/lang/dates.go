package lang

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
)

// DateWord is one class that a word has in the grammar of dates, with its value.
type DateWord struct {
	Class string
	Num   float64 // the value as a number: month 1 to 12, weekday 1 (Monday) to 7
	Sym   string  // the value as written
	POS   []string
	Weak  bool // too common a word to make an expression alone: no search starts from it
}

// DateVerb turns the direction of time for what it governs: "devoir" looks ahead.
type DateVerb struct {
	Lemma     string
	Form      string // what is governed or how the verb stands: inf, ptcp, any
	Direction string // past, future, same
}

// Feast is a day that has a name.
type Feast struct {
	Name string // as in words.tsv
	Rule string // "12-25", "easter+39", "05 7 -1" (the last Sunday of May)
	Line int
}

// Rule is one paragraph of a rules file.
type Rule struct {
	ID     string
	File   string
	Line   int
	Fields []RuleField
}

// RuleField is one line of a rule: its first word, and the rest.
type RuleField struct {
	Name, Text string
	Line       int
}

// Get is the first field with the name, "" if there is none.
func (r *Rule) Get(name string) string {
	for _, f := range r.Fields {
		if f.Name == name {
			return f.Text
		}
	}
	return ""
}

// All is every field with the name.
func (r *Rule) All(name string) []RuleField {
	var out []RuleField
	for _, f := range r.Fields {
		if f.Name == name {
			out = append(out, f)
		}
	}
	return out
}

// Fail is a mistake in the given line of the rule's file.
func (r *Rule) Fail(line int, reason string) error {
	return &TableError{r.File, line, 1, r.ID + ": " + reason}
}

// Dates is what the grammar of dates knows of one language.
type Dates struct {
	Words  map[string][]DateWord // by Norm; several words are joined by spaces
	Verbs  map[string][]DateVerb // by lemma
	Feasts map[string]Feast
	Rules  []Rule
	Notes  []Rule // rules for questions and messages, read before the others
}

func (r *reader) dates() Dates {
	d := Dates{Words: map[string][]DateWord{}, Verbs: map[string][]DateVerb{}, Feasts: map[string]Feast{}}
	r.table("dates/words.tsv", []string{"word", "class", "value", "pos", "weak"}, func(row Row) {
		w := DateWord{Class: row.Get("class"), Sym: row.Get("value"), POS: row.List("pos"), Weak: row.Get("weak") != ""}
		if w.Class == "" {
			row.Fail("class", "a word needs a class")
			return
		}
		if v, err := strconv.ParseFloat(w.Sym, 64); err == nil {
			w.Num = v
		}
		for _, word := range strings.Split(row.Get("word"), "|") {
			d.Words[word] = append(d.Words[word], w)
		}
	})
	r.table("dates/verbs.tsv", []string{"lemma", "form", "direction"}, func(row Row) {
		v := DateVerb{row.Get("lemma"), row.Get("form"), row.Get("direction")}
		switch v.Direction {
		case "past", "future", "same":
		default:
			row.Fail("direction", "past, future or same, not %q", v.Direction)
		}
		d.Verbs[v.Lemma] = append(d.Verbs[v.Lemma], v)
	})
	r.table("dates/feasts.tsv", []string{"name", "when", "words"}, func(row Row) {
		f := Feast{row.Get("name"), row.Get("when"), row.line}
		d.Feasts[f.Name] = f
		for _, word := range strings.Split(row.Get("words"), "|") {
			d.Words[word] = append(d.Words[word], DateWord{Class: "feast", Sym: f.Name})
		}
	})
	d.Rules = r.rules("dates/rules.txt")
	d.Notes = r.rules("dates/notes.txt")
	return d
}

// rules reads a rules file: paragraphs that begin with a rule's id at the
// start of a line, and indented lines of a field's name and its text.
func (r *reader) rules(file string) []Rule {
	raw, err := fs.ReadFile(r.fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		r.errs = append(r.errs, err)
		return nil
	}
	return r.readRules(file, raw)
}

// readRules reads the text of a rules file.
func (r *reader) readRules(file string, raw []byte) []Rule {
	var out []Rule
	seen := map[string]bool{}
	for n, line := range strings.Split(string(raw), "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case line[0] != ' ' && line[0] != '\t':
			if seen[trimmed] {
				r.errs = append(r.errs, &TableError{file, n + 1, 1, "a second rule with the id " + trimmed})
			}
			seen[trimmed] = true
			out = append(out, Rule{ID: trimmed, File: file, Line: n + 1})
		case len(out) == 0:
			r.errs = append(r.errs, &TableError{file, n + 1, 1, "a field before the first rule"})
		default:
			name, text, _ := strings.Cut(trimmed, " ")
			rule := &out[len(out)-1]
			rule.Fields = append(rule.Fields, RuleField{name, strings.TrimSpace(text), n + 1})
		}
	}
	return out
}
