package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/doc"
	"readout/internal/eval"
	"readout/internal/ingest"
	"readout/internal/reader"
	"readout/internal/record"
	"readout/internal/rules"
	"readout/internal/text"
	langfiles "readout/lang"
)

// diffCommand reads texts with two versions of the language's files.
func (a *app) diffCommand(code *string) *cobra.Command {
	var in inputFlags
	var before, after string
	c := &cobra.Command{
		Use: "diff --new DIR [--old DIR] CORPUS…", Short: a.say.T("rules.diff.short"), Long: a.say.T("rules.diff.long"), Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if after == "" {
				after = a.langDir
			}
			if after == "" {
				return usageError(a.say.T("error.no-new"))
			}
			d := differ{a: a, in: in, code: *code, changes: map[string][]rules.Change{}}
			if err := d.open(before, after); err != nil {
				return err
			}
			return d.run(c.Context(), args)
		},
	}
	c.Flags().StringVar(&before, "old", "", a.say.T("flag.old"))
	c.Flags().StringVar(&after, "new", "", a.say.T("flag.new"))
	c.Flags().StringVar(&in.published, "published", "", a.say.T("flag.published"))
	c.Flags().StringVar(&in.meta, "meta", "", a.say.T("flag.meta"))
	c.Flags().Float64Var(&in.maxMiB, "max-size", ingest.DefaultMaxBytes>>20, a.say.T("flag.max-size"))
	return c
}

// differ reads every text twice and gathers what differs.
type differ struct {
	a             *app
	before, after *reader.Reader
	in            inputFlags
	code          string
	changes       map[string][]rules.Change // by rule
	documents     int
}

// open makes the readers of both sides; without a folder the old one is the
// program's own data.
func (d *differ) open(before, after string) error {
	for _, dir := range []string{before, after} {
		if dir == "" {
			continue
		}
		if _, err := os.Stat(dir); err != nil {
			return usageError(d.a.say.T("error.lang-dir", dir))
		}
	}
	d.before, d.after = reader.New(langfiles.FS), reader.New(os.DirFS(after))
	if before != "" {
		d.before = reader.New(os.DirFS(before))
	}
	return nil
}

func (d *differ) run(ctx context.Context, paths []string) error {
	isGold := func(p string) bool { return strings.HasSuffix(p, ".jsonl") }
	var scores []string
	for _, p := range paths {
		if isGold(p) {
			s, err := d.gold(ctx, p)
			if err != nil {
				return err
			}
			scores = append(scores, s)
		}
	}
	var err error
	if texts := slices.DeleteFunc(slices.Clone(paths), isGold); len(texts) > 0 {
		unread := func(*ingest.Document) bool { return true }
		err = d.a.eachSized(ctx, texts, d.in, unread, func(int, int64) {}, func(r result) error {
			_, _, err := d.read(r.in.New)
			return err
		})
		if err != nil && d.documents == 0 {
			return err
		}
	}
	d.print()
	for _, s := range scores {
		fmt.Fprint(d.a.Stdout, "\n"+s)
	}
	return err
}

// read reads one text with both versions and notes what differs.
func (d *differ) read(fresh func() *doc.Document) (before, after *reader.Output, err error) {
	one := func(r *reader.Reader) (*reader.Output, error) {
		x := fresh()
		x.Lang = d.code
		return r.Read(x)
	}
	if before, err = one(d.before); err != nil {
		return nil, nil, err
	}
	if after, err = one(d.after); err != nil {
		return nil, nil, err
	}
	d.documents++
	for _, c := range rules.Compare(before.Document, after.Document) {
		d.changes[c.Rule] = append(d.changes[c.Rule], c)
	}
	return before, after, nil
}

// gold reads annotated texts and scores both versions.
func (d *differ) gold(ctx context.Context, file string) (string, error) {
	gold, err := readFile(file, eval.ReadGold)
	if err != nil {
		return "", usageError(err.Error())
	}
	var before, after []record.Record
	for i := range gold {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		g := &gold[i]
		b, n, err := d.read(func() *doc.Document {
			return &doc.Document{Name: g.Doc, Text: text.FromString(g.Text), Meta: doc.Meta{Published: g.Published, PublishedFrom: "meta"}}
		})
		if err != nil {
			return "", err
		}
		before, after = append(before, *b.Record), append(after, *n.Record)
	}
	return d.scores(file, eval.Compare(gold, before), eval.Compare(gold, after)), nil
}

// scores is a table of the measures of both versions and their difference.
func (d *differ) scores(file string, before, after eval.Result) string {
	var b strings.Builder
	say := d.a.say
	fmt.Fprintf(&b, "%s\n%-18s %7s %7s\n", file, "", say.T("rules.before"), say.T("rules.after"))
	for _, o := range before.Scores {
		n, scale := after.Get(o.Name), 100.0
		if o.Per100 {
			scale = 1
		}
		diff := ""
		if x := fmt.Sprintf("%+.1f", scale*(n.F-o.F)); x != "+0.0" && x != "-0.0" {
			diff = x
		}
		line := fmt.Sprintf("%-18s %7.1f %7.1f %7s", o.Name, scale*o.F, scale*n.F, diff)
		fmt.Fprintln(&b, strings.TrimRight(line, " "))
	}
	return b.String()
}

// print shows for each rule what it gained, lost and changed, with the sentences.
func (d *differ) print() {
	colours, _ := d.a.palette()
	out := d.a.Stdout
	ids := make([]string, 0, len(d.changes))
	for id := range d.changes {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	total := map[string]int{}
	for _, id := range ids {
		n := map[string]int{}
		for _, c := range d.changes[id] {
			n[c.Kind]++
			total[c.Kind]++
		}
		fmt.Fprintf(out, "%s  +%d -%d ~%d\n", colours.bold(id), n[rules.Gained], n[rules.Lost], n[rules.Changed])
		for _, c := range d.changes[id] {
			at := colours.dim(fmt.Sprintf("%s:%d", c.Doc, c.Line))
			switch c.Kind {
			case rules.Changed:
				fmt.Fprintf(out, "  ~ %s\n      - %s\n      + %s\n", at, c.Old, c.New)
			default:
				fmt.Fprintf(out, "  %s %s  %s\n", c.Kind, at, c.Old+c.New)
			}
		}
	}
	fmt.Fprintln(out, d.a.say.T("rules.differ", d.documents, total[rules.Gained], total[rules.Lost], total[rules.Changed]))
}
