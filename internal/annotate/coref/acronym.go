package coref

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/names"
)

// isOwner tells whether the last word of a name is a complement: "Cloud d'Orbis"
// is not Orbis.
func (r *run) isOwner(k *cluster) bool {
	t := r.tokenFrom(k.full.End - 1)
	return t > 0 && int(t) < len(r.d.Tokens) && r.d.Tokens[t-1].UPOS == doc.ADP
}

func (r *run) indexInitials(x *nameIndex, m, c int32) {
	name := r.d.Words(r.nameSpan(m))
	capitals, all := names.Initials(name)
	for _, k := range [2]string{capitals, all} {
		if _, ok := x.initials[k]; !ok && len(k) > 1 {
			x.initials[k] = c
		}
	}
	if short := r.bracketed(m); short != "" {
		x.initials[short], x.bracket[short] = c, true
	}
}

// bracketed is the short name that stands in brackets right after a body's name:
// "Organisation des Nations unies (ONU)", "Fédération malienne de football (Famafoot)".
func (r *run) bracketed(m int32) string {
	t := r.tokenFrom(r.nameSpan(m).End)
	if int(t)+2 >= len(r.d.Tokens) || r.d.Tokens[t].Form != "(" || r.d.Tokens[t+2].Form != ")" {
		return ""
	}
	form := r.d.Tokens[t+1].Form
	short := names.Fold(form)
	if names.IsAcronym(form) {
		return short
	}
	// A word must begin like the name and be no place: "(Morbihan)".
	o := r.at[t+1]
	if r.d.Mentions[m].Type != doc.Organization || len(short) < 3 || o != none && r.d.Mentions[o].Country != "" || !strings.HasPrefix(names.Fold(r.d.Words(r.nameSpan(m))), short[:1]) {
		return ""
	}
	return short
}
