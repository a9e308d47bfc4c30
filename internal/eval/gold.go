// Package eval scores records against annotated documents, with the measures
// of the reference scorer:
//
//   - ggt30, ggt80: each gold statement in order takes the unused found one
//     that covers most of it, above 30 % (80 %) of its characters, the overlap
//     measure of the French quotation task of GenderGapTracker (Tuffnell 2024);
//   - iou50, iou80: one-to-one by largest intersection over union;
//   - attribution: an iou50 match whose speakers are the right set of actors;
//   - source, cue, mode, act, to, via, when on the iou50 matches;
//   - contacts by parties and kind; times by overlap and value.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"readout/internal/record"
)

// Span is a half-open range of code points, written [start,end].
type Span [2]int

// Gold is one annotated document.
type Gold struct {
	Doc        string        `json:"doc"`
	Lang       string        `json:"lang"`
	Published  string        `json:"published"`
	Text       string        `json:"text"`
	Actors     []GoldActor   `json:"actors"`
	Statements []GoldSaid    `json:"statements"`
	Contacts   []GoldContact `json:"contacts"`
	Times      []GoldTime    `json:"times"`
}

// GoldActor is one actor of the annotation.
type GoldActor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
}

// GoldSaid is one annotated statement.
type GoldSaid struct {
	Content []Span   `json:"content"`
	Cue     *Span    `json:"cue"`
	Source  *Span    `json:"source"`
	By      []string `json:"by"`
	To      []string `json:"to"`
	Mode    string   `json:"mode"`
	Act     string   `json:"act"`
	When    *string  `json:"when"`
	Via     []struct {
		By []string `json:"by"`
	} `json:"via"`
}

// GoldContact is one annotated contact.
type GoldContact struct {
	Kind    string   `json:"kind"`
	Parties []string `json:"parties"`
	When    *string  `json:"when"`
	Status  string   `json:"status"`
}

// GoldTime is one annotated time expression.
type GoldTime struct {
	Span  *Span   `json:"span"`
	Value *string `json:"value"`
}

// ReadGold reads one annotated document a line.
func ReadGold(r io.Reader) ([]Gold, error) { return readLines[Gold](r) }

// ReadRecords reads one record a line.
func ReadRecords(r io.Reader) ([]record.Record, error) { return readLines[record.Record](r) }

func readLines[T any](r io.Reader) ([]T, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<20), 256<<20)
	var out []T
	for n := 1; in.Scan(); n++ {
		if len(in.Bytes()) == 0 {
			continue
		}
		var x T
		if err := json.Unmarshal(in.Bytes(), &x); err != nil {
			return nil, fmt.Errorf("eval: line %d: %w", n, err)
		}
		out = append(out, x)
	}
	return out, in.Err()
}
