package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"readout/internal/annotate/mention"
	"readout/internal/annotate/press"
	"readout/internal/annotate/segment"
	"readout/internal/annotate/tag"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

func mentionJob() Job {
	return Job{"mention", "names of persons, organisations and places, from WiNER-fr", trainMention}
}

// heldOut is the rest by five of the articles that -tune keeps out of training
// and reports on, in the order of their names.
const heldOut = 4

func trainMention(p Paths) error {
	l, err := lang.Load(os.DirFS(filepath.Dir(filepath.Dir(p.Out))), filepath.Base(filepath.Dir(p.Out)))
	if err != nil {
		return err
	}
	examples, err := winer(p, l)
	if err != nil {
		return err
	}
	var train, test []mention.Example
	for i, x := range examples {
		if i%5 == heldOut {
			test = append(test, x)
		}
		if i%5 != heldOut || !p.Tune {
			train = append(train, x)
		}
	}
	m := mention.Train(train, l, mention.Options{Epochs: 12, Bits: 18, Folds: 4})
	raw, err := m.Encode()
	if err != nil {
		return err
	}
	fmt.Printf("mention: %d articles, %d bytes\n", len(train), len(raw))
	if m, err = mention.Decode(raw); err != nil {
		return err
	}
	s, err := mention.New(l)
	if err != nil {
		return err
	}
	reportNames(s.With(m), test, false)
	reportNames(s.With(m), test, true)
	if p.Tune {
		return nil
	}
	return writeModel(filepath.Join(p.Out, "names.bin"), raw)
}

// winer reads the articles in the order of their names, without those that the
// gold texts were made from: their scores would be flattered.
func winer(p Paths, l *lang.Language) ([]mention.Example, error) {
	files, err := filepath.Glob(filepath.Join(p.Shared, "data/ner/winer-fr/*/*.ann"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	gold, err := goldNames(p)
	if err != nil {
		return nil, err
	}
	stages, err := newTagger(l)
	if err != nil {
		return nil, err
	}
	var out []mention.Example
	for _, f := range files {
		base := strings.TrimSuffix(f, ".ann")
		if gold["wn"+filepath.Base(base)] {
			continue
		}
		raw, err := os.ReadFile(base + ".txt")
		if err != nil {
			return nil, err
		}
		t, err := text.Decode(raw)
		if err != nil {
			fmt.Printf("mention: %s: %v\n", base, err)
			continue
		}
		d := &doc.Document{Text: t}
		for _, s := range stages {
			s.Run(d)
		}
		ann, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out = append(out, mention.Example{Doc: d, Names: standoff(d, string(ann))})
	}
	return out, nil
}

func goldNames(p Paths) (map[string]bool, error) {
	raw, err := os.ReadFile(filepath.Join(p.Shared, "gold/fr-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		var x struct{ Doc string }
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			return nil, err
		}
		out[x.Doc] = true
	}
	return out, nil
}

type runner interface{ Run(*doc.Document) }

func newTagger(l *lang.Language) ([]runner, error) {
	a, err := press.New(l)
	if err != nil {
		return nil, err
	}
	b, err := segment.New(l)
	if err != nil {
		return nil, err
	}
	c, err := tag.New(l)
	return []runner{a, b, c}, err
}

// standoff turns brat annotations (code points) into names; of names inside
// one another the longest stays.
func standoff(d *doc.Document, ann string) []mention.Name {
	byStart, byEnd := map[int]int32{}, map[int]int32{}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		start, end := d.Text.Point(t.Span.Start), d.Text.Point(t.Span.End)
		if _, ok := byStart[start]; !ok || t.Part != doc.LaterPart {
			byStart[start] = int32(i)
		}
		byEnd[end] = int32(i) + 1
	}
	types := map[string]doc.EntityType{"Person": doc.Person, "Organization": doc.Organization, "Location": doc.Location}
	var names []mention.Name
	for _, line := range strings.Split(ann, "\n") {
		f := strings.SplitN(line, "\t", 3)
		if len(f) < 3 {
			continue
		}
		w := strings.Fields(f[1])
		if len(w) != 3 || types[w[0]] == 0 {
			continue
		}
		start, _ := strconv.Atoi(w[1])
		end, _ := strconv.Atoi(w[2])
		first, ok1 := byStart[start]
		last, ok2 := byEnd[end]
		if ok1 && ok2 && last > first {
			names = append(names, mention.Name{First: first, End: last, Type: types[w[0]]})
		}
	}
	return outermost(names)
}

func outermost(names []mention.Name) []mention.Name {
	sort.SliceStable(names, func(i, j int) bool {
		a, b := names[i], names[j]
		return a.First < b.First || a.First == b.First && a.End > b.End
	})
	var out []mention.Name
	for _, n := range names {
		if len(out) == 0 || n.First >= out[len(out)-1].End {
			out = append(out, n)
		}
	}
	return out
}

// reportNames prints precision, recall and F of exact names by type, of the
// model alone or as mended.
func reportNames(s *mention.Stage, test []mention.Example, mended bool) {
	what := "model "
	if mended {
		what = "mended"
	}
	var right, found, want [4]int
	for _, x := range test {
		gold := map[mention.Name]bool{}
		for _, n := range x.Names {
			gold[n] = true
			want[n.Type]++
		}
		for _, n := range s.Find(x.Doc, mended) {
			found[n.Type]++
			if gold[n] {
				right[n.Type]++
			}
		}
	}
	for t := 1; t < len(want); t++ {
		right[0], found[0], want[0] = right[0]+right[t], found[0]+found[t], want[0]+want[t]
	}
	for t, name := range []string{"all", "Person", "Organization", "Location"} {
		p, r := percent(right[t], found[t]), percent(right[t], want[t])
		fmt.Printf("mention: %s %-12s P %.1f R %.1f F %.1f (%d)\n", what, name, p, r, percent(2*right[t], found[t]+want[t]), want[t])
	}
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}
