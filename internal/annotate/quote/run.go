package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// maxSentence is the longest sentence that is looked into; longer ones are no
// sentences but tables, or one line of five megabytes.
const maxSentence = 600

// run is the work on one document.
type run struct {
	s       *Stage
	q       *lang.Quotes
	d       *doc.Document
	tok     []doc.Token
	word    []lang.QuoteWord // classes of each token's Norm
	lo, hi  []int32          // first and last token of each token's subtree
	mention []int32          // widest mention that the token heads, or None
	in      []int32          // outermost quoted piece a token stands in, or None
	cueAt   []int32          // cue whose words the token belongs to, or None
	sentOf  []int32
	pieces  []piece
	cues    []cue
	phrase  []phrase
	said    []statement
	inserts []insert // incises and phrases, in text order
	heads   []int32  // the first statement of each sentence, or None
	tails   []int32  // the last one
	entries []int32  // block → the date of its entry in a chronology, or None; found when asked for

	candidates []candidate // where patterns may begin; reused
	nounTokens []int32     // nouns of speech that are no cue; reused
}

// run of tokens, half-open.
type stretch struct{ first, end int32 }

func (s stretch) empty() bool { return s.end <= s.first }

// insert is a stretch that belongs to the writer and cuts a content in two.
type insert struct {
	stretch
	said int32 // the statement it makes
}

// statement is a Quotation in the making.
type statement struct {
	doc.Quotation
	content    []stretch
	until      int32 // where the content ended before who is told was taken out of it, or 0
	sentence   int32
	cue        int32   // index into run.cues, or None
	root       int32   // token that heads the content, or None
	scope      stretch // what an incise or a phrase covers
	relay      bool    // an incise or a phrase: says how words came when the sentence is already somebody's
	nominal    bool    // the content is a noun phrase
	spoken     bool    // the words are the speaker's though no marks stand around them
	dropped    bool
	inner      bool   // stands inside the content of another one
	asMode     string // the mode that a pattern gives, "" for what the marks tell
	settledAct bool   // the act is a pattern's and stands
	next       int32  // the next statement of the same sentence, or None
}

func newRun(s *Stage, d *doc.Document) *run {
	n := len(d.Tokens)
	five := make([]int32, 6*n)
	r := &run{s: s, q: &s.lang.Quotes, d: d, tok: d.Tokens, word: make([]lang.QuoteWord, n),
		lo: five[:n:n], hi: five[n : 2*n : 2*n], mention: five[2*n : 3*n : 3*n], in: five[3*n : 4*n : 4*n],
		cueAt: five[4*n : 5*n : 5*n], sentOf: five[5*n:]}
	for i := range d.Tokens {
		r.word[i] = r.q.Words[d.Tokens[i].Norm]
		r.lo[i], r.hi[i] = int32(i), int32(i)
		r.mention[i], r.in[i], r.cueAt[i] = doc.None, doc.None, doc.None
	}
	for i, s := range d.Sentences {
		for t := s.First; t < s.End; t++ {
			r.sentOf[t] = int32(i)
		}
		if s.End-s.First <= maxSentence {
			r.extents(s)
		}
	}
	r.heads, r.tails = make([]int32, len(d.Sentences)), make([]int32, len(d.Sentences))
	for i := range r.heads {
		r.heads[i], r.tails[i] = doc.None, doc.None
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Head < 0 || int(m.Head) >= n {
			continue
		}
		if o := r.mention[m.Head]; o == doc.None || m.End-m.First > d.Mentions[o].End-d.Mentions[o].First {
			r.mention[m.Head] = int32(i)
		}
	}
	return r
}

// add keeps a statement.
func (r *run) add(st statement) {
	k := int32(len(r.said))
	st.next, st.dropped = doc.None, st.dropped || !r.stands(&st)
	r.said = append(r.said, st)
	if t := r.tails[st.sentence]; t != doc.None {
		r.said[t].next = k
	} else {
		r.heads[st.sentence] = k
	}
	r.tails[st.sentence] = k
}

// first is the first statement of a sentence, or None; statement.next goes on.
func (r *run) first(sentence int32) int32 {
	if sentence < 0 || int(sentence) >= len(r.heads) {
		return doc.None
	}
	return r.heads[sentence]
}

// extents fills lo and hi: what a subtree covers.
func (r *run) extents(s doc.Sentence) {
	for i := s.First; i < s.End; i++ {
		h := r.tok[i].Head
		for n := 0; h != doc.None && n < 200; n++ {
			if r.lo[h] <= i && r.hi[h] >= i {
				break
			}
			r.lo[h], r.hi[h] = min(r.lo[h], i), max(r.hi[h], i)
			h = r.tok[h].Head
		}
	}
}

// is tells whether the token has one of the word classes.
func (r *run) is(i int32, w lang.QuoteWord) bool {
	return i >= 0 && int(i) < len(r.word) && r.word[i]&w != 0
}

func (r *run) punct(i int32) bool { return r.tok[i].UPOS == doc.PUNCT }

// sign tells whether the token is the punctuation sign.
func (r *run) sign(i int32, form string) bool {
	return i >= 0 && int(i) < len(r.tok) && r.tok[i].Form == form
}

// comma tells whether the token is a weak stop: a comma or a dash.
func (r *run) comma(i int32) bool {
	if i < 0 || int(i) >= len(r.tok) {
		return false
	}
	switch r.tok[i].Form {
	case ",", "–", "—", "-":
		return true
	}
	return false
}

// finite tells whether the token is a finite verb (or auxiliary).
func (r *run) finite(i int32) bool {
	t := &r.tok[i]
	if t.UPOS != doc.VERB && t.UPOS != doc.AUX {
		return r.word[i]&recovered != 0
	}
	f := t.Feats.Get(doc.FeatVerbForm)
	return f == doc.VerbFormFin || f == 0 && t.Feats.Get(doc.FeatMood) != 0
}

func (r *run) form(i int32) uint8 { return r.tok[i].Feats.Get(doc.FeatVerbForm) }

func (r *run) participle(i int32, tense uint8) bool {
	t := &r.tok[i]
	return t.UPOS != doc.NOUN && r.form(i) == doc.VerbFormPart && t.Feats.Get(doc.FeatTense) == tense
}

// sentence is the sentence of a token.
func (r *run) sentence(i int32) doc.Sentence { return r.d.Sentences[r.sentOf[i]] }

// matches tells whether the words stand at token i, and where they end. A
// contraction ("du" = "de" + "le") matches as written and by its first part.
func (r *run) matches(i, end int32, words []string) (int32, bool) {
	for k, w := range words {
		if i >= end {
			return i, false
		}
		t := &r.tok[i]
		switch {
		case t.Norm == w:
			i++
		case t.Lemma == w && (t.UPOS == doc.ADP || t.UPOS == doc.DET || k == 0):
			i++
		case t.Part == doc.FirstPart && equalFold(r.d.Words(t.Span), w):
			for i++; i < end && r.tok[i].Part == doc.LaterPart; i++ {
			}
		case t.Part == doc.FirstPart && t.Norm+"s" == w:
			i++
		default:
			return i, false
		}
	}
	return i, true
}

// equalFold compares with a lower-case word without allocating.
func equalFold(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
