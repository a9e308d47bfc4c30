package coref

import (
	"sort"
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// attribute resolves the people of every quotation.
func (r *run) attribute() {
	r.d.Attributions = make([]doc.Attribution, len(r.d.Quotations))
	for i := range r.d.Quotations {
		q, a := &r.d.Quotations[i], &r.d.Attributions[i]
		for _, v := range q.Via {
			a.Via = append(a.Via, r.people(v.Speaker, v.Source))
		}
		r.holder = r.holderIn(q)
		a.By, a.Reason = r.speakers(int32(i), q)
		for _, t := range q.To {
			if m := r.mentionAt(t); m == none || !r.isObject(m) {
				a.To = without(union(a.To, r.people(t, text.Span{})), a.By)
			}
		}
		for _, t := range q.Target {
			if m := r.mentionAt(t); m != none && r.clusterOf(m) != none {
				a.Target = union(a.Target, r.people(t, text.Span{}))
			}
		}
		r.noteHouse(a)
	}
}

// isObject tells whether a mention is a thing in the singular: "en réponse à
// une question" is told to nobody.
func (r *run) isObject(m int32) bool {
	x := &r.d.Mentions[m]
	return x.Kind == doc.Nominal && x.Type == doc.NoType && !x.Unnamed && x.Number != doc.NumberPlur &&
		len(r.w.Anaphors[r.d.Tokens[x.Head].Lemma]) == 0
}

func without(list, drop []int32) []int32 {
	out := list[:0]
next:
	for _, x := range list {
		for _, y := range drop {
			if x == y {
				continue next
			}
		}
		out = append(out, x)
	}
	return out
}

// speakers finds who says a quotation and the rule that tells so.
func (r *run) speakers(i int32, q *doc.Quotation) ([]int32, string) {
	if q.Speaker >= 0 && int(q.Speaker) < len(r.d.Tokens) {
		// "a fait connaître son opposition": the possessor of the noun of speech
		if k := &r.d.Tokens[q.Speaker]; k.UPOS == doc.DET && k.Head == q.CueToken && r.at[q.Speaker] != none {
			if c := r.clusterOf(r.at[q.Speaker]); c != none {
				return []int32{c}, "coref.pronoun"
			}
		}
		by := r.people(q.Speaker, q.Source)
		reason := "coref.unresolved"
		if m := r.mentionAt(q.Speaker); m != none && r.why[m] != "" {
			reason = r.why[m]
		} else if len(by) > 0 {
			reason = "coref.source"
		}
		if p := r.pronoun[max(r.mentionAt(q.Speaker), 0)]; len(by) == 0 && p.Person == 1 {
			if c := r.voice(i, q.Speaker); len(c) > 0 {
				return c, "coref.first-person"
			}
			return nil, "coref.unresolved"
		}
		if len(by) == 0 && i > 0 && r.d.Tokens[q.Speaker].UPOS == doc.PRON && r.near(&r.d.Quotations[i-1], q) {
			return r.d.Attributions[i-1].By, "coref.last-speaker"
		}
		return by, reason
	}
	if q.Follows >= 0 && q.Follows < i {
		return r.d.Attributions[q.Follows].By, "coref.follows"
	}
	if c := r.otherSide(q); c != none {
		return []int32{c}, "coref.other-side"
	}
	if by, why := r.fromBody(i, q); len(by) > 0 {
		return by, why
	}
	if i > 0 && (q.Mode == doc.Direct || q.Mode == doc.Mixed) && len(q.Content) > 0 {
		p := &r.d.Quotations[i-1]
		if len(p.Content) > 0 && r.near(p, q) {
			return r.d.Attributions[i-1].By, "coref.last-speaker"
		}
	}
	return nil, "coref.no-source"
}

// otherSide is who answers in a dialogue whose text names only the one who asks:
// the other person last spoken of before it. Who asks and is not named stays unknown.
func (r *run) otherSide(q *doc.Quotation) int32 {
	if len(q.To) != 1 || !q.Source.Empty() || !q.Cue.Empty() || len(q.Content) == 0 || q.Mode != doc.Direct {
		return none
	}
	end := r.tokenFrom(q.Content[len(q.Content)-1].End - 1)
	if int(end) >= len(r.d.Tokens) || strings.HasSuffix(strings.TrimRight(r.d.Words(q.Content[len(q.Content)-1]), " »”\"\u00a0\u202f"), "?") {
		return none
	}
	to := r.people(q.To[0], text.Span{})
	start := r.tokenFrom(q.Content[0].Start)
	at := sort.Search(len(r.order), func(i int) bool { return r.d.Mentions[r.order[i]].Head >= start })
	for i := at - 1; i >= 0 && i > at-120; i-- {
		c := r.clusterOf(r.order[i])
		if c == none || r.inside[r.d.Mentions[r.order[i]].Head] {
			continue
		}
		k := &r.clusters[c]
		if isPerson(k) && len(k.words) > 0 && !k.plural && len(union(to[:len(to):len(to)], []int32{c})) > len(to) {
			return c
		}
	}
	return none
}

// voice is who "nous" is as a speaker: whoever says the words in which it
// stands, or the body whose communiqué the text is.
func (r *run) voice(i, t int32) []int32 {
	for j := range r.d.Quotations {
		if int32(j) < i && r.holds(int32(j), t) && len(r.d.Attributions[j].By) > 0 {
			return r.d.Attributions[j].By
		}
	}
	if r.quote[t] != none {
		return nil
	}
	for _, m := range r.order {
		x := &r.d.Mentions[m]
		s := r.d.SentenceOf(x.Head)
		if s == none || r.blockKind(s) == doc.Title || r.blockKind(s) == doc.Dateline {
			continue
		}
		if s > 4 {
			break
		}
		if c := r.clusterOf(m); c != none && r.clusters[c].kind != doc.ActorPerson && len(r.clusters[c].words) > 0 && r.d.Tokens[x.Head].Deprel.Is(doc.RelNsubj) {
			return []int32{c}
		}
	}
	return nil
}

// near tells whether a quotation without a source stands at most two sentences
// after another one.
func (r *run) near(p, q *doc.Quotation) bool {
	if len(p.Content) == 0 || len(q.Content) == 0 {
		return false
	}
	a := r.tokenFrom(p.Content[len(p.Content)-1].End - 1)
	b := r.tokenFrom(q.Content[0].Start)
	if int(a) >= len(r.d.Tokens) || int(b) >= len(r.d.Tokens) || b < a {
		return false
	}
	x, y := r.d.SentenceOf(a), r.d.SentenceOf(b)
	return x != none && y != none && y-x <= 2 && r.d.Sentences[x].Block == r.d.Sentences[y].Block
}

func (r *run) blockKind(s int32) doc.BlockKind {
	if b := r.d.Sentences[s].Block; b >= 0 && int(b) < len(r.d.Blocks) {
		return r.d.Blocks[b].Kind
	}
	return doc.Body
}

// person adds what one head means.
func (r *run) person(out []int32, t int32, source text.Span) []int32 {
	m := r.mentionAt(t)
	if m == none {
		m = r.mentionIn(source)
	}
	if m != none && r.pronoun[m].Class == lang.PronounIndefinite && r.of[m] == none {
		if c := r.whence(t); c != none {
			return union(out, []int32{c})
		}
		r.of[m], r.why[m] = r.adhoc(t, source), "coref.first"
		r.clusters[r.of[m]].kind = doc.ActorAnonymous
	}
	c := r.clusterOf(m)
	if m != none && r.pronoun[m].Class == lang.PronounRelative && c != none && r.clusters[c].first != none && len(r.clusters[c].words) == 0 {
		t = r.d.Mentions[r.clusters[c].first].Head // "a publié un communiqué qui annonce …"
	}
	if issuer := r.issuer(t); issuer != none {
		return union(out, []int32{issuer})
	}
	if c == none {
		if m != none && r.d.Mentions[m].Kind == doc.Pronoun || r.d.Tokens[t].UPOS == doc.PRON {
			return out
		}
		c = r.adhoc(t, source)
	}
	if ms := r.clusters[c].members; len(ms) > 0 {
		for _, k := range ms {
			out = union(out, []int32{r.find(k)})
		}
		return out
	}
	return union(out, []int32{c})
}

// whence is the house or circle from which an unnamed "on" speaks: "glisse-t-on
// dans l'entourage du ministre", "dit-on à l'Élysée", "auprès de la préfecture".
func (r *run) whence(t int32) int32 {
	v := r.d.Tokens[t].Head
	if v == none {
		return none
	}
	for c := range r.children(v) {
		k := &r.d.Tokens[c]
		switch {
		case k.Deprel.Is(doc.RelObl) && r.w.Is(r.caseOf(c), "whence"):
			if x := r.circle(c); x != none {
				return x
			}
		case k.UPOS == doc.ADV && r.w.Is(k.Lemma, "whence"):
			for o := range r.children(c) {
				if x := r.circle(o); x != none {
					return x
				}
			}
		}
	}
	return none
}

// circle is the entity of a place from which somebody unnamed may speak: a body,
// a state, an entourage.
func (r *run) circle(t int32) int32 {
	m := r.mentionAt(t)
	if m == none || r.isThing(m) {
		return none
	}
	x := &r.d.Mentions[m]
	if x.Type == doc.NoType && !x.Unnamed && !r.w.Is(r.d.Tokens[t].Lemma, "part") {
		return none
	}
	if c := r.clusterOf(m); c != none && (r.clusters[c].kind != doc.ActorPerson || x.Unnamed) {
		return c
	}
	return none
}

// caseOf is the lemma of the preposition of a noun, or "".
func (r *run) caseOf(t int32) string {
	if c := r.d.Dependent(t, doc.RelCase); c != none {
		return r.d.Tokens[c].Lemma
	}
	return ""
}

func union(a, b []int32) []int32 {
next:
	for _, x := range b {
		for _, y := range a {
			if x == y {
				continue next
			}
		}
		a = append(a, x)
	}
	return a
}
