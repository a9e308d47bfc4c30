// Package mention finds names, role phrases and pronouns: whatever may act or
// speak, be spoken to or met.
//
// What Document.Mentions holds:
//
//   - They are sorted by First, the longer before the shorter; no two have the
//     same Head. Every noun phrase has one, whatever its noun: the stages that
//     follow choose.
//   - Named: a phrase with a name. A name, its role and its apposition are one
//     mention: "Le ministre français de la Défense, Sébastien Lecornu" has the
//     Name "Sébastien Lecornu" and the Role "ministre français de la Défense";
//     "Anne Morel, ministre des Sports" likewise. A title is in the Span and
//     not in the Name ("M. Duval").
//   - Role: an office without a name ("son homologue", "le chef de la
//     diplomatie", "un porte-parole"), a body by its common noun ("la
//     présidence", "le ministère") or by its seat ("le Quai d'Orsay", which has
//     a Name too).
//   - Pronoun: personal, relative subject, demonstrative; and possessive
//     determiners, whose Head is the determiner. "a-t-il" has the Span "il".
//   - Nominal: the rest ("les deux hommes", "des témoins", "7 % des Français");
//     professions and groups of people have the Type Person.
//
// A Span takes in articles, adjectives and complements, but no preposition, no
// relative clause, no coordinated phrase ("Lecornu et Choïgou" are two) and no
// sign at its ends; it never begins inside a multiword token ("du ministre" has
// the Span "ministre").
//
// Office is an id of names/roles.tsv ("minister.defence"), names/nouns.tsv or
// names/bodies.tsv ("ministry.defence", "presidency", "party"); Country is that
// of the first demonym, state or body in the phrase. Unnamed sources are nouns
// of people who speak, without definite article ("un diplomate européen").
//
// MentionAt points from the head, from each word of a name and from the noun of
// its role to the mention.
//
// Names come from a model in two passes: the second one sees how the first one
// labelled the same words in the whole document. Tables mend both.
package mention

import (
	"errors"
	"io/fs"
	"sort"
	"sync"

	"readout/internal/doc"
	"readout/internal/lang"
)

// File is where a language keeps the weights of the names.
const File = "models/names.bin"

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	names *lang.Names
	lex   *lang.Lexicon
	model *Model // nil if the language has no weights
	pool  sync.Pool

	pronouns map[string][]lang.PronounForm
	channels map[string]string // by what one talks with somebody: "téléphone"
	links    map[string]string // what prepositions say of a contact
	says     map[string]bool   // verbs of saying
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) {
	s := &Stage{names: l.Names, lex: l.Lexicon}
	if l.Coref != nil {
		s.pronouns = l.Coref.Pronouns
	}
	if l.Contacts != nil {
		s.channels, s.links = l.Contacts.Modifiers, l.Contacts.Links
	}
	s.says = make(map[string]bool, len(l.Quotes.Cues))
	for verb := range l.Quotes.Cues {
		s.says[verb] = true
	}
	s.pool.New = func() any { return newScratch() }
	raw, err := l.File(File)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	s.model, err = Decode(raw)
	return s, err
}

// With is the stage with another model.
func (s *Stage) With(m *Model) *Stage {
	out := &Stage{names: s.names, lex: s.lex, model: m, pronouns: s.pronouns, channels: s.channels, links: s.links, says: s.says}
	out.pool.New = func() any { return newScratch() }
	return out
}

// scratch is the memory of one run, kept for the next.
type scratch struct {
	words    []word
	labels   []label
	features []uint32
	ext      []extent
	mark     []uint8 // how far climb is with a token
	inName   []int32 // token → name of the sentence that holds it, or None
	unitOf   []int32 // token → role phrase of the sentence that it heads, or None
	stack    []int32
	kids     []int32
	tokens   []int32
	names    []name
	units    []unit
	memory   map[uint32]votes // word → types it got in the document
	found    map[uint32]votes // the same, of the pass before
	proof    map[uint32]proof // name → what the words around it say of its type
	says     map[string]bool  // verbs of saying
}

func newScratch() *scratch {
	return &scratch{memory: map[uint32]votes{}, found: map[uint32]votes{}, proof: map[uint32]proof{}}
}

// prepare works out the words of the document and clears what is kept by token.
func (k *scratch) prepare(d *doc.Document, s *Stage) {
	k.says = s.says
	n := len(d.Tokens)
	if cap(k.labels) < n {
		more := n + n/4
		k.labels, k.ext, k.mark, k.inName, k.unitOf = make([]label, more), make([]extent, more), make([]uint8, more), make([]int32, more), make([]int32, more)
	}
	k.labels, k.ext, k.mark, k.inName, k.unitOf = k.labels[:n], k.ext[:n], k.mark[:n], k.inName[:n], k.unitOf[:n]
	clear(k.labels)
	clear(k.mark)
	for i := range k.inName {
		k.inName[i], k.unitOf[i] = doc.None, doc.None
	}
	k.read(d, s)
}

// Run adds the mentions to the document.
func (s *Stage) Run(d *doc.Document) {
	k := s.pool.Get().(*scratch)
	defer s.pool.Put(k)
	k.prepare(d, s)
	if s.model != nil {
		s.model.findNames(d, k)
	}
	k.mend(d, s.names)
	d.Mentions = make([]doc.Mention, 0, len(d.Tokens)/3+1)
	d.MentionAt = make([]int32, len(d.Tokens))
	for i := range d.MentionAt {
		d.MentionAt[i] = doc.None
	}
	r := &run{d: d, s: s, k: k}
	for _, r.sent = range d.Sentences {
		first := len(d.Mentions)
		r.sentence()
		r.sort(first)
	}
}

// sort puts the mentions of one sentence, from index first on, in order of
// their first token, the longer before the shorter.
func (r *run) sort(first int) {
	list := r.d.Mentions[first:]
	order := r.k.stack[:0]
	for i := range list {
		order = append(order, int32(i))
	}
	sort.Slice(order, func(a, b int) bool {
		x, y := &list[order[a]], &list[order[b]]
		if x.First != y.First {
			return x.First < y.First
		}
		if x.End != y.End {
			return x.End > y.End
		}
		return x.Head < y.Head
	})
	sorted := make([]doc.Mention, len(list))
	place := make([]int32, len(list))
	for to, from := range order {
		sorted[to] = list[from]
		place[from] = int32(first + to)
	}
	copy(list, sorted)
	for i := r.sent.First; i < r.sent.End; i++ {
		if at := r.d.MentionAt[i]; at != doc.None {
			r.d.MentionAt[i] = place[int(at)-first]
		}
	}
	r.k.stack = order[:0]
}
