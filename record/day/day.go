// Package day reads the days that a text names: Tuesday, last Friday, 3 March,
// March 3 2031, yesterday, the 9th, two days later.
//
// A day is resolved by the day on which the text was written: a weekday is the
// last one up to it, or the next one where what is told is still to come.
// Without that day only dates in full are read.
package day

import (
	"strings"
	"time"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

// A Reader reads the days of a text.
type Reader struct {
	*token.Text
	Written parley.Date          // the day on which the text was written; zero where unknown
	Paper   func(token int) bool // whether the name at a token may be a paper's, as in the Sunday Star; nil: any
}

// At reads the day that token i names, by itself or with its neighbours. ahead
// tells that what happens on it is still to come.
func (r Reader) At(i int, ahead bool) (parley.Date, bool) {
	t := &r.Tokens[i]
	switch {
	case t.Is(token.Weekday) && t.Cap:
		return r.weekday(i, ahead)
	case t.Is(token.Month) && t.Cap && r.isMonth(i):
		return r.ofMonth(i, ahead)
	case r.Written.Day == 0:
		return parley.Date{}, false
	case ordinal(t.Norm):
		return r.nth(i, ahead)
	}
	return r.byWord(i)
}

// norm is the word at j if that stands in the sentence of token i.
func (r Reader) norm(i, j int) string {
	return r.NormIn(r.Sentences[r.Tokens[i].Sent], j)
}

var weekdays = map[string]time.Weekday{"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}

// weekday reads Tuesday, last Friday, next Monday, Wednesday last week.
func (r Reader) weekday(i int, ahead bool) (parley.Date, bool) {
	if r.Written.Day == 0 || r.ofPaper(i) {
		return parley.Date{}, false
	}
	written := r.Written.First()
	want := weekdays[r.Tokens[i].Norm[:3]]
	after := i + 1
	if r.norm(i, after) == "of" {
		after++
	}
	if week := r.norm(i, after); (week == "last" || week == "next") && r.norm(i, after+1) == "week" {
		by := int(want+6)%7 - int(written.Weekday()+6)%7 // days within the week, which starts on Monday
		if week == "last" {
			by -= 14
		}
		return Shifted(r.Written, by+7), true
	}
	diff := int(want-written.Weekday()+7) % 7
	prev := r.norm(i, i-1)
	switch {
	case prev == "next" && diff == 0:
		diff = 7
	case prev == "next" || ahead && prev != "last":
	case diff > 0:
		diff -= 7
	case prev == "last":
		diff = -7
	}
	return Shifted(r.Written, diff), true
}

// ofPaper tells whether the weekday at i names a paper or its issue: the Sunday
// Star, Friday’s Evening Compass.
func (r Reader) ofPaper(i int) bool {
	if i+1 >= len(r.Tokens) || r.Tokens[i+1].Sent != r.Tokens[i].Sent {
		return false
	}
	next := i + 1
	if r.Possessive(next) {
		if next++; next >= len(r.Tokens) {
			return false
		}
	} else if i == 0 || r.Tokens[i-1].Norm != "the" {
		return false
	}
	return r.Tokens[next].Cap && r.Tokens[next].Tag == token.NAME && (r.Paper == nil || r.Paper(next))
}

// isMonth tells May from may and Mar. from mar by the day beside it.
func (r Reader) isMonth(i int) bool {
	n := r.Tokens[i].Norm
	return len(n) > 3 || n != "may" && n != "mar" || isDay(r.norm(i, i+1)) || isDay(r.norm(i, i-1)) || r.norm(i, i-1) == "in"
}

// ofMonth reads 3 March, March 3 2031, 15 and 16 May, in March. Where no year
// is given it is the one that brings the month nearest.
func (r Reader) ofMonth(i int, ahead bool) (parley.Date, bool) {
	norm := func(j int) string { return r.norm(i, j) }
	d := parley.Date{Month: Month(r.Tokens[i].Norm)}
	after := i + 1
	switch {
	case isDay(norm(i + 1)):
		d.Day = atoi(norm(i + 1))
		after = i + 2
	case norm(i-1) == "of" && isDay(norm(i-2)): // the 9th of July
		d.Day = atoi(norm(i - 2))
	case isDay(norm(i - 1)):
		d.Day = atoi(norm(i - 1))
		if to := norm(i - 2); (to == "and" || to == "to" || to == "-" || to == "–") && isDay(norm(i-3)) {
			d.Day = atoi(norm(i - 3))
		}
	}
	if norm(after) == "," {
		after++
	}
	if y := atoi(norm(after)); y > 1000 && y < 2200 {
		d.Year = y
	} else if r.Written.Year == 0 {
		return parley.Date{}, false
	} else if y := r.yearBefore(i); y > 0 && !ahead {
		d.Year = y
	} else {
		d.Year = r.Written.Year
		switch {
		case !ahead && d.Month > r.Written.Month+3:
			d.Year--
		case ahead && d.Month < r.Written.Month:
			d.Year++
		}
	}
	return valid(d)
}

// nth reads the evening of the 21st: of the month that was named last, or the
// nearest one.
func (r Reader) nth(i int, ahead bool) (parley.Date, bool) {
	if p := r.norm(i, i-2); r.norm(i, i-1) != "the" || p != "on" && p != "of" || i+1 < len(r.Tokens) && r.Tokens[i+1].Tag == token.NOUN || Month(r.norm(i, i+2)) > 0 {
		return parley.Date{}, false
	}
	ref := r.Written
	d := parley.Date{Year: ref.Year, Month: ref.Month, Day: atoi(r.Tokens[i].Norm)}
	if m := r.monthBefore(i); m.Month > 0 && !ahead {
		d.Year, d.Month = m.Year, m.Month
	} else if d.Day > ref.Day && !ahead || d.Day < ref.Day && ahead {
		by := -1
		if ahead {
			by = 1
		}
		d.Year, d.Month = monthShifted(ref, by)
	}
	return valid(d)
}

// byWord reads today, tonight, this morning, yesterday, last month.
func (r Reader) byWord(i int) (parley.Date, bool) {
	prev := r.norm(i, i-1)
	switch n := r.Tokens[i].Norm; n {
	case "today", "tonight":
		return r.Written, true
	case "morning", "afternoon", "evening":
		return r.Written, prev == "this"
	case "month":
		switch prev {
		case "last":
			y, m := monthShifted(r.Written, -1)
			return parley.Date{Year: y, Month: m}, true
		case "next":
			y, m := monthShifted(r.Written, 1)
			return parley.Date{Year: y, Month: m}, true
		}
	case "yesterday", "overnight":
		return Shifted(r.Written, -1), true
	case "night":
		return Shifted(r.Written, -1), prev == "last"
	case "tomorrow":
		return Shifted(r.Written, 1), true
	}
	return parley.Date{}, false
}

// Shifted is a day a number of days later.
func Shifted(d parley.Date, days int) parley.Date {
	t := d.First().AddDate(0, 0, days)
	return parley.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// monthShifted is the month a number of months later.
func monthShifted(d parley.Date, months int) (year, month int) {
	t := time.Date(d.Year, time.Month(d.Month+months), 1, 0, 0, 0, 0, time.UTC)
	return t.Year(), int(t.Month())
}

// valid refuses a day that no calendar has.
func valid(d parley.Date) (parley.Date, bool) {
	if _, err := parley.ParseDate(d.String()); err != nil {
		return parley.Date{}, false
	}
	return d, true
}

var months = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// Month is 1 to 12 for a month's name or its abbreviation, else 0.
func Month(s string) int {
	if len(s) < 3 {
		return 0
	}
	return months[strings.ToLower(s[:3])]
}

// ordinal tells 1st to 31st.
func ordinal(s string) bool {
	return len(s) > 2 && isDay(s) && atoi(s[:len(s)-2]) > 0 && atoi(s[len(s)-1:]) == 0
}

func isDay(s string) bool {
	n := atoi(s)
	return n >= 1 && n <= 31
}

// atoi reads 3, 21st or 2031, else 0.
func atoi(s string) int {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, end)
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 9999 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
