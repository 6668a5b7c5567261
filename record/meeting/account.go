package meeting

import (
	"cmp"
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// An account is one place of a text that tells of a meeting.
type account struct {
	Meeting
	at      int // the token that tells of it
	para    int
	ahead   bool
	another bool // one more than those told of: a second round
	both    bool // the clause itself says who met whom
	sides   bool // … as “the delegations”, “both sides”
	guests  bool // … and so names those that somebody received
	same    bool // told of before: the call
}

// named counts those who are named.
func (t *account) named() int { return len(t.Parties) + len(t.Names) }

// told tells whether an account says where or when.
func (t *account) told() bool {
	return !t.Date.IsZero() || t.Place != "" || t.Site != ""
}

// read gathers what a clause says of the meeting that token at tells of, as held.
func (f *finder) read(c *clause, at int) account {
	t := account{at: at, para: c.para}
	f.fill(&t, c.about(at))
	t.Place, t.Site = c.place, c.site
	t.Hours, t.AtLeast = c.hours, c.atLeast
	if before, ok := f.lookedBackOn(c, at); ok {
		f.fillFrom(&t, before)
	}
	t.Date = f.dateIn(c, &t)
	return t
}

// about is the part of a clause that is read for the word at a token: all of it,
// unless it is very long.
func (c *clause) about(at int) token.Range {
	return token.Range{First: max(c.First, at-longSentence/2), End: min(c.End, at+longSentence/2)}
}

// dateIn is the day that a clause gives an account's meeting, or, where it only
// looks back on the sentence before, that sentence does.
func (f *finder) dateIn(c *clause, t *account) parley.Date {
	d := f.date(t.at, t.ahead, c.about(t.at))
	if before, ok := f.lookedBackOn(c, t.at); ok && d.IsZero() {
		return f.date(before.First, t.ahead, before)
	}
	return d
}

// fill reads who and how from the words in r.
func (f *finder) fill(t *account, r token.Range) {
	before := f.NormIn(r, t.at-1)
	t.same = before == "the" || before == "that"
	t.Trigger = f.Span(token.Range{First: t.at, End: t.at + 1})
	for i := r.First; i < r.End; i++ {
		n := f.Tokens[i].Norm
		t.sides = t.sides || f.sidesAt(i)
		t.guests = t.guests || i > t.at && i < t.at+8 && (n == "both" || sides[n] && f.Tokens[t.at].Lemma == "receive")
		if f.overALine(r, i, t.at) {
			t.Format = parley.FormatPhone
		}
		if i < t.at && i > t.at-4 && more[n] || n == "again" && i > t.at && i < t.at+4 {
			t.another = true
		}
	}
	switch l := f.Tokens[t.at].Lemma; {
	case calls[l] || rings[l]:
		t.Format = parley.FormatPhone
	case between[l] && f.wentBetween(r, t.at):
		t.Format = parley.FormatShuttle
	case f.near(t.at, "proximity"):
		t.Format = parley.FormatProximity
	}
	f.attendance(t, r)
}

// overALine tells whether the word at i says that people spoke from afar. Whom
// one received after a call was in the room.
func (f *finder) overALine(r token.Range, i, at int) bool {
	t := &f.Tokens[i]
	before := f.NormIn(r, i-1)
	switch {
	case calls[t.Norm]:
		return i == 0 || f.Tokens[i-1].Tag != token.POSS
	case t.Norm == "line":
		return before == "secure" || before == "the" && f.NormIn(r, i-2) == "on"
	case t.Norm == "call":
		return i <= at && t.Tag == token.NOUN && f.NormIn(r, i+1) != "for" && before != "roll"
	}
	return false
}

// lookedBackOn is the sentence before, where a clause only says of what that told
// that it was a meeting: It was their first meeting since May.
func (f *finder) lookedBackOn(c *clause, at int) (token.Range, bool) {
	if c.sent == 0 || c.index > 0 || at > c.First+9 {
		return token.Range{}, false
	}
	before := f.Sentences[c.sent-1]
	if f.Tokens[before.First].Para != c.para || before.End-before.First >= longSentence {
		return token.Range{}, false
	}
	first := f.Tokens[c.First].Norm
	return before, (first == "it" || first == "that" || first == "this") && (talks[f.Tokens[at].Norm] || f.verbal(at)) && f.near(at, "first", "second", "third", "fourth", "fifth", "last", "only")
}

// fillFrom takes what t leaves open from the sentence before.
func (f *finder) fillFrom(t *account, before token.Range) {
	o := account{at: before.First}
	f.fill(&o, before)
	place, site := f.whereabouts(before)
	t.Place, t.Site = cmp.Or(t.Place, place), cmp.Or(t.Site, site)
	if t.named() < 2 {
		t.Parties, t.People, t.Names, t.sides = o.Parties, o.People, o.Names, t.sides || o.sides
	}
}

// after completes the account of a second clause from the first.
func (t *account) after(o *account) {
	if len(t.Parties) == 1 && len(o.Parties) > 1 && !slices.Contains(o.Parties, t.Parties[0]) {
		t.Parties = []string{o.Parties[0], t.Parties[0]}
		return
	}
	t.Parties, t.People, t.Names = slices.Clone(o.Parties), slices.Clone(o.People), slices.Clone(o.Names)
}

// wentBetween tells whether somebody went, or carried papers, between the sides
// themselves, and not between their capitals.
func (f *finder) wentBetween(r token.Range, i int) bool {
	j := i + 1
	if f.NormIn(r, j) != "between" && f.Tokens[i].Tag == token.PAST { // carried drafts between them
		j++
	}
	if f.NormIn(r, j) != "between" {
		return false
	}
	for k := j + 1; k < min(r.End, j+5); k++ {
		switch f.Tokens[k].Norm {
		case "capitals", "governments", "countries", "cities":
			return false
		}
	}
	return true
}

// near tells whether one of the words stands within three tokens of i.
func (f *finder) near(i int, words ...string) bool {
	for j := max(0, i-3); j < min(len(f.Tokens), i+4); j++ {
		if j != i && slices.Contains(words, f.Tokens[j].Norm) {
			return true
		}
	}
	return false
}

// sidesAt tells whether the word at i stands for people of more than one party:
// the delegations, the two.
func (f *finder) sidesAt(i int) bool {
	t := &f.Tokens[i]
	if t.Norm == "two" && i > 0 && f.Tokens[i-1].Norm == "the" && i+1 < len(f.Tokens) {
		next := f.Tokens[i+1].Tag
		return next == token.AUX || next == token.MODAL || next == token.PAST || next == token.VERB
	}
	return sides[t.Norm]
}

// verbal tells a verb, “meet” after a name too, which is a noun only after what
// describes it: a track meet; and not the noun of “their first meeting”.
func (f *finder) verbal(i int) bool {
	switch t := &f.Tokens[i]; t.Tag {
	case token.PAST, token.VERB, token.PART:
		return true
	case token.ING:
		return i < 2 || f.Tokens[i-1].Tag != token.POSS && f.Tokens[i-2].Tag != token.POSS && f.Tokens[i-2].Tag != token.DET
	default:
		return t.Norm == "met" || t.Norm == "meet" && i > 0 && f.Tokens[i-1].Tag == token.NAME
	}
}
