package parse

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/linear"
)

// Model is the loaded weights; it is safe for concurrent use.
type Model struct {
	labels  []doc.Deprel
	marks   []bool        // labels of prepositions and subordinators
	width   int           // of the beam
	margin  int32         // see search
	lex     *lang.Lexicon // may be nil
	actions *linear.Packed
	arcs    *linear.Packed
}

// magic begins a parser file; its number changes with the features.
const magic = "readout parse 3"

// maxWidth bounds the beam.
const maxWidth = 64

// maxLabels is how many relations fit in the sets that elem keeps.
const maxLabels = 64

func newModel(labels []doc.Deprel, x *lang.Lexicon) *Model {
	m := &Model{lex: x, labels: labels, marks: make([]bool, len(labels))}
	for i, l := range labels {
		m.marks[i] = l.Base() == doc.RelCase || l.Base() == doc.RelMark
	}
	return m
}

// Encode writes the model file.
func (m *Model) Encode() ([]byte, error) {
	var e linear.Encoder
	e.String(magic)
	e.Uint(uint64(len(m.labels)))
	for _, l := range m.labels {
		e.String(l.String())
	}
	e.Uint(uint64(m.width))
	e.Uint(uint64(m.margin))
	e.Packed(m.actions)
	e.Packed(m.arcs)
	return e.Bytes()
}

// Decode reads a model file. The lexicon must be of the kind the model was
// trained with.
func Decode(file []byte, x *lang.Lexicon) (*Model, error) {
	d, err := linear.NewDecoder(file)
	if err != nil {
		return nil, err
	}
	if d.String() != magic {
		return nil, linear.ErrFormat
	}
	n := d.Uint()
	if n == 0 || n > maxLabels {
		return nil, linear.ErrFormat
	}
	labels := make([]doc.Deprel, n)
	for i := range labels {
		labels[i] = doc.ParseDeprel(d.String())
	}
	m := newModel(labels, x)
	m.width, m.margin = int(min(d.Uint(), maxWidth)), int32(min(d.Uint(), 1<<20))
	m.actions, m.arcs = d.Packed(), d.Packed()
	if d.Err() != nil || m.actions.Classes() != kinds || m.arcs.Classes() != len(labels) || m.width == 0 {
		return nil, linear.ErrFormat
	}
	return m, nil
}

// Search sets the width of the beam and the margin, in the training's units,
// beyond which an action is not tried.
func (m *Model) Search(width int, margin float32) {
	m.width, m.margin = width, int32(margin/m.actions.Step())
}
