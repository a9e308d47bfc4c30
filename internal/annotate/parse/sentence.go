package parse

import (
	"readout/internal/doc"
	"readout/internal/linear"
)

// node is what the features see of one token, hashed once.
type node struct {
	word  uint32
	lemma uint32
	tag   uint32 // part of speech
	fine  uint32 // with the verb form, and the word itself for small words
	morph uint32 // with gender, number, person, mood
	feats doc.Feats
	class uint32 // what the lexicon says the form may be, or its ending
	frame uint32 // what the verb takes
	quote uint32 // inside quotation marks or not, after a colon
	punct uint16 // how many before this one in the sentence: punctuation,
	comma uint16 // commas,
	verbs uint16 // finite verbs
	num   uint8
	gen   uint8
	per   uint8
}

// sentence is a sentence made ready for the features.
type sentence struct {
	m     *Model
	n     int
	t     []node // t[0] stands for "none", then the tokens, then padding for "past the end"
	total node   // counts of the whole sentence
	end   uint32 // hash of what the sentence ends with
}

const (
	seedNone = 0x51ed270b
	seedEnd  = 0x2545f491
	padding  = 4
)

func edge(h uint32) node {
	return node{word: h, lemma: h, tag: h, fine: h, morph: h, class: h, frame: h, quote: h}
}

// at gives a token; none and positions past the end are allowed.
func (s *sentence) at(i int32) *node { return &s.t[i+1] }

// prepare reads the tokens into s.
func (s *sentence) prepare(m *Model, tokens []doc.Token) {
	s.m, s.n = m, len(tokens)
	s.t = append(s.t[:0], edge(seedNone))
	var count node
	open := false
	after := uint32(0)
	for i := range tokens {
		t := &tokens[i]
		x := m.node(t)
		class := punctClass(t)
		if class == openQuote || class == anyQuote && !open {
			open = true
		} else if class == closeQuote || class == anyQuote {
			open = false
		}
		if class == colon {
			after = 2
		}
		x.quote = after
		if open {
			x.quote++
		}
		x.punct, x.comma, x.verbs = count.punct, count.comma, count.verbs
		s.t = append(s.t, x)
		if t.UPOS == doc.PUNCT {
			count.punct++
			if class == comma {
				count.comma++
			}
		}
		if finite(t) {
			count.verbs++
		}
	}
	s.total = count
	s.end = seedEnd
	if s.n > 0 {
		s.end = s.t[s.n].fine
	}
	for range padding {
		x := edge(seedEnd)
		x.punct, x.comma, x.verbs = count.punct, count.comma, count.verbs
		s.t = append(s.t, x)
	}
}

func finite(t *doc.Token) bool {
	return (t.UPOS == doc.VERB || t.UPOS == doc.AUX) && t.Feats.Get(doc.FeatVerbForm) == doc.VerbFormFin
}

type punct uint8

const (
	noPunct punct = iota
	otherPunct
	comma
	colon
	openQuote
	closeQuote
	anyQuote
)

// punctClass knows the marks of punctuation that all languages we read share.
func punctClass(t *doc.Token) punct {
	if t.UPOS != doc.PUNCT {
		return noPunct
	}
	switch t.Norm {
	case ",":
		return comma
	case ":":
		return colon
	case "«", "“", "„":
		return openQuote
	case "»", "”":
		return closeQuote
	case "\"", "''", "``":
		return anyQuote
	}
	return otherPunct
}

// node hashes one token.
func (m *Model) node(t *doc.Token) node {
	f := t.Feats
	tag := spread(uint32(t.UPOS) + 1)
	x := node{feats: f, tag: tag, num: f.Get(doc.FeatNumber), gen: f.Get(doc.FeatGender), per: f.Get(doc.FeatPerson)}
	x.word = wordHash(t.Norm)
	x.lemma = x.word
	if t.Lemma != "" && t.UPOS != doc.NUM {
		x.lemma = linear.Finish(linear.HashString(t.Lemma))
	}
	form := uint32(f.Get(doc.FeatVerbForm))<<4 | uint32(f.Get(doc.FeatPronType))
	x.fine = spread(tag + form<<8)
	m.lexical(&x, t)
	switch t.UPOS {
	case doc.ADP, doc.CCONJ, doc.SCONJ, doc.PUNCT:
		x.fine = spread(tag ^ x.lemma)
	case doc.PRON:
		x.fine = spread(x.fine + uint32(f.Get(doc.FeatCase))<<2 + uint32(f.Get(doc.FeatReflex)))
	case doc.AUX, doc.VERB:
		x.fine = spread(x.fine + uint32(f.Get(doc.FeatVoice))<<2)
	}
	x.morph = spread(x.fine + uint32(x.num) + uint32(x.gen)<<2 + uint32(x.per)<<4 + uint32(f.Get(doc.FeatMood))<<6 + uint32(f.Get(doc.FeatTense))<<9 + uint32(f.Get(doc.FeatNumType))<<12)
	return x
}

// lexical looks the token up. Numbers of classes are made of parts of speech and
// kinds, so that a new edition of the lexicon keeps them.
func (m *Model) lexical(x *node, t *doc.Token) {
	e, _ := m.lex.Find(t.Form)
	if e.Known() {
		h := uint32(e.UPOS())
		for i := range e.Len() {
			tag, _ := e.Tag(i)
			h = spread(h ^ uint32(tag.Kind))
			if tag.UPOS == t.UPOS && x.frame == 0 {
				x.frame = uint32(e.Frame(i))
			}
		}
		x.class = h
		return
	}
	x.class = linear.Finish(linear.HashString(ending(t.Norm)))
}

// ending is the last three letters or so.
func ending(s string) string {
	if len(s) <= 3 {
		return s
	}
	s = s[len(s)-3:]
	for len(s) > 1 && s[0]&0xc0 == 0x80 {
		s = s[1:]
	}
	return s
}

// wordHash hashes a word; numbers count by their length only.
func wordHash(norm string) uint32 {
	digits := norm != ""
	for i := 0; i < len(norm); i++ {
		if norm[i] < '0' || norm[i] > '9' {
			digits = false
			break
		}
	}
	if digits {
		return spread(0xd1617 + uint32(min(len(norm), 6)))
	}
	return linear.Finish(linear.HashString(norm))
}

func spread(h uint32) uint32 { return linear.Finish(h*2654435761 + 0x9e3779b9) }
