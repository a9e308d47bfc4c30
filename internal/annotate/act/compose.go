package act

import (
	"strings"

	"readout/internal/doc"
)

// deepest is how far acts upon acts upon acts are followed.
const deepest = 4

// compose gives an act upon an act its code: "refuse de négocier" is more than
// a refusal. The inner act keeps a record of its own.
func (r *run) compose(i int32, depth int) {
	e := &r.events[i]
	if e.done || e.frame.Outer == "" || depth > deepest {
		e.done = true
		return
	}
	e.done = true
	for _, t := range e.hold {
		if t == none {
			continue
		}
		in := r.innerAt(t, e.token, 0)
		if in == none || in == i {
			continue
		}
		r.compose(in, depth+1)
		e = &r.events[i]
		x := &r.events[in]
		if x.code == "" || r.negated(x.token) { // "appelle à ne pas lever le blocus"
			continue
		}
		if code := r.w.Compose(e.frame.Outer, x.code); code != "" {
			e.code = code
		} else if e.code == "" {
			continue
		}
		e.inner = in
		if x.outer == none {
			x.outer = i
		}
		r.share(e, x)
		return
	}
}

// innerAt is the event at a token, or at what it is a series, an offer or a
// beginning of: "une proposition de médiation", "continuer à négocier".
func (r *run) innerAt(t, outer int32, depth int) int32 {
	if t == none || depth > deepest {
		return none
	}
	if i, ok := r.event[t]; ok && t != outer {
		return i
	}
	if x := r.through(t); x != none {
		return r.innerAt(x, outer, depth+1)
	}
	k := &r.d.Tokens[t]
	if f, ok := r.factor(t); ok && f == "same" && (k.UPOS == doc.VERB || k.UPOS == doc.NOUN) {
		for x := k.Child; x != none; x = r.d.Tokens[x].Next {
			c := &r.d.Tokens[x]
			if c.Deprel.Is(doc.RelXcomp) || c.Deprel.Is(doc.RelObj) || c.Deprel.Is(doc.RelOblArg) || c.Deprel.Is(doc.RelNmod) {
				if in := r.innerAt(x, outer, depth+1); in != none {
					return in
				}
			}
		}
	}
	n := 0
	for x := k.Child; x != none && n < 4; x = r.d.Tokens[x].Next {
		if r.d.Tokens[x].Deprel.Is(doc.RelConj) {
			if i, ok := r.event[x]; ok {
				return i
			}
			n++
		}
	}
	return none
}

// share lets the inner act have the parties of the outer one, and the outer
// one, which names none to whom it is done, those of the inner one.
func (r *run) share(e, x *event) {
	outer := r.w.Outers[e.frame.Outer]
	if e.noun && e.from.empty() && !outer.ByRecipient {
		e.from = x.from // "la proposition de médiation de Pékin"
	}
	if e.to.empty() {
		e.to = without(r.given(e, x, outer.To), e.from)
	}
	if x.noun && !x.from.empty() {
		return
	}
	if outer.ByRecipient && !e.to.empty() && (x.from.empty() || same(x.from, e.from)) {
		x.from = e.to
	} else if !outer.ByRecipient && x.from.empty() && !x.noun {
		x.from = e.from
	}
	x.to = without(x.to, x.from)
}

// given is who of the inner act is the recipient of the outer one.
func (r *run) given(e, x *event, to string) party {
	others := !x.from.empty() && !same(x.from, e.from)
	switch {
	case to == "doer" && others:
		return x.from // "exige que Moscou retire ses troupes"
	case to == "doer" && !strings.HasPrefix(x.code, "04"):
		return party{}
	case to == "other" && others && (x.frame.Outer != "" || x.noun && x.to.empty()):
		return x.from // "rejette la demande de Kiev", "accepte la médiation d'Ankara"
	case to == "recipient" && others && x.frame.Outer != "" && !x.noun:
		return party{} // "dément que Moscou ait demandé cet appel"
	case x.to.empty() && x.noun && !e.noun:
		return r.ahead(e.token, x.token)
	}
	return x.to
}

// ahead is whom a phrase behind an inner noun brings that the parser hung on the
// outer verb: "a interrompu la livraison d'armes à Kiev".
func (r *run) ahead(verb, noun int32) party {
	for x := r.d.Tokens[verb].Child; x != none; x = r.d.Tokens[x].Next {
		if x < noun || !r.d.Tokens[x].Deprel.Is(doc.RelObl) || !r.actor(x) {
			continue
		}
		if p := r.d.Dependent(x, doc.RelCase); p != none {
			if role, ok := r.w.Links[r.d.Tokens[p].Lemma]; ok && (role == "" || role == "dative") {
				return r.who(x)
			}
		}
	}
	return party{}
}

func same(p, q party) bool {
	if len(p.entities) == 0 || len(q.entities) == 0 {
		return len(p.entities) == len(q.entities) && p.span == q.span
	}
	return p.entities[0] == q.entities[0]
}
