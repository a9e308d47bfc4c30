package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// named adds the mention of a name with what belongs to it.
func (r *run) named(i int32) {
	n := &r.k.names[i]
	if r.k.words[n.first].field && n.unit == doc.None && n.after == doc.None {
		return // "Défense" in "ministre de la Défense"
	}
	m := doc.Mention{Kind: doc.Named, Type: n.kind, First: n.start, End: n.end, Name: r.d.SpanOf(n.first, n.end), Gender: n.gender, Rule: "mention.name"}
	tokens := r.k.tokens[:0]
	if n.unit != doc.None {
		u := &r.k.units[n.unit]
		m.First, m.Role, m.Office, m.Country, m.Rule = u.first, r.d.SpanOf(u.bare, u.end), u.office, u.country, "mention.role-name"
		m.Gender = r.genderOf(u, n.gender)
		tokens = append(tokens, u.head)
		if u.with != doc.None {
			tokens = append(tokens, u.with)
		}
	}
	if n.after != doc.None {
		u, z := &r.k.units[n.after], &r.k.units[n.last]
		m.End = z.end
		if z.end < r.sent.End && closes(r.d.Tokens[u.first-1].Form, r.d.Tokens[z.end].Form) {
			m.End++
		}
		if m.Role.Empty() {
			m.Role, m.Office, m.Country, m.Rule = r.d.SpanOf(u.bare, z.end), u.office, u.country, "mention.name-role"
			m.Gender = r.genderOf(u, n.gender)
		}
	}
	tokens = append(tokens, n.head)
	for t := n.start; t < n.end; t++ {
		if t != n.head {
			tokens = append(tokens, t)
		}
	}
	if n.shared != nil && m.Role.Empty() {
		m.Office, m.Country = n.shared.office, n.shared.country
	}
	r.honour(&m, n)
	tokens = r.dependents(&m, n, tokens)
	tokens = r.oneOf(&m, n, tokens)
	if m.End == n.end && n.kind != doc.Location && n.end < r.sent.End && r.d.Tokens[n.end].Form == "(" {
		m.End = max(m.End, r.bracket(n.end, r.sent.End)) // "Agence spatiale européenne (ESA)"
	}
	for j := n.after; j != doc.None && j <= n.last; j++ {
		if u := &r.k.units[j]; u.own && u.name == i {
			tokens = append(tokens, u.head)
		}
	}
	r.facts(&m, n)
	r.add(m, tokens...)
	r.k.tokens = tokens[:0]
}

// honour takes over what a title says: "Me Durand" is a lawyer, "MM. Roux et
// Blanc" are men.
func (r *run) honour(m *doc.Mention, n *name) {
	if n.title == nil {
		return
	}
	if m.Office == "" {
		m.Office = n.title.ID
	}
	if n.title.Gender != 0 {
		m.Gender = n.title.Gender
	}
}

// dependents widens the phrase by what the tree hangs on the name: articles and
// adjectives before it, an apposition behind it ("Febelfin, la fédération des
// banques,"), an acronym in brackets; or by the noun that the name hangs on
// ("le blogueur Alexeï Iline").
func (r *run) dependents(m *doc.Mention, n *name, tokens []int32) []int32 {
	e := &r.k.ext[n.head]
	if n.unit == doc.None {
		tokens = r.governor(m, n, tokens)
	}
	if m.First == n.start {
		m.First = r.articles(e.first, n.start)
	}
	if n.after != doc.None {
		return tokens
	}
	for c := e.child; c != doc.None; c = r.k.ext[c].next {
		x := &r.k.ext[c]
		if c < n.end || x.left < m.End {
			continue
		}
		if x.left > m.End {
			break
		}
		t := &r.d.Tokens[c]
		sign := r.d.Tokens[x.left].Form
		switch {
		case t.Deprel.Is(doc.RelAppos) && n.unit == doc.None && (t.UPOS == doc.NOUN || t.UPOS == doc.PRON) && r.free(x.left, c+1) && !r.pointed(c) && t.Feats.Get(doc.FeatNumber) != doc.NumberPlur:
			if m.Role.Empty() {
				m.Role = r.d.SpanOf(r.undetermined(x.first, x.end), x.end)
			}
			tokens = append(tokens, c)
		case t.Deprel.Is(doc.RelAppos) && sign == "(" && x.end < x.right && x.end-x.left < 8 && closes(sign, r.d.Tokens[x.end].Form):
			tokens = append(tokens, c)
		case t.Deprel.Is(doc.RelAcl) && sign == "," && x.left == c-1 && t.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && t.Deprel != doc.RelAclRelcl && x.right-c < maxChunk/2 && r.d.Tokens[x.right-1].Form == ",":
			m.End = x.right // "Alain Roux, éliminé au premier tour,"
			if m.Role.Empty() {
				m.Role = r.d.SpanOf(c, x.right-1)
			}
			return append(tokens, c)
		case n.kind != doc.Person && t.Deprel.Is(doc.RelAmod) && x.left == c && r.free(x.left, c+1):
		default:
			return tokens
		}
		m.End = x.end
		if x.end < x.right && closes(sign, r.d.Tokens[x.end].Form) {
			m.End++
		}
	}
	return tokens
}

// oneOf takes an apposition that counts its person among others: "Anne Roux,
// l'une des responsables du parti,".
func (r *run) oneOf(m *doc.Mention, n *name, tokens []int32) []int32 {
	i := n.end + 1
	if m.End != n.end || i+2 >= r.sent.End || r.d.Tokens[n.end].Form != "," {
		return tokens
	}
	first := i
	if r.d.Tokens[i].UPOS == doc.DET {
		i++
	}
	if t := &r.d.Tokens[i]; t.UPOS != doc.PRON || !t.Feats.Has(doc.FeatPronType, doc.PronTypeInd) || r.d.Tokens[i+1].UPOS != doc.ADP || r.d.MentionAt[i] != doc.None {
		return tokens
	}
	end := max(r.k.ext[i].end, i+2)
	for ; end < r.sent.End && end < i+maxChunk/2 && r.d.Tokens[end].UPOS != doc.PUNCT; end++ {
		if u := r.d.Tokens[end].UPOS; u == doc.VERB || u == doc.AUX || u == doc.PRON {
			return tokens
		}
	}
	if end >= r.sent.End || r.d.Tokens[end].UPOS != doc.PUNCT {
		return tokens
	}
	m.End = end
	if m.Role.Empty() {
		m.Role = r.d.SpanOf(first, end)
	}
	return append(tokens, i)
}

// articles goes left from at over determiners, adjectives and numbers, not
// beyond first.
func (r *run) articles(first, at int32) int32 {
	for at > first {
		if u := r.d.Tokens[at-1].UPOS; u != doc.DET && u != doc.ADJ && u != doc.NUM || r.k.inName[at-1] != doc.None {
			break
		}
		at--
	}
	return at
}

// pointed tells whether the noun has a demonstrative: "ce dernier" is no
// apposition.
func (r *run) pointed(i int32) bool {
	for c := r.k.ext[i].child; c != doc.None && c < i; c = r.k.ext[c].next {
		if t := &r.d.Tokens[c]; t.UPOS == doc.DET && t.Feats.Has(doc.FeatPronType, doc.PronTypeDem) {
			return true
		}
	}
	return false
}

// undetermined is the first token that is no determiner.
func (r *run) undetermined(first, end int32) int32 {
	for first < end-1 && r.d.Tokens[first].UPOS == doc.DET {
		first++
	}
	return first
}

// free tells whether no name or role phrase has its head between the tokens.
func (r *run) free(first, end int32) bool {
	if end-first > maxChunk {
		return false
	}
	for i := first; i < end; i++ {
		if r.k.inName[i] != doc.None || r.d.MentionAt[i] != doc.None {
			return false
		}
	}
	return true
}

// governor takes the role right before a name, of which the name is the
// apposition in the tree.
func (r *run) governor(m *doc.Mention, n *name, tokens []int32) []int32 {
	t := &r.d.Tokens[n.head]
	h := t.Head
	if h < r.sent.First || h >= n.start || n.start-h > 4 || n.kind == doc.Location || r.d.Tokens[h].UPOS != doc.NOUN || r.d.MentionAt[h] != doc.None || r.k.inName[h] != doc.None {
		return tokens
	}
	if !t.Deprel.Is(doc.RelAppos) && !t.Deprel.Is(doc.RelFlat) && !t.Deprel.Is(doc.RelNmod) && !t.Deprel.Is(doc.RelCompound) {
		return tokens
	}
	for i := h + 1; i < n.start; i++ {
		if u := r.d.Tokens[i].UPOS; u != doc.ADJ {
			return tokens
		}
	}
	i := r.k.unitOf[h]
	if i == doc.None {
		return tokens
	}
	u := &r.k.units[i]
	if u.entry.Number == doc.NumberPlur || u.first == u.bare && !r.opens(u.first) || (u.entry.Class == lang.Office) != (n.kind == doc.Person) {
		return tokens
	}
	u.own, u.name = true, r.k.inName[n.head]
	m.Office, m.Country = u.office, u.country
	e := &r.k.ext[h]
	if !r.free(e.first, h) || e.first == h && !r.opens(h) {
		return tokens
	}
	m.First = e.first
	m.Role = r.d.SpanOf(r.undetermined(e.first, h+1), n.start)
	m.Rule = "mention.noun-name"
	return append([]int32{h}, tokens...)
}

// facts fills country, number, office of a named mention.
func (r *run) facts(m *doc.Mention, n *name) {
	m.Number = doc.NumberSing
	if n.kind == doc.Person {
		return
	}
	const listed = lang.Country | lang.Capital | lang.Place | lang.Body | lang.Seat | lang.Media
	for i := n.first; i < n.end; i++ {
		w := &r.k.words[i]
		if w.inside != 1 || w.gaz&(listed|lang.People) == 0 {
			continue
		}
		x := r.s.names.Longest(r.d.Tokens[:r.sent.End], i, w.norm, listed|lang.People)
		e := x.Of(r.d.Tokens[i:r.sent.End], listed|lang.People)
		if e == nil {
			continue
		}
		if m.Country == "" {
			m.Country = e.Country
		}
		if i == n.first && i+x.Words >= n.end {
			if m.Gender == 0 {
				m.Gender = e.Gender
			}
			r.seat(m, e)
		}
		break
	}
	if m.Gender == 0 {
		m.Gender = r.d.Tokens[n.head].Feats.Get(doc.FeatGender)
	}
}

// seat makes a role of a seat that stands for an office.
func (r *run) seat(m *doc.Mention, e *lang.NameEntry) {
	switch {
	case e.Class == lang.Seat:
		m.Kind, m.Type, m.Office, m.Rule = doc.Role, doc.Organization, e.ID, "mention.seat"
	case e.Class&(lang.Body|lang.Media) != 0 && m.Office == "":
		m.Office = e.ID
	}
}
