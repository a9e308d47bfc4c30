package ask

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/register"
	"readout/internal/text"
)

// dates finds the dates of a question, marks their words and gives the days
// that it is about. vague are dates that could not be resolved.
func (q *Asker) dates(question, today string, ws []word) (p Period, vague []string) {
	for _, t := range q.timexes(question, today, ws) {
		first := slices.IndexFunc(ws, func(w word) bool { return w.end > int(t.Span.Start) })
		if first < 0 || t.Kind == doc.Repeated || first > 0 && q.g.is(ws[first-1], "timeof") && !q.ledIn(ws, first) {
			continue
		}
		last := first
		for last+1 < len(ws) && ws[last+1].start < int(t.Span.End) {
			last++
		}
		lead := q.mark(ws, first, last)
		from, to, ok := register.Bounds(t.Value)
		if !ok {
			vague = append(vague, question[t.Span.Start:t.Span.End])
			continue
		}
		switch {
		case from == "" || to == "" || lead == "":
			p.since(from)
			p.until(to)
		case lead == "timesince":
			p.since(from)
		case lead == "timeafter":
			p.since(move(to, 1))
		case lead == "timebefore":
			p.until(move(from, -1))
		case lead == "timeuntil":
			p.until(to)
		}
	}
	return p, vague
}

// ledIn tells whether words that lead to a date end here: "au mois de" does,
// "la guerre de" does not.
func (q *Asker) ledIn(ws []word, first int) bool {
	for n := 2; n <= min(4, first); n++ {
		if slices.ContainsFunc(q.g.words.at(ws[first-n:first]), func(f form) bool { return len(f.words) == n && f.gives[0] == "timein" }) {
			return true
		}
	}
	return false
}

// leads are the classes of words that say which way a date points.
var leads = []string{"timesince", "timeafter", "timebefore", "timeuntil"}

// mark takes the words of a date and those before it that belong to it out of
// the question, and tells which way they point: "depuis", "avant".
func (q *Asker) mark(ws []word, first, last int) (lead string) {
	for i := first; i <= last; i++ {
		ws[i].dated = true
	}
	note := func(f form) {
		if lead == "" && slices.Contains(leads, f.gives[0]) {
			lead = f.gives[0]
		}
	}
	for _, f := range q.g.words.at(ws[first : last+1]) { // the expression may hold its preposition
		note(f)
	}
	for n := min(4, first); n > 0; n-- {
		found := false
		for _, f := range q.g.words.at(ws[first-n : first]) {
			if len(f.words) == n && (f.gives[0] == "timein" || slices.Contains(leads, f.gives[0])) {
				note(f)
				found = true
			}
		}
		if found {
			for i := first - n; i < first; i++ {
				ws[i].dated = true
			}
			first -= n
			n = min(4, first) + 1
		}
	}
	return lead
}

// timexes asks the stages, which read the question as a text and then as a note;
// where they find nothing, or the language has none, dates in figures and months with a year are read here.
func (q *Asker) timexes(question, today string, ws []word) []doc.Timex {
	if q.analyzer != nil && q.mayBeDated(ws) {
		for _, hasty := range []bool{false, true} { // "la semaine derniere", "apres le 2/7": only when careful reading finds nothing
			d := &doc.Document{Text: text.FromString(question), Meta: doc.Meta{Published: today, Note: hasty}, Published: doc.Published{Value: today, From: "flag"}}
			q.analyzer.Run(d)
			if hasty {
				d.Timexes = slices.DeleteFunc(d.Timexes, func(t doc.Timex) bool { return t.Kind != doc.Date && t.Kind != doc.Interval || t.Value == "" })
			}
			if len(d.Timexes) > 0 {
				return d.Timexes
			}
		}
	}
	var out []doc.Timex
	for i := 0; i < len(ws); {
		value, n := q.plainDate(ws[i:])
		if n > 0 {
			out = append(out, doc.Timex{Span: text.Span{Start: int32(ws[i].start), End: int32(ws[i+n-1].end)}, Value: value})
		}
		i += max(n, 1)
	}
	return out
}

// mayBeDated tells whether any word is of the language's dates, so that the
// stages, which take a moment to load, are only asked when there is something
// to find.
func (q *Asker) mayBeDated(ws []word) bool {
	words := q.g.lang.Dates.Words
	strong := func(form string) bool {
		form = strings.ReplaceAll(strings.ToLower(form), "’", "'")
		return slices.ContainsFunc(words[form], func(d lang.DateWord) bool { return !d.Weak })
	}
	for i, w := range ws {
		if strings.ContainsAny(w.norm, "0123456789") || words == nil || strong(w.form) {
			return true
		}
		if i > 0 && ws[i-1].end == w.start && strong(ws[i-1].form+w.form) { // "aujourd'hui"
			return true
		}
	}
	return false
}

// plainDate reads "2024", "2024-03", "March 2024", "3 March 2024" or "March 3
// 2024" at the head of some words.
func (q *Asker) plainDate(ws []word) (value string, n int) {
	if year(ws[0].norm) || strings.Contains(ws[0].norm, "-") && year(ws[0].norm[:strings.IndexByte(ws[0].norm, '-')]) {
		return ws[0].norm, 1
	}
	var month, day int
	for n < len(ws) && n < 3 {
		w := ws[n].norm
		number, err := strconv.Atoi(w)
		switch m := q.g.lang.Press.Months[w]; {
		case m > 0 && month == 0:
			month = m
		case err == nil && number >= 1 && number <= 31 && day == 0:
			day = number
		case year(w) && month > 0 && day > 0:
			return fmt.Sprintf("%s-%02d-%02d", w, month, day), n + 1
		case year(w) && month > 0:
			return fmt.Sprintf("%s-%02d", w, month), n + 1
		default:
			return "", 0
		}
		n++
	}
	return "", 0
}

func year(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && n >= 1900 && n < 2200
}

// dated tells whether any word was marked.
func dated(ws []word) bool { return slices.ContainsFunc(ws, func(w word) bool { return w.dated }) }

func undated(ws []word) []word {
	return slices.DeleteFunc(slices.Clone(ws), func(w word) bool { return w.dated })
}

// since and until narrow the period.
func (p *Period) since(day string) { p.Since = max(p.Since, day) }

func (p *Period) until(day string) {
	if day != "" && (p.Until == "" || day < p.Until) {
		p.Until = day
	}
}

func move(day string, days int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, days).Format(time.DateOnly)
}
