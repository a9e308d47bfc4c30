package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// mostLabel is how many words the label of a quotation may have.
const mostLabel = 32

// byLabel states a quotation behind a colon and a label that names who says it,
// without any verb, as live reports and round-ups print it: "14 h 10 – Luc
// Martel, maire de Brenne, sur Radio Lac : « … »".
func (r *run) byLabel(p *piece, si int32) bool {
	s := r.d.Sentences[si]
	colon := p.first - 1
	if colon <= s.First || !r.sign(colon, ":") || colon-s.First > mostLabel || r.in[s.First] != doc.None || r.mainVerb(s.First, colon) != doc.None {
		return false
	}
	h := r.labelled(s.First, colon)
	if h == doc.None || !p.finite && p.words < 3 && r.tok[h].UPOS != doc.PRON {
		return false // "Le navire : « La Mouette »", but "Lui : « Jamais. »"
	}
	st := r.newStatement(doc.None, r.s.rules.label)
	st.sentence, st.Act, st.Speaker = si, "state", h
	f, e := r.phraseOf(h)
	st.Source = r.spanOf(f, min(e, colon))
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	if to := r.labelTo(h+1, colon); to != doc.None {
		a, b := r.phraseOf(to)
		st.To, st.Addressee = []int32{to}, r.spanOf(max(a, r.caseOf(to)+1), min(b, colon))
	}
	p.settled = true
	r.add(st)
	return true
}

// labelled is who a label names: the first in it who may speak and stands behind
// no preposition. A state speaks only if the label begins with it.
func (r *run) labelled(first, colon int32) int32 {
	for i := first; i < colon; i++ {
		if r.punct(i) || r.timexAt(i) != doc.None {
			continue
		}
		if n := r.nounAt(i, colon); n != nil && r.tok[i].UPOS == doc.NOUN && !r.isPersonal(i) {
			return doc.None // "Réponse du maire : …" is the noun's
		}
		if r.mention[i] == doc.None || !r.canSpeak(i) || r.hasCase(i) || r.is(i, lang.WordThing|lang.WordNobody|lang.WordRelative) {
			continue
		}
		m := &r.d.Mentions[r.mention[i]]
		if m.Type == doc.Location && i > r.start(r.sentence(first))+1 {
			continue
		}
		return i
	}
	return doc.None
}

// isPersonal tells whether the token heads a mention of a person or a role.
func (r *run) isPersonal(i int32) bool {
	m := r.mention[i]
	return m != doc.None && (r.d.Mentions[m].Type == doc.Person || r.d.Mentions[m].Kind == doc.Role)
}

// labelTo is who a label says is told: "Luc Martel, à notre correspondant : …".
func (r *run) labelTo(first, colon int32) int32 {
	for i := first; i < colon; i++ {
		c := r.caseOf(i)
		if c >= first && r.is(c, lang.WordDative) && r.mention[i] != doc.None && r.canSpeak(i) && r.d.Mentions[r.mention[i]].Type != doc.Location && (r.comma(c-1) || r.tok[c-1].Form == "(") {
			return i
		}
	}
	return doc.None
}

// labelEnd is the colon behind the label of a statement without a cue, and the
// label's first token; or None.
func (r *run) labelEnd(st *statement) (first, colon int32) {
	s := r.d.Sentences[st.sentence]
	if st.Rule != r.s.rules.label || st.content[0].first <= s.First {
		return doc.None, doc.None
	}
	return s.First, max(st.content[0].first-1, s.First)
}

// labelWhen is the time expression that a label bears, or None.
func (r *run) labelWhen(st *statement) int32 {
	first, colon := r.labelEnd(st)
	if first == doc.None {
		return doc.None
	}
	best := doc.None
	for x := r.firstTimex(first); x != doc.None && int(x) < len(r.d.Timexes) && r.d.Timexes[x].First < colon; x++ {
		if k := r.d.Timexes[x].Kind; k == doc.Date || best == doc.None && k == doc.Clock {
			best = x
		}
	}
	return best
}

// byLineAbove states a quotation that opens its paragraph under a line that only
// names somebody, as opinions from the street are printed: "Karim, 22 ans,
// étudiant" over « C'est mon seul moyen d'aller à la fac. »
func (r *run) byLineAbove(p *piece, si int32) bool {
	s := r.d.Sentences[si]
	if si == 0 || p.first != s.First || r.d.Sentences[si-1].Block == s.Block || !p.finite {
		return false
	}
	above := r.d.Sentences[si-1]
	if above.End-above.First > 16 || int(si) > 1 && r.d.Sentences[si-2].Block == above.Block || r.kind(above) == doc.Title || r.in[above.First] != doc.None {
		return false
	}
	if r.mainVerb(above.First, above.End) != doc.None || r.stop(above.End-1, above) && !r.sign(above.End-1, ":") {
		return false
	}
	h := r.labelled(above.First, above.End)
	if h == doc.None || r.d.Mentions[r.mention[h]].Type != doc.Person && r.d.Mentions[r.mention[h]].Kind != doc.Role {
		return false
	}
	if f, _ := r.phraseOf(h); f > above.First+1 {
		return false // "La colère de Paul Roux": a heading
	}
	st := r.newStatement(doc.None, r.s.rules.label)
	st.sentence, st.Act, st.Speaker = si, "state", h
	f, e := r.phraseOf(h)
	st.Source = r.spanOf(f, min(e, above.End))
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	p.settled = true
	r.add(st)
	return true
}
