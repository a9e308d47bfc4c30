package register

import (
	"strconv"
	"strings"
	"time"
)

// Bounds are the first and the last day that an EDTF date may mean: "2024-03"
// gives 2024-03-01 and 2024-03-31, "2022-02-24/.." an empty last day. ok is
// false for durations and for what is no date.
func Bounds(edtf string) (from, to string, ok bool) {
	if a, b, interval := strings.Cut(edtf, "/"); interval {
		f, _, fok := end(a)
		_, t, tok := end(b)
		return f, t, fok && tok && (f != "" || t != "")
	}
	if edtf == "" || edtf == ".." {
		return "", "", false
	}
	return end(edtf)
}

// end reads one side of an interval; ".." and "" are open.
func end(s string) (from, to string, ok bool) {
	s = strings.TrimRight(s, "~?%")
	if s == "" || s == ".." {
		return "", "", true
	}
	s, _, _ = strings.Cut(s, "T")
	part := strings.Split(s, "-")
	if len(part) > 3 || len(part[0]) != 4 {
		return "", "", false
	}
	first, last := strings.ReplaceAll(part[0], "X", "0"), strings.ReplaceAll(part[0], "X", "9")
	y1, err1 := strconv.Atoi(first)
	y2, err2 := strconv.Atoi(last)
	if err1 != nil || err2 != nil || y1 < 1 {
		return "", "", false
	}
	m1, m2 := 1, 12
	if len(part) > 1 && part[1] != "XX" {
		m, err := strconv.Atoi(part[1])
		if err != nil {
			return "", "", false
		}
		switch {
		case 1 <= m && m <= 12:
			m1, m2 = m, m
		case 21 <= m && m <= 23: // spring, summer, autumn
			m1, m2 = 3*(m-20), 3*(m-20)+2
		case m == 24: // winter: from December on
			m1, m2, y2 = 12, 2, y2+1
		default:
			return "", "", false
		}
	}
	d1, d2 := 1, time.Date(y2, time.Month(m2)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if len(part) == 3 && part[2] != "XX" {
		d, err := strconv.Atoi(part[2])
		if err != nil || d < 1 || d > d2 {
			return "", "", false
		}
		d1, d2 = d, d
	}
	return day(y1, m1, d1), day(y2, m2, d2), true
}

func day(y, m, d int) string {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Format("2006-01-02")
}

// DateOf dates something by the text's own date or, failing that, by the day of
// publication as the latest that it can have been.
func DateOf(when, published string) Dated {
	if from, to, ok := Bounds(when); ok {
		return Dated{from, to, "when"}
	}
	if _, to, ok := Bounds(published); ok {
		return Dated{"", to, "published"}
	}
	return Dated{}
}

// Within tells whether the time can lie in the days from since to until, "" for
// open. What is only known by its publication counts from that day, so "since
// March" does not bring what a March paper may recall of January unless it says so.
func (d Dated) Within(since, until string) bool {
	switch {
	case since == "" && until == "":
		return true
	case d.By == "":
		return false
	}
	from := d.From
	if d.By == "published" {
		from = d.To
	}
	return (since == "" || d.To == "" || d.To >= since) && (until == "" || from == "" || from <= until)
}

// Day is the day by which things are put in order, the last one of the range.
func (d Dated) Day() string {
	if d.To != "" {
		return d.To
	}
	return d.From
}
