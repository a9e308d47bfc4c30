// Package langfiles embeds the language data: tables, rules and model weights,
// one folder a language. A user replaces them with --lang-dir.
package langfiles

import "embed"

// FS holds the folders fr, en, …
//
//go:embed all:fr all:en
var FS embed.FS
