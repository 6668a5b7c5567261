package token

import "strings"

// Tag is a coarse part of speech.
type Tag uint8

// The tags.
const (
	NONE Tag = iota
	DET
	PRON
	POSS
	NOUN
	NAME
	VERB // base or present
	PAST // said; also the participle where the context does not tell
	PART // a past participle after be, have or a noun
	ING
	AUX
	MODAL
	NOT
	ADJ
	ADV
	PREP
	CONJ
	COMP
	WH
	TO
	NUM
	PUNCT
)

var tagNames = [...]string{
	"-", "DET", "PRON", "POSS", "NOUN", "NAME", "VERB", "PAST", "PART", "ING", "AUX", "MODAL",
	"NOT", "ADJ", "ADV", "PREP", "CONJ", "COMP", "WH", "TO", "NUM", "PUNCT",
}

func (t Tag) String() string { return tagNames[t] }

// closed gives the tag of words that have only one.
var closed = []struct {
	class Class
	tag   Tag
}{
	{Aux, AUX},
	{Modal, MODAL},
	{Neg, NOT},
	{Poss, POSS},
	{Pron, PRON},
	{Conj, CONJ},
	{Wh, WH},
	{Det, DET},
	{Comp, COMP},
	{Prep, PREP},
	{NumberWord, NUM},
	{AdvWord, ADV},
}

// tag gives each token of a sentence its part of speech, from left to right:
// closed classes first, then names by their capitals, then by form, by how
// often WordNet met the word as each, and by what stands before.
func (lex *lexicon) tag(toks []Token) {
	prev := PUNCT
	for i := range toks {
		t := &toks[i]
		if t.Kind == Word {
			t.Tag = lex.tagOne(toks, i, prev)
		}
		if t.Kind != Quote {
			prev = t.Tag
		}
	}
}

func (lex *lexicon) tagOne(toks []Token, i int, prev Tag) Tag {
	t := &toks[i]
	if t.Norm == "to" {
		return TO
	}
	if strings.HasPrefix(t.Norm, "'") && (t.Norm == "'s") {
		if prev == PRON || prev == WH || prev == ADV {
			return AUX
		}
		return POSS
	}
	initial := i == 0 || toks[i-1].Kind == Quote && (i == 1 || toks[i-2].Kind == Punct) || toks[i-1].Kind == Punct && toks[i-1].Norm != "," && toks[i-1].Norm != "-" || toks[i-1].Kind == Symbol
	w := lex.words[t.Norm]
	if t.Cap && t.Norm != "i" && (!initial || t.AllCaps && len(t.Norm) > 1 && w.class&(Det|Pron|Poss|Prep|Conj|Modal|Aux) == 0 || lex.nameLike(t, toks, i, w)) {
		return NAME
	}
	if t.Norm == "that" || t.Norm == "this" || t.Norm == "those" || t.Norm == "these" {
		return lex.demonstrative(toks, i, prev)
	}
	if t.Is(Det) && lex.standsAlone(t, toks, i) {
		return PRON
	}
	for _, c := range closed {
		if t.Is(c.class) {
			if c.tag == PRON && t.Norm == "her" && i+1 < len(toks) && lex.words[toks[i+1].Norm].noun > 0 {
				return POSS
			}
			return c.tag
		}
	}
	return lex.open(toks, i, prev, w)
}

// standsAlone tells “both deny it” from “both sides”.
func (lex *lexicon) standsAlone(t *Token, toks []Token, i int) bool {
	switch t.Norm {
	case "both", "neither", "some", "many", "each", "all", "several", "most", "few", "one", "none", "another", "either":
	default:
		return false
	}
	if i+1 >= len(toks) {
		return true
	}
	n := &toks[i+1]
	w := lex.words[n.Norm]
	return n.Is(Aux|Modal) || n.Is(CueVerb) && n.Form != gerund && !n.Cap && (w.noun == 0 || w.verb > w.noun || n.Form == base && lex.words[n.Norm].noun < 2 && w.adj < 2)
}

// nameLike tells whether a capitalised word that starts a sentence is a name:
// a known one, one the lexicon lacks, or one before another capital.
func (lex *lexicon) nameLike(t *Token, toks []Token, i int, w word) bool {
	if t.Is(Country | Capital | Demonym | Month | Weekday | Honorific) {
		return true
	}
	if t.Is(Det | Pron | Poss | Prep | Conj | Comp | Wh | Aux | Modal | AdvWord | NumberWord | Neg) {
		return false
	}
	unknown := w.noun == 0 && w.verb == 0 && w.adj == 0 && w.adv == 0 && t.Form == none && t.Lemma == t.Norm
	next := i+1 < len(toks) && toks[i+1].Cap && toks[i+1].Kind == Word
	return unknown || next && t.Form != gerund || t.Is(MaleName|FemaleName) && (w.verb == 0 && w.adj == 0 || i+1 < len(toks) && toks[i+1].Is(Speech))
}

// demonstrative parts “that he left” from “that plan” and “that is”.
func (lex *lexicon) demonstrative(toks []Token, i int, prev Tag) Tag {
	if toks[i].Norm == "that" && i > 0 {
		verb := prev == VERB || prev == PAST || prev == ING || prev == PART || prev == NOUN || prev == PRON || prev == NAME || prev == ADJ
		if verb || toks[i-1].Is(CueVerb|CueNoun) {
			if i+1 < len(toks) && toks[i+1].Kind == Word {
				return COMP
			}
		}
	}
	if i+1 < len(toks) && toks[i+1].Kind == Word && !toks[i+1].Is(Aux|Modal|Prep|Comp) {
		return DET
	}
	return PRON
}

// open tags a word of the open classes.
func (lex *lexicon) open(toks []Token, i int, prev Tag, w word) Tag {
	t := &toks[i]
	verb, noun := int(w.verb), int(w.noun)
	if t.Form != none && t.Form != base {
		verb = max(verb, int(lex.words[t.Lemma].verb))
	}
	if l, plural := lex.nounLemma(t.Norm); plural {
		noun = int(lex.words[l].noun)
	}
	if prev == NUM && i > 1 && toks[i-2].Tag == NAME { // Channel 4 reports
		prev = NAME
	}
	switch t.Form {
	case gerund:
		if noun > 1 && (prev == DET || prev == ADJ || prev == POSS) {
			return NOUN
		}
		return ING
	case past:
		return lex.pastForm(toks, i, prev, w)
	}
	if strings.HasSuffix(t.Norm, "ly") && w.adv > 0 || w.adv > 1 && noun == 0 && verb == 0 && w.adj == 0 {
		return ADV
	}
	nominal := prev == DET || prev == POSS || prev == ADJ || prev == PREP || prev == NUM
	if i == 0 && t.Form == third && noun > 0 {
		return NOUN // a sentence does not start with its verb: Talks resume
	}
	if t.Form == third && noun > 0 && i+2 < len(toks) && toks[i+1].Form == base && toks[i+1].Is(CueVerb) && takesObject(toks, i+1) {
		return NOUN // State records show that
	}
	closes := prev == PUNCT && i+1 < len(toks) && toks[i+1].Is(Prep) // The draft, seen by us, calls for
	if t.Is(CueVerb) && prev != DET && prev != POSS && prev != PREP && (closes || takesObject(toks, i)) && wanting(toks, i) {
		return VERB
	}
	if verb > 0 {
		switch prev {
		case TO, MODAL, NOT:
			return VERB
		case PRON:
			if t.Form != base || i > 0 && !toks[i-1].Is(Det) {
				return VERB
			}
		case AUX:
			if i > 0 && (strings.HasPrefix(toks[i-1].Norm, "d") || i > 1 && toks[i-2].Tag == PUNCT) && t.Form == base {
				return VERB
			}
		case NOUN, NAME, ADV, WH, PUNCT, CONJ:
			after := i + 1
			follows := after < len(toks) && (toks[after].Is(Det|Pron|Poss|Comp|Prep|Neg|Wh) || toks[after].Kind == Quote || toks[after].Cap || toks[after].Norm == "to" || toks[after].Norm == "." || toks[after].Norm == "," || toks[after].Norm == ":")
			cue := t.Is(CueVerb)
			if firm := follows && (prev == NAME || toks[after].Class&Prep == 0 && toks[after].Kind != Punct || toks[after].Norm == "to"); t.Form == third && prev != PUNCT && prev != CONJ && (noun == 0 || verb > noun+1 || verb > noun && prev != NOUN || verb >= noun && firm || cue && firm) {
				return VERB
			}
			if t.Form == base && (prev == NOUN || prev == NAME) && t.Is(Speech|Expectation) && (verb > noun+1 || follows && pluralBefore(toks[:i])) {
				return VERB
			}
			if t.Form == base && prev != PUNCT && i > 0 && plural(toks[i-1]) &&
				(verb > noun && verb > int(w.adj) || follows && (verb >= noun || cue) && prev != CONJ && w.adj < 2) {
				return VERB
			}
			if (prev == PUNCT || prev == CONJ || prev == ADV) && verb > noun && verb > int(w.adj) {
				return VERB
			}
		}
		if !nominal && noun == 0 && w.adj == 0 {
			return VERB
		}
	}
	if w.adj > 0 && (noun == 0 || int(w.adj) > noun || nominal && i+1 < len(toks) && toks[i+1].Kind == Word && lex.words[toks[i+1].Norm].noun > 1 && int(w.adj) >= noun) {
		return ADJ
	}
	return NOUN
}

// plural guesses whether a subject takes a verb without -s.
func plural(t Token) bool {
	return strings.HasSuffix(t.Norm, "s") || strings.HasSuffix(t.Norm, "men") || t.Norm == "people" || t.Norm == "police" || t.Tag == ADV
}

// pluralBefore tells whether a plural noun that a verb could agree with stands
// before the phrase that ends toks: two members of the team.
func pluralBefore(toks []Token) bool {
	for j := len(toks) - 1; j >= 0 && j > len(toks)-9; j-- {
		t := &toks[j]
		if t.Tag == NOUN && plural(*t) {
			return true
		}
		if t.Tag == PUNCT || t.Tag == AUX || t.Tag == PAST || t.Tag == VERB || t.Tag == MODAL {
			return false
		}
	}
	return false
}

// pastForm parts said (PAST) from was said, officials named (PART) and fixed ideas (ADJ).
func (lex *lexicon) pastForm(toks []Token, i int, prev Tag, w word) Tag {
	switch prev {
	case TO, MODAL: // of a verb with one form: to put
		return VERB
	case AUX:
		return PART
	case ADV, NOT:
		for j := i - 1; j >= 0 && j > i-4; j-- {
			if toks[j].Tag == AUX {
				return PART
			}
			if toks[j].Tag != ADV && toks[j].Tag != NOT {
				break
			}
		}
	case DET, POSS, ADJ:
		if prev == ADJ && toks[i].Is(CueVerb) && takesObject(toks, i) && wanting(toks, i) { // a third official thought it
			return PAST
		}
		if w.noun > 1 && w.verb < 2 {
			return NOUN
		}
		return ADJ
	case PREP:
		return PART
	}
	if i+1 < len(toks) && toks[i+1].Norm == "by" {
		return PART
	}
	return PAST
}
