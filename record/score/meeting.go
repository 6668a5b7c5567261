package score

import (
	"slices"
	"strings"
)

// A Meeting is what the measure of meetings compares.
type Meeting struct {
	Parties     []string
	Where, Site string
	When        string // as exactly as is known: 2031-04-02, 2031-04, 2031, or nothing
}

// PairMeetings pairs each meeting that was found with a marked one, or with
// none: it gives the place of the marked one, or -1. Those that give the same
// day are paired first.
func PairMeetings(marked, found []Meeting) []int {
	mates := slices.Repeat([]int{-1}, len(found))
	for _, sameDay := range []bool{true, false} {
		for i := range marked {
			for j := range found {
				if mates[j] < 0 && !slices.Contains(mates, i) && (!sameDay || found[j].When != "" && found[j].When == marked[i].When) && SameMeeting(&marked[i], &found[j]) {
					mates[j] = i
				}
			}
		}
	}
	return mates
}

// SameMeeting tells whether two are one: they agree on the day, or either gives
// none, and on at least half of the parties, or on place or site together with
// one party.
func SameMeeting(a, b *Meeting) bool {
	if !SameDay(a.When, b.When) {
		return false
	}
	both, all := 0, len(a.Parties)
	for _, p := range b.Parties {
		if slices.Contains(a.Parties, p) {
			both++
		} else {
			all++
		}
	}
	return both > 0 && (2*both >= all || SamePlace(a, b))
}

// SameDay tells whether two days do not contradict each other.
func SameDay(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// SamePlace tells whether the places or houses of two meetings share a name.
func SamePlace(a, b *Meeting) bool {
	return alike(a.Where, b.Where) || alike(a.Site, b.Site) || alike(a.Where, b.Site) || alike(a.Site, b.Where)
}

func alike(a, b string) bool {
	fa, fb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	for _, w := range fa {
		if len(w) > 3 && slices.Contains(fb, w) {
			return true
		}
	}
	return false
}
