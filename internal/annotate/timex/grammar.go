package timex

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"readout/internal/doc"
	"readout/internal/lang"
)

// grammar is the compiled form of one language's date tables and rules.
type grammar struct {
	classes  map[string]int // class name or part of speech → bit
	entries  map[string]*entry
	suffixes []string // endings of ordinals in figures: "er", "e"
	numbers  *lang.Numbers
	verbs    map[string][]lang.DateVerb
	feasts   map[string]feastRule
	cats     []string // names of categories
	rules    [][]*rule
	top      []*rule
	topFirst bits
	nbits    int
	builtin  builtins
	upos     [doc.UPOSCount]int
	loose    int // class of words after which the verb does not tell the direction
}

// builtins are the classes a cell has by what it is, not by a table.
type builtins struct {
	num, integer, dayn, monthn, yearn, hourn, minn, fig, roman, glued, yy, capital int
}

// entry is what the tables say of one word.
type entry struct {
	norm    string
	bits    bits
	vals    []classValue
	guarded bool // some classes only with some parts of speech
	core    bool // a search may start here
	number  *lang.NumberWord
	joiner  bool
	phrases []phrase // longer entries that begin with this word
}

type classValue struct {
	class int
	val   *node
	pos   uint32 // parts of speech allowed, 0 for any
}

type phrase struct {
	rest []string
	e    *entry
}

// rule is one compiled pattern of a rule.
type rule struct {
	id    string
	cat   int
	prog  *program
	gives *node
	order int
}

func newGrammar(l *lang.Language) (*grammar, error) {
	g := &grammar{
		classes: map[string]int{}, entries: map[string]*entry{}, numbers: &l.Numbers,
		verbs: l.Dates.Verbs, feasts: map[string]feastRule{},
	}
	b := &g.builtin
	for _, c := range []struct {
		name string
		at   *int
	}{
		{"num", &b.num}, {"int", &b.integer}, {"dayn", &b.dayn}, {"monthn", &b.monthn}, {"yearn", &b.yearn}, {"hourn", &b.hourn},
		{"minn", &b.minn}, {"fig", &b.fig}, {"roman", &b.roman}, {"glued", &b.glued}, {"yy", &b.yy}, {"cap", &b.capital},
	} {
		*c.at, _ = g.class(c.name)
	}
	for u := range g.upos {
		g.upos[u], _ = g.class(doc.UPOS(u).String())
	}
	g.loose, _ = g.class("loose")
	errs := g.words(l)
	for name, f := range l.Dates.Feasts {
		fr, err := parseFeast(f.Rule)
		if err != nil {
			errs = append(errs, &lang.TableError{File: "dates/feasts.tsv", Line: f.Line, Column: 2, Reason: err.Error()})
		}
		g.feasts[name] = fr
	}
	for i := range l.Dates.Rules {
		if err := g.rule(&l.Dates.Rules[i]); err != nil {
			errs = append(errs, err)
		}
	}
	g.link()
	return g, errors.Join(errs...)
}

// class is the bit of a class, made if it is new.
func (g *grammar) class(name string) (int, error) {
	if i, ok := g.classes[name]; ok {
		return i, nil
	}
	if g.nbits == bitsCap {
		return 0, fmt.Errorf("more than %d classes and words in the rules", bitsCap)
	}
	g.classes[name] = g.nbits
	g.nbits++
	return g.nbits - 1, nil
}

func (g *grammar) entry(norm string) *entry {
	e := g.entries[norm]
	if e == nil {
		e = &entry{norm: norm}
		g.entries[norm] = e
	}
	return e
}

// literal is the bit of a word that a rule names itself.
func (g *grammar) literal(word string) (int, error) {
	i, err := g.class(`"` + word + `"`)
	if err == nil {
		g.entry(word).bits.add(i)
	}
	return i, err
}

func (g *grammar) category(name string) int {
	for i, c := range g.cats {
		if c == name {
			return i
		}
	}
	g.cats = append(g.cats, name)
	g.rules = append(g.rules, nil)
	return len(g.cats) - 1
}

// words turns the tables of words and numbers into entries.
func (g *grammar) words(l *lang.Language) (errs []error) {
	var bares [][2]string
	for word, classes := range l.Dates.Words {
		e := g.entry(word)
		for _, w := range classes {
			c, err := g.class(w.Class)
			if err != nil {
				return append(errs, err)
			}
			v := classValue{class: c, val: &node{op: opNum, num: w.Num, sym: w.Sym}}
			for _, p := range w.POS {
				v.pos |= 1 << doc.ParseUPOS(p)
				e.guarded = true
			}
			if v.pos != 0 {
				v.pos |= 1 << doc.NoPOS
			}
			e.bits.add(c)
			e.vals = append(e.vals, v)
			e.core = e.core || !w.Weak
			if w.Class == "ordsuffix" {
				g.suffixes = append(g.suffixes, word)
			}
		}
		g.phrase(word, e)
	}
	for word, e := range g.entries { // "fevrier", "apres-midi": typed without accents
		if bare := withoutAccents(word); e.core && bare != word && g.entries[bare] == nil {
			bares = append(bares, [2]string{bare, word})
		}
	}
	for _, b := range bares {
		g.alias(b[0], g.entries[b[1]])
	}
	for word, n := range l.Numbers.Words {
		g.entry(word).number = &n
	}
	if l.Numbers.Joiner != "" {
		g.entry(l.Numbers.Joiner).joiner = true
	}
	return errs
}

// phrase lets an entry of several words be found by its first.
func (g *grammar) phrase(words string, e *entry) {
	if first, rest, ok := strings.Cut(words, " "); ok {
		f := g.entry(first)
		f.phrases = append(f.phrases, phrase{strings.Split(rest, " "), e})
	}
}

// alias makes another spelling of an entry.
func (g *grammar) alias(spelling string, e *entry) {
	a := *e
	a.norm, a.phrases = spelling, nil
	g.entries[spelling] = &a
	g.phrase(spelling, &a)
}

// withoutAccents drops the combining marks of Latin letters.
func withoutAccents(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// rule compiles all patterns of a rule.
func (g *grammar) rule(r *lang.Rule) error {
	cat := r.Get("is")
	if cat == "" {
		return r.Fail(r.Line, "no line \"is\" with the category")
	}
	patterns := r.All("pattern")
	if len(patterns) == 0 {
		return r.Fail(r.Line, "no pattern")
	}
	var progs []*program
	names := map[string]int{} // a capture that one pattern lacks is nothing there
	for _, p := range patterns {
		prog, err := g.compile(p.Text)
		if err != nil {
			return r.Fail(p.Line, err.Error())
		}
		for name := range prog.slots {
			names[name] = -1
		}
		progs = append(progs, prog)
	}
	for _, prog := range progs {
		for name := range names {
			if _, ok := prog.slots[name]; !ok {
				prog.slots[name] = -1
			}
		}
		gives, err := parseGives(r.Get("gives"), prog.slots)
		if err != nil {
			return r.Fail(r.Line, "gives: "+err.Error())
		}
		if gives == nil {
			return r.Fail(r.Line, "gives nothing; write none() for words to pass over")
		}
		c := g.category(cat)
		g.rules[c] = append(g.rules[c], &rule{id: r.ID, cat: c, prog: prog, gives: gives, order: len(g.rules[c])})
	}
	return nil
}

// link computes what each rule may begin with. Categories whose name begins
// with a dot are parts of others, not time expressions of their own.
func (g *grammar) link() {
	catFirst := make([]bits, len(g.cats))
	for range g.cats {
		for c, rules := range g.rules {
			for _, r := range rules {
				r.prog.first = bits{}
				firstOf(r.prog.code, 0, catFirst, &r.prog.first, map[int]bool{})
				catFirst[c].or(&r.prog.first)
			}
		}
	}
	for c, rules := range g.rules {
		if strings.HasPrefix(g.cats[c], ".") {
			continue
		}
		for _, r := range rules {
			g.top = append(g.top, r)
			g.topFirst.or(&r.prog.first)
		}
	}
}

func firstOf(code []inst, pc int, cats []bits, out *bits, seen map[int]bool) {
	if pc >= len(code) || seen[pc] {
		return
	}
	seen[pc] = true
	switch in := &code[pc]; in.op {
	case iTest:
		out.or(&in.set)
	case iCall:
		out.or(&cats[in.x])
	case iSplit:
		firstOf(code, in.x, cats, out, seen)
		firstOf(code, in.y, cats, out, seen)
	case iJump, iAhead:
		firstOf(code, in.x, cats, out, seen)
	case iOpen, iClose, iBehind:
		firstOf(code, pc+1, cats, out, seen)
	}
}
