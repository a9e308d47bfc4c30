package coref

import (
	"readout/internal/doc"
	"readout/internal/names"
)

// agrees tells whether the gender of a title allows the join: "Mme Clinton" is
// not "M. Clinton".
func (r *run) agrees(c, m int32) bool {
	k, x := &r.clusters[r.find(c)], &r.d.Mentions[m]
	g := r.genderOf(m)
	return k.gender == 0 || g == 0 || k.gender == g || k.kind != doc.ActorPerson || x.Type == doc.Organization
}

// genderOf is the gender of a mention; before an office of one form for both,
// the determiner tells it, whatever the name looks like: "la ministre Thi Lan".
func (r *run) genderOf(m int32) uint8 {
	x := &r.d.Mentions[m]
	if x.Type == doc.Organization && x.Number != doc.NumberPlur {
		for c := range r.children(x.Head) {
			// "le Haut-Commissariat": the article knows better than a table or the model
			if t := &r.d.Tokens[c]; t.UPOS == doc.DET && t.Feats.Get(doc.FeatGender) != 0 && t.Feats.Get(doc.FeatPoss) == 0 && t.Feats.Get(doc.FeatNumber) != doc.NumberPlur {
				return t.Feats.Get(doc.FeatGender)
			}
		}
	}
	if x.Type != doc.Person || x.Role.Empty() || x.Gender == doc.GenderFem || x.Number == doc.NumberPlur || !r.w.Is(r.d.Tokens[x.Head].Lemma, "epicene") {
		return x.Gender
	}
	for c := range r.children(x.Head) {
		if t := &r.d.Tokens[c]; t.Deprel.Is(doc.RelDet) && t.Feats.Has(doc.FeatGender, doc.GenderFem) {
			return doc.GenderFem
		}
	}
	return x.Gender
}

// typeOf is the type of a name; a place that no table knows may be anything.
func (r *run) typeOf(m int32) doc.EntityType {
	x := &r.d.Mentions[m]
	if x.Type == doc.Location && x.Country == "" {
		return doc.NoType
	}
	return x.Type
}

// kindIs tells whether a mention of this type may join the cluster.
func (r *run) kindIs(c, m int32) bool {
	k, t := &r.clusters[r.find(c)], r.typeOf(m)
	if !k.settled || t == doc.NoType {
		return true
	}
	return kindOf(t) == k.kind || k.kind == doc.ActorBody && t == doc.Location
}

func kindOf(t doc.EntityType) doc.ActorKind {
	switch t {
	case doc.Organization:
		return doc.ActorBody
	case doc.Location:
		return doc.ActorState
	}
	return doc.ActorPerson
}

// note takes over what a mention tells about its cluster.
func (r *run) note(c, m int32) {
	k, x := &r.clusters[c], &r.d.Mentions[m]
	if !k.settled && (x.Type != doc.NoType || x.Unnamed) {
		k.kind, k.settled = kindOf(x.Type), true
		if x.Type == doc.NoType {
			k.kind = doc.ActorAnonymous
		}
	}
	if k.gender == 0 && x.Number != doc.NumberPlur {
		k.gender = r.genderOf(m)
	}
	if k.country == "" {
		k.country = x.Country
	}
	office := r.office(m)
	if len(office) > len(k.office) && sameOffice(office, k.office) {
		k.office = office
	}
	if x.Role.Len() > k.role.Len() && (k.role.Empty() || office != "" && sameOffice(office, k.office)) {
		k.role = x.Role
	}
}

func add(index map[string][]int32, key string, c int32) {
	l := index[key]
	if len(l) >= perWord || len(l) > 0 && l[len(l)-1] == c {
		return
	}
	index[key] = append(l, c)
}

func join(w []string) string {
	if len(w) == 1 {
		return w[0]
	}
	n := 0
	for _, s := range w {
		n += len(s) + 1
	}
	b := make([]byte, 0, n)
	for _, s := range w {
		b = append(append(b, s...), ' ')
	}
	return string(b)
}

// within tells whether the words of one name stand among those of the other,
// an initial for a word allowed: "A. Montebourg", "Arnaud Montebourg".
func within(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	j := 0
	for _, w := range a {
		for j < len(b) && b[j] != w && !(len(w) == 1 && b[j] != "" && b[j][0] == w[0]) && !(len(b[j]) == 1 && b[j][0] == w[0]) {
			j++
		}
		if j == len(b) {
			return false
		}
		j++
	}
	return true
}

func prefix(a, b []string) bool {
	if len(a) > len(b) {
		return false
	}
	for i, w := range a {
		if b[i] != w {
			return false
		}
	}
	return true
}

// spelled tells whether two names of a person are one in two transliterations.
func spelled(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 || !names.SameWord(names.Last(a), names.Last(b)) {
		return false
	}
	if len(a) == 1 || len(b) == 1 {
		return true
	}
	x, y := a[0], b[0]
	return names.SameWord(x, y) || names.Key(x) == names.Key(y) || (len(x) == 1 || len(y) == 1) && x[0] == y[0]
}
