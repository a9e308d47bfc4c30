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
	r.purposes()
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
	if m.End < r.sent.End && m.End > m.First+1 && r.d.Tokens[m.End].UPOS == doc.PUNCT && !r.opened(m.First+1, m.End-1) && r.opened(m.First+1, m.End) {
		m.End++ // "le « gouvernement légitime »"
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
	if m.Number == doc.NumberPlur || u.entry.Class != lang.Office {
		m.End = r.goesOnTo(m.First, u.head, m.End)
	}
	m.Unnamed = r.unnamed(u.head, m.First)
	if u.with != doc.None {
		r.add(m, u.head, u.with)
		return
	}
	r.add(m, u.head)
}

// extend follows the tree beyond a role phrase up to the first sign.
func (r *run) extend(at, end int32) int32 {
	for i := at; i < end; i++ {
		if r.d.Tokens[i].UPOS == doc.PUNCT && r.d.Tokens[i].Form != "(" {
			return at
		}
		if i > 0 && r.parts(i) {
			return i
		}
	}
	return end
}

// parts tells whether what begins at token i belongs to the verb, whatever the
// tree says: "son homologue polonais | au téléphone", "la délégation européenne
// | à Tromsø", "son père | au téléphone", "la délégation | le 22 janvier".
func (r *run) parts(i int32) bool {
	k := &r.d.Tokens[i]
	switch {
	case k.UPOS == doc.ADP && k.Head > i:
		switch r.s.links[k.Lemma] {
		case "with", "between", "during", "since", "under":
			return true // "le président | sous l'égide de l'archevêque"
		}
		return r.s.channels[r.d.Tokens[k.Head].Lemma] == "call" || r.d.Tokens[i-1].UPOS == doc.ADJ && r.k.words[i-1].gaz&lang.People != 0 && r.d.Tokens[k.Head].Head == i-1
	case k.UPOS == doc.DET && i+1 < r.sent.End && r.d.Tokens[i-1].UPOS != doc.ADP:
		return r.d.Tokens[i+1].UPOS == doc.NUM && r.d.Tokens[i+1].Deprel.Is(doc.RelNmod)
	}
	return false
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
