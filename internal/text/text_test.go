package text

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

func windows1252(t testing.TB, s string) []byte {
	t.Helper()
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// twice encodes as a program does that takes UTF-8 for Windows-1252.
func twice(s string) []byte {
	var b bytes.Buffer
	for _, c := range []byte(s) {
		b.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return b.Bytes()
}

// twiceLatin1 does the same with Latin-1, where 0x80 to 0x9f are controls.
func twiceLatin1(s string) []byte {
	var b bytes.Buffer
	for _, c := range []byte(s) {
		b.WriteRune(rune(c))
	}
	return b.Bytes()
}

const speech = "L’été dernier, « Ça va », dit-il à Œdipe — 5 €…\r\nFin."

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		enc  Encoding
		want string
	}{
		{"ASCII", []byte("Rien.\n"), UTF8, "Rien.\n"},
		{"UTF-8", []byte(speech), UTF8, speech},
		{"BOM", append([]byte("\xef\xbb\xbf"), speech...), UTF8BOM, speech},
		{"Windows-1252", windows1252(t, speech), Windows1252, speech},
		{"Latin-1", []byte("d\xe9clar\xe9 \xe0 midi"), Windows1252, "déclaré à midi"},
		{"twice", twice(speech), DoubleUTF8, speech},
		{"twice by Latin-1", twiceLatin1(speech), DoubleUTF8, speech},
		{"twice with BOM", append([]byte("\xef\xbb\xbf"), twice("été")...), DoubleUTF8, "été"},
		{"twice, BOM too", twice("\ufeffété"), DoubleUTF8, "été"},
		{"a real Ã", []byte("São Paulo, JOÃO é"), UTF8, "São Paulo, JOÃO é"},
		{"an â before a quotation mark", []byte("Il dit â€™ et é"), UTF8, "Il dit â€™ et é"},
		{"no break spaces", []byte("42\u00a0000\u202f%"), UTF8, "42\u00a0000\u202f%"},
	} {
		d, err := Decode(c.raw)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Encoding() != c.enc || d.String() != c.want {
			t.Errorf("%s: %s %q", c.name, d.Encoding(), d.String())
		}
		if !bytes.Equal(d.Original(), c.raw) {
			t.Errorf("%s: the original was changed", c.name)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name   string
		raw    string
		reason string
		offset int
	}{
		{"empty", "", "empty", 0},
		{"blank", " \r\n\t", "empty", 0},
		{"BOM alone", "\xef\xbb\xbf\n", "empty", 0},
		{"zero byte", "PK\x03\x04", "binary", 2},
		{"UTF-16", "\xff\xfeL\x00e\x00", "UTF-16", 0},
		{"UTF-16, high byte first", "\xfe\xff\x00L", "UTF-16", 0},
		{"mixed", "été à Paris, d\xe9but", "undecidable", 17},
		{"undefined in Windows-1252", "caf\xe9 \x81", "undecidable", 5},
		{"BOM, then broken", "\xef\xbb\xbfabc\x00", "binary", 6},
	} {
		_, err := Decode([]byte(c.raw))
		var d *DecodeError
		if !errors.As(err, &d) || !errors.Is(err, ErrNotText) {
			t.Errorf("%s: error %v", c.name, err)
			continue
		}
		if d.Reason != c.reason || d.Offset != c.offset {
			t.Errorf("%s: %s at %d, want %s at %d", c.name, d.Reason, d.Offset, c.reason, c.offset)
		}
	}
}

func TestOriginalOffset(t *testing.T) {
	for name, raw := range map[string][]byte{
		"UTF-8": []byte(speech), "BOM": append([]byte("\xef\xbb\xbf"), speech...), "Windows-1252": windows1252(t, speech), "twice": twice(speech),
		"twice by Latin-1": twiceLatin1(speech),
	} {
		d, err := Decode(raw)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range d.String() {
			from, to := d.OriginalOffset(int32(i)), d.OriginalOffset(int32(i+utf8.RuneLen(r)))
			if from >= to || to > len(raw) {
				t.Fatalf("%s: %q at %d is original bytes %d to %d", name, r, i, from, to)
			}
			if r < utf8.RuneSelf && (to != from+1 || raw[from] != byte(r)) {
				t.Errorf("%s: %q at %d is original bytes %q", name, r, i, raw[from:to])
			}
		}
		if end := d.OriginalOffset(int32(len(d.String()))); end != len(raw) {
			t.Errorf("%s: the end is at %d of %d", name, end, len(raw))
		}
	}
}

func TestPointsAndLines(t *testing.T) {
	s := strings.Repeat("é€a🙂\r\n", 300)
	d := FromString(s)
	n, line := 0, 1
	for i, r := range s {
		if got := d.Point(int32(i)); got != n {
			t.Fatalf("byte %d is code point %d, want %d", i, got, n)
		}
		if got := d.Offset(n); got != int32(i) {
			t.Fatalf("code point %d is byte %d, want %d", n, got, i)
		}
		if got := d.Line(int32(i)); got != line {
			t.Fatalf("byte %d is on line %d, want %d", i, got, line)
		}
		n++
		if r == '\n' {
			line++
		}
	}
	if d.Point(int32(len(s))) != n || d.Point(int32(len(s)+9)) != n || d.Offset(n) != int32(len(s)) || d.Offset(n+9) != int32(len(s)) {
		t.Error("the end is not the number of code points")
	}
	if e := FromString(""); e.Point(0) != 0 || e.Offset(0) != 0 || e.Line(0) != 1 {
		t.Error("the empty text")
	}
}

func TestSpan(t *testing.T) {
	a, b := Span{2, 5}, Span{4, 9}
	if !a.Overlaps(b) || a.Contains(b) || !a.Contains(Span{2, 5}) || a.Cover(b) != (Span{2, 9}) {
		t.Error("overlapping spans")
	}
	if a.Cover(Span{}) != a || (Span{}).Cover(a) != a || !(Span{3, 3}).Empty() || a.Len() != 3 {
		t.Error("empty spans")
	}
	d := FromString("é!")
	if d.OnRuneBorders(Span{0, 1}) || !d.OnRuneBorders(Span{0, 2}) || d.OnRuneBorders(Span{2, 4}) || d.OnRuneBorders(Span{-1, 2}) || d.OnRuneBorders(Span{3, 2}) {
		t.Error("rune borders")
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{speech, "\xef\xbb\xbfa", "d\xe9j\xe0", string(twice("été")), "Ã©", "\xc3\x83\xc2", "â\u0080\u0099", "\xff\xfe", "é\xe9"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		before := bytes.Clone(raw)
		d, err := Decode(raw)
		if !bytes.Equal(before, raw) {
			t.Fatal("Decode changed its input")
		}
		if err != nil {
			var e *DecodeError
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(raw) {
				t.Fatalf("error %v", err)
			}
			return
		}
		s := d.String()
		if !utf8.ValidString(s) {
			t.Fatalf("not valid: %q", s)
		}
		last := -1
		for i := range s {
			o := d.OriginalOffset(int32(i))
			if o <= last || o >= len(raw) {
				t.Fatalf("byte %d is original byte %d after %d", i, o, last)
			}
			last = o
			if d.Offset(d.Point(int32(i))) != int32(i) {
				t.Fatalf("byte %d does not come back", i)
			}
		}
		if d.OriginalOffset(int32(len(s))) > len(raw) {
			t.Fatal("the end is past the file")
		}
	})
}
