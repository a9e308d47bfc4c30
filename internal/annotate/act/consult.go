package act

import (
	"strings"

	"readout/internal/doc"
)

// contactCodes are the codes of the kinds of contacts; a frame at the same
// words knows better who hosts and who visits.
var contactCodes = map[string]string{"call": "041", "meeting": "040", "visit": "042", "talks": "046", "message": "040", "summit": "040"}

// contactFacts says in the words of acts what became of a contact.
var contactFacts = map[string]string{
	"held": "held", "ongoing": "held", "planned": "planned", "proposed": "requested", "requested": "requested", "refused": "refused",
	"cancelled": "negated", "denied": "denied", "hypothetical": "hypothetical",
}

// consult makes an act of every contact.
func (r *run) consult() {
	for i := range r.d.Contacts {
		c := &r.d.Contacts[i]
		if len(c.Parties) < 2 || contactCodes[c.Kind] == "" {
			continue
		}
		first, end := r.tokens(c.Evidence)
		e := event{code: contactCodes[c.Kind], outer: none, inner: none, saying: none, quote: none, light: none, token: max(0, min(first, int32(len(r.d.Tokens))-1))}
		e.from.entities, e.to.entities = c.Parties[:1], c.Parties[1:]
		for t := first; t < end; t++ {
			if k, ok := r.event[t]; ok && strings.HasPrefix(r.events[k].code, "04") {
				r.direct(&e, &r.events[k], c)
				break
			}
		}
		if e.code == "042" || e.code == "043" {
			r.guest(&e, c)
		}
		if e.code == "040" && r.elsewhere(c) {
			e.code = "044"
		}
		e.fact = contactFacts[c.Status]
		if e.outer != none && r.events[e.outer].fact != "held" && r.events[e.outer].fact != "claimed" {
			continue // "ne refuse pas de négocier"
		}
		r.chain(&e, reading{claim: none})
		r.word(&e)
		if e.fact == open || e.fact == "" {
			continue
		}
		r.add(doc.Act{
			Code: e.code, Initiator: e.from.entities, Recipient: e.to.entities, Factuality: e.fact, When: c.When, Quotation: e.quote, Saying: none,
			Contact: int32(i), Via: e.via, ViaBy: e.viaBy, Evidence: c.Evidence, Rule: c.Rule,
		})
	}
}

// direct takes from a frame who went to whom, if the contact has these parties.
func (r *run) direct(e, x *event, c *doc.Contact) {
	if c.Kind == "visit" && (x.code == "042" || x.code == "043") || c.Kind == "meeting" && x.code < "045" && x.code != "041" {
		e.code = x.code
	}
	e.token, e.outer = x.token, x.outer
	if len(x.from.entities) == 0 {
		return
	}
	var from, to []int32
	for _, p := range c.Parties {
		in := false
		for _, y := range x.from.entities {
			in = in || y == p
		}
		if in {
			from = append(from, p)
		} else {
			to = append(to, p)
		}
	}
	if len(from) > 0 && len(to) > 0 {
		e.from.entities, e.to.entities = from, to
	}
}

// guest: who visits is not the one at whose place it is.
func (r *run) guest(e *event, c *doc.Contact) {
	place := r.countryOf(c)
	if place == "" || len(e.from.entities) == 0 || e.code == "043" {
		return
	}
	home := func(list []int32) bool {
		for _, x := range list {
			if r.d.Entities[x].Country != place {
				return false
			}
		}
		return true
	}
	if home(e.from.entities) && !home(e.to.entities) {
		e.from, e.to = e.to, e.from
	}
}

// elsewhere: a meeting in a country that none of the parties is of.
func (r *run) elsewhere(c *doc.Contact) bool {
	place := r.countryOf(c)
	if place == "" {
		return false
	}
	for _, p := range c.Parties {
		if x := r.d.Entities[p].Country; x == "" || x == place {
			return false
		}
	}
	return true
}

// countryOf is the country of a contact's place, "" if not known.
func (r *run) countryOf(c *doc.Contact) string {
	if c.Place.Empty() {
		return ""
	}
	first, end := r.tokens(c.Place)
	for t := first; t < end; t++ {
		if m := r.at[t]; m != none && r.d.Mentions[m].Country != "" {
			return r.d.Mentions[m].Country
		}
	}
	return ""
}
