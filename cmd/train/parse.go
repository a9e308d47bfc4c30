package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/internal/annotate/parse"
	"readout/internal/annotate/tag"
	"readout/internal/doc"
	"readout/internal/lang"
)

func parseJob() Job {
	return Job{"parse", "the dependency parser, from the treebanks with tags as the tagger gives them", trainParse}
}

// parseTreebanks are the treebanks the French parser learns from. The tests of
// Sequoia and GSD are never among them.
func parseTreebanks() []string {
	return []string{"fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev", "fr_pud-ud-test", "fr_fqb-ud-test"}
}

// folds is how many taggers tag the treebanks for the parser, each the part
// that it has not learnt from.
const folds = 4

func trainParse(p Paths) error {
	x, err := loadLexicon(p)
	if err != nil {
		return err
	}
	trees, err := taggedTrees(p, x)
	if err != nil {
		return err
	}
	m := parse.Train(trees, parse.Options{
		Epochs: 3, BeamEpochs: 7, Width: 4, RunWidth: 4, Margin: 40,
		ActionBits: 19, ArcBits: 17, Step: 0.125, Floor: 2, Seeds: 3, Lexicon: x,
		Log: func(format string, args ...any) { fmt.Printf("parse: "+format+"\n", args...) },
	})
	raw, err := m.Encode()
	if err != nil {
		return err
	}
	fmt.Printf("parse: %d bytes\n", len(raw))
	return writeModel(filepath.Join(p.Out, "parse.bin"), raw)
}

// taggedTrees gives the trees of the treebanks over the tags of taggers that
// have not seen them.
func taggedTrees(p Paths, x *lang.Lexicon) ([]parse.Tree, error) {
	gold, err := treebankDocuments(p, parseTreebanks())
	if err != nil {
		return nil, err
	}
	tagged := make([]*doc.Document, len(gold))
	for i, d := range gold {
		c := *d
		c.Tokens = slices.Clone(d.Tokens)
		tagged[i] = &c
	}
	tag.Jackknife(asCorpora(parseTreebanks(), tagged), x, folds, tag.Options{})
	var trees []parse.Tree
	for i, d := range tagged {
		more := parse.Trees(d)
		if strings.HasPrefix(parseTreebanks()[i], "fr_pud") {
			for k := range more {
				turnQuotes(&more[k])
			}
		}
		trees = append(trees, more...)
	}
	phrases, err := loadInserts(p)
	if err != nil {
		return nil, err
	}
	tagger, err := loadTagger(p, x)
	if err != nil {
		return nil, err
	}
	return append(trees, withInserts(trees, phrases, tagger)...), nil
}

func loadTagger(p Paths, x *lang.Lexicon) (*tag.Stage, error) {
	raw, err := os.ReadFile(filepath.Join(p.Out, "tag.bin"))
	if err != nil {
		return nil, err
	}
	m, err := tag.Decode(raw)
	if err != nil {
		return nil, err
	}
	return tag.NewStage(x, m), nil
}
