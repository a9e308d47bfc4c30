// Package segment cuts blocks into sentences and syntactic words.
//
// A scanner goes over each block once and cuts it into pieces: words written
// together are taken apart where the tables of the language say so ("l'accord"
// = "l'" "accord", "a-t-il" = "a" "-t-il"), a full stop joins its abbreviation
// ("M.", "p. 12", "J.-C."), figures, times, dates and addresses stay whole.
// A linear model then decides, at the few places where a sentence may end,
// whether it does; a second one whether "des" and "du" are one word or two.
// No sentence crosses a block. Forms point into the text.
package segment

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
	"readout/internal/text"
)

// ModelFile is where a language keeps the weights of this stage.
const ModelFile = "models/segment.bin"

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	rules *rules
	model *model // nil without weights: rules alone decide
}

// New loads what the stage needs of the language. A missing weights file is no
// error: the stage then goes by rules alone.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{rules: newRules(l)}
	raw, err := l.File(ModelFile)
	if err != nil {
		return s, nil
	}
	s.model, err = readModel(raw)
	return s, err
}

// Run adds the stage's layer to the document.
func (s *Stage) Run(d *doc.Document) {
	b := &builder{stage: s, d: d, t: d.Text.String()}
	b.arena.Grow(len(b.t)/4 + 16)
	d.Sentences, d.Tokens = d.Sentences[:0], make([]doc.Token, 0, len(b.t)/5+8)
	if len(d.Blocks) == 0 {
		for n, line := range lines(b.t) {
			b.block(line, int32(n))
		}
		return
	}
	for n, block := range d.Blocks {
		b.block(block.Span, int32(n))
	}
}

// lines are the lines of a text that is not divided into blocks.
func lines(t string) []text.Span {
	var out []text.Span
	for i := 0; i < len(t); {
		n := strings.IndexAny(t[i:], "\n\r")
		if n < 0 {
			n = len(t) - i
		}
		if strings.TrimSpace(t[i:i+n]) != "" {
			out = append(out, text.Span{Start: int32(i), End: int32(i + n)})
		}
		i += n + 1
	}
	return out
}

// rules is the language's tables in the form that the scanner uses.
type rules struct {
	abbreviations map[string]lang.AbbrClass
	elisions      map[string]bool
	cliticForms   map[string]bool
	longestClitic int
	wholes        map[string]bool
	starters      map[string]bool
	units         map[string]bool
	lowered       map[string]bool
	headings      map[uint32]headingPart
	specials      [256][]string // wholes that the scanner would cut, by each case of their first byte
	multi         map[string]*multiword
	multiFirst    [256]bool
	longestMulti  int
	lexicon       *lang.Lexicon
}

func newRules(l *lang.Language) *rules {
	g := &l.Segment
	r := &rules{
		abbreviations: g.Abbreviations, elisions: g.Elisions, cliticForms: g.Clitics, longestClitic: g.LongestClitic,
		wholes: g.Wholes, starters: g.Starters, units: g.Units, lowered: g.Lowered, longestMulti: g.LongestMulti, lexicon: l.Lexicon, multi: map[string]*multiword{},
	}
	for form := range g.Wholes {
		if strings.ContainsAny(form, ".!?+/") {
			for _, first := range [...]byte{form[0], strings.ToUpper(form[:1])[0]} {
				if list := r.specials[first]; len(list) == 0 || list[len(list)-1] != form {
					r.specials[first] = append(list, form)
				}
			}
		}
	}
	for i := range r.specials {
		sortLongestFirst(r.specials[i])
	}
	for form, m := range g.Multiword {
		r.multi[form] = newMultiword(m)
		for _, v := range [...]string{form, strings.ToUpper(form)} {
			r.multiFirst[v[0]] = true
		}
	}
	r.headings = readHeadings(r, g.Headings)
	return r
}

// sortLongestFirst orders forms so that the longest match wins, whatever order
// the table's map gave them in.
func sortLongestFirst(list []string) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && (len(list[j]) > len(list[j-1]) || len(list[j]) == len(list[j-1]) && list[j] < list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// model is the learned part.
type model struct {
	ends   *linear.Packed // does a sentence end here?
	splits *linear.Packed // is "des" two words?
	habits *linear.Packed // how is a word written inside sentences?
}

func readModel(raw []byte) (*model, error) {
	d, err := linear.NewDecoder(raw)
	if err != nil {
		return nil, err
	}
	m := &model{ends: d.Packed(), splits: d.Packed(), habits: d.Packed()}
	return m, d.Err()
}
