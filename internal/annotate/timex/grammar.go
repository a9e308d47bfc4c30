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
	cats     []string  // names of categories
	list     []*rule   // every rule, by its number
	byFirst  []ruleSet // rules that may begin with a class
	bySecond []ruleSet // rules whose second word may have a class
	short    ruleSet   // rules of which the second word tells nothing
	inCat    []ruleSet
	top      ruleSet // rules that make time expressions of their own
	nbits    int
	builtin  builtins
	upos     [doc.UPOSCount]int
	notes    bool
	steps    int // instructions for one start
	loose    int // class of words after which the verb does not tell the direction
}

// builtins are the classes a cell has by what it is, not by a table.
type builtins struct {
	num, integer, dayn, monthn, yearn, hourn, minn, mins, hhmm, fig, roman, glued, yy, lateyy, capital, opens int
}

// entry is what the tables say of one word.
type entry struct {
	norm    string
	bits    classSet
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
}

// newGrammar compiles the rules of texts, or those of notes before them.
func newGrammar(l *lang.Language, notes bool) (*grammar, error) {
	g := &grammar{
		classes: map[string]int{}, entries: map[string]*entry{}, numbers: &l.Numbers,
		verbs: l.Dates.Verbs, feasts: map[string]feastRule{}, notes: notes, steps: maxSteps,
	}
	if notes {
		g.steps = 10 * maxSteps
	}
	b := &g.builtin
	for _, c := range []struct {
		name string
		at   *int
	}{
		{"num", &b.num}, {"int", &b.integer}, {"dayn", &b.dayn}, {"monthn", &b.monthn}, {"yearn", &b.yearn}, {"hourn", &b.hourn},
		{"minn", &b.minn}, {"mins", &b.mins}, {"hhmm", &b.hhmm}, {"fig", &b.fig}, {"roman", &b.roman}, {"glued", &b.glued}, {"yy", &b.yy}, {"lateyy", &b.lateyy}, {"cap", &b.capital}, {"opens", &b.opens},
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
	if notes {
		for i := range l.Dates.Notes {
			if err := g.rule(&l.Dates.Notes[i]); err != nil {
				errs = append(errs, err)
			}
		}
	}
	for i := range l.Dates.Rules {
		if err := g.rule(&l.Dates.Rules[i]); err != nil {
			errs = append(errs, err)
		}
	}
	for _, e := range g.entries {
		e.core = e.core || notes // any word may begin a search: a note is short
	}
	if len(g.list) > maxRules {
		errs = append(errs, fmt.Errorf("dates/rules.txt: more than %d patterns", maxRules))
		g.list = g.list[:maxRules]
	}
	g.link()
	return g, errors.Join(errs...)
}

// class is the bit of a class, made if it is new.
func (g *grammar) class(name string) (int, error) {
	if i, ok := g.classes[name]; ok {
		return i, nil
	}
	if g.nbits == classCap {
		return 0, fmt.Errorf("more than %d classes and words in the rules", classCap)
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
		if bare := withoutAccents(word); (e.core || g.notes) && bare != word && g.entries[bare] == nil {
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
	if !strings.HasPrefix(cat, ".") && len(r.All("yes")) == 0 {
		return r.Fail(r.Line, "no example: a line \"yes\" with the words in [ ] and the value")
	}
	if !strings.HasPrefix(cat, ".") && len(r.All("no")) == 0 {
		return r.Fail(r.Line, "no counter-example: a line \"no\" with a phrase in which the rule must find nothing")
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
		g.list = append(g.list, &rule{id: r.ID, cat: c, prog: prog, gives: gives})
	}
	return nil
}
