package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"readout/internal/register"
	"readout/internal/store/sqlite"
)

// With READOUT_SCALE=20000 this fills a store with so many articles and says
// how long adding and finding take.
func TestScale(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("READOUT_SCALE"))
	if n == 0 {
		t.Skip("READOUT_SCALE is not set")
	}
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "store.db")
	s := open(t, path, sqlite.Options{Create: true})
	defer s.Close()
	start := time.Now()
	for i := range n {
		if _, err := s.Add(ctx, article(i).Entry("")); err != nil {
			t.Fatal(err)
		}
	}
	size := int64(0)
	if st, err := os.Stat(path); err == nil {
		size = st.Size()
	}
	t.Logf("%d articles added in %v, %.0f a second, %d bytes each", n, time.Since(start), float64(n)/time.Since(start).Seconds(), size/int64(n))
	start = time.Now()
	found, err := register.Resolve(ctx, s, register.Phrase{Words: []string{"Ory"}})
	if err != nil || len(found) != 1 {
		t.Fatal(err, len(found))
	}
	t.Logf("who is Ory: %v, %d documents", time.Since(start), found[0].Documents)
	start = time.Now()
	hits, err := s.Statements(ctx, register.StatementFilter{By: found[0].Members, About: []register.Term{{"menace"}, {"7"}}, Since: "2024-06-01", Limit: 50})
	t.Logf("what Ory said: %v, %d statements, %v", time.Since(start), len(hits), err)
	start = time.Now()
	held, err := s.Contacts(ctx, register.ContactFilter{Parties: [][]register.ActorID{found[0].Members}, Limit: 50})
	t.Logf("whom Ory met: %v, %d contacts, %v", time.Since(start), len(held), err)
	start = time.Now()
	near, err := s.Search(ctx, []register.Term{{"observateurs"}, {"frontières"}, {"menace"}}, 5)
	t.Logf("nearest: %v, %d passages, %v", time.Since(start), len(near), err)
}
