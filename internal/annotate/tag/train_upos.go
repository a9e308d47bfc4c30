package tag

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// learnFirst trains the first reading.
func learnFirst(data []example, x *lang.Lexicon, o Options) *linear.Packed {
	return averaged(doc.UPOSCount, o, o.Bits, func(seed uint64) []float32 {
		t := linear.NewTrainer(doc.UPOSCount, o.Bits)
		k := &scratch{}
		rounds(data, o.Epochs, seed, func(e example) {
			k.read(e.tokens, x)
			learn(t, e.tokens, k, func(i int, t1, t2 uint8, f []uint32) []uint32 {
				return history(k.words, i+margin, t1, t2, static(k.words, i+margin, f))
			})
		})
		return t.Average()
	})
}

// folds is in how many parts the data is cut for the second reading.
const folds = 4

// learnSecond trains the second reading on what first readings make of
// sentences that they were not trained on.
func learnSecond(data []example, x *lang.Lexicon, o Options) *linear.Packed {
	before := firstReadings(data, x, o)
	return averaged(doc.UPOSCount, o, o.Bits, func(seed uint64) []float32 {
		t := linear.NewTrainer(doc.UPOSCount, o.Bits)
		k := &scratch{}
		rounds(before, o.Epochs, seed, func(e example) {
			k.read(e.tokens, x)
			learn(t, e.gold, k, func(i int, t1, t2 uint8, f []uint32) []uint32 {
				return again(e.tokens, k.words, i, t1, t2, f)
			})
		})
		return t.Average()
	})
}

// firstReadings copies the data with the tags of first readings.
func firstReadings(data []example, x *lang.Lexicon, o Options) []example {
	o.Seeds = 1
	out := make([]example, len(data))
	k := &scratch{}
	for f := range folds {
		var rest []example
		for i, s := range data {
			if i%folds != f {
				rest = append(rest, s)
			}
		}
		m := &Model{first: learnFirst(rest, x, o)}
		for i := f; i < len(data); i += folds {
			e := data[i]
			e.gold, e.tokens = e.tokens, append([]doc.Token(nil), e.tokens...)
			k.read(e.tokens, x)
			m.upos(e.tokens, k)
			out[i] = e
		}
	}
	return out
}

// slack is by how much the right tag must win; less than that is corrected too.
const slack = 40

// learn goes through a sentence, tags it and corrects the weights.
func learn(t *linear.Trainer, gold []doc.Token, k *scratch, features func(i int, t1, t2 uint8, f []uint32) []uint32) {
	var scores [doc.UPOSCount]float32
	t1, t2 := uint8(0), uint8(0)
	for i := range gold {
		t.Tick()
		k.features = features(i, t1, t2, k.features[:0])
		t.Score(k.features, scores[:])
		right, allowed := gold[i].UPOS, k.words[i+margin].allowed()
		best, _ := pick(scores[:], allowed)
		scores[right] -= slack
		if rival, _ := pick(scores[:], allowed); rival != right {
			t.Update(k.features, int(right), 1)
			t.Update(k.features, int(rival), -1)
		}
		t1, t2 = uint8(best), t1
	}
}
