package parley

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Date is a day as far as it is known: a whole day, a month or a year, perhaps
// only approximate. The zero Date is unknown. Dates compare with ==.
type Date struct {
	Year  int
	Month int // 1–12, or 0 when only the year is known
	Day   int // 1–31, or 0 when only the month is known
	// About marks a date that its source gives as approximate; it is written
	// with a tilde before it: ~2026-01-27.
	About bool
	// Clock is a time of day with its offset from UTC, "10:00-05:00", where the
	// source states one; otherwise empty.
	Clock string
}

var dateForm = regexp.MustCompile(`^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})))?)?)?$`)

// ParseDate reads 2025, 2025-11, 2025-11-30, 2025-11-30T10:00-05:00, each with
// a tilde before it when it is approximate.
func ParseDate(s string) (Date, error) {
	m := dateForm.FindStringSubmatch(s)
	if m == nil {
		return Date{}, fmt.Errorf("%q is not a date: write 2025-11-30, 2025-11 or 2025, with ~ before it when it is approximate", s)
	}
	d := Date{About: m[1] != "", Clock: m[5]}
	d.Year, _ = strconv.Atoi(m[2])
	d.Month, _ = strconv.Atoi(m[3])
	d.Day, _ = strconv.Atoi(m[4])
	switch {
	case m[3] != "" && (d.Month < 1 || d.Month > 12):
		return Date{}, fmt.Errorf("%q has no month %s", s, m[3])
	case m[4] != "" && (d.Day < 1 || d.Day > daysIn(d.Year, d.Month)):
		return Date{}, fmt.Errorf("%q: %s %d has no day %s", s, time.Month(d.Month), d.Year, m[4])
	case d.Year == 0:
		return Date{}, fmt.Errorf("%q has no year", s)
	}
	if d.Clock != "" {
		if _, err := time.Parse("15:04Z07:00", d.Clock); err != nil {
			return Date{}, fmt.Errorf("%q: %s is not a time of day with its offset, as in 10:00-05:00", s, d.Clock)
		}
	}
	return d, nil
}

// MustDate is [ParseDate] for dates written in code; it panics on a bad one.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// String writes the date as [ParseDate] reads it; the zero Date is "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	s := fmt.Sprintf("%04d", d.Year)
	if d.Month > 0 {
		s += fmt.Sprintf("-%02d", d.Month)
	}
	if d.Day > 0 {
		s += fmt.Sprintf("-%02d", d.Day)
	}
	if d.Clock != "" {
		s += "T" + d.Clock
	}
	if d.About {
		s = "~" + s
	}
	return s
}

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d.Year == 0 }

// First is the earliest day that the date can mean.
func (d Date) First() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Last is the latest day that the date can mean.
func (d Date) Last() time.Time {
	month := d.Month
	if month == 0 {
		month = 12
	}
	day := d.Day
	if day == 0 {
		day = daysIn(d.Year, month)
	}
	return time.Date(d.Year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// Compare orders dates in time: by the instant where a clock is stated, and by
// the latest day that the date can mean where none is; a month or year comes
// before its own last day. An unknown date comes first.
func (d Date) Compare(e Date) int {
	if d.IsZero() || e.IsZero() {
		return cmp.Compare(d.Year, e.Year)
	}
	return cmp.Or(d.instant().Compare(e.instant()), d.First().Compare(e.First()))
}

// instant is the stated time; without a clock, the start of the latest day that
// the date can mean.
func (d Date) instant() time.Time {
	if d.Clock == "" {
		return d.Last()
	}
	t, err := time.Parse("2006-01-02 15:04Z07:00", d.First().Format(time.DateOnly)+" "+d.Clock)
	if err != nil {
		return d.Last()
	}
	return t
}

// By reports whether d surely lay on or before the day asked for. A month
// counts from its last day, a year from its last; an unknown date counts
// always, and an unknown day asked for means now, when everything counts.
func (d Date) By(day Date) bool {
	return d.IsZero() || day.IsZero() || !d.Last().After(day.Last())
}

// MarshalText writes the date as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [ParseDate] reads; empty text is the unknown date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Span is a time from one date until another, each end open where unknown.
type Span struct {
	From  Date `yaml:"from,omitempty"`
	Until Date `yaml:"until,omitempty"`
}

// Holds reports whether the span had surely begun and not surely ended on the
// day asked for. On the day of a change the new holder counts: until is the
// first day on which the span holds no more. An unknown day means now: the
// span holds unless an end is recorded.
func (s Span) Holds(day Date) bool {
	if day.IsZero() {
		return s.Until.IsZero()
	}
	return s.From.By(day) && (s.Until.IsZero() || !s.Until.By(day))
}
