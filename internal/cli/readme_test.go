package cli

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the real inputs and outputs into the documents")

const root = "../.."

// example is a comment that names a file or a command, and the block after it.
var example = regexp.MustCompile("(?s)<!-- (input|output) ([^\n]*) -->\n```[a-z]*\n(.*?)```\n")

// TestDocumentsShowRealOutput runs every command that a document shows and
// compares what it prints. Questions are asked of a store of all samples.
func TestDocumentsShowRealOutput(t *testing.T) {
	t.Chdir(root)
	db := filepath.Join(t.TempDir(), "samples.db")
	run(t, db, "add", "--meta", "samples/meta.csv", "samples")
	for _, file := range []string{"README.md", "docs/record.md", "docs/linguist.md", "docs/contacts.md"} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		now := example.ReplaceAllStringFunc(string(raw), func(block string) string {
			m := example.FindStringSubmatch(block)
			var body string
			if m[1] == "input" {
				text, err := os.ReadFile(m[2])
				if err != nil {
					t.Fatal(err)
				}
				body = string(text)
			} else {
				body = run(t, db, command(m[2])...)
			}
			head := block[:strings.Index(block, "```")]
			fence := block[len(head):]
			return head + fence[:strings.IndexByte(fence, '\n')+1] + strings.TrimRight(body, "\n") + "\n```\n"
		})
		switch {
		case now == string(raw):
		case *update:
			if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s shows what the program no longer prints: run go test ./internal/cli -update", file)
		}
	}
}

// command splits "readout ask QUESTION…": words after ask that are no flags are one.
func command(s string) []string {
	return strings.Fields(s)[1:]
}

func run(t *testing.T, db string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	m := Main{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(k string) string {
		switch k {
		case "READOUT_DB":
			return db
		case "LANG":
			return "fr_FR.UTF-8"
		}
		return ""
	}}
	m.Run(context.Background(), args)
	return out.String()
}

// TestEveryCommandIsDocumented: each command and each exit status stands in
// the README and in the help.
func TestEveryCommandIsDocumented(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, locale := range []string{"fr", "en"} {
		a := &app{Main: &Main{Getenv: func(string) string { return "" }}}
		a.setLocale(locale)
		for _, c := range a.root().Commands() {
			if c.Hidden || c.Name() == "completion" {
				continue
			}
			if !strings.Contains(string(raw), "`readout "+c.Name()) {
				t.Errorf("README.md says nothing of readout %s", c.Name())
			}
			if c.Short == "" || strings.HasSuffix(c.Short, ".short") {
				t.Errorf("readout %s has no description in %s", c.Name(), locale)
			}
		}
		for _, s := range []string{"0  ", "1  ", "2  ", "3  ", "4  ", "5  "} {
			if !strings.Contains(a.root().Long, "\n  "+s) {
				t.Errorf("readout help does not list exit status %s in %s", s, locale)
			}
		}
	}
}

// TestMessagesAreComplete: both languages have the same keys, each with text.
func TestMessagesAreComplete(t *testing.T) {
	fr, err := LoadMessages("fr")
	if err != nil {
		t.Fatal(err)
	}
	en, err := LoadMessages("en")
	if err != nil {
		t.Fatal(err)
	}
	for k := range fr.table {
		if !en.Has(k) {
			t.Errorf("%s is not said in English", k)
		}
	}
	for k := range en.table {
		if !fr.Has(k) {
			t.Errorf("%s is not said in French", k)
		}
	}
}
