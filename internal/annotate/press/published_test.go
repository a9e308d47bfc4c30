package press

import (
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// TestDateLines holds what day a line between title and text gives, and what
// day of a later change.
func TestDateLines(t *testing.T) {
	s := stage(t)
	for line, want := range map[string]doc.Published{
		"Publié le 3 avril 2024":                                          {Value: "2024-04-03", From: "page"},
		"Publié le mercredi 3 avril 2024 à 18h22":                         {Value: "2024-04-03", From: "page"},
		"Publié le 03/04/2024 à 09:10, mis à jour le 04/04/2024 à 18:22":  {Value: "2024-04-03", From: "page", Updated: "2024-04-04"},
		"Mis à jour le 4 avril 2024 à 10h – Publié le 3 avril 2024":       {Value: "2024-04-03", From: "page", Updated: "2024-04-04"},
		"Publié le 31 décembre 2023 à 23h50, modifié le 1er janvier à 8h": {Value: "2023-12-31", From: "page", Updated: "2024-01-01"},
		"Publié le 3 avril 2024, mis à jour le 5 avril":                   {Value: "2024-04-03", From: "page", Updated: "2024-04-05"},
		"Mis à jour le 4 avril 2024":                                      {Value: "2024-04-04", From: "page", Updated: "2024-04-04"},
		"Publié : 03/04/24":                                               {Value: "2024-04-03", From: "page"},
		"Publié par Jean Le Goff le 3 avril 2024":                         {Value: "2024-04-03", From: "page"},
		"Article publié le 3 avr. 2024":                                   {Value: "2024-04-03", From: "page"},
		"Première publication : 3 avril 2024 à 10 h 12":                   {Value: "2024-04-03", From: "page"},
		"Créé le 3 avril 2024. Dernière modification le 9 mai 2024":       {Value: "2024-04-03", From: "page", Updated: "2024-05-09"},
		"2024-04-03T10:12:00":                                             {Value: "2024-04-03", From: "dateline"},
		"3 avril 2024 | 10h12":                                            {Value: "2024-04-03", From: "dateline"},
		"Mercredi 3 avril 2024":                                           {Value: "2024-04-03", From: "dateline"},
		"Paris, le 3 avril 2024":                                          {Value: "2024-04-03", From: "dateline"},
		"PARIS, 3 avril 2024 (AFP)":                                       {Value: "2024-04-03", From: "dateline"},
		"PARIS, 3 avril (AFP)":                                            {},
		"Publié le 30 février 2024":                                       {},
		"Publié hier":                                                     {},
	} {
		d := &doc.Document{Text: text.FromString("Une trêve signée\n" + line + "\n" + running)}
		s.Run(d)
		got := d.Published
		got.Span = text.Span{}
		if got != want {
			t.Errorf("%s\n  got  %+v\n  want %+v", line, got, want)
		}
	}
}

// TestNoFutureDay: what is announced for a day is not written on it.
func TestNoFutureDay(t *testing.T) {
	s := stage(t)
	for in, want := range map[string]string{
		"Le sommet se tiendra ce jeudi 9 avril 2026 à Rome.":                 "",
		"Une réunion est prévue ce jeudi 9 avril 2026 à Rome.":               "",
		"Les deux pays ont signé ce jeudi 9 avril 2026 un accord.":           "2026-04-09",
		"Le ministre a parlé mardi du sommet. Il s'ouvrira le 9 avril 2026.": "",
		"Ce jeudi 9 avril 2026 se tiendra un sommet.":                        "",
		"Le ministre a dit ce jeudi 9 avril 2026 qu'il viendra.":             "2026-04-09",
		"La loi du 9 avril 2010 est abrogée.":                                "",
	} {
		d := &doc.Document{Text: text.FromString("Un sommet à Rome\n" + in)}
		s.Run(d)
		if d.Published.Value != want {
			t.Errorf("%s\n  got %+v, want %q", in, d.Published, want)
		}
	}
}
