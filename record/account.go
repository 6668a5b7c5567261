package record

import (
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// An account is one place of a text that tells of a meeting.
type account struct {
	Meeting
	at      int // the token that tells of it
	para    int
	future  bool
	sure    bool // the word alone tells of an encounter: met, summit
	another bool // one more than those told of: a second round
	both    bool // the sentence itself says who met whom
	sides   bool // … as “the delegations”, “both sides”
	guests  bool // … and so names those that somebody received
	held    bool // held talks, and not only talks
	same    bool // told of before: the call
}

// told tells whether an account says where or when.
func (t *account) told() bool {
	return !t.Date.IsZero() || t.Place != "" || t.Site != ""
}

// accounts finds the encounters that a sentence tells of: mostly none or one,
// two in “met on Monday and will meet again on Friday”.
func (w *work) accounts(si int) []*account {
	s := w.Sentences[si]
	first := &w.Tokens[s.First]
	if w.inPost(first.Start) {
		if !w.postersDeed(s) {
			return nil
		}
	} else if w.roles[first.Para] != body {
		return nil
	}
	var out []*account
	from := s.First
	for i := s.First; i < s.End; i++ {
		sure, ok := w.encounter(s, i)
		if !ok {
			continue
		}
		if n := len(out); n > 0 {
			cut := w.breakBefore(out[n-1].at, i)
			if cut < 0 { // held talks; met for a second session
				out[n-1].sure = out[n-1].sure || sure
				continue
			}
			from = cut
		}
		m := w.moodOf(token.Range{First: from, End: s.End}, i)
		if m == unreal || w.reporters(s, i) {
			continue
		}
		out = append(out, &account{at: i, para: first.Para, sure: sure, future: m == ahead})
	}
	if !slices.ContainsFunc(out, func(t *account) bool { return t.sure }) {
		if at := w.closeted(s); at >= 0 {
			out = []*account{{at: at, para: first.Para, sure: true, future: w.willBe(s)}}
		} else if at := w.contact(s); at >= 0 {
			if m := w.moodOf(s, at); m != unreal && !w.reporters(s, at) {
				out = []*account{{at: at, para: first.Para, sure: true, future: m == ahead}}
			}
		}
	}
	if len(out) == 1 {
		if cut := max(w.andAnother(s, out[0].at), w.andNextDay(s, out[0].at)); cut >= 0 {
			next := *out[0]
			w.fill(out[0], token.Range{First: s.First, End: cut})
			w.attendance(&next, token.Range{First: s.First, End: next.at})
			w.fill(&next, token.Range{First: cut, End: s.End})
			return append(out, &next)
		}
	}
	for k, t := range out {
		part := s
		if k > 0 {
			part.First = w.breakBefore(out[k-1].at, t.at)
		}
		if k+1 < len(out) {
			part.End = w.breakBefore(t.at, out[k+1].at)
		}
		w.fill(t, part)
		if w.looksBack(s, t.at) {
			w.fillFrom(t, w.Sentences[w.Tokens[t.at].Sent-1])
		}
		if k > 0 && len(t.Parties)+len(t.Names) < 2 {
			t.after(out[0])
		}
	}
	return out
}

// reporters tells whether it is the report's writer who did what the verb at i says.
func (w *work) reporters(s token.Range, i int) bool {
	j := i - 1
	for j > s.First && (w.Tokens[j].Tag == token.AUX || w.Tokens[j].Tag == token.ADV) {
		j--
	}
	return w.normIn(s, j) == "i" && w.Tokens[i].Depth == 0 && !w.inPost(w.Tokens[i].Start)
}

// after completes a second clause from the first: who met Dure and is to see
// Holt is the same in both.
func (t *account) after(o *account) {
	if len(t.Parties) == 1 && len(o.Parties) > 1 && !slices.Contains(o.Parties, t.Parties[0]) {
		t.Parties = []string{o.Parties[0], t.Parties[0]}
		return
	}
	t.Parties, t.People, t.Names = slices.Clone(o.Parties), slices.Clone(o.People), slices.Clone(o.Names)
}

// andAnother is where a verb's second object with a day of its own starts, or
// -1: met Holt on Monday | and Dure on Tuesday.
func (w *work) andAnother(s token.Range, at int) int {
	if t := w.Tokens[at].Tag; t == token.NOUN || t == token.NAME {
		return -1
	}
	for i := at + 3; i+2 < s.End; i++ {
		t := &w.Tokens[i]
		if t.Norm == "and" && (w.timed(at, i) || w.spentDays(token.Range{First: at, End: i})) && w.objectIs(s, w.past(s, at, i+1)) && w.dated(i, min(s.End, i+18), at) {
			return i
		}
		if t.Tag == token.PAST || t.Tag == token.VERB || t.Norm == ";" {
			return -1
		}
	}
	return -1
}

// past is where the second object starts: after “then”, a day, a length and a
// house, and after “with” where the verb at has it too: spent a day with Dure
// and then, on Tuesday, three hours in a tent with Holt.
func (w *work) past(s token.Range, at, i int) int {
	if n := w.normIn(s, i); n == "then" || n == "later" {
		i++
	}
	for j := i; j < min(s.End, i+18) && !w.verbal(j); j++ {
		if w.Tokens[j].Norm != "with" {
			continue
		}
		for k := at; k < i; k++ {
			if w.Tokens[k].Norm == "with" {
				return j + 1
			}
		}
	}
	return i
}

// andNextDay is where a second day with a length of its own starts, or -1: sat for
// six hours on Tuesday | and for five on Wednesday.
func (w *work) andNextDay(s token.Range, at int) int {
	for i := at + 3; i+2 < s.End; i++ {
		if w.Tokens[i].Norm != "and" {
			continue
		}
		n := i + 1
		if w.Tokens[n].Norm == "for" {
			n++
		}
		if w.Tokens[n].Norm == "again" && w.timed(at, i) && w.timed(n, min(s.End, n+4)) { // on 3 March | and again on 12 March
			return i
		}
		if end := min(s.End, n+5); n < s.End && countWord(w.Tokens[n].Norm) > 1 && w.lasting(token.Range{First: at, End: s.End}) && w.dated(at, i, at) && w.dated(n, end, at) {
			return i
		}
	}
	return -1
}

// dated tells whether a day is named between two tokens, or one that counts
// from another.
func (w *work) dated(a, b, at int) bool {
	for i := a; i < b; i++ {
		if _, ok := w.dayFrom(i, at); ok {
			return true
		}
	}
	return w.timed(a, b)
}

// willBe tells whether a sentence speaks of what is to come.
func (w *work) willBe(s token.Range) bool {
	for i := s.First; i < s.End; i++ {
		if t := &w.Tokens[i]; t.Depth == 0 && (t.Norm == "will" && t.Tag == token.MODAL || t.Norm == "'ll") {
			return true
		}
	}
	return false
}

// breakBefore is where the clause of a second trigger starts, or -1 where both
// words tell of one encounter.
func (w *work) breakBefore(a, b int) int {
	for i := b; i > a; i-- {
		t := &w.Tokens[i]
		if t.Norm == "and" && lines[w.Tokens[b].Lemma] && !lines[w.Tokens[a].Lemma] && w.objectIs(w.Sentences[t.Sent], b+1) { // met Holt and rang Dure
			return i
		}
		if t.Norm == ";" || (t.Tag == token.CONJ || t.Norm == "before" || t.Norm == "after" || t.Norm == "since") && b-a > 3 && w.timed(w.Sentences[t.Sent].First, i) && w.timed(i, w.Sentences[t.Sent].End) {
			return i
		}
	}
	return -1
}

// timed tells whether a day is named between two tokens.
func (w *work) timed(a, b int) bool {
	for i := a; i < b; i++ {
		if d, ok := w.dayAt(i, false); ok && d.Month > 0 {
			return true
		}
	}
	return false
}

// fill reads who, when, where and how long from the part of the sentence that
// tells of the encounter.
func (w *work) fill(t *account, s token.Range) {
	t.same = (w.normIn(s, t.at-1) == "the" || w.normIn(s, t.at-1) == "that") && !w.onThePhone(s, t.at)
	t.Trigger = w.span(token.Range{First: t.at, End: t.at + 1})
	for i := s.First; i < s.End; i++ {
		n := w.Tokens[i].Norm
		t.sides = t.sides || w.sidesAt(i)
		t.guests = t.guests || i > t.at && i < t.at+8 && (n == "both" || sides[n] && w.Tokens[t.at].Lemma == "receive")
		t.held = t.held || i < t.at && i > t.at-7 && w.Tokens[i].Lemma == "hold"
		if calls[n] && !(i > 0 && w.Tokens[i-1].Tag == token.POSS) || n == "line" && i > s.First && w.Tokens[i-1].Norm == "secure" {
			t.Format = parley.FormatPhone
		}
		if i < t.at && i > t.at-4 && (n == "second" || n == "third" || n == "fourth" || n == "another" || n == "next" || n == "new" || n == "further") || n == "again" && i > t.at && i < t.at+4 {
			t.another = true
		}
	}
	switch l := w.Tokens[t.at].Lemma; {
	case l == "call" || l == "ring" || l == "line" || l == "dial", lineVerbs[l] && w.onTheLine(s, t.at):
		t.Format = parley.FormatPhone
	case between[l] && w.wentBetween(s, t.at):
		t.Format = parley.FormatShuttle
	case w.near(t.at, "proximity"), l == "sit" && w.apart(s, t.at):
		t.Format = parley.FormatProximity
	}
	w.attendance(t, s)
	w.whereabouts(t, s)
	t.Hours, t.AtLeast = w.hoursIn(s)
	t.Date = w.dayOfMeeting(t, s)
}
