package contact

import "readout/internal/doc"

// told notes which quotations were said by one party to the other: those of a
// party, told of in the past and not to the press, that follow the contact.
func (r *run) told() {
	if len(r.found) == 0 {
		return
	}
	for i := range r.d.Quotations {
		q := &r.d.Quotations[i]
		if i >= len(r.d.Attributions) || q.Act == "deny" || q.Act == "decline" || q.Mode == doc.Direct && len(q.Via) == 0 || len(r.d.Attributions[i].By) != 1 || q.CueToken < 0 {
			continue
		}
		s := r.d.SentenceOf(q.CueToken)
		by := r.d.Attributions[i].By[0]
		if e := r.bond(by, s); e != nil && r.past(q.CueToken) && holds(e.parties, r.d.Attributions[i].To) {
			e.told = append(e.told, int32(i))
		}
	}
}

// bond is the contact of two persons, held, that a sentence still speaks of.
func (r *run) bond(by, s int32) *event {
	for i := len(r.found) - 1; i >= 0 && i > len(r.found)-perContact; i-- {
		e := &r.found[i]
		if e.sentence > s || s-e.last > 6 || e.status != "held" || e.kind == "message" || len(e.parties) != 2 || e.again {
			continue
		}
		if e.parties[0] != by && e.parties[1] != by {
			continue
		}
		other := e.parties[0]
		if other == by {
			other = e.parties[1]
		}
		if r.d.Entities[other].Kind == doc.ActorPerson && r.d.Entities[by].Kind == doc.ActorPerson {
			return e
		}
	}
	return nil
}

// past: the words were said then, not to the reporter now.
func (r *run) past(t int32) bool {
	k := &r.d.Tokens[t]
	for c := k.Child; c != none; c = r.d.Tokens[c].Next {
		if x := &r.d.Tokens[c]; x.Deprel.Is(doc.RelAux) && x.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return x.Feats.Has(doc.FeatTense, doc.TensePres) && x.Feats.Has(doc.FeatMood, doc.MoodInd)
		}
	}
	return k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && (k.Deprel.Is(doc.RelConj) || k.Feats.Has(doc.FeatTense, doc.TensePres)) || k.Feats.Has(doc.FeatVerbForm, doc.VerbFormGer)
}
