package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// actOfClauses is the act of the first clause that tells one: of direct speech
// the first few are asked, of anything else only the first.
func (r *run) actOfClauses(st *statement) string {
	c := st.content[0]
	if f := c.first + 1; f < c.end && r.pieceAt(c.first) != nil && f+1 < c.end && r.punct(f+1) {
		if a, ok := r.q.Openers[r.tok[f].Norm]; ok {
			return a.Act
		}
	}
	v := r.mainVerb(c.first, min(c.end, c.first+40))
	if v == doc.None {
		return r.actOfHead(st, st.root, false)
	}
	a := r.actOfClause(st, v, c)
	for n := 0; n < 2 && a == "state" && r.in[c.first] != doc.None && v < c.end; n++ {
		next := r.sentence(v).End
		if next >= c.end || next <= v {
			break
		}
		if v = r.mainVerb(next, min(c.end, next+30)); v == doc.None {
			break
		}
		if b := r.actOfClause(st, v, stretch{next, c.end}); b == "refuse" || b == "deny" || b == "promise" || b == "ask" {
			a = b // « Rien n'est joué. Je ne céderai pas. »
		}
	}
	return a
}

// actOfClause is the act of one clause with its finite verb, or "state".
func (r *run) actOfClause(st *statement, v int32, c stretch) string {
	head := v
	if d := r.tok[v].Deprel; (d.Is(doc.RelAux) || d.Is(doc.RelCop)) && r.tok[v].Head > v {
		head = r.tok[v].Head
	}
	neg := r.negatedAt(max(c.first, v-3), v)
	switch f := r.tok[v].Feats; {
	case r.orders(v) && r.in[v] != doc.None, f.Has(doc.FeatMood, doc.MoodSub) && r.in[v] != doc.None && r.opensWish(c.first, v):
		if r.forSpeaker(c.first, min(c.end, head+4)) {
			return "ask" // « Laissez-nous travailler », « Qu'on nous rende son corps »
		}
		return "demand" // « Ne rentrez pas chez vous ! »
	case f.Has(doc.FeatTense, doc.TenseFut) && r.firstPerson(v):
		if neg {
			return "refuse"
		}
		return "promise"
	case r.hasLemma(v, lang.WordGoing) && r.firstPerson(v) && r.infinitive(v+1, r.sentence(v)) != doc.None:
		return "promise" // « Nous allons tout donner »
	case neg && r.firstPerson(v) && r.talks(head):
		return "decline" // « Nous ne commentons pas »
	case neg && r.deniesPast(st, v, c):
		return "deny"
	}
	return r.actOfHead(st, head, neg)
}

// hasLemma tells whether the lemma of the token has the word class.
func (r *run) hasLemma(i int32, w lang.QuoteWord) bool { return r.q.Words[r.tok[i].Lemma]&w != 0 }

// orders tells whether the verb is an imperative, by its mood or because a
// second person has no subject.
func (r *run) orders(v int32) bool {
	f := r.tok[v].Feats
	if f.Has(doc.FeatMood, doc.MoodImp) {
		return !r.firstPerson(v)
	}
	if !f.Has(doc.FeatPerson, doc.PersonSecond) || r.ownSubject(v) != doc.None {
		return false
	}
	for i := v - 1; i >= 0 && i > v-4; i-- {
		if r.tok[i].UPOS == doc.PRON && r.tok[i].Feats.Has(doc.FeatPerson, doc.PersonSecond) {
			return false
		}
	}
	return !r.is(v+1, lang.WordCliticSubject)
}

// deniesPast tells whether a negated clause says that something did not happen
// or is not there: "qu'il n'a rien signé", « Nous n'avons rien promis », "n'héberge
// aucun chef armé", "pas un euro n'a été versé". "Notre galaxie n'a pas connu de
// collision" denies nothing, nor does "n'a ouvert la lettre que le 6".
func (r *run) deniesPast(st *statement, v int32, c stretch) bool {
	if r.tok[v].Feats.Has(doc.FeatTense, doc.TenseFut) || r.tok[v].Feats.Has(doc.FeatMood, doc.MoodCnd) {
		return false
	}
	if r.noneAfter(v, c.end) || len(st.content) > 1 && v+3 >= c.end && r.noneAfter(st.content[1].first-1, st.content[1].end) {
		return true
	}
	part := r.pastBehind(v, c.end)
	if part == doc.None {
		return false
	}
	if r.negatorIn(c.first, v) {
		return true // "rien n'a été promis", "aucune rencontre n'avait été prévue"
	}
	if !r.negatorIn(v, min(c.end, part+3)) {
		return false
	}
	if r.firstPerson(v) {
		return true
	}
	for i := v - 1; i >= c.first && i > v-5; i-- {
		switch {
		case r.tok[i].UPOS == doc.PRON && r.is(i, lang.WordNegation|lang.WordObjectClitic|lang.WordReflexive):
		case r.tok[i].UPOS == doc.PRON && r.tok[i].Feats.Has(doc.FeatPerson, doc.PersonThird):
			return st.Rule == r.s.rules.that || r.is(i, lang.WordImpersonal)
		case r.mention[i] != doc.None:
			m := &r.d.Mentions[r.mention[i]]
			return m.Type == doc.Person && m.Kind == doc.Named && r.in[i] != doc.None
		}
	}
	return false
}

// pastBehind is the past participle of the perfect that the auxiliary makes,
// over adverbs and marks, or None: "n'avait « rien constaté »".
func (r *run) pastBehind(v, end int32) int32 {
	if !r.hasLemma(v, lang.WordPerfect) {
		return doc.None
	}
	for i := v + 1; i < end && i < v+7; i++ {
		switch {
		case r.tok[i].Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && r.tok[i].Feats.Has(doc.FeatTense, doc.TensePast):
			return i
		case r.is(i, lang.WordNegator), r.tok[i].UPOS == doc.ADV, r.punct(i) && !r.comma(i):
		default:
			return doc.None
		}
	}
	return doc.None
}

// negatorIn tells whether a word that negates together with "ne" stands in the
// stretch.
func (r *run) negatorIn(first, end int32) bool {
	for i := first; i < end; i++ {
		if r.is(i, lang.WordNegator) {
			return true
		}
	}
	return false
}

// actOfInfinitive is the act of an infinitive: "dit n'avoir rien signé" denies,
// "leur a dit de partir" orders.
func (r *run) actOfInfinitive(st *statement, e *lang.QuoteCue) string {
	c := st.content[0]
	if v := r.perfectIn(c); v != doc.None && r.negatedAt(c.first, v) {
		if p := r.pastBehind(v, c.end); r.noneAfter(v, c.end) || p != doc.None && r.negatorIn(c.first, min(c.end, p+3)) {
			return "deny" // "n'avoir « jamais parlé d'arbitrage »"
		}
	}
	if e != nil && e.To == r.q.Dative && r.linked(c.first) {
		return "demand"
	}
	return r.actOfHead(st, st.root, false)
}

// perfectIn is the infinitive of the perfect's auxiliary at the head of the
// content, or None.
func (r *run) perfectIn(c stretch) int32 {
	for i := c.first; i < c.end && i < c.first+5; i++ {
		if r.form(i) == doc.VerbFormInf {
			if r.hasLemma(i, lang.WordPerfect) {
				return i
			}
			return doc.None
		}
	}
	return doc.None
}

// linked tells whether a preposition brings the infinitive in.
func (r *run) linked(first int32) bool {
	if first > 0 && r.pieceAt(first-1) != nil {
		first--
	}
	return first > 0 && r.is(first-1, lang.WordInfinitive) && r.tok[first-1].UPOS == doc.ADP
}

// looksBack tells whether what is sworn is no deed to come.
func (r *run) looksBack(st *statement) bool {
	switch st.Rule {
	case r.s.rules.inf:
		v := r.perfectIn(st.content[0])
		return v != doc.None && r.pastBehind(v, st.content[0].end) != doc.None
	case r.s.rules.that:
		v := r.mainVerb(st.content[0].first, min(st.content[0].end, st.content[0].first+40))
		return v != doc.None && r.tok[v].Feats.Has(doc.FeatMood, doc.MoodInd) && !r.tok[v].Feats.Has(doc.FeatTense, doc.TenseFut)
	}
	return false
}

// looksAhead tells whether a clause is about a deed to come, seen from now or
// from the day it was said: "fermera", "fermerait".
func (r *run) looksAhead(st *statement) bool {
	if st.Rule != r.s.rules.that {
		return false
	}
	v := r.mainVerb(st.content[0].first, min(st.content[0].end, st.content[0].first+40))
	if v == doc.None {
		return false
	}
	if d := r.tok[v].Deprel; d.Is(doc.RelAux) && d != doc.RelAuxPass {
		return false // "aurait fermé": hearsay
	}
	return r.tok[v].Feats.Has(doc.FeatTense, doc.TenseFut) || r.tok[v].Feats.Has(doc.FeatMood, doc.MoodCnd)
}

// wordless tells whether the source is a thing that says nothing of its own
// will, as results are: what they suggest is no proposal.
func (r *run) wordless(st *statement) bool {
	if st.Speaker == doc.None || r.tok[st.Speaker].UPOS != doc.NOUN {
		return false
	}
	m := r.mention[st.Speaker]
	return m == doc.None || r.d.Mentions[m].Type == doc.NoType && r.d.Mentions[m].Kind == doc.Nominal
}

// aboutTalk tells whether what is refused is to say more: "tout commentaire",
// "de répondre".
func (r *run) aboutTalk(st *statement) bool { return st.root != doc.None && r.talks(st.root) }

func (r *run) talks(i int32) bool {
	_, ok := r.q.Talk[r.tok[i].Lemma]
	return ok
}

// opensWish tells whether a main clause of the third person is a wish or an
// order: « Qu'on nous rende son corps ».
func (r *run) opensWish(first, v int32) bool {
	for first < v && r.punct(first) {
		first++
	}
	return first < v && r.is(first, lang.WordThat)
}

// forSpeaker tells whether the deed is asked for the speaker: "aidez-nous".
func (r *run) forSpeaker(first, end int32) bool {
	for i := first; i < end; i++ {
		if r.is(i, lang.WordFirst) && (r.is(i, lang.WordObjectClitic) || r.is(i, lang.WordCliticSubject)) {
			return true
		}
	}
	return false
}
