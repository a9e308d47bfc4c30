package mention

import (
	"readout/internal/doc"
	"readout/internal/linear"
)

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
	k := linear.Sink{List: f}
	w, p, n := v.at(i), v.at(i-1), v.at(i+1)
	pp, nn := v.at(i-2), v.at(i+2)
	shape := uint32(w.shape)
	start := uint32(0)
	if w.start {
		start = 1
	}
	lex := uint32(w.lex)
	k.Add(linear.One(start))
	k.Add(linear.One(w.norm))
	k.Add(linear.Two(w.norm, shape))
	k.Add(linear.One(p.norm))
	k.Add(linear.One(n.norm))
	k.Add(linear.Two(pp.norm, p.norm))
	k.Add(linear.Two(n.norm, nn.norm))
	k.Add(linear.One(pp.norm))
	k.Add(linear.One(nn.norm))
	k.Add(linear.Two(p.norm, w.norm))
	k.Add(linear.Two(w.norm, n.norm))
	k.Add(linear.One(w.suffix))
	k.Add(linear.One(w.prefix))
	k.Add(linear.Two(n.suffix, uint32(n.shape)))
	k.Add(linear.Two(shape, start))
	k.Add(linear.Three(uint32(p.shape), shape, uint32(n.shape)))
	k.Add(linear.Three(shape, uint32(n.shape), uint32(nn.shape)))
	k.Add(linear.Two(v.pos(i), shape))
	k.Add(linear.Three(v.pos(i-1), v.pos(i), v.pos(i+1)))
	k.Add(linear.Two(v.pos(i+1), v.pos(i+2)))
	k.Add(linear.One(w.known()))
	k.Add(linear.Two(w.known(), n.known()))
	k.Add(linear.Two(p.known(), w.known()))
	k.Add(linear.One(p.known()))
	k.Add(linear.One(n.known()))
	k.Add(linear.Two(pp.known(), p.known()))
	k.Add(linear.Two(w.known(), shape))
	k.Add(linear.Two(p.norm, w.known()))
	k.Add(linear.Two(n.norm, w.known()))
	k.Add(linear.Two(lex, start))
	k.Add(linear.Two(lex, uint32(n.lex)))
	k.Add(linear.Two(lex, shape))
	k.Add(linear.Two(p.norm, lex))
	k.Add(linear.One(uint32(w.cluster)))
	k.Add(linear.Two(p.norm, shape))
	k.Add(linear.Two(v.pos(i-1), uint32(w.cluster)))
	return k.List
}

// history appends the features that need earlier decisions: the labels of the
// two tokens before, the first word of the name that is open, the label that
// the same word got before in the document, and the one it has most there.
func (v *view) history(i int32, l1, l2 label, open uint32, before, most uint32, f []uint32) []uint32 {
	k := linear.Sink{List: f, Template: 1 << 40}
	w, p, n := v.at(i), v.at(i-1), v.at(i+1)
	a, b := uint32(l1), uint32(l2)
	shape := uint32(w.shape)
	k.Add(linear.One(a))
	k.Add(linear.Two(a, b))
	k.Add(linear.Two(a, w.norm))
	k.Add(linear.Two(a, w.known()))
	k.Add(linear.Three(a, v.pos(i), shape))
	k.Add(linear.Three(a, v.pos(i), v.pos(i+1)))
	k.Add(linear.Three(a, uint32(w.lex), shape))
	k.Add(linear.Three(a, p.norm, shape))
	k.Add(linear.Three(a, shape, uint32(n.shape)))
	k.Add(linear.Two(a, n.norm))
	k.Add(linear.Three(a, open, shape))
	k.Add(linear.Two(a, open))
	k.Add(linear.Two(before, shape))
	k.Add(linear.Two(before, a))
	k.Add(linear.Two(most, shape))
	k.Add(linear.Two(most, a))
	k.Add(linear.Three(most, before, shape))
	return k.List
}
