package contact

import "readout/internal/doc"

// mostStates bounds how many states one phrase may mean.
const mostStates = 30

// college is whom "les présidents du Niger et du Tchad", "les chefs d'État des
// deux pays" means: of each state the person with that office, if the text names
// one, else the state; nil if the phrase names no two states.
func (r *run) college(m int32) []int32 {
	x := &r.d.Mentions[m]
	if x.Kind == doc.Named || x.Type != doc.Person || x.Number != doc.NumberPlur {
		return nil
	}
	states := r.statesOf(x)
	if len(states) < 2 {
		return nil
	}
	out := make([]int32, 0, len(states))
	for _, s := range states {
		out = add(out, r.holder(x.Office, s))
	}
	return out
}

// heads tells whether the subject of a verb are several heads of state or
// government: that three of them meet is a summit.
func (r *run) heads(t int32) bool {
	s := r.ownSubject(t)
	if s == none || r.at[s] == none {
		return false
	}
	m := &r.d.Mentions[r.at[s]]
	return m.Number == doc.NumberPlur && (m.Office == "head-of-state" || m.Office == "president" || m.Office == "prime-minister")
}

// statesOf are the states that a plural phrase names or counts.
func (r *run) statesOf(x *doc.Mention) []int32 {
	var out []int32
	end := min(r.d.Sentences[r.d.SentenceOf(x.Head)].End, x.Head+40)
	for i := x.Head + 1; i < end && len(out) < mostStates; i++ {
		k := &r.d.Tokens[i]
		if k.UPOS == doc.VERB || k.UPOS == doc.SCONJ || k.UPOS == doc.PRON {
			break
		}
		if k.UPOS != doc.NOUN && k.UPOS != doc.PROPN || r.at[i] == none || r.isTime(i) {
			continue
		}
		switch role := r.role(i); {
		case role == "of" && r.d.Mentions[r.at[i]].Kind != doc.Named && r.d.Mentions[r.at[i]].Number == doc.NumberPlur:
			return r.countedStates(i)
		case r.isPlace(i) && r.entity[r.at[i]] != none && r.d.Entities[r.entity[r.at[i]]].Kind == doc.ActorState && (role == "of" || len(out) > 0 && role == ""):
			out = add(out, r.entity[r.at[i]])
		case len(out) > 0 && role != "of" && role != "":
			return out
		}
	}
	return out
}

// countedStates are those that "des deux pays", "des quatre États" means: the
// members of the phrase, else the states of a text that names just as many.
func (r *run) countedStates(t int32) []int32 {
	m := r.at[t]
	if e := r.entity[m]; e != none && len(r.d.Entities[e].Members) > 1 {
		return r.d.Entities[e].Members
	}
	c := r.d.Dependent(t, doc.RelNummod)
	if c == none || r.d.Mentions[m].Type != doc.Location {
		return nil
	}
	n := int(r.numbers[r.d.Tokens[c].Norm].Value)
	if n < 2 || n > mostStates {
		return nil
	}
	var all []int32
	for e := range r.d.Entities {
		if x := &r.d.Entities[e]; x.Kind == doc.ActorState && len(x.Members) == 0 && x.Country != "" && len(x.Mentions) > 0 && r.states[x.Country] == int32(e) {
			if all = append(all, int32(e)); len(all) > n {
				return nil
			}
		}
	}
	if len(all) == n {
		return all
	}
	return nil
}

// holder is the person who holds an office in a state, or the state.
func (r *run) holder(office string, state int32) int32 {
	country := r.d.Entities[state].Country
	if office == "" || country == "" {
		return state
	}
	for e := range r.d.Entities {
		x := &r.d.Entities[e]
		if x.Kind != doc.ActorPerson || x.Country != country || len(x.Members) > 0 {
			continue
		}
		for i, m := range x.Mentions {
			if i < 8 && r.d.Mentions[m].Office == office {
				return int32(e)
			}
		}
	}
	return state
}
