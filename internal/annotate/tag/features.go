package tag

// Features are sums of token hashes, each times a constant of its own place in
// the template; the upper half of the product is the feature's hash.
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

// margin is how many words the templates look to either side.
const margin = 2

// static appends the features of the word at i that need no tags. The slice
// has margin edge words at both ends.
func static(ws []word, i int, f []uint32) []uint32 {
	k := sink{f: f}
	w, p, n := &ws[i], &ws[i-1], &ws[i+1]
	pp, nn := &ws[i-2], &ws[i+2]
	k.add(0)
	k.add(one(w.low))
	k.add(one(w.form))
	for _, s := range w.suffix {
		k.add(one(s))
	}
	for _, s := range w.prefix {
		k.add(one(s))
	}
	first := uint32(0)
	if i == margin {
		first = 1
	}
	k.add(two(w.shape, first))
	k.add(one(p.low))
	k.add(one(pp.low))
	k.add(one(n.low))
	k.add(one(nn.low))
	k.add(two(p.low, w.low))
	k.add(two(w.low, n.low))
	k.add(one(p.suffix[2]))
	k.add(one(n.suffix[2]))
	k.add(one(n.shape))
	k.add(two(p.shape, w.shape))
	k.add(one(w.class))
	k.add(one(n.class))
	k.add(two(p.class, w.class))
	k.add(two(w.class, n.class))
	k.add(one(nn.class))
	k.add(two(w.common, first))
	k.add(three(w.class, n.class, nn.class))
	k.add(three(p.class, w.class, pp.class))
	k.add(two(w.low, pp.low))
	k.add(two(w.low, nn.low))
	k.add(three(w.low, n.class, nn.class))
	k.add(three(w.low, p.low, n.low))
	k.add(one(w.cluster))
	k.add(two(p.cluster, w.cluster))
	k.add(two(w.cluster, n.cluster))
	k.add(two(p.cluster, w.class))
	k.add(two(w.class, n.cluster))
	k.add(three(p.cluster, w.cluster, n.cluster))
	return k.f
}

// history appends the features that need the tags of the two words before.
func history(ws []word, i int, t1, t2 uint8, f []uint32) []uint32 {
	k := sink{f: f, tmpl: 1 << 40}
	w, n := &ws[i], &ws[i+1]
	a, b := uint32(t1), uint32(t2)
	k.add(one(a))
	k.add(two(a, b))
	k.add(two(a, w.low))
	k.add(two(a, w.suffix[2]))
	k.add(two(a, w.class))
	k.add(three(a, w.class, n.class))
	k.add(three(a, b, w.class))
	k.add(three(a, b, w.low))
	k.add(two(a, w.cluster))
	k.add(two(a, n.low))
	k.add(three(a, w.low, n.class))
	return k.f
}

// future appends the features of the second reading, which knows what the
// first made of the words that follow.
func future(ws []word, i int, t1, t2, n1, n2 uint8, f []uint32) []uint32 {
	k := sink{f: f, tmpl: 1 << 45}
	w := &ws[i]
	a, b, c, d := uint32(t1), uint32(t2), uint32(n1), uint32(n2)
	k.add(one(c))
	k.add(two(c, d))
	k.add(two(a, c))
	k.add(two(c, w.low))
	k.add(two(c, w.class))
	k.add(three(a, c, w.class))
	k.add(three(a, c, w.low))
	k.add(three(c, d, w.class))
	k.add(three(c, d, w.low))
	k.add(three(a, b, c))
	k.add(three(c, w.suffix[2], a))
	return k.f
}
