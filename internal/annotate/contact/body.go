package contact

import "readout/internal/doc"

// isBody tells whether an entity is a body or group that may meet by itself.
func (r *run) isBody(e int32) bool {
	x := &r.d.Entities[e]
	for i, m := range x.Mentions {
		if i < 8 && r.w.Exclusions[r.d.Tokens[r.d.Mentions[m].Head].Lemma] == "sitting" {
			return false // a parliament or court sits
		}
	}
	return x.Kind == doc.ActorBody || x.Kind == doc.ActorGroup && len(x.Mentions) > 0 && r.d.Mentions[x.Mentions[0]].Number == doc.NumberPlur
}

// cabinet makes an event of "le conseil des ministres": the government's own
// meeting, with it as the only party, if the text names it.
func (r *run) cabinet(t int32) {
	k := &r.d.Tokens[t]
	of := none
	r.phrases(t, func(c int32, role string) {
		m := r.at[c]
		if role == "of" && r.w.Exclusions[r.d.Tokens[c].Lemma] == "cabinet" && (m == none || r.d.Mentions[m].Country == "") && r.d.Dependent(c, doc.RelNmod) == none {
			of = c
		}
	})
	if of == none || k.Head != none && k.Deprel.Is(doc.RelNmod) && r.isPerson(k.Head) { // "le président du conseil des ministres"
		return
	}
	g := r.ofOffice("government")
	if g == none {
		return
	}
	e := event{kind: "meeting", token: t, sentence: r.sentence, when: none, duration: none, initiative: none, noun: true, alone: true, rule: "contact.cabinet"}
	e.parties = []int32{g}
	r.clause(&e, t)
	e.parties = e.parties[:1]
	if h := k.Head; h != none && r.d.Tokens[h].UPOS == doc.VERB {
		e.clause = h
	}
	e.status = r.nounStatus(t)
	if e.status == "held" && e.clause != 0 {
		if s := r.tense(e.clause); s == "planned" || s == "hypothetical" {
			e.status = "planned"
		}
	}
	e.evidence = r.d.SpanOf(t, of+1)
	r.complete(&e)
	r.keep(e)
}

// ofOffice is the first entity with a mention of that office.
func (r *run) ofOffice(office string) int32 {
	for e := range r.d.Entities {
		for i, m := range r.d.Entities[e].Mentions {
			if i < 8 && r.d.Mentions[m].Office == office {
				return int32(e)
			}
		}
	}
	return none
}
