package coref

import (
	"strings"

	"readout/internal/doc"
)

// apposed is the named entity that stands in apposition to a phrase, or to
// which the phrase stands in apposition: "la fédération des banques, Febelfin".
func (r *run) apposed(m int32) int32 {
	x := &r.d.Mentions[m]
	if x.Number == doc.NumberPlur || x.Unnamed {
		return none
	}
	h := r.d.Tokens[x.Head]
	if h.Deprel.Is(doc.RelAppos) && h.Head != none {
		if o := r.at[h.Head]; o != none && r.hasName(o) && r.mayAppose(m, o) {
			return r.clusterOf(o)
		}
	}
	if o := r.nextName(m); o != none {
		return r.clusterOf(o)
	}
	if o := r.nameBefore(m); o != none && r.determiner(x.Head) == detPossessive {
		return r.clusterOf(o)
	}
	for c := range r.children(x.Head) {
		t := &r.d.Tokens[c]
		// The parser takes "son homologue, le général X" for a list without "et".
		list := t.Deprel.Is(doc.RelConj) && r.d.Dependent(c, doc.RelCc) == none && x.Type == doc.Person
		// and the name in "mettre en garde Vega" for a complement
		bare := c == x.Head+1 && t.Deprel.Is(doc.RelNmod) && r.d.Dependent(c, doc.RelCase) == none && x.Type == doc.Person
		if o := r.at[c]; (t.Deprel.Is(doc.RelAppos) || list || bare) && o != none && r.hasName(o) && r.mayAppose(m, o) && r.d.Mentions[o].First <= x.End+1 {
			return r.clusterOf(o)
		}
	}
	return none
}

// nextName is a name between commas right after a definite phrase of its kind:
// "Selon la fédération des banques, Febelfin, …".
func (r *run) nextName(m int32) int32 {
	x := &r.d.Mentions[m]
	n := int32(len(r.d.Tokens))
	end := r.phraseEnd(m)
	if end+1 >= n || r.d.Tokens[end].Form != "," || r.determiner(x.Head) != detDefinite && r.determiner(x.Head) != detPossessive {
		return none
	}
	for t := end + 1; t < n && t < end+4; t++ {
		o := r.at[t]
		if o == none || r.d.Mentions[o].First != end+1 || !r.hasName(o) || !r.mayAppose(m, o) {
			continue
		}
		if end := r.d.Mentions[o].End; end < n && r.d.Tokens[end].UPOS == doc.PUNCT {
			return o
		}
	}
	return none
}

// nameBefore is a person's name that a comma parts from a phrase closed by a
// sign: "selon Luc Roux, son secrétaire général :".
func (r *run) nameBefore(m int32) int32 {
	x := &r.d.Mentions[m]
	n := int32(len(r.d.Tokens))
	if x.Type != doc.Person || x.First < 2 || r.d.Tokens[x.First-1].Form != "," || x.End >= n || r.d.Tokens[x.End].UPOS != doc.PUNCT {
		return none
	}
	for t := x.First - 2; t >= 0 && t > x.First-8; t-- {
		o := r.at[t]
		if o == none || r.d.Mentions[o].End > x.First-1 {
			continue
		}
		if r.d.Mentions[o].End == x.First-1 && r.hasName(o) && r.d.Mentions[o].Type == doc.Person && r.d.Mentions[o].Role.Empty() {
			return o
		}
		return none
	}
	return none
}

// phraseEnd is where the phrase of an office ends with a complement that the
// mention does not hold: "sa directrice pour l'Afrique, Ama Boateng,".
func (r *run) phraseEnd(m int32) int32 {
	x := &r.d.Mentions[m]
	if x.Type != doc.Person {
		return x.End
	}
	for t := x.End; int(t) < len(r.d.Tokens) && t < x.End+8; t++ {
		k := &r.d.Tokens[t]
		switch k.UPOS {
		case doc.ADP, doc.DET, doc.NOUN, doc.PROPN, doc.ADJ:
			if t == x.End && k.UPOS != doc.ADP {
				return x.End
			}
		case doc.PUNCT:
			if k.Form == "," {
				return t
			}
			return x.End
		default:
			return x.End
		}
	}
	return x.End
}

func (r *run) mayAppose(m, o int32) bool {
	x, y := &r.d.Mentions[m], &r.d.Mentions[o]
	if y.Type == doc.Location || y.Type == doc.NoType {
		return false
	}
	return x.Type == y.Type || x.Type == doc.NoType && r.isBody(r.d.Tokens[x.Head].Lemma) == (y.Type == doc.Organization)
}

func (r *run) hasCopula(t int32) bool {
	for c := range r.children(t) {
		if r.d.Tokens[c].Deprel.Is(doc.RelCop) {
			return true
		}
	}
	return false
}

// adopt gives a name met for the first time the role phrases that stood before
// it: "La ministre s'est tue. Jeanne Aubry, ministre de la Mer, …". It also
// tells whose homologue it is.
func (r *run) adopt(m, c int32) int32 {
	k := &r.clusters[c]
	x := &r.d.Mentions[m]
	if r.w.Is(r.d.Tokens[x.Head].Lemma, "counterpart") && k.peer == none {
		if o := r.ownerOf(m); o != none && o != c {
			k.peer = o
			if k.office == "" {
				k.office = r.clusters[o].office
			}
		}
	}
	if !r.w.Is(r.d.Tokens[x.Head].Lemma, "counterpart") && k.owner == none && r.determiner(x.Head) == detPossessive {
		if o := r.ownerOf(m); o != c {
			k.owner = o // "son porte-parole, Marc Petit"
		}
	}
	if k.count > 0 {
		return c
	}
	if b := r.titleOf(m, c); b != none {
		r.drop(b)
		r.merge(c, b)
		return c
	}
	if k.kind != doc.ActorPerson {
		return c
	}
	if k.office == "" {
		return r.adoptBare(m, c)
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		b := r.recent[i]
		o := &r.clusters[b]
		if b == c || len(o.words) > 0 || o.kind != doc.ActorPerson || o.plural || len(o.members) > 0 || o.office == "" || o.first == none {
			continue
		}
		if !sameGender(o.gender, k.gender) || !sameCountry(o.country, k.country) || !sameOffice(o.office, k.office) && (o.country != "" || !r.mayTake(o.office, k.office)) {
			continue
		}
		// "Un porte-parole a nié. … son porte-parole, Luc Roux": two, or not said
		if r.determiner(r.d.Mentions[o.first].Head) == detIndefinite {
			continue
		}
		if o.owner != none && !r.w.Is(o.head, "counterpart") && (o.owner != r.ownerOf(m) || o.head != r.d.Tokens[x.Head].Lemma) {
			continue
		}
		if o.country == "" && r.sentence-o.sentence > 6 {
			continue
		}
		r.drop(b)
		r.merge(c, b)
		return c
	}
	return c
}

// titleOf is who the headline brings in by the noun of a name's role: "Un député
// accuse" above "Un député de la Somme, Luc Verdier, …".
func (r *run) titleOf(m, c int32) int32 {
	x := &r.d.Mentions[m]
	if s := r.d.SentenceOf(x.Head); x.Role.Empty() || s == none || r.blockKind(s) == doc.Title {
		return none
	}
	for _, b := range r.titled {
		o := &r.clusters[b]
		if o.merged != none || o.kind != r.clusters[c].kind && o.kind != doc.ActorAnonymous || o.plural || o.owner != none || r.bodyKnows(b) || !containsWord(r.d.Words(x.Role), o.head) && !(o.kind == doc.ActorBody && r.sameKind(o.head, r.d.Tokens[x.Head].Lemma)) {
			continue
		}
		if sameGender(o.gender, r.clusters[c].gender) && sameCountry(o.country, r.clusters[c].country) && r.subsumedBy(b, m) {
			return b
		}
	}
	return none
}

// sameKind tells whether two nouns name the same kind of body: "une ONG" above,
// "l'association Passages" below.
func (r *run) sameKind(a, b string) bool {
	for _, x := range r.w.Anaphors[a] {
		if kind, ok := strings.CutPrefix(x, "body-"); ok && kind != "any" && r.w.Is(b, x) {
			return true
		}
	}
	return false
}

// adoptBare gives a name met for the first time as a speaker, without a role in
// the whole text, the only office-holder spoken of just before without a name:
// "Le ministre de la Mer se rendra à Brest. « … », a dit Luc Aubry."
func (r *run) adoptBare(m, c int32) int32 {
	k := &r.clusters[c]
	if _, speaks := r.speaks[m]; len(k.words) < 2 || !k.role.Empty() || k.owner != none || k.peer != none || !speaks && !r.alone(c) {
		return c
	}
	only := none
	for i := len(r.recent) - 1; i >= 0; i-- {
		b := r.recent[i]
		o := &r.clusters[b]
		if b == c || len(o.words) > 0 || o.kind != doc.ActorPerson || o.plural || len(o.members) > 0 || o.owner != none || o.peer != none || r.sentence-o.sentence > 3 {
			continue
		}
		if o.first == none {
			continue // whose house is meant, but nothing names him
		}
		if !isSpecific(o.office) && !r.unique(r.d.Mentions[o.first], o.office) || r.determiner(r.d.Mentions[o.first].Head) != detDefinite {
			continue
		}
		if only != none || r.inside[r.d.Mentions[o.first].Head] && o.count == 1 && !o.subject {
			return c
		}
		only = b
	}
	if only == none || r.sentence == r.clusters[only].sentence || !sameGender(r.clusters[only].gender, k.gender) || !sameCountry(r.clusters[only].country, k.country) {
		return c
	}
	r.drop(only)
	r.merge(c, only)
	return c
}

// alone tells whether a person is the only one whom the text names in full and
// gives no role.
func (r *run) alone(c int32) bool {
	for i := range r.clusters {
		k := &r.clusters[i]
		if int32(i) != c && k.merged == none && k.kind == doc.ActorPerson && k.settled && len(k.words) > 1 && k.office == "" {
			return false
		}
	}
	return true
}

// unique tells whether a phrase names an office that a state has but one of:
// "le chef de l'État", and "le président" if nothing says of what.
func (r *run) unique(x doc.Mention, office string) bool {
	return r.w.Unique[office] || r.w.UniqueBare[office] && x.End-x.First <= 2
}

// drop takes a cluster out of the recent list.
func (r *run) drop(c int32) {
	for i, k := range r.recent {
		if k == c {
			r.recent = append(r.recent[:i], r.recent[i+1:]...)
			return
		}
	}
}

// predicate joins a role said of a subject: "Marc Aubert est le ministre de la Mer".
// The role's own mention, if it has one, then means the subject.
func (r *run) predicate(m, c int32) {
	t := &r.d.Tokens[r.d.Mentions[m].Head]
	if !t.Deprel.Is(doc.RelNsubj) || t.Head == none || r.clusters[c].kind != doc.ActorPerson {
		return
	}
	p := r.at[t.Head]
	if p == none || r.of[p] != none || !r.hasCopula(t.Head) {
		return
	}
	if x := &r.d.Mentions[p]; x.Kind == doc.Role && x.Number != doc.NumberPlur {
		r.join(p, c, "coref.copula")
		r.note(c, p)
	}
}
