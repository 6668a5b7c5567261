package meeting

import (
	"github.com/parley-desk/parley/record/linear"
	"github.com/parley-desk/parley/record/token"
)

// A clause is a part of a sentence that tells of one meeting at most, with what
// it says of where and how long, whatever it tells of.
type clause struct {
	token.Range
	sent, para int
	index      int // among the sentence's clauses
	place      string
	site       string
	hours      float64
	atLeast    bool
	tells      []telling
}

// A telling is a word that may tell of the clause's meeting, as held or as set
// for a day to come.
type telling struct {
	account
	unreal bool            // the words about it deny a meeting
	meets  linear.Features // what tells of a meeting, in whatever mood
	turns  linear.Features // what tells of the mood
}

// clauses cuts a sentence: at a semicolon, before a call to somebody else, and at
// a conjunction where a day is named on either side of it, as in “met on Monday
// and will meet on Friday”. One that is not the report's own gives none.
func (f *finder) clauses(si int) []*clause {
	if !f.Cast.Told(si) {
		return nil
	}
	s := f.Sentences[si]
	var out []*clause
	first := s.First
	add := func(end int) {
		c := &clause{Range: token.Range{First: first, End: end}, sent: si, para: f.Tokens[s.First].Para, index: len(out)}
		c.place, c.site = f.whereabouts(c.Range)
		c.hours, c.atLeast = f.hoursIn(c.Range)
		out = append(out, c)
		first = end
	}
	for i := s.First + 2; i < s.End-2; i++ {
		if f.parts(s, first, i) && f.verbIn(first, i) && f.verbIn(i, s.End) {
			add(i)
		}
	}
	add(s.End)
	var before *clause
	for _, c := range out {
		if f.promising(c) {
			f.weigh(c, before)
			before = c
		}
	}
	return out
}

// parts tells whether token i parts a sentence's clause that starts at first.
func (f *finder) parts(s token.Range, first, i int) bool {
	t := &f.Tokens[i]
	if t.Norm == ";" || t.Norm == "and" && rings[f.Tokens[i+1].Lemma] && f.somebodyAt(s, i+2) { // met Holt | and rang Dure
		return true
	}
	if t.Tag != token.CONJ && t.Norm != "before" && t.Norm != "after" && t.Norm != "since" {
		return false
	}
	return i-first > 3 && f.dayIn(first, i) && f.dayIn(i, s.End)
}

func (f *finder) verbIn(first, end int) bool {
	for i := first; i < end; i++ {
		if f.verbal(i) || f.Tokens[i].Tag == token.AUX {
			return true
		}
	}
	return false
}

// promising tells whether a clause speaks of somebody, and of a meeting's word,
// day, house or length: others are not weighed, for speed.
func (f *finder) promising(c *clause) bool {
	somebody, word := c.index > 0, f.dayIn(c.First, c.End) || c.hours > 0 || c.site != "" // who met on Monday | and will meet again
	for i := c.First; i < c.End && !(somebody && word); i++ {
		t := &f.Tokens[i]
		somebody = somebody || f.starts[i] > 0 || t.Tag == token.PRON || t.Tag == token.POSS || sides[t.Norm] || t.Is(token.Title)
		word = word || kin[t.Lemma] > 0 || kin[t.Norm] > 0
	}
	return word && (somebody || f.talksAlone(c))
}

// talksAlone tells whether talks are told of as nobody's: Talks resume on Friday.
func (f *finder) talksAlone(c *clause) bool {
	for i := c.First; i < c.End; i++ {
		if talks[f.Tokens[i].Norm] {
			return true
		}
	}
	return false
}

// weigh lists what may tell of the clause's meeting.
func (f *finder) weigh(c, before *clause) {
	for i := c.First; i < c.End; i++ {
		if !f.candidate(c, i) {
			continue
		}
		p := f.portray(c, i)
		held := telling{account: f.read(c, i), unreal: f.unreal(c, i, &p)}
		if before != nil {
			held.carryOver(before)
		}
		f.describe(c, &held, p)
		set := held
		set.ahead = true
		if set.Date = f.dateIn(c, &set.account); set.Date != held.Date {
			f.describe(c, &set, p)
		}
		c.tells = append(c.tells, held, set)
	}
}

// tellsAlone tells whether a word tells of a meeting of which its clause says
// neither when nor where nor how: they met, the talks.
func (f *finder) tellsAlone(i int) bool {
	t := &f.Tokens[i]
	return plain[t.Lemma] || talks[t.Norm]
}

// candidate tells whether token i may tell of a meeting: a verb, or a noun for
// a deed or for words.
func (f *finder) candidate(c *clause, i int) bool {
	if f.reporters(c.Range, i) {
		return false
	}
	t := &f.Tokens[i]
	switch t.Tag {
	case token.PAST, token.VERB, token.PART, token.ING:
		return true
	case token.AUX:
		return t.Lemma == "be" || t.Lemma == "have"
	case token.NOUN:
		return t.Is(token.ActNoun|token.EventNoun|token.CommunicationNoun) || kin[t.Norm] > 0
	case token.NAME:
		return i == f.Sentences[c.sent].First || talks[t.Norm]
	}
	return false
}

// reporters tells whether it is the report's writer who did what the verb at i says.
func (f *finder) reporters(r token.Range, i int) bool {
	j := i - 1
	for j > r.First && (f.Tokens[j].Tag == token.AUX || f.Tokens[j].Tag == token.ADV) {
		j--
	}
	return f.NormIn(r, j) == "i" && f.Tokens[i].Depth == 0 && f.Cast.Poster(i) == Who{}
}

// carryOver completes a telling that names one side at most from the clause
// before it: who met Dure and is to see Holt is the same in both.
func (t *telling) carryOver(before *clause) {
	if n := len(before.tells); n > 0 && t.named() < 2 {
		if o := &before.tells[n-1].account; len(o.Parties) > 0 {
			t.after(o)
		}
	}
}
