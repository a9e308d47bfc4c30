package contact

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/text"
)

type span = text.Span

// perContact bounds how many earlier events a new one is compared with.
const perContact = 16

// keep adds an event, or lets it tell more about one already met: the same
// parties, a kind that agrees, dates that do not differ.
func (r *run) keep(e event) {
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact; i, n = i-1, n+1 {
		o := &r.found[i]
		if !sameParties(o.parties, e.parties) {
			continue
		}
		if r.same(o, &e) {
			r.absorb(o, &e)
			return
		}
	}
	e.last = e.sentence
	r.found = append(r.found, e)
}

// same tells whether two events of the same parties are one contact.
func (r *run) same(o, e *event) bool {
	if e.said {
		return true
	}
	if !sameKind(o, e) {
		return false
	}
	a, b := r.date(o), r.date(e)
	switch {
	case (e.since || o.since) && (a == "" || b == ""):
		return false
	case a != "" && b != "":
		if !overlap(a, b) {
			return false
		}
		return compatible(o.status, e.status)
	case e.again && e.sentence != o.sentence:
		return false
	case !compatible(o.status, e.status):
		return false
	}
	return e.definite || !e.noun || o.sentence == e.sentence || a == "" && b == "" || e.sentence-o.sentence <= 3
}

// sameKind: talks may turn out to be a call or a meeting.
func sameKind(o, e *event) bool {
	if o.kind == e.kind || o.kind == e.also || e.kind == o.also {
		return true
	}
	if o.kind == "talks" || e.kind == "talks" {
		other := o.kind
		if other == "talks" {
			other = e.kind
		}
		return other == "call" || other == "meeting"
	}
	return false
}

// compatible: a contact held is not one that was refused, but one planned may
// be called off.
func compatible(a, b string) bool {
	if a == b {
		return true
	}
	closed := func(s string) bool { return s == "cancelled" || s == "refused" || s == "denied" }
	if a == "denied" || b == "denied" {
		return false // what is said not to have been is not what may come
	}
	return isOpen(a) && (isOpen(b) || closed(b)) || isOpen(b) && closed(a) || closed(a) && closed(b)
}

// absorb takes over what a further mention of a contact tells.
func (r *run) absorb(o, e *event) {
	if o.when == none && (len(e.parties) > 1 || e.close) {
		o.when = e.when
	}
	if a, b := start(r.date(o)), start(r.date(e)); o.since && a != "" && len(b) > len(a) && strings.HasPrefix(b, a) && len(e.parties) > 1 {
		o.when, o.since = e.when, e.since // "depuis un an, le dernier appel remontant à septembre 2022"
	}
	if o.duration == none {
		o.duration = e.duration
	}
	if o.place.Empty() {
		o.place = e.place
	}
	if o.initiative == none {
		o.initiative = e.initiative
	}
	if o.kind == "talks" && !e.said || o.also == e.kind && e.also == "" {
		o.kind, o.also = e.kind, e.also
	}
	if o.kind == "call" {
		o.place = span{}
	}
	o.last = e.sentence
	closed := e.status == "cancelled" || e.status == "refused" || e.status == "denied"
	if closed {
		o.status = e.status
	}
	if o.weak && !e.weak {
		o.weak, o.evidence, o.rule = false, e.evidence, e.rule
	}
}

// anaphor: "l'appel, d'une heure," and "au cours d'un tête-à-tête" without both
// parties belong to the contact last spoken of, if the party that is there is one of it.
func (r *run) anaphor(e *event) {
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact; i, n = i-1, n+1 {
		o := &r.found[i]
		if e.sentence-o.sentence > 12 {
			return
		}
		if e.kind == "message" && e.definite && e.status == "denied" && o.kind == "message" && e.sentence-o.last <= 2 {
			o.status = "denied" // "Le parquet soutient n'avoir jamais reçu ces lettres"
			return
		}
		if !holds(o.parties, e.parties) {
			continue
		}
		if e.status == "denied" && sameKind(o, e) && (o.status == "cancelled" || o.status == "refused") {
			return
		}
		if e.definite && !e.again && sameKind(o, e) {
			a, b := r.date(o), r.date(e)
			if a == "" || b == "" || overlap(a, b) {
				r.absorb(o, e)
				return
			}
		}
		if e.weak || e.kind == "visit" || e.kind == "summit" || e.kind == "message" {
			return
		}
		if e.definite && !e.again && (e.status == "held" || !r.d.Tokens[e.token].Deprel.Is(doc.RelNsubj)) || e.bare || e.kind == "talks" && e.noun || len(e.parties) == 0 && e.sentence-o.sentence > 8 {
			return
		}
		if o.status != "held" && e.status == "held" {
			return
		}
		if e.when == none && e.status == "held" && (o.kind == "visit" || o.kind == "meeting") && e.sentence-o.last <= 3 {
			e.when = o.when // "Au cours d'un tête-à-tête", on that visit
		}
		e.parties = append([]int32(nil), o.parties...)
		if e.when == none {
			r.complete(e)
		}
		e.rule = "contact.anaphor"
		r.keep(*e)
		return
	}
	if p := r.mainPair(); len(r.found) == 0 && !r.complemented(e.token) && e.definite && len(p) == 2 && holds(p, e.parties) && (e.kind == "call" || e.kind == "meeting") {
		e.parties = append([]int32(nil), p...)
		e.rule = "contact.main-pair"
		r.keep(*e)
	}
}

// complemented: "l'appel du 2 décembre", "l'appel au calme".
func (r *run) complemented(t int32) bool {
	h := r.d.Tokens[t].Head
	found := h != none && r.role(t) == "of" && r.d.Tokens[t].Deprel.Is(doc.RelNmod) && r.maySpeak(h) // "les dix de l'appel du 2 décembre"
	r.phrases(t, func(c int32, role string) { found = found || (role == "of" || role == "to") && !r.isTime(c) })
	return found
}

func holds(all, some []int32) bool {
next:
	for _, x := range some {
		for _, y := range all {
			if x == y {
				continue next
			}
		}
		return false
	}
	return true
}

func sameParties(a, b []int32) bool { return len(a) == len(b) && holds(a, b) }

func (r *run) date(e *event) string {
	if e.when == none {
		return ""
	}
	return r.d.Timexes[e.when].Value
}

// overlap tells whether two dates may be one: equal, or one within the other
// ("2022-10", "2022-10-14").
func overlap(a, b string) bool {
	a, b = start(a), start(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.HasPrefix(b, a)
}

// start is the first day of an interval, without marks of doubt.
func start(v string) string {
	if i := strings.IndexByte(v, '/'); i >= 0 {
		if v[:i] == ".." {
			v = v[i+1:]
		} else {
			v = v[:i]
		}
	}
	if i := strings.IndexByte(v, 'T'); i > 0 {
		v = v[:i]
	}
	return strings.TrimRight(v, "~?%")
}

// write turns events into contacts.
func (r *run) write() {
	for i := range r.found {
		e := &r.found[i]
		value := ""
		switch {
		case e.when == none:
		case e.since:
			value = start(r.date(e))
		case e.shift != 0:
			value = r.shifted(e)
		case e.status == "planned" || e.status == "proposed":
			value = r.nextYear(e)
		}
		r.d.Contacts = append(r.d.Contacts, doc.Contact{
			Value: value,
			Kind:  e.kind, Parties: e.parties, Evidence: e.evidence, When: e.when, Status: e.status, Place: e.place,
			Duration: e.duration, Initiative: e.initiative, Told: e.told, Rule: e.rule,
		})
	}
}
