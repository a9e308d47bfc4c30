package act

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// found is where the complements of a frame stand: index by place in Args.
type found [12]int32

// fill tells how well a frame fits a clause, by the words and inner acts that it
// asks for and finds, and where its complements are; -1 if it does not fit.
func (r *run) fill(f *lang.ActFrame, c *clause, got *found) int {
	if len(f.Args) > len(got) {
		return -1
	}
	asked, witness, score := false, false, 0
	for i := range f.Args {
		a := &f.Args[i]
		got[i] = none
		if a.Absent {
			if r.present(c, a.Name) {
				return -1
			}
			continue
		}
		got[i] = r.complementFor(c, a)
		asked = asked || a.Name == "subject"
		switch {
		case got[i] != none && a.Telling():
			score += 2
		case got[i] == none && c.noun && a.Name == "object" && c.object == none && !a.Telling(): // "tout projet d'attaque"
		case got[i] == none && !a.Optional && (a.Needed || a.Name != "subject" || c.subject != none):
			return -1
		}
		witness = witness || a.Optional && a.Telling()
	}
	if !asked && c.subject != none && r.fitting(c.subject, &actorArg) == none {
		return -1
	}
	if witness && score == 0 {
		return -1
	}
	if len(f.Inner) > 0 {
		if !r.hasInner(f, c) {
			return -1
		}
		score++
	}
	return score
}

// actorArg is what a frame asks of a subject of which it says nothing.
var actorArg = lang.FrameArg{Name: "subject", Kinds: actorKinds}

// present tells whether the clause has a complement of the name at all.
func (r *run) present(c *clause, name string) bool {
	if name == "modifier" {
		return r.described(c.word) || c.object != none && r.described(c.object)
	}
	any := lang.FrameArg{Name: name, Kinds: []lang.FrameKind{{Kind: "any"}}}
	return r.complementFor(c, &any) != none
}

// described tells whether a word has an adjective that is not one of a people.
func (r *run) described(t int32) bool {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		if r.d.Tokens[x].Deprel.Is(doc.RelAmod) && r.demonym(x).empty() {
			return true
		}
	}
	return false
}

// hasInner: a frame for acts upon acts needs a place in which one may stand.
func (r *run) hasInner(f *lang.ActFrame, c *clause) bool {
	for _, name := range f.Inner {
		if r.inner(c, name) != none {
			return true
		}
	}
	return false
}

// inner is the token at a place where an inner act may stand.
func (r *run) inner(c *clause, name string) int32 {
	switch name {
	case "inf":
		return c.inf
	case "that":
		return c.that
	case "object":
		if c.object != none && r.isAct(c.object) {
			return c.object
		}
		return none
	}
	for _, p := range c.phrases {
		if p.prep == name && r.isAct(p.head) {
			return p.head
		}
	}
	return none
}

// isAct tells whether a noun is one of a frame, through "une série de".
func (r *run) isAct(t int32) bool {
	for n := 0; n < 3 && t != none; n++ {
		k := &r.d.Tokens[t]
		if k.UPOS == doc.NOUN && len(r.w.Nouns[k.Lemma]) > 0 {
			return true
		}
		t = r.through(t)
	}
	return false
}

// complementFor is the token of a clause that fits what a frame asks.
func (r *run) complementFor(c *clause, a *lang.FrameArg) int32 {
	switch a.Name {
	case "subject":
		return r.fitting(c.subject, a)
	case "object":
		if t := r.fitting(c.object, a); t != none || c.object != none {
			return t
		}
		return r.fitting(c.part, a)
	case "inf":
		return r.fitting(c.inf, a)
	case "that":
		return r.fitting(c.that, a)
	case "modifier":
		if t := r.modifier(c.word, a); t != none || c.object == none {
			return t
		}
		return r.modifier(c.object, a) // "a reconnu le médecin coupable"
	}
	for _, p := range c.phrases {
		if p.prep == a.Name {
			if t := r.fitting(p.head, a); t != none {
				return t
			}
		}
	}
	if r.w.Links[a.Name] == "dative" {
		if t := r.fitting(c.dative, a); t != none {
			return t
		}
	}
	if c.object == none {
		return r.astray(c.part, a)
	}
	return r.astray(c.object, a)
}

// astray is a complement that the parser hung on the object: "a livré des chars
// à Kiev", "accuse le maire de corruption".
func (r *run) astray(object int32, a *lang.FrameArg) int32 {
	if object == none || r.w.Links[a.Name] == "of" && !a.Telling() && a.Optional {
		return none
	}
	for x := r.d.Tokens[object].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if !k.Deprel.Is(doc.RelNmod) && !k.Deprel.Is(doc.RelObl) && !k.Deprel.Is(doc.RelAcl) {
			continue
		}
		if p := r.d.Dependent(x, doc.RelCase); p != none && r.d.Tokens[p].Lemma == a.Name {
			if t := r.fitting(x, a); t != none {
				return t
			}
		}
	}
	return none
}

// modifier is an adjective, adverb or phrase beside the word that fits.
func (r *run) modifier(t int32, a *lang.FrameArg) int32 {
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if k.Deprel.Is(doc.RelAmod) || k.Deprel.Is(doc.RelAcl) || k.Deprel.Is(doc.RelAdvmod) || k.Deprel.Is(doc.RelNmod) || k.Deprel.Is(doc.RelObl) || k.Deprel.Is(doc.RelXcomp) {
			if r.fitting(x, a) != none {
				return x
			}
		}
	}
	return none
}

// fitting is the token itself, what it is a number or series of, or one
// coordinated with it, if that is of one of the kinds.
func (r *run) fitting(t int32, a *lang.FrameArg) int32 {
	if t == none {
		return none
	}
	if a.Kinds == nil {
		return none
	}
	for n, x := 0, t; n < 3 && x != none; n++ {
		if r.fits(x, a.Kinds) {
			return x
		}
		x = r.through(x)
	}
	for x, n := r.d.Tokens[t].Child, 0; x != none && n < 16; x, n = r.d.Tokens[x].Next, n+1 {
		if r.d.Tokens[x].Deprel.Is(doc.RelConj) && r.fits(x, a.Kinds) {
			return x
		}
	}
	return none
}

// through is the noun that another one only counts or portions, or none.
func (r *run) through(t int32) int32 {
	if !slices.Contains(r.w.Words[r.d.Tokens[t].Lemma], "through") {
		return none
	}
	for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
		k := &r.d.Tokens[x]
		if k.Deprel.Is(doc.RelNmod) || k.Deprel.Is(doc.RelObl) {
			if p := r.d.Dependent(x, doc.RelCase); p != none && r.w.Links[r.d.Tokens[p].Lemma] == "of" {
				return x
			}
		}
	}
	return none
}

func (r *run) fits(t int32, kinds []lang.FrameKind) bool {
	for _, k := range kinds {
		if r.isKind(t, k) {
			return true
		}
	}
	return false
}

func (r *run) isKind(t int32, k lang.FrameKind) bool {
	x := &r.d.Tokens[t]
	switch k.Kind {
	case "any":
		return true
	case "word":
		return x.Lemma == k.Word || x.Norm == k.Word
	case "class":
		return r.inClass(t, k.Word)
	case "act":
		return r.isAct(t)
	case "thing":
		return !r.actor(t)
	case "actor":
		return r.actor(t)
	case "place":
		return r.place(t)
	}
	return r.actorKind(t, k.Kind)
}

// inClass: the lemma is in the class, or with one of its adjectives:
// "aide+humanitaire".
func (r *run) inClass(t int32, class string) bool {
	x := &r.d.Tokens[t]
	if slices.Contains(r.w.Words[x.Lemma], class) {
		return true
	}
	for c := x.Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if (k.Deprel.Is(doc.RelAmod) || k.Deprel.Is(doc.RelNmod) || k.Deprel.Is(doc.RelAcl)) && slices.Contains(r.w.Words[x.Lemma+"+"+k.Lemma], class) {
			return true
		}
	}
	return false
}
