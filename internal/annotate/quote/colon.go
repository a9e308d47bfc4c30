package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// byColon states a quotation behind a colon whose clause has no verb of saying:
// "Un cadre se veut rassurant : « … »" is the subject's.
func (r *run) byColon(p *piece, si int32) bool {
	s := r.d.Sentences[si]
	colon := p.first - 1
	if colon <= s.First || !r.sign(colon, ":") || !p.finite || p.words >= 400 || !r.stop(p.end, r.sentence(p.end-1)) || r.in[s.First] != doc.None {
		return false
	}
	if r.toldThenQuoted(p, colon, si) {
		return true
	}
	st := r.newStatement(doc.None, r.s.rules.colon)
	st.sentence, st.Act = si, "state"
	v := r.mainVerb(s.First, colon)
	if v == doc.None {
		return false
	}
	if d := r.tok[v].Deprel; (d.Is(doc.RelAux) || d.Is(doc.RelCop)) && r.tok[v].Head >= 0 {
		v = r.tok[v].Head
	}
	st.Speaker = r.ownSubject(v)
	n := st.Speaker
	if n == doc.None || n >= colon || !r.canSpeak(n) || r.is(n, lang.WordThing|lang.WordNobody|lang.WordRelative) || r.tok[n].UPOS == doc.PRON && r.is(n, lang.WordFirst) {
		return false
	}
	f, e := r.phraseOf(n)
	st.Source = r.spanOf(f, min(e, colon))
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	p.settled = true
	r.add(st)
	return true
}

// toldThenQuoted joins a quotation behind a colon to the statement that ends
// there: "a souligné la ressemblance des deux noms : « On nous confond »".
func (r *run) toldThenQuoted(p *piece, colon, si int32) bool {
	best := doc.None
	for k := r.first(si); k != doc.None; k = r.said[k].next {
		st := &r.said[k]
		if st.dropped || st.relay || st.cue == doc.None || len(st.content) == 0 || st.Speaker == doc.None || r.in[st.CueToken] != doc.None {
			continue
		}
		if x := r.trim(st.content[len(st.content)-1]); (x.end == colon || st.nominal && x.end < colon && r.mainVerb(x.end, colon) == doc.None && r.runsTo(st, colon)) && (best == doc.None || st.CueToken < r.said[best].CueToken) {
			best = k
		}
	}
	if best == doc.None {
		return false
	}
	st := &r.said[best]
	st.content = append(st.content, r.trim(stretch{p.first, p.end}))
	p.settled = true
	return true
}

// runsTo tells whether the statement's verb is the main one of the clause before
// the colon.
func (r *run) runsTo(st *statement, colon int32) bool {
	s := r.d.Sentences[st.sentence]
	c := &r.cues[st.cue]
	m := r.mainVerb(s.First, colon)
	return m != doc.None && c.first <= m && m < c.end && c.entry.Has(lang.FrameSay|lang.FrameObjWord)
}
