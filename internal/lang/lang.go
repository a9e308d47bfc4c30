// Package lang reads one language's tables, rules and models from a file
// system, checks them and gives an immutable Language. No word of any language
// stands in Go code: a second language adds files, not conditions.
package lang

import (
	"errors"
	"io/fs"
)

// Language is everything readout knows about one language. It is safe for
// concurrent use; nothing changes it after Load.
type Language struct {
	Code  string
	Press Press // words of datelines, bylines, copyright lines
	fsys  fs.FS

	Segment Segment // borders of words and sentences
	Numbers Numbers // number words and figures
	Dates   Dates   // words and rules of time expressions
	Figures Figures // modifiers and units of numbers
	Quotes  Quotes  // cues, sources and marks of quotations

	QuoteRules []QuoteRule // what each rule of quotations does, with examples

	Coref    *Coref    // how words take up what was named
	Contacts *Contacts // verbs and nouns of contacts
	Acts     *Acts     // frames of what is done to whom, and the codes

	Names *Names // countries, bodies, offices, first names

	Ask Ask // how questions are put

	Lexicon *Lexicon // full forms; nil if the language has none
}

// ErrUnknown is returned by Load for a language without data.
var ErrUnknown = errors.New("lang: no data for this language")

// Load reads the language's folder of fsys. All mistakes in its tables are
// reported together, each with file, line and column.
func Load(fsys fs.FS, code string) (*Language, error) {
	sub, err := fs.Sub(fsys, code)
	if err != nil {
		return nil, err
	}
	if _, err := fs.Stat(sub, "README.md"); err != nil {
		return nil, ErrUnknown
	}
	l := &Language{Code: code, fsys: sub}
	r := &reader{fsys: sub}
	// One line for each table, in the order of the stages.
	l.Press = r.press()
	l.Segment = r.segment()
	l.Lexicon = loadLexicon(r)
	l.Numbers = r.numbers()
	l.Dates = r.dates()
	l.Figures = r.figures()
	l.Quotes = r.quotes()
	l.QuoteRules = r.quoteRules(&l.Quotes)
	l.Coref = r.coref()
	l.Contacts = r.contacts()
	l.Acts = r.acts(fsys)
	l.Names = r.names(&l.Segment)
	l.Ask = r.ask()
	return l, r.err()
}

// File reads one of the language's files, such as the weights of a model.
func (l *Language) File(name string) ([]byte, error) { return fs.ReadFile(l.fsys, name) }
