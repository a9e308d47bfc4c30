package lang

import (
	"io/fs"
	"strings"
)

// ActCode is one row of acts/codes.tsv, the table of all languages: what PLOVER
// calls a CAMEO code.
type ActCode struct {
	Plover, Mode string
}

// ActOuter is a class of acts that are done upon another act: demanding,
// refusing, threatening.
type ActOuter struct {
	// Factuality is what the outer act makes of the inner one.
	Factuality string
	// ByRecipient tells that the inner act is the recipient's: who is asked to
	// pay is the one who pays.
	ByRecipient bool
	// To is who of the inner act is the recipient of an outer one that names none:
	// doer, recipient, other.
	To string
}

// ActRow is a row of the table outer × inner: the longest fitting beginning of
// the inner code decides.
type ActRow struct {
	Inner, Code string
}

// NoAct in the table says that the two together are no act: to announce that one
// resigns.
const NoAct = "-"

// ActLight is a verb that lends its parties to a noun: "apporter son soutien".
type ActLight struct {
	Link      string // object, or the preposition that brings the noun
	Initiator bool   // the subject does it; else it is done to the subject
}

// ActFactor is a word that governs an act, or stands beside it, and tells
// whether it took place.
type ActFactor struct {
	Negated    bool   // only under a negation
	Mark       bool   // a conjunction or preposition before the verb
	Factuality string // "same": the word's own form decides; "by": its subject claims it
}

// Acts is what finding acts needs to know of a language, and the codes of all.
type Acts struct {
	Frames  []ActFrame
	Verbs   map[string][]FrameWord
	Nouns   map[string][]FrameWord
	Codes   map[string]ActCode
	Outers  map[string]ActOuter
	Algebra map[string][]ActRow
	Words   map[string][]string // lemma → classes
	Light   map[string][]ActLight
	Factors map[string][]ActFactor
	Links   map[string]string // preposition, role: dative, of, by; "" for any other
}

// FrameWord is a frame as one of its words evokes it.
type FrameWord struct {
	Frame     *ActFrame
	Reflexive bool     // the verb with its pronoun
	Preps     []string // of a noun: what brings the object of the verb
}

var actFactualities = map[string]bool{
	"held": true, "claimed": true, "denied": true, "planned": true, "requested": true, "refused": true,
	"hypothetical": true, "negated": true, "historical": true, "hearsay": true, "same": true, "by": true, "?": true,
}

// acts reads the tables of codes at the root, which all languages share, and
// the language's own.
func (r *reader) acts(root fs.FS) *Acts {
	a := &Acts{
		Verbs: map[string][]FrameWord{}, Nouns: map[string][]FrameWord{}, Words: map[string][]string{}, Light: map[string][]ActLight{},
		Factors: map[string][]ActFactor{}, Links: map[string]string{},
	}
	shared := &reader{fsys: root}
	shared.actCodes(a)
	r.errs = append(r.errs, shared.errs...)
	r.table("acts/links.tsv", []string{"word", "role"}, func(row Row) { a.Links[row.Get("word")] = row.Get("role") })
	r.table("acts/words.tsv", []string{"class", "words"}, func(row Row) {
		for _, w := range row.List("words") {
			a.Words[w] = append(a.Words[w], row.Get("class"))
		}
	})
	r.table("acts/light.tsv", []string{"verb", "link", "gives"}, func(row Row) {
		if g := row.Get("gives"); g != "initiator" && g != "recipient" {
			row.Fail("gives", "initiator or recipient, not %q", g)
		}
		for _, v := range row.List("verb") {
			a.Light[v] = append(a.Light[v], ActLight{row.Get("link"), row.Get("gives") == "initiator"})
		}
	})
	r.table("acts/factors.tsv", []string{"words", "when", "factuality"}, func(row Row) {
		f := ActFactor{row.Get("when") == "negated", row.Get("when") == "mark", row.Get("factuality")}
		if !actFactualities[f.Factuality] {
			row.Fail("factuality", "unknown factuality %q", f.Factuality)
		}
		for _, w := range row.List("words") {
			a.Factors[w] = append(a.Factors[w], f)
		}
	})
	r.frames(a)
	return a
}

// actCodes reads what holds for all languages.
func (r *reader) actCodes(a *Acts) {
	a.Codes, a.Outers, a.Algebra = map[string]ActCode{}, map[string]ActOuter{}, map[string][]ActRow{}
	r.table("acts/codes.tsv", []string{"code", "plover", "mode"}, func(row Row) {
		if _, ok := a.Codes[row.Get("code")]; ok {
			row.Fail("code", "a second row for %s", row.Get("code"))
		}
		a.Codes[row.Get("code")] = ActCode{row.Get("plover"), row.Get("mode")}
	})
	r.table("acts/outers.tsv", []string{"outer", "inner", "by", "to"}, func(row Row) {
		o := ActOuter{row.Get("inner"), row.Get("by") == "recipient", row.Get("to")}
		if !actFactualities[o.Factuality] {
			row.Fail("inner", "unknown factuality %q", o.Factuality)
		}
		a.Outers[row.Get("outer")] = o
	})
	r.table("acts/algebra.tsv", []string{"outer", "inner", "code"}, func(row Row) {
		outer, code := row.Get("outer"), row.Get("code")
		if _, ok := a.Outers[outer]; !ok {
			row.Fail("outer", "no outer %q in outers.tsv", outer)
		}
		if _, ok := a.Codes[code]; !ok && code != NoAct {
			row.Fail("code", "no code %q in codes.tsv", code)
		}
		for _, inner := range row.List("inner") {
			a.Algebra[outer] = append(a.Algebra[outer], ActRow{inner, code})
		}
	})
}

// Compose is the code of an outer act upon an inner one, "" if the table has none.
func (a *Acts) Compose(outer, inner string) string {
	best := ActRow{}
	for _, row := range a.Algebra[outer] {
		if strings.HasPrefix(inner, row.Inner) && len(row.Inner) > len(best.Inner) {
			best = row
		}
	}
	if best.Code == NoAct {
		return ""
	}
	return best.Code
}
