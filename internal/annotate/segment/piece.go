package segment

// kind is what a piece of text is, as far as its characters tell.
type kind uint8

const (
	word    kind = iota
	number       // begins with a digit
	ender        // . ! ? … and runs of dots
	opener       // opening quotation mark or bracket
	closer       // closing quotation mark or bracket
	comma_       // ,
	colon_       // : ;
	dash_        // a dash or hyphen on its own
	sign         // any other sign
	abbr         // a word that took its full stop and may end a sentence: "etc."
	initial      // a single capital that took the full stop after it: "J."
	title        // an abbreviation that never ends a sentence: "M."
)

// piece is a token before sentences are cut: a word may still lose the full
// stop that it took, and become two syntactic words.
type piece struct {
	start, end int32
	kind       kind
	shape      shape
	verb       uint8 // whether it can only be a verb: 0 not yet looked up, 1 no, 2 yes
	finite     uint8 // how surely it is a finite verb
	cluster    uint8 // the class of words that stand in similar places
}

// shape is how a word is capitalised.
type shape uint8

const (
	noShape  shape = iota // no letters
	lowered               // "ministre"
	titled                // "Paris"
	capitals              // "ONU"
	single                // "A"
	mixed                 // "iPhone"
	numeric               // "1914"
	quoted                // a quotation mark, not a bracket
)

// shapeOf looks at no more than the first characters of a word.
func shapeOf(t string) shape {
	if t == "" {
		return noShape
	}
	first, n := classAt(t, 0)
	switch first {
	case lower:
		return lowered
	case digit:
		return numeric
	case upper:
	default:
		return noShape
	}
	ups, lows := 0, 0
	for i, c := 0, class(0); n+i < len(t) && i < 24; {
		var size int
		c, size = classAt(t, n+i)
		i += size
		switch c {
		case upper:
			ups++
		case lower:
			lows++
		}
	}
	switch {
	case ups == 0 && lows == 0:
		return single
	case lows == 0:
		return capitals
	case ups == 0:
		return titled
	}
	return mixed
}
