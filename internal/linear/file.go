package linear

import (
	"encoding/binary"
	"errors"
	"math/bits"

	"github.com/klauspost/compress/zstd"
)

// ErrFormat is returned for bytes that are not the weights asked for.
var ErrFormat = errors.New("linear: not a weights file, or one of another version")

// Encoder writes the parts of a model file; the whole is compressed.
type Encoder struct{ raw []byte }

// Uint adds a number.
func (e *Encoder) Uint(v uint64) { e.raw = binary.AppendUvarint(e.raw, v) }

// String adds a string.
func (e *Encoder) String(s string) {
	e.Uint(uint64(len(s)))
	e.raw = append(e.raw, s...)
}

// Packed adds weights: how many each row has, which classes, which values, each
// kind together because alike bytes compress better.
func (e *Encoder) Packed(p *Packed) {
	e.Uint(uint64(p.classes))
	e.Uint(uint64(bits.Len32(p.mask)))
	e.Uint(uint64(p.step*65536 + 0.5))
	var counts, classes, values []byte
	for r := 0; r <= int(p.mask); r++ {
		n, last := uint64(0), -1
		for c := 0; c < p.classes; c++ {
			q := p.get(r, c)
			if q == 0 {
				continue
			}
			n++
			classes = binary.AppendUvarint(classes, uint64(c-last-1))
			values = binary.AppendVarint(values, int64(q))
			last = c
		}
		counts = binary.AppendUvarint(counts, n)
	}
	for _, part := range [][]byte{counts, classes, values} {
		e.Uint(uint64(len(part)))
		e.raw = append(e.raw, part...)
	}
}

// Bytes is the compressed file.
func (e *Encoder) Bytes() ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer w.Close()
	return w.EncodeAll(e.raw, nil), nil
}

// Decoder reads what an Encoder wrote, in the same order. After any mistake it
// gives zero values; Err tells.
type Decoder struct {
	raw []byte
	bad bool
}

// maxFile bounds what a weights file may unpack to.
const maxFile = 256 << 20

// NewDecoder unpacks a model file.
func NewDecoder(file []byte) (*Decoder, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxFile))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	raw, err := r.DecodeAll(file, nil)
	if err != nil {
		return nil, errors.Join(ErrFormat, err)
	}
	return &Decoder{raw: raw}, nil
}

// Err is ErrFormat if anything read was cut short or out of bounds.
func (d *Decoder) Err() error {
	if d.bad {
		return ErrFormat
	}
	return nil
}

// Uint reads a number.
func (d *Decoder) Uint() uint64 {
	v, n := binary.Uvarint(d.raw)
	if n <= 0 {
		d.bad = true
		return 0
	}
	d.raw = d.raw[n:]
	return v
}

// String reads a string.
func (d *Decoder) String() string { return string(d.part()) }

func (d *Decoder) part() []byte {
	n := d.Uint()
	if n > uint64(len(d.raw)) {
		d.bad = true
		return nil
	}
	p := d.raw[:n]
	d.raw = d.raw[n:]
	return p
}

// Packed reads weights. It never returns nil; after a mistake it has one class
// and one row.
func (d *Decoder) Packed() *Packed {
	classes, width, step := d.Uint(), d.Uint(), d.Uint()
	if d.bad || classes == 0 || classes > MaxClasses || width > 24 {
		d.bad = true
		return newPacked(1, 0, 1)
	}
	p := newPacked(int(classes), 1<<width-1, float32(step)/65536)
	counts, ids, values := d.part(), d.part(), d.part()
	for r := 0; r <= int(p.mask); r++ {
		n, k := binary.Uvarint(counts)
		if k <= 0 || n > classes {
			d.bad = true
			return p
		}
		counts = counts[k:]
		class := -1
		for ; n > 0; n-- {
			gap, a := binary.Uvarint(ids)
			q, b := binary.Varint(values)
			if a <= 0 || b <= 0 || gap >= classes || q > Limit || q < -Limit {
				d.bad = true
				return p
			}
			ids, values = ids[a:], values[b:]
			if class += int(gap) + 1; class >= int(classes) {
				d.bad = true
				return p
			}
			p.set(r, class, int(q))
		}
	}
	return p
}
