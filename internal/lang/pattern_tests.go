package lang

import (
	"slices"
	"strconv"
	"strings"

	"readout/internal/doc"
)

var patternBlocks = []string{"body", "title", "dateline", "byline", "copyright", "heading"}

var nounClasses = []string{"word", "attack", "idea", "text", "law", "release", "interview"}

var phraseClasses = []string{"source", "weak", "owner", "text", "anonymous", "channel", "voice", "addressee"}

// test reads one condition on the word itself: NOUN, lemma=…, Tense=Past, case=de.
func (pp *patternParser) test(t *PatternTest) bool {
	item := pp.next()
	key, value, has := strings.Cut(item, "=")
	if !has {
		return pp.bare(t, item)
	}
	values := strings.Split(value, "|")
	if slices.Contains(values, "") {
		pp.fail("%s has an empty value", key)
		return false
	}
	switch key {
	case "lemma", "form", "case", "mark", "det":
		t.If = map[string]PatternIf{"lemma": IfLemma, "form": IfForm, "case": IfCase, "mark": IfMark, "det": IfDet}[key]
		t.Words = values
		if i := slices.Index(values, "none"); i >= 0 && key != "lemma" && key != "form" {
			t.None, t.Words = true, slices.Delete(slices.Clone(values), i, i+1)
		}
		return true
	case "rel":
		t.If = IfRel
		var ok bool
		t.Rels, ok = pp.rels(value)
		return ok
	case "word":
		return pp.set(t, IfClass, key, values, quoteWords)
	case "noun":
		return pp.set(t, IfNoun, key, values, nounClasses)
	case "prep":
		return pp.set(t, IfPhrase, key, values, phraseClasses)
	case "kind":
		return pp.set(t, IfKind, key, values, patternKinds)
	case "in":
		return pp.set(t, IfIn, key, values, patternBlocks)
	case "act":
		return pp.set(t, IfAct, key, values, quoteActs)
	case "takes":
		t.If = IfTakes
		for _, v := range values {
			if f, ok := quoteFrames[v]; ok {
				t.Bits |= uint64(f)
			} else {
				t.Words = append(t.Words, v)
			}
		}
		return true
	case "opened":
		return pp.set(t, IfOpened, key, values, patternOpenings)
	case "to", "target", "fits", "mayspeak", "hangs":
		return pp.relation(t, key, value, values)
	case "words":
		return pp.count(t, value)
	}
	return pp.feature(t, key, values)
}

// relation reads a test on what the entry asks for, or on another word.
func (pp *patternParser) relation(t *PatternTest, key, value string, values []string) bool {
	switch key {
	case "to", "target":
		t.If = IfTo
		if key == "target" {
			t.If = IfTarget
		}
		t.Words = values
		t.None = slices.Contains(values, "none")
		return true
	case "mayspeak":
		t.If = IfSpeaker
	case "hangs":
		t.If = IfHangs
	default:
		t.If = IfFits
	}
	var ok bool
	t.Link.To, ok = pp.place(value, PartWord)
	return ok
}

// set reads names of a fixed list as bits.
func (pp *patternParser) set(t *PatternTest, what PatternIf, key string, values, names []string) bool {
	t.If = what
	for _, v := range values {
		i := slices.Index(names, v)
		if i < 0 {
			if v == "any" && what != IfIn {
				t.Bits = ^uint64(0)
				continue
			}
			pp.fail("%s=%s: there is %s", key, v, strings.Join(names, ", "))
			return false
		}
		t.Bits |= 1 << i
	}
	return true
}

// feature reads a feature of Universal Dependencies.
func (pp *patternParser) feature(t *PatternTest, key string, values []string) bool {
	for _, v := range values {
		f := doc.ParseFeats(key + "=" + v)
		if f == 0 {
			pp.fail("%s=%s is neither a test nor a feature with such a value", key, v)
			return false
		}
		for k := doc.Feature(0); k < doc.FeatureCount; k++ {
			if x := f.Get(k); x != 0 {
				t.Feat = k
				t.Bits |= 1 << x
			}
		}
	}
	t.If = IfFeat
	return true
}

// bare reads a test without a value: parts of speech, states, the verb of saying.
func (pp *patternParser) bare(t *PatternTest, item string) bool {
	if item == "cue" {
		t.If = IfCue
		return true
	}
	if i := slices.Index(patternStates, item); i >= 0 {
		t.If, t.State = IfState, PatternState(i)
		return true
	}
	t.If = IfUPOS
	for _, w := range strings.Split(item, "|") {
		u := doc.ParseUPOS(w)
		if u == doc.NoPOS || w == "_" {
			if w == item {
				pp.fail("%q is no condition", item)
			} else {
				pp.fail("no part of speech %q", w)
			}
			return false
		}
		t.Bits |= 1 << u
	}
	return true
}

// count reads a range of numbers: 4, 4.., ..8, 4..8.
func (pp *patternParser) count(t *PatternTest, value string) bool {
	t.If = IfWords
	a, b, two := strings.Cut(value, "..")
	lo, hi := 0, 1<<20
	var e1, e2 error
	if a != "" {
		lo, e1 = strconv.Atoi(a)
	}
	if !two {
		hi = lo
	} else if b != "" {
		hi, e2 = strconv.Atoi(b)
	}
	if e1 != nil || e2 != nil || lo < 0 || hi < lo || hi > 1<<20 {
		pp.fail("words=%s is no range: write words=4.., words=..8 or words=4..8", value)
		return false
	}
	t.Lo, t.Hi = int32(lo), int32(hi)
	return true
}
