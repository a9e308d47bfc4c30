package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/doc"
)

// NameClass says what a word or phrase of names/ is; a set of bits.
type NameClass uint16

// The classes of names and of the nouns around them.
const (
	Country    NameClass = 1 << iota // "Russie", "République démocratique du Congo"
	Capital                          // "Moscou": may stand for the state
	People                           // "russe", "Russes"
	Place                            // a town, region or sea: "Alep", "Moyen-Orient"
	Body                             // "Union européenne", "CGT"
	Seat                             // stands for an office: "Quai d'Orsay"
	Media                            // "Le Monde", "Reuters"
	Honorific                        // right before a name: "M.", "Mgr"
	Office                           // what a person is: "ministre", "porte-parole"
	Portfolio                        // a field of government: "Défense"
	BodyNoun                         // "ministère", "police"
	GroupNoun                        // "population", "femme"
	SourceNoun                       // speaks unnamed when indefinite: "source", "témoin"
	GivenName                        // "Sergueï"
)

// NameEntry is one reading of a phrase.
type NameEntry struct {
	Class     NameClass
	ID        string // office, portfolio or kind of body: "minister", "defence", "ministry"
	Country   string // ISO 3166 alpha-2, "" if none
	Gender    uint8  // doc.GenderFem, doc.GenderMasc, 0 for either
	Number    uint8  // doc.NumberSing or doc.NumberPlur, 0 if not said
	Scope     string // of an office: state, body, party, relative, …
	Portfolio bool   // a field of government may follow the office
	capitals  uint16 // bits of the words that must have a capital
}

// Names is what the language knows of names: a trie of phrases by words.
type Names struct {
	Classes NameClass // all that are there
	root    map[uint32]int32
	next    map[uint64]int32
	nodes   []nameNode
	offices map[[2]string]string
	// Particles are the small words inside a person's name, by their hash; true if
	// they are one only with a capital ("La" in "Bertrand de La Roche").
	Particles map[uint32]bool
	// Mastheads are the nouns that newspapers are called by, by their hash: "Le Courrier de l'Est".
	Mastheads map[uint32]bool
	// Purposes are the prepositions that the name of a body goes on with, by their
	// hash: "l'Agence pour l'emploi".
	Purposes map[uint32]bool
	// Sites are the nouns of streets and buildings that bear a name, by their hash: "la rue
	// des Tanneurs".
	Sites map[uint32]Site
}

// Site is a noun of sites.
type Site struct {
	Loose bool // a person's name may stand behind it and "de": "la place de Paul Roux"
	Place bool // the name is that of a place on its own: "le village de Brenne"
}

type nameNode struct {
	word    string
	entries []NameEntry
}

// WordHash is the hash by which Names finds a word; norm is a doc.Token.Norm.
func WordHash(norm string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(norm); i++ {
		h = (h ^ uint32(norm[i])) * 16777619
	}
	return h
}

// longestName bounds the words of a phrase, for tables and texts alike.
const longestName = 12

// Match is a phrase found in a text.
type Match struct {
	Entries []NameEntry
	Words   int32
}

// Longest finds the longest phrase that begins at token i and has a reading of
// one of the classes; hash is WordHash of the token's Norm. It gives all its
// readings; Words is 0 if there is none.
func (n *Names) Longest(tokens []doc.Token, i int32, hash uint32, classes NameClass) (m Match) {
	if n == nil {
		return m
	}
	at, ok := n.root[hash]
	for k := i; ok; {
		node := &n.nodes[at]
		if node.word != tokens[k].Norm {
			return m
		}
		for e := range node.entries {
			if node.entries[e].Class&classes != 0 && node.entries[e].cased(tokens[i:k+1]) {
				m = Match{node.entries, k - i + 1}
				break
			}
		}
		k++
		if int(k) >= len(tokens) || k-i >= longestName {
			return m
		}
		at, ok = n.next[uint64(at)<<32|uint64(WordHash(tokens[k].Norm))]
	}
	return m
}

// Starts tells whether any phrase begins with the word.
func (n *Names) Starts(hash uint32) bool {
	if n == nil {
		return false
	}
	_, ok := n.root[hash]
	return ok
}

// Fits tells whether the reading is of one of the classes and the words have
// the capital it needs.
func (e *NameEntry) Fits(words []doc.Token, classes NameClass) bool {
	return e.Class&classes != 0 && e.cased(words)
}

func (e *NameEntry) cased(words []doc.Token) bool {
	for i, bits := 0, e.capitals; bits != 0; i, bits = i+1, bits>>1 {
		if bits&1 == 1 && (i >= len(words) || !startsUpper(words[i].Form)) {
			return false
		}
	}
	return true
}

// Of picks the first reading of one of the classes, or nil.
func (m Match) Of(words []doc.Token, classes NameClass) *NameEntry {
	for i := range m.Entries {
		if m.Entries[i].Fits(words[:min(int(m.Words), len(words))], classes) {
			return &m.Entries[i]
		}
	}
	return nil
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// OfficeIn is what an office is in a country: a secretary of state of the
// United States is the minister of foreign affairs.
func (n *Names) OfficeIn(office, country string) string {
	if n == nil || country == "" {
		return office
	}
	if m, ok := n.offices[[2]string{office, country}]; ok && strings.Contains(m, ".") {
		return m
	}
	if head, field, ok := strings.Cut(office, "."); ok {
		if m, ok := n.offices[[2]string{head, country}]; ok && !strings.Contains(m, ".") {
			return m + "." + field
		}
	}
	return office
}

// add puts a phrase into the trie. Phrases are cut as the text will be: elided
// words apart, "du" as "de" and "le".
func (n *Names) add(seg *Segment, form string, e NameEntry, cased bool) {
	words, capitals := phraseWords(seg, form)
	if len(words) == 0 || len(words) > longestName {
		return
	}
	e.capitals = 0
	if cased {
		e.capitals = capitals
	}
	n.Classes |= e.Class
	at, ok := n.root[WordHash(words[0])]
	if !ok {
		at = n.node(words[0])
		n.root[WordHash(words[0])] = at
	}
	for _, w := range words[1:] {
		key := uint64(at)<<32 | uint64(WordHash(w))
		to, ok := n.next[key]
		if !ok {
			to = n.node(w)
			n.next[key] = to
		}
		at = to
	}
	for _, old := range n.nodes[at].entries {
		if old == e {
			return
		}
	}
	n.nodes[at].entries = append(n.nodes[at].entries, e)
}

func (n *Names) node(word string) int32 {
	n.nodes = append(n.nodes, nameNode{word: word})
	return int32(len(n.nodes) - 1)
}

// phraseWords cuts a phrase into norms and tells which words have a capital; an
// article at the beginning ("Le Monde") need not have it in the text.
func phraseWords(seg *Segment, form string) (words []string, capitals uint16) {
	put := func(w string, upper bool) {
		if upper && len(words) < longestName {
			capitals |= 1 << len(words)
		}
		words = append(words, strings.ToLower(w))
	}
	for _, f := range strings.Fields(form) {
		f = strings.ReplaceAll(f, "’", "'")
		for {
			at := strings.IndexByte(f, '\'')
			if at < 0 || at+1 == len(f) || !seg.Elisions[strings.ToLower(f[:at])] || startsUpper(f) && len(words) == 0 && !startsUpper(f[at+1:]) {
				break
			}
			put(f[:at+1], startsUpper(f))
			f = f[at+1:]
		}
		comma := strings.HasSuffix(f, ",")
		f = strings.TrimSuffix(f, ",")
		if m, ok := seg.Multiword[f]; ok && len(words) > 0 {
			words = append(words, m.Parts...)
			continue
		}
		put(f, startsUpper(f))
		if comma {
			words = append(words, ",")
		}
	}
	if capitals&^1 != 0 && len(words) > 0 && (seg.Starters[words[0]] || strings.HasSuffix(words[0], "'")) {
		capitals &^= 1
	}
	return words, capitals
}
