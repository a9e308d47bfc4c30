package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// leavesNoun tells whether the writer takes over at token i behind a noun phrase
// that is said: "a annoncé son départ [en lisant une lettre]", "dément l'accord
// [alors que …]", "propose la fusion [après avoir …]".
func (r *run) leavesNoun(c *cue, i, root int32, s doc.Sentence) bool {
	if !r.nounRoot(root) || root >= i || r.in[i] != doc.None || i+2 >= s.End || r.tok[c.verb].UPOS == doc.NOUN {
		return false
	}
	switch {
	case r.is(i, lang.WordGerund) && r.gerundBehind(i, s):
		return true
	case r.is(i, lang.WordSubordinator) && !r.is(i, lang.WordThat|lang.WordIf|lang.WordPurpose) && (r.is(i+1, lang.WordThat) || r.tok[i].UPOS == doc.SCONJ) && r.mainVerb(i+1, min(s.End, i+15)) != doc.None:
		return true
	case r.is(i, lang.WordAfter|lang.WordWithout) && r.tok[i].UPOS == doc.ADP && r.infinitive(i+1, s) != doc.None:
		return true
	case r.tok[i].UPOS == doc.ADP && r.occasionNoun(i, s):
		return true
	case r.comma(i) && r.saidOf(i+1, s):
		return true
	case r.shape(c) == gerundShape && r.finite(i) && r.tok[c.top].Deprel == doc.RelAcl:
		return !r.inRelative(i) && !r.d.Under(i, root) // "Des élus protestant contre la loi [ont] quitté la salle"
	}
	return r.ownRelative(c, i)
}

// gerundBehind tells whether a gerund follows, over pronouns and adverbs: "en le
// disant".
func (r *run) gerundBehind(i int32, s doc.Sentence) bool {
	for k := i + 1; k < s.End && k < i+4; k++ {
		if r.form(k) == doc.VerbFormGer || r.participle(k, doc.TensePres) && r.tok[k].UPOS != doc.ADJ {
			return true
		}
		if u := r.tok[k].UPOS; u != doc.PRON && u != doc.ADV {
			return false
		}
	}
	return false
}

// occasionNoun tells whether the preposition opens a phrase that says on which
// occasion: "au lendemain du vote", "en marge du sommet".
func (r *run) occasionNoun(i int32, s doc.Sentence) bool {
	for k := i + 1; k < s.End && k < i+5; k++ {
		if r.tok[k].UPOS == doc.NOUN {
			return r.q.Words[r.tok[k].Lemma]&lang.WordOccasionNoun != 0
		}
		if u := r.tok[k].UPOS; u != doc.DET && u != doc.ADJ && u != doc.NUM {
			return false
		}
	}
	return false
}

// saidOf tells whether a participle of saying begins at token i, with its adverb:
// "l'endettement, [jugé « préoccupant » par …]".
func (r *run) saidOf(i int32, s doc.Sentence) bool {
	for ; i < s.End && r.tok[i].UPOS == doc.ADV; i++ {
	}
	if i >= s.End || r.cueAt[i] == doc.None {
		return false
	}
	c := &r.cues[r.cueAt[i]]
	if c.verb != i || r.shape(c) != participleShape || c.passive {
		return false
	}
	for k := i; k+1 < s.End && k < i+8; k++ {
		if r.comma(k) {
			return !r.is(k+1, lang.WordOf) // "l'offre, formulée en mai, d'une salle commune"
		}
	}
	return true
}

// ownRelative tells whether a relative clause of saying begins at token i, whose
// noun it is that is said: "décline un appel [que Paris proposait]".
func (r *run) ownRelative(c *cue, i int32) bool {
	if !r.is(i, lang.WordRelative) || !r.is(i, lang.WordThat) || r.tok[i-1].UPOS != doc.NOUN && r.tok[i-1].UPOS != doc.PROPN && r.tok[i-1].UPOS != doc.ADJ {
		return false
	}
	for k := r.cueAt[c.verb] + 1; int(k) < len(r.cues) && r.cues[k].first < i+10; k++ {
		o := &r.cues[k]
		if o.first > i && r.lo[o.top] == i && r.tok[o.top].Deprel == doc.RelAclRelcl && r.isRelativeObject(o) && o.subject != doc.None && (o.entry.Has(lang.FrameObj) || o.entry.Has(lang.FrameObjWord)) {
			return true
		}
	}
	return false
}

// howLong tells whether the word of an occasion is followed by a number or a
// duration: "une trêve pendant trois jours" is one offer.
func (r *run) howLong(i int32) bool {
	return int(i+1) < len(r.tok) && (r.tok[i+1].UPOS == doc.NUM || r.timexAt(i+1) != doc.None && r.tok[i+1].UPOS != doc.DET)
}
