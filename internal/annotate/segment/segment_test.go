package segment_test

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"readout/internal/annotate/segment"
	"readout/internal/doc"
	"readout/internal/text"
)

// run cuts a text of one block.
func run(s *segment.Stage, raw string) *doc.Document {
	d := &doc.Document{Text: text.FromString(raw), Blocks: []doc.Block{{Span: text.Span{End: int32(len(raw))}}}}
	s.Run(d)
	return d
}

// show writes tokens apart by spaces and sentences apart by " ¦ "; a space
// inside a token becomes "_".
func show(d *doc.Document) string {
	var sentences []string
	for _, s := range d.Sentences {
		var words []string
		for _, k := range d.Tokens[s.First:s.End] {
			words = append(words, strings.Join(strings.Fields(k.Form), "_"))
		}
		sentences = append(sentences, strings.Join(words, " "))
	}
	return strings.Join(sentences, " ¦ ")
}

func TestSentencesAndWords(t *testing.T) {
	stage := french(t)
	for _, c := range []struct{ raw, want string }{
		{"L'accord d’Oslo, jusqu'à ce qu'il échoue.", "L' accord d’ Oslo , jusqu' à ce qu' il échoue ."},
		{"Aujourd'hui, le prud'homme O'Neill parle, c'est-à-dire qu’il attend quelqu'un.", "Aujourd'hui , le prud'homme O'Neill parle , c'est-à-dire qu’ il attend quelqu'un ."},
		{"Que veut-il ? a-t-elle demandé.", "Que veut -il ? a -t-elle demandé ."},
		{"Donnez-le-moi, dit-on, et allez-y !", "Donnez -le -moi , dit -on , et allez -y !"},
		{"Est-ce vrai ? Peut-être.", "Est -ce vrai ? ¦ Peut-être ."},
		{"Celui-ci a pris rendez-vous avec lui-même.", "Celui-ci a pris rendez-vous avec lui-même ."},
		{"Le général Kim Jong-il et Jean-Pierre Le Goff sont à Saint-Cyr-l'École.", "Le général Kim Jong-il et Jean-Pierre Le Goff sont à Saint-Cyr-l'École ."},
		{"M. Durand a vu Mme Petit. Me Roux et le Dr. Blanc aussi.", "M. Durand a vu Mme Petit . ¦ Me Roux et le Dr. Blanc aussi ."},
		{"S. Exc. Mgr Morel a reçu J. Dupont et J.-P. Martin.", "S. Exc. Mgr Morel a reçu J. Dupont et J.-P. Martin ."},
		{"L'art. 12 et la p. 4 du n° 3, vol. 2.", "L' art. 12 et la p. 4 de le n° 3 , vol. 2 ."},
		{"Il y a 42 000 habitants, 1 250 000 euros et 3,5 % de hausse.", "Il y a 42_000 habitants , 1_250_000 euros et 3,5 % de hausse ."},
		{"Le 12/05/2024 à 19h30, soit 14 h 30 à Washington.", "Le 12/05/2024 à 19 h 30 , soit 14 h 30 à Washington ."},
		{"Le 1er mai du XXe siècle, la 2e fois.", "Le 1er mai de le XXe siècle , la 2e fois ."},
		{"Voir https://exemple.fr/a?b=1, écrire à jean.petit@exemple.fr ou à @jpetit #paix.", "Voir https://exemple.fr/a?b=1 , écrire à jean.petit@exemple.fr ou à @jpetit #paix ."},
		{"L'O.N.U. et les U.S.A. se taisent...", "L' O.N.U. et les U.S.A. se taisent ..."},
		{"– Oui, dit-il. – Non, répond-elle.", "– Oui , dit -il . ¦ – Non , répond -elle ."},
		{"« Nous partons. Vous restez. » Il est sorti.", "« Nous partons . ¦ Vous restez . » ¦ Il est sorti ."},
		{"“Rien”, dit le \"chef\" de l'‘ombre’.", "“ Rien ” , dit le \" chef \" de l' ‘ ombre ’ ."},
		{"Il a dit : « Nous viendrons. »", "Il a dit : « Nous viendrons . »"},
		{"Il pense aux soldats, au port et aux deux côtés desquels on parle.", "Il pense à les soldats , à le port et à les deux côtés de lesquels on parle ."},
		{"AU PORT", "À LE PORT"},
		{"Le titre de Yahoo! baisse.", "Le titre de Yahoo! baisse ."},
		{"Des élu(e)s sont venu(e)s.", "Des élu(e)s sont venu(e)s ."},
		{"Il en reste -12, ou 2-3, à 37,5 °C.", "Il en reste -12 , ou 2-3 , à 37,5 °C ."},
		{"La R&D d'AT&T.", "La R&D d' AT&T ."},
		{"« Qui vient ? » a-t-il demandé. « Rien… » répond l'autre.", "« Qui vient ? » a -t-il demandé . ¦ « Rien … » répond l' autre ."},
		{"L'art. L. 121-3 vise 3 millions de pers. au total.", "L' art. L. 121-3 vise 3 millions de pers . à le total ."},
		{"Il salue « l'effort » ; il attend la suite : rien.", "Il salue « l' effort » ; il attend la suite : rien ."},
		{"Une ligne\r\nqui continue.", "Une ligne qui continue ."},
	} {
		if got := show(run(stage, c.raw)); got != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.raw, got, c.want)
		}
	}
}

func TestDes(t *testing.T) {
	stage := french(t)
	for raw, want := range map[string]string{
		"La fin des combats approche.":             "La fin de les combats approche .",
		"Il a reçu des ministres.":                 "Il a reçu des ministres .",
		"Le ministre des Affaires étrangères.":     "Le ministre de les Affaires étrangères .",
		"Des soldats ont tiré.":                    "Des soldats ont tiré .",
		"Elle a visité le port du Havre.":          "Elle a visité le port de le Havre .",
		"Ils ont bu du vin et mangé du pain.":      "",
		"Des deux côtés, on se dit prêt à parler.": "",
	} {
		if got := show(run(stage, raw)); want != "" && got != want {
			t.Errorf("%s\n got  %s\n want %s", raw, got, want)
		}
	}
}

func TestNorm(t *testing.T) {
	d := run(french(t), "L’État d'ÉTÉ, e\u0301te\u0301, 42\u00a0000 co\u00adopé.")
	want := []string{"l'", "état", "d'", "été", ",", "été", ",", "42 000", "coopé", "."}
	for i, k := range d.Tokens {
		if k.Norm != want[i] {
			t.Errorf("norm of %q is %q, want %q", k.Form, k.Norm, want[i])
		}
	}
}

func TestNoBlocksMeansLines(t *testing.T) {
	d := &doc.Document{Text: text.FromString("Titre sans point\r\n\r\nUne phrase. Une autre.\nFin")}
	french(t).Run(d)
	if got := show(d); got != "Titre sans point ¦ Une phrase . ¦ Une autre . ¦ Fin" {
		t.Error(got)
	}
}

func TestSpaceAndParts(t *testing.T) {
	d := run(french(t), "Parle du port, vite")
	var b strings.Builder
	for _, k := range d.Tokens {
		if k.Part != doc.LaterPart {
			b.WriteString(d.Words(k.Span))
			if k.Space {
				b.WriteByte(' ')
			}
		}
	}
	if b.String() != "Parle du port, vite " {
		t.Errorf("%q", b.String())
	}
	if d.Tokens[1].Part != doc.FirstPart || d.Tokens[2].Part != doc.LaterPart || d.Tokens[1].Span != d.Tokens[2].Span {
		t.Errorf("parts of du: %+v", d.Tokens[1:3])
	}
}

// check holds what is true of every text.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	raw := d.Text.String()
	covered := int32(0)
	gap := func(end int32) {
		for _, r := range raw[covered:end] {
			if !unicode.IsSpace(r) {
				t.Fatalf("%q stands in no token (bytes %d to %d)", r, covered, end)
			}
		}
	}
	next := int32(0)
	for _, s := range d.Sentences {
		if s.First != next || s.End <= s.First {
			t.Fatalf("sentence %+v after token %d", s, next)
		}
		next = s.End
		if s.Span != d.SpanOf(s.First, s.End) {
			t.Fatalf("sentence span %v, tokens %v", s.Span, d.SpanOf(s.First, s.End))
		}
		if len(d.Blocks) > 0 && !d.Blocks[s.Block].Span.Contains(s.Span) {
			t.Fatalf("sentence %v leaves block %v", s.Span, d.Blocks[s.Block].Span)
		}
	}
	if int(next) != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(d.Tokens))
	}
	for i, k := range d.Tokens {
		if !d.Text.OnRuneBorders(k.Span) || k.Span.Empty() {
			t.Fatalf("token %d has the span %v", i, k.Span)
		}
		if k.Form == "" || k.Norm == "" {
			t.Fatalf("token %d at %v is empty", i, k.Span)
		}
		if k.Part == doc.Whole && k.Form != d.Words(k.Span) {
			t.Fatalf("token %d is %q at %q", i, k.Form, d.Words(k.Span))
		}
		if k.Part == doc.LaterPart {
			if k.Span != d.Tokens[i-1].Span {
				t.Fatalf("part %d has a span of its own", i)
			}
			continue
		}
		if k.Span.Start < covered {
			t.Fatalf("token %d at %v overlaps the one before", i, k.Span)
		}
		gap(k.Span.Start)
		covered = k.Span.End
	}
	gap(int32(len(raw)))
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{
		"L'accord d’Oslo. « Oui ! » a-t-il dit.", "M. J.-P. D. p. 12 etc. n° 3", "42 000 3,5 % 19h30 -2 1er", "\u200b\u0301 e\u0301 \u00ad",
		"a@b.c http://x www. @ # ___ === ---", "🙂\u200d🙂 \ufe0f", "\r\n\r \u2028", "''\"\"«»‹›“”‘’", "A.B.C. x.y", "(s) élu(e)s AT&T IIb/IIIa", "\xff\xc3",
	} {
		f.Add(s)
	}
	stage := french(f)
	f.Fuzz(func(t *testing.T, raw string) {
		d := &doc.Document{Text: text.FromString(strings.ToValidUTF8(raw, "\ufffd"))}
		stage.Run(d)
		check(t, d)
		again := &doc.Document{Text: d.Text}
		stage.Run(again)
		if show(d) != show(again) {
			t.Fatal("two runs differ")
		}
		half := int32(len(d.Text.String()) / 2)
		for !d.Text.OnRuneBorders(text.Span{Start: half, End: half}) {
			half--
		}
		cut := &doc.Document{Text: d.Text, Blocks: []doc.Block{{Span: text.Span{End: half}}, {Span: text.Span{Start: half, End: int32(len(d.Text.String()))}}}}
		stage.Run(cut)
		check(t, cut)
	})
}

// TestBoundedTime runs the texts that tempt a careless scanner to go back and
// forth. Half a megabyte takes well under a second; the limit leaves room for a busy
// machine.
func TestBoundedTime(t *testing.T) {
	stage := french(t)
	const size = 1 << 19
	for name, unit := range map[string]string{
		"one word": "a", "words": "mot ", "capitals": "A", "quotes": "\"", "guillemets": "«", "nested": "« \" “ ‘ ", "closers": "»",
		"stops": ".", "initials": "A.", "initials apart": "A. ", "dotted": "a.b", "hyphens": "a-", "apostrophes": "l'", "digits": "1", "groups": "1 000 ",
		"at": "a@", "slashes": "A/b", "clitics": "-il", "dashes": "-", "joiners": "🙂\u200d", "marks": "\u0301", "sentences": "Il est là. ",
		"headings": "Un Titre Le Port Il ", "colons": "a : ", "parentheses": "a(e)", "underscores": "_", "addresses": "http://", "parenthesis": "(", "des": "des ",
	} {
		raw := strings.Repeat(unit, size/len(unit))
		d := &doc.Document{Text: text.FromString(raw)}
		begun := time.Now()
		stage.Run(d)
		if took := time.Since(begun); took > 4*time.Second {
			t.Errorf("%s: %v", name, took)
		} else if testing.Verbose() {
			t.Logf("%-15s %v, %d tokens", name, took.Round(time.Millisecond), len(d.Tokens))
		}
		check(t, d)
	}
}

func BenchmarkRun(b *testing.B) {
	raw := strings.Repeat("La ministre française des Affaires étrangères, Hélène Montalvert, s'est entretenue mercredi par téléphone avec "+
		"son homologue russe, Gueorgui Tarassov, pour réclamer un cessez-le-feu immédiat dans l'enclave, a annoncé le Quai d'Orsay. "+
		"« Les armes doivent se taire avant vendredi minuit », a-t-elle insisté devant la presse en début de soirée.\n", 200)
	stage := french(b)
	d := &doc.Document{Text: text.FromString(raw)}
	stage.Run(d)
	words := len(d.Tokens)
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		stage.Run(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
