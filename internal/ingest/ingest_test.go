package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes files into a fresh folder; a name that ends in / is a folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWalkFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt":         "Le ministre a dit oui.",
		"a/c.md":        "La ministre a dit non.",
		"a/d.TXT":       "Rien à dire.",
		"a/photo.jpg":   "\xff\xd8\xff\xe0",
		"a/.hidden.txt": "caché",
		"e.text":        "d\xe9claration",
		"f.txt":         "  \n\t\n",
		"g.txt":         "bin\x00aire",
		"h.txt":         "été \xe9",
	})
	want := []string{"c", "d", "skipped photo.jpg", "b", "e", "empty f.txt", "not-text g.txt@3", "undecidable h.txt@6"}
	var got []string
	for d, err := range Walk(context.Background(), []string{dir}, Options{}) {
		var p *Problem
		switch {
		case err == nil:
			got = append(got, d.Name)
			if d.Name == "e" && (len(d.Notices) != 1 || d.Notices[0].Arg != "Windows-1252" || d.Text.String() != "déclaration") {
				t.Errorf("e.text: %v %q", d.Notices, d.Text.String())
			}
		case errors.As(err, &p):
			s := string(p.Code) + " " + filepath.Base(p.Path)
			if p.Offset > 0 {
				s += "@" + string(rune('0'+p.Offset))
			}
			got = append(got, s)
		default:
			t.Fatal(err)
		}
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

func TestRefusals(t *testing.T) {
	dir := folder(t, map[string]string{"big.txt": strings.Repeat("mot ", 100), "pipe.jpg": "du texte", "empty/.keep": ""})
	in := strings.NewReader(strings.Repeat("mot ", 100))
	for _, c := range []struct {
		path string
		code Code
	}{
		{filepath.Join(dir, "big.txt"), TooLarge},
		{filepath.Join(dir, "none.txt"), NotFound},
		{filepath.Join(dir, "empty"), EmptyFolder},
		{Stdin, TooLarge},
	} {
		n := 0
		for d, err := range Walk(context.Background(), []string{c.path}, Options{MaxBytes: 300, Stdin: in}) {
			n++
			var p *Problem
			if d != nil || !errors.As(err, &p) || p.Code != c.code {
				t.Errorf("%s: got %v, want %s", c.path, err, c.code)
			}
			if p != nil && p.Code == TooLarge && (p.Limit != 300 || p.Size <= 300) {
				t.Errorf("%s: size %d, limit %d", c.path, p.Size, p.Limit)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d results", c.path, n)
		}
	}
	for d, err := range Walk(context.Background(), []string{filepath.Join(dir, "pipe.jpg")}, Options{}) {
		if err != nil || d.Name != "pipe" {
			t.Errorf("a file that is named is read whatever its ending: %v", err)
		}
	}
}

func TestLoopAndTwice(t *testing.T) {
	dir := folder(t, map[string]string{"x/a.txt": "un", "y/a.txt": "deux"})
	if err := os.Symlink("..", filepath.Join(dir, "x", "up")); err != nil {
		t.Skip("no symbolic links here")
	}
	l := List(context.Background(), []string{dir, filepath.Join(dir, "x", "a.txt")}, Options{})
	var got []string
	for _, e := range l.Entries {
		if e.Problem != nil {
			got = append(got, string(e.Problem.Code))
		} else {
			got = append(got, e.File.Name)
		}
	}
	if s := strings.Join(got, " "); s != "a loop duplicate-name a repeated" {
		t.Errorf("got %s", s)
	}
	if len(l.Files()) != 2 || l.Bytes() != 6 {
		t.Errorf("%d files, %d bytes", len(l.Files()), l.Bytes())
	}
}

func TestMeta(t *testing.T) {
	dir := folder(t, map[string]string{
		"gold.jsonl": `{"doc":"a","published":"2024-04-04","text":"…","statements":[]}` + "\n\n" +
			`{"doc":"b","published":null,"outlet":"Le Quotidien","lang":"fr"}` + "\n",
		"semi.csv":  "\xef\xbb\xbfDoc;Published;Outlet;extra\na;2024-04-04T09:30:00+02:00;\"Radio; deux\";x\n",
		"bad.csv":   "doc,published\na,hier\n,2024-01-01\nb,2024-01-01\nb,2024-01-02\nb,2024-01-01\n",
		"bad.jsonl": "{\"doc\":\"a\"}\n{\"doc\":3}\npas du JSON\n",
		"nodoc.csv": "name,published\na,2024-01-01\n",
		"x.xls":     "?",
	})
	table, err := ReadTable(filepath.Join(dir, "gold.jsonl"))
	if err != nil || table.Len() != 2 {
		t.Fatalf("%v, %d rows", err, table.Len())
	}
	if r, ok := table.Of("b"); !ok || r.Meta.Published != "" || r.Meta.Outlet != "Le Quotidien" || r.Lang != "fr" {
		t.Errorf("b: %+v", r)
	}
	table, err = ReadTable(filepath.Join(dir, "semi.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := table.Of("a"); r.Meta.Published != "2024-04-04" || r.Meta.Outlet != "Radio; deux" {
		t.Errorf("a: %+v", r)
	}
	for file, want := range map[string]string{
		"bad.csv":   "2:bad-date 3:no-doc 5:twice",
		"bad.jsonl": "2:bad-json 3:bad-json",
		"nodoc.csv": "1:no-doc-column",
		"x.xls":     "0:unknown-ending",
	} {
		_, err := ReadTable(filepath.Join(dir, file))
		var m Mistakes
		if !errors.As(err, &m) {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var got []string
		for _, x := range m {
			got = append(got, string(rune('0'+x.Line))+":"+string(x.Code))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %s, want %s", file, s, want)
		}
	}
}

// The flag goes before the table, and the table before nothing.
func TestPublishedFrom(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "un", "b.txt": "deux", "m.csv": "doc,published\na,2024-04-04\n"})
	table, err := ReadTable(filepath.Join(dir, "m.csv"))
	if err != nil {
		t.Fatal(err)
	}
	read := func(o Options) (s string) {
		for d, err := range Walk(context.Background(), []string{dir}, o) {
			if err == nil {
				s += d.Name + ":" + d.New().Published.Value + d.New().Published.From + " "
			}
		}
		return s
	}
	if s := read(Options{Meta: table}); s != "a:2024-04-04meta b: " {
		t.Error(s)
	}
	if s := read(Options{Meta: table, Published: "2025-01-01"}); s != "a:2025-01-01flag b:2025-01-01flag " {
		t.Error(s)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for d, err := range Walk(ctx, []string{"-"}, Options{}) {
		if d != nil || !errors.Is(err, context.Canceled) {
			t.Error(d, err)
		}
	}
}
