package contact

import "readout/internal/doc"

// channel makes an event of what is said by telephone or by letter to somebody:
// "Xavier a remercié par téléphone Yves".
func (r *run) channel(t int32, kind string) {
	k := &r.d.Tokens[t]
	h := k.Head
	if h == none || !k.Deprel.Is(doc.RelObl) || r.d.Tokens[h].UPOS != doc.VERB || r.d.Dependent(t, doc.RelCase) == none {
		return
	}
	if _, known := r.w.Verbs[r.d.Tokens[h].Lemma]; known {
		return
	}
	if r.d.Dependent(t, doc.RelDet) != none && r.role(t) != "to" {
		return // "dans une lettre": the noun itself
	}
	who := r.subject(h)
	if len(who) != 1 || r.d.Entities[who[0]].Kind != doc.ActorPerson {
		return
	}
	e := event{kind: kind, token: h, sentence: r.sentence, when: none, duration: none, initiative: none, weak: true, rule: "contact.channel"}
	e.parties = append(e.parties, who...)
	for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
		x := &r.d.Tokens[c]
		to := x.Deprel.Is(doc.RelObl) && r.role(c) == "to"
		if (to || x.Deprel.Is(doc.RelObj) || x.Deprel.Is(doc.RelIobj)) && r.isPerson(c) {
			e.parties = r.people(e.parties, c)
		}
	}
	if len(e.parties) < 2 || !r.plausible(&e) {
		return
	}
	e.status = r.verbStatus(h)
	e.evidence = r.d.SpanOf(min(h, t), max(h, t)+1)
	r.complete(&e)
	r.keep(e)
}
