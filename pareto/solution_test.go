package pareto

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pick lists all possible packages and picks by the definition's own words.
func (n *naive) pick(kind Kind) Package {
	origin := n.origins()
	ideal := make([]*big.Rat, len(origin))
	for _, pkg := range n.possible {
		for k, v := range n.values(pkg) {
			g := v.Sub(v, origin[k])
			if ideal[k] == nil || g.Cmp(ideal[k]) > 0 {
				ideal[k] = g
			}
		}
	}
	var best Package
	var top []*big.Rat
	for _, pkg := range n.possible {
		gains := n.values(pkg)
		for k := range gains {
			gains[k].Sub(gains[k], origin[k])
		}
		if key := keyFor(kind, gains, ideal); best == nil || slices.CompareFunc(key, top, (*big.Rat).Cmp) > 0 {
			best, top = pkg, key
		}
	}
	return best
}

func keyFor(kind Kind, gains, ideal []*big.Rat) []*big.Rat {
	count, product, total := new(big.Rat), big.NewRat(1, 1), new(big.Rat)
	var shares, plain []*big.Rat
	for k, g := range gains {
		total.Add(total, g)
		plain = append(plain, g)
		if g.Sign() > 0 {
			count.Add(count, big.NewRat(1, 1))
			product.Mul(product, g)
		}
		if ideal[k].Sign() > 0 {
			shares = append(shares, new(big.Rat).Quo(g, ideal[k]))
		}
	}
	slices.SortFunc(shares, (*big.Rat).Cmp)
	slices.SortFunc(plain, (*big.Rat).Cmp)
	switch kind {
	case Nash:
		return []*big.Rat{count, product}
	case KalaiSmorodinsky:
		return shares
	case Egalitarian:
		return plain
	}
	return []*big.Rat{total}
}

func (n *naive) origins() []*big.Rat {
	origins := make([]*big.Rat, len(n.p.Parties))
	for k := range origins {
		origins[k] = n.p.Parties[k].NoDeal
		for _, pkg := range n.allowed {
			v := n.values(pkg)[k]
			if n.p.Parties[k].NoDeal == nil && (origins[k] == nil || v.Cmp(origins[k]) < 0) {
				origins[k] = v
			}
		}
	}
	return origins
}

func TestSolutionsAreWhatListingFinds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := problems(shape{issues: 5, options: 4, parties: 6, rules: 4}).Draw(rt, "problem")
		s := mustNew(t, p)
		all := listAll(p)
		f, err := s.Frontier(context.Background(), Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, kind := range Kinds {
			want := all.pick(kind)
			listed, err1 := f.Solve(kind)
			narrow := rapid.SliceOfN(rapid.IntRange(1, 5), 0, 2).Draw(rt, "widths")
			direct, err2 := s.Solve(context.Background(), kind, Limits{widths: append(narrow, 0)})
			if want == nil {
				if !errors.Is(err1, ErrImpossible) || !errors.Is(err2, ErrImpossible) {
					rt.Fatalf("%v: errors %v and %v, want ErrImpossible", kind, err1, err2)
				}
				continue
			}
			if err1 != nil || err2 != nil {
				rt.Fatalf("%v: errors %v and %v", kind, err1, err2)
			}
			if listed.Package.Compare(want) != 0 {
				rt.Errorf("%v from the frontier: %v, want %v", kind, listed.Package, want)
			}
			if direct.Package.Compare(want) != 0 {
				rt.Errorf("%v directly: %v, want %v", kind, direct.Package, want)
			}
			if direct.Shared.Cmp(listed.Shared) != 0 || !direct.Exact {
				rt.Errorf("%v directly: shared by %v, exact %v; want %v", kind, direct.Shared, direct.Exact, listed.Shared)
			}
		}
	})
}

// A search that is stopped keeps what it has, and says how much better another
// package might be.
func TestStoppedSearchKeepsWhatItHas(t *testing.T) {
	s := mustNew(t, family("opp").problem(3, 20, 3, 5))
	for _, kind := range Kinds {
		best, err := s.Solve(context.Background(), kind, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		sol, err := s.Solve(ctx, kind, Limits{Progress: func(p Progress) {
			if p.Step == kind.String() && !math.IsInf(p.Best, -1) {
				stop() // as soon as there is anything
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		if sol.Best > best.Best+1e-9 || sol.Bound < best.Best-1e-9 {
			t.Errorf("%v: stopped at %v with bound %v; the best is %v", kind, sol.Best, sol.Bound, best.Best)
		}
	}
}

func TestCancelledBeforeAnythingIsFound(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	s := mustNew(t, family("rand").problem(3, 12, 3, 3))
	if _, err := s.Frontier(ctx, Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Frontier: error %v, want context.Canceled", err)
	}
	for _, kind := range Kinds {
		if _, err := s.Solve(ctx, kind, Limits{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%v: error %v, want context.Canceled", kind, err)
		}
	}
}

func ExampleSpace_Solve() {
	p, _ := ReadScenario(strings.NewReader(`{"issues": [{"name": "water", "options": ["all north", "half", "all south"]}],
		"parties": [{"name": "north", "values": [[10, 6, 0]]}, {"name": "south", "values": [[0, 6, 10]]}]}`))
	s, _ := New(p)
	for _, kind := range Kinds {
		sol, _ := s.Solve(context.Background(), kind, Limits{})
		fmt.Println(kind, p.Issues[0].Options[sol.Package[0]])
	}
	// Output:
	// nash half
	// kalai_smorodinsky half
	// egalitarian half
	// utilitarian half
}

// Where many packages are equal, a narrow walk may come upon a later one first;
// the one returned is still the first, and all its equals are counted.
func TestEqualsAreBrokenByTheFirstPackage(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := &Problem{}
		for range 7 {
			p.Issues = append(p.Issues, Issue{Options: make([]string, 2)})
		}
		for range rapid.IntRange(1, 3).Draw(rt, "parties") {
			var party Party
			for range p.Issues {
				v := rapid.SliceOfN(rapid.Int64Range(0, 1), 2, 2).Draw(rt, "values")
				party.Value = append(party.Value, []*big.Rat{big.NewRat(v[0], 1), big.NewRat(v[1], 1)})
			}
			p.Parties = append(p.Parties, party)
		}
		for id := range rapid.IntRange(0, 6).Draw(rt, "rules") {
			p.Rules = append(p.Rules, drawRule(rt, p, id))
		}
		s := mustNew(t, p)
		if s.Count().Sign() == 0 {
			return
		}
		f := frontierOf(t, s)
		for _, kind := range Kinds {
			listed, err1 := f.Solve(kind)
			direct, err2 := s.Solve(context.Background(), kind, Limits{widths: []int{1, 2, 0}})
			if err1 != nil || err2 != nil {
				rt.Fatal(err1, err2)
			}
			if want := listAll(p).pick(kind); direct.Package.Compare(want) != 0 || direct.Shared.Cmp(listed.Shared) != 0 {
				rt.Errorf("%v: %v shared by %v, want %v shared by %v", kind, direct.Package, direct.Shared, want, listed.Shared)
			}
		}
	})
}
