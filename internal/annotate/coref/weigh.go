package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// antecedentOf weighs the entities last spoken of for a pronoun.
func (r *run) antecedentOf(m int32, p lang.PronounForm) int32 {
	best, rank := none, int32(-1<<30)
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		several := k.plural || len(k.members) > 0
		if k.thing && !several || several != (p.Number == doc.NumberPlur) || !sameGender(k.gender, p.Gender) || r.excluded(m, c, p) {
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

// placeOf is where an entity was last spoken of, for the one who uses the
// pronoun: what the text itself tells goes on with whom it told of, whoever was
// named meanwhile in quoted or reported words.
func (r *run) placeOf(k *cluster, head int32) *place {
	if !r.inside[head] && k.told.sentence >= 0 && r.between(&k.told, head) <= 2 {
		return &k.told
	}
	return &k.place
}

// excluded tells whether the tree forbids the join.
func (r *run) excluded(m, c int32, p lang.PronounForm) bool {
	k, head := &r.clusters[c], r.d.Mentions[m].Head
	o, t := r.placeOf(k, head), &r.d.Tokens[head]
	distance := r.between(o, head)
	if distance > 4 || distance > 2 && k.kind != doc.ActorPerson && p.Number != doc.NumberPlur || distance > 3 && p.Number == doc.NumberPlur || r.onlyDateline(k) {
		return true
	}
	// "Il l'a remerciée": two arguments of one verb are two entities.
	if p.Class != lang.PronounPossessive && r.sharesVerb(o, t.Head) || p.Class != lang.PronounPossessive && r.sharesVerb(&k.place, t.Head) {
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
	if q := r.quote[head]; q != none && p.Class == lang.PronounSubject && r.speakerOf(q, 0) == c {
		return true
	}
	// Who speaks in the quoted words of somebody is not its speaker.
	if q, ok := r.speaks[m]; ok && o.quote == q {
		return true
	}
	return false
}

// sharesVerb tells whether an entity is an argument of the verb already, or the
// subject of the verb that an infinitive of purpose hangs on: "Le chef a convoqué
// l'ambassadeur pour lui dire …" is not said to the chief.
func (r *run) sharesVerb(o *place, verb int32) bool {
	if o.governor == none || o.sentence != r.sentence || verb == none || r.isTopic(o.last) {
		return false
	}
	v := &r.d.Tokens[verb]
	purpose := v.Feats.Has(doc.FeatVerbForm, doc.VerbFormInf) && (v.Deprel.Is(doc.RelAdvcl) || v.Deprel.Is(doc.RelObl))
	return o.governor == verb || purpose && o.subject && o.governor == v.Head
}

// weigh is how likely the entity is what the pronoun means: the sum of the
// weights of what is true of the two.
func (r *run) weigh(m, c int32, p lang.PronounForm, back int) (score int32) {
	var x lang.Traits
	r.traits(&x, m, c, p, back)
	for i, v := range x {
		score += v * r.w.Weights[i]
	}
	return score
}

// traits notes what is true of a pronoun and an entity.
func (r *run) traits(x *lang.Traits, m, c int32, p lang.PronounForm, back int) {
	k, head := &r.clusters[c], r.d.Mentions[m].Head
	o := r.placeOf(k, head)
	distance, same := r.between(o, head), o.sentence == r.sentence
	x[lang.WeighSentence], x[lang.WeighBack], x[lang.WeighCount] = distance, int32(back), min(k.count, 4)
	add := func(f lang.Weight, yes bool) {
		if yes {
			x[f] = 1
		}
	}
	person := k.kind == doc.ActorPerson && k.settled
	q, speaks := r.speaks[m]
	add(lang.WeighQuoteOther, o.quote != r.quote[head] && o.quote != none)
	add(lang.WeighQuoteOut, o.quote != r.quote[head] && o.quote == none)
	add(lang.WeighSubject, o.subject)
	add(lang.WeighEmbedded, o.subject && o.embedded)
	add(lang.WeighOblique, o.oblique)
	add(lang.WeighNested, o.nested)
	add(lang.WeighPerson, person)
	add(lang.WeighAnonymous, k.kind == doc.ActorAnonymous)
	add(lang.WeighState, k.kind == doc.ActorState)
	add(lang.WeighGroup, k.kind == doc.ActorGroup)
	add(lang.WeighBody, k.kind == doc.ActorBody)
	add(lang.WeighUnnamedBody, k.kind == doc.ActorBody && len(k.words) == 0)
	add(lang.WeighNamed, len(k.words) > 0)
	add(lang.WeighGender, p.Gender != 0 && k.gender == p.Gender)
	add(lang.WeighLastSpeaker, speaks && c == r.speaker && (!same || r.follows(q, head)))
	add(lang.WeighHeld, speaks && r.holds(q, o.last))
	add(lang.WeighHeldThing, speaks && !person && r.holds(q, o.last))
	add(lang.WeighInside, o.last >= 0 && r.inside[o.last] != r.inside[head])
	if w := r.within[head]; w != none && r.quote[head] == none {
		add(lang.WeighOwnWords, r.speakerOf(w, 0) == c)
	}
	add(lang.WeighOvertaken, r.overtaken(o, c, p))
	add(lang.WeighSameSentence, same)
	before := o.subject && !same && distance <= 1
	add(lang.WeighParallel, p.Class == lang.PronounSubject && before)
	add(lang.WeighParallelBody, p.Class == lang.PronounSubject && before && k.kind == doc.ActorBody)
	add(lang.WeighGoesOn, p.Class == lang.PronounSubject && before && o.again)
	add(lang.WeighThing, k.thing)
	add(lang.WeighFirst, back == 0)
	add(lang.WeighBlock, !r.sameBlock(o))
	switch p.Class {
	case lang.PronounObject, lang.PronounStrong:
		add(lang.WeighObjectSubject, o.subject && same)
		add(lang.WeighStrongSpeaks, speaks && o.subject && same)
	case lang.PronounPossessive:
		add(lang.WeighHouse, k.kind == doc.ActorPerson && r.isHouse(k, head))
		add(lang.WeighOwnSubject, o.subject && same)
		add(lang.WeighOwnThing, !person)
	}
}

// between is how many sentences part a pronoun from a place. Sentences that are
// nothing but somebody's quoted words do not count for one outside of them:
// "Anne Roux a protesté. « … . … . … », a-t-elle dit."
func (r *run) between(o *place, head int32) int32 {
	if o.sentence < 0 || r.quote[head] != none {
		return r.sentence - o.sentence
	}
	return r.narrated[r.sentence] - r.narrated[o.sentence]
}

// sameBlock tells whether a place is in the paragraph at hand.
func (r *run) sameBlock(o *place) bool {
	return o.sentence >= 0 && r.d.Sentences[o.sentence].Block == r.d.Sentences[r.sentence].Block
}

// overtaken tells whether another entity of the pronoun's gender has been a
// subject since: "Anne Roux a protesté. L'agence a refusé. Elle …".
func (r *run) overtaken(at *place, c int32, p lang.PronounForm) bool {
	plural := p.Number == doc.NumberPlur
	for i := len(r.recent) - 1; i >= 0 && r.recent[i] != c; i-- {
		o := &r.clusters[r.recent[i]]
		if o.subject && o.sentence > at.sentence && o.sentence < r.sentence && p.Gender != 0 && o.gender == p.Gender && !o.thing && plural == (o.plural || len(o.members) > 0) {
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
