// Package cli is the command line: one file a command. Main is a type so that
// a test starts it like a user does.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"readout/internal/lang"
	"readout/internal/reader"
	langfiles "readout/lang"
)

// The exit statuses; `readout help` lists them.
const (
	Done         = 0
	SomeRefused  = 1
	Usage        = 2
	NothingFound = 3
	Refused      = 4
	StoreFailed  = 5
)

// Main is one run of the program.
type Main struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	// Terminal tells whether Stdout and Stderr are terminals.
	StdoutTerminal, StderrTerminal bool
}

// status is an exit status on its way up; its message was already printed.
type status int

func (s status) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// app is what the commands share.
type app struct {
	*Main
	say     *Messages
	files   fs.FS // language data
	reader  *reader.Reader
	langDir string
	locale  string
	color   string
	db      string
}

// Run runs one command and returns the exit status.
func (m *Main) Run(ctx context.Context, args []string) int {
	a := &app{Main: m}
	a.setLocale("")
	root := a.root()
	root.SetArgs(args)
	root.SetIn(m.Stdin)
	root.SetOut(m.Stdout)
	root.SetErr(m.Stderr)
	err := root.ExecuteContext(ctx)
	var s status
	switch {
	case err == nil:
		return Done
	case errors.As(err, &s):
		return int(s)
	case errors.Is(err, context.Canceled):
		a.complain("cli.interrupted")
		return SomeRefused
	}
	var u usageError
	var table *lang.TableError
	switch {
	case errors.As(err, &u):
		fmt.Fprintf(m.Stderr, "readout: %v\n", err)
	case errors.As(err, &table):
		a.complain("error.language", err)
	default:
		a.complain("error.usage", err)
	}
	fmt.Fprintln(m.Stderr, a.say.T("cli.see-help"))
	return Usage
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "readout",
		Version:       Version,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			return a.open()
		},
	}
	f := root.PersistentFlags()
	f.StringVar(&a.langDir, "lang-dir", "", a.say.T("flag.lang-dir"))
	f.StringVar(&a.locale, "locale", "", a.say.T("flag.locale"))
	f.StringVar(&a.color, "color", "auto", a.say.T("flag.color"))
	root.Short = a.say.T("cli.short")
	root.Long = a.say.T("cli.long")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.readCommand(), a.explainCommand(), a.addCommand(), a.listCommand(), a.showCommand(), a.askCommand(), a.actorsCommand(), a.contactsCommand(), a.demoCommand(),
		a.parseCommand(), a.evalCommand(), a.langCommand(), a.rulesCommand())
	a.translate(root)
	return root
}

// open settles locale and language data after the flags are read.
func (a *app) open() error {
	a.setLocale(a.locale)
	a.files = langfiles.FS
	if a.langDir != "" {
		if _, err := os.Stat(a.langDir); err != nil {
			return fmt.Errorf("%s", a.say.T("error.lang-dir", a.langDir))
		}
		a.files = os.DirFS(a.langDir)
	}
	a.reader = reader.New(a.files)
	return nil
}

// complain prints one message to standard error.
func (a *app) complain(key string, args ...any) {
	fmt.Fprintf(a.Stderr, "readout: %s\n", a.say.T(key, args...))
}
