package names

import "testing"

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Choïgou": "choigou", "ŁUKASZ": "lukasz", "Aydoğanlı": "aydoganli", "Œuvre": "oeuvre",
		"l’État": "l'etat", "abc": "abc", "Ångström": "angstrom", "\xff": "\xff",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSameWord(t *testing.T) {
	same := [][2]string{
		{"Choïgou", "Choïgu"}, {"Choïgou", "Shoigu"}, {"Tarassov", "Tarasoff"}, {"Tcherniavski", "Chernyavsky"},
		{"Valtchanov", "Valchanov"}, {"Wolańska", "Volanska"}, {"Gueorgui", "Georgy"}, {"Oleksiï", "Oleksiy"},
		{"Erdogan", "Erdoğan"}, {"Lavrov", "Lawrow"}, {"Netanyahou", "Netanyahu"},
		{"Guennadi", "Gennady"}, {"Mykhaïlo", "Mykhailo"}, {"Kadhafi", "Qadhafi"},
	}
	for _, p := range same {
		if !SameWord(p[0], p[1]) {
			t.Errorf("%s and %s are one name: keys %s, %s", p[0], p[1], Key(p[0]), Key(p[1]))
		}
	}
	other := [][2]string{
		{"Macron", "Marcin"}, {"Martin", "Merton"}, {"Lavrov", "Lvova"}, {"Nigeria", "Niger"}, {"Biden", "Boden"}, {"Dupont", "Dupond"},
		{"", ""}, {"Mali", "Malte"}, {"Iran", "Irak"},
	}
	for _, p := range other {
		if SameWord(p[0], p[1]) {
			t.Errorf("%s and %s are two names", p[0], p[1])
		}
	}
}

func TestInitials(t *testing.T) {
	c, a := Initials("Organisation des Nations unies")
	if c != "on" || a != "onu" {
		t.Errorf("got %q, %q", c, a)
	}
	if !IsAcronym("ONU") || !IsAcronym("CNDD-FDD") || IsAcronym("Onu") || IsAcronym("A") {
		t.Error("acronyms")
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Choïgou", "Shoigu")
	f.Fuzz(func(t *testing.T, a, b string) {
		if SameWord(a, b) != SameWord(b, a) {
			t.Errorf("SameWord(%q, %q) is not symmetric", a, b)
		}
		Words(a)
		Initials(a)
	})
}
