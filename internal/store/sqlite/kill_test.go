package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"readout/internal/store"
	"readout/internal/store/sqlite"
	"readout/internal/store/storetest"
)

// victim is the store that this test's other process adds to until it is killed.
const victim = "READOUT_TEST_VICTIM"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		addForEver(path)
	}
	os.Exit(m.Run())
}

// addForEver adds documents, every third one a second time with another record,
// and prints each name once Add has returned.
func addForEver(path string) {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path, sqlite.Options{Create: true})
	if err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
	fmt.Println("open")
	start := time.Now().UnixNano()
	for i := 0; ; i++ {
		d := storetest.Call(fmt.Sprintf("%d-%d", start, i), "2024-04-04")
		_, err := s.Add(ctx, d.Entry("v1"))
		if err == nil && i%3 == 0 {
			d.Record.Statements = d.Record.Statements[:1]
			_, err = s.Add(ctx, d.Entry("v2"))
		}
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		fmt.Println("done", d.Record.Doc)
	}
}

// However the process that adds is killed, also while the store is being made,
// the store opens, is whole, and has every document that was reported.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	var reported []string
	for round := range 12 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), victim+"="+path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(20+round*17)*time.Millisecond, func() { cmd.Process.Kill() })
		for lines := bufio.NewScanner(out); lines.Scan(); {
			var name string
			if n, _ := fmt.Sscanf(lines.Text(), "done %s", &name); n == 1 {
				reported = append(reported, name)
			} else if lines.Text() != "open" {
				t.Error(lines.Text())
			}
		}
		cmd.Wait()
		timer.Stop()
		checkReported(t, path, reported)
	}
	if len(reported) == 0 {
		t.Error("the process was always killed before it had added anything")
	}
	t.Logf("%d documents reported", len(reported))
}

func checkReported(t *testing.T, path string, reported []string) {
	t.Helper()
	ctx := context.Background()
	s := open(t, path, sqlite.Options{Create: true})
	defer s.Close()
	if err := s.Check(ctx); err != nil {
		t.Fatal(err)
	}
	docs, err := s.Documents(ctx, store.DocumentFilter{})
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, d := range docs {
		there[d.Name] = true
		if d.Statements < 1 || d.Contacts != 1 || d.Actors != 3 {
			t.Errorf("half a document: %+v", d)
		}
	}
	for _, name := range reported {
		if !there[name] {
			t.Errorf("%s was reported as added and is not there", name)
		}
	}
}
