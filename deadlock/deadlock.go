// Package deadlock finds circular preconditions: Ukraine will settle territory
// only after the guarantees, the guarantor settles the guarantees only after
// territory. Each may be willing; neither can go first; no concession on one
// side alone breaks the circle.
//
// [Find] takes the conditions in force, those of [parley.Position.Conditions],
// and lays an arrow from one condition to another when settling what the first
// waits for is what the second holds back:
//
//	UA: territory only after guarantees ──▶ US: guarantees only after territory
//	        ▲                                          │
//	        └──────────────────────────────────────────┘
//
// So an arrow leads from a to b when a.On is b.Issue and a.Settled shares an
// alternative with b.For; an empty list shares with every other, as it means in
// whatever way. A condition of the kind unless is read alike: its Settled are
// what holds it back, and where these are the other's For, the circle closes.
//
// Conditions that lie on a circle are those of one strongly connected component
// (Tarjan 1972, here with its own stack, so that a chain of a hundred thousand
// conditions is no deeper than one of two). Within it, every condition is
// explained by all the shortest circles that run through it. A longer circle
// that merely winds through shorter ones adds nothing, and is left out.
//
// The components take time linear in the number of conditions and arrows. The
// circles take a search of the component for each condition in it that is not
// one of a mere chain, and then what it takes to write them down.
package deadlock

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/parley-desk/parley"
)

// Cycle is a circular precondition: each condition waits for what the next one
// holds back, and the last for the first. It starts with the condition that
// comes first by party, issue and date.
type Cycle []parley.Condition

// Find lists the circular preconditions of a case, the shortest first. What one
// actor claims of another is no condition of the other's own and makes none.
func Find(c parley.Case) []Cycle {
	conditions := inForce(c)
	var cycles []Cycle
	for _, found := range newGraph(conditions).cycles() {
		cycle := make(Cycle, len(found))
		for k, node := range found {
			cycle[k] = conditions[node]
		}
		cycles = append(cycles, cycle)
	}
	return cycles
}

// Parties are those whose conditions make the cycle, each once, in its order.
func (c Cycle) Parties() []string {
	return c.each(func(k parley.Condition) string { return k.Party })
}

// Issues are what the cycle is about, each once, in its order.
func (c Cycle) Issues() []string {
	return c.each(func(k parley.Condition) string { return k.Issue })
}

func (c Cycle) each(of func(parley.Condition) string) []string {
	var all []string
	for _, k := range c {
		if id := of(k); !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// Sentence tells the cycle in words, with the names that the case gives to
// parties, issues and alternatives.
func (c Cycle) Sentence(in parley.Case) string {
	if len(c) == 0 {
		return ""
	}
	parts := make([]string, len(c))
	for k, condition := range c {
		parts[k] = Clause(condition, in)
	}
	end := "Each waits for the next, and the last for the first."
	switch len(c) {
	case 1:
		end = "It waits for itself."
	case 2:
		end = "Each waits for the other."
	}
	return strings.Join(parts, "; ") + ". " + end
}

// Clause tells one condition in words: "Ukraine will settle Territory (Line of
// contact) only after Guarantees (Binding)".
func Clause(c parley.Condition, in parley.Case) string {
	s := in.Actor(c.Party) + " will settle " + title(in, c.Issue)
	if len(c.For) > 0 {
		s += " (" + titles(in, c.Issue, c.For) + ")"
	}
	s += " " + string(c.Kind) + " " + title(in, c.On)
	if len(c.Settled) > 0 {
		return s + " (" + titles(in, c.On, c.Settled) + ")"
	}
	return s + " (settled in whatever way)"
}

func title(in parley.Case, issue string) string {
	i, _ := in.Issue(issue)
	return cmp.Or(i.Title, issue)
}

func titles(in parley.Case, issue string, alternatives []string) string {
	i, _ := in.Issue(issue)
	names := make([]string, len(alternatives))
	for k, id := range alternatives {
		a, _ := i.Alternative(id)
		names[k] = cmp.Or(a.Title, id)
	}
	return strings.Join(names, " or ")
}

// inForce gathers the conditions in force, ordered by party, issue, the day of
// the stance, and what they depend on.
func inForce(c parley.Case) []parley.Condition {
	var all []parley.Condition
	for _, p := range c.Positions() {
		all = append(all, p.Conditions()...)
	}
	slices.SortStableFunc(all, func(a, b parley.Condition) int {
		return cmp.Or(
			cmp.Compare(a.Party, b.Party), cmp.Compare(a.Issue, b.Issue),
			a.Stance.Date.Compare(b.Stance.Date), cmp.Compare(a.Stance.ID, b.Stance.ID),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.On, b.On),
		)
	})
	return all
}

// graph is the conditions' arrows within strongly connected components only.
type graph struct {
	next, back [][]int
}

func newGraph(conditions []parley.Condition) graph {
	next := arrows(conditions)
	component := components(next)
	g := graph{make([][]int, len(next)), make([][]int, len(next))}
	for a, all := range next {
		for _, b := range all {
			if component[a] == component[b] {
				g.next[a] = append(g.next[a], b)
				g.back[b] = append(g.back[b], a)
			}
		}
	}
	return g
}

// arrows lists for each condition those that it waits for, in rising order.
func arrows(conditions []parley.Condition) [][]int {
	type place struct{ issue, alternative string }
	byAlternative := map[place][]int{} // conditions that hold this alternative back
	byIssue := map[string][]int{}      // all conditions on the issue
	const whatever = ""                // the place of those that hold back any
	for k, c := range conditions {
		byIssue[c.Issue] = append(byIssue[c.Issue], k)
		if len(c.For) == 0 {
			byAlternative[place{c.Issue, whatever}] = append(byAlternative[place{c.Issue, whatever}], k)
		}
		for _, id := range c.For {
			byAlternative[place{c.Issue, id}] = append(byAlternative[place{c.Issue, id}], k)
		}
	}
	next := make([][]int, len(conditions))
	for k, c := range conditions {
		if len(c.Settled) == 0 {
			next[k] = byIssue[c.On]
			continue
		}
		all := slices.Clone(byAlternative[place{c.On, whatever}])
		for _, id := range c.Settled {
			all = append(all, byAlternative[place{c.On, id}]...)
		}
		slices.Sort(all)
		next[k] = slices.Compact(all)
	}
	return next
}

// cycles lists, for every condition, the shortest cycles through it, each once
// and starting with its lowest condition; the shortest come first.
func (g graph) cycles() [][]int {
	found := map[string][]int{}
	done := make([]bool, len(g.next))
	for node := range g.next {
		if len(g.next[node]) == 0 || done[node] {
			continue
		}
		for _, cycle := range g.shortestThrough(node) {
			cycle = rotate(cycle)
			found[key(cycle)] = cycle
		}
		g.passOver(node, done)
	}
	return slices.SortedFunc(maps.Values(found), func(a, b []int) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b))
	})
}

// passOver marks the rest of the chain that a condition stands in: where one
// arrow leads out and it is the only one to lead in, both ends lie on the same
// cycles.
func (g graph) passOver(node int, done []bool) {
	done[node] = true
	for at := node; len(g.next[at]) == 1; {
		at = g.next[at][0]
		if len(g.back[at]) != 1 || done[at] {
			break
		}
		done[at] = true
	}
	for at := node; len(g.back[at]) == 1; {
		at = g.back[at][0]
		if len(g.next[at]) != 1 || done[at] {
			break
		}
		done[at] = true
	}
}

// shortestThrough lists all cycles of the least length through a condition. It
// measures every condition's distance back to it, breadth first, and then walks
// only where the distance falls with each step.
func (g graph) shortestThrough(node int) [][]int {
	away := g.distancesTo(node)
	nearer := func(at, distance int) []int {
		var all []int
		for _, n := range g.next[at] {
			if d, ok := away[n]; ok && d == distance {
				all = append(all, n)
			}
		}
		return all
	}
	length := len(g.next)
	for _, n := range g.next[node] {
		if d, ok := away[n]; ok {
			length = min(length, d)
		}
	}
	path, choices := []int{node}, [][]int{nearer(node, length)}
	var cycles [][]int
	for len(choices) > 0 {
		last := len(choices) - 1
		switch {
		case len(choices[last]) == 0:
			choices, path = choices[:last], path[:len(path)-1]
		case choices[last][0] == node:
			cycles = append(cycles, slices.Clone(path))
			choices[last] = choices[last][1:]
		default:
			n := choices[last][0]
			choices[last] = choices[last][1:]
			path = append(path, n)
			choices = append(choices, nearer(n, away[n]-1))
		}
	}
	return cycles
}

// distancesTo measures how many arrows lead from each condition to this one,
// out to the nearest of those that this one waits for, and no further.
func (g graph) distancesTo(node int) map[int]int {
	waitsFor := map[int]bool{}
	for _, n := range g.next[node] {
		waitsFor[n] = true
	}
	away := map[int]int{node: 0}
	closed := waitsFor[node]
	for ring := []int{node}; len(ring) > 0 && !closed; {
		var wider []int
		for _, n := range ring {
			for _, before := range g.back[n] {
				if _, seen := away[before]; !seen {
					away[before] = away[n] + 1
					wider = append(wider, before)
					closed = closed || waitsFor[before]
				}
			}
		}
		ring = wider
	}
	return away
}

// rotate turns a cycle so that its lowest number comes first.
func rotate(cycle []int) []int {
	k := slices.Index(cycle, slices.Min(cycle))
	return slices.Concat(cycle[k:], cycle[:k])
}

func key(cycle []int) string {
	var b []byte
	for _, n := range cycle {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return string(b)
}
