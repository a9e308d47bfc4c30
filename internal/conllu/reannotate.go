package conllu

// Bare keeps only the tokens of the sentences: tags, lemmas and trees go.
func Bare(sentences []Sentence) []Sentence {
	out := make([]Sentence, len(sentences))
	for i, s := range sentences {
		out[i] = s
		out[i].Words = make([]Word, len(s.Words))
		for k, w := range s.Words {
			out[i].Words[k] = Word{Form: w.Form, Lemma: "_", UPOS: "_", XPOS: "_", Feats: "_", Deprel: "_", Deps: "_", Misc: w.Misc}
		}
	}
	return out
}

// Merge puts found annotation on given sentences: their comments, ranges and
// MISC stay as they were. Both must have the same words.
func Merge(given, found []Sentence) []Sentence {
	out := make([]Sentence, len(given))
	for i, s := range given {
		out[i] = s
		out[i].Words = make([]Word, len(s.Words))
		for k, w := range s.Words {
			if i < len(found) && k < len(found[i].Words) {
				f := found[i].Words[k]
				f.Form, f.Misc = w.Form, w.Misc
				w = f
			}
			out[i].Words[k] = w
		}
	}
	return out
}
