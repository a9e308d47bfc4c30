// Package reader takes a document from bytes to its record: decode, choose the
// language, annotate, build. It is the one entry that all faces use.
package reader

import (
	"errors"
	"io/fs"
	"sync"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/record"
	"readout/internal/text"
)

// Input is one document as it came from outside.
type Input struct {
	Name string // file name without its ending
	Raw  []byte
	Lang string // "" lets the reader find out
	Meta doc.Meta
}

// Output is what reading gives.
type Output struct {
	Document *doc.Document
	Record   *record.Record
}

// Reader reads documents; it loads a language when the first document in it
// comes. It is safe for concurrent use.
type Reader struct {
	fsys fs.FS

	mu        sync.Mutex
	pipelines map[string]*loaded
}

type loaded struct {
	once sync.Once
	pipe *annotate.Pipeline
	lang *lang.Language
	err  error
}

// New makes a reader over the language data, one folder a language.
func New(fsys fs.FS) *Reader {
	return &Reader{fsys: fsys, pipelines: map[string]*loaded{}}
}

// Pipeline loads the stages of a language, once.
func (r *Reader) Pipeline(code string) (*annotate.Pipeline, *lang.Language, error) {
	r.mu.Lock()
	l := r.pipelines[code]
	if l == nil {
		l = &loaded{}
		r.pipelines[code] = l
	}
	r.mu.Unlock()
	l.once.Do(func() {
		l.lang, l.err = lang.Load(r.fsys, code)
		if l.err == nil {
			l.pipe, l.err = annotate.New(l.lang)
		}
	})
	return l.pipe, l.lang, l.err
}

// Read reads one document. Only bytes that are no text and broken language
// data are errors; a language without data gives a record without analysis.
func (r *Reader) Read(in Input) (*Output, error) {
	t, err := text.Decode(in.Raw)
	if err != nil {
		return nil, err
	}
	d := &doc.Document{Name: in.Name, Text: t, Meta: in.Meta, Lang: in.Lang}
	if d.Lang == "" {
		d.Lang = "fr"
	}
	pipe, _, err := r.Pipeline(d.Lang)
	switch {
	case errors.Is(err, lang.ErrUnknown):
		d.Remark("reader", "unsupported-language", text.Span{}, d.Lang)
	case err != nil:
		return nil, err
	default:
		pipe.Run(d)
	}
	return &Output{d, record.Build(d)}, nil
}
