package lang

import (
	"readout/internal/doc"
)

// Lexicon is a full-form lexicon: every inflected form of a language with its
// lemmas, parts of speech and features. It is safe for concurrent use and its
// look-ups do not allocate. A nil Lexicon knows no word.
type Lexicon struct {
	arena    string   // all forms, one after another, sorted
	starts   []uint32 // where each form begins in arena, and the end
	sets     []uint16 // the analysis set of each form
	clusters []uint8  // the distributional cluster of each form, 0 if none
	table    []uint32 // hash table of forms: index+1 in the low bits, hash bits above
	edits    []edit
	tags     []LexTag
	analyses []analysis
	setInfo  []setInfo
	classes  int
}

// LexTag is what an analysis says beside the lemma.
type LexTag struct {
	UPOS  doc.UPOS
	Kind  WordKind
	Feats doc.Feats
}

// WordKind is a finer class than the part of speech.
type WordKind uint8

// The kinds of words.
const (
	CommonWord   WordKind = iota
	FirstName             // "Wanda"
	FamilyName            // "Cauchy"
	ProperName            // other names: "Katowice"
	TitleWord             // "Mme", "Dr"
	RomanNumber           // "XIV"
	LocutionPart          // occurs only inside a fixed expression: "aequo"
)

// Frame is what a verb takes, as far as the dictionary knows; a set of bits.
type Frame uint16

// The bits of a Frame.
const (
	Intransitive  Frame = 1 << iota // "il dort"
	Transitive                      // "il dit quelque chose"
	Indirect                        // "il parle à quelqu'un"
	Pronominal                      // can be used with "se"
	OnlyReflexive                   // always with "se": "s'évanouir"
	Reciprocal                      // with "se" each other only: "s'entretuer"
	Impersonal                      // "il neige"
	AuxBe                           // compound tenses with "être"
	AuxHave                         // compound tenses with "avoir"
)

// edit turns a form into its lemma: strip bytes off its end, then add.
type edit struct {
	strip uint8
	add   string
}

type analysis struct {
	edit, tag uint16
	frame     Frame
	seen      bool
}

type setInfo struct {
	first, end uint32 // analyses
	upos       UPOSSet
	class      uint16
}

// UPOSSet is a set of parts of speech, one bit each.
type UPOSSet uint32

// Has tells whether the part of speech is in the set.
func (s UPOSSet) Has(u doc.UPOS) bool { return s>>u&1 == 1 }

// Add is the set with one more part of speech.
func (s UPOSSet) Add(u doc.UPOS) UPOSSet { return s | 1<<u }

// Analysis is one reading of a form.
type Analysis struct {
	Lemma string
	UPOS  doc.UPOS
	Kind  WordKind
	Feats doc.Feats
	Frame Frame
	Seen  bool // read off a treebank, not in the dictionary
}

// Fold says how a written form was brought to a form of the lexicon.
type Fold uint8

// The ways of folding, from none to strongest.
const (
	AsWritten Fold = iota
	Lowered        // "Ministre" → "ministre"
	Titled         // "PARIS" → "Paris"
	Accented       // "Elysée" → "Élysée", "Etat" → "état"
	Ligature       // "soeur" → "sœur"
)

// Entry is a form of the lexicon. The zero Entry is no form.
type Entry struct {
	lex  *Lexicon
	form uint32
	set  uint16
	Fold Fold
}

// Len is the number of forms.
func (x *Lexicon) Len() int {
	if x == nil {
		return 0
	}
	return len(x.sets)
}

// Classes is one more than the greatest ambiguity class.
func (x *Lexicon) Classes() int { return x.classes }

// Entry is form number i of Len, in sorted order.
func (x *Lexicon) Entry(i int) Entry { return Entry{lex: x, form: uint32(i), set: x.sets[i]} }

// Known tells whether there is an entry.
func (e Entry) Known() bool { return e.lex != nil }

// Form is the form as the lexicon spells it.
func (e Entry) Form() string {
	if e.lex == nil {
		return ""
	}
	return e.lex.arena[e.lex.starts[e.form]:e.lex.starts[e.form+1]]
}

// Class is the ambiguity class: forms with the same dictionary readings have
// the same class. 0 is unknown.
func (e Entry) Class() uint16 {
	if e.lex == nil {
		return 0
	}
	return e.lex.setInfo[e.set].class
}

// UPOS is the set of parts of speech the form may have.
func (e Entry) UPOS() UPOSSet {
	if e.lex == nil {
		return 0
	}
	return e.lex.setInfo[e.set].upos
}

// Cluster is the class of words that stand in similar places; 0 if none.
func (e Entry) Cluster() uint8 {
	if e.lex == nil || len(e.lex.clusters) == 0 {
		return 0
	}
	return e.lex.clusters[e.form]
}

// Len is the number of analyses.
func (e Entry) Len() int {
	if e.lex == nil {
		return 0
	}
	s := &e.lex.setInfo[e.set]
	return int(s.end - s.first)
}

// Tag is analysis i without its lemma, and whether only a treebank has it.
func (e Entry) Tag(i int) (LexTag, bool) {
	a := &e.lex.analyses[int(e.lex.setInfo[e.set].first)+i]
	return e.lex.tags[a.tag], a.seen
}

// Frame is the verb frame of analysis i.
func (e Entry) Frame(i int) Frame {
	return e.lex.analyses[int(e.lex.setInfo[e.set].first)+i].frame
}

// At is analysis i, the commonest first.
func (e Entry) At(i int) Analysis {
	a := &e.lex.analyses[int(e.lex.setInfo[e.set].first)+i]
	t := &e.lex.tags[a.tag]
	return Analysis{e.Lemma(i), t.UPOS, t.Kind, t.Feats, a.frame, a.seen}
}

// Has tells whether one of the analyses is of the kind.
func (e Entry) Has(k WordKind) bool {
	for i := range e.Len() {
		if t, _ := e.Tag(i); t.Kind == k {
			return true
		}
	}
	return false
}

// Lemma is the lemma of analysis i.
func (e Entry) Lemma(i int) string {
	a := &e.lex.analyses[int(e.lex.setInfo[e.set].first)+i]
	ed := &e.lex.edits[a.edit]
	form := e.Form()
	stem := form[:len(form)-min(int(ed.strip), len(form))]
	if ed.add == "" {
		return stem
	}
	if stem == "" {
		return ed.add
	}
	var buf [64]byte
	lemma := append(append(buf[:0], stem...), ed.add...)
	if at, ok := find(e.lex, lemma); ok {
		return at.Form()
	}
	return string(lemma)
}
