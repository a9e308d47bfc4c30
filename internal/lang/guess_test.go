package lang_test

import (
	"strings"
	"testing"
	"testing/fstest"

	langfiles "readout/lang"

	"readout/internal/lang"
)

func TestGuess(t *testing.T) {
	g, err := lang.LoadGuesser(langfiles.FS)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Le ministre de la Défense a déclaré mercredi que les discussions avec son homologue se poursuivraient.":            "fr",
		"L'appel, d'une quarantaine de minutes, a eu lieu à la demande de la partie russe, précise le communiqué.":          "fr",
		"The defence minister said on Wednesday that talks with his counterpart would go on.":                               "en",
		"El ministro de Defensa dijo el miércoles que las conversaciones con su homólogo continuarán.":                      "es",
		"Il ministro della Difesa ha detto mercoledì che i colloqui con il suo omologo continueranno.":                      "it",
		"Der Verteidigungsminister sagte am Mittwoch, dass die Gespräche mit seinem Amtskollegen nicht abgebrochen würden.": "de",
		"O ministro da Defesa disse na quarta-feira que as conversas com o seu homólogo não vão parar.":                     "pt",
		"De minister van Defensie zei woensdag dat de gesprekken met zijn ambtgenoot niet worden afgebroken.":               "nl",
		"Министр обороны заявил в среду, что переговоры с его коллегой продолжатся.":                                        lang.Undetermined,
		"42 – 17": lang.Undetermined,
		strings.Repeat("« Oui », a dit Durand à Poulain mercredi. ", 100): "fr",
		"": lang.Undetermined,
	} {
		if got := g.Guess(text); got != want {
			t.Errorf("%s: %q", got, text)
		}
	}
	if !strings.Contains(g.Known(), "fr en") {
		t.Error(g.Known())
	}
	empty, err := lang.LoadGuesser(fstest.MapFS{})
	if err != nil || empty.Guess("Le ministre a dit oui.") != lang.Undetermined {
		t.Error("without a table nothing is guessed", err)
	}
}

func BenchmarkGuess(b *testing.B) {
	g, err := lang.LoadGuesser(langfiles.FS)
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("Le ministre de la Défense a déclaré mercredi que les discussions avec son homologue se poursuivraient. ", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g.Guess(text)
	}
}
