package lang

import (
	"encoding/binary"
	"fmt"
	"sort"
	"strings"
)

// encoder numbers the parts that forms share: edits, tags, analysis sets and
// ambiguity classes. Numbers follow the sorted order of forms, so that the
// same forms give the same bytes.
type encoder struct {
	edits    map[edit]int
	editList []edit
	tags     map[LexTag]int
	tagList  []LexTag
	sets     map[string]int
	setList  [][]analysis
	classes  map[string]int
	classOf  []int
	setOf    []int
}

func newEncoder(forms []LexiconForm) *encoder {
	e := &encoder{edits: map[edit]int{}, tags: map[LexTag]int{}, sets: map[string]int{}, classes: map[string]int{"": 0}}
	for _, f := range forms {
		e.setOf = append(e.setOf, e.set(f))
	}
	return e
}

func (e *encoder) set(f LexiconForm) int {
	list := make([]analysis, 0, len(f.Analyses))
	var key strings.Builder
	for _, a := range f.Analyses {
		x := analysis{uint16(e.edit(f.Form, a.Lemma)), uint16(e.tag(LexTag{a.UPOS, a.Kind, a.Feats})), a.Frame, a.Seen}
		fmt.Fprintf(&key, "%d,%d,%d,%t;", x.edit, x.tag, x.frame, x.seen)
		list = append(list, x)
	}
	n, ok := e.sets[key.String()]
	if !ok {
		n = len(e.setList)
		e.sets[key.String()] = n
		e.setList = append(e.setList, list)
		e.classOf = append(e.classOf, e.class(list))
	}
	return n
}

// class numbers the set of tags that the dictionary gives, whatever their order.
func (e *encoder) class(list []analysis) int {
	tags := map[int]bool{}
	for _, a := range list {
		if !a.seen {
			tags[int(a.tag)] = true
		}
	}
	sorted := make([]int, 0, len(tags))
	for t := range tags {
		sorted = append(sorted, t)
	}
	sort.Ints(sorted)
	key := ""
	for _, t := range sorted {
		key += fmt.Sprint(t, " ")
	}
	n, ok := e.classes[key]
	if !ok {
		n = len(e.classes)
		e.classes[key] = n
	}
	return n
}

func (e *encoder) edit(form, lemma string) int {
	x := editOf(form, lemma)
	n, ok := e.edits[x]
	if !ok {
		n = len(e.editList)
		e.edits[x] = n
		e.editList = append(e.editList, x)
	}
	return n
}

func editOf(form, lemma string) edit {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	if len(form)-n > 255 {
		return edit{}
	}
	return edit{uint8(len(form) - n), lemma[n:]}
}

func (e *encoder) tag(t LexTag) int {
	n, ok := e.tags[t]
	if !ok {
		n = len(e.tagList)
		e.tags[t] = n
		e.tagList = append(e.tagList, t)
	}
	return n
}

// head writes everything but the forms.
func (e *encoder) head() []byte {
	out := []byte(lexiconMagic)
	put := func(v int) { out = binary.AppendUvarint(out, uint64(v)) }
	put(len(e.editList))
	for _, x := range e.editList {
		put(int(x.strip))
		put(len(x.add))
		out = append(out, x.add...)
	}
	put(len(e.tagList))
	for _, t := range e.tagList {
		put(int(t.UPOS))
		put(int(t.Kind))
		out = binary.AppendUvarint(out, uint64(t.Feats))
	}
	put(len(e.setList))
	for i, list := range e.setList {
		put(e.classOf[i])
		put(len(list))
		for _, a := range list {
			seen := 0
			if a.seen {
				seen = 1
			}
			put(int(a.edit))
			put(int(a.tag))
			put(int(a.frame)<<1 | seen)
		}
	}
	return out
}
