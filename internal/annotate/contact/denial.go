package contact

import "readout/internal/doc"

// hearsay tells whether a verb is in the conditional of what others tell:
// "aurait rencontré".
func (r *run) hearsay(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none && c < t; c = r.d.Tokens[c].Next {
		if k := &r.d.Tokens[c]; k.Deprel.Is(doc.RelAux) && k.Feats.Has(doc.FeatMood, doc.MoodCnd) {
			return true
		}
	}
	return false
}

// denials lets a denial that follows decide on a contact told by hearsay: "X
// aurait rencontré Y en secret. Bakou a nié en bloc."
func (r *run) denials() {
	for i := range r.found {
		e := &r.found[i]
		for s := e.sentence + 1; e.hearsay && e.status == "held" && s <= e.sentence+4; s++ {
			if r.deniedIn(s) {
				e.status = "denied"
			}
		}
	}
}

// calledOff lets a pronoun call off the contact told of before it: "Un appel
// était prévu mardi, mais il a été annulé".
func (r *run) calledOff() {
	for i := range r.found {
		e := &r.found[i]
		if !isOpen(e.status) {
			continue
		}
		if r.turnedDown(e); !e.noun || !isOpen(e.status) {
			continue
		}
		end := r.d.Sentences[min(int(e.sentence)+1, len(r.d.Sentences)-1)].End
		for t := e.token + 1; t < end; t++ {
			k := &r.d.Tokens[t]
			if k.UPOS != doc.VERB || !r.passive(t) || r.negated(t) {
				continue
			}
			s := r.ownSubject(t)
			if status := r.governs(t); s != none && (status == "cancelled" || status == "refused") && r.d.Tokens[s].UPOS == doc.PRON && (status == "cancelled" || r.at[s] == none || r.entity[r.at[s]] == none) {
				e.status = status
				break
			}
		}
	}
}

// turnedDown lets a party turn down what was to be: "avait accepté une rencontre
// avec X, a finalement décliné l'invitation".
func (r *run) turnedDown(e *event) {
	end := r.d.Sentences[min(int(e.sentence)+2, len(r.d.Sentences)-1)].End
	r.sentence = e.sentence
	for t := e.token + 1; t < end; t++ {
		k := &r.d.Tokens[t]
		if k.UPOS != doc.VERB || r.negated(t) {
			continue
		}
		status := r.governs(t)
		if status != "refused" && status != "cancelled" {
			continue
		}
		o := r.d.Dependent(t, doc.RelObj)
		if o == none || o < t || r.d.Tokens[o].UPOS != doc.NOUN || !r.definite(o) || r.w.Nouns[r.d.Tokens[o].Lemma].Kind != "" {
			continue
		}
		if s := r.governs(o); s != "proposed" && s != "requested" {
			continue
		}
		if s := r.ownSubject(t); s != none && holds(e.parties, r.people(nil, s)) && len(r.people(nil, s)) > 0 {
			e.status = status
			return
		}
	}
}

// deniedIn tells whether a sentence denies what was told before, and nothing else.
func (r *run) deniedIn(s int32) bool {
	if int(s) >= len(r.d.Sentences) {
		return false
	}
	for t := r.d.Sentences[s].First; t < r.d.Sentences[s].End; t++ {
		k := &r.d.Tokens[t]
		if (k.UPOS == doc.ADJ || k.UPOS == doc.NOUN) && r.d.Dependent(t, doc.RelCop) != none && r.governs(t) == "denied" {
			return true // "C'est faux"
		}
		if k.UPOS != doc.VERB || k.Deprel != doc.RelRoot && !k.Deprel.Is(doc.RelParataxis) && !k.Deprel.Is(doc.RelConj) || r.negated(t) {
			continue
		}
		if r.governs(t) == "denied" && r.d.Dependent(t, doc.RelXcomp) == none && r.d.Dependent(t, doc.RelCcomp) == none {
			return true
		}
	}
	for i := range r.d.Quotations {
		q := &r.d.Quotations[i]
		if q.Act == "deny" && q.Mode != doc.Reported && q.CueToken >= r.d.Sentences[s].First && q.CueToken < r.d.Sentences[s].End && r.d.Dependent(q.CueToken, doc.RelXcomp) == none {
			return true
		}
	}
	return false
}
