package cli

import (
	"errors"
	"io/fs"

	"readout/internal/ask"
	"readout/internal/doc"
	"readout/internal/lang"
	"readout/internal/reader"
)

// askers are the languages in which a question may be put: the one named, or
// all that have ways of asking, French first.
func (a *app) askers(code string) ([]*ask.Asker, error) {
	codes := []string{reader.Fallback}
	if code != "" {
		codes = []string{code}
	} else if entries, err := fs.ReadDir(a.files, "."); err == nil {
		for _, e := range entries {
			if e.IsDir() && e.Name() != reader.Fallback {
				codes = append(codes, e.Name())
			}
		}
	}
	var out []*ask.Asker
	for _, c := range codes {
		l, err := lang.LoadQuestions(a.files, c)
		if errors.Is(err, lang.ErrUnknown) && code == "" {
			continue
		}
		if err != nil {
			return nil, err
		}
		q, err := ask.New(l, &lateStages{a.reader, c})
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	return out, nil
}

// lateStages loads the stages when a question has a date to be read, not before.
type lateStages struct {
	reader *reader.Reader
	code   string
}

// Run reads the dates; a language without stages finds none.
func (s *lateStages) Run(d *doc.Document) {
	if pipe, _, err := s.reader.Pipeline(s.code); err == nil {
		pipe.RunUntil(d, "timex")
	}
}
