// Package conllu reads and writes CoNLL-U, the format of Universal
// Dependencies (universaldependencies.org/format.html), and carries sentences
// to and from doc.Document.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Word is one line of a sentence that has a whole number as ID.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // 1-based, 0 for the root
	Deprel, Deps, Misc             string
}

// Range is a multiword token: words First to Last (1-based, inclusive).
type Range struct {
	First, Last int
	Form        string
	Misc        string
}

// Sentence is one sentence of a file. Empty nodes are left out.
type Sentence struct {
	ID, Text string
	Comments []string // without "# ", sent_id and text included
	NewDoc   bool
	NewPar   bool
	Words    []Word
	Ranges   []Range
}

// SpaceAfter tells whether white space follows the surface token that the
// MISC field belongs to.
func SpaceAfter(misc string) bool { return !strings.Contains(misc, "SpaceAfter=No") }

// Error is a mistake in a CoNLL-U file.
type Error struct {
	Line   int
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("conllu: line %d: %s", e.Line, e.Reason) }

// Read reads all sentences.
func Read(r io.Reader) ([]Sentence, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 64<<10), 16<<20)
	var all []Sentence
	var s Sentence
	flush := func() {
		if len(s.Words) > 0 {
			all = append(all, s)
		}
		s = Sentence{}
	}
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSuffix(in.Text(), "\r")
		switch {
		case line == "":
			flush()
		case line[0] == '#':
			s.comment(strings.TrimSpace(line[1:]))
		default:
			if err := s.line(line); err != "" {
				return nil, &Error{n, err}
			}
		}
	}
	flush()
	for i := range all {
		for _, w := range all[i].Words {
			if w.Head > len(all[i].Words) {
				return nil, &Error{0, fmt.Sprintf("sentence %q: head %d is past its end", all[i].ID, w.Head)}
			}
		}
	}
	return all, in.Err()
}

func (s *Sentence) comment(c string) {
	s.Comments = append(s.Comments, c)
	name, value, _ := strings.Cut(c, "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(name) {
	case "sent_id":
		s.ID = value
	case "text":
		s.Text = value
	}
	if strings.HasPrefix(c, "newdoc") {
		s.NewDoc = true
	}
	if strings.HasPrefix(c, "newpar") {
		s.NewPar = true
	}
}

func (s *Sentence) line(line string) string {
	c := strings.Split(line, "\t")
	if len(c) != 10 {
		return fmt.Sprintf("%d columns, want 10", len(c))
	}
	if !utf8.ValidString(line) {
		return "not UTF-8"
	}
	if strings.Contains(c[0], ".") {
		return ""
	}
	if a, b, ok := strings.Cut(c[0], "-"); ok {
		first, err1 := strconv.Atoi(a)
		last, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || first != len(s.Words)+1 || last <= first {
			return "bad range " + c[0]
		}
		s.Ranges = append(s.Ranges, Range{first, last, c[1], c[9]})
		return ""
	}
	if id, err := strconv.Atoi(c[0]); err != nil || id != len(s.Words)+1 {
		return "bad ID " + c[0]
	}
	head := 0
	if c[6] != "_" {
		h, err := strconv.Atoi(c[6])
		if err != nil || h < 0 {
			return "bad HEAD " + c[6]
		}
		head = h
	}
	s.Words = append(s.Words, Word{c[1], c[2], c[3], c[4], c[5], head, c[7], c[8], c[9]})
	return ""
}

// Surface is the sentence's text, rebuilt from its tokens.
func (s Sentence) Surface() string {
	var b strings.Builder
	s.eachToken(func(form, misc string, _, _ int) {
		b.WriteString(form)
		if SpaceAfter(misc) {
			b.WriteByte(' ')
		}
	})
	return strings.TrimRight(b.String(), " ")
}

// eachToken visits surface tokens with the words they hold (0-based, half-open).
func (s Sentence) eachToken(visit func(form, misc string, first, end int)) {
	r := 0
	for i := 0; i < len(s.Words); {
		if r < len(s.Ranges) && s.Ranges[r].First == i+1 {
			g := s.Ranges[r]
			end := min(g.Last, len(s.Words))
			visit(g.Form, g.Misc, i, end)
			i = end
			r++
			continue
		}
		visit(s.Words[i].Form, s.Words[i].Misc, i, i+1)
		i++
	}
}
