package treebank

import (
	"fmt"
	"strings"
	"unicode"

	"readout/internal/conllu"
)

// Places of a head that is no word.
const (
	root      = -1
	unaligned = -2
)

// span is a range of characters, white space not counted.
type span struct{ start, end int }

// word is a syntactic word with the characters its token covers.
type word struct {
	conllu.Word
	span  span
	multi bool
	head  int // index of the head among all words, or root
}

// flat is a list of sentences as one run of characters.
type flat struct {
	chars     []rune
	tokens    []span
	sentences []span
	words     []word
}

func flatten(sentences []conllu.Sentence) flat {
	var f flat
	for _, s := range sentences {
		start, first, r := len(f.chars), len(f.words), 0
		for i := 0; i < len(s.Words); {
			form, n := s.Words[i].Form, 1
			if r < len(s.Ranges) && s.Ranges[r].First == i+1 {
				form, n = s.Ranges[r].Form, min(s.Ranges[r].Last, len(s.Words))-i
				r++
			}
			at := f.add(form)
			for _, w := range s.Words[i : i+n] {
				head := root
				if w.Head > 0 {
					head = first + w.Head - 1
				}
				f.words = append(f.words, word{w, at, n > 1, head})
			}
			i += n
		}
		f.sentences = append(f.sentences, span{start, len(f.chars)})
	}
	return f
}

func (f *flat) add(form string) span {
	start := len(f.chars)
	for _, r := range form {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Zs, r) {
			f.chars = append(f.chars, r)
		}
	}
	s := span{start, len(f.chars)}
	f.tokens = append(f.tokens, s)
	return s
}

func sameCharacters(gold, system []rune) error {
	for i := 0; i < len(gold) || i < len(system); i++ {
		if i < len(gold) && i < len(system) && gold[i] == system[i] {
			continue
		}
		from := max(0, i-20)
		return fmt.Errorf("treebank: the texts differ at character %d: gold %q, system %q", i,
			string(gold[from:min(len(gold), i+20)]), string(system[from:min(len(system), i+20)]))
	}
	return nil
}

func spans(gold, system []span) F1 {
	f := F1{Gold: len(gold), System: len(system)}
	for i, j := 0, 0; i < len(gold) && j < len(system); {
		switch {
		case system[j].start < gold[i].start:
			j++
		case gold[i].start < system[j].start:
			i++
		default:
			if gold[i].end == system[j].end {
				f.Correct++
			}
			i++
			j++
		}
	}
	return f
}

type pair struct{ gold, system int }

// align pairs the words: outside multiword tokens by equal spans; in a stretch
// that multiword tokens of either side cover, by the longest common sequence of
// forms.
func align(gold, system []word) []pair {
	var pairs []pair
	for i, j := 0, 0; i < len(gold) && j < len(system); {
		if gold[i].multi || system[j].multi {
			r := multiRegion(gold, system, i, j)
			for _, p := range commonForms(gold[r.gold:r.goldEnd], system[r.system:r.systemEnd]) {
				pairs = append(pairs, pair{r.gold + p.gold, r.system + p.system})
			}
			i, j = r.goldEnd, r.systemEnd
			continue
		}
		g, s := gold[i].span, system[j].span
		switch {
		case g == s:
			pairs = append(pairs, pair{i, j})
			i++
			j++
		case g.start <= s.start:
			i++
		default:
			j++
		}
	}
	return pairs
}

// region is a stretch of words on both sides that cover the same characters.
type region struct{ gold, goldEnd, system, systemEnd int }

// multiRegion finds the stretch that begins with the multiword token at gold i
// or system j and grows over every multiword token that overlaps it.
func multiRegion(gold, system []word, i, j int) region {
	end := 0
	if gold[i].multi {
		end = gold[i].span.end
		if !system[j].multi && system[j].span.start < gold[i].span.start {
			j++
		}
	} else {
		end = system[j].span.end
		if gold[i].span.start < system[j].span.start {
			i++
		}
	}
	r := region{i, i, j, j}
	inside := func(words []word, k int) bool { return k < len(words) && words[k].span.start < end }
	for inside(gold, r.goldEnd) || inside(system, r.systemEnd) {
		next := &r.systemEnd
		words := system
		if r.goldEnd < len(gold) && (r.systemEnd >= len(system) || gold[r.goldEnd].span.start <= system[r.systemEnd].span.start) {
			next, words = &r.goldEnd, gold
		}
		if w := words[*next]; w.multi && w.span.end > end {
			end = w.span.end
		}
		*next++
	}
	return r
}

// commonForms is the longest common sequence of forms, case aside.
func commonForms(gold, system []word) []pair {
	n, m := len(gold), len(system)
	best := make([]int, (n+1)*(m+1))
	at := func(i, j int) *int { return &best[i*(m+1)+j] }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if sameForm(gold[i], system[j]) {
				*at(i, j) = 1 + *at(i+1, j+1)
			} else {
				*at(i, j) = max(*at(i+1, j), *at(i, j+1))
			}
		}
	}
	var pairs []pair
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case sameForm(gold[i], system[j]):
			pairs = append(pairs, pair{i, j})
			i++
			j++
		case *at(i+1, j) >= *at(i, j+1):
			i++
		default:
			j++
		}
	}
	return pairs
}

func sameForm(a, b word) bool { return strings.EqualFold(a.Form, b.Form) }
