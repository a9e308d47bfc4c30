// Package press finds the parts of a press text: title, dateline, byline,
// copyright line, headings, paragraphs, and the day of publication.
//
// It works by lines and by the words of lang/*/press. Every line that is not
// blank becomes one Block, but for three cases: a dateline that opens a
// paragraph ("PARIS, 12 mai (AFP) – Le ministre…") is a Block of its own before
// it, so that no sentence crosses; the lines of a hard-wrapped text are joined
// into paragraphs; a copyright notice glued to the end of the text is cut off.
// The Blocks stand in order, do not overlap and leave out only white space.
//
// The day of publication is taken from what says it most surely: what came
// with the file, a date line with a year, a date line without one and the year
// of the copyright notice, that year alone. There is no default.
package press

import (
	"strings"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

// Stage is the loaded stage; it is safe for concurrent use.
type Stage struct {
	words *lang.Press
}

// New loads what the stage needs of the language.
func New(l *lang.Language) (*Stage, error) { return &Stage{words: &l.Press}, nil }

// How far from the top and the bottom of a text its furniture is looked for.
const (
	topLines    = 8
	bottomLines = 4
)

// Run adds title, blocks and day of publication to the document.
func (s *Stage) Run(d *doc.Document) {
	paras := paragraphs(d.Text.String())
	r := &reading{stage: s, d: d, src: d.Text.String(), paras: paras}
	for r.at = range paras {
		r.block(paras[r.at])
	}
	d.Published = r.published()
}

// reading is the state of one run.
type reading struct {
	stage  *Stage
	d      *doc.Document
	src    string
	paras  []text.Span
	at     int  // the paragraph at hand
	body   bool // a body paragraph was seen
	dates  []dated
	briefs int8 // 1 for news in brief, -1 for none, 0 not looked at
}

// block decides what the paragraph at hand is and adds its blocks.
func (r *reading) block(p text.Span) {
	if !r.furnitureAt() {
		if r.at >= maxBriefs || !r.inBrief() || !r.dateline(p, scan(r.src, p)) {
			r.cutCopyright(p)
		}
		return
	}
	words := scan(r.src, p)
	switch {
	case r.isCopyright(p):
		r.copyright(p)
	case r.at < topLines && r.stage.whole(words, lang.CueKicker|lang.CueCommunique) || r.isIssuer(words):
		r.add(p, doc.Heading)
		if !r.stage.whole(words, lang.CueKicker) {
			r.d.Remark("press", "communique", p, "")
		}
	case r.isTitle(p, words):
		r.d.Title = p
		r.add(p, doc.Title)
	case r.dateline(p, words):
	case r.stage.isByline(r.src, p, words):
		r.add(p, doc.Byline)
	default:
		r.cutCopyright(p)
	}
}

// furnitureAt tells whether the paragraph stands where titles, datelines,
// bylines and notices stand.
func (r *reading) furnitureAt() bool {
	return r.at < topLines || r.at >= len(r.paras)-bottomLines
}

func (r *reading) add(p text.Span, kind doc.BlockKind) {
	p = trim(r.src, p)
	if !p.Empty() {
		r.d.Blocks = append(r.d.Blocks, doc.Block{Span: p, Kind: kind})
	}
}

// addBody adds a paragraph of running text, or a heading inside it.
func (r *reading) addBody(p text.Span) {
	kind := doc.Body
	if r.isHeading(p) {
		kind = doc.Heading
	} else {
		r.lede(p)
		r.body = true
	}
	r.add(p, kind)
}

const (
	maxTitle   = 300 // bytes
	maxHeading = 100
)

// isTitle tells whether the paragraph is the headline: the first one before any
// body that ends like a headline ("Paris et Moscou se parlent"), or ends with a
// full stop but stands above a dateline, or is the title that came with the file.
func (r *reading) isTitle(p text.Span, words []piece) bool {
	if r.body || !r.d.Title.Empty() || p.Len() > maxTitle {
		return false
	}
	line := r.src[p.Start:p.End]
	if r.d.Meta.Title != "" && line == strings.TrimSpace(r.d.Meta.Title) {
		return true
	}
	if r.at+1 >= len(r.paras) || !opensLikeTitle(line) || r.isNotice(r.at+1) && r.at+2 >= len(r.paras) {
		return false
	}
	if end, strong := r.stage.dateline(words); end > 0 && strong {
		return false
	}
	if r.stage.isByline(r.src, p, words) {
		return false
	}
	if endsSentence(line) {
		next := scan(r.src, r.paras[r.at+1])
		end, strong := r.stage.dateline(next)
		return end > 0 && strong && p.Len() <= maxTitle/2
	}
	return !strings.HasSuffix(line, ",") && !strings.HasSuffix(line, ";") && !strings.HasSuffix(line, ":")
}

// isHeading tells whether a line inside the text is a heading ("Un appel sans
// suite"): short, without final punctuation, with running text after it.
func (r *reading) isHeading(p text.Span) bool {
	if p.Len() > maxHeading || r.at+1 >= len(r.paras) {
		return false
	}
	line := r.src[p.Start:p.End]
	if !opensLikeTitle(line) || strings.ContainsAny(line, "«»“”\"") {
		return false
	}
	last := rune(line[len(line)-1])
	if strings.ContainsRune(".?!,;:)", last) || strings.HasSuffix(line, "…") {
		return false
	}
	return r.paras[r.at+1].Len() > p.Len() && !r.isNotice(r.at+1)
}

// isIssuer tells whether the line is the letterhead of a communiqué ("Ministère
// de la Défense" above "COMMUNIQUÉ DE PRESSE" or above a date line).
func (r *reading) isIssuer(words []piece) bool {
	if r.at > 1 || len(words) > 12 || !r.stage.starts(words, lang.CueIssuer) || r.at+2 >= len(r.paras) {
		return false
	}
	next := scan(r.src, r.paras[r.at+1])
	if r.stage.whole(next, lang.CueCommunique) {
		return true
	}
	return r.at == 0 && r.stage.whole(scan(r.src, r.paras[r.at+2]), lang.CueCommunique)
}
