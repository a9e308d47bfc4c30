package corefscore

import (
	"encoding/json"
	"fmt"
	"sort"

	"readout/internal/doc"
)

// Text is one document of the POPCORN corpus: its text and the chains of
// mentions, each [start, end) in code points.
type Text struct {
	ID     string
	Text   string
	Chains []Chain
}

// Chain is one entity of the corpus.
type Chain struct {
	Type     string
	Mentions [][2]int
}

// actors are the types of the corpus that may speak or act.
var actors = map[string]bool{
	"CIVILIAN": true, "GROUP_OF_INDIVIDUALS": true, "TERRORIST_OR_CRIMINAL": true, "MILITARY": true, "FIRSTNAME": false,
	"NON_GOVERNMENTAL_ORGANISATION": true, "NON_MILITARY_GOVERNMENT_ORGANISATION": true, "MILITARY_ORGANISATION": true,
	"GOVERNMENT_ORGANISATION": true, "INTERGOVERNMENTAL_ORGANISATION": true, "PLACE": true,
}

// Popcorn reads the corpus and keeps the chains of persons, bodies and places.
func Popcorn(raw []byte) ([]Text, error) {
	var docs map[string]struct {
		Text     string
		Entities []struct {
			Type     string
			Mentions []struct{ Start, End int }
		}
	}
	if err := json.Unmarshal(raw, &docs); err != nil {
		return nil, fmt.Errorf("corefscore: %w", err)
	}
	var out []Text
	for id, d := range docs {
		t := Text{ID: id, Text: d.Text}
		for _, e := range d.Entities {
			if !actors[e.Type] {
				continue
			}
			c := Chain{Type: e.Type}
			for _, m := range e.Mentions {
				c.Mentions = append(c.Mentions, [2]int{m.Start, m.End})
			}
			t.Chains = append(t.Chains, c)
		}
		out = append(out, t)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out, nil
}

// Against scores the entities of a document on the corpus's own mentions: each
// gets the entity of the mention whose head stands in it; one without is alone.
func (t Text) Against(d *doc.Document) Result {
	entity := entitiesByToken(d)
	var gold Chains
	byEntity := map[int][]int{}
	n, alone := 0, -1
	for _, c := range t.Chains {
		var chain []int
		for _, m := range c.Mentions {
			e, ok := t.entityIn(d, entity, m)
			if !ok {
				e = alone
				alone--
			}
			chain = append(chain, n)
			byEntity[e] = append(byEntity[e], n)
			n++
		}
		gold = append(gold, chain)
	}
	keys := make([]int, 0, len(byEntity))
	for k := range byEntity {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	var found Chains
	for _, k := range keys {
		found = append(found, byEntity[k])
	}
	return Score(gold, found)
}

// entitiesByToken gives heads of mentions their entity, and words of names too:
// in "Mme Anne Roux" the head may be the title, which the corpus leaves out.
func entitiesByToken(d *doc.Document) map[int32]int {
	entity := map[int32]int{}
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			entity[d.Mentions[m].Head] = e
		}
	}
	for e := range d.Entities {
		for _, m := range d.Entities[e].Mentions {
			x := &d.Mentions[m]
			for i := x.First; i < x.End; i++ {
				if _, taken := entity[i]; !taken && x.Name.Contains(d.Tokens[i].Span) {
					entity[i] = e
				}
			}
		}
	}
	return entity
}

func (t Text) entityIn(d *doc.Document, entity map[int32]int, m [2]int) (int, bool) {
	for i := range d.Tokens {
		k := &d.Tokens[i]
		start, end := d.Text.Point(k.Span.Start), d.Text.Point(k.Span.End)
		if start >= m[1] {
			break
		}
		if end > m[0] {
			if e, ok := entity[int32(i)]; ok {
				return e, true
			}
		}
	}
	return 0, false
}
