package cli

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"readout/internal/conllu"
	"readout/internal/reader"
	"readout/internal/record"
)

func (a *app) readCommand() *cobra.Command {
	var in inputFlags
	var format string
	var acts bool
	c := &cobra.Command{
		Use:   "read FILE…",
		Short: a.say.T("read.short"),
		Long:  a.say.T("read.long"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			write, err := a.writer(format, acts)
			if err != nil {
				return err
			}
			return a.readAll(c.Context(), args, in, write)
		},
	}
	in.add(a, c)
	c.Flags().StringVar(&format, "format", "text", a.say.T("flag.format"))
	c.Flags().BoolVar(&acts, "acts", false, a.say.T("flag.acts"))
	return c
}

// writer is how one document is printed.
func (a *app) writer(format string, acts bool) (func(io.Writer, *reader.Output) error, error) {
	if format == "conllu" {
		return func(w io.Writer, o *reader.Output) error {
			return conllu.Write(w, conllu.Sentences(o.Document))
		}, nil
	}
	write, err := a.recordWriter(format, acts)
	return func(w io.Writer, o *reader.Output) error { return write(w, o.Record) }, err
}

// recordWriter is how one record is printed; acts asks for its acts in a text.
func (a *app) recordWriter(format string, acts bool) (func(io.Writer, *record.Record) error, error) {
	encode := func(indent string) func(io.Writer, *record.Record) error {
		return func(w io.Writer, r *record.Record) error {
			e := json.NewEncoder(w)
			e.SetEscapeHTML(false)
			e.SetIndent("", indent)
			return e.Encode(r)
		}
	}
	switch format {
	case "text":
		return func(w io.Writer, r *record.Record) error { return a.printRecord(w, r, acts) }, nil
	case "json":
		return encode("  "), nil
	case "jsonl":
		return encode(""), nil
	}
	return nil, usageError(a.say.T("error.format", format))
}

// usageError is a mistake in the command's words: exit status 2.
type usageError string

func (e usageError) Error() string { return string(e) }
