package reader

import (
	"errors"
	"testing"

	"readout/internal/doc"
)

// A fault in one document is told and stops nothing.
func TestAnalyseTellsOfAFault(t *testing.T) {
	_, err := analyse(nil, &doc.Document{})
	var f *Fault
	if !errors.As(err, &f) || f.Cause == nil {
		t.Fatalf("a fault is not told: %v", err)
	}
}
