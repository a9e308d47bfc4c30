package doc

// Feature names one morphological feature of UD.
type Feature uint8

// The features, in the order CoNLL-U sorts them.
const (
	FeatAbbr Feature = iota
	FeatCase
	FeatDefinite
	FeatDegree
	FeatEmph
	FeatExtPos
	FeatForeign
	FeatGender
	FeatMood
	FeatNumForm
	FeatNumType
	FeatNumber
	FeatNumberPsor
	FeatPerson
	FeatPersonPsor
	FeatPolarity
	FeatPoss
	FeatPronType
	FeatReflex
	FeatStyle
	FeatTense
	FeatTypo
	FeatVerbForm
	FeatVoice
)

// FeatureCount is the number of features.
const FeatureCount = 24

var features = [...]struct {
	name   string
	shift  uint8
	width  uint8
	values []string
}{
	{"Abbr", 0, 1, []string{"", "Yes"}},
	{"Case", 1, 3, []string{"", "Acc", "Dat", "Gen", "Nom"}},
	{"Definite", 4, 2, []string{"", "Def", "Ind", "Spec"}},
	{"Degree", 6, 2, []string{"", "Cmp", "Pos", "Sup"}},
	{"Emph", 8, 2, []string{"", "No", "Yes"}},
	{"ExtPos", 10, 4, []string{"", "ADJ", "ADP", "ADV", "CCONJ", "DET", "INTJ", "NOUN", "PRON", "PROPN", "SCONJ", "VERB"}},
	{"Foreign", 14, 1, []string{"", "Yes"}},
	{"Gender", 15, 2, []string{"", "Fem", "Masc", "Neut"}},
	{"Mood", 17, 3, []string{"", "Cnd", "Imp", "Ind", "Sub"}},
	{"NumForm", 20, 3, []string{"", "Combi", "Digit", "Roman", "Word"}},
	{"NumType", 23, 3, []string{"", "Card", "Frac", "Mult", "Ord"}},
	{"Number", 26, 2, []string{"", "Plur", "Ptan", "Sing"}},
	{"Number[psor]", 28, 2, []string{"", "Plur", "Sing"}},
	{"Person", 30, 2, []string{"", "1", "2", "3"}},
	{"Person[psor]", 32, 2, []string{"", "1", "2", "3"}},
	{"Polarity", 34, 2, []string{"", "Neg", "Pos"}},
	{"Poss", 36, 1, []string{"", "Yes"}},
	{"PronType", 37, 4, []string{"", "Art", "Dem", "Emp", "Exc", "Ind", "Int", "Neg", "Prs", "Rcp", "Rel", "Tot"}},
	{"Reflex", 41, 1, []string{"", "Yes"}},
	{"Style", 42, 3, []string{"", "Arch", "Coll", "Expr", "Slng", "Vrnc"}},
	{"Tense", 45, 3, []string{"", "Fut", "Imp", "Past", "Pres"}},
	{"Typo", 48, 1, []string{"", "Yes"}},
	{"VerbForm", 49, 3, []string{"", "Fin", "Ger", "Inf", "Part"}},
	{"Voice", 52, 2, []string{"", "Act", "Pass"}},
}

// The values that rules ask for most; each belongs to the feature in its name.
const (
	DefiniteDef  uint8 = 1
	DefiniteInd  uint8 = 2
	DefiniteSpec uint8 = 3
	GenderFem    uint8 = 1
	GenderMasc   uint8 = 2
	GenderNeut   uint8 = 3
	MoodCnd      uint8 = 1
	MoodImp      uint8 = 2
	MoodInd      uint8 = 3
	MoodSub      uint8 = 4
	NumTypeCard  uint8 = 1
	NumTypeFrac  uint8 = 2
	NumTypeMult  uint8 = 3
	NumTypeOrd   uint8 = 4
	NumberPlur   uint8 = 1
	NumberPtan   uint8 = 2
	NumberSing   uint8 = 3
	PersonFirst  uint8 = 1
	PersonSecond uint8 = 2
	PersonThird  uint8 = 3
	PolarityNeg  uint8 = 1
	PolarityPos  uint8 = 2
	PossYes      uint8 = 1
	PronTypeArt  uint8 = 1
	PronTypeDem  uint8 = 2
	PronTypeEmp  uint8 = 3
	PronTypeExc  uint8 = 4
	PronTypeInd  uint8 = 5
	PronTypeInt  uint8 = 6
	PronTypeNeg  uint8 = 7
	PronTypePrs  uint8 = 8
	PronTypeRcp  uint8 = 9
	PronTypeRel  uint8 = 10
	PronTypeTot  uint8 = 11
	ReflexYes    uint8 = 1
	TenseFut     uint8 = 1
	TenseImp     uint8 = 2
	TensePast    uint8 = 3
	TensePres    uint8 = 4
	VerbFormFin  uint8 = 1
	VerbFormGer  uint8 = 2
	VerbFormInf  uint8 = 3
	VerbFormPart uint8 = 4
	VoiceAct     uint8 = 1
	VoicePass    uint8 = 2
)
