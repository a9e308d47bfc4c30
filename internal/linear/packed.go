package linear

// Packed holds quantised weights for fast scoring. Four classes share one
// 64-bit word: each weight is stored as a non-negative 16-bit lane (weight +
// bias), so that adding words adds four classes at once and no lane ever
// borrows from its neighbour.
type Packed struct {
	classes int
	words   int // 64-bit words in a row
	mask    uint32
	rows    []uint64
	step    float32 // one unit of a quantised weight
}

const (
	bias = 512
	// Limit is the largest quantised weight.
	Limit = bias - 1
	// batch rows fit in 16 bits: 64 × 1023 < 65536.
	batch = 64
	// MaxClasses is the largest number of classes of a packed model.
	MaxClasses = 1024
)

const emptyRow = bias | bias<<16 | bias<<32 | bias<<48

// Pack quantises averaged weights (rows × classes). Units of step are rounded,
// those below floor units in size are dropped, those above Limit are clipped.
func Pack(weights []float32, classes int, step float32, floor int) *Packed {
	p := newPacked(classes, uint32(len(weights)/classes)-1, step)
	for r := 0; r <= int(p.mask); r++ {
		for c := 0; c < classes; c++ {
			q := int(round(weights[r*classes+c] / step))
			if q < floor && q > -floor {
				continue
			}
			p.set(r, c, min(max(q, -Limit), Limit))
		}
	}
	return p
}

func round(x float32) float32 {
	if x < 0 {
		return float32(int(x - 0.5))
	}
	return float32(int(x + 0.5))
}

func newPacked(classes int, mask uint32, step float32) *Packed {
	p := &Packed{classes: classes, words: (classes + 3) / 4, mask: mask, step: step}
	p.rows = make([]uint64, int(mask+1)*p.words)
	for i := range p.rows {
		p.rows[i] = emptyRow
	}
	return p
}

func (p *Packed) set(row, class, q int) {
	at := row*p.words + class/4
	shift := uint(class%4) * 16
	p.rows[at] = p.rows[at]&^(0xffff<<shift) | uint64(q+bias)<<shift
}

func (p *Packed) get(row, class int) int {
	return int(p.rows[row*p.words+class/4]>>(uint(class%4)*16)&0xffff) - bias
}

// Classes is the number of classes.
func (p *Packed) Classes() int { return p.classes }

// Step is the size of one unit of the scores.
func (p *Packed) Step() float32 { return p.step }

// Score sets out, of Classes length, to the sum of the features' rows, in
// units of Step.
func (p *Packed) Score(features []uint32, out []int32) {
	clear(out)
	for len(features) > batch {
		p.scoreBatch(features[:batch], out)
		features = features[batch:]
	}
	p.scoreBatch(features, out)
}

func (p *Packed) scoreBatch(features []uint32, out []int32) {
	switch {
	case p.words == 1:
		p.narrow(features, out)
	case p.words == 12:
		p.twelve(features, out)
	case p.words <= 16:
		p.middle(features, out)
	default:
		p.wide(features, out)
	}
}

func (p *Packed) narrow(features []uint32, out []int32) {
	off := int32(len(features)) * bias
	rows, mask := p.rows, p.mask
	var a, b uint64
	for len(features) >= 2 {
		a += rows[features[0]&mask]
		b += rows[features[1]&mask]
		features = features[2:]
	}
	if len(features) == 1 {
		a += rows[features[0]&mask]
	}
	unpack(a+b, out, off)
}

// unpack adds the lanes of a word to out, less the bias of the rows in it.
func unpack(v uint64, out []int32, off int32) {
	for c := range out {
		if c == 4 {
			return
		}
		out[c] += int32(v>>(uint(c)*16)&0xffff) - off
	}
}

func (p *Packed) middle(features []uint32, out []int32) {
	var sum [16]uint64
	n := p.words
	acc := sum[:n]
	for _, f := range features {
		at := int(f&p.mask) * n
		row := p.rows[at : at+n]
		row = row[:len(acc)]
		for i := range acc {
			acc[i] += row[i]
		}
	}
	off := int32(len(features)) * bias
	for i, v := range acc {
		o := out[i*4:]
		unpack(v, o, off)
	}
}

// twelve is middle for the width of the parser's relations, with the sums in
// registers.
func (p *Packed) twelve(features []uint32, out []int32) {
	const n = 12
	var a, b, c, d, e, f, g, h, i, j, k, l uint64
	for _, x := range features {
		at := int(x&p.mask) * n
		r := (*[n]uint64)(p.rows[at : at+n])
		a += r[0]
		b += r[1]
		c += r[2]
		d += r[3]
		e += r[4]
		f += r[5]
		g += r[6]
		h += r[7]
		i += r[8]
		j += r[9]
		k += r[10]
		l += r[11]
	}
	off := int32(len(features)) * bias
	for w, v := range [n]uint64{a, b, c, d, e, f, g, h, i, j, k, l} {
		unpack(v, out[w*4:], off)
	}
}

func (p *Packed) wide(features []uint32, out []int32) {
	var sum [MaxClasses / 4]uint64
	n := p.words
	acc := sum[:n]
	for _, f := range features {
		at := int(f&p.mask) * n
		row := p.rows[at : at+n]
		row = row[:len(acc)]
		for i := range acc {
			acc[i] += row[i]
		}
	}
	off := int32(len(features)) * bias
	for i, v := range acc {
		unpack(v, out[i*4:], off)
	}
}
