package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// relativeBefore is the relative pronoun right before the verb group, that is no
// subject: "les soixante [que] réclame Lima", "ce [que] conteste un médecin".
func (r *run) relativeBefore(c *cue, s doc.Sentence) int32 {
	i := c.first - 1
	for i >= s.First && (r.tok[i].UPOS == doc.PRON && r.is(i, lang.WordObjectClitic|lang.WordReflexive) || r.is(i, lang.WordNegation)) {
		i--
	}
	if i <= s.First || !r.is(i, lang.WordRelative) || r.tok[i].UPOS != doc.PRON && r.tok[i].UPOS != doc.SCONJ || r.in[i] != r.in[c.verb] {
		return doc.None
	}
	if !r.is(i, lang.WordThat) && (r.is(i, lang.WordWhether) || r.tok[i].Deprel.Is(doc.RelNsubj)) {
		return doc.None // "qui", "où"
	}
	return i
}

// invertedSubject is the noun phrase right behind the verb of a relative clause
// that has no other subject: "les mesures qu'a annoncées le gouvernement".
func (r *run) invertedSubject(c *cue, s doc.Sentence) int32 {
	if r.shape(c) != finiteShape || c.passive {
		return doc.None
	}
	p := r.relativeBefore(c, s)
	if p == doc.None {
		return doc.None
	}
	if u := r.tok[p-1].UPOS; r.tok[p].UPOS == doc.SCONJ && u != doc.NOUN && u != doc.PROPN && u != doc.PRON && u != doc.ADJ && !r.comma(p-1) {
		return doc.None
	}
	for i := c.end; i < s.End && i < c.end+8; i++ {
		switch r.tok[i].UPOS {
		case doc.ADV:
			continue
		case doc.ADP:
			if i+1 < s.End && r.tok[i+1].Deprel == doc.RelFixed {
				i++ // "d'abord"
				continue
			}
		case doc.DET, doc.ADJ, doc.NUM:
			continue
		case doc.NOUN, doc.PROPN:
			if p := r.caseOf(i); p >= c.end && r.tok[p+1].Deprel != doc.RelFixed || r.timexAt(i) != doc.None {
				return doc.None
			}
			return i
		case doc.PRON:
			if i == c.end && !r.is(i, lang.WordRelative|lang.WordThat) && !r.is(i, lang.WordObjectClitic) {
				return i
			}
		}
		return doc.None
	}
	return doc.None
}

// isRelativeObject tells whether the cue stands in a relative clause whose
// pronoun is its object: "les réformes qu'il proposait".
func (r *run) isRelativeObject(c *cue) bool {
	if r.thatBefore(c) != doc.None {
		return true
	}
	if r.tok[c.top].Deprel != doc.RelAclRelcl && (c.subject == doc.None || c.subject < c.verb) {
		return false
	}
	if p := r.relativeBefore(c, r.sentence(c.verb)); p != doc.None && r.is(p, lang.WordThat) {
		return true
	}
	for _, t := range [2]int32{c.top, c.verb} {
		for k := r.tok[t].Child; k != doc.None && k < t; k = r.tok[k].Next {
			if (r.tok[k].UPOS == doc.PRON || r.tok[k].UPOS == doc.SCONJ) && r.is(k, lang.WordThat) && !r.tok[k].Deprel.Is(doc.RelNsubj) {
				return true
			}
		}
	}
	return false
}

// thatBefore is the pronoun before the subject of a relative clause that the
// tree takes for a conjunction: "Le texte, [que] le maire qualifie de « honteux »".
func (r *run) thatBefore(c *cue) int32 {
	s := r.sentence(c.verb)
	q := c.phraseFirst - 1
	if c.subject == doc.None || c.subject > c.verb || q <= s.First || c.phraseEnd > c.first+1 || !r.is(q, lang.WordThat) || !r.is(q, lang.WordRelative) || r.tok[q].UPOS != doc.SCONJ || r.in[q] != r.in[c.verb] {
		return doc.None
	}
	b := q - 1
	if r.comma(b) {
		b--
	} else if r.mainVerb(s.First, q) != doc.None {
		return doc.None
	}
	if u := r.tok[b].UPOS; u != doc.NOUN && u != doc.PROPN || r.is(b, lang.WordSubordinator) {
		return doc.None
	}
	for k := r.cueAt[c.verb] - 1; k >= 0 && r.cues[k].verb >= s.First; k-- {
		if r.cues[k].entry.Has(lang.FrameThat) && !r.cues[k].done {
			return doc.None // "a promis, mardi, que le maire …"
		}
	}
	return q
}

// antecedent is the noun that the relative clause of the cue hangs on: by the
// tree, or the one right before the pronoun when a comma parts the tree's from it.
func (r *run) antecedent(c *cue) int32 {
	h := doc.None
	if r.tok[c.top].Deprel == doc.RelAclRelcl {
		h = r.tok[c.top].Head
	}
	s := r.sentence(c.verb)
	p := r.relativeBefore(c, s)
	if q := r.thatBefore(c); q != doc.None {
		if p = q; r.comma(q - 1) {
			p--
		}
		h = doc.None
	}
	if p == doc.None || h != doc.None && !r.hasComma(h, p-1) {
		return h
	}
	switch r.tok[p-1].UPOS {
	case doc.NOUN, doc.PROPN, doc.PRON:
		return r.headBefore(p, s)
	case doc.NUM:
		return p - 1
	}
	return h
}

// addAntecedent puts the noun that a relative pronoun takes up before the content.
func (r *run) addAntecedent(c *cue, st *statement) bool {
	if c.object != doc.None && c.entry.Has(lang.FrameAttr) && len(st.content) > 0 && c.object < st.content[0].first {
		st.content = append([]stretch{{c.object, c.object + 1}}, st.content...) // "[le] juge [« ruineux »]"
		return true
	}
	if !r.isRelativeObject(c) {
		return false
	}
	h := r.antecedent(c)
	if h == doc.None {
		return false
	}
	if b := h - 1; b >= 0 && r.tok[h].UPOS == doc.PRON && r.is(h, lang.WordDemonstrative) && r.tok[b].UPOS == doc.ADP {
		return false // "contrairement à ce qu'affirme le maire"
	}
	if x := r.commented(h, c); !x.empty() {
		st.content = append([]stretch{x}, st.content...)
		return true
	}
	first, end := r.phraseOf(h)
	if end > c.first {
		end = h + 1
	}
	if r.caseOf(h) != doc.None && r.caseOf(h) >= first {
		first = r.caseOf(h) + 1
	}
	if x := r.trim(stretch{first, end}); !x.empty() {
		st.content = append([]stretch{x}, st.content...)
	}
	return true
}

// byRelative states the noun that a relative clause hangs on: "un second appel
// que Mme Volanska lui proposait".
func (r *run) byRelative(c *cue, st *statement) bool {
	if r.shape(c) != finiteShape || c.passive || !r.speaks(c) {
		return false
	}
	st.Rule, st.nominal = r.s.rules.relative, true
	if c.entry.Has(lang.FrameObj) {
		return r.addAntecedent(c, st) && len(st.content) > 0
	}
	if !c.entry.Has(lang.FrameObjWord) || !r.isRelativeObject(c) {
		return r.byRelativeWord(c, st)
	}
	h := r.antecedent(c)
	if h == doc.None {
		return false
	}
	n := r.nounAt(h, r.sentence(h).End)
	if n == nil || n.Class != lang.NounWord {
		return false
	}
	st.Act = n.Act // "les menaces que le chef a proférées"
	return r.addAntecedent(c, st) && len(st.content) > 0
}

// byRelativeWord states the noun that a relative clause with a preposition hangs
// on: "la réforme à laquelle s'oppose la CGT", "le bruit dont se plaignent les
// riverains".
func (r *run) byRelativeWord(c *cue, st *statement) bool {
	s := r.sentence(c.verb)
	for i := c.first - 1; i > s.First && i > c.first-12; i-- {
		if r.finite(i) || r.sign(i, ";") {
			return false
		}
		if !r.is(i, lang.WordRelative) || r.tok[i].UPOS != doc.PRON || r.is(i, lang.WordThat) || r.tok[i].Deprel.Is(doc.RelNsubj) {
			continue
		}
		before := i
		if r.tok[i-1].UPOS == doc.ADP {
			before--
		}
		if !r.takesRelative(c, i) {
			return false
		}
		if r.comma(before - 1) {
			before--
		}
		h := r.headBefore(before, s)
		if h == doc.None {
			return false
		}
		first, end := r.phraseOf(h)
		if p := r.caseOf(h); p != doc.None && p >= first {
			first = p + 1
		}
		st.root, st.content = h, []stretch{r.trim(stretch{first, min(end, before)})}
		return !st.content[0].empty()
	}
	return false
}

// takesRelative tells whether the cue takes the preposition before the relative
// pronoun at token i, or the one that the pronoun has in itself ("dont").
func (r *run) takesRelative(c *cue, i int32) bool {
	for _, p := range c.entry.Preps {
		if len(p) == 1 && (r.tok[i-1].UPOS == doc.ADP && r.tok[i-1].Lemma == p[0] || r.q.Words[p[0]]&lang.WordOf != 0 && r.is(i, lang.WordWhose)) {
			return true
		}
	}
	return false
}

// commented is the clause that "ce que" behind a comma takes up: "[l'armée
// avance], ce que le pouvoir nie"; what is said in it when it is a statement.
func (r *run) commented(h int32, c *cue) stretch {
	s := r.sentence(h)
	if r.tok[h].UPOS != doc.PRON || !r.is(h, lang.WordDemonstrative) || h <= s.First || !r.comma(h-1) || r.in[h] != doc.None {
		return stretch{}
	}
	for k := r.first(r.sentOf[h]); k != doc.None; k = r.said[k].next {
		if x := r.said[k].content; len(x) > 0 && x[len(x)-1].end >= h-1 && x[len(x)-1].end <= h {
			return x[len(x)-1]
		}
	}
	return r.trim(stretch{r.clauseStart(h-1, s), h - 1})
}
