package contact

import "readout/internal/doc"

// plausible drops interviews, speeches and contacts of somebody with himself.
func (r *run) plausible(e *event) bool {
	if len(e.parties) < 2 && !e.alone || len(e.parties) > 30 {
		return false
	}
	for _, p := range e.parties {
		if r.excluded(p) {
			return false
		}
	}
	if r.sport(e) {
		return false
	}
	if !e.weak {
		return true
	}
	for _, p := range e.parties {
		// "un contact entre un haut responsable et un ministre" in general
		if x := &r.d.Entities[p]; e.noun && x.Kind == doc.ActorAnonymous && len(x.Mentions) == 1 && !e.definite {
			return false
		}
	}
	if s := r.above(e.token); !e.noun && (s == "requested" || s == "refused") && r.d.Dependent(e.token, doc.RelXcomp) == none && r.d.Dependent(e.token, doc.RelCcomp) == none {
		return true // "ont demandé à voir le ministre"
	}
	for _, p := range e.parties {
		if k := r.d.Entities[p].Kind; !e.noun && (e.kind == "call" || e.kind == "meeting") && k != doc.ActorPerson && !(k == doc.ActorGroup && r.ofPeople(p)) {
			return false
		}
	}
	return true
}

// ofPeople tells whether a group is one of persons: "les dirigeants de la banque".
func (r *run) ofPeople(p int32) bool {
	x := &r.d.Entities[p]
	return len(x.Mentions) > 0 && r.d.Mentions[x.Mentions[0]].Type == doc.Person
}

// excluded tells whether an entity is the press or a crowd.
func (r *run) excluded(p int32) bool {
	x := &r.d.Entities[p]
	for i, m := range x.Mentions {
		if i > 8 {
			break
		}
		h := r.d.Mentions[m].Head
		if c := r.w.Exclusions[r.d.Tokens[h].Lemma]; c == "media" || c == "audience" || r.d.Mentions[m].Office == "media" {
			return true
		}
		for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
			if t := &r.d.Tokens[c]; (t.Deprel.Is(doc.RelAppos) || t.Deprel.Is(doc.RelNmod)) && x.Kind == doc.ActorBody && r.w.Exclusions[t.Lemma] == "media" && r.role(c) == "" {
				return true
			}
		}
	}
	return false
}

// sport tells whether teams or states meet on a field: "l'équipe suédoise
// rencontrera le Brésil", "la France recevra l'Italie en demi-finale".
func (r *run) sport(e *event) bool {
	if e.noun || e.kind != "meeting" && e.kind != "visit" || e.alone {
		return false
	}
	team, towns := false, true
	for _, p := range e.parties {
		switch x := &r.d.Entities[p]; {
		case x.Kind == doc.ActorPerson && len(x.Members) == 0:
			return false
		case len(x.Mentions) > 0 && r.w.Exclusions[r.d.Tokens[r.d.Mentions[x.Mentions[0]].Head].Lemma] == "team":
			team = true
		}
		x := &r.d.Entities[p]
		towns = towns && len(x.Mentions) > 0 && r.d.Mentions[x.Mentions[0]].Type == doc.Location && r.d.Mentions[x.Mentions[0]].Kind == doc.Named && x.Kind != doc.ActorState
	}
	if team || towns { // "Nantes recevra Lens"
		return true
	}
	s := r.d.Sentences[r.sentence]
	for t := s.First; t < s.End; t++ {
		if r.w.Exclusions[r.d.Tokens[t].Lemma] == "match" {
			return true
		}
	}
	return false
}
