package tag

import (
	"sort"
	"strings"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// guess is what words with an ending mostly are: "-ations" is a feminine
// plural and loses its s in the lemma.
type guess struct {
	strip uint8 // letters off the end
	add   string
	feats doc.Feats
}

// guesser holds, for part of speech and ending, the commonest guesses.
type guesser struct {
	rules map[uint32][]guess
}

// longest is the longest ending looked at, in letters.
const longest = 5

func endingKey(u doc.UPOS, ending uint32) uint32 { return ending*31 + uint32(u)*0x9e3779b1 }

// of gives the guesses for the longest known ending.
func (g *guesser) of(w *word, u doc.UPOS) []guess {
	if g == nil || !w.letter {
		return nil
	}
	for n := longest - 1; n >= 0; n-- {
		if r, ok := g.rules[endingKey(u, w.suffix[n])]; ok {
			return r
		}
	}
	return nil
}

// lemma applies the guess that has the token's features, or the first.
func (g *guesser) lemma(t *doc.Token, w *word) string {
	list := g.of(w, t.UPOS)
	if len(list) == 0 {
		return t.Norm
	}
	best := &list[0]
	for i := range list {
		if plain(list[i].feats) == plain(t.Feats) {
			best = &list[i]
			break
		}
	}
	stem := t.Norm
	for range best.strip {
		_, n := utf8.DecodeLastRuneInString(stem)
		stem = stem[:len(stem)-n]
	}
	if best.add == "" {
		return stem
	}
	return stem + best.add
}

// learnGuesser reads the endings off the lexicon.
func learnGuesser(x *lang.Lexicon) *guesser {
	counts := map[uint32]map[guess]int{}
	parent := map[uint32]uint32{}
	for i := range x.Len() {
		e := x.Entry(i)
		form := e.Form()
		if strings.ContainsAny(form, "'. ") || utf8.RuneCountInString(form) < 6 {
			continue
		}
		var w word
		w.scan(form)
		if w.capital {
			continue
		}
		for j := range e.Len() {
			a := e.At(j)
			if a.Seen || !guessable.Has(a.UPOS) {
				continue
			}
			g := guessOf(form, a)
			for n := range longest {
				key := endingKey(a.UPOS, w.suffix[n])
				if counts[key] == nil {
					counts[key] = map[guess]int{}
				}
				counts[key][g]++
				if n > 0 {
					parent[key] = endingKey(a.UPOS, w.suffix[n-1])
				}
			}
		}
	}
	return pruned(counts, parent)
}

const guessable lang.UPOSSet = 1<<doc.NOUN | 1<<doc.ADJ | 1<<doc.VERB | 1<<doc.ADV

func guessOf(form string, a lang.Analysis) guess {
	f, l := []rune(form), []rune(a.Lemma)
	n := 0
	for n < len(f) && n < len(l) && f[n] == l[n] {
		n++
	}
	return guess{uint8(len(f) - n), string(l[n:]), a.Feats}
}

// pruned keeps the endings with enough words whose guesses are not those of
// the ending one letter shorter.
func pruned(counts map[uint32]map[guess]int, parent map[uint32]uint32) *guesser {
	tops := make(map[uint32][]guess, len(counts))
	for key, c := range counts {
		if top := common(c); top != nil {
			tops[key] = top
		}
	}
	g := &guesser{map[uint32][]guess{}}
	for key, top := range tops {
		up := key
		kept := false
		for !kept {
			shorter, ok := parent[up]
			if !ok {
				break
			}
			up = shorter
			if t, ok := tops[up]; ok {
				kept = !sameGuesses(t, top)
				break
			}
		}
		if _, ok := parent[key]; kept || !ok {
			g.rules[key] = top
		}
	}
	return g
}

func sameGuesses(a, b []guess) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// common lists the guesses that at least one word in eight has, if there are
// enough words.
func common(c map[guess]int) []guess {
	total := 0
	list := make([]guess, 0, len(c))
	for g, n := range c {
		total += n
		list = append(list, g)
	}
	if total < 8 {
		return nil
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if c[a] != c[b] {
			return c[a] > c[b]
		}
		return a.feats < b.feats || a.feats == b.feats && (a.strip < b.strip || a.strip == b.strip && a.add < b.add)
	})
	var out []guess
	for _, g := range list {
		if c[g]*8 >= total && len(out) < 6 {
			out = append(out, g)
		}
	}
	return out
}

func (g *guesser) encode(e *linear.Encoder) {
	keys := make([]uint32, 0, len(g.rules))
	for k := range g.rules {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	e.Uint(uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		e.Uint(uint64(k - last))
		e.Uint(uint64(len(g.rules[k])))
		for _, x := range g.rules[k] {
			e.Uint(uint64(x.strip))
			e.String(x.add)
			e.Uint(uint64(x.feats))
		}
		last = k
	}
}

func decodeGuesser(d *linear.Decoder) *guesser {
	n := d.Uint()
	if n > 1<<20 {
		return nil
	}
	g := &guesser{make(map[uint32][]guess, n)}
	key := uint32(0)
	for range n {
		key += uint32(d.Uint())
		k := d.Uint()
		if k > 6 || d.Err() != nil {
			return nil
		}
		list := make([]guess, k)
		for i := range list {
			list[i] = guess{uint8(d.Uint()), d.String(), doc.Feats(d.Uint())}
		}
		g.rules[key] = list
	}
	return g
}
