package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// mend puts right what the words around a name say more surely than the
// model: a phrase of several words that the tables know is one name; a small
// word that opens the sentence is no part of it ("Selon Le Courant"); the family
// name of a person of the document is a person.
func (k *scratch) mend(d *doc.Document, n *lang.Names) {
	clear(k.memory)
	clear(k.proof)
	k.particles(d, n)
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			k.mendListed(d, n, s, i)
			k.masthead(d, n, s, i)
			k.site(d, n, s, i)
			k.withoutList(d, s, i)
			k.called(d, n, s, i)
			k.spelledOut(d, s, i)
			if l := k.labels[i]; l != outside && l.part() == begin && k.words[i].start && k.words[i].inside == 0 && isSmall(d.Tokens[i].UPOS) {
				k.relabel(i+1, k.endOf(i, s.End), l.kind())
				k.labels[i] = outside
			}
			k.mendTail(d, s, i)
			if l := k.labels[i]; l.kind() == doc.Person && l.part() == last {
				m := k.memory[k.words[i].norm]
				m.seen = true
				k.memory[k.words[i].norm] = m
			}
		}
	}
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			if l := k.labels[i]; l != outside && (l.part() == begin || l.part() == only) {
				k.prove(d, n, s, i)
			}
		}
	}
	k.datelines(d)
	k.apply(d)
	k.settle()
}

// settle makes persons of bare family names that the document gives in full
// elsewhere, and places of bare names of states and capitals.
func (k *scratch) settle() {
	const places = lang.Country | lang.Capital | lang.Place
	for i := range k.labels {
		l, w := k.labels[i], &k.words[i]
		if l == outside || l.part() != only || l.kind() == doc.Person {
			continue
		}
		switch {
		case w.gaz&places == 0 && k.memory[w.norm].seen:
			k.labels[i] = labelOf(doc.Person, only)
		case w.gaz&(lang.Country|lang.Capital) != 0 && w.inside == 1 && (i+1 == len(k.words) || k.words[i+1].inside != 2):
			k.labels[i] = labelOf(doc.Location, only)
		}
	}
}

// mendTail cuts a finite verb off the end of a name: "l'Association des
// armateurs applaudit".
func (k *scratch) mendTail(d *doc.Document, s doc.Sentence, i int32) {
	l := k.labels[i]
	if l == outside || l.part() != last || k.words[i].shape != small {
		return
	}
	if t := &d.Tokens[i]; t.UPOS != doc.AUX && (t.UPOS != doc.VERB || !t.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin)) {
		return
	}
	first := i
	for first > s.First && k.labels[first-1].open() {
		first--
	}
	k.labels[i] = outside
	k.relabel(first, i, l.kind())
}

func isSmall(u doc.UPOS) bool {
	return u == doc.ADP || u == doc.SCONJ || u == doc.CCONJ || u == doc.ADV || u == doc.PRON || u == doc.VERB
}

// mendListed makes one name of a listed phrase of several words.
func (k *scratch) mendListed(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) {
	const classes = lang.Country | lang.Capital | lang.Place | lang.Seat | lang.Body | lang.Media
	w := &k.words[i]
	if w.inside != 1 || w.gaz&classes == 0 || i+1 >= s.End || k.words[i+1].inside != 2 {
		return
	}
	m := n.Longest(d.Tokens[:s.End], i, w.norm, classes)
	e := m.Of(d.Tokens[i:s.End], classes)
	if e == nil || m.Words < 2 || k.labels[i] != outside && k.labels[i].part() != begin && k.labels[i].part() != only || k.labels[i+m.Words-1].open() {
		return
	}
	kind := doc.Organization
	if e.Class&(lang.Country|lang.Capital|lang.Place) != 0 {
		kind = doc.Location
	}
	end := i + m.Words
	for i < end-1 && k.words[i].shape == small && d.Tokens[i].UPOS == doc.DET {
		k.labels[i] = outside
		i++ // "au Mans", "du Monde": the article is not in the name
	}
	k.relabel(i, end, kind)
}

// endOf is where the name ends that token i is in.
func (k *scratch) endOf(i, end int32) int32 {
	for k.labels[i].open() && i+1 < end {
		i++
	}
	return i + 1
}

// relabel makes one name of the tokens.
func (k *scratch) relabel(first, end int32, kind doc.EntityType) {
	for i := first; i < end; i++ {
		part := middle
		switch {
		case end-first == 1:
			part = only
		case i == first:
			part = begin
		case i == end-1:
			part = last
		}
		k.labels[i] = labelOf(kind, part)
	}
}

// datelines takes what stands in brackets in a dateline for the wire that it
// is: "PARIS, 12 mai (Interpress) –".
func (k *scratch) datelines(d *doc.Document) {
	for _, s := range d.Sentences {
		if s.Block < 0 || int(s.Block) >= len(d.Blocks) || d.Blocks[s.Block].Kind != doc.Dateline {
			continue
		}
		for i := s.First; i+2 < s.End && i < s.First+maxChunk; i++ {
			if d.Tokens[i].Form != "(" || !k.words[i+1].capital() {
				continue
			}
			end := i + 1
			for end < s.End && d.Tokens[end].UPOS != doc.PUNCT && k.words[end].shape != digits {
				end++
			}
			if end < s.End && d.Tokens[end].Form == ")" {
				k.relabel(i+1, end, doc.Organization)
				key := k.nameKey(i+1, end)
				p := k.proof[key]
				p[doc.Organization]++
				k.proof[key] = p
			}
		}
	}
}

// proof is what the words right around a name say of its type.
type proof [4]int8

// nameKey is the hash of all words of the name that begins at token i.
func (k *scratch) nameKey(i, end int32) uint32 {
	h := uint32(0)
	for ; i < end; i++ {
		h = h*16777619 ^ k.words[i].norm
	}
	return h
}

// prove counts what the words around the name at token i say: "l'agence
// Danube" and "Danube, l'association" are bodies, "M. Roux" and "le président
// Roux" persons.
func (k *scratch) prove(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) {
	end := k.endOf(i, s.End)
	v := view{d, k.words, s}
	kind := doc.NoType
	before := i - 1
	for skip := 0; skip < 2 && before > s.First && (isQuote(d.Tokens[before].Form) || d.Tokens[before].UPOS == doc.ADJ && v.at(before).gaz&lang.People != 0); skip++ {
		before--
	}
	switch w := v.at(before); {
	case w.gaz&lang.Honorific != 0 && w.shape != small && before == i-1, w.gaz&lang.Office != 0 && w.gaz&lang.BodyNoun == 0 && before == i-1 && d.Tokens[before].UPOS == doc.NOUN:
		kind = doc.Person
	case w.gaz&lang.BodyNoun != 0 && w.gaz&lang.Office == 0 && w.shape == small && d.Tokens[before].UPOS == doc.NOUN && k.bearsName(d, n, s, before):
		kind = doc.Organization
	}
	if after := end + 1; kind == doc.NoType && after+1 < s.End && d.Tokens[end].Form == "," {
		for skip := 0; skip < 2 && after < s.End && (d.Tokens[after].UPOS == doc.DET || d.Tokens[after].UPOS == doc.ADJ); skip++ {
			after++
		}
		switch w := v.at(after); {
		case w.gaz&lang.BodyNoun != 0 && w.gaz&lang.Office == 0 && after > end+1 && d.Tokens[min(after, s.End-1)].Deprel.Is(doc.RelAppos):
			kind = doc.Organization
		case w.gaz&lang.Office != 0 && after == end+1 && d.Tokens[after].UPOS == doc.NOUN:
			kind = doc.Person
		}
	}
	if kind == doc.NoType && v.at(i-1).shape == sign && d.Tokens[max(i-1, 0)].Form == "," && v.at(i).lex&lexFirst == 0 && v.at(i).gaz&lang.GivenName == 0 && (end == i+1 || k.labels[i].kind() != doc.Person) && k.afterBody(d, n, s, i-2) {
		kind = doc.Organization
	}
	if kind == doc.NoType || kind == doc.Person && k.labels[i].kind() == doc.Organization && (k.words[i].shape == upper || k.words[i].gaz&lang.Body != 0) {
		return // "le député PS" is no person of that name
	}
	key := k.nameKey(i, end)
	p := k.proof[key]
	p[kind] = min(p[kind]+1, 100)
	k.proof[key] = p
}

// afterBody tells whether the phrase that ends at token i is a definite noun of
// a body: "la fédération des banques, Febelga".
func (k *scratch) afterBody(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) bool {
	for at := i; at > s.First && at > i-10; at-- {
		switch d.Tokens[at].UPOS {
		case doc.NOUN:
			if w := &k.words[at]; w.gaz&lang.BodyNoun != 0 && w.gaz&lang.Office == 0 && w.shape == small && d.Tokens[at-1].UPOS == doc.DET && d.Tokens[at-1].Part == doc.Whole && k.bearsName(d, n, s, at) {
				return true
			}
		case doc.PROPN, doc.ADJ, doc.ADP, doc.DET:
		default:
			return false
		}
	}
	return false
}

// bearsName tells whether the noun of a body before a name is of a kind that is
// called by a name of its own: "l'agence Danube", not "le gouvernement Roux".
func (k *scratch) bearsName(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) bool {
	for k.words[i].inside == 2 && i > s.First {
		i--
	}
	m := n.Longest(d.Tokens[:s.End], i, k.words[i].norm, lang.BodyNoun)
	e := m.Of(d.Tokens[i:s.End], lang.BodyNoun)
	if e == nil {
		return false
	}
	switch e.ID {
	case "media", "company", "organisation", "agency", "party", "union", "armed-group", "school", "sport":
		return e.Number != doc.NumberPlur
	}
	return false
}

func isQuote(form string) bool { return form == "«" || form == "“" || form == "\"" }

// apply gives every name the type that was proved of it anywhere in the
// document, if only one was.
func (k *scratch) apply(d *doc.Document) {
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			l := k.labels[i]
			if l == outside || l.part() != begin && l.part() != only {
				continue
			}
			end := k.endOf(i, s.End)
			p, ok := k.proof[k.nameKey(i, end)]
			if !ok {
				continue
			}
			for t := doc.Person; t <= doc.Organization; t++ {
				if p[t] > 0 && p[doc.Person+doc.Organization-t] == 0 && (t != doc.Person || k.words[i].gaz&(lang.Country|lang.Capital) == 0) && (t != doc.Organization || l.kind() != doc.Location || k.words[i].gaz&(lang.Country|lang.Capital|lang.Place) == 0) {
					k.relabel(i, end, t)
				}
			}
		}
	}
}
