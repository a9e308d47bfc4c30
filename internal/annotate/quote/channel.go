package quote

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// channelAt is the head of a text or an occasion that the preposition at token i
// brings in: "dans un communiqué", or None.
func (r *run) channelAt(i int32, s doc.Sentence) int32 {
	h := r.channelNoun(i, s)
	if h == doc.None {
		return doc.None
	}
	if n := r.nounAt(h, s.End); n != nil && (n.Class == lang.NounText || n.Class == lang.NounRelease || n.Class == lang.NounInterview) {
		return h
	}
	return doc.None
}

// channelNoun is the noun behind a preposition of channels, or None.
func (r *run) channelNoun(i int32, s doc.Sentence) int32 {
	h, _ := r.channelPhrase(i, s)
	return h
}

// channelPhrase is the noun behind a preposition of channels with the
// preposition, or None: "au micro de Radio Brenne", "par la voix de son avocate".
func (r *run) channelPhrase(i int32, s doc.Sentence) (int32, *lang.QuotePhrase) {
	if u := r.tok[i].UPOS; u != doc.ADP && u != doc.ADV {
		return doc.None, nil
	}
	list := r.q.Phrases[r.tok[i].Norm]
	if r.tok[i].Part == doc.FirstPart {
		if w := r.d.Words(r.tok[i].Span); len(w) <= 4 {
			list = r.q.Phrases[lower(w)]
		}
	}
	for k := range list {
		p := &list[k]
		if p.Class != lang.PhraseChannel && p.Class != lang.PhraseVoice {
			continue
		}
		e, ok := r.matches(i, s.End, p.Words)
		if !ok || e >= s.End {
			continue
		}
		h := r.tok[e-1].Head
		if h == doc.None || h < e || h >= s.End || h > e+6 {
			h = e
			for h < s.End && h < e+3 && r.tok[h].UPOS != doc.NOUN && r.tok[h].UPOS != doc.PROPN {
				h++
			}
		}
		if h < s.End {
			return h, p
		}
	}
	return doc.None, nil
}

// mediumEnd is where a phrase like "au micro de Radio Brenne" that begins at
// token i ends, or i.
func (r *run) mediumEnd(i int32, s doc.Sentence) int32 {
	if u := r.tok[i].UPOS; u != doc.ADP {
		return i
	}
	h, p := r.channelPhrase(i, s)
	if h == doc.None || len(p.Words) < 3 || r.mention[h] == doc.None {
		return i
	}
	_, e := r.phraseOf(h)
	return min(max(e, h+1), h+8)
}

// channel adds the text or the medium through which the words came: a release,
// an interview with somebody, a broadcaster or a newspaper. The speaker's own
// letter, book or account adds nothing.
func (r *run) channel(st *statement, q *doc.Quotation) {
	if st.cue == doc.None {
		first, colon := r.labelEnd(st)
		for i := max(first, st.Speaker+1); first != doc.None && i < colon; i++ {
			if r.addChannel(i, st, q, r.d.Sentences[st.sentence]) {
				return
			}
		}
		return
	}
	c := &r.cues[st.cue]
	s := r.sentence(c.verb)
	end := min(s.End, c.end+14)
	if c.incise {
		end = min(s.End, max(c.tail, c.end))
	}
	for i := c.first; i < end; i++ {
		if i >= c.end && st.holds(i) {
			break
		}
		if r.addChannel(i, st, q, s) {
			return
		}
	}
	// "Dans un communiqué, l'ordre a déclaré", "L'ordre a, dans un communiqué, déclaré".
	for i := s.First; i < c.first && r.finiteShape(c); i++ {
		if (i <= r.start(s) || r.comma(i-1)) && !st.holds(i) && r.addChannel(i, st, q, s) {
			return
		}
	}
}

func (r *run) finiteShape(c *cue) bool { return r.shape(c) == finiteShape || c.aux == doc.None }

// addChannel adds the channel that the preposition at token i brings in.
func (r *run) addChannel(i int32, st *statement, q *doc.Quotation, s doc.Sentence) bool {
	h, p := r.channelPhrase(i, s)
	if h == doc.None || h == st.Speaker || h == st.root || st.holds(h) {
		return false
	}
	f, e := r.phraseOf(h)
	f = max(f, i+1)
	rep := doc.Reporter{Source: r.spanOf(f, max(e, h+1)), Cue: r.spanOf(i, i+1), Speaker: h}
	n := r.nounAt(h, s.End)
	switch {
	case len(p.Words) > 2 || p.Class == lang.PhraseVoice:
		// "sur les ondes de la VRM", "par la voix de sa juriste"
		if at := i + int32(len(p.Words)); !r.canSpeak(h) || r.mention[h] == doc.None {
			return false
		} else if f < at && at <= h {
			rep.Source = r.spanOf(at, max(e, h+1))
		}
		if rep.Channel = "medium"; p.Class == lang.PhraseVoice {
			rep.Channel = ""
		}
	case n == nil:
		if !r.medium(i, h) {
			return false
		}
		rep.Channel = "medium"
	case n.Class == lang.NounRelease:
		rep.Channel = r.tok[h].Lemma
		if rep.Speaker = r.textOwner(h); rep.Speaker == h {
			rep.Speaker = st.Speaker
		}
	case n.Class == lang.NounInterview:
		with := r.textOwner(h)
		if with == h {
			with = r.partner(h, s)
		}
		if with == doc.None || with == st.Speaker {
			return false
		}
		a, b := r.phraseOf(with)
		rep.Source, rep.Cue, rep.Speaker, rep.Channel = r.spanOf(a, b), r.spanOf(h, h+1), with, r.tok[h].Lemma
	default:
		return false
	}
	q.Via = append([]doc.Reporter{rep}, q.Via...)
	return true
}

// medium tells whether the name behind the preposition is that of a newspaper
// or a broadcaster: a body that one can speak on or write in.
func (r *run) medium(prep, h int32) bool {
	m := r.mention[h]
	if m == doc.None || r.q.Words[r.tok[h].Norm]&lang.WordOwnChannel != 0 || !r.is(prep, lang.WordOn) {
		return false
	}
	mm := &r.d.Mentions[m]
	return mm.Kind == doc.Named && mm.Type == doc.Organization
}

// partner is who an interview was given to: "un entretien au Morgenbote", "une
// interview à la radio Lac FM", "accordé au quotidien L'Aube".
func (r *run) partner(h int32, s doc.Sentence) int32 {
	for k := h + 1; k < s.End && k < h+9; k++ {
		if r.comma(k) || r.pieceAt(k) != nil {
			return doc.None
		}
		m := r.mention[k]
		if m == doc.None {
			continue
		}
		if r.d.Mentions[m].Type == doc.Organization {
			return k
		}
		if c := r.caseOf(k); c != doc.None && c > h && r.is(c, lang.WordDative) && r.canSpeak(k) && r.d.Mentions[m].Type != doc.Location {
			return k
		}
	}
	return doc.None
}
