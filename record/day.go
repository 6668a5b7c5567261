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
	case t.Is(token.Weekday) && t.Cap && w.ofPaper(i):
		return parley.Date{}, false
	case t.Is(token.Weekday) && t.Cap && known:
		want := weekdays[t.Norm[:3]]
		after := i + 1
		if norm(after) == "of" {
			after++
		}
		if week := norm(after); (week == "last" || week == "next") && norm(after+1) == "week" { // Wednesday last week
			by := int(want+6)%7 - int(base.Weekday()+6)%7 // days within the week, which starts on Monday
			if week == "last" {
				by -= 14
			}
			return dayOf(base.AddDate(0, 0, by+7)), true
		}
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
	case t.Is(token.Month) && t.Cap && (len(t.Norm) > 3 || t.Norm != "may" && t.Norm != "mar" || isDay(norm(i+1)) || isDay(norm(i-1)) || norm(i-1) == "in"):
		d := parley.Date{Month: monthOf(t.Norm)}
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
				d.Day = atoi(norm(i - 3)) // 15 and 16 May
			}
		}
		if norm(after) == "," {
			after++
		}
		if y := atoi(norm(after)); y > 1000 && y < 2200 {
			d.Year = y
		} else if ref.Year == 0 {
			return parley.Date{}, false
		} else if y := w.yearBefore(i); y > 0 && !future {
			d.Year = y
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
	case ordinal(t.Norm) && norm(i-1) == "the" && (norm(i-2) == "on" || norm(i-2) == "of") && !w.nounAt(i+1): // on the evening of the 21st
		d := parley.Date{Year: ref.Year, Month: ref.Month, Day: atoi(t.Norm)}
		if m := w.monthBefore(i); m.Month > 0 && !future {
			d.Year, d.Month = m.Year, m.Month
		} else if d.Day > ref.Day && !future || d.Day < ref.Day && future {
			by := -1
			if future {
				by = 1
			}
			other := time.Date(ref.Year, time.Month(ref.Month+by), 1, 0, 0, 0, 0, time.UTC)
			d.Year, d.Month = other.Year(), int(other.Month())
		}
		if _, err := parley.ParseDate(d.String()); err != nil {
			return parley.Date{}, false
		}
		return d, true
	case t.Norm == "today" || t.Norm == "tonight" || norm(i-1) == "this" && (t.Norm == "morning" || t.Norm == "afternoon" || t.Norm == "evening"):
		return ref, true
	case t.Norm == "month" && (norm(i-1) == "last" || norm(i-1) == "next"):
		first := time.Date(base.Year(), base.Month(), 1, 0, 0, 0, 0, time.UTC)
		by := 1
		if norm(i-1) == "last" {
			by = -1
		}
		first = first.AddDate(0, by, 0)
		return parley.Date{Year: first.Year(), Month: int(first.Month())}, true
	case t.Norm == "yesterday" || t.Norm == "overnight" || t.Norm == "night" && norm(i-1) == "last":
		return dayOf(base.AddDate(0, 0, -1)), true
	case t.Norm == "tomorrow":
		return dayOf(base.AddDate(0, 0, 1)), true
	}
	return parley.Date{}, false
}

// ofPaper tells whether the weekday at i names a paper or its issue: the Sunday
// Star, Friday’s Evening Compass.
func (w *work) ofPaper(i int) bool {
	if i+1 >= len(w.Tokens) || w.Tokens[i+1].Sent != w.Tokens[i].Sent {
		return false
	}
	next := i + 1
	if w.possessive(next) {
		if next++; next >= len(w.Tokens) {
			return false
		}
	} else if i == 0 || w.Tokens[i-1].Norm != "the" {
		return false
	}
	m, ok := w.named(next)
	return w.Tokens[next].Cap && w.Tokens[next].Tag == token.NAME && (!ok || m.outlet != "")
}

// dayOfMeeting is the day that the part s of a sentence gives an encounter: the
// one nearest to the word that tells of it, but not the day of somebody's words
// (“said on Tuesday”) unless they came after it.
func (w *work) dayOfMeeting(t *account, s token.Range) parley.Date {
	var best parley.Date
	near, day := 1000, s.First
	for i := s.First; i < s.End; i++ {
		d, ok := w.dayAt(i, t.future)
		if !ok {
			d, ok = w.dayFrom(i, t.at)
		}
		if !ok || w.bounds(i, t.future) || w.sinceThen(i, t.at) || !t.sure && w.elsewhere(t.at, i) {
			continue
		}
		far := max(i-t.at, t.at-i)
		if d.Day == 0 {
			far += 100 // a month gives way to a day
		}
		if w.Tokens[t.at].Tag != token.ING && w.saidThen(i, t.at) && !w.justThen(i, t.at) {
			continue
		}
		if far < near {
			best, near, day = d, far, i
		}
	}
	if at := &w.Tokens[t.at]; best.IsZero() && at.Tag == token.ING && t.at > s.First && (w.Tokens[t.at-1].Norm == "are" || w.Tokens[t.at-1].Norm == "is") {
		return w.doc.Date // the officers are meeting
	}
	if !t.future && best.Day > 0 && w.doc.Date.Day > 0 && w.doc.Date.First().Before(best.First()) {
		return parley.Date{} // a day counted from another, which the text does not name
	}
	back := w.daysBack(t, s)
	if back == 0 && w.smallHours(s, day) {
		back = 1
	}
	if back > 0 && best.Day > 0 {
		best = dayOf(best.First().AddDate(0, 0, -back))
	}
	return best
}

// daysBack is how many days before the day of its end an encounter began: one
// after “a night of talks”, two after “three days of talks”.
func (w *work) daysBack(t *account, s token.Range) int {
	for i := t.at - 1; i > s.First+1 && i > t.at-5; i-- {
		if w.Tokens[i].Norm != "of" {
			continue
		}
		n := 0
		switch w.Tokens[i-1].Norm {
		case "night":
			n = 1
		case "days":
			n = int(countWord(w.Tokens[i-2].Norm)) - 1
		}
		for j := i - 2; j >= s.First && j > i-6; j-- {
			switch w.Tokens[j].Norm {
			case "after", "following", "concluded", "ended", "completed", "finished":
				return n
			}
		}
	}
	return 0
}

// smallHours tells whether what was done went on into the morning of a day: sat
// until 2 a.m. on Thursday, into the early hours of Thursday.
func (w *work) smallHours(s token.Range, day int) bool {
	morning, until := false, false
	for i := day - 1; i >= s.First && i > day-7; i-- {
		switch n := w.Tokens[i].Norm; n {
		case "a.m", "a.m.", "am", "dawn", "daybreak", "hours":
			morning = morning || n != "hours" || w.normIn(s, i-1) == "early" || w.normIn(s, i-1) == "small"
		case "until", "till", "into":
			until = true
		}
	}
	return morning && until
}

// elsewhere tells whether a verb of another deed stands between the talks and
// a day: the day is that deed's.
func (w *work) elsewhere(at, day int) bool {
	for i := min(at, day) + 1; i < max(at, day); i++ {
		t := &w.Tokens[i]
		if (t.Tag == token.PAST || t.Tag == token.VERB) && !lightVerbs[t.Lemma] && !settled[t.Lemma] {
			return true
		}
	}
	return false
}

// bounds tells whether a day only bounds a stretch of time: since March, since
// the road was closed in March.
func (w *work) bounds(i int, future bool) bool {
	for j := i - 1; j >= 0 && j > i-12 && w.Tokens[j].Sent == w.Tokens[i].Sent && w.Tokens[j].Norm != ","; j-- {
		if w.Tokens[j].Norm == "since" {
			return true
		}
	}
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch w.Tokens[j].Norm {
		case "until", "till":
			return true
		case "by": // by Friday they are to meet; by Friday they had met
			return future
		}
	}
	return false
}

// sinceThen tells whether one only looks back from the day at i to a meeting:
// on Saturday it will be a year since they met.
func (w *work) sinceThen(i, meeting int) bool {
	for j := i + 1; j < meeting; j++ {
		if w.Tokens[j].Norm == "since" {
			return true
		}
	}
	return false
}

// saidThen tells whether the day at i is the day of somebody's words: it
// follows a cue closely and stands outside the content, and no meeting between.
func (w *work) saidThen(i, meeting int) bool {
	here := w.foundIn(w.Tokens[i].Para)
	for k := range here {
		f := &here[k]
		if f.at >= 0 && f.at < i && i <= f.at+5 && f.at != meeting && !(meeting > f.at && meeting < i) && !w.inContent(f, w.Tokens[i].Start) {
			return true
		}
	}
	return false
}

// justThen tells whether words came at a meeting or right after it: said on
// Tuesday after meeting Holt.
func (w *work) justThen(day, meeting int) bool {
	for i := min(day, meeting); i < max(day, meeting); i++ {
		switch w.Tokens[i].Norm {
		case "after", "following", "at", "during", "as", "when", "leaving", "left", "from", "before":
			return true
		}
	}
	return false
}

// ordinal tells 1st to 31st.
func ordinal(s string) bool {
	return len(s) > 2 && isDay(s) && atoi(s[:len(s)-2]) > 0 && atoi(s[len(s)-1:]) == 0
}

func (w *work) nounAt(i int) bool { return i < len(w.Tokens) && w.Tokens[i].Tag == token.NOUN }

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
