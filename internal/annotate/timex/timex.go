// Package timex finds time expressions and resolves them to EDTF values.
//
// A typed grammar runs over the tokens: the tables of the language give words
// their classes (month, weekday, unit), rules are patterns over classes, and
// what a rule gives is an operation of a calendar algebra, worked out against
// the day of publication, the last date of the discourse and the direction of
// the governing verb. What cannot be worked out keeps an empty value and says why.
package timex

import (
	"sync"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	grammar *grammar
	lang    *lang.Language
	once    sync.Once
	notes   *grammar // of what is typed in haste, made when first needed
}

// New compiles the grammar of the language. Without tables the stage finds nothing.
func New(l *lang.Language) (*Stage, error) {
	g, err := newGrammar(l, false)
	if err != nil {
		return nil, err
	}
	return &Stage{grammar: g, lang: l}, nil
}

// forNotes is the grammar of notes, or that of texts if it does not compile.
func (s *Stage) forNotes() *grammar {
	s.once.Do(func() {
		g, err := newGrammar(s.lang, true)
		if err != nil {
			g = s.grammar
		}
		s.notes = g
	})
	return s.notes
}

// CheckNotes compiles the rules of notes.
func CheckNotes(l *lang.Language) error {
	_, err := newGrammar(l, true)
	return err
}

const (
	stretch = 600 // cells are made for this many tokens at a time
	reach   = 9   // a match may begin this many cells before the word that makes it one
)

// Run adds the time expressions to the document.
func (s *Stage) Run(d *doc.Document) {
	d.Timexes = nil
	g := s.grammar
	if d.Meta.Note {
		g = s.forNotes()
	}
	if len(g.list) == 0 {
		return
	}
	r := &run{g: g, d: d}
	r.m = matcher{g: g, memo: make([]memory, memoSize*len(g.cats)), base: 1}
	r.now, r.hasNow = publication(d)
	for i := range d.Sentences {
		sent := d.Sentences[i]
		r.sent = sent
		r.apart = false
		r.wait = r.wait[:0]
		if b := sent.Block; b >= 0 && int(b) < len(d.Blocks) {
			r.apart = d.Blocks[b].Kind != doc.Body && d.Blocks[b].Kind != doc.Heading
		}
		for f := sent.First; f < sent.End; f += stretch {
			r.scan(f, min(f+stretch, sent.End))
		}
	}
}

// publication is the first day of the publication date.
func publication(d *doc.Document) (day, bool) {
	v := d.Published.Value
	if v == "" {
		v = d.Meta.Published
	}
	if len(v) > 10 {
		v = v[:10]
	}
	return parseDay(v)
}

// run is the work on one document.
type run struct {
	g        *grammar
	d        *doc.Document
	m        matcher
	sent     doc.Sentence
	apart    bool // title, dateline and the like: not part of the discourse
	now      day
	hasNow   bool
	lastSent int32 // first token of the sentence that last stands in
	last     when  // last date of the discourse
	told     when  // last date of the discourse that is not to come
	title    when  // last date outside it
	wait     []waiting
}

// waiting is an expression that leans on a date which may still come in its
// sentence: "décédée la veille, elle a été enterrée mercredi".
type waiting struct {
	at  int
	c   context
	val *node
}

// scan looks for expressions in one stretch of tokens.
func (r *run) scan(first, end int32) {
	r.m.cells = r.g.cellsOf(r.m.cells[:0], r.d, first, end)
	cells := r.m.cells
	if len(cells) > 0 && r.opens(first) {
		cells[0].bits.add(r.g.builtin.opens)
	}
	// next is the nearest word from here on that can make a time expression.
	next := len(cells)
	defer func() { r.m.base += len(cells) + 1 }()
	for i := 0; i < len(cells); {
		if next < i || next == len(cells) {
			for next = i; next < len(cells) && !cells[next].core; next++ {
			}
			if next == len(cells) {
				return
			}
			if next-reach > i {
				i = next - reach
			}
		} else if next-reach > i {
			i = next - reach
		}
		r.m.steps, r.m.depth = r.g.steps, 0
		f, ok := r.m.best(&r.g.top, i)
		switch {
		case !ok:
			i++
		case f.val == nil || f.val.op == opNone:
			i = max(f.end, i+1)
		default:
			r.add(&f)
			i = max(f.stop, i+1)
		}
	}
}

// opens tells whether a token is the first of its paragraph.
func (r *run) opens(token int32) bool {
	b := r.sent.Block
	return b >= 0 && int(b) < len(r.d.Blocks) && token == r.sent.First && r.d.Tokens[token].Span.Start == r.d.Blocks[b].Span.Start
}

// add resolves a match and appends it to the document's layer.
func (r *run) add(f *found) {
	cells := r.m.cells
	if f.first < f.stop-1 && cells[f.first].hidden {
		f.first++ // the article of "du mois précédent"
	}
	a, b := &cells[f.first], &cells[f.stop-1]
	c := context{g: r.g, now: r.now, hasNow: r.hasNow, then: r.last}
	if !c.then.isDate() {
		c.then = r.title
	}
	c.near = r.lastSent == r.sent.First && r.last.isDate()
	c.dir, c.firm = r.g.direction(r.d, r.sent, a.tok, b.end)
	if c.dir == present {
		c.dir, c.plan = anyway, true
	}
	if c.dir != future && f.first > 0 && cells[f.first-1].bits.has(r.g.loose) {
		c.dir, c.deadline = anyway, true // "prévu pour mai", "a promis des missiles avant l'hiver": the verb does not tell
	}
	c.grants = f.val.op == opUntil && r.g.grantsTime(r.d, r.sent, a.tok, b.end)
	if c.told = r.told; !c.told.isDate() && r.title.isDate() && r.title.p.grain == dayGrain {
		c.told = r.title
	}
	if c.dir == past && !c.near && c.then.isDate() && r.hasNow && c.then.p.first > r.now && c.told.isDate() {
		c.then = c.told // "s'est désistée une heure avant" does not lean on a day to come
	}
	w := c.eval(f.val)
	t := doc.Timex{Span: text.Span{Start: a.start, End: b.lim}, First: a.tok, End: b.end, Rule: f.rule.id}
	if t.Span.End <= t.Span.Start {
		return
	}
	fillIn(&t, &w)
	r.d.Timexes = append(r.d.Timexes, t)
	if w.reason == noAntecedent {
		r.wait = append(r.wait, waiting{len(r.d.Timexes) - 1, c, f.val})
	}
	if !w.ok() || w.duration != "" {
		return
	}
	w.openEnd, w.openStart = false, false
	if r.apart {
		r.title = w
		return
	}
	r.last, r.lastSent = w, r.sent.First
	if w.isDate() && w.p.first <= r.now && w.p.grain == dayGrain {
		r.told = w
	}
	for _, x := range r.wait {
		x.c.then = w
		if v := x.c.eval(x.val); v.ok() {
			fillIn(&r.d.Timexes[x.at], &v)
		}
	}
	r.wait = r.wait[:0]
}

// fillIn writes a value into the layer.
func fillIn(t *doc.Timex, w *when) {
	t.Kind, t.Value, t.Grain, t.Anchor = w.kind, w.value(), w.p.grain.String(), w.anchor.String()
	t.Time, t.Reason = w.clock, w.reason
	t.Deictic = w.deictic && w.p.grain == dayGrain && w.ok() && w.from == nil && w.duration == "" && t.Kind == doc.Date
	if w.clock != "" {
		t.Grain = minute.String()
	}
}
