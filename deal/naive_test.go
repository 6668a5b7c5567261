package deal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/parley-desk/parley"
	"pgregory.net/rapid"
)

// refuses says, straight from the words of the definition, whether the case
// rules a package out. It knows nothing of bars.
func refuses(c parley.Case, pkg parley.Package) bool {
	positions := c.Positions()
	holds := func(choice parley.Choice) bool {
		for issue, ids := range choice {
			if len(ids) > 0 && !slices.Contains(ids, pkg[issue]) {
				return false
			}
		}
		return true
	}
	for _, id := range rulers(c) {
		for issue, chosen := range pkg {
			p := positions.Of(id, issue)
			demands := false
			for _, held := range p.Held {
				demands = demands || held.Attitude == parley.Demands
			}
			if p.On(chosen) == parley.Refuses || demands && p.On(chosen) != parley.Demands {
				return true
			}
			for _, k := range p.Conditions() {
				if len(k.For) > 0 && !slices.Contains(k.For, chosen) {
					continue
				}
				on := slices.Contains(k.Settled, pkg[k.On])
				if k.Kind == parley.Unless && (on || len(k.Settled) == 0) || k.Kind != parley.Unless && len(k.Settled) > 0 && !on {
					return true
				}
			}
		}
	}
	for _, l := range c.Links {
		if holds(l.If) && (len(l.Then) == 0 || !holds(l.Then)) {
			return true
		}
	}
	return false
}

// agreed says whether every required party has accepted every part of the
// package, on evidence.
func agreed(c parley.Case, pkg parley.Package) bool {
	positions := c.Positions()
	for _, p := range c.Signatories() {
		for issue, chosen := range pkg {
			held := positions.Of(p.ID, issue).Held[chosen]
			if !held.Attitude.Agrees() || len(held.Stance.Evidence) == 0 {
				return false
			}
		}
	}
	return true
}

func packages(c parley.Case) []parley.Package {
	all := []parley.Package{{}}
	for _, i := range c.Issues {
		var longer []parley.Package
		for _, pkg := range all {
			for _, a := range i.Alternatives {
				next := parley.Package{i.ID: a.ID}
				for k, v := range pkg {
					next[k] = v
				}
				longer = append(longer, next)
			}
		}
		all = longer
	}
	return all
}

// drawCase makes a small case with everything that rules packages out.
func drawCase(t *rapid.T) parley.Case {
	c := parley.Case{Title: "drawn", Ratifiers: []parley.Ratifier{{ID: "R", Name: "R", Party: "A"}}}
	for _, id := range []string{"A", "B", "C"}[:rapid.IntRange(1, 3).Draw(t, "parties")] {
		c.Parties = append(c.Parties, parley.Party{ID: id, Name: id, Roles: []parley.Role{parley.RoleParty}})
	}
	for k := range rapid.IntRange(1, 4).Draw(t, "issues") {
		i := parley.Issue{ID: fmt.Sprintf("i%d", k)}
		for j := range rapid.IntRange(1, 3).Draw(t, "alternatives") {
			i.Alternatives = append(i.Alternatives, parley.Alternative{ID: fmt.Sprintf("a%d", j)})
		}
		c.Issues = append(c.Issues, i)
	}
	some := func(i parley.Issue, label string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom(alternatives(i)), 0, len(i.Alternatives), rapid.ID).Draw(t, label)
	}
	issue := func() parley.Issue { return rapid.SampledFrom(c.Issues).Draw(t, "issue") }
	for k := range rapid.IntRange(0, 8).Draw(t, "stances") {
		i := issue()
		s := parley.Stance{
			ID: fmt.Sprintf("s%d", k), Issue: i.ID, Party: rapid.SampledFrom([]string{"A", "B", "C", "R"}).Draw(t, "party"),
			Date:     parley.Date{Year: rapid.IntRange(2030, 2032).Draw(t, "year")},
			Evidence: rapid.SampledFrom([][]parley.Evidence{nil, {{Says: "so"}}}).Draw(t, "evidence"),
		}
		for _, id := range some(i, "spoken") {
			switch rapid.IntRange(0, 5).Draw(t, "attitude") {
			case 0:
				s.Demands = append(s.Demands, id)
			case 1:
				s.Prefers = append(s.Prefers, id)
			case 2, 3:
				s.Accepts = append(s.Accepts, id)
			case 4:
				s.Refuses = append(s.Refuses, id)
			case 5:
				s.Unknown = append(s.Unknown, id)
			}
		}
		on := issue()
		condition := parley.Choice{on.ID: some(on, "settled")}
		switch rapid.IntRange(0, 5).Draw(t, "condition") {
		case 0:
			s.OnlyIf = condition
		case 1:
			s.OnlyAfter = condition
		case 2:
			s.Unless = condition
		}
		c.Stances = append(c.Stances, s)
	}
	if rapid.Bool().Draw(t, "link") {
		i, j := issue(), issue()
		c.Links = []parley.Link{{ID: "l", If: parley.Choice{i.ID: some(i, "if")}, Then: parley.Choice{j.ID: some(j, "then")}}}
	}
	return c
}

func TestCountsAgreeWithTryingAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCase(t)
		all, possible, secured := packages(c), 0, 0
		for _, pkg := range all {
			if refuses(c, pkg) {
				continue
			}
			possible++
			if agreed(c, pkg) {
				secured++
			}
		}
		s, err := New(c, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Count()
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprint(len(all), possible, secured)
		if is := fmt.Sprint(got.Total, got.Possible, got.Secured); is != want {
			t.Fatalf("total, possible and secured are %s, want %s", is, want)
		}
	})
}

// TestConflictsAgreeWithTryingAll: every subset of the bars is tried.
func TestConflictsAgreeWithTryingAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCase(t)
		s, err := New(c, Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := len(s.Bars)
		if n > 9 || len(packages(c)) > 40 {
			t.Skip("too many subsets to try")
		}
		o, err := s.oracle(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		leaves := make([]bool, 1<<n) // by the set of bars that hold
		for mask := range leaves {
			held := make([]bool, n)
			for k := range held {
				held[k] = mask>>k&1 == 1
			}
			leaves[mask] = s.leavesNaively(c, held)
			if o.leaves(held) != leaves[mask] {
				t.Fatalf("bars %b: the oracle says %v", mask, !leaves[mask])
			}
		}
		all := 1<<n - 1
		minimalOf := func(is func(mask int) bool) []string {
			var sets []string
			for mask := range 1 << n {
				smaller := false
				for k := range n {
					smaller = smaller || mask>>k&1 == 1 && is(mask&^(1<<k))
				}
				if is(mask) && !smaller {
					sets = append(sets, s.words(mask))
				}
			}
			slices.Sort(sets)
			return sets
		}
		wantBlockers, wantOpenings := []string(nil), []string(nil)
		if !leaves[all] {
			wantBlockers = minimalOf(func(mask int) bool { return !leaves[mask] })
			wantOpenings = minimalOf(func(mask int) bool { return leaves[all&^mask] })
		}
		found, err := s.Conflicts(context.Background(), Options{Count: 1 << n})
		if err != nil {
			t.Fatal(err)
		}
		if got := told(found.Blockers); !slices.Equal(got, wantBlockers) {
			t.Fatalf("blockers\n%v\nwant\n%v", got, wantBlockers)
		}
		if got := told(found.Openings); !slices.Equal(got, wantOpenings) {
			t.Fatalf("openings\n%v\nwant\n%v", got, wantOpenings)
		}
	})
}

// leavesNaively tries every package against the rules of the bars held.
func (s *Space) leavesNaively(c parley.Case, held []bool) bool {
	return slices.ContainsFunc(packages(c), func(pkg parley.Package) bool {
		places := make([]int, len(s.agenda.issues))
		for i, issue := range s.agenda.issues {
			places[i] = slices.Index(alternatives(issue), pkg[issue.ID])
		}
		for k, b := range s.Bars {
			for _, r := range b.forbids {
				if held[k] && r.Forbid(places) {
					return false
				}
			}
		}
		return true
	})
}

func (s *Space) words(mask int) string {
	var words []string
	for k, b := range s.Bars {
		if mask>>k&1 == 1 {
			words = append(words, b.Words)
		}
	}
	slices.Sort(words)
	return strings.Join(words, "; ")
}

func told(all []Conflict) []string {
	var sets []string
	for _, c := range all {
		var words []string
		for _, b := range c.Bars {
			words = append(words, b.Words)
		}
		slices.Sort(words)
		sets = append(sets, strings.Join(words, "; "))
	}
	slices.Sort(sets)
	return sets
}
