package ask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/lang"
	"readout/internal/names"
)

// word is one word of a question.
type word struct {
	form  string // as written, an elided word with its apostrophe: "l'"
	norm  string // folded, without apostrophe and joining hyphen: "qu", "il"
	start int    // bytes of the question
	end   int
	dated bool // part of a date, which is taken out before patterns are tried
}

// maxWords is the longest question: a text pasted in is none.
const maxWords = 60

// split cuts a question into words: at blanks and marks, behind apostrophes, and
// before the pronoun of an inversion ("a-t-il" is a, il).
func split(seg *lang.Segment, s string) []word {
	var out []word
	start := -1
	end := func(at int) {
		if start >= 0 {
			out = append(out, cutClitic(seg, s, start, at)...)
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r), r == '-' && start >= 0:
			if start < 0 {
				start = i
			}
		case (r == '\'' || r == '’') && start >= 0:
			end(i + utf8.RuneLen(r))
		case (r == '.' || r == '&') && start >= 0 && i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '.': // "O.N.U", "B&B"
		default:
			end(i)
		}
	}
	end(len(s))
	return out
}

// cutClitic cuts one run of letters before its clitic, if it has one.
func cutClitic(seg *lang.Segment, s string, start, end int) []word {
	form := s[start:end]
	lower := strings.ToLower(form)
	for at := 1; at < len(form); at++ {
		if form[at] != '-' || seg == nil || !seg.Clitics[lower[at:]] {
			continue
		}
		return []word{newWord(s, start, start+at), newWord(s, start+at, end)}
	}
	return []word{newWord(s, start, end)}
}

func newWord(s string, start, end int) word {
	form := s[start:end]
	norm := strings.Trim(names.Fold(form), "'-")
	if joined, ok := strings.CutPrefix(norm, "t-"); ok && form[0] == '-' {
		norm = joined
	}
	return word{form: form, norm: norm, start: start, end: end}
}

// norms are the folded words of a form in a table.
func norms(seg *lang.Segment, form string) []string {
	var out []string
	for _, w := range split(seg, form) {
		out = append(out, w.norm)
	}
	return out
}

// wordsOf is what stands in the question from the first to the last of some words.
func wordsOf(question string, ws []word) string {
	if len(ws) == 0 {
		return ""
	}
	return question[ws[0].start:ws[len(ws)-1].end]
}

// forms finds phrases of a table at a place among words.
type forms struct {
	first map[string][]form // by the first word, the longest first
}

type form struct {
	words []string
	gives []string
}

func newForms(seg *lang.Segment, list []lang.AskForm) forms {
	f := forms{map[string][]form{}}
	for _, x := range list {
		ws := norms(seg, x.Form)
		if len(ws) == 0 {
			continue
		}
		l := f.first[ws[0]]
		at := len(l)
		for at > 0 && len(l[at-1].words) < len(ws) {
			at--
		}
		f.first[ws[0]] = append(l[:at:at], append([]form{{ws, x.Gives}}, l[at:]...)...)
	}
	return f
}

// at are the phrases that begin at the first word, the longest first.
func (f forms) at(ws []word) []form {
	if len(ws) == 0 {
		return nil
	}
	var out []form
	for _, x := range f.first[ws[0].norm] {
		if begins(ws, x.words) {
			out = append(out, x)
		}
	}
	return out
}

func begins(ws []word, want []string) bool {
	if len(ws) < len(want) {
		return false
	}
	for i, w := range want {
		if ws[i].norm != w {
			return false
		}
	}
	return true
}
