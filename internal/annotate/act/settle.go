package act

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/text"
)

// settle reads whether an act took place, and on whose word.
func (r *run) settle(i int32) {
	e := &r.events[i]
	if e.frame.Part || e.fact != "" {
		return
	}
	e.fact = open // should two acts hold one another
	at := e.token
	if e.light != none {
		at = e.light
	}
	e.saying = r.saying(e.token)
	if e.saying == none && e.light != none {
		e.saying = r.saying(e.light)
	}
	st := reading{claim: none}
	if e.outer != none {
		e.fact = r.within(e)
	} else {
		st = r.status(at)
		e.fact = st.fact
		if e.noun {
			e.fact = both(r.modified(e.token), e.fact)
			if e.fact == "" {
				e.fact = "held"
			}
		}
	}
	r.chain(e, st)
	r.word(e)
	if e.fact == "held" && (r.asked(e.token)) {
		e.fact = "hypothetical"
	}
	if e.fact == "held" && r.longAgo(e.token) {
		e.fact = "historical"
	}
}

// within is what the act around it makes of an inner act.
func (r *run) within(e *event) string {
	o := &r.events[e.outer]
	if o.fact == "" {
		r.settle(e.outer)
		o = &r.events[e.outer]
	}
	f := r.w.Outers[o.frame.Outer].Factuality
	own := r.own(e.token)
	if own == "negated" {
		return open // "demande de ne pas tirer"
	}
	switch o.fact {
	case "held", "claimed", "historical":
		if f == "same" {
			return o.fact
		}
		return f
	case "planned", "hypothetical", "requested":
		if f == "same" {
			return o.fact
		}
		return "hypothetical"
	}
	return open
}

// word lets the chain speak: what is told on somebody's word is claimed by him.
func (r *run) word(e *event) {
	for q, n := e.quote, 0; q != none && n < longestChain; q, n = r.around(q), n+1 {
		x := &r.d.Quotations[q]
		if x.Negated {
			e.fact = open
			return
		}
		if x.Act == "deny" && !r.d.Tokens[e.token].Deprel.Is(doc.RelAcl) && (e.fact == "held" || e.fact == "claimed") {
			e.fact = "denied"
		}
	}
	if e.saying != none && r.d.Quotations[e.saying].Negated && e.fact == "held" {
		e.fact = "negated"
	}
	if e.fact == "held" && r.onWord(e) {
		e.fact = "claimed"
	}
}

// asked tells whether the sentence is a question.
func (r *run) asked(t int32) bool {
	s := r.d.SentenceOf(t)
	if s == none {
		return false
	}
	for k := r.d.Sentences[s].End - 1; k > t && r.d.Tokens[k].UPOS == doc.PUNCT; k-- {
		if strings.HasSuffix(r.d.Tokens[k].Form, "?") {
			return true
		}
	}
	return false
}

// longAgo tells whether the act's own clause dates it a year or more before the
// text: "En 1990, l'Irak a envahi le Koweït".
func (r *run) longAgo(t int32) bool {
	w := r.when(t)
	if w == none || len(r.d.Published.Value) < 4 {
		return false
	}
	v := r.d.Timexes[w].Value
	if i := strings.IndexByte(v, '/'); i >= 0 {
		v = v[i+1:]
	}
	if len(v) < 4 || v[0] < '0' || v[0] > '9' {
		return false
	}
	p := r.d.Published.Value
	if len(v) >= 10 && len(p) >= 10 { // a year before the day
		return yearAfter(v[:4])+v[4:10] <= p[:10]
	}
	return yearAfter(v[:4]) < p[:4]
}

// yearAfter adds one to a year of four digits.
func yearAfter(y string) string {
	b := []byte(y)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < '0' || b[i] > '9' {
			return y
		}
		if b[i] != '9' {
			b[i]++
			break
		}
		b[i] = '0'
	}
	return string(b)
}

// when is the time expression of the act's own clause, or none.
func (r *run) when(t int32) int32 {
	for n := 0; n < 3 && t != none; n++ {
		if w := r.whenOf(t); w != none {
			return w
		}
		k := &r.d.Tokens[t]
		if !k.Deprel.Is(doc.RelXcomp) && !(k.UPOS == doc.NOUN && (k.Deprel.Is(doc.RelObj) || k.Deprel.Is(doc.RelNsubj))) {
			return none
		}
		t = k.Head
	}
	return none
}

// whenOf is the first date that depends on a word.
func (r *run) whenOf(t int32) int32 {
	s := r.d.SentenceOf(t)
	if s == none {
		return none
	}
	for i := range r.timexes(s) {
		x := &r.d.Timexes[i]
		if x.Kind != doc.Date && x.Kind != doc.Interval && x.Kind != doc.Clock || x.Value == "" {
			continue
		}
		for k := x.First; k < x.End; k++ {
			h := r.d.Tokens[k].Head
			if h == t && !r.d.Tokens[k].Deprel.Is(doc.RelPunct) {
				return i
			}
		}
	}
	return none
}

// timexes are the indices of the time expressions of a sentence.
func (r *run) timexes(s int32) func(func(int32) bool) {
	sent := &r.d.Sentences[s]
	return func(yield func(int32) bool) {
		lo, hi := 0, len(r.d.Timexes)
		for lo < hi {
			m := (lo + hi) / 2
			if r.d.Timexes[m].End <= sent.First {
				lo = m + 1
			} else {
				hi = m
			}
		}
		for i := lo; i < len(r.d.Timexes) && r.d.Timexes[i].First < sent.End; i++ {
			if !yield(int32(i)) {
				return
			}
		}
	}
}

// emit writes an act that has its sides and about which something can be said.
func (r *run) emit(e *event) {
	f := e.frame
	if f.Part || e.code == "" || e.fact == open || e.fact == "" || strings.HasPrefix(e.code, "04") && e.code != "045" {
		return
	}
	if f.Outer != "" && e.to.empty() && (e.inner == none || e.code == f.Code && strings.HasSuffix(e.code, "0")) {
		return // "refuse de produire plus" is done to nobody
	}
	if e.inner != none && !f.NoRecip && e.to.empty() && strings.HasPrefix(r.events[e.inner].code, "04") {
		return // "a annoncé sa visite"
	}
	if e.from.empty() && !f.NoInit || e.to.empty() && !f.NoRecip && !(f.Outer != "" && e.inner != none) {
		return
	}
	if e.noun && e.light == none && e.outer == none && (e.from.empty() || e.to.empty()) {
		return
	}
	if e.from.empty() && e.to.empty() {
		return
	}
	a := doc.Act{
		Code: e.code, Initiator: e.from.entities, Recipient: e.to.entities, From: e.from.span, To: e.to.span, Factuality: e.fact,
		When: r.when(e.token), Quotation: e.quote, Saying: e.saying, Contact: none, Via: e.via, ViaBy: e.viaBy, Rule: f.ID,
		Evidence: r.group(e),
	}
	if e.inner != none {
		a.Inner = r.events[e.inner].frame.ID
	}
	r.add(a)
}

func (r *run) add(a doc.Act) {
	c := r.w.Codes[a.Code]
	a.Plover, a.Mode = c.Plover, c.Mode
	r.acts = append(r.acts, a)
}

// group is the words of an act: the verb with its auxiliaries, or the noun with
// its light verb, and the inner act if there is one.
func (r *run) group(e *event) text.Span {
	first, last := e.token, e.token
	widen := func(t int32) { first, last = min(first, t), max(last, t) }
	near := func(t int32) {
		for x := r.d.Tokens[t].Child; x != none; x = r.d.Tokens[x].Next {
			k := &r.d.Tokens[x]
			aux := k.Deprel.Is(doc.RelAux) || k.Deprel.Is(doc.RelCop) || k.Deprel.Is(doc.RelExpl) || k.Deprel.Is(doc.RelIobj) && k.UPOS == doc.PRON
			if (aux || k.Feats.Has(doc.FeatPolarity, doc.PolarityNeg)) && x < t && t-x < 8 {
				widen(x)
			}
		}
	}
	near(e.token)
	if e.light != none {
		widen(e.light)
		near(e.light)
	}
	if e.inner != none {
		widen(r.events[e.inner].token)
	}
	if last-first > 40 {
		return r.d.SpanOf(e.token, e.token+1)
	}
	return r.d.SpanOf(first, last+1)
}
