package lang

import (
	"slices"
	"strconv"
	"strings"

	"readout/internal/doc"
)

var patternLinks = map[string]PatternLinkKind{">": LinkChild, "<": LinkParent, ">>": LinkBelow, "<<": LinkAbove,
	"subject": LinkSubject, "object": LinkObject, "agent": LinkAgent, "author": LinkAuthor, "patient": LinkPatient, "content": LinkContent, "head": LinkHead, "end": LinkEnd}

// link reads "cue > obj", "behind cue within 5", "phrase right before colon",
// "subject of cue". The part is that of the word itself.
func (pp *patternParser) link() (l PatternLink, part PatternPart, is, ok bool) {
	part = PartWord
	w := pp.peek()
	if len(pp.item) > pp.at+1 {
		var known bool
		if l, known, ok = pp.wordLink(w); known || !ok {
			return l, part, known, ok
		}
	}
	if k := slices.Index(patternParts, w); k > 0 && pp.at+1 < len(pp.item) && slices.Contains([]string{"right", "behind", "before"}, pp.item[pp.at+1]) {
		part = PatternPart(k)
		pp.at++
	}
	l, is, ok = pp.orderLink()
	return l, part, is, ok
}

// wordLink reads "cue > obj" and "subject of cue".
func (pp *patternParser) wordLink(w string) (l PatternLink, is, ok bool) {
	sign := pp.item[pp.at+1]
	if k, tree := patternLinks[sign]; tree && k <= LinkAbove {
		pp.at += 2
		to := pp.known(w)
		if to < 0 {
			pp.fail("no word named %s before %s", w, sign)
			return l, false, false
		}
		l = PatternLink{Kind: k, To: PatternPlace{Part: PartWord, Node: to, Other: to}}
		l.Rels, ok = pp.rels(pp.next())
		return l, true, ok
	}
	if sign == "of" {
		k, known := patternLinks[w]
		pp.at += 2
		if !known || k < LinkSubject {
			pp.fail("%s of what? There is subject of, object of, agent of, patient of, author of, content of, head of, end of", w)
			return l, false, false
		}
		l.Kind = k
		l.To, ok = pp.place(pp.next(), PartWord)
		return l, true, ok
	}
	return l, false, true
}

// orderLink reads "behind cue within 5" and "right before colon".
func (pp *patternParser) orderLink() (l PatternLink, is, ok bool) {
	w := pp.peek()
	if w == "right" {
		l.Right = true
		pp.at++
		w = pp.peek()
	}
	switch w {
	case "behind":
		l.Kind = LinkBehind
	case "before":
		l.Kind = LinkBefore
	default:
		if l.Right {
			pp.fail("right stands before behind or before")
		}
		return l, false, !l.Right
	}
	pp.at++
	if l.To, ok = pp.place(pp.next(), PartWord); !ok {
		return l, false, false
	}
	if pp.peek() == "within" {
		pp.at++
		n, err := strconv.Atoi(pp.next())
		if err != nil || n < 1 || n > 60 {
			pp.fail("within is followed by a number of words from 1 to 60")
			return l, false, false
		}
		l.Within = int32(n)
	}
	return l, true, true
}

// rels reads relations: obj|obl:agent; any is every relation.
func (pp *patternParser) rels(s string) ([]doc.Deprel, bool) {
	if s == "any" {
		return nil, true
	}
	var out []doc.Deprel
	for _, w := range strings.Split(s, "|") {
		r := doc.ParseDeprel(w)
		if r == doc.NoRel || r.String() != w {
			pp.fail("no such relation: %s", w)
			return nil, false
		}
		out = append(out, r)
	}
	return out, true
}
