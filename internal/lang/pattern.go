package lang

import "readout/internal/doc"

// Pattern is one condition of a rule of attribution with what it gives: the
// lines maybe, when, unless and give of quotes/rules.txt, compiled. The head of
// that file describes the language in full.
type Pattern struct {
	Nodes  []PatternNode   // the first is where a search begins
	Unless [][]PatternNode // no match if all of one list are found
	Begin  PatternBegin
	Give   PatternGive
}

// PatternBegin says by what a search begins, so that a rule costs nothing where
// its first word does not stand.
type PatternBegin uint8

// The ways in which a pattern may begin.
const (
	BeginLemma  PatternBegin = 1 + iota // a word of PatternNode.Tests, by lemma
	BeginForm                           // by form
	BeginNoun                           // a noun of quotes/nouns.tsv
	BeginCue                            // a verb of quotes/cues.tsv
	BeginPhrase                         // a phrase of quotes/prepositions.tsv
	BeginQuote                          // the mark that opens a quotation
	BeginFound                          // nothing is searched: the words of a statement that the program\'s own rule found
)

// FoundNodes are the words that a condition on one of the program's own rules
// knows from the beginning, in this order: what the rule found.
func FoundNodes() []string { return []string{"cue", "source", "content"} }

// MaxPatternNodes is how many words one pattern may name.
const MaxPatternNodes = 12

// PatternNode is one word that a pattern asks for.
type PatternNode struct {
	Name  string
	Line  int
	Maybe bool // the pattern holds without it, too
	Link  PatternLink
	Tests []PatternTest
}

// PatternPlace is a stretch of words given by a node of the pattern, by its
// index.
type PatternPlace struct {
	Part        PatternPart
	Node, Other int8
}

// PatternPart says what of a node is meant.
type PatternPart uint8

// The parts of a node.
const (
	PartWord       PatternPart = 1 + iota // the word alone
	PartWords                             // with the words that belong to it: the verb group, "mise en garde"
	PartVerb                              // the verb group without its fixed words: "a donné" of "a donné son accord"
	PartRest                              // the fixed words behind the verb: "son accord"
	PartPhrase                            // the noun phrase, without preposition and relative clause
	PartTree                              // all that depends on it
	PartQuote                             // the quotation that it stands in
	PartFrom                              // from behind its preposition or conjunction to where such a content ends
	PartBehind                            // from the next word to where such a content ends
	PartAround                            // the clause around it: "…, selon X, …"
	PartAntecedent                        // what a relative pronoun before the verb takes up, or the object pronoun: before a quoted judgement
	PartUntil                             // all that depends on it, without its preposition, up to another word
	PartBetween                           // what stands between two words
	PartSpan                              // from one word to another, both with the words that belong to them
)

var patternParts = []string{"", "word", "words", "verb", "rest", "phrase", "tree", "quote", "from", "behind", "around", "antecedent", "until", "between", "span"}

// PatternLinkKind says how a node is found from one that is known.
type PatternLinkKind uint8

// The links between two nodes.
const (
	LinkNone    PatternLinkKind = iota // the first node
	LinkSame                           // the same word: further tests
	LinkChild                          // Y > rel: depends on Y
	LinkParent                         // Y < rel: Y depends on it
	LinkBelow                          // Y >> rel: stands anywhere under Y
	LinkAbove                          // Y << rel: stands anywhere above Y
	LinkBehind                         // behind Y
	LinkBefore                         // before Y
	LinkSubject                        // subject of Y: as the stage finds it, over coordination and inversion
	LinkObject                         // object of Y
	LinkAgent                          // agent of Y: who does what a passive says
	LinkAuthor                         // author of Y: whose word a noun of speech is
	LinkPatient                        // patient of Y: the subject of a passive, the noun of a participle
	LinkContent                        // content of Y: the head of what a conjunction, an infinitive, a quotation or a colon opens behind a verb of saying
	LinkHead                           // head of Y: the noun whose phrase begins there
	LinkEnd                            // end of Y: the last token of its phrase, of its quotation
)

// PatternLink leads from a known node to candidates for a new one.
type PatternLink struct {
	Kind   PatternLinkKind
	To     PatternPlace
	Rels   []doc.Deprel // none: any
	Within int32        // 0: to the border of the sentence
	Right  bool         // directly behind or before
}

// PatternIf is the question that a test asks of a word.
type PatternIf uint8

// The questions.
const (
	IfUPOS PatternIf = 1 + iota
	IfLemma
	IfForm
	IfFeat
	IfRel
	IfCase
	IfMark
	IfDet
	IfClass   // a class of quotes/words.tsv
	IfNoun    // a class of quotes/nouns.tsv
	IfCue     // a verb of quotes/cues.tsv
	IfPhrase  // a class of quotes/prepositions.tsv
	IfAct     // the act of the entry in the tables
	IfTakes   // a frame of the entry
	IfFits    // stands behind a word that the entry of another node takes
	IfKind    // the kind of actor
	IfState   // one of PatternState
	IfIn      // the kind of block
	IfWords   // how many words the quotation holds
	IfTo      // the addressee that the entry asks for
	IfTarget  // the target that it names
	IfOpened  // how the content of a verb of saying is opened
	IfHangs   // depends on a word of the group of another node
	IfLink    // stands so to another node: order, distance, relation
	IfSpeaker // may say what the cue of another node says
)

// PatternState is a property that needs no value.
type PatternState uint8

// The properties.
const (
	StateFinite     PatternState = iota // a finite verb, or a group with one
	StateInfinitive                     //
	StateGerund                         // a present participle or gerund
	StateParticiple                     // a past participle without auxiliary
	StatePassive                        // a verb of saying in the passive
	StateNegated                        // a negated verb of saying
	StateReflexive                      // its entry is reflexive
	StateMain                           // a finite verb outside relative clauses
	StateRelative                       // stands in a relative clause
	StateQuoted                         // inside quotation marks
	StateOpens                          // the mark that opens a quotation
	StateCloses                         // the mark that closes one
	StateClause                         // its quotation has a finite verb
	StateFirst                          // the first word of its sentence
	StateLast                           // only final punctuation follows in the sentence
	StateParagraph                      // the first token of its paragraph
	StateComma                          // a comma or a dash
	StateDash                           // a dash
	StateTime                           // belongs to a time expression
	StateSpeaks                         // may be a source
	StateSomeone                        // may be a source, or is any noun phrase that may act
	StateText                           // a text, a law, a poll
	StateTaken                          // stands in the content of a statement
	StateCued                           // is the cue of a statement
	StateCapital                        // begins with a capital
	StateStating                        // a verb of saying that may have a content behind it here
	StateInserted                       // stands in an incise, or in a phrase such as "selon X"
	StateIncise                         // the verb of an incise
	StateDone                           // a verb of saying that has its statement, or can have none
)

var patternStates = []string{"finite", "infinitive", "gerund", "participle", "passive", "negated", "reflexive", "main", "relative", "quoted",
	"opens", "closes", "clause", "first", "last", "paragraph", "comma", "dash", "time", "speaks", "someone", "text", "taken", "cued", "capital", "stating", "inserted", "incise", "done"}

// patternOpenings are the ways in which a content may open behind its verb; the
// stage counts them in this order.
var patternOpenings = []string{"that", "whether", "inf", "quote", "colon", "clause"}

// The kinds of actors that kind= asks for, as bits.
const (
	KindPerson  uint64 = 1 << iota // a person, by name or by office
	KindBody                       // an organisation
	KindPlace                      // a place or a state
	KindNamed                      // has a name
	KindRole                       // an office, a function
	KindPronoun                    // a pronoun or a possessive
	KindNoun                       // any other noun phrase that may act
	KindUnnamed                    // an anonymous source
	KindState                      // a state, or a capital that stands for one
)

var patternKinds = []string{"person", "body", "place", "named", "role", "pronoun", "noun", "unnamed", "state"}

// PatternTest is one condition on a word.
type PatternTest struct {
	If     PatternIf
	Not    bool
	None   bool     // the value none stands among the words
	Bits   uint64   // sets of classes, parts of speech, kinds, values of a feature
	Words  []string // forms, lemmas
	Rels   []doc.Deprel
	Feat   doc.Feature
	State  PatternState
	Part   PatternPart // IfLink: which part of this node
	Link   PatternLink // IfLink, IfFits, IfSpeaker: against what
	Lo, Hi int32       // IfWords
}

// PatternTerm is a part of what is given: a place without some others.
type PatternTerm struct {
	Place PatternPlace
	Minus []PatternPlace
}

// PatternGive is what a match gives. A part without value is not given.
type PatternGive struct {
	Cue, Source, To, Via, Target PatternPlace
	Content                      []PatternTerm
	Mode                         string // "" for what the marks tell
	Act                          string // "" for what the tables tell
	Negated                      bool
	Line                         int
}
