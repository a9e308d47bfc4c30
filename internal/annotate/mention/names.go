package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
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
	return form == "-" || form == "&" || form == "." || form == "'" || form == "’" || form == "/" || form == "–" || form == "+" || form == "!"
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

// mend puts right what the words around a name say more surely than the
// model: a phrase of several words that the tables know is one name; a small
// word that opens the sentence is no part of it ("Selon Le Courant"); the family
// name of a person of the document is a person.
func (k *scratch) mend(d *doc.Document, n *lang.Names) {
	clear(k.memory)
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			k.mendListed(d, n, s, i)
			if l := k.labels[i]; l != outside && l.part() == begin && k.words[i].start && k.words[i].inside == 0 && isSmall(d.Tokens[i].UPOS) {
				k.relabel(i+1, k.endOf(i, s.End), l.kind())
				k.labels[i] = outside
			}
			k.mendTail(d, s, i)
			if l := k.labels[i]; l.kind() == doc.Person && l.part() == last {
				m := k.memory[k.words[i].norm]
				m.seen = true
				k.memory[k.words[i].norm] = m
			}
		}
	}
	const places = lang.Country | lang.Capital | lang.Place
	for i := range k.labels {
		if l := k.labels[i]; l != outside && l.part() == only && l.kind() != doc.Person && k.words[i].gaz&places == 0 && k.memory[k.words[i].norm].seen {
			k.labels[i] = labelOf(doc.Person, only)
		}
	}
}

// mendTail cuts a finite verb off the end of a name: "l'Association des
// armateurs applaudit".
func (k *scratch) mendTail(d *doc.Document, s doc.Sentence, i int32) {
	l := k.labels[i]
	if l == outside || l.part() != last || k.words[i].shape != small {
		return
	}
	if t := &d.Tokens[i]; t.UPOS != doc.AUX && (t.UPOS != doc.VERB || !t.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin)) {
		return
	}
	first := i
	for first > s.First && k.labels[first-1].open() {
		first--
	}
	k.labels[i] = outside
	k.relabel(first, i, l.kind())
}

func isSmall(u doc.UPOS) bool {
	return u == doc.ADP || u == doc.SCONJ || u == doc.CCONJ || u == doc.ADV || u == doc.PRON || u == doc.VERB
}

// mendListed makes one name of a listed phrase of several words.
func (k *scratch) mendListed(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) {
	const classes = lang.Country | lang.Capital | lang.Place | lang.Seat | lang.Body | lang.Media
	w := &k.words[i]
	if w.inside != 1 || w.gaz&classes == 0 || i+1 >= s.End || k.words[i+1].inside != 2 {
		return
	}
	m := n.Longest(d.Tokens[:s.End], i, w.norm, classes)
	e := m.Of(d.Tokens[i:s.End], classes)
	if e == nil || m.Words < 2 || k.labels[i] != outside && k.labels[i].part() != begin && k.labels[i].part() != only || k.labels[i+m.Words-1].open() {
		return
	}
	kind := doc.Organization
	if e.Class&(lang.Country|lang.Capital|lang.Place) != 0 {
		kind = doc.Location
	}
	k.relabel(i, i+m.Words, kind)
}

// endOf is where the name ends that token i is in.
func (k *scratch) endOf(i, end int32) int32 {
	for k.labels[i].open() && i+1 < end {
		i++
	}
	return i + 1
}

// relabel makes one name of the tokens.
func (k *scratch) relabel(first, end int32, kind doc.EntityType) {
	for i := first; i < end; i++ {
		part := middle
		switch {
		case end-first == 1:
			part = only
		case i == first:
			part = begin
		case i == end-1:
			part = last
		}
		k.labels[i] = labelOf(kind, part)
	}
}

func best(p *linear.Packed, features []uint32, prev label, canGoOn bool) label {
	var out [labels]int32
	p.Score(features, out[:])
	return choose(out[:], prev, canGoOn)
}
