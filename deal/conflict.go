package deal

import (
	"context"
	"slices"

	"github.com/parley-desk/parley/pareto"
)

// Conflict is a set of bars.
type Conflict struct {
	Bars []Bar `json:"bars"`
	// Leaves is how many packages are possible once the bars of an opening are
	// given up; no-deal values not counted. It is
	// a decimal string, and empty for a blocker.
	Leaves string `json:"leaves,omitempty"`
}

// Conflicts are the blockers and openings of a case in which no package is
// possible. Both lists are empty where one is.
type Conflicts struct {
	// Blockers are the smallest sets of bars that together leave no package;
	// take one bar away, and the rest of the set leaves some.
	Blockers []Conflict
	// Openings are the smallest sets of bars whose giving-up would leave a
	// package.
	Openings []Conflict
	// AllBlockers and AllOpenings say that there are no more than those listed.
	AllBlockers, AllOpenings bool
}

// Conflicts finds the minimal blockers and openings, smallest first, up to the
// size and count that the options state.
//
// The two are duals (Reiter 1987): an opening takes one bar out of every
// blocker, a blocker has one bar of every opening. So one search serves both:
// openings are the minimal hitting sets of the blockers, found by asking for a
// blocker that the set does not hit yet; blockers those of the openings.
func (s *Space) Conflicts(ctx context.Context, o Options) (Conflicts, error) {
	size, most := o.Size, o.Count
	if size == 0 {
		size = 12
	}
	if most == 0 {
		most = 24
	}
	oracle, err := s.oracle(ctx, nil)
	if err != nil {
		return Conflicts{}, err
	}
	all := make([]bool, len(s.Bars))
	for k := range all {
		all[k] = true
	}
	var found Conflicts
	if oracle.leaves(all) {
		found.AllBlockers, found.AllOpenings = true, true
		return found, oracle.err
	}
	collect := func(into *[]Conflict) func([]int) bool {
		return func(set []int) bool {
			*into = append(*into, s.conflict(set))
			return len(*into) < most
		}
	}
	found.AllOpenings, err = minimal(ctx, size, func(given []int) ([]int, bool) {
		left := slices.Clone(all)
		for _, k := range given {
			left[k] = false
		}
		if oracle.leaves(left) {
			return nil, false
		}
		return oracle.shrink(left), true
	}, collect(&found.Openings))
	if err != nil {
		return found, err
	}
	found.AllBlockers, err = minimal(ctx, size, func(kept []int) ([]int, bool) {
		held := make([]bool, len(s.Bars))
		for _, k := range kept {
			held[k] = true
		}
		if !oracle.leaves(held) {
			return nil, false
		}
		return oracle.complement(held), true
	}, collect(&found.Blockers))
	if err != nil {
		return found, err
	}
	if oracle.err != nil {
		return found, oracle.err
	}
	for k := range found.Openings {
		if found.Openings[k].Leaves, err = s.leaves(found.Openings[k]); err != nil {
			return found, err
		}
	}
	return found, nil
}

func (s *Space) conflict(set []int) Conflict {
	var c Conflict
	for _, k := range set {
		c.Bars = append(c.Bars, s.Bars[k])
	}
	return c
}

// leaves counts the packages that the other bars allow.
func (s *Space) leaves(c Conflict) (string, error) {
	problem := *s.pareto.Problem()
	problem.Rules = s.rules(func(b Bar) bool {
		return !slices.ContainsFunc(c.Bars, func(given Bar) bool { return given.Kind == b.Kind && given.Words == b.Words })
	})
	space, err := pareto.New(&problem)
	if err != nil {
		return "", err
	}
	return space.Count().String(), nil
}

// shrink takes bars away as long as the rest still leaves no package. What
// remains is a blocker.
func (o *oracle) shrink(held []bool) []int {
	for k := range held {
		if !held[k] {
			continue
		}
		held[k] = false
		if o.leaves(held) {
			held[k] = true
		}
	}
	return chosen(held, true)
}

// complement adds bars as long as they leave a package. What cannot be added
// is an opening.
func (o *oracle) complement(held []bool) []int {
	for k := range held {
		if held[k] {
			continue
		}
		held[k] = true
		if !o.leaves(held) {
			held[k] = false
		}
	}
	return chosen(held, false)
}

func chosen(held []bool, is bool) []int {
	var set []int
	for k, h := range held {
		if h == is {
			set = append(set, k)
		}
	}
	return set
}
