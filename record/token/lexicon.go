package token

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"strings"
	"sync"
)

//go:embed wordnet.bin
var wordnetData []byte

//go:embed words.txt
var wordsData string

// Class is a set of things that a word can be. One word may be many: “May” is
// a month, a modal and, to WordNet, a noun.
type Class uint64

// The classes. The first group are closed classes of the grammar, the second
// cues by kind, the third what names and nouns stand for.
const (
	Det Class = 1 << iota
	Pron
	Poss
	Aux
	Modal
	Neg
	Prep
	Conj
	Comp
	Wh
	AdvWord
	NumberWord
	Month
	Weekday
	Abbrev

	Speech
	Position
	Expectation
	Other
	CueNoun
	CueAdj
	Particle
	Document

	Honorific
	Title
	Male
	Female
	MaleName
	FemaleName
	Country
	Capital
	Demonym

	PersonNoun
	GroupNoun
	CommunicationNoun
	TimeNoun
	PlaceNoun
	ActNoun
	ThoughtNoun
	EventNoun
	MoneyNoun
	ThingNoun
	CommunicationVerb
	CognitionVerb

	// CueVerb is any of the four kinds of cue.
	CueVerb = Speech | Position | Expectation | Other
)

var classNames = map[string]Class{
	"det": Det, "pron": Pron, "poss": Poss, "aux": Aux, "modal": Modal, "neg": Neg, "prep": Prep,
	"conj": Conj, "comp": Comp, "wh": Wh, "adv": AdvWord, "numw": NumberWord, "month": Month,
	"weekday": Weekday, "abbrev": Abbrev, "speech": Speech, "position": Position,
	"expectation": Expectation, "other": Other, "cuenoun": CueNoun, "cueadj": CueAdj, "particle": Particle, "document": Document,
	"honorific": Honorific, "title": Title, "male": Male, "female": Female, "mname": MaleName,
	"fname": FemaleName, "country": Country, "capital": Capital, "demonym": Demonym,
}

// lemmas classed so are looked up by lemma only when the word can be a verb or noun.
const (
	verbClasses = CueVerb
	nounClasses = CueNoun | Document | Title
)

// word is what the lexicon knows of one lower-case form or lemma.
type word struct {
	class      Class
	noun, verb uint8 // how often: 0 never … 3
	adj, adv   uint8
}

// lexicon is immutable once read.
type lexicon struct {
	words     map[string]word
	irregular map[string]string // verb form → lemma
	plural    map[string]string
}

// words reads the embedded lexicon once, on first use.
var words = sync.OnceValue(func() *lexicon {
	lex := &lexicon{irregular: map[string]string{}, plural: map[string]string{}}
	lex.readWordNet(wordnetData)
	lex.readOwn(wordsData)
	return lex
})

// nounSorts and verbSorts turn WordNet's lexicographer files into classes.
var (
	nounSorts = map[byte]Class{18: PersonNoun, 14: GroupNoun, 10: CommunicationNoun, 28: TimeNoun, 15: PlaceNoun, 4: ActNoun, 9: ThoughtNoun, 11: EventNoun, 21: MoneyNoun, 6: ThingNoun}
	verbSorts = map[byte]Class{32: CommunicationVerb, 31: CognitionVerb}
)

func (lex *lexicon) readWordNet(packed []byte) {
	plain, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic("record/token: wordnet.bin is damaged: " + err.Error()) // embedded: cannot happen in a sound build
	}
	n, i := 0, 0
	for ; plain[i] != '\n'; i++ {
		n = n*10 + int(plain[i]-'0')
	}
	i++
	lex.words = make(map[string]word, n+n/4)
	last := make([]byte, 0, 64)
	for range n {
		last = last[:plain[i]]
		i++
		end := i + bytes.IndexByte(plain[i:], 0)
		last = append(last, plain[i:end]...)
		freq, noun, verb := plain[end+1], plain[end+2], plain[end+3]
		i = end + 4
		w := word{noun: freq & 3, verb: freq >> 2 & 3, adj: freq >> 4 & 3, adv: freq >> 6}
		if w.noun > 0 {
			w.class |= nounSorts[noun]
		}
		if w.verb > 0 {
			w.class |= verbSorts[verb]
		}
		lex.words[string(last)] = w
	}
	for line := range strings.Lines(string(plain[i:])) {
		form, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		lemma, pos, _ := strings.Cut(rest, " ")
		if pos == "v" {
			lex.irregular[form] = lemma
		} else {
			lex.plural[form] = lemma
		}
	}
}

func (lex *lexicon) readOwn(text string) {
	for line := range strings.Lines(text) {
		name, list, ok := strings.Cut(line, ": ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		class, ok := classNames[name]
		if !ok {
			panic("record/token: words.txt: unknown class " + name) // a test reads the file
		}
		for _, w := range strings.Fields(list) {
			e := lex.words[w]
			e.class |= class
			switch {
			case class&verbClasses != 0 && e.verb == 0:
				e.verb = 1
			case class&nounClasses != 0 && e.noun == 0:
				e.noun = 1
			}
			lex.words[w] = e
		}
	}
}

// verbLemma finds the verb that a lower-case form belongs to: said → say,
// denies → deny, rejecting → reject; "" where none is known.
func (lex *lexicon) verbLemma(form string) (lemma string, ending verbForm) {
	if l, ok := lex.irregular[form]; ok && form != "read" {
		switch {
		case strings.HasSuffix(form, "ing"):
			return l, gerund
		case strings.HasSuffix(form, "s"):
			return l, third
		}
		return l, past
	}
	switch form {
	case "put", "set", "let", "hit", "shut", "quit", "bet", "read", "cast", "cut", "split", "spread":
		return form, past // mostly, in reports
	}
	if w, ok := lex.words[form]; ok && w.verb > 0 {
		if !strings.HasSuffix(form, "ed") || w.verb > 1 {
			return form, base
		}
	}
	isVerb := func(s string) bool { return lex.words[s].verb > 0 }
	n := len(form)
	try := func(cut int, add string) bool {
		if n-cut < 2 {
			return false
		}
		lemma = form[:n-cut] + add
		return isVerb(lemma)
	}
	doubled := func(cut int) bool { // planned, referring
		if n-cut < 4 || form[n-cut-1] != form[n-cut-2] {
			return false
		}
		lemma = form[:n-cut-1]
		return isVerb(lemma)
	}
	switch {
	case strings.HasSuffix(form, "ing"):
		if try(3, "e") && lex.words[lemma].verb > 1 || try(3, "") || try(3, "e") || doubled(3) {
			return lemma, gerund
		}
	case strings.HasSuffix(form, "ied"):
		if try(3, "y") {
			return lemma, past
		}
	case strings.HasSuffix(form, "ed"):
		if try(1, "") && lex.words[lemma].verb > 1 || try(2, "") || try(1, "") || doubled(2) {
			return lemma, past
		}
	case strings.HasSuffix(form, "ies"):
		if try(3, "y") {
			return lemma, third
		}
	case strings.HasSuffix(form, "es"):
		if try(1, "") || sibilant(form[:n-2]) && try(2, "") {
			return lemma, third
		}
	case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss"):
		if try(1, "") {
			return lemma, third
		}
	}
	return "", none
}

// sibilant tells whether a verb takes -es: pass, fix, teach, go.
func sibilant(verb string) bool {
	for _, tail := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(verb, tail) {
			return true
		}
	}
	return false
}

// nounLemma finds the noun a form belongs to: officials → official.
func (lex *lexicon) nounLemma(form string) (lemma string, plural bool) {
	if l, ok := lex.plural[form]; ok {
		return l, true
	}
	if lex.words[form].noun > 0 {
		return form, false
	}
	n := len(form)
	for _, s := range []struct{ cut, add string }{{"ies", "y"}, {"men", "man"}, {"women", "woman"}, {"es", ""}, {"s", ""}} {
		if strings.HasSuffix(form, s.cut) && n-len(s.cut) > 1 {
			if l := form[:n-len(s.cut)] + s.add; lex.words[l].noun > 0 {
				return l, true
			}
		}
	}
	return "", false
}

// verbForm is the ending a verb was met in.
type verbForm uint8

const (
	none verbForm = iota
	base
	third
	past
	gerund
)

// ClassOf is the class of a single word, whatever its capitals.
func ClassOf(w string) Class {
	return words().words[strings.ToLower(w)].class
}

// Singular is the noun that a lower-case form belongs to and whether the form
// is its plural; "" for a word that is no known noun.
func Singular(form string) (noun string, plural bool) { return words().nounLemma(form) }
