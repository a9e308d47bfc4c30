package mention_test

import (
	"os"
	"strings"
	"testing"

	"readout/internal/annotate/mention"
	"readout/internal/annotate/parse"
	"readout/internal/annotate/press"
	"readout/internal/annotate/segment"
	"readout/internal/annotate/tag"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

type runner interface{ Run(*doc.Document) }

// stages are the stages up to this one; without the weights of the earlier
// ones the test has nothing to say.
func stages(t testing.TB) (before []runner, own *mention.Stage) {
	t.Helper()
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{tag.File, "models/parse.bin", mention.File} {
		if _, err := l.File(f); err != nil {
			t.Skipf("no weights %s: run cmd/train", f)
		}
	}
	a, _ := press.New(l)
	b, _ := segment.New(l)
	c, err := tag.New(l)
	if err != nil {
		t.Skip("the weights of the tagger are of another version")
	}
	p, err := parse.New(l)
	if err != nil {
		t.Skip("the weights of the parser are of another version")
	}
	own, err = mention.New(l)
	if err != nil {
		t.Skip("the weights of the names are of another version")
	}
	return []runner{a, b, c, p}, own
}

func read(before []runner, own *mention.Stage, in string) *doc.Document {
	d := &doc.Document{Text: text.FromString(in)}
	for _, s := range before {
		s.Run(d)
	}
	own.Run(d)
	return d
}

var kinds = [...]string{"name", "role", "pronoun", "nominal"}

// show writes a mention as "kind: span" with what else is known of it.
func show(d *doc.Document, m *doc.Mention) string {
	s := kinds[m.Kind] + ": " + d.Words(m.Span)
	if !m.Name.Empty() && m.Name != m.Span {
		s += " | name " + d.Words(m.Name)
	}
	if !m.Role.Empty() && m.Kind == doc.Named {
		s += " | role " + d.Words(m.Role)
	}
	if m.Office != "" {
		s += " | " + m.Office
	}
	if m.Country != "" {
		s += " | " + m.Country
	}
	if m.Unnamed {
		s += " | unnamed"
	}
	return s
}

func TestMentions(t *testing.T) {
	before, own := stages(t)
	for _, c := range []struct {
		in   string
		want []string
		not  []string
	}{
		{"La ministre italienne de la Justice, Paola Ferretti, a reçu son homologue danois Lars Holm.", []string{
			"name: La ministre italienne de la Justice, Paola Ferretti | name Paola Ferretti | role ministre italienne de la Justice | minister.justice | IT",
			"name: son homologue danois Lars Holm | name Lars Holm | role homologue danois | counterpart | DK",
			"pronoun: son"}, []string{"name: Justice", "nominal: Justice"}},
		{"Le secrétaire d'État américain John Carver a téléphoné mardi au Quai d'Orsay.", []string{
			"name: Le secrétaire d'État américain John Carver | name John Carver | role secrétaire d'État américain | minister.foreign | US",
			"role: Quai d'Orsay | ministry.foreign | FR"}, nil},
		{"Selon Anne Morel, ministre des Sports, la séance est reportée.", []string{
			"name: Anne Morel, ministre des Sports | name Anne Morel | role ministre des Sports | minister.sport"}, nil},
		{"Selon Anne Morel, le ministre a menti.", []string{"name: Anne Morel", "role: le ministre | minister"}, nil},
		{"M. Duval a rencontré Mme Roux à Varsovie.", []string{"name: M. Duval | name Duval", "name: Mme Roux | name Roux", "name: Varsovie | PL"}, nil},
		{"Une source diplomatique turque a démenti.", []string{"nominal: Une source diplomatique turque | TR | unnamed"}, nil},
		{"Des témoins ont vu la scène.", []string{"nominal: Des témoins | unnamed"}, nil},
		{"Le porte-parole du président Viktor Malek a démissionné.", []string{
			"name: président Viktor Malek | name Viktor Malek | role président | president"}, nil},
		{"« C'est faux », a-t-il répondu.", []string{"pronoun: il"}, nil},
		{"Le ministère allemand de la Défense n'a rien dit.", []string{"role: Le ministère allemand de la Défense | ministry.defence | DE"}, nil},
		{"L'immeuble de la rue des Tanneurs est vide, comme l'avenue Jean-Jaurès.", nil, []string{"name: Tanneurs", "name: Jean-Jaurès"}},
		{"Elle l'a dit au Courrier du Havre.", []string{"name: Courrier du Havre | FR"}, []string{"name: Havre", "name: Havre | FR"}},
		{"Les deux hommes se parlent.", []string{"nominal: Les deux hommes"}, nil},
	} {
		d := read(before, own, c.in+" "+c.in)
		got := map[string]bool{}
		for i := range d.Mentions {
			got[show(d, &d.Mentions[i])] = true
		}
		for _, w := range c.want {
			if !got[w] {
				t.Errorf("%s\nwant %q\nin   %v", c.in, w, got)
			}
		}
		for _, w := range c.not {
			if got[w] {
				t.Errorf("%s\nunwanted %q", c.in, w)
			}
		}
		check(t, d)
	}
}

// check holds what is true of the mentions of every text.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	heads := map[int32]bool{}
	last := int32(0)
	for i, m := range d.Mentions {
		if m.First < last || m.End <= m.First || int(m.End) > len(d.Tokens) {
			t.Fatalf("mention %d of tokens %d to %d after %d", i, m.First, m.End, last)
		}
		last = m.First
		if heads[m.Head] || m.Head < 0 || int(m.Head) >= len(d.Tokens) {
			t.Fatalf("two mentions of head %d", m.Head)
		}
		heads[m.Head] = true
		if m.Span.Empty() || !d.Text.OnRuneBorders(m.Span) || !d.Text.OnRuneBorders(m.Name) || !d.Text.OnRuneBorders(m.Role) {
			t.Fatalf("span %v", m.Span)
		}
		if d.Tokens[m.First].Part == doc.LaterPart && m.First != m.Head {
			t.Fatalf("%q begins inside a multiword token", d.Words(m.Span))
		}
		if at := d.MentionAt[m.Head]; at != int32(i) {
			t.Fatalf("head %d of mention %d points at %d", m.Head, i, at)
		}
	}
	if len(d.MentionAt) != len(d.Tokens) {
		t.Fatalf("%d of %d tokens", len(d.MentionAt), len(d.Tokens))
	}
}

func TestStrangeTexts(t *testing.T) {
	before, own := stages(t)
	for _, in := range []string{"x", "« « « »", strings.Repeat("( ", 3000), strings.Repeat("Le ministre de ", 2000), strings.Repeat("Anne, ", 3000),
		strings.Repeat("ministre ", 3000), strings.Repeat("M. ", 2000), strings.Repeat("Paris ", 3000), "-t-il", "du", "12, 13 (14)"} {
		d := read(before, own, in)
		check(t, d)
	}
}

// TestAnyTree runs over trees that no parser would give.
func TestAnyTree(t *testing.T) {
	before, own := stages(t)
	d := read(before, own, strings.Repeat("Le ministre russe de la Défense, Igor Palin, et son homologue ont parlé au Quai d'Orsay (Paris). ", 20))
	seed := uint32(7)
	for range 50 {
		for i := range d.Tokens {
			seed = seed*1664525 + 1013904223
			d.Tokens[i].Head = int32(seed>>8)%int32(len(d.Tokens)+1) - 1
			d.Tokens[i].UPOS = doc.UPOS(seed>>3) % doc.UPOS(doc.UPOSCount)
			d.Tokens[i].Deprel = doc.Deprel(seed>>11) % doc.Deprel(doc.DeprelCount)
		}
		d.Mentions, d.MentionAt = nil, nil
		own.Run(d)
		check(t, d)
	}
}

func FuzzRun(f *testing.F) {
	before, own := stages(f)
	for _, s := range []string{"Le ministre, M. Roux (PS), a dit « non ».", "Selon l'ONU, 7 % des Français", "a-t-il", "Quai d'Orsay d'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		tx, err := text.Decode([]byte(in))
		if err != nil {
			return
		}
		check(t, read(before, own, tx.String()))
	})
}

func BenchmarkRun(b *testing.B) {
	before, own := stages(b)
	in := "Le ministre turc des Affaires étrangères, Selim Karaca, a déclaré jeudi à son homologue que la Turquie ne céderait pas. " +
		"« Nous attendons une réponse », a-t-il ajouté devant des journalistes à Ankara, où une source diplomatique a confirmé la visite de M. Holm. "
	d := &doc.Document{Text: text.FromString(strings.Repeat(in+"\n", 50))}
	for _, s := range before {
		s.Run(d)
	}
	b.ReportAllocs()
	for b.Loop() {
		own.Run(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
