package lang

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"sort"

	"github.com/klauspost/compress/zstd"

	"readout/internal/doc"
)

// LexiconFile is where a language keeps its lexicon.
const LexiconFile = "models/lexicon.bin"

// lexiconMagic begins the unpacked file; its last byte is the version.
const lexiconMagic = "RLX\x01"

var errLexicon = errors.New("lang: " + LexiconFile + " is damaged or of another version")

// LexiconForm is one form to be written into a lexicon.
type LexiconForm struct {
	Form     string
	Cluster  uint8
	Analyses []Analysis // the commonest first
}

func loadLexicon(r *reader) *Lexicon {
	raw, err := fs.ReadFile(r.fsys, LexiconFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		var x *Lexicon
		if x, err = DecodeLexicon(raw); err == nil {
			return x
		}
	}
	r.errs = append(r.errs, err)
	return nil
}

// DecodeLexicon reads what EncodeLexicon wrote.
func DecodeLexicon(packed []byte) (*Lexicon, error) {
	raw, err := Unpack(packed)
	if err != nil {
		return nil, err
	}
	if len(raw) < 4 || string(raw[:4]) != lexiconMagic {
		return nil, errLexicon
	}
	in := &input{b: raw[4:]}
	x := &Lexicon{}
	x.readTags(in)
	x.readSets(in)
	x.readForms(in)
	if in.bad {
		return nil, errLexicon
	}
	x.index()
	return x, nil
}

func (x *Lexicon) readTags(in *input) {
	for range in.count() {
		x.edits = append(x.edits, edit{uint8(in.uint()), string(in.bytes(in.count()))})
	}
	for range in.count() {
		x.tags = append(x.tags, LexTag{doc.UPOS(in.uint()), WordKind(in.uint()), doc.Feats(in.uint())})
	}
}

func (x *Lexicon) readSets(in *input) {
	for range in.count() {
		s := setInfo{first: uint32(len(x.analyses)), class: uint16(in.uint())}
		for range in.count() {
			a := analysis{edit: uint16(in.uint()), tag: uint16(in.uint())}
			f := in.uint()
			a.frame, a.seen = Frame(f>>1), f&1 == 1
			if int(a.edit) >= len(x.edits) || int(a.tag) >= len(x.tags) {
				in.bad = true
				return
			}
			s.upos = s.upos.Add(x.tags[a.tag].UPOS)
			x.analyses = append(x.analyses, a)
		}
		s.end = uint32(len(x.analyses))
		x.classes = max(x.classes, int(s.class)+1)
		x.setInfo = append(x.setInfo, s)
	}
}

// readForms unfolds the sorted forms, each stored as what it shares with the
// one before and the rest.
func (x *Lexicon) readForms(in *input) {
	n, size := in.count(), in.count()
	shared, rest := in.bytes(n), in.bytes(n)
	low, high := in.bytes(n), in.bytes(n)
	clusters := in.bytes(n)
	letters := in.bytes(in.count())
	if in.bad || n >= indexMask || size > 1<<28 {
		in.bad = true
		return
	}
	x.clusters = append([]uint8(nil), clusters...)
	x.starts = make([]uint32, n+1)
	x.sets = make([]uint16, n)
	arena := make([]byte, 0, size)
	last := 0
	for i := range n {
		start := len(arena)
		if last+int(shared[i]) > start || int(rest[i]) > len(letters) {
			in.bad = true
			return
		}
		arena = append(arena, arena[last:last+int(shared[i])]...)
		arena = append(arena, letters[:rest[i]]...)
		letters = letters[rest[i]:]
		x.starts[i], last = uint32(start), start
		x.sets[i] = uint16(low[i]) | uint16(high[i])<<8
		if int(x.sets[i]) >= len(x.setInfo) {
			in.bad = true
			return
		}
	}
	x.starts[n] = uint32(len(arena))
	x.arena = string(arena)
}

func (x *Lexicon) index() {
	size := 1
	for size < 2*len(x.sets) {
		size *= 2
	}
	x.table = make([]uint32, size)
	mask := uint32(size - 1)
	for n := range x.sets {
		h := hashWord(x.arena[x.starts[n]:x.starts[n+1]])
		i := h & mask
		for x.table[i] != 0 {
			i = (i + 1) & mask
		}
		x.table[i] = h&^indexMask | uint32(n+1)
	}
}

// EncodeLexicon writes forms, in any order but each once, as a file.
func EncodeLexicon(forms []LexiconForm) ([]byte, error) {
	sort.Slice(forms, func(i, j int) bool { return forms[i].Form < forms[j].Form })
	e := newEncoder(forms)
	var shared, rest, low, high, clusters, letters []byte
	last, size := "", 0
	for i, f := range forms {
		set := e.setOf[i]
		n := 0
		for n < len(last) && n < len(f.Form) && n < 255 && last[n] == f.Form[n] {
			n++
		}
		if len(f.Form)-n > 255 || i > 0 && f.Form == last {
			return nil, errors.New("lang: a form is too long or there twice: " + f.Form)
		}
		shared, rest = append(shared, byte(n)), append(rest, byte(len(f.Form)-n))
		letters = append(letters, f.Form[n:]...)
		low, high = append(low, byte(set)), append(high, byte(set>>8))
		clusters = append(clusters, f.Cluster)
		last, size = f.Form, size+len(f.Form)
	}
	if len(e.sets) > 1<<16 || len(e.editList) > 1<<16 || len(forms) >= indexMask {
		return nil, errors.New("lang: too many forms or kinds of analyses for one lexicon")
	}
	out := e.head()
	out = binary.AppendUvarint(out, uint64(len(forms)))
	out = binary.AppendUvarint(out, uint64(size))
	for _, plane := range [][]byte{shared, rest, low, high, clusters} {
		out = append(out, plane...)
	}
	out = binary.AppendUvarint(out, uint64(len(letters)))
	return Pack(append(out, letters...))
}

// Pack compresses the bytes of a model.
func Pack(raw []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(8<<20))
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(raw, nil), w.Close()
}

// Unpack undoes Pack.
func Unpack(packed []byte) ([]byte, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.DecodeAll(packed, nil)
}

// input reads numbers and bytes; bad is set at the first that is not there.
type input struct {
	b   []byte
	bad bool
}

func (in *input) uint() uint64 {
	v, n := binary.Uvarint(in.b)
	if n <= 0 {
		in.bad, in.b = true, nil
		return 0
	}
	in.b = in.b[n:]
	return v
}

// count is a number of things that are still to come, so no more than there
// are bytes left (or, for sizes of the whole, than a model may have).
func (in *input) count() int {
	v := in.uint()
	if v > 1<<28 {
		in.bad = true
		return 0
	}
	return int(v)
}

func (in *input) bytes(n int) []byte {
	if n > len(in.b) {
		in.bad, in.b = true, nil
		return nil
	}
	out := in.b[:n]
	in.b = in.b[n:]
	return out
}
