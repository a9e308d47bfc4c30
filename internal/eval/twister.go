package eval

// twister is the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998) as the
// reference scorer's bootstrap seeds and draws it, so that both give the same
// interval.
type twister struct {
	state [624]uint32
	at    int
}

func newTwister(seed uint32) *twister {
	t := &twister{at: 624}
	t.fill(19650218)
	i, j := 1, 0
	next := func() {
		if i++; i >= 624 {
			t.state[0] = t.state[623]
			i = 1
		}
	}
	for range 624 {
		t.state[i] = (t.state[i] ^ (t.state[i-1]^t.state[i-1]>>30)*1664525) + seed + uint32(j)
		next()
	}
	for range 623 {
		t.state[i] = (t.state[i] ^ (t.state[i-1]^t.state[i-1]>>30)*1566083941) - uint32(i)
		next()
	}
	t.state[0] = 0x80000000
	return t
}

func (t *twister) fill(seed uint32) {
	t.state[0] = seed
	for i := 1; i < 624; i++ {
		t.state[i] = 1812433253*(t.state[i-1]^t.state[i-1]>>30) + uint32(i)
	}
}

func (t *twister) next() uint32 {
	if t.at >= 624 {
		for k := range 624 {
			y := t.state[k]&0x80000000 | t.state[(k+1)%624]&0x7fffffff
			t.state[k] = t.state[(k+397)%624] ^ y>>1 ^ (y&1)*0x9908b0df
		}
		t.at = 0
	}
	y := t.state[t.at]
	t.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// index draws a number below n.
func (t *twister) index(n int) int {
	a, b := t.next()>>5, t.next()>>6
	return int((float64(a)*67108864 + float64(b)) / 9007199254740992 * float64(n))
}
