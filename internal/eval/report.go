package eval

import (
	"fmt"
	"io"
	"slices"

	"readout/internal/record"
)

// Score is one measure: precision, recall and F, or one share of 1.
type Score struct {
	Name    string
	P, R, F float64
	Triple  bool // P, R and F are meant; else F alone
	Per100  bool // F counts per 100, not a share
}

// Result is the comparison of a set of documents.
type Result struct {
	Documents, NotFound int
	Counts              Counts
	Scores              []Score
	Low, High           float64 // 95 % bootstrap interval of attribution F
	Mistakes            []Mistake
}

// Compare scores records against annotations, by document name.
func Compare(gold []Gold, found []record.Record) Result {
	byName := make(map[string]*record.Record, len(found))
	for i := range found {
		byName[found[i].Doc] = &found[i]
	}
	r := Result{Documents: len(gold), Counts: Counts{}}
	docs := make([]Counts, 0, len(gold))
	for i := range gold {
		f := byName[gold[i].Doc]
		if f == nil {
			r.NotFound++
			f = &record.Record{}
		}
		c, m := ScoreDocument(&gold[i], f)
		docs = append(docs, c)
		r.Counts.Add(c)
		r.Mistakes = append(r.Mistakes, m...)
	}
	r.Scores = scores(r.Counts)
	if len(docs) > 0 {
		r.Low, r.High = bootstrap(docs)
	}
	return r
}

// Get is the measure of a name.
func (r Result) Get(name string) Score {
	for _, s := range r.Scores {
		if s.Name == name {
			return s
		}
	}
	return Score{}
}

func prf(name string, hit, found, gold int) Score {
	s := Score{Name: name, Triple: true}
	if found > 0 {
		s.P = float64(hit) / float64(found)
	}
	if gold > 0 {
		s.R = float64(hit) / float64(gold)
	}
	if s.P+s.R > 0 {
		s.F = 2 * s.P * s.R / (s.P + s.R)
	}
	return s
}

func share(name string, hit, of int) Score {
	return Score{Name: name, F: float64(hit) / float64(max(of, 1))}
}

func scores(c Counts) []Score {
	var out []Score
	for _, k := range []string{"ggt30", "ggt80", "iou50", "iou80"} {
		out = append(out, prf(k, c[k], c["found"], c["gold"]))
	}
	out = append(out, prf("attribution", c["attr"], c["found"], c["gold"]), prf("attribution80", c["attr80"], c["found"], c["gold"]))
	for _, k := range []string{"source", "cue", "mode", "act"} {
		out = append(out, share(k, c[k], c["iou50"]))
	}
	for _, k := range []string{"source", "cue", "content"} {
		out = append(out, prf("exact_"+k, c["x_"+k], c["xf_"+k], c["xg_"+k]))
	}
	out = append(out, prf("to", c["to_hit"], c["to_found"], c["to_gold"]), prf("via", c["via_hit"], c["via_found"], c["via_gold"]))
	out = append(out, share("when", c["when_hit"], c["when_gold"]))
	out = append(out, Score{Name: "false_per_100", F: 100 * float64(c["false"]) / float64(max(c["found_by"], 1)), Per100: true})
	for _, m := range []string{"direct", "mixed", "indirect", "reported"} {
		out = append(out, share("recall_"+m, c["mode_hit_"+m], c["mode_gold_"+m]))
	}
	out = append(out, prf("contact_kind", c["c_kind"], c["c_found"], c["c_gold"]), prf("contact_parties", c["c_parties"], c["c_found"], c["c_gold"]))
	out = append(out, share("contact_when", c["c_when"], c["c_parties"]), share("contact_status", c["c_status"], c["c_parties"]))
	return append(out, prf("time_span", c["t_span"], c["t_found"], c["t_gold"]), prf("time_value", c["t_value"], c["t_found"], c["t_gold"]))
}

// bootstrap draws documents with replacement 500 times.
func bootstrap(docs []Counts) (low, high float64) {
	rnd := newTwister(1)
	all := make([]float64, 0, 500)
	for range 500 {
		hit, found, gold := 0, 0, 0
		for range docs {
			c := docs[rnd.index(len(docs))]
			hit, found, gold = hit+c["attr"], found+c["found"], gold+c["gold"]
		}
		all = append(all, prf("", hit, found, gold).F)
	}
	slices.Sort(all)
	return all[12], all[487]
}

// Write prints the result as the reference scorer does.
func (r Result) Write(w io.Writer) {
	fmt.Fprintf(w, "%d documents (%d not found), %d gold and %d found statements\n", r.Documents, r.NotFound, r.Counts["gold"], r.Counts["found"])
	for _, s := range r.Scores {
		switch {
		case s.Triple:
			fmt.Fprintf(w, "%-16s P %5.1f  R %5.1f  F %5.1f\n", s.Name, 100*s.P, 100*s.R, 100*s.F)
		case s.Per100:
			fmt.Fprintf(w, "%-16s %5.1f\n", s.Name, s.F)
		default:
			fmt.Fprintf(w, "%-16s %5.1f\n", s.Name, 100*s.F)
		}
	}
	fmt.Fprintf(w, "%-16s %.1f to %.1f\n", "attribution_ci95", 100*r.Low, 100*r.High)
}
