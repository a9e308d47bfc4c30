package record

import (
	"fmt"

	"readout/internal/doc"
)

// acts carries the acts over: what is done to whom, and on whose word.
func (b *builder) acts() []Act {
	out := make([]Act, 0, len(b.d.Acts))
	for i := range b.d.Acts {
		a := &b.d.Acts[i]
		x := Act{
			ID: fmt.Sprintf("e%d", i+1), Plover: a.Plover, Mode: a.Mode, Cameo: a.Code, Initiator: b.names(a.Initiator), Recipient: b.names(a.Recipient),
			Factuality: a.Factuality, When: b.when(a.When), Statement: b.statementID(a.Quotation), Saying: b.statementID(a.Saying),
			Evidence: b.span(a.Evidence), From: b.maybe(a.From), To: b.maybe(a.To), Via: []Via{}, Rule: a.Rule, Inner: a.Inner,
		}
		if a.Contact >= 0 && int(a.Contact) < len(b.d.Contacts) {
			id := fmt.Sprintf("c%d", a.Contact+1)
			x.Contact = &id
			x.When = b.contactWhen(&b.d.Contacts[a.Contact])
		} else if x.When == nil && a.Saying >= 0 && int(a.Saying) < len(b.whens) {
			x.When = b.whens[a.Saying]
		}
		for k, v := range a.Via {
			x.Via = append(x.Via, Via{Source: b.maybe(v.Source), Cue: b.maybe(v.Cue), By: b.names(a.ViaBy[k]), Channel: v.Channel})
		}
		out = append(out, x)
	}
	return out
}

// statementID is the id of the statement that a quotation became, nil if none.
func (b *builder) statementID(q int32) *string {
	if q == doc.None || int(q) >= len(b.said) || b.said[q] == "" {
		return nil
	}
	return &b.said[q]
}
