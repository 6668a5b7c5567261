package pareto

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
)

// Each test here is named for a mistake that some negotiation program makes.

func read(t *testing.T, text string) *Problem {
	t.Helper()
	p, err := ReadScenario(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func solve(t *testing.T, s *Space, kind Kind) *Solution {
	t.Helper()
	sol, err := s.Solve(context.Background(), kind, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return sol
}

func frontierOf(t *testing.T, s *Space) *Frontier {
	t.Helper()
	f, err := s.Frontier(context.Background(), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Searches that know nothing of rules return packages that the rules forbid:
// here the package that is best for both.
func TestForbiddenPackagesAreNotReturned(t *testing.T) {
	p := read(t, `{"issues": [{"options": ["a", "b"]}, {"options": ["c", "d"]}],
		"parties": [{"values": [[9, 0], [9, 0]]}, {"values": [[9, 1], [9, 1]]}]}`)
	p.Rules = []Rule{{ID: 1, Forbids: []Choice{{0, []int{0}}, {1, []int{0}}}}}
	s := mustNew(t, p)
	for _, kind := range Kinds {
		if sol := solve(t, s, kind); !p.Allows(sol.Package) {
			t.Errorf("%v returns the forbidden package %v", kind, sol.Package)
		}
	}
	for point := range frontierOf(t, s).All() {
		if !p.Allows(point.Package) {
			t.Errorf("the frontier lists the forbidden package %v", point.Package)
		}
	}
}

// Added as doubles, 0.1+0.2 is a little more than 0.3. Two packages are worth
// just the same to both parties here, and a program that rounds finds that
// each is better for one: two points, where there is one, shared by two.
func TestRoundingMakesNoPoints(t *testing.T) {
	p := read(t, `{"issues": [{"options": ["a", "b"]}, {"options": ["c", "d"]}],
		"parties": [{"values": [[0.1, 0.3], [0.2, 0.0]]}, {"values": [[0.3, 0.1], [0.0, 0.2]]}]}`)
	p.Rules = []Rule{{Forbids: []Choice{{0, []int{0}}, {1, []int{1}}}}, {Forbids: []Choice{{0, []int{1}}, {1, []int{0}}}}}
	f := frontierOf(t, mustNew(t, p))
	if f.Len() != 1 || f.At(0).Shared.Int64() != 2 {
		t.Errorf("%d vectors, the first shared by %v packages: want one, shared by two", f.Len(), f.At(0).Shared)
	}
}

// The point that makes gains most equal is not Kalai–Smorodinsky's: here it
// would give both 2, where the worse-off could have 3.
func TestKalaiSmorodinskyIsNotTheSmallestSpread(t *testing.T) {
	p := read(t, `{"issues": [{"options": ["equal", "better", "mine", "yours"]}],
		"parties": [{"values": [[2, 3, 10, 0]]}, {"values": [[2, 6, 0, 10]]}]}`)
	if sol := solve(t, mustNew(t, p), KalaiSmorodinsky); sol.Package[0] != 1 {
		t.Errorf("picked %v: the smallest share is greatest in package [1]", sol.Package)
	}
}

// Two losses multiply to a gain: the Nash product of a package that is below
// both no-deal values must not count.
func TestNashIsNotTheProductOfTwoLosses(t *testing.T) {
	p := read(t, `{"issues": [{"options": ["ruin", "deal"]}],
		"parties": [{"values": [[-100, 6]], "reservation": 5}, {"values": [[-100, 6]], "reservation": 5}]}`)
	if sol := solve(t, mustNew(t, p), Nash); sol.Package[0] != 1 {
		t.Errorf("picked the package that ruins both")
	}
	p = read(t, `{"issues": [{"options": ["ruin", "worse"]}],
		"parties": [{"values": [[-100, 1]], "reservation": 5}, {"values": [[-100, 1]], "reservation": 5}]}`)
	if _, err := mustNew(t, p).Solve(context.Background(), Nash, Limits{}); !errors.Is(err, ErrImpossible) {
		t.Errorf("error %v, want ErrImpossible", err)
	}
}

// A mediator that climbs one issue at a time stops where only a change of two
// issues at once helps: here at the first package, worth 1 to both, although
// all could have 3.
func TestSearchDoesNotStopHalfWayUp(t *testing.T) {
	p := read(t, `{"issues": [{"options": ["a", "b"]}, {"options": ["c", "d"]}],
		"parties": [{"values": [[1, 0], [0, 3]]}, {"values": [[0, 3], [1, 0]]}]}`)
	p.Rules = []Rule{{Forbids: []Choice{{0, []int{0}}, {1, []int{1}}}}, {Forbids: []Choice{{0, []int{1}}, {1, []int{0}}}}}
	sol := solve(t, mustNew(t, p), Egalitarian)
	if sol.Gains[0].Cmp(big.NewRat(2, 1)) != 0 || sol.Package.Compare(Package{1, 1}) != 0 {
		t.Errorf("picked %v with gains %v, want [1 1]", sol.Package, sol.Gains)
	}
}
