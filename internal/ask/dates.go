package ask

import (
	"regexp"
	"slices"
	"time"

	"readout/internal/doc"
	"readout/internal/register"
	"readout/internal/text"
)

// numeric is a date in figures, for a language without the timex stage.
var numeric = regexp.MustCompile(`\b\d{4}(-\d{2}(-\d{2})?)?\b`)

// dates finds the dates of a question, marks their words and gives the days
// that it is about. vague are dates that could not be resolved.
func (q *Asker) dates(question, today string, ws []word) (p Period, vague []string) {
	for _, t := range q.timexes(question, today) {
		first := slices.IndexFunc(ws, func(w word) bool { return w.end > int(t.Span.Start) })
		if first < 0 || t.Kind == doc.Repeated {
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

// timexes asks the stages; without them only dates in figures are found.
func (q *Asker) timexes(question, today string) []doc.Timex {
	if q.analyzer != nil {
		d := &doc.Document{Text: text.FromString(question), Meta: doc.Meta{Published: today}, Published: doc.Published{Value: today, From: "flag"}}
		q.analyzer.Run(d)
		return d.Timexes
	}
	var out []doc.Timex
	for _, at := range numeric.FindAllStringIndex(question, -1) {
		out = append(out, doc.Timex{Span: text.Span{Start: int32(at[0]), End: int32(at[1])}, Value: question[at[0]:at[1]]})
	}
	return out
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
