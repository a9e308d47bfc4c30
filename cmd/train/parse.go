package main

import (
	"fmt"
	"os"
	"path/filepath"

	"readout/internal/annotate/parse"
	"readout/internal/conllu"
)

// parseTreebanks are the treebanks the French parser learns from. The tests of
// Sequoia and GSD are never among them.
func parseTreebanks() []string {
	return []string{"fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test"}
}

func parseJob() Job {
	return Job{"parse", "the dependency parser, from the treebanks with tags as the tagger gives them", trainParse}
}

func trainParse(p Paths) error {
	var trees []parse.Tree
	for _, name := range parseTreebanks() {
		f, err := os.Open(filepath.Join(p.Shared, "data/ud", name+".conllu"))
		if err != nil {
			return err
		}
		sentences, err := conllu.Read(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		trees = append(trees, parse.Trees(conllu.Document(sentences))...)
	}
	m := parse.Train(trees, parse.Options{
		Epochs: 10, ActionBits: 19, ArcBits: 17, Step: 0.25, Floor: 2, Seeds: 1, RunWidth: 1,
		Log: func(format string, args ...any) { fmt.Printf("parse: "+format+"\n", args...) },
	})
	file, err := m.Encode()
	if err != nil {
		return err
	}
	return writeModel(filepath.Join(p.Out, "parse.bin"), file)
}
