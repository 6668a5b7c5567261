package pareto

import (
	"math/big"
	"time"
)

// Space is a problem made ready for questions. It is immutable and safe for
// concurrent use.
type Space struct {
	problem *Problem
	diagram *diagram
	units   *units
}

// New checks the problem and compiles its rules. The problem must not be
// changed afterwards. The error is a [*TangledError] when the rules tie too
// many issues together at once.
func New(p *Problem) (*Space, error) {
	if err := p.Check(); err != nil {
		return nil, err
	}
	d, err := compile(p)
	if err != nil {
		return nil, err
	}
	return &Space{problem: p, diagram: d, units: measure(p)}, nil
}

// Revalue returns the space of the same issues and rules under other values:
// the rules are not compiled again. It serves those who draw values by the
// thousand.
func (s *Space) Revalue(parties []Party) (*Space, error) {
	p := &Problem{Issues: s.problem.Issues, Parties: parties, Rules: s.problem.Rules}
	if err := p.Check(); err != nil {
		return nil, err
	}
	return &Space{problem: p, diagram: s.diagram, units: measure(p)}, nil
}

// Problem returns the problem that the space was made from.
func (s *Space) Problem() *Problem { return s.problem }

// Total is the number of packages there are, allowed or not.
func (s *Space) Total() *big.Int {
	n := big.NewInt(1)
	for _, issue := range s.problem.Issues {
		n.Mul(n, big.NewInt(int64(len(issue.Options))))
	}
	return n
}

// Count is the number of packages that the rules allow, whatever they are worth.
func (s *Space) Count() *big.Int { return s.diagram.count() }

// Values returns the worth of a package to each party, exactly.
func (s *Space) Values(pkg Package) []*big.Rat {
	values := make([]*big.Rat, len(s.problem.Parties))
	for k := range values {
		values[k] = s.units.value(k, pkg)
	}
	return values
}

// Limits bound a long computation. The zero value sets no bound.
type Limits struct {
	// Points is the greatest number of partial packages carried from one
	// issue to the next. The answer under it is always the same.
	Points int
	// Memory is a budget in bytes; it is turned into a number of points
	// beforehand, so the answer under it, too, is always the same.
	Memory int64
	// Time is a budget of wall time. What is reached in it depends on the
	// machine, so the answer may differ from run to run.
	Time time.Duration
	// Progress, where set, is told after every issue how far the work is.
	// It is called on the goroutine that asked.
	Progress func(Progress)

	widths []int // in place of searchWidths, for tests
}

// Progress is one report of a computation under way.
type Progress struct {
	Step         string // what is being found: "frontier", the name of a kind, or "greatest gain of …"
	Done, Issues int    // issues decided in this walk, and how many there are
	Points       int    // partial packages carried at present
	// For a solution: the score of the best package so far (-Inf before there
	// is any) and the most that any other may have; see Solution.Best.
	Best, Bound float64
}
