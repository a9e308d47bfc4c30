// Package reader takes a decoded document to its record: choose the language,
// annotate, build. It is the one entry that all faces use.
package reader

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"readout/internal/annotate"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/record"
	"readout/internal/text"
)

// Fallback is the language of texts too short or too odd to tell.
const Fallback = "fr"

// Output is what reading gives.
type Output struct {
	Document *doc.Document
	Record   *record.Record
}

// Reader reads documents; it loads a language when the first document in it
// comes. It is safe for concurrent use.
type Reader struct {
	fsys fs.FS

	guess   func() (*lang.Guesser, error)
	mu      sync.Mutex
	loading map[string]*loaded
}

type loaded struct {
	once sync.Once
	pipe *annotate.Pipeline
	lang *lang.Language
	err  error
}

// New makes a reader over the language data, one folder a language.
func New(fsys fs.FS) *Reader {
	return &Reader{
		fsys: fsys, loading: map[string]*loaded{},
		guess: sync.OnceValues(func() (*lang.Guesser, error) { return lang.LoadGuesser(fsys) }),
	}
}

// Pipeline loads the stages of a language, once.
func (r *Reader) Pipeline(code string) (*annotate.Pipeline, *lang.Language, error) {
	r.mu.Lock()
	l := r.loading[code]
	if l == nil {
		l = &loaded{}
		r.loading[code] = l
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

// Read fills the layers of a document and makes its record. Only broken
// language data is an error; a language without data gives a record without
// analysis and a remark that says so.
func (r *Reader) Read(d *doc.Document) (*Output, error) {
	if err := r.language(d); err != nil {
		return nil, err
	}
	pipe, _, err := r.Pipeline(d.Lang)
	switch {
	case errors.Is(err, lang.ErrUnknown):
		d.Published = doc.Published{Value: d.Meta.Published, From: d.Meta.PublishedFrom}
		d.Remark("reader", "unsupported-language", text.Span{}, d.Lang)
	case err != nil:
		return nil, err
	default:
		return analyse(pipe, d)
	}
	return &Output{d, record.Build(d)}, nil
}

// Fault is a mistake of the program met in one document; the other documents
// are not its victims.
type Fault struct {
	Cause any
}

func (f *Fault) Error() string { return fmt.Sprintf("reader: fault in the analysis: %v", f.Cause) }

// analyse runs the stages and makes the record.
func analyse(pipe *annotate.Pipeline, d *doc.Document) (out *Output, err error) {
	defer func() {
		if x := recover(); x != nil {
			out, err = nil, &Fault{x}
		}
	}()
	pipe.Run(d)
	return &Output{d, record.Build(d)}, nil
}

// language settles the language of a document for which nobody gave one.
func (r *Reader) language(d *doc.Document) error {
	if d.Lang != "" {
		return nil
	}
	g, err := r.guess()
	if err != nil {
		return err
	}
	d.Lang = g.Guess(d.Text.String())
	if d.Lang == lang.Undetermined || d.Lang != Fallback && short(d.Text.String()) {
		d.Lang = Fallback
		d.Remark("reader", "language-undetermined", text.Span{}, d.Lang)
	}
	return nil
}

// fewWords is below what function words can tell: "Le maire a dit oui." has
// two words that Dutch has too.
const fewWords = 25

func short(s string) bool {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n >= fewWords {
			return false
		}
	}
	return true
}
