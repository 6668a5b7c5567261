package pareto

import (
	"math"
	"slices"
)

// A search for one solution is a walk that drops every partial package whose
// completions all score below a package already known. What a completion may
// score at most is said by cuts.
//
// A cut weighs the parties: with weights λ, the greatest λ·x over all
// completions of a node is one longest path, computed once for the whole
// diagram, and a concave score lies below any of its tangent planes:
//
//	score │        ╱ tangent: λ·x + c
//	      │    ⟋╱‾‾‾ score(x)
//	      │  ╱╱
//	      │ ╱╱         score(best completion of row) ≤ λ·row + reach(node) + c
//	      └──────────▶ x
//
// So one row is tested by one dot product for each cut. The weights that bound
// a row best are those at the best mixture of its completions; they are found
// by walking towards it (Frank & Wolfe 1956).
//
// All of this is floating-point arithmetic with room for its errors: a row is
// dropped only when it falls short by more than rounding can explain. What is
// left is compared exactly.
type cut struct {
	weight []float64
	reach  [][]float64 // reach[t][node]: the greatest weighted sum of what is still to decide
	offset float64
	room   float64 // what rounding may add up to
}

// bound is the most that any completion of x from the node can score.
func (c *cut) bound(x []float64, t, node int) float64 {
	b := c.reach[t][node] + c.offset
	for k, v := range x {
		b += c.weight[k] * v
	}
	return b
}

// aim is what a search climbs: a concave function of the parties' amounts x,
// each counted in parts of the greatest amount that words can hold.
type aim struct {
	kind   Kind
	origin []float64 // the amount from which each party's gain is counted
	scale  []float64 // what a gain is multiplied by before gains are compared
	need   []float64 // no-deal amounts, as far as they bind; -Inf where none
	active []bool    // the parties that count: for Nash and the smallest gain

	unit, shift float64 // what is reported is score × unit + shift
}

// even returns weights that favour nobody.
func (a *aim) even() []float64 {
	w := slices.Clone(a.scale)
	n := 0.0
	for k, active := range a.active {
		switch {
		case a.kind == Utilitarian:
		case active:
			n++
		default:
			w[k] = 0
		}
	}
	for k := range w {
		if a.kind != Utilitarian {
			w[k] /= n
		}
	}
	return w
}

// slope returns the weights of a tangent plane near x. Where the score has a
// kink, heat rounds it off; any weights returned give a true bound.
func (a *aim) slope(x []float64, heat float64) []float64 {
	w := make([]float64, len(x))
	switch a.kind {
	case Nash:
		for k := range x {
			if a.active[k] {
				w[k] = 1 / max(x[k]-a.origin[k], 1e-9)
			}
		}
	case Utilitarian:
		for k := range x {
			w[k] = a.scale[k]
			if !math.IsInf(a.need[k], -1) { // a price on falling short
				w[k] += 4 / (1 + math.Exp((x[k]-a.need[k])/heat))
			}
		}
	default:
		a.softmin(w, x, heat)
	}
	return w
}

// softmin spreads the weight over the smallest gains.
func (a *aim) softmin(w, x []float64, heat float64) {
	least := math.Inf(1)
	for k := range x {
		if a.active[k] {
			least = min(least, (x[k]-a.origin[k])*a.scale[k])
		}
	}
	total := 0.0
	for k := range x {
		if a.active[k] {
			w[k] = math.Exp((least - (x[k]-a.origin[k])*a.scale[k]) / heat)
			total += w[k]
		}
	}
	for k := range x {
		w[k] *= a.scale[k] / total
	}
}

// offset is the constant of the tangent plane with these weights.
func (a *aim) offset(w []float64) float64 {
	c := 0.0
	for k := range w {
		switch {
		case w[k] == 0:
		case a.kind == Nash:
			c -= 1 + math.Log(w[k]) + w[k]*a.origin[k]
		case a.kind == Utilitarian:
			if extra := w[k] - a.scale[k]; extra > 0 {
				c -= extra * a.need[k]
			}
		default:
			c -= w[k] * a.origin[k]
		}
	}
	return c
}

// value is the score of gains y (x less the origin), up to rounding.
func (a *aim) value(y []float64) float64 {
	total, logs, least := 0.0, 0.0, math.Inf(1)
	for k, v := range y {
		if a.active[k] {
			total += (v + a.origin[k]) * a.scale[k]
			logs += math.Log(max(v, 0))
			least = min(least, v*a.scale[k])
		}
	}
	switch a.kind {
	case Nash:
		return logs
	case Utilitarian:
		return total
	}
	return least
}

// guide finds cuts on a diagram.
type guide struct {
	*aim
	d    *diagram
	step [][][]float64 // step[issue][option][party]
}

func newGuide(s *Space, a *aim) *guide {
	g := &guide{aim: a, d: s.diagram}
	u := s.units
	for i, issue := range s.problem.Issues {
		options := make([][]float64, len(issue.Options))
		for o := range options {
			for k := range u.parties {
				options[o] = append(options[o], float64(u.step[i][(o*u.parties+k)*u.words])/wordful)
			}
		}
		g.step = append(g.step, options)
	}
	return g
}

// cut computes a cut from weights, for the levels from t on.
func (g *guide) cut(w []float64, t int) *cut {
	c := &cut{weight: slices.Clone(w), offset: g.offset(w), reach: make([][]float64, len(g.d.levels))}
	for k, v := range w {
		c.room += 1e-11 * v * (1 + math.Abs(g.origin[k]))
	}
	n := len(g.d.order)
	c.reach[n] = []float64{0}
	for l := n - 1; l >= t; l-- {
		sums := g.sums(w, g.d.order[l])
		c.reach[l] = make([]float64, len(g.d.levels[l]))
		for i, nd := range g.d.levels[l] {
			best := math.Inf(-1)
			for o, child := range nd {
				if child != forbidden {
					best = max(best, sums[o]+c.reach[l+1][child])
				}
			}
			c.reach[l][i] = best
		}
	}
	return c
}

// sums weighs the options of an issue.
func (g *guide) sums(w []float64, issue int) []float64 {
	sums := make([]float64, len(g.step[issue]))
	for o, step := range g.step[issue] {
		for k, v := range step {
			sums[o] += w[k] * v
		}
	}
	return sums
}

// follow returns the amounts of the best completion, by a cut, of x from a node.
func (g *guide) follow(c *cut, x []float64, t, node int) []float64 {
	x = slices.Clone(x)
	for ; t < len(g.d.order); t++ {
		issue := g.d.order[t]
		sums := g.sums(c.weight, issue)
		best, most := -1, math.Inf(-1)
		for o, child := range g.d.levels[t][node] {
			if child != forbidden && sums[o]+c.reach[t+1][child] > most {
				best, most = o, sums[o]+c.reach[t+1][child]
			}
		}
		for k, v := range g.step[issue][best] {
			x[k] += v
		}
		node = int(g.d.levels[t][node][best])
	}
	return x
}

// rounds is how many steps are taken towards the best mixture of completions.
const rounds = 24

// tighten finds cuts that bound the completions of x from a node well: the
// best one comes first.
func (g *guide) tighten(x []float64, t, node int) []*cut {
	var cuts []*cut
	mix := make([]float64, len(x))
	at, least := 0, math.Inf(1)
	for r := range rounds {
		w := g.even()
		if r > 0 {
			w = g.slope(mix, 0.2/float64(r*r))
		}
		c := g.cut(w, t)
		cuts = append(cuts, c)
		if b := c.bound(x, t, node); b < least {
			at, least = r, b
		}
		g.mixIn(mix, g.follow(c, x, t, node), r)
	}
	cuts[0], cuts[at] = cuts[at], cuts[0]
	return cuts
}

// mixIn moves the mixture towards a completion, as far as the score rises.
func (g *guide) mixIn(mix, to []float64, round int) {
	if round == 0 {
		copy(mix, to)
		return
	}
	share := 2 / float64(round+2)
	for k := range mix {
		mix[k] += share * (to[k] - mix[k])
	}
}
