package reader

import (
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
	langfiles "readout/lang"
)

// TestWhenItWasSaid holds the date of each statement of short texts, by its cue;
// "" for one that the text does not date.
func TestWhenItWasSaid(t *testing.T) {
	r := New(langfiles.FS)
	for _, c := range []struct {
		text string
		want map[string]string
	}{
		{"La maire de Quimbrec, Odile Ferrand, a assuré lundi que le pont rouvrirait. Elle a ajouté que le chantier avait pris du retard.\n\nLe préfet se tait. « Nous tiendrons les délais », a conclu Mme Ferrand.",
			map[string]string{"a assuré": "2023-05-15", "a ajouté": "2023-05-15", "a conclu": "2023-05-15"}},
		{"L'ancien juge, qui a démissionné en mars, a affirmé qu'il reviendrait.", map[string]string{"a affirmé": ""}},
		{"Interrogé mardi à Laon, Paul Vernier, battu en avril, a affirmé qu'il ne serait pas candidat.", map[string]string{"a affirmé": "2023-05-16"}},
		{"Dans une lettre de quatre pages datée du 3 mai et consultée par Le Courrier, le ministre Jean Aubel reproche à Bruxelles d'avoir rompu les consultations. Il menace de saisir la Cour.",
			map[string]string{"reproche": "2023-05-03", "menace": "2023-05-03"}},
		{"Le syndicat a annoncé ce mercredi 17 mai 2023 la signature d'un accord.", map[string]string{"a annoncé": "2023-05-17"}},
		{"Le ministre Jean Aubel a déclaré lundi que la loi passerait. Il avait promis un vote. Il refuserait tout report, selon la presse.",
			map[string]string{"a déclaré": "2023-05-15", "avait promis": ""}},
		{"Le chef de la diplomatie, Jean Aubel, s'est entretenu mercredi par téléphone avec son homologue grec, Nikos Valtos, a annoncé le ministère.",
			map[string]string{"a annoncé": "2023-05-17"}},
		{"Jean Aubel a dit mardi qu'il partirait ; le maire n'a pas exclu de le suivre.", map[string]string{"a dit": "2023-05-16"}},
		{"Vers 10 h 50, Benoît Carrel, fondateur du collectif des Tilleuls, réclame une trêve. Il appelle à manifester.",
			map[string]string{"réclame": "2023-05-17", "appelle": "2023-05-17"}},
		{"Le 3 mai, la présidente de la région, Anne Morvan, s'est adressée aux élus en disant : « Nous tiendrons. »", map[string]string{"disant": "2023-05-03"}},
	} {
		d := &doc.Document{Name: "d", Text: text.FromString(c.text)}
		d.Meta.Published = "2023-05-17"
		out, err := r.Read(d)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range out.Record.Statements {
			if s.Cue == nil {
				continue
			}
			want, ok := c.want[s.Cue.Text]
			got := ""
			if s.When != nil {
				got = s.When.Value
			}
			if ok && got != want {
				t.Errorf("%s\n  %s: %q, want %q", c.text, s.Cue.Text, got, want)
			}
			delete(c.want, s.Cue.Text)
		}
		for cue, want := range c.want {
			if want != "" {
				t.Errorf("%s\n  no statement by %q", c.text, cue)
			}
		}
	}
}

// TestDaysOfSpeaking: "aujourd'hui" in a quotation is the day it was said, not
// the day it was printed.
func TestDaysOfSpeaking(t *testing.T) {
	d := &doc.Document{Name: "d", Text: text.FromString("« Nous avons signé aujourd'hui et nous partons demain », a déclaré mardi la présidente, Anne Morvan. Le maire est parti hier.")}
	d.Meta.Published = "2023-05-18"
	out, err := New(langfiles.FS).Read(d)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"aujourd'hui": "2023-05-16", "demain": "2023-05-17", "mardi": "2023-05-16", "hier": "2023-05-17"}
	for _, x := range out.Record.Times {
		if x.Value == nil || *x.Value != want[x.Text] {
			t.Errorf("%s: %v, want %s", x.Text, x.Value, want[x.Text])
		}
		delete(want, x.Text)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
