package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encoding is how a file was written.
type Encoding string

// The encodings that Decode tells apart.
const (
	UTF8        Encoding = "UTF-8"
	UTF8BOM     Encoding = "UTF-8 with BOM"
	Windows1252 Encoding = "Windows-1252"
	DoubleUTF8  Encoding = "UTF-8 encoded twice"
)

// ErrNotText is matched by every refusal of Decode.
var ErrNotText = errors.New("text: not readable as text")

// DecodeError says why and where bytes could not be read.
type DecodeError struct {
	Reason string // empty, binary, UTF-16, undecidable
	Offset int    // byte offset into the original
}

func (e *DecodeError) Error() string {
	return fmt.Sprintf("text: %s at byte %d", e.Reason, e.Offset)
}

// Unwrap makes errors.Is(err, ErrNotText) true.
func (e *DecodeError) Unwrap() error { return ErrNotText }

// Decode finds the encoding of a file and decodes it. It never guesses in
// silence: Text.Encoding says what was found, and bytes that can't be decided
// are refused with their offset.
func Decode(raw []byte) (*Text, error) {
	body, enc, start := raw, UTF8, 0
	if bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")) {
		body, enc, start = raw[3:], UTF8BOM, 3
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, &DecodeError{"empty", 0}
	}
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return nil, &DecodeError{"UTF-16", 0}
	}
	if i := controlByte(body); i >= 0 {
		return nil, &DecodeError{"binary", start + i}
	}
	if utf8.Valid(body) {
		if once, origin, ok := undouble(body, start); ok {
			return newText(once, raw, DoubleUTF8, origin), nil
		}
		var origin []run
		if start > 0 {
			origin = []run{{0, int32(start)}}
		}
		return newText(string(body), raw, enc, origin), nil
	}
	return decodeSingleByte(body, raw, start)
}

// controlByte finds a byte that no text file holds, or -1.
func controlByte(b []byte) int {
	return bytes.IndexFunc(b, func(r rune) bool {
		return r < 0x20 && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != '\v' && r != 0x1b
	})
}

// decodeSingleByte reads Windows-1252, of which Latin-1 text is a part. Bytes
// that it leaves undefined, or a text in which valid UTF-8 sequences outnumber
// the broken ones, can't be decided.
func decodeSingleByte(body, raw []byte, start int) (*Text, error) {
	bad, good := -1, 0
	broken := 0
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		switch {
		case r == utf8.RuneError && n <= 1:
			if bad < 0 {
				bad = i
			}
			broken++
			n = 1
		case n > 1:
			good++
		}
		i += n
	}
	if good > 0 && good >= broken {
		return nil, &DecodeError{"undecidable", start + bad}
	}
	var b strings.Builder
	b.Grow(len(body) + len(body)/8)
	origin := []run{{0, int32(start)}}
	for i, c := range body {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			return nil, &DecodeError{"undecidable", start + i}
		}
		if c >= utf8.RuneSelf {
			origin = append(origin, run{int32(b.Len()), int32(start + i)})
		}
		b.WriteRune(r)
		if c >= utf8.RuneSelf {
			origin = append(origin, run{int32(b.Len()), int32(start + i + 1)})
		}
	}
	return newText(b.String(), raw, Windows1252, origin), nil
}

// undouble undoes UTF-8 that was read as Windows-1252 or Latin-1 and encoded
// again ("dÃ©clarÃ©"). It does so only when the text has such pairs, and every
// character above ASCII goes back to a byte and all bytes make valid UTF-8.
func undouble(body []byte, start int) (string, []run, bool) {
	if !bytes.ContainsAny(body, "ÃÂâ") {
		return "", nil, false
	}
	once := make([]byte, 0, len(body))
	from := make([]int32, 0, len(body)+1)
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		c, ok := singleByte(r)
		if !ok {
			return "", nil, false
		}
		once, from = append(once, c), append(from, int32(start+i))
		i += n
	}
	from = append(from, int32(start+len(body)))
	if !utf8.Valid(once) {
		return "", nil, false
	}
	if bytes.HasPrefix(once, []byte("\xef\xbb\xbf")) {
		once, from = once[3:], from[3:] // the mark was doubled with the rest
	}
	origin := []run{{0, from[0]}}
	for i := 0; i < len(once); {
		_, n := utf8.DecodeRune(once[i:])
		if n > 1 {
			origin = append(origin, run{int32(i), from[i]}, run{int32(i + n), from[i+n]})
		}
		i += n
	}
	return string(once), origin, true
}

// singleByte is the byte that readers of Windows-1252 or of Latin-1 turn into
// r. C1 controls come from Latin-1 readers, and from the five bytes that
// Windows-1252 leaves undefined.
func singleByte(r rune) (byte, bool) {
	if c, ok := charmap.Windows1252.EncodeRune(r); ok {
		return c, true
	}
	if r >= 0x80 && r <= 0x9f {
		return byte(r), true
	}
	return 0, false
}
