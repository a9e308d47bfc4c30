package lang

import "strings"

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
	// Pronouns gives the readings of a form, possessives apart from the rest.
	Pronouns map[string][]PronounForm
	// Houses gives the house an office speaks through: ministre, ministère.
	Houses map[string]string
	// Metonyms are keyed by the name as written.
	Metonyms map[string]Metonym

	patterns map[string]string
}

// Genitive is "noun of owner" as the language writes it, "" without a pattern.
func (c *Coref) Genitive(noun, owner string) string {
	p := c.patterns["genitive"]
	if owner != "" && strings.ContainsRune("AEIOUYHÉÈÂÎÔaeiouyhéèâîô", []rune(owner)[0]) && c.patterns["genitive-vowel"] != "" {
		p = c.patterns["genitive-vowel"]
	}
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
		Anaphors: map[string][]string{}, Pronouns: map[string][]PronounForm{},
		Houses: map[string]string{}, Metonyms: map[string]Metonym{}, patterns: map[string]string{},
	}
	r.table("coref/patterns.tsv", []string{"key", "pattern"}, func(row Row) {
		c.patterns[row.Get("key")] = row.Get("pattern")
	})
	r.table("coref/anaphors.tsv", []string{"lemma", "class"}, func(row Row) {
		c.Anaphors[row.Get("lemma")] = append(c.Anaphors[row.Get("lemma")], row.Get("class"))
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
	r.table("coref/houses.tsv", []string{"office", "house"}, func(row Row) {
		c.Houses[row.Get("office")] = row.Get("house")
	})
	r.table("coref/metonyms.tsv", []string{"name", "means", "country", "kind"}, func(row Row) {
		if strings.TrimSpace(row.Get("name")) == "" {
			row.Fail("name", "is empty")
		}
		c.Metonyms[row.Get("name")] = Metonym{row.Get("means"), row.Get("country"), row.Get("kind")}
	})
	return c
}
