package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// antecedentOf weighs the entities last spoken of for a pronoun in the singular.
func (r *run) antecedentOf(m int32, p lang.PronounForm) int32 {
	best, rank := none, int32(-1<<30)
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if k.thing || k.plural || len(k.members) > 0 || !sameGender(k.gender, p.Gender) || r.excluded(m, c, p) {
			continue
		}
		if score := r.weigh(m, c, p, len(r.recent)-1-i); score > rank {
			best, rank = c, score
		}
	}
	if rank < r.w.Weights[lang.WeighLeast] {
		return none
	}
	return best
}

// excluded tells whether the tree forbids the join.
func (r *run) excluded(m, c int32, p lang.PronounForm) bool {
	k := &r.clusters[c]
	t := &r.d.Tokens[r.d.Mentions[m].Head]
	distance := r.sentence - k.sentence
	if distance > 4 || distance > 2 && k.kind != doc.ActorPerson || r.onlyDateline(k) {
		return true
	}
	// "Il l'a remerciée": two arguments of one verb are two entities.
	if p.Class != lang.PronounPossessive && k.governor != none && k.governor == t.Head && k.sentence == r.sentence && !r.isTopic(k.last) {
		return true
	}
	// "L'ami de Xavier a dit son …": the noun possessed is not the possessor;
	// nor is the person whose apposition it is: "Luc Roux, son avocat, …".
	if p.Class == lang.PronounPossessive {
		if k.last == t.Head {
			return true
		}
		if n := r.mentionAt(t.Head); n != none && r.clusterOf(r.nameBefore(n)) == c {
			return true
		}
	}
	// "Il m'a parlé de missiles", in the words of one, is about another.
	if q := r.quote[r.d.Mentions[m].Head]; q != none && p.Class == lang.PronounSubject && r.speakerOf(q, 0) == c {
		return true
	}
	// Who speaks in the quoted words of somebody is not its speaker.
	if q, ok := r.speaks[m]; ok && k.quote == q {
		return true
	}
	return false
}

// weigh is how likely the entity is what the pronoun means: the sum of the
// weights of what is true of the two.
func (r *run) weigh(m, c int32, p lang.PronounForm, back int) int32 {
	k, head, w := &r.clusters[c], r.d.Mentions[m].Head, &r.w.Weights
	distance := r.sentence - k.sentence
	score := w[lang.WeighSentence]*distance + w[lang.WeighBack]*int32(back) + w[lang.WeighCount]*min(k.count, 4)
	add := func(f lang.Weight, yes bool) {
		if yes {
			score += w[f]
		}
	}
	person := k.kind == doc.ActorPerson && k.settled
	q, speaks := r.speaks[m]
	add(lang.WeighQuoteOther, k.quote != r.quote[head] && k.quote != none)
	add(lang.WeighQuoteOut, k.quote != r.quote[head] && k.quote == none)
	add(lang.WeighSubject, k.subject)
	add(lang.WeighNested, k.nested)
	add(lang.WeighPerson, person)
	add(lang.WeighAnonymous, k.kind == doc.ActorAnonymous)
	add(lang.WeighState, k.kind == doc.ActorState)
	add(lang.WeighGroup, k.kind == doc.ActorGroup)
	add(lang.WeighBody, k.kind == doc.ActorBody)
	add(lang.WeighUnnamedBody, k.kind == doc.ActorBody && len(k.words) == 0)
	add(lang.WeighNamed, len(k.words) > 0)
	add(lang.WeighGender, p.Gender != 0 && k.gender == p.Gender)
	add(lang.WeighLastSpeaker, speaks && c == r.speaker && (distance > 0 || r.follows(q, head)))
	add(lang.WeighHeld, speaks && r.holds(q, k.last))
	add(lang.WeighHeldThing, speaks && !person && r.holds(q, k.last))
	add(lang.WeighInside, k.last >= 0 && r.inside[k.last] != r.inside[head])
	if o := r.within[head]; o != none && r.quote[head] == none {
		add(lang.WeighOwnWords, r.speakerOf(o, 0) == c)
	}
	add(lang.WeighOvertaken, r.overtaken(c, p.Gender))
	add(lang.WeighSameSentence, distance == 0)
	add(lang.WeighParallel, p.Class == lang.PronounSubject && k.subject && distance == 1)
	add(lang.WeighParallelBody, p.Class == lang.PronounSubject && k.subject && distance == 1 && k.kind == doc.ActorBody)
	add(lang.WeighFirst, back == 0)
	switch p.Class {
	case lang.PronounObject, lang.PronounStrong:
		add(lang.WeighObjectSubject, k.subject && distance == 0)
	case lang.PronounPossessive:
		add(lang.WeighHouse, k.kind == doc.ActorPerson && r.isHouse(k, head))
		add(lang.WeighOwnSubject, k.subject && distance == 0)
		add(lang.WeighOwnThing, !person)
	}
	return score
}

// overtaken tells whether another entity of the pronoun's gender has been a
// subject since: "Anne Roux a protesté. L'agence a refusé. Elle …".
func (r *run) overtaken(c int32, gender uint8) bool {
	k := &r.clusters[c]
	for i := len(r.recent) - 1; i >= 0 && r.recent[i] != c; i-- {
		o := &r.clusters[r.recent[i]]
		if o.subject && o.sentence > k.sentence && o.sentence < r.sentence && gender != 0 && o.gender == gender && !o.plural && !o.thing && len(o.members) == 0 {
			return true
		}
	}
	return false
}

// isHouse tells whether the noun that a possessive belongs to is the house of
// the person's office.
func (r *run) isHouse(k *cluster, possessive int32) bool {
	h := r.d.Tokens[possessive].Head
	if h == none || k.role.Empty() {
		return false
	}
	office, _, _ := strings.Cut(r.d.Words(k.role), " ")
	return r.w.Houses[strings.ToLower(office)].Name == r.d.Tokens[h].Lemma
}

// holds tells whether a token stands in the words of a quotation.
func (r *run) holds(q, t int32) bool {
	s := r.d.Tokens[t].Span
	for _, c := range r.d.Quotations[q].Content {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

// follows tells whether a quotation's words begin before the token: "…, a-t-il dit".
func (r *run) follows(q, t int32) bool {
	c := r.d.Quotations[q].Content
	return len(c) > 0 && c[0].Start < r.d.Tokens[t].Span.Start
}
