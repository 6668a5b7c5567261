package record

import (
	"slices"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// Days that lean on another day of the text.

// dayFrom reads a day that counts from another: two days later, the day
// before, that morning, three days ago. The meeting itself may be what it
// counts from.
func (w *work) dayFrom(i, meeting int) (parley.Date, bool) {
	t := &w.Tokens[i]
	norm := func(j int) string {
		if j < 0 || j >= len(w.Tokens) || w.Tokens[j].Sent != t.Sent {
			return ""
		}
		return w.Tokens[j].Norm
	}
	count := func(from parley.Date, days int) (parley.Date, bool) {
		if from.Day == 0 {
			return parley.Date{}, false
		}
		return dayOf(from.First().AddDate(0, 0, days)), true
	}
	switch t.Norm {
	case "day", "morning", "afternoon", "evening", "night":
		switch norm(i - 1) {
		case "that", "same":
			return count(w.lastDay(i), 0)
		case "next", "following":
			return count(w.lastDay(i), 1)
		case "previous":
			return count(w.lastDay(i), -1)
		}
		if t.Norm == "day" && norm(i-1) == "the" || norm(i-1) == "a" || norm(i-1) == "one" {
			if w.nounPhraseAt(i + 2) { // the day before the vote
				return parley.Date{}, false
			}
			switch norm(i + 1) {
			case "before", "earlier":
				return count(w.lastDay(i), -1)
			case "after", "later":
				return count(w.lastDay(i), 1)
			case "ago":
				return count(w.doc.Date, -1)
			}
		}
	case "days", "week", "weeks":
		n := int(countWord(norm(i - 1)))
		if n == 0 {
			return parley.Date{}, false
		}
		if t.Norm != "days" {
			n *= 7
		}
		switch next := norm(i + 1); next {
		case "before", "earlier", "after", "later":
			if next == "before" || next == "earlier" {
				n = -n
			}
			if after := norm(i + 2); (next == "before" || next == "after") && after != "," && after != "." && after != "" {
				if meeting < i || slices.ContainsFunc(w.Tokens[i:meeting], func(t token.Token) bool { return t.Norm == "," }) {
					return parley.Date{}, false // two days before the vote
				}
				n = -n // two days before they met
			}
			return count(w.lastDay(i), n)
		case "ago":
			return count(w.doc.Date, -n)
		}
	}
	return parley.Date{}, false
}

// lastDay is the day named last before token i, within a few sentences.
func (w *work) lastDay(i int) parley.Date {
	for j := i - 1; j >= 0 && j > i-250; j-- {
		if d, ok := w.dayAt(j, false); ok && d.Day > 0 {
			return d
		}
	}
	return w.doc.Date
}

// yearBefore is the year of the date that the same sentence or the one before
// gives in full: On 3 March 2029 it was sent. On 22 March they met.
func (w *work) yearBefore(i int) int {
	for j := i - 1; j > 0 && j > i-60 && w.Tokens[j].Sent >= w.Tokens[i].Sent-1 && w.Tokens[j].Para == w.Tokens[i].Para; j-- {
		y := atoi(w.Tokens[j].Norm)
		if y < 1000 || y > min(2200, w.doc.Date.Year) {
			continue
		}
		for k := j - 1; k >= 0 && k > j-4; k-- {
			if m := &w.Tokens[k]; m.Is(token.Month) && m.Cap {
				if monthOf(m.Norm) <= monthOf(w.Tokens[i].Norm) {
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
func (w *work) monthBefore(i int) parley.Date {
	for j := i - 1; j > 0 && j > i-60 && w.Tokens[j].Para == w.Tokens[i].Para; j-- {
		if w.Tokens[j].Is(token.Month) {
			d, _ := w.dayAt(j, false)
			return d
		}
	}
	return parley.Date{}
}

// nounPhraseAt tells whether a thing is named at i.
func (w *work) nounPhraseAt(i int) bool {
	if i >= len(w.Tokens) {
		return false
	}
	switch w.Tokens[i].Tag {
	case token.DET, token.POSS, token.NOUN, token.ADJ:
		return true
	}
	return false
}
