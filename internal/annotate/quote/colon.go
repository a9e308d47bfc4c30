package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// byColon states a quotation behind a colon whose clause has no verb of saying:
// "Un cadre se veut rassurant : « … »" is the subject's, "Réponse de l'intéressé :
// « … »" is that of the noun's author.
func (r *run) byColon(p *piece, si int32) bool {
	s := r.d.Sentences[si]
	colon := p.first - 1
	if colon <= s.First || !r.sign(colon, ":") || !p.finite || p.words >= 400 || !r.stop(p.end, r.sentence(p.end-1)) || r.in[s.First] != doc.None {
		return false
	}
	st := r.newStatement(doc.None, r.s.rules.colon)
	st.sentence, st.Act = si, "state"
	if v := r.mainVerb(s.First, colon); v != doc.None {
		if d := r.tok[v].Deprel; (d.Is(doc.RelAux) || d.Is(doc.RelCop)) && r.tok[v].Head >= 0 {
			v = r.tok[v].Head
		}
		st.Speaker = r.ownSubject(v)
	} else {
		st.Speaker = r.byNounColon(&st, s, colon)
	}
	n := st.Speaker
	if n == doc.None || n >= colon || !r.canSpeak(n) || r.is(n, lang.WordThing|lang.WordNobody|lang.WordRelative) || r.tok[n].UPOS == doc.PRON && r.is(n, lang.WordFirst) {
		return false
	}
	f, e := r.phraseOf(n)
	if r.is(n, lang.WordOwner) {
		f, e = n, n+1
	}
	st.Source = r.spanOf(f, min(e, colon))
	st.content = []stretch{r.trim(stretch{p.first, p.end})}
	p.settled = true
	r.add(st)
	return true
}

// byNounColon is the author of the word of speech that stands before a colon,
// which becomes the cue; or None.
func (r *run) byNounColon(st *statement, s doc.Sentence, colon int32) int32 {
	for i := s.First; i < colon && i < s.First+8; i++ {
		if r.tok[i].UPOS != doc.NOUN {
			continue
		}
		n := r.nounAt(i, s.End)
		if n == nil || n.Class != lang.NounWord && n.Class != lang.NounIdea {
			return doc.None
		}
		who, _ := r.nounAuthor(i, n, s)
		if who == doc.None {
			// "Réponse de l'intéressé": somebody the noun does not name.
			for k := r.tok[i].Child; k != doc.None; k = r.tok[k].Next {
				if k > i && r.tok[k].Deprel.Is(doc.RelNmod) && r.caseOf(k) != doc.None && r.is(r.caseOf(k), lang.WordOf) && (r.mention[k] != doc.None || r.canSpeak(k)) {
					who = k
				}
			}
		}
		if who != doc.None {
			st.CueToken, st.Act = i, n.Act
			st.Cue = r.d.SpanOf(i, i+1+int32(len(n.Rest)))
		}
		return who
	}
	return doc.None
}
