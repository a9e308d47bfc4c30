package conllu

import (
	"bytes"
	"strings"
	"testing"
)

const sample = `# sent_id = a
# text = Elle parle du port.
1	Elle	elle	PRON	_	Gender=Fem|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	parle	parler	VERB	_	Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin	0	root	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	Definite=Def|Gender=Masc|Number=Sing|PronType=Art	5	det	_	_
5	port	port	NOUN	_	Gender=Masc|Number=Sing	2	obl:arg	_	SpaceAfter=No
6	.	.	PUNCT	_	_	2	punct	_	_

`

func TestRoundTrip(t *testing.T) {
	in, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if got := in[0].Surface(); got != "Elle parle du port." {
		t.Errorf("surface %q", got)
	}
	d := Document(in)
	if got := d.Words(d.Tokens[3].Span); got != "du" {
		t.Errorf("the later part of a multiword token points at %q", got)
	}
	back := Sentences(d)
	back[0].Comments = in[0].Comments
	var b bytes.Buffer
	if err := Write(&b, back); err != nil {
		t.Fatal(err)
	}
	if b.String() != sample {
		t.Errorf("round trip:\n%s", b.String())
	}
}

func TestReadRefuses(t *testing.T) {
	for _, bad := range []string{"1\tx\n", "2\tx\tx\tX\t_\t_\t0\troot\t_\t_\n", "1\tx\tx\tX\t_\t_\t7\troot\t_\t_\n"} {
		if _, err := Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
