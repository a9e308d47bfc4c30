package quote

import "readout/internal/doc"

// entryDate is the date that the entry of a chronology or a live report bears,
// where the statement has none of its own: "12 janvier. Le président annonce …",
// or a line of its own, "Lundi 3 mai", above the paragraphs of that day. A single
// such date is a dateline and dates nothing.
func (r *run) entryDate(st *statement) int32 {
	if r.entries == nil {
		r.findEntries()
	}
	if b := r.d.Sentences[st.sentence].Block; b >= 0 && int(b) < len(r.entries) {
		return r.entries[b]
	}
	return doc.None
}

// findEntries reads the date of each block.
func (r *run) findEntries() {
	r.entries = make([]int32, len(r.d.Blocks))
	lines, labels := 0, 0
	alone := make([]bool, len(r.d.Blocks))
	for i := range r.entries {
		r.entries[i] = doc.None
	}
	for i := 0; i < len(r.d.Sentences); {
		first, k := r.d.Sentences[i], i
		for k < len(r.d.Sentences) && r.d.Sentences[k].Block == first.Block {
			k++
		}
		if b := first.Block; b >= 0 && int(b) < len(r.entries) {
			if x, line := r.entryLabel(first.First, r.d.Sentences[k-1].End); x != doc.None {
				r.entries[b], alone[b] = x, line
				if line {
					lines++
				} else {
					labels++
				}
			}
		}
		i = k
	}
	day := doc.None
	for b := range r.entries {
		switch {
		case alone[b] && lines > 1:
			day = r.entries[b]
		case r.entries[b] != doc.None && !alone[b] && labels > 1:
		default:
			r.entries[b] = day
		}
	}
}

// entryLabel is the time expression that opens a block and is set off from what
// follows by a sign, or is all of the block; else None.
func (r *run) entryLabel(at, end int32) (x int32, line bool) {
	for at < end && r.punct(at) {
		at++
	}
	if at >= end {
		return doc.None, false
	}
	if x = r.timexAt(at); x == doc.None && at+1 < end && (r.tok[at].UPOS == doc.DET || r.tok[at].UPOS == doc.PROPN) {
		x = r.timexAt(at + 1) // "Le 3 mai"
	}
	if x == doc.None || r.d.Timexes[x].First > at+1 || r.d.Timexes[x].Kind != doc.Date && r.d.Timexes[x].Kind != doc.Clock && r.d.Timexes[x].Kind != doc.Interval {
		return doc.None, false
	}
	at = r.d.Timexes[x].End
	if at >= end || at+1 == end && r.punct(at) {
		return x, true
	}
	switch r.tok[at].Form {
	case ".", ":", "–", "—", "-", "|":
		return x, false
	}
	return doc.None, false
}
