package ask

import (
	"context"
	"strings"
	"testing"
	"time"
)

// A question made of nothing but joining words and cues is answered in bounded
// time, however many ways there are to read it.
func TestWorstQuestions(t *testing.T) {
	s := newsroom(t)
	q := french(t, nil)
	for _, question := range []string{
		"Que se sont dit " + strings.Repeat("Ory et ", 20) + "Kalnov sur Ory à Kalnov de Macron par Brun",
		"Qu'a dit Ory " + strings.Repeat("de Kalnov sur Macron à Brun ", 9),
		"Qu'a dit " + strings.Repeat("a-t-il dit ", 15),
		"Qui a accusé " + strings.Repeat("de à sur par ", 13),
	} {
		start := time.Now()
		if _, err := q.Ask(context.Background(), s, question, Options{}); err != nil {
			t.Fatal(err)
		}
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%s: %v", question, d)
		} else {
			t.Log(d)
		}
	}
}
