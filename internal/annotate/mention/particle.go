package mention

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// particles joins what the model cut at a small word of a person's name
// ("Margriet | van den Berg", "Bertrand de La | Roche") and takes in a first
// name that is a people's name too ("Normand | Tessier").
func (k *scratch) particles(d *doc.Document, n *lang.Names) {
	if n == nil || len(n.Particles) == 0 {
		return
	}
	for _, s := range d.Sentences {
		for i := s.First; i < s.End; i++ {
			if k.mayOpen(d, s, i) {
				if end := k.overParticles(d, n, s, i); end > 0 {
					first := k.startOf(i, s.First)
					k.relabel(first, end, doc.Person)
					i = end - 1
					continue
				}
			}
			k.givenBefore(d, s, i)
		}
	}
}

// startOf is the first token of the name that token i is in.
func (k *scratch) startOf(i, first int32) int32 {
	for i > first && k.labels[i-1].open() {
		i--
	}
	return i
}

// mayOpen tells whether a name of a person may go on after token i: the end of a
// person's name, or a first name without label.
func (k *scratch) mayOpen(d *doc.Document, s doc.Sentence, i int32) bool {
	l, w := k.labels[i], &k.words[i]
	if l == outside {
		return w.capital() && (w.lex&lexFirst != 0 || w.gaz&lang.GivenName != 0 || d.Tokens[i].UPOS == doc.PROPN && (!w.start || w.lex&(lexCommon|lexSmall) == 0) && w.gaz == 0)
	}
	return l.kind() == doc.Person && !l.open()
}

// overParticles is where the name ends that goes on after token i over one to
// three particles, 0 if it does not.
func (k *scratch) overParticles(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) int32 {
	j := i + 1
	if onlyCapital, ok := n.Particles[k.words[i].norm]; ok && k.labels[i] != outside && k.labels[i].part() == last && (k.words[i].capital() || !onlyCapital) {
		// the name ended in a particle: "Bertrand de La | Roche"
		if j < s.End && k.words[j].capital() && d.Tokens[j].UPOS != doc.PUNCT {
			return k.endOf(j, s.End)
		}
	}
	if k.hyphened(d, n, j, s.End) && k.labels[i] != outside {
		return j + 1
	}
	for j < s.End && j < i+4 {
		onlyCapital, ok := n.Particles[k.words[j].norm]
		if !ok || onlyCapital && !k.words[j].capital() {
			break
		}
		j++
	}
	if j == i+1 || j >= s.End || !k.words[j].capital() && !k.hyphened(d, n, j, s.End) || k.labels[j] != outside && k.labels[j].part() != begin && k.labels[j].part() != only {
		return 0
	}
	end := k.endOf(j, s.End)
	if k.hyphened(d, n, end, s.End) {
		end++ // "ben Jassem al-Thani"
	}
	return end
}

// hyphened tells whether token j is a particle joined to a name: "al-Thani".
func (k *scratch) hyphened(d *doc.Document, n *lang.Names, j, end int32) bool {
	if j >= end || k.labels[j] != outside {
		return false
	}
	head, tail, ok := strings.Cut(d.Tokens[j].Form, "-")
	if !ok || tail == "" || tail[0] < 'A' || tail[0] > 'Z' {
		return false
	}
	_, ok = n.Particles[lang.WordHash(head)]
	return ok
}

// givenBefore takes a first name without label into the name of a person that
// follows it: "le chef du Bloc, Normand Tessier".
func (k *scratch) givenBefore(d *doc.Document, s doc.Sentence, i int32) {
	l := k.labels[i]
	if l == outside || l.kind() != doc.Person && l.kind() != doc.NoType || l.part() != begin && l.part() != only || i == s.First {
		return
	}
	w := &k.words[i-1]
	if k.labels[i-1] != outside || w.lex&lexFirst == 0 && d.Tokens[i-1].UPOS != doc.PROPN || w.gaz&(lang.People|lang.Place) == 0 || w.shape != title {
		return
	}
	if i-2 >= s.First && d.Tokens[i-2].UPOS == doc.DET {
		return // "le Normand Tessier"
	}
	k.relabel(i-1, k.endOf(i, s.End), doc.Person)
}
