package cli

import (
	"strconv"
	"strings"
	"time"
)

// Date writes an EDTF value or an ISO 8601 duration for a person:
// "2024-04-03" → "mercredi 3 avril 2024". What it does not know it leaves as
// it is.
func (m *Messages) Date(value string) string {
	if rest, ok := strings.CutSuffix(value, "~"); ok {
		return m.T("date.about", m.Date(rest))
	}
	if rest, ok := strings.CutSuffix(value, "/.."); ok {
		return m.T("date.since", m.Date(rest))
	}
	if rest, ok := strings.CutPrefix(value, "../"); ok {
		return m.T("date.until", m.Date(rest))
	}
	if a, b, ok := strings.Cut(value, "/"); ok {
		return m.T("date.interval", m.Date(a), m.Date(b))
	}
	if strings.HasPrefix(value, "P") {
		return m.duration(value)
	}
	if day, clock, ok := strings.Cut(value, "T"); ok {
		return m.T("date.at", m.Date(day), clock)
	}
	return m.calendar(value)
}

func (m *Messages) calendar(value string) string {
	switch len(value) {
	case len("2024-04"):
		year, err1 := strconv.Atoi(value[:4])
		month, err2 := strconv.Atoi(value[5:])
		if err1 != nil || err2 != nil {
			return value
		}
		if month >= 21 && month <= 24 {
			return m.T("date.month", m.word("date.seasons", month-21), year)
		}
		return m.T("date.month", m.word("date.months", month-1), year)
	case len("2024-04-03"):
		t, err := time.Parse(time.DateOnly, value)
		if err != nil {
			return value
		}
		day := strconv.Itoa(t.Day())
		if t.Day() == 1 {
			day = m.T("date.first")
		}
		weekday := m.word("date.weekdays", (int(t.Weekday())+6)%7)
		return m.T("date.day", weekday, day, m.word("date.months", int(t.Month())-1), t.Year())
	}
	return value
}

func (m *Messages) word(key string, i int) string {
	words := strings.Fields(m.T(key))
	if i < 0 || i >= len(words) {
		return "?"
	}
	return words[i]
}

// duration writes "P2Y", "PT1H30M" in words.
func (m *Messages) duration(value string) string {
	var out []string
	clock, number := false, ""
	for _, r := range value[1:] {
		switch {
		case r == 'T':
			clock = true
		case r >= '0' && r <= '9' || r == '.' || r == 'X':
			number += string(r)
		default:
			key := "units." + string(r)
			if clock {
				key = "units.T" + string(r)
			}
			if !m.Has(key) {
				return value
			}
			i := 0
			if n, err := strconv.ParseFloat(number, 64); err != nil || n >= 2 {
				i = 1
			}
			out = append(out, number+" "+m.word(key, i))
			number = ""
		}
	}
	return strings.Join(out, " ")
}
