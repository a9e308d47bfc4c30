package coref

import (
	"strings"

	"readout/internal/doc"
)

// roleOf finds the person that "le ministre", "la présidente", "le dirigeant
// français" takes up: the one whose office, country and gender agree, the most
// exact before the nearest.
func (r *run) roleOf(m int32, lemma string) int32 {
	x := &r.d.Mentions[m]
	best, rank := none, 0
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if !isPerson(k) || k.plural || len(k.members) > 0 || !sameGender(k.gender, x.Gender) || !sameCountry(k.country, x.Country) {
			continue
		}
		score := r.roleScore(c, m, lemma)
		if score == 0 || r.ownWords(c, m) || r.encloses(m, c) {
			continue
		}
		score = score*8 - int(min(r.sentence-k.sentence, 7))
		if k.subject {
			score += 4 // "X s'est entretenue avec Y. La ministre a salué …": X
		}
		if score > rank {
			best, rank = c, score
		}
	}
	if best == none {
		return r.unroled(m)
	}
	return best
}

// unroled is the person without a role that the phrase of an office of state
// may be about: the only one, or the subject of the sentence before ("Anne Roux
// a protesté. Dans une lettre, la ministre de la Mer …").
func (r *run) unroled(m int32) int32 {
	x := &r.d.Mentions[m]
	only, n, sure := none, 0, false
	office := r.office(m)
	if r.determiner(x.Head) != detDefinite || !isSpecific(office) && !r.unique(*x, office) && (x.Country == "" || r.d.Dependent(x.Head, doc.RelNmod) != none) {
		return none
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if !isPerson(k) || len(k.words) < 1 || k.office != "" || !r.roleless(k) || k.plural || k.sentence == r.sentence {
			continue
		}
		if !sameGender(k.gender, x.Gender) || !sameCountry(k.country, x.Country) || r.sentence-k.sentence > 12 || r.encloses(m, c) || r.belongs(k) {
			continue
		}
		if k.subject && r.sentence-k.sentence <= 2 && r.aloneIn(c) {
			return c
		}
		// One who is known to be of the phrase's gender goes before those of unknown gender.
		known := x.Gender != 0 && k.gender == x.Gender
		if sure && !known {
			continue
		}
		if known && !sure {
			n, sure = 0, true
		}
		only = c
		n++
	}
	if n == 1 {
		return only
	}
	return none
}

// isPerson tells whether an entity is a person; a single word of no known type
// may as well be a company.
func isPerson(k *cluster) bool {
	return k.kind == doc.ActorPerson && (k.settled || len(k.words) != 1)
}

// roleless tells whether the text gives a person no role of his own: "son rival
// Luc Roux" only says what he is to another.
func (r *run) roleless(k *cluster) bool {
	if k.role.Empty() {
		return !r.affiliated(k)
	}
	word, _, _ := strings.Cut(r.d.Words(k.role), " ")
	word = strings.ToLower(word)
	return r.w.Is(word, "interlocutor") || r.w.Is(word, "counterpart")
}

// affiliated tells whether the name that brought a person in is followed by that
// of his house: "Luc Roux, CGT-Mineurs", "Anne Roux (Ligue des familles)".
func (r *run) affiliated(k *cluster) bool {
	if k.first == none {
		return false
	}
	at := r.d.Mentions[k.first].End
	if int(at)+1 >= len(r.d.Tokens) || r.d.Tokens[at].Form != "," && r.d.Tokens[at].Form != "(" {
		return false
	}
	for t := at + 1; int(t) < len(r.d.Tokens) && t < at+4; t++ {
		if o := r.at[t]; o != none {
			return r.d.Mentions[o].Type == doc.Organization && r.d.Mentions[o].First <= at+2
		}
	}
	return false
}

// determined tells whether a complement has an article or is a name: "de la
// mer", "de Brest", not "d'affaires".
func (r *run) determined(t int32) bool {
	return r.determiner(t) != detNone || r.d.Tokens[t].UPOS == doc.PROPN
}

// encloses tells whether the entity is named inside the phrase of a mention:
// "la mère de Lina" is not Lina.
func (r *run) encloses(m, c int32) bool {
	x := &r.d.Mentions[m]
	for t := x.First; t < x.End && t < x.First+40; t++ {
		o := r.at[t]
		if o == none || o == m || t == x.Head {
			continue
		}
		// "son" after the noun is not resolved yet: "le recteur de son université"
		if r.clusterOf(o) == c || t > x.Head && r.d.Tokens[t].Feats.Get(doc.FeatPoss) != 0 && r.clusters[c].kind == doc.ActorPerson {
			return true
		}
	}
	return false
}

// aloneIn tells whether nobody else was last the subject of the same sentence
// or of a later one.
func (r *run) aloneIn(c int32) bool {
	for _, o := range r.recent {
		k := &r.clusters[o]
		if o != c && k.subject && k.sentence >= r.clusters[c].sentence && k.sentence != r.sentence && k.kind == doc.ActorPerson && len(k.members) == 0 {
			return false
		}
	}
	return true
}

// ownWords tells whether a mention stands in the quoted words of an entity: who
// says "le chancelier m'a parlé" is not the chancellor.
func (r *run) ownWords(c, m int32) bool {
	q := r.quote[r.d.Mentions[m].Head]
	return q != none && r.speakerOf(q, 0) == c
}

// roleScore is how well a role phrase fits a person; 0 is not at all.
func (r *run) roleScore(c, m int32, lemma string) int {
	x, k := &r.d.Mentions[m], &r.clusters[c]
	score, office := 0, r.office(m)
	switch {
	case office != "" && k.office != "":
		if !r.mayTake(office, k.office) {
			return 0
		}
		score = 2
		if office == k.office {
			score = 3
		} else if !sameOffice(office, k.office) {
			score = 1
		}
	case r.sameHead(k, lemma):
		score = 3 // "la mère", of "la mère de Lina" before Lina
	case r.w.Is(lemma, "person"):
		score = 1
	default:
		return 0
	}
	if !r.subsumes(c, m) && (office == "" || office != k.office || !isSpecific(office)) && !r.w.Unique[office] {
		return 0
	}
	if x.Country != "" && x.Country == k.country {
		score += 2
	}
	if len(k.words) > 0 {
		score++
	}
	return score
}

// isSpecific tells whether an office says its field: minister.defence.
func isSpecific(office string) bool {
	for i := range office {
		if office[i] == '.' {
			return true
		}
	}
	return false
}

// sameHead tells whether the noun stands in the person's role, or heads the
// phrase that brought him in.
func (r *run) sameHead(k *cluster, lemma string) bool {
	return lemma != "" && (k.head == lemma || containsWord(r.d.Words(k.role), lemma))
}

// personOf finds the person that a general noun takes up ("l'élue"): one whose
// role has the noun, else the last person spoken of outside nested phrases.
func (r *run) personOf(m int32, lemma string) int32 {
	x := &r.d.Mentions[m]
	if c := r.d.Dependent(x.Head, doc.RelNmod); c != none && x.Country == "" && r.determined(c) {
		return none // but "le banquier d'affaires"
	}
	second, third, rank := none, none, -1000
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if !isPerson(k) || k.plural || len(k.members) > 0 || !sameGender(k.gender, x.Gender) || !sameCountry(k.country, x.Country) {
			continue
		}
		if r.encloses(m, c) {
			continue
		}
		if r.sameHead(k, lemma) {
			return c
		}
		switch {
		case !r.w.Is(lemma, "person") && k.office != "" && !r.mayTake(r.office(m), k.office) && !(r.w.Loose[k.office] && r.sentence-k.sentence <= 1 && k.gender == x.Gender):
			// "l'exploitant" is not the mayor named before; "la glaciologue" may be the author
		case len(k.words) > 0 && r.sentence-k.sentence <= 3 && (!k.nested || k.own && k.sentence == r.sentence && r.d.Tokens[x.Head].Deprel.Is(doc.RelNsubj)):
			score := -10 * int(r.sentence-k.sentence)
			if k.subject {
				score += 7 // "X, reçue par Y, a protesté. La dirigeante …": X
			}
			if score > rank {
				second, rank = c, score
			}
		case third == none && r.sentence-k.sentence <= 1 && r.sentence > k.sentence:
			third = c // "un homme a été arrêté. Le suspect …"
		}
	}
	if second == none {
		return third
	}
	return second
}

// counterpart finds "son homologue russe": another person of that country with
// the same office, never the possessor.
func (r *run) counterpart(m int32) int32 {
	x := &r.d.Mentions[m]
	owner := r.ownerOf(m)
	if owner == none {
		owner = r.lastSubject()
	}
	if owner == none {
		return none
	}
	o := &r.clusters[owner]
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if c == owner || !isPerson(k) || k.plural || len(k.members) > 0 || !sameGender(k.gender, x.Gender) || !sameCountry(k.country, x.Country) {
			continue
		}
		if o.country != "" && k.country == o.country || !sameOffice(o.office, k.office) {
			continue
		}
		if k.office == "" && k.country == "" && r.sentence-k.sentence > 3 {
			continue
		}
		return c
	}
	return r.partnerOf(owner, x)
}

// partnerOf is "son homologue" of one whose office has another name at home: the
// office-holder first named in the same sentence, of no known same country.
func (r *run) partnerOf(owner int32, x *doc.Mention) int32 {
	o := &r.clusters[owner]
	if o.first == none {
		return none
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if c == owner || !isPerson(k) || len(k.words) == 0 || k.office == "" || r.w.Relative[k.office] || k.owner != none || k.first == none || !sameGender(k.gender, x.Gender) || !sameCountry(k.country, x.Country) {
			continue
		}
		if (k.country == "" || k.country != o.country) && r.d.SentenceOf(r.d.Mentions[k.first].Head) == r.d.SentenceOf(r.d.Mentions[o.first].Head) {
			return c
		}
	}
	return none
}

// interlocutor finds "son interlocuteur", "son hôte": the other person of the
// exchange, never the possessor.
func (r *run) interlocutor(m int32) int32 {
	x := &r.d.Mentions[m]
	owner := r.ownerOf(m)
	if owner == none {
		return none
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if c == owner || !isPerson(k) || k.plural || len(k.members) > 0 || k.owner != none {
			continue
		}
		// "hôte", "interlocuteur" say little of the gender
		if x.Gender == doc.GenderFem && k.gender != doc.GenderFem {
			continue
		}
		return c
	}
	return none
}

// lastSubject is the entity last met as a subject.
func (r *run) lastSubject() int32 {
	for i := len(r.recent) - 1; i >= 0; i-- {
		if c := r.recent[i]; r.clusters[c].subject {
			return c
		}
	}
	return none
}

// latter finds "ce dernier": the entity mentioned last, not the one that the
// clause before was about.
func (r *run) latter(m int32) int32 {
	x := &r.d.Mentions[m]
	best, rank := none, 1000
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if r.sentence-k.sentence > 2 {
			continue
		}
		plural := k.plural || len(k.members) > 0 || k.kind == doc.ActorBody && x.Number == doc.NumberPlur
		if k.thing || plural != (x.Number == doc.NumberPlur) || !sameGender(k.gender, x.Gender) || k.kind == doc.ActorState && !k.subject {
			continue
		}
		// The nearest, but a person before a body, and one of known gender.
		cost := len(r.recent) - 1 - i
		if k.kind != doc.ActorPerson && !k.plural {
			cost += 3
		}
		if k.gender == 0 {
			cost += 2
		}
		if k.subject && k.sentence == r.sentence {
			cost += 8
		}
		if cost < rank {
			best, rank = c, cost
		}
	}
	return best
}

func containsWord(s, lemma string) bool {
	for len(s) >= len(lemma) {
		i := indexFold(s, lemma)
		if i < 0 {
			return false
		}
		end := i + len(lemma)
		if (i == 0 || !isLetter(s[i-1])) && (end == len(s) || !isLetter(s[end])) {
			return true
		}
		s = s[end:]
	}
	return false
}

// indexFold finds lemma in s, small and capital ASCII letters alike.
func indexFold(s, lemma string) int {
	if lemma == "" {
		return -1
	}
next:
	for i := 0; i+len(lemma) <= len(s); i++ {
		for j := 0; j < len(lemma); j++ {
			if lower(s[i+j]) != lower(lemma[j]) {
				continue next
			}
		}
		return i
	}
	return -1
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func isLetter(c byte) bool { c = lower(c); return 'a' <= c && c <= 'z' || c >= 0x80 }
