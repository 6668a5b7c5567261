package record

import (
	"strings"
	"time"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/token"
)

var monthIndex = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// monthOf is 1 to 12 for a month's name or its abbreviation, else 0.
func monthOf(s string) int {
	s = strings.ToLower(s)
	if len(s) < 3 {
		return 0
	}
	return monthIndex[s[:3]]
}

var weekdays = map[string]time.Weekday{"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}

func dayOf(t time.Time) parley.Date {
	return parley.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// dayAt reads a day at token i, resolved by the report's date: Tuesday, last
// Friday, 3 March, March 3 2031, yesterday. future tells that what happens on
// it is still to come.
func (w *work) dayAt(i int, future bool) (parley.Date, bool) {
	t := &w.Tokens[i]
	ref := w.doc.Date
	known := ref.Day > 0
	base := time.Time{}
	if known {
		base = ref.First()
	}
	norm := func(j int) string {
		if j < 0 || j >= len(w.Tokens) || w.Tokens[j].Sent != t.Sent {
			return ""
		}
		return w.Tokens[j].Norm
	}
	switch {
	case t.Is(token.Weekday) && t.Cap && known:
		want := weekdays[t.Norm[:3]]
		diff := int(want-base.Weekday()+7) % 7
		if prev := norm(i - 1); prev == "next" || future && prev != "last" {
			if diff == 0 && prev == "next" {
				diff = 7
			}
			return dayOf(base.AddDate(0, 0, diff)), true
		}
		if diff > 0 {
			diff -= 7
		}
		if diff == 0 && norm(i-1) == "last" {
			diff = -7
		}
		return dayOf(base.AddDate(0, 0, diff)), true
	case t.Is(token.Month) && t.Cap && (len(t.Norm) > 3 || t.Norm != "may" && t.Norm != "mar" || isDay(norm(i+1)) || isDay(norm(i-1))):
		d := parley.Date{Month: monthOf(t.Norm)}
		after := i + 1
		switch {
		case isDay(norm(i + 1)):
			d.Day = atoi(norm(i + 1))
			after = i + 2
		case isDay(norm(i - 1)):
			d.Day = atoi(norm(i - 1))
		}
		if norm(after) == "," {
			after++
		}
		if y := atoi(norm(after)); y > 1000 && y < 2200 {
			d.Year = y
		} else if ref.Year == 0 {
			return parley.Date{}, false
		} else {
			d.Year = ref.Year
			switch {
			case !future && d.Month > ref.Month+3:
				d.Year--
			case future && d.Month < ref.Month:
				d.Year++
			}
		}
		if _, err := parley.ParseDate(d.String()); err != nil {
			return parley.Date{}, false
		}
		return d, true
	case !known:
		return parley.Date{}, false
	case t.Norm == "today" || t.Norm == "tonight" || t.Norm == "morning" && norm(i-1) == "this":
		return ref, true
	case t.Norm == "yesterday":
		return dayOf(base.AddDate(0, 0, -1)), true
	case t.Norm == "tomorrow":
		return dayOf(base.AddDate(0, 0, 1)), true
	}
	return parley.Date{}, false
}

func isDay(s string) bool {
	n := atoi(s)
	return n >= 1 && n <= 31
}

func atoi(s string) int {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "st"), "nd"), "rd"), "th")
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 9999 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// saidOn finds the day on which a statement was made: a day in the cue's
// sentence that stands outside the content.
func (w *work) saidOn(f *found) (parley.Date, bool) {
	if f.at < 0 {
		return parley.Date{}, false
	}
	s := w.Sentences[w.Tokens[f.at].Sent]
	for i := max(s.First, f.at-12); i < s.End && i < f.at+12; i++ {
		t := &w.Tokens[i]
		if !t.Is(token.Weekday|token.Month) && t.Norm != "today" && t.Norm != "yesterday" || w.inContent(f, t.Start) {
			continue
		}
		if d, ok := w.dayAt(i, false); ok {
			return d, true
		}
	}
	return parley.Date{}, false
}

func (w *work) inContent(f *found, at int) bool {
	for _, s := range f.content {
		if at >= s.Start && at < s.End {
			return true
		}
	}
	return false
}
