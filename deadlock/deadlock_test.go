package deadlock_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/parley-desk/parley"
	"github.com/parley-desk/parley/deadlock"
)

// told writes each cycle as "party issue>on, party issue>on".
func told(cycles []deadlock.Cycle) []string {
	var all []string
	for _, cycle := range cycles {
		var parts []string
		for _, c := range cycle {
			parts = append(parts, fmt.Sprintf("%s %s>%s", c.Party, c.Issue, c.On))
		}
		all = append(all, strings.Join(parts, ", "))
	}
	return all
}

func TestFind(t *testing.T) {
	after := func(party, issue string, accepts []string, on parley.Choice) parley.Stance {
		return parley.Stance{ID: party + issue + fmt.Sprint(on), Party: party, Issue: issue, Accepts: accepts, OnlyAfter: on}
	}
	line, binding := []string{"line"}, []string{"binding"}
	tests := map[string]struct {
		stances []parley.Stance
		want    []string
	}{
		"nobody waits": {nil, nil},
		"each waits for the other": {[]parley.Stance{
			after("UA", "territory", line, parley.Choice{"guarantees": binding}),
			after("US", "guarantees", binding, parley.Choice{"territory": line}),
		}, []string{"UA territory>guarantees, US guarantees>territory"}},
		"the alternatives miss each other": {[]parley.Stance{
			after("UA", "territory", line, parley.Choice{"guarantees": binding}),
			after("US", "guarantees", []string{"loose"}, parley.Choice{"territory": line}),
		}, nil},
		"settled in whatever way touches all": {[]parley.Stance{
			after("UA", "territory", line, parley.Choice{"guarantees": nil}),
			after("US", "guarantees", binding, parley.Choice{"territory": nil}),
		}, []string{"UA territory>guarantees, US guarantees>territory"}},
		"a condition without alternatives is touched by all": {[]parley.Stance{
			after("UA", "territory", nil, parley.Choice{"guarantees": binding}),
			after("US", "guarantees", nil, parley.Choice{"territory": line}),
		}, []string{"UA territory>guarantees, US guarantees>territory"}},
		"kinds mix": {[]parley.Stance{
			{ID: "1", Party: "UA", Issue: "truce", Accepts: line, Unless: parley.Choice{"vote": binding}},
			{ID: "2", Party: "RU", Issue: "vote", Accepts: binding, OnlyIf: parley.Choice{"truce": line}},
		}, []string{"RU vote>truce, UA truce>vote"}},
		"one party can block itself": {[]parley.Stance{
			after("RU", "force", line, parley.Choice{"truce": nil}),
			after("RU", "truce", line, parley.Choice{"force": nil}),
		}, []string{"RU force>truce, RU truce>force"}},
		"an issue can wait for itself": {[]parley.Stance{
			after("RU", "truce", line, parley.Choice{"truce": line}),
		}, []string{"RU truce>truce"}},
		"a circle of three beside one of two": {[]parley.Stance{
			after("A", "x", line, parley.Choice{"y": nil, "z": nil}),
			after("B", "y", line, parley.Choice{"z": nil}),
			after("C", "z", line, parley.Choice{"x": nil}),
		}, []string{"A x>z, C z>x", "A x>y, B y>z, C z>x"}},
		"what was superseded holds no more": {[]parley.Stance{
			after("UA", "territory", line, parley.Choice{"guarantees": binding}),
			after("US", "guarantees", binding, parley.Choice{"territory": line}),
			{ID: "later", Party: "US", Issue: "guarantees", Date: parley.MustDate("2025-12-01"), Accepts: binding},
		}, nil},
		"a claim is nobody's condition": {[]parley.Stance{
			after("UA", "territory", line, parley.Choice{"guarantees": binding}),
			{ID: "claim", Party: "US", ClaimedBy: "RU", Issue: "guarantees", Accepts: binding, OnlyAfter: parley.Choice{"territory": line}},
		}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, told(deadlock.Find(parley.Case{Stances: tt.stances}))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// The naive search tries every simple path. It knows nothing of components,
// distances or chains.
func naive(conditions []parley.Condition) []string {
	touch := func(a, b []string) bool {
		return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
	}
	var all [][]int
	var walk func(path []int)
	walk = func(path []int) {
		last := conditions[path[len(path)-1]]
		for k, c := range conditions {
			if last.On != c.Issue || !touch(last.Settled, c.For) {
				continue
			}
			if k == path[0] {
				all = append(all, slices.Clone(path))
			} else if k > path[0] && !slices.Contains(path, k) {
				walk(append(slices.Clone(path), k))
			}
		}
	}
	for k := range conditions {
		walk([]int{k})
	}
	var kept [][]int
	for _, cycle := range all {
		shortestSomewhere := slices.ContainsFunc(cycle, func(node int) bool {
			return !slices.ContainsFunc(all, func(other []int) bool {
				return len(other) < len(cycle) && slices.Contains(other, node)
			})
		})
		if shortestSomewhere {
			kept = append(kept, cycle)
		}
	}
	var names []string
	for _, cycle := range kept {
		var one []string
		for _, k := range cycle {
			one = append(one, conditions[k].Stance.ID)
		}
		names = append(names, strings.Join(one, " "))
	}
	slices.Sort(names)
	return names
}

func TestFindAgreesWithTheNaiveSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		issue := rapid.SampledFrom([]string{"a", "b", "c", "d"})
		some := rapid.SampledFrom([][]string{nil, {"x"}, {"y"}, {"x", "y"}})
		var c parley.Case
		var conditions []parley.Condition
		for k := range rapid.IntRange(0, 8).Draw(t, "conditions") {
			s := parley.Stance{
				ID: fmt.Sprint(k), Party: fmt.Sprint("P", k), // one stance a party, so that none supersedes another
				Issue: issue.Draw(t, "issue"), Accepts: some.Draw(t, "for"),
			}
			choice := parley.Choice{issue.Draw(t, "on"): some.Draw(t, "settled")}
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				s.OnlyIf = choice
			case 1:
				s.OnlyAfter = choice
			case 2:
				s.Unless = choice
			}
			c.Stances = append(c.Stances, s)
			conditions = append(conditions, s.Conditions()...)
		}
		var got []string
		for _, cycle := range deadlock.Find(c) {
			var ids []string
			for _, condition := range cycle {
				ids = append(ids, condition.Stance.ID)
			}
			got = append(got, strings.Join(ids, " "))
		}
		slices.Sort(got)
		if diff := cmp.Diff(naive(conditions), got); diff != "" {
			t.Errorf("-naive +found:\n%s", diff)
		}
	})
}

// ring makes a case in which each of n parties waits for the next issue.
func ring(n int, closed bool) parley.Case {
	var c parley.Case
	for k := range n {
		on := fmt.Sprint("issue", k+1)
		if closed && k == n-1 {
			on = "issue0"
		}
		c.Stances = append(c.Stances, parley.Stance{
			ID: fmt.Sprint(k), Party: "P", Issue: fmt.Sprint("issue", k),
			Accepts: []string{"yes"}, OnlyAfter: parley.Choice{on: {"yes"}},
		})
	}
	return c
}

func TestFindGoesAsDeepAsItMust(t *testing.T) {
	if cycles := deadlock.Find(ring(1000, false)); len(cycles) != 0 {
		t.Errorf("a chain has %d cycles", len(cycles))
	}
	const n = 100_000
	cycles := deadlock.Find(ring(n, true))
	if len(cycles) != 1 || len(cycles[0]) != n {
		t.Errorf("a ring of %d has %d cycles", n, len(cycles))
	}
}

func BenchmarkFind(b *testing.B) {
	c := ring(100_000, true)
	for b.Loop() {
		deadlock.Find(c)
	}
}

func ExampleFind() {
	c := parley.Case{
		Parties: []parley.Party{{ID: "UA", Name: "Ukraine"}, {ID: "US", Name: "The United States"}},
		Issues: []parley.Issue{
			{ID: "territory", Title: "Territory", Alternatives: []parley.Alternative{{ID: "line", Title: "line of contact"}}},
			{ID: "guarantees", Title: "Security guarantees", Alternatives: []parley.Alternative{{ID: "binding", Title: "binding by treaty"}}},
		},
		Stances: []parley.Stance{
			{ID: "1", Party: "UA", Issue: "territory", Accepts: []string{"line"}, OnlyAfter: parley.Choice{"guarantees": {"binding"}}},
			{ID: "2", Party: "US", Issue: "guarantees", Accepts: []string{"binding"}, OnlyAfter: parley.Choice{"territory": nil}},
		},
	}
	for _, cycle := range deadlock.Find(c) {
		fmt.Println(cycle.Sentence(c))
	}
	// Output:
	// Ukraine will settle Territory (line of contact) only after Security guarantees (binding by treaty); The United States will settle Security guarantees (binding by treaty) only after Territory (settled in whatever way). Each waits for the other.
}
