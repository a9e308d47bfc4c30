package linear

// scoreBatch adds the rows of up to batch features; the widths that matter have
// their sums in registers.
func (p *Packed) scoreBatch(features []uint32, out []int32) {
	switch p.words {
	case 0:
		p.scoreNarrow(features, out)
	case 3:
		p.scoreThree(features, out)
	case 6:
		p.scoreSix(features, out)
	default:
		p.scoreWide(features, out)
	}
}

// spread adds the sums of one word of n rows to out, less their bias: even
// holds the classes 0, 2, 4, 6, odd the others.
func spread(even, odd uint64, out []int32, n int) {
	off := int32(n) * bias
	for c := range out {
		if c == 8 {
			return
		}
		v := even
		if c&1 == 1 {
			v = odd
		}
		out[c] += (int32(v>>(uint(c>>1)*16)&0xffff) - off) * coarse
	}
}

func (p *Packed) scoreNarrow(features []uint32, out []int32) {
	rows, mask := p.narrow, p.mask
	var even, odd uint64
	for _, f := range features {
		v := uint64(rows[f&mask])
		even += v & lanes
		odd += v >> 8 & lanes
	}
	spread(even, odd, out, len(features))
}

// scoreThree is for parts of speech.
func (p *Packed) scoreThree(features []uint32, out []int32) {
	var a, b, c, d, e, f uint64
	for _, x := range features {
		at := int(x&p.mask) * 3
		r := (*[3]uint64)(p.wide[at : at+3])
		a += r[0] & lanes
		b += r[0] >> 8 & lanes
		c += r[1] & lanes
		d += r[1] >> 8 & lanes
		e += r[2] & lanes
		f += r[2] >> 8 & lanes
	}
	n := len(features)
	spread(a, b, out, n)
	spread(c, d, out[8:], n)
	spread(e, f, out[16:], n)
}

// scoreSix is for the parser's relations.
func (p *Packed) scoreSix(features []uint32, out []int32) {
	var a, b, c, d, e, f, g, h, i, j, k, l uint64
	for _, x := range features {
		at := int(x&p.mask) * 6
		r := (*[6]uint64)(p.wide[at : at+6])
		a += r[0] & lanes
		b += r[0] >> 8 & lanes
		c += r[1] & lanes
		d += r[1] >> 8 & lanes
		e += r[2] & lanes
		f += r[2] >> 8 & lanes
		g += r[3] & lanes
		h += r[3] >> 8 & lanes
		i += r[4] & lanes
		j += r[4] >> 8 & lanes
		k += r[5] & lanes
		l += r[5] >> 8 & lanes
	}
	even, odd := [6]uint64{a, c, e, g, i, k}, [6]uint64{b, d, f, h, j, l}
	for w := range even {
		spread(even[w], odd[w], out[w*8:], len(features))
	}
}

func (p *Packed) scoreWide(features []uint32, out []int32) {
	var even, odd [MaxClasses / 8]uint64
	n := p.words
	for _, f := range features {
		at := int(f&p.mask) * n
		for i, v := range p.wide[at : at+n] {
			even[i] += v & lanes
			odd[i] += v >> 8 & lanes
		}
	}
	for i := range n {
		spread(even[i], odd[i], out[i*8:], len(features))
	}
}
