package day

import (
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// From reads a day that counts from another: two days later, the day before,
// that morning, three days ago. What happened at token event may be what it
// counts from: two days before they met.
func (r Reader) From(i, event int) (parley.Date, bool) {
	norm := func(j int) string { return r.norm(i, j) }
	count := func(from parley.Date, days int) (parley.Date, bool) {
		if from.Day == 0 {
			return parley.Date{}, false
		}
		return Shifted(from, days), true
	}
	switch n := r.Tokens[i].Norm; n {
	case "day", "morning", "afternoon", "evening", "night":
		switch norm(i - 1) {
		case "that", "same":
			return count(r.lastDay(i), 0)
		case "next", "following":
			return count(r.lastDay(i), 1)
		case "previous":
			return count(r.lastDay(i), -1)
		}
		if n == "day" && norm(i-1) == "the" || norm(i-1) == "a" || norm(i-1) == "one" {
			if r.nounPhraseAt(i + 2) { // the day before the vote
				return parley.Date{}, false
			}
			switch norm(i + 1) {
			case "before", "earlier":
				return count(r.lastDay(i), -1)
			case "after", "later":
				return count(r.lastDay(i), 1)
			case "ago":
				return count(r.Written, -1)
			}
		}
	case "days", "week", "weeks":
		by := token.Count(norm(i - 1))
		if by == 0 {
			return parley.Date{}, false
		}
		if n != "days" {
			by *= 7
		}
		switch next := norm(i + 1); next {
		case "before", "earlier", "after", "later":
			if next == "before" || next == "earlier" {
				by = -by
			}
			if after := norm(i + 2); (next == "before" || next == "after") && after != "," && after != "." && after != "" {
				if event < i || slices.ContainsFunc(r.Tokens[i:event], func(t token.Token) bool { return t.Norm == "," }) {
					return parley.Date{}, false // two days before the vote
				}
				by = -by
			}
			return count(r.lastDay(i), by)
		case "ago":
			return count(r.Written, -by)
		}
	}
	return parley.Date{}, false
}

// lastDay is the day named last before token i, within a few sentences.
func (r Reader) lastDay(i int) parley.Date {
	for j := i - 1; j >= 0 && j > i-250; j-- {
		if d, ok := r.At(j, false); ok && d.Day > 0 {
			return d
		}
	}
	return r.Written
}

// yearBefore is the year of the date that the same sentence or the one before
// gives in full: On 3 March 2029 it was sent. On 22 March they met.
func (r Reader) yearBefore(i int) int {
	for j := i - 1; j > 0 && j > i-60 && r.Tokens[j].Sent >= r.Tokens[i].Sent-1 && r.Tokens[j].Para == r.Tokens[i].Para; j-- {
		y := atoi(r.Tokens[j].Norm)
		if y < 1000 || y > min(2200, r.Written.Year) {
			continue
		}
		for k := j - 1; k >= 0 && k > j-4; k-- {
			if m := &r.Tokens[k]; m.Is(token.Month) && m.Cap {
				if Month(m.Norm) <= Month(r.Tokens[i].Norm) {
					return y
				}
				return 0
			}
		}
	}
	return 0
}

// monthBefore is the month that the same paragraph named last, shortly before:
// in December she was named; on the 12th they met.
func (r Reader) monthBefore(i int) parley.Date {
	for j := i - 1; j > 0 && j > i-60 && r.Tokens[j].Para == r.Tokens[i].Para; j-- {
		if r.Tokens[j].Is(token.Month) {
			d, _ := r.At(j, false)
			return d
		}
	}
	return parley.Date{}
}

// nounPhraseAt tells whether a thing is named at i.
func (r Reader) nounPhraseAt(i int) bool {
	if i >= len(r.Tokens) {
		return false
	}
	switch r.Tokens[i].Tag {
	case token.DET, token.POSS, token.NOUN, token.ADJ:
		return true
	}
	return false
}
