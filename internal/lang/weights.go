package lang

import "strconv"

// Weight is one of the things that may be true of a pronoun and an entity; how
// much each says for the entity stands in coref/weights.tsv.
type Weight uint8

// What is weighed.
const (
	WeighLeast Weight = iota // below this sum there is no antecedent
	WeighSentence
	WeighBack
	WeighCount
	WeighQuoteOther
	WeighQuoteOut
	WeighSubject
	WeighNested
	WeighPerson
	WeighAnonymous
	WeighState
	WeighGroup
	WeighBody
	WeighUnnamedBody
	WeighNamed
	WeighGender
	WeighLastSpeaker
	WeighHeld
	WeighHeldThing
	WeighInside
	WeighSameSentence
	WeighParallel
	WeighFirst
	WeighObjectSubject
	WeighHouse
	WeighOwnSubject
	WeighOwnThing
	WeighParallelBody
	WeighOwnWords
	WeighOvertaken
	WeighEmbedded
	WeighOblique
	WeighGoesOn
	WeighBlock
	WeighStrongSpeaks
	WeighThing
	weights
)

// Traits is what is true of a pronoun and an entity, by what is weighed.
type Traits [weights]int32

var weightNames = map[string]Weight{
	"least": WeighLeast, "sentence": WeighSentence, "back": WeighBack, "count": WeighCount, "quote-other": WeighQuoteOther,
	"quote-out": WeighQuoteOut, "subject": WeighSubject, "nested": WeighNested, "person": WeighPerson, "anonymous": WeighAnonymous,
	"state": WeighState, "group": WeighGroup, "body": WeighBody, "unnamed-body": WeighUnnamedBody, "named": WeighNamed,
	"gender": WeighGender, "last-speaker": WeighLastSpeaker, "held": WeighHeld, "held-thing": WeighHeldThing, "inside": WeighInside,
	"same-sentence": WeighSameSentence, "parallel": WeighParallel, "first": WeighFirst, "object-subject": WeighObjectSubject,
	"house": WeighHouse, "own-subject": WeighOwnSubject, "own-thing": WeighOwnThing,
	"parallel-body": WeighParallelBody,
	"overtaken":     WeighOvertaken, "own-words": WeighOwnWords,
	"embedded": WeighEmbedded, "oblique": WeighOblique, "goes-on": WeighGoesOn, "block": WeighBlock, "strong-speaks": WeighStrongSpeaks, "thing": WeighThing,
}

func (r *reader) weights(c *Coref) {
	r.table("coref/weights.tsv", []string{"what", "weight"}, func(row Row) {
		n, err := strconv.Atoi(row.Get("weight"))
		w, ok := weightNames[row.Get("what")]
		if err != nil || !ok {
			row.Fail("what", "%q is not weighed, or %q is no number", row.Get("what"), row.Get("weight"))
			return
		}
		c.Weights[w] = int32(n)
	})
}
