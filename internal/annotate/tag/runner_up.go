package tag

import (
	"readout/internal/doc"
	"readout/internal/lang"
)

// doubt is how far behind the best part of speech, in steps of the weights, a
// second one is still worth telling the parser.
const doubt = 400

// runnerUp is the second best part of speech if it is close, else NoPOS.
func runnerUp(scores []int32, allowed lang.UPOSSet, best doc.UPOS) doc.UPOS {
	found, top := doc.NoPOS, scores[best]-doubt
	for u := doc.ADJ; int(u) < doc.UPOSCount; u++ {
		if u != best && allowed.Has(u) && scores[u] > top {
			found, top = u, scores[u]
		}
	}
	return found
}
