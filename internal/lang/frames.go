package lang

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// ActFrame is a sense of some verbs and nouns: who does what to whom by them, and
// the code of it, with examples that must hold.
type ActFrame struct {
	Rule
	Says  string
	Code  string   // "" for an outer frame that is nothing without an inner act
	Outer string   // class of acts upon an act, "" if none
	Inner []string // where the inner act stands: inf, that, object, a preposition
	Part  bool     // only inside another act: "démissionner"
	// Intransitive tells that the verb has no object: its passive is none.
	Intransitive bool
	Mutual       bool // the parties do it to one another
	Args         []FrameArg
	Initiator    []FrameRole
	Recipient    []FrameRole
	NoInit       bool // an initiator that is not told does not hinder
	NoRecip      bool // nor a recipient
	Yes, No      []FrameExample
}

// FrameArg is what a frame asks of one complement.
type FrameArg struct {
	Name     string // subject, object, inf, that, or a preposition
	Optional bool
	Needed   bool // a subject must be told: "le départ du ministre"
	Absent   bool // it must not be there
	Kinds    []FrameKind
}

// FrameKind is a kind of complement: actor, person, body, state, named (a body by its name), place, thing,
// any, act, or a class of words (@weapon), or a word (=garde).
type FrameKind struct {
	Kind string // "class" and "word" with Word
	Word string
}

// Telling is an argument that tells the sense of the verb: a class of words or
// a word. Of several optional ones a frame needs one.
func (a *FrameArg) Telling() bool {
	return len(a.Kinds) > 0 && (a.Kinds[0].Kind == "class" || a.Kinds[0].Kind == "word" || a.Kinds[0].Kind == "act")
}

// FrameRole says which complement is a party: "object", or what is of it: "object/de".
type FrameRole struct {
	Arg, Of string
}

// FrameExample is a sentence and, of one that must fire, the acts in it.
type FrameExample struct {
	Line int
	Text string
	Acts []FrameAct
}

// FrameAct is what an example wants of one act.
type FrameAct struct {
	Code, Initiator, Recipient, Factuality, By string
}

var frameKinds = []string{"actor", "person", "body", "state", "named", "place", "thing", "any", "act"}

var frameArgs = []string{"subject", "object", "inf", "that", "modifier"}

// frames reads the files of frames, in the order of their names.
func (r *reader) frames(a *Acts) {
	files, err := fs.Glob(r.fsys, "acts/frames*.txt")
	if err != nil {
		r.errs = append(r.errs, err)
	}
	slices.Sort(files)
	seen := map[string]bool{}
	for _, file := range files {
		for _, rule := range r.rules(path.Clean(file)) {
			if seen[rule.ID] {
				r.errs = append(r.errs, rule.Fail(rule.Line, "a second frame with this id"))
			}
			seen[rule.ID] = true
			a.Frames = append(a.Frames, ActFrame{Rule: rule})
		}
	}
	for i := range a.Frames {
		f := frameReader{r, a, &a.Frames[i]}
		for _, x := range f.frame.Fields {
			f.field(x)
		}
		f.check()
	}
}

// frameReader reads one frame.
type frameReader struct {
	r     *reader
	a     *Acts
	frame *ActFrame
}

func (f *frameReader) fail(line int, reason string) {
	f.r.errs = append(f.r.errs, f.frame.Fail(line, reason))
}

func (f *frameReader) field(x RuleField) {
	name, optional := strings.CutSuffix(x.Name, "?")
	switch name {
	case "says":
		f.frame.Says = strings.TrimSpace(f.frame.Says + " " + x.Text)
	case "verb":
		for _, w := range splitList(x.Text) {
			lemma, reflexive := strings.CutPrefix(w, "~")
			f.a.Verbs[lemma] = append(f.a.Verbs[lemma], FrameWord{Frame: f.frame, Reflexive: reflexive})
		}
	case "noun":
		for _, w := range splitList(x.Text) {
			words := strings.Fields(w)
			f.a.Nouns[words[0]] = append(f.a.Nouns[words[0]], FrameWord{Frame: f.frame, Preps: words[1:]})
		}
	case "code":
		f.frame.Code = x.Text
	case "outer":
		f.frame.Outer = x.Text
		if _, ok := f.a.Outers[x.Text]; !ok {
			f.fail(x.Line, "no class "+x.Text+" in outers.tsv")
		}
	case "inner":
		if x.Text == "only" {
			f.frame.Part = true
			break
		}
		f.frame.Inner = splitList(x.Text)
	case "mutual":
		f.frame.Mutual = true
	case "initiator":
		f.frame.Initiator, f.frame.NoInit = f.roles(x), optional
	case "recipient":
		f.frame.Recipient, f.frame.NoRecip = f.roles(x), optional
	case "yes":
		f.frame.Yes = append(f.frame.Yes, f.example(x, true))
	case "no":
		f.frame.No = append(f.frame.No, f.example(x, false))
	default:
		f.arg(name, optional, x)
	}
}

func splitList(s string) []string {
	var out []string
	for _, w := range strings.Split(s, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// known tells whether a name is one of a complement.
func (f *frameReader) known(name string) bool {
	_, ok := f.a.Links[name]
	return ok || slices.Contains(frameArgs, name)
}

func (f *frameReader) roles(x RuleField) []FrameRole {
	out := []FrameRole{}
	for _, s := range splitList(x.Text) {
		arg, of, _ := strings.Cut(s, "/")
		if arg == "none" {
			continue
		}
		if !f.known(arg) || of != "" && !f.known(of) {
			f.fail(x.Line, "no complement "+s)
		}
		out = append(out, FrameRole{arg, of})
	}
	return out
}

func (f *frameReader) arg(name string, optional bool, x RuleField) {
	name, needed := strings.CutSuffix(strings.ReplaceAll(name, "_", " "), "!")
	if !f.known(name) {
		f.fail(x.Line, "unknown field "+x.Name)
		return
	}
	arg := FrameArg{Name: name, Optional: optional, Needed: needed}
	for _, k := range strings.Split(x.Text, "|") {
		k = strings.TrimSpace(k)
		class, isClass := strings.CutPrefix(k, "@")
		word, isWord := strings.CutPrefix(k, "=")
		switch {
		case k == "none":
			arg.Absent = true
		case isClass:
			arg.Kinds = append(arg.Kinds, FrameKind{"class", class})
			if !f.hasClass(class) {
				f.fail(x.Line, "no class "+class+" in words.tsv")
			}
		case isWord:
			arg.Kinds = append(arg.Kinds, FrameKind{"word", word})
		case slices.Contains(frameKinds, k):
			arg.Kinds = append(arg.Kinds, FrameKind{Kind: k})
		default:
			f.fail(x.Line, "unknown kind "+k)
		}
	}
	f.frame.Args = append(f.frame.Args, arg)
}

func (f *frameReader) hasClass(class string) bool {
	for _, c := range f.a.Words {
		if slices.Contains(c, class) {
			return true
		}
	}
	return false
}

// example reads "sentence = 072 Berlin > Kiev, claimed, by Paris ; …".
func (f *frameReader) example(x RuleField, yes bool) FrameExample {
	body, values, _ := strings.Cut(x.Text, " = ")
	e := FrameExample{Line: x.Line, Text: strings.ReplaceAll(body, " ¶ ", "\n\n")}
	for _, v := range strings.Split(values, ";") {
		if v = strings.TrimSpace(v); v == "" {
			continue
		}
		act := FrameAct{Factuality: "held"}
		for i, part := range strings.Split(v, ",") {
			part = strings.TrimSpace(part)
			by, isBy := strings.CutPrefix(part, "by ")
			switch {
			case i == 0:
				code, parties, _ := strings.Cut(part, " ")
				from, to, _ := strings.Cut(parties, ">")
				act.Code, act.Initiator, act.Recipient = code, strings.TrimSpace(from), strings.TrimSpace(to)
			case isBy:
				act.By = by
			case actFactualities[part]:
				act.Factuality = part
			default:
				f.fail(x.Line, "neither a factuality nor by NAME: "+part)
			}
		}
		e.Acts = append(e.Acts, act)
	}
	if yes != (len(e.Acts) > 0) {
		f.fail(x.Line, "an example yes tells its acts behind \" = \", an example no has none")
	}
	return e
}

// check asks for what every frame needs, and gives the usual roles.
func (f *frameReader) check() {
	x := f.frame
	if x.Initiator == nil {
		x.Initiator = []FrameRole{{Arg: "subject"}}
	}
	x.Intransitive = !slices.ContainsFunc(x.Args, func(a FrameArg) bool { return a.Name == "object" && !a.Absent }) &&
		!slices.ContainsFunc(append(x.Initiator, x.Recipient...), func(r FrameRole) bool { return r.Arg == "object" }) && !slices.Contains(x.Inner, "object")
	if _, ok := f.a.Codes[x.Code]; !ok && (x.Code != "" || x.Outer == "") {
		f.fail(x.Line, "no code "+x.Code+" in codes.tsv")
	}
	if x.Recipient == nil && !x.NoRecip && !x.Mutual && x.Outer == "" {
		f.fail(x.Line, "a frame needs a line recipient (recipient? none, if there is none)")
	}
	if len(x.Yes) == 0 && !x.Part {
		f.fail(x.Line, "a frame needs an example yes, in which it fires")
	}
	if len(x.No) == 0 && !x.Part {
		f.fail(x.Line, "a frame needs an example no, in which it must not fire")
	}
}
