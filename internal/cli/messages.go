package cli

import (
	"fmt"
	"strings"

	langfiles "readout/lang"
)

// Messages are the program's sentences in the user's language, read from
// lang/<code>/messages.tsv. Patterns use explicit argument numbers (%[1]s) so
// that a translation may change their order.
type Messages struct {
	Code  string
	table map[string]string
}

// LoadMessages reads the sentences of a language that has them.
func LoadMessages(code string) (*Messages, error) {
	raw, err := langfiles.FS.ReadFile(code + "/messages.tsv")
	if err != nil {
		return nil, err
	}
	m := &Messages{code, map[string]string{}}
	for _, line := range strings.Split(string(raw), "\n") {
		key, text, ok := strings.Cut(strings.TrimSuffix(line, "\r"), "\t")
		if ok && !strings.HasPrefix(key, "#") {
			m.table[key] = strings.ReplaceAll(text, `\n`, "\n")
		}
	}
	return m, nil
}

// T is the sentence for a key; an unknown key shows itself, so that nothing is
// silent.
func (m *Messages) T(key string, args ...any) string {
	s, ok := m.table[key]
	if !ok {
		return key
	}
	if !strings.Contains(s, "%") {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// Has tells whether there is a sentence for the key.
func (m *Messages) Has(key string) bool { _, ok := m.table[key]; return ok }

// setLocale chooses French or English: the flag, else LC_ALL, LC_MESSAGES,
// LANG, else English.
func (a *app) setLocale(flag string) {
	code := flag
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if code == "" {
			code = a.Getenv(name)
		}
	}
	code, _, _ = strings.Cut(strings.ToLower(code), "_")
	code, _, _ = strings.Cut(code, ".")
	m, err := LoadMessages(code)
	if err != nil {
		m, err = LoadMessages("en")
	}
	if err != nil {
		m = &Messages{Code: "en"}
	}
	a.say = m
}
