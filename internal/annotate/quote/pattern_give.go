package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// give makes the statement of a match and tells whether it could.
func (m *matcher) give() bool {
	r, g := m.r, &m.p.Give
	ck := doc.None
	head := doc.None
	if g.Cue.Part != 0 {
		if head = m.at[g.Cue.Node]; head == doc.None || r.isCue(head) {
			return false
		}
		if ck = r.cueAt[head]; ck != doc.None && r.cues[ck].done {
			return false
		}
	}
	if m.settled() {
		return false
	}
	st := r.newStatement(ck, m.p.rule)
	st.sentence, st.CueToken = r.sentOf[m.at[0]], head
	if st.Act = g.Act; st.Act == "" {
		if st.Act = m.act(max(head, 0)); head != doc.None && st.Act == "" {
			st.Act = m.act(m.at[0]) // "L'offre, faite par la banque": the noun tells
		}
		if head == doc.None || st.Act == "" {
			st.Act = "state"
		}
		if ck != doc.None && (r.cues[ck].effect == lang.EffectDeclined || r.cues[ck].effect == lang.EffectRefused) {
			st.Act = "decline"
		}
	}
	st.settledAct = g.Act != ""
	if x := m.place(g.Cue); !x.empty() {
		st.Cue = r.spanOf(x.first, x.end)
	}
	if !m.content(&st) {
		return false
	}
	m.who(&st)
	st.Negated = st.Negated || g.Negated
	st.asMode = g.Mode
	if ck != doc.None {
		m.settle(&r.cues[ck], &st)
	}
	r.add(st)
	if st.relay {
		in := insert{m.insertion(), int32(len(r.said) - 1)}
		at, _ := slices.BinarySearchFunc(r.inserts, in.first, func(a insert, b int32) int { return int(a.first - b) })
		r.inserts = slices.Insert(r.inserts, at, in)
	}
	return true
}

// settle notes on the verb of saying what was found for it; later rules ask.
func (m *matcher) settle(c *cue, st *statement) {
	c.done = true
	if x := m.apart(m.p.Give.Source, st); !x.empty() {
		c.subject, c.phraseFirst, c.phraseEnd = st.Speaker, x.first, x.end
	}
	if st.relay {
		in := m.insertion()
		c.incise, c.head, c.tail = true, c.first, max(c.end, in.end)
	}
}

// settled tells whether an earlier rule has what the pattern would give: the
// quotation that is its content, or the noun of speech as somebody's object.
func (m *matcher) settled() bool {
	r := m.r
	for k := range m.p.Give.Content {
		p := m.p.Give.Content[k].Place
		i := m.at[p.Node]
		if i == doc.None || p.Part != lang.PartQuote || r.in[i] == doc.None {
			continue
		}
		q := &r.pieces[r.in[i]]
		if q.settled || r.covered(q.first, r.sentOf[q.first]) || r.covered(min(q.first+1, q.end-1), r.sentOf[q.first]) {
			return true
		}
	}
	head := m.at[0]
	if m.p.Begin != lang.BeginNoun {
		return false
	}
	return r.isObjectOfCue(head) || r.headsContent(head)
}

// headsContent tells whether a statement has the noun at the head of its
// content: "fait part de sa disposition à" is the verb's.
func (r *run) headsContent(i int32) bool {
	for k := r.first(r.sentOf[i]); k != doc.None; k = r.said[k].next {
		if st := &r.said[k]; st.nominal && len(st.content) > 0 && st.content[0].first <= i && i <= st.content[0].first+3 {
			return true
		}
	}
	return false
}

// who sets source, addressee, relay and target.
func (m *matcher) who(st *statement) {
	r, g := m.r, &m.p.Give
	st.Speaker = doc.None
	if x := m.apart(g.Source, st); !x.empty() {
		st.Speaker = m.at[g.Source.Node]
		st.Source = r.spanOf(x.first, x.end)
		if c := m.cue(st.CueToken); c != nil && st.Speaker == c.subject {
			st.Source = r.sourceSpan(c)
		}
		if r.is(st.Speaker, lang.WordCliticSubject) {
			st.Source = r.afterHyphen(st.Source)
		}
	}
	if st.Speaker == doc.None && st.cue != doc.None && r.narrative(&r.cues[st.cue]) {
		st.Speaker = r.speakerBefore(st.sentence) // "Et d'ajouter : « … »"
	}
	if x := m.apart(g.To, st); !x.empty() {
		st.Addressee, st.To = r.spanOf(x.first, x.end), []int32{m.at[g.To.Node]}
	}
	if x := m.apart(g.Target, st); !x.empty() {
		st.Target = []int32{m.at[g.Target.Node]}
	}
	if x := m.apart(g.Via, st); !x.empty() {
		st.Via = []doc.Reporter{{Source: r.spanOf(x.first, x.end), Speaker: m.at[g.Via.Node]}}
	}
}

// apart is a place of the pattern up to where the content begins, for the parser
// hangs the content on the last noun before it: "l'annonce par [le club] d'un départ".
func (m *matcher) apart(p lang.PatternPlace, st *statement) stretch {
	x := m.place(p)
	if x.empty() {
		return x
	}
	head := m.at[p.Node]
	for _, c := range st.content {
		if c.first > head && c.first < x.end {
			x.end = c.first
		}
	}
	for x.end > head+1 && (m.r.comma(x.end-1) || m.r.tok[x.end-1].UPOS == doc.ADP || m.r.tok[x.end-1].UPOS == doc.SCONJ || m.r.tok[x.end-1].Part == doc.LaterPart) {
		x.end--
	}
	return x
}

// content sets the content and tells whether there is any.
func (m *matcher) content(st *statement) bool {
	r := m.r
	for k := range m.p.Give.Content {
		t := &m.p.Give.Content[k]
		i := m.at[t.Place.Node]
		if i == doc.None {
			continue // a word that need not be there
		}
		if t.Place.Part == lang.PartAround {
			st.content = append(st.content, r.around(m.insertion(), m.s)...)
			if len(st.content) == 0 {
				return false
			}
			st.relay = true
			st.scope = stretch{st.content[0].first, st.content[len(st.content)-1].end}
			continue
		}
		x := m.place(t.Place)
		if st.root == doc.None {
			st.root, st.nominal = i, true
			if c := m.cue(m.at[0]); c != nil && c.opened && c.opening.at == i {
				st.root = c.opening.root
			}
		}
		st.nominal = st.nominal && (m.p.Begin != lang.BeginCue || m.found(i) != lang.LinkContent) && (t.Place.Part == lang.PartUntil || t.Place.Part == lang.PartPhrase || !r.clausal(i) && t.Place.Part != lang.PartQuote && t.Place.Part != lang.PartBehind)
		list := []stretch{r.trim(x)}
		switch t.Place.Part {
		case lang.PartFrom, lang.PartBehind, lang.PartTree:
			list = r.cutInserts(x, doc.None)
		}
		for _, p := range t.Minus {
			out := m.place(p)
			if c := r.caseOf(max(m.at[p.Node], 0)); p.Part == lang.PartPhrase && c != doc.None && !out.empty() {
				out.first = min(out.first, c) // with its preposition
			}
			list = r.without(list, out)
		}
		st.content = append(st.content, list...)
		if t.Place.Part == lang.PartFrom && m.cue(max(st.CueToken, 0)) != nil && !x.empty() {
			r.addColon(st, x.end, r.sentence(x.first))
		}
		if t.Place.Part == lang.PartQuote && !x.empty() && r.in[x.first] != doc.None {
			r.pieces[r.in[x.first]].settled = true
		}
	}
	slices.SortFunc(st.content, func(a, b stretch) int { return int(a.first - b.first) })
	for k := 1; k < len(st.content); k++ {
		if st.content[k].first < st.content[k-1].end {
			st.content[k].first = st.content[k-1].end
		}
	}
	st.content = slices.DeleteFunc(st.content, stretch.empty)
	return len(st.content) > 0
}

// clausal tells whether the word heads a clause or an infinitive.
func (r *run) clausal(i int32) bool {
	if u := r.tok[i].UPOS; u == doc.VERB || u == doc.AUX || r.markOf(i) != doc.None {
		return true
	}
	return r.d.Dependent(i, doc.RelCop) != doc.None
}

// without takes a stretch out of others.
func (r *run) without(list []stretch, out stretch) []stretch {
	if out.empty() {
		return list
	}
	var left []stretch
	for _, x := range list {
		for _, p := range [2]stretch{{x.first, min(x.end, out.first)}, {max(x.first, out.end), x.end}} {
			if p = r.trim(p); !p.empty() {
				left = append(left, p)
			}
		}
	}
	return left
}

// insertion is the stretch of the writer's that the content goes around, with
// the comma before it.
func (m *matcher) insertion() stretch {
	r := m.r
	for k := range m.p.Give.Content {
		p := m.p.Give.Content[k].Place
		if p.Part != lang.PartAround {
			continue
		}
		x := m.span(p)
		if x.first > m.s.First && r.comma(x.first-1) {
			x.first--
		}
		if x.first <= r.start(m.s) && x.end < m.s.End && (r.comma(x.end) || r.sign(x.end, ":")) {
			x.end++
		}
		return x
	}
	return stretch{}
}
