package parley_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
)

// dated is a case with something of every kind on three days.
func dated() parley.Case {
	var c parley.Case
	for k, day := range []string{"2025-11-01", "2025-12-01", "2026-01-01"} {
		id := fmt.Sprint(k)
		c.Drafts = append(c.Drafts, parley.Draft{ID: id, Date: date(day), Consents: []parley.Consent{
			{By: "UA", Date: date("2025-11-01")}, {By: "RU", Date: date("2026-01-01")},
		}})
		c.Reports = append(c.Reports, parley.Report{ID: id, Date: date(day)})
		c.Statements = append(c.Statements, parley.Statement{ID: id, Date: date(day)})
		c.Stances = append(c.Stances, parley.Stance{ID: id, Party: "UA", Issue: "army", Date: date(day)})
		c.Meetings = append(c.Meetings, parley.Meeting{ID: id, Date: date(day)})
		c.Commitments = append(c.Commitments, parley.Commitment{ID: id, Date: date(day)})
	}
	c.Issues = []parley.Issue{{ID: "army"}}
	return c
}

func sizes(c parley.Case) []int {
	return []int{len(c.Drafts), len(c.Reports), len(c.Statements), len(c.Stances), len(c.Meetings), len(c.Commitments)}
}

func TestAsOf(t *testing.T) {
	tests := map[string]int{ // how many of each kind are there on a day
		"": 3, "2025-10-31": 0, "2025-11-01": 1, "2025-11": 1, "2025-12-01": 2, "2025": 2, "2026-01-01": 3,
	}
	for day, n := range tests {
		c := dated()
		got := c.AsOf(date(day))
		if diff := cmp.Diff([]int{n, n, n, n, n, n}, sizes(got)); diff != "" {
			t.Errorf("as of %q: -want +got:\n%s", day, diff)
		}
		if got.Day != date(day) || len(got.Issues) != 1 {
			t.Errorf("as of %q: day %v, %d issues", day, got.Day, len(got.Issues))
		}
		if diff := cmp.Diff(dated(), c); diff != "" {
			t.Errorf("as of %q changed the case it was asked of:\n%s", day, diff)
		}
	}
	if consents := dated().AsOf(date("2025-12-01")).Drafts[0].Consents; len(consents) != 1 || consents[0].By != "UA" {
		t.Errorf("consents as of December: %v; want Ukraine's alone", consents)
	}
}

func TestAsOfOnlyForgets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := parley.Case{Stances: anyStances(t)}
		early, late := anyDate(t, "early"), anyDate(t, "late")
		if late.Last().Before(early.Last()) {
			early, late = late, early
		}
		direct := c.AsOf(early)
		if diff := cmp.Diff(direct, c.AsOf(late).AsOf(early)); diff != "" {
			t.Fatalf("%v by way of %v: -direct +through:\n%s", early, late, diff)
		}
		for _, s := range direct.Stances {
			if !s.Date.IsZero() && s.Date.Last().After(early.Last()) {
				t.Fatalf("stance %s of %v is in the picture of %v", s.ID, s.Date, early)
			}
		}
	})
}

// roomed is a case with something of every kind in each of four rooms; every
// name says the room that it is in.
func roomed() parley.Case {
	var c parley.Case
	for _, room := range []parley.Room{parley.Public, "public", "mediators", "UA"} {
		id := "in-" + string(room)
		c.Parties = append(c.Parties, parley.Party{ID: id, Room: room})
		c.Ratifiers = append(c.Ratifiers, parley.Ratifier{ID: id, Room: room})
		c.Issues = append(c.Issues, parley.Issue{ID: id, Room: room})
		c.Links = append(c.Links, parley.Link{ID: id, Room: room})
		c.Drafts = append(c.Drafts, parley.Draft{ID: id, Room: room})
		c.Reports = append(c.Reports, parley.Report{ID: id, Room: room})
		c.Statements = append(c.Statements, parley.Statement{ID: id, Room: room})
		c.Stances = append(c.Stances, parley.Stance{ID: id, Room: room})
		c.Meetings = append(c.Meetings, parley.Meeting{ID: id, Room: room})
		c.Commitments = append(c.Commitments, parley.Commitment{ID: id, Room: room})
		c.Parties[0].People = append(c.Parties[0].People, parley.Person{ID: id, Room: room})
		c.Issues[0].Alternatives = append(c.Issues[0].Alternatives, parley.Alternative{ID: id, Room: room})
		c.Meetings[0].Readouts = append(c.Meetings[0].Readouts, parley.Readout{By: id, Room: room})
	}
	return c
}

func TestForShowsWhatARoomMaySee(t *testing.T) {
	const kinds = 13 // the ten lists of a case, and the three inside them
	tests := map[string]struct {
		rooms      []parley.Room
		seen, kept []string
	}{
		"the public":           {nil, []string{"in-", "in-public"}, []string{"in-mediators", "in-UA"}},
		"a mediator":           {[]parley.Room{"mediators"}, []string{"in-mediators"}, []string{"in-UA"}},
		"a party":              {[]parley.Room{"UA"}, []string{"in-UA"}, []string{"in-mediators"}},
		"somebody in both":     {[]parley.Room{"UA", "mediators"}, []string{"in-UA", "in-mediators"}, nil},
		"a room nobody knows":  {[]parley.Room{"cellar"}, []string{"in-public"}, []string{"in-mediators", "in-UA"}},
		"half a room's name":   {[]parley.Room{"mediator"}, []string{"in-public"}, []string{"in-mediators"}},
		"another spelling, no": {[]parley.Room{"ua"}, []string{"in-public"}, []string{"in-UA"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := roomed()
			shown := fmt.Sprintf("%q", fmt.Sprint(c.For(tt.rooms...)))
			for _, s := range tt.seen {
				if n := strings.Count(shown, s); n < kinds {
					t.Errorf("%s is seen in %d of %d kinds", s, n, kinds)
				}
			}
			for _, s := range tt.kept {
				if strings.Contains(shown, s) {
					t.Errorf("%s is seen", s)
				}
			}
			if diff := cmp.Diff(roomed(), c); diff != "" {
				t.Errorf("the case itself was changed:\n%s", diff)
			}
		})
	}
}

func TestSignatories(t *testing.T) {
	c := parley.Case{Parties: []parley.Party{
		{ID: "UA", Roles: []parley.Role{parley.RoleParty}},
		{ID: "US", Roles: []parley.Role{parley.RoleMediator, parley.RoleGuarantor}},
		{ID: "RU", Roles: []parley.Role{parley.RoleParty}},
		{ID: "E3", Roles: []parley.Role{parley.RoleObserver}},
	}}
	ids := func(parties []parley.Party) (all []string) {
		for _, p := range parties {
			all = append(all, p.ID)
		}
		return all
	}
	if diff := cmp.Diff([]string{"UA", "RU"}, ids(c.Signatories())); diff != "" {
		t.Errorf("by role: -want +got:\n%s", diff)
	}
	c.Required = []string{"RU", "US", "nobody"}
	if diff := cmp.Diff([]string{"US", "RU"}, ids(c.Signatories())); diff != "" {
		t.Errorf("by name: -want +got:\n%s", diff)
	}
}

func TestNoDeal(t *testing.T) {
	c := parley.Case{Stances: []parley.Stance{
		{ID: "2", Party: "UA", Date: date("2025-12-01"), NoDeal: "40"},
		{ID: "1", Party: "UA", Date: date("2025-11-01"), NoDeal: "30"},
		{ID: "3", Party: "UA", Date: date("2025-12-02")},
		{ID: "4", Party: "UA", Date: date("2025-12-03"), NoDeal: "90", ClaimedBy: "RU"},
	}}
	if value, from, known := c.NoDeal("UA"); value != "40" || from.ID != "2" || !known {
		t.Errorf("got %q from %q, %v; want 40 from 2", value, from.ID, known)
	}
	if _, _, known := c.NoDeal("RU"); known {
		t.Error("nobody said what no deal is worth to Russia")
	}
}

func TestDelegationOnADay(t *testing.T) {
	p := parley.Party{People: []parley.Person{
		{ID: "member", Delegation: []parley.Seat{{Span: parley.Span{From: date("2025-11-01")}}}},
		{ID: "old", Delegation: []parley.Seat{{Head: true, Span: parley.Span{From: date("2025-11-01"), Until: date("2025-11-28")}}}},
		{ID: "new", Delegation: []parley.Seat{
			{Span: parley.Span{From: date("2025-11-01"), Until: date("2025-11-28")}},
			{Head: true, Span: parley.Span{From: date("2025-11-28")}},
		}},
	}}
	tests := map[string]string{
		"2025-10-31": "heads , members ",
		"2025-11-27": "heads old, members member new",
		"2025-11-28": "heads new, members member",
		"":           "heads new, members member",
	}
	for day, want := range tests {
		heads, members := p.Delegation(date(day))
		if got := "heads " + names(heads) + ", members " + names(members); got != want {
			t.Errorf("on %q: got %q, want %q", day, got, want)
		}
	}
}

func names(people []parley.Person) string {
	var ids []string
	for _, p := range people {
		ids = append(ids, p.ID)
	}
	return strings.Join(ids, " ")
}

func TestTitleOnADay(t *testing.T) {
	p := parley.Person{Titles: []parley.Tenure{
		{Title: "envoy", Span: parley.Span{From: date("2025-01-20")}},
		{Title: "minister", Span: parley.Span{From: date("2025-07-01"), Until: date("2025-12-01")}},
	}}
	for day, want := range map[string]string{"2025-01-19": "", "2025-02-01": "envoy", "2025-11-30": "minister", "2025-12-01": "envoy", "": "envoy"} {
		if got := p.Title(date(day)); got != want {
			t.Errorf("on %q: got %q, want %q", day, got, want)
		}
	}
}

func ExampleCase_AsOf() {
	c := parley.Case{Stances: []parley.Stance{
		{ID: "1", Party: "UA", Issue: "army", Date: parley.MustDate("2025-11-24"), Refuses: []string{"cap-600k"}},
		{ID: "2", Party: "UA", Issue: "army", Date: parley.MustDate("2025-12-14"), Accepts: []string{"cap-600k"}},
	}}
	for _, day := range []string{"2025-11-24", "2025-12-14"} {
		fmt.Println(day, c.AsOf(parley.MustDate(day)).Positions().Of("UA", "army").On("cap-600k"))
	}
	// Output:
	// 2025-11-24 refuses
	// 2025-12-14 accepts
}

func ExampleCase_For() {
	c := parley.Case{Meetings: []parley.Meeting{{ID: "plenary"}, {ID: "caucus", Room: "mediators"}}}
	fmt.Println(len(c.For().Meetings), len(c.For("mediators").Meetings))
	// Output: 1 2
}
