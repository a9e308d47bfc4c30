package coref

import (
	"iter"
	"sort"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

const none = doc.None

// cluster is an entity in the making.
type cluster struct {
	kind    doc.ActorKind
	settled bool // kind is known
	state   bool // a state by its name or its capital, not just a place
	thing   bool // a noun phrase that only its place in a quotation makes an actor
	plural  bool
	gender  uint8
	country string
	office  string
	head    string // lemma of the noun of an unnamed one: "porte-parole"
	words   []string
	full    text.Span // the fullest name
	role    text.Span
	alias   string // the name it is known by, from a table
	members []int32
	peer    int32 // of "son homologue": whose
	owner   int32 // of "son porte-parole": the cluster that "son" is
	merged  int32 // the cluster this one went into, or none

	first int32 // mention that opened it
	place       // where it was last spoken of
	told  place // the same, outside of what people are reported to say
	count int32
}

// place is where an entity was spoken of.
type place struct {
	last     int32 // token that heads the mention
	sentence int32
	quote    int32
	governor int32
	subject  bool // the mention was a subject
	embedded bool // of a relative clause or another one below the main one
	oblique  bool // it hung on a verb by a preposition
	again    bool // it was a pronoun
	nested   bool // it stood inside another noun phrase
	own      bool // it was a possessive: "sa déclaration"
}

// nowhere is the place of an entity that was not yet spoken of.
func nowhere() place { return place{last: none, sentence: -100, quote: none, governor: none} }

// run is the state of one document.
type run struct {
	d            *doc.Document
	w            *lang.Coref
	at           []int32 // token → mention it heads
	of           []int32 // mention → cluster
	why          []string
	pronoun      []lang.PronounForm // mention → reading, only of pronouns
	order        []int32            // mentions by head token
	quote        []int32            // token → quotation whose words hold it
	speaks       map[int32]int32    // mention → quotation it is the speaker of
	told         map[int32]bool     // mentions that are spoken to, or report
	reports      map[int32]bool     // mentions that report what others say
	timed        []bool             // token begins a time expression
	inside       []bool             // token stands in what somebody says, quoted or not
	within       []int32            // token → the quotation, quoted or not, that holds it most closely
	clusters     []cluster
	recent       []int32 // clusters last spoken of, the latest at the end
	phrases      map[string]int32
	titled       []int32 // clusters that the headline opened without a name
	states       map[string]int32
	sentence     int32
	authorSought bool
	writer       int32   // who says "je" outside quotation marks; see author
	narrated     []int32 // sentence → how many up to it hold words that nobody is quoted with
	late         bool    // the title is read, after the lead
	speaker      int32   // cluster of the last speaker met outside quoted words
	holder       int32   // the office-holder that the quotation at hand speaks of
	house        int32   // the same, as the attributions are made
	source       int32   // cluster of the last body or unnamed source that spoke
}

// window bounds how many entities a reference looks back at.
const window = 24

func newRun(d *doc.Document, w *lang.Coref) *run {
	n, m := len(d.Tokens), len(d.Mentions)
	ints := make([]int32, 2*n+2*m)
	for i := range ints {
		ints[i] = none
	}
	r := &run{
		d: d, w: w, at: ints[:n], quote: ints[n : 2*n], of: ints[2*n : 2*n+m], order: ints[2*n+m:],
		why: make([]string, m), pronoun: make([]lang.PronounForm, m), speaks: map[int32]int32{}, told: map[int32]bool{}, reports: map[int32]bool{}, inside: make([]bool, n), timed: make([]bool, n), within: make([]int32, n),
		phrases: map[string]int32{}, states: map[string]int32{}, speaker: none, source: none, house: none, holder: none,
	}
	r.clusters = make([]cluster, 0, m/3+8)
	sorted := true
	for i := range d.Mentions {
		h := d.Mentions[i].Head
		r.order[i] = int32(i)
		if h >= 0 && int(h) < n && r.at[h] == none {
			r.at[h] = int32(i)
		}
		sorted = sorted && (i == 0 || d.Mentions[i-1].Head <= h)
	}
	if !sorted {
		sort.SliceStable(r.order, func(a, b int) bool { return d.Mentions[r.order[a]].Head < d.Mentions[r.order[b]].Head })
	}
	for i := range r.within {
		r.within[i] = none
	}
	for i := range d.Timexes {
		if t := r.tokenFrom(d.Timexes[i].Span.Start); int(t) < n {
			r.timed[t] = true
		}
	}
	r.readQuotations()
	r.countNarrated()
	return r
}

// countNarrated counts the sentences that are more than quoted words.
func (r *run) countNarrated() {
	r.narrated = make([]int32, len(r.d.Sentences))
	n := int32(0)
	for i, s := range r.d.Sentences {
		for t := s.First; t < s.End; t++ {
			if r.quote[t] == none && r.d.Tokens[t].UPOS != doc.PUNCT {
				n++
				break
			}
		}
		r.narrated[i] = n
	}
}

// isEmbedded tells whether a verb heads a relative or adverbial clause.
func (r *run) isEmbedded(v int32) bool {
	if v == none {
		return false
	}
	d := r.d.Tokens[v].Deprel
	return d == doc.RelAclRelcl || d.Is(doc.RelAdvcl) || d.Is(doc.RelAcl)
}

// readQuotations notes which tokens are quoted and which mentions speak.
func (r *run) readQuotations() {
	for i := range r.d.Quotations {
		q := &r.d.Quotations[i]
		if m := r.mentionAt(q.Speaker); m != none {
			if _, ok := r.speaks[m]; !ok {
				r.speaks[m] = int32(i)
			}
		}
		for _, v := range q.Via {
			if m := r.mentionAt(v.Speaker); m != none {
				r.told[m], r.reports[m] = true, true
			}
		}
		for _, t := range q.To {
			if m := r.mentionAt(t); m != none {
				r.told[m] = true
			}
		}
		for _, c := range q.Content {
			r.readContent(int32(i), q, c)
		}
	}
}

// readContent marks the tokens of what is said, and those of them that stand
// in quotation marks.
func (r *run) readContent(i int32, q *doc.Quotation, c text.Span) {
	first := r.tokenFrom(c.Start)
	quoted := q.Mode == doc.Direct
	// A quotation of the length of a book chapter is an error of the marks.
	for t := first; int(t) < len(r.d.Tokens) && t < first+5000 && r.d.Tokens[t].Span.Start < c.End; t++ {
		r.inside[t] = true
		if o := r.within[t]; o == none || contentLen(q) < contentLen(&r.d.Quotations[o]) {
			r.within[t] = i
		}
		if q.Mode == doc.Mixed {
			switch r.d.Tokens[t].Form {
			case "«", "“", "‹":
				quoted = true
			case "»", "”", "›":
				quoted = false
			case "\"":
				quoted = !quoted
			}
		}
		if quoted {
			r.quote[t] = i
		}
	}
}

// contentLen is how long the words of a quotation are.
func contentLen(q *doc.Quotation) (n int) {
	for _, c := range q.Content {
		n += c.Len()
	}
	return n
}

// tokenFrom is the first token that does not end before a place of the text.
func (r *run) tokenFrom(at int32) int32 {
	return int32(sort.Search(len(r.d.Tokens), func(i int) bool { return r.d.Tokens[i].Span.End > at }))
}

// mentionAt is the mention headed by a token, or by the token that a flat name
// or an apposition hangs on.
func (r *run) mentionAt(t int32) int32 {
	if t >= 0 && int(t) < len(r.d.Tokens) {
		// "a rapporté son cabinet": the possessive taken for the source
		if k := &r.d.Tokens[t]; k.UPOS == doc.DET && k.Head > t && k.Head < t+4 && r.at[k.Head] != none && r.d.Mentions[r.at[k.Head]].Kind != doc.Nominal {
			t = k.Head
		}
	}
	for n := 0; n < 3 && t >= 0 && int(t) < len(r.d.Tokens); n++ {
		if m := r.at[t]; m != none {
			return m
		}
		switch r.d.Tokens[t].Deprel.Base() {
		case doc.RelFlat, doc.RelAppos, doc.RelFixed, doc.RelCompound, doc.RelCase, doc.RelNmodAppos:
			t = r.d.Tokens[t].Head
		default:
			return none
		}
	}
	return none
}

// mostChildren bounds how many dependents of a word are looked at: a text of one
// sentence without end must not take for ever.
const mostChildren = 200

// children are the dependents of a token in text order.
func (r *run) children(t int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for c, n := r.d.Tokens[t].Child, 0; c != none && n < mostChildren; c, n = r.d.Tokens[c].Next, n+1 {
			if !yield(c) {
				return
			}
		}
	}
}

// find follows merges.
func (r *run) find(c int32) int32 {
	for n := 0; c != none && r.clusters[c].merged != none && n < 64; n++ {
		c = r.clusters[c].merged
	}
	return c
}

// cluster is the one of a mention, or none.
func (r *run) clusterOf(m int32) int32 {
	if m == none {
		return none
	}
	return r.find(r.of[m])
}

func (r *run) open(m int32, why string) int32 {
	c := int32(len(r.clusters))
	r.clusters = append(r.clusters, cluster{first: m, merged: none, owner: none, peer: none, place: nowhere(), told: nowhere()})
	if m != none {
		r.of[m], r.why[m] = c, why
	}
	return c
}

func (r *run) join(m, c int32, why string) {
	r.of[m], r.why[m] = c, why
}

// merge puts cluster b into a.
func (r *run) merge(a, b int32) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	x, y := &r.clusters[a], &r.clusters[b]
	if x.country == "" {
		x.country = y.country
	}
	if len(x.office) < len(y.office) {
		x.office = y.office
	}
	if x.gender == 0 {
		x.gender = y.gender
	}
	if x.role.Empty() {
		x.role = y.role
	}
	if len(y.words) > len(x.words) {
		x.words, x.full = y.words, y.full
	}
	if y.last > x.last {
		x.place = y.place
	}
	if y.told.last > x.told.last {
		x.told = y.told
	}
	x.count += y.count
	y.merged = a
}

// isTopic: "quant au patron de la pêche, il met en garde" is about the patron.
func (r *run) isTopic(h int32) bool {
	t := &r.d.Tokens[h]
	return r.w.Is(r.caseOf(h), "topic") || t.Head != none && r.w.Is(r.d.Tokens[t.Head].Lemma, "topic") || t.Deprel.Is(doc.RelDislocated)
}

// touch notes that cluster c was just spoken of by mention m.
func (r *run) touch(c, m int32) {
	x := &r.clusters[c]
	h := r.d.Mentions[m].Head
	t := &r.d.Tokens[h]
	x.count++
	if r.late && x.count > 1 || r.inByline(h) {
		return // who signs the article is nobody that it speaks of
	}
	own := r.pronoun[m].Class == lang.PronounPossessive
	p := place{last: h, sentence: r.sentence, subject: t.Deprel.Is(doc.RelNsubj) || r.isTopic(h), nested: t.Deprel.Is(doc.RelNmod) || own, own: own,
		quote: r.quote[h], governor: t.Head, oblique: t.Deprel.Is(doc.RelObl), again: r.d.Mentions[m].Kind == doc.Pronoun && !own}
	p.embedded = p.subject && r.isEmbedded(t.Head)
	// A subject stays one when "son" takes it up in its own sentence.
	if !own || x.sentence != r.sentence {
		x.place = p
	}
	if !r.inside[h] && (x.told.sentence != r.sentence || !own && (p.subject || !x.told.subject)) {
		x.told = p
	}
	for i, k := range r.recent {
		if k == c {
			copy(r.recent[i:], r.recent[i+1:])
			r.recent[len(r.recent)-1] = c
			return
		}
	}
	if len(r.recent) == window {
		copy(r.recent, r.recent[1:])
		r.recent[window-1] = c
		return
	}
	r.recent = append(r.recent, c)
}
