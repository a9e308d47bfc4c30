package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// nounAt is the entry of the noun at token i, or nil.
func (r *run) nounAt(i, end int32) *lang.QuoteNoun {
	list := r.q.Nouns[r.tok[i].Lemma]
	for k := range list {
		if _, ok := r.matches(i+1, end, list[k].Rest); ok {
			return &list[k]
		}
	}
	return nil
}

// isObjectOfCue tells whether a cue already has the noun as its content.
func (r *run) isObjectOfCue(i int32) bool {
	h := r.tok[i].Head
	if h != doc.None && r.tok[i].Deprel.Is(doc.RelConj) {
		h = r.tok[h].Head
	}
	if h == doc.None {
		return false
	}
	if k := r.cueAt[h]; k != doc.None && r.cues[k].done && i > h {
		return true
	}
	return false
}

// nounAuthor is who makes the act: a possessive, "de X", "lancé par X". The
// second value is where the author's phrase ends.
func (r *run) nounAuthor(i int32, n *lang.QuoteNoun, s doc.Sentence) (int32, int32) {
	own := doc.None
	for k := r.tok[i].Child; k != doc.None; k = r.tok[k].Next {
		d := r.tok[k].Deprel
		switch {
		case k < i && d.Is(doc.RelDet) && r.is(k, lang.WordOwner):
			own = k
		case k > i+int32(len(n.Rest)) && r.isAuthor(k, i+int32(len(n.Rest))):
			_, e := r.phraseOf(k)
			return k, e
		case k > i && d.Is(doc.RelAcl) && r.agent(k) != doc.None:
			a := r.agent(k)
			_, e := r.phraseOf(a)
			return a, e
		}
	}
	if last := i + int32(len(n.Rest)); last > i && last < s.End && own == doc.None {
		// "la mise en garde des savants": they hang on the last word
		for k := r.tok[last].Child; k != doc.None; k = r.tok[k].Next {
			if k > last && r.isAuthor(k, last) {
				_, e := r.phraseOf(k)
				return k, e
			}
		}
	}
	return own, i + 1
}

// isAuthor tells whether token k is "of" somebody who can speak, right behind
// the words of a noun that end with token last.
func (r *run) isAuthor(k, last int32) bool {
	if !r.tok[k].Deprel.Is(doc.RelNmod) || r.timexAt(k) != doc.None || !r.canSpeak(k) || r.tok[k].UPOS == doc.PRON && !r.is(k, lang.WordDemonstrative) {
		return false
	}
	p := r.caseOf(k)
	if p == doc.None || !r.is(p, lang.WordOf) || p > last+2 {
		return false
	}
	if m := r.mention[k]; m != doc.None {
		return r.d.Mentions[m].Type != doc.Location || r.d.Mentions[m].Country != ""
	}
	return r.tok[k].UPOS == doc.PRON || r.q.Words[r.tok[k].Lemma]&lang.WordStandIn != 0
}

// nounComplement is where the content of the noun begins, or None.
func (r *run) nounComplement(i int32, n *lang.QuoteNoun, s doc.Sentence) int32 {
	for k := i + 1 + int32(len(n.Rest)); k < s.End && k < i+16; k++ {
		if r.finite(k) || r.comma(k) || r.sign(k, ";") {
			return doc.None
		}
		if n.Has(lang.FrameThat) && r.is(k, lang.WordThat) && r.tok[k].UPOS == doc.SCONJ {
			return k + 1
		}
		switch r.tok[k].UPOS {
		case doc.ADP:
			if v := r.infinitive(k+1, s); v != doc.None {
				if slices.Contains(n.Inf, r.tok[k].Lemma) {
					return k + 1
				}
				continue
			}
		case doc.ADV, doc.VERB: // "quant à", "concernant"
		default:
			continue
		}
		for _, p := range n.Preps {
			if e, ok := r.matches(k, s.End, p); ok && e < s.End && r.mayComplete(i, k, e, len(p), n) {
				return e
			}
		}
	}
	return doc.None
}

// mayComplete tells whether the preposition of so many words at tokens k to e
// brings in what the noun of speech at token i says, not who says or hears it.
func (r *run) mayComplete(i, k, e int32, words int, n *lang.QuoteNoun) bool {
	h := r.tok[e-1].Head
	if h == doc.None || h <= k {
		return true
	}
	of := r.is(k, lang.WordOf) && words == 1
	if up := r.tok[h].Head; words == 1 && up != i && up != doc.None && up > i && !r.tok[up].Deprel.Is(doc.RelAcl) && (of || !r.isAuthor(up, i+int32(len(n.Rest)))) {
		return false
	}
	if r.timexAt(h) != doc.None || of && r.canSpeak(h) && (r.mention[h] != doc.None || r.q.Words[r.tok[h].Lemma]&lang.WordStandIn != 0) {
		return false
	}
	if of && i > 0 && r.is(i-1, lang.WordOwner) && r.detOf(h) == doc.None {
		return false // "leur offre d'emploi" names a thing as a rule
	}
	if !r.is(k, lang.WordOf) && (words == 1 || r.tok[k].UPOS == doc.ADP) && r.isPerson(h) {
		switch n.Act {
		case "propose", "ask", "promise", "state", "announce", "demand", "warn":
			return false // "renouvelé son invitation au chancelier": who is invited
		}
	}
	return true
}

// isPerson tells whether the noun names a person or an office.
func (r *run) isPerson(h int32) bool {
	if r.mention[h] == doc.None {
		return false
	}
	m := &r.d.Mentions[r.mention[h]]
	return m.Type == doc.Person || m.Kind == doc.Role
}
