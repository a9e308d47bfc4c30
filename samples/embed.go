// Package samples embeds a few dispatches about invented people, for the demo
// and the tests.
package samples

import "embed"

// FS holds the texts and meta.csv, the table of what is known about them.
//
//go:embed *.txt meta.csv
var FS embed.FS
