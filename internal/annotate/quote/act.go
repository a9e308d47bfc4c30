package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// act says what is done by saying it. Where the cue only tells that something
// was said, the content may tell more: "a déclaré qu'il était prêt à", « Nous
// n'avons rien promis », "réitère son soutien".
func (r *run) act(st *statement, q *doc.Quotation) {
	var e *lang.QuoteCue
	if st.cue != doc.None {
		e = r.cues[st.cue].entry
		if st.nominal && e.Nominal != "" && q.Act == e.Act && !r.isAttack(st) {
			q.Act = e.Nominal
		}
	}
	switch {
	case q.Act == "ask" && r.endsAsking(st):
		q.Act = "question"
	case q.Act == "propose" && st.Rule == r.s.rules.that && st.root != doc.None && (!r.subjunctive(st.root) || r.wordless(st)):
		q.Act = "state" // "a suggéré qu'ils étaient liés": no proposal
	case q.Act == "refuse" && r.aboutTalk(st):
		q.Act = "decline" // "s'est refusé à tout commentaire"
	case q.Act == "promise" && r.looksBack(st):
		q.Act = r.actOfContent(st, e) // "jure n'avoir rien signé"
	case q.Act == "state":
		q.Act = r.actOfContent(st, e)
		if e == nil || q.Act != "state" && q.Act != "deny" {
			return
		}
		if a, ok := r.q.Ahead[e.Name]; ok && r.looksAhead(st) {
			q.Act = a.Act // "a assuré que l'eau reviendrait"
		}
	}
}

// actOfContent is the act that the content tells, or "state".
func (r *run) actOfContent(st *statement, e *lang.QuoteCue) string {
	if r.names(st, e) {
		if a := r.actOfAttribute(st); a != "" {
			return a
		}
	}
	if st.nominal {
		if a := r.actOfNoun(st); a != "" {
			return a
		}
	}
	if r.endsAsking(st) && st.Rule != r.s.rules.whether {
		return "question"
	}
	if st.Rule == r.s.rules.inf {
		return r.actOfInfinitive(st, e)
	}
	return r.actOfClauses(st)
}

// names tells whether the cue says what something is: "qualifie le texte de
// ruse", "a été jugée inutile", "parle d'un « acte inamical »".
func (r *run) names(st *statement, e *lang.QuoteCue) bool {
	switch st.Rule {
	case r.s.rules.attr:
		return true
	case r.s.rules.oblique:
		return r.marked(st.content[0].first, st.content[0].end)
	}
	return e != nil && r.cues[st.cue].passive && (len(e.Attr) > 0 || e.Has(lang.FrameAttr|lang.FrameAttrMarked))
}

// actOfHead asks the table for the word that heads the content.
func (r *run) actOfHead(st *statement, head int32, neg bool) string {
	if head == doc.None {
		return "state"
	}
	t := &r.tok[head]
	a, ok := r.q.Heads[t.Lemma]
	if !ok || t.UPOS == doc.VERB && !r.firstPerson(head) && st.Rule != r.s.rules.inf {
		return "state"
	}
	if n := r.ownSubject(head); t.UPOS == doc.ADJ && n != doc.None && (r.tok[n].UPOS == doc.NOUN || r.tok[n].UPOS == doc.PROPN) {
		return "state" // "selon un diplomate, l'accord est prêt"
	}
	if neg && a.Negated != "" {
		return a.Negated
	}
	return a.Act
}

// actOfAttribute looks for an adjective said of the object.
func (r *run) actOfAttribute(st *statement) string {
	for _, c := range st.content {
		for i := c.first; i < c.end && i < c.first+30; i++ {
			if u := r.tok[i].UPOS; u != doc.ADJ && u != doc.NOUN && u != doc.VERB {
				continue
			}
			if a, ok := r.q.Said[r.tok[i].Lemma]; ok {
				return a.Act
			}
		}
	}
	return ""
}

// actOfNoun is the act of the noun of speech that heads a noun phrase.
func (r *run) actOfNoun(st *statement) string {
	c := st.content[0]
	for i := c.first; i < c.end && i < c.first+6; i++ {
		if r.tok[i].UPOS != doc.NOUN {
			continue
		}
		own := i > c.first && r.is(c.first, lang.WordOwner) || st.cue != doc.None && r.cues[st.cue].entry.Has(lang.FrameObjWord)
		if n := r.nounAt(i, int32(len(r.tok))); own && n != nil && (n.Class == lang.NounWord || n.Class == lang.NounIdea) {
			return n.Act
		}
		return ""
	}
	return ""
}

func (r *run) subjunctive(v int32) bool {
	for k := r.tok[v].Child; k != doc.None && k < v; k = r.tok[k].Next {
		if r.finite(k) && (r.tok[k].Deprel.Is(doc.RelAux) || r.tok[k].Deprel.Is(doc.RelCop)) {
			v = k
			break
		}
	}
	f := r.tok[v].Feats
	return f.Has(doc.FeatMood, doc.MoodSub) || f.Get(doc.FeatMood) == 0 || f.Has(doc.FeatTense, doc.TensePres)
}

// endsAsking tells whether the content is a question.
func (r *run) endsAsking(st *statement) bool {
	c := st.content[len(st.content)-1]
	if f := st.content[0]; len(st.content) > 1 && (f.end <= f.first || !r.sign(f.end-1, "?") && !r.sign(max(f.end-2, f.first), "?")) && r.in[f.first] != r.in[c.first] {
		return st.Rule == r.s.rules.whether // a statement, then a question
	}
	for i := c.end - 1; i >= c.first && i > c.end-3; i-- {
		if r.sign(i, "?") {
			return st.Rule == r.s.rules.whether || st.Act != "state" || r.mostlyAsks(c)
		}
	}
	return st.Rule == r.s.rules.whether
}

// mostlyAsks tells whether more sentences of the words ask than say something:
// « Un ami m'a offert un manteau. Et alors ? » is no question.
func (r *run) mostlyAsks(c stretch) bool {
	asks, says := 0, 0
	for i := c.first; i < c.end; i++ {
		switch {
		case r.sign(i, "?"):
			asks++
		case r.sign(i, "."), r.sign(i, "!"), r.sign(i, "…"):
			says++
		}
	}
	return asks > says
}

// negatedAt tells whether a negation stands in the stretch, end included.
func (r *run) negatedAt(first, end int32) bool {
	for i := first; i <= end; i++ {
		if r.is(i, lang.WordNegation) {
			return true
		}
	}
	return false
}

// noneAfter tells whether "aucun" follows the verb within its clause.
func (r *run) noneAfter(v, end int32) bool {
	for i := v + 1; i < end && i < v+8; i++ {
		if r.is(i, lang.WordNobody) && r.tok[i].UPOS == doc.DET || r.is(i, lang.WordNegator) && r.tok[i].UPOS == doc.DET {
			return true
		}
		if r.comma(i) {
			return false
		}
	}
	return false
}

// firstPerson tells whether the verb stands in the first person.
func (r *run) firstPerson(v int32) bool { return r.tok[v].Feats.Has(doc.FeatPerson, doc.PersonFirst) }

// negated tells whether a word that negates stands with the negation of the
// cue; "ne" alone ("ne … que", "avant qu'il ne") denies nothing.
func (r *run) reallyNegated(c *cue) bool {
	if c.link != doc.None && r.is(c.link, lang.WordWithout) {
		return true
	}
	s := r.sentence(c.verb)
	for i := c.first; i < s.End && i < c.end+7; i++ {
		if r.is(i, lang.WordNegator|lang.WordNobody) && r.tok[i].UPOS != doc.NOUN {
			return true
		}
		if i >= c.end && (r.comma(i) || r.is(i, lang.WordThat)) {
			return false
		}
	}
	for i := c.first - 1; i >= s.First && i > c.first-4; i-- {
		if r.is(i, lang.WordNobody|lang.WordNegator) {
			return true
		}
	}
	return false
}
