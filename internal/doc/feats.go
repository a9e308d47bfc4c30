package doc

import "strings"

// Feats is a set of morphological features packed into one word; the zero
// value is "_".
type Feats uint64

// Get returns the value of a feature as a number; 0 is absent.
func (f Feats) Get(k Feature) uint8 {
	d := &features[k]
	return uint8(f>>d.shift) & (1<<d.width - 1)
}

// With returns the set with the feature set to a value; 0 removes it.
func (f Feats) With(k Feature, value uint8) Feats {
	d := &features[k]
	mask := Feats(1<<d.width-1) << d.shift
	return f&^mask | Feats(value)<<d.shift&mask
}

// Has tells whether the feature has the value.
func (f Feats) Has(k Feature, value uint8) bool { return f.Get(k) == value }

// Value is the value's name, "" if the feature is absent.
func (f Feats) Value(k Feature) string {
	v := f.Get(k)
	if int(v) >= len(features[k].values) {
		return ""
	}
	return features[k].values[v]
}

// String writes the set as in CoNLL-U.
func (f Feats) String() string {
	if f == 0 {
		return "_"
	}
	var b strings.Builder
	for k := range features {
		v := f.Value(Feature(k))
		if v == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(features[k].name)
		b.WriteByte('=')
		b.WriteString(v)
	}
	return b.String()
}

// ParseFeats reads the FEATS column; features or values that are not in the
// table are left out.
func ParseFeats(s string) Feats {
	var f Feats
	for s != "" && s != "_" {
		part, rest, _ := strings.Cut(s, "|")
		s = rest
		name, value, _ := strings.Cut(part, "=")
		value, _, _ = strings.Cut(value, ",")
		for k := range features {
			if features[k].name != name {
				continue
			}
			for v, n := range features[k].values {
				if v > 0 && n == value {
					f = f.With(Feature(k), uint8(v))
				}
			}
		}
	}
	return f
}
