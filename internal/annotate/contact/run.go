package contact

import (
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

const none = doc.None

// event is one contact in the making.
type event struct {
	kind       string
	parties    []int32
	when       int32
	status     string
	evidence   text.Span
	place      text.Span
	duration   int32
	initiative int32
	told       []int32
	rule       string

	token    int32
	sentence int32
	noun     bool
	definite bool // "l'entretien": may take up one already met
	again    bool // "un nouvel entretien", "le précédent appel": is another one
	weak     bool
	bare     bool   // a noun without determiner: "un début de négociation"
	close    bool   // the date stands in its own phrase
	since    bool   // "ne se sont pas parlé depuis": the date begins an interval
	shift    int    // days from the date to the contact
	clause   int32  // verb of the clause in which it is only named: "a assuré X mercredi après un échange"; 0 if none
	hearsay  bool   // "aurait rencontré"
	said     bool   // a predicate of the contact just told of: "c'était leur premier face-à-face depuis deux ans"
	also     string // kind that it may turn out to be: "l'entretien" of a call
	last     int32  // sentence of its last mention
}

// anaphoric tells whether a noun takes up a contact told of before: "l'appel".
func (e *event) anaphoric() bool { return e.noun && e.definite && len(e.parties) < 2 }

// run is the state of one document.
type run struct {
	d         *doc.Document
	w         *lang.Contacts
	pronouns  map[string][]lang.PronounForm
	numbers   map[string]lang.NumberWord
	entity    []int32 // mention → entity
	at        []int32 // token → mention
	states    map[string]int32
	sentence  int32
	timex     int     // first time expression that may stand in the sentence
	quotation int     // first quotation that may stand in the sentence
	pair      []int32 // see mainPair; nil until asked for
	found     []event
	covered   []int32 // words of the sentence that another one's contact has taken
}

func newRun(d *doc.Document, s *Stage) *run {
	n, m := len(d.Tokens), len(d.Mentions)
	ints := make([]int32, n+m)
	for i := range ints {
		ints[i] = none
	}
	r := &run{d: d, w: s.words, pronouns: s.pronouns, numbers: s.numbers, at: ints[:n], entity: ints[n:], states: map[string]int32{}}
	for i := range d.Mentions {
		if h := d.Mentions[i].Head; h >= 0 && int(h) < n && r.at[h] == none {
			r.at[h] = int32(i)
		}
	}
	for e := range d.Entities {
		x := &d.Entities[e]
		for _, k := range x.Mentions {
			if k >= 0 && int(k) < m {
				r.entity[k] = int32(e)
			}
		}
		if x.Kind == doc.ActorState && x.Country != "" {
			if _, ok := r.states[x.Country]; !ok {
				r.states[x.Country] = int32(e)
			}
		}
	}
	return r
}

// events looks for verbs and nouns of contact in one sentence.
func (r *run) events(s doc.Sentence) {
	for r.timex < len(r.d.Timexes) && r.d.Timexes[r.timex].End <= s.First {
		r.timex++
	}
	if s.End-s.First > 2000 {
		return // no sentence of a person's making
	}
	r.covered = r.covered[:0]
	for t := s.First; t < s.End; t++ {
		if len(r.covered) > 0 && r.isCovered(t) {
			continue
		}
		switch k := &r.d.Tokens[t]; k.UPOS {
		case doc.VERB:
			if v, ok := r.w.Verbs[k.Lemma]; ok {
				r.verb(t, v)
			}
		case doc.NOUN:
			if kind := r.w.Modifiers[k.Lemma]; (kind == "call" || kind == "message") && r.channel(t, kind) {
				continue
			}
			if n, ok := r.w.Nouns[k.Lemma]; ok && n.Strength != "never" {
				r.noun(t, n)
			}
		}
	}
}

// people adds the entities that the phrase headed by a token means, with those
// coordinated with it.
func (r *run) people(out []int32, t int32) []int32 {
	if t == none {
		return out
	}
	out = r.person(out, t)
	n := 0
	for c := r.d.Tokens[t].Child; c != none && n < 16; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Deprel.Is(doc.RelConj) && r.listed(c) {
			out = r.person(out, c)
			n++
		}
	}
	return out
}

// listed tells whether a conjunct belongs to a list that has its "et".
func (r *run) listed(c int32) bool {
	for n := 0; c != none && n < 32; n++ {
		if r.d.Tokens[c].Deprel.Is(doc.RelConj) && r.d.Dependent(c, doc.RelCc) != none {
			return true
		}
		c = r.d.Tokens[c].Next
	}
	return false
}

// ahead looks for a partner with "avec" or "entre" a few words after the
// contact that the parser hung elsewhere: "après un appel avec la ministre".
func (r *run) ahead(e *event, t int32) {
	end := min(r.d.Sentences[r.sentence].End, t+14)
	for i := t + 1; i < end; i++ {
		k := &r.d.Tokens[i]
		switch {
		case k.UPOS == doc.VERB && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormFin), k.UPOS == doc.SCONJ:
			return
		case k.UPOS == doc.NOUN && r.w.Nouns[k.Lemma].Kind != "":
			return
		case k.UPOS == doc.PUNCT && (k.Form == ";" || k.Form == ":"):
			return
		case k.Deprel.Is(doc.RelCase) && k.Head > i:
			if role := r.w.Links[k.Lemma]; role == "with" || role == "between" {
				e.parties = r.people(e.parties, k.Head)
				return
			}
		}
	}
}

func add(list []int32, x int32) []int32 {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}

// role is what the preposition of a phrase makes of it: with, between, of, to,
// at; "" if it has none.
func (r *run) role(t int32) string {
	c := r.d.Dependent(t, doc.RelCase)
	if c == none || r.fixed(c) { // "d'après le journal" is no party
		return ""
	}
	return r.w.Links[r.d.Tokens[c].Lemma]
}

// reflexive tells whether a verb has "se".
func (r *run) reflexive(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if k.UPOS != doc.PRON || c > t {
			continue
		}
		own := len(r.pronouns[k.Norm]) == 0 // not in the table: as it is tagged
		for _, p := range r.pronouns[k.Norm] {
			if p.Class == lang.PronounReflexive {
				return true
			}
			// "je me suis entretenu", but not "ils viennent de m'appeler"
			s := r.ownSubject(t)
			if s == c {
				continue // "nous invitons"
			}
			own = own || s != none && p.Person != 3 && r.d.Tokens[s].Feats.Get(doc.FeatPerson) == p.Person
		}
		if own && k.Feats.Get(doc.FeatReflex) != 0 {
			return true
		}
	}
	return false
}

func (r *run) passive(t int32) bool {
	return r.d.Dependent(t, doc.RelAuxPass) != none || r.d.Dependent(t, doc.RelNsubjPass) != none
}

// negated tells whether a verb stands under a negation.
func (r *run) negated(t int32) bool {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if r.d.Tokens[c].Feats.Has(doc.FeatPolarity, doc.PolarityNeg) {
			return true
		}
	}
	return false
}

// subject is who does what a verb says: its own subject, that of the verb it is
// coordinated with or depends on, or the noun that a participle follows.
func (r *run) subject(t int32) []int32 {
	for n := 0; n < 6 && t != none; n++ {
		if c := r.ownSubject(t); c != none {
			return r.people(nil, c)
		}
		k := &r.d.Tokens[t]
		h := k.Head
		switch k.Deprel.Base() {
		case doc.RelXcomp:
			if h != none && r.passive(h) {
				if o := r.d.Dependent(h, doc.RelIobj); o != none { // "Il lui est reproché d'avoir négocié avec X"
					return r.people(nil, o)
				}
			}
			if h != none && r.governs(h) == "proposed" {
				if o := r.d.Dependent(h, doc.RelObj); o != none {
					return r.people(nil, o)
				}
			}
		case doc.RelAcl:
			if h == none {
				return nil
			}
			if r.d.Tokens[h].UPOS != doc.VERB && r.at[h] != none && k.Feats.Has(doc.FeatVerbForm, doc.VerbFormPart) {
				return r.people(nil, h)
			}
		case doc.RelAdvmod: // "avant de recevoir X", hung on the preposition
			if k.UPOS != doc.ADP && k.UPOS != doc.ADV {
				return nil
			}
		case doc.RelConj, doc.RelAdvcl, doc.RelCcomp, doc.RelObl, doc.RelNmod, doc.RelObj:
		default:
			return nil
		}
		t = h
	}
	return nil
}

// ownSubject is the subject of a verb; of several before it the nearest, since
// the parser takes the heading of "Colombie : le président …" for another.
func (r *run) ownSubject(t int32) int32 {
	found := none
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		if !r.d.Tokens[c].Deprel.Is(doc.RelNsubj) {
			continue
		}
		if found == none || c < t && r.at[c] != none && r.d.Tokens[found].UPOS == doc.PROPN && r.d.Tokens[found+1].UPOS == doc.PUNCT {
			found = c
		}
	}
	if found != none && r.isTime(found) { // "La veille, ses trois dirigeants ont reçu", taken for one phrase
		for c := r.d.Tokens[found].Child; c != none; c = r.d.Tokens[c].Next {
			if c > found && r.isPerson(c) && r.d.Dependent(c, doc.RelCase) == none {
				return c
			}
		}
	}
	return found
}

// phrases calls f for the dependents of a token that a preposition brings, and
// for those hung on a date beside it: "a écrit le 30 novembre à l'entreprise".
func (r *run) phrases(t int32, f func(c int32, role string)) { r.phrasesIn(t, 0, f) }

func (r *run) phrasesIn(t int32, depth int, f func(c int32, role string)) {
	for c := r.d.Tokens[t].Child; c != none; c = r.d.Tokens[c].Next {
		k := &r.d.Tokens[c]
		if depth < 2 && r.isTime(c) && !r.isTime(t) || depth == 1 && r.isTime(c) {
			r.phrasesIn(c, depth+1, f)
		}
		if k.UPOS == doc.ADV && r.w.Links[k.Lemma] != "" { // "auprès du président"
			if p := r.d.Dependent(c, doc.RelObl); p != none {
				f(p, r.w.Links[k.Lemma])
			}
			continue
		}
		if !k.Deprel.Is(doc.RelObl) && !k.Deprel.Is(doc.RelNmod) {
			continue
		}
		if role := r.role(c); role != "" {
			f(c, role)
		}
	}
}
