// Package rules shows the rules of a language as data: what each says, whether
// its examples hold, and what a change of the language's files gains and loses.
package rules

import (
	"slices"
	"strings"

	"readout/internal/annotate"
	"readout/internal/ask"
	"readout/internal/lang"
)

// The kinds of rules.
const (
	Quote = "quote" // who says what: quotes/rules.txt
	Date  = "date"  // time expressions: dates/rules.txt
	Act   = "act"   // who does what to whom: acts/frames*.txt
	Ask   = "ask"   // ways of asking: ask/questions.tsv
)

// questions is the file of the ways of asking.
const questions = "ask/questions.tsv"

// Entry is one rule.
type Entry struct {
	ID, Kind string
	File     string
	Line     int
	Says     string // what it does, in words; "" if the file says nothing
	Yes, No  int    // examples
	Off      bool
	Data     bool // its condition stands in the language's files
}

// Result is one example that was run.
type Result struct {
	ID     string
	File   string
	Line   int
	Yes    bool // the rule must fire
	Text   string
	Passed bool
	// Want and Found are the text with marks around what must be found and what
	// was; of a "no" example Want is the bare text.
	Want, Found string
}

// List is every rule of the language, in the order of its files.
func List(l *lang.Language) []Entry {
	var out []Entry
	for _, r := range l.QuoteRules {
		out = append(out, Entry{r.ID, Quote, r.File, r.Line, r.Says, len(r.Yes), len(r.No), r.Off, r.Patterns != nil && r.Patterns[0].Begin != lang.BeginFound})
	}
	for _, r := range dateRules(l) {
		says := r.Get("says")
		if says == "" {
			says = strings.TrimSpace(r.Get("is") + ": " + r.Get("pattern"))
		}
		out = append(out, Entry{r.ID, Date, r.File, r.Line, says, len(r.All("yes")), len(r.All("no")), false, true})
	}
	for i := range l.Acts.Frames {
		f := &l.Acts.Frames[i]
		out = append(out, Entry{f.ID, Act, f.File, f.Line, strings.TrimSpace(f.Code + " " + f.Says), len(f.Yes), len(f.No), false, true})
	}
	for _, p := range l.Ask.Patterns {
		out = append(out, Entry{p.ID, Ask, questions, p.Line, p.Kind + ": " + p.Pattern, len(p.Examples), 0, false, true})
	}
	return out
}

// Test runs the examples of the rules with the given ids through all stages;
// no id is every rule. A rule that is off has nothing to show.
func Test(p *annotate.Pipeline, l *lang.Language, ids ...string) ([]Result, error) {
	wanted := func(id string) bool { return len(ids) == 0 || slices.Contains(ids, id) }
	var out []Result
	for i := range l.QuoteRules {
		r := &l.QuoteRules[i]
		if !wanted(r.ID) || r.Off {
			continue
		}
		for _, e := range r.Yes {
			out = append(out, testQuote(p, r, e, true))
		}
		for _, e := range r.No {
			out = append(out, testQuote(p, r, e, false))
		}
	}
	for _, r := range dateRules(l) {
		if !wanted(r.ID) {
			continue
		}
		for _, f := range r.Fields {
			if f.Name == "yes" || f.Name == "no" {
				out = append(out, testDate(p, r, f))
			}
		}
	}
	for i := range l.Acts.Frames {
		f := &l.Acts.Frames[i]
		if !wanted(f.ID) {
			continue
		}
		for _, e := range f.Yes {
			out = append(out, testAct(p, f, e, true))
		}
		for _, e := range f.No {
			out = append(out, testAct(p, f, e, false))
		}
	}
	q, err := ask.New(l, nil)
	if err != nil {
		return nil, err
	}
	for _, e := range q.Examples() {
		if wanted(e.ID) {
			out = append(out, Result{e.ID, questions, e.Line, true, e.Question, e.Passed, e.Question + " | " + e.Want, e.Question + " | " + e.Found})
		}
	}
	return out, nil
}

// Unknown are the ids that no rule has.
func Unknown(l *lang.Language, ids []string) []string {
	list := List(l)
	var out []string
	for _, id := range ids {
		if !slices.ContainsFunc(list, func(e Entry) bool { return e.ID == id }) {
			out = append(out, id)
		}
	}
	return out
}
