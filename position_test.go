package parley_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
)

func TestPositions(t *testing.T) {
	type attitudes map[string]parley.Attitude
	tests := map[string]struct {
		stances []parley.Stance
		want    attitudes
		from    map[string]string // the stance each rests on
	}{
		"nothing said": {nil, attitudes{"a": parley.Unknown}, nil},
		"the later counts, whatever the order": {[]parley.Stance{
			{ID: "late", Date: date("2025-12-01"), Accepts: []string{"a"}},
			{ID: "early", Date: date("2025-11-01"), Refuses: []string{"a"}},
		}, attitudes{"a": parley.Accepts}, map[string]string{"a": "late"}},
		"of one day the one recorded later": {[]parley.Stance{
			{ID: "first", Date: date("2025-12-01"), Refuses: []string{"a"}},
			{ID: "second", Date: date("2025-12-01"), Resists: []string{"a"}},
		}, attitudes{"a": parley.Resists}, map[string]string{"a": "second"}},
		"alternative by alternative": {[]parley.Stance{
			{ID: "1", Date: date("2025-11-01"), Prefers: []string{"a"}, Refuses: []string{"b"}},
			{ID: "2", Date: date("2025-12-01"), Accepts: []string{"b"}},
		}, attitudes{"a": parley.Prefers, "b": parley.Accepts}, map[string]string{"a": "1", "b": "2"}},
		"no longer known": {[]parley.Stance{
			{ID: "1", Date: date("2025-11-01"), Accepts: []string{"a"}},
			{ID: "2", Date: date("2025-12-01"), Unknown: []string{"a"}},
		}, attitudes{"a": parley.Unknown}, map[string]string{"a": "2"}},
		"a claim never takes the place of the party's own word": {[]parley.Stance{
			{ID: "own", Date: date("2025-11-01"), Refuses: []string{"a"}},
			{ID: "claim", Date: date("2025-12-01"), Accepts: []string{"a"}, ClaimedBy: "RU"},
		}, attitudes{"a": parley.Refuses}, map[string]string{"a": "own"}},
		"what a party says of itself is no claim": {[]parley.Stance{
			{ID: "own", Date: date("2025-11-01"), Accepts: []string{"a"}, ClaimedBy: "UA"},
		}, attitudes{"a": parley.Accepts}, map[string]string{"a": "own"}},
		"an unknown date comes first": {[]parley.Stance{
			{ID: "dated", Date: date("2025"), Accepts: []string{"a"}},
			{ID: "undated", Refuses: []string{"a"}},
		}, attitudes{"a": parley.Accepts}, map[string]string{"a": "dated"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for k := range tt.stances {
				tt.stances[k].Party, tt.stances[k].Issue = "UA", "army"
			}
			p := parley.Case{Stances: tt.stances}.Positions().Of("UA", "army")
			got := attitudes{}
			for alternative := range tt.want {
				got[alternative] = p.On(alternative)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			for alternative, id := range tt.from {
				if got := p.Held[alternative].Stance.ID; got != id {
					t.Errorf("%s rests on %q, want %q", alternative, got, id)
				}
			}
		})
	}
}

func TestPositionsKeepPriorityHistoryAndClaims(t *testing.T) {
	c := parley.Case{Stances: []parley.Stance{
		{ID: "2", Party: "UA", Issue: "army", Date: date("2025-12-01"), Accepts: []string{"a"}},
		{ID: "1", Party: "UA", Issue: "army", Date: date("2025-11-01"), Priority: parley.PriorityHigh},
		{ID: "c", Party: "UA", Issue: "army", Date: date("2025-12-02"), ClaimedBy: "RU", Priority: parley.PriorityLow},
		{ID: "n", Party: "UA", Date: date("2025-12-02"), NoDeal: "40"}, // of no issue
	}}
	all := c.Positions()
	p := all.Of("UA", "army")
	ids := func(stances []parley.Stance) (all []string) {
		for _, s := range stances {
			all = append(all, s.ID)
		}
		return all
	}
	if len(all) != 1 || p.Priority != parley.PriorityHigh || p.PriorityFrom.ID != "1" {
		t.Errorf("priority %q from %q in %d positions", p.Priority, p.PriorityFrom.ID, len(all))
	}
	if diff := cmp.Diff([][]string{{"1", "2"}, {"c"}}, [][]string{ids(p.History), ids(p.Claims)}); diff != "" {
		t.Errorf("history and claims: -want +got:\n%s", diff)
	}
}

func TestConditionsInForce(t *testing.T) {
	binding := parley.Choice{"guarantees": {"binding"}}
	tests := map[string]struct {
		stances []parley.Stance
		want    []string
	}{
		"a condition governs what the stance agrees to, not what it refuses": {[]parley.Stance{
			{ID: "1", Accepts: []string{"a"}, Resists: []string{"b"}, Refuses: []string{"c"}, OnlyIf: binding},
		}, []string{"[a b] only if guarantees [binding]"}},
		"one condition an issue, by kind": {[]parley.Stance{
			{ID: "1", Accepts: []string{"a"}, Unless: parley.Choice{"x": nil}, OnlyAfter: parley.Choice{"z": {"1"}, "y": {"2"}}},
		}, []string{"[a] only after y [2]", "[a] only after z [1]", "[a] unless x []"}},
		"what is superseded is taken out": {[]parley.Stance{
			{ID: "1", Date: date("2025-11-01"), Accepts: []string{"a", "b"}, OnlyIf: binding},
			{ID: "2", Date: date("2025-12-01"), Accepts: []string{"a"}},
		}, []string{"[b] only if guarantees [binding]"}},
		"wholly superseded": {[]parley.Stance{
			{ID: "1", Date: date("2025-11-01"), Accepts: []string{"a"}, OnlyIf: binding},
			{ID: "2", Date: date("2025-12-01"), Refuses: []string{"a"}},
		}, nil},
		"without alternatives, until the party speaks again": {[]parley.Stance{
			{ID: "1", Date: date("2025-11-01"), OnlyIf: binding},
		}, []string{"[] only if guarantees [binding]"}},
		"without alternatives, and the party has spoken again": {[]parley.Stance{
			{ID: "1", Date: date("2025-11-01"), OnlyIf: binding},
			{ID: "2", Date: date("2025-12-01"), Accepts: []string{"a"}},
		}, nil},
		"a claim binds nobody": {[]parley.Stance{
			{ID: "1", Accepts: []string{"a"}, OnlyIf: binding, ClaimedBy: "RU"},
		}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for k := range tt.stances {
				tt.stances[k].Party, tt.stances[k].Issue = "UA", "army"
			}
			var got []string
			for _, c := range (parley.Case{Stances: tt.stances}).Positions().Of("UA", "army").Conditions() {
				got = append(got, fmt.Sprintf("%v %s %s %v", c.For, c.Kind, c.On, c.Settled))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// anyStances draws stances of two parties on two issues, with ids that differ.
func anyStances(t *rapid.T) []parley.Stance {
	var all []parley.Stance
	alternatives := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 3, rapid.ID)
	for k := range rapid.IntRange(0, 8).Draw(t, "stances") {
		s := parley.Stance{
			ID:        fmt.Sprint(k),
			Party:     rapid.SampledFrom([]string{"UA", "RU"}).Draw(t, "party"),
			Issue:     rapid.SampledFrom([]string{"army", "nato"}).Draw(t, "issue"),
			Date:      anyDate(t, "date"),
			ClaimedBy: rapid.SampledFrom([]string{"", "", "UA"}).Draw(t, "claimed by"),
		}
		s.Date.Clock = "" // a clock compares only with a clock: see TestDateClocksCompareAcrossZones
		ids := alternatives.Draw(t, "alternatives")
		switch rapid.IntRange(0, 2).Draw(t, "attitude") {
		case 0:
			s.Accepts = ids
		case 1:
			s.Refuses = ids
		case 2:
			s.Unknown = ids
		}
		all = append(all, s)
	}
	return all
}

// A naive reading of the rule: an attitude is in force when no other stance of
// the party's own on the same alternative is later, or as late and recorded
// after it.
func TestPositionsAgreeWithTheNaiveRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stances := anyStances(t)
		positions := parley.Case{Stances: stances}.Positions()
		for i, s := range stances {
			s.Each(func(alternative string, a parley.Attitude) {
				if s.Claim() {
					return
				}
				superseded := false
				for j, other := range stances {
					_, spoken := other.Attitude(alternative)
					if other.Claim() || other.Party != s.Party || other.Issue != s.Issue || !spoken {
						continue
					}
					order := other.Date.Compare(s.Date)
					superseded = superseded || order > 0 || order == 0 && j > i
				}
				held := positions.Of(s.Party, s.Issue).Held[alternative]
				if inForce := held.Stance.ID == s.ID; inForce == superseded {
					t.Fatalf("stance %s on %s: superseded %v, in force %v", s.ID, alternative, superseded, inForce)
				}
				if held.Stance.ID == s.ID && held.Attitude != a {
					t.Fatalf("stance %s on %s: %v, held as %v", s.ID, alternative, a, held.Attitude)
				}
			})
		}
	})
}

func TestClaimsChangeNothingThatAPartyHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stances := anyStances(t)
		own := slices.DeleteFunc(slices.Clone(stances), parley.Stance.Claim)
		with, without := parley.Case{Stances: stances}.Positions(), parley.Case{Stances: own}.Positions()
		for _, s := range stances {
			a, b := with.Of(s.Party, s.Issue), without.Of(s.Party, s.Issue)
			if !maps.EqualFunc(a.Held, b.Held, func(x, y parley.Held) bool { return cmp.Equal(x, y) }) {
				t.Fatalf("%s on %s: %v with claims, %v without", s.Party, s.Issue, a.Held, b.Held)
			}
		}
	})
}

func ExampleCase_Positions() {
	c := parley.Case{Stances: []parley.Stance{
		{ID: "1", Party: "UA", Issue: "nato", Date: parley.MustDate("2025-11-01"), Refuses: []string{"renounce"}},
		{
			ID: "2", Party: "UA", Issue: "nato", Date: parley.MustDate("2025-12-14"), Accepts: []string{"renounce"},
			OnlyIf: parley.Choice{"guarantees": {"binding"}},
		},
		{ID: "3", Party: "UA", Issue: "nato", Date: parley.MustDate("2025-12-15"), Refuses: []string{"renounce"}, ClaimedBy: "RU"},
	}}
	p := c.Positions().Of("UA", "nato")
	fmt.Println(p.On("renounce"), "since", p.Held["renounce"].Stance.Date)
	fmt.Println(p.Conditions()[0].Kind, p.Conditions()[0].On, p.Conditions()[0].Settled)
	fmt.Println(len(p.Claims), "claim by", p.Claims[0].ClaimedBy)
	fmt.Println(p.On("ban"))
	// Output:
	// accepts since 2025-12-14
	// only if guarantees [binding]
	// 1 claim by RU
	// unknown
}
