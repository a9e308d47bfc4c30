package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Limits of size: a file or a function above them is two ideas in one room.
const (
	fileLines     = 400
	functionLines = 60
)

// largeFunctions may be longer, each for the reason given.
var largeFunctions = map[string]string{
	"internal/annotate/parse/features.go:actionFeatures": "a table of feature templates, one a line",
	"internal/annotate/parse/features.go:labelFeatures":  "a table of feature templates, one a line",
}

func TestSizesAndDocs(t *testing.T) {
	packageDocs := map[string]bool{}
	seen := map[string]string{}
	for _, s := range sources(t) {
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, filepath.Join(root, s.file), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if n := set.Position(f.End()).Line; n > fileLines && !s.test {
			t.Errorf("%s has %d lines, more than %d", s.file, n, fileLines)
		}
		if s.test {
			continue
		}
		seen[s.pkg] = s.file
		packageDocs[s.pkg] = packageDocs[s.pkg] || f.Doc != nil
		for _, d := range f.Decls {
			checkDecl(t, set, s.file, d)
		}
		for _, w := range []string{"util", "common", "helpers", "misc"} {
			if f.Name.Name == w {
				t.Errorf("%s: package %s says nothing about what it does", s.file, w)
			}
		}
	}
	for pkg, file := range seen {
		if !packageDocs[pkg] {
			t.Errorf("package %s (%s) has no package comment", pkg, file)
		}
	}
}

func checkDecl(t *testing.T, set *token.FileSet, file string, d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if n := set.Position(d.End()).Line - set.Position(d.Pos()).Line; n > functionLines && largeFunctions[file+":"+name] == "" {
			t.Errorf("%s: %s has %d lines, more than %d", file, name, n, functionLines)
		}
		if name == "init" {
			t.Errorf("%s: init works behind the reader's back", file)
		}
		if ast.IsExported(name) && d.Doc == nil && exportedReceiver(d) {
			t.Errorf("%s: %s is exported and has no comment", file, name)
		}
	case *ast.GenDecl:
		checkGenDecl(t, file, d)
	}
}

// exportedReceiver is false for methods of unexported types.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	x := d.Recv.List[0].Type
	if s, ok := x.(*ast.StarExpr); ok {
		x = s.X
	}
	if i, ok := x.(*ast.IndexExpr); ok {
		x = i.X
	}
	id, ok := x.(*ast.Ident)
	return ok && ast.IsExported(id.Name) && !strings.HasPrefix(d.Name.Name, "Error") && d.Name.Name != "Unwrap"
}

func checkGenDecl(t *testing.T, file string, d *ast.GenDecl) {
	if d.Tok != token.TYPE && d.Tok != token.VAR && d.Tok != token.CONST {
		return
	}
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if ast.IsExported(s.Name.Name) && d.Doc == nil && s.Doc == nil {
				t.Errorf("%s: type %s is exported and has no comment", file, s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, n := range s.Names {
				if ast.IsExported(n.Name) && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					t.Errorf("%s: %s is exported and has no comment", file, n.Name)
				}
			}
		}
	}
}
