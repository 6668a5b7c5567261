package meeting

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// What features call a word: a closed-class word by itself, others by what
// they stand for.
const (
	symNone uint64 = iota
	symStart
	symEnd
	symPerson
	symStranger
	symParty
	symBoth
	symOutlet
	symSides
	symTitle
	symOutsider
	symBody
	symPersonNoun
	symTimeNoun
	symSite
	symNumber
	symWeekday
	symMonth
	symPeople
	symDeed
	symThing
	symTag // and what follows: a part of speech
)

// symbols names every token for features.
func (f *finder) symbols() []uint64 {
	out := make([]uint64, len(f.Tokens))
	for i := range out {
		out[i] = f.symbol(i)
	}
	return out
}

func (f *finder) symbol(i int) uint64 {
	t := &f.Tokens[i]
	if m, ok := f.named(i); ok {
		switch {
		case m.Outlet:
			return symOutlet
		case m.one() && (m.Party != "" || len(f.Parties) == 0):
			return symPerson
		case m.one():
			return symStranger
		case m.Party != "":
			return symParty
		}
	}
	switch {
	case f.sidesAt(i) && t.Norm != "they" && t.Norm != "both":
		return symSides
	case t.Kind == token.Punct || t.Kind == token.Quote:
		return linear.Hash(t.Norm)
	case t.Kind == token.Number || t.Tag == token.NUM:
		return symNumber
	case t.Is(token.Weekday):
		return symWeekday
	case t.Is(token.Month) && t.Cap:
		return symMonth
	}
	switch t.Tag {
	case token.DET, token.PRON, token.POSS, token.PREP, token.CONJ, token.AUX, token.MODAL, token.NOT, token.TO, token.WH, token.COMP, token.ADV:
		return linear.Hash(t.Norm)
	case token.NAME:
		return symTag + uint64(token.NAME)
	}
	switch {
	case t.Is(token.Title):
		return symTitle
	case outsiders[t.Norm]:
		return symOutsider
	case bodies[t.Norm]:
		return symBody
	case t.Is(token.PersonNoun):
		return symPersonNoun
	case t.Is(token.TimeNoun):
		return symTimeNoun
	case siteNouns[t.Norm]:
		return symSite
	}
	return symTag + uint64(t.Tag)
}

// symIn is the symbol of token i, or of the sentence's edge.
func (f *finder) symIn(s token.Range, i int) uint64 {
	switch {
	case i < s.First:
		return symStart
	case i >= s.End:
		return symEnd
	}
	return f.sym[i]
}
