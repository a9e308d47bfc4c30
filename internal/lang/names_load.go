package lang

import (
	"readout/internal/doc"
)

// names reads the tables of names/. The borders of words come from segment/.
func (r *reader) names(seg *Segment) *Names {
	n := &Names{root: make(map[uint32]int32, 1<<13), next: make(map[uint64]int32, 1<<13), offices: map[[2]string]string{}}
	l := &nameLoader{names: n, seg: seg}
	r.table("names/prefixes.tsv", []string{"form"}, func(row Row) { l.prefixes = append(l.prefixes, row.Get("form")) })
	r.table("names/countries.tsv", []string{"iso", "state", "name", "other", "capital", "people"}, l.country)
	r.table("names/places.tsv", []string{"country", "class", "form"}, l.place)
	r.table("names/bodies.tsv", []string{"country", "office", "class", "gender", "form"}, l.body)
	l.names.Mastheads = map[uint32]bool{}
	l.names.Purposes = map[uint32]bool{}
	r.table("names/purposes.tsv", []string{"form"}, func(row Row) { l.names.Purposes[WordHash(row.Get("form"))] = true })
	r.table("names/mastheads.tsv", []string{"form"}, func(row Row) { l.names.Mastheads[WordHash(row.Get("form"))] = true })
	l.names.Sites = map[uint32]Site{}
	r.table("names/sites.tsv", []string{"form", "loose", "place"}, func(row Row) {
		l.names.Sites[WordHash(row.Get("form"))] = Site{row.Get("loose") == "1", row.Get("place") == "1"}
	})
	l.names.Particles = map[uint32]bool{}
	r.table("names/particles.tsv", []string{"form", "capital"}, func(row Row) {
		l.names.Particles[WordHash(row.Get("form"))] = row.Get("capital") == "1"
	})
	r.table("names/titles.tsv", []string{"form", "gender", "number", "role"}, l.title)
	r.table("names/roles.tsv", []string{"id", "scope", "portfolio", "masc", "fem", "mascpl", "fempl"}, l.role)
	r.table("names/portfolios.tsv", []string{"id", "form"}, func(row Row) {
		l.add(row.Get("form"), NameEntry{Class: Portfolio, ID: row.Get("id")}, false)
	})
	r.table("names/nouns.tsv", []string{"class", "id", "gender", "sing", "plur"}, l.noun)
	r.table("names/firstnames.tsv", []string{"form", "gender"}, func(row Row) {
		l.add(row.Get("form"), NameEntry{Class: GivenName, Gender: genderOf(row), Number: doc.NumberSing}, true)
	})
	r.table("names/offices.tsv", []string{"office", "country", "means"}, func(row Row) {
		n.offices[[2]string{row.Get("office"), row.Get("country")}] = row.Get("means")
	})
	return n
}

type nameLoader struct {
	names    *Names
	seg      *Segment
	prefixes []string // of offices
}

func (l *nameLoader) add(form string, e NameEntry, cased bool) {
	if form != "" {
		l.names.add(l.seg, form, e, cased)
	}
}

func genderOf(row Row) uint8 {
	switch g := row.Get("gender"); g {
	case "m":
		return doc.GenderMasc
	case "f":
		return doc.GenderFem
	case "":
		return 0
	default:
		row.Fail("gender", "m, f or nothing, not %q", g)
		return 0
	}
}

func (l *nameLoader) country(row Row) {
	e := NameEntry{Class: Country, Country: row.Get("iso"), ID: "territory"}
	if row.Get("state") == "1" {
		e.ID = "state"
	}
	for _, name := range append([]string{row.Get("name")}, row.List("other")...) {
		l.add(name, e, true)
	}
	e.Class, e.ID = Capital, "capital"
	for _, name := range row.List("capital") {
		l.add(name, e, true)
	}
	l.people(row, row.List("people"), row.Get("iso"))
}

// people adds demonyms, four forms each: masculine and feminine, singular and plural.
func (l *nameLoader) people(row Row, forms []string, country string) {
	if len(forms)%4 != 0 {
		row.Fail("people", "%d forms, not four for each", len(forms))
		return
	}
	for i, form := range forms {
		e := NameEntry{Class: People, ID: "people", Country: country, Gender: doc.GenderMasc, Number: doc.NumberSing}
		base := i - i%4
		if i%2 == 1 {
			e.Gender = doc.GenderFem
		}
		if i%4 > 1 {
			e.Number = doc.NumberPlur
		}
		if forms[base] == forms[base+1] {
			e.Gender = 0
		}
		if forms[base] == forms[base+2] && i%2 == 0 {
			e.Number = 0
		}
		l.add(form, e, false)
	}
}

func (l *nameLoader) place(row Row) {
	switch class := row.Get("class"); class {
	case "region", "city":
		l.add(row.Get("form"), NameEntry{Class: Place, ID: class, Country: row.Get("country")}, true)
	case "people":
		l.people(row, row.List("form"), row.Get("country"))
	default:
		row.Fail("class", "region, city or people, not %q", class)
	}
}

func (l *nameLoader) body(row Row) {
	e := NameEntry{Class: Body, ID: row.Get("office"), Country: row.Get("country"), Gender: genderOf(row)}
	switch class := row.Get("class"); class {
	case "body":
	case "metonym":
		e.Class = Seat
	case "media":
		e.Class = Media
	default:
		row.Fail("class", "body, metonym or media, not %q", class)
	}
	l.add(row.Get("form"), e, true)
}

func (l *nameLoader) title(row Row) {
	e := NameEntry{Class: Honorific, ID: row.Get("role"), Gender: genderOf(row), Number: doc.NumberSing}
	if row.Get("number") == "p" {
		e.Number = doc.NumberPlur
	}
	l.add(row.Get("form"), e, true)
}

func (l *nameLoader) role(row Row) {
	e := NameEntry{Class: Office, ID: row.Get("id"), Scope: row.Get("scope"), Portfolio: row.Get("portfolio") == "1"}
	for _, f := range [...]struct {
		column, other  string
		gender, number uint8
	}{
		{"masc", "fem", doc.GenderMasc, doc.NumberSing}, {"fem", "masc", doc.GenderFem, doc.NumberSing},
		{"mascpl", "fempl", doc.GenderMasc, doc.NumberPlur}, {"fempl", "mascpl", doc.GenderFem, doc.NumberPlur},
	} {
		e.Gender, e.Number = f.gender, f.number
		form := row.Get(f.column)
		if row.Get(f.other) == form {
			e.Gender = 0
		}
		l.add(form, e, false)
		for _, p := range l.prefixes {
			if form != "" {
				l.add(p+form, e, false)
			}
		}
	}
}

func (l *nameLoader) noun(row Row) {
	e := NameEntry{ID: row.Get("id"), Gender: genderOf(row)}
	switch class := row.Get("class"); class {
	case "body":
		e.Class = BodyNoun
	case "group":
		e.Class = GroupNoun
	case "source":
		e.Class = SourceNoun
	default:
		row.Fail("class", "body, group or source, not %q", class)
	}
	sing, plur := row.Get("sing"), row.Get("plur")
	if sing == plur {
		l.add(sing, e, false) // "pays" is either
		return
	}
	e.Number = doc.NumberSing
	l.add(sing, e, false)
	e.Number = doc.NumberPlur
	l.add(plur, e, false)
}
