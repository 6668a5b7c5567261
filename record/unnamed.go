package record

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// group is the people without a name that a source means, with their side, and
// with those before whom they come from: one of them, the official.
func (w *work) group(r token.Range, head int, party string) (identity, bool) {
	id, ok := w.unnamed(r, head)
	if !ok {
		return identity{}, false
	}
	if !w.mixed(r, head) {
		id.party = party
	}
	if party == "" {
		id.outlet = w.house(r, head)
	}
	if w.amongThem(r) { // one of them
		if o := w.antecedent(r.First, func(m *mention) float64 {
			if !m.anonymous || m.count == 1 {
				return -1
			}
			return 1
		}); o.known() {
			id.party, id.from = o.party, o.from
		}
	}
	ht := &w.Tokens[head]
	if w.Tokens[r.First].Norm == "the" && head == r.First+1 && (r.End == head+1 || w.Tokens[head+1].Norm == ",") && id.anonymous { // the official: the one quoted before
		if o := w.antecedent(r.First, func(m *mention) float64 {
			if !m.anonymous || m.plural != id.plural || m.End <= m.First || !w.sameNoun(m.Range, ht.Lemma) {
				return -1
			}
			return 1
		}); o.known() {
			return o, true
		}
	}
	return id, true
}

// amongThem finds “of them” in a source.
func (w *work) amongThem(r token.Range) bool {
	for i := r.First; i+1 < r.End; i++ {
		if w.Tokens[i].Norm == "of" && w.Tokens[i+1].Norm == "them" {
			return true
		}
	}
	return false
}

// unnamed reads a source that is people without a name: two officials, a
// deputy who asked not to be named.
func (w *work) unnamed(r token.Range, head int) (identity, bool) {
	ht := &w.Tokens[head]
	first := &w.Tokens[r.First]
	people := peopleWords[ht.Norm] || doer(ht) || ht.Is(token.PersonNoun|token.Title|token.Honorific) || officers(ht) || ht.Norm == "people" || ht.Norm == "sources" || ht.Norm == "source" || ht.Norm == "person" ||
		ht.Norm == "others" || ht.Norm == "police" || ht.Norm == "those" || ht.Norm == "critics" || ht.Norm == "somebody" || ht.Norm == "someone" ||
		ht.Norm == "one" || ht.Norm == "some" || ht.Norm == "both" || ht.Norm == "many" || ht.Norm == "few" || ht.Norm == "another" || ht.Tag == token.NUM
	if ht.Is(token.Document) && !ht.Is(token.PersonNoun) && ht.Norm != "source" && ht.Norm != "sources" && ht.Norm != "spokesperson" {
		people = false
	}
	if !people || ht.Tag == token.NAME && !ht.Is(token.Title|token.PersonNoun) {
		return identity{}, false
	}
	if w.wholeSide(r, head) {
		return identity{}, false
	}
	if offices[ht.Norm] && (first.Norm == "the" || first.Tag == token.POSS || first.Tag == token.NAME) {
		return identity{name: strings.Trim(w.Words(r), " ,")}, true // known by the office
	}
	id := identity{anonymous: true}
	for i := r.First; i <= head; i++ {
		if n := token.Count(w.Tokens[i].Norm); n > 0 && w.Tokens[i].Tag != token.NOUN {
			id.count = n
			break
		}
	}
	if n := w.joined(r, head); id.count > 0 && n > 0 {
		id.count += n
	}
	if w.share(head) {
		id.count, id.plural = 0, true
	}
	_, plural := token.Singular(ht.Norm)
	plural = plural || officers(ht) || peopleWords[ht.Norm] && strings.HasSuffix(ht.Norm, "s")
	id.plural = plural && id.count != 1 || id.count > 1 || ht.Norm == "people" || ht.Norm == "police"
	if id.count == 1 && plural && first.Norm != "one" {
		id.count = 0 // a few officials, an hour's delegates
	}
	if id.count == 0 && !id.plural && !w.share(head) && ht.Norm != "some" && ht.Norm != "many" && ht.Norm != "few" && ht.Norm != "those" {
		id.count = 1
	}
	id.gender = genderTitle(ht.Norm)
	return id, true
}

// joined counts the people that “and” adds to those of a head noun: two guards
// and a driver, two people with knowledge of the talks and a diplomat. It is 0
// where what “and” adds is not people with a number of their own.
func (w *work) joined(r token.Range, head int) int {
	and := w.conjunction(r, head)
	for i := and + 2; i < r.End; i++ {
		switch t := &w.Tokens[i]; t.Tag {
		case token.DET, token.NUM, token.ADJ, token.NAME:
		case token.NOUN:
			if peopleWords[t.Norm] || doer(t) || t.Norm == "person" || t.Is(token.PersonNoun|token.Title) {
				return token.Count(w.Tokens[and+1].Norm)
			}
		default:
			return 0
		}
	}
	return 0
}

// mixed tells whether people joined by an “and” are of two sides: a Kestrian
// official and a Valese diplomat.
func (w *work) mixed(r token.Range, head int) bool {
	for i := w.conjunction(r, head) + 1; i < r.End && w.Tokens[i].Norm != ","; i++ {
		if w.Tokens[i].Cap {
			return true
		}
	}
	return false
}

// conjunction is where an “and” joins more people to a head noun, or the end.
func (w *work) conjunction(r token.Range, head int) int {
	for i := head + 1; i < r.End; i++ {
		switch w.Tokens[i].Norm {
		case "and":
			return i
		case ",", "who", "whose":
			return r.End
		}
	}
	return r.End
}

// share tells whether a head noun counts by parts, not by people: 52 percent of
// voters, six in ten.
func (w *work) share(head int) bool {
	switch w.Tokens[head].Norm {
	case "percent", "cent", "half", "%":
		return true
	case "third":
		return head+1 < len(w.Tokens) && w.Tokens[head+1].Norm == "of"
	}
	for i := max(0, head-3); i < min(len(w.Tokens), head+4); i++ {
		switch w.Tokens[i].Norm {
		case "percent", "%", "cent":
			return true
		case "in":
			return i > 0 && i+1 < len(w.Tokens) && token.Count(w.Tokens[i-1].Norm) > 0 && token.Count(w.Tokens[i+1].Norm) > 1
		}
	}
	return false
}

// peopleWords are further nouns for people, and for bodies of them that come without a name in the plural;
// offices are held by one known person.
var (
	peopleWords = token.Set(`third percent half allies ally supporters supporter opponents opponent insiders insider backers rivals residents resident voters voter
		respondents donors donor insurer viewers readers listeners locals neighbours neighbors survivors relatives witnesses lawyers
		economists strategists operatives aides staffers staff crews crew families parents protesters protestors activists observers
		groups organisations organizations charities unions hospitals newspapers broadcasters networks`)
	storyNouns = token.Set(`report story article account investigation interview editorial column broadcast`)
	offices    = token.Set(`president premier chancellor secretary minister governor mayor ambassador envoy king queen emperor sultan pope commissioner`)
)

// wholeSide tells whether a source is a party by its people's name: the
// Americans, Democrats.
func (w *work) wholeSide(r token.Range, head int) bool {
	first := r.First
	if w.Tokens[first].Norm == "the" && r.End > first+1 {
		first++
		if t := &w.Tokens[first]; strings.HasSuffix(t.Norm, "an") && (t.Is(token.Demonym) || w.known.byStem(t.Norm) != "") { // the American: one of them
			return false
		}
	}
	m, ok := w.named(first)
	return ok && m.party != "" && m.figure == 0 && first <= head && m.End > head && m.End >= r.End
}

// officers reads a plural that the lexicon knows as another word: judges, leaders.
func officers(t *token.Token) bool {
	one, many := strings.CutSuffix(t.Norm, "s")
	return many && !t.Cap && token.ClassOf(one)&(token.PersonNoun|token.Title) != 0
}

// doer guesses that a noun the lexicon lacks is a person: a note-taker.
func doer(t *token.Token) bool {
	if noun, _ := token.Singular(t.Norm); noun != "" || t.Cap {
		return false
	}
	n := strings.TrimSuffix(t.Norm, "s")
	return strings.HasSuffix(n, "er") || strings.HasSuffix(n, "or") || strings.HasSuffix(n, "ist") || strings.HasSuffix(n, "man") || strings.HasSuffix(n, "woman")
}
