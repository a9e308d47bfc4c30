package tag

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Corpus is a tagged document to learn from.
type Corpus struct {
	Doc        *doc.Document
	Morphology bool   // its features and lemmas are to be learnt too
	Domain     uint32 // corpora with one number share their conventions; 0 are those followed
}

// Options of the training.
type Options struct {
	Epochs int  // rounds over the data; 0 is the default
	Seeds  int  // models averaged; 0 is the default
	Bits   uint // 1<<Bits rows of weights; 0 is the default
}

func (o Options) filled() Options {
	if o.Epochs == 0 {
		o.Epochs = 5
	}
	if o.Seeds == 0 {
		o.Seeds = 6
	}
	if o.Bits == 0 {
		o.Bits = 18
	}
	return o
}

// example is one sentence to learn from.
type example struct {
	tokens []doc.Token
	gold   []doc.Token // the right tags, where tokens has others
	morph  bool
	domain uint32
}

func examples(corpora []Corpus) []example {
	var out []example
	for _, c := range corpora {
		for _, s := range c.Doc.Sentences {
			out = append(out, example{tokens: c.Doc.Tokens[s.First:s.End], morph: c.Morphology, domain: c.Domain})
		}
	}
	return out
}

// Train learns from the tags of documents. The same documents in the same
// order give the same weights.
func Train(corpora []Corpus, x *lang.Lexicon, o Options) *Model {
	return train(examples(corpora), x, learnGuesser(x), o.filled())
}

// Jackknife replaces the tags of the documents by those of taggers that have
// not seen the sentence: sentence i is tagged by a model trained on all
// sentences but those whose number leaves the same rest by folds.
func Jackknife(corpora []Corpus, x *lang.Lexicon, folds int, o Options) {
	if o.Seeds == 0 {
		o.Seeds = 1
	}
	data, g := examples(corpora), learnGuesser(x)
	models := make([]*Model, folds)
	for f := range folds {
		var rest []example
		for i, s := range data {
			if i%folds != f {
				rest = append(rest, s)
			}
		}
		models[f] = train(rest, x, g, o.filled())
	}
	k := &scratch{}
	for i, s := range data {
		NewStage(x, models[i%folds]).sentence(s.tokens, k)
	}
}

func train(data []example, x *lang.Lexicon, g *guesser, o Options) *Model {
	m := &Model{guesser: g}
	m.first = learnFirst(data, x, o)
	m.second = learnSecond(data, x, o)
	var morph []example
	for _, s := range data {
		if s.morph {
			morph = append(morph, s)
		}
	}
	m.learnDefaults(morph, x)
	m.atoms = averaged(atoms, o, morphBits, func(seed uint64) []float32 { return m.trainAtoms(morph, x, o, seed) })
	return m
}

// step and floor of the quantised weights.
const (
	step      = 0.125
	floor     = 2
	morphBits = 15
)

// averaged trains once for each seed and averages the weights.
func averaged(classes int, o Options, bits uint, once func(seed uint64) []float32) *linear.Packed {
	sum := make([]float32, classes<<bits)
	for seed := range o.Seeds {
		for i, w := range once(uint64(seed + 1)) {
			sum[i] += w / float32(o.Seeds)
		}
	}
	return linear.Pack(sum, classes, step, floor)
}

// rounds visits all examples, each time in another order.
func rounds(data []example, epochs int, seed uint64, visit func(example)) {
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	r := shuffler{seed}
	for range epochs {
		r.shuffle(order)
		for _, n := range order {
			visit(data[n])
		}
	}
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
