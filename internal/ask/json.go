package ask

import (
	"encoding/json"

	"readout/internal/record"
	"readout/internal/register"
)

// MarshalJSON writes a passage with each thing once: the document, the place,
// and the statement or contact as the record has it, with the actors it names.
func (p Passage) MarshalJSON() ([]byte, error) {
	out := struct {
		Why       Why               `json:"why"`
		Document  register.Document `json:"document"`
		Places    []register.Place  `json:"places"`
		Dated     register.Dated    `json:"dated"`
		Actors    []record.Actor    `json:"actors,omitempty"`
		Statement *record.Statement `json:"statement,omitempty"`
		Contact   *record.Contact   `json:"contact,omitempty"`
	}{Why: p.Why, Document: p.Document, Places: p.Places, Dated: p.Dated}
	switch {
	case p.Statement != nil:
		out.Actors, out.Statement = p.Statement.Actors, &p.Statement.Said
	case p.Contact != nil:
		out.Actors, out.Contact = p.Contact.Actors, &p.Contact.Held
	}
	return json.Marshal(out)
}
