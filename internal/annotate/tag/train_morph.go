package tag

import (
	"sort"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// learnt is what of a treebank's features is learnt: not that a word begins a
// fixed expression, nor that it is misspelt.
func learnt(f doc.Feats) doc.Feats {
	return f.With(doc.FeatExtPos, 0).With(doc.FeatTypo, 0)
}

// learnDefaults counts the features of words that neither lexicon nor endings
// say anything of, and of names.
func (m *Model) learnDefaults(data []example, x *lang.Lexicon) {
	var counts [doc.UPOSCount]map[doc.Feats]int
	k := &scratch{}
	for _, e := range data {
		k.read(e.tokens, x)
		for i := range e.tokens {
			t := &e.tokens[i]
			m.gather(&k.readings, t, &k.words[i+margin])
			if k.readings.n > 0 && t.UPOS != doc.PROPN {
				continue
			}
			if counts[t.UPOS] == nil {
				counts[t.UPOS] = map[doc.Feats]int{}
			}
			counts[t.UPOS][learnt(t.Feats)]++
		}
	}
	for u, c := range counts {
		list := make([]doc.Feats, 0, len(c))
		for f := range c {
			list = append(list, f)
		}
		sort.Slice(list, func(i, j int) bool { return c[list[i]] > c[list[j]] || c[list[i]] == c[list[j]] && list[i] < list[j] })
		m.defaults[u] = list[:min(len(list), maxDefaults)]
	}
}

const maxDefaults = 8

func (m *Model) trainAtoms(data []example, x *lang.Lexicon, o Options, seed uint64) []float32 {
	t := linear.NewTrainer(atoms, morphBits)
	k := &scratch{}
	rounds(data, o.Epochs, seed, func(e example) { m.learnReadings(t, e, x, k) })
	return t.Average()
}

func (m *Model) learnReadings(t *linear.Trainer, e example, x *lang.Lexicon, k *scratch) {
	var scores [atoms]float32
	k.read(e.tokens, x)
	ts := append([]doc.Token(nil), e.tokens...)
	c := context{domain: e.domain}
	for i := range ts {
		w := &k.words[i+margin]
		gold := learnt(ts[i].Feats)
		m.gather(&k.readings, &ts[i], w)
		k.features = morphology(ts, k.words, i, &c, k.features[:0])
		if k.readings.n > 1 {
			t.Tick()
			t.Score(k.features, scores[:])
			found := choose(scores[:], &k.readings)
			if found != gold && k.readings.has(gold) {
				updateAtoms(t, k.features, gold, found)
			}
		}
		ts[i].Feats = gold
		c.step(&ts[i], w)
	}
}

func (r *readings) has(f doc.Feats) bool {
	for _, g := range r.list[:r.n] {
		if g == f {
			return true
		}
	}
	return false
}

func updateAtoms(t *linear.Trainer, features []uint32, gold, found doc.Feats) {
	for i, k := range atomFeatures {
		g, f := gold.Get(k), found.Get(k)
		if g != f {
			t.Update(features, atomStart[i]+int(g), 1)
			t.Update(features, atomStart[i]+int(f), -1)
		}
	}
}
