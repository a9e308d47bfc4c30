package register

import (
	"slices"
	"sort"
)

// identities makes one Identity of each group of writings.
func identities(ways []*writing) []Identity {
	groups := map[int][]*writing{}
	var order []int
	for i, w := range ways {
		g := root(ways, i)
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], w)
	}
	out := make([]Identity, 0, len(order))
	for _, g := range order {
		out = append(out, identity(groups[g]))
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Documents > out[j].Documents })
	return out
}

func identity(ways []*writing) Identity {
	id := Identity{Kind: ways[0].actor.Kind, Name: ways[0].actor.Name}
	seen := map[string]int{} // spelling → documents
	countries := map[string]int{}
	roles := map[string]*Tenure{}
	docs := map[string]bool{}
	best := -1
	for _, w := range ways {
		for _, n := range append([]string{w.actor.Name}, w.actor.Names...) {
			seen[n] += len(w.members)
		}
		if rank := len(w.members) + 1000*min(len(w.words), 3); rank > best { // a full name before a short one
			best, id.Name = rank, w.actor.Name
		}
		countries[w.actor.Country] += len(w.members)
		for _, m := range w.members {
			docs[m.Document] = true
			id.Members = append(id.Members, m.ID)
			if id.Kind != "state" { // "la partie russe" is no office
				tenure(roles, w.actor.Role, m.Published)
			}
		}
		id.Joins = append(id.Joins, Joined{w.actor.Name, w.actor.Role, w.reason})
	}
	delete(countries, "")
	id.Country = most(countries)
	id.Documents = len(docs)
	for d := range docs {
		id.Texts = append(id.Texts, d)
	}
	slices.Sort(id.Texts)
	for n := range seen {
		id.Names = append(id.Names, n)
	}
	sort.Slice(id.Names, func(i, j int) bool {
		a, b := id.Names[i], id.Names[j]
		return seen[a] > seen[b] || seen[a] == seen[b] && a < b
	})
	if id.Kind == "state" { // Mali or Bamako: what the texts say most often
		id.Name = id.Names[0]
	}
	id.Roles = make([]Tenure, 0, len(roles))
	for _, t := range roles {
		id.Roles = append(id.Roles, *t)
	}
	sort.Slice(id.Roles, func(i, j int) bool {
		a, b := id.Roles[i], id.Roles[j]
		return a.First < b.First || a.First == b.First && a.Role < b.Role
	})
	slices.Sort(id.Members)
	return id
}

func tenure(roles map[string]*Tenure, role, published string) {
	if role == "" {
		return
	}
	t := roles[role]
	if t == nil {
		t = &Tenure{Role: role, First: published, Last: published}
		roles[role] = t
	}
	t.Documents++
	if published != "" {
		if t.First == "" || published < t.First {
			t.First = published
		}
		t.Last = max(t.Last, published)
	}
}

// most is the key with the highest count, of equal ones the first in order.
func most(counts map[string]int) string {
	best := ""
	for k, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && k < best {
			best = k
		}
	}
	return best
}
