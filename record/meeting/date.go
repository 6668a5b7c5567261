package meeting

import (
	"strings"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/day"
	"github.com/parley-desk/parley/record/token"
)

// date is the day that the words in s give the encounter that token at tells of:
// the one nearest to it, but not the day of somebody's words (“said on Tuesday”)
// unless they came after it.
func (f *finder) date(at int, ahead bool, s token.Range) parley.Date {
	var best parley.Date
	near, named := 1000, s.First
	for i := s.First; i < s.End; i++ {
		d, ok := f.Days.At(i, ahead)
		if !ok {
			d, ok = f.Days.From(i, at)
		}
		if !ok || f.bounds(i, ahead) || f.sinceThen(i, at) {
			continue
		}
		far := max(i-at, at-i)
		if d.Day == 0 {
			far += 100 // a month gives way to a day
		}
		if f.Tokens[at].Tag != token.ING && f.saidThen(i, at) && !f.justThen(i, at) {
			continue
		}
		if far < near {
			best, near, named = d, far, i
		}
	}
	if best.IsZero() && f.Tokens[at].Tag == token.ING && at > s.First && (f.Tokens[at-1].Norm == "are" || f.Tokens[at-1].Norm == "is") {
		return f.Days.Written // the officers are meeting
	}
	if !ahead && best.Day > 0 && f.Days.Written.Day > 0 && f.Days.Written.First().Before(best.First()) {
		return parley.Date{} // a day counted from another, which the text does not name
	}
	back := f.daysBack(at, s)
	if back == 0 && f.smallHours(s, named) {
		back = 1
	}
	if back > 0 && best.Day > 0 {
		best = day.Shifted(best, -back)
	}
	return best
}

// daysBack is how many days before the day of its end an encounter began: one
// after “a night of talks”, two after “three days of talks”.
func (f *finder) daysBack(at int, s token.Range) int {
	for i := at - 1; i > s.First+1 && i > at-5; i-- {
		if f.Tokens[i].Norm != "of" {
			continue
		}
		n := 0
		switch f.Tokens[i-1].Norm {
		case "night":
			n = 1
		case "days":
			n = token.Count(f.Tokens[i-2].Norm) - 1
		}
		for j := i - 2; j >= s.First && j > i-6; j-- {
			switch f.Tokens[j].Norm {
			case "after", "following", "concluded", "ended", "completed", "finished":
				if f.begins(s, at) {
					return 0
				}
				return n
			}
		}
	}
	return 0
}

// begins tells whether a clause says when the talks at a token began.
func (f *finder) begins(s token.Range, at int) bool {
	for i := at + 1; i < s.End && i < at+9; i++ {
		switch f.Tokens[i].Lemma {
		case "begin", "start", "open":
			return true
		}
	}
	return false
}

// smallHours tells whether what was done went on into the morning of the day
// named at a token: sat until 2 a.m. on Thursday, into the early hours of
// Thursday; broke up at 2:40 on Sunday morning.
func (f *finder) smallHours(s token.Range, day int) bool {
	morning, until, clock := false, false, false
	for i := day - 1; i >= s.First && i > day-7; i-- {
		switch n := f.Tokens[i].Norm; n {
		case "a.m", "a.m.", "am", "dawn", "daybreak", "hours":
			morning = morning || n != "hours" || f.NormIn(s, i-1) == "early" || f.NormIn(s, i-1) == "small"
		case "until", "till", "into":
			until = true
		default:
			clock = clock || beforeFive(n) && f.NormIn(s, i-1) == "at"
		}
	}
	return morning && until || clock && (f.Tokens[day].Norm == "morning" || f.NormIn(s, day+1) == "morning" || morning)
}

// beforeFive tells the small hours of a clock: two, 2:40, 4.
func beforeFive(s string) bool {
	hour, _, _ := strings.Cut(s, ":")
	n := token.Count(hour)
	return n > 0 && n < 5 && hour != "a" && hour != "an"
}

// bounds tells whether a day only bounds a stretch of time: since March, since
// the road was closed in March.
func (f *finder) bounds(i int, future bool) bool {
	for j := i - 1; j >= 0 && j > i-12 && f.Tokens[j].Sent == f.Tokens[i].Sent && f.Tokens[j].Norm != ","; j-- {
		if f.Tokens[j].Norm == "since" {
			return true
		}
	}
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch f.Tokens[j].Norm {
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
func (f *finder) sinceThen(i, meeting int) bool {
	for j := i + 1; j < meeting; j++ {
		if f.Tokens[j].Norm == "since" {
			return true
		}
	}
	return false
}

// saidThen tells whether the day at i is the day of somebody's words: it
// follows a cue closely and stands outside the content, and no meeting between.
func (f *finder) saidThen(i, meeting int) bool {
	here := f.saidIn(f.Tokens[i].Para)
	for k := range here {
		s := &here[k]
		if s.Cue >= 0 && s.Cue < i && i <= s.Cue+5 && s.Cue != meeting && !(meeting > s.Cue && meeting < i) && !s.holds(f.Tokens[i].Start) {
			return true
		}
	}
	return false
}

// justThen tells whether words came at a meeting or right after it: said on
// Tuesday after meeting Holt.
func (f *finder) justThen(day, meeting int) bool {
	for i := min(day, meeting); i < max(day, meeting); i++ {
		switch f.Tokens[i].Norm {
		case "after", "following", "at", "during", "as", "when", "leaving", "left", "from", "before":
			return true
		}
	}
	return false
}
