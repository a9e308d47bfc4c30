// Package langfiles embeds the language data: tables, rules and model weights,
// one folder a language. A user replaces them with --lang-dir.
package langfiles

import "embed"

// FS holds the folders fr, en, … and the table by which languages are told apart.
//
//go:embed all:fr all:en all:acts languages.tsv
var FS embed.FS
