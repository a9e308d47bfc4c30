package coref

import (
	"strings"

	"readout/internal/doc"
)

// again finds whom a definite phrase in the singular takes up by words that the
// text has not said of him yet: "Anne Roux parle bas. L'ancienne directrice de
// l'usine …", "Kenji Mori … Le Japonais …", "L'ONG Rives … L'organisation de
// défense des oiseaux …". Only who was the subject just before is near enough.
func (r *run) again(m int32) int32 {
	x := &r.d.Mentions[m]
	if x.Unnamed || x.Kind == doc.Pronoun || x.Number == doc.NumberPlur || r.hasCount(x.Head) || r.hasName(m) {
		return none
	}
	if d := r.determiner(x.Head); d != detDefinite && d != detDemonstrative || r.setsOff(m) {
		return none
	}
	lemma := r.d.Tokens[x.Head].Lemma
	switch {
	case r.isDemonym(x.Head):
		return r.countryman(m)
	case r.isBody(lemma) || x.Type == doc.Organization:
		return r.variedBody(m, lemma)
	case x.Type == doc.Person || r.w.Is(lemma, "person"):
		return r.varied(m)
	}
	return none
}

// isDemonym tells whether a token is the name of one of a people: "le Japonais".
func (r *run) isDemonym(t int32) bool {
	k := &r.d.Tokens[t]
	return k.Form != k.Norm && r.w.Demonyms[strings.ToLower(k.Form)] != ""
}

// countryman is the last person of the country that "le Japonais" names, else
// the person without a country who was last a subject.
func (r *run) countryman(m int32) int32 {
	x := &r.d.Mentions[m]
	country := r.w.Demonyms[strings.ToLower(r.d.Tokens[x.Head].Form)]
	second := none
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if !isPerson(k) || k.plural || len(k.members) > 0 || !sameGender(k.gender, x.Gender) || r.encloses(m, c) || r.ownWords(c, m) {
			continue
		}
		if k.country == country && r.sentence-k.sentence <= 8 {
			return c
		}
		if second == none && k.country == "" && len(k.words) > 0 && r.sentence-k.sentence <= 2 && (k.subject || r.onlyPerson(c)) {
			second = c
		}
	}
	return second
}

// onlyPerson tells whether no other person with a name was spoken of lately.
func (r *run) onlyPerson(c int32) bool {
	for _, o := range r.recent {
		if k := &r.clusters[o]; o != c && isPerson(k) && len(k.words) > 0 && r.sentence-k.sentence <= 4 {
			return false
		}
	}
	return true
}

// varied is the person without a role who was the subject of the sentence before:
// "Anne Roux parle bas. L'ancienne directrice de l'usine reconnaît …". What
// somebody once was may be said of one whose office the text has given.
func (r *run) varied(m int32) int32 {
	x := &r.d.Mentions[m]
	former := r.isFormer(m)
	if n := r.d.Dependent(x.Head, doc.RelNmod); n != none && r.at[n] != none && r.hasName(r.at[n]) && !former {
		return none // "le patron de la CFE" is another one
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if !isPerson(k) || len(k.words) == 0 || k.plural || len(k.members) > 0 || k.sentence != r.sentence-1 || !k.subject || !sameCountry(k.country, x.Country) {
			continue
		}
		if !sameGender(k.gender, x.Gender) || r.encloses(m, c) || r.ownWords(c, m) || !r.aloneIn(c) {
			continue
		}
		if former || k.office == "" && r.roleless(k) && !r.belongs(k) {
			return c
		}
	}
	return none
}

// isFormer tells whether an adjective says that the office is of the past:
// "l'ancien ministre".
func (r *run) isFormer(m int32) bool {
	x := &r.d.Mentions[m]
	for t := x.First; t < x.Head; t++ {
		if r.w.Is(r.d.Tokens[t].Lemma, "past") {
			return true
		}
	}
	return false
}

// variedBody is the body that was the subject of the sentence before, if the noun
// is of its kind: "L'ONG Rives … L'organisation de défense des oiseaux", "Het
// Kanaal … Le quotidien anversois".
func (r *run) variedBody(m int32, lemma string) int32 {
	x := &r.d.Mentions[m]
	plain := r.isPlain(m)
	if n := r.d.Dependent(x.Head, doc.RelNmod); n != none && r.determined(n) && !plain {
		return none // "le syndicat des pilotes"
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if k.kind != doc.ActorBody && k.settled || len(k.words) == 0 || k.plural || k.state || r.isTime(k) || r.onlyDateline(k) || r.encloses(m, c) {
			continue
		}
		if r.sentence-k.sentence > 1 || !sameCountry(k.country, x.Country) || k.sentence == r.sentence && k.subject {
			continue
		}
		if r.hasWord(c, lemma) && plain {
			return c // "l'organisation État du Levant. L'organisation terroriste …"
		}
		if k.subject && k.sentence < r.sentence && r.kindAgrees(k, lemma) {
			return c
		}
	}
	return none
}

// kindAgrees tells whether the name or role of a body has a noun of the kind, or
// of no kind while the noun is one for bodies called anything.
func (r *run) kindAgrees(k *cluster, lemma string) bool {
	known := false
	for _, w := range append(strings.Fields(strings.ToLower(r.d.Words(k.role))), k.words...) {
		for _, a := range r.w.Folded[w] {
			if !strings.HasPrefix(a, "body-") {
				continue
			}
			known = true
			if r.w.Is(lemma, a) || r.w.Is(lemma, "body-any") {
				return true
			}
		}
	}
	return !known && (r.w.Is(lemma, "body-company") || r.w.Is(lemma, "body-media") || r.w.Is(lemma, "body-any"))
}
