package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// state tells whether token i has a property that needs no value.
func (m *matcher) state(p lang.PatternState, i int32) bool {
	r := m.r
	if c := m.cue(i); c != nil {
		switch p {
		case lang.StateFinite:
			return r.shape(c) == finiteShape
		case lang.StateInfinitive:
			return r.shape(c) == infinitiveShape
		case lang.StateGerund:
			return r.shape(c) == gerundShape
		case lang.StateParticiple:
			return r.shape(c) == participleShape
		case lang.StatePassive:
			return c.passive
		case lang.StateNegated:
			return c.negated
		case lang.StateReflexive:
			return c.entry.Reflexive
		case lang.StateIncise:
			return c.incise
		case lang.StateDone:
			return c.done
		case lang.StateStating:
			return r.stating(r.cueAt[i])
		}
	}
	switch p {
	case lang.StateFinite:
		return r.finite(i)
	case lang.StateInfinitive:
		return r.form(i) == doc.VerbFormInf
	case lang.StateGerund:
		return r.form(i) == doc.VerbFormGer || r.participle(i, doc.TensePres)
	case lang.StateParticiple:
		return r.participle(i, doc.TensePast) && r.auxiliary(i, r.sentence(i)) == doc.None
	case lang.StatePassive:
		return r.hasPassive(i)
	case lang.StateNegated:
		return r.negatedAt(max(r.sentence(i).First, i-4), i)
	case lang.StateMain:
		return r.finite(i) && !r.inRelative(i)
	case lang.StateRelative:
		return r.inRelative(i)
	case lang.StateTime:
		return r.timexAt(i) != doc.None
	case lang.StateSpeaks:
		return r.canSpeak(i)
	case lang.StateSomeone:
		return r.mention[i] != doc.None || r.canSpeak(i)
	case lang.StateText:
		return r.isText(i, r.sentence(i))
	case lang.StateCapital:
		return r.capital(i)
	}
	return m.placed(p, i)
}

// placed tells where the token stands: in its sentence, in quotation marks, in
// a statement.
func (m *matcher) placed(p lang.PatternState, i int32) bool {
	r := m.r
	switch p {
	case lang.StateQuoted:
		return r.in[i] != doc.None
	case lang.StateOpens:
		return r.pieceAt(i) != nil
	case lang.StateCloses:
		return r.pieceEnding(i) != nil
	case lang.StateClause:
		return r.in[i] != doc.None && r.pieces[r.in[i]].finite
	case lang.StateInserted:
		return r.insertEnd(i) > i
	case lang.StateFirst:
		return i <= r.start(r.sentence(i))
	case lang.StateLast:
		return r.stop(i+1, r.sentence(i))
	case lang.StateParagraph:
		si := r.sentOf[i]
		s := r.d.Sentences[si]
		return i == s.First && (si == 0 || r.d.Sentences[si-1].Block != s.Block)
	case lang.StateComma:
		return r.comma(i)
	case lang.StateDash:
		return r.comma(i) && !r.sign(i, ",")
	case lang.StateTaken:
		return r.covered(i, r.sentOf[i])
	case lang.StateCued:
		return r.isCue(i)
	}
	return false
}

// isCue tells whether a statement of the sentence has the token as its cue.
func (r *run) isCue(i int32) bool {
	for k := r.first(r.sentOf[i]); k != doc.None; k = r.said[k].next {
		if st := &r.said[k]; st.CueToken == i && !st.dropped {
			return true
		}
	}
	return false
}

// kind is what the noun or pronoun stands for, as bits of lang.Kind….
func (m *matcher) kind(i int32) uint64 {
	r := m.r
	if r.tok[i].UPOS == doc.PRON || r.is(i, lang.WordOwner) && r.tok[i].UPOS == doc.DET {
		return lang.KindPronoun
	}
	k := r.mention[i]
	if k == doc.None {
		return 0
	}
	n := &r.d.Mentions[k]
	bits := uint64(0)
	switch n.Type {
	case doc.Person:
		bits = lang.KindPerson
	case doc.Organization:
		bits = lang.KindBody
	case doc.Location:
		bits = lang.KindPlace
		if n.Country != "" {
			bits |= lang.KindState
		}
	}
	switch n.Kind {
	case doc.Named:
		bits |= lang.KindNamed
	case doc.Role:
		bits |= lang.KindRole
	case doc.Pronoun:
		bits |= lang.KindPronoun
	case doc.Nominal:
		bits |= lang.KindNoun
	}
	if !n.Name.Empty() {
		bits |= lang.KindNamed
	}
	if n.Unnamed {
		bits |= lang.KindUnnamed
	}
	return bits
}
