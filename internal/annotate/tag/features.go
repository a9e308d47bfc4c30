package tag

import "readout/internal/linear"

// margin is how many words the templates look to either side.
const margin = 2

// static appends the features of the word at i that need no tags. The slice
// has margin edge words at both ends.
func static(ws []word, i int, f []uint32) []uint32 {
	k := linear.Sink{List: f}
	w, p, n := &ws[i], &ws[i-1], &ws[i+1]
	pp, nn := &ws[i-2], &ws[i+2]
	k.Add(0)
	k.Add(linear.One(w.low))
	k.Add(linear.One(w.form))
	for _, s := range w.suffix {
		k.Add(linear.One(s))
	}
	for _, s := range w.prefix {
		k.Add(linear.One(s))
	}
	first := uint32(0)
	if i == margin {
		first = 1
	}
	k.Add(linear.Two(w.shape, first))
	k.Add(linear.One(p.low))
	k.Add(linear.One(pp.low))
	k.Add(linear.One(n.low))
	k.Add(linear.One(nn.low))
	k.Add(linear.Two(p.low, w.low))
	k.Add(linear.Two(w.low, n.low))
	k.Add(linear.One(p.suffix[2]))
	k.Add(linear.One(n.suffix[2]))
	k.Add(linear.One(n.shape))
	k.Add(linear.Two(p.shape, w.shape))
	k.Add(linear.One(w.class))
	k.Add(linear.One(n.class))
	k.Add(linear.Two(p.class, w.class))
	k.Add(linear.Two(w.class, n.class))
	k.Add(linear.One(nn.class))
	k.Add(linear.Two(w.common, first))
	k.Add(linear.Three(w.class, n.class, nn.class))
	k.Add(linear.Three(p.class, w.class, pp.class))
	k.Add(linear.Two(w.low, pp.low))
	k.Add(linear.Two(w.low, nn.low))
	k.Add(linear.Three(w.low, n.class, nn.class))
	k.Add(linear.Three(w.low, p.low, n.low))
	k.Add(linear.One(w.cluster))
	k.Add(linear.Two(p.cluster, w.cluster))
	k.Add(linear.Two(w.cluster, n.cluster))
	k.Add(linear.Two(p.cluster, w.class))
	k.Add(linear.Two(w.class, n.cluster))
	k.Add(linear.Three(p.cluster, w.cluster, n.cluster))
	return k.List
}

// history appends the features that need the tags of the two words before.
func history(ws []word, i int, t1, t2 uint8, f []uint32) []uint32 {
	k := linear.Sink{List: f, Template: 1 << 40}
	w, n := &ws[i], &ws[i+1]
	a, b := uint32(t1), uint32(t2)
	k.Add(linear.One(a))
	k.Add(linear.Two(a, b))
	k.Add(linear.Two(a, w.low))
	k.Add(linear.Two(a, w.suffix[2]))
	k.Add(linear.Two(a, w.class))
	k.Add(linear.Three(a, w.class, n.class))
	k.Add(linear.Three(a, b, w.class))
	k.Add(linear.Three(a, b, w.low))
	k.Add(linear.Two(a, w.cluster))
	k.Add(linear.Two(a, n.low))
	k.Add(linear.Three(a, w.low, n.class))
	return k.List
}

// future appends the features of the second reading, which knows what the
// first made of the words that follow.
func future(ws []word, i int, t1, t2, n1, n2 uint8, f []uint32) []uint32 {
	k := linear.Sink{List: f, Template: 1 << 45}
	w := &ws[i]
	a, b, c, d := uint32(t1), uint32(t2), uint32(n1), uint32(n2)
	k.Add(linear.One(c))
	k.Add(linear.Two(c, d))
	k.Add(linear.Two(a, c))
	k.Add(linear.Two(c, w.low))
	k.Add(linear.Two(c, w.class))
	k.Add(linear.Three(a, c, w.class))
	k.Add(linear.Three(a, c, w.low))
	k.Add(linear.Three(c, d, w.class))
	k.Add(linear.Three(c, d, w.low))
	k.Add(linear.Three(a, b, c))
	k.Add(linear.Three(c, w.suffix[2], a))
	return k.List
}
