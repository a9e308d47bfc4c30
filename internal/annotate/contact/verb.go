package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// verb makes an event of a verb of contact, if its parties are there.
func (r *run) verb(t int32, rows []lang.ContactVerb) {
	form := "no"
	switch {
	case r.reflexive(t):
		form = "yes"
	case r.passive(t):
		form = "passive"
	}
	for _, v := range rows {
		if v.Frame == "invite" {
			r.phrases(t, func(c int32, role string) {
				if role == "to" && r.w.Nouns[r.d.Tokens[c].Lemma].Kind != "" {
					r.cover(c) // "Nous les invitons à une réunion" is no further contact of those told of
				}
			})
		}
		if v.Strength == "never" && v.Form == form {
			return // "une fillette a été retrouvée par un promeneur"
		}
		if v.Frame != "invite" && r.asked(t) {
			return
		}
		if v.Strength == "never" || v.Form != form && !(form == "passive" && v.Form == "no" && v.Frame != "place") {
			continue
		}
		kind := v.Kind
		if n := len(r.found); kind == "talks" && n > 0 && r.found[n-1].sentence == r.sentence && r.found[n-1].kind == "call" {
			kind = "call" // "A et B ont eu un appel, et C s'est entretenu avec D"
		}
		e := event{kind: kind, token: t, sentence: r.sentence, when: none, duration: none, initiative: none, weak: v.Strength == "weak", rule: "contact.verb." + v.Frame}
		r.until = r.turn(t)
		at := r.until
		if !r.frame(&e, v, form == "passive") || !r.plausible(&e) || !r.modify(&e, t) && v.Strength == "modified" {
			r.until = none
			continue
		}
		e.status = cut(e.kind, r.verbStatus(t))
		if e.weak && e.kind == "talks" && v.Frame != "mutual" && e.status == "denied" && r.negated(t) {
			r.until = none
			continue // "n'avoir consulté ni X ni Y": what was left undone
		}
		if e.status == "held" && e.kind != "visit" && r.goesOn(t) {
			e.status = "ongoing"
		}
		if v.Form == "passive" && e.status == "held" {
			e.status = "planned" // "est attendu à Rome"
		}
		if v.Frame == "invite" && (e.status == "held" || e.status == "hypothetical") {
			e.status = "proposed"
		}
		if e.kind == "meeting" && len(e.parties) > 2 && r.heads(t) {
			e.kind = "summit"
		}
		e.hearsay = r.hearsay(t)
		e.evidence, e.since = r.verbGroup(t), e.status == "held" && r.negated(t)
		r.complete(&e)
		r.until = none
		r.keepAll(e, v, form == "passive", at)
		return
	}
}

// keepAll keeps the contact of a verb, or all of them if it tells of several.
func (r *run) keepAll(e event, v lang.ContactVerb, passive bool, at int32) {
	switch who := r.subject(e.token); {
	case len(e.parties) > len(who)+1 && len(who) > 0 && r.each(e.token):
		r.apart(e, who)
	case passive:
		r.keep(e)
	default:
		r.inTurn(e, v, who, at)
	}
}

// frame finds the parties of a verb.
func (r *run) frame(e *event, v lang.ContactVerb, passive bool) bool {
	t := e.token
	who := r.subject(t)
	switch v.Frame {
	case "mutual", "assemble":
		e.parties = append(e.parties, who...)
		r.partners(e, t, "with", "between")
		if len(e.parties) == 1 {
			r.ahead(e, t)
		}
		e.alone = v.Frame == "assemble" && len(e.parties) == 1 && r.isBody(e.parties[0])
		return len(e.parties) > 1 || e.alone
	case "with":
		e.parties = append(e.parties, who...)
		r.partners(e, t, "with")
		return len(who) > 0 && len(e.parties) > len(who)
	case "object":
		return r.objectFrame(e, v, who, passive)
	case "dative":
		e.parties = append(e.parties, who...)
		if len(who) == 0 {
			return false
		}
		if o := r.d.Dependent(t, doc.RelIobj); o != none {
			e.parties = r.people(e.parties, o)
		}
		r.partners(e, t, "to")
		if len(e.parties) == len(who) { // "a raccroché au nez de X"
			r.phrases(t, func(c int32, role string) {
				if role == "to" && !r.isPlace(c) && (r.at[c] == none || r.entity[r.at[c]] == none) && r.d.Tokens[c].UPOS == doc.NOUN {
					r.phrases(c, func(p int32, role string) {
						if role == "of" && r.maySpeak(p) {
							e.parties = r.people(e.parties, p)
						}
					})
				}
			})
		}
		return len(e.parties) > len(who)
	case "place", "place-object":
		return r.placeFrame(e, v, who)
	case "invite":
		return r.inviteFrame(e, who)
	case "summon":
		o := r.object(t)
		if o == none || passive || r.summons(o) || r.ownSubject(t) != none && r.summons(r.ownSubject(t)) {
			return false
		}
		e.parties = append(e.parties, who...)
		if len(who) == 1 && r.at[o] != none && r.d.Mentions[r.at[o]].Type == doc.Person {
			e.parties = r.people(e.parties, o)
		}
		return len(e.parties) > len(who)
	case "await":
		return r.awaitFrame(e, who)
	case "send":
		return r.sendFrame(e, who)
	}
	return false
}

// partners adds the entities of the phrases with one of the roles.
func (r *run) partners(e *event, t int32, roles ...string) {
	r.phrases(t, func(c int32, role string) {
		for _, x := range roles {
			if role == x && (role != "to" || !r.isPlace(c)) {
				e.parties = r.people(e.parties, c)
			}
		}
	})
}

// object is the direct object; "lundi" after a verb is none, whatever the parser says.
func (r *run) object(t int32) int32 {
	found := none
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Deprel.Is(doc.RelObj) && !r.isTime(c) || r.d.Tokens[c].Deprel.Is(doc.RelNsubj) && r.clitic(c, t) {
			found = c
			break
		}
	}
	if found != none && (r.at[found] != none && (r.entity[r.at[found]] != none || r.d.Mentions[r.at[found]].Kind == doc.Pronoun) || r.w.Nouns[r.d.Tokens[found].Lemma].Kind != "") {
		return found
	}
	if found == none { // "recevra à dîner la ministre"
		if x := r.d.Dependent(t, doc.RelXcomp); x != none && len(r.w.Verbs[r.d.Tokens[x].Lemma]) > 0 {
			if o := r.d.Dependent(x, doc.RelObj); o != none {
				return o
			}
		}
	}
	if o := r.bareObject(t); o != none {
		return o
	}
	if k := &r.d.Tokens[t]; (found == none || r.at[found] == none) && k.Head != none && k.Head < t && (k.Deprel.Is(doc.RelAdvcl) || k.Deprel.Is(doc.RelAcl)) && r.isPerson(k.Head) && r.d.Tokens[k.Head].UPOS != doc.VERB {
		if m := r.d.Dependent(t, doc.RelMark); m != none && r.w.Links[r.d.Tokens[m].Lemma] == "that" {
			return k.Head // "X, que le président a reçu lundi", taken for a conjunction
		}
	}
	return found
}

// partitive tells whether a phrase begins with "des", which the segmenter takes
// for "de les" though no verb of meeting takes "de": "a rencontré lundi des envoyés".
func (r *run) partitive(t int32) bool {
	c, d := r.d.Dependent(t, doc.RelCase), r.d.Dependent(t, doc.RelDet)
	return c != none && d == c+1 && r.w.Links[r.d.Tokens[c].Lemma] == "of" && r.d.Tokens[d].Feats.Has(doc.FeatNumber, doc.NumberPlur) && r.d.Mentions[r.at[t]].Number == doc.NumberPlur
}

// bareObject is the phrase without a preposition after a verb that has its
// subject before it: "a reçu lundi à Rome la ministre X", where the parser took
// "lundi" for the object, or the minister for a subject.
func (r *run) bareObject(t int32) int32 {
	if s := r.ownSubject(t); s == none || s > t || r.passive(t) {
		return none
	}
	end := min(r.end(), t+12)
	for i := t + 1; i < end; i++ {
		k := &r.d.Tokens[i]
		switch {
		case k.UPOS == doc.VERB && k.Deprel.Is(doc.RelAcl) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart): // "en audience privée le président"
		case k.UPOS == doc.VERB, k.UPOS == doc.SCONJ, k.UPOS == doc.CCONJ, k.UPOS == doc.PUNCT && k.Form != ",":
			return none
		case r.at[i] == none || r.entity[r.at[i]] == none || r.isTime(i) || k.UPOS == doc.PRON || k.UPOS == doc.DET:
		case (r.d.Dependent(i, doc.RelCase) == none || r.partitive(i)) && k.Head != none && (k.Head == t || r.isTime(k.Head) || r.d.Tokens[k.Head].Deprel.Is(doc.RelAcl) && k.Head < i && k.Head > t && k.Deprel.Is(doc.RelNsubj)):
			return i
		case k.Deprel.Is(doc.RelAppos) && r.isPerson(i) && r.d.Tokens[k.Head].UPOS == doc.NOUN && (r.at[k.Head] == none || r.entity[r.at[k.Head]] == none):
			return i // "a rencontré en secret X", "a vu tour à tour X et Y"
		}
	}
	return none
}

// swapped finds subject and object where the tree has the object behind the verb
// for its subject: "Le ministre X, en déplacement à Lille, a rencontré les
// salariés", "qui a croisé X".
func (r *run) swapped(t int32) (subject, object int32) {
	subject, object = none, none
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if !r.d.Tokens[c].Deprel.Is(doc.RelNsubj) {
			continue
		}
		if c < t {
			subject = c
		} else if r.maySpeak(c) {
			object = c
		}
	}
	if h := r.d.Tokens[t].Head; subject == none && h != none && h < t && r.d.Tokens[t].Deprel.Is(doc.RelParataxis) && r.isPerson(h) && r.d.Tokens[h].UPOS != doc.VERB {
		subject = h
	}
	if h := r.d.Tokens[t].Head; subject == none && h != none && h > t && r.d.Tokens[t].Deprel.Is(doc.RelParataxis) {
		if s := r.ownSubject(h); s != none && s < t {
			subject = s // "La ministre X, a reçu Y, à qui elle a remis …"
		}
	}
	if subject == none {
		return none, none
	}
	return subject, object
}

func (r *run) objectFrame(e *event, v lang.ContactVerb, who []int32, passive bool) bool {
	t := e.token
	e.parties = append(e.parties, who...)
	if passive {
		if a := r.d.Dependent(t, doc.RelOblAgent); a != none {
			e.parties = r.people(e.parties, a)
		} else {
			r.partners(e, t, "of")
		}
		if len(e.parties) == len(who) && v.Kind == "meeting" { // "a été reçue à la préfecture"
			r.phrases(t, func(c int32, role string) {
				if m := r.at[c]; (role == "to" || role == "at") && m != none && r.entity[m] != none && len(e.parties) == len(who) && r.d.Entities[r.entity[m]].Kind == doc.ActorBody {
					e.parties = r.people(e.parties, c)
				}
			})
		}
		return len(who) > 0 && len(e.parties) > len(who)
	}
	o := r.object(t)
	if s, after := r.swapped(t); o == none && after != none {
		who, o = r.people(nil, s), after
		e.parties = append(e.parties[:0], who...)
	}
	if o == none || len(who) == 0 {
		return false
	}
	if _, contact := r.w.Nouns[r.d.Tokens[o].Lemma]; contact && r.at[o] == none {
		return false
	}
	if e.weak {
		// "appeler Moscou à cesser": a demand.
		if r.demands(t) {
			return false
		}
		asked := false
		r.phrases(t, func(c int32, role string) { asked = asked || role == "to" && !r.isPlace(c) && !r.isTime(c) })
		if asked {
			return false
		}
	}
	e.parties = r.people(e.parties, o)
	if v.Kind == "visit" {
		m := r.at[o]
		named := m != none && (r.d.Mentions[m].Kind == doc.Named || r.d.Mentions[m].Kind == doc.Role && r.d.Mentions[m].Type == doc.Organization)
		return len(e.parties) > len(who) && named || r.host(e, o, who)
	}
	return len(e.parties) > len(who)
}

// demands: "appelle Moscou à cesser", the infinitive taken for a clause of its own.
func (r *run) demands(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.UPOS != doc.VERB {
			continue
		}
		if k.Deprel.Is(doc.RelXcomp) || k.Deprel.Is(doc.RelCcomp) {
			return true
		}
		if m := r.d.Dependent(c, doc.RelMark); k.Deprel.Is(doc.RelAdvcl) && m != none && r.w.Links[r.d.Tokens[m].Lemma] == "to" {
			return true
		}
	}
	return false
}

// modify lets words beside the verb tell the kind: "par téléphone".
func (r *run) modify(e *event, t int32) bool {
	found := false
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if !k.Deprel.Is(doc.RelObl) && !k.Deprel.Is(doc.RelNmod) && !k.Deprel.Is(doc.RelAmod) && !k.Deprel.Is(doc.RelAppos) && !k.Deprel.Is(doc.RelAdvmod) {
			continue
		}
		if kind, ok := r.w.Modifiers[k.Lemma]; ok && (e.kind != "message" || kind == "message") && e.kind != "visit" {
			e.kind, found = kind, true
		}
	}
	return found || r.byChannel(e, t)
}

// byChannel looks for "par téléphone", "en visioconférence" in the words after
// the verb, whatever the parser hung it on.
func (r *run) byChannel(e *event, t int32) bool {
	if e.kind == "visit" || e.kind == "message" {
		return false
	}
	reach := int32(14)
	if e.noun {
		reach = 6
	}
	end := min(r.end(), t+reach)
	for i := t + 1; i < end; i++ {
		k := &r.d.Tokens[i]
		switch {
		case e.noun && (r.role(i) == "with" || r.role(i) == "between"):
			return false
		case k.UPOS == doc.VERB, k.UPOS == doc.SCONJ, k.UPOS == doc.PUNCT && k.Form != ",":
			return false
		case k.UPOS != doc.NOUN:
		case r.w.Modifiers[k.Lemma] == "call" && r.d.Dependent(i, doc.RelCase) != none && r.role(i) != "with":
			e.kind = "call"
			return true
		}
	}
	return false
}

// verbGroup is the verb with its auxiliaries, clitics and negation.
func (r *run) verbGroup(t int32) text.Span {
	first := t
	for c := r.d.Tokens[t].Child; c != none && c < t; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if (k.Deprel.Is(doc.RelAux) || k.Deprel.Is(doc.RelExpl) || k.Deprel.Is(doc.RelIobj) || k.UPOS == doc.PRON && k.Deprel.Is(doc.RelObj)) && c < first && t-c < 8 {
			first = c
		}
	}
	return r.d.SpanOf(first, t+1)
}
