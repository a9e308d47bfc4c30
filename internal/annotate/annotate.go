// Package annotate runs the stages of analysis over one document. The table
// below, from top to bottom, is the main path of the product.
package annotate

import (
	"fmt"
	"slices"

	"readout/internal/annotate/act"
	"readout/internal/annotate/contact"
	"readout/internal/annotate/coref"
	"readout/internal/annotate/figure"
	"readout/internal/annotate/mention"
	"readout/internal/annotate/parse"
	"readout/internal/annotate/press"
	"readout/internal/annotate/quote"
	"readout/internal/annotate/segment"
	"readout/internal/annotate/tag"
	"readout/internal/annotate/timex"
	"readout/internal/doc"
	"readout/internal/lang"
)

// Layer is one part of a Document that one stage writes.
type Layer string

// The layers.
const (
	Text         Layer = "text"
	Blocks       Layer = "blocks"
	Tokens       Layer = "tokens"
	Tags         Layer = "tags"
	Trees        Layer = "trees"
	Mentions     Layer = "mentions"
	Times        Layer = "times"
	Figures      Layer = "figures"
	Quotations   Layer = "quotations"
	Entities     Layer = "entities"
	Attributions Layer = "attributions"
	Contacts     Layer = "contacts"
	Acts         Layer = "acts"
)

// Runner is a loaded stage. Run reads earlier layers, writes its own, and
// never fails on text: what it could not settle becomes a remark.
type Runner interface{ Run(*doc.Document) }

// Stage is one row of the table.
type Stage struct {
	Name  string
	Needs []Layer
	Gives []Layer
	load  func(*lang.Language) (Runner, error)
}

// Stages is the table of stages, in order.
func Stages() []Stage {
	return []Stage{
		{"press", []Layer{Text}, []Layer{Blocks}, load(press.New)},
		{"segment", []Layer{Blocks}, []Layer{Tokens}, load(segment.New)},
		{"tag", []Layer{Tokens}, []Layer{Tags}, load(tag.New)},
		{"parse", []Layer{Tags}, []Layer{Trees}, load(parse.New)},
		{"mention", []Layer{Trees}, []Layer{Mentions}, load(mention.New)},
		{"timex", []Layer{Trees}, []Layer{Times}, load(timex.New)},
		{"figure", []Layer{Trees, Times}, []Layer{Figures}, load(figure.New)},
		{"quote", []Layer{Trees, Mentions, Times}, []Layer{Quotations}, load(quote.New)},
		{"coref", []Layer{Mentions, Quotations}, []Layer{Entities, Attributions}, load(coref.New)},
		{"contact", []Layer{Mentions, Times, Quotations, Entities}, []Layer{Contacts}, load(contact.New)},
		{"act", []Layer{Mentions, Times, Quotations, Entities, Contacts}, []Layer{Acts}, load(act.New)},
	}
}

func load[R Runner](loader func(*lang.Language) (R, error)) func(*lang.Language) (Runner, error) {
	return func(l *lang.Language) (Runner, error) { return loader(l) }
}

// Pipeline is all stages loaded for one language; it is safe for concurrent use.
type Pipeline struct {
	lang   *lang.Language
	names  []string
	stages []Runner
}

// New loads every stage.
func New(l *lang.Language) (*Pipeline, error) {
	p := &Pipeline{lang: l}
	for _, s := range Stages() {
		r, err := s.load(l)
		if err != nil {
			return nil, fmt.Errorf("annotate: stage %s: %w", s.Name, err)
		}
		p.names = append(p.names, s.Name)
		p.stages = append(p.stages, r)
	}
	return p, nil
}

// Run fills all layers of the document.
func (p *Pipeline) Run(d *doc.Document) { p.RunUntil(d, "") }

// RunUntil runs the stages up to and including the named one; "" is all.
func (p *Pipeline) RunUntil(d *doc.Document, last string) {
	d.Lang = p.lang.Code
	for i, s := range p.stages {
		s.Run(d)
		if p.names[i] == last {
			return
		}
	}
}

// RunStages runs only the named stages, in the order of the table: the caller
// provides the layers that they need.
func (p *Pipeline) RunStages(d *doc.Document, names ...string) {
	d.Lang = p.lang.Code
	for i, s := range p.stages {
		if slices.Contains(names, p.names[i]) {
			s.Run(d)
		}
	}
}
