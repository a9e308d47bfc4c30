package lang

import (
	"slices"
	"strings"
)

// give reads a line of what a match gives: cue=words(cue) source=phrase(who) …
func (pp *patternParser) give() {
	g := &pp.p.Give
	g.Line = pp.line
	if len(pp.item) == 0 {
		pp.fail("give what? content=… at least")
	}
	for pp.at < len(pp.item) {
		key, value, ok := strings.Cut(pp.next(), "=")
		if !ok || value == "" {
			pp.fail("write give NAME=…, with NAME one of cue, source, content, to, via, target, mode, act, negated")
			return
		}
		switch key {
		case "cue":
			ok = pp.giveOne(&g.Cue, value, PartWords)
		case "source":
			ok = pp.giveOne(&g.Source, value, PartPhrase)
		case "to":
			ok = pp.giveOne(&g.To, value, PartPhrase)
		case "via":
			ok = pp.giveOne(&g.Via, value, PartPhrase)
		case "target":
			ok = pp.giveOne(&g.Target, value, PartPhrase)
		case "content":
			ok = pp.giveContent(g, value)
		case "mode":
			ok = pp.giveName(&g.Mode, key, value, append([]string{"auto"}, quoteModes...))
		case "act":
			ok = pp.giveName(&g.Act, key, value, append([]string{"table"}, quoteActs...))
		case "negated":
			g.Negated = value == "yes"
			if ok = g.Negated; !ok {
				pp.fail("negated=yes; without it the verb tells")
			}
		default:
			pp.fail("%s cannot be given: cue, source, content, to, via, target, mode, act, negated", key)
			ok = false
		}
		if !ok {
			return
		}
	}
}

func (pp *patternParser) giveOne(at *PatternPlace, value string, part PatternPart) bool {
	if at.Part != 0 {
		pp.fail("given twice: %s", value)
		return false
	}
	p, ok := pp.place(value, part)
	*at = p
	return ok
}

// giveName keeps a value of a list; its first one is the default and kept as "".
func (pp *patternParser) giveName(at *string, key, value string, list []string) bool {
	if !slices.Contains(list, value) {
		pp.fail("%s=%s: there is %s", key, value, strings.Join(list, ", "))
		return false
	}
	if value != list[0] {
		*at = value
	}
	return true
}

// giveContent reads parts joined by +, each perhaps without others: tree(x)-tree(y).
func (pp *patternParser) giveContent(g *PatternGive, value string) bool {
	for _, one := range strings.Split(value, "+") {
		var term PatternTerm
		for i, w := range strings.Split(one, "-") {
			p, ok := pp.place(w, PartFrom)
			if !ok {
				return false
			}
			if i == 0 {
				term.Place = p
			} else {
				term.Minus = append(term.Minus, p)
			}
		}
		g.Content = append(g.Content, term)
	}
	return true
}
