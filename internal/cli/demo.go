package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"readout/internal/ask"
	"readout/internal/reader"
	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/samples"
)

// demoToday is the day of the demo's questions: after all its dispatches.
const demoToday = "2024-02-01"

func (a *app) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: a.say.T("demo.short"),
		Long:  a.say.T("demo.long"),
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			dir, err := os.MkdirTemp("", "readout-demo-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(dir)
			if err := unpackSamples(dir); err != nil {
				return err
			}
			return a.demo(c.Context(), dir)
		},
	}
}

// unpackSamples writes the dispatches to texts/ and their table beside it.
func unpackSamples(dir string) error {
	texts := filepath.Join(dir, "texts")
	if err := os.Mkdir(texts, 0o755); err != nil {
		return err
	}
	return fs.WalkDir(samples.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := samples.FS.ReadFile(path)
		if err != nil {
			return err
		}
		to := filepath.Join(texts, path)
		if filepath.Ext(path) == ".csv" {
			to = filepath.Join(dir, path)
		}
		return os.WriteFile(to, raw, 0o644)
	})
}

// demo shows the main job on the bundled dispatches, in a temporary store.
func (a *app) demo(ctx context.Context, dir string) error {
	begin := time.Now()
	texts := filepath.Join(dir, "texts")
	in := inputFlags{meta: filepath.Join(dir, "meta.csv"), maxMiB: 5}
	write, err := a.writer("text", false)
	if err != nil {
		return err
	}
	a.heading("demo.read")
	if err := a.readAll(ctx, []string{filepath.Join(texts, "treve-paris.txt")}, in, write); err != nil {
		return err
	}
	a.heading("demo.store")
	a.db = filepath.Join(dir, "demo.db")
	return a.withStore(ctx, sqlite.Options{Create: true}, func(s store.Store) error {
		if err := a.add(ctx, s, []string{texts}, in, true); err != nil {
			return err
		}
		if err := a.list(ctx, s, store.DocumentFilter{}, false); err != nil {
			return err
		}
		a.heading("demo.register")
		if err := a.actors(ctx, s, "", 2, false); err != nil {
			return err
		}
		a.heading("demo.ask")
		for _, q := range []string{"demo.q1", "demo.q2", "demo.q3"} {
			fmt.Fprintf(a.Stdout, "\n? %s\n", a.say.T(q))
			if err := a.ask(ctx, s, a.say.T(q), reader.Fallback, ask.Options{Today: demoToday, Limit: 6}, false); err != nil {
				return err
			}
		}
		fmt.Fprintln(a.Stdout, "\n"+a.say.T("demo.took", time.Since(begin).Seconds()))
		return nil
	})
}

func (a *app) heading(key string) {
	colours, _ := a.palette()
	fmt.Fprintf(a.Stdout, "\n%s\n\n", colours.head("── "+a.say.T(key)))
}
