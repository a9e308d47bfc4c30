package act

import "readout/internal/doc"

// open is what an act is when nothing says whether it took place: it is dropped.
const open = "?"

// highest is how many words upwards are asked.
const highest = 10

// reading is what the words above an act say of it.
type reading struct {
	fact  string
	claim int32 // verb whose subject claims it, or none
	stop  int32 // last word looked at
}

// status reads whether what a word says took place: its own form, then the
// words that govern it.
func (r *run) status(t int32) reading {
	out, start := reading{fact: r.own(t), claim: none, stop: t}, t
	for n := 0; n < highest; n++ {
		k := &r.d.Tokens[t]
		h := k.Head
		if h == none || out.fact == open {
			break
		}
		f, up := r.step(t, h, &out)
		out.fact = both(out.fact, f)
		if !up {
			break
		}
		t = h
		out.stop = t
	}
	if out.fact == "" && out.stop == start && r.infinite(start) {
		out.fact = open // an infinitive that nothing governs tells of no deed
	}
	if out.fact == "" {
		out.fact = "held"
	}
	return out
}

// both puts together what an inner and an outer word say.
func both(in, out string) string {
	switch {
	case in == open || out == open:
		return open
	case in == "", in == "held":
		return out
	case out == "", out == "held", out == "claimed":
		return in
	case in == "claimed":
		return out
	case in == "negated" && (out == "denied" || out == "negated" || out == "refused"):
		return open // "nie ne pas avoir …"
	}
	return in
}

// step is what a head says of its dependent, and whether to look further up.
func (r *run) step(t, h int32, out *reading) (string, bool) {
	k := &r.d.Tokens[t]
	rel := k.Deprel
	inf := r.infinite(t)
	verbal := k.UPOS == doc.VERB || k.UPOS == doc.AUX || r.d.Dependent(t, doc.RelCop) != none
	switch {
	case rel.Is(doc.RelConj):
		if verbal && !r.finite(t) {
			return r.own(h), true
		}
		return "", true
	case rel.Is(doc.RelParataxis), rel.Is(doc.RelPunct), rel == doc.RelAclRelcl:
		return "", false
	case verbal && (rel.Is(doc.RelXcomp) || inf && (rel.Is(doc.RelObj) || rel.Is(doc.RelCcomp) || rel.Is(doc.RelObl) || rel.Is(doc.RelAcl) || rel.Is(doc.RelCsubj) || rel.Is(doc.RelAdvcl) || rel.Is(doc.RelNmod))):
		return r.infinitive(t, h, out)
	case rel.Is(doc.RelCcomp), rel.Is(doc.RelCsubj):
		return r.clauseOf(t, h, out)
	case rel.Is(doc.RelAdvcl):
		if f, ok := r.mark(t); ok && f != "same" {
			return f, true
		}
		return "", true
	case rel.Is(doc.RelAcl):
		return "", false
	case !verbal:
		return r.nominal(t, h, out)
	}
	return "", false
}

// infinitive is what the governor of an infinitive says: "refuse de livrer".
func (r *run) infinitive(t, h int32, out *reading) (string, bool) {
	if f, ok := r.mark(t); ok && !(f == open && r.past(t)) {
		if f == "same" {
			return r.own(h), true // "après avoir livré"
		}
		return f, true // "sans livrer", "pour livrer"
	} else if ok {
		return "", true // "puni pour avoir livré"
	}
	f, ok := r.factor(h)
	switch {
	case ok && f == "same":
		return r.own(h), true
	case ok && (f == "by" || f == "planned" && r.past(t)):
		return both(r.claims(h, out), r.own(h)), true // "annonce avoir tiré un missile"
	case ok:
		return f, false
	}
	if q := r.saying(h); q != none {
		if f := said(r.d.Quotations[q].Act); f != "claimed" {
			return f, false
		}
		out.claim = h
		return both("claimed", r.own(h)), true
	}
	return open, false
}

// claims notes who claims what a verb governs; what nobody is named to claim is
// hearsay: "est accusé d'avoir tué".
func (r *run) claims(h int32, out *reading) string {
	if r.isPassive(h) && r.agent(h) == none {
		return "hearsay"
	}
	out.claim = h
	return "claimed"
}

// caseRole is the role of a phrase's preposition.
func (r *run) caseRole(t int32) string {
	if p := r.d.Dependent(t, doc.RelCase); p != none {
		return r.w.Links[r.d.Tokens[p].Lemma]
	}
	return ""
}

// past tells whether an infinitive is one of the past: "avoir livré".
func (r *run) past(t int32) bool {
	return !r.d.Tokens[t].Feats.Has(doc.FeatVerbForm, doc.VerbFormInf)
}

// said is what a statement's act makes of an infinitive that it governs.
func said(act string) string {
	switch act {
	case "ask", "demand", "question":
		return "requested"
	case "propose", "promise", "agree", "announce":
		return "planned"
	case "refuse", "decline":
		return "refused"
	case "threaten", "warn":
		return "hypothetical"
	case "deny":
		return "denied"
	}
	return "claimed"
}

// clauseOf is what the governor of a finite clause says: "dément que", "craint
// que". Nothing under a verb of saying took place by being said.
func (r *run) clauseOf(t, h int32, out *reading) (string, bool) {
	f, ok := r.factor(h)
	switch {
	case ok && f == "same":
		return r.own(h), true
	case ok && f != "by":
		return f, true
	}
	form, _ := r.form(t)
	if !ok && form.Has(doc.FeatMood, doc.MoodSub) {
		if q := r.saying(h); q != none && r.d.Quotations[q].Act != "state" {
			return said(r.d.Quotations[q].Act), true
		}
		return open, false
	}
	if r.negated(h) {
		return open, false // "n'a pas dit que"
	}
	if out.claim == none {
		out.claim = h
	}
	return "claimed", true
}

// nominal is what the words above a noun say: "risque d'attaque", "a annulé la
// livraison".
func (r *run) nominal(t, h int32, out *reading) (string, bool) {
	k := &r.d.Tokens[t]
	if c := r.d.Dependent(t, doc.RelCase); c != none {
		if f, ok := r.markFactor(c); ok && f != "same" && f != open {
			return f, false
		}
	}
	g := &r.d.Tokens[h]
	if f, ok := r.factor(h); ok && f != "same" && f != "by" && f != "held" {
		if g.UPOS != doc.VERB || k.Deprel.Is(doc.RelObj) || k.Deprel.Is(doc.RelNsubj) || k.Deprel == doc.RelOblArg {
			return f, false
		}
	}
	if f, ok := r.factor(h); ok && f == "by" && g.UPOS == doc.VERB && k.Deprel.Is(doc.RelObl) && r.caseRole(t) == "of" {
		return both(r.claims(h, out), r.own(h)), true // "est accusée de déportations"
	}
	if g.UPOS == doc.VERB || g.UPOS == doc.AUX {
		if o := r.own(h); o == "negated" && k.Deprel.Is(doc.RelObl) {
			return "", true // "n'a pas parlé de l'attaque"
		} else {
			return o, true
		}
	}
	return "", true
}

// own is what a verb's own form says: tense, mood, negation, words beside it;
// "" for one that is not finite.
func (r *run) own(t int32) string {
	f := r.modified(t)
	if r.negated(t) {
		return both("negated", f)
	}
	if f != "" {
		return f
	}
	form, compound := r.form(t)
	switch {
	case form.Has(doc.FeatTense, doc.TenseFut):
		return "planned"
	case form.Has(doc.FeatMood, doc.MoodImp):
		return "requested"
	case form.Has(doc.FeatMood, doc.MoodCnd) && compound:
		return "hearsay"
	case form.Has(doc.FeatMood, doc.MoodCnd):
		if r.d.Tokens[t].Deprel.Is(doc.RelCcomp) {
			return "planned" // "a annoncé qu'il livrerait"
		}
		return "hypothetical"
	}
	return ""
}

// modified is what an adverb or adjective beside the word says: "peut-être",
// "prétendu".
func (r *run) modified(t int32) string {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		done := k.Deprel.Is(doc.RelAcl) && !k.Feats.Has(doc.FeatTense, doc.TensePres) && !r.infinite(x) // "une visite prévue", but not "un plan visant à"
		if k.Deprel.Is(doc.RelAdvmod) || k.Deprel.Is(doc.RelAmod) || done {
			if f, ok := r.factor(x); ok && f != "same" && f != "by" {
				return f
			}
		}
	}
	return ""
}

// negated tells whether a word stands under a negation that is not "ne … que".
func (r *run) negated(t int32) bool {
	found := false
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if k.Feats.Has(doc.FeatPolarity, doc.PolarityNeg) {
			found = true
		}
		if k.Deprel.Is(doc.RelAdvmod) && x > t && r.w.Links[k.Lemma] == "only" {
			return false
		}
	}
	return found
}

// factor is what a word makes of what it governs.
func (r *run) factor(t int32) (string, bool) {
	rows := r.w.Factors[r.d.Tokens[t].Lemma]
	if len(rows) == 0 {
		return "", false
	}
	neg := r.negated(t)
	plain, ok := "", false
	for _, f := range rows {
		if f.Mark {
			continue
		}
		if f.Negated && neg {
			return f.Factuality, true
		}
		if !f.Negated {
			plain, ok = f.Factuality, true
		}
	}
	if ok && neg {
		switch plain {
		case "planned", "hypothetical", "held":
			return "negated", true
		case "same", "by":
			return plain, true
		}
		return open, true
	}
	return plain, ok
}

// mark is what the conjunction or preposition before a clause says: "si", "sans".
func (r *run) mark(t int32) (string, bool) {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if k.Deprel.Is(doc.RelMark) || k.Deprel.Is(doc.RelCase) {
			if f, ok := r.markFactor(x); ok {
				return f, true
			}
		}
	}
	return "", false
}

func (r *run) markFactor(x int32) (string, bool) {
	for _, f := range r.w.Factors[r.d.Tokens[x].Lemma] {
		if f.Mark {
			return f.Factuality, true
		}
	}
	return "", false
}
