package lang

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// Marks stand inside one another; brackets without a name are text.
func TestUnmark(t *testing.T) {
	for _, c := range []struct {
		marked, text string
		marks        []QuoteSpan
		open         bool
	}{
		{"[cue a-t-[source il] dit] [...] oui", "a-t-il dit [...] oui", []QuoteSpan{{"cue", 0, 0, 10}, {"source", 0, 4, 6}}, false},
		{"[content2 oui] ¶ [note] non", "oui\n\n[note] non", []QuoteSpan{{"content", 1, 0, 3}}, false},
		{"[content oui", "oui", []QuoteSpan{{"content", 0, 0, 0}}, true},
		{"oui] ]", "oui] ]", nil, false},
		{"[content ", "", []QuoteSpan{{"content", 0, 0, 0}}, true},
	} {
		text, marks, open := unmark(c.marked)
		if text != c.text || !reflect.DeepEqual(marks, c.marks) || open != c.open {
			t.Errorf("%q: %q %v %v", c.marked, text, marks, open)
		}
	}
}

// Every mistake in a rules file is told with its line.
func TestQuoteRulesRefuseMistakes(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"fr.quote.x\n says it\n yes [content a] b\n no a b\n", ""},
		{"fr.quote.x\n says it\n off\n yes [content a] = direct, deny, negated, by Jean Roux\n no a\n", ""},
		{"fr.quote.x\n says it\n yes [content a]\n", "rules.txt:1:1: fr.quote.x: a rule needs an example no"},
		{"fr.quote.x\n says it\n no a\n", "rules.txt:1:1: fr.quote.x: a rule needs an example yes"},
		{"fr.quote.x\n yes [content a]\n no a\n", "rules.txt:1:1: fr.quote.x: a rule needs a line says"},
		{"fr.quote.x\n says it\n yes [source a] b\n no a\n", "rules.txt:3:1: fr.quote.x: an example yes marks its [content"},
		{"fr.quote.x\n says it\n yes [content a\n no a\n", "rules.txt:3:1: fr.quote.x: a mark is not closed"},
		{"fr.quote.x\n says it\n yes [content a]\n no [content a]\n", "rules.txt:4:1: fr.quote.x: an example no has no marks"},
		{"fr.quote.x\n says it\n yes [content a] = shout\n no a\n", "rules.txt:3:1: fr.quote.x: neither a mode"},
		{"fr.quote.x\n says it\n yes [content a]\n no a\n where x\n", "rules.txt:5:1: fr.quote.x: unknown field where"},
		{"fr.quote.x\n says it\n yes [content a]\n no a\nfr.quote.x\n says it\n yes [content a]\n no a\n", "rules.txt:5:1: a second rule"},
	} {
		r := &reader{fsys: fstest.MapFS{"quotes/rules.txt": {Data: []byte(c.file)}}}
		r.quoteRules(&Quotes{})
		got := ""
		if err := r.err(); err != nil {
			got = err.Error()
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%q: %q, want %q", c.file, got, c.want)
		}
	}
}
