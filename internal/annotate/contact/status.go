package contact

import "readout/internal/doc"

// governs is the status that a governing word gives, "" if none.
func (r *run) governs(t int32) string {
	k := &r.d.Tokens[t]
	rows := r.w.Status[k.Lemma]
	if len(rows) == 0 {
		return ""
	}
	neg := r.negated(t) || r.noSuch(t)
	plain := ""
	for _, s := range rows {
		if s.Negated && neg {
			return s.Status
		}
		if !s.Negated {
			plain = s.Status
		}
	}
	if neg && (plain == "denied" || plain == "refused") {
		return "" // "n'a pas démenti avoir rencontré"
	}
	return plain
}

// cut is the status of a contact that was broken off: a visit took place, talks
// came to nothing.
func cut(kind, status string) string {
	switch {
	case status != "cut":
		return status
	case kind == "talks":
		return "cancelled"
	}
	return "held"
}

// verbStatus reads the status of a verb of contact from what governs it, its
// tense and its negation.
func (r *run) verbStatus(t int32) string {
	if s := r.above(t); s != "" {
		return s
	}
	if m := r.d.Dependent(t, doc.RelMark); m != none {
		switch r.w.Links[r.d.Tokens[m].Lemma] {
		case "if":
			return "hypothetical"
		case "without":
			return "denied" // "a quitté Ankara sans avoir vu X"
		}
	}
	if r.negated(t) {
		if r.since(t) {
			return "held" // "ne s'étaient pas parlé depuis le 3 février"
		}
		if r.tense(t) == "planned" {
			return "refused" // "ne rencontrera pas"
		}
		return "denied"
	}
	return r.tense(t)
}

// above climbs to the words that govern a contact: "refuse de recevoir",
// "a démenti avoir rencontré".
func (r *run) above(t int32) string {
	done, hung := r.perfect(t), false
	for n := 0; n < 4; n++ {
		k := &r.d.Tokens[t]
		h := k.Head
		if h == none {
			return ""
		}
		switch k.Deprel.Base() {
		case doc.RelXcomp, doc.RelObj, doc.RelCsubj:
			if s := r.governs(h); s != "" && !(done && n == 0 && isOpen(s)) {
				return s
			}
			hung = n == 0 && r.d.Tokens[h].UPOS == doc.ADJ && r.d.Tokens[h].Deprel.Is(doc.RelObl) // "tenté en vain de joindre"
		case doc.RelCcomp:
			if s := r.governs(h); s != "" && s != "planned" {
				return s
			}
		case doc.RelAcl, doc.RelNmod, doc.RelObl:
			if n == 1 && k.Deprel.Is(doc.RelObl) && (k.UPOS == doc.NOUN || k.UPOS == doc.ADJ) && hung {
				return r.governs(h) // "refuse en revanche de se rendre": hung on the words between
			}
			hung = n == 0 && k.Deprel.Is(doc.RelAcl) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf)
			if k.Deprel == doc.RelAclRelcl || !r.mayGovern(t, h, n) {
				return ""
			}
			if s := r.governs(h); s != "" && s != "ongoing" {
				return s
			}
		case doc.RelConj:
		default:
			return ""
		}
		t = h
	}
	return ""
}

// perfect tells whether a verb is an infinitive of what is over: "a annoncé
// avoir rencontré X" is a meeting held.
func (r *run) perfect(t int32) bool {
	if !r.d.Tokens[t].Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) {
		return false
	}
	for c := r.d.Tokens[t].Child; c != none && c < t; c = r.d.Tokens[c].Next {
		if k := &r.d.Tokens[c]; k.Deprel.Is(doc.RelAux) && k.Deprel != doc.RelAuxPass && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) {
			return true
		}
	}
	return false
}

// isOpen tells whether a status leaves open that the contact comes about.
func isOpen(s string) bool {
	return s == "planned" || s == "proposed" || s == "requested" || s == "hypothetical"
}

// mayGovern: "le projet d'une visite", "renoncer à une visite", but not "a nié,
// au lendemain d'une visite".
func (r *run) mayGovern(t, h int32, n int) bool {
	k, g := &r.d.Tokens[t], &r.d.Tokens[h]
	if r.lasted(h) || r.lasted(t) || r.during(t) {
		return false
	}
	if g.UPOS == doc.NOUN || g.UPOS == doc.ADJ {
		return r.governs(h) != "" || n == 0
	}
	if g.UPOS != doc.VERB || !k.Deprel.Is(doc.RelObl) {
		return false
	}
	role := r.role(t)
	return k.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) || n == 0 && k.Deprel == doc.RelOblArg && (role == "to" || role == "of")
}

// since tells whether "depuis" stands beside the verb.
func (r *run) since(t int32) bool {
	found := false
	r.phrases(t, func(c int32, role string) { found = found || role == "since" })
	return found
}

// goesOn: "les deux présidents s'écrivent depuis le 5 octobre": in the present,
// since a time.
func (r *run) goesOn(t int32) bool {
	k := &r.d.Tokens[t]
	return k.Feats.Has(doc.FeatTense, doc.TensePres) && k.Feats.Has(doc.FeatMood, doc.MoodInd) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) && r.since(t) && !r.negated(t)
}

// tense reads the finite form of a verb or of its auxiliary.
func (r *run) tense(t int32) string {
	k := &r.d.Tokens[t]
	fin, compound := k.Feats, false
	if !k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
		for c := k.Child; c != none; c = r.d.Tokens[c].Next {
			x := &r.d.Tokens[c]
			if x.Deprel.Is(doc.RelAux) && !x.Deprel.Is(doc.RelAuxPass) || x.Deprel == doc.RelAuxPass && x.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
				if x.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
					fin, compound = x.Feats, x.Deprel != doc.RelAuxPass
				}
			}
		}
	}
	switch {
	case fin.Has(doc.FeatTense, doc.TenseFut):
		return "planned"
	case fin.Has(doc.FeatMood, doc.MoodCnd) && !compound:
		if r.reported(t) {
			return "planned" // "a annoncé qu'il rencontrerait"
		}
		return "hypothetical"
	case fin.Has(doc.FeatMood, doc.MoodSub):
		return "hypothetical"
	}
	return "held"
}

// reported tells whether a clause, or the first of those it is coordinated with,
// is the content of a verb: "a dit que tout allait bien et qu'elle irait à Rome".
func (r *run) reported(t int32) bool {
	for n := 0; n < 4 && t != none; n++ {
		k := &r.d.Tokens[t]
		if k.Deprel.Is(doc.RelCcomp) {
			return true
		}
		if !k.Deprel.Is(doc.RelConj) {
			return false
		}
		t = k.Head
	}
	return false
}

// nounStatus reads the status of a noun of contact: the verb that it is subject
// or object of, then the words above, then its own participles.
func (r *run) nounStatus(t int32) string {
	k := &r.d.Tokens[t]
	h := k.Head
	if h != none && (r.d.Tokens[h].UPOS == doc.VERB || r.d.Tokens[h].UPOS == doc.NOUN || r.d.Tokens[h].UPOS == doc.ADJ) {
		if s := r.predicate(t, h); s != "" {
			return s
		}
	}
	for c := k.Child; c != none; c = r.d.Tokens[c].Next {
		x := &r.d.Tokens[c]
		if x.Deprel.Is(doc.RelAcl) || x.Deprel.Is(doc.RelAmod) || x.Deprel.Is(doc.RelNmod) && r.role(c) == "at" {
			if s := r.governs(c); s != "" {
				return s
			}
		}
	}
	if s := r.above(t); s != "" {
		return s
	}
	if c := r.carrier(t); c != t {
		k, h = &r.d.Tokens[c], r.d.Tokens[c].Head
	}
	if h != none && r.d.Tokens[h].UPOS == doc.VERB && (k.Deprel.Is(doc.RelNsubj) || k.Deprel.Is(doc.RelObj) || k.Deprel == doc.RelOblArg && r.w.Light[r.d.Tokens[h].Lemma] == "attend") {
		if r.d.Tokens[h].Deprel.Is(doc.RelCcomp) { // "a démenti qu'une rencontre ait eu lieu"
			if s := r.above(h); s != "" {
				return s
			}
		}
		return r.tense(h)
	}
	return "held"
}

// noSuch tells whether a noun has a determiner of none: "aucune rencontre".
func (r *run) noSuch(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none && c < t; c = r.d.Tokens[c].Next {
		if r.w.Links[r.d.Tokens[c].Lemma] == "none" {
			return true
		}
	}
	return false
}

// predicate is the status that the noun's own verb gives.
func (r *run) predicate(t, h int32) string {
	k := &r.d.Tokens[t]
	subject := k.Deprel.Is(doc.RelNsubj)
	if !subject && !k.Deprel.Is(doc.RelObj) && k.Deprel != doc.RelOblArg {
		return ""
	}
	if subject && r.noSuch(t) || !subject && r.there(h) && r.negated(h) {
		return "denied" // "Aucun contact n'a eu lieu", "il n'y a eu ni rencontre ni courrier"
	}
	if s := r.governs(h); s != "" {
		if s == "ongoing" && r.tense(h) == "planned" {
			return "planned" // "poursuivra lundi ses consultations"
		}
		return s
	}
	if c := r.d.Dependent(h, doc.RelXcomp); c != none && subject {
		if s := r.governs(c); s != "" { // "reste prévue"
			return s
		}
	}
	if r.negated(h) && !subject {
		if r.tense(h) == "planned" {
			return "refused" // "n'assistera pas au sommet"
		}
		return "denied"
	}
	return ""
}
