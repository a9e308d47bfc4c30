package timex

import (
	"strings"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
)

// cell is a word as the grammar sees it: a token, a part of one ("14h30" is
// three), or several that make one number or one fixed phrase.
type cell struct {
	bits       classSet
	e          *entry
	norm       string
	num        float64
	tok        int32 // first token
	end        int32 // token after the last
	start, lim int32 // byte span
	core       bool  // a search may start near here
	figures    bool  // written in figures
	grouped    bool
	decimal    bool
	hidden     bool // the later word of a multiword token: shares its span
}

// cellsOf appends the cells of tokens [first,end).
func (g *grammar) cellsOf(cells []cell, d *doc.Document, first, end int32) []cell {
	for i := first; i < end; i++ {
		cells = g.token(cells, &d.Tokens[i], i)
	}
	cells = g.join(cells)
	for i := range cells {
		if c := &cells[i]; c.e != nil && len(c.e.phrases) > 0 {
			return g.phrases(cells)
		}
	}
	return cells
}

func (g *grammar) token(cells []cell, t *doc.Token, i int32) []cell {
	norm := t.Norm
	if norm == "" {
		norm = strings.ToLower(t.Form)
	}
	if norm == "" || t.Form == "" {
		return cells
	}
	c := cell{norm: norm, tok: i, end: i + 1, start: t.Span.Start, lim: t.Span.End, hidden: t.Part == doc.LaterPart}
	if norm[0] >= '0' && norm[0] <= '9' {
		return g.figures(cells, c, t)
	}
	if capital(t.Form) {
		c.bits.add(g.builtin.capital)
	}
	e := g.entries[norm]
	if e == nil {
		if e = g.variant(norm); e == nil {
			if n := len(cells); t.Part == doc.Whole && len(norm) < 40 {
				if cells = g.hyphens(cells, c, t); len(cells) > n {
					return cells
				}
				if cells = g.romanOrdinal(cells, c, t); len(cells) > n {
					return cells
				}
			}
			c.bits.add(g.upos[t.UPOS])
			return append(cells, c)
		}
	}
	g.enter(&c, e, t.UPOS)
	return append(cells, c)
}

// capital tells whether a word begins with a capital letter of Latin-1.
func capital(s string) bool {
	return s[0] >= 'A' && s[0] <= 'Z' || s[0] == 0xc3 && len(s) > 1 && s[1] < 0x9f
}

// variant looks an unknown word up without a clitic's hyphen or an abbreviation's full stop.
func (g *grammar) variant(norm string) *entry {
	if norm[0] == '-' && len(norm) > 1 {
		return g.entries[norm[1:]]
	}
	if n := len(norm) - 1; n > 0 && norm[n] == '.' {
		return g.entries[norm[:n]]
	}
	return nil
}

// enter gives the cell what the tables say of its word.
func (g *grammar) enter(c *cell, e *entry, u doc.UPOS) {
	c.e, c.core = e, e.core
	c.bits.or(&e.bits)
	if e.guarded {
		for i := range e.vals {
			if v := &e.vals[i]; v.pos != 0 && v.pos&(1<<u) == 0 {
				c.bits[v.class>>6] &^= 1 << (v.class & 63)
			}
		}
	}
	c.bits.add(g.upos[u])
}

// hyphens parts "mi-mars", "Oct-2", "vingt-deux" when every part is known.
func (g *grammar) hyphens(cells []cell, c cell, t *doc.Token) []cell {
	if strings.IndexByte(c.norm, '-') < 0 || len(c.norm) != t.Span.Len() {
		return cells
	}
	n, at := len(cells), 0
	for at <= len(c.norm) {
		j := strings.IndexByte(c.norm[at:], '-')
		if j < 0 {
			j = len(c.norm) - at
		}
		part := c.norm[at : at+j]
		p := c
		p.norm, p.start, p.lim = part, c.start+int32(at), c.start+int32(at+j)
		if at > 0 && !capital(t.Form[at:]) {
			p.bits = classSet{} // "Mi-avril" at the head of a sentence
		}
		e := g.entries[part]
		switch {
		case part != "" && part[0] >= '0' && part[0] <= '9':
			d, ok := g.numbers.Digits(part)
			if !ok {
				return cells[:n]
			}
			g.number(&p, d)
			cells = append(cells, p)
		case e != nil && (len(e.vals) > 0 || e.number != nil || e.joiner):
			g.enter(&p, e, t.UPOS)
			cells = append(cells, p)
		default:
			return cells[:n]
		}
		at += j + 1
	}
	if len(cells) == n+1 {
		return cells[:n]
	}
	return cells
}

// romanOrdinal parts "XXe" into a Roman number and its ending; a Roman number
// alone ("XX e siècle") is a cell with a value.
func (g *grammar) romanOrdinal(cells []cell, c cell, t *doc.Token) []cell {
	if strings.IndexByte("IVXLC", t.Form[0]) < 0 || len(t.Form) != t.Span.Len() {
		return cells
	}
	n := 0
	for n < len(t.Form) && strings.IndexByte("IVXLC", t.Form[n]) >= 0 {
		n++
	}
	v := romanValue(t.Form[:n])
	if v == 0 {
		return cells
	}
	p := c
	p.norm, p.lim, p.num = c.norm[:n], c.start+int32(n), float64(v)
	p.bits.add(g.builtin.roman)
	p.core = len(t.Form) > n
	if n == len(t.Form) {
		p.bits.add(g.upos[t.UPOS])
		return append(cells, p)
	}
	e := g.entries[c.norm[n:]]
	if e == nil || !g.isSuffix(e) {
		return cells
	}
	s := c
	s.norm, s.start = c.norm[n:], p.lim
	g.enter(&s, e, doc.NoPOS)
	return append(cells, p, s)
}

func (g *grammar) isSuffix(e *entry) bool {
	c, ok := g.classes["ordsuffix"]
	return ok && e.bits.has(c)
}

func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := 0
		switch s[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		case 'L':
			v = 50
		case 'C':
			v = 100
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total
}

// figures parts a token that begins with a figure at each change between
// figures, letters and marks: "14h30", "1er", "12/05/2016", "2014-2015".
func (g *grammar) figures(cells []cell, c cell, t *doc.Token) []cell {
	if d, ok := g.numbers.Digits(c.norm); ok {
		g.number(&c, d)
		c.bits.add(g.upos[t.UPOS])
		return append(cells, c)
	}
	if t.Part != doc.Whole || len(c.norm) > 40 || len(c.norm) != t.Span.Len() {
		c.bits.add(g.upos[t.UPOS])
		return append(cells, c)
	}
	for at := 0; at < len(c.norm); {
		j := at + runLen(c.norm[at:])
		p := c
		p.norm, p.start, p.lim = c.norm[at:j], c.start+int32(at), c.start+int32(j)
		if d, ok := g.numbers.Digits(p.norm); ok {
			g.number(&p, d)
		} else if e := g.entries[p.norm]; e != nil {
			g.enter(&p, e, doc.NoPOS)
		}
		p.core = true
		if at > 0 {
			p.bits.add(g.builtin.glued)
		}
		cells = append(cells, p)
		at = j
	}
	return cells
}

// runLen is how many bytes of the same sort a string begins with; a mark is alone.
func runLen(s string) int {
	sort := func(i int) (int, int) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9':
			return 1, n
		case r >= 'a' && r <= 'z' || r >= 0xc0 && r != 0xd7 && r != 0xf7 && r < 0x2000:
			return 2, n
		}
		return 3, n
	}
	first, i := sort(0)
	for first != 3 && i < len(s) {
		k, n := sort(i)
		if k != first {
			break
		}
		i += n
	}
	return i
}

// number gives the cell the classes of a number in figures.
func (g *grammar) number(c *cell, d lang.Digits) {
	c.core = c.core || g.notes
	c.num, c.figures, c.grouped, c.decimal = d.Value, true, d.Grouped, d.Decimal
	c.bits.add(g.builtin.fig)
	g.numeric(c)
	n := len(c.norm)
	if d.Decimal || d.Grouped {
		return
	}
	switch {
	case n == 4 && d.Value >= 1000 && d.Value < 2500:
		c.bits.add(g.builtin.yearn)
		c.core = true
	case n <= 2 && d.Value >= 1 && d.Value <= 31:
		c.core = true
	}
	if n == 2 {
		c.bits.add(g.builtin.yy)
		if d.Value > 31 {
			c.bits.add(g.builtin.lateyy) // can be no day: "mai 68"
		}
		if d.Value < 60 {
			c.bits.add(g.builtin.minn)
		}
	}
}

// numeric gives the classes that a number has however it is written.
func (g *grammar) numeric(c *cell) {
	b, v := &g.builtin, c.num
	c.bits.add(b.num)
	if c.decimal || v != float64(int64(v)) {
		return
	}
	c.bits.add(b.integer)
	if v >= 1 && v <= 31 {
		c.bits.add(b.dayn)
	}
	if v >= 1 && v <= 12 {
		c.bits.add(b.monthn)
	}
	if v >= 0 && v <= 24 {
		c.bits.add(b.hourn)
	}
	if v >= 1 && v < 60 {
		c.bits.add(b.mins)
	}
	if v >= 100 && v <= 1259 && int(v)%100 < 60 {
		c.bits.add(b.hhmm)
	}
}
