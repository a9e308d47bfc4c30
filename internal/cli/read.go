package cli

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"readout/internal/conllu"
	"readout/internal/reader"
)

func (a *app) readCommand() *cobra.Command {
	var in inputFlags
	var format string
	c := &cobra.Command{
		Use:   "read FILE…",
		Short: a.say.T("read.short"),
		Long:  a.say.T("read.long"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			write, err := a.writer(format)
			if err != nil {
				return err
			}
			return a.readAll(c.Context(), args, in, write)
		},
	}
	in.add(a, c)
	c.Flags().StringVar(&format, "format", "text", a.say.T("flag.format"))
	return c
}

// writer is how one document is printed.
func (a *app) writer(format string) (func(io.Writer, *reader.Output) error, error) {
	switch format {
	case "text":
		return a.printRecord, nil
	case "json":
		return func(w io.Writer, o *reader.Output) error {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(o.Record)
		}, nil
	case "jsonl":
		return func(w io.Writer, o *reader.Output) error {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			return e.Encode(o.Record)
		}, nil
	case "conllu":
		return func(w io.Writer, o *reader.Output) error {
			return conllu.Write(w, conllu.Sentences(o.Document))
		}, nil
	}
	return nil, usageError(a.say.T("error.format", format))
}

// usageError is a mistake in the command's words: exit status 2.
type usageError string

func (e usageError) Error() string { return string(e) }
