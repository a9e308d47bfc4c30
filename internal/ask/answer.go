package ask

import "readout/internal/register"

// Status says what became of a question.
type Status string

// The statuses.
const (
	Answered      Status = "answered"
	Nothing       Status = "nothing"        // understood, and no passage says it
	Unknown       Status = "unknown-actor"  // somebody asked about is not in the records
	NotUnderstood Status = "not-understood" // see Nearest
)

// Answer is what was understood of a question and the passages that answer it.
type Answer struct {
	Question string    `json:"question"`
	Status   Status    `json:"status"`
	Query    *Query    `json:"query"`    // nil if the question was not understood
	Passages []Passage `json:"passages"` // in the order of days; for the kind last the latest comes first
	More     int       `json:"more"`     // passages left out because of the limit
	Nearest  []Passage `json:"nearest"`  // by full-text search, when there is no answer
	Notes    []Note    `json:"notes"`
}

// Query is what was understood.
type Query struct {
	Kind     string   `json:"kind"` // exchange, last, contacts, who, said
	Pattern  string   `json:"pattern"`
	A        *Party   `json:"a,omitempty"`
	B        *Party   `json:"b,omitempty"`
	About    string   `json:"about,omitempty"` // as written in the question
	Acts     []string `json:"acts,omitempty"`
	Contacts []string `json:"contacts,omitempty"` // kinds
	Period
}

// Period is the days that a question is about, "" for open.
type Period struct {
	Since string `json:"since,omitempty"`
	Until string `json:"until,omitempty"`
}

// Party is somebody asked about and who that is held to be.
type Party struct {
	Words string               `json:"words"` // as written in the question
	Found []register.Candidate `json:"found"` // several if the words fit several
}

// Why says why a passage is shown.
type Why string

// The reasons.
const (
	SaidTo      Why = "said-to"      // one of the two said it to the other
	SaidJointly Why = "said-jointly" // both said it
	SaidAt      Why = "said-at"      // said by one of the two in the sentence that tells of their contact
	SaidNear    Why = "said-near"    // said by one of the two on the day of their contact, to whom is not told
	Said        Why = "said"         // said by who was asked about
	SaidAround  Why = "said-around"  // the words asked for stand beside what was said, not in it
	Targeted    Why = "targeted"     // said of or to who was asked about
	InContact   Why = "contact"      // tells of a contact
	NotHeld     Why = "contact-not-held"
	Similar     Why = "similar" // only has the words of the question
)

// Passage is a place of a stored text with what the record says of it. Exactly
// one of Statement and Contact is set, neither for Similar.
type Passage struct {
	Why       Why                 `json:"why"`
	Document  register.Document   `json:"document"`
	Places    []register.Place    `json:"places"`
	Dated     register.Dated      `json:"dated"`
	Statement *register.Statement `json:"statement,omitempty"`
	Contact   *register.Contact   `json:"contact,omitempty"`
}

// Note is something the reader must know about an answer.
type Note struct {
	Code string   `json:"code"`
	Args []string `json:"args"`
}

// The codes of notes.
const (
	NoteAmbiguous   = "ambiguous"    // words, then the names of all who fit
	NoteUnknown     = "unknown"      // words that nobody in the records is called by
	NoteVagueDate   = "vague-date"   // words of a date that could not be resolved: no limit was set
	NoteCounterpart = "counterpart"  // words whose office could not be told from the other party
	NoteUndated     = "undated"      // contacts are told of without a date
	NoteNotHeld     = "not-held"     // only contacts that did not take place are told of
	NoteAround      = "words-around" // the words stand only beside statements, not in them
	NoteActingFor   = "acting-for"   // words for a state: those who speak for it are shown too
	NoteOtherWords  = "other-words"  // words, taken as a subject because nobody is called so
)
