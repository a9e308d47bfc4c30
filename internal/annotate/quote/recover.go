package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// recovered marks a token that was tagged as a noun and is read as a verb here.
const recovered lang.QuoteWord = 1 << 63

// recover reads a noun as the verb of saying that it also spells, where the
// clause has no other verb: "L'armée annonce avoir pris le pouvoir", "…, estime
// le maire". Taggers trained on other genres take such words for nouns.
func (r *run) recover(i int32, s doc.Sentence) (string, bool) {
	x := r.s.lang.Lexicon
	if x == nil || i+1 >= s.End || i == s.First {
		return "", false
	}
	if !r.verbPlace(i, s) {
		return "", false
	}
	e, ok := x.Lookup(r.tok[i].Norm)
	if !ok || !e.UPOS().Has(doc.VERB) {
		return "", false
	}
	for k := range e.Len() {
		t, _ := e.Tag(k)
		if t.UPOS != doc.VERB || !t.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) || t.Feats.Has(doc.FeatPerson, doc.PersonFirst) || t.Feats.Has(doc.FeatPerson, doc.PersonSecond) {
			continue
		}
		if lemma := e.Lemma(k); r.q.Cues[lemma] != nil {
			r.word[i] |= recovered
			return lemma, true
		}
	}
	return "", false
}

// inciseParticiple tells whether a form tagged as a past participle is the
// present of an incise: "…, écrit le ministère", "…, conclut Mme X".
func (r *run) inciseParticiple(i int32, s doc.Sentence) bool {
	x := r.s.lang.Lexicon
	if x == nil || i+1 >= s.End || !r.comma(i-1) && r.pieceEnding(i-1) == nil || r.tok[i+1].UPOS != doc.DET && r.tok[i+1].UPOS != doc.PROPN {
		return false
	}
	if r.auxiliary(i, s) != doc.None {
		return false
	}
	e, ok := x.Lookup(r.tok[i].Norm)
	if !ok {
		return false
	}
	for k := range e.Len() {
		if t, _ := e.Tag(k); t.UPOS == doc.VERB && t.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return true
		}
	}
	return false
}

// verbPlace tells whether a finite verb may stand at token i: behind a noun
// phrase and before what a verb takes, in a clause that has no other verb, or
// between a comma and the inverted subject of an incise.
func (r *run) verbPlace(i int32, s doc.Sentence) bool {
	p, n := i-1, i+1
	switch r.tok[n].UPOS {
	case doc.DET, doc.ADJ, doc.ADP, doc.SCONJ, doc.PRON, doc.ADV, doc.PROPN, doc.NUM, doc.NOUN:
	case doc.VERB, doc.AUX:
		if r.form(n) != doc.VerbFormInf {
			return false
		}
	default:
		if !r.comma(n) && !r.sign(n, ":") && r.pieceAt(n) == nil {
			return false
		}
	}
	if r.tok[n].Part == doc.FirstPart && r.is(n, lang.WordOf) && r.tok[p].UPOS != doc.PROPN {
		return false
	}
	start := r.clauseFrom(p, s)
	if r.comma(p) || r.pieceEnding(p) != nil {
		if r.mainVerb(start, p) != doc.None || r.pieceEnding(p) != nil || r.in[p-1] != doc.None {
			return (r.tok[n].UPOS == doc.DET || r.tok[n].UPOS == doc.PROPN) && r.pieceAt(n) == nil && !r.is(n, lang.WordOf)
		}
	}
	if r.tok[p].UPOS == doc.DET && r.is(p, lang.WordObjectClitic) && p > s.First && r.tok[p-1].UPOS == doc.PRON && (r.is(p-1, lang.WordRelative) && !r.is(p-1, lang.WordThat) || r.tok[p-1].Deprel.Is(doc.RelNsubj)) {
		return true // "le ministre, qui le juge « ruineux »"
	}
	if r.is(n, lang.WordThat) && r.tok[n].UPOS == doc.SCONJ && r.tok[p].UPOS != doc.DET && r.tok[p].UPOS != doc.ADP && r.mainVerb(start, i) == doc.None {
		return true
	}
	switch r.tok[p].UPOS {
	case doc.NOUN, doc.PROPN, doc.PRON, doc.X, doc.NUM:
	case doc.ADJ:
		if p == s.First || r.tok[p-1].UPOS != doc.NOUN && r.tok[p-1].UPOS != doc.PROPN && r.tok[p-1].UPOS != doc.ADJ && (r.tok[p-1].UPOS != doc.DET || r.pieceAt(n) == nil && !r.is(n, lang.WordThat)) {
			return false
		}
	case doc.PUNCT:
		if !r.comma(p) && r.tok[p].Form != ")" && r.pieceEnding(p) == nil {
			return false
		}
	default:
		return false
	}
	if r.mainVerb(start, i) != doc.None || p == start && r.tok[p].UPOS == doc.NOUN {
		return false
	}
	for k := n; k < s.End && k < n+40; k++ {
		if r.comma(k) || r.sign(k, ":") || r.sign(k, ";") || r.tok[k].UPOS == doc.SCONJ || r.is(k, lang.WordRelative) || r.pieceAt(k) != nil || r.tok[k].UPOS == doc.CCONJ {
			return true
		}
		if r.finite(k) {
			return false
		}
	}
	return true
}

// clauseFrom is where the clause that token p stands in begins: behind a colon,
// a semicolon, a conjunction, or the comma that ends a subordinate clause.
func (r *run) clauseFrom(p int32, s doc.Sentence) int32 {
	start := s.First
	for k := p; k >= s.First; k-- {
		if r.sign(k, ":") || r.sign(k, ";") || r.tok[k].UPOS == doc.SCONJ {
			start = k + 1
			break
		}
	}
	if first := r.start(s); r.is(first, lang.WordSubordinator) || r.tok[first].UPOS == doc.SCONJ {
		// "Alors que A a annoncé B, C critique D": the main clause begins behind a comma.
		for k := p; k > first; k-- {
			if r.comma(k) && r.mainVerb(first, k) != doc.None {
				start = max(start, k+1)
				break
			}
		}
	}
	return start
}

// lostSubject is who speaks by a verb that the tree takes for another word: the
// noun phrase right before it, over the comma of an apposition.
func (r *run) lostSubject(c *cue, s doc.Sentence) int32 {
	if r.word[c.verb]&recovered == 0 || c.aux != doc.None || r.mainVerb(s.First, c.first) != doc.None {
		return doc.None
	}
	i := c.first - 1
	for i > s.First && (r.tok[i].UPOS == doc.ADV || r.tok[i].UPOS == doc.PRON && r.is(i, lang.WordObjectClitic|lang.WordReflexive) || r.is(i, lang.WordNegation)) {
		i--
	}
	if r.comma(i) {
		if i--; !r.hasComma(s.First, i) {
			return doc.None
		}
	}
	if i < s.First || r.in[i] != r.in[c.verb] {
		return doc.None
	}
	if h := r.headBefore(i+1, s); h != doc.None && !r.hasCase(h) && !r.isTime(h) {
		return h
	}
	return doc.None
}
