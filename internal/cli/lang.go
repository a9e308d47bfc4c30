package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	langfiles "readout/lang"
)

// langCommand writes the language data out, so that a linguist can change it
// and read with --lang-dir.
func (a *app) langCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "lang DIR",
		Short: a.say.T("lang.short"),
		Long:  a.say.T("lang.long"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if _, err := os.Stat(args[0]); err == nil {
				return usageError(a.say.T("error.exists", args[0]))
			}
			err := os.CopyFS(args[0], langfiles.FS)
			if errors.Is(err, fs.ErrPermission) {
				return usageError(a.say.T("ingest.unreadable", args[0]))
			}
			if err == nil {
				fmt.Fprintln(a.Stdout, a.say.T("lang.done", args[0]))
			}
			return err
		},
	}
}
