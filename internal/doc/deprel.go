package doc

// Deprel is a universal dependency relation, with its subtype if it has one.
type Deprel uint8

// The relations of UD v2 and the subtypes that French and English treebanks use.
const (
	NoRel               Deprel = iota
	RelAcl                     // acl
	RelAclRelcl                // acl:relcl
	RelAdvcl                   // advcl
	RelAdvclCleft              // advcl:cleft
	RelAdvclRelcl              // advcl:relcl
	RelAdvmod                  // advmod
	RelAdvmodEmph              // advmod:emph
	RelAmod                    // amod
	RelAppos                   // appos
	RelAux                     // aux
	RelAuxCaus                 // aux:caus
	RelAuxPass                 // aux:pass
	RelAuxTense                // aux:tense
	RelCase                    // case
	RelCc                      // cc
	RelCcPreconj               // cc:preconj
	RelCcomp                   // ccomp
	RelClf                     // clf
	RelCompound                // compound
	RelCompoundPrt             // compound:prt
	RelConj                    // conj
	RelCop                     // cop
	RelCsubj                   // csubj
	RelCsubjOuter              // csubj:outer
	RelCsubjPass               // csubj:pass
	RelDep                     // dep
	RelDepComp                 // dep:comp
	RelDet                     // det
	RelDetNumgov               // det:numgov
	RelDetPoss                 // det:poss
	RelDetPredet               // det:predet
	RelDiscourse               // discourse
	RelDislocated              // dislocated
	RelExpl                    // expl
	RelExplComp                // expl:comp
	RelExplPass                // expl:pass
	RelExplPv                  // expl:pv
	RelExplSubj                // expl:subj
	RelFixed                   // fixed
	RelFlat                    // flat
	RelFlatForeign             // flat:foreign
	RelFlatName                // flat:name
	RelFlatRange               // flat:range
	RelGoeswith                // goeswith
	RelIobj                    // iobj
	RelIobjAgent               // iobj:agent
	RelList                    // list
	RelMark                    // mark
	RelNmod                    // nmod
	RelNmodAppos               // nmod:appos
	RelNmodDesc                // nmod:desc
	RelNmodNpmod               // nmod:npmod
	RelNmodPoss                // nmod:poss
	RelNmodTmod                // nmod:tmod
	RelNmodUnmarked            // nmod:unmarked
	RelNsubj                   // nsubj
	RelNsubjCaus               // nsubj:caus
	RelNsubjOuter              // nsubj:outer
	RelNsubjPass               // nsubj:pass
	RelNummod                  // nummod
	RelObj                     // obj
	RelObjAgent                // obj:agent
	RelObjLvc                  // obj:lvc
	RelObl                     // obl
	RelOblAgent                // obl:agent
	RelOblArg                  // obl:arg
	RelOblMod                  // obl:mod
	RelOblNpmod                // obl:npmod
	RelOblTmod                 // obl:tmod
	RelOblUnmarked             // obl:unmarked
	RelOrphan                  // orphan
	RelParataxis               // parataxis
	RelParataxisInsert         // parataxis:insert
	RelParataxisObj            // parataxis:obj
	RelParataxisParenth        // parataxis:parenth
	RelPunct                   // punct
	RelReparandum              // reparandum
	RelRoot                    // root
	RelVocative                // vocative
	RelXcomp                   // xcomp
)

var deprels = [...]struct {
	name string
	base Deprel
}{
	{"_", NoRel},
	{"acl", RelAcl},
	{"acl:relcl", RelAcl},
	{"advcl", RelAdvcl},
	{"advcl:cleft", RelAdvcl},
	{"advcl:relcl", RelAdvcl},
	{"advmod", RelAdvmod},
	{"advmod:emph", RelAdvmod},
	{"amod", RelAmod},
	{"appos", RelAppos},
	{"aux", RelAux},
	{"aux:caus", RelAux},
	{"aux:pass", RelAux},
	{"aux:tense", RelAux},
	{"case", RelCase},
	{"cc", RelCc},
	{"cc:preconj", RelCc},
	{"ccomp", RelCcomp},
	{"clf", RelClf},
	{"compound", RelCompound},
	{"compound:prt", RelCompound},
	{"conj", RelConj},
	{"cop", RelCop},
	{"csubj", RelCsubj},
	{"csubj:outer", RelCsubj},
	{"csubj:pass", RelCsubj},
	{"dep", RelDep},
	{"dep:comp", RelDep},
	{"det", RelDet},
	{"det:numgov", RelDet},
	{"det:poss", RelDet},
	{"det:predet", RelDet},
	{"discourse", RelDiscourse},
	{"dislocated", RelDislocated},
	{"expl", RelExpl},
	{"expl:comp", RelExpl},
	{"expl:pass", RelExpl},
	{"expl:pv", RelExpl},
	{"expl:subj", RelExpl},
	{"fixed", RelFixed},
	{"flat", RelFlat},
	{"flat:foreign", RelFlat},
	{"flat:name", RelFlat},
	{"flat:range", RelFlat},
	{"goeswith", RelGoeswith},
	{"iobj", RelIobj},
	{"iobj:agent", RelIobj},
	{"list", RelList},
	{"mark", RelMark},
	{"nmod", RelNmod},
	{"nmod:appos", RelNmod},
	{"nmod:desc", RelNmod},
	{"nmod:npmod", RelNmod},
	{"nmod:poss", RelNmod},
	{"nmod:tmod", RelNmod},
	{"nmod:unmarked", RelNmod},
	{"nsubj", RelNsubj},
	{"nsubj:caus", RelNsubj},
	{"nsubj:outer", RelNsubj},
	{"nsubj:pass", RelNsubj},
	{"nummod", RelNummod},
	{"obj", RelObj},
	{"obj:agent", RelObj},
	{"obj:lvc", RelObj},
	{"obl", RelObl},
	{"obl:agent", RelObl},
	{"obl:arg", RelObl},
	{"obl:mod", RelObl},
	{"obl:npmod", RelObl},
	{"obl:tmod", RelObl},
	{"obl:unmarked", RelObl},
	{"orphan", RelOrphan},
	{"parataxis", RelParataxis},
	{"parataxis:insert", RelParataxis},
	{"parataxis:obj", RelParataxis},
	{"parataxis:parenth", RelParataxis},
	{"punct", RelPunct},
	{"reparandum", RelReparandum},
	{"root", RelRoot},
	{"vocative", RelVocative},
	{"xcomp", RelXcomp},
}

// String is the relation as in CoNLL-U.
func (r Deprel) String() string {
	if int(r) < len(deprels) {
		return deprels[r].name
	}
	return "_"
}

// Base is the relation without its subtype.
func (r Deprel) Base() Deprel {
	if int(r) < len(deprels) {
		return deprels[r].base
	}
	return NoRel
}

// Is tells whether r is the relation asked for, or a subtype of it.
func (r Deprel) Is(rel Deprel) bool { return r == rel || r.Base() == rel }

// ParseDeprel reads a relation; an unknown subtype falls back to its base.
func ParseDeprel(s string) Deprel {
	for i := range deprels {
		if deprels[i].name == s {
			return Deprel(i)
		}
	}
	for i := range s {
		if s[i] == ':' {
			return ParseDeprel(s[:i])
		}
	}
	return NoRel
}

// DeprelCount is the number of values, NoRel included.
const DeprelCount = len(deprels)
