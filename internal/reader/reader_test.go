package reader

import (
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
	langfiles "readout/lang"
)

func read(t *testing.T, s string) *Output {
	t.Helper()
	out, err := New(langfiles.FS).Read(&doc.Document{Name: "d", Text: text.FromString(s)})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestShortTextIsReadAsFrench(t *testing.T) {
	out := read(t, "Le maire a dit oui.")
	if out.Record.Lang != "fr" || len(out.Document.Tokens) == 0 {
		t.Errorf("lang %q, %d tokens", out.Record.Lang, len(out.Document.Tokens))
	}
}

func TestOtherLanguagesAreKeptUnread(t *testing.T) {
	out := read(t, strings.Repeat("Der Minister sagte am Montag, dass die Regierung keine weiteren Gespräche mit der Partei führen werde. ", 4))
	if out.Record.Lang != "de" || out.Record.Text == "" || len(out.Record.Statements) != 0 {
		t.Errorf("lang %q, %d statements", out.Record.Lang, len(out.Record.Statements))
	}
	if len(out.Record.Remarks) == 0 || out.Record.Remarks[0].Code != "unsupported-language" {
		t.Errorf("remarks %+v", out.Record.Remarks)
	}
}
