package mention

import "readout/internal/doc"

// Features are sums of hashes, each times a constant of its own place in the
// template; the upper half of the product is the feature's hash.
const (
	k1 = 0x9e3779b97f4a7c15
	k2 = 0xc2b2ae3d27d4eb4f
	k3 = 0x165667b19e3779f9
	k5 = 0xa0761d6478bd642f
)

type sink struct {
	f    []uint32
	tmpl uint64
}

func (k *sink) add(h uint64) {
	k.tmpl += 0x8b72e5d1c3a4f769
	k.f = append(k.f, uint32((h+k.tmpl)*k5>>32))
}

func one(a uint32) uint64         { return uint64(a) * k1 }
func two(a, b uint32) uint64      { return uint64(a)*k1 + uint64(b)*k2 }
func three(a, b, c uint32) uint64 { return uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3 }

// noWord stands for what lies before and after a sentence.
var noWord = word{norm: 0x1f123bb5, suffix: 0x1f123bb5, prefix: 0x1f123bb5, shape: sign}

// view is what the templates see around one token.
type view struct {
	d     *doc.Document
	words []word
	sent  doc.Sentence
}

func (v *view) at(i int32) *word {
	if i < v.sent.First || i >= v.sent.End {
		return &noWord
	}
	return &v.words[i]
}

func (v *view) pos(i int32) uint32 {
	if i < v.sent.First || i >= v.sent.End {
		return 99
	}
	return uint32(v.d.Tokens[i].UPOS)
}

// gaz is a word's place in the tables of names as a feature.
func (w *word) known() uint32 { return uint32(w.gaz)<<2 | uint32(w.inside) }

// static appends the features of token i that need no decisions.
func (v *view) static(i int32, f []uint32) []uint32 {
	k := sink{f: f}
	w, p, n := v.at(i), v.at(i-1), v.at(i+1)
	pp, nn := v.at(i-2), v.at(i+2)
	shape := uint32(w.shape)
	start := uint32(0)
	if w.start {
		start = 1
	}
	lex := uint32(w.lex)
	k.add(one(start))
	k.add(one(w.norm))
	k.add(two(w.norm, shape))
	k.add(one(p.norm))
	k.add(one(n.norm))
	k.add(two(pp.norm, p.norm))
	k.add(two(n.norm, nn.norm))
	k.add(one(pp.norm))
	k.add(one(nn.norm))
	k.add(two(p.norm, w.norm))
	k.add(two(w.norm, n.norm))
	k.add(one(w.suffix))
	k.add(one(w.prefix))
	k.add(two(n.suffix, uint32(n.shape)))
	k.add(two(shape, start))
	k.add(three(uint32(p.shape), shape, uint32(n.shape)))
	k.add(three(shape, uint32(n.shape), uint32(nn.shape)))
	k.add(two(v.pos(i), shape))
	k.add(three(v.pos(i-1), v.pos(i), v.pos(i+1)))
	k.add(two(v.pos(i+1), v.pos(i+2)))
	k.add(one(w.known()))
	k.add(two(w.known(), n.known()))
	k.add(two(p.known(), w.known()))
	k.add(one(p.known()))
	k.add(one(n.known()))
	k.add(two(pp.known(), p.known()))
	k.add(two(w.known(), shape))
	k.add(two(p.norm, w.known()))
	k.add(two(n.norm, w.known()))
	k.add(two(lex, start))
	k.add(two(lex, uint32(n.lex)))
	k.add(two(lex, shape))
	k.add(two(p.norm, lex))
	k.add(one(uint32(w.cluster)))
	k.add(two(p.norm, shape))
	k.add(two(v.pos(i-1), uint32(w.cluster)))
	return k.f
}

// history appends the features that need earlier decisions: the labels of the
// two tokens before, the first word of the name that is open, the label that
// the same word got before in the document, and the one it has most there.
func (v *view) history(i int32, l1, l2 label, open uint32, before, most uint32, f []uint32) []uint32 {
	k := sink{f: f, tmpl: 1 << 40}
	w, p, n := v.at(i), v.at(i-1), v.at(i+1)
	a, b := uint32(l1), uint32(l2)
	shape := uint32(w.shape)
	k.add(one(a))
	k.add(two(a, b))
	k.add(two(a, w.norm))
	k.add(two(a, w.known()))
	k.add(three(a, v.pos(i), shape))
	k.add(three(a, v.pos(i), v.pos(i+1)))
	k.add(three(a, uint32(w.lex), shape))
	k.add(three(a, p.norm, shape))
	k.add(three(a, shape, uint32(n.shape)))
	k.add(two(a, n.norm))
	k.add(three(a, open, shape))
	k.add(two(a, open))
	k.add(two(before, shape))
	k.add(two(before, a))
	k.add(two(most, shape))
	k.add(two(most, a))
	k.add(three(most, before, shape))
	return k.f
}
