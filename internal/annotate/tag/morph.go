package tag

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// A reading is scored as the sum of its atoms, one for each feature that tells
// readings apart: "Gender=Fem", "Mood none".
var atomFeatures = [...]doc.Feature{
	doc.FeatGender, doc.FeatNumber, doc.FeatPerson, doc.FeatMood, doc.FeatTense, doc.FeatVerbForm, doc.FeatVoice,
	doc.FeatPronType, doc.FeatNumType, doc.FeatDefinite, doc.FeatPolarity, doc.FeatReflex, doc.FeatEmph, doc.FeatPoss,
	doc.FeatForeign, doc.FeatAbbr, doc.FeatCase, doc.FeatDegree, doc.FeatPersonPsor, doc.FeatNumberPsor,
}

// atomStart is where each feature's atoms begin: as many as the feature has
// values, and "none".
var atomStart = [...]int{0, 4, 8, 12, 17, 22, 27, 30, 42, 47, 51, 54, 56, 59, 61, 63, 65, 70, 74, 78}

const atoms = 84

// maxReadings bounds the readings of a word that are weighed.
const maxReadings = 24

// readings gathers the features that a word may have as the part of speech.
type readings struct {
	list [maxReadings]doc.Feats
	n    int
}

func (r *readings) add(f doc.Feats) {
	for i := range r.n {
		if r.list[i] == f {
			return
		}
	}
	if r.n < maxReadings {
		r.list[r.n] = f
		r.n++
	}
}

// lexical adds what the lexicon says, with the variants that it leaves open:
// the voice of participles, the gender of "ministre".
func (r *readings) lexical(e lang.Entry, u doc.UPOS) {
	for i := range e.Len() {
		t, _ := e.Tag(i)
		if t.UPOS != u {
			continue
		}
		r.add(t.Feats)
		switch {
		case u == doc.VERB && t.Feats.Has(doc.FeatTense, doc.TensePast) && t.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart):
			f := t.Feats.With(doc.FeatVoice, 0)
			r.add(f)
			r.add(f.With(doc.FeatVoice, doc.VoicePass))
		case u == doc.NOUN && t.Feats.Get(doc.FeatGender) == 0:
			r.add(t.Feats.With(doc.FeatGender, doc.GenderMasc))
			r.add(t.Feats.With(doc.FeatGender, doc.GenderFem))
		}
	}
}

// gather fills r with what the word may be.
func (m *Model) gather(r *readings, t *doc.Token, w *word) {
	r.n = 0
	r.lexical(w.entry, t.UPOS)
	if w.lower.Known() {
		r.lexical(w.lower, t.UPOS)
	}
	if r.n == 0 && w.tail.Known() {
		r.lexical(w.tail, t.UPOS)
	}
	if r.n == 0 {
		for _, g := range m.guesser.of(w, t.UPOS) {
			r.add(g.feats)
		}
	}
	if r.n == 0 || t.UPOS == doc.PROPN {
		for _, f := range m.defaults[t.UPOS] {
			r.add(f)
		}
	}
}

// score adds up the atoms of a reading.
func score[N int32 | float32](scores []N, f doc.Feats) N {
	var sum N
	for i, k := range atomFeatures {
		sum += scores[atomStart[i]+int(f.Get(k))]
	}
	return sum
}

// choose is the best reading; the first of equals.
func choose[N int32 | float32](scores []N, r *readings) doc.Feats {
	best, top := 0, score(scores, r.list[0])
	for i := 1; i < r.n; i++ {
		if s := score(scores, r.list[i]); s > top {
			best, top = i, s
		}
	}
	return r.list[best]
}

// context is what was met on the way to a word.
type context struct {
	aux    uint32 // the last auxiliary's lemma, since the last verb
	passed uint32 // auxiliaries since then
	self   uint32 // a reflexive pronoun since then
	noun   uint32 // gender and number of the last noun
	domain uint32 // the treebank whose conventions are followed
}

// step takes note of a word that has its features.
func (c *context) step(t *doc.Token, w *word) {
	switch t.UPOS {
	case doc.AUX:
		c.aux, c.passed = w.class, c.passed+1
	case doc.VERB, doc.PUNCT, doc.CCONJ:
		if t.UPOS == doc.VERB || t.Norm != "," {
			c.aux, c.passed, c.self = 0, 0, 0
		}
	case doc.PRON:
		if t.Feats.Get(doc.FeatReflex) != 0 {
			c.self = 1
		}
	case doc.NOUN, doc.PROPN:
		c.noun = agreement(t)
	}
}

func agreement(t *doc.Token) uint32 {
	return uint32(t.Feats.Get(doc.FeatGender)) | uint32(t.Feats.Get(doc.FeatNumber))<<2 | 16
}

// morphology appends the features for the choice of a reading. Tags are known
// to both sides, features to the left.
func morphology(ts []doc.Token, ws []word, at int, c *context, f []uint32) []uint32 {
	k := linear.Sink{List: f, Template: 1 << 50}
	w := &ws[at+margin]
	p, n := &ws[at+margin-1], &ws[at+margin+1]
	u := uint32(ts[at].UPOS)
	pu, ppu, nu, nnu := tagAt(ts, at-1), tagAt(ts, at-2), tagAt(ts, at+1), tagAt(ts, at+2)
	var pa, ppa uint32
	if at > 0 {
		pa = agreement(&ts[at-1]) | uint32(ts[at-1].Feats.Get(doc.FeatPerson))<<5
	}
	if at > 1 {
		ppa = agreement(&ts[at-2])
	}
	k.Add(linear.One(u))
	k.Add(linear.Two(u, w.low))
	k.Add(linear.Two(u, w.class))
	k.Add(linear.Two(u, w.suffix[1]))
	k.Add(linear.Two(u, w.suffix[2]))
	k.Add(linear.Two(u, w.suffix[3]))
	k.Add(linear.Two(u, w.shape))
	k.Add(linear.Three(u, pu, nu))
	k.Add(linear.Three(u, pu, ppu))
	k.Add(linear.Three(u, nu, nnu))
	k.Add(linear.Two(u, p.low))
	k.Add(linear.Two(u, n.low))
	k.Add(linear.Two(u, ws[at+margin-2].low))
	k.Add(linear.Two(u, n.class))
	k.Add(linear.Three(u, pa, pu))
	k.Add(linear.Three(u, pa, w.class))
	k.Add(linear.Three(u, ppa, ppu))
	k.Add(linear.Three(u, c.noun, pu))
	k.Add(linear.Three(u, w.low, p.low))
	k.Add(linear.Three(u, w.low, n.low))
	k.Add(linear.Three(u, c.aux, c.passed|c.self<<4))
	k.Add(linear.Three(u, c.aux^w.low, c.passed|c.self<<4))
	k.Add(linear.Three(u, c.aux^uint32(frame(w))*0x85ebca6b, c.passed|c.self<<4))
	k.Add(linear.Three(u, c.aux, nu|pu<<8))
	k.Add(linear.Two(u, c.domain))
	k.Add(linear.Three(u, c.domain, w.low))
	k.Add(linear.Three(u, c.domain, w.class))
	k.Add(linear.Three(u, c.domain, c.passed))
	return k.List
}

func tagAt(ts []doc.Token, i int) uint32 {
	if i < 0 || i >= len(ts) {
		return 0
	}
	return uint32(ts[i].UPOS)
}

// frame is the frame of the first verb among the word's readings.
func frame(w *word) lang.Frame {
	for i := range w.entry.Len() {
		if f := w.entry.Frame(i); f != 0 {
			return f
		}
	}
	return 0
}

// morph sets features and lemmas of a sentence whose parts of speech are set.
func (s *Stage) morph(tokens []doc.Token, k *scratch) {
	var c context
	m := s.model
	for i := range tokens {
		t, w := &tokens[i], &k.words[i+margin]
		m.gather(&k.readings, t, w)
		switch k.readings.n {
		case 0:
			t.Feats = 0
		case 1:
			t.Feats = k.readings.list[0]
		default:
			k.features = morphology(tokens, k.words, i, &c, k.features[:0])
			m.atoms.Score(k.features, k.atoms[:])
			t.Feats = choose(k.atoms[:], &k.readings)
		}
		t.Lemma = m.lemma(t, w)
		c.step(t, w)
	}
}
