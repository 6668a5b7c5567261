package pareto

import (
	"context"
	"errors"
	"iter"
	"math/big"
)

// Frontier is the set of value vectors that the rules allow, that are at or
// above every no-deal value, and that no other such vector dominates: one
// package for each, from the best for the first party to the worst (then the
// second, and so on).
//
// Where a limit came first, Exact is false, and every possible package is
// within Epsilon of a listed one.
type Frontier struct {
	// Exact says that every vector is here and that nothing else is.
	Exact bool
	// Epsilon is, for each party and in its own units, the most by which a
	// possible package may be better than the nearest listed one. It is all
	// zero when Exact.
	Epsilon []*big.Rat
	// Relative is Epsilon as a part of each party's range: from the worst to
	// the best that the rules allow it.
	Relative []float64

	space *Space
	*layout
	*list
}

// Point is one vector of the frontier.
type Point struct {
	Values  []*big.Rat // the worth to each party, exactly
	Package Package    // the lexicographically first package with these values
	Shared  *big.Int   // how many possible packages have these values; nil when the frontier is not exact
}

// Len is the number of vectors listed.
func (f *Frontier) Len() int { return f.n }

// At returns vector i.
func (f *Frontier) At(i int) Point {
	row := f.row(f.layout, i)
	p := Point{Package: f.unpack(row, f.space.problem)}
	u := f.space.units
	for k := range u.parties {
		p.Values = append(p.Values, u.worth(k, row[k*u.words:(k+1)*u.words]))
	}
	if f.Exact {
		p.Shared = bigOf(row[f.count:])
	}
	return p
}

// All goes through the frontier in its order.
func (f *Frontier) All() iter.Seq[Point] {
	return func(yield func(Point) bool) {
		for i := range f.n {
			if !yield(f.At(i)) {
				return
			}
		}
	}
}

var errNoParties = errors.New("the problem has no parties: without values there is no frontier and no solution")

// Frontier lists the frontier. It is empty when no package is possible. Under
// limits it may be an approximation, and says how close; the error is
// ctx.Err() when the context ended first.
func (s *Space) Frontier(ctx context.Context, limits Limits) (*Frontier, error) {
	if len(s.problem.Parties) == 0 {
		return nil, errNoParties
	}
	w := s.newWalk(limits)
	w.guardNoDeals()
	w.thin = newThinner(w)
	end, err := w.run(ctx)
	if err != nil {
		return nil, err
	}
	f := &Frontier{Exact: !w.thin.used, space: s, layout: w.layout, list: end}
	f.Epsilon, f.Relative = w.thin.epsilon()
	return f, nil
}
