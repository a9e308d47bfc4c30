package quote

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
)

// hasCase tells whether a preposition governs the noun.
func (r *run) hasCase(h int32) bool { return r.caseOf(h) != doc.None }

func (r *run) caseOf(h int32) int32 {
	for k := r.tok[h].Child; k != doc.None && k < h; k = r.tok[k].Next {
		if r.tok[k].Deprel.Is(doc.RelCase) {
			return k
		}
	}
	return doc.None
}

// agent is who does what a passive says: "condamné par le Vatican".
func (r *run) agent(verb int32) int32 {
	for k := r.tok[verb].Child; k != doc.None; k = r.tok[k].Next {
		if k < verb {
			continue
		}
		if r.tok[k].Deprel == doc.RelOblAgent {
			return k
		}
		if p := r.caseOf(k); p != doc.None && r.is(p, lang.WordAgent) && r.canSpeak(k) {
			return k
		}
	}
	return doc.None
}

// phraseOf is the noun phrase that a token heads: with role and apposition,
// without a relative clause and without its preposition.
func (r *run) phraseOf(h int32) (first, end int32) {
	if m := r.mention[h]; m != doc.None {
		mm := &r.d.Mentions[m]
		if mm.First <= h && h < mm.End && (mm.Type != doc.NoType || mm.Kind != doc.Nominal || !r.peopleOf(h)) {
			return mm.First, mm.End
		}
	}
	first, end = h, h+1
	if r.tok[h].UPOS == doc.PRON {
		return first, end
	}
	for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
		d := r.tok[k].Deprel
		switch {
		case k < h && (d.Is(doc.RelDet) || d.Is(doc.RelAmod) || d.Is(doc.RelNummod) || d.Is(doc.RelNmod) || d.Is(doc.RelAdvmod)):
			if lo := r.lo[k]; !r.hasColon(lo, h) {
				first = min(first, lo)
			}
		case k > h && (d == doc.RelAclRelcl || d.Is(doc.RelParataxis) || d.Is(doc.RelAdvcl) || d.Is(doc.RelCcomp)):
			return first, max(end, min(end, k))
		case k > h && (d.Is(doc.RelAppos) || d.Is(doc.RelAmod) || d.Is(doc.RelFlat) || d.Is(doc.RelNmod) || d.Is(doc.RelConj) || d.Is(doc.RelNummod) || d == doc.RelAcl):
			if r.cueAt[k] != doc.None && d == doc.RelAcl || r.lo[k] > end+2 || d.Is(doc.RelNmod) && r.beyondPeople(h, k) {
				return first, end
			}
			end = max(end, r.hi[k]+1)
		}
	}
	return first, end
}

// beyondPeople tells whether a complement of a noun of people belongs to the word
// before it rather: "la colère des pêcheurs [contre les quotas]".
func (r *run) beyondPeople(h, k int32) bool {
	p := r.caseOf(k)
	return p != doc.None && !r.is(p, lang.WordOf) && r.peopleOf(h)
}

// peopleOf tells whether the token is a noun of people that hangs on a noun of
// speech.
func (r *run) peopleOf(h int32) bool {
	up := r.tok[h].Head
	return up != doc.None && up < h && r.q.Words[r.tok[h].Lemma]&lang.WordStandIn != 0 && r.nounAt(up, r.sentence(h).End) != nil
}

func (r *run) hasColon(a, b int32) bool {
	for i := a; i < b; i++ {
		if r.sign(i, ":") {
			return true
		}
	}
	return false
}

// canSpeak tells whether a noun may be a source: a mention, or a pronoun.
func (r *run) canSpeak(h int32) bool {
	if r.is(h, lang.WordThing) && r.tok[h].UPOS == doc.PRON || r.tok[h].UPOS != doc.PRON && r.timexAt(h) != doc.None {
		return false
	}
	if m := r.mention[h]; m != doc.None && (r.d.Mentions[m].Type != doc.NoType || r.d.Mentions[m].Kind != doc.Nominal) {
		return true
	}
	switch r.tok[h].UPOS {
	case doc.PROPN, doc.PRON:
		return true
	case doc.NOUN, doc.ADJ, doc.ADV, doc.NUM:
		if r.q.Words[r.tok[h].Lemma]&lang.WordStandIn != 0 || h > r.sentence(h).First+1 && r.capital(h) {
			return true
		}
		return r.isText(h, r.sentence(h)) || len(r.d.Mentions) == 0 || r.namesPerson(h)
	}
	return false
}

// namesPerson tells whether a person's name stands with the noun: "la
// glaciologue Ada Berg", whatever the trade is.
func (r *run) namesPerson(h int32) bool {
	for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
		if k <= h || k > h+4 || !r.tok[k].Deprel.Is(doc.RelAppos) && !r.tok[k].Deprel.Is(doc.RelFlat) {
			continue
		}
		if m := r.mention[k]; m != doc.None && r.d.Mentions[m].Type == doc.Person && !r.hasPunct(h, k) {
			return true
		}
	}
	return false
}

// capital tells whether the word begins with a capital.
func (r *run) capital(i int32) bool {
	c, _ := utf8.DecodeRuneInString(r.tok[i].Form)
	return unicode.IsUpper(c)
}

// isTime tells whether the noun is a time expression and no name.
func (r *run) isTime(h int32) bool {
	return r.timexAt(h) != doc.None && (r.mention[h] == doc.None || r.d.Mentions[r.mention[h]].Type == doc.NoType)
}

// timexAt is the time expression that covers the token, or None.
func (r *run) timexAt(i int32) int32 {
	lo, hi := 0, len(r.d.Timexes)
	for lo < hi {
		m := (lo + hi) / 2
		if r.d.Timexes[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(r.d.Timexes) && r.d.Timexes[lo].First <= i {
		return int32(lo)
	}
	return doc.None
}
