// Package ingest turns files, folders and standard input into documents: bytes
// decoded, named, and joined with what a table says of them. It analyses
// nothing.
//
// List finds the files (so that a face can show how much work there is), Read
// reads one, Walk does both. What is refused or passed over is a Problem with a
// code and its arguments; the faces make sentences of them.
package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"iter"
	"os"

	"readout/internal/doc"
	"readout/internal/text"
)

// DefaultMaxBytes is the largest file that is read unless Options says otherwise.
const DefaultMaxBytes = 5 << 20

// Stdin is the path that stands for standard input, and StdinName the name of
// the document read from it.
const (
	Stdin     = "-"
	StdinName = "stdin"
)

// Options says how to read.
type Options struct {
	MaxBytes  int64     // 0 means DefaultMaxBytes
	Meta      *Table    // what is known of the documents by name; may be nil
	Published string    // the day all documents came out, from a flag; it goes before the table's
	Stdin     io.Reader // what "-" reads; nil means os.Stdin
}

// Document is one text as it came, with what is known of it from outside.
type Document struct {
	Name   string // file name without its ending
	Path   string // as found
	SHA256 string // of the original bytes, in hexadecimal
	Text   *text.Text
	Meta   doc.Meta
	Lang   string // as the table says, "" if it does not
	// PublishedFrom says where Meta.Published was given: "flag", "meta" or "".
	PublishedFrom string
	// Notices are what the reader should be told though the text was read:
	// NoticeEncoding.
	Notices []*Problem
}

// New gives the document in the form that the stages fill.
func (d *Document) New() *doc.Document {
	return &doc.Document{
		Name: d.Name, Lang: d.Lang, Text: d.Text, Meta: d.meta(),
		Published: doc.Published{Value: d.Meta.Published, From: d.PublishedFrom},
	}
}

func (d *Document) meta() doc.Meta {
	m := d.Meta
	m.PublishedFrom = d.PublishedFrom
	return m
}

// Walk lists the paths and reads every file found, in order. It yields a
// document or a *Problem, never both; problems of listing come where the path
// stood.
func Walk(ctx context.Context, paths []string, o Options) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for _, e := range List(ctx, paths, o).Entries {
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			if e.Problem != nil {
				if !yield(nil, e.Problem) {
					return
				}
				continue
			}
			if !yield(Read(ctx, e.File, o)) {
				return
			}
		}
	}
}

// Read reads and decodes one listed file. Every refusal is a *Problem.
func Read(ctx context.Context, f File, o Options) (*Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw, err := o.bytes(f)
	if err != nil {
		return nil, err
	}
	t, err := text.Decode(raw)
	if err != nil {
		return nil, decodeProblem(f.Path, err)
	}
	sum := sha256.Sum256(raw)
	d := &Document{Name: f.Name, Path: f.Path, SHA256: hex.EncodeToString(sum[:]), Text: t}
	if t.Encoding() != text.UTF8 && t.Encoding() != text.UTF8BOM {
		d.Notices = append(d.Notices, &Problem{Code: NoticeEncoding, Path: f.Path, Arg: string(t.Encoding())})
	}
	if row, ok := o.Meta.Of(f.Name); ok {
		d.Meta, d.Lang = row.Meta, row.Lang
		if row.Meta.Published != "" {
			d.PublishedFrom = "meta"
		}
	}
	if o.Published != "" {
		d.Meta.Published, d.PublishedFrom = o.Published, "flag"
	}
	return d, nil
}

func (o Options) limit() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// bytes reads the file whole, one byte past the limit at most: a file may grow
// after it was listed, and standard input has no size.
func (o Options) bytes(f File) ([]byte, error) {
	var in io.Reader
	switch {
	case f.Path != Stdin:
		file, err := os.Open(f.Path)
		if err != nil {
			return nil, openProblem(f.Path, err)
		}
		defer file.Close()
		if st, err := file.Stat(); err == nil && st.Size() > o.limit() {
			return nil, &Problem{Code: TooLarge, Path: f.Path, Size: st.Size(), Limit: o.limit()}
		}
		in = file
	case o.Stdin != nil:
		in = o.Stdin
	default:
		in = os.Stdin
	}
	raw, err := io.ReadAll(io.LimitReader(in, o.limit()+1))
	if err != nil {
		return nil, openProblem(f.Path, err)
	}
	if int64(len(raw)) > o.limit() {
		return nil, &Problem{Code: TooLarge, Path: f.Path, Size: int64(len(raw)), Limit: o.limit()}
	}
	return raw, nil
}

// decodeProblem keeps the reason and the place of what text refused.
func decodeProblem(path string, err error) *Problem {
	p := &Problem{Code: NotText, Path: path, Err: err}
	var de *text.DecodeError
	if errors.As(err, &de) {
		p.Offset = int64(de.Offset)
		switch de.Reason {
		case "empty":
			p.Code = Empty
		case "undecidable":
			p.Code = Undecidable
		}
	}
	return p
}
