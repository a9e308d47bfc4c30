package mention

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// site makes nobody of the name of a street or a building ("la rue des Tanneurs",
// "l'avenue Jean-Jaurès") and a place of that of a village. i is the noun; a name
// behind it and a bare "de" may be a person's: "la place de Paul Roux".
func (k *scratch) site(d *doc.Document, n *lang.Names, s doc.Sentence, i int32) {
	if n == nil || i+1 >= s.End || d.Tokens[i].UPOS != doc.NOUN || k.labels[i] != outside && !k.opensName(i) {
		return
	}
	first := i + 1
	for first < s.End && first < i+4 && (d.Tokens[first].UPOS == doc.ADP || d.Tokens[first].UPOS == doc.DET) && !k.words[first].capital() {
		first++
	}
	if first >= s.End || !k.words[first].capital() || d.Tokens[first].UPOS == doc.PUNCT || first > i+1 && d.Tokens[i+1].UPOS != doc.ADP {
		return
	}
	site, ok := n.Sites[lang.WordHash(d.Tokens[i].Norm)]
	if !ok || site.Loose && first == i+2 && d.Tokens[i+1].UPOS == doc.ADP {
		return
	}
	if k.labels[first] != outside && !k.opensName(first) && k.labels[i] == outside {
		return
	}
	end := first + 1
	for end < s.End && end < first+5 && k.words[end].capital() && d.Tokens[end].UPOS != doc.PUNCT {
		end++
	}
	if !k.crosses(end, s.End) {
		for t := i; t < first; t++ {
			k.labels[t] = outside
		}
		k.relabel(first, end, doc.Location)
		for t := first; t < end && !site.Place; t++ {
			k.labels[t], k.words[t].site = outside, true
		}
	}
}

// opensName tells whether a name begins at token i.
func (k *scratch) opensName(i int32) bool {
	p := k.labels[i].part()
	return k.labels[i] != outside && (p == begin || p == only)
}
