package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/reader"
)

func (a *app) readAll(ctx context.Context, args []string, in inputFlags, write func(io.Writer, *reader.Output) error) error {
	type meta struct{ Doc, Published, Outlet, URL, Title, Lang string }
	metas := map[string]meta{}
	if in.meta != "" {
		raw, err := os.ReadFile(in.meta)
		if err != nil {
			return err
		}
		for _, l := range strings.Split(string(raw), "\n") {
			var m meta
			if strings.TrimSpace(l) == "" {
				continue
			}
			if err := json.Unmarshal([]byte(l), &m); err != nil {
				return err
			}
			metas[m.Doc] = m
		}
	}
	out := bufio.NewWriter(a.Stdout)
	defer out.Flush()
	for _, f := range args {
		raw, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
		x := reader.Input{Name: name, Raw: raw, Lang: in.lang}
		m := metas[name]
		x.Meta.Published, x.Meta.Outlet, x.Meta.URL = m.Published, m.Outlet, m.URL
		if in.published != "" {
			x.Meta.Published = in.published
		}
		o, err := a.reader.Read(x)
		if err != nil {
			return err
		}
		if err := write(out, o); err != nil {
			return err
		}
	}
	return nil
}
