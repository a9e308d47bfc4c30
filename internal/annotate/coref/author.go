package coref

import "readout/internal/doc"

// author is who says "je" outside all quotation marks: whom a label names as the
// sender ("De : Hélène Aubrac, ambassadrice"), who signs at the end, or whom the
// byline names; none if the text names nobody.
func (r *run) author() int32 {
	if r.authorSought {
		return r.writer
	}
	r.authorSought, r.writer = true, none
	for _, find := range []func(doc.Sentence, int32) bool{r.isSender, r.isSignature, r.isByline} {
		if m := r.personWhere(find); m != none {
			r.writer = r.clusterOf(m)
			break
		}
	}
	return r.writer
}

// personWhere is the first person named in a sentence that is of the kind.
func (r *run) personWhere(is func(doc.Sentence, int32) bool) int32 {
	for _, m := range r.order {
		x := &r.d.Mentions[m]
		if x.Type != doc.Person || x.Name.Empty() || x.Number == doc.NumberPlur {
			continue
		}
		if s := r.d.SentenceOf(x.Head); s != none && is(r.d.Sentences[s], x.First) {
			return m
		}
	}
	return none
}

// isSender: "De : X, ambassadrice", among the first lines.
func (r *run) isSender(s doc.Sentence, first int32) bool {
	t := r.d.Tokens[s.First : s.First+1]
	return s.Block < 8 && first == s.First+2 && r.d.Tokens[first-1].Form == ":" && r.w.Is(t[0].Norm, "sender")
}

// isSignature: a line at the end that is a name, perhaps with a role.
func (r *run) isSignature(s doc.Sentence, first int32) bool {
	if int(s.Block) < len(r.d.Blocks)-3 || first > s.First+2 || s.End-s.First > 24 || s.Block == 0 {
		return false
	}
	for t := s.First; t < s.End; t++ {
		if k := &r.d.Tokens[t]; (k.UPOS == doc.VERB || k.UPOS == doc.AUX) && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin) || k.Form == "»" || k.Form == ":" {
			return false
		}
	}
	return true
}

func (r *run) isByline(s doc.Sentence, _ int32) bool {
	return s.Block >= 0 && int(s.Block) < len(r.d.Blocks) && r.d.Blocks[s.Block].Kind == doc.Byline
}

// inByline tells whether a token stands in the line that names the journalist.
func (r *run) inByline(t int32) bool {
	s := r.d.SentenceOf(t)
	return s != none && r.isByline(r.d.Sentences[s], s)
}
