package act

import (
	"sort"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

const none = doc.None

// longSentence is more tokens than a sentence of a person's making has.
const longSentence = 2000

// party is one side of an act.
type party struct {
	entities []int32
	span     text.Span
}

func (p party) empty() bool { return len(p.entities) == 0 && p.span.Empty() }

// event is one act in the making.
type event struct {
	frame    *lang.ActFrame
	token    int32
	light    int32 // verb that lends its parties to a noun, or none
	code     string
	from, to party
	hold     [4]int32 // tokens where an inner act may stand
	inner    int32    // event of the inner act, or none
	outer    int32    // event of which this is the inner act, or none
	done     bool     // composed
	noun     bool
	fact     string
	via      []doc.Reporter
	viaBy    [][]int32
	quote    int32
	saying   int32
	contact  int32
}

// run is the state of one document.
type run struct {
	d      *doc.Document
	s      *Stage
	w      *lang.Acts
	at     []int32         // token → mention that it heads
	entity []int32         // mention → entity
	paint  []int32         // token → innermost quotation that holds it; nil until asked for
	cues   map[int32]int32 // token → quotation whose cue it heads; nil until asked for
	event  map[int32]int32
	states map[string]int32
	events []event
	clause clause // of the word being looked at
	acts   []doc.Act
}

func newRun(d *doc.Document, s *Stage) *run {
	at, entity := d.Index()
	r := &run{d: d, s: s, w: s.words, at: at, entity: entity, event: map[int32]int32{}, states: map[string]int32{}}
	for e := range d.Entities {
		x := &d.Entities[e]
		if x.Kind == doc.ActorState && x.Country != "" {
			if _, ok := r.states[x.Country]; !ok {
				r.states[x.Country] = int32(e)
			}
		}
	}
	return r
}

// sentence matches the frames of one sentence's words, lets acts upon acts take
// up their inner ones, and settles what remains.
func (r *run) sentence(s doc.Sentence) {
	if s.End-s.First > longSentence {
		return
	}
	first := len(r.events)
	for t := s.First; t < s.End; t++ {
		k := &r.d.Tokens[t]
		switch k.UPOS {
		case doc.VERB, doc.ADJ:
			if words, ok := r.w.Verbs[k.Lemma]; ok {
				r.verb(t, words)
			}
		case doc.NOUN:
			if words, ok := r.w.Nouns[k.Lemma]; ok {
				r.noun(t, words)
			}
		}
	}
	for i := first; i < len(r.events); i++ {
		r.compose(int32(i), 0)
	}
	for i := first; i < len(r.events); i++ {
		r.settle(int32(i))
	}
	for i := first; i < len(r.events); i++ {
		r.emit(&r.events[i])
	}
}

// keep adds an event at its token.
func (r *run) keep(e event) {
	e.inner, e.outer, e.quote, e.saying, e.contact = none, none, none, none, none
	r.event[e.token] = int32(len(r.events))
	if _, ok := r.event[e.light]; !ok && e.light != none { // "menace d'imposer des sanctions"
		r.event[e.light] = int32(len(r.events))
	}
	r.events = append(r.events, e)
}

// quotes paints every token with the innermost quotation whose words hold it.
func (r *run) quotes() []int32 {
	if r.paint != nil {
		return r.paint
	}
	r.paint = make([]int32, len(r.d.Tokens))
	for i := range r.paint {
		r.paint[i] = none
	}
	type stretch struct {
		quote, first, end int32
	}
	var list []stretch
	for i := range r.d.Quotations {
		for _, c := range r.d.Quotations[i].Content {
			first, end := r.tokens(c)
			if end-first < longSentence {
				list = append(list, stretch{int32(i), first, end})
			}
		}
	}
	sort.SliceStable(list, func(a, b int) bool { return list[a].end-list[a].first > list[b].end-list[b].first })
	for _, s := range list {
		for t := s.first; t < s.end; t++ {
			r.paint[t] = s.quote
		}
	}
	return r.paint
}

// tokens are those that lie in a span, half-open.
func (r *run) tokens(s text.Span) (first, end int32) {
	t := r.d.Tokens
	first = int32(sort.Search(len(t), func(i int) bool { return t[i].Span.Start >= s.Start }))
	for end = first; int(end) < len(t) && t[end].Span.End <= s.End; end++ {
	}
	return first, end
}

// write puts the acts in the order of the text.
func (r *run) write() {
	sort.SliceStable(r.acts, func(a, b int) bool { return r.acts[a].Evidence.Start < r.acts[b].Evidence.Start })
	r.d.Acts = r.acts
}
