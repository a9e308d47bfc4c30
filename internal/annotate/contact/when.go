package contact

import (
	"strings"
	"time"

	"readout/internal/doc"
	"readout/internal/lang"
)

// isTime tells whether a token stands in a time expression of the sentence.
func (r *run) isTime(t int32) bool {
	for i := r.timex; i < len(r.d.Timexes) && r.d.Timexes[i].First <= t; i++ {
		if t < r.d.Timexes[i].End {
			return true
		}
	}
	return false
}

// complete adds date, duration and place to an event.
func (r *run) complete(e *event) {
	s := r.d.Sentences[r.sentence]
	best := 1 << 30
	for i := r.timex; i < len(r.d.Timexes) && i < r.timex+64; i++ {
		x := &r.d.Timexes[i]
		if x.First >= r.end() {
			break
		}
		if x.First < s.First || x.Value == "" {
			continue // "une visite de quelques heures" has no date
		}
		switch x.Kind {
		case doc.Duration:
			if top := r.d.Tokens[r.top(x)].Head; e.duration == none && (e.noun && (r.inside(x.First, e.token) || r.lasts(e.token, top)) || !e.noun && (top == e.token || r.steps(top, e.token) <= 2)) {
				e.duration = int32(i)
			}
		case doc.Repeated:
		default:
			if cost := r.cost(e, x); cost < best && (cost < 100 || !e.anaphoric()) {
				best, e.when, e.close = cost, int32(i), cost < 100
			}
		}
	}
	if e.said || e.when != none && !e.since && e.status == "held" && e.kind != "talks" && strings.HasSuffix(r.date(e), "/..") {
		e.when = none // "se sont vus pour la première fois depuis 2019"
	}
	if e.when == none && !e.said && !e.anaphoric() {
		e.when = r.onlyDate(e, s)
	}
	if e.place.Empty() {
		r.findPlace(e)
	}
	r.initiatives(e)
	if r.onSpot(e.token) {
		r.sameTrip(e)
	}
	r.byDate(e)
}

// onSpot tells whether the clause of a word says "y" or "sur place".
func (r *run) onSpot(t int32) bool {
	for n := 0; n < 3 && t != none; n++ {
		k := &r.d.Tokens[t]
		for c := k.Child; c != none; c = r.d.Tokens[c].Next {
			if role := r.w.Links[r.d.Tokens[c].Lemma]; role == "there" || role == "spot" && r.role(c) == "at" {
				return true
			}
		}
		if !k.Deprel.Is(doc.RelXcomp) && !k.Deprel.Is(doc.RelConj) && !k.Deprel.Is(doc.RelObj) {
			return false
		}
		t = k.Head
	}
	return false
}

// sameTrip gives a contact without a date or place those of the one last told
// of that has a place: "s'était rendu à Berlin en juin. Il y avait reçu X".
func (r *run) sameTrip(e *event) {
	for i, n := len(r.found)-1, 0; i >= 0 && n < perContact && e.sentence-r.found[i].last <= 2; i, n = i-1, n+1 {
		o := &r.found[i]
		if o.place.Empty() {
			continue
		}
		if e.when == none {
			e.when, e.shift = o.when, o.shift
		}
		if e.place.Empty() {
			e.place = o.place
		}
		return
	}
}

// lasts tells whether the noun is the subject of the verb that a duration
// belongs to: "L'entretien a duré deux heures".
func (r *run) lasts(t, verb int32) bool {
	if verb == none {
		return false
	}
	if s := r.ownSubject(verb); s > t && s <= t+2 && r.isClass(s, lang.PronounRelative) && r.w.Links[r.d.Tokens[verb].Lemma] == "lasts" {
		return true // "l'entretien, qui a duré deux heures", wherever the tree hangs it
	}
	return r.d.Tokens[verb].UPOS == doc.VERB && r.w.Links[r.d.Tokens[verb].Lemma] == "lasts" &&
		(r.d.Tokens[t].Deprel.Is(doc.RelNsubj) && r.d.Tokens[t].Head == verb || r.d.Tokens[verb].Deprel.Is(doc.RelAcl) && r.d.Tokens[verb].Head == t)
}

// onlyDate is the only date of a sentence, or none.
func (r *run) onlyDate(e *event, s doc.Sentence) int32 {
	only := none
	for i := r.timex; i < len(r.d.Timexes) && r.d.Timexes[i].First < r.end(); i++ {
		if x := &r.d.Timexes[i]; x.First >= s.First && x.Kind != doc.Duration && x.Kind != doc.Repeated && !strings.Contains(x.Value, "..") {
			if only != none {
				return none
			}
			only = int32(i)
		}
	}
	if only != none && ahead(e.status) && r.saidThen(e.token, r.d.Tokens[r.top(&r.d.Timexes[only])].Head) {
		return none
	}
	return only
}

// ahead tells whether a contact is still to come, or only spoken of.
func ahead(status string) bool {
	return status == "planned" || status == "proposed" || status == "hypothetical"
}

// saidThen tells whether a verb is the one that says the clause of a contact:
// "a déclaré en mars qu'il y aurait des contacts".
func (r *run) saidThen(t, verb int32) bool {
	said := false
	for n := 0; n < 8 && t != none; n++ {
		if said && t == verb {
			return true
		}
		said = said || r.d.Tokens[t].Deprel.Is(doc.RelCcomp)
		t = r.d.Tokens[t].Head
	}
	return false
}

// top is the token of a time expression that hangs on a word outside it.
func (r *run) top(x *doc.Timex) int32 {
	for t := x.First; t < x.End; t++ {
		if h := r.d.Tokens[t].Head; h == none || h < x.First || h >= x.End {
			if r.d.Tokens[t].UPOS != doc.ADP && r.d.Tokens[t].UPOS != doc.DET && r.d.Tokens[t].UPOS != doc.PUNCT {
				return t
			}
		}
	}
	return x.First
}

func (r *run) inside(t, head int32) bool {
	for n := 0; n < 12 && t != none; n++ {
		if t == head {
			return true
		}
		t = r.d.Tokens[t].Head
	}
	return false
}

// cost is how far a date lies from the event in the tree; a high one rules it out.
// The date of the noun's own phrase comes first, then that of its verb.
func (r *run) cost(e *event, x *doc.Timex) int {
	const out = 1 << 30
	top := r.top(x)
	gap := int(x.First - e.token)
	if gap < 0 {
		gap = -gap
	}
	open := 0
	if e.noun && x.First < e.token && strings.Contains(x.Value, "..") {
		open = 400 // "promis jusqu'à la fin de 2021, lors d'une visite": dates the promise
	}
	if n := r.steps(top, e.token); e.noun && n <= 4 {
		return gap + 10*n + open
	}
	h := r.d.Tokens[top].Head
	if !e.noun && h != none && h > e.token && r.isPerson(h) && r.d.Dependent(top, doc.RelCase) == none && r.phraseOf(h, e.token) {
		return 100 + gap // "s'est entretenu avec le maire X jeudi", hung on the maire
	}
	if e.clause != 0 && h == e.clause {
		return 150 + gap
	}
	t, penalty := e.token, open
	if strings.Contains(x.Value, "..") {
		penalty += 200 // "jusqu'à la fin de 2021" dates what was promised, not the visit
	}
	for n := 1; n < 7; n++ {
		if h == t {
			return 100*n + gap + penalty
		}
		k := &r.d.Tokens[t]
		if k.Head == none {
			break
		}
		if ahead(e.status) && k.Deprel.Is(doc.RelCcomp) {
			return out // "a déclaré en mars qu'il y aurait des contacts": when it was said
		}
		switch k.Deprel.Base() {
		case doc.RelXcomp, doc.RelObj, doc.RelObl, doc.RelNsubj, doc.RelAdvcl, doc.RelConj, doc.RelNmod, doc.RelAcl, doc.RelAdvmod:
			t = k.Head
		default:
			t, penalty = k.Head, penalty+300
		}
	}
	return out
}

// phraseOf tells whether a word stands in a phrase of a verb, without a clause between.
func (r *run) phraseOf(t, verb int32) bool {
	for n := 0; n < 4 && t != none; n++ {
		if t == verb {
			return true
		}
		if u := r.d.Tokens[t].UPOS; u != doc.NOUN && u != doc.PROPN {
			return false
		}
		t = r.d.Tokens[t].Head
	}
	return false
}

// steps is the distance in the tree from a word up to one above it.
func (r *run) steps(t, head int32) int {
	for n := 0; n < 12 && t != none; n++ {
		if t == head {
			return n
		}
		t = r.d.Tokens[t].Head
	}
	return 99
}

// findPlace takes the place of the noun's phrase or of the clause.
func (r *run) findPlace(e *event) {
	try := func(c int32, role string) {
		if e.place.Empty() && (role == "to" || role == "at") && r.isPlace(c) && !r.aboutPlace(e, c) {
			e.place = nameOf(&r.d.Mentions[r.at[c]])
		}
	}
	r.phrases(e.token, try)
	if h := r.d.Tokens[e.token].Head; e.noun && h != none && e.place.Empty() && e.kind != "message" && e.kind != "call" {
		if k := &r.d.Tokens[e.token]; k.Deprel.Is(doc.RelObj) || k.Deprel.Is(doc.RelNsubj) {
			r.phrases(h, try)
		}
	}
	if e.kind == "call" || e.kind == "message" {
		e.place = span{}
	}
}

// aboutPlace: "ont discuté de la guerre en Ukraine", where the parser hung the
// place on the verb: it belongs to the noun before it.
func (r *run) aboutPlace(e *event, c int32) bool {
	at := r.d.Dependent(c, doc.RelCase)
	if e.noun || at == none || at-1 <= e.token || r.isTime(at-1) || r.at[at-1] != none {
		return false
	}
	return r.d.Tokens[at-1].UPOS == doc.NOUN && r.d.Dependent(at-1, doc.RelCase) != none
}

// shifted is the date of a contact on whose morrow or eve the date of the text
// lies: "mercredi, au lendemain de son entrevue"; "" if it is none to the day.
func (r *run) shifted(e *event) string {
	day, err := time.Parse(time.DateOnly, r.date(e))
	if err != nil {
		return ""
	}
	return day.AddDate(0, 0, e.shift).Format(time.DateOnly)
}

// nextYear: "a invité la ministre à Rome en septembre", told in June, is about
// the September to come, whatever the tense of the verb before it; "" if the
// date is not of that kind.
func (r *run) nextYear(e *event) string {
	v, p := r.date(e), r.d.Published.Value
	if len(v) != len("2006-01") || len(p) < len(v) || v >= p[:len(v)] || strings.Contains(r.d.Words(r.d.Timexes[e.when].Span), v[:4]) {
		return ""
	}
	month, err := time.Parse("2006-01", v)
	if err != nil {
		return ""
	}
	for month.Format("2006-01") < p[:len(v)] {
		month = month.AddDate(1, 0, 0)
		if month.Year() > 9000 {
			return ""
		}
	}
	return month.Format("2006-01")
}

// present tells whether the verb of a contact, or that of a clause of its noun,
// is in the present.
func (r *run) present(t int32) bool {
	is := func(v int32) bool {
		k := &r.d.Tokens[v]
		return k.UPOS == doc.VERB && k.Feats.Has(doc.FeatTense, doc.TensePres) && k.Feats.Has(doc.FeatMood, doc.MoodInd) && r.d.Dependent(v, doc.RelAux) == none
	}
	if is(t) {
		return true
	}
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Deprel.Is(doc.RelAcl) && is(c) {
			return true
		}
	}
	k := &r.d.Tokens[t]
	return k.Head != none && (k.Deprel.Is(doc.RelNsubj) || k.Deprel.Is(doc.RelObj)) && is(k.Head)
}

// byDate: what is said in the present of a day to come is planned; what was to
// come and has a day behind us is not.
func (r *run) byDate(e *event) {
	if e.when == none || e.status != "held" || r.d.Published.Value == "" {
		return
	}
	v := r.d.Timexes[e.when].Value
	p := r.d.Published.Value
	if from, to, ok := strings.Cut(v, "/"); ok && len(from) == len(p) && len(to) == len(p) && from <= p && p <= to && e.kind != "message" && e.kind != "call" && r.present(e.token) {
		e.status = "ongoing" // "le sommet qui se déroule cette semaine"
	}
	if len(v) >= 10 && len(p) >= 10 && v[0] >= '0' && v[0] <= '9' && v[:10] > p[:10] {
		e.status = "planned"
	}
}
