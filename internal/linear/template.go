package linear

// Features are sums of hashes, each times a constant of its own place in the
// template; the upper half of the product is the feature's hash.
const (
	k1 = 0x9e3779b97f4a7c15
	k2 = 0xc2b2ae3d27d4eb4f
	k3 = 0x165667b19e3779f9
	k5 = 0xa0761d6478bd642f
)

// Sink gathers the features of one decision, one template after another.
type Sink struct {
	List     []uint32
	Template uint64 // where the numbering of the templates begins
}

// Add appends the next template's feature.
func (k *Sink) Add(h uint64) {
	k.Template += 0x8b72e5d1c3a4f769
	k.List = append(k.List, uint32((h+k.Template)*k5>>32))
}

// One is a feature of one hash; the place of each hash counts.
func One(a uint32) uint64 { return uint64(a) * k1 }

// Two joins two hashes.
func Two(a, b uint32) uint64 { return uint64(a)*k1 + uint64(b)*k2 }

// Three joins three hashes.
func Three(a, b, c uint32) uint64 { return uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3 }
