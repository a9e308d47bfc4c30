package quote

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
	langfiles "readout/lang"
)

func french(t testing.TB) *Stage {
	l, err := lang.Load(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ruleCase is one case of testdata/rules.conllu: sentences with their trees and
// mentions, and the statements they must give.
type ruleCase struct {
	rule, text, want string
	d                *doc.Document
}

// ruleCases reads the cases: a comment "rule" begins one, "mention" and "time"
// add to the sentence they stand before.
func ruleCases(t testing.TB) []ruleCase {
	f, err := os.Open("testdata/rules.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := conllu.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []ruleCase
	for i := 0; i < len(all); {
		k := i + 1
		for k < len(all) && comment(all[k], "rule") == "" {
			k++
		}
		c := ruleCase{rule: comment(all[i], "rule"), text: comment(all[i], "case"), want: comment(all[i], "want")}
		c.d = conllu.Document(all[i:k])
		for n, s := range all[i:k] {
			annotate(c.d, c.d.Sentences[n].First, s)
			c.d.Sentences[n].Block = 0
		}
		out = append(out, c)
		i = k
	}
	return out
}

// sentence is a document of one sentence with its tree and mentions.
func sentence(t testing.TB, s string) *doc.Document {
	all, err := conllu.Read(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	d := conllu.Document(all)
	annotate(d, 0, all[0])
	return d
}

func comment(s conllu.Sentence, name string) string {
	for _, c := range s.Comments {
		if v, ok := strings.CutPrefix(c, name+" = "); ok {
			return v
		}
	}
	return ""
}

func annotate(d *doc.Document, first int32, s conllu.Sentence) {
	kinds := map[string]doc.MentionKind{"named": doc.Named, "role": doc.Role, "nominal": doc.Nominal}
	types := map[string]doc.EntityType{"person": doc.Person, "organization": doc.Organization, "location": doc.Location}
	if d.MentionAt == nil {
		d.MentionAt = make([]int32, len(d.Tokens))
		for i := range d.MentionAt {
			d.MentionAt[i] = doc.None
		}
	}
	for _, c := range s.Comments {
		name, v, _ := strings.Cut(c, " = ")
		var kind, typ string
		var a, b, head int32
		switch name {
		case "mention":
			fmt.Sscanf(v, "%s %s %d-%d %d", &kind, &typ, &a, &b, &head)
			m := doc.Mention{Kind: kinds[kind], Type: types[typ], First: first + a - 1, End: first + b, Head: first + head - 1}
			m.Span = d.SpanOf(m.First, m.End)
			if m.Kind == doc.Named {
				m.Name = m.Span
			}
			d.MentionAt[m.Head] = int32(len(d.Mentions))
			if m.Kind == doc.Named || m.Type == doc.Person {
				for i := m.First; i < m.End; i++ {
					if d.Tokens[i].UPOS == doc.PROPN {
						d.MentionAt[i] = int32(len(d.Mentions))
					}
				}
			}
			d.Mentions = append(d.Mentions, m)
		case "time":
			fmt.Sscanf(v, "%d-%d", &a, &b)
			d.Timexes = append(d.Timexes, doc.Timex{First: first + a - 1, End: first + b, Span: d.SpanOf(first+a-1, first+b)})
		}
	}
}

// show is a statement as the cases write it: source;cue;content … content.
func show(d *doc.Document, q doc.Quotation) string {
	w := func(s text.Span) string { return strings.TrimSpace(d.Words(s)) }
	var parts []string
	for _, c := range q.Content {
		parts = append(parts, w(c))
	}
	return w(q.Source) + ";" + w(q.Cue) + ";" + strings.Join(parts, " … ")
}

func TestRules(t *testing.T) {
	s := french(t)
	fires, silent := map[string]bool{}, 0
	for _, c := range ruleCases(t) {
		s.Run(c.d)
		var got []string
		for _, q := range c.d.Quotations {
			got = append(got, show(c.d, q))
			fires[strings.TrimPrefix(q.Rule, "fr.quote.")] = true
		}
		if len(got) == 0 {
			got, silent = []string{"-"}, silent+1
		}
		if g := strings.Join(got, " || "); g != c.want {
			t.Errorf("%s: %s\n got  %s\n want %s", c.rule, c.text, g, c.want)
		}
	}
	for _, rule := range []string{"that", "whether", "infinitive", "object", "oblique", "quoted", "colon", "incise", "source", "for", "owner", "passive",
		"participle", "relative", "attribute", "noun", "as", "said-after", "speaker-line"} {
		if !fires[rule] {
			t.Errorf("no case shows the rule %s", rule)
		}
	}
	if silent < 10 {
		t.Errorf("only %d cases where nothing may be found", silent)
	}
}

// A statement reported by somebody else keeps the chain outward.
func TestChain(t *testing.T) {
	s := french(t)
	for _, c := range ruleCases(t) {
		if c.rule != "chain" && c.rule != "nested" {
			continue
		}
		s.Run(c.d)
		if len(c.d.Quotations) != 1 || len(c.d.Quotations[0].Via) != 1 {
			t.Errorf("%s: %+v", c.text, c.d.Quotations)
		}
	}
}
