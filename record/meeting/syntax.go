package meeting

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// phrase names the noun phrase that starts at token j by what its head stands
// for, and tells where it ends. Holt’s envoy is a person, Holt’s letter a thing.
func (f *finder) phrase(s token.Range, j int) (what uint64, end int) {
	owner := symNone // who is named before the head
	for k := j; k < s.End && k < j+8; k++ {
		t := &f.Tokens[k]
		if m, ok := f.named(k); ok {
			what, k = f.sym[k], m.End-1
			switch {
			case m.End < s.End && f.Possessive(m.End):
				owner, k = what, m.End
			case what == symParty && m.End < s.End && f.Tokens[m.End].Tag == token.NOUN: // the Valese envoy
				owner = what
			default:
				return what, m.End
			}
			continue
		}
		y := f.sym[k]
		if y == symSides || y == symOutsider || y == symBody || y == symWeekday || y == symMonth || y == symTimeNoun || y == symSite {
			return y, k + 1
		}
		next := token.NONE
		if k+1 < s.End {
			next = f.Tokens[k+1].Tag
		}
		switch t.Tag {
		case token.PRON:
			return y, k + 1
		case token.NOUN, token.NUM:
			switch {
			case next == token.NOUN || next == token.NAME, k+1 < s.End && f.Possessive(k+1): // the airline’s chief executive
			case y == symTitle, owner != symNone && y == symPersonNoun:
				if owner != symNone {
					return symPerson, k + 1
				}
				return y, k + 1
			case y == symNumber:
				return y, k + 1
			case t.Is(token.GroupNoun) && owner == symParty:
				return symParty, k + 1
			case t.Is(token.PersonNoun | token.GroupNoun):
				return symPeople, k + 1
			case t.Is(token.ActNoun | token.EventNoun):
				return symDeed, k + 1
			default:
				return symThing, k + 1
			}
		case token.DET, token.ADJ, token.POSS, token.NAME:
		default:
			if !f.Possessive(k) {
				return owner, k
			}
		}
	}
	return owner, min(s.End, j+8)
}

// object is the preposition after the word at i, over an adverb, what follows,
// and the word after that: with | Holt | on; called | Holt | a liar.
func (f *finder) object(s token.Range, i int) (prep, what, after uint64) {
	j := i + 1
	for j < s.End && (f.Tokens[j].Tag == token.ADV || f.Tokens[j].Norm == "down" || f.Tokens[j].Norm == "up") {
		j++
	}
	if j < s.End && (f.Tokens[j].Tag == token.PREP || f.Tokens[j].Tag == token.TO) {
		prep = f.sym[j]
		j++
	}
	what, end := f.phrase(s, j)
	return prep, what, f.symIn(s, end)
}

// with is the phrase after the first “with” or “between” that follows.
func (f *finder) with(s token.Range, i int) uint64 {
	for j := i + 1; j < s.End && j < i+15; j++ {
		if n := f.Tokens[j].Norm; n == "with" || n == "between" {
			what, _ := f.phrase(s, j+1)
			return linear.Mix(f.sym[j], what)
		}
	}
	return symNone
}

// subject is who stands before the word at i: a person, a party, both, they.
func (f *finder) subject(s token.Range, i int) uint64 {
	party, both, seen := "", false, symNone
	for j := i - 1; j >= s.First && j > i-20; j-- {
		t := &f.Tokens[j]
		switch y := f.sym[j]; {
		case y == symPerson || y == symParty:
			m, _ := f.named(j)
			side := m.Party
			if len(f.Parties) == 0 {
				side = m.Name
			}
			both = both || party != "" && side != party
			party, seen = side, y
		case (y == symSides || y == symStranger || y == symOutlet || y == symOutsider || y == symBody) && seen == symNone:
			return y
		case t.Tag == token.PRON && seen == symNone && t.Depth == f.Tokens[i].Depth:
			return y
		case y == symTitle && seen == symNone:
			seen = y
		case t.Norm == ";" || isVerb(t) && seen != symNone:
			j = s.First
		}
	}
	if both {
		return symBoth
	}
	return seen
}

func isVerb(t *token.Token) bool {
	return t.Tag == token.PAST || t.Tag == token.VERB || t.Tag == token.PART || t.Tag == token.ING
}

// governor is the auxiliaries before the word at i, as one value, and the lemma
// of the word that governs its infinitive: agreed to | meet.
func (f *finder) governor(s token.Range, i int) (aux uint64, lemma string, tag token.Tag) {
	j, to := i-1, false
	for ; j >= s.First && j > i-6; j-- {
		t := &f.Tokens[j]
		if t.Tag == token.AUX || t.Tag == token.MODAL || t.Tag == token.NOT || t.Tag == token.TO || t.Norm == "never" {
			aux, to = linear.Mix(aux, f.sym[j]), t.Tag == token.TO
		} else if t.Tag != token.ADV {
			break
		}
	}
	if !to || j < s.First {
		return aux, "", token.NONE
	}
	for k := j - 1; k >= s.First && k > j-4; k-- {
		if t := &f.Tokens[k]; t.Tag == token.AUX || t.Tag == token.MODAL || t.Tag == token.NOT {
			aux = linear.Mix(aux, f.sym[k])
		}
	}
	return aux, f.Tokens[j].Lemma, f.Tokens[j].Tag
}

// Tenses of a verb with its auxiliaries, as far as they tell held from ahead.
const (
	tenseless uint64 = iota
	past
	present
	perfect // has met
	earlier // had met
	future  // will meet, is to meet
	would   // would meet, could meet
	negated // did not meet
	purpose // came to meet
	going   // meeting
)

// tense reads the tense of the verb at i.
func (f *finder) tense(s token.Range, i int) uint64 {
	out := present
	switch f.Tokens[i].Tag {
	case token.PAST:
		out = past
	case token.PART:
		out = past
	case token.ING:
		out = going
	case token.MODAL:
		if n := f.Tokens[i].Norm; n == "will" || n == "shall" || n == "'ll" {
			return future
		}
		return would
	case token.AUX:
		switch f.Tokens[i].Norm {
		case "was", "were", "had", "did":
			out = past
		case "been":
			out = perfect
		case "is", "are", "'re":
			if f.appointed(s, i+1) {
				return future
			}
		}
	}
	to := false
	for j := i - 1; j >= s.First && j > i-6; j-- {
		t := &f.Tokens[j]
		switch {
		case t.Tag == token.NOT || t.Norm == "never":
			return negated
		case t.Norm == "will" || t.Norm == "'ll" || t.Norm == "shall" || t.Norm == "’ll":
			return future
		case t.Tag == token.MODAL:
			return would
		case t.Tag == token.TO:
			to, out = true, purpose
		case t.Tag == token.AUX:
			switch t.Norm {
			case "is", "are", "am", "'s", "'re":
				if to || f.appointed(s, j+1) {
					return future
				}
				if out == past {
					out = present
				}
			case "was", "were":
				if to {
					return would
				}
				out = past
			case "had":
				return earlier
			case "has", "have", "'ve":
				if to {
					return future
				}
				out = perfect
			}
		case t.Tag == token.ADV:
		case to && (governors[t.Lemma] == settled || governors[t.Lemma] == appointed || t.Norm == "due"):
			return future
		default:
			return out
		}
	}
	return out
}

// appointed tells whether what follows an “is” at i is to come: due back, set
// for Friday, to meet.
func (f *finder) appointed(s token.Range, i int) bool {
	for ; i < s.End && f.Tokens[i].Tag == token.ADV; i++ {
	}
	n := f.NormIn(s, i)
	return n == "due" || n == "to" || i < s.End && governors[f.Tokens[i].Lemma] == appointed
}

// carriers are the verb before a noun, the verb after it and the preposition it
// hangs on: held | talks, talks | ended, after | talks.
func (f *finder) carriers(s token.Range, i int) (lead, follow int, prep uint64) {
	lead, follow = -1, -1
	for j := i - 1; j >= s.First && j > i-7; j-- {
		t := &f.Tokens[j]
		if prep == symNone && j > i-6 && (t.Tag == token.PREP || t.Tag == token.TO || t.Norm == "after" || t.Norm == "before") {
			prep = linear.Hash(t.Norm)
		}
		if isVerb(t) || t.Tag == token.AUX && t.Lemma == "have" {
			lead = j
			break
		}
	}
	for j := i + 1; j < s.End && j < i+10; j++ {
		if t := &f.Tokens[j]; isVerb(t) || t.Tag == token.AUX || t.Tag == token.MODAL {
			return lead, j, prep
		}
	}
	return lead, -1, prep
}
