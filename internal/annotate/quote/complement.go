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
		if !r.byOpening(int32(k), &st, s) && !r.byAttribute(c, &st, s) && !r.byNoun(c, &st, s) && !r.byRelative(c, &st) && !r.byOwnWords(c, &st) && !r.askedAbout(c, &st, s) {
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

// byOpening states what a quotation or a colon opens. Clauses and infinitives
// are patterns of the data.
func (r *run) byOpening(k int32, st *statement, s doc.Sentence) bool {
	o := r.opening(k)
	c := &r.cues[k]
	rules := &r.s.rules
	switch o.kind {
	case openQuote:
		st.Rule = rules.quoted
		if p := r.pieceAt(o.at); p != nil && !p.finite && !r.speaks(c) {
			return false
		}
	case openColon, openColonClause:
		st.Rule = rules.colon
		if o.kind == openColonClause && (r.objectOf(c, s) != doc.None || r.inciseAfter(o.at, s)) {
			return false
		}
		if h := r.objectOf(c, s); o.kind == openColon && h != doc.None && h < o.at && c.entry.Has(lang.FrameObj|lang.FrameObjWord) && r.byNoun(c, st, s) {
			return true
		}
		if o.kind == openColon && !c.entry.Has(lang.FrameSay|lang.FrameThat) {
			return false
		}
	default:
		return false
	}
	st.root = o.root
	r.fillContent(c, st, o.at, s)
	if o.kind == openQuote && c.entry.Has(lang.FrameAttr|lang.FrameObj) && o.at == c.end {
		r.addAntecedent(c, st)
	}
	return len(st.content) > 0
}

// inciseAfter tells whether an incise follows in the sentence.
func (r *run) inciseAfter(i int32, s doc.Sentence) bool {
	k := r.firstInsert(i)
	return k < len(r.inserts) && r.inserts[k].first < s.End
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
