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
		case k > i+int32(len(n.Rest)) && d.Is(doc.RelNmod) && r.mention[k] != doc.None && r.timexAt(k) == doc.None && r.canSpeak(k):
			p := r.caseOf(k)
			if p == doc.None || !r.is(p, lang.WordOf) || p > i+2+int32(len(n.Rest)) {
				continue
			}
			if m := &r.d.Mentions[r.mention[k]]; m.Type == doc.Location && m.Country == "" {
				continue
			}
			_, e := r.phraseOf(k)
			return k, e
		case k > i && d.Is(doc.RelAcl) && r.agent(k) != doc.None:
			a := r.agent(k)
			_, e := r.phraseOf(a)
			return a, e
		}
	}
	return own, i + 1
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
		if r.tok[k].UPOS != doc.ADP {
			continue
		}
		if v := r.infinitive(k+1, s); v != doc.None {
			if slices.Contains(n.Inf, r.tok[k].Lemma) {
				return k + 1
			}
			continue
		}
		for _, p := range n.Preps {
			e, ok := r.matches(k, s.End, p)
			if !ok || e >= s.End {
				continue
			}
			h := r.tok[e-1].Head
			if len(p) == 1 && h != doc.None && h > k && r.tok[h].Head != i && r.tok[h].Head != doc.None && r.tok[h].Head > i && !r.tok[r.tok[h].Head].Deprel.Is(doc.RelAcl) {
				continue
			}
			if h != doc.None && h > k && (r.timexAt(h) != doc.None || len(p) == 1 && r.is(k, lang.WordOf) && r.mention[h] != doc.None) {
				continue
			}
			if h != doc.None && h > k && !r.is(k, lang.WordOf) && r.isPerson(h) && (n.Act == "propose" || n.Act == "ask" || n.Act == "promise" || n.Act == "state" || n.Act == "announce" || n.Act == "demand" || n.Act == "warn") {
				continue // "renouvelé son invitation au chancelier": who is invited
			}
			return e
		}
	}
	return doc.None
}

// isPerson tells whether the noun names a person or an office.
func (r *run) isPerson(h int32) bool {
	if r.mention[h] == doc.None {
		return false
	}
	m := &r.d.Mentions[r.mention[h]]
	return m.Type == doc.Person || m.Kind == doc.Role
}
