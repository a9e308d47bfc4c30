package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"readout/internal/record"
)

// Exchange is one contact as all documents together tell of it.
type Exchange struct {
	Kind     string   `json:"kind"`
	Parties  []Party  `json:"parties"`
	Dated    Dated    `json:"dated"`
	When     string   `json:"when,omitempty"` // the most exact date of its tellings, EDTF
	Statuses []string `json:"statuses"`       // several if the accounts differ
	// Previous is the last contact before it of the same parties that took
	// place, as an index of the list; -1 if none is known.
	Previous int       `json:"-"`
	Gap      *Gap      `json:"previous,omitempty"`
	Tellings []Contact `json:"tellings"`
}

// Party is one who takes part, under the name that the documents use most.
type Party struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Role string `json:"role,omitempty"`
	id   int
}

// Gap is how long before a contact the same parties had their last one.
type Gap struct {
	When     string `json:"when"`     // date of the one before, EDTF
	Duration string `json:"duration"` // ISO 8601: days below two months, then months
}

// Exchanges puts together what the documents tell of one contact: the same
// parties, kinds that agree, dates of which one lies in the other. Two accounts of
// a call are one exchange with two tellings. They come in the order of days,
// those without a date last.
func Exchanges(found []Contact, ids []Identity, locals []Local) []Exchange {
	who := identityOf(ids, locals)
	var out []Exchange
	for i := range found {
		c := &found[i]
		parties := partiesOf(c, ids, who)
		at := slices.IndexFunc(out, func(x Exchange) bool { return x.holds(c, parties) })
		if at < 0 {
			out = append(out, Exchange{Kind: c.Held.Kind, Parties: parties, Dated: c.Dated, When: valueOf(c), Previous: -1})
			at = len(out) - 1
		}
		out[at].add(c)
	}
	slices.SortStableFunc(out, func(a, b Exchange) int {
		if x := cmp.Compare(rank(a.Dated), rank(b.Dated)); x != 0 {
			return x
		}
		return cmp.Compare(a.Dated.Day(), b.Dated.Day())
	})
	for i := range out {
		out[i].precede(out[:i])
	}
	return out
}

// actorKey is an actor of one document.
type actorKey struct{ document, actor string }

func identityOf(ids []Identity, locals []Local) map[actorKey]int {
	by := map[ActorID]int{}
	for i := range ids {
		for _, m := range ids[i].Members {
			by[m] = i
		}
	}
	out := make(map[actorKey]int, len(locals))
	for _, l := range locals {
		if i, ok := by[l.ID]; ok {
			out[actorKey{l.Document, l.Actor.ID}] = i
		}
	}
	return out
}

func partiesOf(c *Contact, ids []Identity, who map[actorKey]int) []Party {
	var out []Party
	for _, p := range c.Held.Parties {
		x := Party{Name: p, id: -1}
		for _, a := range c.Actors {
			if a.ID == p {
				x.Name, x.Kind, x.Role = a.Name, a.Kind, a.Role
			}
		}
		if i, ok := who[actorKey{c.Document.SHA256, p}]; ok {
			x.Name, x.id = ids[i].Name, i
		}
		out = append(out, x)
	}
	return out
}

// holds tells whether a document's contact is this one.
func (x *Exchange) holds(c *Contact, parties []Party) bool {
	if !sameParties(x.Parties, parties) || !kindsAgree(x.Kind, c.Held.Kind) {
		return false
	}
	a, b := x.Dated, c.Dated
	if a.By != "when" || b.By != "when" {
		return false // without a date nobody can tell
	}
	return a.From <= b.From && b.To <= a.To || b.From <= a.From && a.To <= b.To
}

// sameParties tells whether two contacts have the same identities. A party
// that the register does not know is nobody else.
func sameParties(a, b []Party) bool {
	if len(a) != len(b) {
		return false
	}
	for _, p := range a {
		if p.id < 0 || !slices.ContainsFunc(b, func(q Party) bool { return q.id == p.id }) {
			return false
		}
	}
	return true
}

// kindsAgree: talks of which the form is not said may be a call or a meeting.
func kindsAgree(a, b string) bool {
	if a == b {
		return true
	}
	open := func(a, b string) bool { return a == "talks" && (b == "call" || b == "meeting" || b == "summit") }
	return open(a, b) || open(b, a)
}

func (x *Exchange) add(c *Contact) {
	if x.Kind == "talks" {
		x.Kind = c.Held.Kind
	}
	if days(c.Dated) < days(x.Dated) {
		x.Dated, x.When = c.Dated, valueOf(c)
	}
	if !slices.Contains(x.Statuses, c.Held.Status) {
		x.Statuses = append(x.Statuses, c.Held.Status)
	}
	x.Tellings = append(x.Tellings, *c)
}

// Took tells whether somebody tells that it took place.
func (x *Exchange) Took() bool {
	return slices.Contains(x.Statuses, "held") || slices.Contains(x.Statuses, "ongoing")
}

// precede finds the last contact before, of those in the order of days.
func (x *Exchange) precede(earlier []Exchange) {
	if x.Dated.By != "when" || x.Dated.From == "" {
		return
	}
	for i := len(earlier) - 1; i >= 0; i-- {
		e := &earlier[i]
		if e.Dated.By != "when" || e.Dated.To == "" || e.Dated.To >= x.Dated.From || e.Kind == "message" || !e.Took() || !sameParties(e.Parties, x.Parties) {
			continue
		}
		x.Previous = i
		x.Gap = &Gap{When: e.When, Duration: gap(e.Dated.To, x.Dated.From)}
		if coarse := max(days(e.Dated), days(x.Dated)) > 7; coarse && strings.HasSuffix(x.Gap.Duration, "D") {
			x.Gap.Duration = "P" + strconv.Itoa(monthsBetween(e.Dated.From, x.Dated.From)) + "M" // "September" to "October" is no day
		}
		return
	}
}

// gap is the time from one day to another, in whole days below two months, in
// whole months above.
func gap(from, to string) string {
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		return ""
	}
	months := (b.Year()-a.Year())*12 + int(b.Month()) - int(a.Month())
	if b.Day() < a.Day() && !lastOfMonth(b) {
		months--
	}
	if months < 2 {
		return "P" + strconv.Itoa(int(b.Sub(a).Hours()/24)) + "D"
	}
	return "P" + strconv.Itoa(months) + "M"
}

// monthsBetween is how many months the second of two days lies after the first,
// at least one, whatever the day of the month.
func monthsBetween(from, to string) int {
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		return 1
	}
	return max(1, (b.Year()-a.Year())*12+int(b.Month())-int(a.Month()))
}

func lastOfMonth(t time.Time) bool { return t.AddDate(0, 0, 1).Month() != t.Month() }

func valueOf(c *Contact) string {
	if c.Held.When == nil {
		return ""
	}
	return c.Held.When.Value
}

// days is how long a range is, to choose the most exact one.
func days(d Dated) int {
	a, err1 := time.Parse(time.DateOnly, d.From)
	b, err2 := time.Parse(time.DateOnly, d.To)
	if d.By != "when" || err1 != nil || err2 != nil {
		return 1 << 30
	}
	return int(b.Sub(a).Hours() / 24)
}

// rank puts what has a date of its own first.
func rank(d Dated) int {
	if d.By == "when" {
		return 0
	}
	return 1
}

// Evidence is where a telling names the contact.
func Evidence(c *Contact) (record.Span, int) {
	if len(c.Places) > 0 {
		return c.Places[0].Span, c.Places[0].Line
	}
	return c.Held.Evidence, 0
}
