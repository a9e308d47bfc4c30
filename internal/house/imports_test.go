package house

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// root is the project's folder as seen from this package.
const root = "../.."

// layers is the order of packages, lowest first: a package imports only from
// lower rows. Packages of one row never import one another.
var layers = [][]string{
	{"internal/text", "internal/linear", "internal/names", "lang", "samples"},
	{"internal/doc"},
	{"internal/doc/doctest"},
	{"internal/conllu"},
	{"internal/lang"},
	{"internal/annotate/press", "internal/annotate/segment", "internal/annotate/tag", "internal/annotate/parse",
		"internal/annotate/mention", "internal/annotate/timex", "internal/annotate/figure", "internal/annotate/quote",
		"internal/annotate/coref", "internal/annotate/contact", "internal/annotate/act"},
	{"internal/annotate"},
	{"internal/annotate/sentencetest"},
	{"internal/record"},
	{"internal/reader", "internal/register", "internal/eval", "internal/eval/treebank", "internal/eval/corefscore"},
	{"internal/ask"},
	{"internal/rules"},
	{"internal/ingest", "internal/store", "internal/export"},
	{"internal/store/storetest", "internal/store/sqlite", "internal/store/postgres"},
	{"internal/cli", "internal/web"},
	{"cmd/readout", "cmd/train"},
}

// outside are the packages that may touch files, databases and clocks.
var outside = []string{"internal/ingest", "internal/store", "internal/export", "internal/cli", "internal/web", "cmd/", "lang", "samples"}

// forbidden below the outside world: the same text must give the same record.
var forbidden = []string{"os", "net", "net/http", "database/sql", "log", "math/rand", "math/rand/v2"}

// source is one parsed Go file.
type source struct {
	pkg, file string
	test      bool
	imports   []string
}

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		s := source{pkg: filepath.ToSlash(filepath.Dir(rel)), file: filepath.ToSlash(rel), test: strings.HasSuffix(path, "_test.go")}
		for _, i := range f.Imports {
			p, _ := strconv.Unquote(i.Path.Value)
			s.imports = append(s.imports, p)
		}
		out = append(out, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func layerOf(pkg string) int {
	for i, row := range layers {
		if slices.Contains(row, pkg) {
			return i
		}
	}
	return -1
}

func TestImportOrder(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || s.pkg == "internal/house" {
			continue
		}
		at := layerOf(s.pkg)
		if at < 0 {
			t.Errorf("%s: package %s has no place in the order of layers", s.file, s.pkg)
			continue
		}
		for _, p := range s.imports {
			ours, ok := strings.CutPrefix(p, "readout/")
			if !ok {
				continue
			}
			if to := layerOf(ours); to >= at {
				t.Errorf("%s imports %s, which is not below it", s.file, p)
			}
		}
	}
}

func TestCoreTouchesNothingOutside(t *testing.T) {
	for _, s := range sources(t) {
		if s.test || slices.ContainsFunc(outside, func(o string) bool { return strings.HasPrefix(s.pkg, o) }) {
			continue
		}
		for _, p := range s.imports {
			if slices.Contains(forbidden, p) {
				t.Errorf("%s imports %s: only the outside world may", s.file, p)
			}
		}
	}
}
