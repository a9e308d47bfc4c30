package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// hunspellForm is one form that a spelling dictionary expands to, with the
// morphological fields ("po:nom", "is:mas") of its entry and of the rule that
// made it.
type hunspellForm struct {
	form, lemma string
	entry, rule []string
}

// affix is one suffix rule: "er" → "ant" after "[^cg]er".
type affix struct {
	strip, add string
	condition  []charSet
	fields     []string
}

// charSet is one place of a condition: a letter, [abc] or [^abc].
type charSet struct {
	letters string
	negated bool
	any     bool
}

// expandHunspell reads NAME.aff and NAME.dic and calls each for every form, in
// the order of the dictionary. Prefixes are left out: in French they are
// elisions ("l'", "qu'"), which are words of their own.
func expandHunspell(folder, name string, each func(hunspellForm)) error {
	rules, err := readAffixes(filepath.Join(folder, name+".aff"))
	if err != nil {
		return err
	}
	f, err := os.Open(filepath.Join(folder, name+".dic"))
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || fields[0][0] >= '0' && fields[0][0] <= '9' && len(fields) == 1 {
			continue
		}
		if !utf8.ValidString(fields[0]) {
			return fmt.Errorf("%s.dic is not UTF-8: %q", name, fields[0])
		}
		expandEntry(rules, fields, each)
	}
	return lines.Err()
}

func expandEntry(rules map[string][]affix, fields []string, each func(hunspellForm)) {
	word, flags, _ := strings.Cut(fields[0], "/")
	made := false
	for ; len(flags) >= 2; flags = flags[2:] {
		for _, r := range rules[flags[:2]] {
			if !strings.HasSuffix(word, r.strip) || !meets(word, r.condition) {
				continue
			}
			form := word[:len(word)-len(r.strip)] + r.add
			each(hunspellForm{form, word, fields[1:], r.fields})
			made = true
		}
	}
	if !made {
		each(hunspellForm{word, word, fields[1:], nil})
	}
}

func readAffixes(path string) (map[string][]affix, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rules := map[string][]affix{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		c := strings.Fields(lines.Text())
		if len(c) < 5 || c[0] != "SFX" {
			continue
		}
		r := affix{strip: zero(c[2]), add: zero(strings.SplitN(c[3], "/", 2)[0]), condition: parseCondition(c[4]), fields: c[5:]}
		rules[c[1]] = append(rules[c[1]], r)
	}
	return rules, lines.Err()
}

func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

func parseCondition(s string) []charSet {
	var out []charSet
	for s != "" {
		if s[0] == '[' {
			end := strings.IndexByte(s, ']')
			inner := s[1:end]
			set := charSet{letters: strings.TrimPrefix(inner, "^"), negated: strings.HasPrefix(inner, "^")}
			out = append(out, set)
			s = s[end+1:]
			continue
		}
		_, n := utf8.DecodeRuneInString(s)
		out = append(out, charSet{letters: s[:n], any: s[:n] == "."})
		s = s[n:]
	}
	return out
}

// meets tells whether the word ends as the condition asks.
func meets(word string, condition []charSet) bool {
	for i := len(condition) - 1; i >= 0; i-- {
		if word == "" {
			return condition[i].any && len(condition) == 1
		}
		r, n := utf8.DecodeLastRuneInString(word)
		word = word[:len(word)-n]
		c := condition[i]
		if !c.any && strings.ContainsRune(c.letters, r) == c.negated {
			return false
		}
	}
	return true
}
