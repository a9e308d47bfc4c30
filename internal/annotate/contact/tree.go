package contact

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// role is what the preposition of a phrase makes of it: with, between, of, to,
// at; "" if it has none.
func (r *run) role(t int32) string {
	c := r.d.Dependent(t, doc.RelCase)
	if c == none || r.fixed(c) { // "d'après le journal" is no party
		return ""
	}
	return r.w.Links[r.d.Tokens[c].Lemma]
}

// reflexive tells whether a verb has "se".
func (r *run) reflexive(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.UPOS != doc.PRON || c > t {
			continue
		}
		own := len(r.pronouns[k.Norm]) == 0 // not in the table: as it is tagged
		for _, p := range r.pronouns[k.Norm] {
			if p.Class == lang.PronounReflexive {
				return true
			}
			// "je me suis entretenu", but not "ils viennent de m'appeler"
			s := r.ownSubject(t)
			if s == c {
				continue // "nous invitons"
			}
			own = own || s != none && p.Person != 3 && r.d.Tokens[s].Feats.Get(doc.FeatPerson) == p.Person
		}
		if own && k.Feats.Get(doc.FeatReflex) != 0 {
			return true
		}
	}
	return false
}

// reflexiveForm tells whether a pronoun is written as a reflexive.
func (r *run) reflexiveForm(c int32) bool {
	for _, p := range r.pronouns[r.d.Tokens[c].Norm] {
		if p.Class == lang.PronounReflexive {
			return true
		}
	}
	return false
}

func (r *run) passive(t int32) bool {
	if k := &r.d.Tokens[t]; k.Deprel.Is(doc.RelAcl) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && r.d.Dependent(t, doc.RelOblAgent) != none && r.d.Dependent(t, doc.RelAux) == none {
		return true // "X, reçue mardi par Y, s'est dite rassurée"
	}
	return r.d.Dependent(t, doc.RelAuxPass) != none || r.d.Dependent(t, doc.RelNsubjPass) != none
}

// negated tells whether a verb stands under a negation.
func (r *run) negated(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Feats.Has(doc.FeatPolarity, doc.PolarityNeg) {
			return true
		}
	}
	return false
}

// subject is who does what a verb says: its own subject, that of the verb it is
// coordinated with or depends on, or the noun that a participle follows.
func (r *run) subject(t int32) []int32 {
	for n := 0; n < 6 && t != none; n++ {
		if c := r.ownSubject(t); c != none {
			if a := r.antecedents(t, c); a != none {
				c = a
			}
			return r.people(nil, c)
		}
		k := &r.d.Tokens[t]
		h := k.Head
		switch k.Deprel.Base() {
		case doc.RelXcomp:
			if c := r.controller(t, h); c != nil {
				return c
			}
		case doc.RelParataxis:
			// "X et Y ont convenu …, a rapporté la chaîne", where the tree gives
			// their phrase to the verb of saying
			if h == none || h < t {
				return nil
			}
			if s := r.ownSubject(h); s != none && s < t {
				return r.people(nil, s)
			}
			return nil
		case doc.RelAcl:
			if h == none {
				return nil
			}
			if r.d.Tokens[h].UPOS != doc.VERB && r.at[h] != none && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) {
				return r.people(nil, h)
			}
		case doc.RelAdvmod: // "avant de recevoir X", hung on the preposition
			if k.UPOS != doc.ADP && k.UPOS != doc.ADV {
				return nil
			}
		case doc.RelConj, doc.RelAdvcl, doc.RelCcomp, doc.RelObl, doc.RelNmod, doc.RelObj, doc.RelCsubj:
		default:
			return nil
		}
		if h != none && h < t {
			h = r.teller(t, h)
		}
		t = h
	}
	return nil
}

// controller is who does what an infinitive says under a verb that lets, asks
// or tells somebody do it: "lui a permis de rencontrer X", "a conseillé à Y de
// se rendre à Rome"; nil if the subject of the verb itself does it.
func (r *run) controller(t, h int32) []int32 {
	if h == none {
		return nil
	}
	s := r.governs(h)
	if r.passive(h) {
		if o := r.d.Dependent(h, doc.RelIobj); o != none { // "Il lui est reproché d'avoir négocié avec X"
			return r.people(nil, o)
		}
	}
	if s == "proposed" || s == "requested" {
		if o := r.d.Dependent(h, doc.RelObj); o != none {
			return r.people(nil, o)
		}
	}
	m := r.d.Dependent(t, doc.RelMark)
	if m == none || r.w.Links[r.d.Tokens[m].Lemma] != "of" || s == "planned" || s == "denied" {
		return nil // "a promis à X de recevoir Y"
	}
	if o := r.d.Dependent(h, doc.RelIobj); o != none && r.at[o] != none && r.entity[r.at[o]] != none {
		return r.people(nil, o)
	}
	var out []int32
	r.phrases(h, func(c int32, role string) {
		if out == nil && role == "to" && c < t && r.maySpeak(c) {
			out = r.people(nil, c)
		}
	})
	return out
}

// antecedents is the head of the coordination that a plural "qui" takes up when
// the tree hangs its clause on the last of them: "A et B, qui ne s'étaient plus vus".
func (r *run) antecedents(t, c int32) int32 {
	h := r.d.Tokens[t].Head
	if r.d.Tokens[t].Deprel != doc.RelAclRelcl || h == none || !r.d.Tokens[h].Deprel.Is(doc.RelConj) || !r.isClass(c, lang.PronounRelative) {
		return none
	}
	fin := t
	if a := r.d.Dependent(t, doc.RelAux); a != none {
		fin = a
	}
	if !r.d.Tokens[fin].Feats.Has(doc.FeatNumber, doc.NumberPlur) || r.at[h] != none && r.d.Mentions[r.at[h]].Number == doc.NumberPlur {
		return none
	}
	return r.d.Tokens[h].Head
}

// clitic: "qu'il ne la recevrait pas", where the tree has "la" for a subject.
func (r *run) clitic(c, t int32) bool {
	return c < t && r.d.Tokens[c].UPOS == doc.PRON && r.isClass(c, lang.PronounObject) && !r.isClass(c, lang.PronounSubject)
}

// isClass tells whether a pronoun has a reading of that class.
func (r *run) isClass(t int32, class lang.PronounClass) bool {
	for _, p := range r.pronouns[r.d.Tokens[t].Norm] {
		if p.Class == class {
			return true
		}
	}
	return false
}

// ownSubject is the subject of a verb; of several before it the nearest, since
// the parser takes the heading of "Colombie : le président …" for another.
func (r *run) ownSubject(t int32) int32 {
	found := none
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if !r.d.Tokens[c].Deprel.Is(doc.RelNsubj) {
			if r.d.Tokens[c].Deprel.Is(doc.RelExpl) && found == none && strings.HasPrefix(r.d.Tokens[c].Form, "-") && r.at[c] != none && r.entity[r.at[c]] != none && !r.reflexiveForm(c) {
				found = c // "a-t-il dit"
			}
			continue
		}
		if r.clitic(c, t) {
			continue
		}
		if found == none || c < t && r.at[c] != none && r.d.Tokens[found].UPOS == doc.PROPN && r.d.Tokens[found+1].UPOS == doc.PUNCT {
			found = c
		}
	}
	if found != none && r.isTime(found) { // "La veille, ses trois dirigeants ont reçu", taken for one phrase
		for c := r.d.Tokens[found].Child; c != none; c = r.d.Tokens[c].Next {
			if c > found && r.maySpeak(c) && r.d.Dependent(c, doc.RelCase) == none {
				return c
			}
		}
	}
	return found
}

// phrases calls f for the dependents of a token that a preposition brings, and
// for those hung on a date beside it: "a écrit le 30 novembre à l'entreprise".
func (r *run) phrases(t int32, f func(c int32, role string)) { r.phrasesIn(t, 0, f) }

func (r *run) phrasesIn(t int32, depth int, f func(c int32, role string)) {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if r.until != none && c >= r.until {
			return
		}
		if depth < 2 && r.isTime(c) && !r.isTime(t) || depth == 1 && r.isTime(c) {
			r.phrasesIn(c, depth+1, f)
		}
		if k.UPOS == doc.ADV && r.w.Links[k.Lemma] != "" { // "auprès du président"
			if p := r.d.Dependent(c, doc.RelObl); p != none {
				f(p, r.w.Links[k.Lemma])
			}
			continue
		}
		if !k.Deprel.Is(doc.RelObl) && !k.Deprel.Is(doc.RelNmod) {
			continue
		}
		if role := r.role(c); role != "" {
			f(c, role)
		}
	}
}
