package parse

import (
	"bytes"
	"fmt"
	"testing"

	"readout/internal/doc"
)

// toy makes a document of invented sentences: determiner, noun, verb, and so on
// for a while, every second one with a name set off by commas.
func toy(sentences int) *doc.Document {
	d := &doc.Document{}
	for i := range sentences {
		first := int32(len(d.Tokens))
		add := func(form string, pos doc.UPOS, head int32, rel doc.Deprel) {
			if head != doc.None {
				head += first
			}
			d.Tokens = append(d.Tokens, doc.Token{Form: form, Norm: form, Lemma: form, UPOS: pos, Head: head, Deprel: rel})
		}
		add("la", doc.DET, 1, doc.RelDet)
		if i%2 == 0 {
			add("préfète", doc.NOUN, 2, doc.RelNsubj)
			add("répond", doc.VERB, doc.None, doc.RelRoot)
			add(".", doc.PUNCT, 2, doc.RelPunct)
		} else {
			add("bergère", doc.NOUN, 5, doc.RelNsubj)
			add(",", doc.PUNCT, 3, doc.RelPunct)
			add("Odile", doc.PROPN, 1, doc.RelAppos)
			add(",", doc.PUNCT, 3, doc.RelPunct)
			add("écrit", doc.VERB, doc.None, doc.RelRoot)
			add("à", doc.ADP, 7, doc.RelCase)
			add("Lucien", doc.PROPN, 5, doc.RelOblArg)
			add(".", doc.PUNCT, 5, doc.RelPunct)
		}
		d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: int32(len(d.Tokens))})
	}
	return d
}

func toyModel(t testing.TB) *Model {
	t.Helper()
	return Train(Trees(toy(20)), Options{
		Epochs: 3, BeamEpochs: 2, Width: 3, RunWidth: 3, Margin: 40, ActionBits: 12, ArcBits: 10, Step: 0.25, Floor: 1,
		Log: func(string, ...any) {},
	})
}

func TestLearnsAToyTreebank(t *testing.T) {
	m := toyModel(t)
	file, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := toyModel(t).Encode()
	if err != nil || !bytes.Equal(file, again) {
		t.Error("the same training gave other bytes")
	}
	if m, err = Decode(file, nil); err != nil {
		t.Fatal(err)
	}
	gold, d := toy(4), toy(4)
	With(m).Run(d)
	for i := range d.Tokens {
		if g, p := &gold.Tokens[i], &d.Tokens[i]; g.Head != p.Head || g.Deprel != p.Deprel {
			t.Errorf("token %d %q: head %d %v, want %d %v", i, p.Form, p.Head, p.Deprel, g.Head, g.Deprel)
		}
	}
	if s := d.Dependent(2, doc.RelNsubj); s != 1 {
		t.Errorf("the subject of the first verb is %d", s)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, raw := range [][]byte{nil, []byte("x"), bytes.Repeat([]byte{7}, 100)} {
		if _, err := Decode(raw, nil); err == nil {
			t.Errorf("%q was read as a model", raw)
		}
	}
}

// wild makes n tokens of any parts of speech in one sentence.
func wild(n int, seed uint32) *doc.Document {
	d := &doc.Document{Tokens: make([]doc.Token, n)}
	for i := range d.Tokens {
		seed = seed*1664525 + 1013904223
		form := fmt.Sprint("m", seed>>20)
		d.Tokens[i] = doc.Token{Form: form, Norm: form, UPOS: doc.UPOS(seed >> 16 % uint32(doc.UPOSCount)), Feats: doc.Feats(seed)}
	}
	d.Sentences = []doc.Sentence{{First: 0, End: int32(n)}}
	return d
}

func checkTree(t *testing.T, d *doc.Document) {
	t.Helper()
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.End; i++ {
			x := &d.Tokens[i]
			if x.Head == doc.None {
				roots++
				if x.Deprel != doc.RelRoot {
					t.Errorf("the root is %v", x.Deprel)
				}
				continue
			}
			if x.Head < s.First || x.Head >= s.End || x.Deprel == doc.NoRel || x.Deprel == doc.RelRoot {
				t.Fatalf("token %d: head %d %v", i, x.Head, x.Deprel)
			}
			up, n := i, s.First
			for ; up != doc.None && n <= s.End; n++ {
				up = d.Tokens[up].Head
			}
			if up != doc.None {
				t.Fatalf("token %d stands in a circle", i)
			}
		}
		if roots != 1 && s.End > s.First {
			t.Errorf("%d roots", roots)
		}
	}
}

func TestEverySentenceIsATree(t *testing.T) {
	m := toyModel(t)
	for n := range 200 {
		for _, model := range []*Model{m, nil} {
			d := wild(n%40, uint32(n))
			With(model).Run(d)
			checkTree(t, d)
		}
	}
	for _, n := range []int{chunk - 1, chunk, chunk + 1, 3*chunk + 7} {
		d := wild(n, 5)
		With(m).Run(d)
		checkTree(t, d)
	}
}

func TestLongSentencesTakeLinearTime(t *testing.T) {
	const n = 50_000
	d := wild(n, 3)
	With(toyModel(t)).Run(d)
	if d.Tokens[n-1].Head == doc.None && d.Tokens[0].Head == doc.None {
		t.Error("two roots")
	}
}

func TestRunAllocatesLittle(t *testing.T) {
	s, d := With(toyModel(t)), toy(50)
	s.Run(d)
	if n := testing.AllocsPerRun(10, func() { s.Run(d) }); n > 20 {
		t.Errorf("%v allocations for 50 sentences", n)
	}
}
