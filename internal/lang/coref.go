package lang

import (
	"strings"
	"unicode/utf8"

	"readout/internal/names"
)

// PronounClass says how a pronoun refers.
type PronounClass uint8

// The classes of pronouns.
const (
	PronounNone PronounClass = iota
	PronounSubject
	PronounObject
	PronounStrong
	PronounPossessive
	PronounRelative
	PronounDemonstrative
	PronounReflexive
	PronounIndefinite
	PronounBoth // "tous deux", "l'un et l'autre"
)

var pronounClasses = map[string]PronounClass{
	"subject": PronounSubject, "object": PronounObject, "strong": PronounStrong, "possessive": PronounPossessive,
	"relative": PronounRelative, "demonstrative": PronounDemonstrative, "reflexive": PronounReflexive,
	"indefinite": PronounIndefinite, "both": PronounBoth,
}

// PronounForm is one row of coref/pronouns.tsv.
type PronounForm struct {
	Class  PronounClass
	Person uint8
	Gender uint8 // 1 feminine, 2 masculine, as in doc; 0 any
	Number uint8 // 1 plural, 3 singular, as in doc; 0 any
}

// Metonym is a name that stands for a body or a state, from coref/metonyms.tsv.
type Metonym struct {
	Means   string
	Country string
	Kind    string // body, state, union, place
}

// Coref is what resolving references needs to know about words.
type Coref struct {
	// Anaphors gives the classes of a lemma: counterpart, person, document, body-ngo, …
	Anaphors map[string][]string
	// Folded is the same by the lemma without accents, as words of names are kept.
	Folded map[string][]string
	// Pronouns gives the readings of a form, possessives apart from the rest.
	Pronouns map[string][]PronounForm
	// Houses gives the house an office speaks through: ministre, ministère.
	Houses map[string]House
	// Metonyms are keyed by the name as written.
	Metonyms map[string]Metonym

	// Offices gives the offices that an office's phrase may take up besides its
	// own; Relative holds those that only say what somebody is to another.
	Offices  map[string][]string
	Relative map[string]bool
	// Unique holds the offices of which a state has one: "le chef de l'État" needs no more words.
	Unique map[string]bool
	// UniqueBare holds those of which that is so if no complement follows: "le président".
	UniqueBare map[string]bool
	// Loose holds professions, which may take up a person whose other office the
	// text gave: "la députée", of the leader of a party.
	Loose map[string]bool
	// States gives the plain name of a state by its ISO code, and its adjective.
	States map[string]StateName
	// Demonyms gives the state of an adjective or noun of its people, in small letters.
	Demonyms map[string]string
	// StateNames are the names of states and of their capitals, in small letters;
	// other places of a country do not stand for it.
	StateNames map[string]bool

	// Weights is how much each thing says for an entity as what a pronoun means.
	Weights [weights]int32

	patterns map[string]string
}

// House is one row of coref/houses.tsv.
type House struct {
	Name     string
	Feminine bool
}

// StateName is how the language names a state.
type StateName struct {
	Name      string
	Masculine string // "russe", of a ministry
	Feminine  string
}

// Genitive is "noun of owner" as the language writes it, the owner a noun
// phrase without article ("cabinet du président"); "" without a pattern.
func (c *Coref) Genitive(noun, owner string, feminine bool) string {
	key := "genitive-m"
	if feminine {
		key = "genitive-f"
	}
	if r, _ := utf8.DecodeRuneInString(owner); strings.ContainsRune(c.patterns["vowels"], r) {
		key = "genitive-vowel"
	}
	p := c.patterns[key]
	return strings.NewReplacer("{1}", noun, "{2}", owner).Replace(p)
}

// Is tells whether a lemma has a class.
func (c *Coref) Is(lemma, class string) bool {
	for _, k := range c.Anaphors[lemma] {
		if k == class {
			return true
		}
	}
	return false
}

func (r *reader) coref() *Coref {
	c := &Coref{
		Anaphors: map[string][]string{}, Folded: map[string][]string{}, Pronouns: map[string][]PronounForm{},
		Houses: map[string]House{}, Metonyms: map[string]Metonym{}, patterns: map[string]string{},
		Offices: map[string][]string{}, Relative: map[string]bool{}, Unique: map[string]bool{}, UniqueBare: map[string]bool{}, Loose: map[string]bool{}, States: map[string]StateName{}, Demonyms: map[string]string{}, StateNames: map[string]bool{},
	}
	r.table("coref/offices.tsv", []string{"office", "takes"}, func(row Row) {
		c.Unique[row.Get("office")] = row.Get("unique") == "1"
		c.UniqueBare[row.Get("office")] = row.Get("unique") == "bare"
		c.Loose[row.Get("office")] = row.Get("unique") == "0"
		if row.Get("takes") == "-" {
			c.Relative[row.Get("office")] = true
			return
		}
		c.Offices[row.Get("office")] = row.List("takes")
	})
	r.states(c)
	r.weights(c)
	r.table("coref/patterns.tsv", []string{"key", "pattern"}, func(row Row) {
		c.patterns[row.Get("key")] = row.Get("pattern")
	})
	r.table("coref/anaphors.tsv", []string{"lemma", "class"}, func(row Row) {
		c.Anaphors[row.Get("lemma")] = append(c.Anaphors[row.Get("lemma")], row.Get("class"))
		f := names.Fold(row.Get("lemma"))
		c.Folded[f] = append(c.Folded[f], row.Get("class"))
	})
	r.table("coref/pronouns.tsv", []string{"form", "class", "person", "gender", "number"}, func(row Row) {
		p := PronounForm{Class: pronounClasses[row.Get("class")]}
		if p.Class == PronounNone {
			row.Fail("class", "unknown class %q", row.Get("class"))
		}
		switch row.Get("person") {
		case "1", "2", "3":
			p.Person = row.Get("person")[0] - '0'
		default:
			row.Fail("person", "%q is not 1, 2 or 3", row.Get("person"))
		}
		p.Gender = map[string]uint8{"f": 1, "m": 2}[row.Get("gender")]
		p.Number = map[string]uint8{"p": 1, "s": 3}[row.Get("number")]
		c.Pronouns[row.Get("form")] = append(c.Pronouns[row.Get("form")], p)
	})
	r.table("coref/houses.tsv", []string{"office", "house", "gender"}, func(row Row) {
		c.Houses[row.Get("office")] = House{row.Get("house"), row.Get("gender") == "f"}
	})
	r.table("coref/metonyms.tsv", []string{"name", "means", "country", "kind"}, func(row Row) {
		if strings.TrimSpace(row.Get("name")) == "" {
			row.Fail("name", "is empty")
		}
		c.Metonyms[row.Get("name")] = Metonym{row.Get("means"), row.Get("country"), row.Get("kind")}
	})
	return c
}

// states reads the names of states and of their people.
func (r *reader) states(c *Coref) {
	r.table("names/countries.tsv", []string{"iso", "name", "people"}, func(row Row) {
		s := StateName{Name: row.Get("name")}
		for _, column := range [...]string{"name", "other", "capital"} {
			for _, n := range row.List(column) {
				c.StateNames[strings.ToLower(n)] = true
			}
		}
		for _, form := range row.List("people") {
			c.Demonyms[strings.ToLower(form)] = row.Get("iso")
		}
		if p := row.List("people"); len(p) > 1 {
			s.Masculine, s.Feminine = p[0], p[1]
		}
		c.States[row.Get("iso")] = s
	})
}
