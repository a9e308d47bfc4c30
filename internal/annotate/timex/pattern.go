package timex

import (
	"fmt"
	"strings"
)

// inst is one instruction of a compiled pattern.
type inst struct {
	op   iop
	set  classSet
	x, y int  // targets of a split or jump; category of a call
	slot int  // capture of a test or call, -1 for none
	cls  int  // class whose value a capture takes, -1 for none
	neg  bool // of a look
}

type iop uint8

const (
	iTest   iop = iota // the cell has a class of set
	iCall              // a rule of category x matches here
	iSplit             // try x, then y
	iJump              // go to x
	iOpen              // the span begins here
	iClose             // the span ends before here
	iAhead             // the program from here up to x matches (or not); zero width
	iBehind            // the cell before has a class of set (or not)
	iEnd               // accept
)

// program is a compiled pattern.
type program struct {
	code  []inst
	slots map[string]int
}

const maxSlots = 8

type patternParser struct {
	toks  []string
	at    int
	g     *grammar
	prog  *program
	depth int
}

// compile reads a pattern: classes, "words", <categories>, groups with |,
// the marks ? * +, captures n:class, looks &x !x <&x <!x, and { } around what
// the time expression covers.
func (g *grammar) compile(s string) (*program, error) {
	toks, err := patternTokens(s)
	if err != nil {
		return nil, err
	}
	p := &patternParser{toks: toks, g: g, prog: &program{slots: map[string]int{}}}
	if err := p.seq(); err != nil {
		return nil, err
	}
	if p.at < len(p.toks) {
		return nil, fmt.Errorf("unexpected %s", p.toks[p.at])
	}
	p.emit(inst{op: iEnd})
	if len(p.prog.slots) > maxSlots {
		return nil, fmt.Errorf("more than %d captures", maxSlots)
	}
	return p.prog, nil
}

func patternTokens(s string) ([]string, error) {
	var out []string
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '"':
			j := strings.IndexByte(s[i+1:], '"')
			if j < 0 {
				return nil, fmt.Errorf("a quotation mark is not closed")
			}
			out = append(out, s[i:i+j+2])
			i += j + 2
		case c == '<' && i+1 < len(s) && (s[i+1] == '!' || s[i+1] == '&'):
			out = append(out, s[i:i+2])
			i += 2
		case c == '<':
			j := strings.IndexByte(s[i:], '>')
			if j < 0 {
				return nil, fmt.Errorf("a < is not closed")
			}
			out = append(out, s[i:i+j+1])
			i += j + 1
		case strings.IndexByte("(){}|?*+!&", c) >= 0:
			out = append(out, s[i:i+1])
			i++
		default:
			j := i
			for j < len(s) && strings.IndexByte(" \t\"<(){}|?*+!&:", s[j]) < 0 {
				j++
			}
			if j == i {
				return nil, fmt.Errorf("unexpected %q", s[i:])
			}
			if j < len(s) && s[j] == ':' {
				j++
			}
			out = append(out, s[i:j])
			i = j
		}
	}
	return out, nil
}

func (p *patternParser) peek() string {
	if p.at < len(p.toks) {
		return p.toks[p.at]
	}
	return ""
}

func (p *patternParser) emit(i inst) int {
	p.prog.code = append(p.prog.code, i)
	return len(p.prog.code) - 1
}

// seq reads alternatives up to a closing bracket or the end.
func (p *patternParser) seq() error {
	if p.depth++; p.depth > 20 {
		return fmt.Errorf("brackets too deep")
	}
	defer func() { p.depth-- }()
	start := len(p.prog.code)
	var jumps []int
	for {
		for t := p.peek(); t != "" && t != ")" && t != "|"; t = p.peek() {
			if err := p.item(); err != nil {
				return err
			}
		}
		if p.peek() != "|" {
			break
		}
		p.at++
		jumps = append(jumps, p.emit(inst{op: iJump}))
		p.insert(start, inst{op: iSplit})
		for i := range jumps {
			if jumps[i] >= start {
				jumps[i]++
			}
		}
		p.prog.code[start].x, p.prog.code[start].y = start+1, len(p.prog.code)
		start = len(p.prog.code)
	}
	for _, j := range jumps {
		p.prog.code[j].x = len(p.prog.code)
	}
	return nil
}

// insert makes room for an instruction and moves the targets behind it.
func (p *patternParser) insert(at int, in inst) {
	p.prog.code = append(p.prog.code, inst{})
	copy(p.prog.code[at+1:], p.prog.code[at:])
	p.prog.code[at] = in
	for i := range p.prog.code {
		if i == at {
			continue
		}
		c := &p.prog.code[i]
		if c.op == iSplit || c.op == iJump || c.op == iAhead {
			if c.x > at {
				c.x++
			}
			if c.op == iSplit && c.y > at {
				c.y++
			}
		}
	}
}

// item reads one element with its mark.
func (p *patternParser) item() error {
	t := p.peek()
	switch t {
	case "{":
		p.at++
		p.emit(inst{op: iOpen})
		return nil
	case "}":
		p.at++
		p.emit(inst{op: iClose})
		return nil
	case "!", "&":
		p.at++
		look := p.emit(inst{op: iAhead, neg: t == "!"})
		if err := p.prim(-1); err != nil {
			return err
		}
		p.emit(inst{op: iEnd})
		p.prog.code[look].x = len(p.prog.code)
		return nil
	case "<!", "<&":
		p.at++
		set, err := p.behind()
		p.emit(inst{op: iBehind, set: set, neg: t == "<!"})
		return err
	}
	slot := -1
	if strings.HasSuffix(t, ":") && len(t) > 1 {
		p.at++
		name := t[:len(t)-1]
		s, ok := p.prog.slots[name]
		if !ok {
			s = len(p.prog.slots)
			p.prog.slots[name] = s
		}
		slot = s
	}
	start := len(p.prog.code)
	if err := p.prim(slot); err != nil {
		return err
	}
	switch p.peek() {
	case "?":
		p.at++
		p.insert(start, inst{op: iSplit})
		p.prog.code[start].x, p.prog.code[start].y = start+1, len(p.prog.code)
	case "*", "+":
		return fmt.Errorf("no repetition: write the items out, so that the time stays bounded")
	}
	return nil
}

// behind reads what a look behind tests: one test, or tests in brackets.
func (p *patternParser) behind() (classSet, error) {
	var set classSet
	if p.peek() != "(" {
		i, err := p.test(p.peek())
		p.at++
		if err == nil {
			set.add(i)
		}
		return set, err
	}
	for p.at++; p.peek() != ")"; p.at++ {
		if p.peek() == "" {
			return set, fmt.Errorf("a bracket is not closed")
		}
		if p.peek() == "|" {
			continue
		}
		i, err := p.test(p.peek())
		if err != nil {
			return set, err
		}
		set.add(i)
	}
	p.at++
	return set, nil
}

func (p *patternParser) prim(slot int) error {
	t := p.peek()
	p.at++
	switch {
	case t == "":
		return fmt.Errorf("the pattern ends too early")
	case t == "(":
		if err := p.seq(); err != nil {
			return err
		}
		if p.peek() != ")" {
			return fmt.Errorf("a bracket is not closed")
		}
		p.at++
		return nil
	case t[0] == '<':
		p.emit(inst{op: iCall, x: p.g.category(t[1 : len(t)-1]), slot: slot})
		return nil
	}
	i, err := p.test(t)
	if err != nil {
		return err
	}
	in := inst{op: iTest, slot: slot, cls: i}
	in.set.add(i)
	p.emit(in)
	return nil
}

// test is the class of a token of the pattern.
func (p *patternParser) test(t string) (int, error) {
	if t == "" {
		return 0, fmt.Errorf("the pattern ends too early")
	}
	if t[0] == '"' {
		return p.g.literal(t[1 : len(t)-1])
	}
	if i, ok := p.g.classes[t]; ok {
		return i, nil
	}
	return 0, fmt.Errorf("no word of the tables has the class %s", t)
}
