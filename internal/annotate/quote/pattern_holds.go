package quote

import (
	"cmp"
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// holds tells whether token i passes the test, without its "not".
func (m *matcher) holds(t *lang.PatternTest, i int32) bool {
	r := m.r
	w := &r.tok[i]
	switch t.If {
	case lang.IfUPOS:
		return t.Bits&(1<<w.UPOS) != 0
	case lang.IfLemma:
		return among(w.Lemma, t.Words)
	case lang.IfForm:
		return among(w.Norm, t.Words)
	case lang.IfFeat:
		return t.Bits&(1<<w.Feats.Get(t.Feat)) != 0
	case lang.IfRel:
		return related(w.Deprel, t.Rels)
	case lang.IfCase:
		return m.led(t, r.caseOf(i))
	case lang.IfMark:
		return m.led(t, r.markOf(i))
	case lang.IfDet:
		return m.led(t, r.detOf(i))
	case lang.IfClass:
		return r.is(i, lang.QuoteWord(t.Bits)) || r.q.Words[w.Lemma]&lang.QuoteWord(t.Bits) != 0
	case lang.IfNoun:
		n := r.nounAt(i, m.s.End)
		return n != nil && t.Bits&(1<<(n.Class-1)) != 0
	case lang.IfCue:
		return m.cue(i) != nil
	case lang.IfPhrase:
		p := m.phraseAt(i)
		return p != nil && t.Bits&(1<<(p.class-1)) != 0
	case lang.IfKind:
		return m.kind(i)&t.Bits != 0
	case lang.IfState:
		return m.state(t.State, i)
	case lang.IfIn:
		return t.Bits&(1<<r.kind(r.sentence(i))) != 0
	case lang.IfWords:
		p := r.in[i]
		return p != doc.None && r.pieces[p].words >= t.Lo && r.pieces[p].words <= t.Hi
	case lang.IfLink:
		return m.linked(t, i)
	}
	return m.entry(t, i)
}

// entry asks what the tables say of a verb or noun of saying.
func (m *matcher) entry(t *lang.PatternTest, i int32) bool {
	r := m.r
	switch t.If {
	case lang.IfAct:
		a := m.act(i)
		for k, name := range r.s.acts {
			if name == a {
				return t.Bits&(1<<k) != 0
			}
		}
	case lang.IfTo, lang.IfTarget:
		c := m.cue(i)
		if c == nil {
			return false
		}
		w := c.entry.To
		if t.If == lang.IfTarget {
			w = c.entry.Target
		}
		return among(w, t.Words) || w == "" && t.None
	case lang.IfOpened:
		c := m.cue(m.at[0])
		return c != nil && t.Bits&(1<<(r.opening(r.cueAt[m.at[0]]).kind-openThat)) != 0
	case lang.IfTakes:
		e := m.complements(i)
		if e == nil {
			return false
		}
		for _, w := range t.Words {
			if takesWord(e, w) {
				return true
			}
		}
		return e.Frames&lang.QuoteFrame(t.Bits) != 0
	case lang.IfFits:
		return m.fits(i, m.complements(m.at[t.Link.To.Node]))
	case lang.IfHangs:
		h, y := r.tok[i].Head, m.at[t.Link.To.Node]
		if c := m.cue(y); c != nil {
			return r.governs(c, i)
		}
		return h != doc.None && h == y
	case lang.IfSpeaker:
		y := m.at[t.Link.To.Node]
		if c := m.cue(y); c != nil {
			return r.mayState(c, i)
		}
		return r.canSpeak(i)
	}
	return false
}

// act is the act that the tables give the verb or noun of saying, "" if none.
func (m *matcher) act(i int32) string {
	if c := m.cue(i); c != nil {
		return c.entry.Act
	}
	if n := m.r.nounAt(i, m.s.End); n != nil {
		return n.Act
	}
	return ""
}

// complements is what the verb or noun of saying may take, or nil.
func (m *matcher) complements(i int32) *lang.QuoteComplements {
	if i == doc.None {
		return nil
	}
	if c := m.cue(i); c != nil {
		return &c.entry.QuoteComplements
	}
	if n := m.r.nounAt(i, m.s.End); n != nil {
		return &n.QuoteComplements
	}
	return nil
}

// takesWord tells whether the entry takes the word of a frame: "de", "de+inf".
func takesWord(e *lang.QuoteComplements, w string) bool {
	const inf, attr = "+inf", "attr"
	if len(w) > len(attr) && w[:len(attr)] == attr {
		return among(w[len(attr):], e.Attr)
	}
	if n := len(w) - len(inf); n > 0 && w[n:] == inf {
		return among(w[:n], e.Inf)
	}
	for _, p := range e.Preps {
		if p[0] == w {
			return true
		}
	}
	return false
}

// fits tells whether the word stands behind a preposition or conjunction that
// the entry takes.
func (m *matcher) fits(i int32, e *lang.QuoteComplements) bool {
	if e == nil {
		return false
	}
	r := m.r
	if k := r.markOf(i); k != doc.None && r.is(k, lang.WordThat) {
		return e.Has(lang.FrameThat)
	} else if k != doc.None && r.form(i) == doc.VerbFormInf {
		return among(r.tok[k].Lemma, e.Inf)
	}
	k := r.caseOf(i)
	if k == doc.None {
		return false
	}
	if r.form(i) == doc.VerbFormInf {
		return among(r.tok[k].Lemma, e.Inf)
	}
	for _, p := range e.Preps {
		if end, ok := r.matches(k, m.s.End, p); ok && end <= i {
			return true
		}
	}
	return false
}

// led tells whether the word that leads the token (a preposition, a
// conjunction) is one of those asked for; none if it has none.
func (m *matcher) led(t *lang.PatternTest, k int32) bool {
	if k == doc.None {
		return t.None
	}
	return among(m.r.tok[k].Lemma, t.Words) || among(m.r.tok[k].Norm, t.Words)
}

// linked tells whether the token stands to another as the link says.
func (m *matcher) linked(t *lang.PatternTest, i int32) bool {
	if m.at[t.Link.To.Node] == doc.None {
		return false
	}
	switch k := t.Link.Kind; {
	case k == lang.LinkBelow:
		y := m.at[t.Link.To.Node]
		return i != y && related(m.r.tok[i].Deprel, t.Link.Rels) && m.r.under(i, y)
	case k != lang.LinkBehind && k != lang.LinkBefore:
		for c := m.next(&t.Link, doc.None); c != doc.None; c = m.next(&t.Link, c) {
			if c == i {
				return true
			}
		}
		return false
	}
	own, y := m.part(t.Part, i), m.place(t.Link.To)
	if own.empty() || y.empty() {
		return false
	}
	gap := own.first - y.end
	if t.Link.Kind == lang.LinkBefore {
		gap = y.first - own.end
	}
	return gap >= 0 && (!t.Link.Right || gap == 0) && (t.Link.Within == 0 || gap < t.Link.Within)
}

func among(w string, list []string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// markOf is the conjunction that opens the clause or infinitive, or None.
func (r *run) markOf(h int32) int32 {
	for k := r.tok[h].Child; k != doc.None && k < h; k = r.tok[k].Next {
		if r.tok[k].Deprel.Is(doc.RelMark) {
			return k
		}
	}
	return doc.None
}

// detOf is the article or determiner of the noun, or None.
func (r *run) detOf(h int32) int32 {
	for k := r.tok[h].Child; k != doc.None && k < h; k = r.tok[k].Next {
		if r.tok[k].Deprel.Is(doc.RelDet) {
			return k
		}
	}
	return doc.None
}

// phraseAt is the prepositional source that begins at token i, or nil.
func (m *matcher) phraseAt(i int32) *phrase {
	k, found := slices.BinarySearchFunc(m.r.phrase, i, func(p phrase, i int32) int { return cmp.Compare(p.cueFirst, i) })
	if !found {
		return nil
	}
	return &m.r.phrase[k]
}
