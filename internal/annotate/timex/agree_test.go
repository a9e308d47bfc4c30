package timex_test

import (
	"strconv"
	"strings"
	"time"

	"readout/internal/doc"
)

// readings are what the case accepts for one expression, each as "from|to|time|duration".
func readings(c *recCase, i int) []string {
	r := &c.Results[i]
	var out []string
	one := func(m map[string]string, timex string) {
		get := func(keys ...string) string {
			for _, k := range keys {
				if v := m[k]; v != "" && v != "not resolved" {
					return v
				}
			}
			return ""
		}
		day := func(s string) string {
			if len(s) >= 10 && s[4] == '-' {
				return s[:10]
			}
			return ""
		}
		clock := func(s string) string {
			if k := strings.IndexByte(s, ':'); k >= 2 && len(s) >= k+3 {
				return s[k-2 : k+3]
			}
			return ""
		}
		typ := strings.ReplaceAll(r.Type+r.TypeName+m["type"], "datetimeV2.", "")
		switch {
		case strings.Contains(typ, "duration"):
			out = append(out, "d|"+seconds(timex))
		case strings.Contains(typ, "set"):
			out = append(out, "set|"+timex)
		case strings.Contains(typ, "range"):
			start, end := get("startDate", "startDateTime", "startTime", "start"), get("endDate", "endDateTime", "endTime", "end")
			out = append(out, "r|"+day(start)+"|"+day(end)+"|"+clock(start))
		case strings.Contains(typ, "datetime") && !strings.HasSuffix(typ, "date") && !strings.HasSuffix(typ, "time") || strings.HasSuffix(typ, "datetime"):
			v := get("dateTime", "value")
			out = append(out, "t|"+day(v)+"|"+clock(v))
		case strings.HasSuffix(typ, "time"):
			out = append(out, "c|"+clock(get("time", "value")))
		default:
			out = append(out, "p|"+day(get("date", "value")))
		}
	}
	if len(r.Resolution.Values) > 0 || len(r.Value.Values) > 0 {
		for _, m := range append(r.Resolution.Values, r.Value.Values...) {
			one(m, m["timex"])
		}
		return out
	}
	one(r.Value.FutureResolution, r.Value.Timex)
	one(r.Value.PastResolution, r.Value.Timex)
	return out
}

// seconds makes durations comparable.
func seconds(s string) string {
	if !strings.HasPrefix(s, "P") {
		return s
	}
	unit := map[byte]float64{'Y': 365 * 86400, 'M': 30 * 86400, 'W': 7 * 86400, 'D': 86400}
	total, num := 0.0, ""
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'T':
			unit = map[byte]float64{'H': 3600, 'M': 60, 'S': 1}
		case c >= '0' && c <= '9' || c == '.':
			num += string(c)
		default:
			v, _ := strconv.ParseFloat(num, 64)
			total, num = total+v*unit[c], ""
		}
	}
	return strconv.FormatFloat(total, 'f', -1, 64)
}

// days is the first and the last day of an EDTF value, "" for an open end.
func days(v string) (string, string) {
	if a, b, ok := strings.Cut(v, "/"); ok {
		from, _ := days(a)
		_, to := days(b)
		return from, to
	}
	v = strings.TrimSuffix(v, "~")
	if v == ".." || v == "" {
		return "", ""
	}
	if d, ok := strings.CutSuffix(v, "X"); ok && len(d) == 3 {
		return d + "0-01-01", d + "9-12-31"
	}
	if d, ok := strings.CutSuffix(v, "XX"); ok && len(d) == 2 {
		return d + "00-01-01", d + "99-12-31"
	}
	switch {
	case len(v) == 4:
		return v + "-01-01", v + "-12-31"
	case len(v) == 7 && v[5:] > "20": // a season
		n, _ := strconv.Atoi(v[5:])
		from, _ := time.Parse("2006-1", v[:5]+strconv.Itoa((n-20)*3))
		return from.Format(time.DateOnly), from.AddDate(0, 3, -1).Format(time.DateOnly)
	case len(v) == 7:
		from, _ := time.Parse("2006-01", v)
		return from.Format(time.DateOnly), from.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return v, v
}

// after is the day after one.
func after(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return d.AddDate(0, 0, 1).Format(time.DateOnly)
}

// agrees tells whether an expression has one of the readings.
func agrees(x *doc.Timex, want []string, ref string) bool {
	from, to := days(x.Value)
	for _, w := range want {
		p := strings.Split(w, "|")
		switch p[0] {
		case "d":
			if x.Kind == doc.Duration && seconds(x.Value) == p[1] || x.Kind == doc.Interval && ago(ref, p[1], from, x.Value) {
				return true
			}
		case "set":
			every, at, _ := strings.Cut(p[1], "T")
			if x.Kind == doc.Repeated && (every == "" || every == x.Value) && (at == "" || at == "MO" || strings.HasPrefix(x.Time, at)) {
				return true
			}
		case "c":
			if x.Time == p[1] {
				return true
			}
		case "t":
			if from == p[1] && (x.Time == p[2] || x.Time == "" && p[2] == "00:00") {
				return true
			}
		case "p":
			// "il y a deux ans" is a year here, a day there.
			if p[1] == "" || from == p[1] && from == to || byUnits(x.Rule) && from <= p[1] && p[1] <= to {
				return true
			}
		case "r":
			start := p[1] == "" || from == p[1]
			end := p[2] == "" || to == p[2] || after(to) == p[2]
			if start && end && (x.Time == "" || p[3] == "" || x.Time == p[3]) {
				return true
			}
		}
	}
	return false
}

// byUnits tells whether a rule counts units from the day of publication.
func byUnits(rule string) bool {
	return rule == "fr.date.ago" || rule == "fr.date.in" || rule == "fr.date.ago-about" || rule == "fr.note.ago"
}

// ago tells whether a length of time before the reference day falls into the
// period that an open interval begins with: "depuis 3 ans".
func ago(ref, length, from, value string) bool {
	d, err := time.Parse(time.DateOnly, ref)
	n, err2 := strconv.ParseFloat(length, 64)
	v, open := strings.CutSuffix(value, "/..")
	if err != nil || err2 != nil || !open {
		return false
	}
	_, to := days(v)
	day := d.Add(-time.Duration(n) * time.Second).Format(time.DateOnly)
	return from <= day && day <= to
}
