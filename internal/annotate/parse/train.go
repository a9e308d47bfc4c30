package parse

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Tree is one sentence to learn from: tokens as the tagger gives them, and the
// gold tree. Head counts from the sentence's first token; none is the root.
type Tree struct {
	Tokens []doc.Token
	Head   []int32
	Rel    []doc.Deprel
}

// Trees takes the sentences of a document apart, its tree as gold.
func Trees(d *doc.Document) []Tree {
	var out []Tree
	for _, s := range d.Sentences {
		t := Tree{Tokens: append([]doc.Token(nil), d.Tokens[s.First:s.End]...)}
		for i := s.First; i < s.End; i++ {
			h := d.Tokens[i].Head
			if h != doc.None {
				h -= s.First
			}
			t.Head = append(t.Head, h)
			t.Rel = append(t.Rel, d.Tokens[i].Deprel)
		}
		out = append(out, t)
	}
	return out
}

// Options of a training.
type Options struct {
	Epochs     int
	BeamEpochs int     // further ones with beam search
	Width      int     // of the beam
	RunWidth   int     // of the beam when running
	Margin     float32 // see search
	ActionBits uint
	ArcBits    uint
	Step       float32 // size of a quantised unit
	Floor      int     // smaller weights, in units, are dropped
	Seeds      int     // models of so many shuffles are averaged
	Lexicon    *lang.Lexicon
	Log        func(format string, args ...any)
}

// trainer learns both models.
type trainer struct {
	opt     Options
	m       *Model
	actions *linear.Trainer
	arcs    *linear.Trainer
	ids     map[doc.Deprel]uint8
	base    [][]uint8 // labels that a gold relation admits
	s       sentence
	mach    machine
	f       []uint32
	scores  [maxLabels]float32
	rng     uint32
	gold    []int32
	beam    search
	seen    int
	good    int
}

// Train learns a model from trees. The weights of several trainings that differ
// in the order of the sentences only are added up: linear models over the same
// hashes vote in one.
func Train(trees []Tree, opt Options) *Model {
	var actions, arcs []float32
	var m *Model
	for seed := range max(opt.Seeds, 1) {
		t := newTrainer(trees, opt, uint32(seed))
		t.learn(trees)
		m = t.m
		actions = plus(actions, t.actions.Average())
		arcs = plus(arcs, t.arcs.Average())
	}
	m.actions = linear.Pack(mean(actions, opt.Seeds), kinds, opt.Step, opt.Floor)
	m.arcs = linear.Pack(mean(arcs, opt.Seeds), len(m.labels), opt.Step, opt.Floor)
	m.Search(opt.RunWidth, opt.Margin)
	return m
}

func plus(sum, w []float32) []float32 {
	if sum == nil {
		return w
	}
	for i, v := range w {
		sum[i] += v
	}
	return sum
}

func mean(sum []float32, n int) []float32 {
	for i := range sum {
		sum[i] /= float32(max(n, 1))
	}
	return sum
}

func (t *trainer) learn(trees []Tree) {
	order := make([]int, len(trees))
	for i := range order {
		order[i] = i
	}
	for e := 0; e < t.opt.Epochs; e++ {
		t.shuffle(order)
		t.seen, t.good = 0, 0
		for _, i := range order {
			t.sentence(&trees[i], e > 0)
		}
		t.opt.Log("epoch %d: %.4f of the actions", e, float64(t.good)/float64(t.seen))
	}
	if t.opt.BeamEpochs > 0 {
		t.learnBeam(trees, order)
	}
}

func newTrainer(trees []Tree, opt Options, seed uint32) *trainer {
	t := &trainer{opt: opt, ids: map[doc.Deprel]uint8{}, rng: (seed+1)*2654435761 | 1}
	labels := commonest(trees)
	for i, r := range labels {
		t.ids[r] = uint8(i)
	}
	t.m = newModel(labels, opt.Lexicon)
	t.base = make([][]uint8, doc.DeprelCount)
	for r := range t.base {
		if id, ok := t.ids[doc.Deprel(r)]; ok {
			t.base[r] = []uint8{id}
			continue
		}
		for i, l := range labels {
			if l.Base() == doc.Deprel(r).Base() {
				t.base[r] = append(t.base[r], uint8(i))
			}
		}
	}
	t.actions = linear.NewTrainer(kinds, opt.ActionBits)
	t.arcs = linear.NewTrainer(len(labels), opt.ArcBits)
	return t
}

// widest is how many labels are learnt: rows of 48 are the fastest to add.
const widest = 48

// commonest are the relations to learn.
func commonest(trees []Tree) []doc.Deprel {
	var count [doc.DeprelCount]int
	for i := range trees {
		for k, r := range trees[i].Rel {
			if trees[i].Head[k] != none && !vague(r) {
				count[r]++
			}
		}
	}
	var labels []doc.Deprel
	for r, n := range count {
		if n > 0 {
			labels = append(labels, doc.Deprel(r))
		}
	}
	slices.SortStableFunc(labels, func(a, b doc.Deprel) int { return count[b] - count[a] })
	return labels[:min(len(labels), widest)]
}

// vague are relations that some treebanks leave without the subtype that the
// others give: any subtype is then right.
func vague(r doc.Deprel) bool {
	return r == doc.RelObl || r == doc.RelExpl || r == doc.RelAux || r == doc.RelFlat
}

func (t *trainer) random(n int) int {
	t.rng ^= t.rng << 13
	t.rng ^= t.rng >> 17
	t.rng ^= t.rng << 5
	return int(t.rng % uint32(n))
}

func (t *trainer) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		k := t.random(i + 1)
		order[i], order[k] = order[k], order[i]
	}
}

// sentence goes through one tree; with explore it mostly follows the model's
// own choices, so that it learns to go on from its mistakes.
func (t *trainer) sentence(x *Tree, explore bool) {
	t.s.prepare(t.m, x.Tokens)
	t.setGold(x)
	st := t.mach.start(&t.s)
	for {
		allowed := t.mach.allowed(&st)
		if allowed == 0 {
			return
		}
		kind := t.action(&st, allowed, explore)
		label := uint8(0)
		if kind >= left {
			label = t.arcOf(x, t.mach.arc(&st, kind), &t.mach)
		}
		t.mach.apply(&st, kind, label)
	}
}

func (t *trainer) action(st *state, allowed uint8, explore bool) uint8 {
	if k := only(allowed); k < kinds {
		return k
	}
	var cost [kinds]int
	t.mach.costs(st, t.gold, &cost)
	t.f = t.mach.actionFeatures(st, t.f)
	scores := t.scores[:kinds]
	t.actions.Tick()
	t.actions.Score(t.f, scores)
	least := 1 << 30
	for k := range cost {
		if allowed>>k&1 == 1 {
			least = min(least, cost[k])
		}
	}
	best, gold := -1, -1
	for k := range cost {
		if allowed>>k&1 == 0 {
			continue
		}
		if best < 0 || scores[k] > scores[best] {
			best = k
		}
		if cost[k] == least && (gold < 0 || scores[k] > scores[gold]) {
			gold = k
		}
	}
	t.seen++
	if cost[best] == least {
		t.good++
		return uint8(best)
	}
	t.actions.Update(t.f, gold, 1)
	t.actions.Update(t.f, best, -1)
	if explore && t.random(10) > 0 {
		return uint8(best)
	}
	return uint8(gold)
}

// arcOf chooses the label of an arc and learns it if the arc is right.
func (t *trainer) arcOf(x *Tree, a arc, m *machine) uint8 {
	t.f = m.labelFeatures(a, t.f)
	scores := t.scores[:len(t.m.labels)]
	t.arcs.Score(t.f, scores)
	best := argmax(scores)
	dep := a.dep.node
	if x.Head[dep] != a.head.node {
		return uint8(best)
	}
	t.arcs.Tick()
	gold := -1
	for _, id := range t.base[x.Rel[dep]] {
		if int(id) == best {
			return uint8(best)
		}
		if gold < 0 || scores[id] > scores[gold] {
			gold = int(id)
		}
	}
	if gold < 0 {
		return uint8(best)
	}
	t.arcs.Update(t.f, gold, 1)
	t.arcs.Update(t.f, best, -1)
	return uint8(best)
}
