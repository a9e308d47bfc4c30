package record

import "readout/internal/doc"

// addressees is who a quotation was said to: who it names, or else the other
// parties of the call or meeting in which it was said ("Lecornu a réitéré …",
// in the account of a call with Choïgou).
func (b *builder) addressees(i int, a doc.Attribution) []int32 {
	if len(a.To) > 0 {
		return a.To
	}
	for _, c := range b.d.Contacts {
		for _, q := range c.Told {
			if int(q) != i {
				continue
			}
			var to []int32
			for _, p := range c.Parties {
				if !says(a.By, p) {
					to = append(to, p)
				}
			}
			return to
		}
	}
	return b.whoAsked(i, a)
}

// whoAsked is who a refusal, a promise or a consent answers: the one who, right
// before, has asked its speaker for something ("A demande une trêve à B. Celui-ci
// a refusé.").
func (b *builder) whoAsked(i int, a doc.Attribution) []int32 {
	s := b.sentenceOf(i)
	if s == doc.None || len(a.By) != 1 {
		return nil
	}
	switch b.d.Quotations[i].Act {
	case "refuse", "agree", "promise", "decline":
	default:
		return nil
	}
	for j := i - 1; j >= 0 && j > i-4 && j < len(b.d.Attributions); j-- {
		o := b.d.Attributions[j]
		if t := b.sentenceOf(j); t == doc.None || s-t > 2 || t > s || b.inTitle(j) != b.inTitle(i) {
			return nil
		}
		if !says(o.To, a.By[0]) || len(o.By) != 1 || o.By[0] == a.By[0] {
			continue
		}
		switch b.d.Quotations[j].Act {
		case "ask", "demand", "propose", "question":
			return o.By
		}
		return nil
	}
	return nil
}

func says(by []int32, p int32) bool {
	for _, x := range by {
		if x == p {
			return true
		}
	}
	return false
}

// contactWhen is the date of a contact, which may be only the beginning of what
// its time expression says ("ne se sont pas parlé depuis le 3 février").
func (b *builder) contactWhen(c *doc.Contact) *When {
	w := b.when(c.When)
	if w != nil && c.Value != "" {
		w.Value = c.Value
	}
	return w
}

// ownHouse tells whether a level of the chain is the speaker itself and adds
// nothing: "selon lui" inside his own words. A body's communiqué is a link, a
// person's own text is none; nor is what he wrote of himself ("Je leur ai
// proposé …, écrit-elle") left out.
func (b *builder) ownHouse(q *doc.Quotation, v *doc.Reporter, by, via []int32) bool {
	if len(by) != 1 || len(via) != 1 || by[0] != via[0] || int(by[0]) >= len(b.d.Entities) {
		return false
	}
	if b.d.Entities[by[0]].Kind != doc.ActorPerson {
		return v.Channel == ""
	}
	first := q.Speaker >= 0 && int(q.Speaker) < len(b.d.Tokens) && b.d.Tokens[q.Speaker].Feats.Has(doc.FeatPerson, doc.PersonFirst)
	return v.Channel != "" || !first
}
