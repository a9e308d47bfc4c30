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
