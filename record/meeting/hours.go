package meeting

import (
	"strings"

	"github.com/parley-desk/parley/record/token"
)

// hoursIn reads how long something took: five hours, a four-hour meeting, 90
// minutes, half an hour.
func (f *finder) hoursIn(s token.Range) (hours float64, atLeast bool) {
	for i := s.First; i < s.End; i++ {
		t := &f.Tokens[i]
		if t.Depth > 0 {
			continue
		}
		n := t.Norm
		unit, count := 0.0, 0.0
		switch {
		case strings.HasPrefix(n, "hour") && len(n) <= 5:
			unit = 1
		case strings.HasPrefix(n, "minute") && len(n) <= 7:
			unit = 1.0 / 60
		case strings.HasSuffix(n, "-hour") || strings.HasSuffix(n, "-hours"):
			head, _, _ := strings.Cut(n, "-hour")
			count = amount(head)
			unit = 1
		case strings.HasSuffix(n, "-minute"):
			count = amount(strings.TrimSuffix(n, "-minute"))
			unit = 1.0 / 60
		}
		if unit == 0 {
			continue
		}
		if i+1 < s.End && (f.Tokens[i+1].Norm == "later" || f.Tokens[i+1].Norm == "after" || f.Tokens[i+1].Norm == "before" || f.Tokens[i+1].Norm == "ago" || f.Tokens[i+1].Norm == "away") {
			continue
		}
		j := i - 1
		if count == 0 && j >= s.First {
			count = amount(f.Tokens[j].Norm)
			if f.Tokens[j].Norm == "an" && j > s.First && f.Tokens[j-1].Norm == "half" {
				count = 0.5
			}
			if f.Tokens[j].Norm == "half" && j-2 >= s.First { // four and a half hours
				for k := j - 1; k >= j-3 && k >= s.First; k-- {
					if c := amount(f.Tokens[k].Norm); c > 1 {
						count = c + 0.5
						break
					}
				}
			}
		}
		if count == 0 {
			continue
		}
		hours = count * unit
		if i+3 < s.End && f.Tokens[i+1].Norm == "and" && f.Tokens[i+3].Norm == "half" {
			hours += 0.5 * unit
		}
		for k := max(s.First, j-3); k < i; k++ {
			if n := f.Tokens[k].Norm; n == "than" && k > 0 && f.Tokens[k-1].Norm == "more" || n == "over" {
				atLeast = true
			}
		}
		return hours, atLeast
	}
	return 0, false
}

// amount is the number that a word or figure gives, or 0.
func amount(s string) float64 {
	if s == "half" {
		return 0.5
	}
	return float64(token.Count(s))
}
