package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strings"

	"readout/internal/ingest"
)

// Version is the program's version.
const Version = "0.1.0"

// stamp says what made a record: the program's version and its language data.
// A stored record with another stamp is made anew.
func (a *app) stamp() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(a.files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(a.files, path)
		h.Write([]byte(path))
		h.Write(raw)
		return err
	})
	return Version + " " + hex.EncodeToString(h.Sum(nil))[:16], err
}

// stampOf adds what came with the document, which the record depends on too.
func stampOf(stamp string, d *ingest.Document) string {
	m := d.Meta
	return strings.Join([]string{stamp, d.Name, d.Lang, m.Published, m.Outlet, m.URL, m.Title}, "|")
}
