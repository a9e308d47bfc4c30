package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"readout/internal/doc"
	"readout/internal/text"
)

// builder carries a Document over into a Record.
type builder struct {
	d     *doc.Document
	ids   map[int32]string // entity → actor id
	whens []*When          // by quotation
	moves map[int32]string // time expression → its value, where the words are another day's
	order []int32          // entities in order of first use
	said  []string         // quotation → statement id
}

// Build makes the record of an annotated document.
func Build(d *doc.Document) *Record {
	b := &builder{d: d, ids: map[int32]string{}}
	sum := sha256.Sum256(d.Text.Original())
	r := &Record{
		Doc: d.Name, SHA256: hex.EncodeToString(sum[:]), Lang: d.Lang, Title: b.title(),
		Outlet: d.Meta.Outlet, URL: d.Meta.URL,
		Published: Published{d.Published.Value, d.Published.From, d.Published.Updated}, Text: d.Text.String(),
	}
	if e := d.Text.Encoding(); e != text.UTF8 {
		r.Encoding = string(e)
	}
	b.moves = b.spoken()
	b.whens = b.dates()
	r.Statements = b.statements()
	r.Contacts = b.contacts()
	r.Acts = b.acts()
	r.Actors = b.actors()
	r.Times = b.times()
	r.Figures = b.figures(r.Statements)
	r.Remarks = b.remarks()
	return r
}

func (b *builder) title() string {
	if b.d.Meta.Title != "" {
		return b.d.Meta.Title
	}
	return b.d.Words(b.d.Title)
}

func (b *builder) span(s text.Span) Span {
	t := b.d.Text
	return Span{t.Point(s.Start), t.Point(s.End), t.Of(s)}
}

func (b *builder) maybe(s text.Span) *Span {
	if s.Empty() {
		return nil
	}
	x := b.span(s)
	return &x
}

// names turns entities into actor ids, giving new ones in order of first use.
func (b *builder) names(entities []int32) []string {
	out := make([]string, 0, len(entities))
	for _, e := range entities {
		if e < 0 || int(e) >= len(b.d.Entities) {
			continue
		}
		id, ok := b.ids[e]
		if !ok {
			id = fmt.Sprintf("a%d", len(b.order)+1)
			b.ids[e] = id
			b.order = append(b.order, e)
		}
		out = append(out, id)
	}
	return out
}

func (b *builder) actors() []Actor {
	kinds := [...]string{"person", "body", "state", "group", "anonymous"}
	out := make([]Actor, 0, len(b.order))
	for i, e := range b.order {
		x := &b.d.Entities[e]
		names := x.Names
		if len(names) == 0 {
			names = []string{x.Name}
		}
		out = append(out, Actor{ID: fmt.Sprintf("a%d", i+1), Name: x.Name, Names: names, Kind: kinds[x.Kind], Role: x.Role, Country: x.Country})
	}
	return out
}

// when is the date of a time expression that was resolved.
func (b *builder) when(i int32) *When {
	if i < 0 || int(i) >= len(b.d.Timexes) || b.valueOf(i) == "" {
		return nil
	}
	return &When{b.valueOf(i), b.maybe(b.d.Timexes[i].Span)}
}

func (b *builder) statements() []Statement {
	order := make([]int, 0, len(b.d.Quotations))
	for i, q := range b.d.Quotations {
		if len(q.Content) > 0 {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(i, j int) bool {
		return b.d.Quotations[order[i]].Content[0].Start < b.d.Quotations[order[j]].Content[0].Start
	})
	out := make([]Statement, 0, len(order))
	b.said = make([]string, len(b.d.Quotations))
	for n, i := range order {
		out = append(out, b.statement(n, i))
		b.said[i] = out[n].ID
	}
	return out
}

func (b *builder) statement(n, i int) Statement {
	q := &b.d.Quotations[i]
	var a doc.Attribution
	if i < len(b.d.Attributions) {
		a = b.d.Attributions[i]
	}
	s := Statement{
		ID: fmt.Sprintf("s%d", n+1), Cue: b.maybe(q.Cue), Source: b.maybe(q.Source), By: b.names(a.By),
		Addressee: b.maybe(q.Addressee), To: b.names(b.addressees(i, a)), Target: b.names(a.Target),
		Mode: q.Mode.String(), Act: q.Act, When: b.whens[i], Negated: q.Negated, Via: []Via{}, Rule: q.Rule, ByRule: a.Reason,
	}
	for _, c := range q.Content {
		s.Content = append(s.Content, b.span(c))
	}
	for k, v := range q.Via {
		via := Via{Source: b.maybe(v.Source), Cue: b.maybe(v.Cue), By: []string{}, Channel: v.Channel}
		if k < len(a.Via) {
			if b.ownHouse(q, &q.Via[k], a.By, a.Via[k]) {
				continue
			}
			via.By = b.names(a.Via[k])
		}
		s.Via = append(s.Via, via)
	}
	return s
}

func (b *builder) contacts() []Contact {
	out := make([]Contact, 0, len(b.d.Contacts))
	for i, c := range b.d.Contacts {
		x := Contact{
			ID: fmt.Sprintf("c%d", i+1), Kind: c.Kind, Parties: b.names(c.Parties), When: b.contactWhen(&c), Status: c.Status,
			Evidence: b.span(c.Evidence), Place: b.maybe(c.Place), Rule: c.Rule,
		}
		if c.Duration >= 0 && int(c.Duration) < len(b.d.Timexes) && b.d.Timexes[c.Duration].Value != "" {
			x.Duration = &b.d.Timexes[c.Duration].Value
		}
		if id := b.names([]int32{c.Initiative}); len(id) == 1 {
			x.Initiative = &id[0]
		}
		out = append(out, x)
	}
	return out
}

func (b *builder) times() []Time {
	out := make([]Time, 0, len(b.d.Timexes))
	for i, t := range b.d.Timexes {
		x := Time{Span: b.span(t.Span), Grain: t.Grain, Anchor: t.Anchor, Reason: t.Reason}
		if t.Value != "" {
			v := b.valueOf(int32(i))
			x.Value = &v
		}
		out = append(out, x)
	}
	return out
}

func (b *builder) remarks() []Remark {
	out := make([]Remark, 0, len(b.d.Remarks))
	for _, r := range b.d.Remarks {
		out = append(out, Remark{r.Stage, r.Code, b.maybe(r.Span), r.Arg})
	}
	return out
}
