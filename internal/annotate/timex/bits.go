package timex

// classSet is a set of classes: those of words.tsv, those a cell has by itself
// (dayn, yearn, a part of speech) and the literal words of the rules.
type classSet [6]uint64

const classCap = 6 * 64

func (b *classSet) add(i int)      { b[i>>6] |= 1 << (i & 63) }
func (b *classSet) has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }
func (b *classSet) or(c *classSet) {
	for i := range b {
		b[i] |= c[i]
	}
}
func (b *classSet) and(c *classSet) bool {
	return b[0]&c[0]|b[1]&c[1]|b[2]&c[2]|b[3]&c[3]|b[4]&c[4]|b[5]&c[5] != 0
}
