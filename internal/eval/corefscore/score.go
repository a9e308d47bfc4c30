// Package corefscore scores coreference chains by the measures of the CoNLL-2012
// shared task: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF with
// φ4 over entities (Luo 2005), and their mean.
package corefscore

// Chains partition mentions: each chain lists the numbers of its mentions.
type Chains [][]int

// Count holds the sums that precision and recall are made of; counts of several
// documents add up.
type Count struct {
	RecallHit, RecallAll, PrecisionHit, PrecisionAll float64
}

// Add sums the counts of two documents.
func (c *Count) Add(o Count) {
	c.RecallHit += o.RecallHit
	c.RecallAll += o.RecallAll
	c.PrecisionHit += o.PrecisionHit
	c.PrecisionAll += o.PrecisionAll
}

// F is precision, recall and their harmonic mean, in per cent.
func (c Count) F() (p, r, f float64) {
	if c.PrecisionAll > 0 {
		p = 100 * c.PrecisionHit / c.PrecisionAll
	}
	if c.RecallAll > 0 {
		r = 100 * c.RecallHit / c.RecallAll
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// Result is the counts of the three measures.
type Result struct{ MUC, B3, CEAF Count }

// Add sums two results.
func (r *Result) Add(o Result) {
	r.MUC.Add(o.MUC)
	r.B3.Add(o.B3)
	r.CEAF.Add(o.CEAF)
}

// Mean is the mean of the three F measures.
func (r Result) Mean() float64 {
	_, _, a := r.MUC.F()
	_, _, b := r.B3.F()
	_, _, c := r.CEAF.F()
	return (a + b + c) / 3
}

// Score compares the chains found with the gold ones.
func Score(gold, found Chains) Result {
	g, f := index(gold), index(found)
	return Result{
		MUC: Count{
			RecallHit: links(gold, f), RecallAll: allLinks(gold),
			PrecisionHit: links(found, g), PrecisionAll: allLinks(found),
		},
		B3: Count{
			RecallHit: cubed(gold, found, f), RecallAll: float64(len(g)),
			PrecisionHit: cubed(found, gold, g), PrecisionAll: float64(len(f)),
		},
		CEAF: ceaf(gold, found),
	}
}

func index(c Chains) map[int]int {
	m := map[int]int{}
	for i, chain := range c {
		for _, x := range chain {
			m[x] = i
		}
	}
	return m
}

// allLinks is how many links hold the chains together.
func allLinks(c Chains) float64 {
	n := 0
	for _, chain := range c {
		n += len(chain) - 1
	}
	return float64(n)
}

// links is how many of them the other partition has.
func links(c Chains, other map[int]int) float64 {
	n := 0
	for _, chain := range c {
		parts, lone := map[int]bool{}, 0
		for _, x := range chain {
			if k, ok := other[x]; ok {
				parts[k] = true
			} else {
				lone++
			}
		}
		n += len(chain) - len(parts) - lone
	}
	return float64(n)
}

// cubed sums, over the mentions of a, the share of their chain that the other
// partition keeps with them.
func cubed(a, b Chains, inB map[int]int) float64 {
	sum := 0.0
	for _, chain := range a {
		for _, x := range chain {
			k, ok := inB[x]
			if !ok {
				continue
			}
			sum += float64(common(chain, b[k])) / float64(len(chain))
		}
	}
	return sum
}

func common(a, b []int) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			if x == y {
				n++
			}
		}
	}
	return n
}

// ceaf pairs chains one to one so that their summed likeness is greatest.
func ceaf(gold, found Chains) Count {
	n := max(len(gold), len(found))
	likeness := make([][]float64, n)
	for i := range likeness {
		likeness[i] = make([]float64, n)
		for j := range likeness[i] {
			if i < len(gold) && j < len(found) {
				likeness[i][j] = 2 * float64(common(gold[i], found[j])) / float64(len(gold[i])+len(found[j]))
			}
		}
	}
	best := assign(likeness)
	return Count{best, float64(len(gold)), best, float64(len(found))}
}

// assign is the greatest sum of a one-to-one choice in a square matrix (the
// Hungarian method with potentials, on the negated matrix).
func assign(a [][]float64) float64 {
	n := len(a)
	const inf = 1e18
	u, v, p, way := make([]float64, n+1), make([]float64, n+1), make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		p[0] = i
		j0 := 0
		least, used := make([]float64, n+1), make([]bool, n+1)
		for j := range least {
			least[j] = inf
		}
		for {
			used[j0] = true
			i0, delta, j1 := p[j0], inf, 0
			for j := 1; j <= n; j++ {
				if used[j] {
					continue
				}
				if cur := -a[i0-1][j-1] - u[i0] - v[j]; cur < least[j] {
					least[j], way[j] = cur, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= n; j++ {
				if used[j] {
					u[p[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			if j0 = j1; p[j0] == 0 {
				break
			}
		}
		for ; j0 != 0; j0 = way[j0] {
			p[j0] = p[way[j0]]
		}
	}
	sum := 0.0
	for j := 1; j <= n; j++ {
		sum += a[p[j]-1][j-1]
	}
	return sum
}
