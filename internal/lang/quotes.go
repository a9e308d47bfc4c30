package lang

import (
	"slices"
	"strings"
)

// QuoteFrame is a set of the complements that a cue may take as its content.
type QuoteFrame uint16

// The frames that need no word of their own; see the head of quotes/cues.tsv.
const (
	FrameThat       QuoteFrame = 1 << iota // a finite clause behind a complementizer
	FrameWhether                           // an indirect question
	FrameInf                               // a bare infinitive
	FrameObj                               // any direct object
	FrameObjWord                           // an object headed by a word of nouns.tsv
	FrameObjMarked                         // an object with quotation marks in it
	FrameAttr                              // an object and what is said of it
	FrameAttrMarked                        // the same, with quotation marks in it
	FrameObjText                           // any direct object, when the subject is a text, a law or a poll
	FrameThatText                          // a clause, when the subject is a text or a body
	FrameSay                               // a bare quotation, a colon, an incise
)

var quoteFrames = map[string]QuoteFrame{
	"that": FrameThat, "whether": FrameWhether, "inf": FrameInf, "obj": FrameObj, "objw": FrameObjWord,
	"objq": FrameObjMarked, "objt": FrameObjText, "thatt": FrameThatText, "attr": FrameAttr, "attrq": FrameAttrMarked, "say": FrameSay,
}

// QuoteComplements is what a cue may take.
type QuoteComplements struct {
	Frames QuoteFrame
	Inf    []string   // words before an infinitive: "de", "à"
	That   []string   // words before "ce que": "à"
	Attr   []string   // words before what is said of the object: "de", "comme"
	Preps  [][]string // prepositions before a noun phrase, word by word: "de", "en faveur de"
}

// Has tells whether one of the frames is in the set.
func (c *QuoteComplements) Has(f QuoteFrame) bool { return c.Frames&f != 0 }

// QuoteCue is a verb by which somebody is said to say something.
type QuoteCue struct {
	Name      string
	Reflexive bool     // "se dire"
	Clitic    string   // a clitic that belongs to it: "en" in "s'en prendre"
	Rest      []string // fixed words behind the verb: "en", "garde"
	Act       string
	Negated   string // the act when negated, "" if the same
	Nominal   string // the act with a noun phrase as content, "" if the same
	To        string // "obj", a preposition, or ""
	Target    string // "obj", "content", a preposition, or ""
	QuoteComplements
}

// QuoteNounClass says what a noun of saying stands for.
type QuoteNounClass uint8

// The classes of quotes/nouns.tsv.
const (
	NounWord      QuoteNounClass = 1 + iota // an act of speech
	NounAttack                              // one only when its author is named
	NounIdea                                // only the object of a light verb
	NounText                                // a channel
	NounLaw                                 // says, but is no channel
	NounRelease                             // a channel that its house puts out: a release
	NounInterview                           // a channel that a medium opens: an interview
)

// QuoteNoun is a noun that is said, or that carries what is said.
type QuoteNoun struct {
	Rest  []string // further words of it: "en", "garde"
	Act   string
	Class QuoteNounClass
	QuoteComplements
}

// QuotePhraseClass says what a prepositional phrase tells of the source.
type QuotePhraseClass uint8

// The classes of quotes/prepositions.tsv.
const (
	PhraseSource QuotePhraseClass = 1 + iota
	PhraseWeak
	PhraseOwner
	PhraseText
	PhraseAnonymous
	PhraseChannel
	PhraseVoice
	PhraseAddressee
)

// QuotePhrase is a preposition, or a phrase used like one, that names a source.
type QuotePhrase struct {
	Words []string
	Class QuotePhraseClass
}

// QuoteEffect says what a verb does to the cue in the infinitive behind it.
type QuoteEffect uint8

// The classes of quotes/chains.tsv.
const (
	EffectSaid     QuoteEffect = 1 + iota // "a tenu à préciser": a statement
	EffectDeclined                        // "n'a pas souhaité commenter": one if negated
	EffectRefused                         // "a refusé de commenter"
	EffectTried                           // "a tenté de mettre en garde"
	EffectUnsaid                          // "devrait annoncer": none
)

// QuoteChain is a verb that may stand before the infinitive of a cue.
type QuoteChain struct {
	Rest      []string
	Reflexive bool
	Links     []string // "de", "à", or "-" for none
	Effect    QuoteEffect
}

// QuoteMark is a pair of quotation marks.
type QuoteMark struct {
	Open, Close string
	Class       string // pair, same, single, dash
}

// QuoteWord is the class of a small word that the rules ask for.
type QuoteWord uint64

// The classes of quotes/words.tsv; a word may have several.
const (
	WordThat QuoteWord = 1 << iota
	WordWhether
	WordSubordinator
	WordRelative
	WordNegation
	WordNegator
	WordCoordinator
	WordAdversative
	WordCliticSubject
	WordGerund
	WordPurpose
	WordAgent
	WordOwner
	WordFirst
	WordObjectClitic
	WordDativeClitic
	WordReflexive
	WordAs
	WordDemonstrative
	WordImpersonal
	WordInfinitive
	WordWithout
	WordBefore
	WordAfter
	WordSuch
	WordOf
	WordThing
	WordNobody
	WordAuxiliary
	WordCircumstance
	WordOccasion
	WordMeasure
	WordStandIn
	WordOwnChannel
	WordOn
	WordDative
	WordIf
	WordPerfect
	WordGoing
	WordWhose
	WordEvery
	WordEven
	WordCite
	WordAsks
	WordAnswers
	WordCondition
	WordConnector
	WordInterviewed
	WordOccasionNoun
)

var quoteWords = []string{"complementizer", "whether", "subordinator", "relative", "negation", "negator", "coordinator", "adversative",
	"clitic-subject", "gerund", "purpose", "agent", "owner", "first", "object-clitic", "dative-clitic", "reflexive", "as",
	"demonstrative", "impersonal", "infinitive", "without", "before", "after", "such", "of", "thing", "nobody", "auxiliary", "circumstance", "occasion", "measure", "stand-in", "own-channel", "on", "dative", "if", "perfect", "going", "whose", "every", "even", "cite", "asks", "answers", "condition", "connector", "interviewed", "occasion-noun"}

// QuoteAct is the act that a word of the content tells.
type QuoteAct struct{ Act, Negated string }

// Quotes is what a language says about who says what.
type Quotes struct {
	Cues    map[string][]QuoteCue    // by the lemma of the verb, the longest first
	Nouns   map[string][]QuoteNoun   // by the lemma of the first word, the longest first
	Phrases map[string][]QuotePhrase // by the first word, the longest first
	Chains  map[string][]QuoteChain  // by the lemma of the verb
	Marks   []QuoteMark
	Dative  string // the plain preposition of who is told
	Words   map[string]QuoteWord
	Said    map[string]QuoteAct // adjectives said of an object, by lemma
	Heads   map[string]QuoteAct // words that head a content, by lemma
	Ahead   map[string]QuoteAct // cues that promise what is to come, by name
	Talk    map[string]QuoteAct // words for saying more: to refuse it is to decline
	Openers map[string]QuoteAct // words that open what somebody says: « Jamais ! », by form
}

func (r *reader) quotes() Quotes {
	q := Quotes{Cues: map[string][]QuoteCue{}, Nouns: map[string][]QuoteNoun{}, Phrases: map[string][]QuotePhrase{},
		Chains: map[string][]QuoteChain{}, Words: map[string]QuoteWord{}, Said: map[string]QuoteAct{}, Heads: map[string]QuoteAct{}, Ahead: map[string]QuoteAct{}, Talk: map[string]QuoteAct{}, Openers: map[string]QuoteAct{}}
	r.table("quotes/words.tsv", []string{"class", "form"}, func(row Row) {
		i := slices.Index(quoteWords, row.Get("class"))
		if i < 0 {
			row.Fail("class", "unknown class %q", row.Get("class"))
			return
		}
		q.Words[row.Get("form")] |= 1 << i
		if quoteWords[i] == "dative" {
			q.Dative = row.Get("form")
		}
	})
	r.table("quotes/cues.tsv", []string{"cue", "act", "frames"}, func(row Row) { q.addCue(row) })
	r.table("quotes/nouns.tsv", []string{"noun", "act", "frames", "class"}, func(row Row) { q.addNoun(row) })
	r.table("quotes/prepositions.tsv", []string{"form", "class"}, func(row Row) { q.addPhrase(row) })
	r.table("quotes/chains.tsv", []string{"verb", "link", "effect"}, func(row Row) { q.addChain(row) })
	r.table("quotes/acts.tsv", []string{"lemma", "class", "act"}, func(row Row) {
		a := QuoteAct{checkAct(row, "act"), checkAct(row, "negated")}
		switch row.Get("class") {
		case "attribute":
			q.Said[row.Get("lemma")] = a
		case "head":
			q.Heads[row.Get("lemma")] = a
		case "ahead":
			q.Ahead[row.Get("lemma")] = a
		case "opener":
			q.Openers[row.Get("lemma")] = a
		case "talk":
			q.Talk[row.Get("lemma")] = a
		default:
			row.Fail("class", "unknown class %q", row.Get("class"))
		}
	})
	r.table("quotes/marks.tsv", []string{"open", "close", "class"}, func(row Row) {
		q.Marks = append(q.Marks, QuoteMark{row.Get("open"), row.Get("close"), row.Get("class")})
	})
	for _, l := range q.Cues {
		slices.SortStableFunc(l, func(a, b QuoteCue) int { return len(b.Rest)*2 + len(b.Clitic) - len(a.Rest)*2 - len(a.Clitic) })
	}
	for _, l := range q.Nouns {
		slices.SortStableFunc(l, func(a, b QuoteNoun) int { return len(b.Rest) - len(a.Rest) })
	}
	for _, l := range q.Phrases {
		slices.SortStableFunc(l, func(a, b QuotePhrase) int { return len(b.Words) - len(a.Words) })
	}
	return q
}

// quoteActs are the acts of docs/record.md.
var quoteActs = strings.Fields("state announce deny admit claim accuse condemn criticise warn threaten demand ask question propose promise " +
	"agree refuse praise thank condole apologise decline")

// QuoteActs are the acts in a fixed order.
func QuoteActs() []string { return slices.Clone(quoteActs) }

func checkAct(row Row, field string) string {
	a := row.Get(field)
	if a != "" && !slices.Contains(quoteActs, a) {
		row.Fail(field, "unknown act %q", a)
	}
	return a
}

// splitWords cuts at spaces and behind apostrophes: "s'en prendre" is three words.
func splitWords(s string) []string { return strings.Fields(strings.ReplaceAll(s, "'", "' ")) }

func (q *Quotes) addCue(row Row) {
	c := QuoteCue{Name: row.Get("cue"), Act: checkAct(row, "act"), Negated: checkAct(row, "negated"), Nominal: checkAct(row, "nominal"), To: row.Get("to"), Target: row.Get("target")}
	w := splitWords(c.Name)
	if len(w) > 1 && q.Words[w[0]]&WordReflexive != 0 {
		c.Reflexive, w = true, w[1:]
	}
	if len(w) > 1 && q.Words[w[0]]&WordObjectClitic != 0 {
		c.Clitic, w = w[0], w[1:]
	}
	if len(w) == 0 {
		row.Fail("cue", "empty cue")
		return
	}
	c.Rest = w[1:]
	c.QuoteComplements = complements(row)
	q.Cues[w[0]] = append(q.Cues[w[0]], c)
}

func (q *Quotes) addNoun(row Row) {
	n := QuoteNoun{Act: checkAct(row, "act"), QuoteComplements: complements(row)}
	n.Class = QuoteNounClass(1 + slices.Index([]string{"word", "attack", "idea", "text", "law", "release", "interview"}, row.Get("class")))
	w := splitWords(row.Get("noun"))
	if n.Class == 0 || len(w) == 0 {
		row.Fail("class", "unknown class %q", row.Get("class"))
		return
	}
	n.Rest = w[1:]
	q.Nouns[w[0]] = append(q.Nouns[w[0]], n)
}

func (q *Quotes) addPhrase(row Row) {
	p := QuotePhrase{Words: splitWords(row.Get("form"))}
	classes := []string{"source", "weak", "owner", "text", "anonymous", "channel", "voice", "addressee"}
	p.Class = QuotePhraseClass(1 + slices.Index(classes, row.Get("class")))
	if p.Class == 0 || len(p.Words) == 0 {
		row.Fail("class", "unknown class %q", row.Get("class"))
		return
	}
	q.Phrases[p.Words[0]] = append(q.Phrases[p.Words[0]], p)
}

func (q *Quotes) addChain(row Row) {
	w := splitWords(row.Get("verb"))
	c := QuoteChain{Links: row.List("link")}
	c.Effect = QuoteEffect(1 + slices.Index([]string{"said", "declined", "refused", "tried", "unsaid"}, row.Get("effect")))
	if len(w) > 1 && q.Words[w[0]]&WordReflexive != 0 {
		c.Reflexive, w = true, w[1:]
	}
	if c.Effect == 0 || len(w) == 0 {
		row.Fail("effect", "unknown effect %q", row.Get("effect"))
		return
	}
	c.Rest = w[1:]
	q.Chains[w[0]] = append(q.Chains[w[0]], c)
}

// complements reads the field frames.
func complements(row Row) QuoteComplements {
	var c QuoteComplements
	for _, f := range row.List("frames") {
		if f == "-" {
			continue
		}
		if bit, ok := quoteFrames[f]; ok {
			c.Frames |= bit
			continue
		}
		if p, ok := strings.CutSuffix(f, "+inf"); ok {
			c.Inf = append(c.Inf, p)
		} else if p, ok := strings.CutSuffix(f, "+that"); ok {
			c.That = append(c.That, p)
		} else if p, ok := strings.CutPrefix(f, "attr"); ok {
			c.Attr = append(c.Attr, p)
		} else {
			c.Preps = append(c.Preps, splitWords(f))
		}
	}
	return c
}
