package eval

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"readout/internal/record"
)

// Counts are the tallies of one or many documents, by the reference scorer's
// names.
type Counts map[string]int

// Add adds the tallies of another document.
func (c Counts) Add(d Counts) {
	for k, v := range d {
		c[k] += v
	}
}

// Mistake is one statement that was missed, is extra, or has the wrong speaker.
type Mistake struct {
	Doc         string
	Kind        string // by, missed, extra
	Gold, Found int    // indices of statements, -1 for none
}

// pair is a gold and a found statement that overlap.
type pair struct {
	iou         float64
	gold, found int
	by          int // how many speakers agree
}

// scorer compares one document.
type scorer struct {
	gold     *Gold
	found    *record.Record
	text     []rune
	names    actors
	gs, fs   [][]Span // content spans, sorted and disjoint
	counts   Counts
	mistakes []Mistake
}

func newScorer(g *Gold, f *record.Record) *scorer {
	s := &scorer{gold: g, found: f, text: []rune(g.Text), names: matchActors(g.Actors, f.Actors), counts: Counts{}}
	for _, x := range g.Statements {
		s.gs = append(s.gs, union(x.Content))
	}
	for _, x := range f.Statements {
		spans := make([]Span, 0, len(x.Content))
		for _, c := range x.Content {
			spans = append(spans, Span{c.Start, c.End})
		}
		s.fs = append(s.fs, union(spans))
	}
	return s
}

// ScoreDocument compares one record with its annotation.
func ScoreDocument(g *Gold, f *record.Record) (Counts, []Mistake) {
	s := newScorer(g, f)
	s.counts["gold"], s.counts["found"] = len(g.Statements), len(f.Statements)
	s.coverage(.3, "ggt30")
	s.coverage(.8, "ggt80")
	s.exactSpans()
	s.matches()
	s.contacts()
	s.times()
	return s.counts, s.mistakes
}

// union sorts spans and joins those that overlap.
func union(l []Span) []Span {
	l = slices.Clone(l)
	slices.SortFunc(l, func(a, b Span) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	var out []Span
	for _, s := range l {
		if s[1] <= s[0] {
			continue
		}
		if n := len(out); n > 0 && s[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], s[1])
			continue
		}
		out = append(out, s)
	}
	return out
}

func size(l []Span) int {
	n := 0
	for _, s := range l {
		n += s[1] - s[0]
	}
	return n
}

func shared(a, b []Span) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		n += max(0, min(a[i][1], b[j][1])-max(a[i][0], b[j][0]))
		if a[i][1] < b[j][1] {
			i++
		} else {
			j++
		}
	}
	return n
}

func (s *scorer) coverage(above float64, key string) {
	used := make([]bool, len(s.fs))
	for i := range s.gs {
		best, at := above, -1
		for j := range s.fs {
			if used[j] || len(s.gs[i]) == 0 {
				continue
			}
			if c := float64(shared(s.gs[i], s.fs[j])) / float64(size(s.gs[i])); c > best {
				best, at = c, j
			}
		}
		if at >= 0 {
			used[at] = true
			s.counts[key]++
		}
	}
}

func goldSpan(x *Span) *Span { return x }

func foundSpan(x *record.Span) *Span {
	if x == nil {
		return nil
	}
	return &Span{x.Start, x.End}
}

// exactSpans counts sources, cues and contents with identical ends.
func (s *scorer) exactSpans() {
	g, f := map[string]map[Span]bool{}, map[string]map[Span]bool{}
	put := func(m map[string]map[Span]bool, key string, x *Span) {
		if m[key] == nil {
			m[key] = map[Span]bool{}
		}
		if x != nil {
			m[key][*x] = true
		}
	}
	for _, x := range s.gold.Statements {
		put(g, "source", goldSpan(x.Source))
		put(g, "cue", goldSpan(x.Cue))
		for _, c := range x.Content {
			c = s.trim(c)
			put(g, "content", &c)
		}
	}
	for _, x := range s.found.Statements {
		put(f, "source", foundSpan(x.Source))
		put(f, "cue", foundSpan(x.Cue))
		for _, c := range x.Content {
			t := s.trim(Span{c.Start, c.End})
			put(f, "content", &t)
		}
	}
	for _, k := range []string{"source", "cue", "content"} {
		s.counts["xg_"+k], s.counts["xf_"+k] = len(g[k]), len(f[k])
		for x := range g[k] {
			if f[k][x] {
				s.counts["x_"+k]++
			}
		}
	}
}

var introducer = regexp.MustCompile(`(?i)^(?:\s*(?:que |qu'|qu’|that |de |d'|d’|to |à )?)*`)

// trim drops a leading que, that, de, to, spaces and a final stop or comma.
func (s *scorer) trim(x Span) Span {
	a, b := max(0, x[0]), min(x[1], len(s.text))
	if a > b {
		return x
	}
	a += len([]rune(introducer.FindString(string(s.text[a:b]))))
	for b > a && (unicode.IsSpace(s.text[b-1]) || strings.ContainsRune(".,;:", s.text[b-1])) {
		b--
	}
	for a < b && unicode.IsSpace(s.text[a]) {
		a++
	}
	return Span{a, b}
}

// matches pairs statements one-to-one by intersection over union and counts
// what agrees on each pair.
func (s *scorer) matches() {
	var pairs []pair
	for i := range s.gs {
		for j := range s.fs {
			if n := shared(s.gs[i], s.fs[j]); n > 0 {
				by := common(s.names.ids(s.found.Statements[j].By), set(s.gold.Statements[i].By))
				pairs = append(pairs, pair{float64(n) / float64(size(s.gs[i])+size(s.fs[j])-n), i, j, by})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(-cmp.Compare(a.iou, b.iou), b.by-a.by, a.gold-b.gold, a.found-b.found)
	})
	ui, uj := make([]bool, len(s.gs)), make([]bool, len(s.fs))
	var kept []pair
	for _, p := range pairs {
		if p.iou >= .5 && !ui[p.gold] && !uj[p.found] {
			ui[p.gold], uj[p.found] = true, true
			kept = append(kept, p)
		}
	}
	for _, x := range s.found.Statements {
		if len(x.By) > 0 {
			s.counts["found_by"]++
		}
	}
	for _, x := range s.gold.Statements {
		s.counts["mode_gold_"+x.Mode]++
	}
	for _, p := range kept {
		s.match(p)
	}
	s.unmatched("missed", ui, true)
	s.unmatched("extra", uj, false)
}

func (s *scorer) unmatched(kind string, used []bool, gold bool) {
	for i, u := range used {
		switch {
		case u:
		case gold:
			s.mistakes = append(s.mistakes, Mistake{s.gold.Doc, kind, i, -1})
		default:
			s.mistakes = append(s.mistakes, Mistake{s.gold.Doc, kind, -1, i})
		}
	}
}

func common(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}
