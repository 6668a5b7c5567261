package deal

import (
	"github.com/parley-desk/parley/pareto"
)

// oracle answers whether any package is left when only some bars hold. It is
// asked thousands of times, by conflicts and by every draw.
type oracle struct {
	space *Space
}

func (s *Space) oracle() (*oracle, error) {
	return &oracle{s}, nil
}

func (o *oracle) clone() *oracle { return o }

// leaves reports whether the bars held leave a package.
func (o *oracle) leaves(held []bool) bool {
	problem := *o.space.pareto.Problem()
	problem.Rules = nil
	for k, b := range o.space.Bars {
		if held[k] {
			problem.Rules = append(problem.Rules, b.forbids...)
		}
	}
	space, err := pareto.New(&problem)
	if err != nil {
		return true
	}
	return space.Count().Sign() > 0
}

// leavesBut reports whether a package is left when all bars hold and some
// unknown attitudes are refusals.
func (o *oracle) leavesBut(unknowns []unknown, refused []bool) bool {
	problem := *o.space.pareto.Problem()
	for k, u := range unknowns {
		if refused[k] {
			problem.Rules = append(problem.Rules[:len(problem.Rules):len(problem.Rules)], refusal(u))
		}
	}
	space, err := pareto.New(&problem)
	if err != nil {
		return true
	}
	return space.Count().Sign() > 0
}
