package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// complements makes the statements of the cues that are no incises: a clause,
// an infinitive, a quotation or a noun phrase behind them.
func (r *run) complements() {
	for k := range r.cues {
		c := &r.cues[k]
		if c.done || !r.stating(int32(k)) {
			continue
		}
		s := r.sentence(c.verb)
		st := r.newStatement(int32(k), "")
		if c.subject == doc.None && r.narrative(c) {
			st.Speaker = r.speakerBefore(st.sentence)
		}
		if !r.byColonObject(int32(k), &st, s) && !r.byAttribute(c, &st, s) && !r.byNoun(c, &st, s) && !r.byRelative(c, &st) && !r.byOwnWords(c, &st) && !r.askedAbout(c, &st, s) {
			continue
		}
		if c.effect == lang.EffectDeclined || c.effect == lang.EffectRefused {
			st.Act = "decline"
		}
		c.done = true
		r.add(st)
	}
}

// stating tells whether the cue may have a content behind it where it stands.
func (r *run) stating(k int32) bool {
	c := &r.cues[k]
	return !c.passive && c.effect != lang.EffectUnsaid && r.ownsClause(k) && !r.unsaid(k, r.sentence(c.verb))
}

// byColonObject states what stands behind a colon, or the object that stands before it.
// A colon without an object before it, a quotation, a clause and an infinitive
// are patterns of the data.
func (r *run) byColonObject(k int32, st *statement, s doc.Sentence) bool {
	o := r.opening(k)
	c := &r.cues[k]
	if o.kind != openColon {
		return false
	}
	st.Rule = r.s.rules.colon
	if h := r.objectOf(c, s); h != doc.None && h < o.at && c.entry.Has(lang.FrameObj|lang.FrameObjWord) && r.byNoun(c, st, s) {
		return true
	}
	if !c.entry.Has(lang.FrameSay | lang.FrameThat) {
		return false
	}
	st.root = o.root
	r.fillContent(c, st, o.at, s)
	return len(st.content) > 0
}

// fillContent sets the content from token at on, with a quotation behind a
// colon as a further span.
func (r *run) fillContent(c *cue, st *statement, at int32, s doc.Sentence) {
	end := r.contentEnd(c, at, st.root, s)
	st.content = r.cutInserts(stretch{at, end}, doc.None)
	r.addColon(st, end, s)
}

// addColon adds the quotation that follows a content behind a colon: "a
// précisé que … : « … »".
func (r *run) addColon(st *statement, end int32, s doc.Sentence) {
	if end+1 < s.End && r.sign(end, ":") {
		if p := r.pieceAt(end + 1); p != nil && !p.settled {
			st.content = append(st.content, stretch{p.first, p.end})
		}
	}
}

// askedAbout takes what somebody who declines was asked about: "Interrogé sur
// la réponse russe, son porte-parole n'a pas souhaité commenter".
func (r *run) askedAbout(c *cue, st *statement, s doc.Sentence) bool {
	if c.entry.Negated != "decline" || !c.negated && c.effect == lang.EffectSaid {
		return false
	}
	for k := r.cueAt[c.verb] - 1; k >= 0 && r.cues[k].verb >= s.First; k-- {
		o := &r.cues[k]
		if r.shape(o) != participleShape || o.entry.To != "obj" {
			continue
		}
		if at, root := r.oblique(o, s); at != doc.None && at < c.first {
			st.Rule, st.nominal, st.root = r.s.rules.oblique, true, root
			st.content = []stretch{r.trim(stretch{at, min(r.contentEnd(o, at, root, s), c.phraseFirst)})}
			return !st.content[0].empty()
		}
	}
	return false
}
