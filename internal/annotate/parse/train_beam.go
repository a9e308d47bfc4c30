package parse

// actionScores and bestLabel make the trainer a scorer, in steps of 1/256.
func (t *trainer) actionScores(features []uint32, out *[kinds]int32) {
	scores := t.scores[:kinds]
	t.actions.Score(features, scores)
	for k := range out {
		out[k] = int32(scores[k] * 256)
	}
}

func (t *trainer) bestLabel(features []uint32) uint8 {
	scores := t.scores[:len(t.m.labels)]
	t.arcs.Score(features, scores)
	return uint8(argmax(scores))
}

func argmax(scores []float32) int {
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	return best
}

// learnBeam goes on with beam search: whole derivations compete, and the
// weights change where the gold one has fallen behind the most (Huang, Fayong
// and Guo 2012).
func (t *trainer) learnBeam(trees []Tree, order []int) {
	t.actions.Restart(t.actions.Average())
	t.arcs.Restart(t.arcs.Average())
	t.beam = search{width: t.opt.Width, margin: 1 << 30}
	for e := 0; e < t.opt.BeamEpochs; e++ {
		t.shuffle(order)
		t.seen, t.good = 0, 0
		for _, i := range order {
			t.contest(&trees[i])
		}
		t.opt.Log("beam epoch %d: %.4f of the sentences", e, float64(t.good)/float64(t.seen))
	}
}

// contest parses a tree with the beam beside its gold derivation.
func (t *trainer) contest(tree *Tree) {
	t.s.prepare(t.m, tree.Tokens)
	t.setGold(tree)
	x := &t.beam
	x.start(&t.s)
	gold := int32(0)
	worst, at, rival := int32(0), none, none
	t.actions.Tick()
	t.seen++
	for {
		next := t.goldStep(gold)
		if !x.step(t) && next == gold {
			break
		}
		gold = next
		best := x.live[0]
		if d := x.states[best].score - x.states[gold].score; d > worst || d == worst && at == none && !t.same(best, gold) {
			worst, at, rival = d, gold, best
		}
	}
	if at != none {
		t.amend(at, rival)
	} else {
		t.good++
	}
	t.learnLabels(tree, gold)
	if x.live[0] != gold {
		t.learnLabels(tree, x.live[0])
	}
}

func (t *trainer) setGold(tree *Tree) {
	t.gold = t.gold[:0]
	for _, h := range tree.Head {
		if h == none {
			h = int32(len(tree.Head))
		}
		t.gold = append(t.gold, h)
	}
}

// goldStep extends the gold derivation by the best of the actions that lose
// nothing.
func (t *trainer) goldStep(at int32) int32 {
	x := &t.beam
	st := &x.states[at]
	allowed := x.m.allowed(st)
	if allowed == 0 {
		return at
	}
	c := candidate{score: st.score, from: at, kind: only(allowed)}
	if c.kind == kinds {
		var cost [kinds]int
		var scores [kinds]int32
		x.m.costs(st, t.gold, &cost)
		t.f = x.m.actionFeatures(st, t.f)
		t.actionScores(t.f, &scores)
		for k := uint8(0); k < kinds; k++ {
			if allowed>>k&1 == 0 {
				continue
			}
			if b := c.kind; b == kinds || cost[k] < cost[b] || cost[k] == cost[b] && scores[k] > scores[b] {
				c.kind = k
			}
		}
		c.score += scores[c.kind]
	}
	return x.follow(c, t)
}

// same tells whether two derivations did the same actions.
func (t *trainer) same(a, b int32) bool {
	s := t.beam.states
	for a != none && b != none && a != b {
		if s[a].action != s[b].action || (s[a].prev == none) != (s[b].prev == none) {
			return false
		}
		a, b = s[a].prev, s[b].prev
	}
	return a == b
}

// amend moves the weights from the rival's actions to the gold ones, from
// where the two part.
func (t *trainer) amend(gold, rival int32) {
	g, r := t.path(gold), t.path(rival)
	i := 1
	s := t.beam.states
	for i < len(g) && i < len(r) && s[g[i]].action == s[r[i]].action {
		i++
	}
	t.reward(g, i, 1)
	t.reward(r, i, -1)
}

func (t *trainer) reward(path []int32, from int, delta float32) {
	x := &t.beam
	for ; from < len(path); from++ {
		before := &x.states[path[from-1]]
		if only(x.m.allowed(before)) < kinds {
			continue
		}
		t.f = x.m.actionFeatures(before, t.f)
		t.actions.Update(t.f, int(x.states[path[from]].action), delta)
	}
}

func (t *trainer) path(at int32) []int32 {
	var p []int32
	for ; at != none; at = t.beam.states[at].prev {
		p = append(p, at)
	}
	for i, k := 0, len(p)-1; i < k; i, k = i+1, k-1 {
		p[i], p[k] = p[k], p[i]
	}
	return p
}

// learnLabels learns the labels of the right arcs of a derivation.
func (t *trainer) learnLabels(tree *Tree, at int32) {
	path := t.path(at)
	for i := 1; i < len(path); i++ {
		st := &t.beam.states[path[i]]
		if st.dep != none && tree.Head[st.dep] == st.head {
			before := &t.beam.states[path[i-1]]
			t.arcOf(tree, t.beam.m.arc(before, st.action), &t.beam.m)
		}
	}
}
