package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// byAttribute states an object and what is said of it: "juge la visite
// inutile", "qualifie le texte de ruse", "se dit prête à négocier".
func (r *run) byAttribute(c *cue, st *statement, s doc.Sentence) bool {
	e := c.entry
	if !e.Has(lang.FrameAttr|lang.FrameAttrMarked) && len(e.Attr) == 0 || c.subject == doc.None {
		return false
	}
	st.Rule, st.nominal = r.s.rules.attr, true
	if len(e.Attr) > 0 && r.attrBehind(c, st, s) {
		return true
	}
	if !e.Has(lang.FrameAttr | lang.FrameAttrMarked) {
		return false
	}
	at := c.end
	for at < s.End && (r.timexAt(at) != doc.None || r.comma(at)) {
		at++
	}
	if at >= s.End || r.stop(at, s) {
		return false
	}
	if e.Reflexive {
		switch r.tok[at].UPOS {
		case doc.ADJ, doc.VERB, doc.ADV, doc.ADP, doc.NOUN, doc.DET:
		default:
			return false
		}
		if r.placed(at, s) {
			return false // "La tempête s'est déclarée au large"
		}
		st.nominal = r.tok[at].UPOS == doc.NOUN || r.tok[at].UPOS == doc.DET
		root := at
		for i := at; i < s.End && i < at+3 && r.tok[i].UPOS == doc.ADV; i++ {
			root = i + 1
		}
		st.root = min(root, s.End-1)
		if e.Has(lang.FrameAttrMarked) && !r.marked(at, r.contentEnd(c, at, st.root, s)) {
			return false
		}
		r.fillContent(c, st, at, s)
		return len(st.content) > 0
	}
	return r.objectAttribute(c, st, s)
}

// objectAttribute states "juge la visite inutile" and "l'a jugée inutile".
func (r *run) objectAttribute(c *cue, st *statement, s doc.Sentence) bool {
	h := r.objectOf(c, s)
	adj := doc.None
	for k := r.tok[c.verb].Child; k != doc.None; k = r.tok[k].Next {
		if k >= c.end && (r.tok[k].Deprel.Is(doc.RelXcomp) || r.tok[k].UPOS == doc.ADJ) && r.form(k) != doc.VerbFormInf {
			adj = k
		}
	}
	if adj == doc.None && h != doc.None {
		for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
			if k <= h || r.tok[k].UPOS != doc.ADJ && !r.participle(k, doc.TensePast) {
				continue
			}
			// "jugent l'atome « dépassé »", "jugeait le chantier trop cher"
			if _, said := r.q.Said[r.tok[k].Lemma]; said || r.in[k] != r.in[h] || r.graded(k) {
				adj = k
			}
		}
	}
	if adj == doc.None && h != doc.None && !c.entry.Has(lang.FrameObj) {
		adj = r.lastAdjective(h, s)
	}
	if adj == doc.None {
		return false
	}
	at := max(c.end, r.lo[adj])
	if h == doc.None {
		if c.object == doc.None && !r.isRelativeObject(c) {
			return false
		}
	} else {
		at = max(c.end, min(r.lo[h], r.lo[adj]))
	}
	if st.root = adj; h > adj {
		st.root = h
	}
	if c.entry.Has(lang.FrameAttrMarked) && !c.entry.Has(lang.FrameAttr) && !r.marked(at, r.contentEnd(c, at, st.root, s)) {
		return false
	}
	r.fillContent(c, st, at, s)
	r.addAntecedent(c, st)
	st.nominal = false
	return len(st.content) > 0
}

// placed tells whether a preposition at token i opens a phrase with an article:
// where something is, and not what somebody says of himself ("en faveur de").
func (r *run) placed(i int32, s doc.Sentence) bool {
	if r.tok[i].UPOS != doc.ADP || r.is(i, lang.WordOf) {
		return false
	}
	h := r.tok[i].Head
	return r.tok[i].Part == doc.FirstPart || h == i+1 && r.tok[h].UPOS == doc.PROPN || i+1 < s.End && r.tok[i+1].UPOS == doc.NUM
}

// graded tells whether an adverb of degree stands before the adjective: "trop
// cher", "très insuffisante".
func (r *run) graded(k int32) bool {
	return k > 0 && r.tok[k].UPOS == doc.ADJ && r.tok[k-1].UPOS == doc.ADV && r.tok[k-1].Head == k && !r.is(k-1, lang.WordNegator)
}

// lastAdjective is the adjective that ends the object and agrees with its noun,
// where the cue wants one: "juge la fermeture de la centrale inutile".
func (r *run) lastAdjective(h int32, s doc.Sentence) int32 {
	i := r.hi[h]
	if i <= h+1 || i >= s.End || r.tok[i].UPOS != doc.ADJ || r.tok[i].Head == h {
		return doc.None
	}
	a, b := r.tok[h].Feats, r.tok[i].Feats
	if g := b.Get(doc.FeatGender); g != 0 && a.Get(doc.FeatGender) != 0 && g != a.Get(doc.FeatGender) {
		return doc.None
	}
	if n := b.Get(doc.FeatNumber); n != 0 && a.Get(doc.FeatNumber) != 0 && n != a.Get(doc.FeatNumber) {
		return doc.None
	}
	return i
}

// attrBehind states "qualifie X de Y", "décrit X comme Y", "compare X à Y".
func (r *run) attrBehind(c *cue, st *statement, s doc.Sentence) bool {
	h := r.objectOf(c, s)
	for i := c.end; i < s.End && i < c.end+25; i++ {
		if r.finite(i) || r.sign(i, ";") {
			return false
		}
		if u := r.tok[i].UPOS; u != doc.ADP && u != doc.SCONJ && u != doc.ADV && !r.is(i, lang.WordAs) {
			continue
		}
		for _, p := range c.entry.Attr {
			if r.tok[i].Lemma != p && r.tok[i].Norm != p {
				continue
			}
			if i == c.end && r.pieceAt(i+1) != nil {
				if q := r.pieceAt(i + 1); h != doc.None && h > q.end || r.objectBehind(q.end, s) != doc.None {
					// "qualifiant de « miettes » les mesures": the object comes last
					st.root = r.objectBehind(q.end, s)
					r.fillContent(c, st, i+1, s)
					return len(st.content) > 0
				}
			}
			if r.inPhrase(h, i) {
				continue
			}
			st.root = r.tok[i].Head
			if st.root <= i || st.root >= s.End {
				st.root = doc.None
			}
			r.fillContent(c, st, i+1, s)
			if h != doc.None && h < i {
				if x := r.trim(stretch{max(c.end, r.lo[h]), i}); !x.empty() {
					st.content = append([]stretch{x}, st.content...)
				}
			} else if !r.addAntecedent(c, st) && c.object == doc.None {
				return false
			}
			return len(st.content) > 0
		}
	}
	return false
}

// objectBehind is the noun of a noun phrase with a determiner that begins at
// token i, or None.
func (r *run) objectBehind(i int32, s doc.Sentence) int32 {
	if i >= s.End || r.tok[i].UPOS != doc.DET {
		return doc.None
	}
	for k := i + 1; k < s.End && k < i+5; k++ {
		if u := r.tok[k].UPOS; u == doc.NOUN || u == doc.PROPN {
			return k
		}
	}
	return doc.None
}

// inPhrase tells whether token i stands inside the noun phrase of h by a
// preposition that h governs: "le plan de paix".
func (r *run) inPhrase(h, i int32) bool {
	if h == doc.None {
		return false
	}
	if i < h {
		return true
	}
	g := r.tok[i].Head
	return g != doc.None && g > i && r.tok[g].Head == h && i == h+1 && r.pieceAt(i+1) == nil && r.hasLater(h, i)
}

// hasLater tells whether another preposition of the same form follows in the
// phrase, so that this one belongs to the noun.
func (r *run) hasLater(h, i int32) bool {
	s := r.sentence(i)
	for k := i + 1; k < s.End && k < i+15; k++ {
		if r.tok[k].Lemma == r.tok[i].Lemma && r.tok[k].UPOS == r.tok[i].UPOS {
			return true
		}
		if r.comma(k) || r.finite(k) {
			return false
		}
	}
	return false
}
