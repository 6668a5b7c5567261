package pareto

import (
	"cmp"
	"errors"
	"math"
	"math/big"
	"slices"
)

// Kind names a way to pick one package for all.
//
// All four weigh gains: what a package is worth to a party over its no-deal
// value or, where it has stated none, over the worst package that the rules
// allow. All four pick among the possible packages only, those that the rules
// allow and that leave nobody below a no-deal value, and what they pick is on
// the frontier. Among packages that are equal in the sense of the kind, the
// lexicographically first is taken.
type Kind int

const (
	// Nash is the greatest product of gains (Nash 1950). Where no package
	// gives every party a gain, it is the package in which the most parties
	// gain, and among these the greatest product of the gains there are.
	Nash Kind = iota
	// KalaiSmorodinsky makes the smallest share as great as can be, then the
	// second smallest, and so on; a party's share is its gain divided by the
	// greatest gain that any possible package gives it (Kalai & Smorodinsky
	// 1975, for packages that cannot be mixed). A party that no possible
	// package gives any gain is left out.
	KalaiSmorodinsky
	// Egalitarian makes the smallest gain as great as can be, then the second
	// smallest, and so on (leximin). Gains are compared as they stand: it
	// means something only if the parties' units do.
	Egalitarian
	// Utilitarian is the greatest sum of values. It, too, compares units.
	Utilitarian
)

// Kinds lists all kinds.
var Kinds = []Kind{Nash, KalaiSmorodinsky, Egalitarian, Utilitarian}

func (k Kind) String() string {
	return [...]string{"nash", "kalai_smorodinsky", "egalitarian", "utilitarian"}[k]
}

// Solution is the package that a kind picks.
type Solution struct {
	Kind Kind
	Point
	Gains []*big.Rat // the worth over the starting point, by party
	// Exact says that no possible package is better in the sense of the kind.
	// Otherwise a limit came first: Best is the score of the package found and
	// Bound is the most that another could have. Scores are the sum of the
	// logarithms of the gains (Nash), the smallest share, the smallest gain,
	// or the sum of the values.
	Exact       bool
	Best, Bound float64
}

// ErrImpossible says that no package is possible: the rules or the no-deal
// values leave none.
var ErrImpossible = errors.New("no package is possible")

// Origins returns the value from which each party's gains are counted: its
// no-deal value or, where it has none, the worst that the rules allow. It is
// nil when the rules allow nothing.
func (s *Space) Origins() []*big.Rat {
	if s.diagram.empty() {
		return nil
	}
	worst := s.worst()[0][0]
	origins := make([]*big.Rat, s.units.parties)
	for k := range origins {
		if origins[k] = s.problem.Parties[k].NoDeal; origins[k] == nil {
			origins[k] = s.units.worth(k, worst[k*s.units.words:(k+1)*s.units.words])
		}
	}
	return origins
}

// goal is a kind made ready to compare packages, exactly.
type goal struct {
	kind   Kind
	origin []*big.Rat
	ideal  []*big.Rat // Kalai–Smorodinsky: the greatest possible gain of each party
	active []bool     // the parties that count
	step   string     // what a report calls it
}

// goal readies a kind for a space whose greatest possible gains are known; only
// Kalai–Smorodinsky asks for them.
func (s *Space) goal(kind Kind, ideal []*big.Rat) *goal {
	g := &goal{kind: kind, origin: s.Origins(), ideal: ideal, step: kind.String()}
	for k := range g.origin {
		g.active = append(g.active, kind != KalaiSmorodinsky || ideal[k].Sign() > 0)
	}
	return g
}

// gains are values over the origin.
func (g *goal) gains(values []*big.Rat) []*big.Rat {
	out := make([]*big.Rat, len(values))
	for k, v := range values {
		out[k] = new(big.Rat).Sub(v, g.origin[k])
	}
	return out
}

// compare reports whether gains a are better (+1), equal (0) or worse (-1) than b.
func (g *goal) compare(a, b []*big.Rat) int {
	switch g.kind {
	case Nash:
		na, pa := g.product(a)
		nb, pb := g.product(b)
		return cmp.Or(cmp.Compare(na, nb), pa.Cmp(pb))
	case Utilitarian:
		return g.sum(a).Cmp(g.sum(b))
	}
	x, y := g.sorted(a), g.sorted(b)
	for k := range x {
		if c := x[k].Cmp(y[k]); c != 0 {
			return c
		}
	}
	return 0
}

// sorted returns gains or, for Kalai–Smorodinsky, shares, the smallest first.
func (g *goal) sorted(gains []*big.Rat) []*big.Rat {
	var out []*big.Rat
	for k, v := range gains {
		switch {
		case !g.active[k]:
		case g.kind == KalaiSmorodinsky:
			out = append(out, new(big.Rat).Quo(v, g.ideal[k]))
		default:
			out = append(out, v)
		}
	}
	slices.SortFunc(out, (*big.Rat).Cmp)
	return out
}

// product counts the parties that gain and multiplies what they gain.
func (g *goal) product(gains []*big.Rat) (int, *big.Rat) {
	n, product := 0, big.NewRat(1, 1)
	for k, v := range gains {
		if g.active[k] && v.Sign() > 0 {
			n++
			product.Mul(product, v)
		}
	}
	return n, product
}

func (g *goal) sum(values []*big.Rat) *big.Rat {
	total := new(big.Rat)
	for k, v := range values {
		if g.active[k] {
			total.Add(total, v)
		}
	}
	return total
}

// score is the figure that Solution.Best reports.
func (g *goal) score(gains, values []*big.Rat) float64 {
	switch g.kind {
	case Nash:
		total := 0.0
		for _, v := range gains {
			if v.Sign() > 0 {
				total += logRat(v)
			}
		}
		return total
	case Utilitarian:
		f, _ := g.sum(values).Float64()
		return f
	}
	if s := g.sorted(gains); len(s) > 0 {
		f, _ := s[0].Float64()
		return f
	}
	return 0
}

func logRat(v *big.Rat) float64 {
	f, _ := v.Float64()
	return math.Log(f)
}

// pick returns the best point of a list that is not empty. Rough
// floating-point keys pass over most rows; what they cannot tell apart for
// certain is compared exactly.
func (g *goal) pick(f *Frontier) Point {
	keys, slack := g.rough(f)
	most := math.Inf(-1)
	for _, key := range keys {
		if key > most { // false for NaN, which says that the key is unsure
			most = key
		}
	}
	var top Point
	for i, key := range keys {
		if key < most-slack {
			continue
		}
		p := f.At(i)
		if top.Values == nil {
			top = p
			continue
		}
		c := g.compare(g.gains(p.Values), g.gains(top.Values))
		if c > 0 || c == 0 && p.Package.Compare(top.Package) < 0 {
			top = p
		}
	}
	return top
}

// rough gives every row of a list a key that orders as compare does where keys
// differ by more than the slack. NaN is a key that says nothing.
func (g *goal) rough(f *Frontier) (keys []float64, slack float64) {
	u := f.space.units
	unit, zero, size, full := make([]float64, u.parties), make([]float64, u.parties), make([]float64, u.parties), make([]float64, u.parties)
	for k := range unit {
		unit[k] = u.perTop(k)
		zero[k], _ = new(big.Rat).Sub(u.base[k], g.origin[k]).Float64()
		size[k] = math.Abs(zero[k]) + unit[k]*wordful
		switch {
		case !g.active[k]:
		case g.kind == KalaiSmorodinsky:
			full[k], _ = g.ideal[k].Float64()
		default:
			full[k] = 1
		}
		if g.active[k] {
			slack += 1e-10 * size[k] / full[k]
		}
	}
	if g.kind == Nash {
		slack = 1e-8
	}
	gains := make([]float64, u.parties)
	for i := range f.n {
		row := f.row(f.layout, i)
		for k := range gains {
			gains[k] = zero[k] + unit[k]*float64(row[k*u.words])
			if g.kind == Nash && gains[k] < 1e-5*size[k] {
				gains[k] = math.NaN() // too close to nothing for its logarithm to be trusted
			}
		}
		keys = append(keys, g.roughKey(gains, full))
	}
	return keys, slack
}

// roughKey is the first figure that the kind looks at.
func (g *goal) roughKey(gains, full []float64) float64 {
	least, total, logs := math.Inf(1), 0.0, 0.0
	for k, v := range gains {
		if g.active[k] {
			total += v
			logs += math.Log(v)
			least = min(least, v/full[k])
		}
	}
	switch g.kind {
	case Nash:
		return logs
	case Utilitarian:
		return total
	}
	return least
}

// Solve picks a package from the listed vectors. It is exact when the frontier
// is; then it is what Space.Solve finds.
func (f *Frontier) Solve(kind Kind) (*Solution, error) {
	if f.n == 0 {
		return nil, ErrImpossible
	}
	var ideal []*big.Rat
	for k, origin := range f.space.Origins() {
		best := f.At(int(f.order[k][0])).Values[k]
		ideal = append(ideal, best.Sub(best, origin))
	}
	g := f.space.goal(kind, ideal)
	return g.solution(g.pick(f), f.Exact), nil
}

func (g *goal) solution(p Point, exact bool) *Solution {
	sol := &Solution{Kind: g.kind, Point: p, Gains: g.gains(p.Values), Exact: exact}
	sol.Best = g.score(sol.Gains, p.Values)
	sol.Bound = sol.Best
	if !exact {
		sol.Bound = math.Inf(1)
	}
	return sol
}
