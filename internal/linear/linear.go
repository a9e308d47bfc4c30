// Package linear holds the linear models behind every learned decision:
// hashed features, a multiclass averaged perceptron (Collins 2002) to train
// them, and quantised weights to run them.
//
// A feature is a 32-bit hash; its low bits choose a row of weights, one weight
// a class.
package linear

// Hash mixes one more value into a feature hash (FNV-1a by words with a final
// avalanche in Bucket).
func Hash(h, v uint32) uint32 { return (h ^ v) * 16777619 }

// HashString hashes a word once; stages keep the result beside the token.
func HashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Finish spreads the bits of a feature hash so that its low bits choose a row.
func Finish(h uint32) uint32 {
	h ^= h >> 15
	h *= 2246822519
	h ^= h >> 13
	return h
}

// Trainer is a perceptron under training.
type Trainer struct {
	classes int
	mask    uint32
	weights []float32
	sums    []float64
	stamps  []int32
	step    int32
}

// NewTrainer makes a perceptron with 1<<bits rows.
func NewTrainer(classes int, bits uint) *Trainer {
	n := classes << bits
	return &Trainer{classes, 1<<bits - 1, make([]float32, n), make([]float64, n), make([]int32, n), 0}
}

// Restart forgets the past: learning goes on from the given weights, and the
// average is over what follows.
func (t *Trainer) Restart(weights []float32) {
	copy(t.weights, weights)
	clear(t.sums)
	clear(t.stamps)
	t.step = 0
}

// Tick counts one decision; averages are over decisions.
func (t *Trainer) Tick() { t.step++ }

// Score sets out to the sum of the rows of the features.
func (t *Trainer) Score(features []uint32, out []float32) {
	clear(out)
	for _, f := range features {
		at := int(f&t.mask) * t.classes
		for i, w := range t.weights[at : at+t.classes] {
			out[i] += w
		}
	}
}

// Update adds delta to the class in every row of the features.
func (t *Trainer) Update(features []uint32, class int, delta float32) {
	for _, f := range features {
		i := int(f&t.mask)*t.classes + class
		t.sums[i] += float64(t.weights[i]) * float64(t.step-t.stamps[i])
		t.stamps[i] = t.step
		t.weights[i] += delta
	}
}

// Average returns the averaged weights, rows × classes.
func (t *Trainer) Average() []float32 {
	out := make([]float32, len(t.weights))
	for i, w := range t.weights {
		sum := t.sums[i] + float64(w)*float64(t.step-t.stamps[i])
		if sum != 0 && t.step > 0 {
			out[i] = float32(sum / float64(t.step))
		}
	}
	return out
}
