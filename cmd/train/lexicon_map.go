package main

import (
	"slices"
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
)

// mapHunspell turns the dictionary's codes into universal parts of speech and
// features. One form may give several analyses: "po:ipre po:spre po:1sg
// po:3sg" are four.
func mapHunspell(f hunspellForm) []lang.Analysis {
	m := morph{form: f.form, lemma: f.lemma}
	var codes []string
	for _, x := range append(slices.Clone(f.entry), f.rule...) {
		key, value, _ := strings.Cut(x, ":")
		switch key {
		case "po":
			codes = append(codes, value)
		case "is":
			m.inflect(value)
		}
	}
	m.name = m.invariable && startsUpper(f.form)
	if len(codes) > 0 && len(codes[0]) > 2 && codes[0][0] == 'v' && codes[0][1] >= '0' && codes[0][1] <= '3' {
		m.frame = frameOf(codes[0])
		m.aux = codes[0][1] == '0'
		codes = codes[1:]
		m.verb(codes)
	}
	for _, c := range codes {
		m.word(c)
	}
	return m.out
}

// morph gathers the analyses of one form.
type morph struct {
	form, lemma    string
	gender, number uint8
	frame          lang.Frame
	aux            bool
	participle     bool // the codes are of a past participle
	name           bool // begins with a capital and has no plural: "ONU"
	invariable     bool
	out            []lang.Analysis
}

// agreeing adds a noun or adjective: a form that serves for both numbers
// ("pays") has a reading for each. The adjective of a participle has the
// masculine as its lemma, not the infinitive: "situées" → "situé".
func (m *morph) agreeing(u doc.UPOS) {
	feats, lemma := m.agree(), m.lemma
	if u == doc.ADJ && m.participle {
		lemma = m.masculine()
	}
	numbers := []uint8{m.number}
	if m.invariable {
		numbers = []uint8{doc.NumberSing, doc.NumberPlur}
	}
	for _, n := range numbers {
		m.out = append(m.out, lang.Analysis{Lemma: lemma, UPOS: u, Feats: feats.With(doc.FeatNumber, n)})
	}
}

// masculine undoes the agreement of a past participle.
func (m *morph) masculine() string {
	s := m.form
	if m.number == doc.NumberPlur {
		s = strings.TrimSuffix(s, "s")
	}
	if m.gender == doc.GenderFem {
		s = strings.TrimSuffix(s, "e")
	}
	return s
}

func (m *morph) inflect(value string) {
	switch value {
	case "mas":
		m.gender = doc.GenderMasc
	case "fem":
		m.gender = doc.GenderFem
	case "epi":
		m.gender = 0
	case "sg":
		m.number = doc.NumberSing
	case "pl":
		m.number = doc.NumberPlur
	case "inv":
		m.number, m.invariable = 0, true
	}
}

func (m *morph) agree() doc.Feats {
	return doc.Feats(0).With(doc.FeatGender, m.gender).With(doc.FeatNumber, m.number)
}

func (m *morph) add(u doc.UPOS, feats doc.Feats, kind lang.WordKind) {
	lemma := m.lemma
	if u == doc.PROPN {
		lemma = m.form
	}
	a := lang.Analysis{Lemma: lemma, UPOS: u, Feats: feats, Kind: kind}
	if u == doc.VERB || u == doc.AUX {
		a.Frame = m.frame
	}
	m.out = append(m.out, a)
}

// frameOf reads a code like "v1_itnq__a": group, state, intransitive,
// transitive, indirect, pronominal, …, impersonal, auxiliaries.
func frameOf(code string) lang.Frame {
	var f lang.Frame
	at := func(i int) byte {
		if i < len(code) {
			return code[i]
		}
		return '_'
	}
	set := func(i int, bit lang.Frame) {
		if at(i) != '_' && at(i) != 'z' {
			f |= bit
		}
	}
	set(3, lang.Intransitive)
	set(4, lang.Transitive)
	set(5, lang.Indirect)
	set(6, lang.Pronominal)
	if at(6) == 'p' {
		f |= lang.OnlyReflexive
	}
	if at(6) == 'r' {
		f |= lang.Reciprocal
	}
	set(7, lang.Impersonal)
	set(8, lang.AuxBe)
	set(9, lang.AuxHave)
	return f
}

// verb adds the readings of a verb form.
func (m *morph) verb(codes []string) {
	type mood struct{ mood, tense uint8 }
	var moods []mood
	for _, c := range codes {
		switch c {
		case "infi":
			m.verbal(doc.Feats(0).With(doc.FeatVerbForm, doc.VerbFormInf))
		case "ppre":
			m.verbal(doc.Feats(0).With(doc.FeatTense, doc.TensePres).With(doc.FeatVerbForm, doc.VerbFormPart))
		case "ppas":
			m.participle = true
			m.verbal(m.agree().With(doc.FeatTense, doc.TensePast).With(doc.FeatVerbForm, doc.VerbFormPart))
		case "ipre":
			moods = append(moods, mood{doc.MoodInd, doc.TensePres})
		case "iimp":
			moods = append(moods, mood{doc.MoodInd, doc.TenseImp})
		case "ipsi":
			moods = append(moods, mood{doc.MoodInd, doc.TensePast})
		case "ifut":
			moods = append(moods, mood{doc.MoodInd, doc.TenseFut})
		case "cond":
			moods = append(moods, mood{doc.MoodCnd, doc.TensePres})
		case "spre":
			moods = append(moods, mood{doc.MoodSub, doc.TensePres})
		case "simp":
			moods = append(moods, mood{doc.MoodSub, doc.TenseImp})
		case "impe":
			moods = append(moods, mood{doc.MoodImp, doc.TensePres})
		}
	}
	for _, x := range moods {
		for _, c := range codes {
			person, number := personOf(c)
			if person != 0 {
				m.verbal(doc.Feats(0).With(doc.FeatMood, x.mood).With(doc.FeatTense, x.tense).With(doc.FeatPerson, person).
					With(doc.FeatNumber, number).With(doc.FeatVerbForm, doc.VerbFormFin))
			}
		}
	}
}

func (m *morph) verbal(f doc.Feats) {
	m.add(doc.VERB, f, lang.CommonWord)
	if m.aux {
		m.add(doc.AUX, f, lang.CommonWord)
	}
}

func personOf(code string) (person, number uint8) {
	code = strings.TrimSuffix(code, "!")
	if len(code) < 3 || code[0] < '1' || code[0] > '3' {
		return 0, 0
	}
	switch code[1:] {
	case "sg", "isg":
		return code[0] - '0', doc.NumberSing
	case "pl":
		return code[0] - '0', doc.NumberPlur
	}
	return 0, 0
}

// word adds the reading of one other code.
func (m *morph) word(code string) {
	switch {
	case code == "nom" && m.name:
		m.add(doc.PROPN, m.agree(), lang.ProperName)
	case code == "nom":
		m.agreeing(doc.NOUN)
	case code == "adj":
		m.agreeing(doc.ADJ)
	case code == "npr":
		m.add(doc.PROPN, m.agree(), lang.ProperName)
	case code == "prn":
		m.add(doc.PROPN, m.agree(), lang.FirstName)
	case code == "patr":
		m.add(doc.PROPN, m.agree(), lang.FamilyName)
	case code == "titr":
		m.add(doc.NOUN, m.agree(), lang.TitleWord)
	case code == "nbro":
		m.add(doc.ADJ, doc.Feats(0).With(doc.FeatNumType, doc.NumTypeOrd), lang.RomanNumber)
	case code == "nb":
		m.add(doc.NUM, doc.Feats(0).With(doc.FeatNumType, doc.NumTypeCard), lang.CommonWord)
	case code == "interj":
		m.add(doc.INTJ, 0, lang.CommonWord)
	case code == "negadv":
		m.add(doc.ADV, doc.Feats(0).With(doc.FeatPolarity, doc.PolarityNeg), lang.CommonWord)
	case code == "advint":
		m.add(doc.ADV, doc.Feats(0).With(doc.FeatPronType, doc.PronTypeInt), lang.CommonWord)
	case code == "adv" || code == "proadv":
		m.add(doc.ADV, 0, lang.CommonWord)
	case code == "prep" || code == "prepv":
		m.add(doc.ADP, 0, lang.CommonWord)
	case code == "cjco":
		m.add(doc.CCONJ, 0, lang.CommonWord)
	case code == "cjsub" || code == "cj":
		m.add(doc.SCONJ, 0, lang.CommonWord)
	case strings.HasPrefix(code, "det"):
		m.add(doc.DET, m.agree().With(doc.FeatPronType, pronType(code[3:])), lang.CommonWord)
	case strings.HasPrefix(code, "pro"):
		m.add(doc.PRON, m.agree().With(doc.FeatPronType, pronType(code[3:])), lang.CommonWord)
	case strings.HasPrefix(code, "loc."):
		m.add(doc.X, 0, lang.LocutionPart)
	}
}

func pronType(code string) uint8 {
	switch code {
	case "dem":
		return doc.PronTypeDem
	case "ind":
		return doc.PronTypeInd
	case "int":
		return doc.PronTypeInt
	case "rel":
		return doc.PronTypeRel
	case "neg":
		return doc.PronTypeNeg
	case "persuj", "perobj", "pos":
		return doc.PronTypePrs
	}
	return 0
}
