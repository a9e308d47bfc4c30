package cli

import (
	"fmt"
	"strings"

	"readout/internal/record"
)

// acts writes who did what to whom: "072 aide militaire · Berlin → Kiev ·
// affirmé · selon Moscou · a livré".
func (p *printer) acts() {
	if len(p.r.Acts) == 0 {
		return
	}
	p.section("print.acts")
	for i := range p.r.Acts {
		a := &p.r.Acts[i]
		fmt.Fprintln(p.w, p.line(a.Evidence.Start)+p.actLine(a)+" · "+p.p.words(clean(excerpt(a.Evidence.Text))))
	}
}

func (p *printer) actLine(a *record.Act) string {
	who := p.side(a.Initiator, a.From)
	if who == "" {
		who = p.p.warn(p.say.T("print.somebody"))
	}
	if to := p.side(a.Recipient, a.To); to != "" {
		who += " → " + to
	}
	notes := []string{fmt.Sprintf("%-4s %s", a.Cameo, p.say.T("cameo."+a.Cameo)), who}
	if a.When != nil {
		notes = append(notes, p.say.Date(a.When.Value))
	}
	notes = append(notes, p.say.T("fact."+a.Factuality))
	for _, v := range a.Via {
		if by := p.side(v.By, v.Source); by != "" {
			notes = append(notes, p.say.T("print.via", by))
		}
	}
	return strings.Join(notes, " · ")
}

// side is who stands on one side: the actors, or else the words.
func (p *printer) side(ids []string, words *record.Span) string {
	if s := p.list(ids); s != "" || words == nil {
		return s
	}
	return clean(words.Text)
}

// spoken are the actors that statements and contacts name; acts name more.
func (p *printer) spoken() map[string]bool {
	out := map[string]bool{}
	all := func(lists ...[]string) {
		for _, list := range lists {
			for _, id := range list {
				out[id] = true
			}
		}
	}
	for i := range p.r.Statements {
		s := &p.r.Statements[i]
		all(s.By, s.To, s.Target)
		for _, v := range s.Via {
			all(v.By)
		}
	}
	for i := range p.r.Contacts {
		c := &p.r.Contacts[i]
		all(c.Parties)
		if c.Initiative != nil {
			out[*c.Initiative] = true
		}
	}
	return out
}
