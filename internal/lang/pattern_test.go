package lang

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// ruleFile reads a rules file of one rule with the given pattern lines.
func ruleFile(lines string) ([]QuoteRule, error) {
	file := "fr.quote.x\n says it\n yes [content a]\n no b\n " + strings.ReplaceAll(lines, "; ", "\n ") + "\n"
	r := &reader{fsys: fstest.MapFS{"quotes/rules.txt": {Data: []byte(file)}}}
	out := r.quoteRules(&Quotes{})
	return out, r.err()
}

func TestPatternIsRead(t *testing.T) {
	rules, err := ruleFile("when cue: noun=word|attack not time; when who: cue > nmod|obl case=par|none behind cue within 6; maybe to: right behind phrase(who) PROPN; " +
		"unless v: behind cue before who Tense=Past; unless cue quoted; give cue=cue source=phrase(who) content=from(who)+tree(to)-phrase(who) mode=direct; " +
		"or; when q: opens words=4..; give content=quote(q)")
	if err != nil {
		t.Fatal(err)
	}
	p := rules[0].Patterns
	if len(p) != 2 || p[0].Begin != BeginNoun || p[1].Begin != BeginQuote || len(p[0].Nodes) != 3 || len(p[0].Unless) != 2 {
		t.Fatalf("%+v", p)
	}
	who := p[0].Nodes[1]
	if who.Link.Kind != LinkChild || len(who.Link.Rels) != 2 || len(who.Tests) != 2 || !who.Tests[0].None || who.Tests[1].Link.Within != 6 {
		t.Errorf("%+v", who)
	}
	if g := p[0].Give; len(g.Content) != 2 || len(g.Content[1].Minus) != 1 || g.Mode != "direct" || g.Cue.Part != PartWords {
		t.Errorf("%+v", g)
	}
	if !p[0].Nodes[2].Maybe || !p[0].Nodes[2].Link.Right {
		t.Errorf("%+v", p[0].Nodes[2])
	}
}

// Each mistake is told in a sentence, with its line.
func TestPatternRefusesMistakes(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"when cue: noun=word; give content=from(cue)", ""},
		{"unless source lemma=x; unless v: behind cue main", ""},
		{"when cue: noun=word; give source=cue", "rules.txt:5:1: fr.quote.x: a pattern gives a content"},
		{"unless who lemma=x", "no word named who"},
		{"when cue: lemma=x; when of: behind cue; give content=cue", "of is a word of the pattern language itself"},
		{"when cue: lemma=x; unless cue quoted and v: behind cue main; give content=cue", ""},
		{"when cue: lemma=x; unless cue quoted and v main; give content=cue", "no word named v"},
		{"give content=from(cue)", `no word named "cue"`},
		{"when cue: NOUN; give content=cue", "the first word of a pattern is found by lemma="},
		{"when cue: not lemma=dire; give content=cue", "the first word of a pattern is found by lemma="},
		{"when cue: lemma=dire; when who: NOUN; give content=who", "rules.txt:6:1: fr.quote.x: where does who stand?"},
		{"when cue: lemma=dire; when cue: NOUN; give content=cue", "a second word named cue"},
		{"when cue: lemma=dire; when who NOUN; give content=cue", "no word named who; a new one is followed by a colon"},
		{"when cue: lemma=dire; when who: cue > nmood; give content=cue", "no such relation: nmood"},
		{"when cue: lemma=dire; when who: kue > nmod; give content=cue", "no word named kue before >"},
		{"when cue: lemma=dire; when who: behind kue; give content=cue", `no word named "kue"`},
		{"when cue: lemma=dire; when who: right cue; give content=cue", "right stands before behind or before"},
		{"when cue: lemma=dire; when who: behind cue within many; give content=cue", "a number of words from 1 to 60"},
		{"when cue: lemma=dire; when who: friend of cue; give content=cue", "friend of what?"},
		{"when cue: lemma=dire big; give content=cue", `"big" is no condition`},
		{"when cue: lemma=dire NOUN|big; give content=cue", `no part of speech "big"`},
		{"when cue: lemma=dire Tense=Never; give content=cue", "Tense=Never is neither a test nor a feature"},
		{"when cue: lemma=dire kind=ghost; give content=cue", "kind=ghost: there is person, body"},
		{"when cue: lemma=; give content=cue", "lemma has an empty value"},
		{"when cue: lemma=dire words=x; give content=cue", "words=x is no range"},
		{"when cue: lemma=dire; give content=half(cue)", "half(cue): neither a word nor a part"},
		{"when cue: lemma=dire; give content=between(cue)", "between, span and until take two words"},
		{"when cue: lemma=dire; give content=cue cue", "write give NAME="},
		{"when cue: lemma=dire; give content=cue tone=loud", "tone cannot be given"},
		{"when cue: lemma=dire; give content=cue mode=loud", "mode=loud: there is auto, direct"},
		{"when cue: lemma=dire; give content=cue negated=no", "negated=yes"},
		{"when cue: lemma=dire; give content=cue source=cue source=cue", "given twice"},
		{"or; when cue: lemma=dire; give content=cue", "or stands between two patterns"},
		{"unless cue: lemma=dire; give content=cue", "a pattern begins with a line when"},
		{"when a-b: lemma=dire; give content=cue", "a name of letters and digits"},
	} {
		_, err := ruleFile(c.lines)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%q: %q, want %q", c.lines, got, c.want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("when cue: noun=word not time; when who: cue > nmod case=par right behind phrase(cue); give content=from(who)-tree(cue)+quote(who)")
	f.Add("when a: opens words=3..; maybe b: subject of a; unless a quoted; give content=around(a,b); or; when z: form=\": \"")
	f.Fuzz(func(t *testing.T, lines string) {
		rules, err := ruleFile(lines)
		if err != nil {
			return
		}
		for _, r := range rules {
			for _, p := range r.Patterns {
				if len(p.Nodes) == 0 || p.Begin == 0 || len(p.Give.Content) == 0 && p.Begin != BeginFound {
					t.Fatalf("%q: %+v", lines, p)
				}
				for _, n := range append(p.Nodes[1:len(p.Nodes):len(p.Nodes)], slices.Concat(p.Unless...)...) {
					if p.Begin == BeginFound {
						continue
					}
					if n.Link.To.Node < 0 || int(n.Link.To.Node) >= len(p.Nodes) {
						t.Fatalf("%q: %+v", lines, n)
					}
				}
			}
		}
	})
}
