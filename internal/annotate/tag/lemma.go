package tag

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// lemma is the lexicon's lemma for the reading, or a guess from the ending.
func (m *Model) lemma(t *doc.Token, w *word) string {
	if l, ok := listed(w.entry, t, w); ok {
		return l
	}
	if l, ok := listed(w.lower, t, w); ok {
		return l
	}
	switch t.UPOS {
	case doc.PROPN, doc.X, doc.SYM, doc.PUNCT, doc.NUM:
		return t.Form
	}
	if w.upper && w.entry.Len() == 0 {
		return t.Form // "ZEP"
	}
	if l, ok := listed(w.tail, t, w); ok {
		if cut := strings.LastIndexByte(t.Norm, '-'); cut >= 0 {
			return t.Norm[:cut+1] + l
		}
	}
	return m.guesser.lemma(t, w)
}

// plain leaves out the features in which a reading may differ from the
// lexicon's.
func plain(f doc.Feats) doc.Feats {
	return f.With(doc.FeatVoice, 0).With(doc.FeatExtPos, 0)
}

// listed is the lemma of the entry's analysis that fits best: the same
// features, else the same gender and number, else the first of the same part
// of speech.
func listed(e lang.Entry, t *doc.Token, w *word) (string, bool) {
	best, rank := -1, 0
	for i := range e.Len() {
		tag, _ := e.Tag(i)
		if tag.UPOS != t.UPOS {
			continue
		}
		r := 1
		switch {
		case tag.Feats == t.Feats:
			r = 4
		case plain(tag.Feats) == plain(t.Feats):
			r = 3
		case tag.Feats.Get(doc.FeatNumber) == t.Feats.Get(doc.FeatNumber):
			r = 2
		}
		if r > rank {
			best, rank = i, r
		}
	}
	if best < 0 {
		return "", false
	}
	return e.Lemma(best), true
}
