package quote

import (
	"slices"

	"readout/internal/doc"
	"readout/internal/lang"
)

// chains settles what is said by whom on whose word. An incise or a phrase over
// a sentence that is itself somebody's statement ("X a déclaré que …, a indiqué
// le ministère") adds a level to it and makes no statement of its own; when the
// sentence says more, both stand.
func (r *run) chains() {
	r.cited()
	for k := range r.said {
		if st := &r.said[k]; r.relaysOn(st) {
			st.relay, st.scope = true, stretch{st.content[0].first, st.content[len(st.content)-1].end}
		}
	}
	for k := range r.said {
		if o := &r.said[k]; o.relay && !o.dropped && o.Rule != r.s.rules.as {
			r.relay(int32(k))
		}
	}
	for k := range r.said {
		if !r.said[k].relay {
			r.swallow(int32(k))
		}
	}
	r.inherit()
	for k := range r.said {
		r.hearsay(int32(k))
	}
}

// relaysOn tells whether a participle goes on for the incise before it: "X a dit
// A, a indiqué le ministère, ajoutant qu'il a condamné B".
func (r *run) relaysOn(st *statement) bool {
	if st.relay || st.cue == doc.None || len(st.content) == 0 || st.Rule != r.s.rules.that || r.shape(&r.cues[st.cue]) != gerundShape {
		return false
	}
	for k := r.first(st.sentence); k != doc.None; k = r.said[k].next {
		if o := &r.said[k]; o.relay && o.Rule == r.s.rules.incise && o.Speaker == st.Speaker && o.CueToken < st.CueToken {
			return true
		}
	}
	return false
}

// holds tells whether the content has the token.
func (st *statement) holds(i int32) bool {
	for _, c := range st.content {
		if c.first <= i && i < c.end {
			return true
		}
	}
	return false
}

// reporter is the level that a statement adds to another.
func (st *statement) reporter() doc.Reporter {
	return doc.Reporter{Source: st.Source, Cue: st.Cue, Speaker: st.Speaker}
}

// relay lets an incise or a phrase become a level of the statements it covers.
func (r *run) relay(k int32) {
	o := &r.said[k]
	main := doc.None
	for _, c := range o.content {
		if main == doc.None {
			main = r.mainVerb(c.first, c.end)
		}
	}
	quoted := len(o.content) > 0 && r.pieceAt(o.content[0].first) != nil
	carried := false
	var inner []int32
	for si := r.sentOf[o.content[0].first]; si <= r.sentOf[o.content[len(o.content)-1].end-1]; si++ {
		for j := r.first(si); j != doc.None; j = r.said[j].next {
			st := &r.said[j]
			if j == k || st.dropped || st.CueToken == doc.None || !o.holds(st.CueToken) && !r.gap(o, st) {
				continue
			}
			if st.relay && st.scope == o.scope {
				continue
			}
			inner = append(inner, j)
			if c := st.cue; c != doc.None && !quoted && !r.whollyQuoted(&r.cues[c]) && !r.present(st.Speaker) && r.isMain(&r.cues[c], main) {
				carried = true
			}
		}
	}
	for _, j := range inner {
		st := &r.said[j]
		if len(inner) < 40 && r.insideOther(j, k, inner) {
			continue
		}
		if carried || !st.relay {
			st.Via = append(append(st.Via, o.reporter()), o.Via...)
		}
	}
	if o.dropped = carried; carried {
		r.relayOn(o)
	}
}

// present tells whether a word means who speaks or is spoken to: "Vous nous
// aviez promis une crèche, a lancé l'élue" is the word of the élue.
func (r *run) present(t int32) bool {
	p := uint8(0)
	if t >= 0 && int(t) < len(r.tok) {
		p = r.tok[t].Feats.Get(doc.FeatPerson)
	}
	return p == doc.PersonFirst || p == doc.PersonSecond
}

// gap tells whether the statement's cue stands in a hole of the content.
func (r *run) gap(o, st *statement) bool {
	return !st.relay && o.content[0].first <= st.CueToken && st.CueToken < o.content[len(o.content)-1].end
}

// whollyQuoted tells whether the cue stands in quotation marks with its subject:
// "qu'il « a condamné l'attaque »" is still the report of a condemnation.
func (r *run) whollyQuoted(c *cue) bool {
	return r.in[c.verb] != doc.None && (c.subject == doc.None || r.in[c.subject] != doc.None)
}

// isMain tells whether the cue is the main verb of what an incise covers.
func (r *run) isMain(c *cue, main int32) bool {
	return main != doc.None && c.first <= main && main < c.end || r.tok[c.top].Deprel == doc.RelRoot || main != doc.None && c.aux == main
}

// insideOther tells whether statement j stands inside the content of another
// one of the list.
func (r *run) insideOther(j, k int32, list []int32) bool {
	for _, o := range list {
		if o != j && o != k && !r.said[o].dropped && r.said[o].holds(r.said[j].CueToken) && !r.said[j].holds(r.said[o].CueToken) {
			return true
		}
	}
	return false
}

// swallow drops a statement that says nothing but another one: "a annoncé avoir
// demandé le remplacement".
func (r *run) swallow(k int32) {
	o := &r.said[k]
	if o.dropped || o.root == doc.None || o.cue == doc.None || len(o.content) == 0 {
		return
	}
	if e := r.cues[o.cue].entry; e.Act != "announce" && e.Act != "state" || o.Negated {
		return
	}
	if o.Rule == r.s.rules.that {
		r.swallowClause(k)
		return
	}
	if o.Rule != r.s.rules.inf {
		return
	}
	for j := r.first(o.sentence); j != doc.None; j = r.said[j].next {
		st := &r.said[j]
		if j == k || st.cue == doc.None || st.dropped {
			continue
		}
		if c := &r.cues[st.cue]; c.first <= o.root && o.root < c.end && o.holds(c.verb) {
			oc := &r.cues[o.cue]
			if c.aux == doc.None && c.first == oc.end && st.Rule == r.s.rules.that {
				// "a dit espérer que": one cue of two verbs.
				st.Cue, st.Via = r.d.SpanOf(oc.first, c.end), o.Via
				o.dropped = true
				return
			}
			if c.aux == doc.None || !c.entry.Has(lang.FrameObj|lang.FrameThat) {
				st.dropped = true // "dit regretter cette annulation": who says it is who regrets
				return
			}
			st.Via = append(st.Via, o.reporter())
			st.Via = append(st.Via, o.Via...)
			o.dropped = true
			return
		}
	}
}

// swallowClause drops a statement whose clause says nothing but what another
// said: "assure que la fédération a proposé un arrangement". What the clause
// says beyond ("…, et que le club a refusé") keeps it.
func (r *run) swallowClause(k int32) {
	o := &r.said[k]
	if len(o.content) != 1 {
		return
	}
	x := r.trim(o.content[0])
	for j := r.first(o.sentence); j != doc.None; j = r.said[j].next {
		st := &r.said[j]
		if j == k || st.cue == doc.None || st.dropped || st.relay || st.Negated || st.Speaker == doc.None || len(st.content) == 0 {
			continue
		}
		c := &r.cues[st.cue]
		if c.verb != o.root && c.top != o.root || !x.has(c.first) || !x.has(st.Speaker) || st.Speaker > c.verb || c.first-x.first > 14 {
			continue
		}
		if !r.speaksForItself(st.Speaker, o.Speaker) || max(st.until, st.content[len(st.content)-1].end) < x.end || st.content[0].first < c.first {
			continue
		}
		st.Via = append(append(st.Via, o.reporter()), o.Via...)
		o.dropped = true
		return
	}
}

// speaksForItself tells whether the inner speaker is somebody else than the
// outer one: a person, or a body that no official speaks for. "La ministre a
// déclaré que la France avait proposé …" is the minister's own word.
func (r *run) speaksForItself(inner, outer int32) bool {
	m := r.mention[inner]
	if m == doc.None || r.tok[inner].UPOS == doc.PRON {
		return false
	}
	if x := &r.d.Mentions[m]; x.Type == doc.Person || x.Kind == doc.Role && x.Type != doc.Organization && x.Type != doc.Location {
		return true
	}
	if outer == doc.None || r.mention[outer] == doc.None || r.d.Mentions[m].Type != doc.Organization {
		return false
	}
	o := &r.d.Mentions[r.mention[outer]]
	return o.Type != doc.Person && o.Kind != doc.Role && o.Type != doc.Location
}

func (s stretch) has(i int32) bool { return s.first <= i && i < s.end }

// inherit gives each statement inside the content of another the outer one's
// chain.
func (r *run) inherit() {
	for k := range r.said {
		st := &r.said[k]
		if st.dropped || st.CueToken == doc.None {
			continue
		}
		at := st.CueToken
		for n := 0; n < 4; n++ {
			o := r.smallest(int32(k), at)
			if o == doc.None || r.said[o].nominal || r.presupposed(st) && !r.said[o].relay {
				break
			}
			rep := r.said[o].reporter()
			if !r.hasReporter(st, rep) {
				st.Via = append(st.Via, rep)
			}
			st.inner = true
			if r.said[o].CueToken == doc.None || r.said[o].CueToken == at {
				break
			}
			at = r.said[o].CueToken
		}
	}
}

// presupposed tells whether the statement stands in a participle or a relative
// clause: the writer knows of it, whoever speaks around it.
func (r *run) presupposed(st *statement) bool {
	return st.Rule == r.s.rules.adnoun || st.Rule == r.s.rules.relative
}

func (r *run) hasReporter(st *statement, rep doc.Reporter) bool {
	return slices.ContainsFunc(st.Via, func(v doc.Reporter) bool { return v.Cue == rep.Cue && v.Source == rep.Source })
}

// smallest is the statement with the shortest content around token at, or None.
func (r *run) smallest(k, at int32) int32 {
	best, size := doc.None, int32(0)
	si := r.sentOf[at]
	for d := int32(0); d <= 3 && si-d >= 0; d++ {
		for o := r.first(si - d); o != doc.None; o = r.said[o].next {
			st := &r.said[o]
			if o == k || st.dropped || !st.holds(at) || r.said[k].holds(max(st.CueToken, 0)) && st.CueToken != doc.None {
				continue
			}
			n := int32(0)
			for _, c := range st.content {
				n += c.end - c.first
			}
			if best == doc.None || n < size {
				best, size = o, n
			}
		}
	}
	// A quotation whose cue comes behind it.
	for o := r.first(si + 1); o != doc.None; o = r.said[o].next {
		if st := &r.said[o]; best == doc.None && o != k && !st.dropped && st.holds(at) {
			best = o
		}
	}
	return best
}
