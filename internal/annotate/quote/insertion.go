package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// awaits tells whether the clause before an insertion cannot end there: behind an
// auxiliary or a copula ("Paul Verdier aurait, d'après L'Aube, découvert …"),
// behind a negation without its second word ("Elle n'a pris, dit la note, aucun
// engagement"), or before the infinitive of a clause without a verb ("Pas
// question, prévient-il, de céder").
func (r *run) awaits(i int32, left stretch, s doc.Sentence) bool {
	if left.empty() || i >= s.End {
		return false
	}
	last := left.end - 1
	for last > left.first && r.comma(last) {
		last--
	}
	if r.in[last] != doc.None {
		return false
	}
	if r.tok[last].UPOS == doc.AUX && r.finite(last) {
		return !r.is(i, lang.WordCoordinator)
	}
	if r.tok[last].UPOS == doc.ADV && last > left.first && r.tok[last-1].UPOS == doc.AUX && r.finite(last-1) && r.tok[last-1].Head > last {
		return true // "n'est pas, selon lui, une solution"
	}
	if r.mainVerb(left.first, left.end) == doc.None && r.is(i, lang.WordOf) {
		return r.infinitive(i+1, s) != doc.None
	}
	return r.is(i, lang.WordNegator) && r.halfNegated(left)
}

// halfNegated tells whether a stretch has the word before a negated verb and not
// the one behind it.
func (r *run) halfNegated(x stretch) bool {
	half := false
	for k := x.first; k < x.end; k++ {
		if r.is(k, lang.WordNegator) {
			return false
		}
		half = half || r.is(k, lang.WordNegation)
	}
	return half
}

// alsoSaid tells whether a second clause with a subject of its own follows an
// incise in what is said without marks: "Aucun délai n'a été accordé, soutient le
// groupe, et M. Morel n'a téléphoné à personne".
func (r *run) alsoSaid(i int32, left, cut stretch, s doc.Sentence) bool {
	if left.empty() || r.tok[i].UPOS != doc.CCONJ || !r.comma(i-1) || r.marked(left.first, left.end) || r.marked(i, s.End) {
		return false
	}
	incise := false
	for k := cut.first; k < cut.end; k++ {
		incise = incise || r.cueAt[k] != doc.None && r.cues[r.cueAt[k]].incise
	}
	if !incise || r.mainVerb(left.first, left.end) == doc.None {
		return false
	}
	v := r.mainVerb(i+1, s.End)
	if v == doc.None {
		return false
	}
	if r.finite(i+1) || r.is(i+1, lang.WordNegation|lang.WordObjectClitic|lang.WordReflexive) && r.tok[i+1].UPOS != doc.DET {
		return r.cueAt[v] == doc.None
	}
	k := r.cueAt[v]
	return k == doc.None || r.cues[k].passive || r.open(k, s).kind == openNothing
}

// beforeClause is where the subject of an incise ends that the tree runs on over
// ", et" into the subject of the next clause, or end.
func (r *run) beforeClause(i, end int32, s doc.Sentence) int32 {
	for ; i+1 < end; i++ {
		if r.sign(i, ",") && r.tok[i+1].UPOS == doc.CCONJ && r.in[i] == doc.None {
			if r.mainVerb(end, s.End) != doc.None {
				return i
			}
			break
		}
	}
	return end
}
