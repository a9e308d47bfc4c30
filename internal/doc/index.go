package doc

// Index is which mention each token heads, and which entity each mention is of;
// None where there is none.
func (d *Document) Index() (mention, entity []int32) {
	n, m := len(d.Tokens), len(d.Mentions)
	both := make([]int32, n+m)
	for i := range both {
		both[i] = None
	}
	mention, entity = both[:n:n], both[n:]
	for i := range d.Mentions {
		if h := d.Mentions[i].Head; h >= 0 && int(h) < n && mention[h] == None {
			mention[h] = int32(i)
		}
	}
	for e := range d.Entities {
		for _, k := range d.Entities[e].Mentions {
			if k >= 0 && int(k) < m {
				entity[k] = int32(e)
			}
		}
	}
	return mention, entity
}
