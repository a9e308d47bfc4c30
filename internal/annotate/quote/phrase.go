package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// phrase is a prepositional phrase that names a source: "selon le ministère".
type phrase struct {
	stretch         // with the commas and adverbs that belong to it
	class           lang.QuotePhraseClass
	cueFirst, cueAt int32 // the words of the preposition, half-open
	head            int32 // who or what is the source
	from, to        int32 // its noun phrase
	relative        bool  // "selon lequel"
	done            bool  // an incise has it
	owner           int32 // the possessive in "selon ses mots", or 0
}

// findPhrases finds the prepositional sources of a sentence.
func (r *run) findPhrases(si int32) {
	s := r.d.Sentences[si]
	if s.End-s.First > maxSentence {
		return
	}
	for i := s.First; i < s.End; i++ {
		t := &r.tok[i]
		if t.UPOS == doc.PUNCT {
			continue
		}
		list := r.q.Phrases[t.Norm]
		if t.Part == doc.FirstPart {
			if w := r.d.Words(t.Span); len(w) <= 4 {
				list = r.q.Phrases[lower(w)]
			}
		}
		for k := range list {
			e, ok := r.matches(i, s.End, list[k].Words)
			if !ok {
				continue
			}
			if p := (phrase{stretch: stretch{i, e}, class: list[k].Class, cueFirst: i, cueAt: e, head: doc.None}); r.fill(&p, s) {
				r.phrase = append(r.phrase, p)
				i = p.to - 1
			}
			break
		}
	}
}

// lower is strings.ToLower for a short word of ASCII letters, which most are.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' {
			b := []byte(w)
			for k := i; k < len(b); k++ {
				if b[k] >= 'A' && b[k] <= 'Z' {
					b[k] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return w
}

// fill finds the source behind the preposition and how far the phrase goes.
func (r *run) fill(p *phrase, s doc.Sentence) bool {
	switch p.class {
	case lang.PhraseChannel, lang.PhraseAddressee, lang.PhraseVoice:
		return false
	case lang.PhraseOwner:
		for i := p.cueFirst; i < p.cueAt; i++ {
			if p.head == doc.None && (r.is(i, lang.WordOwner|lang.WordObjectClitic) || r.is(i, lang.WordFirst)) {
				p.head, p.from, p.to = i, i, i+1
			}
		}
		p.to = p.cueAt
	case lang.PhraseAnonymous:
		p.head = p.cueAt - 1
		p.from, p.to = r.phraseOf(p.head)
		p.from = p.head
		p.cueAt = p.head
	default:
		if !r.fillNoun(p, s) {
			return false
		}
	}
	if p.head == doc.None {
		return false
	}
	if p.class == lang.PhraseWeak && !r.weakSource(p, s) {
		return false
	}
	p.end = max(p.end, p.to)
	if p.class != lang.PhraseOwner && p.owner == 0 {
		p.end = max(p.end, r.phraseEnd(p, s))
	}
	for p.first > s.First && r.tok[p.first-1].UPOS == doc.ADV && !r.is(p.first-1, lang.WordNegator) {
		p.first--
	}
	return true
}

// fillNoun finds the head of the noun phrase behind the preposition.
func (r *run) fillNoun(p *phrase, s doc.Sentence) bool {
	i := p.cueAt
	if i >= s.End || r.tok[i].UPOS == doc.SCONJ || r.punct(i) && r.pieceAt(i) == nil {
		return false
	}
	h := doc.None
	for k := i; k < s.End && k < i+8; k++ {
		switch r.tok[k].UPOS {
		case doc.NOUN, doc.PROPN, doc.PRON, doc.NUM, doc.X, doc.SYM:
			h = k
		case doc.VERB, doc.AUX:
			return false
		}
		if h != doc.None {
			break
		}
	}
	if h == doc.None {
		return false
	}
	relative := r.tok[h].UPOS == doc.PRON && r.is(h, lang.WordRelative)
	for n := 0; n < 6 && !relative; n++ {
		up := r.tok[h].Head
		if up == doc.None || up < i || up > h+10 || r.tok[up].UPOS != doc.NOUN && r.tok[up].UPOS != doc.PROPN && r.tok[up].UPOS != doc.PRON || up > h && r.hasPunct(h, up) {
			break
		}
		h = up
	}
	if r.isTime(h) || r.q.Words[r.tok[h].Lemma]&lang.WordMeasure != 0 {
		return false
	}
	p.head = h
	p.from, p.to = r.phraseOf(h)
	p.from = max(min(p.from, h), i)
	if p.to <= h {
		p.to = h + 1
	}
	if n := r.nounAt(h, s.End); n != nil && h > i && r.is(h-1, lang.WordOwner) && (n.Class == lang.NounWord || n.Class == lang.NounIdea) {
		p.from, p.to, p.owner = h-1, h+1, h-1 // "selon ses termes"
	}
	if p.relative = relative; relative {
		p.to = min(p.to, h+1)
	}
	return true
}

func (r *run) hasPunct(a, b int32) bool {
	for i := a; i < b; i++ {
		if r.punct(i) {
			return true
		}
	}
	return false
}

// weakSource tells whether "pour X" gives X's view: at the head of a sentence or
// between commas, X can speak, and a clause goes with it.
func (r *run) weakSource(p *phrase, s doc.Sentence) bool {
	if p.relative {
		return p.cueFirst > s.First && r.comma(p.cueFirst-1) && r.saysRight(p.cueFirst-1, s)
	}
	if r.tok[p.head].UPOS == doc.PRON {
		if r.is(p.head, lang.WordDemonstrative) {
			return false
		}
	} else if m := r.mention[p.head]; m == doc.None || r.d.Mentions[m].Type != doc.Person && r.d.Mentions[m].Type != doc.Organization && r.d.Mentions[m].Kind != doc.Role {
		return false
	}
	start := p.cueFirst <= r.start(s) || r.comma(p.cueFirst-1) || r.sign(p.cueFirst-1, ":") || r.sign(p.cueFirst-1, ";")
	if !start {
		return false
	}
	e := r.phraseEnd(p, s)
	if e >= s.End {
		return false
	}
	if !r.comma(e) && !r.sign(e, ":") && r.pieceAt(e) == nil {
		return false
	}
	return r.mainVerb(e, s.End) != doc.None || r.pieceAt(e) != nil || e+1 < s.End && r.pieceAt(e+1) != nil
}

// saysRight tells whether the noun phrase that ends before token i may speak: "le
// syndicat, pour qui …", but not "les tirs, pour lesquels …".
func (r *run) saysRight(i int32, s doc.Sentence) bool {
	h := r.headBefore(i, s)
	return h != doc.None && r.tok[h].UPOS != doc.PRON && r.canSpeak(h)
}

// phraseEnd is where the phrase with its appositions and relative clauses ends:
// at the comma before the clause.
func (r *run) phraseEnd(p *phrase, s doc.Sentence) int32 {
	e := p.to
	hi := min(r.hi[p.head]+1, s.End)
	for i := e; i < hi; i++ {
		if r.pieceAt(i) != nil && i > e && (r.comma(i-1) || r.sign(i-1, ":")) {
			return i - 1
		}
	}
	if p.cueFirst > r.start(s) && !r.comma(p.cueFirst-1) {
		// "… selon I-Télé, et beaucoup …": nothing behind the first comma belongs to it.
		for i := e; i < hi; i++ {
			if r.comma(i) {
				return i
			}
		}
	}
	if hi > e && hi < s.End && (r.comma(hi) || r.sign(hi, ":") || r.pieceAt(hi) != nil || r.comma(hi-1)) || hi == s.End && p.cueFirst != s.First {
		e = hi
	}
	for e > p.to && (r.comma(e-1) || r.stop(e-1, s)) {
		e--
	}
	return e
}

// phrases makes the statements of the prepositional sources.
func (r *run) phrases() {
	for k := range r.phrase {
		if !r.phrase[k].done {
			r.statePhrase(&r.phrase[k])
		}
	}
	slices.SortStableFunc(r.inserts, func(a, b insert) int { return int(a.first - b.first) })
}

func (r *run) statePhrase(p *phrase) {
	s := r.sentence(p.head)
	st := r.newStatement(doc.None, r.s.rules.source)
	switch p.class {
	case lang.PhraseWeak:
		st.Rule = r.s.rules.weak
	case lang.PhraseOwner:
		st.Rule = r.s.rules.owner
	}
	st.sentence, st.Act = r.sentOf[p.head], "state"
	st.Speaker = r.textOwner(p.head)
	if p.owner != 0 {
		st.Speaker = p.owner
	}
	st.Cue = r.d.SpanOf(p.cueFirst, p.cueAt)
	if last := p.cueAt - 1; last > p.cueFirst && r.tok[last].Part == doc.FirstPart {
		st.Cue = r.d.SpanOf(p.cueFirst, last) // "aux termes du"
	}
	st.CueToken = p.cueFirst
	st.Source = r.spanOf(p.from, p.to)
	if p.class == lang.PhraseOwner {
		st.Source = r.spanOf(p.head, p.head+1)
	}
	if p.relative {
		e := r.clauseEnd(p.to, s)
		if q := r.pieceAt(p.to); q != nil && r.comma(q.end) {
			e = q.end // "le syndicat, pour qui « la coupe est pleine », n'écarte pas"
		}
		st.content = []stretch{r.trim(stretch{p.to, r.wholePiece(e)})}
		st.scope = st.content[0]
		r.add(st)
		return
	}
	if b := p.first - 1; b >= s.First && r.is(b, lang.WordThat) && r.tok[p.head].UPOS == doc.PRON {
		return // "a rappelé que selon lui …" says so already
	}
	cut := p.stretch
	if cut.first > s.First && r.comma(cut.first-1) {
		cut.first--
	}
	if p.cueFirst <= r.start(s) || cut.first <= r.start(s) {
		if e := cut.end; e < s.End && (r.comma(e) || r.sign(e, ":")) {
			cut.end++
		}
	}
	st.content = r.around(cut, s)
	r.shareFigures(p, &st, s)
	if x := r.inBrackets(p, s); !x.empty() {
		st.content = []stretch{x} // "(6 000 selon la police)"
	}
	if b := cut.first - 1; b > s.First && r.pieceEnding(b) != nil && r.sign(b-1, ".") && len(st.content) > 1 {
		st.content = st.content[1:] // "… « Rien. » D'après L'Aube, …": a sentence of its own ends there
	}
	if len(st.content) == 0 {
		return
	}
	st.relay = true
	st.scope = stretch{st.content[0].first, st.content[len(st.content)-1].end}
	r.add(st)
	r.inserts = append(r.inserts, insert{cut, int32(len(r.said) - 1)})
}

// shareFigures parts a sentence between two sources: "Selon les organisateurs,
// ils étaient 5.000, 2.000 selon la police".
func (r *run) shareFigures(p *phrase, st *statement, s doc.Sentence) {
	for k := range r.phrase {
		o := &r.phrase[k]
		if o == p || o.cueFirst < s.First || o.cueFirst >= s.End || o.class == lang.PhraseWeak || o.relative || p.relative {
			continue
		}
		late := max(o.cueFirst, p.cueFirst)
		comma := late - 1
		for comma > min(o.to, p.to) && !r.comma(comma) && !r.finite(comma) {
			comma--
		}
		if late-comma < 2 || !r.comma(comma) || comma <= min(o.to, p.to)+1 || r.in[comma] != doc.None {
			continue
		}
		for n := range st.content {
			if c := &st.content[n]; late == p.cueFirst && c.first < comma && c.end > comma {
				c.first = comma + 1
			} else if late == o.cueFirst && c.end > comma {
				c.end = max(c.first, comma)
			}
		}
		st.content = slices.DeleteFunc(st.content, func(x stretch) bool { return x.empty() || late == p.cueFirst && x.end <= comma })
	}
}

// inBrackets is what stands before the phrase in the brackets that close behind
// it, or nothing.
func (r *run) inBrackets(p *phrase, s doc.Sentence) stretch {
	if p.to >= s.End || !r.sign(p.to, ")") && (p.end >= s.End || !r.sign(p.end, ")")) {
		return stretch{}
	}
	for i := p.first - 1; i >= s.First && i > p.first-25; i-- {
		if r.sign(i, ")") {
			break
		}
		if r.sign(i, "(") {
			return r.trim(stretch{i + 1, p.first})
		}
	}
	return stretch{}
}

// start is the first token of the sentence that is no punctuation.
func (r *run) start(s doc.Sentence) int32 {
	i := s.First
	for i < s.End-1 && r.punct(i) && r.pieceAt(i) == nil {
		i++
	}
	return i
}

// textOwner is who answers for a text: "un communiqué du ministère" is the
// ministry's word.
func (r *run) textOwner(h int32) int32 {
	for _, n := range r.q.Nouns[r.tok[h].Lemma] {
		if n.Class != lang.NounText && n.Class != lang.NounRelease && n.Class != lang.NounInterview {
			continue
		}
		for k := r.tok[h].Child; k != doc.None; k = r.tok[k].Next {
			if k > h && r.tok[k].Deprel.Is(doc.RelNmod) && r.mention[k] != doc.None && r.timexAt(k) == doc.None && !r.articleless(k) {
				return k
			}
		}
	}
	return h
}

// articleless tells whether the noun is a common one without an article: the second
// half of "communiqué de presse" owns no text.
func (r *run) articleless(k int32) bool {
	c := r.caseOf(k)
	return r.tok[k].UPOS == doc.NOUN && c == k-1 && r.tok[c].Part == doc.Whole && r.d.Mentions[r.mention[k]].Kind == doc.Nominal
}
