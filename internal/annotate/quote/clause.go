package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// toldThat tells whether a word taken for a relative pronoun opens what is said:
// "a dit aux enquêteurs qu'il a d'abord emmené": behind who is told, and before
// a subject of its own.
func (r *run) toldThat(c *cue, i int32) bool {
	if int(c.end) >= len(r.tok) {
		return false
	}
	if r.tok[i].UPOS == doc.PRON && i > c.end && int(i)+2 < len(r.tok) && r.thatAfterTime(c, i) {
		return true
	}
	_, before := r.before(c.end, r.sentence(c.verb)) // "a martelé devant la Chambre que son pays refuserait"
	if c.entry.To == "" && !before || i <= c.end || int(i)+2 >= len(r.tok) || r.tok[i].UPOS != doc.PRON {
		return false
	}
	if u := r.tok[i-1].UPOS; u != doc.NOUN && u != doc.PROPN && u != doc.ADJ {
		return false
	}
	if n := r.tok[i+1].UPOS; n != doc.PRON && n != doc.DET && n != doc.PROPN || r.is(i+1, lang.WordReflexive) {
		return false
	}
	first := r.tok[c.end]
	return first.UPOS == doc.ADP && (before || first.Lemma == c.entry.To) && !r.hasComma(c.end, i)
}

// thatAfterTime tells whether nothing but time, place and manner stands between
// the cue and the word at token i, and a subject behind it: "a annoncé lundi
// qu'elle fermait son consulat".
func (r *run) thatAfterTime(c *cue, i int32) bool {
	switch r.tok[i+1].UPOS {
	case doc.PRON, doc.DET, doc.PROPN, doc.NOUN, doc.NUM, doc.ADP:
	default:
		return false
	}
	if r.is(i+1, lang.WordReflexive) || r.is(i+1, lang.WordRelative) && r.tok[i+1].UPOS == doc.PRON {
		return false
	}
	if r.timexAt(i-1) != doc.None {
		k := i - 1
		for k >= c.end && (r.timexAt(k) != doc.None || r.tok[k].UPOS == doc.ADV || r.tok[k].UPOS == doc.DET) {
			k--
		}
		if k < c.end {
			return true
		}
	}
	root := r.clauseRoot(i, r.sentence(i))
	return root != doc.None && r.tok[root].Deprel.Is(doc.RelCcomp) && r.tok[root].Head == c.verb && !r.tok[root].Deprel.Is(doc.RelAcl) && r.objectOf(c, r.sentence(i)) == doc.None
}

// parenthesis is the token behind a stretch between two commas without a main
// verb: "annonce, via un communiqué publié hier, avoir pris le pouvoir".
func (r *run) parenthesis(i int32, s doc.Sentence) int32 {
	clause := i+1 < s.End && r.is(i+1, lang.WordIf|lang.WordSubordinator)
	for k := i + 1; k < s.End && k < i+25; k++ {
		if r.finite(k) && !r.inRelative(k) && !clause || r.sign(k, ";") || r.sign(k, ":") || r.is(k, lang.WordThat) && r.tok[k].UPOS == doc.SCONJ {
			return i
		}
		if r.comma(k) && k+2 < s.End && (r.infinitive(k+1, s) != doc.None || r.is(k+1, lang.WordThat) || r.tok[k+1].UPOS == doc.ADP && r.infinitive(k+2, s) != doc.None) {
			return k + 1
		}
	}
	return i
}

// closingComma is the token behind the comma that closes an aside without a
// finite verb, or the one it begins at.
func (r *run) closingComma(i int32, s doc.Sentence) int32 {
	for k := i + 1; k < s.End && k < i+12; k++ {
		if r.finite(k) {
			return i
		}
		if r.comma(k) {
			return k + 1
		}
	}
	return i
}

// skipAdverbs is token i, or the first behind it that is no adverb of the cue:
// "dit cependant croire au projet".
func (r *run) skipAdverbs(i, v int32) int32 {
	for i < v && r.tok[i].UPOS == doc.ADV && !r.is(i, lang.WordNegation|lang.WordNegator) && (i < v-1 || r.is(i, lang.WordConnector)) {
		i++
	}
	return i
}

// subordinates tells whether a conjunction belongs to another word ("alors que",
// "plus que") or opens no finite clause, and so no content.
func (r *run) subordinates(c *cue, i int32, s doc.Sentence) bool {
	if i > c.end && r.is(i-1, lang.WordSubordinator) {
		return true
	}
	if i+1 < s.End && r.sign(i+1, ":") || i == c.end && !c.negated && r.tok[i].UPOS == doc.SCONJ {
		return false
	}
	for k := i + 1; k < s.End && k < i+60; k++ {
		if r.finite(k) || r.pieceAt(k) != nil {
			return false
		}
	}
	return true
}

// question tells whether an indirect question opens at token i: "si", "pourquoi",
// "depuis quels pays", "ce que".
func (r *run) question(i int32, s doc.Sentence) opening {
	t := &r.tok[i]
	if r.is(i, lang.WordDemonstrative) && i+1 < s.End && r.is(i+1, lang.WordRelative) && t.UPOS == doc.PRON {
		return opening{openWhether, i, r.clauseRoot(i+1, s), doc.None}
	}
	at := i
	if t.UPOS == doc.ADP && i+1 < s.End && r.is(i+1, lang.WordWhether) && (r.tok[i+1].UPOS == doc.DET || r.tok[i+1].UPOS == doc.ADJ) {
		return opening{openWhether, i, r.clauseRoot(i+1, s), doc.None}
	}
	if !r.is(i, lang.WordWhether) || r.is(i, lang.WordReflexive) && t.UPOS == doc.PRON {
		return opening{}
	}
	switch {
	case t.UPOS == doc.SCONJ, t.UPOS == doc.ADV && !r.is(i, lang.WordRelative), t.Feats.Has(doc.FeatPronType, doc.PronTypeInt):
		return opening{openWhether, at, r.clauseRoot(i, s), doc.None}
	}
	return opening{}
}

// thoseWho tells whether a pronoun with a relative clause stands at token i:
// "fustige [ceux qui] « sèment la haine »".
func (r *run) thoseWho(i int32, s doc.Sentence) bool {
	return r.tok[i].Feats.Has(doc.FeatPronType, doc.PronTypeDem) && i+1 < s.End && r.is(i+1, lang.WordRelative)
}
