package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// cited settles who is quoted by whom: "le préfet, cité par l'agence Borealis,
// affirme …" came through the agency, and what "Le Fanal, citant un préfet,
// rapporte" is the prefect's.
func (r *run) cited() {
	for k := range r.said {
		st := &r.said[k]
		if st.dropped || st.Speaker == doc.None || r.tok[st.Speaker].UPOS == doc.PRON {
			continue
		}
		s := r.sentence(st.Speaker)
		_, e := r.phraseOf(st.Speaker)
		for i := st.Speaker + 1; i < s.End && i < max(e, st.Speaker+1)+4; i++ {
			if !r.hasLemma(i, lang.WordCite) || r.cueAt[i] != doc.None && r.cues[r.cueAt[i]].aux != doc.None || r.in[i] != doc.None {
				continue
			}
			switch {
			case r.participle(i, doc.TensePast):
				r.citedBy(st, i, s)
			case r.participle(i, doc.TensePres), r.form(i) == doc.VerbFormGer:
				r.citing(st, i, s)
			}
			break
		}
	}
}

// citedBy adds the one who quotes the speaker: "cité mardi par Le Fanal".
func (r *run) citedBy(st *statement, cite int32, s doc.Sentence) {
	for i := cite + 1; i < s.End && i < cite+6; i++ {
		if r.comma(i) || r.finite(i) {
			return
		}
		if !r.is(i, lang.WordAgent) {
			continue
		}
		h := r.tok[i].Head
		if h == doc.None || h <= i || h >= s.End {
			h = r.nounFrom(i+1, s)
		}
		if h == doc.None || !r.canSpeak(h) || r.timexAt(h) != doc.None {
			return
		}
		f, e := r.phraseOf(h)
		st.Via = append(st.Via, doc.Reporter{Source: r.spanOf(max(f, i+1), max(e, h+1)), Cue: r.spanOf(cite, cite+1), Speaker: h})
		return
	}
}

// citing gives the statement to whom its source quotes.
func (r *run) citing(st *statement, cite int32, s doc.Sentence) {
	h := r.nounFrom(cite+1, s)
	for k := r.tok[cite].Child; k != doc.None; k = r.tok[k].Next {
		if k > cite && r.tok[k].Deprel.Is(doc.RelObj) {
			h = k
		}
	}
	if h == doc.None || !r.canSpeak(h) || h == st.Speaker || st.holds(h) {
		return
	}
	rep := st.reporter()
	if at := r.tok[cite-1]; at.UPOS == doc.PUNCT && rep.Source.Start < at.Span.Start && at.Span.Start < rep.Source.End {
		rep.Source.End = r.tok[cite-2].Span.End
	}
	f, e := r.phraseOf(h)
	st.Via = append(st.Via, rep)
	st.Speaker, st.Source = h, r.spanOf(max(f, cite+1), max(e, h+1))
}
