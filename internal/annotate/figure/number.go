package figure

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// number is a number found in the tokens.
type number struct {
	first, end int32
	value      float64
	figures    bool
	noun       bool    // ends in a noun of number: "millions", "quarantaine"
	scale      float64 // of that noun if it is a scale: a million
	part       bool    // a fraction: "deux tiers"
	year       bool    // could as well be a year
}

// number reads the number that begins at token t, in figures or words.
func (s *Stage) number(d *doc.Document, t, stop int32) (number, bool) {
	n := number{first: t, end: t + 1}
	tok := &d.Tokens[t]
	if tok.Part == doc.LaterPart {
		return n, false
	}
	var sum lang.Sum
	if dig, ok := s.lang.Numbers.Digits(tok.Norm); ok && !(len(tok.Norm) > 1 && tok.Norm[0] == '0' && !dig.Decimal) {
		n.figures, n.value = true, dig.Value
		n.year = len(tok.Norm) == 4 && dig.Value >= 1500 && dig.Value < 2100 && !dig.Decimal && !dig.Grouped
		n.end, n.value = s.groups(d, n, stop, dig)
		sum.Begin(n.value)
	} else if !s.add(&sum, tok.Norm) {
		return n, false
	} else {
		n.noun = s.lang.Numbers.Words[tok.Norm].Noun
	}
	for n.end < stop {
		norm := d.Tokens[n.end].Norm
		w, ok := s.lang.Numbers.Words[norm]
		switch {
		case norm == s.lang.Numbers.Joiner && !n.figures && n.end+1 < stop && s.ones(sum.Value(), d.Tokens[n.end+1].Norm):
			sum.Add(s.lang.Numbers.Words[d.Tokens[n.end+1].Norm])
			n.end += 2
			continue
		case n.figures && (!ok || w.Kind != lang.NumberScale):
		case s.add(&sum, norm):
			n.end, n.noun, n.year = n.end+1, w.Noun, false
			if w.Noun && w.Kind == lang.NumberScale {
				n.scale = w.Value
			}
			continue
		}
		break
	}
	n.value = sum.Value()
	// "un" and "une" alone are articles; other small words count as they stand.
	return n, n.figures || n.end-n.first > 1 || n.value > 1 && tok.UPOS != doc.ADJ && tok.UPOS != doc.VERB
}

// ones tells whether a joiner may stand between a number and the next word:
// "vingt et un", "soixante et onze".
func (s *Stage) ones(v float64, next string) bool {
	w, ok := s.lang.Numbers.Words[next]
	return ok && (w.Value == 1 || w.Value == 11) && v >= 20 && v < 100 && int(v)%10 == 0
}

// add takes one word into the number; "vingt-deux" is taken part by part.
func (s *Stage) add(sum *lang.Sum, norm string) bool {
	if w, ok := s.lang.Numbers.Words[norm]; ok {
		return sum.Add(w)
	}
	if len(norm) > 40 || strings.IndexByte(norm, '-') <= 0 {
		return false
	}
	trial := *sum
	for part := range strings.SplitSeq(norm, "-") {
		if part == s.lang.Numbers.Joiner {
			continue
		}
		w, ok := s.lang.Numbers.Words[part]
		if !ok || !trial.Add(w) {
			return false
		}
	}
	*sum = trial
	return true
}

// groups joins figures that the tokens part: "3" "550" "000".
func (s *Stage) groups(d *doc.Document, n number, stop int32, dig lang.Digits) (int32, float64) {
	end, v := n.end, n.value
	if dig.Decimal || dig.Grouped || len(d.Tokens[n.first].Norm) > 3 || v == 0 {
		return end, v
	}
	for end < stop && len(d.Tokens[end].Norm) == 3 && d.Tokens[end].Span.Start-d.Tokens[end-1].Span.End <= 4 && d.Tokens[end].Span.Start > d.Tokens[end-1].Span.End {
		g, ok := s.lang.Numbers.Digits(d.Tokens[end].Norm)
		if !ok || g.Decimal || g.Grouped {
			break
		}
		v = v*1000 + g.Value
		end++
	}
	return end, v
}
