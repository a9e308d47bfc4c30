package segment

import (
	"strings"
	"unicode/utf8"

	"readout/internal/conllu"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Settings of the training.
const (
	endBits   = 18
	splitBits = 15
	epochs    = 24
	// courses are learned each for itself, in other orders; the mean of their
	// weights depends less on chance than any of them.
	courses = 3
	rate    = 0.1
	step    = 1.0 / 64
	// articleEvery blocks of treebank sentences comes one article.
	articleEvery = 4
)

// Learn makes the weights of this stage from treebank sentences in the order
// of their texts. The sentences are joined by a space into blocks of many
// lengths, other ones in each round: whole texts without a line break, where
// headings run into the next sentence, and paragraphs of one to five. articles
// are texts by lines; they show where a line ends without a stop and where a
// capital inside a line begins no sentence. The first treebank, the one with
// headings, counts half as much again.
func Learn(l *lang.Language, banks [][]conllu.Sentence, articles [][]string) ([]byte, error) {
	t := &learner{rules: newRules(l), seed: 20240401}
	t.countAll(banks, articles)
	ends, splits := make([]float32, 1<<endBits), make([]float32, 1<<splitBits)
	for range courses {
		t.ends, t.splits = linear.NewTrainer(1, endBits), linear.NewTrainer(1, splitBits)
		for range epochs {
			t.round(banks, articles)
		}
		addShare(ends, t.ends.Average())
		addShare(splits, t.splits.Average())
	}
	e := &linear.Encoder{}
	e.Packed(linear.Pack(ends, 1, step, 1))
	e.Packed(linear.Pack(splits, 1, step, 1))
	e.Packed(packHabits(t.counts))
	return e.Bytes()
}

// addShare adds the weights of one course to the mean of all.
func addShare(mean, weights []float32) {
	for i, w := range weights {
		mean[i] += w / courses
	}
}

// round goes once over everything there is to learn from.
func (t *learner) round(banks [][]conllu.Sentence, articles [][]string) {
	var blocks [][]conllu.Sentence
	for i, bank := range banks {
		blocks = append(blocks, t.cutUp(bank)...)
		if i == 0 {
			for _, part := range t.deal(bank) {
				blocks = append(blocks, t.cutUp(part)...)
			}
		}
		for _, part := range t.deal(bank) {
			blocks = append(blocks, t.cutUp(part)...)
		}
	}
	for i := len(blocks) - 1; i > 0; i-- {
		j := t.random(i + 1)
		blocks[i], blocks[j] = blocks[j], blocks[i]
	}
	for i, b := range blocks {
		t.block(b)
		if len(articles) > 0 && i%articleEvery == 0 {
			t.article(articles[t.random(len(articles))])
		}
	}
}

type learner struct {
	*rules
	ends, splits *linear.Trainer
	seed         uint64
	feats        []uint32
	counts       []written
}

// random is a number below n (xorshift; the same on every machine).
func (t *learner) random(n int) int {
	t.seed ^= t.seed << 13
	t.seed ^= t.seed >> 7
	t.seed ^= t.seed << 17
	return int(t.seed>>11) % n
}

// deal gives the sentences out to many hands, each in their order, so that
// other sentences become neighbours in each round.
func (t *learner) deal(bank []conllu.Sentence) [][]conllu.Sentence {
	hands := make([][]conllu.Sentence, 14)
	for _, s := range bank {
		k := t.random(len(hands))
		hands[k] = append(hands[k], s)
	}
	return hands
}

// cutUp divides a treebank into blocks: one third of the sentences in short
// ones, the others in long ones. A heading or another line without a stop is a
// block of its own among the short ones, as in a text with its lines; among the
// long ones it runs into the next sentence.
func (t *learner) cutUp(bank []conllu.Sentence) [][]conllu.Sentence {
	var out [][]conllu.Sentence
	for len(bank) > 0 {
		stretch := min(20+t.random(60), len(bank))
		if t.random(3) > 0 {
			out = append(out, bank[:stretch])
			bank = bank[stretch:]
			continue
		}
		for stretch > 0 {
			n := untilHeading(bank, min(1+t.random(6), stretch))
			out = append(out, bank[:n])
			bank, stretch = bank[n:], stretch-n
		}
	}
	return out
}

// untilHeading is the number of sentences, at most n, up to and including the
// first one without a mark at its end.
func untilHeading(bank []conllu.Sentence, n int) int {
	for i := range n {
		t := bank[i].Text
		last := len(t)
		for last > 0 && before(t, last) == closing || before(t, last) == quoting {
			_, size := utf8.DecodeLastRuneInString(t[:last])
			last -= size
		}
		switch before(t, last) {
		case stop, ellipsis, terminator, colon:
		default:
			return i + 1
		}
	}
	return n
}

// block learns from one block. The sentence so far begins where the model, not
// the treebank, ended the last one: so it will be when nobody puts it right.
func (t *learner) block(sentences []conllu.Sentence) {
	raw, ends, splits := join(sentences)
	s := scanner{rules: t.rules, t: raw}
	s.scan()
	v := view{rules: t.rules, t: raw, pieces: s.pieces, counts: t.counts}
	g := gap{last: -1, length: len(raw)}
	first := 0
	said := false
	for i := 1; i <= len(s.pieces); i++ {
		if s.pieces[i-1].kind != closer {
			g.last = i - 1
		}
		end := i == len(s.pieces) || ends[s.pieces[i-1].end]
		if i < len(s.pieces) && v.candidate(&g, i) {
			t.describe(&v, &g, end)
			said = t.learn(t.ends, end)
		} else {
			said = end
		}
		if end {
			t.sentence(raw, s.pieces[first:i], splits)
			first = i
		}
		if said {
			g.begun, g.last = i, i
		}
	}
}

// article learns from a text whose lines are known but not its sentences: now
// with its lines run together, now line by line.
func (t *learner) article(lines []string) {
	if t.random(3) == 0 {
		for _, line := range lines {
			t.lines(line, map[int32]bool{int32(len(line)): true})
		}
		return
	}
	var b strings.Builder
	ends := map[int32]bool{}
	for _, line := range lines {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(line)
		ends[int32(b.Len())] = true
	}
	t.lines(b.String(), ends)
}

// lines learns at the ends of lines, and at gaps inside lines where no stop
// stands.
func (t *learner) lines(raw string, ends map[int32]bool) {
	s := scanner{rules: t.rules, t: raw}
	s.scan()
	v := view{rules: t.rules, t: raw, pieces: s.pieces, counts: t.counts}
	g := gap{last: -1, length: len(raw)}
	for i := 1; i < len(s.pieces); i++ {
		if s.pieces[i-1].kind != closer {
			g.last = i - 1
		}
		end := ends[s.pieces[i-1].end]
		if v.candidate(&g, i) {
			if end || g.type_ == bare {
				t.describe(&v, &g, end)
				t.learn(t.ends, end)
			}
			end = end || v.endsByRule(&g)
		}
		if end {
			g.begun, g.last = i, i
		}
	}
}

// describe leaves the features of a gap in t.feats. A capital that is no
// sentence's first must not count itself among the habits of its word.
func (t *learner) describe(v *view, g *gap, end bool) {
	v.own = g.next
	if end {
		v.own = -1
	}
	t.feats = v.endFeatures(g, t.feats[:0])
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

// learn learns from one decision, and returns what was decided before.
func (t *learner) learn(p *linear.Trainer, yes bool) bool {
	var score [1]float32
	p.Tick()
	p.Score(t.feats, score[:])
	want := float32(0)
	if yes {
		want = 1
	}
	if d := want - sigmoid(score[0]); d > 0.02 || d < -0.02 {
		p.Update(t.feats, 0, rate*d)
	}
	return score[0] > 0
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

// sigmoid is a cheap stand-in for the logistic function.
func sigmoid(x float32) float32 {
	if x < 0 {
		return 1 - sigmoid(-x)
	}
	return 1 - 0.5/(1+x+x*x/2+x*x*x/6)
}
