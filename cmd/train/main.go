// Command train makes the models under lang/ from the treebanks and lists of
// ../shared/data. It is not part of the readout binary. The same inputs give
// the same bytes: every shuffle is seeded.
//
//	go run ./cmd/train all
//	go run ./cmd/train tag --shared ../shared --out lang/fr/models
package main

import (
	"flag"
	"fmt"
	"os"
)

// Job is one model to train.
type Job struct {
	Name string
	Does string
	Run  func(Paths) error
}

// Paths says where training data is read and models are written.
type Paths struct {
	Shared string // folder with data/ and gold/
	Out    string // folder of the models
	Tune   bool   // keep the dev sets out of training and report on them
}

// jobs in the order "all" runs them: each may use the models above it.
func jobs() []Job {
	return []Job{
		lexiconJob(),
		segmentJob(),
		tagJob(),
		parseJob(),
		mentionJob(),
	}
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return usage()
	}
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	p := Paths{}
	flags.StringVar(&p.Shared, "shared", "../shared", "folder with data/ and gold/")
	flags.StringVar(&p.Out, "out", "lang/fr/models", "where the models are written")
	flags.BoolVar(&p.Tune, "tune", false, "keep the dev sets out of training and report on them")
	if err := flags.Parse(args[1:]); err != nil {
		return err
	}
	known := args[0] == "all"
	for _, j := range jobs() {
		if args[0] != "all" && args[0] != j.Name {
			continue
		}
		known = true
		if err := j.Run(p); err != nil {
			return fmt.Errorf("%s: %w", j.Name, err)
		}
	}
	if !known {
		return usage()
	}
	return nil
}

func usage() error {
	s := "say which model:\n  all"
	for _, j := range jobs() {
		s += fmt.Sprintf("\n  %-10s %s", j.Name, j.Does)
	}
	return fmt.Errorf("%s", s)
}
