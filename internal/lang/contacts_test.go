package lang

import (
	"os"
	"testing"
)

func TestCorefAndContactTables(t *testing.T) {
	r := &reader{fsys: os.DirFS("../../lang/fr")}
	c, k := r.coref(), r.contacts()
	if err := r.err(); err != nil {
		t.Fatal(err)
	}
	if !c.Is("homologue", "counterpart") || c.Pronouns["elle"][0].Gender != 1 || c.Houses["ministre"].Name == "" {
		t.Error("coref tables are not read")
	}
	if k.Nouns["entretien"].Kind != "meeting" || len(k.Verbs["rencontrer"]) != 2 || k.Modifiers["téléphonique"] != "call" {
		t.Error("contact tables are not read")
	}
}
