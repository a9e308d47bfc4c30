package ingest

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is one text to be read.
type File struct {
	Path string // as found, Stdin for standard input
	Name string // without folder and ending
	Size int64  // in bytes, -1 if unknown
}

// Entry is a file to read or what hindered it.
type Entry struct {
	File    File
	Problem *Problem
}

// Listing is what the paths hold, in the order in which it will be read.
type Listing struct {
	Entries []Entry
}

// Files are the entries that can be read.
func (l Listing) Files() []File {
	var out []File
	for _, e := range l.Entries {
		if e.Problem == nil {
			out = append(out, e.File)
		}
	}
	return out
}

// Bytes is the size of all files together, as far as it is known.
func (l Listing) Bytes() int64 {
	var n int64
	for _, f := range l.Files() {
		n += max(f.Size, 0)
	}
	return n
}

// List finds the files behind the paths: a file is taken whatever its ending, a
// folder gives the .txt, .text and .md files in it and below it, in the order
// of their names. Names that begin with a point are passed over.
func List(ctx context.Context, paths []string, o Options) Listing {
	l := lister{ctx: ctx, files: map[string]bool{}, folders: map[string]bool{}, names: map[string]string{}}
	for _, p := range paths {
		l.path(p)
	}
	return Listing{l.out}
}

// lister is one listing under way.
type lister struct {
	ctx     context.Context
	out     []Entry
	files   map[string]bool   // real paths listed
	folders map[string]bool   // real paths of folders entered
	names   map[string]string // document name → path
	above   []string          // real paths of the folders that we are in
}

func (l *lister) path(p string) {
	if p == Stdin {
		l.file(File{Path: Stdin, Name: StdinName, Size: -1}, Stdin)
		return
	}
	st, err := os.Stat(p)
	if err != nil {
		l.problem(openProblem(p, err))
		return
	}
	if st.IsDir() {
		before := len(l.out)
		l.folder(p)
		if len(l.out) == before {
			l.problem(&Problem{Code: EmptyFolder, Path: p})
		}
		return
	}
	l.regular(p, st)
}

func (l *lister) problem(p *Problem) { l.out = append(l.out, Entry{Problem: p}) }

// folder lists one folder. Links are followed; one that leads to a folder that
// we stand in is a loop and is said, one that leads to a folder already seen is
// passed over.
func (l *lister) folder(p string) {
	if l.ctx.Err() != nil {
		return
	}
	real, err := filepath.EvalSymlinks(p)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		l.problem(openProblem(p, err))
		return
	}
	if l.folders[real] {
		for _, a := range l.above {
			if a == real {
				l.problem(&Problem{Code: Loop, Path: p})
			}
		}
		return
	}
	l.folders[real] = true
	l.above = append(l.above, real)
	defer func() { l.above = l.above[:len(l.above)-1] }()
	entries, err := os.ReadDir(p) // sorted by name
	if err != nil {
		l.problem(openProblem(p, err))
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			l.inFolder(filepath.Join(p, e.Name()))
		}
	}
}

func (l *lister) inFolder(p string) {
	st, err := os.Stat(p)
	switch {
	case err != nil:
		l.problem(openProblem(p, err))
	case st.IsDir():
		l.folder(p)
	case !textEnding(p):
		l.problem(&Problem{Code: Skipped, Path: p})
	case !st.Mode().IsRegular():
		l.problem(&Problem{Code: NotAFile, Path: p})
	default:
		l.regular(p, st)
	}
}

func (l *lister) regular(p string, st fs.FileInfo) {
	real, err := filepath.EvalSymlinks(p)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		l.problem(openProblem(p, err))
		return
	}
	size := st.Size()
	if !st.Mode().IsRegular() { // a pipe named on the command line: <(zcat …)
		size = -1
	}
	l.file(File{Path: p, Name: DocumentName(p), Size: size}, real)
}

func (l *lister) file(f File, real string) {
	if l.files[real] {
		l.problem(&Problem{Code: Repeated, Path: f.Path})
		return
	}
	l.files[real] = true
	if other, ok := l.names[f.Name]; ok {
		l.problem(&Problem{Code: DuplicateName, Path: f.Path, Arg: other})
	} else {
		l.names[f.Name] = f.Path
	}
	l.out = append(l.out, Entry{File: f})
}

// DocumentName is the file name without its folder and ending, by which tables
// and gold files know a document.
func DocumentName(path string) string {
	base := filepath.Base(path)
	if name := strings.TrimSuffix(base, filepath.Ext(base)); name != "" {
		return name
	}
	return base
}

func textEnding(p string) bool {
	switch strings.ToLower(filepath.Ext(p)) {
	case ".txt", ".text", ".md":
		return true
	}
	return false
}
