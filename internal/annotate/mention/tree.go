package mention

import "readout/internal/doc"

// extent is what one token spans in its tree.
type extent struct {
	first, end  int32 // its noun phrase: half-open, without preposition and relative clause
	left, right int32 // its whole subtree
	child       int32 // first dependent, or None
	next        int32 // next dependent of the same head, or None
}

// extents works out the noun phrase of every token of a sentence from the tree,
// children before parents. A head outside the sentence, or a circle, counts as
// a root.
func (k *scratch) extents(d *doc.Document, s doc.Sentence) {
	for i := s.First; i < s.End; i++ {
		k.ext[i] = extent{i, i + 1, i, i + 1, doc.None, doc.None}
	}
	for i := s.End - 1; i >= s.First; i-- {
		if h := d.Tokens[i].Head; h >= s.First && h < s.End && h != i {
			k.ext[i].next = k.ext[h].child
			k.ext[h].child = i
		}
	}
	for i := s.First; i < s.End; i++ {
		if h := d.Tokens[i].Head; h < s.First || h >= s.End || h == i {
			k.climb(d, i)
		}
	}
}

// climb visits the tree under root in post-order.
func (k *scratch) climb(d *doc.Document, root int32) {
	k.stack = append(k.stack[:0], root)
	for len(k.stack) > 0 {
		i := k.stack[len(k.stack)-1]
		e := &k.ext[i]
		if c := e.child; c >= 0 && k.mark[i] == 0 {
			k.mark[i] = 1
			for ; c != doc.None; c = k.ext[c].next {
				k.stack = append(k.stack, c)
			}
			continue
		}
		k.stack = k.stack[:len(k.stack)-1]
		if k.mark[i] < 2 {
			k.mark[i] = 2
			k.grow(d, i)
		}
	}
}

// grow sets the extent of a token whose dependents have theirs.
func (k *scratch) grow(d *doc.Document, h int32) {
	e := &k.ext[h]
	k.kids = k.kids[:0]
	for c := e.child; c != doc.None; c = k.ext[c].next {
		k.kids = append(k.kids, c)
		e.left, e.right = min(e.left, k.ext[c].left), max(e.right, k.ext[c].right)
	}
	at := h
	for n := len(k.kids) - 1; n >= 0; n-- {
		c := k.kids[n]
		if c > h {
			continue
		}
		x := &k.ext[c]
		if x.right != at || !bridges(d, c) && !before(d, c) && d.Tokens[c].UPOS != doc.ADV {
			break
		}
		at = x.left
		if before(d, c) {
			e.first = x.left
		}
	}
	at = h + 1
	for _, c := range k.kids {
		if c < h {
			continue
		}
		x := &k.ext[c]
		if end := k.participle(d, c, h, x); x.left == at && end > 0 {
			e.end = end
			break
		}
		if x.left != at || !bridges(d, c) && !after(d, c) {
			break
		}
		at = x.right
		if bridges(d, c) {
			continue
		}
		e.end = max(x.end, c+1)
		if x.end < x.right && closes(d.Tokens[x.left].Form, d.Tokens[x.end].Form) {
			e.end = x.end + 1
		}
		if e.end < x.right && d.Tokens[x.right-1].UPOS != doc.PUNCT {
			break
		}
	}
}

// participle is where a short participial clause ends that follows its noun at
// once, at its first sign; 0 if dependent c is none: "le parti fondé par Anne
// Roux", "un communiqué diffusé à Oslo", "des chercheurs travaillant à Gand",
// "un passeur emprisonné à Agadez". A participle of saying present ("une lettre
// accusant …") is what the noun says and no part of it.
func (k *scratch) participle(d *doc.Document, c, h int32, x *extent) int32 {
	t := &d.Tokens[c]
	if t.UPOS != doc.VERB || d.Tokens[h].UPOS != doc.NOUN || !t.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) {
		return 0
	}
	end := c + 1
	for end < x.right && d.Tokens[end].UPOS != doc.PUNCT {
		end++
	}
	switch {
	case t.Deprel.Is(doc.RelAmod):
		if end == c+1 {
			return 0 // an adjective
		}
	case !t.Deprel.Is(doc.RelAcl) || t.Deprel == doc.RelAclRelcl:
		return 0
	}
	present := t.Feats.Has(doc.FeatTense, doc.TensePres)
	clitic := present && x.left == c-1 && d.Tokens[x.left].UPOS == doc.PRON // "s'exprimant"
	if x.left != c && !clitic || !present && !t.Feats.Has(doc.FeatTense, doc.TensePast) || present && k.says[t.Lemma] || end-c > 9 {
		return 0
	}
	return end
}

// closes tells whether the two signs are a pair of brackets or quotation marks.
func closes(open, end string) bool {
	return open == "(" && end == ")" || open == "«" && end == "»" || open == "[" && end == "]" || open == "“" && end == "”"
}

// bridges tells whether a dependent is only a sign, which a phrase may have
// inside but not at its ends; on the left the same holds of adverbs.
func bridges(d *doc.Document, c int32) bool { return d.Tokens[c].UPOS == doc.PUNCT }

// before tells whether a dependent on the left belongs to the noun phrase.
func before(d *doc.Document, c int32) bool {
	switch d.Tokens[c].Deprel.Base() {
	case doc.RelDet, doc.RelAmod, doc.RelNummod, doc.RelFlat, doc.RelCompound, doc.RelNmod:
		return true
	}
	return false
}

// after tells whether a dependent on the right belongs to the noun phrase.
func after(d *doc.Document, c int32) bool {
	t := &d.Tokens[c]
	switch t.Deprel.Base() {
	case doc.RelAmod, doc.RelNummod, doc.RelFlat, doc.RelCompound, doc.RelNmod, doc.RelAppos, doc.RelFixed, doc.RelDet:
		return true
	case doc.RelAcl:
		return t.Deprel != doc.RelAclRelcl && (t.UPOS == doc.ADJ)
	}
	return false
}
