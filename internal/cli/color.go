package cli

// palette writes terminal colours, or nothing.
type palette struct{ on bool }

func (p palette) wrap(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p palette) bold(s string) string  { return p.wrap("1", s) }
func (p palette) dim(s string) string   { return p.wrap("2", s) }
func (p palette) head(s string) string  { return p.wrap("1;36", s) }
func (p palette) name(s string) string  { return p.wrap("32", s) }
func (p palette) words(s string) string { return p.wrap("33", s) }
func (p palette) warn(s string) string  { return p.wrap("35", s) }

// palette follows --color: on a terminal unless NO_COLOR is set.
func (a *app) palette() (palette, error) {
	switch a.color {
	case "always":
		return palette{true}, nil
	case "never":
		return palette{false}, nil
	case "auto":
		return palette{a.StdoutTerminal && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb"}, nil
	}
	return palette{}, usageError(a.say.T("error.color", a.color))
}
