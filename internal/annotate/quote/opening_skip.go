package quote

import (
	"slices"

	"readout/internal/doc"
)

// person tells whether the quotation that ends before token i is only who is
// accused, asked or warned: "a accusé « des forces occultes » de vouloir …".
func (r *run) person(c *cue, i int32, s doc.Sentence) bool {
	return (c.entry.To == "obj" || c.entry.Target == "obj") && i+1 < s.End && r.tok[i].UPOS == doc.ADP && slices.Contains(c.entry.Inf, r.tok[i].Lemma) &&
		r.infinitive(i+1, s) != doc.None
}

// behindPreposition tells whether a preposition governs the quotation: "au
// « 20 Heures » de la chaîne", "contre toute « ingérence »".
func (r *run) behindPreposition(c *cue, i int32) bool {
	for k := i - 1; k >= c.end; k-- {
		switch r.tok[k].UPOS {
		case doc.ADP:
			return true
		case doc.DET, doc.ADJ, doc.NUM:
		case doc.NOUN:
			// "s'est félicitée d'un vote « sans appel »": the rest of a phrase
			if k < i-2 || r.timexAt(k) != doc.None || !r.hasCase(k) || r.caseOf(k) < c.end || !takes(c.entry, r.tok[r.caseOf(k)].Lemma) {
				return false
			}
			return true
		default:
			return false
		}
	}
	return false
}

// beforeMark steps back over the words of a noun phrase whose rest is quoted:
// "une « coopération accrue »".
func (r *run) beforeMark(c *cue, i int32) int32 {
	for k := i - 1; k >= c.end; k-- {
		switch r.tok[k].UPOS {
		case doc.DET:
			return k
		case doc.ADJ, doc.NUM:
		default:
			return i
		}
	}
	return i
}

// isTold tells whether the noun is who is spoken to, or a place, and no object.
func (r *run) isTold(c *cue, i int32) bool {
	for n := 0; n < 4 && i != doc.None; n++ {
		if r.hasCase(i) || i == c.subject {
			return true
		}
		if u := r.tok[i].Head; u == doc.None || u <= c.verb || r.hasComma(min(u, i), max(u, i)) {
			return false
		}
		i = r.tok[i].Head
	}
	return false
}
