package act

import (
	"slices"

	"readout/internal/doc"
)

// longestChain bounds the levels on whose word an act is told.
const longestChain = 5

// saying is the quotation whose cue a token heads, or none.
func (r *run) saying(t int32) int32 {
	if r.cues == nil {
		r.cues = make(map[int32]int32, len(r.d.Quotations))
		for i := range r.d.Quotations {
			c := r.d.Quotations[i].CueToken
			if _, ok := r.cues[c]; !ok && c >= 0 {
				r.cues[c] = int32(i)
			}
		}
	}
	if q, ok := r.cues[t]; ok {
		return q
	}
	return none
}

// chain writes on whose word an event is told, innermost first. skip is the
// quotation that the event itself or the act around it is.
func (r *run) chain(e *event, at reading) {
	paint := r.quotes()
	q := paint[e.token]
	if e.outer != none { // what somebody asks for is told on the word of who tells that he asks
		o := &r.events[e.outer]
		if q != none && (r.d.Quotations[q].CueToken == o.token || q == o.saying) {
			q = r.around(q)
		}
	}
	if q != none && (q == e.saying || r.asks(q, e.token)) {
		q = r.around(q)
	}
	if at.claim != none && (q == none || r.d.Quotations[q].CueToken != at.claim) {
		r.claimed(e, at.claim)
	}
	if e.saying != none && !e.noun {
		r.reporters(e, e.saying)
	}
	e.quote = q
	for n := 0; q != none && n < longestChain; n++ {
		x := &r.d.Quotations[q]
		var by []int32
		if int(q) < len(r.d.Attributions) {
			by = r.d.Attributions[q].By
		}
		r.level(e, doc.Reporter{Source: x.Source, Cue: x.Cue, Speaker: x.Speaker}, by)
		r.reporters(e, q)
		q = r.around(q)
	}
}

// asks tells whether a word stands in the infinitive by which somebody asks for
// something, promises or refuses it: nobody claims that.
func (r *run) asks(q, t int32) bool {
	x := &r.d.Quotations[q]
	if said(x.Act) == "claimed" || said(x.Act) == "denied" {
		return false
	}
	for n := 0; n < highest && t != none; n++ {
		h := r.d.Tokens[t].Head
		if h == x.CueToken {
			return r.infinite(t)
		}
		t = h
	}
	return false
}

// around is the quotation in whose words the cue of another one stands.
func (r *run) around(q int32) int32 {
	t := r.d.Quotations[q].CueToken
	if t < 0 || int(t) >= len(r.d.Tokens) {
		return none
	}
	if p := r.quotes()[t]; p != q {
		return p
	}
	return none
}

// reporters adds the chain of a quotation itself.
func (r *run) reporters(e *event, q int32) {
	for k, v := range r.d.Quotations[q].Via {
		var by []int32
		if int(q) < len(r.d.Attributions) && k < len(r.d.Attributions[q].Via) {
			by = r.d.Attributions[q].Via[k]
		}
		r.level(e, v, by)
	}
}

// claimed adds the subject of a verb that no quotation was made of.
func (r *run) claimed(e *event, t int32) {
	v := doc.Reporter{Cue: r.d.SpanOf(t, t+1), Speaker: none}
	var by []int32
	s := r.subject(t, 0)
	if r.isPassive(t) {
		s = r.agent(t)
	}
	if s != none {
		p := r.who(s)
		v.Source, v.Speaker, by = p.span, s, p.entities
	}
	r.level(e, v, by)
}

// level adds a level to the chain of an event, once.
func (r *run) level(e *event, v doc.Reporter, by []int32) {
	if len(e.via) >= longestChain {
		return
	}
	for k := range e.via {
		if len(by) > 0 && slices.Equal(by, e.viaBy[k]) || len(by) == 0 && v.Source == e.via[k].Source {
			return
		}
	}
	e.via, e.viaBy = append(e.via, v), append(e.viaBy, by)
}

// onWord tells whether a level of the chain is somebody other than who acts: a
// ministry that condemns in its own communiqué claims nothing.
func (r *run) onWord(e *event) bool {
	for k := range e.via {
		own := e.via[k].Channel != "" && len(e.viaBy[k]) == 0
		for _, x := range e.viaBy[k] {
			for _, y := range e.from.entities {
				own = own || x == y && e.saying != none
			}
		}
		if !own {
			return true
		}
	}
	return false
}
