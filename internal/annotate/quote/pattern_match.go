package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// maxSteps is how many words a search may look at from one beginning; a pattern
// of many loose links gives up there.
const maxSteps = 4000

// matcher searches for one pattern from one token.
type matcher struct {
	r     *run
	p     pattern
	s     doc.Sentence
	at    [lang.MaxPatternNodes]int32 // what each word of the pattern is, or None
	steps int
	dry   bool // match only: give nothing
}

// try searches for the pattern from a token and gives its statement.
func (m *matcher) try(p *pattern, i int32) bool {
	if c := m.cue(i); p.Begin == lang.BeginCue && (c == nil || c.done) {
		return false
	}
	m.begin(*p, i)
	if m.s.End-m.s.First > maxSentence {
		return false
	}
	if !m.holdsAll(&p.Nodes[0], i) {
		return false
	}
	m.at[0] = i
	return m.step(1)
}

// begin forgets what was found before.
func (m *matcher) begin(p pattern, i int32) {
	m.p, m.s, m.steps = p, m.r.sentence(i), maxSteps
	for k := range m.at {
		m.at[k] = doc.None
	}
}

// step binds the words from the k-th on and tells whether the pattern held and
// gave something.
func (m *matcher) step(k int) bool {
	if k == len(m.p.Nodes) {
		return m.allowed() && (m.dry || m.give())
	}
	n := &m.p.Nodes[k]
	if n.Link.Kind == lang.LinkSame {
		i := m.at[n.Link.To.Node]
		m.at[k] = i
		if i == doc.None || m.holdsAll(n, i) {
			return m.step(k + 1)
		}
		return false
	}
	found := false
	for c := m.next(&n.Link, doc.None); c != doc.None; c = m.next(&n.Link, c) {
		if m.steps--; m.steps < 0 {
			return false
		}
		if !m.holdsAll(n, c) {
			continue
		}
		found = true
		m.at[k] = c
		if m.step(k + 1) {
			return true
		}
	}
	m.at[k] = doc.None
	return n.Maybe && !found && m.step(k+1)
}

// allowed tells whether nothing stands there that the pattern excludes.
func (m *matcher) allowed() bool {
	for _, group := range m.p.Unless {
		all := true
		for k := range group {
			all = all && m.exists(&group[k])
		}
		if all {
			return false
		}
	}
	return true
}

// exists tells whether there is such a word.
func (m *matcher) exists(n *lang.PatternNode) bool {
	if n.Link.Kind == lang.LinkSame {
		i := m.at[n.Link.To.Node]
		return i != doc.None && m.holdsAll(n, i)
	}
	for c := m.next(&n.Link, doc.None); c != doc.None; c = m.next(&n.Link, c) {
		if m.steps--; m.steps < 0 || m.holdsAll(n, c) {
			return true
		}
	}
	return false
}

func (m *matcher) holdsAll(n *lang.PatternNode, i int32) bool {
	for k := range n.Tests {
		if t := &n.Tests[k]; m.holds(t, i) == t.Not {
			return false
		}
	}
	return true
}

// next is the candidate of a link behind the last one (None for the first), or
// None when there is no more.
func (m *matcher) next(l *lang.PatternLink, last int32) int32 {
	y := m.at[l.To.Node]
	if y == doc.None {
		return doc.None
	}
	r := m.r
	switch l.Kind {
	case lang.LinkChild:
		c := r.tok[y].Child
		if last != doc.None {
			c = r.tok[last].Next
		}
		for c != doc.None && !related(r.tok[c].Deprel, l.Rels) {
			c = r.tok[c].Next
		}
		return c
	case lang.LinkParent:
		if h := r.tok[y].Head; last == doc.None && related(r.tok[y].Deprel, l.Rels) {
			return h
		}
		return doc.None
	case lang.LinkBelow:
		c := r.lo[y]
		if last != doc.None {
			c = last + 1
		}
		for ; c <= r.hi[y]; c++ {
			if c != y && related(r.tok[c].Deprel, l.Rels) && r.under(c, y) {
				return c
			}
		}
		return doc.None
	case lang.LinkAbove:
		return m.above(l, y, last)
	case lang.LinkBehind, lang.LinkBefore:
		return m.beside(l, last)
	}
	if last != doc.None {
		return doc.None
	}
	if i := m.asStage(l, y); int(i) < len(r.tok) {
		return i
	}
	return doc.None
}

// maxBelow is how far below a word the link >> looks.
const maxBelow = 16

// under tells whether token i hangs on y, not too far below it.
func (r *run) under(i, y int32) bool {
	for n := 0; n < maxBelow && i != doc.None; n++ {
		if i == y {
			return true
		}
		i = r.tok[i].Head
	}
	return false
}

// above is the next word over y whose way down begins with the relation.
func (m *matcher) above(l *lang.PatternLink, y, last int32) int32 {
	below := y
	if last != doc.None {
		below = last
	}
	for n := 0; n < 30; n++ {
		up := m.r.tok[below].Head
		if up == doc.None || related(m.r.tok[below].Deprel, l.Rels) {
			return up
		}
		below = up
	}
	return doc.None
}

// beside is the next word behind or before a place: outward, one by one.
func (m *matcher) beside(l *lang.PatternLink, last int32) int32 {
	x := m.place(l.To)
	if x.empty() {
		return doc.None
	}
	s := m.r.sentence(x.end - 1)
	if l.Kind == lang.LinkBehind {
		c := x.end
		if last != doc.None {
			c = last + 1
		}
		switch {
		case l.Right:
			if last == doc.None && int(c) < len(m.r.tok) {
				return c
			}
		case c < s.End && (l.Within == 0 || c < x.end+l.Within):
			return c
		}
		return doc.None
	}
	s = m.r.sentence(x.first)
	c := x.first - 1
	if last != doc.None {
		c = last - 1
	}
	switch {
	case l.Right:
		if last == doc.None && c >= 0 {
			return c
		}
	case c >= s.First && (l.Within == 0 || c >= x.first-l.Within):
		return c
	}
	return doc.None
}

// asStage asks the stage for subject, object, agent, author, end.
func (m *matcher) asStage(l *lang.PatternLink, y int32) int32 {
	r := m.r
	c := m.cue(y)
	switch {
	case l.Kind == lang.LinkEnd:
		if x := m.place(l.To); !x.empty() {
			return x.end - 1
		}
	case l.Kind == lang.LinkHead:
		return r.headFrom(y)
	case l.Kind == lang.LinkAuthor:
		if n := r.nounAt(y, m.s.End); n != nil {
			who, _ := r.nounAuthor(y, n, m.s)
			return who
		}
	case l.Kind == lang.LinkSubject && c != nil:
		return c.subject
	case l.Kind == lang.LinkSubject:
		return r.ownSubject(y)
	case l.Kind == lang.LinkPatient && c != nil:
		return r.patient(c)
	case l.Kind == lang.LinkContent && c != nil:
		o := r.opening(r.cueAt[y])
		if o.kind == openNothing {
			return doc.None
		}
		if o.root == doc.None {
			return o.at
		}
		return o.root
	case l.Kind == lang.LinkContent:
		if n := r.nounAt(y, m.s.End); n != nil {
			return r.nounComplement(y, n, m.s)
		}
	case l.Kind == lang.LinkAgent:
		return r.agent(y)
	case l.Kind == lang.LinkObject && c != nil:
		return r.objectOf(c, m.s)
	case l.Kind == lang.LinkObject:
		return r.d.Dependent(y, doc.RelObj)
	}
	return doc.None
}

// patient is the subject of a passive, or the noun that a participle hangs on;
// for a relative pronoun, the noun before it. None if there is none.
func (r *run) patient(c *cue) int32 {
	v, h := c.verb, doc.None
	for n := r.tok[v].Child; n != doc.None; n = r.tok[n].Next {
		if r.tok[n].Deprel.Is(doc.RelNsubj) && n < c.first {
			h = n
		}
	}
	if d := r.tok[v].Deprel; h == doc.None && (d == doc.RelAcl || d == doc.RelAmod) && !c.passive {
		h = r.tok[v].Head
	}
	if h != doc.None && r.tok[h].UPOS == doc.PRON && r.is(h, lang.WordRelative) {
		h = r.tok[v].Head
	}
	return h
}

// opening is what opens the content behind the cue, looked for only once.
func (r *run) opening(k int32) opening {
	if c := &r.cues[k]; !c.opened {
		c.opened, c.opening = true, r.open(k, r.sentence(c.verb))
	}
	return r.cues[k].opening
}

// headFrom is the head of the phrase that begins at token i, or None.
func (r *run) headFrom(i int32) int32 {
	for k := i; int(k) < len(r.tok) && k < i+12; k++ {
		if n := r.mention[k]; n != doc.None && r.d.Mentions[n].First == i {
			return k
		}
	}
	return doc.None
}

// cue is the verb of saying whose group the token belongs to, or nil.
func (m *matcher) cue(i int32) *cue {
	if i == doc.None || m.r.cueAt[i] == doc.None {
		return nil
	}
	return &m.r.cues[m.r.cueAt[i]]
}

func related(d doc.Deprel, list []doc.Deprel) bool {
	for _, x := range list {
		if d.Is(x) {
			return true
		}
	}
	return len(list) == 0
}
