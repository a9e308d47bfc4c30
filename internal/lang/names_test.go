package lang

import (
	"os"
	"strings"
	"testing"

	"readout/internal/doc"
)

func namesOf(t testing.TB) *Names {
	t.Helper()
	l, err := Load(os.DirFS("../../lang"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	return l.Names
}

func tokensOf(words string) []doc.Token {
	var out []doc.Token
	for _, w := range strings.Fields(words) {
		out = append(out, doc.Token{Form: w, Norm: strings.ToLower(w)})
	}
	return out
}

func TestNames(t *testing.T) {
	n := namesOf(t)
	for _, c := range []struct {
		words  string
		class  NameClass
		length int32
		want   string // id, country
	}{
		{"Russie et", Country, 1, "state RU"},
		{"République démocratique de le Congo a", Country, 5, "state CD"},
		{"Côte d' Ivoire", Country, 3, "state CI"},
		{"Moscou", Capital, 1, "capital RU"},
		{"russes", People, 1, "people RU"},
		{"Quai d' Orsay", Seat, 3, "ministry.foreign FR"},
		{"quai d' orsay", Seat, 0, ""},
		{"chef de la diplomatie russe", Office, 4, "minister.foreign "},
		{"vice-Premier ministre", Office, 2, "deputy-prime-minister "},
		{"Affaires étrangères", Portfolio, 2, "foreign "},
		{"ministère de", BodyNoun, 1, "ministry "},
		{"témoins", SourceNoun, 1, "witness "},
		{"Sergueï Choïgou", GivenName, 1, " "},
		{"Mme Durand", Honorific, 1, " "},
		{"congrès", Body, 0, ""},
	} {
		tokens := tokensOf(c.words)
		m := n.Longest(tokens, 0, WordHash(tokens[0].Norm), c.class)
		got := ""
		if e := m.Of(tokens, c.class); e != nil {
			got = e.ID + " " + e.Country
		}
		if m.Words != c.length || got != c.want {
			t.Errorf("%s: %d words %q, want %d %q", c.words, m.Words, got, c.length, c.want)
		}
	}
}
