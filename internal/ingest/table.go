package ingest

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"readout/internal/doc"
)

// Table is what is known of documents by name: when and where they came out.
// The nil Table knows nothing.
type Table struct {
	rows map[string]Row
}

// Row is one document's line.
type Row struct {
	Meta doc.Meta
	Lang string
}

// Of finds a document's row by its name.
func (t *Table) Of(name string) (Row, bool) {
	if t == nil {
		return Row{}, false
	}
	r, ok := t.rows[name]
	return r, ok
}

// Len is the number of documents that the table knows.
func (t *Table) Len() int {
	if t == nil {
		return 0
	}
	return len(t.rows)
}

// MistakeCode is the stable name of a mistake in a table.
type MistakeCode string

// The mistakes.
const (
	BadJSON      MistakeCode = "bad-json"
	BadCSV       MistakeCode = "bad-csv"
	NoDocColumn  MistakeCode = "no-doc-column"
	NoDoc        MistakeCode = "no-doc"
	TwiceDoc     MistakeCode = "twice" // Arg is the name, seen on an earlier line with other values
	BadDate      MistakeCode = "bad-date"
	UnknownTable MistakeCode = "unknown-ending"
)

// Mistake is one fault in a table, with the line that it stands on.
type Mistake struct {
	File string
	Line int // 1-based, 0 for the file as a whole
	Code MistakeCode
	Arg  string
}

func (m *Mistake) Error() string {
	return fmt.Sprintf("%s:%d: %s %s", m.File, m.Line, m.Code, m.Arg)
}

// Mistakes are all faults of one table, in the order of lines.
type Mistakes []*Mistake

func (m Mistakes) Error() string {
	var b strings.Builder
	for i, one := range m {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(one.Error())
	}
	return b.String()
}

// ReadTable reads a .jsonl or .csv file (.tsv too) with the keys or columns
// doc, published, outlet, url, title, lang; others are ignored, so a gold file
// serves as a table. The error is a *Problem or Mistakes.
func ReadTable(path string) (*Table, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, openProblem(path, err)
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	r := tableReader{file: path, table: &Table{rows: map[string]Row{}}}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jsonl", ".ndjson":
		r.jsonLines(raw)
	case ".csv", ".tsv":
		r.commas(raw)
	default:
		r.mistake(0, UnknownTable, filepath.Ext(path))
	}
	if len(r.mistakes) > 0 {
		return nil, r.mistakes
	}
	return r.table, nil
}

type tableReader struct {
	file     string
	table    *Table
	mistakes Mistakes
}

func (r *tableReader) mistake(line int, code MistakeCode, arg string) {
	r.mistakes = append(r.mistakes, &Mistake{r.file, line, code, arg})
}

// tableLine is the keys that a line of JSON may have; null is as good as absent.
type tableLine struct {
	Doc       *string `json:"doc"`
	Published *string `json:"published"`
	Outlet    *string `json:"outlet"`
	URL       *string `json:"url"`
	Title     *string `json:"title"`
	Lang      *string `json:"lang"`
}

func (r *tableReader) jsonLines(raw []byte) {
	in := bufio.NewReader(bytes.NewReader(raw))
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n') // lines of a gold file hold whole texts
		if len(bytes.TrimSpace(line)) > 0 {
			var l tableLine
			if bad := json.Unmarshal(line, &l); bad != nil {
				r.mistake(n, BadJSON, bad.Error())
			} else {
				r.row(n, func(key string) string { return l.get(key) })
			}
		}
		if err != nil {
			return
		}
	}
}

func (l tableLine) get(key string) string {
	p := map[string]*string{"doc": l.Doc, "published": l.Published, "outlet": l.Outlet, "url": l.URL, "title": l.Title, "lang": l.Lang}[key]
	if p == nil {
		return ""
	}
	return *p
}

// commas reads a table with a header. The separator is the one of ; , and tab
// that the header has most of: spreadsheets in France save with semicolons.
func (r *tableReader) commas(raw []byte) {
	in := csv.NewReader(bytes.NewReader(raw))
	in.FieldsPerRecord = -1
	first, _, _ := bytes.Cut(raw, []byte("\n"))
	for _, sep := range []rune{';', '\t'} {
		if bytes.Count(first, []byte(string(sep))) > bytes.Count(first, []byte(string(in.Comma))) {
			in.Comma = sep
		}
	}
	header, err := in.Read()
	if err != nil {
		r.mistake(1, NoDocColumn, "")
		return
	}
	column := map[string]int{}
	for i, h := range header {
		column[strings.ToLower(strings.TrimSpace(h))] = i
	}
	if _, ok := column["doc"]; !ok {
		r.mistake(1, NoDocColumn, "")
		return
	}
	for {
		fields, err := in.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			line := 0
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				line = pe.Line
			}
			r.mistake(line, BadCSV, err.Error())
			return
		}
		line, _ := in.FieldPos(0)
		r.row(line, func(key string) string {
			if i, ok := column[key]; ok && i < len(fields) {
				return fields[i]
			}
			return ""
		})
	}
}

// row checks one line and keeps it. The same line twice is no mistake, two
// lines that disagree about a document are.
func (r *tableReader) row(line int, get func(string) string) {
	field := func(key string) string { return strings.TrimSpace(get(key)) }
	name := field("doc")
	if name == "" {
		r.mistake(line, NoDoc, "")
		return
	}
	day, ok := Day(field("published"))
	if !ok {
		r.mistake(line, BadDate, field("published"))
		return
	}
	row := Row{doc.Meta{Published: day, Outlet: field("outlet"), URL: field("url"), Title: field("title")}, field("lang")}
	if old, ok := r.table.rows[name]; ok && old != row {
		r.mistake(line, TwiceDoc, name)
		return
	}
	r.table.rows[name] = row
}

// Day reads a publication date: a day, or a moment of which the day is kept.
// The empty string is no date and no mistake.
func Day(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	for _, layout := range []string{"2006-01-02", time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02"), true
		}
	}
	return "", false
}
