package eval_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"readout/internal/eval"
)

const dataDir = "../../../shared/data"

// standoff is an annotated document without its words: they stand in a file of
// ../shared/data, and the spans count from there when the cuts are taken out.
type standoff struct {
	eval.Gold
	From   string      `json:"from"`
	Cuts   []eval.Span `json:"cuts"` // code points of the file that the text leaves out
	SHA256 string      `json:"sha256"`
	Actors []struct {
		eval.GoldActor
		At *eval.Span `json:"at"` // where the text has the name
	} `json:"actors"`
}

// gold puts the words in.
func (s *standoff) gold() (eval.Gold, error) {
	raw, err := os.ReadFile(filepath.Join(dataDir, filepath.FromSlash(s.From)))
	if err != nil {
		return eval.Gold{}, err
	}
	src := []rune(string(raw))
	words := make([]rune, 0, len(src))
	at := 0
	for _, c := range s.Cuts {
		words, at = append(words, src[at:c[0]]...), c[1]
	}
	words = append(words, src[at:]...)
	g := s.Gold
	g.Text = string(words)
	if sum := sha256.Sum256([]byte(g.Text)); hex.EncodeToString(sum[:]) != s.SHA256 {
		return g, fmt.Errorf("%s is not the text that was annotated", s.From)
	}
	g.Actors = nil
	for _, a := range s.Actors {
		if a.At != nil {
			a.Name = string(words[a.At[0]:a.At[1]])
		}
		g.Actors = append(g.Actors, a.GoldActor)
	}
	return g, nil
}

// readSet reads a set of annotated documents, with their words or without.
func readSet(t *testing.T, path string, apart bool) []eval.Gold {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if !apart {
		gold, err := eval.ReadGold(f)
		if err != nil {
			t.Fatal(err)
		}
		return gold
	}
	var out []eval.Gold
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var s standoff
		if err := json.Unmarshal(in.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		g, err := s.gold()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
