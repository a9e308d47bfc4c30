package mention

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// run is the state of one sentence.
type run struct {
	d    *doc.Document
	s    *Stage
	k    *scratch
	sent doc.Sentence
}

// sentence adds the mentions of one sentence.
func (r *run) sentence() {
	r.k.extents(r.d, r.sent)
	r.readNames()
	r.units()
	r.join()
	for i := range r.k.names {
		r.named(int32(i))
	}
	for i := range r.k.units {
		if u := &r.k.units[i]; !u.own && u.name == doc.None {
			r.role(u)
		}
	}
	for i := r.sent.First; i < r.sent.End; i++ {
		if r.d.MentionAt[i] == doc.None {
			r.other(i)
		}
	}
}

// add puts a mention into the document and makes its tokens point at it.
func (r *run) add(m doc.Mention, tokens ...int32) {
	for m.First < m.End-1 && (r.d.Tokens[m.First].Part == doc.LaterPart || r.d.Tokens[m.First].UPOS == doc.PUNCT && !r.pairs(m.First, m.End)) {
		m.First++
	}
	for m.End > m.First+1 && (r.d.Tokens[m.End-1].UPOS == doc.PUNCT && !r.opened(m.First, m.End-1) || r.d.Tokens[m.End-1].Part == doc.FirstPart) {
		m.End--
	}
	m.Span = r.d.SpanOf(m.First, m.End)
	if form := r.d.Tokens[m.First].Form; m.End == m.First+1 && form[0] == '-' && len(form) == m.Span.Len() {
		m.Span.Start += int32(strings.LastIndexByte(form, '-')) + 1 // "-t-il" is spoken of as "il"
	}
	m.Head = r.choose(m.First, m.End, tokens)
	at := int32(len(r.d.Mentions))
	r.d.Mentions = append(r.d.Mentions, m)
	for _, t := range tokens {
		r.d.MentionAt[t] = at
	}
	r.d.MentionAt[m.Head] = at
}

// pairs tells whether the sign at first is closed before end.
func (r *run) pairs(first, end int32) bool {
	for i := first + 1; i < end && i < first+maxChunk; i++ {
		if closes(r.d.Tokens[first].Form, r.d.Tokens[i].Form) {
			return true
		}
	}
	return false
}

// opened tells whether the sign at last was opened after first.
func (r *run) opened(first, last int32) bool {
	for i := last - 1; i >= first && i > last-maxChunk; i-- {
		if closes(r.d.Tokens[i].Form, r.d.Tokens[last].Form) {
			return true
		}
	}
	return false
}

// choose is the token of the phrase on which it hangs from outside.
func (r *run) choose(first, end int32, tokens []int32) int32 {
	for _, t := range tokens {
		if h := r.d.Tokens[t].Head; (h < first || h >= end) && t >= first && t < end {
			return t
		}
	}
	return tokens[0]
}

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

// genderOf is the gender of who holds an office: that of the name, of the form
// of the office, of its article or of a demonym.
func (r *run) genderOf(u *unit, known uint8) uint8 {
	if known != 0 {
		return known
	}
	if u.entry.Gender != 0 && u.entry.Class == lang.Office {
		return u.entry.Gender
	}
	for i := u.first; i < u.end && i <= u.head+2; i++ {
		t := &r.d.Tokens[i]
		if t.UPOS != doc.DET && t.UPOS != doc.ADJ || t.UPOS == doc.DET && t.Feats.Get(doc.FeatPoss) != 0 {
			continue
		}
		if t.UPOS == doc.ADJ && t.Head != u.head {
			continue
		}
		if g := t.Feats.Get(doc.FeatGender); g != 0 && t.Feats.Get(doc.FeatNumber) != doc.NumberPlur {
			return g
		}
	}
	if u.entry.Class != lang.Office {
		return u.entry.Gender
	}
	return 0
}

// role adds the mention of a role phrase without a name.
func (r *run) role(u *unit) {
	if r.d.MentionAt[u.head] != doc.None {
		return
	}
	m := doc.Mention{Kind: doc.Role, First: u.first, End: u.end, Role: r.d.SpanOf(u.bare, u.end), Office: u.office, Country: u.country, Rule: "mention.role"}
	m.Gender = r.genderOf(u, 0)
	m.Number = r.number(u.head, u.entry.Number)
	switch u.entry.Class {
	case lang.Office:
		m.Type = doc.Person
		if s := u.entry.Scope; s == "person" || s == "group" {
			m.Kind = doc.Nominal
		}
	case lang.BodyNoun:
		m.Type = doc.Organization
		if u.entry.ID == "state" || u.entry.ID == "local" {
			m.Type = doc.Location
		}
	default:
		m.Kind, m.Role, m.Office, m.Rule = doc.Nominal, text.Span{}, "", "mention.group"
	}
	e := &r.k.ext[u.head]
	if e.first < m.First && r.free(e.first, m.First) {
		m.First = e.first
	}
	if e.end > m.End {
		m.End = r.extend(m.End, e.end)
	}
	m.Unnamed = r.unnamed(u.head, m.First)
	r.add(m, u.head)
}

// extend follows the tree beyond a role phrase up to the first sign.
func (r *run) extend(at, end int32) int32 {
	for i := at; i < end; i++ {
		if r.d.Tokens[i].UPOS == doc.PUNCT && r.d.Tokens[i].Form != "(" {
			return at
		}
	}
	return end
}

// number is the number of a noun: its own, its table's, its determiner's.
func (r *run) number(head int32, known uint8) uint8 {
	for c := r.k.ext[head].child; c != doc.None; c = r.k.ext[c].next {
		t := &r.d.Tokens[c]
		if t.Deprel.Is(doc.RelNummod) && c < head {
			return doc.NumberPlur
		}
		if t.UPOS == doc.DET && t.Feats.Get(doc.FeatNumber) != 0 {
			return t.Feats.Get(doc.FeatNumber)
		}
	}
	if known != 0 {
		return known
	}
	return r.d.Tokens[head].Feats.Get(doc.FeatNumber)
}
