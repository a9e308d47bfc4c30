package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/names"
)

// sameOwner: "son porte-parole" again of the same person, named or not.
func (r *run) sameOwner(m int32, lemma string) (int32, string) {
	owner := r.ownerOf(m)
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		if k := &r.clusters[c]; k.owner == owner && k.head == lemma {
			return c, "coref.owner"
		}
	}
	// "son ministère", of the minister of that house
	o := &r.clusters[owner]
	if x := &r.d.Mentions[m]; o.kind == doc.ActorPerson && (r.isBody(lemma) || x.Type == doc.Organization) {
		for i := len(r.recent) - 1; i >= 0; i-- {
			c := r.recent[i]
			k := &r.clusters[c]
			if k.kind == doc.ActorBody && k.country == o.country && o.country != "" && r.hasWord(c, lemma) {
				return c, "coref.house"
			}
		}
	}
	// "X, qui préside l'association Vents … Son association"
	if x := &r.d.Mentions[m]; o.kind == doc.ActorPerson && x.Number != doc.NumberPlur && r.isBare(m) {
		for i := len(r.recent) - 1; i >= 0; i-- {
			c := r.recent[i]
			if k := &r.clusters[c]; k.kind == doc.ActorBody && len(k.words) > 0 && r.sentence-k.sentence <= 3 && r.hasWord(c, lemma) {
				return c, "coref.owner"
			}
		}
	}
	return none, ""
}

// hasWord tells whether the name or first phrase of a cluster begins with the noun.
func (r *run) hasWord(c int32, lemma string) bool {
	k := &r.clusters[c]
	if k.head == lemma {
		return true
	}
	f := names.Fold(lemma)
	for _, w := range k.words {
		if w == f {
			return true
		}
	}
	return containsWord(r.d.Words(k.role), lemma)
}

// lastState is the state most spoken of, for "le pays".
func (r *run) lastState() int32 {
	best := none
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		if k := &r.clusters[c]; k.state && (best == none || k.count > r.clusters[best].count) {
			best = c
		}
	}
	return best
}

// lastSource is the last anonymous source or body that spoke.
func (r *run) lastSource() int32 {
	if r.source != none {
		return r.source
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if k.kind == doc.ActorAnonymous || c == r.source {
			return c
		}
	}
	return none
}

// bodyOf finds the body that "le ministère" or "l'ONG" takes up: one whose
// name or phrase has the noun, or one of a kind the noun may name.
func (r *run) bodyOf(m int32, lemma string) int32 {
	x := &r.d.Mentions[m]
	second := none
	if r.setsOff(m) {
		return none
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		c := r.recent[i]
		k := &r.clusters[c]
		if k.kind != doc.ActorBody && k.kind != doc.ActorGroup && (k.settled || len(k.words) != 1) || k.plural || !sameCountry(k.country, x.Country) || k.head != lemma && !r.mayTake(r.office(m), k.office) || r.encloses(m, c) || r.isTime(k) {
			continue
		}
		if r.hasWord(c, lemma) && r.subsumes(c, m) {
			return c
		}
		if r.onlyDateline(k) {
			continue
		}
		if second != none || r.sentence-k.sentence > 8 || x.End-x.First > 4 {
			continue
		}
		if (r.isBare(m) || r.isPlain(m) && len(k.words) > 0 && (k.subject || k.count > 1) && r.sentence-k.sentence <= 2) && r.sameClass(k, lemma) || len(k.words) > 0 && r.isBody(lemma) && r.office(m) != "" && r.office(m) == k.office && isOpen(k.office) && !r.saysKind(k) {
			second = c
		}
	}
	return second
}

// onlyDateline tells whether a body is only the agency of the dateline:
// "PARIS, 3 mai (AFP) - … La société …" is about another.
func (r *run) onlyDateline(k *cluster) bool {
	if k.count > 1 || k.first == none {
		return false
	}
	s := r.d.SentenceOf(r.d.Mentions[k.first].Head)
	if s == none {
		return false
	}
	switch r.blockKind(s) {
	case doc.Dateline, doc.Byline, doc.Copyright:
		return true
	}
	return false
}

// isTime tells whether an entity was brought in by a time that looks like a
// name: "avant Pâques".
func (r *run) isTime(k *cluster) bool {
	return k.first != none && r.timed[r.d.Mentions[k.first].Head]
}

// isBare tells whether a phrase is only a determiner and a noun.
func (r *run) isBare(m int32) bool {
	x := &r.d.Mentions[m]
	return x.End-x.First <= 2
}

// isPlain tells whether a phrase is only a definite noun with adjectives that
// set it off from nobody: "le constructeur bavarois", not "l'autre syndicat".
func (r *run) isPlain(m int32) bool {
	x := &r.d.Mentions[m]
	if r.determiner(x.Head) != detDefinite || x.End-x.First > 4 {
		return false
	}
	for t := x.First; t < x.End; t++ {
		k := &r.d.Tokens[t]
		if t != x.Head && k.UPOS != doc.ADJ && k.UPOS != doc.DET || k.UPOS == doc.ADJ && t < x.Head {
			return false
		}
	}
	return true
}

// setsOff tells whether an adjective says that another one is meant: "l'autre
// syndicat".
func (r *run) setsOff(m int32) bool {
	x := &r.d.Mentions[m]
	for t := x.First; t < x.End && t < x.First+8; t++ {
		if t != x.Head && r.d.Tokens[t].UPOS == doc.ADJ && r.w.Is(r.d.Tokens[t].Lemma, "other") {
			return true
		}
	}
	return false
}

// sameClass tells whether a noun may take up a named body: its name has a noun of
// the same class ("Organisation", "association"), or is bare of any.
func (r *run) sameClass(k *cluster, lemma string) bool {
	classes := r.w.Anaphors[lemma]
	known := false
	for _, w := range k.words {
		for _, a := range r.w.Folded[w] {
			if len(a) < 5 || a[:5] != "body-" {
				continue
			}
			known = true
			for _, b := range classes {
				if a == b || b == "body-any" {
					return true
				}
			}
		}
	}
	if known || len(k.words) == 0 {
		return false
	}
	for _, c := range classes {
		if kind, ok := strings.CutPrefix(c, "body-"); ok && isOpen(kind) {
			return true
		}
	}
	return false
}

// saysKind tells whether a body's name has the noun of a kind of bodies.
func (r *run) saysKind(k *cluster) bool {
	for _, w := range k.words {
		for _, a := range r.w.Folded[w] {
			if strings.HasPrefix(a, "body-") {
				return true
			}
		}
	}
	return false
}

// isOpen tells whether bodies of a kind bear names that do not say so: an NGO
// may be called anything, a ministry may not.
func isOpen(kind string) bool {
	switch kind {
	case "any", "ngo", "party", "union", "company", "media", "club", "organisation", "armed-group", "sport", "international":
		return true
	}
	return false
}

// subsumes tells whether the phrase says nothing that the cluster's name or
// first phrase does not say: "le ministère français" of "le ministère français
// de la Défense", but not "le ministère de l'Intérieur".
func (r *run) subsumes(c, m int32) bool {
	x := &r.d.Mentions[m]
	k := &r.clusters[c]
	for t := range r.children(x.Head) {
		w := &r.d.Tokens[t]
		if !w.Deprel.Is(doc.RelNmod) && !w.Deprel.Is(doc.RelAmod) || t >= x.End {
			continue
		}
		if w.UPOS == doc.ADJ && (t < x.Head || x.Country != "" || k.kind == doc.ActorPerson) {
			continue // "le futur président", "le ministre français"
		}
		if o := r.clusterOf(r.at[t]); o != none && k.owner != none && o == r.find(k.owner) {
			continue // "le patron de la société", of "son PDG, X"
		}
		if !r.says(k, w) {
			return false
		}
	}
	return true
}

// says tells whether a word stands in the name, phrase or role of a cluster.
func (r *run) says(k *cluster, w *doc.Token) bool {
	f := names.Fold(w.Norm)
	for _, s := range k.words {
		if s == f {
			return true
		}
	}
	return containsFold(r.d.Words(k.full), f) || containsFold(r.d.Words(k.role), f)
}

func containsFold(s, f string) bool {
	return s != "" && strings.Contains(names.Fold(s), f)
}
