package sqlite_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/register"
	"readout/internal/store/sqlite"
	"readout/internal/store/storetest"
)

// article is a text of some 500 words with ten statements.
func article(i int) *storetest.Dispatch {
	var b strings.Builder
	for n := range 10 {
		fmt.Fprintf(&b, "La ministre Jeanne Ory a assuré à son homologue Piotr Kalnov que la menace numéro %d restait forte.\n", n)
		b.WriteString("Les deux pays poursuivent depuis des mois des discussions difficiles sur la sécurité des frontières et le retour des observateurs dans la région.\n")
		b.WriteString("Aucune date n'a été fixée pour une nouvelle rencontre, que plusieurs capitales appellent pourtant de leurs vœux.\n")
	}
	fmt.Fprintf(&b, "Dépêche %d", i)
	d := storetest.New(fmt.Sprintf("n%d", i), fmt.Sprintf("2024-%02d-%02d", i/28%12+1, i%28+1), b.String()).
		Actor("a1", "person", "Jeanne Ory", "ministre française de la Défense", "FR").
		Actor("a2", "person", "Piotr Kalnov", "ministre russe de la Défense", "RU").
		Met("call", "held", "a1 a2", "discussions difficiles", "")
	for n := range 10 {
		d.Said("state", "a1", "a assuré", fmt.Sprintf("la menace numéro %d restait forte", n), "a2", "", "")
	}
	return d
}

func BenchmarkAdd(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "store.db"), sqlite.Options{Create: true})
	defer s.Close()
	i := 0
	for b.Loop() {
		if _, err := s.Add(context.Background(), article(i).Entry("")); err != nil {
			b.Fatal(err)
		}
		i++
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkStatements(b *testing.B) {
	ctx := context.Background()
	s := open(b, filepath.Join(b.TempDir(), "store.db"), sqlite.Options{Create: true})
	defer s.Close()
	for i := range 500 {
		if _, err := s.Add(ctx, article(i).Entry("")); err != nil {
			b.Fatal(err)
		}
	}
	ory, err := s.Actors(ctx, register.Keys(article(0).Record.Actors[0])...)
	if err != nil || len(ory) != 500 {
		b.Fatal(err, len(ory))
	}
	var ids []register.ActorID
	for _, a := range ory {
		ids = append(ids, a.ID)
	}
	b.ResetTimer()
	for b.Loop() {
		found, err := s.Statements(ctx, register.StatementFilter{By: ids, About: []register.Term{{"menace"}, {"7"}}, Since: "2024-06-01", Limit: 50})
		if err != nil || len(found) != 50 {
			b.Fatal(err, len(found))
		}
	}
}
