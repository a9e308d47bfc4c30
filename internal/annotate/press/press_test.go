package press

import (
	"os"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/text"
)

func stage(t testing.TB) *Stage {
	t.Helper()
	l, err := lang.Load(os.DirFS("../../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var kindNames = map[doc.BlockKind]string{doc.Body: "B", doc.Title: "T", doc.Dateline: "D", doc.Byline: "Y", doc.Copyright: "C", doc.Heading: "H"}

const running = "La ministre a reçu jeudi son homologue. Elle a demandé une trêve."

func TestBlocks(t *testing.T) {
	for name, c := range map[string]struct{ in, want, published, from string }{
		"wire": {"Paris presse Moscou\nPARIS, 12 mai (Agence Méridia) – " + running,
			"T:Paris presse Moscou|D:PARIS, 12 mai (Agence Méridia) –|B:" + running, "", ""},
		"year from the notice": {"Paris presse Moscou\nPARIS, 12 mai (AFP) – " + running + "\n© Copyright AFP 2021. All rights reserved.",
			"T:Paris presse Moscou|D:PARIS, 12 mai (AFP) –|B:" + running + "|C:© Copyright AFP 2021. All rights reserved.", "2021-05-12", "dateline"},
		"year alone": {"Que se sont dit les deux ministres ?\n" + running + "\n© 2021 Méridia",
			"T:Que se sont dit les deux ministres ?|B:" + running + "|C:© 2021 Méridia", "2021", "copyright"},
		"date and place": {"Forum des langues\n2 juillet 2012. - Québec - Le tout premier Forum s’ouvre.",
			"T:Forum des langues|D:2 juillet 2012. - Québec -|B:Le tout premier Forum s’ouvre.", "2012-07-02", "dateline"},
		"wire without date": {"Trêve signée\nMOSCOU (AFP) - " + running, "T:Trêve signée|D:MOSCOU (AFP) -|B:" + running, "", ""},
		"capitals":          {"Trêve signée\nMONTRÉAL — " + running, "T:Trêve signée|D:MONTRÉAL —|B:" + running, "", ""},
		"news in brief": {"Les îles en bref\nMONTRÉAL – " + running + "\nLA VALETTE – " + running,
			"T:Les îles en bref|D:MONTRÉAL –|B:" + running + "|D:LA VALETTE –|B:" + running, "", ""},
		"letter": {"Trêve signée\nParis, le 3 avril 2024\n" + running,
			"T:Trêve signée|D:Paris, le 3 avril 2024|B:" + running, "2024-04-03", "dateline"},
		"page": {"Trêve signée\nPar Jean Le Goff\nPublié le 03/04/2024 à 09h10, mis à jour le 04/04/2024 à 18:22\n" + running,
			"T:Trêve signée|Y:Par Jean Le Goff|D:Publié le 03/04/2024 à 09h10, mis à jour le 04/04/2024 à 18:22|B:" + running, "2024-04-03", "page"},
		"outlet before the date": {"Trêve signée\nLe Courant avec AFP Publié le 3 avril 2024 à 18h22\n" + running,
			"T:Trêve signée|D:Le Courant avec AFP Publié le 3 avril 2024 à 18h22|B:" + running, "2024-04-03", "page"},
		"byline at the end": {"Trêve signée\n" + running + "\nPropos recueillis par Anne Morel",
			"T:Trêve signée|B:" + running + "|Y:Propos recueillis par Anne Morel", "", ""},
		"not a byline": {"Trêve signée\nPar ailleurs, le ministre a démissionné.", "T:Trêve signée|B:Par ailleurs, le ministre a démissionné.", "", ""},
		"sentence with a date": {"Trêve signée\nLe 3 avril 2024, la ministre a reçu son homologue.",
			"T:Trêve signée|B:Le 3 avril 2024, la ministre a reçu son homologue.", "", ""},
		"acronym in the title": {"ORION – Deux fusées au départ\n" + running, "T:ORION – Deux fusées au départ|B:" + running, "", ""},
		"dialogue":             {"Entretien avec la médiatrice\n— Que s'est-il passé ?\n— Rien.", "T:Entretien avec la médiatrice|B:— Que s'est-il passé ?|B:— Rien.", "", ""},
		"communiqué": {"Ministère de la Mer\nCOMMUNIQUÉ DE PRESSE\nUn accord de pêche\n" + running,
			"H:Ministère de la Mer|H:COMMUNIQUÉ DE PRESSE|T:Un accord de pêche|B:" + running, "", ""},
		"lede":        {"Un accord\nLes deux pays ont annoncé ce jeudi 9 avril 2026 la signature d'un accord.", "T:Un accord|B:Les deux pays ont annoncé ce jeudi 9 avril 2026 la signature d'un accord.", "2026-04-09", "lede"},
		"heading":     {"Un accord\n" + running + "\nUne nuit de pourparlers\n" + running, "T:Un accord|B:" + running + "|H:Une nuit de pourparlers|B:" + running, "", ""},
		"no headline": {running + "\n" + running, "B:" + running + "|B:" + running, "", ""},
		"returns":     {"\r\n  Un accord\r\n\r\n\u00a0" + running + " \r\n", "T:Un accord|B:" + running, "", ""},
		"glued":       {"Un accord\n" + running + " © AFP 2020", "T:Un accord|B:" + running + "|C:© AFP 2020", "2020", "copyright"},
		"signature":   {"Un accord\n" + running + "\n— Jeanne Martin, 22 décembre 2016", "T:Un accord|B:" + running + "|B:— Jeanne Martin, 22 décembre 2016", "", ""},
		"desk":        {"Un accord\n" + running + "\nabc/def/gh", "T:Un accord|B:" + running + "|Y:abc/def/gh", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := &doc.Document{Text: text.FromString(c.in)}
			stage(t).Run(d)
			var got []string
			for _, b := range d.Blocks {
				got = append(got, kindNames[b.Kind]+":"+d.Words(b.Span))
			}
			if g := strings.Join(got, "|"); g != c.want {
				t.Errorf("got  %s\nwant %s", g, c.want)
			}
			if d.Published.Value != c.published || d.Published.From != c.from {
				t.Errorf("published %q from %q, want %q from %q", d.Published.Value, d.Published.From, c.published, c.from)
			}
		})
	}
}

func TestWrappedLinesAreJoined(t *testing.T) {
	in := "Un accord de pêche signé à Vienne\n\nLes deux ministres se sont retrouvés mercredi dans un hôtel de\nVienne pour une nuit de pourparlers sur les quotas de morue et\nsur le sort des équipages retenus depuis le mois de novembre au\nport de Sarnov, a indiqué jeudi la médiatrice du dossier, sans\nautre détail.\n\nRien n'a filtré."
	d := &doc.Document{Text: text.FromString(in)}
	stage(t).Run(d)
	if len(d.Blocks) != 3 || !strings.HasSuffix(d.Words(d.Blocks[1].Span), "autre détail.") {
		t.Errorf("blocks %v", d.Blocks)
	}
}

func TestMetaComesFirst(t *testing.T) {
	d := &doc.Document{Text: text.FromString("Trêve\nParis, le 3 avril 2024\n" + running), Meta: doc.Meta{Published: "2024-04-05", PublishedFrom: "flag"}}
	stage(t).Run(d)
	if d.Published.Value != "2024-04-05" || d.Published.From != "flag" {
		t.Errorf("published %+v", d.Published)
	}
}

// check holds what is true of every text.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	at := int32(0)
	for _, b := range d.Blocks {
		if b.Span.Empty() || b.Span.Start < at || !d.Text.OnRuneBorders(b.Span) {
			t.Fatalf("block %v after %d", b, at)
		}
		if strings.IndexFunc(d.Text.String()[at:b.Span.Start], func(r rune) bool { return !blank(r) }) >= 0 {
			t.Fatalf("words left out before %v", b)
		}
		at = b.Span.End
	}
	if strings.IndexFunc(d.Text.String()[at:], func(r rune) bool { return !blank(r) }) >= 0 {
		t.Fatal("words left out at the end")
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"A\nB", "PARIS, 12 mai (AFP) – x", "© 2020", "1er", "12/", "a/b/c", "Publié le 3", "x © ", "\r\r\n", "Par A (", "(AFP"} {
		f.Add(s)
	}
	s := stage(f)
	f.Fuzz(func(t *testing.T, in string) {
		tx, err := text.Decode([]byte(in))
		if err != nil {
			return
		}
		d := &doc.Document{Text: tx}
		s.Run(d)
		check(t, d)
	})
}

func TestHugeLines(t *testing.T) {
	s := stage(t)
	for _, in := range []string{strings.Repeat("mot ", 1<<20), strings.Repeat("« ", 1<<20), strings.Repeat("a\n", 1<<20), strings.Repeat("© ", 1<<20)} {
		d := &doc.Document{Text: text.FromString(in)}
		s.Run(d)
		check(t, d)
	}
}

func BenchmarkRun(b *testing.B) {
	s := stage(b)
	in := "Paris presse Moscou\nPARIS, 12 mai (AFP) – " + strings.Repeat(running+"\n", 40) + "© AFP 2021"
	tx := text.FromString(in)
	for b.Loop() {
		s.Run(&doc.Document{Text: tx})
	}
	b.ReportMetric(float64(len(strings.Fields(in))*b.N)/b.Elapsed().Seconds(), "words/s")
}
