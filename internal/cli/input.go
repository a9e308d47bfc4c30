package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"readout/internal/ingest"
	"readout/internal/reader"
)

// inputFlags are the flags of every command that reads documents.
type inputFlags struct {
	published string
	meta      string
	lang      string
	maxMiB    float64
}

func (f *inputFlags) add(a *app, c *cobra.Command) {
	c.Flags().StringVar(&f.published, "published", "", a.say.T("flag.published"))
	c.Flags().StringVar(&f.meta, "meta", "", a.say.T("flag.meta"))
	c.Flags().StringVar(&f.lang, "lang", "", a.say.T("flag.lang"))
	c.Flags().Float64Var(&f.maxMiB, "max-size", ingest.DefaultMaxBytes>>20, a.say.T("flag.max-size"))
}

// options turns the flags into what ingest asks for.
func (f *inputFlags) options(a *app) (ingest.Options, error) {
	o := ingest.Options{MaxBytes: int64(f.maxMiB * (1 << 20)), Stdin: a.Stdin}
	if f.published != "" {
		day, ok := ingest.Day(f.published)
		if !ok {
			return o, usageError(a.say.T("error.published", f.published))
		}
		o.Published = day
	}
	if f.meta != "" {
		t, err := ingest.ReadTable(f.meta)
		var m ingest.Mistakes
		switch {
		case errors.As(err, &m):
			for _, x := range m {
				a.complain("table."+string(x.Code), x.File, x.Line, x.Arg)
			}
			return o, status(Usage)
		case err != nil:
			return o, usageError(err.Error())
		}
		o.Meta = t
	}
	return o, nil
}

// result is one document read, or why it was not.
type result struct {
	in  *ingest.Document
	out *reader.Output
	err error
}

// each reads all files behind the paths with one worker a processor and hands
// the results over in the order of the paths; refusals are told as they come.
func (a *app) each(ctx context.Context, paths []string, in inputFlags, do func(result) error) error {
	return a.eachSized(ctx, paths, in, func(*ingest.Document) bool { return false }, func(int, int64) {}, do)
}

// eachSized is each; documents that skip names are handed over unread, and
// total is told the number and size of the files first.
func (a *app) eachSized(ctx context.Context, paths []string, in inputFlags, skip func(*ingest.Document) bool, total func(int, int64), do func(result) error) error {
	opts, err := in.options(a)
	if err != nil {
		return err
	}
	list := ingest.List(ctx, paths, opts)
	total(len(list.Files()), list.Bytes())
	slots := make(chan chan result, runtime.GOMAXPROCS(0))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		defer close(slots)
		for _, e := range list.Entries {
			slot := make(chan result, 1)
			select {
			case slots <- slot:
			case <-ctx.Done():
				return
			}
			go func() { slot <- a.readOne(ctx, e, opts, in.lang, skip) }()
		}
	}()
	given, refused := 0, 0
	for slot := range slots {
		r := <-slot
		if err := ctx.Err(); err != nil {
			return err
		}
		ok, err := a.took(r, &refused)
		if err != nil {
			return err
		}
		if ok {
			given++
			if err := do(r); err != nil {
				return err
			}
		}
	}
	return a.verdict(ctx, given, refused)
}

// verdict is the exit status after all inputs.
func (a *app) verdict(ctx context.Context, given, refused int) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case refused > 0 && given == 0:
		return status(Refused)
	case refused > 0:
		return status(SomeRefused)
	case given == 0:
		a.complain("error.nothing-to-read")
		return status(Refused)
	}
	return nil
}

func (a *app) readOne(ctx context.Context, e ingest.Entry, o ingest.Options, code string, skip func(*ingest.Document) bool) result {
	if e.Problem != nil {
		return result{err: e.Problem}
	}
	in, err := ingest.Read(ctx, e.File, o)
	if err != nil {
		return result{err: err}
	}
	if skip(in) {
		return result{in: in}
	}
	d := in.New()
	if code != "" {
		d.Lang = code
	}
	out, err := a.reader.Read(d)
	var fault *reader.Fault
	if errors.As(err, &fault) {
		err = &ingest.Problem{Code: ingest.Failed, Path: e.File.Path, Arg: fmt.Sprint(fault.Cause), Err: err}
	}
	return result{in, out, err}
}

// took tells problems and notices of one result.
func (a *app) took(r result, refused *int) (bool, error) {
	var p *ingest.Problem
	if errors.As(r.err, &p) {
		a.tell(p)
		if p.Refused() {
			*refused++
		}
		return false, nil
	}
	if r.err != nil {
		return false, r.err
	}
	for _, n := range r.in.Notices {
		a.tell(n)
	}
	return true, nil
}

// tell prints what was refused, passed over or noticed, in one line of cause
// and remedy.
func (a *app) tell(p *ingest.Problem) {
	at := p.Offset
	if p.Code == ingest.TooLarge {
		a.complain("ingest.too-large", p.Path, float64(p.Size)/(1<<20), float64(p.Limit)/(1<<20))
		return
	}
	a.complain("ingest."+string(p.Code), p.Path, at, p.Arg)
}

// readAll prints every document.
func (a *app) readAll(ctx context.Context, paths []string, in inputFlags, write func(io.Writer, *reader.Output) error) error {
	w := bufio.NewWriterSize(a.Stdout, 64<<10)
	defer w.Flush()
	return a.each(ctx, paths, in, func(r result) error { return write(w, r.out) })
}
