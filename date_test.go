package parley_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
)

func TestParseDate(t *testing.T) {
	tests := map[string]parley.Date{
		"2025":                   {Year: 2025},
		"2025-11":                {Year: 2025, Month: 11},
		"2025-11-30":             {Year: 2025, Month: 11, Day: 30},
		"~2026-01-27":            {Year: 2026, Month: 1, Day: 27, About: true},
		"~2025":                  {Year: 2025, About: true},
		"2025-11-30T10:00-05:00": {Year: 2025, Month: 11, Day: 30, Clock: "10:00-05:00"},
		"2025-11-30 10:00Z":      {Year: 2025, Month: 11, Day: 30, Clock: "10:00Z"},
		"2024-02-29":             {Year: 2024, Month: 2, Day: 29},
	}
	for text, want := range tests {
		got, err := parley.ParseDate(text)
		if err != nil || got != want {
			t.Errorf("%q: got %+v, %v; want %+v", text, got, err, want)
		}
	}
}

func TestParseDateSaysWhatIsWrong(t *testing.T) {
	tests := map[string]string{
		"":                       "is not a date: write 2025-11-30",
		"yesterday":              "is not a date",
		"30.11.2025":             "is not a date",
		"2025-1-3":               "is not a date",
		"2025-13":                "has no month 13",
		"2025-00-01":             "has no month 00",
		"2025-02-29":             "February 2025 has no day 29",
		"2025-11-00":             "November 2025 has no day 00",
		"0000-01-01":             "has no year",
		"2025-11-30T25:00Z":      "25:00Z is not a time of day",
		"2025-11T10:00Z":         "is not a date",
		"2025-11-30T10:00":       "is not a date",
		" 2025":                  "is not a date",
		"2025-11-30T10:00+99:00": "is not a time of day",
	}
	for text, want := range tests {
		if _, err := parley.ParseDate(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want an error with %q", text, err, want)
		}
	}
}

func TestDateOrder(t *testing.T) {
	// Each comes before the next: the unknown first, then by the last day meant,
	// and of one last day the vaguer first.
	order := []string{"", "2025-10-31", "2025-11-01", "2025-11-29", "2025-11", "2025-11-30", "2025-12-30", "2025", "2025-12", "2025-12-31", "2026-01-01"}
	for i, a := range order {
		for j, b := range order {
			got := date(a).Compare(date(b))
			if want := compareInts(i, j); got != want {
				t.Errorf("%q against %q: got %d, want %d", a, b, got, want)
			}
		}
	}
}

func compareInts(i, j int) int {
	switch {
	case i < j:
		return -1
	case i > j:
		return 1
	}
	return 0
}

func TestDateClocksCompareAcrossZones(t *testing.T) {
	geneva, florida := date("2025-11-30T15:00+01:00"), date("2025-11-30T10:00-05:00")
	if geneva.Compare(florida) >= 0 {
		t.Error("15:00 in Geneva is 09:00 in Florida, before 10:00 there")
	}
	if day := date("2025-11-30"); day.Compare(florida) >= 0 {
		t.Error("a day without a clock stands before a time on it, so that order is the same whatever else is compared")
	}
	if late, early := date("2025-11-30T23:30-05:00"), date("2025-12-01T00:30+02:00"); late.Compare(early) <= 0 {
		t.Error("half past eleven at night in Florida is after half past midnight in Kyiv")
	}
}

func TestDateBy(t *testing.T) {
	tests := []struct {
		date, day string
		want      bool
	}{
		{"2025-11-30", "2025-11-30", true},
		{"2025-12-01", "2025-11-30", false},
		{"2025-11", "2025-11-29", false}, // may have been the 30th
		{"2025-11", "2025-11-30", true},
		{"2025", "2025-12-30", false},
		{"2025", "2025-12-31", true},
		{"2025-11-30", "2025-11", true}, // by the end of November
		{"", "2025-11-30", true},
		{"2025-11-30", "", true},
	}
	for _, tt := range tests {
		if got := date(tt.date).By(date(tt.day)); got != tt.want {
			t.Errorf("%q by %q: got %v, want %v", tt.date, tt.day, got, tt.want)
		}
	}
}

func TestSpanHolds(t *testing.T) {
	tests := []struct {
		from, until, day string
		want             bool
	}{
		{"2025-01-20", "", "2025-01-19", false},
		{"2025-01-20", "", "2025-01-20", true},
		{"2025-01-20", "2025-11-28", "2025-11-27", true},
		{"2025-01-20", "2025-11-28", "2025-11-28", false}, // the new holder counts
		{"", "2025-11-28", "2025-11-27", true},
		{"", "", "2025-11-27", true},
		{"2025-11", "", "2025-11-15", false},        // not surely begun
		{"2025-01", "2025-11", "2025-11-15", true},  // not surely ended
		{"2025-01", "2025-11", "2025-11-30", false}, // surely ended
		{"2025-01-20", "2025-11-28", "", false},     // now, and an end is recorded
		{"2025-01-20", "", "", true},
	}
	for _, tt := range tests {
		s := parley.Span{From: date(tt.from), Until: date(tt.until)}
		if got := s.Holds(date(tt.day)); got != tt.want {
			t.Errorf("%q to %q on %q: got %v, want %v", tt.from, tt.until, tt.day, got, tt.want)
		}
	}
}

// date reads a date; "" is the unknown one.
func date(s string) parley.Date {
	var d parley.Date
	if err := d.UnmarshalText([]byte(s)); err != nil {
		panic(err)
	}
	return d
}

func anyDate(t *rapid.T, label string) parley.Date {
	d := parley.Date{Year: rapid.IntRange(2024, 2026).Draw(t, label+" year"), About: rapid.Bool().Draw(t, label+" about")}
	if rapid.Bool().Draw(t, label+" has month") {
		d.Month = rapid.IntRange(1, 12).Draw(t, label+" month")
		if rapid.Bool().Draw(t, label+" has day") {
			d.Day = rapid.IntRange(1, 28).Draw(t, label+" day")
			d.Clock = rapid.SampledFrom([]string{"", "", "09:00Z", "23:30-05:00", "00:30+02:00"}).Draw(t, label+" clock")
		}
	}
	return d
}

func TestDateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate(t, "a"), anyDate(t, "b")
		if back, err := parley.ParseDate(a.String()); err != nil || back != a {
			t.Fatalf("%v is read back as %v, %v", a, back, err)
		}
		if a.Compare(b) != -b.Compare(a) {
			t.Fatalf("%v against %v: the order depends on the side", a, b)
		}
		if a.First().After(a.Last()) {
			t.Fatalf("%v begins after it ends", a)
		}
		if a.By(b) && a.First().After(b.Last()) {
			t.Fatalf("%v is said to lie by %v", a, b)
		}
		if !a.By(b) && !b.By(a) {
			t.Fatalf("neither of %v and %v lies by the other", a, b)
		}
		if s := (parley.Span{From: a, Until: b}); s.Holds(b) {
			t.Fatalf("%v holds on the day of its end", s)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2025", "~2025-11-30T10:00-05:00", "2025-02-30", "0000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := parley.ParseDate(s)
		if err != nil {
			return
		}
		if again, err := parley.ParseDate(d.String()); err != nil || again != d {
			t.Errorf("%q is %v, read again %v, %v", s, d, again, err)
		}
	})
}

func ExampleParseDate() {
	d, _ := parley.ParseDate("2025-11")
	fmt.Println(d.First().Format("2 January"), "to", d.Last().Format("2 January"))
	fmt.Println("surely by the 20th:", d.By(parley.MustDate("2025-11-20")))
	_, err := parley.ParseDate("2025-02-30")
	fmt.Println(err)
	// Output:
	// 1 November to 30 November
	// surely by the 20th: false
	// "2025-02-30": February 2025 has no day 30
}

func ExampleSpan_Holds() {
	envoy := parley.Span{From: parley.MustDate("2025-01-20"), Until: parley.MustDate("2025-11-28")}
	fmt.Println(envoy.Holds(parley.MustDate("2025-11-27")), envoy.Holds(parley.MustDate("2025-11-28")))
	// Output: true false
}
