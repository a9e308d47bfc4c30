package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// mostTurns bounds how many contacts one verb may tell of.
const mostTurns = 6

// turn is where a verb begins to tell of a further contact of its subject: at
// "puis" in "a reçu lundi A, puis B", at the second "avec" in "s'est entretenu
// avec A le 9 mars, avec B le lendemain"; none if it tells of one only.
func (r *run) turn(t int32) int32 {
	end := min(r.d.Sentences[r.sentence].End, t+50)
	party, cased := none, none
	if r.d.Tokens[t].UPOS != doc.VERB {
		party, cased = t, r.d.Dependent(t, doc.RelCase)
	}
	for i := t + 1; i < end; i++ {
		k := &r.d.Tokens[i]
		switch {
		case k.UPOS == doc.VERB && !k.Deprel.Is(doc.RelAcl), k.UPOS == doc.SCONJ, k.UPOS == doc.PUNCT && (k.Form == ";" || k.Form == ":"), k.UPOS == doc.PRON && r.isClass(i, lang.PronounRelative):
			return none
		case r.w.Links[k.Lemma] == "next" && party != none:
			return i
		case k.UPOS == doc.ADP && k.Head > i && r.d.Tokens[i-1].Form == "," && cased != none && r.d.Tokens[cased].Lemma == k.Lemma && r.w.Links[k.Lemma] != "of" && r.dated(party, i):
			return i - 1
		case k.UPOS == doc.ADP && k.Head > i && party != none && r.isPlace(party) && r.isPlace(k.Head) && r.toPlace(k.Lemma) && (r.d.Tokens[i-1].Form == "," || r.d.Tokens[i-1].UPOS == doc.CCONJ):
			return i - 1 // "à Rome, à Athènes et en Turquie"
		case r.at[i] != none && !r.isTime(i) && (r.isPlace(i) || r.maySpeak(i)) && k.UPOS != doc.DET:
			if party = i; cased == none {
				cased = r.d.Dependent(i, doc.RelCase)
			}
		}
	}
	return none
}

func (r *run) toPlace(lemma string) bool {
	role := r.w.Links[lemma]
	return role == "to" || role == "at"
}

// dated tells whether a time expression stands between two words.
func (r *run) dated(a, b int32) bool {
	for i := a + 1; i < b && a != none; i++ {
		if r.isTime(i) {
			return true
		}
	}
	return false
}

// inTurn keeps the contact of a verb, and the further ones that begin at one of
// its words; the only date of the sentence is that of all: "à Rome et à Athènes en juin".
func (r *run) inTurn(e event, v lang.ContactVerb, who []int32, at int32) {
	end := r.d.Sentences[r.sentence].End
	shared := none
	if at != none && e.when == none {
		if shared = r.onlyDate(&e, r.d.Sentences[r.sentence]); shared != none && r.dateIn(at, end, none) == shared && r.w.Links[r.d.Tokens[at].Lemma] == "next" {
			shared = none // "ira à Rome, puis à Athènes en juin"
		}
		e.when = shared
	}
	r.keep(e)
	for n := 0; n < mostTurns && at != none && len(who) > 0; n++ {
		t := r.target(v, at)
		if t == none {
			return
		}
		x := e
		x.parties = append([]int32(nil), who...)
		x.place, x.duration, x.shift = span{}, none, 0
		if v.Frame == "place" {
			r.host(&x, t, who)
		} else {
			x.parties = r.people(x.parties, t)
		}
		next := r.turn(t)
		if x.when = r.dateIn(at, min(end, t+8), next); x.when == none {
			x.when = shared
		}
		if len(x.parties) > len(who) && r.plausible(&x) {
			x.last = x.sentence
			r.byDate(&x)
			r.keep(x)
		}
		at = next
	}
}

// target is the next party or place behind a word that opens a further contact.
func (r *run) target(v lang.ContactVerb, at int32) int32 {
	end := min(r.d.Sentences[r.sentence].End, at+14)
	for i := at + 1; i < end; i++ {
		k := &r.d.Tokens[i]
		if k.UPOS == doc.VERB || k.UPOS == doc.SCONJ {
			return none
		}
		if r.at[i] == none || r.isTime(i) || k.UPOS == doc.DET {
			continue
		}
		role := r.role(i)
		switch v.Frame {
		case "place":
			if r.isPlace(i) && (role == "to" || role == "at") {
				return i
			}
		case "mutual", "with":
			if r.maySpeak(i) && role == "with" {
				return i
			}
		case "object":
			if r.maySpeak(i) && role == "" {
				return i
			}
		case "dative":
			if r.maySpeak(i) && role == "to" {
				return i
			}
		}
	}
	return none
}

// dateIn is the first date between two words, and before a third if it is one.
func (r *run) dateIn(a, b, before int32) int32 {
	for i := r.timex; i < len(r.d.Timexes) && r.d.Timexes[i].First < b; i++ {
		if x := &r.d.Timexes[i]; x.First >= a && (before == none || x.First < before) && x.Kind != doc.Duration && x.Kind != doc.Repeated && x.Value != "" {
			return int32(i)
		}
	}
	return none
}

// each tells whether a verb tells of as many contacts as it has objects: "a reçu
// séparément A et B", "tour à tour".
func (r *run) each(t int32) bool {
	end := min(r.d.Sentences[r.sentence].End, t+4)
	for i := t + 1; i < end; i++ {
		if r.w.Links[r.d.Tokens[i].Lemma] == "each" {
			return true
		}
	}
	return false
}

// apart keeps one contact for each of those whom somebody met one after the other.
func (r *run) apart(e event, who []int32) {
	for _, p := range e.parties {
		if holds(who, []int32{p}) {
			continue
		}
		x := e
		x.parties = append(append([]int32(nil), who...), p)
		r.keep(x)
	}
}
