package coref

import "readout/internal/doc"

// belongs tells whether a person was brought in with his house in brackets:
// "Sophie Binet (CGT)" is then no minister.
func (r *run) belongs(k *cluster) bool {
	if k.first == none {
		return false
	}
	x := &r.d.Mentions[k.first]
	for i := x.First + 1; i <= x.End && int(i)+1 < len(r.d.Tokens); i++ {
		if r.d.Tokens[i].Form == "(" {
			m := r.at[i+1]
			return m != none && r.d.Mentions[m].Type == doc.Organization
		}
	}
	return false
}
