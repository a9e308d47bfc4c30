package coref

import (
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
		by := r.people(q.Speaker, q.Source)
		reason := "coref.unresolved"
		if m := r.mentionAt(q.Speaker); m != none && r.why[m] != "" {
			reason = r.why[m]
		} else if len(by) > 0 {
			reason = "coref.source"
		}
		if len(by) == 0 && i > 0 && r.d.Tokens[q.Speaker].UPOS == doc.PRON && r.near(&r.d.Quotations[i-1], q) {
			return r.d.Attributions[i-1].By, "coref.last-speaker"
		}
		return by, reason
	}
	if q.Follows >= 0 && q.Follows < i {
		return r.d.Attributions[q.Follows].By, "coref.follows"
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
		r.of[m], r.why[m] = r.adhoc(t, source), "coref.first"
		r.clusters[r.of[m]].kind = doc.ActorAnonymous
	}
	if issuer := r.issuer(t); issuer != none {
		return union(out, []int32{issuer})
	}
	c := r.clusterOf(m)
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
