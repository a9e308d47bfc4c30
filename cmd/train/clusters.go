package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// clusterCount is the number of classes of words, of which the last two are
// for rare words and for the edge of a line.
const (
	clusterCount = 130
	clusterRare  = clusterCount - 2
	clusterEdge  = clusterCount - 1
	// clusterMin is how often a word must occur to be clustered.
	clusterMin    = 4
	clusterRounds = 12
)

// readClusters groups words that stand beside the same words, by the exchange
// algorithm (Martin, Liermann and Ney 1998) over the unannotated text of
// treebanks, news articles and reports.
func readClusters(p Paths) (map[string]uint8, error) {
	lines, err := plainText(p)
	if err != nil {
		return nil, err
	}
	c := newClusterer(lines)
	for round := range clusterRounds {
		if moved := c.round(); moved == 0 {
			break
		} else if round == clusterRounds-1 {
			fmt.Printf("clusters: %d words, %d still move\n", len(c.words), moved)
		}
	}
	out := map[string]uint8{}
	for i, w := range c.words {
		if c.of[i] < clusterRare {
			out[w] = uint8(c.of[i] + 1)
		}
	}
	return out, nil
}

// plainText gives the words of each sentence or line, in lower case.
func plainText(p Paths) ([][]string, error) {
	names := append(morphologyTreebanks(p), otherTreebanks()...)
	var lines [][]string
	for _, name := range append(names, "fr_pud-ud-test") {
		s, err := readTreebank(p, name)
		if err != nil {
			return nil, err
		}
		for _, x := range s {
			lines = append(lines, roughWords(x.Surface()))
		}
	}
	err := filepath.WalkDir(filepath.Join(p.Shared, "data", "ner", "winer-fr"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, l := range strings.Split(string(raw), "\n") {
			lines = append(lines, roughWords(l))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(filepath.Join(p.Shared, "data", "coref", "popcorn-fr-train.json"))
	if err != nil {
		return nil, err
	}
	var reports map[string]struct {
		Text string `json:"text"`
	}
	if err := json.Unmarshal(raw, &reports); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(reports)) {
		lines = append(lines, roughWords(reports[name].Text))
	}
	return lines, nil
}

// roughWords cuts a line at spaces, punctuation and after apostrophes.
func roughWords(s string) []string {
	var out []string
	start := -1
	cut := func(end int) {
		if start >= 0 {
			out = append(out, strings.ToLower(s[start:end]))
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case r == '\'' || r == '’':
			if start >= 0 {
				out = append(out, strings.ToLower(s[start:i])+"'")
				start = -1
			}
		case unicode.IsLetter(r) || r == '-' && start >= 0:
			if start < 0 {
				start = i
			}
		case unicode.IsDigit(r):
			cut(i)
			out = append(out, "0")
		default:
			cut(i)
			if !unicode.IsSpace(r) {
				out = append(out, string(r))
			}
		}
	}
	cut(len(s))
	return out
}

// pair is a neighbour and how often it stands there.
type pair struct{ word, count int32 }

type clusterer struct {
	words       []string
	of          []int32 // the cluster of each word
	total       []int32 // occurrences of each word
	left, right [][]pair
	self        []int32 // times a word follows itself
	pairs       [clusterCount][clusterCount]int32
	sizes       [clusterCount]int32
}

func newClusterer(lines [][]string) *clusterer {
	counts := map[string]int32{}
	for _, l := range lines {
		for _, w := range l {
			counts[w]++
		}
	}
	c := &clusterer{}
	for w, n := range counts {
		if n >= clusterMin {
			c.words = append(c.words, w)
		}
	}
	sort.Slice(c.words, func(i, j int) bool {
		a, b := c.words[i], c.words[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	ids := make(map[string]int32, len(c.words))
	for i, w := range c.words {
		ids[w] = int32(i)
		c.of = append(c.of, int32(i%clusterRare))
	}
	rare, edge := int32(len(c.words)), int32(len(c.words)+1)
	c.words = append(c.words, "", "")
	c.of = append(c.of, clusterRare, clusterEdge)
	c.count(lines, ids, rare, edge)
	return c
}

func (c *clusterer) count(lines [][]string, ids map[string]int32, rare, edge int32) {
	n := len(c.words)
	c.total, c.self = make([]int32, n), make([]int32, n)
	bigrams := map[[2]int32]int32{}
	for _, l := range lines {
		last := edge
		for _, w := range l {
			id, ok := ids[w]
			if !ok {
				id = rare
			}
			bigrams[[2]int32{last, id}]++
			last = id
		}
		bigrams[[2]int32{last, edge}]++
	}
	keys := make([][2]int32, 0, len(bigrams))
	for k := range bigrams {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
	})
	c.left, c.right = make([][]pair, n), make([][]pair, n)
	for _, k := range keys {
		m := bigrams[k]
		c.total[k[1]] += m
		c.pairs[c.of[k[0]]][c.of[k[1]]] += m
		if k[0] == k[1] {
			c.self[k[0]] += m
			continue
		}
		c.right[k[0]] = append(c.right[k[0]], pair{k[1], m})
		c.left[k[1]] = append(c.left[k[1]], pair{k[0], m})
	}
	for i, m := range c.total {
		c.sizes[c.of[i]] += m
	}
}

// round moves every word to the cluster where it fits best.
func (c *clusterer) round() int {
	moved := 0
	for w := range len(c.words) - 2 {
		if c.place(int32(w)) {
			moved++
		}
	}
	return moved
}

func (c *clusterer) place(w int32) bool {
	var left, right [clusterCount]int32
	for _, p := range c.left[w] {
		left[c.of[p.word]] += p.count
	}
	for _, p := range c.right[w] {
		right[c.of[p.word]] += p.count
	}
	old := c.of[w]
	c.shift(w, old, &left, &right, -1)
	best, top := old, math.Inf(-1)
	for k := range int32(clusterRare) {
		if g := c.gain(w, k, &left, &right); g > top {
			best, top = k, g
		}
	}
	c.shift(w, best, &left, &right, 1)
	c.of[w] = best
	return best != old
}

// shift takes the word's pairs out of a cluster (sign -1) or puts them in.
func (c *clusterer) shift(w, k int32, left, right *[clusterCount]int32, sign int32) {
	for x := range clusterCount {
		c.pairs[k][x] += sign * right[x]
		c.pairs[x][k] += sign * left[x]
	}
	c.pairs[k][k] += sign * c.self[w]
	c.sizes[k] += sign * c.total[w]
}

// gain is how much likelier the text gets with the word in cluster k.
func (c *clusterer) gain(w, k int32, left, right *[clusterCount]int32) float64 {
	g := -2 * (weight(c.sizes[k]+c.total[w]) - weight(c.sizes[k]))
	for x := range int32(clusterCount) {
		if x == k {
			continue
		}
		if n := right[x]; n > 0 {
			g += weight(c.pairs[k][x]+n) - weight(c.pairs[k][x])
		}
		if n := left[x]; n > 0 {
			g += weight(c.pairs[x][k]+n) - weight(c.pairs[x][k])
		}
	}
	own := c.pairs[k][k]
	return g + weight(own+left[k]+right[k]+c.self[w]) - weight(own)
}

// weights is n log n for the small numbers, which are most.
var weights = func() (t [1 << 12]float64) {
	for n := 2; n < len(t); n++ {
		t[n] = float64(n) * math.Log(float64(n))
	}
	return t
}()

func weight(n int32) float64 {
	if int(n) < len(weights) {
		return weights[n]
	}
	return float64(n) * math.Log(float64(n))
}
