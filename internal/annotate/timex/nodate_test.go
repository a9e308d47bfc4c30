package timex_test

import "testing"

// TestNoPublicationDate: relative expressions stay unresolved and say why;
// absolute ones and what leans on them are resolved all the same.
func TestNoPublicationDate(t *testing.T) {
	_, p := load(t)
	for _, c := range []struct{ in, want string }{
		{"Le ministre a parlé mercredi.", "null:no-publication-date"},
		{"Ils se verront la semaine prochaine.", "null:no-publication-date"},
		{"Il viendra le 12 mai.", "null:no-publication-date"},
		{"Il est détenu depuis mars.", "null:no-publication-date"},
		{"Il a signé le 12 mai 2021.", "2021-05-12"},
		{"L'appel a duré deux heures.", "PT2H"},
		{"Il reviendra le 30 février 2024.", "null:no-such-date"},
	} {
		d := read(p, c.in, "")
		if len(d.Timexes) != 1 || shown(d.Timexes[0]) != c.want {
			t.Errorf("%s\n  found %v, want %s", c.in, d.Timexes, c.want)
		}
	}
	d := read(p, "Il a signé le 12 mai 2021. La veille, il avait hésité.", "")
	if len(d.Timexes) != 2 || d.Timexes[1].Value != "2021-05-11" || d.Timexes[1].Anchor != "discourse" {
		t.Errorf("found %v", d.Timexes)
	}
}
