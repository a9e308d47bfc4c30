package main

import (
	"testing"

	"readout/internal/annotate/parse"
	"readout/internal/annotate/tag"
	"readout/internal/doc"
)

// base is "La digue a tenu dans le port ." with its tree.
func base() parse.Tree {
	var t parse.Tree
	add := func(form string, pos doc.UPOS, head int32, rel doc.Deprel) {
		t.Tokens = append(t.Tokens, doc.Token{Form: form, Norm: form, UPOS: pos})
		t.Head, t.Rel = append(t.Head, head), append(t.Rel, rel)
	}
	add("la", doc.DET, 1, doc.RelDet)
	add("digue", doc.NOUN, 3, doc.RelNsubj)
	add("a", doc.AUX, 3, doc.RelAuxTense)
	add("tenu", doc.VERB, doc.None, doc.RelRoot)
	add("dans", doc.ADP, 6, doc.RelCase)
	add("le", doc.DET, 6, doc.RelDet)
	add("port", doc.NOUN, 3, doc.RelOblMod)
	add(".", doc.PUNCT, 3, doc.RelPunct)
	return t
}

func TestPhrasesMakeTrees(t *testing.T) {
	phrases, err := loadInserts(Paths{Out: "../../lang/fr/models"})
	if err != nil {
		t.Fatal(err)
	}
	if len(phrases) < 30 {
		t.Fatalf("only %d phrases", len(phrases))
	}
	b := base()
	if !quotable(&b) {
		t.Fatal("the sentence is not fit")
	}
	tagger := tag.NewStage(nil, nil)
	for n, p := range phrases {
		for style := range 12 {
			x := quote(&b, p, style, tagger)
			if len(x.Tokens) < len(b.Tokens)+len(p.words)+1 {
				t.Errorf("phrase %d, style %d: %d words", n, style, len(x.Tokens))
			}
			checkHeads(t, x, n)
		}
	}
}

func checkHeads(t *testing.T, x parse.Tree, phrase int) {
	t.Helper()
	for i := range x.Head {
		up := int32(i)
		for n := 0; up != doc.None; n++ {
			if n > len(x.Head) || int(up) >= len(x.Head) {
				t.Fatalf("phrase %d: word %d %q hangs on nothing or on itself", phrase, i, x.Tokens[i].Form)
			}
			up = x.Head[up]
		}
	}
}

func TestQuotationsTurnTheWayOfTheOthers(t *testing.T) {
	// "Elle tient , dit le roi ." with the words hung on the verb of saying.
	var x parse.Tree
	add := func(pos doc.UPOS, head int32, rel doc.Deprel) {
		x.Tokens = append(x.Tokens, doc.Token{UPOS: pos})
		x.Head, x.Rel = append(x.Head, head), append(x.Rel, rel)
	}
	add(doc.PRON, 1, doc.RelNsubj)
	add(doc.VERB, 3, doc.RelParataxis)
	add(doc.PUNCT, 1, doc.RelPunct)
	add(doc.VERB, doc.None, doc.RelRoot)
	add(doc.DET, 5, doc.RelDet)
	add(doc.NOUN, 3, doc.RelNsubj)
	add(doc.PUNCT, 3, doc.RelPunct)
	turnQuotes(&x)
	if x.Head[1] != doc.None || x.Head[3] != 1 || x.Rel[3] != doc.RelParataxisInsert || x.Head[6] != 1 {
		t.Errorf("heads %v, relations %v", x.Head, x.Rel)
	}
}
