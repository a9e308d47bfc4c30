package lang

import (
	"io/fs"
	"testing"
	"testing/fstest"

	langfiles "readout/lang"
)

func TestQuotesOfFrench(t *testing.T) {
	sub, err := fs.Sub(langfiles.FS, "fr")
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{fsys: sub}
	q := r.quotes()
	if err := r.err(); err != nil {
		t.Fatal(err)
	}
	if n := len(q.Cues); n < 300 {
		t.Errorf("%d heads of cues, want at least 300", n)
	}
	c := q.Cues["mettre"]
	if len(c) == 0 || len(c[0].Rest) == 0 {
		t.Errorf("multiword cues must come first: %+v", c)
	}
	for _, c := range q.Cues["prendre"] {
		if c.Name == "s'en prendre" && (!c.Reflexive || c.Clitic != "en") {
			t.Errorf("s'en prendre: %+v", c)
		}
	}
}

func TestQuotesRefuseMistakes(t *testing.T) {
	r := &reader{fsys: fstest.MapFS{"quotes/cues.tsv": {Data: []byte("cue\tact\tframes\nsay\tshout\tthat\n")}}}
	r.quotes()
	if r.err() == nil {
		t.Error("an unknown act must be refused")
	}
}
