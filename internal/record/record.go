// Package record is the record of one document: who said what to whom, when,
// and on whose word, with every field pointing at words of the text. It is the
// product's JSON contract; docs/record.md describes each field.
//
// Offsets are Unicode code points of Record.Text, end exclusive. Lists are
// never null; what is not known is null or "".
package record

// Record is one document's record, one line of `--format jsonl`.
type Record struct {
	Doc        string      `json:"doc"`
	SHA256     string      `json:"sha256"`
	Lang       string      `json:"lang"`
	Encoding   string      `json:"encoding,omitempty"` // how the file was written, if not plain UTF-8
	Title      string      `json:"title"`
	Outlet     string      `json:"outlet,omitempty"`
	URL        string      `json:"url,omitempty"`
	Published  Published   `json:"published"`
	Text       string      `json:"text"`
	Actors     []Actor     `json:"actors"`
	Statements []Statement `json:"statements"`
	Contacts   []Contact   `json:"contacts"`
	Acts       []Act       `json:"acts"`
	Times      []Time      `json:"times"`
	Figures    []Figure    `json:"figures"`
	Remarks    []Remark    `json:"remarks"`
}

// Span is some words of the text.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Published is the day the text came out and where that was read; Value is ""
// if it is not known.
type Published struct {
	Value string `json:"value"`
	From  string `json:"from"`
	// Updated is the day of a later change that the text names.
	Updated string `json:"updated,omitempty"`
}

// Actor is a person, body, state or group that speaks, is spoken to or meets.
type Actor struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Names   []string `json:"names"`
	Kind    string   `json:"kind"`
	Role    string   `json:"role"`
	Country string   `json:"country,omitempty"`
}

// When is a resolved date with the words it was read from.
type When struct {
	Value string `json:"value"`
	Span  *Span  `json:"span"`
}

// Via is one level of the chain by which words came, innermost first.
type Via struct {
	Source  *Span    `json:"source"`
	Cue     *Span    `json:"cue"`
	By      []string `json:"by"`
	Channel string   `json:"channel"`
}

// Statement is some content that the text puts in the mouth of a source.
type Statement struct {
	ID        string   `json:"id"`
	Content   []Span   `json:"content"`
	Cue       *Span    `json:"cue"`
	Source    *Span    `json:"source"`
	By        []string `json:"by"`
	Addressee *Span    `json:"addressee"`
	To        []string `json:"to"`
	Target    []string `json:"target"`
	Mode      string   `json:"mode"`
	Act       string   `json:"act"`
	When      *When    `json:"when"`
	Negated   bool     `json:"negated"`
	Via       []Via    `json:"via"`
	Rule      string   `json:"rule"`
	ByRule    string   `json:"by_rule,omitempty"` // what chose By
}

// Contact is an exchange between two or more actors.
type Contact struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Parties    []string `json:"parties"`
	When       *When    `json:"when"`
	Status     string   `json:"status"`
	Evidence   Span     `json:"evidence"`
	Place      *Span    `json:"place"`
	Duration   *string  `json:"duration"`
	Initiative *string  `json:"initiative"`
	Rule       string   `json:"rule"`
}

// Act is something done to somebody in the PLOVER and CAMEO sense.
type Act struct {
	ID         string   `json:"id"`
	Plover     string   `json:"plover"`
	Mode       string   `json:"mode"`
	Cameo      string   `json:"cameo"`
	Initiator  []string `json:"initiator"`
	Recipient  []string `json:"recipient"`
	Factuality string   `json:"factuality"`
	When       *When    `json:"when"`
	Statement  *string  `json:"statement"` // in whose content it is told
	Contact    *string  `json:"contact"`   // that it is
	Evidence   Span     `json:"evidence"`
	From       *Span    `json:"from"`   // words that name the initiator
	To         *Span    `json:"to"`     // words that name the recipient
	Saying     *string  `json:"saying"` // statement by which it is done
	Via        []Via    `json:"via"`    // on whose word it is told, innermost first
	Rule       string   `json:"rule"`
	Inner      string   `json:"inner,omitempty"` // rule of the act inside it
}

// Time is one time expression; Value is null if it can't be resolved, and
// Reason says why.
type Time struct {
	Span
	Value  *string `json:"value"`
	Grain  string  `json:"grain"`
	Anchor string  `json:"anchor"`
	Reason string  `json:"reason,omitempty"`
}

// Figure is a number with what it counts and the statement that gives it.
type Figure struct {
	Span
	Value     float64 `json:"value"`
	Unit      string  `json:"unit"`
	Modifier  string  `json:"modifier"`
	Statement *string `json:"statement"`
}

// Remark is something that could not be settled.
type Remark struct {
	Stage string `json:"stage"`
	Code  string `json:"code"`
	Span  *Span  `json:"span"`
	Arg   string `json:"arg,omitempty"`
}
