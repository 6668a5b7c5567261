package day_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/record/day"
	"github.com/parley-desk/parley/record/token"
)

// The text was written on Wednesday, 2 April 2031.
var written = parley.Date{Year: 2031, Month: 4, Day: 2}

// days lists what a text names, read as past or as still to come.
func days(text string, ahead bool) string {
	r := day.Reader{Text: token.Read(text), Written: written}
	var out []string
	for i := range r.Tokens {
		d, ok := r.At(i, ahead)
		if !ok {
			d, ok = r.From(i, len(r.Tokens))
		}
		if ok {
			out = append(out, d.String())
		}
	}
	return strings.Join(out, " ")
}

func TestDays(t *testing.T) {
	for _, test := range []struct{ text, past, ahead string }{
		{"They met on Tuesday.", "2031-04-01", "2031-04-08"},
		{"They met on Wednesday.", "2031-04-02", "2031-04-02"},
		{"They met last Friday.", "2031-03-28", "2031-03-28"},
		{"It opens next Monday.", "2031-04-07", "2031-04-07"},
		{"They met on Thursday last week.", "2031-03-27", "2031-03-27"},
		{"It opens on Tuesday of next week.", "2031-04-08", "2031-04-08"},
		{"They met on 3 March.", "2031-03-03", "2032-03-03"},
		{"They met on March 3, 2029.", "2029-03-03", "2029-03-03"},
		{"They met on 15 and 16 May.", "2031-05-15", "2031-05-15"},
		{"They met on the 9th of July.", "2031-07-09", "2031-07-09"},
		{"They met in November.", "2030-11", "2031-11"},
		{"They may meet.", "", ""},
		{"They met on the 21st.", "2031-03-21", "2031-04-21"},
		{"They met today, and last night.", "2031-04-02 2031-04-01", "2031-04-02 2031-04-01"},
		{"They met last month.", "2031-03", "2031-03"},
		{"They met on Monday. Two days later it failed.", "2031-03-31 2031-04-02", ""},
		{"They met on 3 March. The day before, Holt fell ill.", "2031-03-03 2031-03-02", ""},
		{"They met three weeks ago.", "2031-03-12", "2031-03-12"},
		{"On 3 March 2029 it was sent. On 22 March they met.", "2029-03-03 2029-03-22", ""},
		{"In December she was named. On the 12th they met.", "2030-12 2030-12-12", ""},
		{"The Sunday Star has it.", "", ""},
		{"They met on 31 June.", "", ""},
	} {
		if got := days(test.text, false); got != test.past {
			t.Errorf("%s\nread as past: %q, want %q", test.text, got, test.past)
		}
		if got := days(test.text, true); test.ahead != "" && got != test.ahead {
			t.Errorf("%s\nread as to come: %q, want %q", test.text, got, test.ahead)
		}
	}
}

// Every date that is read is one that a calendar has, whatever stands around it.
func TestDaysAreValid(t *testing.T) {
	words := []string{"on", "the", "31st", "31", "February", "May", "Tuesday", "last", "next", "week", "of", "two", "days", "later", "ago", "2029", ",", ".", "and", "yesterday", "month"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 20).Draw(t, "words"), " ")
		for _, ahead := range []bool{false, true} {
			for d := range strings.FieldsSeq(days(text, ahead)) {
				if _, err := parley.ParseDate(d); err != nil {
					t.Fatalf("%q: %v", text, err)
				}
			}
		}
	})
}
