package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// cue is one verb of saying, with its group of words.
type cue struct {
	stretch     // the verb group
	entry       *lang.QuoteCue
	verb        int32 // the verb itself
	last        int32 // the last of its fixed words ("faire savoir"), or the verb
	top         int32 // the verb that carries tense and subject ("a tenu à préciser": tenu)
	aux         int32 // its first auxiliary, or None
	clitic      int32 // an inverted subject pronoun in the group, or None
	object      int32 // an object pronoun before the verb, or None
	dative      int32 // who is told, as a pronoun before the verb, or None
	link        int32 // the word before an infinitive or a gerund ("pour", "en"), or None
	effect      lang.QuoteEffect
	passive     bool
	negated     bool
	done        bool // a statement was made of it, or none can be
	incise      bool
	tail        int32 // end of an incise with its subject and trimmings
	head        int32 // where the incise begins, with the word before it ("comme")
	subject     int32 // head token of who says it, or None
	phraseFirst int32 // tokens of the source
	phraseEnd   int32
	opening     opening // what opens its content, once looked for
	opened      bool
}

// findCues finds the verbs of saying of a sentence.
func (r *run) findCues(si int32) {
	s := r.d.Sentences[si]
	if s.End-s.First > maxSentence {
		return
	}
	for i := s.First; i < s.End; i++ {
		t := &r.tok[i]
		lemma := t.Lemma
		if t.UPOS != doc.VERB && t.UPOS != doc.AUX && (t.UPOS != doc.ADJ || t.Feats.Get(doc.FeatVerbForm) != doc.VerbFormPart) {
			if t.UPOS != doc.NOUN && (t.UPOS != doc.ADJ && t.UPOS != doc.X || i+1 >= s.End || r.tok[i+1].UPOS != doc.DET && r.tok[i+1].UPOS != doc.SCONJ && t.UPOS != doc.X) {
				continue
			}
			var ok bool
			if lemma, ok = r.recover(i, s); !ok {
				continue
			}
		}
		if r.participle(i, doc.TensePast) && i > s.First && r.inciseParticiple(i, s) {
			r.word[i] |= recovered
		}
		entries, ok := r.q.Cues[lemma]
		if !ok || r.cueAt[i] != doc.None {
			continue
		}
		c := cue{verb: i, top: i, aux: doc.None, clitic: doc.None, object: doc.None, dative: doc.None, link: doc.None, subject: doc.None,
			effect: lang.EffectSaid}
		reflexive := r.clitics(&c, s)
		if r.word[i]&recovered != 0 && r.tok[i-1].UPOS == doc.DET && r.is(i-1, lang.WordObjectClitic) {
			c.object = i - 1 // "qui le juge « ruineux »": a noun to the tagger
		}
		if !r.pick(&c, entries, reflexive, s) {
			continue
		}
		if o := c.object; c.entry.To == r.q.Dative && c.dative == doc.None && o != doc.None && r.is(o, lang.WordDativeClitic) && r.is(o, lang.WordFirst) {
			c.dative, c.object = o, doc.None // "nous a-t-il déclaré"
		}
		r.group(&c, s)
		r.chain(&c, s)
		r.forms(&c, s)
		if c.effect == lang.EffectUnsaid {
			continue
		}
		for k := c.first; k < c.end; k++ {
			r.cueAt[k] = int32(len(r.cues))
		}
		r.cues = append(r.cues, c)
	}
}

// pick chooses the entry of the table that fits the words around the verb.
func (r *run) pick(c *cue, entries []lang.QuoteCue, reflexive bool, s doc.Sentence) bool {
	for k := range entries {
		e := &entries[k]
		if e.Reflexive != reflexive || e.Clitic != "" && !r.hasClitic(c, e.Clitic) {
			continue
		}
		last, ok := r.rest(c.verb, s.End, e.Rest)
		if !ok {
			continue
		}
		c.entry, c.last = e, last
		return true
	}
	return false
}

// rest finds the fixed words behind a verb; adverbs may stand between.
func (r *run) rest(verb, end int32, words []string) (int32, bool) {
	if len(words) == 0 {
		return verb, true
	}
	for i := verb + 1; i < end && i <= verb+6; i++ {
		if x := r.timexAt(i); x != doc.None {
			i = r.d.Timexes[x].End - 1
			continue
		}
		if e, ok := r.matches(i, end, words); ok {
			return e - 1, true
		}
		if u := r.tok[i].UPOS; u != doc.ADV && !r.is(i, lang.WordCliticSubject|lang.WordNegator) && u != doc.PRON {
			return verb, false
		}
	}
	return verb, false
}

// auxiliary finds the first auxiliary before a participle: by the tree, or else
// by looking back over adverbs.
func (r *run) auxiliary(verb int32, s doc.Sentence) int32 {
	aux, last := doc.None, doc.None
	for k := r.tok[verb].Child; k != doc.None && k < verb; k = r.tok[k].Next {
		if !r.tok[k].Deprel.Is(doc.RelAux) || r.tok[k].UPOS != doc.AUX || verb-k >= 16 {
			continue
		}
		if last == doc.None || k-last > 4 {
			aux = k // "avait été dit" begins with avait; a stray one far before does not count
		}
		last = k
	}
	if aux != doc.None || !r.participle(verb, doc.TensePast) {
		return aux
	}
	for i := verb - 1; i >= s.First && verb-i <= 6; i-- {
		t := &r.tok[i]
		if t.UPOS == doc.AUX || t.UPOS == doc.VERB && r.q.Words[t.Lemma]&lang.WordAuxiliary != 0 {
			if next := i + 1; next == verb || r.tok[next].UPOS == doc.ADV || r.tok[next].UPOS == doc.ADP || r.is(next, lang.WordCliticSubject) || r.comma(next) {
				return i
			}
			break
		}
		switch t.UPOS {
		case doc.VERB, doc.SCONJ, doc.CCONJ:
			return doc.None
		case doc.PUNCT:
			if !r.comma(i) {
				return doc.None
			}
		}
	}
	return doc.None
}

// clitics looks at the pronouns before the verb group and tells whether it is
// reflexive.
func (r *run) clitics(c *cue, s doc.Sentence) bool {
	c.aux = r.auxiliary(c.verb, s)
	at := c.verb
	if c.aux != doc.None {
		at = c.aux
	}
	reflexive := false
	for i := at - 1; i >= s.First && at-i <= 4; i-- {
		t := &r.tok[i]
		if t.UPOS != doc.PRON || !r.is(i, lang.WordObjectClitic|lang.WordReflexive) || r.ownsVerb(i, at) {
			break
		}
		if r.is(i, lang.WordReflexive) && (!r.is(i, lang.WordFirst) || r.tok[i].Feats.Has(doc.FeatReflex, doc.ReflexYes)) {
			reflexive = true
			continue
		}
		if r.is(i, lang.WordDativeClitic) && (t.Feats.Has(doc.FeatCase, 2) || t.Deprel.Is(doc.RelIobj) || !r.is(i, lang.WordFirst)) {
			c.dative = i
		} else {
			c.object = i
		}
	}
	return reflexive
}

// ownsVerb tells whether a pronoun that may be subject and object is the subject
// of the verb: "nous demandons", but not "nous a-t-il dit".
func (r *run) ownsVerb(i, verb int32) bool {
	if !r.is(i, lang.WordFirst) || !r.tok[i].Deprel.Is(doc.RelNsubj) {
		return false
	}
	f := r.tok[verb].Feats
	return f.Has(doc.FeatPerson, doc.PersonFirst) && f.Has(doc.FeatNumber, doc.NumberPlur)
}

func (r *run) hasClitic(c *cue, form string) bool {
	at := c.verb
	if c.aux != doc.None {
		at = c.aux
	}
	for i := at - 1; i >= 0 && at-i <= 3; i-- {
		if r.tok[i].Norm == form {
			return true
		}
	}
	return false
}

// group sets the verb group: negation, reflexive, auxiliaries, adverbs between,
// the verb with its fixed words and an inverted subject pronoun.
func (r *run) group(c *cue, s doc.Sentence) {
	c.first, c.end = c.verb, c.last+1
	if c.aux != doc.None && r.near(c.aux, c.verb) {
		c.first = c.aux
	}
	for i := c.first; i < c.verb; i++ {
		if r.is(i, lang.WordCliticSubject) {
			c.clitic = i
		}
	}
	for i := c.first - 1; i >= s.First; i-- {
		if r.tok[i].UPOS != doc.PRON && !r.is(i, lang.WordNegation) {
			break
		}
		switch {
		case r.is(i, lang.WordNegation) && r.tok[i].UPOS != doc.NOUN:
			c.first, c.negated = i, true
		case c.entry.Reflexive && r.is(i, lang.WordReflexive):
			c.first = i
		case !r.is(i, lang.WordObjectClitic|lang.WordReflexive):
			i = s.First
		}
	}
	if c.end < s.End && r.is(c.end, lang.WordCliticSubject) {
		c.clitic = c.end
		c.end++
	}
	if c.negated && c.aux == doc.None && c.end < s.End && r.is(c.end, lang.WordNegator) && r.tok[c.end].UPOS == doc.ADV {
		c.end++
	}
}

// near tells whether auxiliary and verb stand close enough to be one group.
// "a, ce mercredi 22 février, menacé" is not: the cue is the participle then.
func (r *run) near(aux, verb int32) bool {
	commas := 0
	for i := aux + 1; i < verb; i++ {
		if r.comma(i) {
			commas++
		}
	}
	return verb-aux <= 5 || commas == 0 && verb-aux <= 8
}

// chain looks for a verb before an infinitive: "a tenu à préciser", "n'a pas
// souhaité commenter", "devrait annoncer".
func (r *run) chain(c *cue, s doc.Sentence) {
	if r.form(c.verb) != doc.VerbFormInf || c.aux != doc.None && r.form(c.aux) != doc.VerbFormInf {
		return
	}
	i := c.first - 1
	for i >= s.First && (r.tok[i].UPOS == doc.ADV || r.tok[i].UPOS == doc.PRON || r.is(i, lang.WordNegation|lang.WordNegator)) {
		if r.is(i, lang.WordNegation) {
			c.negated = true
		}
		i--
	}
	link := ""
	if i >= s.First && r.tok[i].UPOS == doc.ADP {
		link = r.tok[i].Lemma
		c.link = i
		i--
	}
	for n := 0; i >= s.First && n < 3 && (r.tok[i].UPOS == doc.ADV || r.is(i, lang.WordNegator|lang.WordCliticSubject)); n++ {
		i--
	}
	if i < s.First {
		return
	}
	if h := r.tok[c.verb].Head; h != doc.None && h < i && h >= s.First && r.tok[c.verb].Deprel == doc.RelXcomp && r.comma(i) {
		i = h // "a tenté, en 2022, de mettre en garde"
	}
	for _, ch := range r.q.Chains[r.tok[i].Lemma] {
		if u := r.tok[i].UPOS; u != doc.VERB && u != doc.AUX || !r.links(&ch, link) || len(ch.Rest) > 0 {
			continue
		}
		r.joinChain(c, &ch, i, s)
		return
	}
}

func (r *run) links(ch *lang.QuoteChain, link string) bool {
	for _, l := range ch.Links {
		if l == link || l == "-" && link == "" {
			return true
		}
	}
	return false
}

// joinChain makes the verb group begin with the chain verb.
func (r *run) joinChain(c *cue, ch *lang.QuoteChain, verb int32, s doc.Sentence) {
	if own := r.cueAt[verb]; own != doc.None {
		// "refuse de confirmer": both are cues. The first one keeps the floor unless the second says nothing by itself.
		if ch.Effect == lang.EffectSaid && r.cues[own].entry.Act == "state" && c.aux == doc.None {
			r.cues[own].done = true
		} else if c.entry.Negated == "decline" && (ch.Effect == lang.EffectRefused || ch.Effect == lang.EffectDeclined) {
			r.cues[own].done = true
		} else {
			return
		}
	}
	top := cue{verb: verb, last: verb, entry: &lang.QuoteCue{Reflexive: true}, aux: doc.None, clitic: doc.None, object: doc.None, dative: doc.None}
	r.clitics(&top, s)
	r.group(&top, s)
	if own := r.cueAt[verb]; own != doc.None {
		top.first = r.cues[own].first
		top.negated = r.cues[own].negated
	}
	c.negated = c.negated || top.negated
	if c.first-verb > 6 {
		top.first = c.first
	}
	c.first, c.top, c.effect, c.link, c.clitic = top.first, verb, ch.Effect, doc.None, top.clitic
	if c.aux == doc.None {
		c.aux = top.aux
	}
	if ch.Effect == lang.EffectDeclined && !c.negated {
		c.effect = lang.EffectUnsaid
	}
}

// forms tells voice and negation, and drops what cannot state: the future and
// the imperative are not said yet.
func (r *run) forms(c *cue, s doc.Sentence) {
	for k := r.tok[c.verb].Child; k != doc.None && k <= c.last; k = r.tok[k].Next {
		if r.tok[k].Deprel == doc.RelAuxPass && (c.aux == doc.None || k >= c.aux) {
			c.passive = true
		}
	}
	if e := c.entry; c.passive && !e.Has(lang.FrameObj|lang.FrameObjWord|lang.FrameAttr) && e.To != "obj" && e.Target != "obj" && len(e.Attr) == 0 && r.agent(c.verb) == doc.None {
		c.passive = false // "sont convenus du retour": the tree mistook the auxiliary
	}
	head := c.top
	if c.aux != doc.None {
		head = c.aux
	}
	f := r.tok[head].Feats
	if f.Has(doc.FeatTense, doc.TenseFut) || f.Has(doc.FeatMood, doc.MoodImp) && r.in[head] == doc.None {
		c.effect = lang.EffectUnsaid
	}
	if c.link == doc.None && c.first > s.First && (r.tok[c.first-1].UPOS == doc.ADP || r.is(c.first-1, lang.WordGerund|lang.WordInfinitive|lang.WordPurpose|lang.WordWithout)) {
		c.link = c.first - 1
	}
	if k := c.first - 2; c.link == doc.None && k >= s.First && r.tok[k+1].UPOS == doc.ADV && r.is(k, lang.WordPurpose|lang.WordWithout) && r.form(c.verb) == doc.VerbFormInf {
		c.link = k // "pour formellement démentir"
	}
	if c.link != doc.None && r.is(c.link, lang.WordWithout) {
		c.negated = true
	}
}

// shape is how a cue stands in its clause.
type shape uint8

const (
	finiteShape     shape = iota
	gerundShape           // present participle or gerund
	infinitiveShape       //
	participleShape       // past participle without auxiliary
)

func (r *run) shape(c *cue) shape {
	head := c.top
	if c.aux != doc.None {
		head = c.aux
	}
	switch {
	case r.word[head]&recovered != 0:
		return finiteShape
	case r.form(head) == doc.VerbFormInf:
		return infinitiveShape
	case r.form(head) == doc.VerbFormGer, r.participle(head, doc.TensePres):
		return gerundShape
	case c.aux == doc.None && r.form(head) == doc.VerbFormPart:
		return participleShape
	}
	return finiteShape
}
