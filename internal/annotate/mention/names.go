package mention

import (
	"readout/internal/doc"
	"readout/internal/linear"
)

// label says whether a token is in a name, which part of it, and of what type:
// begin, inside, last of several tokens, or the only one.
type label uint8

// The labels: outside, and four parts of each type.
const (
	outside label = 0
	labels        = 1 + 4*3
)

const (
	begin = iota
	middle
	last
	only
)

func labelOf(t doc.EntityType, part int) label { return 1 + label(t-1)*4 + label(part) }

// kind is the type of the name, NoType outside.
func (l label) kind() doc.EntityType {
	if l == outside {
		return doc.NoType
	}
	return doc.EntityType((l-1)/4 + 1)
}

func (l label) part() int { return int(l-1) % 4 }

// open tells whether the name goes on after the token.
func (l label) open() bool { return l != outside && l.part() < last }

// follows tells whether l may stand after prev.
func (l label) follows(prev label) bool {
	if prev.open() {
		return l != outside && l.kind() == prev.kind() && (l.part() == middle || l.part() == last)
	}
	return l == outside || l.part() == begin || l.part() == only
}

// Model is the loaded weights of the names; it is safe for concurrent use.
type Model struct {
	first, second *linear.Packed // the second pass sees what the first one made of the whole document
}

const magic = "readout names 1"

// Encode writes the weights as a file.
func (m *Model) Encode() ([]byte, error) {
	var e linear.Encoder
	e.String(magic)
	e.Packed(m.first)
	e.Packed(m.second)
	return e.Bytes()
}

// Decode reads what Encode wrote.
func Decode(raw []byte) (*Model, error) {
	d, err := linear.NewDecoder(raw)
	if err != nil {
		return nil, err
	}
	if d.String() != magic {
		return nil, linear.ErrFormat
	}
	m := &Model{d.Packed(), d.Packed()}
	if d.Err() != nil || m.first.Classes() != labels || m.second.Classes() != labels {
		return nil, linear.ErrFormat
	}
	return m, nil
}

// votes counts the types that a word got in the document, and remembers the last.
type votes struct {
	n      [4]uint16
	recent doc.EntityType
	seen   bool
}

// most is the type a word has most in the document as a feature: 0 if it was
// not met, 1 + the type otherwise, with a mark if others come close.
func (v votes) most() uint32 {
	if !v.seen {
		return 0
	}
	best, second := 0, 0
	for t := 1; t < len(v.n); t++ {
		if v.n[t] > v.n[best] {
			best = t
		}
	}
	for t := range v.n {
		if t != best {
			second = max(second, int(v.n[t]))
		}
	}
	f := uint32(best + 1)
	if second*2 >= int(v.n[best]) {
		f += 8
	}
	return f
}

func (v votes) before() uint32 {
	if !v.seen {
		return 0
	}
	return uint32(v.recent) + 1
}

func choose[N int32 | float32](scores []N, prev label, canGoOn bool) label {
	best := label(255)
	for l := label(0); l < labels; l++ {
		if !l.follows(prev) || l.open() && !canGoOn {
			continue
		}
		if best == 255 || scores[l] > scores[best] {
			best = l
		}
	}
	return best
}

// candidate tells whether token i may begin a name: it has a capital, or is a
// figure before a capital ("20 Minutes").
func (v *view) candidate(i int32) bool {
	w := v.at(i)
	return w.capital() || w.shape == digits && v.at(i+1).capital()
}

// label gives every token its label. In the second pass, found holds what the
// first pass found in the whole document. decide is called for each token that
// may be in a name; it gives the label to go on with.
func (k *scratch) label(d *doc.Document, found map[uint32]votes, decide func(i int32, f []uint32, prev label, canGoOn bool) label) {
	clear(k.memory)
	for _, s := range d.Sentences {
		v := view{d, k.words, s}
		l1, l2, open := outside, outside, uint32(0)
		for i := s.First; i < s.End; i++ {
			l := outside
			if l1.open() || v.candidate(i) {
				w := &k.words[i]
				if !l1.open() {
					open = 0
				}
				k.features = v.static(i, k.features[:0])
				k.features = v.history(i, l1, l2, open, k.memory[w.norm].before(), found[w.norm].most(), k.features)
				l = decide(i, k.features, l1, v.canGoOn(i))
				k.remember(w, l)
				if !l1.open() {
					open = w.norm
				}
			}
			k.labels[i] = l
			l1, l2 = l, l1
		}
	}
}

// canGoOn tells whether a name may go on after token i.
func (v *view) canGoOn(i int32) bool {
	return i+1 < v.sent.End && (v.at(i+1).shape != sign || isJoin(v.d.Tokens[i+1].Form))
}

// isJoin tells whether a sign may stand inside a name: "2, rue", "L'Orient-Le
// Jour", "M&M".
func isJoin(form string) bool {
	return form == "-" || form == "&" || form == "." || form == "'" || form == "’" || form == "/" || form == "–" || form == "+"
}

// remember counts the label of a word with a capital.
func (k *scratch) remember(w *word, l label) {
	if !w.capital() {
		return
	}
	m := k.memory[w.norm]
	if t := l.kind(); t != doc.NoType || !w.start {
		m.seen, m.recent = true, t
		m.n[t]++
		k.memory[w.norm] = m
	}
}

// findNames labels the document with the model, in two passes.
func (m *Model) findNames(d *doc.Document, k *scratch) {
	k.label(d, nil, func(_ int32, f []uint32, prev label, canGoOn bool) label { return best(m.first, f, prev, canGoOn) })
	k.memory, k.found = k.found, k.memory
	k.label(d, k.found, func(_ int32, f []uint32, prev label, canGoOn bool) label { return best(m.second, f, prev, canGoOn) })
}

func best(p *linear.Packed, features []uint32, prev label, canGoOn bool) label {
	var out [labels]int32
	p.Score(features, out[:])
	return choose(out[:], prev, canGoOn)
}
