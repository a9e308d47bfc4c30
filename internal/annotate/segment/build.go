package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"readout/internal/doc"
	"readout/internal/text"
)

// builder writes the tokens and sentences of one document.
type builder struct {
	stage  *Stage
	d      *doc.Document
	t      string
	pieces []piece
	cuts   []int32         // index of the piece after each sentence's end
	arena  strings.Builder // the norms that are not their own forms
	view   view
	// dropped tells that an initial gave its full stop back.
	dropped bool
	feats   []uint32
}

// block cuts one block.
func (b *builder) block(at text.Span, index int32) {
	s := scanner{rules: b.stage.rules, t: b.t[:at.End], from: int(at.Start), pieces: b.pieces[:0]}
	s.scan()
	b.pieces = s.pieces
	if len(b.pieces) == 0 {
		return
	}
	b.cut(at)
	b.d.Tokens = slices.Grow(b.d.Tokens, len(b.pieces))
	first := int32(0)
	for _, end := range b.cuts {
		b.sentence(first, end, index)
		first = end
	}
}

// sentence emits the pieces [first, end).
func (b *builder) sentence(first, end, block int32) {
	d := b.d
	s := doc.Sentence{First: int32(len(d.Tokens)), Block: block}
	b.view = view{rules: b.stage.rules, t: b.t, pieces: b.pieces[first:end]}
	for i := first; i < end; i++ {
		p := &b.pieces[i]
		space := at(b.t, int(p.end)) == space
		if m := b.stage.rules.multiwordAt(b.t, p); m != nil && (!m.learned || b.splits(int(i-first))) {
			b.parts(m, p, space)
			continue
		}
		form := b.t[p.start:p.end]
		d.Tokens = append(d.Tokens, doc.Token{
			Form: form, Norm: b.norm(form, p), Span: text.Span{Start: p.start, End: p.end},
			Head: doc.None, Child: doc.None, Next: doc.None, Space: space,
		})
	}
	s.End = int32(len(d.Tokens))
	s.Span = text.Span{Start: b.pieces[first].start, End: b.pieces[end-1].end}
	d.Sentences = append(d.Sentences, s)
}

// norm is the form in lower case with a straight apostrophe: the form itself if
// that is how it is written, else a part of the arena.
func (b *builder) norm(form string, p *piece) string {
	if p.shape == lowered || p.shape == noShape || p.shape == numeric {
		plain := true
		for i := 0; i < len(form); i++ {
			if c := form[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
				plain = false
				break
			}
		}
		if plain {
			return form
		}
	}
	return b.intern(form)
}

func (b *builder) intern(form string) string {
	same, accents := true, false
	for _, r := range form {
		same = same && fold(r) == r && r != softHyphen
		accents = accents || r >= 0x300 && r <= 0x36f
	}
	if same && !accents {
		return form
	}
	start := b.arena.Len()
	for _, r := range form {
		if r != softHyphen {
			b.arena.WriteRune(fold(r))
		}
	}
	low := b.arena.String()[start:]
	switch {
	case low == "":
		return form
	case accents:
		return norm.NFC.String(low)
	}
	return low
}

// softHyphen marks where a word may be broken at the end of a line.
const softHyphen = 0xAD
