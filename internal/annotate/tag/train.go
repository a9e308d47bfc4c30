package tag

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Options of the training.
type Options struct {
	Epochs int  // rounds over the data; 0 is the default
	Seeds  int  // models averaged; 0 is the default
	Bits   uint // 1<<Bits rows of weights; 0 is the default
}

func (o Options) filled() Options {
	if o.Epochs == 0 {
		o.Epochs = 6
	}
	if o.Seeds == 0 {
		o.Seeds = 1
	}
	if o.Bits == 0 {
		o.Bits = 18
	}
	return o
}

// sentences shares out the tokens of documents by sentence.
func sentences(docs []*doc.Document) [][]doc.Token {
	var out [][]doc.Token
	for _, d := range docs {
		for _, s := range d.Sentences {
			out = append(out, d.Tokens[s.First:s.End])
		}
	}
	return out
}

// Train learns from the tags of documents. The same documents in the same
// order give the same weights.
func Train(docs []*doc.Document, x *lang.Lexicon, o Options) *Model {
	return train(sentences(docs), x, o.filled())
}

func train(data [][]doc.Token, x *lang.Lexicon, o Options) *Model {
	sum := make([]float32, doc.UPOSCount<<o.Bits)
	for seed := range o.Seeds {
		for i, w := range trainTags(data, x, o, uint64(seed+1)) {
			sum[i] += w / float32(o.Seeds)
		}
	}
	return &Model{tags: linear.Pack(sum, doc.UPOSCount, step, floor)}
}

// step and floor of the quantised weights.
const (
	step  = 0.125
	floor = 2
)

func trainTags(data [][]doc.Token, x *lang.Lexicon, o Options, seed uint64) []float32 {
	t := linear.NewTrainer(doc.UPOSCount, o.Bits)
	order := make([]int, len(data))
	for i := range order {
		order[i] = i
	}
	r := shuffler{seed}
	k := &scratch{}
	for range o.Epochs {
		r.shuffle(order)
		for _, n := range order {
			learn(t, data[n], x, k)
		}
	}
	return t.Average()
}

func learn(t *linear.Trainer, tokens []doc.Token, x *lang.Lexicon, k *scratch) {
	var scores [doc.UPOSCount]float32
	k.read(tokens, x)
	t1, t2 := uint8(0), uint8(0)
	for i := range tokens {
		t.Tick()
		k.features = history(k.words, i+margin, t1, t2, static(k.words, i+margin, k.features[:0]))
		t.Score(k.features, scores[:])
		gold := tokens[i].UPOS
		best := pick(scores[:], k.words[i+margin].allowed())
		if best != gold {
			t.Update(k.features, int(gold), 1)
			t.Update(k.features, int(best), -1)
		}
		t1, t2 = uint8(best), t1
	}
}

// Jackknife replaces the tags of the documents by those of taggers that have
// not seen the sentence: sentence i is tagged by a model trained on all
// sentences but those whose number leaves the same rest by folds.
func Jackknife(docs []*doc.Document, x *lang.Lexicon, folds int, o Options) {
	data := sentences(docs)
	models := make([]*Model, folds)
	for f := range folds {
		var rest [][]doc.Token
		for i, s := range data {
			if i%folds != f {
				rest = append(rest, s)
			}
		}
		models[f] = train(rest, x, o.filled())
	}
	k := &scratch{}
	for i, s := range data {
		NewStage(x, models[i%folds]).sentence(s, k)
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
