package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/conllu"
	"readout/internal/doc"
	"readout/internal/eval"
	"readout/internal/eval/treebank"
	"readout/internal/reader"
	"readout/internal/record"
	"readout/internal/text"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	found  string
	conllu string
	errors int
	json   bool
	lang   string
}

func (a *app) evalCommand() *cobra.Command {
	var f evalFlags
	c := &cobra.Command{
		Use:   "eval GOLD.jsonl | --conllu GOLD.conllu",
		Short: a.say.T("eval.short"),
		Long:  a.say.T("eval.long"),
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case f.conllu != "":
				return a.evalTrees(f)
			case len(args) == 1:
				return a.evalGold(c.Context(), args[0], f)
			}
			return usageError(a.say.T("error.no-input"))
		},
	}
	c.Flags().StringVar(&f.found, "found", "", a.say.T("flag.found"))
	c.Flags().StringVar(&f.conllu, "conllu", "", a.say.T("flag.conllu"))
	c.Flags().IntVar(&f.errors, "errors", 0, a.say.T("flag.errors"))
	c.Flags().BoolVar(&f.json, "json", false, a.say.T("flag.eval-json"))
	c.Flags().StringVar(&f.lang, "lang", reader.Fallback, a.say.T("flag.lang"))
	return c
}

// evalGold reads the gold texts (or takes records made before) and compares.
func (a *app) evalGold(ctx context.Context, file string, f evalFlags) error {
	gold, err := readFile(file, eval.ReadGold)
	if err != nil {
		return usageError(err.Error())
	}
	var found []record.Record
	if f.found != "" {
		if found, err = readFile(f.found, eval.ReadRecords); err != nil {
			return usageError(err.Error())
		}
	} else {
		for i := range gold {
			if err := ctx.Err(); err != nil {
				return err
			}
			g := &gold[i]
			d := &doc.Document{Name: g.Doc, Lang: g.Lang, Text: text.FromString(g.Text), Meta: doc.Meta{Published: g.Published, PublishedFrom: "meta"}}
			out, err := a.reader.Read(d)
			if err != nil {
				return err
			}
			found = append(found, *out.Record)
		}
	}
	r := eval.Compare(gold, found)
	if f.json {
		return json.NewEncoder(a.Stdout).Encode(map[string]any{"counts": r.Counts, "scores": r.Scores})
	}
	r.Write(a.Stdout)
	a.mistakes(gold, found, r.Mistakes, f.errors)
	return nil
}

func readFile[T any](file string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(file)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	return read(f)
}

// mistakes prints the first n mistakes with the words of both sides.
func (a *app) mistakes(gold []eval.Gold, found []record.Record, all []eval.Mistake, n int) {
	golds, founds := map[string]*eval.Gold{}, map[string]*record.Record{}
	for i := range gold {
		golds[gold[i].Doc] = &gold[i]
	}
	for i := range found {
		founds[found[i].Doc] = &found[i]
	}
	for _, m := range all[:min(max(n, 0), len(all))] {
		g, f := "—", "—"
		if m.Gold >= 0 {
			x := golds[m.Doc]
			s := x.Statements[m.Gold]
			parts := []string{}
			text := []rune(x.Text)
			for _, c := range s.Content {
				parts = append(parts, string(text[c[0]:c[1]]))
			}
			g = fmt.Sprintf("%s  %v", strings.Join(parts, " … "), s.By)
		}
		if m.Found >= 0 {
			s := founds[m.Doc].Statements[m.Found]
			parts := []string{}
			for _, c := range s.Content {
				parts = append(parts, c.Text)
			}
			f = fmt.Sprintf("%s  %v %s", strings.Join(parts, " … "), s.By, s.Rule)
		}
		fmt.Fprintf(a.Stdout, "\n%s %s\n  gold  %s\n  found %s\n", m.Doc, m.Kind, clean(g), clean(f))
	}
}

// evalTrees scores raw text and given tokens against a treebank.
func (a *app) evalTrees(f evalFlags) error {
	gold, err := readFile(f.conllu, conllu.Read)
	if err != nil {
		return usageError(err.Error())
	}
	pipe, _, err := a.reader.Pipeline(f.lang)
	if err != nil {
		return err
	}
	given := conllu.Document(conllu.Bare(gold))
	pipe.RunStages(given, "tag", "parse")
	onTokens, err := treebank.Score(gold, conllu.Merge(gold, conllu.Sentences(given)))
	if err != nil {
		return err
	}
	raw := &doc.Document{Text: text.FromString(rawText(gold))}
	pipe.RunUntil(raw, "parse")
	onText, err := treebank.Score(gold, conllu.Sentences(raw))
	if err != nil {
		return err
	}
	fmt.Fprintf(a.Stdout, "given tokens\n%v\nraw text\n%v\n", onTokens, onText)
	return nil
}

// rawText joins the sentences of a treebank as they would stand on a page:
// with a space, or an empty line where a paragraph begins.
func rawText(sentences []conllu.Sentence) string {
	var b strings.Builder
	for i, s := range sentences {
		switch {
		case i == 0:
		case s.NewDoc || s.NewPar:
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		if s.Text != "" {
			b.WriteString(s.Text)
		} else {
			b.WriteString(s.Surface())
		}
	}
	return b.String()
}
