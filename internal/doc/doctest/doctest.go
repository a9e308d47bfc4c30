// Package doctest makes documents up for the tests of stages: from a small
// notation, from arbitrary bytes, and long ones.
package doctest

import (
	"strconv"
	"strings"

	"readout/internal/doc"
	"readout/internal/text"
)

// Build makes a document from one line a token ("form lemma UPOS head
// relation feats", heads counted from 1 in the sentence, a blank line between
// sentences) and one line a mention ("kind type first-last head key=value …",
// tokens counted from 1 in the document).
func Build(tokens, mentions string) *doc.Document {
	d := &doc.Document{Lang: "fr"}
	var b strings.Builder
	first := int32(0)
	end := func() {
		if n := int32(len(d.Tokens)); n > first {
			d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: n})
			d.LinkChildren(d.Sentences[len(d.Sentences)-1])
			first = n
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(tokens), "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			end()
			continue
		}
		start := int32(b.Len())
		b.WriteString(f[0])
		head, _ := strconv.Atoi(f[3])
		k := doc.Token{Form: f[0], Norm: strings.ToLower(f[0]), Lemma: f[1], UPOS: doc.ParseUPOS(f[2]), Deprel: doc.ParseDeprel(f[4]), Head: int32(head) - 1 + first, Space: true}
		if head == 0 {
			k.Head = doc.None
		}
		if len(f) > 5 {
			k.Feats = doc.ParseFeats(f[5])
		}
		k.Span = text.Span{Start: start, End: int32(b.Len())}
		b.WriteByte(' ')
		d.Tokens = append(d.Tokens, k)
	}
	end()
	d.Text = text.FromString(b.String())
	for _, line := range strings.Split(strings.TrimSpace(mentions), "\n") {
		if f := strings.Fields(line); len(f) > 3 {
			d.Mentions = append(d.Mentions, mention(d, f))
		}
	}
	return d
}

func mention(d *doc.Document, f []string) doc.Mention {
	tokens := func(s string) (int32, int32) {
		a, b, _ := strings.Cut(s, "-")
		x, _ := strconv.Atoi(a)
		y, _ := strconv.Atoi(b)
		return int32(x) - 1, int32(y)
	}
	m := doc.Mention{
		Kind: map[string]doc.MentionKind{"named": doc.Named, "role": doc.Role, "pronoun": doc.Pronoun, "nominal": doc.Nominal}[f[0]],
		Type: map[string]doc.EntityType{"person": doc.Person, "org": doc.Organization, "place": doc.Location}[f[1]],
	}
	m.First, m.End = tokens(f[2])
	m.Span = d.SpanOf(m.First, m.End)
	h, _ := strconv.Atoi(f[3])
	m.Head = int32(h) - 1
	for _, kv := range f[4:] {
		k, v, _ := strings.Cut(kv, "=")
		switch k {
		case "name":
			m.Name = d.SpanOf(tokens(v))
		case "role":
			m.Role = d.SpanOf(tokens(v))
		case "country":
			m.Country = v
		case "office":
			m.Office = v
		case "g":
			m.Gender = map[string]uint8{"f": doc.GenderFem, "m": doc.GenderMasc}[v]
		case "n":
			m.Number = map[string]uint8{"p": doc.NumberPlur, "s": doc.NumberSing}[v]
		case "unnamed":
			m.Unnamed = true
		}
	}
	return m
}

// Scramble makes a document of the words with tags, trees, mentions and
// quotations that the bytes decide: for fuzz tests.
func Scramble(raw []byte, words string) *doc.Document {
	d := &doc.Document{Text: text.FromString(words)}
	at := 0
	for _, w := range strings.Fields(words) {
		i := strings.Index(words[at:], w) + at
		d.Tokens = append(d.Tokens, doc.Token{Form: w, Norm: strings.ToLower(w), Lemma: strings.ToLower(w), Span: text.Span{Start: int32(i), End: int32(i + len(w))}, Head: doc.None})
		at = i + len(w)
	}
	n := int32(len(d.Tokens))
	if n == 0 {
		return d
	}
	next := func() int32 {
		if len(raw) == 0 {
			return 0
		}
		b := raw[0]
		raw = raw[1:]
		return int32(b)
	}
	for i := range d.Tokens {
		k := &d.Tokens[i]
		k.UPOS, k.Deprel = doc.UPOS(next()%int32(doc.UPOSCount)), doc.Deprel(next()%int32(doc.DeprelCount))
		k.Head = next()%(n+1) - 1
		if k.Head == int32(i) {
			k.Head = doc.None
		}
	}
	d.Sentences = []doc.Sentence{{First: 0, End: n}}
	d.LinkChildren(d.Sentences[0])
	for len(raw) > 6 {
		first := next() % n
		end := first + 1 + next()%(n-first)
		m := doc.Mention{Kind: doc.MentionKind(next() % 4), Type: doc.EntityType(next() % 4), First: first, End: end, Head: first, Gender: uint8(next() % 3), Number: uint8(next() % 4)}
		m.Span = d.SpanOf(first, end)
		d.Mentions = append(d.Mentions, m)
		d.Quotations = append(d.Quotations, doc.Quotation{Speaker: next()%(n+1) - 1, CueToken: first, Content: []text.Span{m.Span}, Mode: doc.Mode(next() % 4), Follows: int32(len(d.Quotations)) - 1, To: []int32{first}})
	}
	return d
}

// Repeat is the document n times over, its text once: for tests of length and speed.
func Repeat(base *doc.Document, n int) *doc.Document {
	d := &doc.Document{Text: base.Text, Lang: base.Lang}
	for i := 0; i < n; i++ {
		off := int32(len(d.Tokens))
		for _, k := range base.Tokens {
			if k.Head >= 0 {
				k.Head += off
			}
			d.Tokens = append(d.Tokens, k)
		}
		for _, s := range base.Sentences {
			s.First += off
			s.End += off
			d.Sentences = append(d.Sentences, s)
			d.LinkChildren(s)
		}
		for _, m := range base.Mentions {
			m.First += off
			m.End += off
			m.Head += off
			d.Mentions = append(d.Mentions, m)
		}
	}
	return d
}
