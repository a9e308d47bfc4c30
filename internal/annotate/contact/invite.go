package contact

import "readout/internal/doc"

// inviteFrame: "Il a invité son homologue à Edirne", "à une réunion", "à
// assister au défilé" propose a contact; an invitation to do something else is a
// demand.
func (r *run) inviteFrame(e *event, who []int32) bool {
	o := r.object(e.token)
	if o == none {
		o = r.d.Dependent(e.token, doc.RelIobj)
	}
	if o == none || len(who) == 0 {
		return false
	}
	e.parties = r.people(append(e.parties, who...), o)
	if len(e.parties) <= len(who) {
		return false
	}
	found := false
	r.phrases(e.token, func(c int32, role string) {
		switch {
		case role != "to" && role != "at":
		case r.isTown(c):
			found = true
			e.place = nameOf(&r.d.Mentions[r.at[c]])
			if r.d.Mentions[r.at[c]].Country != "" {
				e.kind = "visit"
			}
		case role == "to" && r.bids(e, c):
			found = true
		}
	})
	return found || r.invitedTo(e)
}

// bids: "inviter à une réunion", "à des pourparlers": the noun tells the kind.
func (r *run) bids(e *event, c int32) bool {
	n, ok := r.w.Nouns[r.d.Tokens[c].Lemma]
	if !ok || n.Strength == "never" || n.Kind == "message" || n.Kind == "call" {
		return false
	}
	e.kind = n.Kind
	r.cover(c)
	return true
}

// invitedTo reads the verb of an invitation: "à se rendre à Rome", "à assister à".
func (r *run) invitedTo(e *event) bool {
	for c := r.d.Tokens[e.token].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.UPOS != doc.VERB || !k.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) || !k.Deprel.Is(doc.RelXcomp) && !k.Deprel.Is(doc.RelAdvcl) {
			continue
		}
		if r.w.Light[k.Lemma] == "attend" {
			r.phrases(c, func(p int32, role string) {
				if role == "to" && !r.bids(e, p) {
					e.kind = "visit" // "à assister au défilé"
				}
			})
			return true
		}
		for _, v := range r.w.Verbs[k.Lemma] {
			if v.Kind == "visit" && (v.Form == "yes") == r.reflexive(c) {
				e.kind = "visit"
				r.phrases(c, func(p int32, role string) {
					if (role == "to" || role == "at") && r.isPlace(p) {
						e.place = nameOf(&r.d.Mentions[r.at[p]])
					}
				})
				r.cover(c)
				return true
			}
		}
	}
	return false
}

// awaitFrame: "attend le ministre à Caracas la semaine prochaine": who expects
// somebody at a place or on a day will be visited.
func (r *run) awaitFrame(e *event, who []int32) bool {
	t := e.token
	o := r.object(t)
	if o == none || len(who) == 0 || !r.isPerson(o) || r.at[o] == none || r.d.Mentions[r.at[o]].Kind == doc.Nominal {
		return false
	}
	e.parties = r.people(append(e.parties, who...), o)
	fixed := false
	r.phrases(t, func(c int32, role string) {
		if (role == "to" || role == "at") && r.isPlace(c) {
			fixed = true
			e.place = nameOf(&r.d.Mentions[r.at[c]])
		}
		fixed = fixed || r.isTime(c)
	})
	for c := r.d.Tokens[t].Child; c != none && !fixed; c = r.d.Tokens[c].Next {
		fixed = c > t && r.isTime(c)
	}
	return fixed && len(e.parties) > len(who)
}

// summons tells whether a word is of the law or of diplomacy: to be called in
// by a judge, or as an ambassador, is no contact.
func (r *run) summons(t int32) bool {
	is := func(t int32) bool {
		c := r.w.Exclusions[r.d.Tokens[t].Lemma]
		return c == "summons" || c == "sitting"
	}
	if is(t) {
		return true
	}
	m := r.at[t]
	if m == none || r.entity[m] == none {
		return false
	}
	for i, x := range r.d.Entities[r.entity[m]].Mentions {
		if i < 8 && is(r.d.Mentions[x].Head) {
			return true
		}
	}
	return false
}

// cover keeps a word from making a contact of its own.
func (r *run) cover(t int32) { r.covered = append(r.covered, t) }

func (r *run) isCovered(t int32) bool {
	for _, c := range r.covered {
		if c == t {
			return true
		}
	}
	return false
}
