package coref

import "readout/internal/doc"

// pairOf finds what "les deux ministres", "les deux pays", or "ils" without a
// plural before it means: the two entities last spoken of together, else the
// two last spoken of.
func (r *run) pairOf(m int32, lemma string) int32 {
	if lemma != "" && !r.isPair(m, lemma) {
		return none
	}
	var pick [window]int32
	n := 0
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		if r.mayPair(c, m, lemma) {
			pick[n] = c
			n++
		}
	}
	n = r.namedFirst(pick[:n])
	if want := r.sexOf(lemma); want != 0 {
		n = r.sexFirst(pick[:n], want)
	}
	if r.w.Is(lemma, "pair-body") {
		n = r.sameFirst(pick[:n], lemma)
	}
	if r.w.Is(lemma, "pair-any") {
		n = r.bodiesFirst(pick[:n])
	}
	if s := r.knownSet(pick[:n]); s != none && lemma != "" && r.sentence-r.clusters[s].sentence <= 2 {
		return s // "La CGT et FO ont appelé … à la grève chez Vega. Les deux syndicats …"
	}
	// Two of one sentence, the nearest such sentence first.
	for i := 0; i+1 < n; i++ {
		for j := i + 1; j < n; j++ {
			if r.clusters[pick[i]].sentence == r.clusters[pick[j]].sentence && r.alike(pick[i], pick[j], lemma) && r.together(pick[i], pick[j]) {
				return r.set(m, pick[j], pick[i])
			}
		}
		if lemma == "" && r.sentence-r.clusters[pick[i]].sentence >= 1 {
			return none
		}
	}
	if r.d.Dependent(r.d.Mentions[m].Head, doc.RelNummod) == none && n != 2 {
		return none
	}
	if s := r.knownSet(pick[:n]); s != none && lemma != "" {
		return s
	}
	for i := 0; i+1 < n && lemma != ""; i++ {
		for j := i + 1; j < n; j++ {
			if r.alike(pick[i], pick[j], lemma) && r.clusters[pick[i]].owner != pick[j] && r.clusters[pick[j]].owner != pick[i] {
				return r.set(m, pick[j], pick[i])
			}
		}
	}
	switch {
	case n == 1 && lemma != "" && r.office(m) != "":
		return r.partner(m, pick[0])
	case n == 0 && lemma != "" && r.d.Mentions[m].Type == doc.Person && r.hasCount(r.d.Mentions[m].Head):
		return r.lastTwo(m)
	}
	return none
}

// lastTwo is "les deux sénateurs" of whom the text gave other roles ("le
// rapporteur X", "sa collègue Y"): the only two people named just before.
func (r *run) lastTwo(m int32) int32 {
	var two [2]int32
	n := 0
	for i := len(r.recent) - 1; i >= 0; i-- {
		k := &r.clusters[r.recent[i]]
		if !isPerson(k) || len(k.words) == 0 || k.plural || len(k.members) > 0 || r.sentence-k.sentence > 2 {
			continue
		}
		if n == 2 || k.sentence == r.sentence {
			return none
		}
		two[n] = r.recent[i]
		n++
	}
	if n < 2 {
		return none
	}
	return r.set(m, two[1], two[0])
}

// sameFirst drops bodies of another kind if two are of the noun's: "les deux
// associations" are not the town hall.
func (r *run) sameFirst(pick []int32, lemma string) int {
	fits := func(c int32) bool { return r.hasWord(c, lemma) || r.sameClass(&r.clusters[c], lemma) }
	return onlyThese(pick, fits)
}

// partner makes a pair of the only one whose office fits "les deux ministres"
// and another office-holder named in the same sentence, whatever his office is
// called at home: "le conseiller fédéral X a appelé le ministre Y".
func (r *run) partner(m, a int32) int32 {
	for i := len(r.recent) - 1; i >= 0; i-- {
		b := r.recent[i]
		k, o := &r.clusters[b], &r.clusters[a]
		if b == a || !isPerson(k) || k.plural || len(k.members) > 0 || len(k.words) == 0 || k.office == "" || r.w.Relative[k.office] || k.owner != none || k.first == none {
			continue
		}
		if k.country != "" && k.country == o.country || r.d.SentenceOf(r.d.Mentions[k.first].Head) != r.d.SentenceOf(r.d.Mentions[max(o.first, 0)].Head) {
			continue
		}
		return r.set(m, b, a)
	}
	return none
}

// knownSet is the two last spoken of together, if both may be meant: "X et Y
// s'étaient brouillés. … Les deux hommes …".
func (r *run) knownSet(pick []int32) int32 {
	for i := len(r.recent) - 1; i >= 0; i-- {
		k := &r.clusters[r.recent[i]]
		if len(k.members) != 2 || r.sentence-k.sentence > 12 {
			continue
		}
		n := 0
		for _, c := range pick {
			if c == r.find(k.members[0]) || c == r.find(k.members[1]) {
				n++
			}
		}
		if n == 2 {
			return r.recent[i]
		}
	}
	return none
}

// together tells whether two of one sentence may be a pair: not a spokesman and
// whom he speaks of ("M. Peskov a dit que M. Poutine …").
func (r *run) together(a, b int32) bool {
	x, y := &r.clusters[a], &r.clusters[b]
	if x.owner == b || y.owner == a {
		return false
	}
	if x.last < 0 || y.last < 0 || x.kind != doc.ActorPerson || y.kind != doc.ActorPerson {
		return true
	}
	return r.inside[x.last] == r.inside[y.last] || x.office != "" && sameOffice(x.office, y.office)
}

// namedFirst drops persons without a name if two have one: "les deux hommes"
// are those whom the text names.
func (r *run) namedFirst(pick []int32) int {
	known := func(c int32) bool {
		k := &r.clusters[c]
		return len(k.words) > 0 && (k.count > 1 || k.gender != 0 || !k.role.Empty() || k.kind != doc.ActorPerson)
	}
	named := 0
	for _, c := range pick {
		if known(c) {
			named++
		}
	}
	if named < 2 {
		return len(pick)
	}
	n := 0
	for _, c := range pick {
		if known(c) {
			pick[n] = c
			n++
		}
	}
	return n
}

// bodiesFirst: "les deux parties" are two bodies if two act in the text.
func (r *run) bodiesFirst(pick []int32) int {
	acts := func(c int32) bool { return r.clusters[c].kind == doc.ActorBody && r.clusters[c].count > 1 }
	return onlyThese(pick, acts)
}

// onlyThese moves those that fit to the front, if two or more do, and is how
// many are left.
func onlyThese(pick []int32, fits func(int32) bool) int {
	n := 0
	for _, c := range pick {
		if fits(c) {
			n++
		}
	}
	if n < 2 {
		return len(pick)
	}
	n = 0
	for _, c := range pick {
		if fits(c) {
			pick[n] = c
			n++
		}
	}
	return n
}

// sexOf is the gender that a noun says of all it means: "hommes", "femmes".
func (r *run) sexOf(lemma string) uint8 {
	switch {
	case r.w.Is(lemma, "male"):
		return doc.GenderMasc
	case r.w.Is(lemma, "female"):
		return doc.GenderFem
	}
	return 0
}

// sexFirst drops those of unknown gender if two are known to be of the one asked for.
func (r *run) sexFirst(pick []int32, want uint8) int {
	known, n := 0, 0
	for _, c := range pick {
		if r.clusters[c].gender == want {
			known++
		}
	}
	if known < 2 {
		return len(pick)
	}
	for _, c := range pick {
		if r.clusters[c].gender == want {
			pick[n] = c
			n++
		}
	}
	return n
}

// alike: the two of "les deux parties" are both persons or both bodies.
func (r *run) alike(a, b int32, lemma string) bool {
	return lemma == "" || r.w.Is(lemma, "pair-body") || r.clusters[a].kind == r.clusters[b].kind
}

// namedSet is "les présidents Carlos Vega et Pedro Lima": both.
func (r *run) namedSet(m int32) int32 {
	x := &r.d.Mentions[m]
	var first, second int32 = none, none
	for t := x.Head + 1; t < x.End && second == none; t++ {
		o := r.at[t]
		if o == none || o == m || !r.hasName(o) || r.d.Mentions[o].Type != doc.Person || r.clusterOf(o) == none {
			continue
		}
		switch k := &r.d.Tokens[t]; {
		case first == none && (k.Deprel.Is(doc.RelAppos) || k.Deprel.Is(doc.RelNmod) && r.d.Dependent(t, doc.RelCase) == none || k.Deprel.Is(doc.RelFlat)):
			first = r.clusterOf(o)
		case first != none && k.Deprel.Is(doc.RelConj):
			second = r.clusterOf(o)
		}
	}
	if first == none || second == none || first == second {
		return none
	}
	return r.set(m, first, second)
}

// isPair tells whether a phrase is definite with the numeral two and a noun
// that two entities may bear.
func (r *run) isPair(m int32, lemma string) bool {
	x := &r.d.Mentions[m]
	n := r.d.Dependent(x.Head, doc.RelNummod)
	if n == none && x.Number == doc.NumberPlur && x.Type == doc.Person && r.office(m) != "" && r.isBare(m) && r.determiner(x.Head) == detDefinite {
		return true // "entre les présidents"
	}
	if n == none || n > x.Head || !r.w.Is(r.d.Tokens[n].Norm, "two") {
		return false
	}
	if d := r.determiner(x.Head); d != detDefinite && d != detDemonstrative {
		return false
	}
	return r.office(m) != "" || r.w.Is(lemma, "pair-person") || r.w.Is(lemma, "pair-state") || r.w.Is(lemma, "pair-any") || r.w.Is(lemma, "pair-body") || x.Type == doc.Person
}

// mayPair tells whether an entity may be one of the two.
func (r *run) mayPair(c, m int32, lemma string) bool {
	k, x, office := &r.clusters[c], &r.d.Mentions[m], r.office(m)
	if k.plural || len(k.members) > 0 || r.sentence-k.sentence > 12 || r.onlyDateline(k) {
		return false
	}
	if k.sentence == r.sentence && k.governor != none && k.governor == r.d.Tokens[x.Head].Head && x.Kind != doc.Pronoun {
		return false // "X recevra les deux hommes": two others
	}
	fem := x.Gender == doc.GenderFem && (r.w.Is(lemma, "female") || x.Kind == doc.Pronoun)
	if fem && k.gender == doc.GenderMasc || k.gender == doc.GenderFem && r.w.Is(lemma, "male") {
		return false
	}
	switch {
	case x.Kind == doc.Pronoun:
		return k.kind != doc.ActorAnonymous && (k.kind == doc.ActorPerson || k.count > 1) && k.owner == none
	case r.w.Is(lemma, "pair-state"):
		return k.state
	case r.w.Is(lemma, "pair-body"):
		return k.kind == doc.ActorBody || k.kind == doc.ActorState
	case r.w.Is(lemma, "pair-any"):
		return k.kind == doc.ActorPerson || k.kind == doc.ActorBody
	case office != "" && k.office == "" && len(k.words) > 0 && r.w.Is(lemma, "person") && r.hasCount(x.Head):
		return k.kind == doc.ActorPerson // "X a reçu Y. Les deux dirigeants …"
	case office != "":
		return k.kind == doc.ActorPerson && k.office != "" && (sameOffice(office, k.office) || r.hasCount(x.Head) && r.mayTake(office, k.office))
	}
	return k.kind == doc.ActorPerson
}

// set is the entity that stands for both.
func (r *run) set(m, a, b int32) int32 {
	if r.clusters[a].first > r.clusters[b].first {
		a, b = b, a
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		k := &r.clusters[r.recent[i]]
		if len(k.members) == 2 && k.members[0] == a && k.members[1] == b {
			return r.recent[i]
		}
	}
	c := r.open(none, "")
	k := &r.clusters[c]
	k.kind, k.settled, k.plural, k.members = doc.ActorGroup, true, true, []int32{a, b}
	k.full = r.d.Mentions[m].Span
	if r.clusters[a].gender == r.clusters[b].gender {
		k.gender = r.clusters[a].gender
	} else {
		k.gender = doc.GenderMasc
	}
	return c
}

// coordinated notes "Xavier et Yvonne" as a set that "ils" may take up.
func (r *run) coordinated(m, c int32) {
	h := r.d.Mentions[m].Head
	t := &r.d.Tokens[h]
	if !t.Deprel.Is(doc.RelConj) || t.Head == none || r.clusters[c].plural {
		return
	}
	first := r.clusterOf(r.at[t.Head])
	if first == none || first == c || r.clusters[first].plural {
		return
	}
	s := r.set(m, first, c)
	k := &r.clusters[s]
	g := &r.d.Tokens[t.Head]
	k.last, k.sentence, k.count = h, r.sentence, k.count+1
	k.subject, k.nested, k.quote, k.governor = g.Deprel.Is(doc.RelNsubj), g.Deprel.Is(doc.RelNmod), r.quote[h], g.Head
	r.drop(s)
	if len(r.recent) == window {
		copy(r.recent, r.recent[1:])
		r.recent = r.recent[:window-1]
	}
	r.recent = append(r.recent, s)
}
