package parse

// costs counts for each kind of action the gold arcs that it would put out of
// reach (Goldberg and Nivre 2012). gold[i] is the head of token i, n for the
// root.
func (m *machine) costs(st *state, gold []int32, out *[kinds]int) {
	*out = [kinds]int{}
	n := int32(m.s.n)
	b := st.next
	end := n
	if st.back {
		end = b + 1
	}
	s := none
	if st.top != none {
		s = m.elems[st.top].node
	}
	inStack := false // the gold head of the front token is in the stack
	sHead := false   // the gold head of the top is in the stack
	deps := 0        // gold dependents of the front token in the stack
	for e := st.top; e != none; e = m.elems[e].below {
		k := m.elems[e].node
		if gold[b] == k {
			inStack = true
		}
		if s != none && gold[s] == k {
			sHead = true
		}
		if gold[k] == b && m.elems[e].label == 0 {
			deps++
		}
	}
	out[shift] = deps
	if inStack {
		out[shift]++
	}
	if s == none {
		return
	}
	for k := b; k < end; k++ {
		if gold[k] == s {
			out[reduce]++
			out[left]++
		}
	}
	if gold[s] != b && m.elems[st.top].label == 0 && (gold[s] > b || sHead) {
		out[left]++
	}
	if gold[b] != s && (gold[b] > b || inStack) {
		out[right]++
	}
	out[right] += deps
}
