package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Name is one name of a training document.
type Name struct {
	First, End int32 // tokens
	Type       doc.EntityType
}

// Example is a tagged document with its names, in order, none inside another.
type Example struct {
	Doc   *doc.Document
	Names []Name
}

// Options of the training.
type Options struct {
	Epochs int
	Bits   uint
	Folds  int // models by which the first pass labels what the second learns from
}

// step and floor of the quantised weights.
const (
	step  = 0.125
	floor = 2
)

// Train learns the names of the examples. The same examples in the same order
// give the same weights.
func Train(examples []Example, l *lang.Language, o Options) *Model {
	t := &training{stage: &Stage{names: l.Names, lex: l.Lexicon}, o: o}
	for _, x := range examples {
		t.gold = append(t.gold, goldLabels(x))
		t.docs = append(t.docs, x.Doc)
	}
	found := make([]map[uint32]votes, len(examples))
	for f := range o.Folds {
		first := t.pack(t.learn(func(i int) bool { return i%o.Folds != f }, nil))
		for i := f; i < len(t.docs); i += o.Folds {
			found[i] = t.pass(first, i)
		}
	}
	all := func(int) bool { return true }
	return &Model{first: t.pack(t.learn(all, nil)), second: t.pack(t.learn(all, found))}
}

type training struct {
	stage *Stage
	o     Options
	docs  []*doc.Document
	gold  [][]label
}

func (t *training) pack(weights []float32) *linear.Packed {
	return linear.Pack(weights, labels, step, floor)
}

func goldLabels(x Example) []label {
	out := make([]label, len(x.Doc.Tokens))
	for _, n := range x.Names {
		for i := n.First; i < n.End; i++ {
			part := middle
			switch {
			case n.End-n.First == 1:
				part = only
			case i == n.First:
				part = begin
			case i == n.End-1:
				part = last
			}
			out[i] = labelOf(n.Type, part)
		}
	}
	return out
}

// learn trains one pass on the documents that use takes; found holds what the
// pass before made of each document.
func (t *training) learn(use func(int) bool, found []map[uint32]votes) []float32 {
	tr := linear.NewTrainer(labels, t.o.Bits)
	var order []int
	for i := range t.docs {
		if use(i) {
			order = append(order, i)
		}
	}
	r := shuffler{1}
	k := newScratch()
	var scores [labels]float32
	for range t.o.Epochs {
		r.shuffle(order)
		for _, n := range order {
			var seen map[uint32]votes
			if found != nil {
				seen = found[n]
			}
			k.prepare(t.docs[n], t.stage)
			k.label(t.docs[n], seen, func(i int32, f []uint32, prev label, canGoOn bool) label {
				tr.Tick()
				tr.Score(f, scores[:])
				got := choose(scores[:], prev, canGoOn)
				want := t.gold[n][i]
				if got != want && want.follows(prev) {
					tr.Update(f, int(want), 1)
					tr.Update(f, int(got), -1)
				}
				return got
			})
		}
	}
	return tr.Average()
}

// pass labels a document with a first-pass model and gives what it found.
func (t *training) pass(p *linear.Packed, i int) map[uint32]votes {
	k := newScratch()
	k.prepare(t.docs[i], t.stage)
	k.label(t.docs[i], nil, func(_ int32, f []uint32, prev label, canGoOn bool) label { return best(p, f, prev, canGoOn) })
	return k.memory
}

// Find gives the names of a tagged document: those of the model alone, or as
// the tables and the rest of the document mend them.
func (s *Stage) Find(d *doc.Document, mended bool) []Name {
	k := newScratch()
	k.prepare(d, s)
	if s.model != nil {
		s.model.findNames(d, k)
	}
	if mended {
		k.mend(d, s.names)
	}
	return k.namesOf(d)
}

// namesOf reads the names off the labels.
func (k *scratch) namesOf(d *doc.Document) []Name {
	var out []Name
	for i := int32(0); i < int32(len(d.Tokens)); i++ {
		l := k.labels[i]
		if l == outside {
			continue
		}
		end := i + 1
		for end < int32(len(d.Tokens)) && k.labels[end-1].open() {
			end++
		}
		out = append(out, Name{i, end, l.kind()})
		i = end - 1
	}
	return out
}

// shuffler is a small seeded generator (xorshift64*), so that training does
// not hang on the version of a library.
type shuffler struct{ state uint64 }

func (r *shuffler) next(n int) int {
	r.state ^= r.state >> 12
	r.state ^= r.state << 25
	r.state ^= r.state >> 27
	return int((r.state * 2685821657736338717 >> 33) % uint64(n))
}

func (r *shuffler) shuffle(s []int) {
	for i := len(s) - 1; i > 0; i-- {
		j := r.next(i + 1)
		s[i], s[j] = s[j], s[i]
	}
}
