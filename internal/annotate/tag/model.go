package tag

import (
	"readout/internal/doc"
	"readout/internal/linear"
)

// Model is the loaded weights; it is safe for concurrent use.
type Model struct {
	first    *linear.Packed // parts of speech
	second   *linear.Packed // parts of speech, once more; nil while training
	atoms    *linear.Packed
	clear    int32 // a lead that needs no second reading; 0 reads every word twice, as in training
	guesser  *guesser
	defaults [doc.UPOSCount][]doc.Feats // features of words that nothing else is known of
}

// clearLead is the lead over the next part of speech, in units of the scores,
// from which a second reading is left out: nine words in ten have it, and the
// scores on the dev sets are the same to the second decimal.
const clearLead = 700

const magic = "readout tag 4"

// Encode writes the weights as a file.
func (m *Model) Encode() ([]byte, error) {
	var e linear.Encoder
	e.String(magic)
	e.Packed(m.first)
	e.Packed(m.second)
	e.Packed(m.atoms)
	m.guesser.encode(&e)
	for _, list := range m.defaults {
		e.Uint(uint64(len(list)))
		for _, f := range list {
			e.Uint(uint64(f))
		}
	}
	return e.Bytes()
}

// Decode reads what Encode wrote.
func Decode(raw []byte) (*Model, error) {
	d, err := linear.NewDecoder(raw)
	if err != nil {
		return nil, err
	}
	if d.String() != magic {
		return nil, linear.ErrFormat
	}
	m := &Model{first: d.Packed(), second: d.Packed(), atoms: d.Packed(), clear: clearLead}
	m.guesser = decodeGuesser(d)
	for u := range m.defaults {
		n := d.Uint()
		if n > maxReadings {
			return nil, linear.ErrFormat
		}
		for range n {
			m.defaults[u] = append(m.defaults[u], doc.Feats(d.Uint()))
		}
	}
	if d.Err() != nil || m.guesser == nil || m.first.Classes() != doc.UPOSCount || m.second.Classes() != doc.UPOSCount || m.atoms.Classes() != atoms {
		return nil, linear.ErrFormat
	}
	return m, nil
}
