package press

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

const maxNotice = 300 // bytes

// isCopyright tells whether the paragraph is a copyright notice: it begins with
// the sign or the word, or is short and has one of the phrases of reservation.
func (r *reading) isCopyright(p text.Span) bool {
	if p.Len() > maxNotice {
		return false
	}
	line := strings.ToLower(r.src[p.Start:p.End])
	if strings.HasPrefix(line, "©") || strings.HasPrefix(line, "(c)") {
		return true
	}
	for _, phrase := range r.stage.words.Phrases {
		if strings.HasPrefix(line, phrase) || strings.ContainsRune(phrase, ' ') && strings.Contains(line, phrase) {
			return true
		}
	}
	return false
}

// isNotice tells whether paragraph i is a copyright notice.
func (r *reading) isNotice(i int) bool { return i < len(r.paras) && r.isCopyright(r.paras[i]) }

// copyright adds the notice and keeps its year; of several ("2012-2024") the last.
func (r *reading) copyright(p text.Span) {
	r.add(p, doc.Copyright)
	line := r.src[p.Start:p.End]
	for i := len(line) - 4; i >= 0; i-- {
		y := year(line[i : i+4])
		if y == 0 || i > 0 && isDigit(line[i-1]) || i+4 < len(line) && isDigit(line[i+4]) {
			continue
		}
		at := p.Start + int32(i)
		r.dates = append(r.dates, dated{day{year: y}, noticeYear, text.Span{Start: at, End: at + 4}})
		return
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// cutCopyright adds a body paragraph; a notice glued to the end of the text ("…
// de l'Ukraine. © AFP 2024") becomes a block of its own.
func (r *reading) cutCopyright(p text.Span) {
	if r.at == len(r.paras)-1 {
		from := max(p.Start, p.End-maxNotice)
		if i := strings.LastIndex(r.src[from:p.End], "©"); i > 0 {
			cut := from + int32(i)
			r.addBody(trim(r.src, text.Span{Start: p.Start, End: cut}))
			r.copyright(text.Span{Start: cut, End: p.End})
			return
		}
	}
	if !p.Empty() {
		r.addBody(p)
	}
}

// isByline tells whether the line names who wrote the text: "Par Jean Dupont",
// "Propos recueillis par Anne Le Goff", "avec AFP", or the initials of an
// agency's desk ("abc/def").
func (s *Stage) isByline(src string, p text.Span, words []piece) bool {
	if p.Len() > 120 || len(words) == 0 || endsSentence(src[p.Start:p.End]) {
		return false
	}
	if isInitials(words) {
		return true
	}
	if words[0].norm == "(" {
		words = words[1:]
	}
	n, _ := s.cue(words, 0, lang.CueByline)
	if n == 0 || n == len(words) {
		return false
	}
	names := 0
	for i := n; i < len(words); {
		w := words[i]
		if k, class := s.cue(words, i, lang.CueByline|lang.CueParticle|lang.CueAgency); k > 0 {
			if class&lang.CueAgency != 0 {
				names++
			}
			i += k
			continue
		}
		switch {
		case w.kind == word && w.init:
			names++
		case w.kind == mark && (isFiller(w.norm) || strings.ContainsAny(w.norm, "()@&")) || w.kind == dash:
		default:
			return false
		}
		i++
	}
	return names > 0
}

// isInitials tells whether the line is only small letters around strokes:
// "abc/def/gh".
func isInitials(words []piece) bool {
	if len(words) < 3 || len(words) > 9 || len(words)%2 == 0 {
		return false
	}
	for i, w := range words {
		if i%2 == 1 && w.norm != "/" || i%2 == 0 && (w.kind != word || w.init || len(w.norm) > 7) {
			return false
		}
	}
	return true
}
