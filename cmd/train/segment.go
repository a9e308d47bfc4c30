package main

import (
	"fmt"
	"os"
	"path/filepath"

	"readout/internal/annotate/segment"
	"readout/internal/conllu"
	"readout/internal/lang"
)

// segmentTreebanks are the treebanks from which sentence ends and the reading
// of "des" are learned. The tests of Sequoia and GSD are never among them.
func segmentTreebanks(p Paths) []string {
	if p.Tune {
		return []string{"fr_sequoia-ud-train", "fr_sequoia-ud-train", "fr_gsd-ud-dev:train", "fr_pud-ud-test", "fr_fqb-ud-test"}
	}
	return []string{"fr_sequoia-ud-train", "fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_sequoia-ud-dev",
		"fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test"}
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
	raw, err := segment.Learn(l, banks)
	if err != nil {
		return err
	}
	fmt.Printf("segment: %d treebanks, %d bytes\n", len(banks), len(raw))
	return writeModel(filepath.Join(p.Out, filepath.Base(segment.ModelFile)), raw)
}
