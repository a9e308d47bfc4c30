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
	alone    bool   // a body's own meeting: "le conseil des ministres", "le comité s'est réuni"
	goesOn   bool   // "est en contact avec"
	hearsay  bool   // "aurait rencontré"
	said     bool   // a predicate of the contact just told of: "c'était leur premier face-à-face depuis deux ans"
	also     string // kind that it may turn out to be: "l'entretien" of a call
	last     int32  // sentence of its last mention
}

// anaphoric tells whether a noun takes up a contact told of before: "l'appel".
func (e *event) anaphoric() bool { return e.noun && e.definite && len(e.parties) < 2 && !e.alone }

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
	until     int32   // words of the sentence from here on tell of a further contact; none if not so
	timex     int     // first time expression that may stand in the sentence
	quotation int     // first quotation that may stand in the sentence
	pair      []int32 // see mainPair; nil until asked for
	found     []event
	covered   []int32 // words of the sentence that another one's contact has taken
}

func newRun(d *doc.Document, s *Stage) *run {
	at, entity := d.Index()
	r := &run{d: d, w: s.words, pronouns: s.pronouns, numbers: s.numbers, at: at, entity: entity, until: none, states: map[string]int32{}}
	for e := range d.Entities {
		x := &d.Entities[e]
		if x.Kind == doc.ActorState && x.Country != "" {
			if _, ok := r.states[x.Country]; !ok && s.isState(x) {
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
		case doc.PROPN: // "un SMS"
			if n, ok := r.w.Nouns[k.Lemma]; ok && n.Kind == "message" {
				r.noun(t, n)
			}
		case doc.NOUN:
			if kind := r.w.Modifiers[k.Lemma]; (kind == "call" || kind == "message") && r.channel(t, kind) {
				continue
			}
			if n, ok := r.w.Nouns[k.Lemma]; ok && n.Strength == "cabinet" {
				r.cabinet(t)
			} else if ok && n.Strength != "never" {
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
		switch k := &r.d.Tokens[c]; {
		case r.until != none && c >= r.until, k.Deprel.Is(doc.RelConj) && r.likened(c):
			return out
		case k.Deprel.Is(doc.RelConj) && r.listed(c):
			out = r.person(out, c)
			n++
		case (k.Deprel.Is(doc.RelAppos) || k.Deprel.Is(doc.RelFlat)) && r.at[c] == none: // "le roi Hassan et la ministre", hung on the name
			for x := k.Child; x != none && n < 16; x = r.d.Tokens[x].Next {
				if r.d.Tokens[x].Deprel.Is(doc.RelConj) && r.listed(x) && r.at[x] != none && r.d.Mentions[r.at[x]].Kind != doc.Nominal {
					out = r.person(out, x)
					n++
				}
			}
		}
	}
	return out
}

// end is where the words end that may tell of the contact in the making.
func (r *run) end() int32 {
	if r.until != none {
		return r.until
	}
	return r.d.Sentences[r.sentence].End
}

// likened: "le pape François, comme Jean-Paul II et Benoît XVI avant lui", taken
// for a list.
func (r *run) likened(t int32) bool {
	c := r.d.Dependent(t, doc.RelCase)
	return c != none && r.w.Links[r.d.Tokens[c].Lemma] == ""
}

// listed tells whether a conjunct belongs to a list that has its "et".
func (r *run) listed(c int32) bool {
	for n := 0; c != none && n < 32; n++ {
		if r.d.Tokens[c].Deprel.Is(doc.RelConj) {
			if cc := r.d.Dependent(c, doc.RelCc); cc != none && r.w.Links[r.d.Tokens[cc].Lemma] != "or" {
				return true
			}
		}
		c = r.d.Tokens[c].Next
	}
	return false
}

// ahead looks for a partner with "avec" or "entre" a few words after the
// contact that the parser hung elsewhere: "après un appel avec la ministre".
func (r *run) ahead(e *event, t int32) {
	end := min(r.end(), t+14)
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
