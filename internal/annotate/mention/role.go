package mention

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// unit is a phrase headed by an office or by a noun of a body or group: "le
// ministre français de la Défense", "l'agence", with the name it bears, if any.
type unit struct {
	first, end int32 // tokens, with determiner; without the name
	bare       int32 // first token without determiner
	head       int32
	entry      *lang.NameEntry
	office     string
	country    string
	name       int32 // index of the name it bears, or None
	own        bool  // taken into another phrase as its apposition
	with       int32 // the head of the office before "et" that this one goes on with, or None
}

// maxChunk bounds how far a role phrase is followed.
const maxChunk = 40

// units finds the role phrases of the sentence, in order.
func (r *run) units() {
	const heads = lang.Office | lang.BodyNoun | lang.GroupNoun
	r.k.units = r.k.units[:0]
	for i := r.sent.First; i < r.sent.End; i++ {
		w := &r.k.words[i]
		if w.inside == 1 && w.gaz&lang.People != 0 && w.shape == title || w.inside == 0 && w.shape == camel {
			r.countryman(i)
			continue
		}
		if w.inside != 1 || w.gaz&heads == 0 || r.k.labels[i].kind() == doc.Person {
			continue
		}
		m := r.s.names.Longest(r.d.Tokens[:r.sent.End], i, w.norm, gazetteerClasses)
		e := m.Of(r.d.Tokens[i:r.sent.End], heads)
		head := r.headOf(i, i+m.Words)
		if e == nil || head == doc.None || r.disagrees(head, e) || r.ofState(i, e) || r.k.labels[i] != outside && r.k.labels[i].part() != begin && r.k.labels[i].part() != only {
			continue
		}
		r.k.unitOf[head] = int32(len(r.k.units))
		r.k.units = append(r.k.units, r.unit(i, i+m.Words, head, e))
	}
}

// ofState: "une visite d'État en Pologne" names no state.
func (r *run) ofState(i int32, e *lang.NameEntry) bool {
	return e.ID == "state" && i > r.sent.First && r.d.Tokens[i-1].UPOS == doc.ADP && !r.d.Tokens[i].Feats.Has(doc.FeatNumber, doc.NumberPlur)
}

// countryman takes a people's name right before a person's as the role: "le
// Russe Igor Palin".
func (r *run) countryman(i int32) {
	next := i + 1
	if next >= r.sent.End || !r.determined(i) || r.k.labels[i] != outside || r.k.labels[next].kind() != doc.Person || r.k.inName[next] == doc.None {
		return
	}
	m := r.s.names.Longest(r.d.Tokens[:next], i, r.k.words[i].norm, lang.People)
	e := m.Of(r.d.Tokens[i:next], lang.People)
	if at := strings.LastIndexByte(r.d.Tokens[i].Norm, '-'); e == nil && at > 0 {
		// "le Franco-Libanais Karim Sfeir": the last part tells
		last := []doc.Token{{Form: r.d.Tokens[i].Form[at+1:], Norm: r.d.Tokens[i].Norm[at+1:]}}
		m = r.s.names.Longest(last, 0, lang.WordHash(last[0].Norm), lang.People)
		e = m.Of(last, lang.People)
	}
	if e == nil || e.Number == doc.NumberPlur {
		return
	}
	u := unit{first: i - 1, bare: i, head: i, end: next, entry: e, country: e.Country, name: doc.None, with: doc.None}
	r.k.unitOf[i] = int32(len(r.k.units))
	r.k.units = append(r.k.units, u)
}

// disagrees tells whether the article is of another number than the form: "au
// cours de" has no courts.
func (r *run) disagrees(head int32, e *lang.NameEntry) bool {
	if rel := r.d.Tokens[head].Deprel; rel.Is(doc.RelFixed) || rel.Is(doc.RelCase) || rel.Is(doc.RelMark) {
		return true
	}
	for c := r.k.ext[head].child; c != doc.None && c < head; c = r.k.ext[c].next {
		if t := &r.d.Tokens[c]; t.UPOS == doc.DET && t.Feats.Get(doc.FeatNumber) != 0 && t.Feats.Get(doc.FeatPoss) == 0 {
			return e.Number != 0 && e.Number != t.Feats.Get(doc.FeatNumber)
		}
	}
	return false
}

// headOf is the token of a phrase on which the rest of it hangs: a noun, or
// what the tagger may take one for; None if the phrase is something else
// ("conseil" as a verb form).
func (r *run) headOf(first, end int32) int32 {
	best := doc.None
	for i := first; i < end; i++ {
		t := &r.d.Tokens[i]
		switch t.UPOS {
		case doc.NOUN, doc.PROPN:
			if h := t.Head; h < first || h >= end {
				return i
			}
			if best == doc.None {
				best = i
			}
		case doc.ADJ, doc.X, doc.PRON:
			if best == doc.None && r.determined(first) && !r.modifies(i) {
				best = i
			}
		}
	}
	return best
}

// determined tells whether a determiner stands right before token i.
func (r *run) determined(i int32) bool {
	return i > r.sent.First && r.d.Tokens[i-1].UPOS == doc.DET
}

// modifies tells whether an adjective hangs on a noun near it.
func (r *run) modifies(i int32) bool {
	h := r.d.Tokens[i].Head
	return h >= 0 && r.d.Tokens[i].Deprel.Is(doc.RelAmod) && r.d.Tokens[h].UPOS == doc.NOUN
}

// unit works out a role phrase from the words first to end that its table gives.
func (r *run) unit(first, end, head int32, e *lang.NameEntry) unit {
	u := unit{first: first, bare: first, head: head, entry: e, office: e.ID, country: e.Country, name: doc.None, with: doc.None}
	for u.bare > r.sent.First && r.premodifies(u.bare-1, head) {
		u.bare--
	}
	u.first = u.bare
	for n := 0; n < 2 && u.first > r.sent.First && r.d.Tokens[u.first-1].UPOS == doc.DET; n++ {
		u.first--
	}
	for j := first; j < end && e.Class == lang.Office; j++ {
		r.k.words[j].field = j != head // "Conseil" in "président du Conseil" is no body of its own
	}
	u.end = r.chunk(&u, end)
	u.office = r.s.names.OfficeIn(u.office, u.country)
	return u
}

// premodifies tells whether token i stands before its noun as part of the role:
// "ancien", "futur", "vice-", "nouvelle".
func (r *run) premodifies(i, head int32) bool {
	t := &r.d.Tokens[i]
	if r.k.labels[i] != outside {
		return false
	}
	return t.UPOS == doc.ADJ && (t.Head == head || t.Head < 0) || t.UPOS == doc.NUM && t.Head == head
}

// chunk follows a role phrase to its end: adjectives ("russe", "sortant"),
// complements ("de la Défense", "à la Pêche", "de l'Économie et des Finances").
// A complement is taken when it names a field of government, a state or a
// body, or when the tree hangs it on the phrase.
func (r *run) chunk(u *unit, i int32) int32 {
	limit := min(r.sent.End, i+maxChunk)
	complements := 0
	for i < limit {
		t := &r.d.Tokens[i]
		w := &r.k.words[i]
		switch {
		case w.gaz&lang.People != 0 && t.UPOS != doc.PUNCT && (t.UPOS == doc.ADJ || t.UPOS == doc.NOUN && w.shape == small):
			r.note(u, i)
			i++
		case t.UPOS == doc.ADJ && r.k.labels[i].kind() != doc.Person && r.hangs(i, u.bare, i):
			i++
		case t.UPOS == doc.VERB && t.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && i+1 < limit && r.d.Tokens[i+1].UPOS == doc.ADP && r.hangs(i, u.bare, i) && r.portfolioAfter(u, i+1, limit) > 0:
			i++ // "chargé des Transports"
		case t.UPOS == doc.VERB && t.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && t.Head == u.head && i+1 < limit && (r.d.Tokens[i+1].Form == "," || r.k.labels[i+1].kind() == doc.Person):
			i++ // "l'ex-présidente destituée, Anne Morel"
		case t.Form == "(" && complements > 0:
			end := r.bracket(i, limit)
			if end == 0 {
				return i
			}
			i = end
		case t.UPOS == doc.ADP:
			end := r.complement(u, i, limit)
			if end == 0 {
				return i
			}
			complements++
			i = end
		case t.UPOS == doc.CCONJ || t.UPOS == doc.PUNCT && t.Form == ",":
			if i+1 < limit && u.entry.Number == doc.NumberPlur && r.k.words[i+1].gaz&lang.People != 0 && r.k.words[i+1].shape == small {
				i += 2 // "les ministres français et allemand de la Défense"
				continue
			}
			end := r.portfolioAfter(u, i+1, limit)
			if complements == 0 || end == 0 || u.entry.Scope == "relative" {
				return i
			}
			i = end
		default:
			return i
		}
	}
	return i
}

// bracket is where the brackets end that open at token i and hold a name or
// acronym ("(ESA)"), 0 if they hold something else.
func (r *run) bracket(i, limit int32) int32 {
	if i+1 >= limit || !r.k.words[i+1].capital() {
		return 0
	}
	for j := i + 1; j < limit && j < i+12; j++ {
		if closes(r.d.Tokens[i].Form, r.d.Tokens[j].Form) {
			return j + 1
		}
	}
	return 0
}

// hangs tells whether the tree hangs token i on a token of [first, end), or
// has nothing to say.
func (r *run) hangs(i, first, end int32) bool {
	h := r.d.Tokens[i].Head
	for n := 0; n < 4 && h != doc.None; n++ {
		if h >= first && h < end {
			return true
		}
		if h > i || h < r.sent.First {
			return false
		}
		h = r.d.Tokens[h].Head
	}
	return r.d.Tokens[i].Head == doc.None
}

// portfolioAfter is where a field of government ends that begins at token i
// after preposition and article, 0 if there is none.
func (r *run) portfolioAfter(u *unit, i, limit int32) int32 {
	for n := 0; n < 3 && i < limit && (r.d.Tokens[i].UPOS == doc.ADP || r.d.Tokens[i].UPOS == doc.DET); n++ {
		i++
	}
	if i >= limit || r.k.words[i].gaz&(lang.Portfolio|lang.Seat) == 0 && !r.k.words[i].capital() && r.k.words[i].shape != small {
		return 0
	}
	m := r.s.names.Longest(r.d.Tokens[:limit], i, r.k.words[i].norm, lang.Portfolio)
	e := m.Of(r.d.Tokens[i:limit], lang.Portfolio)
	if e == nil {
		return 0
	}
	r.field(u, e)
	end := i + m.Words
	for j := i; j < end; j++ {
		r.k.words[j].field = true
	}
	for end < limit && r.d.Tokens[end].UPOS == doc.ADJ && r.k.labels[end] == outside {
		r.note(u, end)
		end++
	}
	return end
}

// field adds a field of government to the office: minister, minister.defence.
func (r *run) field(u *unit, e *lang.NameEntry) {
	if u.office == u.entry.ID && takesField(u.entry) {
		u.office += "." + e.ID
	}
}

func takesField(e *lang.NameEntry) bool {
	return e.Portfolio || e.ID == "ministry" || e.ID == "department"
}

// complement is where the complement ends that begins with the preposition at
// token i, 0 if the phrase has none there.
func (r *run) complement(u *unit, i, limit int32) int32 {
	if i > 0 && r.parts(i) {
		return 0
	}
	j := i
	for n := 0; n < 4 && j < limit && (r.d.Tokens[j].UPOS == doc.ADP || r.d.Tokens[j].UPOS == doc.DET || r.d.Tokens[j].UPOS == doc.NUM); n++ {
		j++
	}
	if takesField(u.entry) {
		if end := r.portfolioAfter(u, i, limit); end > 0 {
			return end
		}
	}
	for j < limit && (r.d.Tokens[j].UPOS == doc.ADJ || r.d.Tokens[j].UPOS == doc.ADV) {
		r.note(u, j)
		j++
	}
	if j >= limit || r.d.Tokens[j].UPOS != doc.NOUN && r.d.Tokens[j].UPOS != doc.PROPN && r.d.Tokens[j].UPOS != doc.X && r.d.Tokens[j].UPOS != doc.SYM && r.k.labels[j] == outside {
		return 0
	}
	if !r.hangs(j, u.bare, i) {
		const names = lang.Country | lang.Body | lang.Seat
		h := r.d.Tokens[j].Head
		if posted := u.entry.ID == "ambassador" && r.k.labels[j].kind() == doc.Location; posted {
			// "a précisé son ambassadeur à Niamey": the place goes with the office
		} else if r.k.words[j].gaz&names == 0 || r.d.Tokens[i].Deprel.Is(doc.RelMark) || h >= 0 && h < i && r.d.Tokens[h].UPOS == doc.VERB && !r.near(i, u) {
			return 0
		}
	}
	end := r.nameEnd(j)
	if end < limit && r.k.labels[end].kind() == doc.Organization && r.d.Tokens[end].Head == j && r.k.labels[j] == outside {
		end = r.nameEnd(end) // "le chef du parti Ennahdha"
	}
	for k := j; k < end; k++ {
		r.note(u, k)
	}
	for end < limit && end < j+maxChunk && r.d.Tokens[end].UPOS == doc.ADJ && r.k.labels[end].kind() != doc.Person && r.hangs(end, j, end) {
		r.note(u, end)
		end++
	}
	return end
}

// near tells whether the preposition stands right after the noun.
func (r *run) near(i int32, u *unit) bool { return i <= u.head+2 }

// nameEnd is where the name that holds token j ends, or j+1.
func (r *run) nameEnd(j int32) int32 {
	for r.k.labels[j].open() && j+1 < r.sent.End {
		j++
	}
	return j + 1
}

// note takes the country of a demonym, state or body inside the phrase, the
// first one it has.
func (r *run) note(u *unit, i int32) {
	if u.country != "" || r.k.words[i].inside == 0 {
		return
	}
	u.country = r.countryAt(i)
}

// countryAt is the country of the phrase of names/ that holds token i.
func (r *run) countryAt(i int32) string {
	const classes = lang.People | lang.Country | lang.Capital | lang.Place | lang.Body | lang.Seat | lang.Media
	if r.k.words[i].gaz&classes == 0 {
		return ""
	}
	for r.k.words[i].inside == 2 && i > r.sent.First {
		i--
	}
	m := r.s.names.Longest(r.d.Tokens[:r.sent.End], i, r.k.words[i].norm, gazetteerClasses)
	if e := m.Of(r.d.Tokens[i:r.sent.End], classes); e != nil {
		return e.Country
	}
	return ""
}
