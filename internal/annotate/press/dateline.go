package press

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// dateline adds the dateline that the paragraph is or begins with, and what
// follows it; it tells whether there was one.
func (r *reading) dateline(p text.Span, words []piece) bool {
	end, strong := r.stage.dateline(words)
	whole := end == len(words) && p.Len() <= maxScan
	switch {
	case end == 0 && p.Len() <= maxTitle/2 && r.stage.saysPublished(words):
		end, whole = len(words), true // "Le Journal avec AFP Publié le 3 avril 2024 à 18h22"
	case end == 0 || r.at >= topLines && !whole && (strong || !r.inBrief()):
		return false
	case !strong && (r.at == 0 || r.body && !whole && !r.inBrief()):
		return false // "PSA – Les salariés…" is a title, not a dateline
	}
	r.collect(words[:end])
	if whole {
		r.add(p, doc.Dateline)
		return true
	}
	cut := words[end-1].span.End
	r.add(text.Span{Start: p.Start, End: cut}, doc.Dateline)
	r.cutCopyright(trim(r.src, text.Span{Start: cut, End: p.End}))
	return true
}

// inBrief tells whether two paragraphs or more open with a place in capitals and
// a dash, as news in brief do: "LA HAVANE – Cuba a repris … / BRIDGETOWN – La
// présidente a confirmé …".
func (r *reading) inBrief() bool {
	if r.briefs == 0 {
		r.briefs = -1
		n := 0
		for i := 1; i < len(r.paras) && i < maxBriefs && n < 2; i++ {
			if end, strong := r.stage.dateline(scan(r.src, r.paras[i])); end > 0 && !strong {
				n++
			}
		}
		if n > 1 {
			r.briefs = 1
		}
	}
	return r.briefs > 0
}

// maxBriefs bounds how many paragraphs are looked at for their datelines.
const maxBriefs = 100

// dateline tells how many pieces the dateline at the beginning of a line takes,
// 0 if there is none. It is strong if it has a date or a wire, weak if it is
// only a place in capitals and a dash ("MONTRÉAL — Le ministre…").
func (s *Stage) dateline(words []piece) (end int, strong bool) {
	var has struct{ date, year, wire, place, caps, cue bool }
	for i := 0; i < len(words); {
		w := words[i]
		if n, class := s.cue(words, i, lang.CuePublished|lang.CueUpdated|lang.CueWeekday|lang.CueLink|lang.CueAgency); n > 0 {
			has.cue = has.cue || class&(lang.CuePublished|lang.CueUpdated) != 0
			has.wire = has.wire || class&lang.CueAgency != 0 && i > 0
			i += n
			continue
		}
		if n, when := s.date(words, i); n > 0 {
			has.date, has.year = true, when.year > 0
			i += n
			continue
		}
		switch {
		case w.kind == dash && i == 0:
			return 0, false // "— Jeanne Martin, 22 décembre 2016" signs a quotation
		case w.kind == dash:
			if i++; has.date || has.wire && has.place || has.caps {
				end, strong = i, has.date || has.wire
			}
		case w.norm == "(":
			n, known := s.wire(words, i)
			if n == 0 {
				return end, strong
			}
			has.wire = has.wire || known || has.caps || has.date
			i += n
		case w.kind == clock || w.kind == mark && isFiller(w.norm):
			if w.norm == "." && has.date && has.year && has.place && end == 0 {
				return i + 1, true // "Paris, le 3 avril 2024. Le ministre…"
			}
			i++
		case w.kind == word && w.init && !has.place:
			n, caps := s.place(words, i)
			has.place, has.caps = true, caps && n <= 4
			i += n
		default:
			return end, strong
		}
	}
	if has.date || has.wire && has.caps {
		return len(words), true
	}
	return end, strong
}

func isFiller(sign string) bool {
	switch sign {
	case ",", ".", ":", "|", "/", "•", "·", ";":
		return true
	}
	return false
}

// place takes the words of a place name ("RIO DE JANEIRO", "Saint-Louis,
// Sénégal") and tells whether it stands in capitals.
func (s *Stage) place(words []piece, i int) (n int, caps bool) {
	caps = words[i].caps
	for n = 1; i+n < len(words) && n < 5; n++ {
		w := words[i+n]
		if w.kind == word && w.init {
			continue
		}
		if k, _ := s.cue(words, i+n, lang.CueParticle); k > 0 && i+n+1 < len(words) && words[i+n+1].init {
			continue
		}
		break
	}
	return n, caps
}

// wire takes a parenthesis ("(AFP)", "(Agence Méridia)", "(États-Unis)") and
// tells whether it is a wire that the tables know.
func (s *Stage) wire(words []piece, i int) (n int, known bool) {
	k, class := s.cue(words, i+1, lang.CueAgency)
	known = class != 0 && i+1+k < len(words) && words[i+1+k].norm == ")"
	for n = 1; n < 9 && i+n < len(words); n++ {
		switch w := words[i+n]; {
		case w.norm == ")":
			return n + 1, known
		case w.norm == "(" || w.kind == mark && !isFiller(w.norm):
			return 0, false
		}
	}
	return 0, false
}

// saysPublished tells whether "publié le" or its like stands before a full date
// anywhere in a short line.
func (s *Stage) saysPublished(words []piece) bool {
	for i := range words {
		n, _ := s.cue(words, i, lang.CuePublished|lang.CueUpdated)
		if n == 0 || n == 1 && i > 0 {
			continue
		}
		for k := i + n; k < len(words) && k <= i+n+9; k++ {
			if _, when := s.date(words, k); when.year > 0 {
				return true
			}
			if c, _ := s.cue(words, k, lang.CueByline|lang.CueParticle|lang.CueLink|lang.CueWeekday); c == 0 && words[k].kind == word && !words[k].init {
				break // "Publié par Jean Le Goff le 3 avril 2024"
			}
		}
	}
	return false
}
