package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"unicode/utf8"
)

// TableError is one mistake in a file that a linguist edits.
type TableError struct {
	File         string
	Line, Column int // 1-based; the column counts fields
	Reason       string
}

func (e *TableError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Reason)
}

// Row is one line of a table; fields are asked for by the name in the header.
type Row struct {
	file   string
	line   int
	header map[string]int
	fields []string
	errs   *[]error
}

// Get is the field under a heading, "" if the line or the table has none.
func (r Row) Get(name string) string {
	i, ok := r.header[name]
	if !ok || i >= len(r.fields) {
		return ""
	}
	return r.fields[i]
}

// List splits a field at commas, dropping blanks.
func (r Row) List(name string) []string {
	var out []string
	for _, s := range strings.Split(r.Get(name), ",") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Fail reports a mistake in the named field of this line.
func (r Row) Fail(name, format string, args ...any) {
	*r.errs = append(*r.errs, &TableError{r.file, r.line, r.header[name] + 1, fmt.Sprintf(format, args...)})
}

// reader collects the mistakes of all tables of one language.
type reader struct {
	fsys fs.FS
	errs []error
}

func (r *reader) err() error {
	sort.SliceStable(r.errs, func(i, j int) bool {
		a, aok := r.errs[i].(*TableError)
		b, bok := r.errs[j].(*TableError)
		return aok && bok && (a.File < b.File || a.File == b.File && a.Line < b.Line)
	})
	return errors.Join(r.errs...)
}

// table calls each for every line of a TSV file with a header. The columns
// named in want must be in the header. Lines that begin with # are comments.
// A missing file is no mistake: the language then lacks that knowledge.
func (r *reader) table(file string, want []string, each func(Row)) {
	raw, err := fs.ReadFile(r.fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		r.errs = append(r.errs, err)
		return
	}
	if !utf8.Valid(raw) {
		r.errs = append(r.errs, &TableError{file, 1, 1, "not UTF-8"})
		return
	}
	var header map[string]int
	for n, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if header == nil {
			header = make(map[string]int, len(fields))
			for i, f := range fields {
				header[f] = i
			}
			for _, w := range want {
				if _, ok := header[w]; !ok {
					r.errs = append(r.errs, &TableError{file, n + 1, 1, "the header has no column " + w})
					return
				}
			}
			continue
		}
		if len(fields) > len(header) {
			r.errs = append(r.errs, &TableError{file, n + 1, len(header) + 1, "more fields than the header has columns"})
			continue
		}
		each(Row{file, n + 1, header, fields, &r.errs})
	}
}
