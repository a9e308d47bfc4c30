package press

import (
	"fmt"
	"strconv"
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// day is a date as read; a part that is not there is 0.
type day struct{ year, month, day int }

// dateClass says how surely a date is that of publication, surest first.
type dateClass uint8

const (
	datelineDate  dateClass = iota // "PARIS, 12 mai 2021 (AFP) –"
	publishedDate                  // "Publié le 12 mai 2021"
	updatedDate                    // "Mis à jour le 13 mai 2021"
	ledeDate                       // "… ont annoncé ce jeudi 9 avril 2026"
	noticeYear                     // "© Copyright AFP 2024"
	dateClasses
)

// dated is a date that the text gives for itself.
type dated struct {
	day
	class dateClass
	span  text.Span
}

// date reads the date that begins at piece i ("1er avril 2024", "12 mai",
// "04/04/2024") and how many pieces it takes.
func (s *Stage) date(words []piece, i int) (n int, d day) {
	w := words[i]
	if w.kind == date {
		return dateOfFigures(w.norm)
	}
	if w.kind != number {
		return 0, day{}
	}
	d.day, _ = strconv.Atoi(strings.TrimSuffix(w.norm, "er"))
	n = 1
	if i+n < len(words) && words[i+n].norm == "er" {
		n++
	}
	if i+n >= len(words) || d.day < 1 || d.day > 31 {
		return 0, day{}
	}
	if d.month = s.words.Months[words[i+n].norm]; d.month == 0 {
		return 0, day{}
	}
	n++
	after := i + n
	if after < len(words) && words[after].norm == "." {
		after++
	}
	if after < len(words) && words[after].kind == number {
		if y := year(words[after].norm); y > 0 {
			if !inMonth(y, d.month, d.day) {
				return 0, day{}
			}
			return after + 1 - i, day{y, d.month, d.day}
		}
	}
	if !inMonth(2000, d.month, d.day) {
		return 0, day{}
	}
	return n, d
}

// dateOfFigures reads "04/04/2024" (day first) and "2024-04-04".
func dateOfFigures(s string) (int, day) {
	f := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' || r == '-' })
	if len(f) != 3 {
		return 0, day{}
	}
	if len(f[0]) == 4 {
		f[0], f[2] = f[2], f[0]
	}
	d, _ := strconv.Atoi(f[0])
	m, _ := strconv.Atoi(f[1])
	if len(f[2]) == 2 {
		f[2] = "20" + f[2]
	}
	y := year(f[2])
	if y == 0 || !inMonth(y, m, d) {
		return 0, day{}
	}
	return 1, day{y, m, d}
}

// inMonth tells whether the month of that year has the day.
func inMonth(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[m-1]
	if m == 2 && y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		days++
	}
	return d <= days
}

// year reads four digits that may be the year of a press text.
func year(s string) int {
	y, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || y < 1600 || y > 2999 {
		return 0
	}
	return y
}

// collect keeps the dates of a date line.
func (r *reading) collect(words []piece) {
	class := datelineDate
	for i := 0; i < len(words); i++ {
		if n, c := r.stage.cue(words, i, lang.CuePublished|lang.CueUpdated); n > 0 {
			if class = publishedDate; c&lang.CueUpdated != 0 {
				class = updatedDate
			}
			i += n - 1
			continue
		}
		if n, d := r.stage.date(words, i); n > 0 {
			span := text.Span{Start: words[i].span.Start, End: words[i+n-1].span.End}
			r.dates = append(r.dates, dated{d, class, span})
			i += n - 1
		}
	}
}

// lede keeps "ce jeudi 9 avril 2026" from the beginning of the first paragraph:
// a demonstrative with weekday and full date is the day of writing.
func (r *reading) lede(p text.Span) {
	if r.body {
		return
	}
	words := scan(r.src, p)
	for i := range words {
		n, _ := r.stage.cue(words, i, lang.CueThis)
		if n == 0 || i+n+1 >= len(words) {
			continue
		}
		k, _ := r.stage.cue(words, i+n, lang.CueWeekday)
		if k == 0 || i+n+k >= len(words) {
			continue
		}
		if m, d := r.stage.date(words, i+n+k); d.year > 0 && !r.stage.announced(words, i, i+n+k+m) {
			span := text.Span{Start: words[i].span.Start, End: words[i+n+k+m-1].span.End}
			r.dates = append(r.dates, dated{d, ledeDate, span})
			return
		}
	}
}

// announced tells whether the words before a date in its sentence, or the first
// behind it, speak of what is to come: "se tiendra ce jeudi 9 avril 2026".
func (s *Stage) announced(words []piece, from, end int) bool {
	for i := from - 1; i >= 0 && words[i].norm != "."; i-- {
		if n, _ := s.cue(words, i, lang.CueAhead); n > 0 {
			return true
		}
	}
	for i := end; i < len(words) && i < end+3 && words[i].norm != "."; i++ {
		if n, _ := s.cue(words, i, lang.CueAhead); n > 0 {
			return true
		}
	}
	return false
}

// published chooses the day of publication and notes that of a later change.
func (r *reading) published() doc.Published {
	p := r.chosen()
	for _, d := range r.dates {
		if d.class != updatedDate {
			continue
		}
		if d.year == 0 && len(p.Value) == len("2006-01-02") { // "Publié le 31 décembre 2023, modifié le 1er janvier"
			d.year, _ = strconv.Atoi(p.Value[:4])
			if edtf(d.day) < p.Value {
				d.year++
			}
		}
		if d.year > 0 && edtf(d.day) >= p.Value {
			p.Updated = edtf(d.day)
		}
	}
	return p
}

// chosen is the day of publication by what says it most surely.
func (r *reading) chosen() doc.Published {
	if m := r.d.Meta; m.Published != "" {
		from := m.PublishedFrom
		if from == "" {
			from = "meta"
		}
		return doc.Published{Value: m.Published, From: from}
	}
	from := [dateClasses]string{"dateline", "page", "page", "lede", "copyright"}
	var notice dated
	for class := range dateClasses {
		for _, d := range r.dates {
			if d.class != class || d.year == 0 {
				continue
			}
			if d.month > 0 {
				return doc.Published{Value: edtf(d.day), From: from[class], Span: d.span}
			}
			notice = d
		}
	}
	if notice.year == 0 {
		return doc.Published{}
	}
	for _, d := range r.dates {
		if d.class == datelineDate {
			d.year = notice.year
			return doc.Published{Value: edtf(d.day), From: "dateline", Span: d.span}
		}
	}
	return doc.Published{Value: edtf(notice.day), From: "copyright", Span: notice.span}
}

func edtf(d day) string {
	if d.month == 0 {
		return fmt.Sprintf("%04d", d.year)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}
