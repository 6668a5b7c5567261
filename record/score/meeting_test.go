package score

import (
	"fmt"
	"testing"
)

// Two meetings are one where neither the day nor the people part them.
func TestSameMeeting(t *testing.T) {
	marked := Meeting{Parties: []string{"KES", "VAL"}, Where: "Port Helvar", Site: "Hotel Aurora", When: "2031-04-01"}
	for _, c := range []struct {
		found Meeting
		want  bool
	}{
		{Meeting{Parties: []string{"KES", "VAL"}, When: "2031-04-01"}, true},
		{Meeting{Parties: []string{"KES", "VAL"}}, true},
		{Meeting{Parties: []string{"KES", "VAL"}, When: "2031-04"}, true},
		{Meeting{Parties: []string{"KES", "VAL"}, When: "2031-04-02"}, false},
		{Meeting{Parties: []string{"KES", "VAL", "MED"}, When: "2031-04-01"}, true},
		{Meeting{Parties: []string{"KES", "MED", "USA"}, When: "2031-04-01"}, false},
		{Meeting{Parties: []string{"KES", "MED", "USA"}, Where: "Helvar", When: "2031-04-01"}, true},
		{Meeting{Parties: []string{"MED", "USA"}, Site: "the Hotel Aurora", When: "2031-04-01"}, false},
	} {
		if got := SameMeeting(&marked, &c.found); got != c.want {
			t.Errorf("%+v: %v, want %v", c.found, got, c.want)
		}
	}
}

// One that gives the day takes the marked meeting before one that does not.
func ExamplePairMeetings() {
	both := []string{"KES", "VAL"}
	marked := []Meeting{{Parties: both, When: "2031-04-01"}, {Parties: both, When: "2031-04-04"}}
	found := []Meeting{{Parties: both}, {Parties: both, When: "2031-04-01"}, {Parties: both, When: "2031-05-09"}}
	fmt.Println(PairMeetings(marked, found))
	// Output: [1 0 -1]
}
