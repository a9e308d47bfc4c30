package contact

import "readout/internal/doc"

// channel makes an event of what is said by telephone or by letter to somebody:
// "Xavier a remercié par téléphone Yves". It tells whether it did.
func (r *run) channel(t int32, kind string) bool {
	k := &r.d.Tokens[t]
	h := k.Head
	if h == none || !k.Deprel.Is(doc.RelObl) && !k.Deprel.Is(doc.RelNmod) || r.d.Dependent(t, doc.RelCase) == none {
		return false
	}
	for n := 0; n < 3 && r.d.Tokens[h].UPOS != doc.VERB; n++ { // "lui a promis son soutien par téléphone", hung on the support
		if h = r.d.Tokens[h].Head; h == none {
			return false
		}
	}
	if _, known := r.w.Verbs[r.d.Tokens[h].Lemma]; known || r.d.Tokens[h].UPOS != doc.VERB {
		return false
	}
	if r.d.Dependent(t, doc.RelDet) != none && r.role(t) != "to" {
		return false // "dans une lettre": the noun itself
	}
	who := r.subject(h)
	if r.passive(h) || r.d.Tokens[h].Deprel.Is(doc.RelAcl) {
		if a := r.d.Dependent(h, doc.RelOblAgent); a != none {
			who = append(r.people(nil, a), who...)
		}
	}
	if len(who) == 0 || len(who) > 2 || r.d.Entities[who[0]].Kind == doc.ActorAnonymous {
		return false
	}
	e := event{kind: kind, token: h, sentence: r.sentence, when: none, duration: none, initiative: none, rule: "contact.channel"}
	e.parties = append(e.parties, who...)
	for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
		x := &r.d.Tokens[c]
		to := x.Deprel.Is(doc.RelObl) && r.role(c) == "to"
		if (to || x.Deprel.Is(doc.RelObj) || x.Deprel.Is(doc.RelIobj)) && r.maySpeak(c) {
			e.parties = r.people(e.parties, c)
		}
	}
	if len(e.parties) == 1 {
		e.parties = r.addressed(e.parties, h)
	}
	if len(e.parties) == 1 {
		for c := t + 1; c < t+4 && c < r.d.Sentences[r.sentence].End; c++ { // "par lettre le médiateur X", hung on the letter
			if x := &r.d.Tokens[c]; x.Head == t && r.maySpeak(c) && (r.role(c) == "" || r.role(c) == "to") {
				e.parties = r.people(e.parties, c)
			}
		}
	}
	if len(e.parties) < 2 || !r.plausible(&e) {
		return false
	}
	e.status = r.verbStatus(h)
	if e.status != "denied" && e.status != "planned" {
		e.status = "held" // "a demandé par lettre à X": the letter was sent
	}
	e.evidence = r.d.SpanOf(min(h, t), max(h, t)+1)
	r.complete(&e)
	r.keep(e)
	return true
}

// maySpeak tells whether a phrase is somebody who may be written to.
func (r *run) maySpeak(t int32) bool {
	m := r.at[t]
	if m == none || r.isTime(t) {
		return false
	}
	e := r.entity[m]
	if e == none {
		return r.d.Mentions[m].Kind == doc.Pronoun && r.speaker(t) != nil
	}
	switch x := &r.d.Entities[e]; x.Kind {
	case doc.ActorPerson, doc.ActorState:
		return true
	case doc.ActorBody, doc.ActorGroup:
		return r.d.Mentions[m].Kind != doc.Nominal || r.d.Mentions[m].Type == doc.Person || len(x.Members) > 0
	}
	return false
}

// addressed adds whom the words under a verb of saying were said to.
func (r *run) addressed(out []int32, h int32) []int32 {
	for i := r.said(); i < len(r.d.Quotations) && i < len(r.d.Attributions) && i < r.quotation+perSentence; i++ {
		if r.d.Quotations[i].CueToken == h {
			for _, x := range r.d.Attributions[i].To {
				out = add(out, x)
			}
		}
	}
	return out
}
