package coref

import (
	"readout/internal/doc"
	"readout/internal/text"
)

// mostListed bounds how many members of one list are taken.
const mostListed = 16

// people are the entities that the phrase headed by a token means: one, both of
// a pair, or all that are coordinated with it.
func (r *run) people(t int32, source text.Span) []int32 {
	if t < 0 || int(t) >= len(r.d.Tokens) {
		return nil
	}
	out := r.person(nil, t, source)
	m := r.mentionAt(t)
	if m == none || r.d.Mentions[m].Kind == doc.Pronoun || r.actsAlone(r.d.Mentions[m].Head) {
		return out
	}
	var buf [mostListed]int32
	for _, o := range r.list(m, buf[:0]) {
		out = r.person(out, r.d.Mentions[o].Head, text.Span{})
	}
	return out
}

// actsAlone tells whether the verb of a subject is in the singular: in "Le
// ministre, Luc Roux et ses pairs absents, a dit …" only the minister speaks.
func (r *run) actsAlone(h int32) bool {
	t := &r.d.Tokens[h]
	if !t.Deprel.Is(doc.RelNsubj) || t.Head == none {
		return false
	}
	if v := &r.d.Tokens[t.Head]; v.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
		return v.Feats.Has(doc.FeatNumber, doc.NumberSing)
	}
	for c := range r.children(t.Head) {
		if k := &r.d.Tokens[c]; k.UPOS == doc.AUX && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return k.Feats.Has(doc.FeatNumber, doc.NumberSing)
		}
	}
	return false
}

// list adds the mentions that a list goes on with after m: "la gauche, la droite
// et surtout le Mouvement océan". Each must begin right after a comma or
// conjunction and hang on one before it; a list without "et" is none, for "son
// homologue, le général X" is one man.
func (r *run) list(m int32, out []int32) []int32 {
	first := r.d.Mentions[m].First
	at := r.listEnd(m)
	joined := false
	for len(out) < mostListed {
		t, and := r.connector(at)
		if t == at {
			break
		}
		o := r.beginsAt(t)
		if o == none || !r.continues(o, first) && !(and && r.sameVerb(m, o)) {
			break
		}
		joined = joined || and
		out = append(out, o)
		at = r.listEnd(o)
	}
	if !joined {
		return out[:0]
	}
	return out
}

// listEnd is where a member of a list ends, an acronym in brackets taken in:
// "l'Agence de la mer (AM)".
func (r *run) listEnd(m int32) int32 {
	end := r.d.Mentions[m].End
	n := int32(len(r.d.Tokens))
	if end >= n || r.d.Tokens[end].Form != "(" {
		return end
	}
	for t := end + 1; t < n && t < end+6; t++ {
		if r.d.Tokens[t].Form == ")" {
			return t + 1
		}
	}
	return end
}

// connector skips a comma, a conjunction and an adverb ("et surtout"), and tells
// whether a conjunction was there.
func (r *run) connector(at int32) (int32, bool) {
	t, n, and := at, int32(len(r.d.Tokens)), false
	if t < n && r.d.Tokens[t].Form == "," {
		t++
	}
	if t < n && r.d.Tokens[t].UPOS == doc.CCONJ {
		t, and = t+1, true
	}
	if t > at && t < n && r.d.Tokens[t].UPOS == doc.ADV {
		t++
	}
	// "promise par X et par Y": the preposition said again
	if and && t+1 < n && r.d.Tokens[t].UPOS == doc.ADP {
		t++
	}
	return t, and
}

// beginsAt is the longest mention that begins at a token and may act.
func (r *run) beginsAt(t int32) int32 {
	for h := t; int(h) < len(r.d.Tokens) && h < t+8; h++ {
		if m := r.at[h]; m != none && r.d.Mentions[m].First == t && r.d.Mentions[m].Kind != doc.Pronoun {
			return m
		}
	}
	return none
}

// sameVerb tells whether the parser made two subjects of one verb of a list:
// "Le collectif Vent debout et l'association Mer et terre demandent …".
func (r *run) sameVerb(a, b int32) bool {
	x, y := &r.d.Tokens[r.d.Mentions[a].Head], &r.d.Tokens[r.d.Mentions[b].Head]
	return x.Deprel.Is(doc.RelNsubj) && y.Deprel.Is(doc.RelNsubj) && x.Head != none && x.Head == y.Head
}

// continues tells whether a mention hangs as a conjunct on something that begins
// no earlier than first: on a member of the list or on a complement of one.
func (r *run) continues(m, first int32) bool {
	h := r.d.Mentions[m].Head
	t := &r.d.Tokens[h]
	if t.Deprel.Is(doc.RelAppos) {
		// "la Ligue, le Cercle et l'Union ont protesté", read as an apposition
		return t.Head >= first && t.Head < h && r.d.Mentions[m].Kind != doc.Nominal
	}
	return t.Deprel.Is(doc.RelConj) && t.Head >= first && t.Head < h && r.d.Tokens[t.Head].UPOS != doc.VERB
}
