package timex

import "readout/internal/doc"

// direction says where the sentence looks at a time expression: to the past or
// the future, by the verb that governs it. With a tree that is the next verb up
// from the expression; without one, the nearest verb of the sentence. It is firm
// when the expression hangs from that verb itself, and the verb is none that
// speaks of plans or the expression stands right behind it ("a annoncé en mars").
func (g *grammar) direction(d *doc.Document, s doc.Sentence, first, end int32) (dir direction, firm bool) {
	if first <= s.First+1 && end >= s.End-1 && g.tellsPast(d, s) {
		return past, false
	}
	head, parsed := topToken(d, s, first, end)
	if !parsed {
		return g.nearestVerb(d, s, first, end), false
	}
	top := head
	if head != doc.None {
		if dir, ok := g.byNoun(d, head); ok {
			return dir, true
		}
	}
	for n := 0; head != doc.None && n < 24; n++ {
		t := &d.Tokens[head]
		if _, ok := g.lookup(t.Lemma, "plan"); ok && g.governsInfinitive(d, head) {
			if dir, ok := g.perfect(d, head); ok {
				return dir, true
			}
			if t.Feats.Has(doc.FeatTense, doc.TenseImp) {
				return present, false // "devait s'ouvrir le 12 janvier": it may have been put off since
			}
			return future, false
		}
		if t.UPOS == doc.VERB || t.UPOS == doc.AUX || d.Dependent(head, doc.RelCop) != doc.None {
			if dir, ok := g.cleft(d, s, head, first); ok {
				return dir, false
			}
			if dir, ok := g.verb(d, s, head); ok {
				_, ahead := g.lookup(t.Lemma, "ahead")
				behind := first > head && first-head <= 2
				if _, event := g.lookup(t.Lemma, "event"); event && dir == past && first > head+2 && g.objectBetween(d, head, first) && !stepsBack(d, head) {
					return future, false // "a appelé à une marche samedi"
				}
				if ahead && !behind && (dir == anyway || dir == present) {
					dir = future // "appellent à un rassemblement jeudi"
				}
				return dir, head == top && (!ahead || behind)
			}
		}
		head = t.Head
	}
	return g.nearestVerb(d, s, first, end), false
}

// tellsPast tells whether the sentence behind a date that stands alone has a verb
// in the past or the present, as the entries of a chronology: "12 janvier. Le
// président annonce sa démission."
func (g *grammar) tellsPast(d *doc.Document, s doc.Sentence) bool {
	k := d.SentenceOf(s.First) + 1
	if k <= 0 || int(k) >= len(d.Sentences) || d.Sentences[k].Block != s.Block {
		return false
	}
	for t := d.Sentences[k].First; t < d.Sentences[k].End; t++ {
		if u := d.Tokens[t].UPOS; (u == doc.VERB || u == doc.AUX) && d.Tokens[t].Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return !d.Tokens[t].Feats.Has(doc.FeatTense, doc.TenseFut)
		}
	}
	return false
}

// stepsBack tells whether the verb is in the pluperfect: "avait proposé son aide
// dès l'automne".
func stepsBack(d *doc.Document, v int32) bool {
	aux := d.Dependent(v, doc.RelAux)
	return aux != doc.None && d.Tokens[aux].Feats.Has(doc.FeatTense, doc.TenseImp)
}

// objectBetween tells whether a noun that depends on the verb stands between it
// and a token: the event that the verb plans.
func (g *grammar) objectBetween(d *doc.Document, verb, token int32) bool {
	for c := d.Tokens[verb].Child; c != doc.None && c < token; c = d.Tokens[c].Next {
		if c > verb && d.Tokens[c].UPOS == doc.NOUN {
			return true
		}
	}
	return false
}

// topToken is the head of the token of a span that hangs outside it.
func topToken(d *doc.Document, s doc.Sentence, first, end int32) (head int32, parsed bool) {
	for i := first; i < end; i++ {
		h := d.Tokens[i].Head
		if d.Tokens[i].Deprel == doc.NoRel {
			return doc.None, false
		}
		if h == doc.None || h < first || h >= end {
			if h < s.First || h >= s.End {
				h = doc.None
			}
			return h, true
		}
	}
	return doc.None, true
}

// verb reads the direction off one verb with its auxiliaries; not ok sends the
// question on to what governs the verb.
func (g *grammar) verb(d *doc.Document, s doc.Sentence, v int32) (direction, bool) {
	t := &d.Tokens[v]
	tense, passive := int32(doc.None), int32(doc.None)
	for c := t.Child; c != doc.None; c = d.Tokens[c].Next {
		k := &d.Tokens[c]
		if k.UPOS != doc.AUX {
			continue
		}
		if k.Deprel == doc.RelAuxPass || k.Deprel.Is(doc.RelCop) {
			passive = c
		} else {
			tense = c
		}
	}
	switch {
	case tense != doc.None:
		return auxiliary(&d.Tokens[tense]), true
	case passive != doc.None:
		if dir, ok := g.lookup(t.Lemma, "ptcp"); ok {
			return dir, true
		}
		if d.Tokens[passive].Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) {
			return g.infinitive(d, v)
		}
		dir := finite(&d.Tokens[passive])
		if dir == present && t.UPOS == doc.VERB {
			// "sont partis vendredi" is no passive; "est jugé vendredi" may be of any Friday.
			dir, _ = g.lookup(t.Lemma, "be")
		}
		return dir, true
	}
	switch t.Feats.Get(doc.FeatVerbForm) {
	case doc.VerbFormFin:
		if t.UPOS == doc.AUX {
			return g.flat(d, s, v) // an auxiliary that lost its verb: "a, jeudi, présenté"
		}
		return finite(t), true
	case doc.VerbFormPart:
		if dir, ok := g.lookup(t.Lemma, "ptcp"); ok {
			return dir, true
		}
		return past, t.Feats.Has(doc.FeatTense, doc.TensePast)
	case doc.VerbFormInf:
		return g.infinitive(d, v)
	}
	return anyway, false
}

// infinitive takes its direction from what governs it: "prévoit de se rendre"
// looks ahead, "vient de signer" back; of others the governing verb decides.
func (g *grammar) infinitive(d *doc.Document, v int32) (direction, bool) {
	for h, n := d.Tokens[v].Head, 0; h != doc.None && n < 3; h, n = d.Tokens[h].Head, n+1 {
		if dir, ok := g.perfect(d, h); ok {
			return dir, true
		}
		if dir, ok := g.lookup(d.Tokens[h].Lemma, "inf"); ok {
			if dir == future && d.Tokens[h].Feats.Has(doc.FeatTense, doc.TenseImp) {
				dir = present
			}
			return dir, true
		}
		if u := d.Tokens[h].UPOS; u == doc.VERB {
			break
		}
	}
	return anyway, false
}

// perfect is the direction of what "a dû" and the like govern: it has happened.
func (g *grammar) perfect(d *doc.Document, v int32) (direction, bool) {
	dir, ok := g.lookup(d.Tokens[v].Lemma, "perfect")
	if !ok {
		return anyway, false
	}
	aux := d.Dependent(v, doc.RelAux)
	return dir, aux != doc.None && d.Tokens[v].Feats.Has(doc.FeatVerbForm, doc.VerbFormPart)
}

// governsInfinitive tells whether the verb has an infinitive as its complement.
func (g *grammar) governsInfinitive(d *doc.Document, v int32) bool {
	for c := d.Tokens[v].Child; c != doc.None; c = d.Tokens[c].Next {
		if d.Tokens[c].Deprel.Is(doc.RelXcomp) && d.Tokens[c].Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) {
			return true
		}
	}
	return false
}

func (g *grammar) lookup(lemma, form string) (direction, bool) {
	for _, v := range g.verbs[lemma] {
		if v.Form == form || v.Form == "any" {
			switch v.Direction {
			case "past":
				return past, true
			case "future":
				return future, true
			}
			return anyway, true
		}
	}
	return anyway, false
}

// auxiliary is the direction of a compound tense by its auxiliary: "a dit",
// "avait dit" and the hearsay "aurait dit" look back, "aura dit" ahead.
func auxiliary(t *doc.Token) direction {
	if t.Feats.Has(doc.FeatTense, doc.TenseFut) {
		return future
	}
	return past
}

// finite is the direction of a simple tense.
func finite(t *doc.Token) direction {
	if t.Feats.Has(doc.FeatMood, doc.MoodCnd) {
		return future
	}
	switch t.Feats.Get(doc.FeatTense) {
	case doc.TenseFut:
		return future
	case doc.TensePast, doc.TenseImp:
		return past
	case doc.TensePres:
		return present
	}
	return anyway
}

const verbWindow = 40

// nearestVerb is the fallback without a tree: the nearest verb, a comma or
// conjunction between making it farther.
func (g *grammar) nearestVerb(d *doc.Document, s doc.Sentence, first, end int32) direction {
	best, dir := 1<<30, anyway
	look := func(i int32, dist *int) bool {
		t := &d.Tokens[i]
		switch t.UPOS {
		case doc.PUNCT, doc.SCONJ, doc.CCONJ:
			*dist += 6
		case doc.VERB, doc.AUX:
			if x, ok := g.flat(d, s, i); ok && *dist < best {
				best, dir = *dist, x
				return false
			}
		}
		*dist++
		return *dist < verbWindow
	}
	dist := 0
	for i := first - 1; i >= s.First && look(i, &dist); i-- {
	}
	dist = 1
	for i := end; i < s.End && look(i, &dist); i++ {
	}
	return dir
}

// flat reads a verb's direction off its neighbours.
func (g *grammar) flat(d *doc.Document, s doc.Sentence, i int32) (direction, bool) {
	t := &d.Tokens[i]
	form := t.Feats.Get(doc.FeatVerbForm)
	if form == doc.VerbFormFin {
		for j := i + 1; j < s.End && j < i+5; j++ {
			n := &d.Tokens[j]
			if n.UPOS == doc.VERB && n.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) && t.UPOS == doc.AUX {
				if dir, ok := g.lookup(n.Lemma, "ptcp"); ok {
					return dir, true
				}
				if f := finite(t); f == past || f == future {
					return f, true
				}
				return past, true
			}
			if n.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) {
				if dir, ok := g.lookup(t.Lemma, "inf"); ok {
					return dir, true
				}
			}
		}
		return finite(t), true
	}
	if form != doc.VerbFormPart && form != doc.VerbFormInf {
		return anyway, false
	}
	for j := i - 1; j >= s.First && j > i-4; j-- {
		n := &d.Tokens[j]
		if n.UPOS == doc.AUX || n.UPOS == doc.VERB {
			if n.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
				return g.flat(d, s, j)
			}
			if dir, ok := g.lookup(n.Lemma, "inf"); ok && form == doc.VerbFormInf {
				return dir, true
			}
		}
	}
	if form == doc.VerbFormPart {
		if dir, ok := g.lookup(t.Lemma, "ptcp"); ok {
			return dir, true
		}
		return past, t.Feats.Has(doc.FeatTense, doc.TensePast)
	}
	return anyway, false
}
