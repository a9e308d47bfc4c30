package lang

import (
	"strconv"
	"strings"
)

// PressCue is the class of a word or phrase by which a press text marks its
// own parts.
type PressCue uint16

// The classes of press/cues.tsv; a form may have several.
const (
	CuePublished  PressCue = 1 << iota // "Publié le"
	CueUpdated                         // "Mis à jour le"
	CueByline                          // "Propos recueillis par"
	CueCopyright                       // "Tous droits réservés"
	CueKicker                          // "URGENT" above the title
	CueCommunique                      // "COMMUNIQUÉ DE PRESSE"
	CueIssuer                          // "Ministère" as head of a communiqué
	CueWeekday                         // "mardi"
	CueLink                            // "le", "à" inside a date line
	CueAgency                          // "AFP"
	CueParticle                        // "de" inside a name
	CueThis                            // "ce" in "ce mardi 9 avril 2026"
	CueAhead                           // "se tiendra": what is announced, not told
)

var pressCues = [...]struct {
	name string
	cue  PressCue
}{
	{"published", CuePublished}, {"updated", CueUpdated}, {"byline", CueByline}, {"copyright", CueCopyright},
	{"kicker", CueKicker}, {"communique", CueCommunique}, {"issuer", CueIssuer}, {"weekday", CueWeekday},
	{"link", CueLink}, {"agency", CueAgency}, {"particle", CueParticle}, {"this", CueThis}, {"ahead", CueAhead},
}

// Press is the vocabulary of a press text's own parts.
type Press struct {
	Cues    map[string]PressCue // lower-cased phrase, single spaces, straight apostrophe
	Longest int                 // words of the longest phrase
	Phrases []string            // the copyright phrases, which may stand anywhere in a line
	Months  map[string]int      // 1 to 12
}

func (r *reader) press() Press {
	p := Press{Cues: map[string]PressCue{}, Months: map[string]int{}}
	r.table("press/cues.tsv", []string{"class", "form"}, func(row Row) {
		form := row.Get("form")
		for _, c := range pressCues {
			if c.name != row.Get("class") {
				continue
			}
			p.Cues[form] |= c.cue
			p.Longest = max(p.Longest, strings.Count(form, " ")+1)
			if c.cue == CueCopyright {
				p.Phrases = append(p.Phrases, form)
			}
			return
		}
		row.Fail("class", "unknown class %q", row.Get("class"))
	})
	r.table("press/months.tsv", []string{"form", "month"}, func(row Row) {
		m, err := strconv.Atoi(row.Get("month"))
		if err != nil || m < 1 || m > 12 {
			row.Fail("month", "not a month: %q", row.Get("month"))
			return
		}
		p.Months[row.Get("form")] = m
	})
	return p
}
