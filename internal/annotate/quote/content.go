package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// newStatement begins a statement for a cue.
func (r *run) newStatement(k int32, rule string) statement {
	st := statement{cue: k, root: doc.None}
	st.CueToken, st.Speaker, st.When, st.Follows = doc.None, doc.None, doc.None, doc.None
	st.Rule = rule
	if k == doc.None {
		return st
	}
	c := &r.cues[k]
	st.sentence = r.sentOf[c.verb]
	st.CueToken = c.verb
	st.Cue = r.d.SpanOf(c.first, c.end)
	st.Act, st.Negated = c.entry.Act, c.negated
	st.Speaker = c.subject
	if c.subject != doc.None {
		st.Source = r.sourceSpan(c)
	}
	return st
}

// around is the clause that an insertion closes or cuts in two.
func (r *run) around(cut stretch, s doc.Sentence) []stretch {
	left := r.leftPart(cut.first, s)
	if b := cut.first - 1; b >= s.First && (r.is(b, lang.WordThat) && r.tok[b].UPOS == doc.SCONJ || r.tok[b].UPOS == doc.CCONJ || r.is(b, lang.WordRelative) && r.tok[b].UPOS == doc.PRON && !r.tok[b].Deprel.Is(doc.RelNsubj)) {
		left = stretch{}
	}
	right := r.rightPart(cut, left, s)
	out := make([]stretch, 0, 2)
	for _, p := range [2]stretch{left, right} {
		if p = r.trim(p); !p.empty() {
			out = append(out, p)
		}
	}
	return out
}

// leftPart is the clause to the left of token at: from the head of the
// sentence, a colon before a clause, or the opening of a quotation.
func (r *run) leftPart(at int32, s doc.Sentence) stretch {
	last := at - 1
	if last < 0 {
		return stretch{}
	}
	p := r.in[last]
	if r.sign(last, "]") || r.sign(last, ")") {
		// « … » [1], a-t-il dit: a note between the quotation and its incise.
		for k := last; k > s.First && k > last-5; k-- {
			if r.pieceEnding(k) != nil {
				return r.leftPart(k+1, s)
			}
		}
	}
	if p == doc.None {
		return stretch{r.clauseStart(at, s), at}
	}
	q := &r.pieces[p]
	if q.end > at || q.first <= s.First {
		return stretch{r.afterIncise(q, at, s), at}
	}
	begin := r.clauseStart(q.first, s)
	if (r.mainVerb(begin, q.first) == doc.None && !r.openSubject(q)) || r.sign(q.first-1, ":") {
		begin = q.first
	}
	return stretch{begin, at}
}

// afterIncise is where the words of an incise before token at begin: the head of
// the quotation, or of the sentence when another incise stands between, as in
// « A, dit-il. B, ajoute-t-il. C ».
func (r *run) afterIncise(p *piece, at int32, s doc.Sentence) int32 {
	for i := at - 1; i > p.first; i-- {
		if k := r.cueAt[i]; k != doc.None && r.cues[k].incise && r.cues[k].tail < at && r.cues[k].end <= s.First {
			return max(s.First, p.first)
		}
	}
	return p.first
}

// beforeIncise is where the words behind an incise end: at the end of the
// quotation, or at the head of the sentence of the next incise inside it.
func (r *run) beforeIncise(i, end int32) int32 {
	for k := i; k < end; k++ {
		if c := r.cueAt[k]; c != doc.None && r.cues[c].incise {
			if f := r.sentence(k).First; f > i {
				return f
			}
		}
	}
	return end
}

// openSubject tells whether the verb of a quotation has its subject before the
// marks: "le Niger « étudie la question »".
func (r *run) openSubject(p *piece) bool {
	for i := p.first + 1; i < p.end && i < p.first+4; i++ {
		if r.finite(i) {
			return p.first > 0 && (r.tok[p.first-1].UPOS == doc.NOUN || r.tok[p.first-1].UPOS == doc.PROPN || r.tok[p.first-1].UPOS == doc.PRON || r.tok[p.first-1].UPOS == doc.ADJ)
		}
		if r.tok[i].UPOS != doc.PRON && r.tok[i].UPOS != doc.ADV {
			return false
		}
	}
	return false
}

// clauseStart looks back from token at for the last colon that parts two
// clauses, outside quotation marks.
func (r *run) clauseStart(at int32, s doc.Sentence) int32 {
	for i := at - 1; i > s.First; i-- {
		if r.in[i] != doc.None {
			continue
		}
		if r.sign(i, ";") && (r.speaksIn(s.First, i) || r.sourceIn(s.First, i)) {
			return i + 1 // "Le Niger a accepté ; le Bénin hésite, a-t-elle dit"
		}
		if r.sign(i, ":") && (r.mainVerb(i+1, at) != doc.None || r.mainVerb(s.First, i) != doc.None) {
			return i + 1
		}
	}
	return s.First
}

// speaksIn tells whether a cue with its own subject stands in the stretch.
func (r *run) speaksIn(first, end int32) bool {
	for i := first; i < end; i++ {
		if k := r.cueAt[i]; k != doc.None && i == r.cues[k].verb && r.in[i] == doc.None && r.shape(&r.cues[k]) == finiteShape && !r.inRelative(r.cues[k].top) {
			return true
		}
	}
	return false
}

// sourceIn tells whether a phrase such as "selon X" begins in the stretch.
func (r *run) sourceIn(first, end int32) bool {
	k, _ := slices.BinarySearchFunc(r.phrase, first, func(p phrase, i int32) int { return int(p.cueFirst - i) })
	return k < len(r.phrase) && r.phrase[k].cueFirst < end
}

// mainVerb is the first finite verb of the stretch that opens no relative or
// subordinate clause, or None.
func (r *run) mainVerb(first, end int32) int32 {
	for i := first; i < end; i++ {
		if !r.finite(i) || r.inRelative(i) {
			continue
		}
		v := i
		if d := r.tok[i].Deprel; d.Is(doc.RelAux) || d.Is(doc.RelCop) {
			v = r.tok[i].Head
		}
		if h := r.tok[max(v, 0)].Head; v >= 0 && r.tok[v].Deprel.Is(doc.RelAdvcl) && h >= first && h < end {
			continue
		}
		return i
	}
	return doc.None
}

// rightPart is what goes on behind an insertion.
func (r *run) rightPart(cut, left stretch, s doc.Sentence) stretch {
	i := cut.end
	if i >= s.End && i > 0 && r.in[i-1] == doc.None {
		return stretch{}
	}
	if cut.first > 0 && r.in[cut.first-1] != doc.None && int(i) < len(r.tok) && r.in[i] == r.in[cut.first-1] {
		// « A, a-t-il dit, B »
		if p := &r.pieces[r.in[i]]; p.end > i+1 {
			i = r.skipCommas(i, p.end)
			return stretch{i, r.beforeIncise(i, p.end)}
		}
	}
	if !left.empty() && i < s.End && r.sign(i, ":") && r.pieceAt(i+1) == nil {
		return stretch{i + 1, r.wholePiece(r.clauseEnd(i, s))}
	}
	i = r.skipCommas(i, s.End)
	if i >= s.End {
		return stretch{}
	}
	if r.awaits(i, left, s) || r.alsoSaid(i, left, cut, s) {
		return stretch{i, r.wholePiece(r.clauseEnd(i, s))}
	}
	if p := r.pieceAt(i); p != nil && (i > cut.end || left.empty()) {
		return stretch{i, r.wholePiece(r.clauseEnd(i, s))}
	}
	if e := r.clauseRest(i, left, cut, s); e > i {
		return stretch{i, r.wholePiece(e)}
	}
	if left.empty() || r.mainVerb(left.first, left.end) == doc.None && r.in[left.end-1] == doc.None {
		if v := r.mainVerb(i, s.End); !left.empty() && (v == doc.None || r.is(i, lang.WordRelative) && r.tok[i].UPOS == doc.PRON) {
			return stretch{}
		}
		return stretch{i, r.wholePiece(r.clauseEnd(i, s))}
	}
	// "Berlin ouvrira un centre, a fait savoir le ministère, et financera un hôpital"
	if r.is(i, lang.WordCoordinator) && i+1 < s.End && r.cueAt[i+1] == doc.None && (r.finite(i+1) || r.is(i+1, lang.WordNegation)) {
		return stretch{i, r.wholePiece(r.clauseEnd(i, s))}
	}
	return stretch{}
}

// clauseRest is where a complement behind an insertion ends that the clause
// before it still waits for: "signifierait, selon lui, [la mort de la pêche]",
// "Pas question, prévient-il, [de céder]"; or i.
func (r *run) clauseRest(i int32, left, cut stretch, s doc.Sentence) int32 {
	if u := r.tok[i].UPOS; r.tok[cut.end-1].UPOS != doc.PRON && u != doc.ADP {
		for k := cut.first; k < cut.end; k++ {
			if r.cueAt[k] != doc.None {
				return i // "a raconté son directeur, le Dr Paul Verdier"
			}
		}
	}
	if left.empty() || i >= s.End || !r.comma(i-1) || r.in[left.end-1] != doc.None {
		return i
	}
	end := r.clauseEnd(i, s)
	head := doc.None
	for k := i; k < end; k++ {
		if r.finite(k) && r.in[k] == doc.None && !r.inRelative(k) {
			return i
		}
		if h := r.tok[k].Head; head == doc.None && (h < i || h >= end) && !r.punct(k) {
			head = k
		}
	}
	if head == doc.None || r.channelAt(i, s) != doc.None || r.is(i, lang.WordGerund|lang.WordCircumstance|lang.WordRelative) {
		return i
	}
	if h := r.tok[head].Head; h < left.first || h >= left.end {
		return i
	}
	switch d := r.tok[head].Deprel; {
	case d.Is(doc.RelObj), d.Is(doc.RelXcomp), d.Is(doc.RelObl), d.Is(doc.RelAcl) && r.form(head) == doc.VerbFormInf, d.Is(doc.RelNmod) && r.hasCase(head):
		return end
	}
	return i
}

func (r *run) skipCommas(i, end int32) int32 {
	for i < end && r.comma(i) {
		i++
	}
	return i
}

// clauseEnd looks forward from token i for an incise, a semicolon, another speaker,
// or the end of the sentence.
func (r *run) clauseEnd(i int32, s doc.Sentence) int32 {
	first := i
	for ; i < s.End; i++ {
		if r.in[i] != doc.None {
			continue
		}
		if k := r.cueAt[i]; k != doc.None && r.outer(&r.cues[k], s) {
			return r.cues[k].head
		}
		if i > first && (r.sign(i, ";") && r.mainVerb(first, i) != doc.None || r.nextSpeaker(first, i, s)) {
			return i
		}
	}
	return s.End
}

// nextSpeaker tells whether another speaker and verb of saying follow the
// conjunction at token i: "Pour la CGT, c'est « intolérable » et le directeur
// estime que …".
func (r *run) nextSpeaker(first, i int32, s doc.Sentence) bool {
	if r.tok[i].UPOS != doc.CCONJ {
		return false
	}
	v := r.mainVerb(i+1, s.End)
	if v == doc.None || v > i+25 || r.in[v] != doc.None {
		return false
	}
	k := r.cueAt[v]
	if k == doc.None || r.cues[k].passive || r.cues[k].incise || !r.cues[k].entry.Has(lang.FrameThat) || r.open(k, s).kind == openNothing {
		return false
	}
	n := r.cues[k].subject
	if n == doc.None || n <= i || n > v || r.tok[n].UPOS == doc.PRON || !r.canSpeak(n) {
		return false
	}
	m := r.mainVerb(first, i)
	return m != doc.None && r.cueAt[m] == doc.None
}

// outer tells whether a cue inside a clause in fact goes back to the writer: an
// incise, or a participle behind a comma ("…, ajoutant que").
func (r *run) outer(c *cue, s doc.Sentence) bool {
	if c.incise {
		return true
	}
	if r.shape(c) != gerundShape || c.entry == nil {
		return false
	}
	b := c.first - 1
	if b >= s.First && r.is(b, lang.WordGerund) {
		b--
		if b >= s.First && !r.comma(b) {
			return false
		}
	}
	return b >= s.First && (r.comma(b) || r.punct(b)) || c.end < s.End && r.sign(c.end, ":")
}

// wholePiece moves an end that would cut a quotation to the end of it.
func (r *run) wholePiece(end int32) int32 {
	if int(end) < len(r.tok) && r.in[end] != doc.None && end > 0 && r.in[end-1] == r.in[end] {
		return r.pieces[r.in[end]].end
	}
	return end
}

// trim drops punctuation around a content, but not marks, brackets or a
// question mark at its end, nor the second half of a contraction at its head.
func (r *run) trim(s stretch) stretch {
	for !s.empty() {
		t := &r.tok[s.first]
		if t.UPOS == doc.PUNCT && r.pieceAt(s.first) == nil && t.Form != "(" && t.Form != "[" && !r.s.marks[t.Form].opens || t.Part == doc.LaterPart {
			s.first++
			continue
		}
		break
	}
	for !s.empty() {
		i := s.end - 1
		t := &r.tok[i]
		if t.UPOS != doc.PUNCT || r.pieceEnding(i) != nil || t.Form == "?" || t.Form == "!" || t.Form == "…" || t.Form == "..." || t.Form == ")" || t.Form == "]" {
			break
		}
		if k := r.s.marks[t.Form]; k.closes && r.in[i] != doc.None {
			break
		}
		s.end--
	}
	return s
}

// cutInserts takes the writer's insertions out of a content.
func (r *run) cutInserts(s stretch, own int32) []stretch {
	out := []stretch{}
	for k := r.firstInsert(s.first); k < len(r.inserts) && r.inserts[k].first < s.end; k++ {
		in := &r.inserts[k]
		if in.said == own || in.end <= s.first {
			continue
		}
		if p := r.trim(stretch{s.first, min(s.end, in.first)}); !p.empty() {
			out = append(out, p)
		}
		s.first = max(s.first, in.end)
	}
	if p := r.trim(s); !p.empty() {
		out = append(out, p)
	}
	return out
}
