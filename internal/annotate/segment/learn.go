package segment

import (
	"strings"

	"readout/internal/conllu"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Settings of the training.
const (
	endBits   = 15
	splitBits = 15
	epochs    = 12
	margin    = 2
	step      = 1.0 / 16
)

// Learn makes the weights of this stage from treebank sentences in the order
// of their texts. The sentences are joined by a space into blocks of many
// lengths, other ones in each round: whole texts without a line break, where
// headings run into the next sentence, and paragraphs of one to five.
func Learn(l *lang.Language, banks [][]conllu.Sentence) ([]byte, error) {
	t := &learner{
		rules:  newRules(l),
		ends:   linear.NewTrainer(1, endBits),
		splits: linear.NewTrainer(1, splitBits),
		seed:   20240401,
	}
	for range epochs {
		var blocks [][]conllu.Sentence
		for _, bank := range banks {
			blocks = append(blocks, t.cutUp(bank)...)
		}
		for i := len(blocks) - 1; i > 0; i-- {
			j := t.random(i + 1)
			blocks[i], blocks[j] = blocks[j], blocks[i]
		}
		for _, b := range blocks {
			t.block(b)
		}
	}
	e := &linear.Encoder{}
	e.Packed(linear.Pack(t.ends.Average(), 1, step, 1))
	e.Packed(linear.Pack(t.splits.Average(), 1, step, 1))
	return e.Bytes()
}

type learner struct {
	*rules
	ends, splits *linear.Trainer
	seed         uint64
	feats        []uint32
}

// random is a number below n (xorshift; the same on every machine).
func (t *learner) random(n int) int {
	t.seed ^= t.seed << 13
	t.seed ^= t.seed >> 7
	t.seed ^= t.seed << 17
	return int(t.seed>>11) % n
}

// cutUp divides a treebank into blocks: one third of the sentences in short
// ones, the others in long ones.
func (t *learner) cutUp(bank []conllu.Sentence) [][]conllu.Sentence {
	var out [][]conllu.Sentence
	for len(bank) > 0 {
		stretch := 20 + t.random(60)
		short := t.random(3) == 0
		for stretch > 0 && len(bank) > 0 {
			n := stretch
			if short {
				n = 1 + t.random(5)
			}
			n = min(n, len(bank))
			out = append(out, bank[:n])
			bank, stretch = bank[n:], stretch-n
		}
	}
	return out
}

// block learns from one block.
func (t *learner) block(sentences []conllu.Sentence) {
	raw, ends, splits := join(sentences)
	s := scanner{rules: t.rules, t: raw}
	s.scan()
	v := view{rules: t.rules, t: raw, pieces: s.pieces}
	g := gap{last: -1, length: len(raw)}
	first := 0
	for i := 1; i <= len(s.pieces); i++ {
		if s.pieces[i-1].kind != closer {
			g.last = i - 1
		}
		end := i == len(s.pieces) || ends[s.pieces[i-1].end]
		if i < len(s.pieces) && v.candidate(&g, i) {
			t.feats = v.endFeatures(&g, t.feats[:0])
			t.learn(t.ends, end)
		}
		if end {
			t.sentence(raw, s.pieces[first:i], splits)
			first = i
			g.begun, g.last = i, i
		}
	}
}

// sentence learns which forms are two words.
func (t *learner) sentence(raw string, pieces []piece, splits map[int32]bool) {
	v := view{rules: t.rules, t: raw, pieces: pieces}
	for i := range pieces {
		if m := t.multiwordAt(raw, &pieces[i]); m != nil && m.learned {
			t.feats = v.splitFeatures(i, t.feats[:0])
			t.learn(t.splits, splits[pieces[i].start])
		}
	}
}

func (t *learner) learn(p *linear.Trainer, yes bool) {
	var score [1]float32
	p.Tick()
	p.Score(t.feats, score[:])
	switch {
	case yes && score[0] <= margin:
		p.Update(t.feats, 0, 1)
	case !yes && score[0] >= -margin:
		p.Update(t.feats, 0, -1)
	}
}

// join makes the raw text of the sentences, with the offsets where sentences
// end and where multiword tokens begin.
func join(sentences []conllu.Sentence) (raw string, ends, splits map[int32]bool) {
	var b strings.Builder
	ends, splits = map[int32]bool{}, map[int32]bool{}
	for _, s := range sentences {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(s.Text)
		ends[int32(b.Len())] = true
		for _, at := range multiwordStarts(s) {
			splits[int32(start+at)] = true
		}
	}
	return b.String(), ends, splits
}

// multiwordStarts are the offsets of the multiword tokens in the sentence's text.
func multiwordStarts(s conllu.Sentence) []int {
	var out []int
	at, r := 0, 0
	for i := 0; i < len(s.Words); i++ {
		form := s.Words[i].Form
		multi := r < len(s.Ranges) && s.Ranges[r].First == i+1
		if multi {
			form = s.Ranges[r].Form
			i = s.Ranges[r].Last - 1
			r++
		}
		k := strings.Index(s.Text[at:], form)
		if k < 0 {
			return out
		}
		if multi {
			out = append(out, at+k)
		}
		at += k + len(form)
	}
	return out
}
