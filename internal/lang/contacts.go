package lang

// ContactVerb is one row of contacts/verbs.tsv.
type ContactVerb struct {
	Form     string // yes, no, passive: with se, without, in the passive
	Kind     string
	Frame    string // mutual, object, dative, place, place-object, invite
	Strength string // strong, weak, never
}

// ContactNoun is one row of contacts/nouns.tsv.
type ContactNoun struct {
	Kind     string
	Strength string // strong, weak, modified, never
	Also     string // kind that it may turn out to be
}

// ContactStatus is one row of contacts/status.tsv.
type ContactStatus struct {
	Negated bool
	Status  string
}

// Contacts is what finding contacts needs to know about words; all keys are lemmas.
type Contacts struct {
	Verbs      map[string][]ContactVerb
	Nouns      map[string]ContactNoun
	Modifiers  map[string]string // word beside the contact, kind
	Light      map[string]string // verb, what it gives: initiator, recipient, host
	Status     map[string][]ContactStatus
	Exclusions map[string]string // word, class: media, audience, event
	Links      map[string]string // word, role: with, between, of, to, at, initiative, …
}

var contactKinds = map[string]bool{"call": true, "meeting": true, "visit": true, "talks": true, "message": true, "summit": true}

func (r *reader) contacts() *Contacts {
	c := &Contacts{
		Verbs: map[string][]ContactVerb{}, Nouns: map[string]ContactNoun{}, Modifiers: map[string]string{},
		Light: map[string]string{}, Status: map[string][]ContactStatus{}, Exclusions: map[string]string{}, Links: map[string]string{},
	}
	kind := func(row Row) string {
		if !contactKinds[row.Get("kind")] {
			row.Fail("kind", "unknown kind %q", row.Get("kind"))
		}
		return row.Get("kind")
	}
	r.table("contacts/verbs.tsv", []string{"lemma", "form", "kind", "frame", "strength"}, func(row Row) {
		v := ContactVerb{row.Get("form"), kind(row), row.Get("frame"), row.Get("strength")}
		c.Verbs[row.Get("lemma")] = append(c.Verbs[row.Get("lemma")], v)
	})
	r.table("contacts/nouns.tsv", []string{"lemma", "kind", "strength"}, func(row Row) {
		c.Nouns[row.Get("lemma")] = ContactNoun{kind(row), row.Get("strength"), row.Get("also")}
	})
	r.table("contacts/modifiers.tsv", []string{"word", "kind"}, func(row Row) {
		c.Modifiers[row.Get("word")] = kind(row)
	})
	r.table("contacts/light.tsv", []string{"verb", "gives"}, func(row Row) {
		c.Light[row.Get("verb")] = row.Get("gives")
	})
	r.table("contacts/status.tsv", []string{"lemma", "polarity", "status"}, func(row Row) {
		s := ContactStatus{row.Get("polarity") == "negated", row.Get("status")}
		c.Status[row.Get("lemma")] = append(c.Status[row.Get("lemma")], s)
	})
	r.table("contacts/exclusions.tsv", []string{"word", "class"}, func(row Row) {
		c.Exclusions[row.Get("word")] = row.Get("class")
	})
	r.table("contacts/links.tsv", []string{"word", "role"}, func(row Row) {
		c.Links[row.Get("word")] = row.Get("role")
	})
	return c
}
