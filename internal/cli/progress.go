package cli

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// progress is a bar on standard error with rate and remaining time, redrawn at
// most ten times a second; without a terminal it stays silent.
type progress struct {
	w     io.Writer
	say   *Messages
	on    bool
	begin time.Time
	drawn time.Time
	files int
	read  int64
	all   int64
	count int
}

func (a *app) newProgress(quiet bool) *progress {
	return &progress{w: a.Stderr, say: a.say, on: a.StderrTerminal && !quiet, begin: time.Now()}
}

func (p *progress) total(files int, bytes int64) { p.files, p.all = files, bytes }

func (p *progress) step(name string, bytes int64) {
	p.read += bytes
	p.count++
	now := time.Now()
	if !p.on || now.Sub(p.drawn) < 100*time.Millisecond {
		return
	}
	p.drawn = now
	p.draw(name, now.Sub(p.begin))
}

func (p *progress) draw(name string, spent time.Duration) {
	const width = 24
	part := 0.0
	if p.all > 0 {
		part = min(1, float64(p.read)/float64(p.all))
	}
	bar := strings.Repeat("█", int(part*width)) + strings.Repeat("░", width-int(part*width))
	rate := float64(p.count) / max(spent.Seconds(), 0.001)
	left := "?"
	if part > 0 {
		left = (time.Duration(float64(spent)*(1-part)/part) / time.Second * time.Second).String()
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s %3.0f %%  %s", bar, part*100, p.say.T("add.progress", p.count, p.files, rate, left, clean(name)))
}

// clear makes room for a message; done takes the bar away.
func (p *progress) clear() {
	if p.on {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

func (p *progress) done() { p.clear() }
