package cli

import (
	"io"

	"readout/internal/reader"
)

func (a *app) printRecord(w io.Writer, o *reader.Output) error { return nil }
