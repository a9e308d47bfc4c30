package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

const (
	climb   = 12 // how far up the tree a time expression is followed
	farWhen = 30 // how far before the cue a phrase of it may stand
)

// The ways in which a time expression may date a cue, nearest first.
const (
	datesNot  = iota
	datesVerb // it hangs from the cue's verb, or from one that governs it
	datesText // it stands in a phrase of the cue: "dans une lettre datée du 14 octobre, il reproche"
)

// clause tells how the tree lets the time expression date the cue. One of a clause
// of its own does not: "l'ancien banquier, qui a démissionné en août, s'est déclaré
// candidat", "éliminé en novembre, Juppé a affirmé"; nor one of another event:
// "assure n'avoir rien promis lors de la rencontre de la veille".
func (r *run) clause(t *doc.Timex, cue int32) int {
	for i := min(t.End, cue); i < max(t.First, cue); i++ {
		if r.tok[i].Form == ";" {
			return datesNot
		}
	}
	i := t.First
	for i < t.End-1 && r.tok[i].Head >= t.First && r.tok[i].Head < t.End {
		i++
	}
	way := datesVerb
	if r.above(i, cue) {
		return way
	}
	cased := r.hasCase(i)
	for n := 0; n < climb; n++ {
		k := &r.tok[i]
		h := k.Head
		switch {
		case r.fronted(i):
			return datesText
		case k.Deprel.Is(doc.RelAclRelcl), k.Deprel.Is(doc.RelParataxis) && r.hasTense(i), k.Deprel.Is(doc.RelAdvcl) && (h == doc.None || !r.above(h, cue)):
			return datesNot
		case k.Deprel.Is(doc.RelAcl):
			if h == doc.None || !r.tok[h].Deprel.Is(doc.RelObl) || !r.hasCase(h) {
				return datesNot
			}
			way = datesText
		}
		if h == doc.None {
			return datesNot
		}
		if r.above(h, cue) {
			if r.fronted(h) {
				return datesText
			}
			return way
		}
		if u := r.tok[h].UPOS; cased && (u == doc.NOUN || u == doc.PROPN) && k.Deprel.Is(doc.RelNmod) {
			if n := r.nounAt(h, int32(len(r.tok))); n == nil || n.Class == lang.NounAttack {
				return datesNot
			}
			way = datesText
		}
		i = h
	}
	return datesNot
}

// fronted tells whether a participle opens its sentence: "Interrogé vendredi à
// Bordeaux, Alain Juppé a affirmé".
func (r *run) fronted(i int32) bool {
	s := r.sentence(i)
	return i <= s.First+1 && r.tok[i].Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && !r.hasTense(i)
}

// above tells whether the token is the cue, or stands above it and no clause with
// a tense of its own lies between: "a dit lundi en ajoutant" is of Monday, "a
// affirmé lundi que X avait proposé" tells no day of the proposal.
func (r *run) above(i, cue int32) bool {
	for n := 0; cue != doc.None && n < climb; n++ {
		if cue == i {
			return true
		}
		k := &r.tok[cue]
		if k.Deprel.Is(doc.RelAclRelcl) || (k.Deprel.Is(doc.RelAdvcl) && k.Deprel != doc.RelAdvclCleft || k.Deprel.Is(doc.RelCcomp)) && r.hasTense(cue) {
			return false
		}
		cue = k.Head
	}
	return false
}

// hasTense tells whether the verb or one of its auxiliaries is finite.
func (r *run) hasTense(v int32) bool {
	if r.tok[v].Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
		return true
	}
	for c := r.tok[v].Child; c != doc.None; c = r.tok[c].Next {
		if r.tok[c].UPOS == doc.AUX && r.tok[c].Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return true
		}
	}
	return false
}
