package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// walk goes once through the text and gives every mention without a name its
// entity, by the entities spoken of just before.
func (r *run) walk() {
	first, end, after := r.headline()
	s := int32(0)
	for i, m := range r.order {
		if i == after {
			r.late = true
			for _, h := range r.order[first:end] {
				r.meet(h)
			}
			r.late = false
		}
		if i >= first && i < end {
			continue
		}
		x := &r.d.Mentions[m]
		if x.Head < 0 || int(x.Head) >= len(r.d.Tokens) {
			continue
		}
		for int(s)+1 < len(r.d.Sentences) && r.d.Sentences[s].End <= x.Head {
			s++
		}
		r.sentence = s
		r.meet(m)
	}
}

// meet gives one mention its entity and remembers that it was spoken of.
func (r *run) meet(m int32) {
	c := r.clusterOf(m)
	if c == none && r.isThing(m) {
		return
	}
	if c == none {
		c = r.resolve(m)
	} else {
		c = r.adopt(m, c)
	}
	if c == none {
		return
	}
	r.predicate(m, c)
	r.touch(c, m)
	r.coordinated(m, c)
	if r.late {
		return
	}
	_, speaks := r.speaks[m]
	if speaks && !r.inside[r.d.Mentions[m].Head] {
		r.speaker = c
	}
	if (speaks || r.reports[m]) && r.clusters[c].kind != doc.ActorPerson && r.clusters[c].kind != doc.ActorState {
		r.source = c
	}
}

// leadSentences is how much of the text a headline is read after.
const leadSentences = 2

// headline is the run of mentions in the title, and the place in the order
// after which they are read: a title sums up what the lead then says in full, so
// that "Entretien de la ministre avec son homologue" means the people of the
// lead. Without a lead the title is read in its place.
func (r *run) headline() (first, end, after int) {
	lead, last := 0, none
	for i, m := range r.order {
		h := r.d.Mentions[m].Head
		if h < 0 || int(h) >= len(r.d.Tokens) {
			continue
		}
		s := r.d.SentenceOf(h)
		if s == none {
			continue
		}
		switch r.blockKind(s) {
		case doc.Title:
			if end == i {
				end = i + 1
				continue
			}
		case doc.Body:
			if s != last {
				lead, last = lead+1, s
			}
			if lead > leadSentences {
				return first, end, i
			}
		}
	}
	return 0, 0, 0
}

// inTitle tells whether a token stands in the headline.
func (r *run) inTitle(t int32) bool {
	s := r.d.SentenceOf(t)
	return s != none && r.blockKind(s) == doc.Title
}

// isThing tells whether a mention is of no actor: a noun phrase of no known
// kind that neither speaks nor is spoken to ("la guerre", "mercredi").
func (r *run) isThing(m int32) bool {
	x := &r.d.Mentions[m]
	if x.Unnamed || x.Kind == doc.Pronoun || r.hasName(m) {
		return false
	}
	t := &r.d.Tokens[x.Head]
	if x.Kind == doc.Role && x.Number != doc.NumberPlur && x.End == x.First+1 && r.determiner(x.Head) == detNone && t.Deprel.Is(doc.RelObl) && r.d.Dependent(x.Head, doc.RelCase) != none {
		_, speaks := r.speaks[m]
		return !speaks // "mis en garde"
	}
	attribute := t.Deprel.Is(doc.RelXcomp) || (t.Deprel.Is(doc.RelObj) || t.Deprel == doc.RelOblMod) && x.Type == doc.Person && !r.inTitle(x.Head)
	if x.Kind == doc.Role && x.Number != doc.NumberPlur && attribute && r.determiner(x.Head) == detNone && r.caseOf(x.Head) == "" {
		return true // "s'est déclaré candidat"
	}
	if x.Kind != doc.Nominal || x.Type != doc.NoType {
		return false
	}
	if _, ok := r.speaks[m]; ok || r.told[m] {
		return false
	}
	lemma := r.d.Tokens[x.Head].Lemma
	if r.w.Is(lemma, "document") {
		return true
	}
	return len(r.w.Anaphors[lemma]) == 0 && !r.mayAct(m)
}

// mayAct tells whether a mention is of several who do something, whoever they
// are: "Les personnels ont reconduit la grève. Ils …".
func (r *run) mayAct(m int32) bool {
	x := &r.d.Mentions[m]
	t := &r.d.Tokens[x.Head]
	return x.Number == doc.NumberPlur && t.UPOS == doc.NOUN && t.Deprel == doc.RelNsubj && r.quote[x.Head] == none && r.determiner(x.Head) != detNone
}

// resolve finds or opens the entity of a mention that bears no name.
func (r *run) resolve(m int32) int32 {
	x := &r.d.Mentions[m]
	if x.Kind == doc.Nominal && r.d.Tokens[x.Head].UPOS == doc.PRON && r.isBoth(m) {
		if c := r.lastPlural(lang.PronounForm{}); c != none {
			r.join(m, c, "coref.both")
			return c
		}
	}
	if x.Kind == doc.Pronoun {
		r.pronoun[m] = r.reading(m)
		c, why := r.pronounOf(m)
		if c != none {
			r.join(m, c, why)
			r.learn(c, m)
		}
		return c
	}
	if c := r.apposed(m); c != none {
		r.join(m, c, "coref.apposition")
		r.note(c, m)
		return c
	}
	if c, why := r.nounOf(m); c != none {
		r.join(m, c, why)
		r.note(c, m)
		r.notePeer(c, m, why)
		return c
	}
	if c := r.again(m); c != none {
		r.join(m, c, "coref.again")
		r.note(c, m)
		return c
	}
	if c := r.fromTitle(m); c != none {
		r.join(m, c, "coref.title.noun")
		r.note(c, m)
		return c
	}
	return r.openNoun(m)
}

// notePeer gives the one found for "son homologue" the office of the other.
func (r *run) notePeer(c, m int32, why string) {
	k := &r.clusters[c]
	if o := r.ownerOf(m); why == "coref.counterpart" && o != none && k.office == "" {
		k.office = r.clusters[o].office
	}
}

// isBoth: "ni l'un ni l'autre", which the mention stage takes for nouns.
func (r *run) isBoth(m int32) bool {
	for _, p := range r.w.Pronouns[strings.ToLower(r.d.Words(r.d.Mentions[m].Span))] {
		if p.Class == lang.PronounBoth {
			return true
		}
	}
	return false
}

// learn takes the gender of a personal pronoun over to its entity.
func (r *run) learn(c, m int32) {
	k := &r.clusters[c]
	if p := r.pronoun[m]; k.gender == 0 && p.Class == lang.PronounSubject && p.Number == doc.NumberSing {
		k.gender = p.Gender
	}
}

// openNoun makes a new entity of an unnamed noun phrase.
func (r *run) openNoun(m int32) int32 {
	x := &r.d.Mentions[m]
	c := r.open(m, "coref.first")
	k := &r.clusters[c]
	k.full, k.head, k.plural = x.Span, r.d.Tokens[x.Head].Lemma, x.Number == doc.NumberPlur || r.d.Tokens[x.Head].UPOS == doc.SYM
	k.owner = r.ownerOf(m)
	switch {
	case x.Unnamed:
		k.kind = doc.ActorAnonymous
	case x.Type == doc.Location || r.w.Is(k.head, "part") && x.Country != "":
		k.kind, k.state = doc.ActorState, r.w.Is(k.head, "part")
		if _, ok := r.states[x.Country]; !ok && x.Country != "" {
			r.states[x.Country] = c
		}
	case k.plural:
		k.kind = doc.ActorGroup
	case x.Type == doc.Organization || r.isBody(k.head):
		k.kind = doc.ActorBody
	case x.Type == doc.Person || x.Kind == doc.Role || r.w.Is(k.head, "person") || r.w.Is(k.head, "counterpart") || r.w.Is(k.head, "interlocutor"):
		k.kind = doc.ActorPerson
	default:
		k.kind = doc.ActorGroup
	}
	k.settled = true
	_, speaks := r.speaks[m]
	k.thing = !speaks && x.Kind == doc.Nominal && x.Type == doc.NoType && (!x.Unnamed || r.d.Tokens[x.Head].UPOS == doc.PRON)
	r.note(c, m)
	if k.owner != none && r.w.Is(k.head, "counterpart") {
		o := &r.clusters[r.find(k.owner)]
		k.office, k.role, k.peer = o.office, text.Span{}, k.owner
	}
	if key := r.phraseKey(m); key != "" {
		r.phrases[key] = c
	}
	if s := r.d.SentenceOf(x.Head); s != none && r.blockKind(s) == doc.Title && len(r.titled) < window {
		r.titled = append(r.titled, c)
	}
	return c
}

// isBody tells whether a noun names a kind of body.
func (r *run) isBody(lemma string) bool {
	for _, k := range r.w.Anaphors[lemma] {
		if len(k) > 5 && k[:5] == "body-" {
			return true
		}
	}
	return false
}

// ownerOf is the entity of the possessive determiner of a mention, or of the
// person its complement names ("le porte-parole d'Aldinger").
func (r *run) ownerOf(m int32) int32 {
	h := r.d.Mentions[m].Head
	for c := range r.children(h) {
		t := &r.d.Tokens[c]
		if t.Deprel.Is(doc.RelDet) || t.Deprel.Is(doc.RelNmodPoss) {
			if p := r.at[c]; p != none && r.d.Mentions[p].Kind == doc.Pronoun {
				return r.clusterOf(p)
			}
		}
	}
	for c := range r.children(h) {
		if r.d.Tokens[c].Deprel.Is(doc.RelNmod) {
			if p := r.at[c]; p != none && r.hasName(p) {
				return r.clusterOf(p)
			}
		}
	}
	return none
}

func sameGender(a, b uint8) bool { return a == 0 || b == 0 || a == b }

func sameCountry(a, b string) bool { return a == "" || b == "" || a == b }

// sameOffice tells whether one office is the other or a kind of it: minister,
// minister.defence.
func sameOffice(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == "" || a == b || len(b) > len(a) && b[:len(a)] == a && b[len(a)] == '.'
}

// mayTake tells whether a phrase with one office may take up the holder of
// another: "le dirigeant" a president.
func (r *run) mayTake(phrase, office string) bool {
	if sameOffice(phrase, office) {
		return true
	}
	for _, o := range r.w.Offices[phrase] {
		if sameOffice(o, office) {
			return true
		}
	}
	return false
}

// office is the office of a mention, without words like "homologue".
func (r *run) office(m int32) string {
	o := r.d.Mentions[m].Office
	if r.w.Relative[o] {
		return ""
	}
	return o
}
