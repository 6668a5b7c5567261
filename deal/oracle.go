package deal

import (
	"context"
	"slices"

	"github.com/parley-desk/parley/pareto"
)

// oracle answers whether any package is left when only some bars hold. It is
// asked thousands of times, by conflicts and by every draw. An error stays
// until it is asked for, so that a search can go on and tell at its end.
type oracle struct {
	*pareto.Oracle
	ctx     context.Context
	space   *Space
	rules   []bool // by rule of the problem, bars first, then refusals
	noDeal  []bool // by party
	unknown int    // the first refusal among the rules
	err     error
}

// oracle prepares the questions. The refusals of the unknowns are rules like
// the others, which only draws switch on.
func (s *Space) oracle(ctx context.Context, unknowns []unknown) (*oracle, error) {
	problem := *s.pareto.Problem()
	o := &oracle{ctx: ctx, space: s, unknown: len(problem.Rules), noDeal: make([]bool, len(problem.Parties))}
	problem.Rules = slices.Clone(problem.Rules)
	for _, u := range unknowns {
		problem.Rules = append(problem.Rules, refusal(u))
	}
	o.rules = make([]bool, len(problem.Rules))
	var err error
	o.Oracle, err = pareto.NewOracle(&problem)
	return o, err
}

// clone is the oracle for another goroutine.
func (o *oracle) clone() *oracle {
	c := *o
	c.Oracle, c.rules, c.noDeal = o.Clone(), slices.Clone(o.rules), slices.Clone(o.noDeal)
	return &c
}

// leaves reports whether the bars held leave a package.
func (o *oracle) leaves(held []bool) bool {
	clear(o.rules[o.unknown:])
	for k, r := range o.space.pareto.Problem().Rules {
		o.rules[k] = held[r.ID]
	}
	clear(o.noDeal)
	for k, b := range o.space.Bars {
		if b.Kind == BarNoDeal {
			o.noDeal[b.party] = held[k]
		}
	}
	return o.ask()
}

// leavesBut reports whether a package is left when all bars hold and some
// unknown attitudes are refusals.
func (o *oracle) leavesBut(refused []bool) bool {
	for k := range o.rules[:o.unknown] {
		o.rules[k] = true
	}
	copy(o.rules[o.unknown:], refused)
	for k := range o.noDeal {
		o.noDeal[k] = true
	}
	return o.ask()
}

func (o *oracle) ask() bool {
	_, found, err := o.Find(o.ctx, o.rules, o.noDeal)
	if err != nil && o.err == nil {
		o.err = err
	}
	return found
}
