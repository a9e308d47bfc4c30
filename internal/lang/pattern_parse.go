package lang

import (
	"fmt"
	"slices"
	"strings"
)

// patternParser compiles the pattern lines of one rule.
type patternParser struct {
	rule *Rule
	q    *Quotes
	errs []error
	p    *Pattern
	line int
	item []string // of the line being read
	at   int      // the next one
}

// patterns compiles the lines maybe, when, unless, give and or of a rule; none
// if it has none, for the stage then knows the rule's condition itself.
func patterns(rule *Rule, q *Quotes) ([]Pattern, []error) {
	pp := &patternParser{rule: rule, q: q}
	var out []Pattern
	flush := func() {
		if pp.p != nil {
			pp.finish()
			out = append(out, *pp.p)
		}
		pp.p = nil
	}
	for _, f := range rule.Fields {
		pp.line = f.Line
		switch f.Name {
		case "or":
			if pp.p == nil {
				pp.fail("or stands between two patterns")
			}
			flush()
		case "when", "maybe", "unless", "give":
			if pp.p == nil {
				pp.p = newPattern(rule)
			}
			pp.item, pp.at = patternItems(f.Text), 0
			switch f.Name {
			case "give":
				pp.give()
			case "unless":
				pp.unless()
			default:
				pp.node(f.Name)
			}
		}
	}
	flush()
	return out, pp.errs
}

// newPattern is an empty pattern. A rule that gives nothing is one of the
// program's own, with further conditions on what it found.
func newPattern(rule *Rule) *Pattern {
	p := &Pattern{}
	if len(rule.All("give")) == 0 {
		p.Begin = BeginFound
		for _, name := range FoundNodes() {
			p.Nodes = append(p.Nodes, PatternNode{Name: name, Line: rule.Line})
		}
	}
	return p
}

func (pp *patternParser) fail(format string, args ...any) {
	pp.errs = append(pp.errs, pp.rule.Fail(pp.line, fmt.Sprintf(format, args...)))
}

// patternItems cuts a line at spaces, up to a comment; what stands in "…" or (…)
// is not cut.
func patternItems(s string) []string {
	var out []string
	var b strings.Builder
	quoted, depth := false, 0
	for _, c := range s {
		if c == '#' && b.Len() == 0 && !quoted {
			break // a comment
		}
		switch {
		case c == '"':
			quoted = !quoted
			continue
		case quoted:
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case (c == ' ' || c == '\t') && depth == 0:
			if b.Len() > 0 {
				out = append(out, b.String())
				b.Reset()
			}
			continue
		case (c == ' ' || c == '\t') && depth > 0:
			continue
		}
		b.WriteRune(c)
	}
	if b.Len() > 0 {
		out = append(out, b.String())
	}
	return out
}

func (pp *patternParser) peek() string {
	if pp.at < len(pp.item) {
		return pp.item[pp.at]
	}
	return ""
}

func (pp *patternParser) next() string {
	s := pp.peek()
	pp.at++
	return s
}

// known is the index of a named word, or -1.
func (pp *patternParser) known(name string) int8 {
	return int8(slices.IndexFunc(pp.p.Nodes, func(n PatternNode) bool { return n.Name == name }))
}

// unless reads a line of what may not be; "and" parts what must come together.
func (pp *patternParser) unless() {
	if len(pp.p.Nodes) == 0 {
		pp.fail("a pattern begins with a line when")
		return
	}
	all := pp.item
	var group []PatternNode
	for len(all) > 0 {
		k := slices.Index(all, "and")
		if k < 0 {
			k = len(all)
		}
		pp.item, pp.at = all[:k], 0
		all = all[min(k+1, len(all)):]
		if n, ok := pp.readNode("unless"); ok {
			group = append(group, n)
		}
	}
	if pp.p.Unless = append(pp.p.Unless, group); len(pp.p.Unless) > 3*MaxPatternNodes {
		pp.fail("more than %d lines unless", 3*MaxPatternNodes)
	}
}

// node reads one line when or maybe.
func (pp *patternParser) node(field string) {
	first := len(pp.p.Nodes) == 0
	n, ok := pp.readNode(field)
	if !plainName(n.Name) {
		return
	}
	switch {
	case !ok:
	case first && field != "when":
		pp.fail("a pattern begins with a line when")
	case first && n.Link.Kind != LinkNone:
		pp.fail("the first word is found by itself, not from another one")
	case len(pp.p.Nodes) >= MaxPatternNodes:
		pp.fail("more than %d lines when", MaxPatternNodes)
		return
	}
	pp.p.Nodes = append(pp.p.Nodes, n) // even a wrong one, so that what refers to it is no further mistake
}

// readNode reads "NAME: link tests" or "NAME tests" and tells whether it is sound.
func (pp *patternParser) readNode(field string) (PatternNode, bool) {
	was := len(pp.errs)
	name := pp.next()
	n := PatternNode{Line: pp.line, Maybe: field == "maybe"}
	short, fresh := strings.CutSuffix(name, ":")
	switch known := pp.known(short); {
	case !plainName(short):
		pp.fail("%s names no word: write %s NAME: …, with a name of letters and digits", field, field)
		return n, false
	case fresh && slices.Contains(patternReserved, short):
		pp.fail("%s is a word of the pattern language itself: take another name", short)
		return n, false
	case fresh && known >= 0:
		pp.fail("a second word named %s", short)
		return n, false
	case !fresh && known < 0:
		pp.fail("no word named %s; a new one is followed by a colon (%s %s: …)", short, field, short)
		return n, false
	case !fresh:
		n.Link = PatternLink{Kind: LinkSame, To: PatternPlace{Part: PartWord, Node: known, Other: known}}
	}
	n.Name = short
	for pp.at < len(pp.item) && pp.condition(&n) {
	}
	if len(pp.errs) == was && len(pp.p.Nodes) > 0 && n.Link.Kind == LinkNone {
		pp.fail("where does %s stand? Say it from a word named before: cue > obj, behind cue, subject of cue …", n.Name)
	}
	return n, len(pp.errs) == was
}

// patternReserved are words that would be read as something else.
var patternReserved = []string{"of", "and", "not", "right", "behind", "before", "within", "any", "none"}

// plainName tells whether a name has letters and digits only.
func plainName(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// condition reads the next link or test of a node and tells whether it could.
func (pp *patternParser) condition(n *PatternNode) bool {
	t := PatternTest{}
	if pp.peek() == "not" {
		t.Not = true
		pp.at++
	}
	link, part, isLink, ok := pp.link()
	if !ok {
		return false
	}
	if isLink {
		if n.Link.Kind == LinkNone && !t.Not && part == PartWord && link.To.Node >= 0 {
			n.Link = link
			return true
		}
		t.If, t.Link, t.Part = IfLink, link, part
		n.Tests = append(n.Tests, t)
		return true
	}
	if !pp.test(&t) {
		return false
	}
	n.Tests = append(n.Tests, t)
	return true
}

// place reads a word of the pattern, or a part of it: phrase(source),
// between(cue,colon).
func (pp *patternParser) place(s string, part PatternPart) (PatternPlace, bool) {
	p := PatternPlace{Part: part}
	arg := s
	if i := strings.IndexByte(s, '('); i >= 0 {
		k := slices.Index(patternParts, s[:i])
		if k < 1 || !strings.HasSuffix(s, ")") {
			pp.fail("%s: neither a word nor a part of one (%s)", s, strings.Join(patternParts[1:], ", "))
			return p, false
		}
		p.Part, arg = PatternPart(k), s[i+1:len(s)-1]
	}
	a, b, two := strings.Cut(arg, ",")
	if p.Node = pp.known(a); p.Node < 0 {
		pp.fail("no word named %q", a)
		return p, false
	}
	if two != (p.Part == PartBetween || p.Part == PartSpan || p.Part == PartUntil) && !(two && p.Part == PartAround) {
		pp.fail("%s: between, span and until take two words, other parts one", s)
		return p, false
	}
	p.Other = p.Node
	if two {
		if p.Other = pp.known(b); p.Other < 0 {
			pp.fail("no word named %q", b)
			return p, false
		}
	}
	return p, true
}

// finish checks a whole pattern.
func (pp *patternParser) finish() {
	if pp.p.Begin == BeginFound {
		return
	}
	if len(pp.p.Nodes) > 0 {
		pp.line = pp.p.Nodes[0].Line
		if pp.p.Begin = begin(&pp.p.Nodes[0]); pp.p.Begin == 0 && len(pp.errs) == 0 {
			pp.fail("the first word of a pattern is found by lemma=, form=, noun=, prep=, cue or opens, so that the rule costs nothing elsewhere")
		}
	}
	if len(pp.p.Give.Content) == 0 && len(pp.errs) == 0 {
		pp.fail("a pattern gives a content: give content=…")
	}
	if len(pp.p.Nodes) == 0 {
		pp.fail("a pattern has a line when")
	}
}

// begin is what a search for the node starts from.
func begin(n *PatternNode) PatternBegin {
	best := PatternBegin(0)
	for _, t := range n.Tests {
		b := PatternBegin(0)
		switch {
		case t.Not:
		case t.If == IfLemma && !t.None:
			b = BeginLemma
		case t.If == IfForm:
			b = BeginForm
		case t.If == IfNoun:
			b = BeginNoun
		case t.If == IfCue:
			b = BeginCue
		case t.If == IfPhrase:
			b = BeginPhrase
		case t.If == IfState && t.State == StateOpens:
			b = BeginQuote
		}
		if b > 0 && (best == 0 || b < best) {
			best = b
		}
	}
	return best
}
