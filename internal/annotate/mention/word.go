package mention

import (
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
)

// word is what the stage looks at in one token, worked out once.
type word struct {
	norm    uint32         // hash of Norm; lang.WordHash
	suffix  uint32         // hash of the last three bytes of Norm
	prefix  uint32         // hash of the first three bytes
	gaz     lang.NameClass // classes of the phrase of names/ that holds the token
	inside  uint8          // 1 on the phrase's first word, 2 on a later one, 0 outside
	lex     uint8          // bits of the full-form lexicon: lexFirst, …
	cluster uint8
	shape   shape
	field   bool // inside a field of government that belongs to an office
	site    bool // in the name of a street or a building
	start   bool // first word of its sentence, or after an opening mark there
}

// shape is how a form is written.
type shape uint8

const (
	small  shape = iota // "ministre"
	title               // "Lecornu"
	upper               // "ONU"
	single              // "A", "A."
	camel               // "BuzzFeed", "McCain", "Oudéa-Castera"
	digits              // "2024"
	mixed               // "G20", "M5S"
	sign                // "«"
)

// The bits of word.lex.
const (
	lexFirst  uint8 = 1 << iota // a first name
	lexFamily                   // a family name
	lexProper                   // another proper name
	lexTitle                    // "Mme"
	lexCommon                   // a common noun, adjective or verb in lower case
	lexSmall                    // a grammar word in lower case
	lexSeen                     // seen in lower case elsewhere in the document
)

func shapeOf(form string) shape {
	letters, uppers, digit, inner := 0, 0, 0, false
	first, _ := utf8.DecodeRuneInString(form)
	for i, r := range form {
		switch {
		case unicode.IsUpper(r):
			letters++
			uppers++
			inner = inner || i > 0
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digit++
		}
	}
	switch {
	case letters == 0 && digit > 0:
		return digits
	case letters == 0:
		return sign
	case digit > 0:
		if uppers > 0 {
			return mixed
		}
		return digits
	case uppers == letters && letters == 1:
		return single
	case uppers == letters:
		return upper
	case inner:
		return camel
	case unicode.IsUpper(first):
		return title
	}
	return small
}

// capital tells whether the form begins with, or is of, capitals.
func (w *word) capital() bool { return w.shape >= title && w.shape <= camel || w.shape == mixed }

// read works out the words of the document.
func (k *scratch) read(d *doc.Document, s *Stage) {
	n := len(d.Tokens)
	if cap(k.words) < n {
		k.words = make([]word, n+n/4)
	}
	k.words = k.words[:n]
	clear(k.words)
	for i := range d.Tokens {
		k.words[i].read(&d.Tokens[i], s.lex)
	}
	for _, sent := range d.Sentences {
		k.starts(d, sent)
	}
	k.gazetteer(d, s.names)
}

func (w *word) read(t *doc.Token, x *lang.Lexicon) {
	w.norm = lang.WordHash(t.Norm)
	w.shape = shapeOf(t.Form)
	w.suffix = lang.WordHash(t.Norm[max(0, len(t.Norm)-3):])
	w.prefix = lang.WordHash(t.Norm[:min(3, len(t.Norm))])
	if !w.capital() {
		return
	}
	e, ok := x.Lookup(t.Form)
	if !ok {
		e, _ = x.Find(t.Form)
	}
	w.cluster = e.Cluster()
	for i := range e.Len() {
		switch tag, _ := e.Tag(i); tag.Kind {
		case lang.FirstName:
			w.lex |= lexFirst
		case lang.FamilyName:
			w.lex |= lexFamily
		case lang.ProperName:
			w.lex |= lexProper
		case lang.TitleWord:
			w.lex |= lexTitle
		}
	}
	low, ok := x.FindLower(t.Form)
	if !ok {
		return
	}
	const content = 1<<doc.NOUN | 1<<doc.ADJ | 1<<doc.VERB | 1<<doc.ADV | 1<<doc.NUM
	if low.UPOS()&content != 0 {
		w.lex |= lexCommon
	}
	if low.UPOS()&^(content|1<<doc.PROPN) != 0 {
		w.lex |= lexSmall
	}
}

// starts marks the words that have their capital from their place: the first
// of the sentence and the first after signs there.
func (k *scratch) starts(d *doc.Document, s doc.Sentence) {
	for i := s.First; i < s.End; i++ {
		if k.words[i].shape == sign || d.Tokens[i].UPOS == doc.PUNCT {
			continue
		}
		k.words[i].start = true
		break
	}
	for i := s.First; i+1 < s.End; i++ {
		if f := d.Tokens[i].Form; f == "«" || f == ":" || f == "“" {
			k.words[i+1].start = true
		}
	}
}

// gazetteer marks the words of phrases of names/, longest first.
func (k *scratch) gazetteer(d *doc.Document, n *lang.Names) {
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; {
			m := n.Longest(d.Tokens[:s.End], i, k.words[i].norm, gazetteerClasses)
			if m.Words == 0 {
				i++
				continue
			}
			var all lang.NameClass
			for e := range m.Entries {
				if m.Entries[e].Fits(d.Tokens[i:i+m.Words], gazetteerClasses) {
					all |= m.Entries[e].Class
				}
			}
			for j := i; j < i+m.Words; j++ {
				k.words[j].gaz, k.words[j].inside = all, 2
			}
			k.words[i].inside = 1
			i += m.Words
		}
	}
}

// gazetteerClasses are the phrases that names and roles are made of.
const gazetteerClasses = lang.Country | lang.Capital | lang.People | lang.Place | lang.Body | lang.Seat | lang.Media |
	lang.Honorific | lang.Office | lang.Portfolio | lang.BodyNoun | lang.GroupNoun | lang.GivenName
