package annotate

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/doc"
	"readout/internal/text"
)

// deed is a verb in the forms that the changes below need, and its code.
type deed struct {
	code                        string
	past, passive, future, said string // "a condamné", "a été condamnée", "condamnera", "aurait condamné"
	not                         string // "n'a pas condamné"
	many                        string // "ont condamné"
}

// deeds agree with a feminine capital as the one it is done to.
var deeds = []deed{
	{"111", "a condamné", "a été condamnée", "condamnera", "aurait condamné", "n'a pas condamné", "ont condamné"},
	{"111", "a critiqué", "a été critiquée", "critiquera", "aurait critiqué", "n'a pas critiqué", "ont critiqué"},
	{"051", "a soutenu", "a été soutenue", "soutiendra", "aurait soutenu", "n'a pas soutenu", "ont soutenu"},
	{"195", "a bombardé", "a été bombardée", "bombardera", "aurait bombardé", "n'a pas bombardé", "ont bombardé"},
	{"190", "a attaqué", "a été attaquée", "attaquera", "aurait attaqué", "n'a pas attaqué", "ont attaqué"},
	{"163", "a sanctionné", "a été sanctionnée", "sanctionnera", "aurait sanctionné", "n'a pas sanctionné", "ont sanctionné"},
	{"070", "a aidé", "a été aidée", "aidera", "aurait aidé", "n'a pas aidé", "ont aidé"},
	{"112", "a accusé", "a été accusée", "accusera", "aurait accusé", "n'a pas accusé", "ont accusé"},
	{"130", "a menacé", "a été menacée", "menacera", "aurait menacé", "n'a pas menacé", "ont menacé"},
	{"052", "a défendu", "a été défendue", "défendra", "aurait défendu", "n'a pas défendu", "ont défendu"},
}

// states are a capital and what its government is called.
var states = []struct{ name, role string }{
	{"Paris", "le gouvernement français"},
	{"Ankara", "le gouvernement turc"},
	{"Tunis", "le gouvernement tunisien"},
	{"Bogota", "le gouvernement colombien"},
	{"Manille", "le gouvernement philippin"},
	{"Lima", "le gouvernement péruvien"},
}

// found is one act with its parties as names.
type found struct {
	code, fact string
	from, to   []string
	by         []string
}

func (f found) String() string {
	return f.code + " " + f.fact + " " + strings.Join(f.from, "+") + " > " + strings.Join(f.to, "+") + " by " + strings.Join(f.by, " < ")
}

// actOf is the act with the code in a sentence; ok if there is exactly one.
func actOf(p *Pipeline, code, sentence string) (found, bool) {
	d := &doc.Document{Name: "d", Text: text.FromString(sentence), Meta: doc.Meta{Published: "2024-04-04"}}
	p.Run(d)
	var out found
	n := 0
	for _, a := range d.Acts {
		if a.Code != code {
			continue
		}
		n++
		out = found{code: a.Code, fact: a.Factuality, from: names(d, a.Initiator), to: names(d, a.Recipient)}
		for _, by := range a.ViaBy {
			out.by = append(out.by, names(d, by)...)
		}
	}
	return out, n == 1
}

func names(d *doc.Document, entities []int32) []string {
	var out []string
	for _, e := range entities {
		out = append(out, strings.ToLower(d.Entities[e].Name))
	}
	slices.Sort(out)
	return out
}

// TestMetamorphic changes a sentence in one way and asks that exactly the fields
// change that should: none by the passive and by the order of a coordination, the
// initiator by its role instead of its name, factuality by negation, future,
// hearsay, and factuality and chain by a verb of saying around it.
func TestMetamorphic(t *testing.T) {
	p := loadAll(t)
	failed, all := 0, 0
	expect := func(want found, sentence string) {
		t.Helper()
		all++
		if got, ok := actOf(p, want.code, sentence); !ok || got.String() != want.String() {
			failed++
			t.Logf("%s\n want %v\n got  %v", sentence, want, got)
		}
	}
	lower := func(s ...string) []string {
		var out []string
		for _, x := range s {
			out = append(out, strings.ToLower(x))
		}
		slices.Sort(out)
		return out
	}
	for i, v := range deeds {
		for k := range states {
			a, b, c := states[k], states[(k+1+i)%len(states)], states[(k+3+i)%len(states)]
			if a == b || b == c || a == c {
				continue
			}
			base := found{code: v.code, fact: "held", from: lower(a.name), to: lower(b.name)}
			expect(base, a.name+" "+v.past+" "+b.name+".")
			expect(base, b.name+" "+v.passive+" par "+a.name+".")
			with := func(fact string) found { f := base; f.fact = fact; return f }
			expect(with("negated"), a.name+" "+v.not+" "+b.name+".")
			expect(with("planned"), a.name+" "+v.future+" "+b.name+".")
			expect(with("hearsay"), a.name+" "+v.said+" "+b.name+".")
			claimed := with("claimed")
			claimed.by = lower(c.name)
			expect(claimed, c.name+" a affirmé que "+a.name+" "+v.past+" "+b.name+".")
			expect(claimed, "Selon "+c.name+", "+a.name+" "+v.past+" "+b.name+".")
			two := base
			two.from = lower(a.name, c.name)
			expect(two, a.name+" et "+c.name+" "+v.many+" "+b.name+".")
			expect(two, c.name+" et "+a.name+" "+v.many+" "+b.name+".")
			role := base
			role.from = lower(strings.TrimPrefix(a.role, "le "))
			expect(role, strings.ToUpper(a.role[:1])+a.role[1:]+" "+v.past+" "+b.name+".")
		}
	}
	if failed*100 > all {
		t.Errorf("%d of %d sentences, more than one of a hundred", failed, all)
	}
}
