package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// noun makes an event of a noun of contact, or adds to one already met.
func (r *run) noun(t int32, n lang.ContactNoun) {
	e := event{kind: n.Kind, token: t, sentence: r.sentence, when: none, duration: none, initiative: none, noun: true, rule: "contact.noun"}
	modified := r.modifyNoun(&e, t)
	if r.isEvent(t) || r.recourse(t) || r.asked(t) || n.Strength == "modified" && !modified || n.Kind == "meeting" && (r.interview(t) || r.towards(t)) || n.Kind == "summit" && r.beside(t) || r.instead(t) {
		return
	}
	r.identify(&e, t)
	light := r.lightParties(&e, t)
	own := r.nounParties(&e, t)
	if len(e.parties) < 2 {
		before := len(e.parties)
		r.ahead(&e, t)
		own += len(e.parties) - before
	}
	within := event{}
	told := n.Kind != "message" && r.clause(&within, t) != none
	e.clause = within.clause
	further := e.kind == "call" && own == 0 && !e.bare && r.another(t)
	if len(e.parties) < 2 && n.Kind == "message" {
		r.letter(&e, t)
	}
	inContact := own > 0 && r.role(t) == "at" && r.inContact(&e, t)
	supported := inContact || modified || light || told || further || len(e.parties) > 1
	if n.Strength == "weak" && !supported && own < 2 && !(own == 1 && e.kind == "visit") && !e.definite {
		return
	}
	visitors := len(e.parties)
	if light || e.kind != "visit" {
		visitors = 1
	}
	e.weak, e.also = n.Strength == "weak" && !modified && !told && !further && !inContact, n.Also
	if modified {
		e.also = ""
	}
	if e.kind == "visit" {
		visitors = r.visitSides(&e, t, visitors, told)
	}
	r.further(&e, t)
	if (len(e.parties) < 2 || told && own == len(e.parties)) && !e.weak {
		r.clauseParties(&e, t)
	}
	if len(e.parties) == 1 && (own == 1 || light) && n.Kind != "message" && !e.weak {
		r.announcer(&e, t)
	}
	convened := n.Strength == "assembly" || n.Kind == "summit" && r.d.Tokens[t].Deprel.Is(doc.RelNsubj) && r.d.Dependent(t, doc.RelCop) == none
	e.alone = convened && !(light && r.d.Tokens[t].Deprel.Is(doc.RelObj)) && len(e.parties) == 1 && own == 1 && !told && r.isBody(e.parties[0])
	r.settle(&e, t)
	switch {
	case e.alone && r.plausible(&e): // "la réunion du Conseil de sécurité"
		r.keep(e)
	case len(e.parties) < 2:
		if !r.stranger(&e, t) {
			r.anaphor(&e)
		}
	case e.kind == "visit" && len(e.parties) <= visitors: // "leur venue", without a host
	case r.plausible(&e):
		r.keep(e)
	}
}

// settle reads status, date, place and the words of a noun's contact.
func (r *run) settle(e *event, t int32) {
	e.status = cut(e.kind, r.nounStatus(t))
	if h := r.d.Tokens[t].Head; h != none {
		e.hearsay = r.hearsay(h)
	}
	if e.goesOn && e.status == "held" {
		e.status = "ongoing"
	}
	e.evidence = r.nounGroup(t)
	r.complete(e)
	if e.kind == "visit" && e.bare && e.when == none && e.status == "held" && r.role(t) == "at" && !r.then(t) {
		e.status = "ongoing" // "X, en visite à Rome, a déclaré"
	}
}

// identify reads whether the noun takes up a contact told of before, and on
// which side of a date it lies: "au lendemain de son entrevue".
func (r *run) identify(e *event, t int32) {
	e.definite, e.bare = r.definite(t), r.d.Dependent(t, doc.RelDet) == none && r.d.Dependent(t, doc.RelNummod) == none
	if h := r.d.Tokens[t].Head; h != none && r.d.Tokens[t].Deprel.Is(doc.RelNmod) {
		switch r.w.Links[r.d.Tokens[h].Lemma] {
		case "morrow":
			e.shift = -1
		case "eve":
			e.shift = 1
		}
	}
	if r.d.Dependent(t, doc.RelCop) != none { // "C'était leur premier face-à-face"
		e.definite, e.again, e.said = true, false, true
	}
}

// visitSides finds who visits whom; it returns how many of the parties visit.
func (r *run) visitSides(e *event, t int32, visitors int, told bool) int {
	if r.visited(e) {
		return 1 // "la visite d'une école": the clause tells who came
	}
	r.visitor(e, t)
	if told && len(e.parties) == 0 {
		visitors = max(visitors, r.onVisit(e, t))
	}
	r.visitPlace(e, t)
	return visitors
}

// then tells whether a word was so at a time past: "alors en visite", "était en
// visite", "avait condamné, en visite à Rome".
func (r *run) then(t int32) bool {
	for n := 0; n < 5 && t != none; n++ {
		k := &r.d.Tokens[t]
		if k.Feats.Has(doc.FeatTense, doc.TenseImp) {
			return true
		}
		for c := k.Child; c != none; c = r.d.Tokens[c].Next {
			if x := &r.d.Tokens[c]; r.w.Links[x.Lemma] == "then" || (x.Deprel.Is(doc.RelAux) || x.Deprel.Is(doc.RelCop)) && x.Feats.Has(doc.FeatTense, doc.TenseImp) {
				return true
			}
		}
		t = k.Head
	}
	return false
}

// visited tells whether the only party is a body: it is visited.
func (r *run) visited(e *event) bool {
	return len(e.parties) == 1 && r.d.Entities[e.parties[0]].Kind == doc.ActorBody
}

// visitor: "X, en visite à Rome,": the noun hangs on its visitor, or on what he does.
func (r *run) visitor(e *event, t int32) {
	h := r.d.Tokens[t].Head
	if len(e.parties) > 0 || h == none || r.role(t) != "at" {
		return
	}
	if r.isPerson(h) {
		e.parties = r.people(e.parties, h)
	} else if r.d.Tokens[h].UPOS == doc.VERB {
		e.parties = r.subject(h)
	}
}

// modifyNoun reads the adjectives and phrases that tell kind and identity:
// "téléphonique", "par téléphone", "le précédent".
func (r *run) modifyNoun(e *event, t int32) bool {
	found := false
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if r.w.Links[k.Lemma] == "repeated" && (k.UPOS == doc.ADJ || k.UPOS == doc.NUM) {
			e.again = true
		}
		if kind, ok := r.w.Modifiers[k.Lemma]; ok && !k.Deprel.Is(doc.RelConj) && !k.Deprel.Is(doc.RelAppos) && e.kind != "message" && e.kind != "visit" && (kind == "call" || r.role(c) != "to" && !(found && e.kind == "call")) {
			e.kind, found = kind, true
		}
	}
	// "avoir une rencontre par téléphone": the phrase hangs on the verb
	if h := r.d.Tokens[t].Head; !found && h != none && r.d.Tokens[t].Deprel.Is(doc.RelObj) {
		for c := r.d.Tokens[h].Child; c != none; c = r.d.Tokens[c].Next {
			if kind, ok := r.w.Modifiers[r.d.Tokens[c].Lemma]; ok && c > t && c < t+6 && r.d.Tokens[c].Deprel.Is(doc.RelObl) && e.kind != "message" && e.kind != "visit" {
				e.kind, found = kind, true
			}
		}
	}
	if e.kind == "meeting" || e.kind == "talks" {
		found = r.byChannel(e, t) || found // "une séance de travail en visioconférence"
	}
	return found
}

// recourse: "a fait appel de la décision" is no call.
func (r *run) recourse(t int32) bool {
	k := &r.d.Tokens[t]
	return r.w.Nouns[k.Lemma].Kind == "call" && k.Deprel.Is(doc.RelObj) && k.Head != none && k.Head < t && t-k.Head < 3 && r.d.Dependent(t, doc.RelDet) == none && r.d.Dependent(t, doc.RelNummod) == none && r.d.Dependent(t, doc.RelAmod) == none
}

// asked: "a voulu savoir si elle avait eu le ministre au téléphone": a question
// tells of no contact; the answer may.
func (r *run) asked(t int32) bool {
	found := false
	for n := 0; n < 4 && t != none && !found; n++ {
		if m := r.d.Dependent(t, doc.RelMark); m != none && r.w.Links[r.d.Tokens[m].Lemma] == "if" {
			found = true
			break
		}
		t = r.d.Tokens[t].Head
	}
	if !found {
		return false
	}
	at := r.d.Tokens[t].Span
	for i := r.said(); i < len(r.d.Quotations) && i < r.quotation+perSentence; i++ {
		q := &r.d.Quotations[i]
		if q.Cue.Start > r.d.Sentences[r.sentence].Span.End {
			return false
		}
		if q.Act != "question" {
			continue
		}
		for _, c := range q.Content {
			if c.Contains(at) {
				return true
			}
		}
	}
	return false
}

// isEvent: "réunion publique", "conférence de presse" are no contacts.
func (r *run) isEvent(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if (k.Deprel.Is(doc.RelAmod) || k.Deprel.Is(doc.RelNmod)) && (r.w.Exclusions[k.Lemma] == "event" || r.w.Exclusions[k.Lemma] == "media" && k.Deprel.Is(doc.RelNmod) && r.role(c) != "") {
			return true
		}
	}
	return false
}

// beside: what is told of is not the summit in the margins of which it was.
func (r *run) beside(t int32) bool {
	h := r.d.Tokens[t].Head
	return h != none && r.d.Tokens[t].Deprel.Is(doc.RelNmod) && r.w.Links[r.d.Tokens[h].Lemma] == "beside"
}

// towards: "aller à la rencontre des élus" is no meeting.
func (r *run) towards(t int32) bool {
	h := r.d.Tokens[t].Head
	if h == none || r.role(t) != "to" {
		return false
	}
	for _, v := range r.w.Verbs[r.d.Tokens[h].Lemma] {
		if v.Frame == "place" && v.Strength == "weak" {
			return true
		}
	}
	return false
}

// interview: "dans un entretien au Morgenbote", "dans une rencontre avec la
// presse": said in it, and the partner is a body with a name.
func (r *run) interview(t int32) bool {
	if c := r.d.Dependent(t, doc.RelCase); c == none || r.w.Links[r.d.Tokens[c].Lemma] != "at" {
		return false
	}
	found := false
	r.phrases(t, func(c int32, role string) {
		m := r.at[c]
		found = found || (role == "to" || role == "with") && m != none && r.d.Mentions[m].Kind == doc.Named && r.d.Mentions[m].Type != doc.Person && !r.isPlace(c) ||
			role == "to" && m == none && r.d.Tokens[c].UPOS == doc.PROPN
	})
	return found
}

func (r *run) definite(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if r.w.Links[k.Lemma] == "such" && c < t {
			return true // "un tel coup de téléphone"
		}
		if k.Deprel.Is(doc.RelDet) && !(k.Feats.Has(doc.FeatDefinite, doc.DefiniteInd) && r.d.Tokens[c+1].Deprel.Is(doc.RelAmod) && r.w.Links[r.d.Tokens[c+1].Lemma] == "such") {
			return k.Feats.Has(doc.FeatDefinite, doc.DefiniteDef) || k.Feats.Has(doc.FeatPronType, doc.PronTypeDem) || k.Feats.Get(doc.FeatPoss) != 0
		}
	}
	return false
}

// nounGroup is the noun with its determiner and adjectives.
func (r *run) nounGroup(t int32) text.Span {
	first, end := t, t+1
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.Deprel.Is(doc.RelDet) || k.Deprel.Is(doc.RelNummod) || k.Deprel.Is(doc.RelAmod) {
			if c < first && t-c < 6 {
				first = c
			}
			if c == end {
				end = c + 1
			}
		}
	}
	return r.d.SpanOf(first, end)
}

// instead tells whether the noun is what is set aside: "des contacts plutôt que
// des pourparlers directs", "au lieu d'un sommet".
func (r *run) instead(t int32) bool {
	first := r.d.Sentences[r.sentence].First
	for i := t - 1; i >= first && i >= t-4; i-- {
		switch k := &r.d.Tokens[i]; {
		case r.w.Links[k.Lemma] == "instead":
			return true
		case k.UPOS == doc.VERB || k.UPOS == doc.PUNCT:
			return false
		}
	}
	return false
}
