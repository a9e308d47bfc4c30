package timex

import "readout/internal/lang"

// join puts number words together into one cell ("quatre-vingt-douze", "14
// millions", "3" + "550") and writes the cells back in place.
func (g *grammar) join(cells []cell) []cell {
	out := 0
	for i := 0; i < len(cells); {
		c := &cells[i]
		if !c.figures && (c.e == nil || c.e.number == nil) {
			if out != i {
				cells[out] = *c
			}
			out++
			i++
			continue
		}
		n, j := g.longNumber(cells, i)
		cells[out] = n
		out++
		i = j
	}
	return cells[:out]
}

// longNumber reads the number that begins at cell i and says where it ends.
func (g *grammar) longNumber(cells []cell, i int) (cell, int) {
	c := cells[i]
	var sum lang.Sum
	j := i + 1
	if c.figures {
		j = g.groups(cells, i, &c)
		sum.Begin(c.num)
	} else {
		sum.Add(*c.e.number)
	}
	words := 0
	for j < len(cells) {
		n := &cells[j]
		if n.e != nil && n.e.joiner && !c.figures && j+1 < len(cells) {
			if w := cells[j+1].e; w != nil && w.number != nil && (w.number.Value == 1 || w.number.Value == 11) && remainder10(sum.Value()) {
				if !sum.Add(*w.number) {
					break
				}
				j += 2
				words++
				continue
			}
			break
		}
		if n.figures || n.e == nil || n.e.number == nil || c.figures && !n.e.number.Noun && n.e.number.Value < 1000 || !sum.Add(*n.e.number) {
			break
		}
		j++
		words++
	}
	if c.figures && words == 0 {
		c.end, c.lim = cells[j-1].end, cells[j-1].lim
		return c, j
	}
	c.num = sum.Value()
	c.end, c.lim = cells[j-1].end, cells[j-1].lim
	if words > 0 { // a longer number is not the word it begins with
		c.bits, c.core, c.e = classSet{}, g.notes, nil
	}
	g.numeric(&c)
	return c, j
}

func remainder10(v float64) bool { return v >= 20 && v < 100 && int(v)%10 == 0 }

// groups joins "3" "550" "000" written as separate tokens.
func (g *grammar) groups(cells []cell, i int, c *cell) int {
	j := i + 1
	if c.decimal || c.grouped || c.num == 0 || len(c.norm) > 3 {
		return j
	}
	for j < len(cells) && cells[j].figures && len(cells[j].norm) == 3 && !cells[j].decimal && cells[j].start == cells[j-1].lim+1 {
		c.num = c.num*1000 + cells[j].num
		c.grouped = true
		j++
	}
	if c.grouped {
		c.core = false
		c.bits = classSet{}
		c.bits.add(g.builtin.num)
		c.bits.add(g.builtin.integer)
	}
	return j
}

// phrases joins words that the tables list together ("nouvel an").
func (g *grammar) phrases(cells []cell) []cell {
	out := 0
	for i := 0; i < len(cells); {
		c := cells[i]
		n := 0
		if c.e != nil {
			for _, p := range c.e.phrases {
				if len(p.rest) > n && startsWith(cells[i+1:], p.rest) {
					n = len(p.rest)
					c.e = p.e
				}
			}
		}
		if n > 0 {
			last := &cells[i+n]
			c.bits, c.core, c.end, c.lim = c.e.bits, c.e.core, last.end, last.lim
			c.norm = c.e.norm
		}
		cells[out] = c
		out++
		i += n + 1
	}
	return cells[:out]
}

func startsWith(cells []cell, words []string) bool {
	if len(cells) < len(words) {
		return false
	}
	for i, w := range words {
		if cells[i].norm != w {
			return false
		}
	}
	return true
}
