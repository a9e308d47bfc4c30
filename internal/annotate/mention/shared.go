package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// double makes one phrase of two offices of the same person: "le ministre et
// porte-parole du gouvernement", the second without an article of its own.
func (r *run) double(i int32) {
	u := &r.k.units[i]
	if i == 0 || u.first != u.bare || u.entry.Class != lang.Office || u.entry.Number == doc.NumberPlur || u.first < r.sent.First+2 {
		return
	}
	and := u.first - 1
	if r.d.Tokens[and].UPOS != doc.CCONJ {
		return
	}
	for n := i - 1; n >= 0 && n >= i-3; n-- {
		p := &r.k.units[n]
		if p.end != and || p.own || p.name != doc.None || p.entry.Class != lang.Office || p.entry.Number == doc.NumberPlur || p.first == p.bare {
			continue
		}
		if g := p.entry.Gender; g != 0 && u.entry.Gender != 0 && g != u.entry.Gender {
			continue
		}
		u.first, u.bare, u.with, p.own, p.name = p.first, p.bare, p.head, true, u.name
		if u.country == "" {
			u.country = p.country
		}
		return
	}
}

// goesOn is the name whose role phrases unit i goes on with, after a comma or conjunction:
// "Anne Morel, avocate, ancienne ministre de la
// Justice", "responsable de l'ONG et spécialiste de la Syrie".
func (r *run) goesOn(i int32) int32 {
	u := &r.k.units[i]
	for n := i - 1; n >= 0 && n >= i-4; n-- {
		p := &r.k.units[n]
		if p.own && p.name != doc.None && p.end == u.first-1 && u.first == u.bare && p.entry.Class == u.entry.Class {
			return p.name
		}
	}
	return doc.None
}

// goesOnTo is where a noun phrase really ends that the tree cuts at "et": with a
// further complement of the same preposition ("les entreprises de transport et de
// logistique"), or with a second noun under the article of the first ("certains
// journaux et commentateurs"). at is its end so far.
func (r *run) goesOnTo(first, head, at int32) int32 {
	if at+1 >= r.sent.End || r.d.Tokens[at].UPOS != doc.CCONJ || r.d.Tokens[head].UPOS != doc.NOUN {
		return at
	}
	next := at + 1
	if t := &r.d.Tokens[next]; t.UPOS == doc.ADP {
		if !r.takes(first, head, at, t.Lemma) {
			return at
		}
		next++
		if next < r.sent.End && r.d.Tokens[next].UPOS == doc.DET {
			next++
		}
	} else if a, _ := r.determiner(head); a == 0 || r.number(head, 0) != doc.NumberPlur || !t.Feats.Has(doc.FeatNumber, doc.NumberPlur) || at != head+1 && r.d.Tokens[at-1].UPOS != doc.ADJ {
		return at
	}
	if next >= r.sent.End || r.d.Tokens[next].UPOS != doc.NOUN || !r.d.Tokens[next].Deprel.Is(doc.RelConj) || r.k.labels[next] != outside {
		return at
	}
	if h := r.d.Tokens[next].Head; h < first || h >= at {
		return at
	}
	if e := &r.k.ext[next]; e.end > next && e.end-next < maxChunk/2 {
		return e.end
	}
	return next + 1
}

// takes tells whether the phrase has a complement of that preposition right
// behind its noun, and does not itself stand behind it: in "l'appel du ministre de
// la Mer et du préfet" the préfet is another one who appeals.
func (r *run) takes(first, head, end int32, adposition string) bool {
	for t := max(first-2, r.sent.First); t < first; t++ {
		if r.d.Tokens[t].UPOS == doc.ADP && r.d.Tokens[t].Lemma == adposition {
			return false
		}
	}
	for t := head + 1; t < end; t++ {
		switch k := &r.d.Tokens[t]; k.UPOS {
		case doc.ADP:
			return k.Lemma == adposition
		case doc.ADJ:
		default:
			return false
		}
	}
	return false
}

// branch takes a place right behind the acronym of a body into its name: "la CGT
// de Brest", "les CRS de Gap" are no others' namesakes. [first, end) is the place.
func (r *run) branch(first, end int32) bool {
	if len(r.k.names) == 0 || r.k.labels[first].kind() != doc.Location || r.k.words[first].gaz&lang.Country != 0 {
		return false
	}
	i := int32(len(r.k.names) - 1)
	p := &r.k.names[i]
	if p.kind != doc.Organization || p.end != p.first+1 || r.k.words[p.first].shape != upper || p.end >= first || first-p.end > 2 || r.k.words[p.first].gaz&lang.Country != 0 {
		return false
	}
	if t := &r.d.Tokens[p.end]; t.UPOS != doc.ADP || t.Head != first || r.d.Tokens[first].Head != p.first || first-p.end == 2 && r.d.Tokens[p.end+1].UPOS != doc.DET {
		return false
	}
	for t := p.end; t < end; t++ {
		r.k.inName[t] = i
	}
	p.end = end
	return true
}

// purposes carries the name of a body on over what it is for: "l'Agence fédérale
// belge pour la chaîne alimentaire".
func (r *run) purposes() {
	for i := range r.k.names {
		n := &r.k.names[i]
		if n.kind != doc.Organization || n.end >= r.sent.End || !r.s.names.Purposes[r.k.words[n.end].norm] || r.k.words[n.first].gaz&lang.BodyNoun == 0 {
			continue
		}
		for c := r.k.ext[n.head].child; c != doc.None; c = r.k.ext[c].next {
			x := &r.k.ext[c]
			if !r.d.Tokens[c].Deprel.Is(doc.RelNmod) || x.left != n.end || x.end <= c || x.end-n.end > mostExtended || !r.unnamedIn(n.end, x.end) {
				continue
			}
			for t := n.end; t < x.end; t++ {
				r.k.inName[t] = int32(i)
			}
			n.end = x.end
			break
		}
	}
}

// unnamedIn tells whether no name has a token of [first, end).
func (r *run) unnamedIn(first, end int32) bool {
	for t := first; t < end; t++ {
		if r.k.inName[t] != doc.None {
			return false
		}
	}
	return true
}
