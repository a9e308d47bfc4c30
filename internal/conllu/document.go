package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"readout/internal/doc"
	"readout/internal/text"
)

// Document makes a document of the sentences, with their tags and trees. Its
// text is rebuilt from the tokens, one block a sentence and a newline between.
func Document(sentences []Sentence) *doc.Document {
	d := &doc.Document{}
	var b strings.Builder
	for _, s := range sentences {
		appendSentence(d, &b, s)
	}
	d.Text = text.FromString(b.String())
	for _, s := range d.Sentences {
		d.LinkChildren(s)
	}
	return d
}

func appendSentence(d *doc.Document, b *strings.Builder, s Sentence) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	first, start := int32(len(d.Tokens)), int32(b.Len())
	last := start
	s.eachToken(func(form, misc string, from, to int) {
		span := text.Span{Start: int32(b.Len()), End: int32(b.Len() + len(form))}
		b.WriteString(form)
		last = int32(b.Len())
		for i := from; i < to; i++ {
			t := token(s.Words[i], first)
			t.Span, t.Space = span, SpaceAfter(misc)
			if to-from > 1 {
				t.Part = doc.LaterPart
				if i == from {
					t.Part = doc.FirstPart
				}
			}
			d.Tokens = append(d.Tokens, t)
		}
		if SpaceAfter(misc) {
			b.WriteByte(' ')
		}
	})
	span := text.Span{Start: start, End: last}
	block := int32(len(d.Blocks))
	d.Blocks = append(d.Blocks, doc.Block{Span: span})
	d.Sentences = append(d.Sentences, doc.Sentence{First: first, End: int32(len(d.Tokens)), Span: span, Block: block})
}

// token turns a word into a token; first is the index of the sentence's first.
func token(w Word, first int32) doc.Token {
	head := doc.None
	if w.Head > 0 {
		head = first + int32(w.Head) - 1
	}
	lemma := w.Lemma
	if lemma == "_" && w.Form != "_" {
		lemma = ""
	}
	return doc.Token{
		Form: w.Form, Norm: Norm(w.Form), Lemma: lemma, UPOS: doc.ParseUPOS(w.UPOS), Feats: doc.ParseFeats(w.Feats),
		Head: head, Child: doc.None, Next: doc.None, Deprel: doc.ParseDeprel(w.Deprel),
	}
}

// Norm is the form that tables and models look up: lower case, straight
// apostrophe.
func Norm(form string) string {
	return strings.ReplaceAll(strings.ToLower(form), "’", "'")
}

// Sentences turns an annotated document back into CoNLL-U sentences.
func Sentences(d *doc.Document) []Sentence {
	out := make([]Sentence, 0, len(d.Sentences))
	for n, s := range d.Sentences {
		x := Sentence{ID: fmt.Sprintf("%s-%d", name(d), n+1), Text: oneLine(d.Words(s.Span))}
		x.NewPar = n == 0 || d.Sentences[n-1].Block != s.Block
		x.NewDoc = n == 0
		for i := s.First; i < s.End; i++ {
			x.add(d, s, i)
		}
		out = append(out, x)
	}
	return out
}

func name(d *doc.Document) string {
	if d.Name == "" {
		return "s"
	}
	return strings.Join(strings.Fields(d.Name), "_")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (x *Sentence) add(d *doc.Document, s doc.Sentence, i int32) {
	t := &d.Tokens[i]
	misc := "_"
	if !t.Space {
		misc = "SpaceAfter=No"
	}
	if t.Part == doc.FirstPart {
		last := i + 1
		for last < s.End && d.Tokens[last].Part == doc.LaterPart {
			last++
		}
		x.Ranges = append(x.Ranges, Range{int(i-s.First) + 1, int(last - s.First), blank(d.Words(t.Span)), misc})
	}
	if t.Part != doc.Whole {
		misc = "_"
	}
	head := 0
	if t.Head != doc.None {
		head = int(t.Head-s.First) + 1
	}
	x.Words = append(x.Words, Word{
		Form: blank(t.Form), Lemma: blank(t.Lemma), UPOS: t.UPOS.String(), XPOS: "_", Feats: t.Feats.String(),
		Head: head, Deprel: t.Deprel.String(), Deps: "_", Misc: misc,
	})
}

// blank keeps a column in one piece: tabs and line ends become spaces, nothing
// becomes "_".
func blank(s string) string {
	if s == "" {
		return "_"
	}
	return strings.NewReplacer("\t", " ", "\n", " ", "\r", " ").Replace(s)
}

// Write writes the sentences.
func Write(w io.Writer, sentences []Sentence) error {
	out := bufio.NewWriter(w)
	for _, s := range sentences {
		writeComments(out, s)
		r := 0
		for i, t := range s.Words {
			if r < len(s.Ranges) && s.Ranges[r].First == i+1 {
				g := s.Ranges[r]
				fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", g.First, g.Last, g.Form, orBlank(g.Misc))
				r++
			}
			fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t%s\t%s\n", i+1, t.Form, t.Lemma, t.UPOS, orBlank(t.XPOS), orBlank(t.Feats),
				t.Head, orBlank(t.Deprel), orBlank(t.Deps), orBlank(t.Misc))
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

func orBlank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

func writeComments(out *bufio.Writer, s Sentence) {
	if len(s.Comments) > 0 {
		for _, c := range s.Comments {
			fmt.Fprintf(out, "# %s\n", c)
		}
		return
	}
	if s.NewDoc {
		fmt.Fprintln(out, "# newdoc")
	}
	if s.NewPar {
		fmt.Fprintln(out, "# newpar")
	}
	if s.ID != "" {
		fmt.Fprintf(out, "# sent_id = %s\n", s.ID)
	}
	if s.Text != "" {
		fmt.Fprintf(out, "# text = %s\n", s.Text)
	}
}
