package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/annotate/segment"
	"readout/internal/conllu"
	"readout/internal/lang"
)

// segmentTreebanks are the treebanks from which sentence ends and the reading
// of "des" are learned. The tests of Sequoia and GSD are never among them.
func segmentTreebanks(p Paths) []string {
	if p.Tune {
		return []string{"fr_sequoia-ud-train", "fr_gsd-ud-dev:train", "fr_pud-ud-test", "fr_fqb-ud-test"}
	}
	return []string{"fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test"}
}

func segmentJob() Job {
	return Job{"segment", "sentence ends and multiword tokens, from the treebanks' raw text", trainSegment}
}

func trainSegment(p Paths) error {
	folder := filepath.Dir(p.Out) // lang/fr of lang/fr/models
	l, err := lang.Load(os.DirFS(filepath.Dir(folder)), filepath.Base(folder))
	if err != nil {
		return err
	}
	var banks [][]conllu.Sentence
	for _, name := range segmentTreebanks(p) {
		sentences, err := readTreebank(p, name)
		if err != nil {
			return err
		}
		banks = append(banks, sentences)
	}
	articles, err := readArticles(p)
	if err != nil {
		return err
	}
	raw, err := segment.Learn(l, banks, articles)
	if err != nil {
		return err
	}
	fmt.Printf("segment: %d treebanks, %d bytes\n", len(banks), len(raw))
	return writeModel(filepath.Join(p.Out, filepath.Base(segment.ModelFile)), raw)
}

// readArticles reads the texts of WiNER-fr as lists of lines.
func readArticles(p Paths) ([][]string, error) {
	files, err := filepath.Glob(filepath.Join(p.Shared, "data", "ner", "winer-fr", "*", "*.txt"))
	if err != nil {
		return nil, err
	}
	var all [][]string
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		var lines []string
		for line := range strings.SplitSeq(string(raw), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		all = append(all, lines)
	}
	return all, nil
}
