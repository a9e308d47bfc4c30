package figure

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// stretch is a run of tokens.
type stretch struct{ first, end int32 }

const (
	nounReach = 4 // words between a number and what it counts
	partReach = 5 // words between a number and what it is a part of
)

// counted is the unit or noun of a number, the rule that found it and the tokens
// that the figure covers beside the number: a unit right behind it, a currency
// sign before it, the noun that the tree hangs it on or the next noun with only
// adjectives between, the noun it is a part of ("deux des six navires"), that of
// the number it ranges to ("60 à 80 milliards d'euros"), or of the one before it
// in the sentence ("13 milliards d'euros, 17 milliards selon Londres").
func (s *Stage) counted(d *doc.Document, sent *doc.Sentence, n *number, stop int32) (unit, rule string, to stretch) {
	none := stretch{n.first, n.end}
	if u := s.ranges(d, sent, n, stop); u != "" {
		return u, s.ruleUnit, none
	}
	if u, rule := s.behind(d, n, stop); u.end > u.first {
		return words(d, u.first, u.end), rule, u
	}
	if u, plain := s.partOf(d, n, stop); u >= 0 {
		if plain {
			none.end = u + 1
		}
		return words(d, u, u+1), s.rulePart, none
	}
	k := len(d.Figures) - 1
	again := n.scale > 0 || n.first > sent.First && s.joins(d, n.first-1, lang.JoinAgainst)
	if again && !n.year && k >= 0 && d.Figures[k].Span.Start >= d.Tokens[sent.First].Span.Start {
		return d.Figures[k].Unit, s.ruleAgain, none
	}
	return "", "", none
}

func (s *Stage) joins(d *doc.Document, t int32, j lang.FigureJoin) bool {
	return s.lang.Figures.Joins[d.Tokens[t].Norm]&j != 0
}

// behind is what a number counts where it stands right by it.
func (s *Stage) behind(d *doc.Document, n *number, stop int32) (stretch, string) {
	at := n.end
	if n.part || at >= stop {
		return stretch{}, ""
	}
	if n.noun {
		if !s.joins(d, at, lang.JoinOf) && !s.isUnit(d.Tokens[at].Norm) {
			return stretch{}, "" // "17 milliards par le cabinet Harrow"
		}
		if !s.isUnit(d.Tokens[at].Norm) {
			at++ // "14 millions d'euros"
		}
	}
	if at < stop && s.isUnit(d.Tokens[at].Norm) {
		return stretch{at, at + 1}, s.ruleUnit
	}
	if n.first > 0 && n.figures && s.isUnit(d.Tokens[n.first-1].Norm) && d.Tokens[n.first-1].UPOS == doc.SYM {
		return stretch{n.first - 1, n.first}, s.ruleUnit
	}
	if n.year {
		return stretch{}, ""
	}
	if h := d.Tokens[n.first].Head; h > n.first && h >= at && h < stop && h-at <= nounReach && d.Tokens[n.first].Deprel.Is(doc.RelNummod) && d.Tokens[h].UPOS == doc.NOUN && !s.parted(d, at, h) {
		return s.countedNoun(d, at, h, stop), s.ruleNoun
	}
	for i := at; i < stop && i <= at+1; i++ {
		if u := d.Tokens[i].UPOS; u == doc.NOUN || u == doc.PROPN && i == at && (n.first == 0 || d.Tokens[n.first-1].UPOS != doc.PROPN) { // "huit États"
			return s.countedNoun(d, at, i, stop), s.ruleNoun
		}
		if d.Tokens[i].UPOS != doc.ADJ && d.Tokens[i].UPOS != doc.DET {
			break
		}
	}
	return stretch{}, ""
}

// countedNoun is the noun at h, or what it is a number of: "évalue à 42 000 le
// nombre de réfugiés".
func (s *Stage) countedNoun(d *doc.Document, at, h, stop int32) stretch {
	if h > at && d.Tokens[at].UPOS == doc.DET && h+2 < stop && s.joins(d, h+1, lang.JoinOf) && d.Tokens[h+2].UPOS == doc.NOUN {
		h += 2
	}
	return stretch{h, h + 1}
}

// parted tells whether another number stands between a number and a noun.
func (s *Stage) parted(d *doc.Document, from, to int32) bool {
	for i := from; i < to; i++ {
		if d.Tokens[i].UPOS == doc.NUM {
			return true
		}
	}
	return false
}

// partOf is the noun that a number takes a part of, -1 if none, and whether
// nothing that is counted itself stands between.
func (s *Stage) partOf(d *doc.Document, n *number, stop int32) (int32, bool) {
	if n.end >= stop || n.year || !s.joins(d, n.end, lang.JoinOf) {
		return -1, false
	}
	plain := true
	for i := n.end + 1; i < stop && i <= n.end+partReach; i++ {
		switch u := d.Tokens[i].UPOS; {
		case u == doc.NOUN || s.isUnit(d.Tokens[i].Norm):
			return i, plain
		case u == doc.NUM:
			plain = false
		case u != doc.DET && u != doc.ADJ && u != doc.ADV:
			return -1, false
		}
	}
	return -1, false
}

// ranges is the unit of the number that this one goes up to: "8 000 à 10 000
// postes"; a scale that only the second has is of both.
func (s *Stage) ranges(d *doc.Document, sent *doc.Sentence, n *number, stop int32) string {
	if n.end+1 >= stop || n.part {
		return ""
	}
	open := n.first > sent.First && s.joins(d, n.first-1, lang.JoinBetween)
	if !s.joins(d, n.end, lang.JoinTo) && !(open && s.joins(d, n.end, lang.JoinAnd)) {
		return ""
	}
	m, ok := s.number(d, n.end+1, stop)
	if !ok {
		return ""
	}
	u, _ := s.behind(d, &m, stop)
	if u.end <= u.first || u.first < m.end {
		return ""
	}
	if m.scale > 0 && n.scale == 0 && n.value < m.value/m.scale {
		n.value *= m.scale
	}
	return words(d, u.first, u.end)
}

// fraction reads "la moitié des voix" and "deux tiers des élus": a noun of parts
// with what it is of.
func (s *Stage) fraction(d *doc.Document, n *number, isNumber bool, t, stop int32) bool {
	at, times := t, 1.0
	if isNumber {
		at, times = n.end, n.value
	}
	if at >= stop || times > 99 {
		return false
	}
	v, ok := s.lang.Figures.Parts[d.Tokens[at].Norm]
	if !ok || !isNumber && (d.Tokens[at].UPOS != doc.NOUN || t > 0 && d.Tokens[t-1].UPOS == doc.ADJ) { // "le premier quart du match"
		return false
	}
	p := number{first: t, end: at + 1, value: v * times, part: true}
	if k, _ := s.partOf(d, &p, stop); k < 0 {
		return false
	}
	*n = p
	return true
}

// minus tells whether a sign stands before a share: "(- 33 %)".
func (s *Stage) minus(d *doc.Document, sent *doc.Sentence, t int32, unit stretch) bool {
	if t == sent.First || !s.joins(d, t-1, lang.JoinMinus) || s.lang.Figures.Units[d.Tokens[max(unit.end-1, 0)].Norm].Kind != "share" {
		return false
	}
	if t-1 == sent.First {
		return true
	}
	u := d.Tokens[t-2].UPOS
	return u == doc.PUNCT || u == doc.ADP || u == doc.CCONJ
}

// inName tells whether a number is part of a name: "le Mouvement 5 étoiles".
func inName(d *doc.Document, t, end int32) bool {
	k, _ := slices.BinarySearchFunc(d.Mentions, t, func(m doc.Mention, t int32) int { return int(m.First) - int(t) - 1 })
	at := d.Tokens[t].Span
	for i := k - 1; i >= 0 && i > k-8; i-- {
		m := &d.Mentions[i]
		if m.Name.Start < at.Start && int(end) < len(d.Tokens) && d.Tokens[end].Span.End <= m.Name.End {
			return true
		}
	}
	return false
}

func (s *Stage) isUnit(norm string) bool {
	_, ok := s.lang.Figures.Units[norm]
	return ok
}

// modifierBehind is the end of what modifies a figure from behind it, as in "144
// morts au moins"; a number that follows takes the words for itself.
func (s *Stage) modifierBehind(d *doc.Document, at, stop int32) int32 {
	best := at
	for _, m := range s.lang.Figures.Modifiers {
		end := at + int32(len(m.Words))
		if end > stop || end <= best || d.Tokens[at].Norm != m.Words[0] || m.Sense == "more" || m.Sense == "less" || m.Sense == "exactly" {
			continue
		}
		same := true
		for i, w := range m.Words {
			same = same && d.Tokens[at+int32(i)].Norm == w
		}
		if same {
			best = end
		}
	}
	if best > at && best < stop {
		if u := d.Tokens[best].UPOS; u == doc.NUM || u == doc.DET || u == doc.NOUN || s.isUnit(d.Tokens[best].Norm) {
			return at
		}
	}
	return best
}
