package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"readout/internal/annotate/parse"
	"readout/internal/annotate/tag"
	"readout/internal/conllu"
	"readout/internal/doc"
)

// insert is a phrase beside or inside somebody's words, "a déclaré Odile
// Vannier", as a tree whose root hangs on the sentence.
type insert struct {
	words []conllu.Word // Head counts from 1 inside the phrase, 0 is the sentence
}

// loadInserts reads the table that lies beside the folder of the models.
func loadInserts(p Paths) ([]insert, error) {
	file := filepath.Join(p.Out, "..", "training", "inserts.tsv")
	raw, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []insert
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' || !strings.Contains(line, "|") {
			continue
		}
		var x insert
		for _, f := range strings.Fields(line) {
			part := strings.Split(f, "|")
			if len(part) != 3 {
				return nil, fmt.Errorf("%s:%d: %q is not form|head|relation", file, n+1, f)
			}
			head, err := strconv.Atoi(part[1])
			if err != nil || doc.ParseDeprel(part[2]) == doc.NoRel {
				return nil, fmt.Errorf("%s:%d: %q is not form|head|relation", file, n+1, f)
			}
			x.words = append(x.words, conllu.Word{Form: part[0], Head: head, Deprel: part[2]})
		}
		out = append(out, x)
	}
	return out, nil
}

// every third fit sentence gets a phrase.
const every = 3

// withInserts makes further trees: fit ones with a phrase at their end or
// inside, with and without quotation marks.
func withInserts(trees []parse.Tree, phrases []insert, tagger *tag.Stage) []parse.Tree {
	var out []parse.Tree
	fit := 0
	for i := range trees {
		if !quotable(&trees[i]) {
			continue
		}
		if fit++; fit%every != 0 {
			continue
		}
		n := fit / every
		out = append(out, quote(&trees[i], phrases[n%len(phrases)], n/len(phrases)+n, tagger))
	}
	return out
}

// quotable tells whether a sentence may stand as somebody's words: not short,
// not long, without quotation marks, ended by a full stop on its root.
func quotable(t *parse.Tree) bool {
	n := len(t.Tokens)
	if n < 6 || n > 40 || t.Tokens[n-1].Norm != "." || t.Head[n-1] == doc.None || t.Head[t.Head[n-1]] != doc.None {
		return false
	}
	for i := range t.Tokens {
		x := &t.Tokens[i]
		if x.UPOS == doc.PUNCT && strings.ContainsAny(x.Norm, "\"«»“”()?!:") || t.Rel[i].Base() == doc.RelParataxis {
			return false
		}
	}
	root := &t.Tokens[t.Head[n-1]]
	return root.UPOS == doc.VERB || root.UPOS == doc.ADJ || root.UPOS == doc.NOUN && slices.Contains(t.Rel, doc.RelCop)
}

// builder puts a tree together from pieces; heads of pieces are kept as they
// are in their own numbers until end.
type builder struct {
	tree parse.Tree
	from []int32 // where each token came from: its number in the base, or none
}

func (b *builder) add(t doc.Token, rel doc.Deprel, head, from int32) int32 {
	b.tree.Tokens = append(b.tree.Tokens, t)
	b.tree.Head = append(b.tree.Head, head)
	b.tree.Rel = append(b.tree.Rel, rel)
	b.from = append(b.from, from)
	return int32(len(b.from) - 1)
}

// quote makes one tree. The style goes round: quotation marks or none, the
// phrase at the end or inside.
func quote(base *parse.Tree, phrase insert, style int, tagger *tag.Stage) parse.Tree {
	n := int32(len(base.Tokens))
	root := base.Head[n-1]
	at := n - 1
	if style%2 == 1 {
		at = gapOf(base, root, style)
	}
	marks := style/2%3 != 2 && (at == n-1 || style%5 == 0)
	b := &builder{}
	word := func(form string, rel doc.Deprel, head int32) int32 {
		t := doc.Token{Form: form, Norm: conllu.Norm(form), Space: true}
		return b.add(t, rel, head, doc.None)
	}
	const toRoot, toPhrase = -2, -3 // settled in settle
	if marks {
		word("«", doc.RelPunct, toRoot)
	}
	var head int32
	for i := range n {
		if i == at {
			if marks {
				word("»", doc.RelPunct, toRoot)
			}
			word(",", doc.RelPunct, toPhrase)
			first := int32(len(b.from))
			for k, w := range phrase.words {
				h := first + int32(w.Head) - 1
				if w.Head == 0 {
					h, head = toRoot, first+int32(k)
				}
				word(w.Form, doc.ParseDeprel(w.Deprel), h)
			}
			if at < n-1 {
				word(",", doc.RelPunct, toPhrase)
			}
			if marks && at < n-1 {
				word("«", doc.RelPunct, toRoot)
			}
		}
		if marks && at < n-1 && i == n-1 {
			word("»", doc.RelPunct, toRoot)
		}
		b.add(base.Tokens[i], base.Rel[i], base.Head[i], i)
	}
	b.settle(base, root, head)
	b.tag(base, tagger)
	return b.tree
}

// settle turns the heads into numbers of the new tree.
func (b *builder) settle(base *parse.Tree, root, phrase int32) {
	now := make([]int32, len(base.Tokens))
	for i, f := range b.from {
		if f != doc.None {
			now[f] = int32(i)
		}
	}
	for i, f := range b.from {
		h := &b.tree.Head[i]
		switch {
		case *h == -2:
			*h = now[root]
		case *h == -3:
			*h = phrase
		case f != doc.None && *h != doc.None:
			*h = now[*h]
		}
	}
}

// gapOf is a place inside the sentence that only arcs of the root pass over and
// that no mark stands beside; the end if there is none.
func gapOf(t *parse.Tree, root int32, style int) int32 {
	n := int32(len(t.Tokens))
	var fit []int32
	for at := int32(2); at < n-2; at++ {
		if t.Tokens[at].UPOS == doc.PUNCT || t.Tokens[at-1].UPOS == doc.PUNCT {
			continue
		}
		ok := true
		for i, h := range t.Head {
			if h != doc.None && h != root && (int32(i) < at) != (h < at) {
				ok = false
				break
			}
		}
		if ok && !leans(t, at-1, root) {
			fit = append(fit, at)
		}
	}
	if len(fit) == 0 {
		return n - 1
	}
	return fit[style/2%len(fit)]
}

// leans tells whether the word cannot be parted from what follows: "il", "a",
// "s'" before the root.
func leans(t *parse.Tree, i, root int32) bool {
	if i >= root {
		return false
	}
	switch t.Rel[i].Base() {
	case doc.RelAux, doc.RelExpl, doc.RelCop:
		return true
	}
	return t.Tokens[i].UPOS == doc.PRON
}

// tag tags the new words in their place; the others keep their tags.
func (b *builder) tag(base *parse.Tree, tagger *tag.Stage) {
	d := &doc.Document{Tokens: slices.Clone(b.tree.Tokens)}
	d.Sentences = []doc.Sentence{{First: 0, End: int32(len(d.Tokens))}}
	tagger.Run(d)
	for i, f := range b.from {
		if f == doc.None {
			b.tree.Tokens[i] = d.Tokens[i]
		} else {
			b.tree.Tokens[i] = base.Tokens[f]
		}
	}
}

// turnQuotes makes PUD tell quotations as Sequoia and GSD do. In "La paix
// tient, a dit le roi." PUD hangs the words on the verb of saying; the others
// hang that verb on the words.
func turnQuotes(t *parse.Tree) {
	for q, rel := range t.Rel {
		v := t.Head[q]
		if rel != doc.RelParataxis || v == doc.None || int32(q) > v || t.Tokens[v].UPOS != doc.VERB {
			continue
		}
		subject := false
		for i, h := range t.Head {
			subject = subject || h == v && i > q && t.Rel[i].Base() == doc.RelNsubj
		}
		if !subject {
			continue
		}
		t.Head[q], t.Rel[q] = t.Head[v], t.Rel[v]
		t.Head[v], t.Rel[v] = int32(q), doc.RelParataxisInsert
		if last := len(t.Head) - 1; t.Head[last] == v && t.Rel[last] == doc.RelPunct {
			t.Head[last] = int32(q)
		}
		return
	}
}
