package mention

import (
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/names"
)

// mostExtended bounds how many tokens a name is carried on.
const mostExtended = 14

// spelledOut gives a name in front of its acronym all the words that the
// acronym spells: "le Groupe de soutien à l'islam et aux musulmans (GSIM)".
func (k *scratch) spelledOut(d *doc.Document, s doc.Sentence, open int32) {
	if open+2 >= s.End || d.Tokens[open].Form != "(" || d.Tokens[open+2].Form != ")" || open-2 < s.First {
		return
	}
	short := names.Fold(d.Tokens[open+1].Form)
	if w := &k.words[open+1]; len(short) < 3 || len(short) > 8 || w.shape != upper && w.shape != mixed && (w.shape != title && w.shape != camel || w.lex&(lexCommon|lexFirst) != 0) {
		return
	}
	for f := open - 1; f >= s.First && f > open-mostExtended; f-- {
		if d.Tokens[f].UPOS == doc.PUNCT {
			return
		}
		if !k.words[f].capital() || !startsWith(d.Tokens[f].Form, short[0]) || !k.spells(d, f, open, short) {
			continue
		}
		if l := k.labels[f]; l != outside && l.kind() != doc.Organization && l.kind() != doc.NoType && l.part() != begin && l.part() != only {
			return
		}
		k.relabel(f, open, doc.Organization)
		return
	}
}

func startsWith(form string, letter byte) bool {
	r, _ := utf8.DecodeRuneInString(form)
	f := names.Fold(string(r))
	return f != "" && f[0] == letter
}

// spells tells whether the words of [first, end) give the letters of an acronym
// in their order, the last word the last of them.
func (k *scratch) spells(d *doc.Document, first, end int32, short string) bool {
	n, whole := 0, false
	for i := first; i < end; i++ {
		whole = false
		if n < len(short) && startsWith(d.Tokens[i].Form, short[n]) && (d.Tokens[i].UPOS != doc.DET && d.Tokens[i].UPOS != doc.ADP) {
			n++
			whole = n == len(short)
		}
	}
	return whole
}

// called takes the words after the noun of a body for its name when they are a
// phrase of the language: "l'association Vivre à Orvault", "le collectif Vent
// debout". i is the noun.
func (k *scratch) called(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) {
	first := i + 1
	if first >= s.End || d.Tokens[i].UPOS != doc.NOUN || k.words[i].gaz&lang.BodyNoun == 0 || k.words[i].shape != small && k.words[i].shape != upper || i == s.First {
		return
	}
	w := &k.words[first]
	if w.shape != title || w.lex&lexCommon == 0 || w.gaz&(lang.Country|lang.Capital|lang.Place|lang.People|lang.GivenName|lang.Body|lang.Media) != 0 || d.Tokens[first].UPOS == doc.DET || !k.bearsName(d, n, s, i) {
		return
	}
	if l := k.labels[first]; l != outside && l.part() != begin && l.part() != only {
		return
	}
	end := first + 1
	for end < s.End && end < first+6 && k.goesInName(d, s, first, end) {
		end++
	}
	for end > first+1 && (d.Tokens[end-1].UPOS == doc.ADP || d.Tokens[end-1].UPOS == doc.DET || d.Tokens[end-1].UPOS == doc.CCONJ) {
		end--
	}
	if k.labels[first] != outside && k.endOf(first, s.End) >= end || k.crosses(end, s.End) {
		return
	}
	k.relabel(first, end, doc.Organization)
}

// masthead takes a newspaper's name whole: "Le Courrier de l'Est". i is its
// article, which has a capital though it may stand inside the sentence; a small
// one is no part of the name, and the name then needs a place: "au Courrier du Havre".
func (k *scratch) masthead(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) {
	if n == nil || i+2 >= s.End || d.Tokens[i].UPOS != doc.DET || !k.words[i+1].capital() || !n.Mastheads[k.words[i+1].norm] {
		return
	}
	first := i
	if k.words[i].shape != title && k.words[i].shape != single {
		first++
	}
	if k.labels[first] != outside && k.labels[first].part() != begin && k.labels[first].part() != only {
		return
	}
	end := k.mastheadEnd(d, s, i+2, first == i)
	if (first != i || k.words[i].start) && end == i+2 || k.crosses(end, s.End) {
		return // "Le Soir tombe", "le Parisien"
	}
	k.relabel(first, end, doc.Organization)
}

// mastheadEnd is where a newspaper's name goes on to from token end: over words
// with capitals, if it may, and over "de l'", "du", "des", "à" before one.
func (k *scratch) mastheadEnd(d *doc.Document, s doc.Sentence, end int32, capitals bool) int32 {
	for last := min(s.End, end+6); end < last; {
		if capitals && k.words[end].capital() && d.Tokens[end].UPOS != doc.PUNCT {
			end++
			continue
		}
		j := end
		for j < s.End && j < end+3 && (d.Tokens[j].UPOS == doc.ADP || d.Tokens[j].UPOS == doc.DET) {
			j++
		}
		if j == end || j >= s.End || !k.words[j].capital() || !capitals && d.Tokens[j].UPOS == doc.NUM {
			break
		}
		end, capitals = j+1, true
	}
	return end
}

// crosses tells whether a name would be cut at token end.
func (k *scratch) crosses(end, last int32) bool {
	return end < last && k.labels[end] != outside && k.labels[end].part() != begin && k.labels[end].part() != only
}

// goesInName tells whether token j goes on with the name of a body that begins
// at first: an adjective or adverb right behind, else what the tree hangs in it.
func (k *scratch) goesInName(d *doc.Document, s doc.Sentence, first, j int32) bool {
	t := &d.Tokens[j]
	if k.words[j].capital() && t.UPOS == doc.PROPN {
		return true
	}
	switch t.UPOS {
	case doc.ADJ, doc.ADV:
		return j == first+1 && !t.Deprel.Is(doc.RelAux) || k.hangsIn(d, first, j)
	case doc.NOUN, doc.PROPN:
		// "Mer et terre", the second word hung on "association" itself
		return k.hangsIn(d, first, j) || d.Tokens[j-1].UPOS == doc.CCONJ && k.hangsIn(d, first-1, j)
	case doc.ADP, doc.DET:
		return k.hangsIn(d, first, j)
	case doc.CCONJ:
		return j+1 < s.End && (d.Tokens[j+1].UPOS == doc.NOUN || d.Tokens[j+1].UPOS == doc.ADJ) && k.hangsIn(d, first-1, j)
	}
	return false
}

// hangsIn tells whether the tree leads from token j into the name in three steps.
func (k *scratch) hangsIn(d *doc.Document, first, j int32) bool {
	h := d.Tokens[j].Head
	for n := 0; n < 3 && h != doc.None; n++ {
		if h >= first && h < j {
			return true
		}
		h = d.Tokens[h].Head
	}
	return false
}

// withoutList cuts a list off a body's name: "le Parti du centre et les
// formations libérales" names one body and then others.
func (k *scratch) withoutList(d *doc.Document, s doc.Sentence, i int32) {
	l := k.labels[i]
	if l == outside || l.kind() != doc.Organization || l.part() != begin {
		return
	}
	end := k.endOf(i, s.End)
	for j := i + 1; j+1 < end; j++ {
		if d.Tokens[j].UPOS == doc.CCONJ && d.Tokens[j+1].UPOS == doc.DET && d.Tokens[j+1].Part == doc.Whole && k.words[j+1].shape == small {
			k.relabel(i, j, doc.Organization)
			for ; j < end; j++ {
				k.labels[j] = outside
			}
			return
		}
	}
}
