package doc

import "readout/internal/text"

// MentionKind says how a mention refers.
type MentionKind uint8

// The kinds of mentions.
const (
	Named   MentionKind = iota // "Sébastien Lecornu", "l'ONU", "Moscou"
	Role                       // "le ministre russe de la Défense", "son homologue", "la présidence"
	Pronoun                    // "il", "qui", "lui"
	Nominal                    // any other noun phrase that may act or speak: "des témoins", "les deux hommes"
)

// EntityType is the coarse type of what a mention names.
type EntityType uint8

// The types of entities.
const (
	NoType EntityType = iota
	Person
	Organization
	Location
)

// Mention is a noun phrase that refers to a possible actor.
type Mention struct {
	Kind    MentionKind
	Type    EntityType
	Span    text.Span // the whole phrase with role and apposition, without a relative clause
	Name    text.Span // the bare name inside it, if there is one: "Sébastien Lecornu"
	Role    text.Span // the role inside it, if there is one: "ministre français de la Défense"
	First   int32     // tokens of Span, half-open
	End     int32
	Head    int32  // head token
	Country string // ISO 3166 alpha-2 of a state, demonym or capital in it ("FR"), "" if none
	Office  string // id of the office in roles.tsv ("minister.defence"), "" if none
	Gender  uint8  // doc.GenderFem, doc.GenderMasc or 0
	Number  uint8  // doc.NumberSing, doc.NumberPlur or 0
	Unnamed bool   // an anonymous source: "une source diplomatique", "des témoins"
	Rule    string
}

// ActorKind is what an actor is.
type ActorKind uint8

// The kinds of actors.
const (
	ActorPerson ActorKind = iota
	ActorBody
	ActorState
	ActorGroup
	ActorAnonymous
)

// Entity is what several mentions of one document refer to.
type Entity struct {
	Kind     ActorKind
	Name     string   // the fullest name in the text
	Names    []string // every spelling, the fullest first
	Role     string   // function as the text gives it, "" if none
	Country  string   // ISO 3166 alpha-2, "" if unknown
	Mentions []int32  // indices into Document.Mentions
	Reasons  []string // why mentions were joined, parallel to Mentions
	Members  []int32  // the entities that a mention of several means: "les deux ministres"; empty for one entity
}

// TimexKind is the kind of a time expression.
type TimexKind uint8

// The kinds of time expressions.
const (
	Date TimexKind = iota
	Clock
	Duration
	Repeated
	Interval
)

// Timex is one expression of a date, a period or a duration.
type Timex struct {
	Deictic bool // a day counted from that of speaking: "hier", "aujourd'hui", "ce matin"
	Span    text.Span
	First   int32 // tokens, half-open
	End     int32
	Kind    TimexKind
	Value   string // EDTF level 1, or an ISO 8601 duration; "" if unresolved
	Grain   string // minute, hour, day, week, month, season, year, decade, century
	Time    string // clock time of day, "15:00"; "" if not given
	Anchor  string // what it was resolved against: published, discourse, absolute; "" if nothing
	Reason  string // why Value is empty: no-publication-date, vague, no-antecedent
	Rule    string
}

// Figure is a number with what it counts.
type Figure struct {
	Span     text.Span
	Value    float64
	Unit     string // the unit or counted noun as written
	Modifier string // "au moins", "près de", "" if none
	Rule     string
}

// Mode is how words are reported.
type Mode uint8

// The modes.
const (
	Indirect Mode = iota
	Direct
	Mixed
	Reported
)

// String is the mode as the record writes it.
func (m Mode) String() string {
	return [...]string{"indirect", "direct", "mixed", "reported"}[m&3]
}

// ParseMode is the mode of a name; Indirect if it is none.
func ParseMode(name string) Mode {
	for m := Indirect; m <= Reported; m++ {
		if m.String() == name {
			return m
		}
	}
	return Indirect
}

// Quotation is some content that the text puts in the mouth of a source by a cue.
type Quotation struct {
	Content   []text.Span
	Cue       text.Span // empty if none
	CueToken  int32     // head token of the cue, None if none
	Source    text.Span // empty if the text gives none there
	Speaker   int32     // token that heads the source's phrase; may stand in another sentence; None if unknown
	Addressee text.Span
	To        []int32 // head tokens of who is told, asked, warned, thanked
	Target    []int32 // head tokens of who is accused, condemned, praised
	Mode      Mode
	Act       string // state, deny, … as in gold/GUIDELINES.md
	Negated   bool
	When      int32 // index into Timexes, None if none
	Follows   int32 // index of the quotation this one goes on from without a cue of its own, or None
	Via       []Reporter
	Rule      string // stable id: fr.quote.que
}

// Reporter is one level of the chain by which words came, innermost first.
type Reporter struct {
	Source  text.Span
	Cue     text.Span
	Speaker int32  // token that heads the source's phrase, None if unknown
	Channel string // communiqué, interview, …; "" if not said
}

// Attribution resolves the people of one Quotation to Entities.
type Attribution struct {
	By     []int32 // indices into Entities
	To     []int32
	Target []int32
	Via    [][]int32 // one list for each Reporter
	Reason string    // the rule that chose By
}

// Contact is an exchange between two or more actors.
type Contact struct {
	Kind       string // call, meeting, visit, talks, message, summit
	Parties    []int32
	Evidence   text.Span
	When       int32  // index into Timexes, None if none
	Value      string // its date when it is not that of the expression: the day in "depuis le 3 février"; else ""
	Status     string // held, ongoing, planned, …
	Place      text.Span
	Duration   int32   // index into Timexes, None if none
	Initiative int32   // index into Entities, None if not said
	Told       []int32 // indices into Quotations of what the parties said to one another in it
	Rule       string
}

// Act is something done to somebody in the sense of the PLOVER and CAMEO codes.
type Act struct {
	Code         string // CAMEO
	Plover, Mode string
	Initiator    []int32   // indices into Entities
	Recipient    []int32   // indices into Entities
	From, To     text.Span // the words that name the two sides; empty if none do
	Factuality   string    // held, claimed, denied, planned, …
	When         int32     // index into Timexes, None if none
	Quotation    int32     // index of the quotation in whose words it is told, or None
	Saying       int32     // index of the quotation by which it is done, or None
	Contact      int32     // index of the contact that it is, or None
	Via          []Reporter
	ViaBy        [][]int32 // indices into Entities, one list for each Reporter
	Evidence     text.Span
	Rule         string // id of the frame
	Inner        string // id of the frame of the act inside it, "" if none
}
