package timex

import "readout/internal/doc"

// byNoun is the direction of a date that hangs from a noun which says it itself:
// "l'attentat de mercredi" has happened, whatever the sentence goes on to tell.
func (g *grammar) byNoun(d *doc.Document, noun int32) (direction, bool) {
	if d.Tokens[noun].UPOS != doc.NOUN {
		return anyway, false
	}
	return g.lookup(d.Tokens[noun].Lemma, "noun")
}

// cleft is the direction of the clause that a sentence with "c'est" brings out:
// "Samedi, c'est un guide qui a été emporté" looks back.
func (g *grammar) cleft(d *doc.Document, s doc.Sentence, head, first int32) (direction, bool) {
	if first > head || d.Dependent(head, doc.RelCop) == doc.None {
		return anyway, false
	}
	it := false
	for c := d.Tokens[head].Child; c != doc.None; c = d.Tokens[c].Next {
		r := d.Tokens[c].Deprel
		if r.Is(doc.RelNsubj) && d.Tokens[c].UPOS == doc.PRON {
			it = true
		}
		if it && c > head && (r.Is(doc.RelAcl) || r.Is(doc.RelAdvcl)) && d.Tokens[c].UPOS == doc.VERB {
			return g.verb(d, s, c)
		}
	}
	return anyway, false
}

// grantsTime tells whether the verb above an expression gives or sets a term:
// "se sont donné jusqu'à l'automne" looks ahead, "est resté jusqu'à lundi" back.
func (g *grammar) grantsTime(d *doc.Document, s doc.Sentence, first, end int32) bool {
	head, parsed := topToken(d, s, first, end)
	for n := 0; parsed && head != doc.None && n < 8; n++ {
		if u := d.Tokens[head].UPOS; u == doc.VERB || u == doc.AUX {
			_, ok := g.lookup(d.Tokens[head].Lemma, "until")
			return ok && !stepsBack(d, head)
		}
		head = d.Tokens[head].Head
	}
	return false
}
