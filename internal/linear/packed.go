package linear

// Packed holds quantised weights. Made by Pack it keeps them as they are
// (fine); read from a file it keeps them for fast scoring: most of the time of
// a model goes into fetching rows from memory, so there a weight is one byte,
// a non-negative number (weight + bias), and eight classes share a 64-bit word.
// Two masks spread a word into 16-bit lanes, in which rows add up without one
// class ever borrowing from its neighbour.
type Packed struct {
	classes int
	mask    uint32
	step    float32 // one unit of a quantised weight
	fine    []int16 // rows × classes; when read from a file only of single decisions
	words   int     // 64-bit words in a row of wide
	wide    []uint64
	narrow  []uint32 // instead of wide for up to four classes
}

const (
	bias  = 128
	lanes = 0x00ff00ff00ff00ff
	// coarse is how many units one count of a byte stands for.
	coarse = 4
	// Limit is the largest quantised weight.
	Limit = 511
	// batch rows fit in 16 bits: 256 × 255 < 65536.
	batch = 256
	// MaxClasses is the largest number of classes of a packed model.
	MaxClasses = 1024
)

// Pack quantises averaged weights (rows × classes). Units of step are rounded,
// those below floor units in size are dropped, those above Limit are clipped.
func Pack(weights []float32, classes int, step float32, floor int) *Packed {
	p := &Packed{classes: classes, mask: uint32(len(weights)/classes) - 1, step: step, fine: make([]int16, len(weights))}
	for i, w := range weights {
		q := int(round(w / step))
		if q < floor && q > -floor {
			continue
		}
		p.fine[i] = int16(min(max(q, -Limit), Limit))
	}
	return p
}

func round(x float32) float32 {
	if x < 0 {
		return float32(int(x - 0.5))
	}
	return float32(int(x + 0.5))
}

// newPacked makes an empty model for fast scoring.
func newPacked(classes int, mask uint32, step float32) *Packed {
	p := &Packed{classes: classes, mask: mask, step: step}
	if classes == 1 {
		p.fine = make([]int16, int(mask)+1) // small as it is, and yes or no hangs on little
		return p
	}
	if classes <= 4 {
		p.narrow = make([]uint32, int(mask)+1)
		for i := range p.narrow {
			p.narrow[i] = bias * 0x01010101
		}
		return p
	}
	p.words = (classes + 7) / 8
	p.wide = make([]uint64, (int(mask)+1)*p.words)
	for i := range p.wide {
		p.wide[i] = bias * 0x0101010101010101
	}
	return p
}

// set rounds q units to a byte.
func (p *Packed) set(row, class, q int) {
	if p.fine != nil {
		p.fine[row*p.classes+class] = int16(q)
		return
	}
	half := coarse / 2
	if q < 0 {
		half = -half
	}
	b := min(max((q+half)/coarse, -127), 127) + bias
	shift := uint(class%8) * 8
	if p.words == 0 {
		p.narrow[row] = p.narrow[row]&^(0xff<<shift) | uint32(b)<<shift
		return
	}
	at := row*p.words + class/8
	p.wide[at] = p.wide[at]&^(0xff<<shift) | uint64(b)<<shift
}

func (p *Packed) get(row, class int) int {
	shift := uint(class%8) * 8
	switch {
	case p.fine != nil:
		return int(p.fine[row*p.classes+class])
	case p.words == 0:
		return (int(p.narrow[row]>>shift&0xff) - bias) * coarse
	}
	return (int(p.wide[row*p.words+class/8]>>shift&0xff) - bias) * coarse
}

// Classes is the number of classes.
func (p *Packed) Classes() int { return p.classes }

// Step is the size of one unit of the scores.
func (p *Packed) Step() float32 { return p.step }

// Score sets out, of Classes length, to the sum of the features' rows, in
// units of Step.
func (p *Packed) Score(features []uint32, out []int32) {
	clear(out)
	if p.fine != nil {
		p.scoreFine(features, out)
		return
	}
	for len(features) > batch {
		p.scoreBatch(features[:batch], out)
		features = features[batch:]
	}
	p.scoreBatch(features, out)
}

// scoreFine is for single decisions, and for weights that were just trained.
func (p *Packed) scoreFine(features []uint32, out []int32) {
	n := p.classes
	if n == 1 {
		sum := int32(0)
		for _, f := range features {
			sum += int32(p.fine[f&p.mask])
		}
		out[0] = sum
		return
	}
	for _, f := range features {
		at := int(f&p.mask) * n
		for c, q := range p.fine[at : at+n] {
			out[c] += int32(q)
		}
	}
}
