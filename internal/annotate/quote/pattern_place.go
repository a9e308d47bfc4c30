package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// place is the stretch of words that a place of the pattern means; empty if its
// word was not found.
func (m *matcher) place(p lang.PatternPlace) stretch {
	if p.Part == 0 || m.at[p.Node] == doc.None || m.at[p.Other] == doc.None {
		return stretch{}
	}
	switch p.Part {
	case lang.PartBetween:
		a, b := m.part(lang.PartPhrase, m.at[p.Node]), m.part(lang.PartWords, m.at[p.Other])
		if m.at[p.Other] < m.at[p.Node] {
			return stretch{}
		}
		return stretch{a.end, b.first}
	case lang.PartUntil:
		return m.until(m.at[p.Node], m.at[p.Other])
	case lang.PartSpan:
		a, b := m.part(lang.PartWords, m.at[p.Node]), m.part(lang.PartWords, m.at[p.Other])
		return stretch{min(a.first, b.first), max(a.end, b.end)}
	case lang.PartAround:
		return m.span(p)
	}
	return m.part(p.Part, m.at[p.Node])
}

// until is all that depends on the word at token i, without its preposition, up
// to the words at token b, or to a participle of saying before them: "[Une
// rencontre], proposée par X, a été déclinée par Y".
func (m *matcher) until(i, b int32) stretch {
	r := m.r
	to := min(m.part(lang.PartWords, b).first, m.part(lang.PartPhrase, b).first)
	if p := r.caseOf(b); p != doc.None {
		to = min(to, p)
	}
	x := stretch{r.lo[i], min(to, r.hi[i]+1)}
	if p := r.caseOf(i); p != doc.None && p >= x.first {
		x.first = p + 1
	}
	for k := i + 1; k < x.end; k++ {
		if c := m.cue(k); c != nil && r.comma(k-1) && r.shape(c) == participleShape || r.comma(k-1) && r.is(k, lang.WordRelative) && r.tok[k].UPOS == doc.PRON {
			x.end = k // "[L'attaque], qui a fait douze morts, a été condamnée par X"
		}
	}
	return r.trim(x)
}

// span is what an insertion takes: from one word to another, both with their phrases.
func (m *matcher) span(p lang.PatternPlace) stretch {
	a, b := m.part(lang.PartWords, m.at[p.Node]), m.part(lang.PartWords, m.at[p.Other])
	c, d := m.part(lang.PartPhrase, m.at[p.Node]), m.part(lang.PartPhrase, m.at[p.Other])
	return stretch{min(a.first, c.first, b.first), max(b.end, d.end, a.end)}
}

// part is a part of the word at token i.
func (m *matcher) part(p lang.PatternPart, i int32) stretch {
	r := m.r
	c := m.cue(i)
	switch p {
	case lang.PartWords:
		return m.words(i, c)
	case lang.PartVerb:
		if c != nil {
			return stretch{c.first, max(c.first+1, min(c.verb+1, c.end))}
		}
	case lang.PartRest:
		if c == nil || c.last == c.verb {
			return stretch{}
		}
		return stretch{c.verb + 1, c.last + 1}
	case lang.PartPhrase:
		if c := m.cue(m.at[0]); c != nil && c.subject == i {
			return stretch{c.phraseFirst, c.phraseEnd}
		}
		if c != nil {
			return m.words(i, c)
		}
		return m.nounPhrase(i)
	case lang.PartTree:
		return stretch{r.lo[i], r.hi[i] + 1}
	case lang.PartQuote:
		if k := r.in[i]; k != doc.None {
			return stretch{r.pieces[k].first, r.pieces[k].end}
		}
		return stretch{}
	case lang.PartAntecedent:
		return m.antecedent(c)
	case lang.PartFrom:
		if c := m.cue(m.at[0]); c != nil && c.opened && c.opening.kind != openNothing && (i == c.opening.root || i == c.opening.at) {
			return m.from(c.opening.at, c.opening.root)
		}
		if m.p.Begin == lang.BeginNoun && m.found(i) == lang.LinkContent {
			return m.fromNoun(i)
		}
		return m.from(m.opening(i), i)
	case lang.PartBehind:
		s := r.sentence(i)
		if i+1 >= s.End {
			return stretch{}
		}
		root := r.mainVerb(i+1, s.End)
		if root != doc.None && (r.tok[root].Deprel.Is(doc.RelAux) || r.tok[root].Deprel.Is(doc.RelCop)) && r.tok[root].Head > i {
			root = r.tok[root].Head
		}
		if r.pieceAt(i+1) != nil {
			root = doc.None // the quotation has its own end
		}
		return m.from(i+1, root)
	}
	return stretch{i, i + 1}
}

// words is the word with what belongs to it: the verb group, "mise en garde",
// the words of a preposition.
func (m *matcher) words(i int32, c *cue) stretch {
	if c != nil {
		return c.stretch
	}
	if p := m.phraseAt(i); p != nil {
		return stretch{p.cueFirst, p.cueAt}
	}
	if n := m.r.nounAt(i, m.s.End); n != nil {
		return stretch{i, min(i+1+int32(len(n.Rest)), m.s.End)}
	}
	if u := m.r.tok[i].UPOS; u == doc.VERB || u == doc.AUX {
		v := cue{verb: i, last: i, top: i, entry: &lang.QuoteCue{}, clitic: doc.None} // a verb that says nothing by itself: its group
		v.aux = m.r.auxiliary(i, m.s)
		m.r.group(&v, m.s)
		return v.stretch
	}
	return stretch{i, i + 1}
}

// nounPhrase is the noun phrase without its preposition; of a possessive, the
// word alone.
func (m *matcher) nounPhrase(i int32) stretch {
	r := m.r
	if r.is(i, lang.WordOwner) {
		return stretch{i, i + 1}
	}
	f, e := r.phraseOf(i)
	if k := r.caseOf(i); k != doc.None && k >= f && k < i {
		f = k + 1
	}
	return stretch{f, e}
}

// opening is where the content that the word heads begins: behind its
// preposition or conjunction.
func (m *matcher) opening(i int32) int32 {
	r := m.r
	at := r.lo[i]
	if k := r.markOf(i); k != doc.None && (r.is(k, lang.WordThat) || r.form(i) == doc.VerbFormInf) {
		return k + 1
	}
	if k := r.caseOf(i); k != doc.None {
		at = k + 1
		// "en faveur de": the words of a preposition of several words
		for at < i && r.tok[at].Deprel == doc.RelFixed {
			at++
		}
	}
	return min(at, i)
}

// from is the content from token at on: to where the cue's machinery ends it,
// and before the verb of the writer's that a noun phrase stands before.
func (m *matcher) from(at, root int32) stretch {
	r := m.r
	c := m.asCue()
	s := r.sentence(at)
	end := r.contentEnd(c, at, root, s)
	if m.cue(c.verb) == nil && root != doc.None && !r.finite(root) {
		for k := at; k < end; k++ {
			if r.finite(k) && !r.inRelative(k) && r.in[k] == doc.None && !r.d.Under(k, root) {
				end = k
			}
		}
		for end < s.End && r.finite(end) && end > at+1 && r.clitic(end-1) {
			end--
		}
	}
	return stretch{at, end}
}

// clitic tells whether the token is a negation or a pronoun that leans on the
// verb behind it.
func (r *run) clitic(i int32) bool {
	return r.is(i, lang.WordNegation) || r.tok[i].UPOS != doc.NOUN && r.is(i, lang.WordObjectClitic|lang.WordDativeClitic|lang.WordReflexive)
}

// antecedent is what a relative pronoun before the verb takes up, or its object
// pronoun, when its content comes right behind it: "[le texte] qu'il juge « honteux »".
func (m *matcher) antecedent(c *cue) stretch {
	if c == nil || !c.opened || c.opening.at != c.end || !c.entry.Has(lang.FrameAttr|lang.FrameObj) {
		return stretch{}
	}
	st := statement{content: []stretch{{c.opening.at, c.opening.at + 1}}}
	if !m.r.addAntecedent(c, &st) || len(st.content) < 2 {
		return stretch{}
	}
	return st.content[0]
}

// found is the link by which the pattern found the token.
func (m *matcher) found(i int32) lang.PatternLinkKind {
	for k := range m.p.Nodes {
		if m.at[k] == i {
			return m.p.Nodes[k].Link.Kind
		}
	}
	return lang.LinkNone
}

// fromNoun is the content of a noun of speech that begins at token i: to where
// such a content ends, and before the verb of the sentence that the noun stands in.
func (m *matcher) fromNoun(i int32) stretch {
	r := m.r
	end := r.contentEnd(m.asCue(), i, doc.None, m.s)
	for k := i; k < end; k++ {
		if r.finite(k) && !r.inRelative(k) && r.in[k] == doc.None && !r.is(i-1, lang.WordThat) {
			end = k
		}
	}
	for end < m.s.End && r.finite(end) && end > i+1 && r.clitic(end-1) {
		end-- // "La promesse de baisse [ne] convainc personne"
	}
	return stretch{i, end}
}

// asCue is the cue of the match in the shape that the ends of contents ask for.
func (m *matcher) asCue() *cue {
	head := m.at[0]
	if g := m.p.Give.Cue; g.Part != 0 && m.at[g.Node] != doc.None {
		head = m.at[g.Node]
	}
	if c := m.cue(head); c != nil {
		return c
	}
	x := m.words(head, nil)
	return &cue{stretch: x, verb: head, last: head, top: head, aux: doc.None, clitic: doc.None, object: doc.None, dative: doc.None,
		link: doc.None, subject: doc.None, entry: &lang.QuoteCue{}}
}
