package cli

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode"

	"readout/internal/record"
)

// printer writes one record for a person.
type printer struct {
	w     io.Writer
	say   *Messages
	p     palette
	r     *record.Record
	lines []int // code point at which each line begins
	short map[string]string
	names map[string]*record.Actor
}

func (a *app) printRecord(w io.Writer, r *record.Record, acts bool) error {
	colours, err := a.palette()
	if err != nil {
		return err
	}
	p := &printer{w: w, say: a.say, p: colours, r: r}
	p.prepare()
	p.header()
	p.statements()
	p.contacts()
	if acts {
		p.acts()
	}
	p.people(acts)
	p.open()
	_, err = fmt.Fprintln(w)
	return err
}

func (p *printer) prepare() {
	p.lines = []int{0}
	n := 0
	for _, r := range p.r.Text {
		n++
		if r == '\n' {
			p.lines = append(p.lines, n)
		}
	}
	p.names = make(map[string]*record.Actor, len(p.r.Actors))
	for i := range p.r.Actors {
		p.names[p.r.Actors[i].ID] = &p.r.Actors[i]
	}
	p.short = shortNames(p.r.Actors)
}

// shortNames gives each person the shortest end of his name that no other
// actor's name shares: "Sébastien Lecornu" is shown as "Lecornu".
func shortNames(actors []record.Actor) map[string]string {
	out := make(map[string]string, len(actors))
	ends := map[string]int{}
	last := func(name string) string {
		i := strings.LastIndexAny(name, "  ")
		return name[i+1:]
	}
	for _, a := range actors {
		ends[last(a.Name)]++
	}
	for _, a := range actors {
		out[a.ID] = clean(a.Name)
		l := last(a.Name)
		if first := []rune(l); a.Kind == "person" && ends[l] == 1 && len(first) > 2 && unicode.IsUpper(first[0]) && slices.Contains(a.Names, l) {
			out[a.ID] = clean(l)
		}
	}
	return out
}

// clean keeps words from the text on one line and free of control codes:
// nothing in a document is markup to a terminal.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func (p *printer) line(at int) string {
	n := sort.Search(len(p.lines), func(i int) bool { return p.lines[i] > at })
	return p.p.dim(fmt.Sprintf("%8s  ", p.say.T("print.line", n)))
}

func (p *printer) section(key string) { fmt.Fprintln(p.w, p.p.head(p.say.T(key))) }

func (p *printer) list(ids []string) string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, p.p.name(p.short[id]))
	}
	return strings.Join(out, ", ")
}

func (p *printer) header() {
	title := clean(p.r.Title)
	fmt.Fprint(p.w, p.p.bold(clean(p.r.Doc)))
	if title != "" {
		fmt.Fprint(p.w, " — ", p.p.bold(title))
	}
	fmt.Fprintln(p.w)
	if p.r.Published.Value != "" {
		from := p.r.Published.From
		if p.say.Has("from." + from) {
			from = p.say.T("from." + from)
		}
		fmt.Fprintln(p.w, p.p.dim(p.say.T("print.published", p.say.Date(p.r.Published.Value), from)))
	} else {
		fmt.Fprintln(p.w, p.p.warn(p.say.T("print.no-date")))
	}
	if p.r.Encoding != "" {
		fmt.Fprintln(p.w, p.p.dim(p.say.T("print.encoding", p.r.Encoding)))
	}
}

func (p *printer) statements() {
	p.section("print.statements")
	if len(p.r.Statements) == 0 {
		fmt.Fprintln(p.w, "          "+p.say.T("print.none"))
	}
	for i := range p.r.Statements {
		s := &p.r.Statements[i]
		fmt.Fprint(p.w, p.line(s.Content[0].Start))
		p.statementLine(s)
	}
}

// statementLine writes "Lecornu → Choïgou : « … » (a déclaré, mercredi 3 avril
// 2024), selon le ministère". Content stands as in the text, with the text's
// own quotation marks and no others: a paraphrase is never put in marks.
func (p *printer) statementLine(s *record.Statement) {
	fmt.Fprint(p.w, p.who(s))
	if to := p.list(s.To); to != "" {
		fmt.Fprint(p.w, " → ", to)
	} else if s.Addressee != nil {
		fmt.Fprint(p.w, " → ", clean(s.Addressee.Text))
	}
	parts := make([]string, 0, len(s.Content))
	for _, c := range s.Content {
		parts = append(parts, clean(c.Text))
	}
	fmt.Fprint(p.w, " : ", p.p.words(strings.Join(parts, " […] ")))
	var notes []string
	if s.Cue != nil {
		notes = append(notes, clean(s.Cue.Text))
	}
	if s.Act != "state" && s.Act != "" {
		notes = append(notes, p.say.T("act."+s.Act))
	}
	if s.When != nil {
		notes = append(notes, p.say.Date(s.When.Value))
	}
	if target := p.list(s.Target); target != "" {
		notes = append(notes, p.say.T("print.target", target))
	}
	if len(notes) > 0 {
		fmt.Fprintf(p.w, " (%s)", strings.Join(notes, ", "))
	}
	for _, v := range s.Via {
		who := p.list(v.By)
		if v.Source != nil && who == "" {
			who = clean(v.Source.Text)
		}
		if who != "" {
			fmt.Fprint(p.w, ", ", p.say.T("print.via", who))
		}
	}
	fmt.Fprintln(p.w)
}

func (p *printer) who(s *record.Statement) string {
	if by := p.list(s.By); by != "" {
		return by
	}
	if s.Source != nil {
		return clean(s.Source.Text)
	}
	return p.p.warn(p.say.T("print.unknown"))
}

func (p *printer) contacts() {
	if len(p.r.Contacts) == 0 {
		return
	}
	p.section("print.contacts")
	for i := range p.r.Contacts {
		c := &p.r.Contacts[i]
		fmt.Fprintln(p.w, p.line(c.Evidence.Start)+p.contactLine(c)+" · "+p.p.words(clean(c.Evidence.Text)))
	}
}

// contactLine writes "appel · Lecornu, Choïgou · mercredi 3 avril 2024 · a eu
// lieu · durée 1 heure".
func (p *printer) contactLine(c *record.Contact) string {
	notes := []string{p.say.T("kind." + c.Kind), p.list(c.Parties)}
	if c.When != nil {
		notes = append(notes, p.say.Date(c.When.Value))
	}
	notes = append(notes, p.say.T("status."+c.Status))
	if c.Duration != nil {
		notes = append(notes, p.say.T("print.duration", p.say.Date(*c.Duration)))
	}
	if c.Place != nil {
		notes = append(notes, p.say.T("print.place", clean(c.Place.Text)))
	}
	if c.Initiative != nil {
		notes = append(notes, p.say.T("print.initiative", p.list([]string{*c.Initiative})))
	}
	return strings.Join(notes, " · ")
}

func (p *printer) people(acts bool) {
	spoken := p.spoken()
	if len(spoken) == 0 && (!acts || len(p.r.Actors) == 0) {
		return
	}
	p.section("print.people")
	for _, a := range p.r.Actors {
		if !acts && !spoken[a.ID] {
			continue
		}
		fmt.Fprint(p.w, "          ", p.p.name(clean(a.Name)))
		if a.Role != "" && a.Role != a.Name {
			fmt.Fprint(p.w, ", ", clean(a.Role))
		}
		fmt.Fprint(p.w, " ", p.p.dim("("+p.say.T("actor."+a.Kind)+")"))
		var others []string
		for _, n := range a.Names {
			if n != a.Name {
				others = append(others, clean(n))
			}
		}
		if len(others) > 0 {
			fmt.Fprint(p.w, p.p.dim(" = "+strings.Join(others, ", ")))
		}
		fmt.Fprintln(p.w)
	}
}

// open lists what could not be settled and why.
func (p *printer) open() {
	var lines []string
	for _, r := range p.r.Remarks {
		text := r.Code
		if p.say.Has("remark." + r.Code) {
			text = p.say.T("remark."+r.Code, r.Arg)
		}
		at := "          "
		if r.Span != nil {
			at = p.line(r.Span.Start)
			text += " : " + p.p.words(clean(excerpt(r.Span.Text)))
		}
		lines = append(lines, at+text)
	}
	for _, s := range p.r.Statements {
		if len(s.By) == 0 && s.Source == nil {
			lines = append(lines, p.line(s.Content[0].Start)+p.say.T("print.who")+" "+p.p.words(excerpt(clean(s.Content[0].Text))))
		}
	}
	for _, t := range p.r.Times {
		if t.Value == nil {
			why := t.Reason
			if p.say.Has("reason." + why) {
				why = p.say.T("reason." + why)
			}
			lines = append(lines, p.line(t.Start)+p.p.words(clean(t.Text))+" : "+why)
		}
	}
	if len(lines) == 0 {
		return
	}
	p.section("print.open")
	for _, l := range lines {
		fmt.Fprintln(p.w, l)
	}
}

// excerpt is the beginning of long words.
func excerpt(s string) string {
	r := []rune(s)
	if len(r) <= 60 {
		return s
	}
	return string(r[:59]) + "…"
}
