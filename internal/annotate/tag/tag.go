// Package tag gives each token its part of speech, features and lemma.
//
// Parts of speech come first: an averaged perceptron with the ambiguity
// classes of the lexicon, left to right, with the two tags before. Features
// and lemma are then chosen among the lexicon's analyses that fit.
//
// Train and Jackknife are for cmd/train. The parser must learn from the tags
// it will see: Jackknife tags a treebank in parts, each part by a tagger that
// was trained on the others.
package tag

import (
	"errors"
	"io/fs"
	"sync"

	"readout/internal/doc"
	"readout/internal/lang"
)

// File is where a language keeps the weights of its tagger.
const File = "models/tag.bin"

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	lex   *lang.Lexicon
	model *Model // nil if the language has no weights
	pool  sync.Pool
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	raw, err := l.File(File)
	if errors.Is(err, fs.ErrNotExist) {
		return NewStage(l.Lexicon, nil), nil
	}
	if err != nil {
		return nil, err
	}
	m, err := Decode(raw)
	if err != nil {
		return nil, err
	}
	return NewStage(l.Lexicon, m), nil
}

// NewStage puts a stage together from its parts; a nil model leaves only the
// lexicon.
func NewStage(x *lang.Lexicon, m *Model) *Stage {
	return &Stage{lex: x, model: m, pool: sync.Pool{New: func() any { return &scratch{} }}}
}

// scratch is the memory of one run, kept for the next.
type scratch struct {
	words    []word
	features []uint32
	scores   [doc.UPOSCount]int32
	clear    []bool // by token: the first reading left no doubt
	readings readings
	atoms    [atoms]int32
}

// maxSentence bounds the words kept at once; longer sentences are tagged in
// pieces.
const maxSentence = 1000

// Run tags every sentence of the document.
func (s *Stage) Run(d *doc.Document) {
	k := s.pool.Get().(*scratch)
	defer s.pool.Put(k)
	for _, sent := range d.Sentences {
		for at := sent.First; at < sent.End; at += maxSentence {
			s.sentence(d.Tokens[at:min(at+maxSentence, sent.End)], k)
		}
	}
}

func (s *Stage) sentence(tokens []doc.Token, k *scratch) {
	k.read(tokens, s.lex)
	if s.model != nil {
		s.model.upos(tokens, k)
	} else {
		commonest(tokens, k)
	}
	if s.model != nil {
		s.morph(tokens, k)
		return
	}
	for i := range tokens {
		lexical(&tokens[i], &k.words[i+margin])
	}
}

// read works out the words of a sentence, with edges on both sides.
func (k *scratch) read(tokens []doc.Token, x *lang.Lexicon) {
	n := len(tokens) + 2*margin
	if cap(k.words) < n {
		k.words = make([]word, n)
	}
	k.words = k.words[:n]
	for i := range margin {
		k.words[i], k.words[n-1-i] = edge(0), edge(1)
	}
	for i := range tokens {
		k.words[i+margin].read(tokens[i].Form, x)
	}
}

// upos sets the parts of speech: a first reading from left to right, then a
// second that also knows the tags to come, for the words that the first left in
// doubt.
func (m *Model) upos(tokens []doc.Token, k *scratch) {
	t1, t2 := uint8(0), uint8(0)
	k.clear = k.clear[:0]
	for i := range tokens {
		k.features = history(k.words, i+margin, t1, t2, static(k.words, i+margin, k.features[:0]))
		m.first.Score(k.features, k.scores[:])
		best, lead := pick(k.scores[:], k.words[i+margin].allowed())
		k.clear = append(k.clear, m.clear > 0 && lead >= m.clear)
		tokens[i].UPOS = best
		t1, t2 = uint8(best), t1
	}
	if m.second == nil {
		return
	}
	t1, t2 = 0, 0
	for i := range tokens {
		best := tokens[i].UPOS
		if !k.clear[i] {
			k.features = again(tokens, k.words, i, t1, t2, k.features[:0])
			m.second.Score(k.features, k.scores[:])
			best, _ = pick(k.scores[:], k.words[i+margin].allowed())
			tokens[i].UPOS = best
		}
		t1, t2 = uint8(best), t1
	}
}

// again gathers the features of the second reading.
func again(tokens []doc.Token, ws []word, i int, t1, t2 uint8, f []uint32) []uint32 {
	f = history(ws, i+margin, t1, t2, static(ws, i+margin, f))
	return future(ws, i+margin, t1, t2, uint8(tagAt(tokens, i+1)), uint8(tagAt(tokens, i+2)), f)
}

// pick is the best-scored part of speech among those allowed, and by how much
// it leads the next one.
func pick[N int32 | float32](scores []N, allowed lang.UPOSSet) (best doc.UPOS, lead N) {
	next := doc.NoPOS
	for u := doc.ADJ; int(u) < doc.UPOSCount; u++ {
		switch {
		case !allowed.Has(u):
		case best == doc.NoPOS || scores[u] > scores[best]:
			best, next = u, best
		case next == doc.NoPOS || scores[u] > scores[next]:
			next = u
		}
	}
	return best, scores[best] - scores[next]
}

// commonest is for a language without weights: the lexicon's commonest reading.
func commonest(tokens []doc.Token, k *scratch) {
	for i := range tokens {
		w := &k.words[i+margin]
		switch {
		case w.entry.Len() > 0:
			tokens[i].UPOS = w.entry.At(0).UPOS
		case !w.letter:
			tokens[i].UPOS = doc.PUNCT
		case w.capital:
			tokens[i].UPOS = doc.PROPN
		default:
			tokens[i].UPOS = doc.NOUN
		}
	}
}

// lexical sets lemma and features from the first fitting analysis.
func lexical(t *doc.Token, w *word) {
	for _, e := range [...]lang.Entry{w.entry, w.lower} {
		for i := range e.Len() {
			if tag, _ := e.Tag(i); tag.UPOS == t.UPOS {
				t.Lemma, t.Feats = e.Lemma(i), tag.Feats
				return
			}
		}
	}
	t.Feats = 0
	t.Lemma = t.Form
	if t.UPOS != doc.PROPN {
		t.Lemma = t.Norm
	}
}
