package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// name is one name of the sentence and what was found around it.
type name struct {
	first, end int32 // tokens of the bare name
	start      int32 // with the title right before it: "M. Lecornu"
	head       int32
	kind       doc.EntityType
	gender     uint8
	title      *lang.NameEntry // honorific, or nil
	unit       int32           // role phrase before it, index of units, or None
	after      int32           // role phrase after it, or None
	last       int32           // the last one, if several follow
	shared     *unit           // a role in the plural that stands before it and others, or nil
}

// names reads the names of the sentence off the labels and takes the titles
// before them.
func (r *run) readNames() {
	r.k.names = r.k.names[:0]
	for i := r.sent.First; i < r.sent.End; {
		if r.k.labels[i] == outside {
			i += max(1, r.titled(i), r.listed(i), r.unlabelled(i))
			continue
		}
		end := r.nameEnd(i)
		n := name{first: i, end: end, start: i, kind: r.k.labels[i].kind(), unit: doc.None, after: doc.None}
		if n.kind == doc.Person {
			r.title(&n)
		}
		if !r.branch(i, end) {
			r.addName(n)
		}
		i = end
	}
}

// titled takes a title before words with capitals that the model left out
// ("Mme Ould Cheikh"), and gives how many tokens they are.
func (r *run) titled(i int32) int32 {
	if r.k.words[i].gaz&lang.Honorific == 0 || r.k.words[i].inside != 1 || r.k.words[i].shape == small {
		return 0
	}
	j := i + 1
	for j < r.sent.End && j < i+6 && r.k.labels[j] == outside && r.k.words[j].capital() && r.k.words[j].gaz&lang.Office == 0 {
		j++
	}
	if j == i+1 || j < r.sent.End && r.k.labels[j] == outside && r.k.words[j].capital() {
		return 0
	}
	n := name{first: i + 1, end: j, start: i + 1, kind: doc.Person, unit: doc.None, after: doc.None}
	r.title(&n)
	r.addName(n)
	return j - i
}

// listed takes a state, seat or body that the tables know and the model left
// out: "le Quai d'Orsay", "l'ONU". A single word with a plain capital may be
// anything.
func (r *run) listed(i int32) int32 {
	const classes = lang.Country | lang.Capital | lang.Seat | lang.Body | lang.Media
	w := &r.k.words[i]
	if w.inside != 1 || w.gaz&classes == 0 {
		return 0
	}
	m := r.s.names.Longest(r.d.Tokens[:r.sent.End], i, w.norm, classes)
	e := m.Of(r.d.Tokens[i:r.sent.End], classes)
	if e == nil || m.Words == 1 && (w.start && w.lex&(lexCommon|lexSmall) != 0 || e.Class&(lang.Body|lang.Media) != 0 && w.shape != upper && w.shape != mixed && (!r.determined(i) || w.start)) {
		return 0
	}
	n := name{first: i, end: i + m.Words, start: i, kind: doc.Organization, unit: doc.None, after: doc.None}
	for n.first < n.end-1 && r.k.words[n.first].shape == small && r.d.Tokens[n.first].UPOS == doc.DET {
		n.first++
	}
	n.start = n.first
	if e.Class&(lang.Country|lang.Capital) != 0 {
		n.kind = doc.Location
	}
	for j := i; j < n.end; j++ {
		if r.k.labels[j] != outside {
			return 0
		}
	}
	r.addName(n)
	return m.Words
}

// unlabelled takes words that are tagged as a name and that the model left out
// ("Sprint supprime 400 postes") as a name of no known type; a short one in
// capitals alone is a body ("le MRC").
func (r *run) unlabelled(i int32) int32 {
	if r.k.inName[i] != doc.None || !r.proper(i) || r.k.words[i].site {
		return 0
	}
	end := i + 1
	for end < r.sent.End && end < i+6 && r.proper(end) && r.k.labels[end] == outside && !r.k.words[end].start {
		end++
	}
	n := name{first: i, end: end, start: i, unit: doc.None, after: doc.None}
	switch p := r.k.proof[r.k.nameKey(i, end)]; {
	case p[doc.Organization] > 0 && p[doc.Person] == 0, end == i+1 && r.k.words[i].shape == upper && len(r.d.Tokens[i].Form) < 7:
		n.kind = doc.Organization
	case p[doc.Person] > 0, end > i+1 && (r.k.words[i].lex&lexFirst != 0 || r.k.words[i].gaz&lang.GivenName != 0):
		n.kind = doc.Person // "Normand Tessier"
	}
	r.addName(n)
	return end - i
}

// proper tells whether the tagger took the token for a name and nothing speaks
// against it: at the start of a sentence the lexicon must not know the word.
func (r *run) proper(i int32) bool {
	w := &r.k.words[i]
	if u := r.d.Tokens[i].UPOS; u != doc.PROPN && u != doc.X || !w.capital() || w.shape == single {
		return false
	}
	const other = lang.Honorific | lang.Office | lang.BodyNoun | lang.Portfolio | lang.People
	if w.gaz&other == lang.People && !r.determined(i) && i+1 < r.sent.End && r.k.words[i+1].capital() && r.d.Tokens[i+1].UPOS == doc.PROPN {
		return true // "Normand Tessier"
	}
	return w.gaz&other == 0 && (!w.start || w.lex&(lexCommon|lexSmall) == 0)
}

// title looks for a title inside the name's beginning or right before it.
func (r *run) title(n *name) {
	at := n.first
	if r.k.words[at].gaz&lang.Honorific == 0 || n.end-n.first == 1 {
		at--
	}
	if at < r.sent.First || r.k.words[at].gaz&lang.Honorific == 0 {
		return
	}
	for r.k.words[at].inside == 2 && at > r.sent.First {
		at--
	}
	m := r.s.names.Longest(r.d.Tokens[:r.sent.End], at, r.k.words[at].norm, lang.Honorific)
	e := m.Of(r.d.Tokens[at:r.sent.End], lang.Honorific)
	if e == nil || at+m.Words < n.first || at+m.Words >= n.end {
		return
	}
	n.title, n.start, n.first, n.gender = e, at, at+m.Words, e.Gender
}

func (r *run) addName(n name) {
	n.head = r.nameHead(n.start, n.end)
	if n.kind == doc.Person && n.gender == 0 {
		n.gender = r.givenGender(n.first)
	}
	for i := n.start; i < n.end; i++ {
		r.k.inName[i] = int32(len(r.k.names))
	}
	r.k.names = append(r.k.names, n)
}

// nameHead is the token of the name that hangs on something outside it.
func (r *run) nameHead(first, end int32) int32 {
	for i := first; i < end; i++ {
		t := &r.d.Tokens[i]
		if (t.Head < first || t.Head >= end) && t.UPOS != doc.PUNCT && t.UPOS != doc.DET && t.UPOS != doc.ADP {
			return i
		}
	}
	return first
}

// givenGender is the gender of the first name at token i, 0 if unknown or either.
func (r *run) givenGender(i int32) uint8 {
	if r.k.words[i].gaz&lang.GivenName != 0 {
		m := r.s.names.Longest(r.d.Tokens[:i+1], i, r.k.words[i].norm, lang.GivenName)
		g := uint8(0)
		for e := range m.Entries {
			if x := &m.Entries[e]; x.Class == lang.GivenName {
				if g != 0 && g != x.Gender {
					return 0
				}
				g = x.Gender
			}
		}
		return g
	}
	if r.k.words[i].lex&lexFirst == 0 {
		return 0
	}
	e, _ := r.s.lex.Find(r.d.Tokens[i].Form)
	for n := range e.Len() {
		if tag, _ := e.Tag(n); tag.Kind == lang.FirstName {
			return tag.Feats.Get(doc.FeatGender)
		}
	}
	return 0
}

// join gives each name the role phrase that stands before or after it.
func (r *run) join() {
	for i := range r.k.units {
		u := &r.k.units[i]
		if u.entry.Number == doc.NumberPlur {
			r.share(u)
			continue
		}
		at, comma := u.end, false
		if at < r.sent.End && r.d.Tokens[at].Form == "," {
			at, comma = at+1, true
		}
		if at >= r.sent.End || r.k.inName[at] == doc.None {
			continue
		}
		n := &r.k.names[r.k.inName[at]]
		if n.start != at || !r.suits(u, n, comma) || !comma && r.ofFamily(at-1) {
			continue
		}
		if n.unit != doc.None && (!comma || r.k.units[n.unit].first <= u.first) && !better(u, &r.k.units[n.unit], n) {
			continue // with a comma the outermost phrase bears the name, without the innermost
		}
		if n.unit != doc.None {
			r.k.units[n.unit].name = doc.None
		}
		u.name, n.unit = r.k.inName[at], int32(i)
		if n.kind == doc.NoType && u.entry.Class == lang.BodyNoun {
			n.kind = doc.Organization
		} else if n.kind == doc.NoType {
			n.kind = doc.Person
		}
	}
	for i := range r.k.units {
		r.double(int32(i))
	}
	for i := range r.k.units {
		r.appose(int32(i))
	}
}

// ofFamily tells whether token i is a noun that a family name follows: "l'avocat
// de la famille Doré" is not called Doré.
func (r *run) ofFamily(i int32) bool {
	at := r.k.unitOf[i]
	return at != doc.None && r.k.units[at].entry.ID == "family"
}

// share gives the office of a phrase in the plural to each name that follows:
// "les présidents Viktor Malek et Anne Roux".
func (r *run) share(u *unit) {
	if u.entry.Class != lang.Office {
		return
	}
	at := u.end
	for n := 0; n < 12 && at < r.sent.End; n++ {
		if i := r.k.inName[at]; i != doc.None && r.k.names[i].start == at && r.k.names[i].kind == doc.Person {
			r.k.names[i].shared = u
			at = r.k.names[i].end
			if n > 0 {
				u.end = at
			}
			continue
		}
		if t := &r.d.Tokens[at]; at == u.end || t.UPOS != doc.CCONJ && t.Form != "," {
			return
		}
		at++
	}
}

// better tells whether a role phrase nearer to the name is to bear it.
func better(u, old *unit, n *name) bool {
	if n.title != nil && n.title.ID != "" && (u.entry.ID == n.title.ID) != (old.entry.ID == n.title.ID) {
		return u.entry.ID == n.title.ID // "le président, sous l'égide de l'archevêque, Mgr Roux"
	}
	return n.gender != 0 && u.entry.Gender == n.gender && old.entry.Gender != 0 && old.entry.Gender != n.gender || u.end == n.start && u.first > old.first
}

// suits tells whether the role phrase before a name may be that name's.
func (r *run) suits(u *unit, n *name, comma bool) bool {
	switch u.entry.Class {
	case lang.Office:
		if n.kind != doc.Person && (n.kind != doc.NoType || comma) || !comma && u.first == u.bare && !r.opens(u.first) {
			return false
		}
		if n.gender != 0 && u.entry.Gender != 0 && n.gender != u.entry.Gender && n.title != nil {
			return false
		}
	case lang.BodyNoun:
		if n.kind != doc.Organization && n.kind != doc.NoType {
			return false
		}
	default:
		return n.kind == doc.Person && !comma && u.entry.Number == doc.NumberSing
	}
	if !comma {
		return true
	}
	if u.first == u.bare && u.first > r.sent.First && u.entry.Class == lang.BodyNoun {
		return false
	}
	// After the comma the name must be alone: "Le ministre, Paul et Anne ont…" lists three.
	if n.end < r.sent.End && r.d.Tokens[n.end].UPOS == doc.CCONJ && u.entry.Class == lang.BodyNoun {
		return false
	}
	return u.entry.Class == lang.Office || r.under(n.head, u.head)
}

// opens tells whether a phrase without article may begin at token i: at the
// start or after a sign or conjunction, not in "mettre en garde Poutine".
func (r *run) opens(i int32) bool {
	if i == r.sent.First {
		return true
	}
	t := &r.d.Tokens[i-1]
	return t.UPOS == doc.PUNCT || t.UPOS == doc.CCONJ || t.Part == doc.LaterPart || t.UPOS == doc.ADP && t.Form[len(t.Form)-1] == '\'' || r.k.words[i].capital()
}

// under tells whether the tree hangs i on head, perhaps over one step.
func (r *run) under(i, head int32) bool {
	h := r.d.Tokens[i].Head
	return h == head || h >= 0 && r.d.Tokens[h].Head == head
}

// appose gives the role phrase i to the name before it: "Anne Morel, ministre
// des Sports,". A phrase without article is one; with an article it must end
// at a sign, or the tree must say so, for "Selon Morel, le ministre a menti" is
// another matter.
func (r *run) appose(i int32) {
	u := &r.k.units[i]
	if u.name != doc.None || u.entry.Number == doc.NumberPlur || u.first-2 < r.sent.First {
		return
	}
	sign := r.d.Tokens[u.first-1].Form
	joined := r.d.Tokens[u.first-1].UPOS == doc.CCONJ
	if sign != "," && sign != "(" && sign != "–" && sign != "—" && !joined {
		return
	}
	at := r.k.inName[u.first-2]
	if at == doc.None || joined {
		if at = r.goesOn(i); at == doc.None {
			return
		}
	}
	n := &r.k.names[at]
	wanted := doc.Person
	if u.entry.Class == lang.BodyNoun {
		wanted = doc.Organization
	}
	if n.kind != wanted || u.entry.Class == lang.GroupNoun || u.entry.Scope == "relative" && u.first == u.bare && u.bare == u.head && u.end == u.head+1 {
		return
	}
	if n.unit != doc.None && u.first == u.bare && u.end == u.head+1 {
		return // "Le capitaine, Paul Roux, juge que…" is a verb
	}
	if u.first < u.bare || u.entry.Class == lang.BodyNoun {
		closed := u.end >= r.sent.End || r.d.Tokens[u.end].UPOS == doc.PUNCT
		if !closed || r.d.Tokens[u.head].Deprel.Is(doc.RelNsubj) || !r.under(u.head, n.head) && sign == "," && u.end < r.sent.End && r.d.Tokens[u.end].Form != "," && r.d.Tokens[u.end].Form != "." {
			return
		}
	}
	if u.first == u.bare {
		u.end = r.toComma(u.end)
	}
	u.own = true
	u.name = at
	if n.after == doc.None {
		n.after = i
	}
	n.last = i
}

// toComma takes a last complement of an apposition that a comma closes:
// "Ramón Oliva, patron de pêche à Barbate,".
func (r *run) toComma(end int32) int32 {
	if end >= r.sent.End || r.d.Tokens[end].UPOS != doc.ADP {
		return end
	}
	for i := end; i < r.sent.End && i < end+8; i++ {
		switch t := &r.d.Tokens[i]; t.UPOS {
		case doc.ADP, doc.DET, doc.NOUN, doc.PROPN, doc.ADJ, doc.NUM:
		case doc.PUNCT:
			if t.Form == "," {
				return i
			}
			return end
		default:
			return end
		}
	}
	return end
}
