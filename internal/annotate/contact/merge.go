package contact

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/text"
)

type span = text.Span

// mainPair is the two persons that a text about one contact is about: the two
// named most, if both are and nobody else is as often.
func (r *run) mainPair() []int32 {
	if r.pair != nil {
		return r.pair
	}
	r.pair = []int32{}
	a, b, third := none, none, 0
	count := func(e int32) int { return len(r.d.Entities[e].Mentions) }
	for i := range r.d.Entities {
		x := &r.d.Entities[i]
		if x.Kind != doc.ActorPerson || len(x.Members) > 0 || len(x.Mentions) < 2 || len(x.Names) == 0 || x.Role == "" || x.Role == x.Name {
			continue
		}
		e := int32(i)
		switch {
		case a == none || count(e) > count(a):
			a, b, e = e, a, b
		case b == none || count(e) > count(b):
			b, e = e, b
		}
		if e != none {
			third = max(third, count(e))
		}
	}
	if a != none && b != none && third < count(b) && r.d.Entities[a].Country != r.d.Entities[b].Country {
		r.pair = []int32{a, b}
	}
	return r.pair
}

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
	open := func(s string) bool {
		return s == "planned" || s == "proposed" || s == "requested" || s == "hypothetical"
	}
	closed := func(s string) bool { return s == "cancelled" || s == "refused" || s == "denied" }
	return open(a) && (open(b) || closed(b)) || open(b) && closed(a) || closed(a) && closed(b)
}

// absorb takes over what a further mention of a contact tells.
func (r *run) absorb(o, e *event) {
	if o.when == none && (len(e.parties) > 1 || e.close) {
		o.when = e.when
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
		if !holds(o.parties, e.parties) {
			continue
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
		if e.definite && !e.again && e.status == "held" || e.bare || e.kind == "talks" && e.noun || len(e.parties) == 0 && e.sentence-o.sentence > 8 {
			return
		}
		if o.status != "held" && e.status == "held" {
			return
		}
		if e.when == none && e.status == "held" && (o.kind == "visit" || o.kind == "meeting") && e.sentence-o.last <= 3 {
			e.when = o.when // "Au cours d'un tête-à-tête", on that visit
		}
		e.parties = append([]int32(nil), o.parties...)
		e.rule = "contact.anaphor"
		r.keep(*e)
		return
	}
	if p := r.mainPair(); len(r.found) == 0 && e.definite && len(p) == 2 && holds(p, e.parties) && (e.kind == "call" || e.kind == "meeting") {
		e.parties = append([]int32(nil), p...)
		e.rule = "contact.main-pair"
		r.keep(*e)
	}
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

// told notes which quotations were said by one party to the other: those of a
// party, told of in the past and not to the press, that follow the contact.
func (r *run) told() {
	if len(r.found) == 0 {
		return
	}
	for i := range r.d.Quotations {
		q := &r.d.Quotations[i]
		if i >= len(r.d.Attributions) || len(q.To) > 0 || q.Mode == doc.Direct && len(q.Via) == 0 || len(r.d.Attributions[i].By) != 1 || q.CueToken < 0 {
			continue
		}
		s := r.d.SentenceOf(q.CueToken)
		by := r.d.Attributions[i].By[0]
		if e := r.bond(by, s); e != nil && r.past(q.CueToken) {
			e.told = append(e.told, int32(i))
		}
	}
}

// bond is the contact of two persons, held, that a sentence still speaks of.
func (r *run) bond(by, s int32) *event {
	for i := len(r.found) - 1; i >= 0 && i > len(r.found)-perContact; i-- {
		e := &r.found[i]
		if e.sentence > s || s-e.last > 6 || e.status != "held" || e.kind == "message" || len(e.parties) != 2 || e.again {
			continue
		}
		if e.parties[0] != by && e.parties[1] != by {
			continue
		}
		other := e.parties[0]
		if other == by {
			other = e.parties[1]
		}
		if r.d.Entities[other].Kind == doc.ActorPerson && r.d.Entities[by].Kind == doc.ActorPerson {
			return e
		}
	}
	return nil
}

// past: the words were said then, not to the reporter now.
func (r *run) past(t int32) bool {
	k := &r.d.Tokens[t]
	for c := k.Child; c != none; c = r.d.Tokens[c].Next {
		if x := &r.d.Tokens[c]; x.Deprel.Is(doc.RelAux) && x.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) {
			return x.Feats.Has(doc.FeatTense, doc.TensePres)
		}
	}
	return k.Deprel.Is(doc.RelConj) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) || k.Feats.Has(doc.FeatVerbForm, doc.VerbFormGer)
}

// write turns events into contacts.
func (r *run) write() {
	for i := range r.found {
		e := &r.found[i]
		value := ""
		if e.since && e.when != none {
			value = start(r.date(e))
		}
		r.d.Contacts = append(r.d.Contacts, doc.Contact{
			Value: value,
			Kind:  e.kind, Parties: e.parties, Evidence: e.evidence, When: e.when, Status: e.status, Place: e.place,
			Duration: e.duration, Initiative: e.initiative, Told: e.told, Rule: e.rule,
		})
	}
}
