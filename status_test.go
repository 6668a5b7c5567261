package parley_test

import (
	"fmt"
	"testing"

	"github.com/parley-desk/parley"
)

func TestStatusLadder(t *testing.T) {
	settled := map[parley.Status]bool{
		parley.StatusAgreed: true, parley.StatusInitialled: true, parley.StatusSigned: true, parley.StatusInForce: true,
		parley.StatusDeferred: true, parley.StatusSideLetter: true, parley.StatusWithdrawn: true,
	}
	rungs := 0
	for _, s := range parley.Statuses {
		if got := s.Settled(); got != settled[s] {
			t.Errorf("%s: settled %v, want %v", s, got, settled[s])
		}
		if rung, ok := s.Rung(); ok {
			if rung != rungs {
				t.Errorf("%s is on rung %d, want %d", s, rung, rungs)
			}
			rungs++
		}
	}
	if rungs != 10 {
		t.Errorf("the ladder has %d rungs, want 10", rungs)
	}
	if _, ok := parley.StatusReopened.Rung(); ok {
		t.Error("a side state stands on a rung")
	}
	if parley.Status("half agreed").Settled() {
		t.Error("a status that nobody knows is settled")
	}
}

func TestStatusOn(t *testing.T) {
	i := parley.Issue{Status: []parley.StatusChange{
		{Date: date("2025-12-01"), Status: parley.StatusAgreed},
		{Date: date("2025-11-20"), Status: parley.StatusProposed},
		{Date: date("2025-12-10"), Status: parley.StatusReopened},
		{Date: date("2025-12-10"), Status: parley.StatusBracketed},
	}}
	for day, want := range map[string]parley.Status{
		"2025-11-19": "", "2025-11-20": parley.StatusProposed, "2025-12-09": parley.StatusAgreed,
		"2025-12-10": parley.StatusBracketed, "": parley.StatusBracketed,
	} {
		got, found := i.StatusOn(date(day))
		if got.Status != want || found != (want != "") {
			t.Errorf("on %q: got %q, %v; want %q", day, got.Status, found, want)
		}
	}
}

func TestAttitudes(t *testing.T) {
	redLines := map[parley.Attitude]bool{parley.Demands: true, parley.Refuses: true}
	agrees := map[parley.Attitude]bool{parley.Demands: true, parley.Prefers: true, parley.Accepts: true}
	for _, a := range append(parley.Attitudes, parley.Unknown) {
		if a.RedLine() != redLines[a] || a.Agrees() != agrees[a] {
			t.Errorf("%s: red line %v, agrees %v", a, a.RedLine(), a.Agrees())
		}
	}
}

func TestBracketsAreCounted(t *testing.T) {
	inner := parley.Text{{Words: "a"}, {Bracket: &parley.Bracket{Variants: []parley.Variant{{}}}}}
	text := parley.Text{{Bracket: &parley.Bracket{Variants: []parley.Variant{{Text: inner}, {Text: inner}}}}}
	d := parley.Draft{Preamble: inner, Points: []parley.Point{{Body: text}, {Body: parley.Text{{Words: "clean"}}}}}
	if got := d.Brackets(); got != 4 {
		t.Errorf("got %d brackets, want 4: one in the preamble, one in the point and one in each variant", got)
	}
	if text.Clean() || !d.Points[1].Body.Clean() {
		t.Error("only the second point is clean")
	}
}

func ExampleIssue_StatusOn() {
	i := parley.Issue{Status: []parley.StatusChange{
		{Date: parley.MustDate("2025-11-20"), Status: parley.StatusProposed},
		{Date: parley.MustDate("2025-12-01"), Status: parley.StatusAdReferendum},
	}}
	s, _ := i.StatusOn(parley.MustDate("2025-11-30"))
	fmt.Println(s.Status)
	s, _ = i.StatusOn(parley.Date{})
	fmt.Println(s.Status, s.Status.Settled())
	// Output:
	// proposed
	// agreed ad referendum false
}
