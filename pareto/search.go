package pareto

import (
	"context"
	"math"
	"math/big"
	"slices"
)

// searchWidths are the numbers of partial packages that the walks of a search
// may carry: narrow walks find good packages, the last one, unbounded (0),
// proves the best. A walk that never had to leave anything out is a proof
// already.
func searchWidths() []int { return []int{64, 1024, 16384, 0} }

// Solve finds the package that a kind picks without listing the frontier. Of
// the limits it heeds Time and Progress. The
// error is ErrImpossible when no package is possible, or the context's when it
// ended, or the time was up, before any was found. After that, the best
// package found so far is returned with its bound.
func (s *Space) Solve(ctx context.Context, kind Kind, limits Limits) (*Solution, error) {
	if len(s.problem.Parties) == 0 {
		return nil, errNoParties
	}
	if s.hopeless() {
		return nil, ErrImpossible
	}
	if limits.Time > 0 {
		timed, cancel := context.WithTimeout(ctx, limits.Time)
		defer cancel()
		ctx = timed
	}
	switch kind {
	case Nash:
		return s.nash(ctx, limits)
	case KalaiSmorodinsky:
		ideal, err := s.Ideals(ctx, limits)
		if err != nil {
			return nil, err
		}
		g := s.goal(kind, ideal)
		if !slices.Contains(g.active, true) {
			return s.idle(ctx, kind, limits)
		}
		return s.seek(ctx, g, nil, limits)
	}
	return s.seek(ctx, s.goal(kind, nil), nil, limits)
}

// Ideals finds each party's greatest possible gain: the most that any possible
// package is worth to it over its origin.
func (s *Space) Ideals(ctx context.Context, limits Limits) ([]*big.Rat, error) {
	g := s.goal(Utilitarian, nil)
	free := !slices.ContainsFunc(s.units.need, func(need []uint64) bool { return need != nil })
	best, words := s.best()[0][0], s.units.words
	var ideal []*big.Rat
	for k, origin := range g.origin {
		most := s.units.worth(k, best[k*words:(k+1)*words])
		if !free {
			for j := range g.active {
				g.active[j] = j == k
			}
			g.step = "greatest gain of " + s.problem.Parties[k].Name
			sol, err := s.seek(ctx, g, nil, limits)
			if err != nil {
				return nil, err
			}
			if !sol.Exact {
				return nil, context.Cause(ctx)
			}
			most = sol.Values[k]
		}
		ideal = append(ideal, most.Sub(most, origin))
	}
	return ideal, nil
}

// nash finds the Nash solution. Its search can tell good from bad only among
// packages that give all a gain; whether there are any, the egalitarian
// solution says. Where there are none, all sets of parties that may gain
// together are tried, the largest first.
func (s *Space) nash(ctx context.Context, limits Limits) (*Solution, error) {
	all, g := s.goal(Nash, nil), s.goal(Nash, nil)
	n := len(g.active)
	for size := n; size > 0; size-- {
		var best *Solution
		for set := range 1 << n {
			if members(g.active, set) != size {
				continue
			}
			sol, err := s.nashAmong(ctx, g, limits)
			if err != nil {
				return nil, err
			}
			if sol != nil && (best == nil || all.better(&sol.Point, &best.Point)) {
				best = sol
			}
		}
		if best != nil {
			return best, nil
		}
	}
	return s.idle(ctx, Nash, limits)
}

// idle answers where no possible package gives anyone a gain: all are alike.
func (s *Space) idle(ctx context.Context, kind Kind, limits Limits) (*Solution, error) {
	sol, err := s.seek(ctx, s.goal(Utilitarian, nil), nil, limits)
	if err != nil {
		return nil, err
	}
	sol.Kind, sol.Best, sol.Bound = kind, 0, 0
	return sol, nil
}

// members writes a set of parties as flags and counts them.
func members(active []bool, set int) int {
	n := 0
	for k := range active {
		active[k] = set>>k&1 == 1
		if active[k] {
			n++
		}
	}
	return n
}

// nashAmong finds the greatest product of the active parties' gains, or nil
// where they cannot all gain at once.
func (s *Space) nashAmong(ctx context.Context, g *goal, limits Limits) (*Solution, error) {
	least := &goal{kind: Egalitarian, origin: g.origin, active: g.active, step: "smallest gain"}
	start, err := s.seek(ctx, least, nil, limits)
	if err != nil {
		return nil, err
	}
	if least.sorted(start.Gains)[0].Sign() <= 0 {
		if !start.Exact {
			return nil, context.Cause(ctx)
		}
		return nil, nil
	}
	return s.seek(ctx, g, &start.Point, limits)
}

// better reports whether a comes before b: a higher score or, on a tie, the
// lexicographically earlier package.
func (g *goal) better(a, b *Point) bool {
	c := g.compare(g.gains(a.Values), g.gains(b.Values))
	return c > 0 || c == 0 && a.Package.Compare(b.Package) < 0
}

// search finds one solution.
type search struct {
	space  *Space
	goal   *goal
	limits Limits
	found  *Point  // the best package so far
	bound  float64 // no package scores more, as Solution counts
}

// seek runs a search, from a point already known where there is one.
func (s *Space) seek(ctx context.Context, g *goal, known *Point, limits Limits) (*Solution, error) {
	h := &search{space: s, goal: g, limits: limits, found: known, bound: math.Inf(1)}
	widths := limits.widths
	if widths == nil {
		widths = searchWidths()
	}
	complete := false
	var err error
	for k := 0; k < len(widths) && !complete && err == nil; k++ {
		if complete, err = h.walk(ctx, widths[k]); err == nil && h.found == nil && g.kind == Utilitarian {
			h.found, err = s.anywhere(ctx, limits)
		}
	}
	switch {
	case h.found == nil && err != nil:
		return nil, err
	case h.found == nil:
		return nil, ErrImpossible
	}
	sol := g.solution(*h.found, complete)
	if !complete {
		sol.Bound = max(h.bound, sol.Best)
	}
	return sol, nil
}

// anywhere finds some possible package. The smallest gain over the no-deal
// values is the score for that: it is below zero exactly where a package is
// not possible, so cuts prove it when there is none.
func (s *Space) anywhere(ctx context.Context, limits Limits) (*Point, error) {
	sol, err := s.seek(ctx, s.goal(Egalitarian, nil), nil, limits)
	if err != nil {
		return nil, err
	}
	return &sol.Point, nil
}

// walk makes one walk of at most the given width (0: any) and reports whether
// it left out nothing that could have been better.
func (h *search) walk(ctx context.Context, width int) (bool, error) {
	a := h.aim()
	w := h.space.newWalk(h.limits)
	p := h.watch(w, a, width)
	end, err := w.run(ctx)
	if err != nil {
		return false, err
	}
	h.take(&Frontier{Exact: true, space: h.space, layout: w.layout, list: end})
	p.finish()
	return !p.left, nil
}

// watch puts a pruner on a walk.
func (h *search) watch(w *walk, a *aim, width int) *pruner {
	p := &pruner{search: h, guide: newGuide(h.space, a), walk: w, width: width, target: math.Inf(-1), x: make([]float64, w.parties)}
	p.begin()
	return p
}

// take keeps the best point of a list, if it is better than the one known.
func (h *search) take(f *Frontier) {
	if f.n == 0 {
		return
	}
	if p := h.goal.pick(f); h.found == nil || !h.goal.better(h.found, &p) {
		h.found = &p
	}
}

// aim makes the goal ready for cuts.
func (h *search) aim() *aim {
	u, g := h.space.units, h.goal
	a := &aim{kind: g.kind, active: slices.Clone(g.active)}
	for k := range u.parties {
		full := u.full(k)
		zero, _ := new(big.Rat).Sub(g.origin[k], u.base[k]).Float64()
		a.origin = append(a.origin, zero/full)
		a.need = append(a.need, math.Inf(-1))
		if u.need[k] != nil {
			a.need[k] = float64(u.need[k][0]) / wordful
		}
		switch {
		case !a.active[k]:
			full = 0
		case a.kind == KalaiSmorodinsky:
			ideal, _ := g.ideal[k].Float64()
			full /= ideal
		}
		a.scale = append(a.scale, full)
	}
	a.unit = slices.Max(a.scale)
	for k := range a.scale {
		a.scale[k] /= a.unit
	}
	h.report(a)
	if h.found == nil || a.kind == Nash || a.kind == Utilitarian {
		return a
	}
	scale := slices.Clone(a.scale)
	if h.settle(a); !slices.Contains(a.active, true) {
		// Everyone who counts has all there is to have. What remains is to find
		// the first package of its equals, and these have the greatest sum.
		a.kind, a.active, a.scale = Utilitarian, slices.Clone(g.active), scale
	}
	return a
}

// report says how scores are turned into what Solution reports.
func (h *search) report(a *aim) {
	u := h.space.units
	for k := range u.parties {
		switch {
		case !a.active[k]:
		case a.kind == Nash:
			a.shift += math.Log(u.full(k))
		case a.kind == Utilitarian:
			base, _ := u.base[k].Float64()
			a.shift += base
		}
	}
	if a.kind == Nash {
		a.unit = 1
	}
}

// settle takes out the parties that cannot have more than the found package's
// smallest gain: any package at least as good gives them just that, and must
// be as good for the others.
func (h *search) settle(a *aim) {
	u := h.space.units
	best := h.space.best()[0][0]
	sorted := h.goal.sorted(h.goal.gains(h.found.Values))
	for k := 0; k < u.parties; k++ {
		if !a.active[k] {
			continue
		}
		most := u.worth(k, best[k*u.words:(k+1)*u.words])
		most.Sub(most, h.goal.origin[k])
		if a.kind == KalaiSmorodinsky {
			most.Quo(most, h.goal.ideal[k])
		}
		if most.Cmp(sorted[0]) <= 0 {
			a.active[k], a.scale[k] = false, 0
			sorted = sorted[1:]
			k = -1 // what is left may settle others
		}
	}
}
