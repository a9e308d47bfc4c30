package act

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// verb tries the frames of a verb or adjective in their order.
func (r *run) verb(t int32, words []lang.FrameWord) {
	k := &r.d.Tokens[t]
	if k.UPOS == doc.ADJ && r.d.Dependent(t, doc.RelCop) == none && !k.Deprel.Is(doc.RelXcomp) && !k.Deprel.Is(doc.RelAcl) && !k.Deprel.Is(doc.RelAmod) {
		return
	}
	c := r.read(t)
	var best choice
	var got found
	for i := range words {
		w := &words[i]
		if w.Reflexive != c.reflexive {
			continue
		}
		agent := c.subject
		if w.Frame.Intransitive && agent == none && c.first != none {
			c.subject = c.first // "sont descendus", taken for a passive
		}
		if fit := r.fill(w.Frame, c, &got); fit >= 0 {
			e := event{frame: w.Frame, token: t, light: none, code: w.Frame.Code}
			r.roles(&e, c, &got)
			best.take(e, fit)
		}
		c.subject = agent
	}
	r.keepBest(&best)
}

// choice is the best of the frames of one word.
type choice struct {
	event event
	fit   int
	found bool
}

// take keeps the frame that tells to whom and of which most words fit; of equals
// the first.
func (c *choice) take(e event, fit int) {
	if e.whole() {
		fit += 100
	}
	if !c.found || fit > c.fit {
		*c = choice{e, fit, true}
	}
}

func (r *run) keepBest(c *choice) {
	if c.found {
		r.keep(c.event)
	}
}

// whole tells whether an event has the recipient that its frame needs.
func (e *event) whole() bool {
	return !e.to.empty() || e.frame.NoRecip || e.frame.Outer != "" || e.frame.Part
}

// roles finds the two sides and the places of an inner act.
func (r *run) roles(e *event, c *clause, got *found) {
	f := e.frame
	e.from = r.side(f, c, got, f.Initiator)
	e.to = r.side(f, c, got, f.Recipient)
	n := 0
	for _, name := range f.Inner {
		if t := r.inner(c, name); t != none && n < len(e.hold) {
			e.hold[n] = t
			n++
		}
	}
	for ; n < len(e.hold); n++ {
		e.hold[n] = none
	}
	if e.from.empty() && !c.passive && c.subject == none {
		r.fromQuote(e)
	}
	if f.Mutual && e.to.empty() && len(e.from.entities) > 1 {
		e.to.entities = e.from.entities[1:]
		e.from.entities = e.from.entities[:1]
	} else if f.Mutual && e.to.empty() && c.subject != none && !c.noun {
		for x := r.d.Tokens[c.subject].Child; x != none; x = r.d.Tokens[x].Next {
			if r.d.Tokens[x].Deprel.Is(doc.RelConj) && r.actor(x) {
				e.to = r.who(x) // "Israël et les Palestiniens", who are no entity of the document
				break
			}
		}
	}
	e.to = without(e.to, e.from)
}

// fromQuote takes who does it from the statement that it is.
func (r *run) fromQuote(e *event) {
	if q := r.saying(e.token); q != none && int(q) < len(r.d.Attributions) {
		e.from.entities = append(e.from.entities, r.d.Attributions[q].By...)
		e.from.span = r.d.Quotations[q].Source
	}
}

// without takes the parties of one side out of the other.
func without(p, q party) party {
	if len(p.entities) == 0 && p.span == q.span {
		return party{}
	}
	var out []int32
	for _, x := range p.entities {
		same := false
		for _, y := range q.entities {
			same = same || x == y
		}
		if !same {
			out = append(out, x)
		}
	}
	if len(out) == 0 && len(p.entities) > 0 {
		return party{}
	}
	p.entities = out
	return p
}

// actorKinds and anyKinds are what a role asks of a complement that the frame
// says nothing of.
var (
	actorKinds = []lang.FrameKind{{Kind: "actor"}}
	anyKinds   = []lang.FrameKind{{Kind: "any"}}
)

// told tells whether a frame asks for a class of words as a complement: who is
// of the class is a party, though no actor ("des bombardiers").
func told(f *lang.ActFrame, name string) bool {
	for i := range f.Args {
		if f.Args[i].Name == name && f.Args[i].Telling() {
			return true
		}
	}
	return false
}

// side is the first of the places that names somebody.
func (r *run) side(f *lang.ActFrame, c *clause, got *found, roles []lang.FrameRole) party {
	for _, role := range roles {
		want := actorKinds
		if role.Of != "" {
			want = anyKinds
		}
		t, kinds := r.roleToken(f, c, got, role.Arg, want)
		if role.Of != "" {
			if t == none {
				continue
			}
			if p := r.of(t, role.Of); !p.empty() {
				return p
			}
			continue
		}
		if t == none || !r.actor(t) && !(kinds && (r.place(t) || role.Arg == "subject" && told(f, role.Arg))) {
			continue
		}
		if p := r.who(t); !p.empty() {
			return p
		}
	}
	return party{}
}

// roleToken is the complement of a name, and whether the frame has asked for a
// kind of its own there ("place").
func (r *run) roleToken(f *lang.ActFrame, c *clause, got *found, name string, kinds []lang.FrameKind) (int32, bool) {
	for i := range f.Args {
		if f.Args[i].Name == name && !f.Args[i].Absent {
			return got[i], true
		}
	}
	return r.complementFor(c, &lang.FrameArg{Name: name, Kinds: kinds}), false
}

// of is whose a noun is: what a preposition brings, a possessive, or the
// adjective of a people.
func (r *run) of(t int32, prep string) party {
	if prep == "object" { // "tenter d'assassiner le juge", "lever le siège d'Idleb"
		if o := r.d.Dependent(t, doc.RelObj); o != none || r.d.Tokens[t].UPOS != doc.NOUN {
			return r.who(o)
		}
		return r.brought(t, "")
	}
	if r.w.Links[prep] == "of" && slices.Contains(r.w.Words[r.d.Tokens[t].Lemma], "closed") {
		return party{}
	}
	if r.w.Links[prep] == "of" && r.suffered(t) {
		return r.doer(t)
	}
	if w := r.brought(t, prep); !w.empty() {
		return w
	}
	if r.w.Links[prep] != "of" {
		return party{}
	}
	if w := r.owner(t); !w.empty() {
		return w
	}
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		if c := r.d.Dependent(x, doc.RelCase); c != none && r.d.Tokens[x].Deprel.Is(doc.RelNmod) && r.w.Links[r.d.Tokens[c].Lemma] == "of" {
			// "le plan de paix de Kiev"
			if w := r.brought(x, prep); !w.empty() {
				return w
			}
		}
	}
	return party{}
}

// suffered tells whether what is of a noun suffers it: "l'arrestation de
// l'opposant".
func (r *run) suffered(t int32) bool {
	k := &r.d.Tokens[t]
	if slices.Contains(r.w.Words[k.Lemma], "suffered") {
		return true
	}
	words := r.w.Nouns[k.Lemma]
	for i := range words {
		if w := &words[i]; w.Frame.Outer != "" || len(w.Preps) > 0 && !slices.ContainsFunc(w.Preps, func(p string) bool { return r.w.Links[p] == "of" }) {
			return false
		}
	}
	return len(words) > 0
}

// doer is who a noun itself names as its doer: "russe", "par Moscou", "menée par
// Moscou".
func (r *run) doer(t int32) party {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		by := r.d.Dependent(x, doc.RelCase)
		switch {
		case by != none && r.w.Links[r.d.Tokens[by].Lemma] == "by" && r.actor(x):
			return r.who(x)
		case by != none && k.Deprel.Is(doc.RelNmod): // "l'exécution d'un détenu par Téhéran"
			if y := r.agent(x); y != none && r.actor(y) {
				return r.who(y)
			}
		case k.Deprel.Is(doc.RelAmod):
			if w := r.demonym(x); !w.empty() {
				return w
			}
		case k.Deprel.Is(doc.RelAcl) && r.isPassive(x):
			if a := r.agent(x); a != none && r.actor(a) {
				return r.who(a)
			}
		}
	}
	return party{}
}

// brought is whom a preposition brings behind a noun; "" is any of those that
// say whose it is.
func (r *run) brought(t int32, prep string) party {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if (k.Deprel.Is(doc.RelNmod) || k.Deprel.Is(doc.RelObl)) && r.actor(x) {
			if p := r.d.Dependent(x, doc.RelCase); p != none && (r.d.Tokens[p].Lemma == prep || prep == "" && r.w.Links[r.d.Tokens[p].Lemma] == "of") {
				if w := r.who(x); !w.empty() {
					return w
				}
			}
		}
	}
	return party{}
}

// owner: "l'attaque russe", "l'attaque menée par Kiev"; a possessive mostly means
// the subject ("retire ses troupes") and is passed over.
func (r *run) owner(t int32) party {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		switch {
		case k.Deprel.Is(doc.RelAmod):
			if w := r.demonym(x); !w.empty() {
				return w
			}
		case k.Deprel.Is(doc.RelAcl) && r.isPassive(x):
			if a := r.agent(x); a != none && r.actor(a) {
				return r.who(a)
			}
		}
	}
	return party{}
}
