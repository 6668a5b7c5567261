package pareto

import (
	"cmp"
	"math"
	"slices"
)

// pruner watches one walk of a search: it drops the rows that cannot beat the
// package already known and, on a narrow walk, all but the most promising.
type pruner struct {
	*search
	*guide
	walk   *walk
	width  int
	cuts   []*cut
	target float64   // the score that a row must be able to reach
	left   bool      // whether something was left out that might have been better
	most   float64   // the most that anything left out might have scored
	x      []float64 // a row's amounts, in parts of the greatest
}

// begin makes the first cuts, from the root.
func (p *pruner) begin() {
	switch {
	case p.found != nil:
		p.target = p.score(p.found)
	case p.kind == Egalitarian || p.kind == KalaiSmorodinsky:
		p.target = 0 // no possible package is worth less than the origin to anyone
	}
	p.most = p.target
	p.cuts = p.tighten(make([]float64, len(p.x)), 0, 0)
	p.walk.cuts, p.walk.trim, p.walk.tell = p.test, p.trim, p.tell
	p.atMost(p.ceiling(0, 0))
}

// guardNoDeals lets a walk drop rows that cannot reach all no-deal values at
// once, although they can reach each of them.
func (w *walk) guardNoDeals() {
	if w.space.hopeless() {
		return
	}
	g := w.space.goal(Egalitarian, nil)
	binding := 0
	for k, need := range w.space.units.need {
		if g.active[k] = need != nil; g.active[k] {
			binding++
		}
	}
	if binding < 2 {
		return
	}
	h := &search{space: w.space, goal: g}
	h.watch(w, h.aim(), 0)
	w.tell = nil // this search has a frontier to find
}

// finish draws the bound that the walk has proved.
func (p *pruner) finish() {
	if p.found != nil {
		p.atMost(max(p.most, p.score(p.found)))
	}
}

// atMost notes that no package scores more.
func (p *pruner) atMost(score float64) {
	if p.kind == p.goal.kind { // otherwise all is settled, and only equals are looked for
		p.bound = min(p.bound, score*p.unit+p.shift)
	}
}

// tell completes a report with what is known of the solution.
func (p *pruner) tell(report *Progress) {
	report.Step, report.Best, report.Bound = p.goal.step, math.Inf(-1), p.bound
	if p.found != nil {
		report.Best = p.goal.score(p.goal.gains(p.found.Values), p.found.Values)
	}
}

// score is the score of a known point, as the cuts count it.
func (p *pruner) score(at *Point) float64 {
	y := make([]float64, len(at.Values))
	for k, v := range p.goal.gains(at.Values) {
		f, _ := v.Float64()
		y[k] = f / p.space.units.full(k)
	}
	return p.value(y)
}

// test returns the test that the cuts make of rows that reach a node.
func (p *pruner) test(t, node int) func(row []uint64) bool {
	return func(row []uint64) bool {
		p.read(row)
		return p.passes(p.cuts, t, node)
	}
}

// read turns a row's amounts into parts of the greatest amount.
func (p *pruner) read(row []uint64) {
	for k := range p.x {
		p.x[k] = float64(row[k*p.walk.words]) / wordful
	}
}

func (p *pruner) passes(cuts []*cut, t, node int) bool {
	for _, c := range cuts {
		if c.bound(p.x, t, node) < p.target-c.room {
			return false
		}
	}
	return true
}

// ceiling is the most that the cuts leave to the row last read.
func (p *pruner) ceiling(t, node int) float64 {
	b := math.Inf(1)
	for _, c := range p.cuts {
		b = min(b, c.bound(p.x, t, node)+c.room)
	}
	return b
}

// samples is the number of rows of a long list for which cuts of their own
// are made; sampled is how long a list must be for that.
const samples, sampled = 8, 512

// trim sharpens the cuts on long lists and leaves out what is too much for the width.
func (p *pruner) trim(t int, lists []*list) {
	if t == len(p.d.order) {
		return
	}
	p.sharpen(t, lists)
	if total := points(lists); p.width > 0 && total > p.width {
		p.narrow(t, lists, total)
	}
}

// sharpen makes cuts for rows of the longest list and applies them to all.
func (p *pruner) sharpen(t int, lists []*list) {
	node := 0
	for n, a := range lists {
		if a.n > lists[node].n {
			node = n
		}
	}
	longest := lists[node]
	if longest.n < sampled {
		return
	}
	var fresh []*cut
	for k := range samples {
		p.read(longest.row(p.walk.layout, k*longest.n/samples))
		if p.passes(fresh, t, node) {
			fresh = append(fresh, p.tighten(slices.Clone(p.x), t, node)[0])
		}
	}
	for n, a := range lists {
		a.retain(p.walk.layout, func(i int) bool {
			p.read(a.row(p.walk.layout, i))
			return p.passes(fresh, t, n)
		})
	}
	p.cuts = append(fresh, p.cuts...)[:min(len(fresh)+len(p.cuts), rounds)]
}

// narrow keeps the rows that promise most.
func (p *pruner) narrow(t int, lists []*list, total int) {
	type rated struct {
		ceiling   float64
		node, row int
	}
	all := make([]rated, 0, total)
	for n, a := range lists {
		for i := range a.n {
			p.read(a.row(p.walk.layout, i))
			all = append(all, rated{p.ceiling(t, n), n, i})
		}
	}
	slices.SortStableFunc(all, func(a, b rated) int { return cmp.Compare(b.ceiling, a.ceiling) })
	p.left, p.most = true, max(p.most, all[p.width].ceiling)
	chosen := make([][]bool, len(lists))
	for n, a := range lists {
		chosen[n] = make([]bool, a.n)
	}
	for _, r := range all[:p.width] {
		chosen[r.node][r.row] = true
	}
	for n, a := range lists {
		a.retain(p.walk.layout, func(i int) bool { return chosen[n][i] })
	}
}

// points counts the rows of lists.
func points(lists []*list) int {
	n := 0
	for _, a := range lists {
		n += a.n
	}
	return n
}
