package lang

import (
	"slices"
	"strings"
)

// QuoteRule is a rule of attribution as a linguist sees it: what it does, its
// condition and what it gives, and examples that must hold. A rule without
// patterns is one of the stage's own; a rule may be off.
type QuoteRule struct {
	Rule
	Says    string // in plain words
	Off     bool   // statements of the rule are dropped
	Yes, No []QuoteExample
	// Patterns are its conditions, each tried where no earlier one held.
	Patterns []Pattern
	After    string // the rule behind which it has its place, "" for the stage's choice
}

// QuoteExample is one example: a text, and in one that must fire the statements
// as spans of its bytes.
type QuoteExample struct {
	Line int
	Text string
	// Marked is the example as written, without what stands behind " = ".
	Marked string
	Marks  []QuoteSpan
	// Mode, Act and By are "" where the example does not ask for them.
	Mode, Act, By string
	Negated       bool
}

// QuoteSpan is a marked stretch of an example: [content le pont est fermé].
type QuoteSpan struct {
	Name       string // content, source, cue, to, via
	Statement  int    // 0 for the first statement of the example, 1 for [content2 …]
	Start, End int
}

// quoteMarks are the names that open a mark; any other bracket is text.
var quoteMarks = []string{"content", "source", "cue", "to", "via"}

var quoteModes = []string{"direct", "mixed", "indirect", "reported"}

// quoteRules reads quotes/rules.txt. A rule without examples of both kinds is
// refused, and so is an example that marks no content.
func (r *reader) quoteRules(words *Quotes) []QuoteRule {
	return r.readQuoteRules(r.rules(quoteRulesFile), words)
}

const quoteRulesFile = "quotes/rules.txt"

// WithQuoteRules is the language with other rules of attribution: the text of a
// rules file, read with the language's own tables.
func (l *Language) WithQuoteRules(rules []byte) (*Language, error) {
	r := &reader{}
	other := *l
	other.QuoteRules = r.readQuoteRules(r.readRules(quoteRulesFile, rules), &l.Quotes)
	return &other, r.err()
}

func (r *reader) readQuoteRules(rules []Rule, words *Quotes) []QuoteRule {
	var out []QuoteRule
	for _, rule := range rules {
		q := QuoteRule{Rule: rule}
		for _, f := range rule.Fields {
			switch f.Name {
			case "says":
				q.Says = strings.TrimSpace(q.Says + " " + f.Text)
			case "off":
				q.Off = true
			case "after":
				q.After = f.Text
			case "when", "maybe", "unless", "give", "or":
			case "yes":
				q.Yes = append(q.Yes, r.quoteExample(&rule, f, true))
			case "no":
				q.No = append(q.No, r.quoteExample(&rule, f, false))
			default:
				r.errs = append(r.errs, rule.Fail(f.Line, "unknown field "+f.Name+" (says, after, off, when, maybe, unless, give, or, yes, no)"))
			}
		}
		for _, need := range []struct {
			missing bool
			what    string
		}{
			{q.Says == "", "a rule needs a line says"},
			{len(q.Yes) == 0, "a rule needs an example yes, in which it fires"},
			{len(q.No) == 0, "a rule needs an example no, in which it must not fire"},
		} {
			if need.missing {
				r.errs = append(r.errs, rule.Fail(rule.Line, need.what))
			}
		}
		list, errs := patterns(&rule, words)
		q.Patterns = list
		r.errs = append(r.errs, errs...)
		out = append(out, q)
	}
	return out
}

func (r *reader) quoteExample(rule *Rule, f RuleField, yes bool) QuoteExample {
	body, values, _ := strings.Cut(f.Text, " = ")
	e := QuoteExample{Line: f.Line, Marked: body}
	fail := func(reason string) { r.errs = append(r.errs, rule.Fail(f.Line, reason)) }
	var open bool
	if e.Text, e.Marks, open = unmark(body); open {
		fail("a mark is not closed")
	}
	content := slices.ContainsFunc(e.Marks, func(m QuoteSpan) bool { return m.Name == "content" })
	switch {
	case yes && !content:
		fail("an example yes marks its [content …]")
	case !yes && len(e.Marks) > 0:
		fail("an example no has no marks")
	}
	for _, v := range strings.Split(values, ",") {
		v = strings.TrimSpace(v)
		by, isBy := strings.CutPrefix(v, "by ")
		switch {
		case v == "":
		case slices.Contains(quoteModes, v):
			e.Mode = v
		case slices.Contains(quoteActs, v):
			e.Act = v
		case v == "negated":
			e.Negated = true
		case isBy:
			e.By = by
		default:
			fail("neither a mode, an act, negated nor by NAME: " + v)
		}
	}
	return e
}

// unmark takes the marks out of an example; marks may stand inside one another
// ("[cue a-t-[source il] dit]"). A ¶ begins a paragraph.
func unmark(s string) (string, []QuoteSpan, bool) {
	var b strings.Builder
	var marks []QuoteSpan
	var open []int // indices into marks, -1 for a bracket of the text
	for i := 0; i < len(s); {
		switch {
		case s[i] == '[':
			name, _, ok := strings.Cut(s[i+1:], " ")
			kind, statement := name, 0
			if n := len(name) - 1; n > 0 && name[n] >= '2' && name[n] <= '9' {
				kind, statement = name[:n], int(name[n]-'1')
			}
			if !ok || !slices.Contains(quoteMarks, kind) {
				open = append(open, -1)
				b.WriteByte('[')
				i++
				continue
			}
			open = append(open, len(marks))
			marks = append(marks, QuoteSpan{Name: kind, Statement: statement, Start: b.Len()})
			i += 1 + len(name) + 1
		case s[i] == ']' && len(open) > 0:
			k := open[len(open)-1]
			open = open[:len(open)-1]
			if k < 0 {
				b.WriteByte(']')
			} else {
				marks[k].End = b.Len()
			}
			i++
		case strings.HasPrefix(s[i:], " ¶ "):
			b.WriteString("\n\n")
			i += len(" ¶ ")
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String(), marks, len(open) > 0
}
