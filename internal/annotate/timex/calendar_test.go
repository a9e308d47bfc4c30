package timex

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestCalendar compares days with the standard library's over the whole range
// of years that texts speak of.
func TestCalendar(t *testing.T) {
	zero := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-800_000, 2_900_000).Draw(t, "day")
		want := zero.AddDate(0, 0, n)
		d := day(n)
		y, m, dd := d.civil()
		if y != want.Year() || m != int(want.Month()) || dd != want.Day() {
			t.Fatalf("%d is %d-%d-%d, not %v", n, y, m, dd, want)
		}
		if dayOf(y, m, dd) != d {
			t.Fatalf("there and back: %d, %d", dayOf(y, m, dd), d)
		}
		if w := int(want.Weekday()+6)%7 + 1; d.weekday() != w {
			t.Fatalf("weekday %d, not %d", d.weekday(), w)
		}
		for g := dayGrain; g <= century; g++ {
			p := around(g, d)
			if g != weekend && (d < p.first || d > p.last) || p.first > p.last {
				t.Fatalf("%v of %v is %v to %v", g, want, p.first, p.last)
			}
			if next := p.shift(g, 1); g != weekend && g != fortnight && next.first != p.last+1 {
				t.Fatalf("%v: %v is not followed by %v", g, p, next)
			}
		}
	})
}

func TestEdges(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{around(month, dayOf(2024, 1, 31).moved(month, 1)).edtf(), "2024-02"},
		{dayText(dayOf(2024, 1, 31).moved(month, 1)), "2024-02-29"},
		{dayText(dayOf(2023, 1, 31).moved(month, 1)), "2023-02-28"},
		{dayText(dayOf(2024, 2, 29).moved(year, 1)), "2025-02-28"},
		{around(week, dayOf(2024, 12, 31)).edtf(), "2024-12-30/2025-01-05"},
		{around(week, dayOf(2021, 1, 1)).edtf(), "2020-12-28/2021-01-03"},
		{around(season, dayOf(2024, 1, 15)).edtf(), "2023-24"},
		{around(season, dayOf(2024, 12, 1)).edtf(), "2024-24"},
		{around(season, dayOf(2024, 3, 1)).edtf(), "2024-21"},
		{around(decade, dayOf(1994, 5, 5)).edtf(), "199X"},
		{around(century, dayOf(1994, 5, 5)).edtf(), "19XX"},
		{around(quarter, dayOf(2024, 12, 31)).edtf(), "2024-10/2024-12"},
		{dayText(easter(2024)), "2024-03-31"},
		{dayText(easter(2038)), "2038-04-25"},
		{dayText(easter(1818)), "1818-03-22"},
		{dayText(dayOf(-44, 3, 15)), "-0044-03-15"},
	} {
		if c.got != c.want {
			t.Errorf("%s, not %s", c.got, c.want)
		}
	}
	if d, ok := nthWeekday(around(month, dayOf(2024, 5, 1)), 7, -1); !ok || dayText(d) != "2024-05-26" {
		t.Errorf("the last Sunday of May 2024 is not %s", dayText(d))
	}
	if _, ok := nthWeekday(around(month, dayOf(2024, 2, 1)), 1, 5); ok {
		t.Error("February 2024 has no fifth Monday")
	}
}

func TestDurations(t *testing.T) {
	for _, c := range []struct {
		n    float64
		g    grain
		want string
	}{
		{1, hour, "PT1H"}, {.5, hour, "PT30M"}, {1.5, hour, "PT1H30M"}, {48, hour, "PT48H"}, {8, year, "P8Y"}, {1.5, year, "P1Y6M"},
		{3, quarter, "P9M"}, {2, week, "P2W"}, {20, second, "PT20S"}, {6, decade, "P60Y"}, {-1, hour, ""}, {1e12, year, ""},
	} {
		if got, _ := durationOf(c.n, c.g, 0, noGrain); got != c.want {
			t.Errorf("%v %v: %q, not %q", c.n, c.g, got, c.want)
		}
	}
}
