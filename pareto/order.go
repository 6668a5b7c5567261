package pareto

import (
	"cmp"
	"math"
	"slices"
)

// arrange chooses the order in which issues are decided. Issues that rules tie
// together come one after the other, so that few rules are pending at any
// moment; the most tangled groups come first, while the lists are still short;
// untied issues come last.
func arrange(sizes []int, rules []Rule) []int {
	groups := tiedGroups(len(sizes), rules)
	type arranged struct {
		issues []int
		cost   float64
	}
	var all []arranged
	for _, g := range groups {
		issues, cost := arrangeGroup(g, sizes, rules)
		all = append(all, arranged{issues, cost})
	}
	slices.SortStableFunc(all, func(a, b arranged) int { return cmp.Compare(b.cost, a.cost) })
	var order []int
	for _, a := range all {
		order = append(order, a.issues...)
	}
	return order
}

// tiedGroups splits the issues into groups that no rule ties to each other,
// each in ascending order.
func tiedGroups(n int, rules []Rule) [][]int {
	root := make([]int, n)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for _, r := range rules {
		for _, c := range r.Forbids {
			a, b := find(r.Forbids[0].Issue), find(c.Issue)
			root[max(a, b)] = min(a, b)
		}
	}
	at := map[int]int{}
	var groups [][]int
	for i := range n {
		r := find(i)
		if _, ok := at[r]; !ok {
			at[r] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[r]] = append(groups[at[r]], i)
	}
	return groups
}

// manyStarts bounds the starting issues tried in one group.
const manyStarts = 64

// arrangeGroup orders one group greedily from each possible start and keeps
// the order whose diagram promises to be smallest.
func arrangeGroup(group, sizes []int, rules []Rule) ([]int, float64) {
	var own []Rule
	for _, r := range rules {
		if len(r.Forbids) > 1 && slices.Contains(group, r.Forbids[0].Issue) {
			own = append(own, r)
		}
	}
	if len(own) == 0 {
		return group, 0
	}
	best, least := group, math.Inf(1)
	for k := range min(len(group), manyStarts) {
		g := greedy{sizes: sizes, rules: own, done: map[int]bool{}}
		if cost := g.from(group[k*len(group)/min(len(group), manyStarts)], group, least); cost < least {
			best, least = g.order, cost
		}
	}
	return best, least
}

// greedy builds one order: always the issue that leaves the fewest states.
type greedy struct {
	sizes []int
	rules []Rule
	done  map[int]bool
	order []int
}

// from orders the group, beginning with start; it gives up, with an infinite
// cost, when the cost passes the limit.
func (g *greedy) from(start int, group []int, limit float64) float64 {
	next, cost := start, 0.0
	for {
		g.done[next] = true
		g.order = append(g.order, next)
		if len(g.order) == len(group) {
			return cost
		}
		cost += math.Exp2(g.width())
		if cost >= limit {
			return math.Inf(1)
		}
		least := math.Inf(1)
		for _, i := range group {
			if g.done[i] {
				continue
			}
			g.done[i] = true
			if w := g.width(); w < least {
				least, next = w, i
			}
			delete(g.done, i)
		}
	}
}

// width estimates the logarithm (base 2) of the number of states: each issue
// decided that still has rules pending counts with its options, but no more
// than one bit for every rule.
func (g *greedy) width() float64 {
	pending := 0
	edge := make([]int, len(g.sizes))
	for _, r := range g.rules {
		in := 0
		for _, c := range r.Forbids {
			if g.done[c.Issue] {
				in++
			}
		}
		if in == 0 || in == len(r.Forbids) {
			continue
		}
		pending++
		for _, c := range r.Forbids {
			if g.done[c.Issue] {
				edge[c.Issue]++
			}
		}
	}
	width := 0.0
	for i, n := range edge {
		if n > 0 {
			width += min(math.Log2(float64(g.sizes[i])), float64(n))
		}
	}
	return min(width, float64(pending))
}
