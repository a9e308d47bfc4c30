package segment

import (
	"strings"
	"unicode/utf8"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// multiword is one form that stands for several words, with the parts as they
// are written in lower case, with a capital, and in capitals.
type multiword struct {
	learned bool
	norms   []string
	forms   [3][]string
}

func newMultiword(m lang.Multiword) *multiword {
	w := &multiword{learned: m.Learned, norms: m.Parts}
	w.forms[0] = m.Parts
	for i, p := range m.Parts {
		title := p
		if i == 0 {
			_, n := utf8.DecodeRuneInString(p)
			title = strings.ToUpper(p[:n]) + p[n:]
		}
		w.forms[1] = append(w.forms[1], title)
		w.forms[2] = append(w.forms[2], strings.ToUpper(p))
	}
	return w
}

// multiwordAt is the entry of the piece's form, nil if it has none.
func (r *rules) multiwordAt(t string, p *piece) *multiword {
	if p.kind != word || !r.multiFirst[t[p.start]] || int(p.end-p.start) > r.longestMulti {
		return nil
	}
	var buf [longForm]byte
	return r.multi[string(appendLower(buf[:0], t[p.start:p.end]))]
}

// parts emits the words of a multiword token.
func (b *builder) parts(m *multiword, p *piece, space bool) {
	forms := m.forms[0]
	switch p.shape {
	case titled:
		forms = m.forms[1]
	case capitals:
		forms = m.forms[2]
	}
	for i, form := range forms {
		part := doc.LaterPart
		if i == 0 {
			part = doc.FirstPart
		}
		b.d.Tokens = append(b.d.Tokens, doc.Token{
			Form: form, Norm: m.norms[i], Part: part, Span: text.Span{Start: p.start, End: p.end},
			Head: doc.None, Child: doc.None, Next: doc.None, Space: space,
		})
	}
}

// splits decides whether piece i of the sentence in view is two words.
func (b *builder) splits(i int) bool {
	if b.stage.model == nil {
		return i > 0
	}
	b.feats = b.view.splitFeatures(i, b.feats[:0])
	var score [1]int32
	b.stage.model.splits.Score(b.feats, score[:])
	return score[0] > 0
}
