package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// opening is what opens the content behind a cue.
type opening struct {
	kind openKind
	at   int32 // first token of the content
	root int32 // token that heads it
	link int32 // the word that introduces it, or None
}

type openKind uint8

const (
	openNothing openKind = iota
	openThat
	openWhether
	openInf
	openQuote
	openColon       // a colon and a quotation
	openColonClause // a colon and a clause
)

// reach is how far behind its cue a content may open.
const reach = 45

// open looks behind the cue for the first thing that may open its content.
func (r *run) open(k int32, s doc.Sentence) opening {
	c := &r.cues[k]
	nouns := false
	base := c.end
	if r.comma(base) && r.entryInf(c) {
		base = r.parenthesis(base, s)
	}
	if r.comma(base) && r.is(base+1, lang.WordWithout|lang.WordGerund|lang.WordPurpose) {
		base = r.closingComma(base, s) // "a accusé, sans les nommer, des voisins de …"
	}
	for i := base; i < s.End && i < base+reach; i++ {
		if p := r.in[c.verb]; p != doc.None && i >= r.pieces[p].end-1 {
			return opening{}
		}
		if e := max(r.insertEnd(i), r.mediumEnd(i, s)); e > i {
			i = e - 1
			continue
		}
		if o := r.cueAt[i]; o != doc.None && o != k && i == r.cues[o].first {
			if r.cues[o].incise {
				i = r.cues[o].tail - 1
				continue
			}
			if sh := r.shape(&r.cues[o]); sh != infinitiveShape && sh != participleShape || r.is(i-1, lang.WordCoordinator) {
				return opening{}
			}
		}
		if p := r.pieceAt(i); p != nil {
			if c.entry.Reflexive && c.entry.Has(lang.FrameAttr) && i > c.end && r.tok[c.end].UPOS == doc.ADJ {
				return opening{} // "se dit prêt à tenir « jusqu'au bout »"
			}
			if o, _ := r.openAt(c, i+1, base, s); o.kind == openInf && o.link == i+1 {
				o.at = i
				return o
			}
			if r.behindPreposition(c, i) || r.titleOf(c, i, s) || r.person(c, p.end, s) {
				i = p.end - 1
				continue
			}
			if c.entry.To == "obj" && c.object == doc.None || c.entry.Target == "obj" && len(c.entry.Inf) > 0 {
				i = p.end - 1 // who is accused or asked: "« des forces occultes »"
				continue
			}
			if nouns || !c.entry.Has(lang.FrameThat|lang.FrameWhether|lang.FrameObj|lang.FrameObjMarked|lang.FrameAttr|lang.FrameInf|lang.FrameAttrMarked) {
				return opening{}
			}
			return opening{openQuote, r.beforeMark(c, i), doc.None, doc.None}
		}
		o, stop := r.openAt(c, i, base, s)
		if o.kind != openNothing || stop {
			return o
		}
		switch r.tok[i].UPOS {
		case doc.NOUN, doc.PROPN:
			nouns = nouns || r.timexAt(i) == doc.None && !r.isTold(c, i)
		case doc.PRON:
			nouns = nouns || i == c.end && r.thoseWho(i, s)
		}
	}
	return opening{}
}

func (r *run) entryInf(c *cue) bool {
	return c.entry.Has(lang.FrameInf|lang.FrameThat) || len(c.entry.Inf) > 0
}

func (r *run) hasComma(a, b int32) bool {
	for i := a; i < b; i++ {
		if r.comma(i) {
			return true
		}
	}
	return false
}

// openAt tells whether token i opens the content, or forbids any.
func (r *run) openAt(c *cue, i, base int32, s doc.Sentence) (opening, bool) {
	if i >= s.End {
		return opening{}, true
	}
	t := &r.tok[i]
	if r.sign(i, ":") {
		if i+1 < s.End && r.pieceAt(i+1) != nil {
			return opening{openColon, i + 1, doc.None, i}, true
		}
		if c.entry.Has(lang.FrameSay) && r.mainVerb(i+1, s.End) != doc.None {
			return opening{openColonClause, i + 1, r.mainVerb(i+1, s.End), i}, true
		}
		return opening{}, true
	}
	if t.Form == ";" || t.Form == "(" {
		return opening{}, true
	}
	if (c.entry.Has(lang.FrameThat) || c.entry.Has(lang.FrameThatText) && c.subject != doc.None && (r.isText(c.subject, s) || r.isBody(c.subject))) && r.is(i, lang.WordThat) && (t.UPOS == doc.SCONJ || r.toldThat(c, i)) && !r.subordinates(c, i, s) {
		if i+1 < s.End && r.sign(i+1, ":") {
			return opening{openColon, i + 2, doc.None, i}, true
		}
		if i > base && r.comma(i-1) && !r.hasComma(base, i-1) {
			if at, _ := r.oblique(c, s); at != doc.None && at < i {
				return opening{}, true // "a protesté contre les files, qu'il a comparées à …"
			}
		}
		root := r.clauseRoot(i, s)
		if h := r.objectOf(c, s); h != doc.None && h < i && c.entry.To != "obj" && (!r.governs(c, root) || r.comma(i-1) || r.tok[i-1].UPOS == doc.NOUN && r.comma(i-3)) {
			return opening{}, true
		}
		return opening{openThat, i + 1, root, i}, true
	}
	if c.entry.Has(lang.FrameWhether) {
		if o := r.question(i, s); o.kind != openNothing {
			return o, true
		}
	}
	if t.UPOS == doc.ADP {
		if slices.Contains(c.entry.That, t.Lemma) && i+2 < s.End && r.is(i+1, lang.WordDemonstrative) && r.is(i+2, lang.WordThat) {
			return opening{openThat, i + 3, r.clauseRoot(i+2, s), i}, true
		}
		if v := r.infinitive(i+1, s); v != doc.None {
			if slices.Contains(c.entry.Inf, t.Lemma) {
				return opening{openInf, i + 1, v, i}, true
			}
			return opening{}, r.tok[v].Head == c.verb
		}
	}
	if c.entry.Has(lang.FrameInf) && i <= base+9 {
		if v := r.infinitive(i, s); v != doc.None && r.tok[i-1].UPOS != doc.ADP && !r.anyNoun(base, i) {
			return opening{openInf, r.skipAdverbs(i, v), v, doc.None}, true
		}
	}
	if r.finite(i) && r.cueAt[i] == doc.None && !r.inRelative(i) && r.timexAt(i) == doc.None && t.Deprel != doc.RelFixed {
		return opening{}, true
	}
	return opening{}, false
}

// isBody tells whether the noun names an organisation.
func (r *run) isBody(h int32) bool {
	return r.mention[h] != doc.None && r.d.Mentions[r.mention[h]].Type == doc.Organization
}

// governs tells whether the head hangs on the cue.
func (r *run) governs(c *cue, root int32) bool {
	if root == doc.None {
		return false
	}
	h := r.tok[root].Head
	return h == c.verb || h == c.last || h == c.top
}

// anyNoun tells whether a noun stands in between that is no time expression and
// has no preposition.
func (r *run) anyNoun(a, b int32) bool {
	for i := a; i < b; i++ {
		if u := r.tok[i].UPOS; (u == doc.NOUN || u == doc.PROPN) && r.timexAt(i) == doc.None && !r.hasCase(i) {
			return true
		}
	}
	return false
}

// clauseRoot is the verb of the clause that a conjunction opens.
func (r *run) clauseRoot(mark int32, s doc.Sentence) int32 {
	h := r.tok[mark].Head
	if h > mark && h < s.End {
		return h
	}
	for i := mark + 1; i < s.End; i++ {
		if r.finite(i) {
			if d := r.tok[i].Deprel; (d.Is(doc.RelAux) || d.Is(doc.RelCop)) && r.tok[i].Head > i {
				return r.tok[i].Head
			}
			return i
		}
	}
	return doc.None
}

// infinitive is the infinitive that stands at token i, over negation, pronouns,
// adverbs and an opening mark, or None.
func (r *run) infinitive(i int32, s doc.Sentence) int32 {
	for n := 0; i < s.End && n < 7; i, n = i+1, n+1 {
		t := &r.tok[i]
		if (t.UPOS == doc.VERB || t.UPOS == doc.AUX) && r.form(i) == doc.VerbFormInf {
			if d := t.Deprel; (d.Is(doc.RelAux) || d.Is(doc.RelCop)) && t.Head > i {
				return t.Head
			}
			return i
		}
		if t.UPOS == doc.ADV || r.is(i, lang.WordNegation|lang.WordNegator) || (t.UPOS == doc.PRON || n > 0 && t.UPOS == doc.ADP) && r.is(i, lang.WordObjectClitic|lang.WordReflexive) || r.s.marks[t.Form].opens || t.Form == "[" || t.Form == "]" {
			continue
		}
		return doc.None
	}
	return doc.None
}

// insertEnd is where the insertion that begins at or covers token i ends, or i.
func (r *run) insertEnd(i int32) int32 {
	k := r.firstInsert(i)
	if k < len(r.inserts) && r.inserts[k].first <= i {
		return r.inserts[k].end
	}
	return i
}

// firstInsert is the first insertion that ends behind token i.
func (r *run) firstInsert(i int32) int {
	k, _ := slices.BinarySearchFunc(r.inserts, i, func(in insert, i int32) int {
		if in.end <= i {
			return -1
		}
		return 1
	})
	return k
}
