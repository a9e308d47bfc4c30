package coref

import (
	"readout/internal/doc"
	"readout/internal/names"
)

// fromBody finds who says a quotation of the headline that names nobody: the
// speaker of the quotation below that has its words, or the only speaker of the text.
func (r *run) fromBody(i int32, q *doc.Quotation) ([]int32, string) {
	s := r.d.SentenceOf(r.tokenAt(q))
	if s == none || r.blockKind(s) != doc.Title {
		return nil, ""
	}
	words := r.contentWords(q)
	only, many := none, false
	for j := int(i) + 1; j < len(r.d.Quotations) && j < int(i)+200; j++ {
		o := &r.d.Quotations[j]
		by := r.people(o.Speaker, o.Source)
		if len(by) == 0 {
			continue
		}
		if len(words) > 1 && r.overlap(words, o) {
			return by, "coref.title.words"
		}
		if o.Mode == doc.Direct || o.Mode == doc.Mixed {
			many = many || len(by) > 1 || only != none && only != by[0]
			only = by[0]
		}
	}
	if only != none && !many && (q.Mode == doc.Direct || q.Mode == doc.Mixed) {
		return []int32{only}, "coref.title.only"
	}
	return nil, ""
}

func (r *run) tokenAt(q *doc.Quotation) int32 {
	if len(q.Content) == 0 {
		return 0
	}
	return r.tokenFrom(q.Content[0].Start)
}

// contentWords are the nouns, verbs and adjectives of what is quoted.
func (r *run) contentWords(q *doc.Quotation) map[string]bool {
	out := map[string]bool{}
	for _, c := range q.Content {
		for t := r.tokenFrom(c.Start); int(t) < len(r.d.Tokens) && r.d.Tokens[t].Span.Start < c.End && len(out) < 64; t++ {
			switch k := &r.d.Tokens[t]; k.UPOS {
			case doc.NOUN, doc.PROPN, doc.VERB, doc.ADJ, doc.ADV, doc.NUM:
				out[names.Fold(k.Lemma)] = true
			}
		}
	}
	return out
}

// overlap tells whether two thirds of the words stand in the other quotation.
func (r *run) overlap(words map[string]bool, o *doc.Quotation) bool {
	n := 0
	for w := range r.contentWords(o) {
		if words[w] {
			n++
		}
	}
	return n*3 >= len(words)*2
}

// fromTitle is the unnamed entity of the headline that the text brings in again
// by the same noun, mostly in full: "la direction propose une prime" above, "La
// direction de Montlac" below.
func (r *run) fromTitle(m int32) int32 {
	x := &r.d.Mentions[m]
	s := r.d.SentenceOf(x.Head)
	if len(r.titled) == 0 || s == none || r.blockKind(s) == doc.Title {
		return none
	}
	lemma := r.d.Tokens[x.Head].Lemma
	for _, c := range r.titled {
		k := &r.clusters[c]
		if k.merged != none || k.head != lemma || len(k.words) > 0 || k.thing || k.plural != (x.Number == doc.NumberPlur) || k.owner != none || r.ownerOf(m) != none && r.determiner(x.Head) == detPossessive {
			continue
		}
		if r.bodyKnows(c) || !sameGender(k.gender, x.Gender) || !sameCountry(k.country, x.Country) || !sameOffice(k.office, r.office(m)) || !r.subsumedBy(c, m) {
			continue
		}
		return c
	}
	return none
}

// bodyKnows tells whether the text below the headline has spoken of an entity.
func (r *run) bodyKnows(c int32) bool {
	k := &r.clusters[c]
	s := r.d.SentenceOf(max(k.last, 0))
	return s == none || r.blockKind(s) != doc.Title
}

// subsumedBy tells whether a phrase says all that the entity's first phrase said.
func (r *run) subsumedBy(c, m int32) bool {
	k, x := &r.clusters[c], &r.d.Mentions[m]
	if k.first == none {
		return false
	}
	f := names.Fold(r.d.Words(x.Span))
	o := &r.d.Mentions[k.first]
	for t := o.First; t < o.End && t < o.First+20; t++ {
		switch w := &r.d.Tokens[t]; w.UPOS {
		case doc.NOUN, doc.PROPN, doc.ADJ, doc.NUM:
			if t != o.Head && !containsFold(f, names.Fold(w.Norm)) {
				return false
			}
		}
	}
	return true
}
