package cli

import (
	"bytes"
	"io"
	"os"

	"github.com/spf13/cobra"

	"readout/internal/conllu"
	"readout/internal/reader"
)

func (a *app) parseCommand() *cobra.Command {
	var in inputFlags
	var tokens string
	c := &cobra.Command{
		Use:   "parse [FILE…] [--tokens FILE.conllu]",
		Short: a.say.T("parse.short"),
		Long:  a.say.T("parse.long"),
		RunE: func(c *cobra.Command, args []string) error {
			if tokens != "" {
				return a.reannotate(tokens, in.lang)
			}
			if len(args) == 0 {
				return usageError(a.say.T("error.no-input"))
			}
			return a.readAll(c.Context(), args, in, func(w io.Writer, o *reader.Output) error {
				return conllu.Write(w, conllu.Sentences(o.Document))
			})
		},
	}
	in.add(a, c)
	c.Flags().StringVar(&tokens, "tokens", "", a.say.T("flag.tokens"))
	return c
}

// reannotate tags and parses the tokens of a CoNLL-U file, so that any
// evaluator can score the tagger and the parser on given tokens.
func (a *app) reannotate(file, code string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return usageError(err.Error())
	}
	sentences, err := conllu.Read(bytes.NewReader(raw))
	if err != nil {
		return usageError(err.Error())
	}
	if code == "" {
		code = reader.Fallback
	}
	pipe, _, err := a.reader.Pipeline(code)
	if err != nil {
		return err
	}
	d := conllu.Document(conllu.Bare(sentences))
	pipe.RunStages(d, "tag", "parse")
	return conllu.Write(a.Stdout, conllu.Merge(sentences, conllu.Sentences(d)))
}
